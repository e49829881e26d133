"""Carries verdicts from the list and the panel to the bridge: one at a time, or one for many rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from factcheck.review import decides
from factcheck.team import queue
from factcheck.values import Decision, Judgement
from ui.announce import announce
from ui.bridge import Bridge
from ui.bulk import TOGETHER, agreed
from ui.conflict_panel import ConflictPanel
from ui.conflicts import Entry, identity
from ui.translation import tr
from ui.verdict import Given, VerdictPanel
from ui.waiting import waiting


class Judging(QObject):
    """`advances` tells whether a verdict by key goes on to the next undecided conflict."""

    def __init__(
        self,
        bridge: Bridge,
        conflicts: ConflictPanel,
        verdict: VerdictPanel,
        advances: Callable[[], bool],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._bridge, self._conflicts, self._window, self._advances = bridge, conflicts, window, advances
        self._verdict = verdict
        self._order: tuple[str, ...] = ()  # what wanted the person when he was last at something
        verdict.verdict_chosen.connect(self.decide)
        verdict.draft_written.connect(bridge.ledger.save_draft)
        conflicts.bulk_wanted.connect(self.decide_together)

    def show_entry(self, entry: Entry | None) -> None:
        """Show a row of the list in the panel."""
        self._verdict.show_entry(entry, self._bridge.ledger.drafts, self._given(entry))

    def show_verdict(self, entry: Entry) -> None:
        """The same row with other verdicts."""
        self._verdict.show_verdict(entry, self._given(entry))

    def _given(self, entry: Entry | None) -> Given:
        """The verdicts that stand on a row, parted into one's own and other people's."""
        reviewer = self._bridge.ledger.reviewer.id
        given = self._bridge.review.of(identity(entry)) if entry else ()
        mine = next((verdict for verdict in given if verdict.reviewer.id == reviewer), None)
        return Given(mine, tuple(verdict for verdict in given if verdict is not mine))

    def decide(self, judgement: Judgement, by_key: bool) -> None:
        entry = self._conflicts.chosen()
        if len(self._conflicts.chosen_together()) > 1 and judgement.decision in TOGETHER:
            self.decide_together(judgement.decision)
            return
        if entry is None or entry.conflict is None:
            return
        undecided = not decides(self._given(entry).mine)
        self._order = self._queue()
        saved = self._bridge.ledger.judge((entry.conflict.id,), judgement)
        if saved and by_key and undecided and self._advances():
            self.step_undecided(1)

    def decide_together(self, decision: Decision) -> None:
        chosen = self._conflicts.chosen_together()
        if agreed(self._window, decision, chosen) and self._still_there(chosen):
            with waiting(len(chosen)):
                self._bridge.ledger.judge([e.conflict.id for e in chosen if e.conflict], Judgement(decision))

    def _still_there(self, chosen: Sequence[Entry]) -> bool:
        """Whether these conflicts are what they were: another case or analysis may have come while it was asked."""
        there = {entry.conflict.id: entry.conflict for entry in self._conflicts.model.rows if entry.conflict}
        still = all(entry.conflict is None or there.get(entry.conflict.id) == entry.conflict for entry in chosen)
        if not still:
            announce(self._conflicts.view, tr("The case has changed meanwhile. Choose once more."))
        return still

    def step_undecided(self, by: int) -> None:
        """The next in the list that nobody has decided; where things are assigned, the next that wants this person."""
        if self._bridge.ledger.said.assignments:
            order = self._queue()
            chosen = self._conflicts.chosen()
            found = following(order, self._order, identity(chosen) if chosen else "", by)
            self._order = order
            if not (found and self._conflicts.choose(found)):
                announce(self._conflicts.view, tr("Nothing waits for you"))
        elif not self._conflicts.step(by, undecided=True):
            announce(self._conflicts.view, tr("No conflict is undecided"))

    def _queue(self) -> tuple[str, ...]:
        """What wants this person, in order, of what the list shows."""
        ledger = self._bridge.ledger
        if ledger.case is None or not ledger.said.assignments:
            return ()
        wanted = queue(ledger.case, ledger.review, ledger.reviewer, ledger.said)
        return tuple(id for id in wanted if self._conflicts.model.row_of(id) is not None)


def following(order: Sequence[str], before: Sequence[str], here: str, by: int) -> str:
    """What comes after `here` in an order, all round; where it has left it, after its place in the order `before`."""
    if here in order:
        return order[(order.index(here) + by) % len(order)]
    if here in before:
        at = before.index(here)
        ahead = before[at + 1 :] if by > 0 else before[:at][::-1]
        if found := next((id for id in ahead if id in order), ""):
            return found
    return order[0 if by > 0 else -1] if order else ""
