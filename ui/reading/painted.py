"""An article's words with their marks painted behind and under them, and where each of them stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from factcheck.values import Article, Span
from ui.icons import picture
from ui.reading import strokes
from ui.reading.found import Found
from ui.reading.geometry import Geometry, Piece
from ui.reading.marks import Mark
from ui.reading.positions import Positions
from ui.reading.scripts import article_font, is_right_to_left
from ui.reading.typesetting import margins, resize, typeset
from ui.theme import READING_PX, Ink, Look, Theme

if TYPE_CHECKING:  # it knows the analysis, and most articles have no notes
    from factcheck.hand import PlacedNote
    from ui.reading.notes import MarginNotes

# The end of an article can be pulled up this share of the view; a passage is brought level wherever it stands.
OVERSCROLL = 0.4
GLYPH, LARGEST_GLYPH = 14, 22  # at the usual size of the words; it grows with them as far as the margin allows
NOTE_SIZE, NOTE_AWAY = 13, 4  # of the glyph of a note, and its distance from the column
_SPILL = 8  # how far lines and outlines reach beyond the line of text they belong to


class PaintedText(QTextEdit):
    """The words of an article, read only. Marks are painted, never written into the document."""

    laid_out = Signal()

    def __init__(self, article: Article, theme: Theme, parent: QWidget | None = None, px: int = READING_PX) -> None:
        super().__init__(parent)
        self._article, self._theme = article, theme
        self.right_to_left = is_right_to_left(article.text)
        self.margins = margins(self.right_to_left)
        self._positions = Positions(article.text)
        self._marks: tuple[Mark, ...] = ()
        self._all_shown = True
        self._index: dict[str, int] = {}
        self._chosen: dict[int, bool] = {}  # mark -> it is the one the articles are level at
        self._joined: dict[bool, frozenset[str]] = {}  # on the left (True) or right -> claims with a ribbon there
        self._bands: dict[str, tuple[float, float]] = {}
        self._reached = 0
        self._set_up(article_font(article.text, px))
        self._geometry = Geometry(self.document(), self._positions)
        self._found = Found(self.document(), self._positions)
        self._notes: MarginNotes | None = None

    def _set_up(self, font: QFont) -> None:
        self.setProperty("role", "article")
        self.setReadOnly(True)
        self.setAcceptDrops(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setFont(font)
        self.setDocument(typeset(self._article.text, font, self, right_to_left=self.right_to_left))
        # All of it is painted here, so Qt need not paint what lies behind, and scrolling moves what is there already.
        self.viewport().setAutoFillBackground(False)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.document().documentLayout().documentSizeChanged.connect(self._forget)
        self.verticalScrollBar().rangeChanged.connect(self._extend)

    # --- what is shown ----------------------------------------------------------------------------

    def show_marks(self, marks: Sequence[Mark]) -> None:
        self._marks = tuple(marks)
        self._all_shown = all(mark.shown for mark in self._marks)
        self._index = {mark.claim: number for number, mark in enumerate(self._marks)}
        self._geometry.set_marks(self._marks)
        self._bands.clear()
        self._chosen.clear()
        self.viewport().update()

    def choose(self, claims: Iterable[str], leading: str | None = None) -> None:
        """Outline these claims, the leading one strongest; of the others the outline is taken away."""
        chosen = {self._index[claim]: claim == leading for claim in claims if claim in self._index}
        changed = {mark for mark in {*chosen, *self._chosen} if chosen.get(mark) != self._chosen.get(mark)}
        self._chosen = chosen
        self._repaint(changed)

    def show_found(self, spans: Sequence[Span], chosen: Span | None = None) -> None:
        """Tint what a search has found here, and bring the chosen stretch into view."""
        self._found.show(spans, chosen)
        top = self._found.top(chosen) if chosen else None
        if top is not None:
            view = self.viewport().height()
            if not self._offset() + _SPILL <= top <= self._offset() + 0.8 * view:
                self.scroll_to(max(0, round(top - 0.3 * view)))
        self.viewport().update()

    def show_notes(self, notes: Sequence[PlacedNote]) -> None:
        """Show where people wrote on a passage: a glyph in the margin."""
        if self._notes is None and notes:
            from ui.reading.notes import MarginNotes  # most articles have none

            self._notes = MarginNotes(self.document(), self._positions)
        if self._notes is not None and self._notes.notes != tuple(notes):
            self._notes.show(notes)
            self.viewport().update()

    def notes(self) -> tuple[PlacedNote, ...]:
        return self._notes.notes if self._notes else ()

    def notes_at(self, point: QPointF) -> list[PlacedNote]:
        """The notes whose glyph is under a point of the viewport."""
        place = point + QPointF(0, self._offset())
        return self._notes.at(place, self._beside_column()) if self._notes else []

    def _beside_column(self) -> float:
        """The left of the glyphs of notes, in pixels."""
        if self.right_to_left:
            return self.margins[0] + self.column_width() + NOTE_AWAY
        return self.margins[0] - NOTE_AWAY - NOTE_SIZE

    def box_of(self, span: Span) -> QRect | None:
        """The box of the line on which these words end, in pixels of the viewport."""
        cursor = self.textCursor()
        cursor.setPosition(self._positions.utf16(span.end))
        return self.cursorRect(cursor)

    def words_at(self, span: Span) -> str:
        return span.of(self._article.text)

    def select(self, span: Span) -> None:
        """Select these words, and bring them into view."""
        cursor = self.textCursor()
        cursor.setPosition(self._positions.utf16(span.start))
        cursor.setPosition(self._positions.utf16(span.end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def deselect(self) -> None:
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)

    def join(self, claims: Iterable[str], *, left: bool) -> None:
        """From these claims a ribbon goes out on this side: it begins at the column, not at the edge of the view."""
        joined = frozenset(claims)
        if self._joined.get(left, frozenset()) != joined:
            self._joined[left] = joined
            self.viewport().update()

    def ribbons_out(self, *, left: bool) -> list[tuple[float, float, Ink]]:
        """Top and bottom of each ribbon that goes out on this side, in pixels of the viewport, and its ink."""
        offset = self._offset()
        joined = (claim for claim in self._joined.get(left, ()) if claim in self._index)
        found = ((self.band(claim), self._marks[self._index[claim]].look) for claim in joined)
        return [(band[0] - offset, band[1] - offset, self._ribbon(look)) for band, look in found if band]

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.viewport().update()

    def set_text_size(self, px: int) -> None:
        """Set the words this large, in pixels. Those at the top of the view stay there."""
        top, font = self.top_position(), article_font(self._article.text, px)
        self.setFont(font)
        resize(self.document(), font)
        self._forget()
        self.show_position(top)

    def set_column(self, width: float) -> None:
        """Set the lines this wide, in pixels. The words at the top of the view stay there."""
        wanted = round(width + sum(self.margins))
        if self.lineWrapColumnOrWidth() != wanted:
            top = self.top_position()
            self.setLineWrapColumnOrWidth(wanted)
            self._forget()
            self.show_position(top)

    # --- where things stand -----------------------------------------------------------------------

    def marks(self) -> tuple[Mark, ...]:
        return self._marks

    def band(self, claim: str) -> tuple[float, float] | None:
        """The top and bottom of a claim's words, in pixels of the document; None when it is not in this article."""
        if claim not in self._bands and claim in self._index:
            pieces = self._geometry.of(self._index[claim])
            self._bands[claim] = (pieces[0].line.top(), pieces[-1].line.bottom()) if pieces else (0.0, 0.0)
        return self._bands.get(claim)

    def pieces(self, claim: str) -> list[QRectF]:
        """The boxes of a claim's words, one a line, in pixels of the viewport."""
        found = self._geometry.of(self._index[claim]) if claim in self._index else []
        return [piece.line.translated(0, -self._offset()) for piece in found]

    def marks_at(self, point: QPointF) -> list[Mark]:
        """The marks under a point of the viewport, the innermost first; in the margin the one of the glyph there."""
        place = point + QPointF(0, self._offset())
        found = [mark for mark in self._geometry.at(place) if self._is_seen(mark)]
        if not found and self._in_glyph_margin(place.x()):
            found = [p.mark for p in self._flagged(self._geometry.visible(place.y(), place.y()))][:1]
        return [self._marks[mark] for mark in found]

    def _in_glyph_margin(self, x: float) -> bool:
        column_end = self.margins[0] + self.column_width()
        return x > column_end + 4 if self.right_to_left else x < self.margins[0] - 4

    def overlapping(self, claim: str) -> tuple[str, ...]:
        """All claims over the same words as this one, the shortest first."""
        span = self._marks[self._index[claim]].span
        there = [mark for mark in self._marks if mark.span.overlaps(span) and (mark.shown or mark.claim == claim)]
        return tuple(mark.claim for mark in sorted(there, key=lambda mark: (len(mark.span), mark.span)))

    def column_width(self) -> float:
        """The width of a line, in pixels."""
        return self.lineWrapColumnOrWidth() - sum(self.margins)

    def _is_seen(self, mark: int) -> bool:
        return self._marks[mark].shown or mark in self._chosen

    def heights(self) -> list[tuple[float, Mark]]:
        """The marks that an overview shows, each with about how far down it stands, 0 to 1 of all that scrolls."""
        loud = [number for number, mark in enumerate(self._marks) if mark.shown and self._theme.ink(mark.look).tint]
        heights = self._geometry.heights(loud)
        self.reach()
        whole = max(1, self.verticalScrollBar().maximum() + self.viewport().height())
        return [(height / whole, self._marks[mark]) for mark, height in heights.items()]

    def heights_of(self, code_points: Sequence[int]) -> list[float]:
        """About how far down these places stand, in pixels of the document: exact to the paragraph."""
        return self._geometry.heights_of([self._positions.utf16(place) for place in code_points])

    # --- scrolling --------------------------------------------------------------------------------

    def reach(self) -> float:
        """The height of the whole article. Lays it out to its end."""
        layout = self.document().documentLayout()
        return layout.blockBoundingRect(self.document().lastBlock()).bottom()

    def scroll_to(self, value: int) -> None:
        """Bring this height of the document to the top of the view, beyond the usual end where it must be."""
        self.reach()
        self._reached = value
        self._extend()
        self.verticalScrollBar().setValue(value)

    def top_position(self) -> int:
        """The code point at the top of the view."""
        here = (
            self.document()
            .documentLayout()
            .hitTest(QPointF(self.margins[0], self._offset()), Qt.HitTestAccuracy.FuzzyHit)
        )
        return self._positions.code_point(max(0, here)) if self._offset() else 0

    def show_position(self, code_point: int) -> None:
        """Bring the line of a code point to the top of the view."""
        block = self.document().findBlock(self._positions.utf16(min(code_point, len(self._article.text))))
        rect = self.document().documentLayout().blockBoundingRect(block)
        line = block.layout().lineForTextPosition(self._positions.utf16(code_point) - block.position())
        self.verticalScrollBar().setValue(round(rect.top() + line.y()) if code_point and line.isValid() else 0)

    def _offset(self) -> int:
        return self.verticalScrollBar().value()

    def _extend(self) -> None:
        """Let the end be pulled up. Qt sets its own range first and asks here before it moves the view to fit."""
        bar, view = self.verticalScrollBar(), self.viewport().height()
        height = self.document().size().height()
        usual = round(height - view * (1 - OVERSCROLL)) if height > view else 0
        bar.setMaximum(max(usual, min(self._reached, round(height))))

    def _forget(self) -> None:
        self._geometry.forget()
        self._found.forget()
        if self._notes is not None:
            self._notes.forget()
        self._bands.clear()
        self.laid_out.emit()

    # --- painting ---------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        top = self._offset() + event.rect().top()
        pieces = self._geometry.visible(top - _SPILL, top + event.rect().height() + _SPILL)
        if not self._all_shown:
            pieces = [piece for piece in pieces if self._is_seen(piece.mark)]
        self._paint_tints(pieces, event.rect())
        super().paintEvent(event)
        self._paint_lines(pieces)
        if self._notes is not None:
            self._paint_notes(event.rect())

    def _paint_tints(self, pieces: list[Piece], area: QRect) -> None:
        painter, px = self._painter(), self.font().pixelSize()
        painter.fillRect(area.translated(0, self._offset()), self._theme.colour("paper"))
        for piece in pieces:
            mark = self._marks[piece.mark]
            ink = self._theme.ink(mark.look)
            if ink.tint and piece.mark not in self._chosen:
                share = strokes.DECIDED_SHARE if mark.decided else 1.0
                painter.fillRect(strokes.tint_box(piece, px), strokes.with_share(ink.tint, share))
        for number in self._chosen_among(pieces):
            strokes.fill_outline(painter, self._geometry.of(number), self._theme.ink(self._marks[number].look))
        top = self._offset() + area.top()
        self._found.paint(painter, self._theme, top - _SPILL, top + area.height() + _SPILL, px)
        self._paint_ribbon_ends(painter, {self._marks[piece.mark].claim for piece in pieces})
        painter.end()

    def _paint_ribbon_ends(self, painter: QPainter, seen: set[str]) -> None:
        """Lead the ribbons of the claims that are seen through the margins."""
        column = self.margins[0] + self.column_width()
        for left, claims in self._joined.items():
            start, end = (0.0, self.margins[0] - 1) if left else (column + 1, float(self.viewport().width()))
            for claim in claims & seen:
                band, look = self.band(claim), self._marks[self._index[claim]].look
                if band:
                    strokes.lead_out(
                        painter, QRectF(start, band[0], end - start, band[1] - band[0]), self._ribbon(look)
                    )

    def _ribbon(self, look: Look) -> Ink:
        """A ribbon joins two articles, so that it never has the colour of one that contradicts itself."""
        return self._theme.ink(Look.CONFLICT if look is Look.WITHIN else look)

    def _paint_lines(self, pieces: list[Piece]) -> None:
        painter, ratio = self._painter(), self.devicePixelRatioF()
        for piece in pieces:
            mark = self._marks[piece.mark]
            strokes.draw_line(painter, piece, mark.lane, self._theme.ink(mark.look), ratio)
            if mark.by_hand:
                ink = self._theme.ink(mark.look)
                strokes.draw_hand(painter, piece, mark.lane, ink, marked=mark.by_hand.marked)
        for number in self._chosen_among(pieces):
            ink = self._theme.ink(self._marks[number].look)
            strokes.draw_outline(painter, self._geometry.of(number), ink, leading=self._chosen[number])
        size = min(round(GLYPH * self.font().pixelSize() / READING_PX), LARGEST_GLYPH)
        beside = self.margins[0] + self.column_width() + self.margins[1] - size - 2 if self.right_to_left else 2
        for piece in self._flagged(pieces):
            mark = self._marks[piece.mark]
            name = "status-decided" if mark.decided else f"status-{mark.look}"
            colour = self._theme.good if mark.decided else self._theme.ink(mark.look).line
            painter.drawPixmap(QPointF(beside, piece.baseline - size + 2), picture(name, colour, size, ratio))
        painter.end()

    def _paint_notes(self, area: QRect) -> None:
        assert self._notes is not None
        painter, top = self._painter(), self._offset() + area.top()
        heights = (top - _SPILL, top + area.height() + _SPILL)
        self._notes.paint(painter, self._theme, heights, self._beside_column(), self.devicePixelRatioF())
        painter.end()

    def _chosen_among(self, pieces: list[Piece]) -> list[int]:
        return sorted({piece.mark for piece in pieces if piece.mark in self._chosen})

    def _flagged(self, pieces: list[Piece]) -> list[Piece]:
        """The pieces with a glyph in the margin: where a conflict's words begin, one to a line of text."""
        by_line: dict[float, Piece] = {}
        for piece in pieces:
            if piece.first and self._marks[piece.mark].conflicts and self._is_seen(piece.mark):
                held = by_line.setdefault(piece.baseline, piece)
                if piece.mark in self._chosen and held.mark not in self._chosen:
                    by_line[piece.baseline] = piece
        return list(by_line.values())

    def _painter(self) -> QPainter:
        painter = QPainter(self.viewport())
        painter.translate(0, -self._offset())
        return painter

    def _repaint(self, marks: Iterable[int]) -> None:
        for mark in marks:
            for piece in self._geometry.of(mark):
                box = piece.line.translated(0, -self._offset()).adjusted(-_SPILL, -_SPILL, _SPILL, _SPILL)
                self.viewport().update(QRectF(0, box.top(), self.viewport().width(), box.height()).toAlignedRect())
