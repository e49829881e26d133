from collections.abc import Callable

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from factcheck.values import Span
from tests.factories import make_article
from ui.reading.marks import Mark, in_lanes
from ui.reading.scripts import article_font, is_right_to_left, length_words
from ui.reading.text import ArticleText
from ui.theme import LIGHT, Look

ARABIC = "أعلنت السلطات أن العبارة Santa Rita غرقت يوم الاثنين، وأن 17 شخصًا لقوا حتفهم."
HEBREW = "המעבורת טבעה ביום שלישי בערב, ו-14 בני אדם נהרגו."
CHINESE = "港口当局表示，渡轮周二晚沉没，造成17人死亡。"


@pytest.mark.parametrize(
    ("text", "right_to_left"),
    [
        (ARABIC, True),
        (HEBREW, True),
        ("NASA: " + ARABIC, True),
        (CHINESE, False),
        ("The word «سلام» means peace, the minister said.", False),
        ("“1, 2, 3”", False),
    ],
)
def test_most_of_the_first_letters_decide_the_direction(text: str, right_to_left: bool) -> None:
    assert is_right_to_left(text) is right_to_left


def test_length_is_counted_in_words_or_in_characters() -> None:
    assert length_words("One word") == "2 words"
    assert length_words("Word") == "1 word"
    assert length_words(CHINESE) == "23 characters"
    assert length_words("그는 어제 서울에 왔다") == "4 words"


def test_english_is_set_in_the_reading_font_alone() -> None:
    assert article_font("Seven died.").family() == "Noto Serif"
    assert "Noto Serif" in article_font(CHINESE).families()


def shown(qtbot: QtBot, text: str, words: str) -> ArticleText:
    made = ArticleText(make_article(text), LIGHT)
    qtbot.addWidget(made)
    made.resize(500, 300)
    made.set_column(440)
    start = text.index(words)
    made.show_marks(in_lanes([Mark("x", Span(start, start + len(words)), Look.CONFLICT, "?", conflicts=("c1",))]))
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_lines_begin_at_the_right_and_glyphs_stand_beyond_them(qtbot: QtBot) -> None:
    text = shown(qtbot, HEBREW, "המעבורת")
    (piece,) = text.pieces("x")
    assert abs(piece.right() - (text.margins[0] + text.column_width())) < 3
    image = text.viewport().grab().toImage()
    line = QColor(LIGHT.ink(Look.CONFLICT).line).rgb()
    margin = range(round(piece.right()) + 6, round(piece.right()) + 34)
    assert any(image.pixel(x, y) == line for x in margin for y in range(round(piece.top()), round(piece.bottom())))


@pytest.mark.parametrize("words", ["17 شخصًا", "العبارة Santa"])
def test_a_mark_over_words_of_both_directions_covers_just_them(qtbot: QtBot, words: str) -> None:
    pieces = shown(qtbot, ARABIC, words).pieces("x")
    whole = shown(qtbot, words, words).pieces("x")
    assert sum(piece.width() for piece in pieces) == pytest.approx(sum(piece.width() for piece in whole), abs=6)


def test_a_right_to_left_article_is_clicked_like_any_other(
    qtbot: QtBot, clicked: Callable[[ArticleText, str], str | None]
) -> None:
    assert clicked(shown(qtbot, ARABIC, "17 شخصًا"), "x") == "x"
