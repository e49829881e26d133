"""The Qt model of the matrix, and what it says to a screen reader."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from factcheck.review import Review
from factcheck.values import Article, Case, Status
from ui.days import published_words
from ui.matrix.rows import SILENCE, Cell, Line, Making, Row, Rows, Stance, counted, in_sections, lines_of
from ui.names import look_words
from ui.plain import isolated, tool_tip
from ui.translation import mark, tr
from ui.wording import letter, shortened

Index = QModelIndex | QPersistentModelIndex
ACROSS = Qt.Orientation.Horizontal
MOST_SENTENCES = 3
"""Sentences shown of one cell."""

STANCES = {
    Stance.SILENT: mark("{letter} says nothing"),
    Stance.SAYS: mark("{letter} says {words}"),
    Stance.WITH_MOST: mark("{letter} says {words}, like most"),
    Stance.OUTLIER: mark("{letter} says {words}; outlier"),
    Stance.APART: mark("{letter} says {words}; others differ"),
    Stance.BOTH: mark("{letter} contradicts itself: {words}"),
}


class Role(IntEnum):
    ROW = int(Qt.ItemDataRole.UserRole)
    CELL = ROW + 1
    ARTICLE = ROW + 2


def spoken_cell(row: Row, cell: Cell, article: str) -> str:
    """A cell as it is read out: "How many cosmonauts? B says two; outlier"."""
    if row.heading:
        return row.question
    said = tr(STANCES[cell.stance], letter=article, words=", ".join(cell.words))
    return f"{row.question} {said}"


def spoken_row(row: Row) -> str:
    """A question as it is read out, with what it is and the verdict it was given."""
    if row.heading or row.look is None:
        return row.question
    verdict = tr("Verdict: {verdict}", verdict=row.badge) if row.badge else ""
    undecided = tr("Undecided") if row.status is Status.CONFLICT and not row.decided else ""
    told = (f"{look_words(row.look)}: {row.question}", who_says(row), verdict, undecided)
    return "; ".join(part for part in told if part)


def who_says(row: Row) -> str:
    """ "only in A", or how many of the sources have something on it; nothing when all have."""
    saying = sum(cell.stance is not Stance.SILENT for cell in row.cells)
    if saying == len(row.cells):
        return ""
    if saying == 1:
        return tr("only in {letter}", letter=row.sources)
    return tr("{some} of {all} sources", some=saying, all=len(row.cells))


class MatrixModel(QAbstractTableModel):
    """Questions down, sources across. Every change resets it: thousands of rows take milliseconds that way."""

    def __init__(self) -> None:
        super().__init__()
        self._articles: tuple[Article, ...] = ()
        self._case: Case | None = None
        self._all: tuple[Line, ...] = ()
        self._lines: tuple[Line, ...] = ()
        self._making = Making(Case("", ""), Review())
        self._rows = Rows(self._making, ())
        self._at: dict[str, int] = {}
        self._ids: Collection[str] | None = None
        self._singles = False

    @property
    def rows(self) -> Sequence[Row]:
        return self._rows

    @property
    def headings(self) -> Iterator[int]:
        """The numbers of the rows that name a section."""
        return (number for number, line in enumerate(self._lines) if line.about is None)

    @property
    def counts(self) -> Iterator[tuple[Status, int]]:
        """How many rows of each kind are shown."""
        return counted(self._lines)

    @property
    def articles(self) -> tuple[Article, ...]:
        return self._articles

    @property
    def narrowed(self) -> bool:
        """Whether a filter holds rows back."""
        return self._ids is not None

    @property
    def singles(self) -> int:
        """How many questions only one source answers."""
        return dict(counted(self._all)).get(Status.SINGLE, 0)

    def show(self, case: Case, review: Review) -> None:
        self._reset(lambda: self._take(case, review))

    def shows(self, case: Case) -> bool:
        """Whether these are the questions and sources of a case."""
        before = self._case
        return before is not None and before.analysis is case.analysis and before.articles == case.articles

    def show_review(self, review: Review) -> None:
        """Other verdicts on the same questions: what stands where does not change."""
        self._making = self._making.with_review(review)
        self._rows = Rows(self._making, self._lines)
        if self._lines:
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(self._lines) - 1)

    def at(self, row: int, column: int) -> tuple[Row, Cell]:
        """A row and one of its cells, to be painted: asked for by the hundred, and Qt's way there is long."""
        found = self._rows[row]
        return found, found.cells[column] if found.cells else SILENCE

    def show_only(self, ids: Collection[str] | None) -> None:
        """Only the rows of these conflicts and groups, all for None."""
        if ids != self._ids:
            self._ids = ids
            self._reset()

    def show_singles(self, shown: bool) -> None:
        self._singles = shown
        self._reset()

    def row_of(self, id: str) -> int | None:
        """The row of a conflict or group, None when it is not shown."""
        return self._at.get(id)

    def first_to_speak(self, row: int) -> int:
        """The column of the first source that has something on a question."""
        return next((column for column, cell in enumerate(self._rows[row].cells) if cell.claims), 0)

    def _take(self, case: Case, review: Review) -> None:
        self._case, self._articles = case, case.articles
        self._all = lines_of(case)
        self._making = Making(case, review)

    def _reset(self, change: Callable[[], None] | None = None) -> None:
        self.beginResetModel()
        if change:
            change()
        self._lines = in_sections(self._all, self._ids, singles=self._singles)
        self._rows = Rows(self._making, self._lines)
        self._at = {line.id: number for number, line in enumerate(self._lines) if line.about}
        self.endResetModel()

    # --- what Qt asks -----------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._articles)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        cell = row.cells[index.column()] if row.cells else Cell()
        tell = CELLS.get(role)
        return tell(self, row, cell, index.column()) if tell else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == ACROSS:
            tell, held = COLUMNS.get(role), self._articles
            return tell(held[section], section) if tell and section < len(held) else None
        ask = ROWS.get(role)
        return ask(self._rows[section]) if ask and section < len(self._rows) else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and index.row() < len(self._lines) and self._lines[index.row()].about is None:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def context(self, cell: Cell, column: int) -> str:
        """The sentences a cell's words stand in, or that its source says nothing."""
        if not cell.claims:
            return tr("{source} says nothing on this", source=isolated(self._articles[column].label))
        text = self._articles[column].text
        sentences = dict.fromkeys(shortened(claim.sentence.of(text), 400) for claim in cell.claims)
        return " … ".join(list(sentences)[:MOST_SENTENCES])


CELLS: Mapping[int, Callable[[MatrixModel, Row, Cell, int], Any]] = {
    Qt.ItemDataRole.DisplayRole: lambda _model, _row, cell, _column: ", ".join(cell.words),
    Qt.ItemDataRole.AccessibleTextRole: lambda _model, row, cell, column: spoken_cell(row, cell, letter(column)),
    Qt.ItemDataRole.ToolTipRole: lambda model, row, cell, column: (
        "" if row.heading else tool_tip(model.context(cell, column))
    ),
    Role.ROW: lambda _model, row, _cell, _column: row,
    Role.CELL: lambda _model, _row, cell, _column: cell,
}

ROWS: Mapping[int, Callable[[Row], Any]] = {
    Qt.ItemDataRole.DisplayRole: lambda row: row.question,
    Qt.ItemDataRole.AccessibleTextRole: spoken_row,
    Qt.ItemDataRole.ToolTipRole: lambda row: "" if row.heading else tool_tip(" ".join((row.question, row.reason))),
    Role.ROW: lambda row: row,
}

COLUMNS: Mapping[int, Callable[[Article, int], Any]] = {
    Qt.ItemDataRole.DisplayRole: lambda article, number: f"{letter(number)} {article.label}",
    Qt.ItemDataRole.AccessibleTextRole: lambda article, number: ". ".join(
        (tr("Article {letter}", letter=letter(number)), article.label, published_words(article))
    ),
    Qt.ItemDataRole.ToolTipRole: lambda article, _number: tool_tip(article.provenance.title or article.label),
    Role.ARTICLE: lambda article, _number: article,
}
