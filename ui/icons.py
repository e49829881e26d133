"""The program's own icons: strokes in `currentColor`, coloured by the theme, sharp on every screen."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap

from factcheck.shipped import shipped
from ui.theme import Theme

_APPLICATION_SIZES = (16, 24, 32, 48, 64, 128, 256)


class _Drawn(QIconEngine):
    """Draws the icon when it is painted first, as large as it is wanted there: most icons stand in closed menus."""

    def __init__(self, name: str, colour: str, disabled: str) -> None:
        super().__init__()
        self._name, self._colour, self._disabled = name, colour, disabled

    def clone(self) -> QIconEngine:
        return _Drawn(self._name, self._colour, self._disabled)

    def isNull(self) -> bool:
        return False

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, _state: QIcon.State, scale: float) -> QPixmap:
        colour = self._disabled if mode is QIcon.Mode.Disabled else self._colour
        return picture(self._name, colour, min(size.width(), size.height()), scale)

    def paint(self, painter: QPainter, place: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        device = painter.device()
        scale = device.devicePixelRatio() if device else 1.0
        painter.drawPixmap(place, self.scaledPixmap(place.size(), mode, state, scale))


def icon(name: str, theme: Theme, token: str = "text") -> QIcon:
    """The icon of this name in one of the theme's colours; disabled, it is drawn in `disabled`."""
    return QIcon(_Drawn(name, getattr(theme, token), theme.disabled))


def application_icon() -> QIcon:
    """Two accounts side by side, and the line where they part. It has its own colours."""
    made = QIcon()
    for size in _APPLICATION_SIZES:
        made.addPixmap(picture("factcheck", "#000000", size))
    return made


@lru_cache(maxsize=1024)
def picture(name: str, colour: str, px: float, ratio: float = 1.0) -> QPixmap:
    """The drawing of this name, `px` wide and high, for a screen of `ratio` dots a pixel."""
    from PySide6.QtSvg import QSvgRenderer  # the first paint need not wait for it

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
