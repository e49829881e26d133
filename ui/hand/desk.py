"""What can be done by hand: each method is a thing somebody can ask for by a key, a menu or a button."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QWidget

from factcheck.values import Act, Analysis, Article, Case, Change, Claim, Group, Span
from ui.announce import announce
from ui.bridge import Bridge
from ui.cases import CaseDesk
from ui.conflict_panel import ConflictPanel
from ui.conflicts import Entry
from ui.hand.meant import claim_meant, place_of, selected_words, trimmed
from ui.hand.revising import Revising
from ui.hand.ruling import Ruling
from ui.hand.tending import Tending
from ui.notice import Notice
from ui.reading.area import ReadingArea
from ui.reading.marks import Mark
from ui.reading.menus import Deed
from ui.statusline import StatusLine
from ui.translation import tr
from ui.wording import shortened

if TYPE_CHECKING:  # dialogs are read when they are opened first
    from ui.hand.sheet import Sheet
    from ui.reading.pane import ArticlePane

Words = tuple[Article, Span]


@dataclass(frozen=True, slots=True)
class Around:
    """The parts of the window in which this desk speaks."""

    status: StatusLine
    notice: Notice
    cases: CaseDesk
    afterwards: Callable[[Callable[[], object]], None]
    """Does something once the window shows what was done."""


class HandDesk(QObject):
    """Asks what it must, and hands the change to the ledger. The status line tells why something cannot be done."""

    def __init__(
        self,
        bridge: Bridge,
        conflicts: ConflictPanel,
        reading: ReadingArea,
        around: Around,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._bridge, self._conflicts, self._reading, self._window = bridge, conflicts, reading, window
        self._say, self._afterwards = around.status.show_said, around.afterwards
        self.tending = Tending(bridge, conflicts, reading, around.notice, self._say, window)
        self.ruling = Ruling(bridge, around.notice, window)
        self.revising = Revising(bridge, around.cases, self.tending, around.notice, window)
        self.sheet: Sheet | None = None
        """The dialog that is open."""
        reading.pointing.more = self.deeds
        reading.pointing.note_wanted.connect(self.edit_note)
        conflicts.join_wanted.connect(self.join)
        for told in (bridge.case_opened, bridge.case_changed, bridge.ledger.review_changed):
            told.connect(self._renew)
        bridge.case_settled.connect(self._warm)

    def _renew(self, *_: object) -> None:
        self.tending.count()
        self.ruling.renew()

    def _warm(self, case: Case) -> None:
        """Read what a hand needs in an errand, or the first thing done by hand would wait half a second for it."""

        def prepare() -> None:
            from factcheck.hand.index import prepare

            prepare(case.found or Analysis(), case.articles)

        self._bridge.run_errand(prepare)

    # --- words ------------------------------------------------------------------------------------

    def mark(self, words: Words | None = None) -> None:
        """Take the selected words for a claim."""
        case, words = self._bridge.case, words or self._selected()
        if case is None or case.analysis is None or words is None:
            return
        from ui.hand.marking import MarkSheet

        sheet = MarkSheet(self._window, case, words, self.chosen_group, self._record_mark)
        self._open(sheet, place_of(self._reading, words[0].id, words[1]))

    def note(self, words: Words | None = None) -> None:
        """Write a note on the selected words, else on those of the claim that is meant."""
        claim = claim_meant(self._reading)
        if words is None:
            words = selected_words(self._reading) or (self._words_of(claim) if claim else None)
        case = self._bridge.case
        words = words or self._selected()
        if case is None or words is None:
            return
        from ui.hand.noting import NoteSheet

        there = next((n for n in self._notes_on(words)), None)
        if there is not None:
            self.edit_note(there)
            return
        self._open(NoteSheet(self._window, case, words, self._record), place_of(self._reading, words[0].id, words[1]))

    def edit_note(self, act_id: str) -> None:
        """Open a note on a passage, with its words selected."""
        from factcheck.hand import notes
        from ui.hand.noting import NoteSheet

        case = self._bridge.case
        found = next((n for n in notes(case) if n.act.id == act_id), None) if case else None
        if case is None or found is None:
            return
        article = case.article(found.article)
        self.show_words(article, found.span)
        sheet = NoteSheet(self._window, case, (article, found.span), self._record, found.act, found.text)
        self._open(sheet, place_of(self._reading, article.id, found.span))

    def _notes_on(self, words: Words) -> Sequence[str]:
        pane = self._reading.shelf.pane_of(words[0].id)
        return [n.act.id for n in pane.text.notes() if n.span == words[1]] if pane else ()

    # --- claims -----------------------------------------------------------------------------------

    def correct(self, claim: Claim | None = None) -> None:
        """Correct what the claim that is meant was read as."""
        case, claim = self._bridge.case, claim or self._meant()
        if case is None or claim is None:
            return
        from factcheck.hand import correction_on
        from ui.hand.correcting import CorrectSheet

        sheet = CorrectSheet(self._window, case, claim, self._record, correction_on(case, claim.id))
        self._open(sheet, place_of(self._reading, claim.article, claim.span))

    def refuse(self, claim: Claim | None = None) -> None:
        """These words are no claim."""
        case, claim = self._bridge.case, claim or self._meant()
        if case is not None and claim is not None:
            from factcheck.hand import unsaid

            self._record((unsaid(case, claim.id),))

    def answer(self, claim: Claim | None = None) -> None:
        """Choose the question that the claim answers."""
        case, claim = self._bridge.case, claim or self._meant()
        if case is None or claim is None:
            return
        from ui.hand.questions import Questions

        listed = Questions(self._window, case, claim, self.chosen_group)
        listed.chosen.connect(partial(self.link, claim))
        place = place_of(self._reading, claim.article, claim.span)
        listed.open(place or self._reading.mapToGlobal(QPoint(40, 40)), self._window.size())

    def link(self, claim: Claim, group: str) -> None:
        """The claim answers the question of this group."""
        case = self._bridge.case
        if case is not None:
            from factcheck.hand import join

            self._record((join(case, (group, claim.id)),))

    def set_apart(self, claim: Claim | None = None) -> None:
        """The claim does not answer the question it was put to."""
        case, claim = self._bridge.case, claim or self._meant()
        if case is None or claim is None:
            return
        group = self._held_with_others(claim)
        if group is None:
            self._tell(tr("This claim stands alone already."))
            return
        from factcheck.hand import split

        self._record((split(case, (claim.id,), group=group.id),))

    def _held_with_others(self, claim: Claim) -> Group | None:
        """A question the claim answers beside others, the chosen one first."""
        held = [g for g in self._groups() if claim.id in g.claims and len(g.claims) > 1]
        chosen = self.chosen_group
        return next((g for g in held if chosen and g.id == chosen.id), held[0] if held else None)

    # --- questions --------------------------------------------------------------------------------

    def join(self) -> None:
        """The questions of the chosen rows are one."""
        case = self._bridge.case
        groups = [g for entry in self._conflicts.rows_together() if (g := self._group_of(entry))]
        groups = list({g.id: g for g in groups}.values())
        if case is None or len(groups) < 2:
            self._tell(tr("Choose several rows of the list first: Shift or Ctrl with a click, Shift with the arrows."))
            return
        from ui.hand.joining import JoinSheet

        self._open(JoinSheet(self._window, case, groups, self._record))

    def split(self) -> None:
        """Some claims of the chosen question answer another one."""
        case, group = self._bridge.case, self.chosen_group
        if case is None or group is None or len(group.claims) < 2:
            self._tell(tr("Choose a question with several claims first."))
            return
        from ui.hand.joining import SplitSheet

        self._open(SplitSheet(self._window, case, group, self._record))

    @property
    def chosen_group(self) -> Group | None:
        """The question that is chosen in the list."""
        entry = self._conflicts.chosen()
        return self._group_of(entry) if entry else None

    def _group_of(self, entry: Entry) -> Group | None:
        id = entry.conflict.group if entry.conflict else entry.group.id if entry.group else ""
        return next((g for g in self._groups() if g.id == id), None)

    def _groups(self) -> Sequence[Group]:
        case = self._bridge.case
        return case.analysis.groups if case and case.analysis else ()

    # --- the menu over words ------------------------------------------------------------------------

    def deeds(self, pane: ArticlePane, marks: list[Mark]) -> Sequence[Deed]:
        """What can be done by hand with the selection and the innermost claim at a place."""
        case = self._bridge.case
        if case is None or case.analysis is None:
            return ()
        article = case.articles[pane.number]
        span = trimmed(article, pane.text.selected_span())
        words = (article, span) if span.start < span.end else None
        claim = self._reading.claims[marks[0].claim] if marks else None
        noted = words or (self._words_of(claim) if claim else None)
        lines = [
            Deed(tr("Mark as a claim…"), partial(self.mark, words) if words else None),
            Deed(tr("Note on these words…"), partial(self.note, noted) if noted else None),
        ]
        return (*lines, *self._deeds_on(claim)) if claim else lines

    def _deeds_on(self, claim: Claim) -> Sequence[Deed]:
        chosen, apart = self.chosen_group, self._held_with_others(claim)
        lines = [
            Deed(tr("Correct the claim…"), partial(self.correct, claim)),
            Deed(tr("Not a claim"), partial(self.refuse, claim)),
        ]
        if chosen and claim.id not in chosen.claims:
            asked = tr("Answers “{question}”", question=shortened(chosen.question, 40))
            lines.append(Deed(asked, partial(self.link, claim, chosen.id)))
        lines.append(Deed(tr("Answers another question…"), partial(self.answer, claim)))
        lines.append(Deed(tr("Set apart from its question"), partial(self.set_apart, claim) if apart else None))
        return lines

    # --- within -----------------------------------------------------------------------------------

    def show_words(self, article: Article, span: Span) -> None:
        """Select words in their article, which takes the keyboard."""
        places = self._reading.shelf.places
        number = next((place.number for place in places if place.article.id == article.id), None)
        if number is not None:
            self._reading.focus_pane(number)
            pane = places[number].pane
            if pane is not None:
                pane.text.select(span)

    def _selected(self) -> Words | None:
        words = selected_words(self._reading)
        if words is None:
            self._tell(tr("Select words in an article first: with the mouse, or with F7 and Shift with the arrows."))
        return words

    def _meant(self) -> Claim | None:
        claim = claim_meant(self._reading)
        if claim is None:
            self._tell(tr("Choose a claim first: click its words, or take it from the list of claims (L)."))
        return claim

    def _words_of(self, claim: Claim) -> Words | None:
        case = self._bridge.case
        return (case.article(claim.article), claim.span) if case else None

    def _record(self, changes: Sequence[Change]) -> bool:
        return bool(self._bridge.ledger.act(changes))

    def _record_mark(self, changes: Sequence[Change]) -> bool:
        made = self._bridge.ledger.act(changes)
        if made:
            self._show_marked(made[-1])
        return bool(made)

    def _show_marked(self, act: Act) -> None:
        """Lead with the claim that was marked, its words no longer selected."""
        from factcheck.hand import laid_on

        case = self._bridge.case
        marked = laid_on(case).on_claims if case else {}
        claim = next((id for id, acts in marked.items() if any(each.id == act.id for each in acts)), None)
        for place in self._reading.shelf.places:
            if place.pane is not None:
                place.pane.text.deselect()
        if claim is not None:
            self._afterwards(partial(self._reading.go_to, claim))

    def _open(self, sheet: Sheet, place: QPoint | None = None) -> None:
        self.sheet = sheet
        sheet.finished.connect(self._forget_sheet)
        sheet.open_at(place)

    def _forget_sheet(self, _result: int) -> None:
        self.sheet = None

    def _tell(self, told: str) -> None:
        self._say(told)
        announce(self._window, told)
