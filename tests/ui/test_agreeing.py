"""How far two reviewers agree, as the window tells it."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from factcheck.scales import shipped_scales
from factcheck.values import Decision, Judgement, Rating, Record
from factcheck.workspace import Workspace
from tests.ui.conftest import Bench
from ui.agreeing import AgreementDialog

SCALE = next(scale for scale in shipped_scales() if scale.steps)


def judged(store: Workspace, case: str, name: str, given: Mapping[str, tuple[Decision, str]], steps: bool) -> None:
    store.set_reviewer(name)
    for place, (id, (decision, answer)) in enumerate(given.items()):
        step = SCALE.steps[place if name == "Ann" else 0]
        record = Record(rating=Rating(SCALE.id, SCALE.version, step.id)) if steps else None
        store.judge(case, [id], Judgement(decision, (answer,) if answer else (), record=record))


def opened(bench: Bench, ben: Mapping[str, tuple[Decision, str]], *, steps: bool = False) -> AgreementDialog:
    """After Ann judged all three questions and Ben some."""
    window = bench.open()
    bridge = window.bridge
    assert bridge.case
    ann = {"c1": (Decision.ANSWER, "three"), "c2": (Decision.NEITHER, ""), "c3": (Decision.NOT_A_CONFLICT, "")}
    judged(bridge.workspace, bridge.case.id, "Ben", ben, steps)
    judged(bridge.workspace, bridge.case.id, "Ann", ann, steps)
    bridge.ledger.take_from_others(bridge.workspace.changed(bridge.case).acts)
    window.actions_by_name["agreement"].trigger()
    found = window.findChild(AgreementDialog)
    assert found is not None
    return found


def told(dialog: AgreementDialog) -> str:
    return "\n".join(label.text() for label in dialog.words.findChildren(QLabel))


def test_two_people_who_judged_the_same_are_compared_in_words(bench: Bench) -> None:
    dialog = opened(
        bench, {"c1": (Decision.ANSWER, "two"), "c2": (Decision.NEITHER, ""), "c3": (Decision.NOT_A_CONFLICT, "")}
    )
    assert "3 questions were judged by both Ann and Ben, 2 of them alike: 67 %." in told(dialog)
    assert "Cohen’s kappa is 0.57: moderate agreement beyond chance." in told(dialog)
    assert "Krippendorff’s alpha is" in told(dialog)
    assert "With so few questions" in told(dialog)
    dialog.close()


def test_a_disagreement_leads_to_its_question(bench: Bench) -> None:
    dialog = opened(bench, {"c1": (Decision.ANSWER, "two"), "c2": (Decision.NEITHER, "")})
    assert [dialog.list.item(n).text() for n in range(dialog.list.count())] == [
        "How many cosmonauts?\nAnn: “three”  ·  Ben: “two”"
    ]
    bench.window.conflicts.choose("c3")
    dialog.list.setCurrentRow(0)
    dialog.list.itemActivated.emit(dialog.list.item(0))
    assert bench.chosen == "How many cosmonauts?"
    dialog.close()


def test_ratings_are_compared_on_their_scale(bench: Bench) -> None:
    dialog = opened(bench, {"c1": (Decision.ANSWER, "three"), "c2": (Decision.NEITHER, "")}, steps=True)
    assert f"Ratings: {SCALE.name}" in told(dialog)
    assert "A near miss counts for less than a wide one." in told(dialog)
    assert SCALE.steps[1].label in dialog.list.item(0).text()
    dialog.close()


def test_too_little_to_tell_is_said_plainly(bench: Bench) -> None:
    dialog = opened(bench, {"c1": (Decision.ANSWER, "three")})
    assert "1 question was judged by both Ann and Ben, 1 of them alike: 100 %." in told(dialog)
    assert "too little to tell" in told(dialog)
    assert dialog.list.isHidden()
    dialog.close()


def test_one_person_alone_cannot_agree(bench: Bench) -> None:
    dialog = opened(bench, {})
    assert "Agreement needs verdicts of two people. So far Ann has given some" in told(dialog)
    dialog.close()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_in_the_list_goes_to_the_question_and_leaves_the_dialog_open(
    bench: Bench, key: Qt.Key, qtbot: QtBot
) -> None:
    dialog = opened(bench, {"c1": (Decision.ANSWER, "two"), "c2": (Decision.NEITHER, "")})
    bench.window.conflicts.choose("c3")
    dialog.list.setCurrentRow(0)
    dialog.list.setFocus()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.list.hasFocus)
    QTest.keyClick(dialog.list, key)
    assert bench.chosen == "How many cosmonauts?"
    assert dialog.isVisible()
    dialog.close()
