"""Which keys do what: the table's own, and those a person has chosen instead. Also makes docs/keyboard.md."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtGui import QAction, QKeySequence

from ui.action_table import ACTIONS, Action
from ui.state import State
from ui.translation import tr

BY_NAME: Mapping[str, Action] = {action.name: action for action in ACTIONS}


class KeyMap:
    """The keys of every action, kept in the settings where they differ from the table. One key does one thing."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._made: list[Mapping[str, QAction]] = []

    def dress(self, made: Mapping[str, QAction]) -> None:
        """Give these actions their keys, now and whenever they change."""
        self._made.append(made)
        for name in made:
            self._apply(name)

    def forget(self, made: Mapping[str, QAction]) -> None:
        """These actions are gone with their window."""
        self._made = [others for others in self._made if others is not made]

    def keys(self, name: str) -> tuple[str, ...]:
        """The keys of an action in the portable form, e.g. ("Ctrl+N",)."""
        chosen = self._state.read(f"keys/{name}", "?")
        if chosen == "?":
            return BY_NAME[name].keys
        return tuple(key.toString() for key in QKeySequence.listFromString(chosen) if not key.isEmpty())

    def taken(self, key: str, but: str) -> Action | None:
        """The other action that a key belongs to."""
        wanted = QKeySequence(key)
        mine = (a for a in ACTIONS if a.name != but)
        return next((a for a in mine if wanted in [QKeySequence(k) for k in self.keys(a.name)]), None)

    def set(self, name: str, keys: Iterable[str]) -> None:
        """Choose an action's keys. Raises ValueError when one of them does something else."""
        keys = tuple(keys)
        for key in keys:
            other = self.taken(key, but=name)
            if other:
                raise ValueError(tr("“{key}” is already “{action}”.", key=key, action=tr(other.text)))
        self._state.write(f"keys/{name}", QKeySequence.listToString([QKeySequence(key) for key in keys]))
        self._apply(name)

    def reset(self, name: str) -> None:
        """Back to the table's keys. Raises ValueError when one of them does something else now."""
        self.set(name, BY_NAME[name].keys)
        self._state.remove(f"keys/{name}")

    def reset_all(self) -> None:
        for name in BY_NAME:
            self._state.remove(f"keys/{name}")
        for name in BY_NAME:
            self._apply(name)

    def _apply(self, name: str) -> None:
        for made in self._made:
            if name in made:
                made[name].setShortcuts([QKeySequence(key) for key in self.keys(name)])


def keys_by_menu() -> dict[str, list[tuple[str, str]]]:
    """Menu -> (keys, what they do) of all actions that have keys in the table, in its order."""
    found: dict[str, list[tuple[str, str]]] = {}
    for entry in ACTIONS:
        if entry.keys:
            found.setdefault(entry.menu, []).append((" or ".join(entry.keys), entry.text.rstrip("…")))
    return found


def keyboard_page() -> str:
    """docs/keyboard.md."""
    lines = [
        "# Keys", "", "Single letters and digits work everywhere but in text fields. `?` shows these keys and changes",
        "them; `Ctrl+K` finds everything by its name.", "",
    ]  # fmt: skip
    for menu, rows in keys_by_menu().items():
        lines += [f"## {menu}", "", "| keys | what they do |", "|---|---|"]
        lines += [f"| {' or '.join(f'`{k}`' for k in keys.split(' or '))} | {text} |" for keys, text in rows]
        lines.append("")
    return "\n".join(lines)


if __name__ == "__main__":
    print(keyboard_page(), end="")
