"""What a person chooses once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QDialog

from tests.ui.conftest import Bench
from ui.preferences import Preferences


def _choosing(monkeypatch: pytest.MonkeyPatch, **chosen: object) -> None:
    """The dialog as a person leaves it."""

    def choose(dialog: Preferences) -> QDialog.DialogCode:
        for name, value in chosen.items():
            box = getattr(dialog, name)
            if isinstance(value, bool):
                box.setChecked(value)
            else:
                box.setCurrentIndex(box.findData(value))
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(Preferences, "exec", choose)


def test_a_theme_and_a_size_hold_at_once_and_the_next_time(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    window = bench.open()
    _choosing(monkeypatch, theme="dark", text_size="20", advance=False, calm=True)
    window.program.show_preferences()
    assert window.actions_by_name["theme_dark"].isChecked()
    assert not window.actions_by_name["advance"].isChecked()
    assert window.conflicts.calm.isChecked()
    again = bench.open()
    assert again.text_size.px == 20
    assert again.actions_by_name["theme_dark"].isChecked()


def test_another_language_is_said_to_hold_from_the_next_start(bench: Bench) -> None:
    dialog = Preferences(bench.open(), language="en", theme="light", text_size=16, advance=True, calm=False)
    assert dialog.later.isHidden()
    dialog.language.setCurrentIndex(dialog.language.findData("de"))
    assert dialog.chosen_language == "de"
    assert not dialog.later.isHidden()
    dialog.show()
    said = dialog.later.mapTo(dialog, QPoint()).y()
    assert dialog.language.mapTo(dialog, QPoint()).y() < said < dialog.theme.mapTo(dialog, QPoint()).y()


def test_the_name_under_ones_verdicts_is_shown_and_changed(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    window = bench.open()
    shown: list[str] = []

    def name_oneself(dialog: Preferences, typed: str) -> QDialog.DialogCode:
        shown.append(dialog.reviewer.text())
        dialog.reviewer.setText(typed)
        return QDialog.DialogCode.Accepted

    login = window.bridge.ledger.reviewer.name
    for typed in ("Ann Author", " "):
        monkeypatch.setattr(Preferences, "exec", lambda dialog, typed=typed: name_oneself(dialog, typed))
        window.program.show_preferences()
    assert shown == [login, "Ann Author"]
    assert window.bridge.ledger.reviewer.name == "Ann Author"
    assert window.bridge.reviewer().name == "Ann Author"
