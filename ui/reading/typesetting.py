"""How an article's text is set: one column of readable width, open lines, paragraphs apart."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextBlockFormat, QTextCursor, QTextDocument, QTextOption

from ui.theme import READING_PX, reading_font

LINE_HEIGHT = 1.5  # of the letters' size
PARAGRAPH_GAP = 12.0
BLANK_PARAGRAPH = 2.0  # an empty line between paragraphs adds no more than this
TOP = 20.0
# Room for the status glyphs beside the column, and for an outline on its other side.
LEFT = 34.0
RIGHT = 8.0

OVERVIEW = 14  # pixels of the strip beside the words that scrolls them
FOCUS = 2  # pixels of the ring around the article that has the keyboard

NARROWEST = 45  # characters a line
WIDEST = 66

# Real English, so that the mean width of a character is that of news text and not of the alphabet.
_SAMPLE = (
    "The agency said on Thursday that it had rebuilt the bridge within three weeks, although two of the engineers who "
    "were asked about the work told reporters that repairs to the northern pier would go on until the end of the year."
)


@lru_cache(maxsize=8)
def column(characters: int, font: QFont) -> float:
    """The width of a line of so many characters of English, in pixels."""
    return characters * QFontMetricsF(font).horizontalAdvance(_SAMPLE) / len(_SAMPLE)


def narrowest(px: int = READING_PX) -> float:
    """The least width of an open article whose words are so large, in pixels: 45 characters a line."""
    return column(NARROWEST, reading_font(px)) + LEFT + RIGHT + OVERVIEW + FOCUS


def margins(right_to_left: bool) -> tuple[float, float]:
    """The room on the left and on the right of a column: the glyphs stand before the lines' beginnings."""
    return (RIGHT, LEFT) if right_to_left else (LEFT, RIGHT)


def typeset(text: str, font: QFont, parent: QObject, *, right_to_left: bool = False) -> QTextDocument:
    """A document of this text and nothing else: it is never read as markup."""
    document = QTextDocument(parent)
    document.setUndoRedoEnabled(False)
    document.setDefaultFont(font)
    document.setDocumentMargin(0)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    if right_to_left:  # else a paragraph that begins with a foreign name would stand on the other side
        option.setTextDirection(Qt.LayoutDirection.RightToLeft)
    document.setDefaultTextOption(option)
    document.setPlainText(text)
    _space(document, font)
    _indent(document, *margins(right_to_left))
    return document


def resize(document: QTextDocument, font: QFont) -> None:
    """Set the same words in another size."""
    document.setDefaultFont(font)
    _space(document, font)


def _space(document: QTextDocument, font: QFont) -> None:
    spaced = QTextBlockFormat()
    share = 100 * LINE_HEIGHT * font.pixelSize() / QFontMetricsF(font).lineSpacing()
    spaced.setLineHeight(share, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    spaced.setBottomMargin(PARAGRAPH_GAP)
    cursor = QTextCursor(document)
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.mergeBlockFormat(spaced)

    blank = QTextBlockFormat()
    blank.setLineHeight(BLANK_PARAGRAPH, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    blank.setBottomMargin(0)
    block = document.begin()
    while block.isValid():
        if block.length() == 1:
            QTextCursor(block).setBlockFormat(blank)
        block = block.next()


def _indent(document: QTextDocument, left: float, right: float) -> None:
    frame = document.rootFrame()
    shape = frame.frameFormat()
    shape.setTopMargin(TOP)
    shape.setLeftMargin(left)
    shape.setRightMargin(right)
    frame.setFrameFormat(shape)
