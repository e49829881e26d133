"""The few dialogs: the list of cases and an article's details. They return values and store nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHeaderView,
    QInputDialog,
    QLineEdit,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from factcheck.values import Article, CaseSummary, Provenance
from ui.days import short_day_words
from ui.plain import PlainLabel
from ui.translation import mark, tr, trn


def asked_name(parent: QWidget, title: str, label: str, name: str = "") -> str | None:
    """A name that is not empty, None when the person thought better of it."""
    text, accepted = QInputDialog.getText(parent, title, label, text=name)
    return text.strip() or None if accepted else None


class Cases(QDialog):
    """All cases with their counts; `chosen` is the id of the one to open."""

    HEADINGS = (mark("Case"), mark("Articles"), mark("Conflicts"), mark("Undecided"), mark("Last opened"))

    def __init__(self, parent: QWidget, cases: Sequence[CaseSummary]) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Open a case"))
        self._cases = tuple(cases)
        self.table = QTableWidget(len(cases), len(self.HEADINGS))
        self.table.setAccessibleName(tr("Cases"))
        self.table.setHorizontalHeaderLabels([tr(heading) for heading in self.HEADINGS])
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for row, case in enumerate(self._cases):
            self._fill(row, case)
        buttons = _ok_cancel()
        buttons.button(QDialogButtonBox.StandardButton.Ok).setText(tr("Open"))
        layout = QVBoxLayout(self)
        layout.addWidget(self.table)
        layout.addWidget(buttons)
        self.resize(760, 380)
        self.table.selectRow(0)
        self.table.doubleClicked.connect(self.accept)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)

    @property
    def chosen(self) -> str | None:
        row = self.table.currentRow()
        return self._cases[row].id if 0 <= row < len(self._cases) else None

    def _fill(self, row: int, case: CaseSummary) -> None:
        at = case.opened.astimezone()
        opened = tr("{day}, {clock}", day=short_day_words(at.date(), year=True), clock=f"{at:%H:%M}")
        cells = (case.name, str(case.articles), str(case.conflicts), str(case.undecided), opened)
        for column, text in enumerate(cells):
            cell = QTableWidgetItem(text)
            if 0 < column < 4:
                cell.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.table.setItem(row, column, cell)


class ArticleDetails(QDialog):
    """Where an article comes from. A field that somebody inferred says so until it is edited."""

    FIELDS = (
        ("title", mark("Title")),
        ("source", mark("Source")),
        ("author", mark("Author")),
        ("published", mark("Published")),
        ("url", mark("Address")),
    )

    def __init__(self, parent: QWidget, article: Article) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Article details"))
        self._before = article.provenance
        self.fields: dict[str, QLineEdit] = {}
        form = QFormLayout()
        form.setSpacing(8)
        for name, label in self.FIELDS:
            form.addRow(f"&{tr(label)}", self._field(name, tr(label)))
        about = PlainLabel(_origin(article), "muted", wrap=True)
        self.fault = PlainLabel("", "error", wrap=True)
        buttons = _ok_cancel()
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        layout.addLayout(form)
        layout.addWidget(about)
        layout.addWidget(self.fault)
        layout.addWidget(buttons)
        self.resize(520, 0)
        buttons.accepted.connect(self._check)
        buttons.rejected.connect(self.reject)

    def _field(self, name: str, label: str) -> QLineEdit:
        value = getattr(self._before, name)
        field = self.fields[name] = QLineEdit(value.isoformat() if isinstance(value, date) else value or "")
        inferred = tr(" (inferred)") if name in self._before.inferred else ""
        field.setAccessibleName(label + inferred)
        hint = tr("year-month-day; “on Monday” is resolved against it") if name == "published" else tr("unknown")
        field.setPlaceholderText(hint)
        if inferred:
            field.setToolTip(tr("Inferred, not stated by the source; editing it makes it yours."))
        return field

    def provenance(self) -> Provenance:
        """What the fields say. Raises ValueError for a date that is none."""
        said = {name: field.text().strip() or None for name, field in self.fields.items()}
        published = date.fromisoformat(said["published"]) if said["published"] else None
        made = replace(
            self._before,
            title=said["title"],
            source=said["source"],
            author=said["author"],
            published=published,
            url=said["url"],
        )
        edited = {name for name, _ in self.FIELDS if getattr(made, name) != getattr(self._before, name)}
        return replace(made, inferred=tuple(name for name in made.inferred if name not in edited))

    def _check(self) -> None:
        try:
            self.provenance()
        except ValueError:
            self.fault.setText(tr("The publication date is written year-month-day, e.g. 2022-07-08."))
            self.fields["published"].setFocus()
        else:
            self.accept()


def _origin(article: Article) -> str:
    words = len(article.text.split())
    lines = [f"{trn('{count} word', '{count} words', words)} · {article.encoding} · sha256 {article.sha256[:16]}…"]
    lines += article.repairs
    if article.provenance.inferred:
        labels = dict(ArticleDetails.FIELDS)
        fields = ", ".join(tr(labels.get(name, name)) for name in article.provenance.inferred)
        lines.append(tr("Inferred, not stated by the source: {fields}.", fields=fields))
    if article.provenance.note:
        lines.append(article.provenance.note)
    return "\n".join(lines)


def _ok_cancel() -> QDialogButtonBox:
    return QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
