"""The form in which the record of a claim is written: what was said, what is right, how true it is, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from factcheck.scales import Scale
from factcheck.values import Case, Confidence, Conflict, Record, ReportState
from ui.conflicts import Entry
from ui.dossier.evidence import EvidencePart
from ui.dossier.fields import Growing, OneOf, Option, Section, Suggesting, Titled, in_order, listed
from ui.dossier.rating import RatingPart
from ui.dossier.rationale import RationalePart
from ui.dossier.triage import TriagePart
from ui.dossier.written import Suggestions, Written
from ui.plain import PlainLabel
from ui.theme import Theme, interface_font, interface_px
from ui.translation import tr
from ui.wording import CONFIDENCES, STATES

SIDE = 16  # pixels


class _Column(QWidget):
    """As high as its parts at the width they get: Qt's own guess, for words wrapped narrowly, is higher."""

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("role", "paper")

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)


class Paper(QScrollArea):
    """Scrolls a column of parts; it takes the keyboard itself, so that single keys still judge: a ring says so."""

    def __init__(self, parts: Sequence[QWidget]) -> None:
        super().__init__(widgetResizable=True)
        self.setProperty("role", "ringed")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._held = _Column()
        column = self.column = QVBoxLayout(self._held)
        column.setContentsMargins(SIDE, 4, SIDE, SIDE)
        column.setSpacing(22)
        for part in parts:
            column.addWidget(part)
        column.addStretch()
        self.setWidget(self._held)

    def focusNextPrevChild(self, next: bool) -> bool:
        """What gets the keyboard is brought into sight with some room around it."""
        moved = super().focusNextPrevChild(next)
        focused = QApplication.focusWidget()
        if moved and focused and self._held.isAncestorOf(focused):
            self.ensureWidgetVisible(focused, 0, 40)
        return moved


class RecordForm(QWidget):
    """Shows one record and tells when it is edited; stores nothing. The rationale is told by itself."""

    edited = Signal()
    save_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Record"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("role", "paper")
        self._make_fields()
        claim, verdict, work = Section(tr("Claim")), Section(tr("Verdict")), Section(tr("Report"))
        claim.add(
            *(Titled(field.accessibleName(), field, field.take) for field in (self.claim, self.claimant)),
            _side_by_side(Titled(tr("Said when"), self.said_on), Titled(tr("Said where"), self.place)),
            Titled(tr("Appears in, one a line"), self.appearances, self.appearances.take),
        )
        self.right = Titled(tr("Which is right — several, one, or none"), self.triage)
        verdict.add(
            self.right,
            Titled(tr("Rating"), self.rating),
            Titled(self.conclusion.accessibleName(), self.conclusion),
            Titled(tr("How sure"), self.confidence),
        )
        work.add(Titled(tr("State"), self.state), Titled(tr("Tags, parted by commas"), self.tags))
        self.paper = Paper((claim, verdict, self.rationale, self.evidence, work))
        self.paper.setAccessibleName(tr("Record"))
        self.setFocusProxy(self.paper)
        self._lay_out()
        self._join()

    def _make_fields(self) -> None:
        self.claim = Suggesting(tr("What is claimed"), least=2)
        self.claimant = Suggesting(tr("Who says it"))
        self.said_on, self.place = Growing(tr("Said when")), Growing(tr("Said where"))
        self.appearances = Suggesting(tr("Appears in"))
        self.triage, self.rating = TriagePart(), RatingPart()
        self.conclusion = Growing(tr("Conclusion in one sentence"), least=2)
        self.confidence = OneOf(tr("How sure"), [Option(c.value, tr(name)) for c, name in CONFIDENCES.items()])
        self.rationale, self.evidence = RationalePart(), EvidencePart()
        self.state = OneOf(tr("State of the report"), [Option(s.value, tr(name)) for s, name in STATES.items()])
        self.tags = Growing(tr("Tags"))

    def _lay_out(self) -> None:
        self.saved = PlainLabel(role="muted", wrap=True)
        self.saved.setAccessibleName(tr("What was saved"))
        self.save_button = QPushButton(tr("Save record"))
        self.save_button.setProperty("primary", "true")
        self.save_button.setAccessibleName(tr("Save record"))
        foot = QHBoxLayout()
        foot.setContentsMargins(SIDE, 8, SIDE, 8)
        foot.setSpacing(10)
        foot.addWidget(self.saved, 1)
        foot.addWidget(self.save_button)
        line = QFrame()
        line.setFixedHeight(1)
        line.setProperty("role", "rule")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.paper, 1)
        layout.addWidget(line)
        layout.addLayout(foot)

    def _join(self) -> None:
        for text in self._texts():
            text.textChanged.connect(self.edited)
        for part in (self.triage, self.rating, self.confidence, self.evidence, self.state):
            part.changed.connect(self.edited)
        self.evidence.changed.connect(self._order)
        self.save_button.clicked.connect(self.save_wanted)

    def _texts(self) -> Iterator[Growing]:
        yield from (self.claim, self.claimant, self.said_on, self.place, self.appearances, self.conclusion, self.tags)

    # --- what is shown ----------------------------------------------------------------------------

    def offer(self, conflict: Conflict | None, entry: Entry, scales: Sequence[Scale], usual: str) -> None:
        """What can be chosen: the answers of the conflict, and the steps of the scale called `usual`."""
        self.triage.offer(conflict, entry)
        self.right.setVisible(conflict is not None)
        self.rating.set_scales(scales, usual)

    def suggest(self, found: Suggestions) -> None:
        """Shown where nothing is written; it is no part of the record until it is taken."""
        self.claim.suggest(found.claim)
        self.claimant.suggest(found.claimant)
        self.appearances.suggest("\n".join(found.appearances))

    def fill(self, written: Written, case: Case | None) -> None:
        """Show a record instead of the one that was shown, without telling that it was edited."""
        record = written.record
        self.blockSignals(True)
        texts = (record.claim, record.claimant, record.said_on, record.place, "\n".join(record.appearances))
        for field, text in zip(self._texts(), (*texts, record.conclusion, ", ".join(record.tags)), strict=True):
            field.set_text(text)
        self.triage.fill(written)
        self.rating.fill(record.rating)
        self.confidence.choose(record.confidence.value if record.confidence else "")
        self.evidence.fill(record.evidence, case)
        self.state.choose(record.state.value)
        self.blockSignals(False)
        self._order()

    def _order(self) -> None:
        """Tab goes through the fields as they are read, whenever they were made."""
        fields = [self.paper, *in_order(self.paper.column), self.save_button]
        for before, after in pairwise(fields):
            QWidget.setTabOrder(before, after)

    @property
    def written(self) -> Written:
        """All that stands on the page but the rationale."""
        conclusion = self.conclusion.text().strip()
        record = Record(
            claim=self.claim.text().strip(),
            claimant=self.claimant.text().strip(),
            said_on=self.said_on.text().strip(),
            place=self.place.text().strip(),
            appearances=listed(self.appearances.text()),
            rating=self.rating.rating(conclusion),
            conclusion=conclusion,
            confidence=Confidence(self.confidence.chosen) if self.confidence.chosen else None,
            tags=listed(self.tags.text(), ","),
            evidence=self.evidence.evidence,
            state=ReportState(self.state.chosen or ReportState.DRAFT),
        )
        return Written(record, self.triage.decision, self.triage.answers, self.triage.chosen_ground)

    def show_saved(self, told: str, *, unsaved: bool) -> None:
        """What is on disk, and whether there is something to save."""
        self.saved.setText(told)
        self.save_button.setEnabled(unsaved)

    def set_theme(self, _theme: Theme) -> None:
        """Every colour comes from the palette."""

    def set_text_size(self, px: int) -> None:
        """`px` is the size of the articles' words."""
        self.setFont(interface_font(interface_px(px)))
        for field in self.findChildren(Growing):
            field.fit()


def _side_by_side(*fields: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(10)
    for field in fields:
        row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
    return row
