"""Opens the rules of the case, and offers one after a dismissal that would have settled it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QMenu, QWidget

from factcheck.values import Change, Triage, Verdict
from ui.announce import announce
from ui.bridge import Bridge
from ui.hand.case_rules import CaseRules
from ui.notice import Notice
from ui.translation import tr, trn


@dataclass(frozen=True, slots=True)
class Offer:
    """A rule that could be made, and how many conflicts it would dismiss besides the one at hand."""

    change: Change
    others: int


def reach_words(others: int) -> str:
    """What accepting a rule would do to the rest of the case."""
    if not others:
        return tr("It would dismiss no other conflict.")
    return trn(
        "It would also dismiss {count} other conflict.", "It would also dismiss {count} other conflicts.", others
    )


class Ruling(QObject):
    def __init__(self, bridge: Bridge, notice: Notice, window: QWidget) -> None:
        super().__init__(window)
        self._bridge, self._notice, self._window = bridge, notice, window
        self.dialog: CaseRules | None = None
        bridge.ledger.verdict_saved.connect(self._look)

    def show_rules(self) -> None:
        case = self._bridge.case
        if case is None:
            return
        self.dialog = CaseRules(self._window, lambda changes: bool(self._bridge.ledger.act(changes)))
        self.dialog.show_case(case)
        self.dialog.finished.connect(self._forget_dialog)
        self.dialog.open()

    def renew(self) -> None:
        """Show the rules that stand by now."""
        if self.dialog is not None and self._bridge.case is not None:
            self.dialog.show_case(self._bridge.case)

    def _forget_dialog(self, _result: int) -> None:
        self.dialog = None

    # --- offers -----------------------------------------------------------------------------------

    def _look(self, verdict: Verdict) -> None:
        if verdict.triage is Triage.DISMISSED and verdict.ground is not None:
            QTimer.singleShot(0, self, partial(self._offer, verdict))  # what was saved is shown first

    def _offer(self, verdict: Verdict) -> None:
        """In the quiet bar, with a button that makes the rule; of several, a menu of them."""
        from factcheck.hand import also_settled, offered_rules
        from ui.hand.words import change_sentence

        case = self._bridge.case
        if case is None:
            return
        offered = [Offer(c, len(also_settled(case, verdict, c))) for c in offered_rules(case, verdict)]
        if not offered:
            return
        sentence, reach = change_sentence(offered[0].change), reach_words(offered[0].others)
        do: Callable[[], object] = partial(self._make, offered[0].change)
        words = tr("Make it a rule")
        if len(offered) > 1:
            do, words = partial(self._choose, offered), tr("Make it a rule…")
        self._notice.tell((sentence, reach), words, do)
        announce(self._window, f"{tr('{sentence} It can be made a rule.', sentence=sentence)} {reach}")

    def menu(self, offered: Sequence[Offer]) -> QMenu:
        """The rules to choose from, each with how far it reaches."""
        from ui.hand.words import change_sentence

        menu = QMenu(self._window)
        menu.aboutToHide.connect(menu.deleteLater)
        for offer in offered:
            told = f"{change_sentence(offer.change)} {reach_words(offer.others)}"
            action = menu.addAction(told.replace("&", "&&"))
            action.triggered.connect(lambda _=False, change=offer.change: self._make(change))
        return menu

    def _choose(self, offered: Sequence[Offer]) -> None:
        button = self._notice.action
        self.menu(offered).popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _make(self, change: Change) -> None:
        if self._bridge.ledger.act((change,)):
            self._notice.hide()
