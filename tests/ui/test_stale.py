"""Two windows of one person, or two people, at one thing: nothing is replaced unseen, nothing typed is lost."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel

from factcheck.team import assign
from factcheck.values import Decision, Judgement, Record
from factcheck.workspace import Workspace
from tests.factories import judge
from tests.ui.conftest import Bench
from ui.compared import ComparedFields, differences
from ui.stale import StaleDialog


@pytest.fixture
def refused(bench: Bench) -> Bench:
    """A verdict that was given in another window meanwhile, with a note typed here."""
    window = bench.open()
    window.conflicts.choose("c1")
    window.verdict.note.setPlainText("The agency counted two.")
    assert window.bridge.case
    with Workspace(f"sqlite:///{bench.folder / 'cases.sqlite'}") as other:
        record = Record(conclusion="Three were on board.")
        judgement = Judgement(Decision.ANSWER, ("three",), "The agency counted three.", record=record)
        other.judge(window.bridge.case.id, ["c1"], judgement)
    window.verdict.press("4")
    return bench


def dialog(bench: Bench) -> StaleDialog:
    found = bench.window.findChild(StaleDialog)
    assert found is not None
    return found


def told(bench: Bench) -> str:
    return "\n".join(label.accessibleName() or label.text() for label in dialog(bench).findChildren(QLabel))


def test_both_verdicts_are_shown_side_by_side(refused: Bench) -> None:
    for words in ("another window", "“three”", "Neither", "The agency counted three.", "The agency counted two."):
        assert words in told(refused)


def test_the_words_that_differ_are_marked(refused: Bench) -> None:
    marked = [label.text() for label in dialog(refused).findChildren(QLabel)]
    assert "The agency counted <b><u>two</u></b>." in marked
    assert "The agency counted <b><u>three</u></b>." in marked


def test_theirs_is_kept_and_the_note_stays_in_the_field(refused: Bench) -> None:
    dialog(refused).keep.click()
    window = refused.window
    assert window.bridge.review.by_conflict["c1"].answers == ("three",)
    assert window.verdict.note.toPlainText() == "The agency counted two."
    window.verdict.keep_draft()
    assert window.bridge.ledger.drafts == {"c1": "The agency counted two."}


def test_mine_is_put_on_top_and_theirs_stays_in_the_history(refused: Bench) -> None:
    dialog(refused).put.click()
    verdict = refused.window.bridge.review.by_conflict["c1"]
    assert (verdict.decision, verdict.rationale) == (Decision.NEITHER, "The agency counted two.")
    case = refused.window.bridge.case
    assert case
    history = refused.window.bridge.workspace.history(case.id)
    assert [given.decision for given in history] == [Decision.ANSWER, Decision.NEITHER]


def test_mine_is_not_put_on_another_conflict_that_has_its_name_since(refused: Bench) -> None:
    ledger = refused.window.bridge.ledger
    assert ledger.case
    assert ledger.case.analysis
    found = ledger.case.analysis
    others = {"c1": "c3", "c3": "c1"}
    renamed = tuple(replace(c, id=others.get(c.id, c.id)) for c in found.conflicts)
    ledger.show(replace(ledger.case, analysis=replace(found, conflicts=renamed)), ledger.review, (), ledger.reviewer)
    before = ledger.case.acts
    dialog(refused).put.click()
    assert ledger.case.acts == before
    assert "the case has changed meanwhile" in refused.window.notice.text.text()


def test_an_assignment_that_somebody_changed_meanwhile_is_shown_and_can_be_insisted_on(bench: Bench) -> None:
    window = bench.open()
    ledger = window.bridge.ledger
    store = window.bridge.workspace
    ben, cem, dora = (store.add_reviewer(name) for name in ("Ben", "Cem", "Dora"))
    assert ledger.case
    ledger.act(assign(ledger.case, ["c1"], ben))
    with Workspace(f"sqlite:///{bench.folder / 'cases.sqlite'}") as other:
        other.act(ledger.case.id, assign(ledger.case, ["c1"], cem))
    ledger.act(assign(ledger.case, ["c1"], dora))
    assert "Assigned to Cem" in told(bench)
    assert "Assigned to Dora" in told(bench)
    dialog(bench).put.click()
    assert ledger.said.assignments["c1"].reviewer == dora


def test_what_stands_in_a_field_is_never_markup(bench: Bench) -> None:
    window = bench.open()
    assert window.bridge.case
    old = judge(window.bridge.workspace, window.bridge.case.id, "c1", Decision.NEITHER, rationale="<img src=x>")
    new = judge(window.bridge.workspace, window.bridge.case.id, "c1", Decision.NEITHER, rationale="<b>none</b> at all")
    fields = ComparedFields(beside=True)
    fields.show_fields(differences(old, new))
    shown = "".join(label.text() for label in fields.findChildren(QLabel))
    assert "<img" not in shown
    assert "<b>none" not in shown
    assert "none&lt;/b&gt; at all" in shown
