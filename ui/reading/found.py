"""The words a search has found in one article, painted behind its letters."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QTextDocument

from factcheck.values import Span
from ui.reading.geometry import Geometry
from ui.reading.marks import Mark
from ui.reading.positions import Positions
from ui.reading.strokes import tint_box, with_share
from ui.theme import Look, Theme

SHARE, SHARE_OF_CHOSEN = 0.22, 0.5


class Found:
    """Where found words stand, and which of them a person is at."""

    def __init__(self, document: QTextDocument, positions: Positions) -> None:
        self._geometry = Geometry(document, positions)
        self._spans: tuple[Span, ...] = ()
        self._chosen: Span | None = None

    def show(self, spans: Sequence[Span], chosen: Span | None) -> None:
        self._spans, self._chosen = tuple(spans), chosen
        self._geometry.set_marks([Mark("", span, Look.SINGLE, "") for span in self._spans])

    def forget(self) -> None:
        """The document was laid out anew."""
        self._geometry.forget()

    def top(self, span: Span) -> float | None:
        """How far down the document a found stretch begins, in pixels."""
        pieces = self._geometry.of(self._spans.index(span)) if span in self._spans else []
        return pieces[0].line.top() if pieces else None

    def paint(self, painter: QPainter, theme: Theme, top: float, bottom: float, px: int) -> None:
        """Tint what is found between two heights of the document; the chosen one has an outline as well."""
        for piece in self._geometry.visible(top, bottom) if self._spans else ():
            box: QRectF = tint_box(piece, px)
            chosen = self._spans[piece.mark] == self._chosen
            painter.fillRect(box, with_share(theme.accent, SHARE_OF_CHOSEN if chosen else SHARE))
            if chosen:
                painter.fillRect(QRectF(box.left(), box.bottom() - 2, box.width(), 2), theme.colour("accent"))
