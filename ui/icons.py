"""The program's own icons: strokes in `currentColor`, coloured by the theme, sharp on every screen."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from factcheck.shipped import shipped
from ui.theme import Theme

# Physical sizes: 16, 20 and 24 pixels on screens of one, one and a half, and two dots a pixel.
_SIZES = (16, 20, 24, 32, 40, 48, 64)
_APPLICATION_SIZES = (16, 24, 32, 48, 64, 128, 256)


def icon(name: str, theme: Theme, token: str = "text") -> QIcon:
    """The icon of this name in one of the theme's colours; disabled, it is drawn in `disabled`."""
    made = QIcon()
    for size in _SIZES:
        made.addPixmap(picture(name, getattr(theme, token), size), QIcon.Mode.Normal)
        made.addPixmap(picture(name, theme.disabled, size), QIcon.Mode.Disabled)
    return made


def application_icon() -> QIcon:
    """Two accounts side by side, and the line where they part. It has its own colours."""
    made = QIcon()
    for size in _APPLICATION_SIZES:
        made.addPixmap(picture("factcheck", "#000000", size))
    return made


@lru_cache(maxsize=1024)
def picture(name: str, colour: str, px: float, ratio: float = 1.0) -> QPixmap:
    """The drawing of this name, `px` wide and high, for a screen of `ratio` dots a pixel."""
    pixmap = QPixmap(round(px * ratio), round(px * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(_drawing(name).replace("currentColor", colour).encode())).render(
        painter, QRectF(0, 0, px, px)
    )
    painter.end()
    return pixmap


@lru_cache(maxsize=128)
def _drawing(name: str) -> str:
    return (shipped("resources/icons") / f"{name}.svg").read_text("utf-8")
