"""What the list costs with 10,000 conflicts: filling, filtering and sorting it against a QListWidget with the same
words, in one run.

    QT_QPA_PLATFORM=offscreen python -m tests.benchmarks.lists

CPU time of this thread, the best of several runs, so that other work on the machine does not count. Every line gives
the product's time, bare Qt's, how many times the one is of the other, and how many times are allowed.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QApplication, QListWidget

from factcheck.review import Review
from factcheck.values import Analysis, Answer, Case, Claim, Conflict, Group, Kind, Quantity, Span, Status
from tests.benchmarks.measuring import Figure, application, taken, tell
from tests.factories import make_article
from ui.conflict_panel import ConflictPanel
from ui.conflicts import entries
from ui.filters import Filter, Listing, Order

ROWS, RUNS = 10_000, 5


def case(rows: int = ROWS) -> Case:
    """Two articles that disagree so often."""
    chance = random.Random(7)
    articles = make_article("word " * rows, "a", source="Times"), make_article("word " * rows, "b", source="Post")
    claims: list[Claim] = []
    groups: list[Group] = []
    conflicts: list[Conflict] = []
    for number in range(rows):
        pair = [_claim(article.id, number, chance) for article in articles]
        ids = tuple(claim.id for claim in pair)
        answers = tuple(Answer(claim.text, (claim.id,)) for claim in pair)
        claims += pair
        question = f"How many took part in event {chance.randrange(10 * rows)}?"
        groups.append(Group(f"g{number}", question, Kind.QUANTITY, Status.CONFLICT, ids))
        conflicts.append(
            Conflict(
                f"c{number}", f"g{number}", Kind.QUANTITY, Status.CONFLICT, False, ids, answers,
                "quantity-same-words", "They cannot both be right.", chance.random(),
            )
        )  # fmt: skip
    return Case("benchmark", "Benchmark", articles, Analysis(tuple(claims), tuple(groups), tuple(conflicts)))


def _claim(article: str, number: int, chance: random.Random) -> Claim:
    span, words = Span(5 * number, 5 * number + 4), f"{chance.randrange(1000)} people"
    return Claim(f"{article}{number}", article, Kind.QUANTITY, span, words, Quantity(None), words, span)


def best(act: Callable[[], object], prepare: Callable[[], object] = lambda: None) -> float:
    """Milliseconds of the fastest of RUNS."""
    times = []
    for _ in range(RUNS):
        prepare()
        QApplication.processEvents()
        times.append(taken(lambda: (act(), QApplication.processEvents())))  # until it is laid out and painted
    return min(times)


def figures() -> Iterator[Figure]:
    application()
    disputed = case()
    panel, bare = ConflictPanel(), QListWidget()
    panel.show_case(disputed, Review())
    words = [f"{e.title}\n" + "\n".join(a for a, _ in e.answers) for e in entries(disputed, Review())]
    for widget in (panel, bare):
        widget.resize(340, 800)
        widget.show()
    rows = entries(disputed, Review())

    def fill_bare() -> None:
        for text in words:
            bare.addItem(text)

    def filter_bare() -> None:
        for number, text in enumerate(words):
            bare.item(number).setHidden("777" not in text)

    def show_all() -> None:
        for number in range(bare.count()):
            bare.item(number).setHidden(False)

    def shuffle() -> None:
        bare.clear()
        fill_bare()

    fill = best(lambda: panel.model.show(Listing(rows).shown(Filter()).rows))
    yield Figure(f"{ROWS:,} rows filled", fill, best(fill_bare, bare.clear), 0.1)
    narrow = best(lambda: panel.filters.set_filter(Filter("777")), lambda: panel.filters.set_filter(Filter()))
    yield Figure(f"{ROWS:,} rows filtered", narrow, best(filter_bare, show_all), 0.3)
    sort = best(lambda: panel.filters.set_order(Order.READING), lambda: panel.filters.set_order(Order.CONFIDENCE))
    yield Figure(f"{ROWS:,} rows sorted", sort, best(bare.sortItems, shuffle), 0.3)
    yield Figure(
        f"{ROWS:,} rows after a verdict, of making them",
        best(lambda: entries(disputed, Review(), before=rows)),
        best(lambda: entries(disputed, Review())),
        0.3,
    )
    panel.close()
    bare.close()


if __name__ == "__main__":
    sys.exit(tell(figures()))
