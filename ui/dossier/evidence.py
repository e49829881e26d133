"""What a verdict rests on: words of the articles, addresses with their archived copies, and kept files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from factcheck.anchors import place
from factcheck.values import Anchor, Case, Evidence, Stance
from ui.days import day_words
from ui.dossier.address import Address
from ui.dossier.fields import LINK, Growing, Link, OneOf, Option, Section
from ui.dossier.link_form import LinkForm
from ui.flow import Flow
from ui.plain import PlainLabel
from ui.translation import tr
from ui.wording import STANCES, letter, shortened

MOST_SHOWN = 280  # characters of a quotation; the article has the rest


@dataclass(frozen=True, slots=True)
class Told:
    """How an item is shown: where it is from, its words, and what is wrong with it."""

    source: str
    words: str = ""
    trouble: str = ""


def told(evidence: Evidence, case: Case | None) -> Told:
    if evidence.anchor is not None:
        return _told_words(evidence, evidence.anchor, case)
    if evidence.file:
        return Told(tr("File “{name}”", name=evidence.file_name), evidence.words)
    read = tr("read on {day}", day=day_words(evidence.accessed)) if evidence.accessed else ""
    archived = "" if evidence.archived else tr("no archived copy")
    return Told(evidence.url, " · ".join(part for part in (read, archived) if part))


def _told_words(evidence: Evidence, anchor: Anchor, case: Case | None) -> Told:
    there = place(anchor, case.articles) if case else None
    numbers = {article.id: number for number, article in enumerate(case.articles)} if case else {}
    known = there[0] if there else anchor.article
    label = f"{letter(numbers[known])}  {case.article(known).label}" if case and known in numbers else tr("An article")
    trouble = "" if there else tr("These words no longer stand in the articles. They are kept as they were.")
    return Told(label, shortened(evidence.words or anchor.quote, MOST_SHOWN), trouble)


class Item(QWidget):
    """One item: where it is from, its words, what it does to the claim, a note, and the way to it."""

    changed = Signal()
    opened = Signal(object)  # Evidence
    saved = Signal(object)
    removed = Signal(object)

    def __init__(self, evidence: Evidence, shown: Told) -> None:
        super().__init__()
        self._evidence = evidence
        self.setAccessibleName(tr("Evidence: {source}", source=shown.source))
        self.source = Address(shown.source) if evidence.url else PlainLabel(shown.source, wrap=True)
        self.archived = Address(evidence.archived, tr("archived at {address}"), role="muted")
        self.words = PlainLabel(f"“{shown.words}”" if evidence.anchor else shown.words, role="muted", wrap=True)
        self.trouble = PlainLabel(shown.trouble, role="error", wrap=True)
        for label in (self.words, self.trouble, *(() if evidence.url else (self.source,))):
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        options = [Option(stance.value, tr(name), glyph) for stance, (glyph, name) in STANCES.items()]
        self.stance = OneOf(tr("What it does to the claim"), options)
        self.stance.choose(evidence.stance.value)
        self.note = Growing(tr("Note on the evidence"), tr("What it shows"), most=5)
        self.note.set_text(evidence.note)
        self.open = Link(_opening(evidence), f"{_opening(evidence)}: {shown.source}")
        self.copy = Link(tr("Copy the address"), tr("Copy the address: {source}", source=shown.source))
        self.save = Link(tr("Save a copy…"), tr("Save a copy: {source}", source=shown.source))
        self.remove = Link(tr("Remove"), tr("Remove: {source}", source=shown.source))
        self._lay_out(evidence, shown)
        self.stance.changed.connect(self._keep_one)
        self.note.textChanged.connect(self.changed)
        self.copy.clicked.connect(lambda: QApplication.clipboard().setText(evidence.url))
        for button, signal in ((self.open, self.opened), (self.save, self.saved), (self.remove, self.removed)):
            button.clicked.connect(lambda _=False, signal=signal: signal.emit(self.evidence))

    def _lay_out(self, evidence: Evidence, shown: Told) -> None:
        ways = QHBoxLayout()
        ways.setContentsMargins(-LINK, 0, -LINK, 0)
        ways.setSpacing(8)
        links = Flow(gap=8)
        for link in (self.open, self.copy, self.save):
            links.addWidget(link)
        ways.addLayout(links, 1)
        ways.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)
        self.open.setVisible(bool(_opening(evidence)) and not shown.trouble)
        self.copy.setVisible(bool(evidence.url))
        self.save.setVisible(bool(evidence.file))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for part in (self.source, self.archived, self.words, self.trouble, self.stance, self.note):
            layout.addWidget(part)
        layout.addLayout(ways)
        self.archived.setVisible(bool(evidence.archived))
        self.words.setVisible(bool(shown.words))
        self.trouble.setVisible(bool(shown.trouble))

    @property
    def evidence(self) -> Evidence:
        stance = Stance(self.stance.chosen or self._evidence.stance.value)
        return replace(self._evidence, stance=stance, note=self.note.text().strip())

    def _keep_one(self) -> None:
        """An item always does one of the three."""
        if not self.stance.chosen:
            self.stance.choose(self._evidence.stance.value)
        self._evidence = self.evidence
        self.changed.emit()


def _opening(evidence: Evidence) -> str:
    if evidence.anchor is not None:
        return tr("Show in the article")
    return tr("Open the file") if evidence.file else tr("Open the link")


class EvidencePart(Section):
    """The items one below the other, and the ways to add one."""

    changed = Signal()
    words_wanted = Signal()
    file_wanted = Signal()
    opened = Signal(object)  # Evidence
    saved = Signal(object)

    def __init__(self) -> None:
        super().__init__(tr("Evidence"))
        self.items: list[Item] = []
        self._case: Case | None = None
        self.words = Link(tr("+ words"), tr("Add the words selected in an article"))
        self.link = Link(tr("+ link"), tr("Add a link"))
        self.file = Link(tr("+ file"), tr("Add a file, kept with the case"))
        self.hint = PlainLabel(role="muted", wrap=True)
        self.form = LinkForm()
        self._items = QVBoxLayout()
        self._items.setSpacing(16)
        for button in (self.words, self.link, self.file):
            self.add_beside(button)
        self.add(self.hint, self.form, self._items)
        self.form.ready.connect(self.add_item)
        self.form.left.connect(lambda: self.say(""))
        self.form.left.connect(lambda: self.link.setFocus(Qt.FocusReason.OtherFocusReason))
        self.words.clicked.connect(self.words_wanted)
        self.link.clicked.connect(self._open_form)
        self.file.clicked.connect(self.file_wanted)
        self.say("")

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        return tuple(item.evidence for item in self.items)

    def fill(self, evidence: Sequence[Evidence], case: Case | None) -> None:
        self._case = case
        for item in self.items:
            self._take_out(item)
        self.items = []
        for each in evidence:
            self._show(each)
        self.say("")

    def add_item(self, evidence: Evidence) -> None:
        item = self._show(evidence)
        self.say("")
        item.note.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _open_form(self) -> None:
        self.hint.hide()
        self.form.open()

    def say(self, problem: str) -> None:
        """One line below the heading: what is missing, else what to do while there is nothing."""
        self.hint.setText(
            problem or ("" if self.items else tr("Nothing yet. Select words in an article, or add a link."))
        )
        self.hint.setVisible(bool(self.hint.text()))

    def _show(self, evidence: Evidence) -> Item:
        item = Item(evidence, told(evidence, self._case))
        item.changed.connect(self.changed)
        item.opened.connect(self.opened)
        item.saved.connect(self.saved)
        item.removed.connect(lambda _evidence, item=item: self._remove(item))
        self.items.append(item)
        self._items.addWidget(item)
        return item

    def _remove(self, item: Item) -> None:
        self.items.remove(item)
        self._take_out(item)
        self.say("")
        self.link.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _take_out(self, item: Item) -> None:
        self._items.removeWidget(item)
        item.hide()
        item.deleteLater()
