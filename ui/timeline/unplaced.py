"""The list of dates that have no place on the axis. A row is put into words when it is seen: there may be thousands."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from factcheck.values import Article
from ui.plain import tool_tip
from ui.timeline.lanes import Unplaced
from ui.wording import shortened

Index = QModelIndex | QPersistentModelIndex
CLAIM = int(Qt.ItemDataRole.UserRole)
MOST, MOST_OF_TIP = 160, 400  # characters of a sentence


class UnplacedModel(QAbstractListModel):
    """Article, words and sentence of each; its claim's id under `CLAIM`."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: Sequence[Unplaced] = ()
        self._articles: Mapping[str, Article] = {}

    def show(self, rows: Sequence[Unplaced], articles: Mapping[str, Article]) -> None:
        """`articles` are those of the case, by id."""
        self.beginResetModel()
        self._rows, self._articles = rows, articles
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        tell = TOLD.get(role)
        return tell(self, self._rows[index.row()]) if tell and index.isValid() else None

    def sentence(self, row: Unplaced, most: int) -> str:
        return shortened(row.claim.sentence.of(self._articles[row.claim.article].text), most)


TOLD: Mapping[int, Callable[[UnplacedModel, Unplaced], str]] = {
    Qt.ItemDataRole.DisplayRole: lambda model, row: (
        f"{row.letter}   “{shortened(row.claim.text)}”   {model.sentence(row, MOST)}"
    ),
    Qt.ItemDataRole.ToolTipRole: lambda model, row: tool_tip(model.sentence(row, MOST_OF_TIP)),
    CLAIM: lambda _model, row: row.claim.id,
}
