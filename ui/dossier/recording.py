"""The record page: what is typed is a draft on disk at once, and an act when it is saved."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QDesktopServices

from factcheck.anchors import place
from factcheck.markdown import followable
from factcheck.review import NOTE
from factcheck.scales import Scale
from factcheck.values import Evidence, Verdict
from ui.announce import announce
from ui.days import short_day_words
from ui.dossier.kept_files import KeptFiles
from ui.dossier.picking import selected_evidence
from ui.dossier.record import RecordForm
from ui.dossier.subject import Subject, Surroundings
from ui.dossier.written import RECORD, Written, fitting, from_text, suggestions, to_text, written_in
from ui.ledger import Ledger
from ui.people import short_name
from ui.plain import tool_tip
from ui.state import USUAL_SCALE
from ui.translation import tr
from ui.verdict import DRAFT_AFTER, DRAFT_AT_LATEST


class RecordPage(RecordForm):
    """Compares what stands on the form with the verdict that stands: what differs is a draft.

    The rationale is the note below the verdict: the panel keeps its draft, and both show every letter at once.
    """

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around = around
        self._subject: Subject | None = None
        self._mine: Verdict | None = None
        self._offered: object = None
        self._edited = False  # since the draft was last on disk
        self._pause = QTimer(self, singleShot=True, interval=DRAFT_AFTER)
        self._longest = QTimer(self, singleShot=True, interval=DRAFT_AT_LATEST)
        for timer in (self._pause, self._longest):
            timer.timeout.connect(self.keep_typed)
        self.edited.connect(self._note_edited)
        self.save_wanted.connect(self.save)
        self.rationale.changed.connect(self._tell_rationale)
        around.verdict.note_written.connect(self._take_rationale)
        around.verdict.note_wanted.connect(self.rationale.write)
        around.bridge.ledger.draft_saved.connect(lambda *_: self._tell_saved())
        self.kept = KeptFiles(around.bridge, self)
        self.evidence.words_wanted.connect(self._add_words)
        self.evidence.file_wanted.connect(self._add_file)
        self.evidence.opened.connect(self._open)
        self.evidence.saved.connect(self.kept.save_copy)
        self.kept.failed.connect(self.evidence.say)
        self._show_nothing()

    # --- what is shown ----------------------------------------------------------------------------

    def show_subject(self, subject: Subject | None) -> None:
        """Another question: its draft, else its verdict. The same one: what is being typed stays."""
        if subject is None:
            self.keep_typed()
            self._subject = None
            self._show_nothing()
            return
        same = self._subject is not None and self._subject.id == subject.id
        if not same:
            self.keep_typed()
        before, mine = self._mine, subject.review.by(self._ledger.reviewer.id, subject.id)
        offered, self._offered = self._offered, self._offering(subject)
        self._subject, self._mine = subject, mine
        self.setEnabled(True)
        if not same or offered != self._offered:
            written = self.written if same and self._differs(before) else None
            self.offer(subject.conflict, subject.entry, self._scales(), self._usual())
            self._fill(written)
        elif mine != before and self.written != written_in(mine):  # what was just saved stands there already
            self._fill(self._with_decision_of(mine) if self._differs(before) else written_in(mine))
        self.suggest(suggestions(subject, self._around.reading.choice.current, self.triage.answers))
        self.rationale.set_text(self._around.verdict.note.toPlainText())
        self._tell_saved()

    def _show_nothing(self) -> None:
        self._mine = None
        self.fill(Written(), None)
        self.setEnabled(False)
        self.show_saved("", unsaved=False)

    def _fill(self, written: Written | None) -> None:
        """Show this, else the draft, else what the verdict says."""
        assert self._subject is not None
        conflict = self._subject.conflict
        begun = written or from_text(self._ledger.draft(self._subject.id, RECORD)) or written_in(self._mine)
        self.fill(fitting(begun, [a.text for a in conflict.answers] if conflict else ()), self._subject.case)

    def _with_decision_of(self, verdict: Verdict | None) -> Written:
        """The record as it is being written, with the decision that was given meanwhile by a key."""
        given = written_in(verdict)
        return Written(self.written.record, given.decision, given.answers, given.ground)

    def _offering(self, subject: Subject) -> object:
        """What the form is made for: it is made anew only when this is another."""
        answers = tuple(a.text for a in subject.conflict.answers) if subject.conflict else ()
        return answers, subject.case.articles, self._usual()

    def _scales(self) -> tuple[Scale, ...]:
        return self._around.bridge.scales()

    def _usual(self) -> str:
        return self._around.state.read("scale", USUAL_SCALE)

    # --- what is typed ----------------------------------------------------------------------------

    def _note_edited(self) -> None:
        self._edited = True
        self._pause.start()
        if not self._longest.isActive():
            self._longest.start()
        self._tell_saved()

    def keep_typed(self) -> None:
        """Bring the draft to disk; what is the same as the verdict is none."""
        self._pause.stop()
        self._longest.stop()
        if self._subject is None or not self._edited:
            return
        self._edited = False
        self._ledger.save_draft(self._subject.id, to_text(self.written) if self._differs(self._mine) else "", RECORD)
        self._tell_saved()

    def save(self) -> None:
        """Make an act of what is written; it replaces one's own verdict, which becomes history."""
        subject = self._subject
        if subject is None or not self.evidence.form.settle() or not self._unsaved:
            return
        self._around.verdict.keep_draft()
        judgement = self.written.judgement(self.rationale.note.text())
        if self._ledger.judge((subject.id,), judgement, sorts=(NOTE, RECORD)):
            self._edited = False
            announce(self, tr("Record saved"))
        else:
            self._note_edited()

    def _differs(self, verdict: Verdict | None) -> bool:
        return self.written != written_in(verdict)

    @property
    def _unsaved(self) -> bool:
        rationale = self._mine.rationale if self._mine else ""
        return self._differs(self._mine) or self.rationale.note.text() != rationale

    def _tell_saved(self) -> None:
        if self._subject is None:
            return
        self.saved.setToolTip(tool_tip(self._mine.reviewer.name if self._mine else ""))
        if not self._unsaved:
            self.show_saved(_saved_words(self._mine), unsaved=False)
        elif self._edited:
            self.show_saved(tr("Not saved yet"), unsaved=True)
        else:
            self.show_saved(tr("Draft kept, not saved"), unsaved=True)

    # --- the rationale is the note ------------------------------------------------------------------

    def _tell_rationale(self, text: str) -> None:
        self._around.verdict.set_note(text)
        self._tell_saved()

    def _take_rationale(self, text: str) -> None:
        self.rationale.set_text(text)
        self._tell_saved()

    # --- evidence -----------------------------------------------------------------------------------

    def _add_words(self) -> None:
        found = selected_evidence(self._around.reading)
        if found is None:
            self.evidence.say(tr("Nothing is selected. Select words in an article first."))
        else:
            self.evidence.add_item(found)

    def _add_file(self) -> None:
        kept = self.kept.choose()
        if kept is not None:
            self.evidence.add_item(kept)

    def _open(self, evidence: Evidence) -> None:
        """Go to what an item is about."""
        if evidence.anchor is not None and self._subject is not None:
            there = place(evidence.anchor, self._subject.case.articles)
            if there:
                self._around.reading.show_found({there[0]: (there[1],)}, there)
        elif evidence.file:
            self.kept.open(evidence)
        elif followable(evidence.url):
            QDesktopServices.openUrl(QUrl(evidence.url, QUrl.ParsingMode.StrictMode))

    @property
    def _ledger(self) -> Ledger:
        return self._around.bridge.ledger


def _saved_words(verdict: Verdict | None) -> str:
    """ "Saved 10:31 by Ann", with the day when it was another one."""
    if verdict is None:
        return tr("Nothing is written yet")
    decided = verdict.decided.astimezone()
    clock, name = f"{decided:%H:%M}", short_name(verdict.reviewer.name)
    if decided.date() == date.today():
        return tr("Saved {time} by {name}", time=clock, name=name)
    day = short_day_words(decided.date(), year=True)
    return tr("Saved {day}, {time}, by {name}", day=day, time=clock, name=name)
