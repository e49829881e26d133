"""Where marked words stand in a laid-out document. Kept per paragraph, dropped when the layout changes."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple, cast
from unicodedata import bidirectional

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QGlyphRun, QTextBlock, QTextDocument, QTextLine

from ui.reading.marks import Mark
from ui.reading.positions import Positions


class Piece(NamedTuple):
    """The part of a mark that stands on one line of text. In pixels of the document.

    `line` is the full height of that line over the marked words, `baseline` where its letters stand; `first` and
    `last` tell whether the mark begins and ends here.
    """

    mark: int
    line: QRectF
    baseline: float
    first: bool
    last: bool


class Geometry:
    """The pieces of an article's marks. Only paragraphs that somebody looks at are ever measured."""

    def __init__(self, document: QTextDocument, positions: Positions) -> None:
        self._document, self._positions = document, positions
        self._blocks = _beginnings(document)
        self._ranges: list[tuple[int, int]] = []
        self._marks_in: dict[int, list[int]] = {}
        self._pieces: dict[int, list[Piece]] = {}

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """From now on, marks are called by their number in this sequence."""
        ranges = self._positions.ranges(mark.span for mark in marks)
        if ranges != self._ranges:
            self._ranges = ranges
            self._marks_in = self._spread()
            self.forget()

    def forget(self) -> None:
        """The document was laid out anew."""
        self._pieces.clear()

    def visible(self, top: float, bottom: float) -> list[Piece]:
        """All pieces between two heights of the document, outer marks before inner ones."""
        return [
            piece
            for number in self._paragraphs(top, bottom)
            for piece in self._measured(number)
            if piece.line.bottom() >= top and piece.line.top() <= bottom
        ]

    def of(self, mark: int) -> list[Piece]:
        """The pieces of one mark, from its first line to its last."""
        start, end = self._ranges[mark]
        first = bisect_right(self._blocks, start) - 1
        last = max(first, bisect_left(self._blocks, end) - 1)
        return [p for number in range(first, last + 1) for p in self._measured(number) if p.mark == mark]

    def at(self, point: QPointF) -> list[int]:
        """The marks under a point of the document, the innermost (shortest) first."""
        found = {p.mark for p in self.visible(point.y(), point.y()) if p.line.contains(point)}
        return sorted(found, key=lambda mark: (self._ranges[mark][1] - self._ranges[mark][0], mark))

    def heights(self, marks: Sequence[int]) -> dict[int, float]:
        """About how far down each of these marks stands: exact to the paragraph, by its share of letters within."""
        return dict(zip(marks, self.heights_of([self._ranges[mark][0] for mark in marks]), strict=True))

    def heights_of(self, places: Sequence[int]) -> list[float]:
        """The same for places in the document, in UTF-16 units."""
        layout, made = self._document.documentLayout(), []
        for place in places:
            block = self._document.findBlock(place)
            rect = layout.blockBoundingRect(block)
            made.append(rect.top() + rect.height() * (place - block.position()) / max(1, block.length()))
        return made

    def _spread(self) -> dict[int, list[int]]:
        """Which marks have words in each paragraph."""
        blocks, marks_in = self._blocks, defaultdict[int, list[int]](list)
        for mark, (start, end) in enumerate(self._ranges):
            number = bisect_right(blocks, start) - 1
            while number < len(blocks) and (blocks[number] < end or blocks[number] == start):
                marks_in[number].append(mark)
                number += 1
        return marks_in

    def _paragraphs(self, top: float, bottom: float) -> Iterator[int]:
        layout = self._document.documentLayout()
        here = layout.hitTest(QPointF(0, top), Qt.HitTestAccuracy.FuzzyHit)
        block = self._document.findBlock(max(0, here)).previous()
        if not block.isValid():
            block = self._document.begin()
        while block.isValid() and layout.blockBoundingRect(block).top() <= bottom:
            yield block.blockNumber()
            block = block.next()

    def _measured(self, number: int) -> list[Piece]:
        if number not in self._pieces:
            marks = self._marks_in.get(number)
            block = self._document.findBlockByNumber(number) if marks else None
            self._pieces[number] = [] if block is None or marks is None else list(self._measure(block, marks))
        return self._pieces[number]

    def _measure(self, block: QTextBlock, marks: list[int]) -> Iterator[Piece]:
        lines = list(_lines_of(block, self._document.documentLayout().blockBoundingRect(block).topLeft()))
        starts, begin = [line.start for line in lines], block.position()
        measure = _parts_of if _has_two_directions(block.text()) else _part_of
        for mark in marks:
            start, end = self._ranges[mark]
            start, end = start - begin, end - begin
            number = max(0, bisect_right(starts, max(0, start)) - 1)
            while number < len(lines) and starts[number] < end:
                line = lines[number]
                parts = measure(line, max(start, line.start), min(end, line.end))
                last = end <= line.end
                for part, rect in enumerate(parts):
                    first = start >= line.start and not part
                    yield Piece(mark, rect, line.baseline, first, last and part == len(parts) - 1)
                number += 1


class _Line(NamedTuple):
    """A line of text, measured once for all its marks: its first and last position in the paragraph, where its letters
    end, and in pixels of the document its left, top, height and baseline."""

    laid: QTextLine
    start: int
    end: int
    natural: float
    left: float
    top: float
    height: float
    baseline: float

    def box(self, left: float, right: float) -> QRectF:
        return QRectF(self.left + left, self.top, max(right - left, 1.0), self.height)


def _lines_of(block: QTextBlock, origin: QPointF) -> Iterator[_Line]:
    layout = block.layout()
    pitch = block.blockFormat().lineHeight() / 100  # Qt gives a line's height without the space it adds below
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        start, top = line.textStart(), origin.y() + line.y()
        natural = line.x() + line.naturalTextWidth()
        height, baseline = line.height() * pitch, top + line.ascent()
        yield _Line(line, start, start + line.textLength(), natural, origin.x(), top, height, baseline)


def _beginnings(document: QTextDocument) -> list[int]:
    """Where every paragraph begins."""
    found = []
    block = document.begin()
    while block.isValid():
        found.append(block.position())
        block = block.next()
    return found


def _has_two_directions(text: str) -> bool:
    """Whether letters run from right to left here, so that words which follow each other may stand apart."""
    return not text.isascii() and any(bidirectional(character) in ("R", "AL") for character in text)


def _part_of(line: _Line, start: int, end: int) -> list[QRectF]:
    """The box of a line's words from `start` to `end`, without the space the line was broken at."""
    left, right = _x_of(line.laid, start), _x_of(line.laid, end)
    return [line.box(left, min(right, line.natural) if right > left else right)]


def _parts_of(line: _Line, start: int, end: int) -> list[QRectF]:
    """The same where letters run both ways: the drawn letters are measured, and those that touch are joined."""
    natural = line.laid.naturalTextRect()
    found: list[tuple[float, float]] = []
    for left, right in sorted(_run_ends(run) for run in line.laid.glyphRuns(start, end - start)):
        left, right = max(left, natural.left()), min(right, natural.right())
        if found and left <= found[-1][1] + 1:
            found[-1] = (found[-1][0], max(right, found[-1][1]))
        elif right > left:
            found.append((left, right))
    # A claim that nothing is drawn of still has a place.
    found = found or [(_x_of(line.laid, start), _x_of(line.laid, start))]
    return [line.box(left, right) for left, right in found]


def _run_ends(run: QGlyphRun) -> tuple[float, float]:
    """Where letters drawn in one go begin on the left and end on the right."""
    advances = run.rawFont().advancesForGlyphIndexes(run.glyphIndexes())
    places = [place.x() for place in run.positions()]
    return min(places), max(place + advance.x() for place, advance in zip(places, advances, strict=True))


def _x_of(line: QTextLine, position: int) -> float:
    # Qt's C++ moves the position to a letter's edge; PySide gives it back beside the place.
    x, _ = cast(tuple[float, int], line.cursorToX(position))
    return x
