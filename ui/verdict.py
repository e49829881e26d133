"""The panel under the list: why the chosen claims cannot all be true, the choices, and the note that goes with one."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QPainter, QPaintEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from factcheck.values import Decision, Ground, Judgement, Verdict
from ui.choice_grid import ChoiceGrid
from ui.choices import Choice, ChoiceButton
from ui.conflicts import Entry, identity
from ui.grounds import DISMISSALS, GroundLine
from ui.plain import PlainLabel, tool_tip
from ui.theme import interface_font, interface_px
from ui.translation import mark, tr
from ui.verdict_words import choices_of, given_by, reason_of, told

DRAFT_AFTER = 800  # milliseconds without a key press
DRAFT_AT_LATEST = 1500  # and with one after the other: a draft must be on disk within 2 s of its first letter

ELSEWHERE = mark("The choices and the note stand in the record. Their keys work here as well.")

CHANGED = mark("The claims are not all those your verdict was given on; it wants another look.")


@dataclass(frozen=True, slots=True)
class Given:
    """The verdicts that stand on one question: one's own, and other people's, newest first."""

    mine: Verdict | None = None
    others: tuple[Verdict, ...] = ()


class Note(QPlainTextEdit):
    """The rationale, as plain text. Tab leaves it."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__(placeholderText=tr("Note: what decides it  ( N )"))
        self.setAccessibleName(tr("Rationale of the verdict"))
        self.setTabChangesFocus(True)
        self.setFixedHeight(66)
        self.setAcceptDrops(False)  # files dropped here are meant for the window

    def go_on(self) -> None:
        """Take the keyboard, where the caret was left; after what is written when it was nowhere yet."""
        self.setFocus()
        if self.textCursor().atStart():
            self.moveCursor(QTextCursor.MoveOperation.End)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class VerdictPanel(QWidget):
    """Shows one entry of the list. Emits the wish for a verdict and the drafts of its note; stores nothing."""

    verdict_chosen = Signal(object, bool)  # Judgement, by a key
    draft_written = Signal(str, str)  # conflict or group id, text
    note_written = Signal(str)  # at every letter
    note_wanted = Signal()  # while the panel is folded: the note is written elsewhere

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Verdict"))
        self._entry: Entry | None = None
        self._given = Given()
        self._edited = False  # since the note was last handed over
        self._folded = False
        self.buttons: dict[str, ChoiceButton] = {}
        self._pause = QTimer(self, singleShot=True, interval=DRAFT_AFTER)
        self._longest = QTimer(self, singleShot=True, interval=DRAFT_AT_LATEST)
        self._build()
        self._pause.timeout.connect(self.keep_draft)
        self._longest.timeout.connect(self.keep_draft)
        self.note.textChanged.connect(self._note_edited)
        self.note.left.connect(self.keep_draft)
        self._choices.clicked.connect(self._decide)
        self.renew.clicked.connect(self._renew)
        self.ground.ground_chosen.connect(self._dismiss)
        self.show_entry(None, {})

    def _build(self) -> None:
        self.reason = PlainLabel(wrap=True)
        self.reason.setAccessibleName(tr("Why it is a conflict"))
        self.changed = PlainLabel(tr(CHANGED), role="muted", wrap=True)
        self.ground = GroundLine()
        self.people = PlainLabel(role="muted", wrap=True)
        self.people.setAccessibleName(tr("Other people’s verdicts"))
        for label in (self.reason, self.changed, self.people):
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.elsewhere = PlainLabel(tr(ELSEWHERE), role="muted", wrap=True)
        self.elsewhere.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self._choices = ChoiceGrid()
        self.note = Note()
        self.renew = QPushButton(tr("Save the changed note"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(6)
        layout.addWidget(self.reason)
        layout.addWidget(self.changed)
        layout.addWidget(self.elsewhere)
        layout.addWidget(self._make_body())
        layout.addStretch()

    def _make_body(self) -> QWidget:
        """What is away while the panel is folded."""
        self._body = QWidget()
        body = QVBoxLayout(self._body)
        body.setContentsMargins(0, 2, 0, 0)
        body.setSpacing(6)
        body.addLayout(self._choices)
        for widget in (self.ground, self.people, self.note, self.renew):
            body.addWidget(widget)
        return self._body

    def minimumSizeHint(self) -> QSize:
        """None: Qt's own guess, for words wrapped very narrowly, would be higher than what is needed."""
        return QSize(0, 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.palette().base())
        painter.fillRect(0, 0, self.width(), 1, self.palette().midlight())

    # --- what is shown ----------------------------------------------------------------------------

    def show_entry(self, entry: Entry | None, drafts: dict[str, str], given: Given | None = None) -> None:
        """Show a row of the list: its reason, its choices with the given verdict marked, its note.

        Without `given` the verdict of the row is one's own.
        """
        self.keep_draft()
        self._entry, self._given = entry, given or Given(entry.verdict if entry else None)
        self._explain(entry)
        self._offer(entry)
        self._fill_note(entry, drafts)
        self._mark()

    def show_verdict(self, entry: Entry, given: Given | None = None) -> None:
        """The same row with another verdict; what is being typed stays."""
        self._entry, self._given = entry, given or Given(entry.verdict)
        if self._given.mine and self._given.mine.rationale == self.note.toPlainText():
            self._edited = False  # the note was saved with the verdict
        self._mark()

    def _explain(self, entry: Entry | None) -> None:
        self.reason.setText(reason_of(entry))
        self.changed.setVisible(bool(entry and entry.changed))

    def set_folded(self, folded: bool) -> None:
        """Leave the room to the list while the record shows the same choices; the keys give verdicts all the same."""
        self._folded = folded
        self._unfold()

    def _unfold(self) -> None:
        """As much as there is to choose, where it is not folded."""
        self._body.setHidden(self._folded)
        self.elsewhere.setVisible(self._folded and bool(self.buttons))

    def _offer(self, entry: Entry | None) -> None:
        offered = tuple(choices_of(entry.conflict, entry)) if entry and entry.conflict else ()
        self.buttons = self._choices.offer(offered)
        self._unfold()

    def _fill_note(self, entry: Entry | None, drafts: dict[str, str]) -> None:
        """The note of a group without a conflict is written in its record, and kept here all the same."""
        given = self._given.mine.rationale if self._given.mine else ""
        with QSignalBlocker(self.note):
            self.note.setPlainText(drafts.get(identity(entry), given) if entry and self._about else "")
        self.note.setVisible(bool(entry and entry.conflict))

    @property
    def _about(self) -> str:
        """The conflict or group that is shown; empty without one."""
        return identity(self._entry) if self._entry and (self._entry.conflict or self._entry.group) else ""

    def _mark(self) -> None:
        mine = self._given.mine
        for button in self.buttons.values():
            button.setChecked(mine is not None and given_by(button.choice, mine))
        self.ground.show_verdict(mine if self.buttons else None)
        self.people.setText("\n".join(told(verdict) for verdict in self._given.others))
        self.people.setToolTip(tool_tip(", ".join(verdict.reviewer.name for verdict in self._given.others)))
        self.people.setVisible(bool(self._given.others))
        self._offer_renewal()

    def _offer_renewal(self) -> None:
        mine = self._given.mine
        changed = self.buttons and mine and mine.rationale != self.note.toPlainText()
        self.renew.setVisible(bool(changed))

    def set_text_size(self, px: int) -> None:
        """`px` is the size of the articles' words."""
        self.setFont(interface_font(interface_px(px)))
        self._choices.invalidate()

    # --- what is wished ---------------------------------------------------------------------------

    def press(self, key: str) -> bool:
        """Give the verdict of this key; False when the chosen conflict has no such choice."""
        button = self.buttons.get(key)
        if button is not None:
            self._wish(button.choice, by_key=True)
        return button is not None

    def press_beside(self, key: str) -> None:
        """The answer of this key is right beside those that are, or is not any more. Goes on to no other conflict."""
        button = self.buttons.get(key)
        if button is not None and button.choice.answer is not None:
            self._wish(button.choice, beside=True)

    def write_note(self) -> None:
        if self._folded:
            self.note_wanted.emit()
        elif self.note.isVisible():
            self.note.go_on()

    def keep_draft(self) -> None:
        """Hand the note over for saving if it was edited since it was last handed over."""
        if self._edited and self._about:
            self._edited = False
            self._pause.stop()
            self._longest.stop()
            self.draft_written.emit(self._about, self.note.toPlainText())

    def set_note(self, text: str) -> None:
        """The note as it is being written elsewhere."""
        if text != self.note.toPlainText():
            self.note.setPlainText(text)

    def _note_edited(self) -> None:
        self._edited = True
        self._pause.start()
        if not self._longest.isActive():
            self._longest.start()
        self._offer_renewal()
        self.note_written.emit(self.note.toPlainText())

    def choose_ground(self) -> None:
        """Open the menu of grounds; one chosen at a conflict that is not dismissed dismisses it."""
        if self.buttons:
            self.ground.open()

    def _decide(self, button: ChoiceButton) -> None:
        several = QGuiApplication.keyboardModifiers() & Qt.KeyboardModifier.ControlModifier
        self._wish(button.choice, beside=bool(several))

    def _renew(self) -> None:
        """Give one's verdict once more, with the note as it is now."""
        mine = self._given.mine
        if mine is not None:
            self._emit(Judgement(mine.decision, mine.answers, self.note.toPlainText(), mine.ground))

    def _dismiss(self, ground: Ground) -> None:
        mine = self._given.mine
        dismissed = mine is not None and mine.decision in DISMISSALS
        decision = mine.decision if mine and dismissed else Decision.NOT_A_CONFLICT
        self._emit(Judgement(decision, (), self.note.toPlainText(), ground), by_key=not dismissed)

    def _wish(self, choice: Choice, *, by_key: bool = False, beside: bool = False) -> None:
        """`beside`: the answer is right, or no longer, beside those that are; the last of them stays."""
        mine = self._given.mine
        answers: tuple[str, ...] = (choice.answer.text,) if choice.answer else ()
        if beside and answers and mine and mine.decision is Decision.ANSWER:
            wanted = set(mine.answers) ^ set(answers)
            if not wanted:
                self._mark()  # the click has let its button go
                return
            offered = [b.choice.answer.text for b in self.buttons.values() if b.choice.answer]
            answers = tuple(text for text in offered if text in wanted)
        ground = mine.ground if mine and mine.decision is choice.decision else None
        self._emit(Judgement(choice.decision, answers, self.note.toPlainText(), ground), by_key=by_key)

    def _emit(self, judgement: Judgement, *, by_key: bool = False) -> None:
        self.verdict_chosen.emit(judgement, by_key)
        self._mark()  # a click checks its button even when nothing was saved
