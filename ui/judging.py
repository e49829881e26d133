"""Carries verdicts from the list and the panel to the bridge: one at a time, or one for many rows."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from factcheck.values import Decision, Judgement
from ui.announce import announce
from ui.bridge import Bridge
from ui.bulk import TOGETHER, agreed
from ui.conflict_panel import ConflictPanel
from ui.conflicts import Entry, decided, identity
from ui.translation import tr
from ui.verdict import Given, VerdictPanel


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
        undecided = not decided(self._given(entry).mine)
        saved = self._bridge.ledger.judge((entry.conflict.id,), judgement)
        if saved and by_key and undecided and self._advances():
            self.step_undecided(1)

    def decide_together(self, decision: Decision) -> None:
        chosen = self._conflicts.chosen_together()
        if agreed(self._window, decision, chosen):
            self._bridge.ledger.judge([e.conflict.id for e in chosen if e.conflict], Judgement(decision))

    def step_undecided(self, by: int) -> None:
        if not self._conflicts.step(by, undecided=True):
            announce(self._conflicts.view, tr("No conflict is undecided"))
