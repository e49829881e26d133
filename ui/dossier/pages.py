"""The pages there are, by the name of the action that shows each. A page is read and made when it is first shown."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ui.dossier.subject import Surroundings


def _record(around: Surroundings) -> QWidget:
    from ui.dossier.recording import RecordPage

    return RecordPage(around)


def _talk(around: Surroundings) -> QWidget:
    from ui.dossier.talk import TalkPage

    return TalkPage(around)


def _history(around: Surroundings) -> QWidget:
    from ui.dossier.history import HistoryPage

    return HistoryPage(around)


PAGES: dict[str, Callable[[Surroundings], QWidget]] = {"record": _record, "talk": _talk, "history": _history}
