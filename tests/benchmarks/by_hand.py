"""How long the window's thread is kept busy by what a person does by hand in a large case.

python -m tests.benchmarks.by_hand [--profile]
"""

from __future__ import annotations

import cProfile
import pstats
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEventLoop

from factcheck.hand import correct, join, mark, note, refuse, split
from factcheck.values import Analysis, Case, Change, Kind, Quotation, Span
from factcheck.workspace import Workspace
from tests.benchmarks import reading
from tests.benchmarks.interface import ALLOWED, Ticks, opened
from tests.benchmarks.measuring import Figure, application, settle, tell
from ui.window import Window

TIMES = 5
PAUSE = 0.6  # seconds between two acts: what one of them changed is shown before the next


def filled(folder: Path) -> None:
    """The large case of the reading benchmark, in a store."""
    made = reading.case()
    paths = [folder / f"{article.id}.txt" for article in made.articles]
    for path, article in zip(paths, made.articles, strict=True):
        path.write_text(article.text, "utf-8")
    with Workspace(f"sqlite:///{folder}/cases.sqlite") as workspace:
        case = workspace.create_case("Benchmark")
        imported = workspace.import_files(case.id, paths).case
        ids = {path.stem: article.id for path, article in zip(paths, imported.articles, strict=True)}
        analysis = made.analysis or Analysis()
        claims = tuple(replace(claim, article=ids[claim.article]) for claim in analysis.claims)
        workspace.keep_analysis(case.id, replace(analysis, claims=claims))
        workspace.open_case(case.id)


def deeds(case: Case) -> Iterator[tuple[str, Callable[[int], Change]]]:
    """What is done, by its name: a number makes a change that is not the one before."""
    assert case.analysis is not None
    claims, groups = [c.id for c in case.analysis.claims], [g.id for g in case.analysis.groups]
    article = case.articles[0]
    yield "marking", lambda n: mark(case, article.id, Span(100 * n + 3, 100 * n + 40), Kind.STATEMENT)
    yield "noting", lambda n: note(case, article.id, Span(90 * n, 90 * n + 30), "Who says so?")
    yield "correcting", lambda n: correct(case, claims[70 * n], Quotation("other words"))
    yield "refusing", lambda n: refuse(case, [claims[7 * n + 1]])
    yield "joining", lambda n: join(case, [groups[-2 * n - 1], groups[-2 * n - 2]])
    yield "setting apart", lambda n: split(case, [claims[70 * n + 2000]], group=groups[n])


def figures(profile: cProfile.Profile | None = None) -> Iterator[Figure]:
    application()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:  # a backup may be under way
        filled(Path(folder))
        window = opened(Path(folder))
        window.resize(reading.WIDTH, reading.HEIGHT)
        loop = QEventLoop()
        window.bridge.case_settled.connect(loop.quit)
        window.bridge.open_last_case()
        loop.exec()
        settle(3.0)
        yield from _done(window, profile)
        window.close()


def _done(window: Window, profile: cProfile.Profile | None) -> Iterator[Figure]:
    ticks, ledger = Ticks(), window.bridge.ledger
    assert ledger.case is not None
    for name, make in deeds(ledger.case):
        changes = [make(number) for number in range(1, TIMES + 1)]
        ticks.begin(name)
        for change in changes:
            if profile:
                profile.enable()
            ledger.act((change,))
            settle(PAUSE)
            if profile:
                profile.disable()
        yield Figure(f"largest gap, {name} in 4 x 20,000 words", ticks.largest(name), None, ALLOWED)
    ticks.begin("undoing")
    for _ in range(TIMES):
        ledger.undo()
        settle(PAUSE)
    yield Figure("largest gap, undoing in 4 x 20,000 words", ticks.largest("undoing"), None, ALLOWED)


if __name__ == "__main__":
    if "--profile" in sys.argv:
        watched = cProfile.Profile()
        tell(figures(watched))
        pstats.Stats(watched).sort_stats("cumulative").print_stats(70)
        sys.exit(0)
    sys.exit(tell(figures()))
