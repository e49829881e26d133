"""Tends the tray: counts what has lost its words, shows it, and gives a thing the place that a person chooses."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from factcheck.values import Case, Sort
from factcheck.values.team import Talk
from ui.announce import announce
from ui.bridge import Bridge
from ui.conflict_panel import ConflictPanel
from ui.conflicts import identity
from ui.hand.lost import Lost, lost_in
from ui.hand.meant import selected_words
from ui.hand.tray import Tray
from ui.hand.words import KINDS
from ui.notice import Notice
from ui.reading.area import ReadingArea
from ui.translation import tr

SAID = frozenset({Sort.COMMENT, Sort.ASSIGNMENT, Sort.SIGNATURE})


class Tending(QObject):
    """`say` tells in the status line; the quiet bar keeps what is being placed until it has its place."""

    def __init__(
        self,
        bridge: Bridge,
        conflicts: ConflictPanel,
        reading: ReadingArea,
        notice: Notice,
        say: Callable[[str], object],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._bridge, self._conflicts, self._reading, self._notice = bridge, conflicts, reading, notice
        self._say, self._window = say, window
        self.tray: Tray | None = None
        conflicts.tray.clicked.connect(self.show_tray)

    @property
    def things(self) -> tuple[Lost, ...]:
        """All that has no place now."""
        ledger = self._bridge.ledger
        if ledger.case is None:
            return ()
        talked = any(act.sort in SAID for act in ledger.case.acts)
        return lost_in(ledger.case, ledger.review, ledger.said if talked else Talk(), ledger.lost_drafts)

    def count(self) -> None:
        """Say at the foot of the list how much has no place."""
        things = self.things
        self._conflicts.tray.show_count(len(things))
        if self.tray is not None:
            self.tray.show_things(things)

    def show_tray(self) -> None:
        things = self.things
        if not things:
            self._tell(tr("Everything has its words."))
            return
        self.tray = Tray(self._window, things)
        self.tray.place_wanted.connect(self.begin)
        self.tray.gone.connect(self.take_away)
        self.tray.finished.connect(self._forget_tray)
        self.tray.open()

    def _forget_tray(self, _result: int) -> None:
        self.tray = None

    def take_away(self, thing: Lost) -> None:
        """The thing is there no more; an act is taken away by an act, which can be undone."""
        from factcheck.hand import take_away

        if thing.act is not None:
            self._bridge.ledger.act((take_away(thing.act),))
        elif thing.draft is not None:
            self._bridge.ledger.drop_draft(thing.draft)
        self.count()

    # --- placing ----------------------------------------------------------------------------------

    def begin(self, thing: Lost) -> None:
        """Ask for the place in the quiet bar: the articles and the list stay free to be used."""
        if thing.on_question:
            asked = tr("Choose the question in the list to which this belongs now: {what}", what=thing.what)
        elif thing.kind is None:
            asked = tr("Select the words in an article on which this stands now: {what}", what=thing.what)
        else:
            told = {"what": thing.what, "words": thing.quote, "kind": tr(KINDS[thing.kind])}
            asked = tr("Select in an article the words that stand for {words} now ({kind}): {what}", **told)
        self._notice.tell((asked,), tr("Place it here"), partial(self.place, thing))
        self._show_likeliest(thing)
        if thing.on_question:
            self._conflicts.view.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self._window, asked)

    def _show_likeliest(self, thing: Lost) -> None:
        """Tint the passage where the words most likely are, in its article, which gets the keyboard."""
        from factcheck.hand import likeliest

        ids = {place.article.id: place.number for place in self._reading.shelf.places}
        anchor = next((anchor for anchor in thing.anchors if anchor.article in ids), None)
        if anchor is None or self._bridge.case is None:
            return
        span = likeliest(anchor, self._bridge.case.article(anchor.article))
        self._reading.focus_pane(ids[anchor.article])
        if span is not None:
            self._reading.show_found({anchor.article: (span,)}, (anchor.article, span))

    def place(self, thing: Lost) -> None:
        """Give the thing the place that is selected or chosen by now."""
        placed = self._on_question(thing) if thing.on_question else self._on_words(thing)
        if not placed:
            return
        self._go_on(thing)
        self._notice.hide()
        self.count()
        if thing.act is not None and any(each.act and each.act.subject == thing.act.subject for each in self.things):
            self._tell(tr("More of its words are not found yet, or there is no claim of this kind on these words."))

    def _go_on(self, thing: Lost) -> None:
        """Give the keyboard to where the thing is now: the button that had it goes."""
        self._reading.show_found({})
        if thing.on_question:
            self._conflicts.view.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._reading.focus_pane(self._reading.focused)

    def _on_words(self, thing: Lost) -> bool:
        from factcheck.hand import place_again

        words, case = selected_words(self._reading), self._bridge.case
        if words is None or case is None or thing.act is None:
            self._tell(tr("Select words in an article first: with the mouse, or with F7 and Shift with the arrows."))
            return False
        article, span = words
        return bool(self._bridge.ledger.act((place_again(case, thing.act.id, article.id, span),)))

    def _on_question(self, thing: Lost) -> bool:
        entry, case = self._conflicts.chosen(), self._bridge.case
        if case is None or entry is None or not (entry.conflict or entry.group):
            self._tell(tr("Choose a question in the list first."))
            return False
        if thing.draft is not None:
            if self._bridge.ledger.place_draft(thing.draft, identity(entry)):
                return True
            self._tell(tr("Something was begun on that question already."))
            return False
        return self._move(case, thing, identity(entry))

    def _move(self, case: Case, thing: Lost, id: str) -> bool:
        from factcheck.replacing import OtherAnswers, Taken, placed_on

        assert thing.act is not None
        try:
            change = placed_on(case, thing.act, id)
        except Taken:
            self._tell(tr("You have a verdict on that question already. It would be replaced; take one of them away."))
            return False
        except OtherAnswers:
            self._tell(tr("That question does not have the answer this verdict names."))
            return False
        if thing.act.sort is Sort.VERDICT and thing.act.by.id != self._bridge.ledger.reviewer.id:
            self._tell(tr("Only {name} can give this verdict another place.", name=thing.act.by.name))
            return False
        return bool(self._bridge.ledger.act((change,)))

    def _tell(self, told: str) -> None:
        self._say(told)
        announce(self._window, told)
