from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from factcheck.values import Article, Span
from tests.factories import make_article
from ui.reading.geometry import Piece
from ui.reading.marks import Mark, in_lanes
from ui.reading.strokes import outline
from ui.reading.text import ArticleText
from ui.theme import DARK, LIGHT, READING_PX, Look

NEWS = "NASA has condemned the agency after three cosmonauts displayed flags aboard the station. " * 3
INJECTION = '<b>bold</b> <img src="file:///etc/passwd"> &amp; <script>alert(1)</script>'


def shown(qtbot: QtBot, article: Article, *words: str, look: Look = Look.CONFLICT, **traits: object) -> ArticleText:
    """The article in a view of its own, with these words marked; each claim is called by its words."""
    text = ArticleText(article, LIGHT)
    qtbot.addWidget(text)
    text.resize(560, 600)
    text.set_column(500)
    spans = [(w, Span(article.text.index(w), article.text.index(w) + len(w))) for w in words]
    text.show_marks(in_lanes(Mark(w, span, look, "How many?", **traits) for w, span in spans))  # type: ignore[arg-type]
    with qtbot.waitExposed(text):
        text.show()
    return text


def middle_of(text: ArticleText, claim: str, line: int = 0) -> QPoint:
    return text.pieces(claim)[line].center().toPoint()


def click(text: ArticleText, place: QPoint) -> None:
    QTest.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=place)


def picture_of(text: ArticleText) -> QImage:
    return text.viewport().grab().toImage()


def count(image: QImage, colour: str, left: int, top: int, right: int, bottom: int) -> int:
    """How many pixels of this colour a box holds."""
    wanted = QColor(colour).rgb()
    return sum(image.pixel(x, y) == wanted for x in range(left, right) for y in range(top, bottom))


def is_near(image: QImage, x: int, y: int, colour: str) -> bool:
    """Whether a pixel is of this colour, give or take the softening of an edge."""
    here, wanted = image.pixelColor(x, y), QColor(colour)
    apart = (here.red() - wanted.red(), here.green() - wanted.green(), here.blue() - wanted.blue())
    return max(map(abs, apart)) < 70


def tinted(text: ArticleText, claim: str, colour: str) -> int:
    box = text.pieces(claim)[0].toAlignedRect()
    return count(picture_of(text), colour, box.left(), box.top(), box.right(), box.bottom())


def test_the_words_are_tinted_and_underlined(qtbot: QtBot) -> None:
    text = shown(qtbot, make_article(NEWS), "three cosmonauts")
    ink = LIGHT.ink(Look.CONFLICT)
    box = text.pieces("three cosmonauts")[0]
    assert ink.tint
    assert tinted(text, "three cosmonauts", ink.tint) > box.width() * 8
    assert tinted(text, "three cosmonauts", ink.line) >= box.width() * 2 - 4


def test_the_words_beside_a_mark_stay_plain(qtbot: QtBot) -> None:
    text = shown(qtbot, make_article(NEWS), "three")
    ink, box = LIGHT.ink(Look.CONFLICT), text.pieces("three")[0].toAlignedRect()
    assert ink.tint
    assert count(picture_of(text), ink.tint, box.right() + 3, box.top(), box.right() + 80, box.bottom()) == 0


def test_every_status_has_its_own_line(qtbot: QtBot) -> None:
    drawn = []
    for look in Look:
        text = shown(qtbot, make_article(NEWS), "three cosmonauts", look=look)
        box, image = text.pieces("three cosmonauts")[0].toAlignedRect(), picture_of(text)
        under = [
            (x, y) for y in range(box.top() + 19, box.bottom() + 2) for x in range(box.left() + 20, box.left() + 60)
        ]
        drawn.append(tuple(is_near(image, x, y, LIGHT.ink(look).line) for x, y in under))
    assert len(set(drawn)) == len(Look)


def test_an_inner_claim_is_underlined_below_the_outer_one(qtbot: QtBot) -> None:
    text = shown(qtbot, make_article(NEWS), "after three cosmonauts displayed", "three cosmonauts", look=Look.AGREEMENT)
    box, image = text.pieces("three cosmonauts")[0].toAlignedRect(), picture_of(text)
    line, x = LIGHT.ink(Look.AGREEMENT).line, box.center().x()
    rows = [y for y in range(box.top() + 18, box.bottom() + 4) if is_near(image, x, y, line)]
    assert rows[-1] - rows[0] in (2, 3)


def test_a_click_chooses_the_innermost_claim(qtbot: QtBot) -> None:
    text = shown(qtbot, make_article(NEWS), "after three cosmonauts displayed", "three cosmonauts")
    with qtbot.waitSignal(text.claim_clicked) as clicked:
        click(text, middle_of(text, "three cosmonauts"))
    assert clicked.args == ["three cosmonauts"]
    assert text.overlapping("three cosmonauts") == ("three cosmonauts", "after three cosmonauts displayed")


def test_a_click_beside_all_claims_chooses_none(qtbot: QtBot) -> None:
    text = shown(qtbot, make_article(NEWS), "three cosmonauts")
    box = text.pieces("three cosmonauts")[0]
    with qtbot.assertNotEmitted(text.claim_clicked):
        click(text, QPoint(round(box.right()) + 30, round(box.center().y())))


def test_the_glyph_in_the_margin_chooses_its_claim(qtbot: QtBot) -> None:
    text = shown(qtbot, make_article(NEWS), "three cosmonauts", conflicts=("c1",))
    beside = QPoint(8, middle_of(text, "three cosmonauts").y())
    with qtbot.waitSignal(text.claim_clicked) as clicked:
        click(text, beside)
    assert clicked.args == ["three cosmonauts"]


def test_words_after_emoji_are_found_where_they_stand(qtbot: QtBot) -> None:
    plain = shown(qtbot, make_article("xx xx\n" + NEWS), "three cosmonauts").pieces("three cosmonauts")
    odd = shown(qtbot, make_article("👩🏽‍🚀🇺🇦 é😀\n" + NEWS), "three cosmonauts").pieces("three cosmonauts")
    assert [(p.left(), p.width()) for p in odd] == [(p.left(), p.width()) for p in plain]


def test_a_decided_conflict_has_a_check_mark_and_a_fainter_tint(qtbot: QtBot) -> None:
    text = shown(qtbot, make_article(NEWS), "three cosmonauts", conflicts=("c1",), decided=True)
    box = text.pieces("three cosmonauts")[0].toAlignedRect()
    ink = LIGHT.ink(Look.CONFLICT)
    assert ink.tint
    assert tinted(text, "three cosmonauts", ink.tint) == 0
    assert tinted(text, "three cosmonauts", ink.line) > 0
    image = picture_of(text)
    margin = [(x, y) for x in range(20) for y in range(box.top(), box.bottom())]
    assert sum(is_near(image, x, y, LIGHT.good) for x, y in margin) > 8
    assert text.tip(list(text.marks())).endswith("conflict, decided</p>")


def test_choosing_a_claim_outlines_it_and_letting_go_takes_the_outline_away(qtbot: QtBot) -> None:
    text = shown(qtbot, make_article(NEWS), "three cosmonauts")
    before = picture_of(text)
    text.choose(["three cosmonauts"], "three cosmonauts")
    chosen = picture_of(text)
    text.choose([])
    assert chosen != before
    assert picture_of(text) == before


def test_the_outline_of_several_lines_is_one_border(qtbot: QtBot) -> None:
    text = shown(qtbot, make_article(NEWS), NEWS.strip())
    pieces = [Piece(0, box, 0.0, False, False) for box in text.pieces(NEWS.strip())]
    assert len(pieces) > 3
    assert len(outline(pieces).toSubpathPolygons()) == 1


def test_a_change_of_theme_changes_the_marks(qtbot: QtBot) -> None:
    text = shown(qtbot, make_article(NEWS), "three cosmonauts")
    for theme in (DARK, LIGHT):
        text.set_theme(theme)
        assert tinted(text, "three cosmonauts", theme.ink(Look.CONFLICT).line) > 40


def test_a_claim_over_several_lines_follows_the_column(qtbot: QtBot) -> None:
    text = shown(qtbot, make_article(NEWS), NEWS.strip())
    wide = len(text.pieces(NEWS.strip()))
    text.set_column(300)
    assert len(text.pieces(NEWS.strip())) > wide
    assert all(piece.right() <= 300 + 40 for piece in text.pieces(NEWS.strip()))


def test_an_article_is_never_read_as_markup(qtbot: QtBot) -> None:
    text = shown(qtbot, make_article(INJECTION + "\n" + NEWS), "<b>bold</b>")
    assert text.toPlainText().startswith(INJECTION)
    mark = Mark("x", Span(0, 1), Look.CONFLICT, INJECTION)
    assert "<img" not in text.tip([mark])
    assert "<script" not in text.tip([mark])


def test_copied_words_are_the_articles_own(qtbot: QtBot) -> None:
    odd = "😀 1\u00a0000 people\u2028came — “all”"
    text = shown(qtbot, make_article(odd))
    text.selectAll()
    copied = text.createMimeDataFromSelection()
    assert copied.text() == odd
    assert not copied.hasHtml()


def test_words_are_copied_and_pages_turned_from_the_keyboard(qtbot: QtBot) -> None:
    text = shown(qtbot, make_article("\n".join([NEWS] * 60)))
    text.setFocus()
    cursor = text.textCursor()
    cursor.setPosition(4, cursor.MoveMode.KeepAnchor)
    text.setTextCursor(cursor)
    QTest.keyClick(text, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "NASA"
    scrolled = []
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_Down, Qt.Key.Key_End, Qt.Key.Key_Home):
        QTest.keyClick(text, key)
        scrolled.append(text.verticalScrollBar().value())
    assert 0 < scrolled[0] < scrolled[1] < scrolled[2]
    assert scrolled[3] == 0


def test_the_wheel_scrolls_and_never_changes_the_letters(qtbot: QtBot) -> None:
    text = shown(qtbot, make_article("\n".join([NEWS] * 60)))
    for keys in (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier):
        assert text.verticalScrollBar().value() == 0
        QApplication.sendEvent(text.viewport(), wheel(keys))
    assert text.verticalScrollBar().value() > 0
    assert text.font().pixelSize() == READING_PX


def wheel(keys: Qt.KeyboardModifier) -> QWheelEvent:
    """Four notches down."""
    place, none, buttons = QPointF(50, 50), QPoint(), Qt.MouseButton.NoButton
    return QWheelEvent(place, place, none, QPoint(0, -480), buttons, keys, Qt.ScrollPhase.NoScrollPhase, False)


def test_the_words_at_the_top_stay_there_when_the_column_changes(qtbot: QtBot) -> None:
    article = make_article("\n".join(f"Paragraph {n}. {NEWS}" for n in range(60)))
    text = shown(qtbot, article)
    text.show_position(article.text.index("Paragraph 30."))
    text.set_column(360)
    assert article.text[text.top_position() :].startswith("Paragraph 30.")
