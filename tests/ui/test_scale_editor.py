"""A scale of one's own."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from factcheck.scales import Scale, shipped_scales
from tests.ui.conftest import Bench
from ui.preferences import Preferences, ScaleChoice
from ui.scale_editor import BESIDE, LABEL, ScaleEditor, blank_scale


@pytest.fixture
def editor(qtbot: QtBot) -> ScaleEditor:
    made = ScaleEditor(None, blank_scale())
    qtbot.addWidget(made)
    return made


def labels(scale: Scale) -> list[str]:
    return [step.label for step in scale.steps]


def test_a_scale_that_was_not_changed_has_no_new_version(editor: ScaleEditor) -> None:
    assert editor.made.version == 1
    assert editor.accept_button.isEnabled()


def test_a_change_makes_the_next_version_and_steps_keep_their_identity(editor: ScaleEditor) -> None:
    before = editor.made
    editor.steps.item(0, LABEL).setText("Right")  # type: ignore[union-attr]
    assert (editor.made.id, editor.made.version) == (before.id, 2)
    assert labels(editor.made) == ["Right", "False"]
    assert editor.made.steps[0].id == before.steps[0].id


def test_steps_are_added_moved_marked_and_removed(editor: ScaleEditor) -> None:
    editor.row_buttons["add"].click()
    editor.steps.item(2, LABEL).setText("Unproven")  # type: ignore[union-attr]
    editor.steps.item(2, BESIDE).setCheckState(Qt.CheckState.Checked)  # type: ignore[union-attr]
    editor.steps.setCurrentCell(2, LABEL)
    editor.row_buttons["up"].click()
    assert labels(editor.made) == ["True", "Unproven", "False"]
    assert [step.beside for step in editor.made.steps] == [False, True, False]
    editor.row_buttons["remove"].click()
    assert labels(editor.made) == ["True", "False"]


def test_what_is_wrong_is_said_in_a_line_and_cannot_be_taken(editor: ScaleEditor) -> None:
    editor.row_buttons["add"].click()
    assert editor.problem.text() == "Step 3 has no label."
    assert not editor.accept_button.isEnabled()


def test_an_edit_of_a_scale_that_came_with_the_program_is_a_scale_of_ones_own(qtbot: QtBot) -> None:
    ours = shipped_scales()[0]
    editor = ScaleEditor(None, ours)
    qtbot.addWidget(editor)
    assert editor.made.id != ours.id
    assert editor.made.name == f"{ours.name} (own)"


def test_a_scale_made_in_the_preferences_is_kept_and_chosen(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    window, made = bench.open(), blank_scale()

    def choose(dialog: Preferences) -> bool:
        dialog.scale.take(made)
        return True

    monkeypatch.setattr(Preferences, "exec", choose)
    window.program.show_preferences()
    assert made in window.bridge.scales()
    dialog = ScaleChoice(window.bridge.scales(), made.id)
    assert dialog.chosen == made.id
    assert dialog.box.currentText() == "Our scale"
