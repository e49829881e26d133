"""Watches what others do to the open case: it is shown within seconds, and nothing is asked while nobody looks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import QObject, QTimer, Signal

from factcheck.clocks import ahead
from factcheck.errors import FactcheckError
from factcheck.values import Act
from factcheck.values.cases import Changed
from ui.bridge import Bridge
from ui.days import short_day_words
from ui.translation import tr

EVERY = 2_000  # milliseconds between two questions to the store


class Company(QObject):
    """Asks the store off the interface's thread, once at a time, while `looked_at` says that somebody looks."""

    store_left = Signal()  # it does not answer any more; told once
    store_returned = Signal()
    case_gone = Signal()  # somebody deleted the open case
    clocks_noticed = Signal(object)  # a line on each person whose clock is ahead of this one; told once

    def __init__(self, bridge: Bridge, looked_at: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._bridge, self._looked_at = bridge, looked_at
        self._asking = self._away = False
        self._told_of: set[str] = set()  # whose clocks
        self._gone = ""  # the case that was deleted elsewhere, which is not asked about again
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self.ask)
        self._timer.start()
        bridge.case_settled.connect(lambda _: self._tell_clocks())

    def stop(self) -> None:
        self._timer.stop()

    def ask(self) -> None:
        """See what others did, unless that is being seen to already."""
        case = self._bridge.case
        if case is None or self._asking or case.id == self._gone or not self._looked_at():
            return

        def look() -> Changed | None:
            try:
                return self._bridge.workspace.changed(case)
            except FactcheckError:
                return None

        def show(found: Changed | None) -> None:
            self._asking = False
            self._tell_away(found is None)
            # What the person did meanwhile makes the answer old; the next one is two seconds away.
            if found and self._bridge.case is case:
                self._show(found)

        self._asking = True
        self._bridge.run(look, show)

    def _tell_away(self, away: bool) -> None:
        if away != self._away:
            self._away = away
            (self.store_left if away else self.store_returned).emit()

    def _show(self, found: Changed) -> None:
        case = self._bridge.case
        assert case is not None
        if found.deleted:
            self._gone = case.id
            self.case_gone.emit()
            return
        self._bridge.ledger.take_from_others(found.acts)
        if found.acts:
            self._tell_clocks()
        if found.articles or found.name or found.analysed:
            # Another version of the program, or another model, may analyse the same articles otherwise: each would
            # replace the other's analysis for ever.
            self._bridge.read_again(analyse=found.articles)

    def _tell_clocks(self) -> None:
        """On a store that people share their acts are in the order of their clocks; those of one computer agree."""
        case = self._bridge.case
        if case is None or not self._bridge.workspace.shared_at:
            return
        new = [act for act in ahead(case.acts, datetime.now(UTC)) if act.by.id not in self._told_of]
        self._told_of.update(act.by.id for act in new)
        if new:
            self.clocks_noticed.emit([_clock_words(act) for act in new])


def _clock_words(act: Act) -> str:
    at = act.at.astimezone()
    return tr(
        "{name} did something on {day} at {clock}, which is still to come: one of the clocks is wrong. What is done in "
        "this case from now on is dated after it.",
        name=act.by.name,
        day=short_day_words(at.date(), year=True),
        clock=f"{at:%H:%M}",
    )
