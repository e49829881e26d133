"""How long the window's thread is kept busy by the views of very large cases: the timeline over 5,000 dated claims, the
matrix over 5,000 questions and 20 sources, marks and articles hidden in 4 articles of 20,000 words.

    python -m tests.benchmarks.views

Every figure is the longest turn of the event loop, in CPU time of this thread, until all that was begun is done.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from factcheck.review import Review
from factcheck.values import (
    Analysis,
    Answer,
    Article,
    Case,
    Claim,
    Conflict,
    Group,
    Kind,
    Quantity,
    Span,
    Status,
    TimeExpression,
    TimexType,
)
from tests.benchmarks import reading
from tests.benchmarks.interface import ALLOWED
from tests.benchmarks.measuring import Figure, application, settle, taken, tell
from tests.factories import make_article
from ui import garbage
from ui.matrix.view import Matrix
from ui.reading.area import ReadingArea
from ui.reading.text import ArticleText
from ui.theme import LIGHT
from ui.timeline.view import Timeline

DATES, QUESTIONS, SOURCES = 5_000, 5_000, 20
WIDTH, HEIGHT = 1440, 900
TURNS, TURN, RUNS = 80, 0.004, 3  # turns of the event loop and seconds between them; of several runs the best


def longest(act: Callable[[], object]) -> float:
    """Milliseconds of the longest turn: the act itself, or one of those in which it is gone on with and painted."""
    turns = [taken(act)]
    for _ in range(TURNS):
        time.sleep(TURN)
        turns.append(taken(QCoreApplication.processEvents))
    return max(turns)


def best(what: str, *acts: Callable[[], object]) -> Figure:
    """The slowest of these acts, each at its best: another program may disturb a run."""
    rounds = [[longest(act) for act in acts] for _ in range(RUNS)]
    return Figure(what, max(min(times) for times in zip(*rounds, strict=True)), None, ALLOWED)


def anew(case: Case) -> Case:
    """The same case as if it had just been analysed: nothing that was worked out for it is known."""
    return replace(case, analysis=replace(case.analysis or Analysis()))


def every_second(case: Case) -> frozenset[str]:
    """What a filter may let through."""
    return frozenset(conflict.id for conflict in (case.analysis or Analysis()).conflicts[::2])


# --- large cases ----------------------------------------------------------------------------------


def dated_case() -> Case:
    """Most dates in some days of one summer, the others far and wide; one to four sources tell of each event."""
    chance = random.Random(7)
    texts: list[list[str]] = [[] for _ in range(SOURCES)]
    ends = [0] * SOURCES
    claims: list[Claim] = []
    for number in range(DATES):
        days = chance.choice((0, 1, 2, 3, 5, 8, 13, 40, 200, -400, chance.randrange(365)))
        day = date(2022, 7, 1) + timedelta(days=days)
        words = f"{day.day} {day:%B} {day.year}"
        sentence = f"The engineers met the council on {words}, the agency said. "
        source = number % SOURCES
        start = ends[source] + sentence.index(words)
        value = TimeExpression(day.isoformat(), TimexType.DATE, day.isoformat(), day.isoformat())
        whole = Span(ends[source], ends[source] + len(sentence) - 1)
        span = Span(start, start + len(words))
        claims.append(Claim(f"t{number}", f"s{source}", Kind.DATE, span, words, value, "The meeting", whole))
        texts[source].append(sentence)
        ends[source] += len(sentence)
    groups: list[tuple[Group, Conflict | None]] = []
    left = claims
    while left:
        size = chance.randint(1, 4)
        mine, left = left[:size], left[size:]
        status = Status.SINGLE if size == 1 else chance.choice((Status.CONFLICT, Status.AGREEMENT, Status.AGREEMENT))
        groups.append(_group(len(groups), Kind.DATE, status, mine))
    articles = [
        make_article("".join(text), f"s{n}", source=f"Source {n}", published=date(2022, 7, n + 1))
        for n, text in enumerate(texts)
    ]
    return _case(articles, claims, groups)


def counted_case() -> Case:
    """Sources that each answer more than half of the questions."""
    chance = random.Random(7)
    articles = [make_article("some few words " * QUESTIONS, f"s{n}", source=f"Source {n}") for n in range(SOURCES)]
    claims: list[Claim] = []
    groups: list[tuple[Group, Conflict | None]] = []
    for number in range(QUESTIONS):
        status = chance.choice((Status.CONFLICT, *(Status.AGREEMENT, Status.COMPATIBLE) * 2, Status.SINGLE))
        telling = [n for n in range(SOURCES) if chance.random() < 0.6] or [0]
        span, mine = Span(5 * number, 5 * number + 4), list[Claim]()
        for source in telling[:1] if status is Status.SINGLE else telling:
            words = f"{chance.randint(3, 5) if status is Status.CONFLICT else 3} people"
            id = f"q{number}-{source}"
            mine.append(Claim(id, f"s{source}", Kind.QUANTITY, span, words, Quantity(None), words, span))
        claims += mine
        groups.append(_group(number, Kind.QUANTITY, status, mine))
    return _case(articles, claims, groups)


def _group(number: int, kind: Kind, status: Status, claims: list[Claim]) -> tuple[Group, Conflict | None]:
    ids = tuple(claim.id for claim in claims)
    group = Group(f"g{number}", f"What is told of the event number {number}?", kind, status, ids)
    if status is not Status.CONFLICT:
        return group, None
    texts = dict.fromkeys(claim.text for claim in claims)
    answers = tuple(Answer(text, tuple(c.id for c in claims if c.text == text)) for text in texts)
    reason, confidence = "They cannot both be right.", 1 - number / QUESTIONS
    return group, Conflict(f"c{number}", group.id, kind, status, False, ids, answers, "a-rule", reason, confidence)


def _case(articles: Sequence[Article], claims: list[Claim], groups: list[tuple[Group, Conflict | None]]) -> Case:
    conflicts = tuple(conflict for _, conflict in groups if conflict)
    return Case("b", "Benchmark", tuple(articles), Analysis(tuple(claims), tuple(g for g, _ in groups), conflicts))


# --- what is measured -----------------------------------------------------------------------------


def figures() -> Iterator[Figure]:
    application()
    yield from timeline_figures(dated_case())
    yield from matrix_figures(counted_case())
    yield from hiding_figures(reading.case())


def on_screen(view: QWidget, width: int = WIDTH, height: int = HEIGHT) -> None:
    """Show it; the collector of garbage passes over what was made so far, as in the window."""
    garbage.clear_away()
    view.resize(width, height)
    view.show()
    settle()


def timeline_figures(case: Case) -> Iterator[Figure]:
    view, what = Timeline(), f"timeline of {DATES:,} dates"
    on_screen(view)
    canvas, down, half = view.canvas, view.canvas.verticalScrollBar(), every_second(case)
    zooms = [partial(canvas.zoom_by, by) for by in (1.5, 1.5, 4.0, 1 / 1.5, 0.0)]
    yield best(f"{what}, opened", lambda: view.show_case(anew(case)))
    yield best(f"{what}, a step of the zoom", *zooms)
    yield best(f"{what}, scrolled", *(partial(down.setValue, at) for at in (900, 30_000, 0)))
    yield best(f"{what}, another chosen", *(partial(canvas.step, by) for by in (1, -1)), partial(canvas.step_lane, 1))
    yield best(f"{what}, filtered", lambda: view.show_only(half), lambda: view.show_only(None))
    view.close()


def matrix_figures(case: Case) -> Iterator[Figure]:
    view, what, some = Matrix(), f"matrix of {QUESTIONS:,} x {SOURCES}", sorted(every_second(case))
    on_screen(view)
    down, across = view.table.verticalScrollBar(), view.table.horizontalScrollBar()
    yield best(f"{what}, opened", lambda: view.show_case(anew(case), Review()))
    yield best(f"{what}, after a verdict", lambda: view.show_review(Review()))
    yield best(
        f"{what}, scrolled", *(partial(down.setValue, at) for at in (900, 90_000, 0)), partial(across.setValue, 900)
    )
    yield best(f"{what}, another chosen", partial(view.choose, some[-1]), partial(view.choose, some[0]))
    half = every_second(case)
    yield best(f"{what}, filtered", lambda: view.show_only(half), lambda: view.show_only(None))
    view.close()


def hiding_figures(case: Case) -> Iterator[Figure]:
    area = ReadingArea(LIGHT)
    area.show_case(case)
    on_screen(area, reading.WIDTH, reading.HEIGHT)
    for text in area.findChildren(ArticleText):
        text.reach()
    area.choose_conflict("c0")
    names = ("agreement", "single", "conflict", "quotation")
    toggles = [partial(area.toggle_marks, name) for name in (*names, *reversed(names))]
    yield best("marks hidden and shown, 4 x 2,000", *toggles)
    area.focus_pane(1)
    yield best("an article moved, 4 x 20,000 words", *(partial(area.shifting.move, by) for by in (1, -1)))
    yield best("an article hidden, 4 x 20,000 words", area.shifting.hide_focused, area.shifting.show_all)
    area.close()


if __name__ == "__main__":
    sys.exit(tell(figures()))
