"""The page of the talk: who is to judge, what everybody decided and what others say of it, and comments."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from factcheck.team import comment, edited, sign, taken_away, unsigned
from factcheck.values import Case, Change
from ui.announce import announce
from ui.dossier.composer import Composer
from ui.dossier.fields import Growing
from ui.dossier.record import Paper
from ui.dossier.spoken import Given, Remark, Spoken, spoken
from ui.dossier.subject import Subject, Surroundings
from ui.dossier.talk_parts import AssignedPart, RemarksPart, VerdictsPart
from ui.ledger import Ledger
from ui.theme import Theme, interface_font, interface_px
from ui.translation import tr

COMMENT = "comment"
"""The sort of a draft of a new comment. That of an answer, of new words and of a disagreement name their subject."""

ANSWER, EDIT, AGREE, DISAGREE = "answer", "edit", "agree", "disagree"


class TalkPage(QWidget):
    """+ and − agree and disagree with the verdict that has the keyboard, else with the newest of another person."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self.setAccessibleName(tr("Talk"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("role", "paper")
        self._around = around
        self._subject: Subject | None = None
        self._shown: Spoken | None = None
        self._writing: tuple[str, str] | None = None  # what the composer within the page is for: how, and of what
        self.assigned, self.verdicts, self.remarks = AssignedPart(around), VerdictsPart(), RemarksPart()
        self.comment, self.inner = Composer(leavable=False), Composer(leavable=True)
        self.comment.dress(tr("Write a comment"), tr("Add the comment"), tr("Write a comment to the others"))
        self.remarks.add(self.comment)
        self.paper = Paper((self.assigned, self.verdicts, self.remarks))
        self.paper.setAccessibleName(tr("Talk"))
        self.setFocusProxy(self.paper)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.paper)
        self.inner.hide()
        self._join()

    def _join(self) -> None:
        self.comment.kept.connect(lambda text: self._keep(COMMENT, text))
        self.comment.sent.connect(self._add_comment)
        self.inner.kept.connect(self._keep_inner)
        self.inner.sent.connect(self._send_inner)
        self.inner.left.connect(self._leave_inner)
        self.verdicts.agreed.connect(self._agree)
        self.verdicts.disagreed.connect(lambda given: self._write(DISAGREE, given.subject))
        self.verdicts.taken_back.connect(self._unsign)
        self.remarks.answered.connect(lambda remark: self._write(ANSWER, remark.subject))
        self.remarks.edited.connect(lambda remark: self._write(EDIT, remark.subject))
        self.remarks.removed.connect(self._remove)
        self._around.bridge.reviewer_changed.connect(lambda _: self.show_subject(self._subject))

    # --- what is shown ----------------------------------------------------------------------------

    def show_subject(self, subject: Subject | None) -> None:
        """Another question with its drafts; the same one keeps what is being typed."""
        same = subject is not None and self._subject is not None and self._subject.id == subject.id
        if not same:
            self.keep_typed()
            self._put_away()
            self._shown = None
        self._subject = subject
        self.setEnabled(subject is not None)
        if subject is None:
            self._show(Spoken("", "", (), ()))
            self.comment.fill("")
            return
        if not same:
            self.comment.fill(self._ledger.draft(subject.id, COMMENT))
        self._show(spoken(subject, self._ledger.said, self._ledger.reviewer, self._begun()))

    def _show(self, now: Spoken) -> None:
        if now == self._shown:
            return
        writing, typing = self._writing, self.inner.field.hasFocus()
        self._take_out()
        self._shown = now
        self.assigned.show_assigned(now, self._subject)
        self.verdicts.show_verdicts(now.verdicts)
        self.remarks.show_remarks(now.remarks)
        if writing and self._place(writing):
            self.inner.show()
            if typing:
                self.inner.focus()
        else:
            self._writing = None

    def _begun(self) -> frozenset[str]:
        """The subjects of the comments with a draft."""
        assert self._subject is not None
        id = self._subject.id
        there = (thread for thread in self._ledger.said.comments.get(id, ()))
        subjects = [c.subject for thread in there for c in (thread.first, *thread.answers)]
        sorts = (ANSWER, EDIT)
        return frozenset(s for s in subjects if any(self._ledger.draft(id, f"{how} {s}") for how in sorts))

    # --- the composer within the page -------------------------------------------------------------

    def _write(self, how: str, of: str) -> None:
        """Open the composer below what it is about, with what was begun there."""
        assert self._subject is not None
        self.inner.keep()
        self._take_out()
        name, button, placeholder = _dress(how)
        self.inner.dress(name, button, placeholder, wordless=how == DISAGREE)
        begun = self._ledger.draft(self._subject.id, f"{how} {of}")
        self.inner.fill(begun or (self._words_of(of) if how == EDIT else ""))
        if self._place((how, of)):
            self._writing = (how, of)
            self.inner.show()
            self.inner.focus()
            self.paper.ensureWidgetVisible(self.inner)

    def _words_of(self, subject: str) -> str:
        remarks = self._shown.remarks if self._shown else ()
        return next((remark.text for remark in remarks if remark.subject == subject), "")

    def _place(self, writing: tuple[str, str]) -> bool:
        """Put the composer below the verdict or the comment; False when that is gone."""
        how, of = writing
        part = self.verdicts if how == DISAGREE else self.remarks
        return part.hold(of, self.inner)

    def _take_out(self) -> None:
        """Out of the part that holds it, before that is made anew."""
        self.inner.hide()
        self.inner.setParent(self)

    def _put_away(self) -> None:
        self._take_out()
        self._writing = None

    def _leave_inner(self) -> None:
        """What was typed there is not wanted any more."""
        if self._writing:
            self._keep(" ".join(self._writing), "")
        self._put_away()
        self.paper.setFocus()

    def _keep_inner(self, text: str) -> None:
        if self._writing:
            self._keep(" ".join(self._writing), text)

    def _send_inner(self, text: str) -> None:
        subject, writing = self._subject, self._writing
        if subject is None or writing is None:
            return
        how, of = writing
        changes: dict[str, Callable[[], Change]] = {
            ANSWER: lambda: comment(self._case, subject.id, text, answers=of),
            EDIT: lambda: edited(self._case, of, text, self._ledger.reviewer),
            DISAGREE: lambda: sign(self._case, self._verdict(of).id, False, text, self._ledger.reviewer),
        }
        if self._act(changes[how], " ".join(writing)):
            self._put_away()
            self.paper.setFocus()

    # --- acts -------------------------------------------------------------------------------------

    def _add_comment(self, text: str) -> None:
        subject = self._subject
        if subject and self._act(lambda: comment(self._case, subject.id, text), COMMENT):
            self.comment.fill("")
            announce(self, tr("Comment added"))

    def _agree(self, given: Given) -> None:
        self._act(lambda: sign(self._case, given.id, True, "", self._ledger.reviewer), f"{DISAGREE} {given.subject}")

    def _unsign(self, given: Given) -> None:
        change = unsigned(self._case, given.id, self._ledger.reviewer)
        if change:
            self._act(lambda: change)

    def _remove(self, remark: Remark) -> None:
        self._act(lambda: taken_away(self._case, remark.subject, self._ledger.reviewer), f"{EDIT} {remark.subject}")

    def _act(self, make: Callable[[], Change], done: str = "") -> bool:
        """Make and record one change; the draft of the sort `done` is forgotten with it."""
        assert self._subject is not None
        try:
            change = make()
        except ValueError:  # it was changed or taken away elsewhere, which is about to be shown
            return False
        return bool(self._ledger.act((change,), ((done, self._subject.id),) if done else ()))

    def _keep(self, sort: str, text: str) -> None:
        if self._subject is not None:
            self._ledger.save_draft(self._subject.id, text, sort)

    def keep_typed(self) -> None:
        self.comment.keep()
        self.inner.keep()

    def save(self) -> None:
        """Send what is being typed, where the keyboard is; else the one thing that was typed."""
        typed = [c for c in (self.inner, self.comment) if c.isVisible() and c.button.isEnabled()]
        here = [c for c in typed if c.field.hasFocus()]
        if here or len(typed) == 1:
            (here or typed)[0].send()

    # --- keys of the page -------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """+ and − belong to this page while the keyboard is in it and not in a text."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _choice_of(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        choose, given = _choice_of(event), self.verdicts.aimed_at()
        if choose and given:
            self._agree(given) if choose == AGREE else self._write(DISAGREE, given.subject)
        else:
            super().keyPressEvent(event)

    # --- the rest ---------------------------------------------------------------------------------

    @property
    def _ledger(self) -> Ledger:
        return self._around.bridge.ledger

    @property
    def _case(self) -> Case:
        assert self._ledger.case is not None
        return self._ledger.case

    def _verdict(self, subject: str) -> Given:
        shown = self._shown.verdicts if self._shown else ()
        found = next((given for given in shown if given.subject == subject), None)
        if found is None:
            raise ValueError("that verdict does not stand any more")
        return found

    def set_theme(self, _theme: Theme) -> None:
        """Every colour comes from the palette."""

    def set_text_size(self, px: int) -> None:
        self.setFont(interface_font(interface_px(px)))
        for field in self.findChildren(Growing):
            field.fit()


def _dress(how: str) -> tuple[str, str, str]:
    """The name of the composer, its button, and what stands in it while it is empty."""
    return {
        ANSWER: (tr("Answer"), tr("Send the answer"), ""),
        EDIT: (tr("The comment in other words"), tr("Save the comment"), ""),
        DISAGREE: (tr("I disagree because…"), tr("I disagree"), tr("Because … (may stay empty)")),
    }[how]


def _choice_of(event: QKeyEvent) -> str:
    if event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier):
        return ""
    return {Qt.Key.Key_Plus: AGREE, Qt.Key.Key_Minus: DISAGREE}.get(Qt.Key(event.key()), "")
