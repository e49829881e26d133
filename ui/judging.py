"""Carries verdicts from the list and the panel to the bridge: one at a time, or one for many rows."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from factcheck.values import Answer, Decision, Judgement
from ui.announce import announce
from ui.bridge import Bridge
from ui.bulk import TOGETHER, agreed
from ui.conflict_panel import ConflictPanel
from ui.translation import tr
from ui.verdict import VerdictPanel


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
        verdict.verdict_chosen.connect(self.decide)
        verdict.draft_written.connect(bridge.ledger.save_draft)
        conflicts.bulk_wanted.connect(self.decide_together)

    def decide(self, decision: Decision, answer: Answer | None, rationale: str, by_key: bool) -> None:
        entry = self._conflicts.chosen()
        if len(self._conflicts.chosen_together()) > 1 and decision in TOGETHER:
            self.decide_together(decision)
            return
        if entry is None or entry.conflict is None:
            return
        judgement = Judgement(decision, (answer.text,) if answer else (), rationale)
        saved = self._bridge.ledger.judge((entry.conflict.id,), judgement)
        if saved and by_key and entry.verdict is None and self._advances():
            self.step_undecided(1)

    def decide_together(self, decision: Decision) -> None:
        chosen = self._conflicts.chosen_together()
        if agreed(self._window, decision, chosen):
            self._bridge.ledger.judge([e.conflict.id for e in chosen if e.conflict], Judgement(decision))

    def step_undecided(self, by: int) -> None:
        if not self._conflicts.step(by, undecided=True):
            announce(self._conflicts.view, tr("No conflict is undecided"))
