"""How a window was left, and how it comes back: its shape, its view, its list, and what each case was scrolled to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.values import Case
from ui.state import State

if TYPE_CHECKING:
    from ui.window import Window


def restore(window: Window, state: State) -> None:
    """Take up what `keep` wrote, as far as it is there; its shape the window has had since it was made."""
    window.splitter.restoreState(state.bytes("columns"))
    window.drawer.restore(state.read("card", "auto 0"))
    window.appearance.restore()
    window.text_size.restore()
    window.actions_by_name["advance"].setChecked(state.read("advance", True))
    window.actions_by_name["calm"].setChecked(state.read("calm", False))
    window.conflicts.restore(state.read("list/filter", ""), state.read("list/order", ""))
    view = state.read("view", "reading")
    window.show_view(view if view in window.views else "reading")


def keep(window: Window, state: State) -> None:
    """Write down what a person would not want to do again."""
    state.write("geometry", window.saveGeometry())
    state.write("columns", window.splitter.saveState())
    if window.bridge.case is not None:
        keep_reading(window, state, window.bridge.case)
    state.write("card", window.drawer.state())
    state.write("calm", window.conflicts.calm.isChecked())
    state.write("view", window.view)
    asked, order = window.conflicts.state()
    state.write("list/filter", asked)
    state.write("list/order", order)
    state.close()


def keep_reading(window: Window, state: State, case: Case) -> None:
    """What the articles of a case are scrolled to, and which are open."""
    state.write(f"reading/{case.id}", window.reading.state())


def restore_reading(window: Window, state: State, case: Case) -> None:
    window.reading.restore(state.read(f"reading/{case.id}", ""))
