"""Everything by its name: the ranking as values, then the palette over the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from tests.ui.conftest import Bench
from tests.ui.dialogs import in_next_dialog
from ui.palette import Command, Palette, ranked


def _commands(*texts: str) -> list[Command]:
    return [Command(text, "View" if text.startswith("Next") else "Case", lambda: None) for text in texts]


def _texts(commands: list[Command]) -> list[str]:
    return [command.text for command in commands]


def test_every_typed_word_must_fit() -> None:
    commands = _commands("Next conflict", "Next pane", "Export report")
    assert _texts(ranked(commands, "ne pa")) == ["Next pane"]
    assert _texts(ranked(commands, "next")) == ["Next conflict", "Next pane"]


def test_the_beginning_of_a_word_comes_before_its_middle() -> None:
    assert _texts(ranked(_commands("Export report", "Open a port"), "port")) == ["Open a port", "Export report"]


def test_a_misspelt_word_is_found() -> None:
    assert _texts(ranked(_commands("Export report", "Quit"), "reprot")) == ["Export report"]


def test_the_menu_finds_its_actions() -> None:
    assert _texts(ranked(_commands("Next pane", "Quit"), "view")) == ["Next pane"]


def test_nothing_alike_finds_nothing() -> None:
    assert ranked(_commands("Quit"), "zzz") == []


def test_the_arrows_choose_and_enter_runs(bench: Bench) -> None:
    window = bench.open()

    def type_and_run(palette: QDialog) -> None:
        assert isinstance(palette, Palette)
        QTest.keyClicks(palette.field, "dark")
        for key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return):
            QTest.keyClick(palette.field, key)

    in_next_dialog(type_and_run)
    bench.press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert window.actions_by_name["theme_dark"].isChecked()


def test_it_goes_to_conflicts_articles_and_cases(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    window = bench.open()
    window.bridge.workspace.create_case("The ferry")
    shown: dict[str, list[str]] = {}

    def look(palette: Palette) -> int:
        for row in range(palette.rows.topLevelItemCount()):
            item = palette.rows.topLevelItem(row)
            assert item is not None
            shown.setdefault(item.text(1), []).append(item.text(0))
        return 0

    monkeypatch.setattr("ui.palette.MOST", 1000)
    monkeypatch.setattr(Palette, "exec", look)
    window.program.show_palette()
    assert shown["Conflict"] == bench.rows
    assert shown["Article B"] == [window.bridge.case.articles[1].label]  # type: ignore[union-attr]
    assert "The ferry" in shown["Case"]
    assert "Rename case" in shown["Case"]


def test_it_says_so_when_nothing_is_called_that(bench: Bench) -> None:
    palette = bench.open().program.palette()
    palette.field.setText("zzzz")
    assert palette.nothing.isVisibleTo(palette)
    palette.field.setText("preferences")
    assert not palette.nothing.isVisibleTo(palette)


def test_a_command_tells_where_it_stands_in_the_menus(bench: Bench) -> None:
    palette = bench.open().program.palette()
    palette.field.setText("names")
    row = palette.rows.topLevelItem(0)
    assert row is not None
    assert (row.text(0), row.text(1)) == ("Names", "View › Marks")
