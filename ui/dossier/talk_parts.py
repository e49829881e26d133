"""The parts of the page of the talk: who is to judge, the verdicts side by side, the comments."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLayout, QToolButton, QVBoxLayout, QWidget

from ui.assigning import fill_menu
from ui.dossier.fields import LINK, Link, Section
from ui.dossier.spoken import Given, Reading, Remark, Spoken
from ui.dossier.subject import Subject, Surroundings
from ui.elided import Elided
from ui.flow import Flow
from ui.people import short_name
from ui.plain import PlainLabel, tool_tip
from ui.translation import tr

INDENT = 18  # pixels that an answer stands further in than what it answers


class AssignedPart(QWidget):
    """Who is to judge, and a menu to change it."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self.words = PlainLabel(wrap=True)
        self.words.setAccessibleName(tr("Assigned to"))
        self.button = QToolButton()
        self.button.setText(tr("Assign…"))
        self.button.setAccessibleName(tr("Assign the question"))
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._subject: Subject | None = None
        fill_menu(self.button, around.bridge, lambda: (self._subject.id,) if self._subject else ())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 6, 0, 0)
        row.addWidget(self.words, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)

    def show_assigned(self, now: Spoken, subject: Subject | None) -> None:
        self._subject = subject
        self.words.setText(_assigned(short_name(now.assigned), short_name(now.assigned_by)))
        self.words.setToolTip(tool_tip(_assigned(now.assigned, now.assigned_by)))


class _Rows(Section):
    """Rows that are made anew, each with room below it for the composer."""

    def __init__(self, title: str, nothing: str) -> None:
        super().__init__(title)
        self._nothing = PlainLabel(nothing, role="muted", wrap=True)
        self._column = QVBoxLayout()
        self._column.setSpacing(14)
        self.rows: dict[str, QWidget] = {}
        self.add(self._nothing, self._column)

    def show_rows(self, rows: Iterable[tuple[str, QWidget]]) -> None:
        for old in self.rows.values():
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.rows = dict(rows)
        for row in self.rows.values():
            self._column.addWidget(row)
            row.show()  # at once: what a click has brought may get the keyboard
        self._nothing.setVisible(not self.rows)

    def hold(self, of: str, widget: QWidget) -> bool:
        """Show a widget below a row; False when there is no such row."""
        row = self.rows.get(of)
        layout = row.layout() if row else None
        if layout is None:
            return False
        layout.addWidget(widget)
        return True


class VerdictsPart(_Rows):
    """Everybody's verdict, each with its second readings."""

    agreed = Signal(object)  # Given
    disagreed = Signal(object)
    taken_back = Signal(object)

    def __init__(self) -> None:
        super().__init__(tr("Verdicts"), tr("Nobody has decided this yet."))
        self._given: tuple[Given, ...] = ()

    def show_verdicts(self, given: Sequence[Given]) -> None:
        self._given = tuple(given)
        self.show_rows((each.subject, self._row(each)) for each in given)

    def aimed_at(self) -> Given | None:
        """Another person's verdict: the one with the keyboard, else the first."""
        others = [given for given in self._given if not given.mine]
        focused = QApplication.focusWidget()
        here = (g for g in others if focused and self.rows[g.subject].isAncestorOf(focused))
        return next(here, others[0] if others else None)

    def _row(self, given: Given) -> QWidget:
        row, column = _column()
        column.addLayout(_head(given.name, given.at, mine=given.mine))
        column.addWidget(PlainLabel(given.decided, wrap=True))
        if given.rationale:
            column.addWidget(_quiet(given.rationale))
        for reading in given.readings:
            _add_reading(column, reading)
        if not given.mine:
            column.addLayout(self._choices(given))
        return row

    def _choices(self, given: Given) -> QLayout:
        """What a second reader can say, on as many lines as the column needs."""
        line = Flow()
        read = given.read
        still = read is not None and not read.changed
        agree, disagree = QToolButton(), QToolButton()
        for button, text, key in ((agree, tr("I agree"), "+"), (disagree, tr("I disagree…"), "−")):
            button.setText(f"{text}   {key}")
            button.setProperty("role", "choice")
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.setAccessibleName(f"{given.name}: {text}")
            line.addWidget(button)
        agree.clicked.connect(partial(self.agreed.emit, given))
        disagree.clicked.connect(partial(self.disagreed.emit, given))
        if still:
            back = Link(tr("Take back"), tr("{name}: take back what I said", name=given.name))
            back.clicked.connect(partial(self.taken_back.emit, given))
            line.addWidget(back)
        return line


class RemarksPart(_Rows):
    """The comments, what answers one below it."""

    answered = Signal(object)  # Remark
    edited = Signal(object)
    removed = Signal(object)

    def __init__(self) -> None:
        super().__init__(tr("Comments"), tr("Nobody has said anything about it yet."))

    def show_remarks(self, remarks: Iterable[Remark]) -> None:
        self.show_rows((remark.subject, self._row(remark)) for remark in remarks)

    def _row(self, remark: Remark) -> QWidget:
        row, column = _column(INDENT * remark.depth)
        if remark.gone:
            gone = _quiet(tr("A comment of {name}’s that was taken away", name=short_name(remark.name)))
            gone.setToolTip(tool_tip(remark.name))
            column.addWidget(gone)
            return row
        column.addLayout(_head(remark.name, remark.at))
        column.addWidget(PlainLabel(remark.text, wrap=True))
        line = QHBoxLayout()
        line.setContentsMargins(-LINK, 0, 0, 0)  # their words stand below those of the comment
        links = Flow(gap=4)
        for link in self._links(remark):
            links.addWidget(link)
        line.addLayout(links)
        column.addLayout(line)
        return row

    def _links(self, remark: Remark) -> Iterable[Link]:
        told = [(tr("Answer"), self.answered)]
        if remark.mine:
            told += [(tr("Edit"), self.edited), (tr("Take away"), self.removed)]
        for words, signal in told:
            link = Link(words, f"{remark.name}, {remark.at}: {words}")
            link.clicked.connect(partial(signal.emit, remark))
            yield link
        if remark.begun:
            yield Link(tr("A draft waits here"))


def _column(indent: int = 0) -> tuple[QWidget, QVBoxLayout]:
    row = QWidget()
    column = QVBoxLayout(row)
    column.setContentsMargins(indent, 0, 0, 0)
    column.setSpacing(3)
    return row, column


def _assigned(name: str, by: str) -> str:
    told = tr("Assigned to {name}", name=name) if name else tr("Assigned to nobody")
    return tr("{assigned} (by {name})", assigned=told, name=by) if by else told


class _Name(Elided):
    """The time follows a short one at once."""

    def minimumSizeHint(self) -> QSize:
        return super().minimumSizeHint().boundedTo(self.sizeHint())


def _head(name: str, at: str, *, mine: bool = False) -> QHBoxLayout:
    """Who and when. Of a long name as much as there is room for; the time stays."""
    who = _Name("name")
    shown = short_name(name)
    who.show_words(tr("{name} (you)", name=shown) if mine else shown)
    who.setToolTip(tool_tip(name))
    line = QHBoxLayout()
    line.setSpacing(8)
    line.addWidget(who)
    line.addWidget(PlainLabel(at, role="muted"), 1)
    return line


def _quiet(text: str) -> PlainLabel:
    label = PlainLabel(text, role="muted", wrap=True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _add_reading(column: QVBoxLayout, reading: Reading) -> None:
    words = f"{reading.words}: {reading.why}" if reading.why else reading.words
    label = PlainLabel(words, wrap=True)
    label.setToolTip(tool_tip(reading.name))
    column.addWidget(label)
    if reading.changed:
        column.addWidget(_quiet(tr("The verdict was changed after that.")))
