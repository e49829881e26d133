"""What a hand changed in a large case is shown part after part; what a person does between the parts is shown too."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from factcheck.hand import refuse
from factcheck.values import Case, Decision, Judgement, Span
from tests.ui.conftest import Bench
from ui import showing
from ui.window import Window


@pytest.fixture
def window(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> Window:
    """On a case that counts as large."""
    made = bench.open()
    monkeypatch.setattr(showing, "MANY_CLAIMS", 0)
    return made


def open_case(window: Window) -> Case:
    assert window.bridge.case is not None
    return window.bridge.case


def show_all(window: Window, qtbot: QtBot) -> None:
    """Let the window show all that is left to be shown."""
    shown: list[bool] = []
    window.showing.afterwards(lambda: shown.append(True))
    assert not shown, "nothing was left"
    qtbot.waitUntil(lambda: bool(shown))


def test_a_verdict_given_between_two_parts_stands_in_the_list_and_in_the_articles(window: Window, qtbot: QtBot) -> None:
    ledger, case = window.bridge.ledger, open_case(window)
    assert case.analysis is not None
    other = next(conflict for conflict in case.analysis.conflicts if conflict.id == "c2")
    assert ledger.act([refuse(case, [other.claims[0]])])
    ledger.judge(["c1"], Judgement(Decision.NEITHER))
    show_all(window, qtbot)
    (row,) = (entry for entry in window.conflicts.model.rows if entry.conflict and entry.conflict.id == "c1")
    assert row.verdict is not None
    assert row.verdict.decision is Decision.NEITHER
    marks = [mark for pane in window.reading.shelf.panes() for mark in pane.text.marks() if mark.conflicts == ("c1",)]
    assert marks
    assert all(mark.decided for mark in marks)


def test_words_that_were_marked_are_gone_to_once_they_are_shown(window: Window, qtbot: QtBot) -> None:
    case = open_case(window)
    article = case.articles[0]
    start = article.text.index("liberation day")
    window.hand.mark((article, Span(start, start + len("liberation day"))))
    assert window.hand.sheet is not None
    window.hand.sheet.accept()
    show_all(window, qtbot)
    (made,) = (claim for claim in window.reading.claims if claim.startswith("mark:"))
    assert window.reading.choice.current == made


def test_what_waits_for_the_window_is_done_at_once_when_all_is_shown(bench: Bench) -> None:
    done: list[str] = []
    bench.open().showing.afterwards(lambda: done.append("now"))
    assert done == ["now"]
