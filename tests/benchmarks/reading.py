"""How much the marks cost: the reading area against bare Qt widgets with the same texts, in one run.

    python -m tests.benchmarks.reading

Four articles of 20,000 words with 2,000 marked claims each. CPU time of this thread, so that other work on the
machine does not count. Every line gives the product's time, bare Qt's, how many times the one is of the other, and how
many times are allowed.
"""

from __future__ import annotations

import random
import statistics
import sys
from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QTextEdit, QWidget

from factcheck.values import Analysis, Article, Case, Claim, Conflict, Group, Kind, Quotation, Span, Status
from tests.benchmarks.measuring import Figure, application, settle, taken, tell
from tests.factories import make_article, make_conflict
from ui import theme as themes
from ui.reading.area import ReadingArea
from ui.reading.marks import in_lanes
from ui.reading.pane import ArticlePane
from ui.reading.text import ArticleText

ARTICLES, WORDS, SPANS, CONFLICTS = 4, 20_000, 2_000, 28
WIDTH, HEIGHT, FRAMES = 2600, 1000, 150

_NEWS = (
    "the agency said that it had rebuilt three bridges within weeks although two of its engineers told reporters on "
    "Monday repairs to northern piers would go on until end year while officials in Moscow denied any delay at all"
)


def article(number: int, chance: random.Random) -> Article:
    vocabulary = _NEWS.split()
    words = [chance.choice(vocabulary) for _ in range(WORDS)]
    paragraphs = [" ".join(words[start : start + 60]) + "." for start in range(0, WORDS, 60)]
    return make_article("\n".join(paragraphs), f"article{number}", source=f"Source {number}")


def claims_in(source: Article, chance: random.Random) -> list[Claim]:
    """2,000 claims of 5 to 120 characters anywhere in the article; some nest, some run over several lines."""
    made = []
    for number in range(SPANS):
        start = chance.randrange(len(source.text) - 150)
        span = Span(start, start + chance.choice((5, 12, 30, 30, 60, 120)))
        words = span.of(source.text)
        made.append(
            Claim(f"{source.id}:{number}", source.id, Kind.QUOTATION, span, words, Quotation(words), words, span)
        )
    return made


def case() -> Case:
    chance = random.Random(7)
    articles = tuple(article(number, chance) for number in range(ARTICLES))
    claims = [claims_in(each, chance) for each in articles]
    made: list[tuple[Group, Conflict]] = []
    for number in range(CONFLICTS):
        answers: dict[str, tuple[Claim, ...]] = {str(n): (mine[number * 70],) for n, mine in enumerate(claims)}
        made.append(make_conflict(number, f"Question {number}?", answers))
    looks = (Status.AGREEMENT, Status.SINGLE, Status.COMPATIBLE)
    others = tuple(
        Group(f"o{n}", f"Other {n}?", Kind.QUOTATION, looks[n % 3], tuple(c[n].id for c in claims))
        for n in range(SPANS)
        if n % 70 or n // 70 >= CONFLICTS
    )
    analysis = Analysis(
        tuple(c for each in claims for c in each), (*(g for g, _ in made), *others), tuple(c for _, c in made)
    )
    return Case("benchmark", "Benchmark", articles, analysis)


def bare_view(articles: tuple[Article, ...], width: int) -> QWidget:
    """The same texts in plain text views, with lines of the same width."""
    view = QWidget()
    layout = QHBoxLayout(view)
    for each in articles:
        text = QTextEdit(readOnly=True)
        text.setFont(themes.reading_font())
        text.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        text.setLineWrapColumnOrWidth(width)
        text.setPlainText(each.text)
        layout.addWidget(text)
    view.resize(WIDTH, HEIGHT)
    view.show()
    return view


def frames(views: list[QTextEdit], step: int = 37) -> Iterator[float]:
    """Scroll all views together, every frame painted whole; CPU milliseconds of each."""
    for frame in range(FRAMES):
        for view in views:
            view.verticalScrollBar().setValue(200 + frame * step)

        def paint() -> None:
            for view in views:
                view.viewport().repaint()

        yield taken(paint)


def interleaved(texts: list[QTextEdit], bare: list[QTextEdit]) -> tuple[list[float], list[float]]:
    """Frames of both, in turn, so that a busy moment of the machine hits both."""
    list(frames(texts)), list(frames(bare))  # once, to fill all caches
    pairs = list(zip(frames(texts), frames(bare), strict=True))
    return [ours for ours, _ in pairs], [plain for _, plain in pairs]


def scrolling(texts: list[QTextEdit], bare: list[QTextEdit]) -> Iterator[Figure]:
    ours, plain = interleaved(texts, bare)
    yield Figure("scrolling, whole repaint, p50", statistics.median(ours), statistics.median(plain), 1.6)
    slow, slow_plain = (statistics.quantiles(each, n=20)[-1] for each in (ours, plain))
    yield Figure("scrolling, whole repaint, p95", slow, slow_plain, 1.7)


def applying(texts: list[ArticleText], articles: tuple[Article, ...]) -> Figure:
    marks = [text.marks() for text in texts]
    other = [
        in_lanes(replace(mark, span=Span(mark.span.start + 1, mark.span.end + 1)) for mark in each) for each in marks
    ]
    view = QTextEdit(readOnly=True)
    view.setFont(themes.reading_font())
    view.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
    view.setLineWrapColumnOrWidth(texts[0].lineWrapColumnOrWidth())

    def show_text(each: Article) -> None:
        """Set and laid out to its end: Qt puts the lines off until somebody asks."""
        view.setPlainText(each.text)
        view.document().documentLayout().blockBoundingRect(view.document().lastBlock())

    set_text = statistics.median(taken(show_text, each) for each in articles)

    ours = statistics.median(taken(text.show_marks, new) for text, new in zip(texts, other, strict=True))
    for text, each in zip(texts, marks, strict=True):
        text.show_marks(each)
    return Figure("all marks of one article, of setting its text", ours, set_text, 0.1)


def restyling(text: ArticleText, bare: QTextEdit) -> Figure:
    seen = [mark.claim for mark in text.marks() if (band := text.band(mark.claim)) and band[0] > 0]
    top = text.verticalScrollBar().value()
    claim = next(c for c in seen if top + 100 < (text.band(c) or (0, 0))[0] < top + 600)

    def restyle() -> None:
        text.choose([claim], claim)
        QCoreApplication.processEvents()
        text.choose([])
        QCoreApplication.processEvents()

    ours = statistics.median(taken(restyle) / 2 for _ in range(40))
    plain = statistics.median(taken(bare.viewport().repaint) for _ in range(40))
    return Figure("one mark chosen, of one repaint", ours, plain, 1.5)


def levelling(area: ReadingArea, texts: list[ArticleText], bare: list[QTextEdit], made: Case) -> Iterator[Figure]:
    """Step through all conflicts: outlines, levelling, ribbons and paint, against scrolling the bare views as far."""
    assert made.analysis
    apart, ours, plain = [], [], []

    def go(conflict: str) -> None:
        area.choose_conflict(conflict)
        QCoreApplication.processEvents()

    def scroll() -> None:
        for text, view in zip(texts, bare, strict=True):
            view.verticalScrollBar().setValue(text.verticalScrollBar().value())
        QCoreApplication.processEvents()

    for conflict in made.analysis.conflicts:
        ours.append(taken(go, conflict.id))
        plain.append(taken(scroll))
        tops = [b[0] for p in area.findChildren(ArticlePane) for c in conflict.claims if (b := p.band(c))]
        apart.append(max(tops) - min(tops))
    what = f"the next conflict levelled, {len(apart)} links a gutter"
    yield Figure(what, statistics.median(ours), statistics.median(plain), 2.0)
    yield Figure("passages apart after levelling, the most", max(apart), None, 2.0, "px")


def figures() -> Iterator[Figure]:
    application()
    made = case()
    area = ReadingArea(themes.LIGHT)
    area.resize(WIDTH, HEIGHT)
    area.show_case(made)
    area.show()
    settle()
    panes = sorted(area.findChildren(ArticlePane), key=lambda pane: pane.mapTo(area, pane.rect().topLeft()).x())
    texts = [pane.text for pane in panes]
    for text in texts:
        text.reach()
    view = bare_view(made.articles, texts[0].lineWrapColumnOrWidth())
    settle()
    bare = view.findChildren(QTextEdit)
    yield from scrolling(list(texts), bare)
    yield applying(texts, made.articles)
    yield restyling(texts[0], bare[0])
    yield from levelling(area, texts, bare, made)
    area.close()
    view.close()


if __name__ == "__main__":
    print(f"{ARTICLES} articles of {WORDS:,} words, {SPANS:,} marks each; {WIDTH} x {HEIGHT}")
    sys.exit(tell(figures()))
