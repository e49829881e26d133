"""What the list tells of people: who is to judge, who disagrees, and what wants me next."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from factcheck.team import assign, sign
from factcheck.values import Decision, Judgement, Record
from tests.factories import judge
from tests.ui.conftest import Bench
from ui.conflicts import identity
from ui.dossier.fields import Link
from ui.filter_choices import FilterChoices
from ui.filters import Filter, Order
from ui.judging import following
from ui.team_marks import APART, MINE, UNASSIGNED, UNREAD


@pytest.fixture
def ann(bench: Bench) -> Bench:
    bench.open().bridge.set_reviewer("Ann")
    return bench


def assigned(bench: Bench, id: str, name: str) -> None:
    ledger = bench.window.bridge.ledger
    assert ledger.case
    ledger.act(assign(ledger.case, [id], bench.window.bridge.workspace.add_reviewer(name)))


def judged_by(bench: Bench, name: str, id: str, decision: Decision) -> None:
    bridge = bench.window.bridge
    assert bridge.case
    me = bridge.reviewer().name
    bridge.workspace.set_reviewer(name)
    judge(bridge.workspace, bridge.case.id, id, decision)
    bridge.workspace.set_reviewer(me)
    bridge.ledger.take_from_others(bridge.workspace.changed(bridge.case).acts)


def words(bench: Bench, id: str) -> tuple[str, ...]:
    return next(entry.team.words for entry in bench.window.conflicts.model.rows if identity(entry) == id)


def shown(bench: Bench, *people: str) -> list[str]:
    bench.window.conflicts.filters.set_filter(Filter(people=frozenset(people)))
    return [identity(entry) for entry in bench.window.conflicts.model.rows if entry.conflict]


def test_a_row_tells_who_is_to_judge_it(ann: Bench) -> None:
    assigned(ann, "c1", "Ben")
    assigned(ann, "c2", "Ann")
    assert words(ann, "c1") == ("→ Ben",)
    assert words(ann, "c2") == ("→ you",)
    assert words(ann, "c3") == ()


def test_a_row_tells_that_people_disagree_and_that_a_reading_is_wanted(ann: Bench) -> None:
    judged_by(ann, "Ben", "c1", Decision.NEITHER)
    assert words(ann, "c1") == ("◦ wants a second reading",)
    ann.window.bridge.ledger.judge(["c1"], Judgement(Decision.UNKNOWN))
    assert words(ann, "c1") == ("⇄ people disagree",)


def test_a_second_reader_who_disagrees_is_told_in_the_list(ann: Bench) -> None:
    judged_by(ann, "Ben", "c1", Decision.NEITHER)
    ledger = ann.window.bridge.ledger
    assert ledger.case
    ledger.act((sign(ledger.case, ledger.review.by_conflict["c1"].id, False, "", ledger.reviewer),))
    assert words(ann, "c1") == ("⇄ people disagree",)


def test_what_the_row_tells_is_heard_too(ann: Bench) -> None:
    assigned(ann, "c1", "Ben")
    window = ann.window
    index = window.conflicts.model.index(window.conflicts.model.row_of("c1") or 0)
    assert "→ Ben" in index.data(Qt.ItemDataRole.AccessibleTextRole)


def test_the_list_is_narrowed_to_what_is_mine_nobodys_unread_or_disputed(ann: Bench) -> None:
    assigned(ann, "c1", "Ann")
    judged_by(ann, "Ben", "c2", Decision.NEITHER)
    assert shown(ann, MINE) == ["c1"]
    assert shown(ann, UNASSIGNED) == ["c2", "c3"]
    assert shown(ann, UNREAD) == ["c2"]
    assert shown(ann, APART) == []


def test_people_are_offered_in_the_filter_only_where_there_are_several(ann: Bench) -> None:
    def offered() -> bool:
        return ("people", MINE) in ann.window.conflicts.filters.choices().boxes

    assert not offered()
    assigned(ann, "c1", "Ben")
    assert offered()


def test_what_is_mine_comes_first_when_i_go_to_the_next(ann: Bench) -> None:
    assigned(ann, "c3", "Ann")
    assigned(ann, "c1", "Ben")
    ann.window.conflicts.choose("c1")
    ann.press(Qt.Key.Key_J, Qt.KeyboardModifier.ShiftModifier)
    assert ann.chosen == "Who said “a liberation day”?"
    ann.press(Qt.Key.Key_0)  # decided: on to what nobody was assigned
    assert ann.chosen == "What exactly did NASA say?"
    ann.press(Qt.Key.Key_0)
    ann.press(Qt.Key.Key_J, Qt.KeyboardModifier.ShiftModifier)
    assert "c1" not in ann.window.bridge.review.by_conflict  # Ben's is his


def test_after_one_is_decided_the_next_is_the_one_behind_it() -> None:
    assert following(("a", "c", "d"), ("a", "b", "c", "d"), "b", 1) == "c"
    assert following(("a", "c", "d"), ("a", "b", "c", "d"), "b", -1) == "a"
    assert following(("a", "c"), ("a", "b", "c", "d"), "d", 1) == "a"
    assert following(("a", "b"), (), "b", 1) == "a"
    assert following((), (), "b", 1) == ""


def test_several_rows_are_assigned_at_one_stroke(ann: Bench) -> None:
    assigned(ann, "c3", "Ben")
    window = ann.window
    window.conflicts.view.selectAll()
    menu = window.conflicts.bulk.assign.menu()
    menu.aboutToShow.emit()
    next(action for action in menu.actions() if action.text() == "Ben").trigger()
    assert {id: given.reviewer.name for id, given in window.bridge.ledger.said.assignments.items()} == {
        "c1": "Ben",
        "c2": "Ben",
        "c3": "Ben",
    }
    window.actions_by_name["undo"].trigger()
    assert list(window.bridge.ledger.said.assignments) == ["c3"]


@pytest.mark.qt_log_ignore("does not support")
def test_the_row_is_assigned_by_keys_alone(ann: Bench) -> None:
    ann.window.conflicts.choose("c1")
    ann.press(Qt.Key.Key_A, Qt.KeyboardModifier.ShiftModifier)
    (menu,) = [menu for menu in ann.window.findChildren(QMenu) if menu.isVisible()]
    assert menu.activeAction().text() == "Ann (you)"
    menu.activeAction().trigger()
    menu.close()
    assert words(ann, "c1") == ("→ you",)


def test_a_record_without_a_decision_leaves_the_question_undecided_everywhere(ann: Bench) -> None:
    window = ann.window
    window.bridge.ledger.judge(["c1"], Judgement(Decision.OPEN, record=Record(claim="Three were aboard.")))
    assert window.conflicts.count.text() == "3 of 3 undecided"
    (summary,) = window.bridge.workspace.cases()
    assert summary.undecided == 3


def test_a_record_written_after_a_verdict_of_another_does_not_hide_it(ann: Bench) -> None:
    judged_by(ann, "Ben", "c1", Decision.NEITHER)
    ann.window.bridge.ledger.judge(["c1"], Judgement(Decision.OPEN, record=Record(claim="Three were aboard.")))
    assert ann.window.bridge.review.by_conflict["c1"].decision is Decision.NEITHER
    assert ann.window.conflicts.count.text() == "2 of 3 undecided"


# --- filters with a name --------------------------------------------------------------------------


def test_a_filter_is_kept_under_a_name_and_chosen_again(ann: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    bar = ann.window.conflicts.filters
    bar.set_filter(Filter(standings=frozenset({"undecided"})))
    bar.set_order(Order.READING)
    monkeypatch.setattr("ui.dialogs.asked_name", lambda *_: "My morning")
    bar.choices().keep.click()
    bar.clear()
    ann.open()
    bar = ann.window.conflicts.filters
    bar.choose_kept("My morning")
    assert bar.filter == Filter(standings=frozenset({"undecided"}))
    assert bar.order is Order.READING


def test_a_kept_filter_is_found_in_the_palette(ann: Bench) -> None:
    bar = ann.window.conflicts.filters
    assert bar.kept
    bar.kept.keep("My morning", Filter(standings=frozenset({"undecided"})), Order.CONFIDENCE)
    palette = ann.window.program.palette()
    palette.field.setText("morning")
    assert palette.chosen is None
    palette.rows.itemClicked.emit(palette.rows.topLevelItem(0), 0)
    assert palette.chosen
    palette.chosen.run()
    assert bar.filter.standings == {"undecided"}


def test_a_kept_filter_is_forgotten(ann: Bench) -> None:
    bar = ann.window.conflicts.filters
    assert bar.kept
    bar.kept.keep("My morning", Filter(words="station"), Order.CONFIDENCE)
    choices: FilterChoices = bar.choices()
    next(link for link in _links(choices) if link.accessibleName() == "Forget the filter My morning").click()
    assert bar.kept.all() == {}


def _links(choices: FilterChoices) -> list[Link]:
    return choices.findChildren(Link)
