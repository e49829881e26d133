"""Notes on passages of one article: a glyph in the margin where the noted words begin."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QTextDocument

from factcheck.hand import PlacedNote
from ui.icons import picture
from ui.reading.geometry import Geometry
from ui.reading.marks import Mark
from ui.reading.painted import NOTE_SIZE as SIZE
from ui.reading.positions import Positions
from ui.theme import Look, Theme


class MarginNotes:
    """Where the glyphs of notes stand: between the glyphs of conflicts and the column."""

    def __init__(self, document: QTextDocument, positions: Positions) -> None:
        self._geometry = Geometry(document, positions)
        self.notes: tuple[PlacedNote, ...] = ()

    def show(self, notes: Sequence[PlacedNote]) -> None:
        self.notes = tuple(notes)
        self._geometry.set_marks([Mark("", note.span, Look.SINGLE, "") for note in self.notes])

    def forget(self) -> None:
        """The document was laid out anew."""
        self._geometry.forget()

    def band(self, act: str) -> tuple[float, float] | None:
        """The top and bottom of a note's words, in pixels of the document."""
        number = next((n for n, note in enumerate(self.notes) if note.act.id == act), None)
        pieces = self._geometry.of(number) if number is not None else []
        return (pieces[0].line.top(), pieces[-1].line.bottom()) if pieces else None

    def at(self, point: QPointF, beside: float) -> list[PlacedNote]:
        """The notes whose glyph is under a point of the document."""
        return [
            self.notes[number]
            for number, box in self._boxes(point.y() - 40, point.y() + 40, beside)
            if box.adjusted(-2, -3, 2, 3).contains(point)
        ]

    def paint(self, painter: QPainter, theme: Theme, area: tuple[float, float], beside: float, ratio: float) -> None:
        """Draw the glyphs between two heights of the document, at this distance from its left."""
        drawn = set()
        for _, box in self._boxes(*area, beside):
            if box.top() not in drawn:  # one to a line of text
                drawn.add(box.top())
                painter.drawPixmap(box.topLeft(), picture("passage-note", theme.accent, SIZE, ratio))

    def _boxes(self, top: float, bottom: float, beside: float) -> list[tuple[int, QRectF]]:
        if not self.notes:
            return []
        return [
            (piece.mark, QRectF(beside, piece.baseline - SIZE + 2, SIZE, SIZE))
            for piece in self._geometry.visible(top, bottom)
            if piece.first
        ]
