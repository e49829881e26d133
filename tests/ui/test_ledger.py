"""What is recorded, and what is not, when the store says something else than the window."""

from __future__ import annotations

from factcheck.errors import StaleEdit
from factcheck.hand import take_away
from factcheck.team import comment
from factcheck.values import Decision, Judgement
from factcheck.workspace import Workspace
from tests.factories import judge
from tests.ui.conftest import Bench


def elsewhere(bench: Bench) -> Workspace:
    """Another program on the same store."""
    return Workspace(f"sqlite:///{bench.folder / 'cases.sqlite'}")


def test_a_verdict_given_in_another_window_meanwhile_is_not_replaced_unseen(bench: Bench) -> None:
    ledger = bench.open().bridge.ledger
    assert ledger.case
    heard: list[StaleEdit] = []
    ledger.edit_was_stale.connect(heard.append)
    with elsewhere(bench) as other:
        theirs = judge(other, ledger.case.id, "c1", Decision.ANSWER, "three")

    assert ledger.judge(["c1"], Judgement(Decision.NEITHER)) == ()

    assert [act.id for act in heard[0].theirs] == [theirs.id]
    assert ledger.review.by_conflict["c1"] == theirs  # it is shown now
    (mine,) = ledger.judge(["c1"], Judgement(Decision.NEITHER))  # and can be replaced by somebody who has seen it
    assert mine.replaces == theirs.id


def test_another_persons_verdict_is_taken_up_and_mine_stands_beside_it(bench: Bench) -> None:
    ledger = bench.open().bridge.ledger
    assert ledger.case
    with elsewhere(bench) as other:
        me = other.reviewer().name
        other.set_reviewer("Ben")
        bens = judge(other, ledger.case.id, "c1", Decision.ANSWER, "three")
        other.set_reviewer(me)
    (mine,) = ledger.judge(["c1"], Judgement(Decision.NEITHER))
    assert ledger.review.of("c1") == (mine, bens)


def test_what_was_done_is_undone_by_name_after_a_restart(bench: Bench) -> None:
    ledger = bench.open().bridge.ledger
    assert ledger.case
    ledger.act([comment(ledger.case, "c1", "Ask the agency.")])
    window = bench.open()
    assert window.actions_by_name["undo"].text() == "Undo comment · How many cosmonauts?"
    window.actions_by_name["undo"].trigger()
    assert window.actions_by_name["redo"].text() == "Redo comment · How many cosmonauts?"
    assert "taken back: comment" in bench.status


def test_what_was_taken_away_and_is_there_again_is_not_told_as_gone(bench: Bench) -> None:
    ledger = bench.open().bridge.ledger
    assert ledger.case
    (said,) = ledger.act([comment(ledger.case, "c1", "Ask the agency.")])
    ledger.act([take_away(said)])
    ledger.undo()
    assert "taken back: removal of comment" in bench.status
