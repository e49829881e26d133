"""How the program looks: the colours of both themes, the fonts that ship with it, and the style of every control.

All contrast ratios are measured by tests/ui/test_theme.py. A status is never told by colour alone: each has its own
line and its own glyph.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from string import Template
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from factcheck.shipped import shipped

if TYPE_CHECKING:  # the values would have to be read before the first paint
    from factcheck.values import Status

READING_PX = 16
INTERFACE_PX = 13

# The shipped families cover Latin, Greek and Cyrillic; the system's own fonts are asked for every other script.
READING_FAMILIES = ("Noto Serif", "Source Serif 4", "Georgia", "Times New Roman", "serif")
INTERFACE_FAMILIES = ("Noto Sans", "Inter", "Segoe UI", "Helvetica Neue", "Arial", "sans-serif")


class Look(StrEnum):
    """How a claim's status is shown. `WITHIN` is a contradiction between words of one article."""

    CONFLICT = "conflict"
    WITHIN = "within"
    UPDATE = "update"
    COMPATIBLE = "compatible"
    AGREEMENT = "agreement"
    SINGLE = "single"


def look_of(status: Status, within: bool = False) -> Look:
    """The look of a group's or conflict's status."""
    look = Look(status.value)
    return Look.WITHIN if within and look is Look.CONFLICT else look


class Stroke(StrEnum):
    """The line under a marked passage."""

    SOLID = "solid"
    WAVE = "wave"
    DASHES = "dashes"
    DOUBLE = "double"
    THIN = "thin"
    DOTS = "dots"


@dataclass(frozen=True, slots=True)
class Ink:
    """How one look is drawn: line colour, tint behind the words (None for none), kind of line, glyph."""

    line: str
    tint: str | None
    stroke: Stroke
    glyph: str


@dataclass(frozen=True, slots=True)
class Theme:
    """The colour tokens of one theme, as "#RRGGBB".

    `paper` lies under article text, inputs and lists that are read; `window` under everything else; `raised` under
    buttons; `rule` parts areas (no information); `border` outlines controls (3:1 or better); `chosen` is the selected
    row.
    """

    name: str
    dark: bool
    paper: str
    window: str
    raised: str
    hover: str
    pressed: str
    chosen: str
    text: str
    muted: str
    disabled: str
    accent: str
    on_accent: str
    border: str
    rule: str
    danger: str
    good: str
    inks: Mapping[Look, Ink]

    def ink(self, look: Look) -> Ink:
        return self.inks[look]

    def colour(self, token: str) -> QColor:
        """The token of this name, e.g. "muted"."""
        return QColor(getattr(self, token))


LIGHT = Theme(
    name="light",
    dark=False,
    paper="#FFFFFF",
    window="#F3F4F6",
    raised="#FFFFFF",
    hover="#E9ECF0",
    pressed="#DDE1E7",
    chosen="#E2EBF7",
    text="#1C1E21",
    muted="#5B6068",
    disabled="#8A9099",
    accent="#0B5CAD",
    on_accent="#FFFFFF",
    border="#868C96",
    rule="#DCDFE4",
    danger="#B3261E",
    good="#1B8A68",
    inks={
        Look.CONFLICT: Ink("#C44100", "#F9D8BD", Stroke.SOLID, "≠"),
        Look.WITHIN: Ink("#A3159E", "#F3E1F2", Stroke.WAVE, "↯"),
        Look.UPDATE: Ink("#7A6500", "#F4EDC8", Stroke.DASHES, "↻"),
        Look.COMPATIBLE: Ink("#5F6B7A", None, Stroke.DOUBLE, "≈"),
        Look.AGREEMENT: Ink("#1B8A68", None, Stroke.THIN, "="),
        Look.SINGLE: Ink("#0D3F5C", None, Stroke.DOTS, "1"),
    },
)

DARK = Theme(
    name="dark",
    dark=True,
    paper="#1B1D21",
    window="#141619",
    raised="#24272C",
    hover="#24282E",
    pressed="#2D323A",
    chosen="#223246",
    text="#E6E7EA",
    muted="#A4A9B2",
    disabled="#6F757F",
    accent="#6CB2FF",
    on_accent="#10151B",
    border="#6F757F",
    rule="#2E3238",
    danger="#FF8A80",
    good="#1FD6A0",
    inks={
        Look.CONFLICT: Ink("#F58A2A", "#633E1F", Stroke.SOLID, "≠"),
        Look.WITHIN: Ink("#F0CDF5", "#4A4450", Stroke.WAVE, "↯"),
        Look.UPDATE: Ink("#E3C94B", "#4A431F", Stroke.DASHES, "↻"),
        Look.COMPATIBLE: Ink("#9AA7B8", None, Stroke.DOUBLE, "≈"),
        Look.AGREEMENT: Ink("#1FD6A0", None, Stroke.THIN, "="),
        Look.SINGLE: Ink("#5AA2EC", None, Stroke.DOTS, "1"),
    },
)

THEMES: Mapping[str, Theme] = {theme.name: theme for theme in (LIGHT, DARK)}


@cache
def load_fonts() -> tuple[str, ...]:
    """Register the fonts that ship with the program; the families that came of it. Needs a QGuiApplication."""
    families: list[str] = []
    for path in sorted(shipped("resources/fonts").glob("*.ttf")):
        families += QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(path)))
    return tuple(dict.fromkeys(families))


def reading_font(px: int = READING_PX) -> QFont:
    """The serif that articles are set in."""
    return _font(READING_FAMILIES, QFont.StyleHint.Serif, px)


def interface_font(px: int = INTERFACE_PX, *, bold: bool = False) -> QFont:
    """The sans-serif of every control."""
    font = _font(INTERFACE_FAMILIES, QFont.StyleHint.SansSerif, px)
    font.setBold(bold)
    return font


def interface_px(reading_px: int) -> int:
    """How large the list and the verdict are set beside articles of this size: they grow half as much."""
    return INTERFACE_PX + round((reading_px - READING_PX) / 2)


def _font(families: tuple[str, ...], hint: QFont.StyleHint, px: int) -> QFont:
    font = QFont(list(families))
    font.setStyleHint(hint)
    font.setPixelSize(px)
    return font


_ROLE = QPalette.ColorRole
# The roles for the light and shade of raised frames, which nothing here has, carry the tokens that Qt has no role for.
ROLES: Mapping[str, tuple[QPalette.ColorRole, ...]] = {
    "paper": (_ROLE.Base, _ROLE.ToolTipBase),
    "window": (_ROLE.Window, _ROLE.AlternateBase),
    "raised": (_ROLE.Button,),
    "hover": (_ROLE.Light,),
    "pressed": (_ROLE.Mid,),
    "chosen": (_ROLE.Shadow,),
    "text": (_ROLE.WindowText, _ROLE.Text, _ROLE.ButtonText, _ROLE.ToolTipText),
    "muted": (_ROLE.PlaceholderText,),
    "disabled": (_ROLE.LinkVisited,),
    "accent": (_ROLE.Accent, _ROLE.Highlight, _ROLE.Link),
    "on_accent": (_ROLE.HighlightedText,),
    "border": (_ROLE.Dark,),
    "rule": (_ROLE.Midlight,),
    "danger": (_ROLE.BrightText,),
}


def stylesheet() -> str:
    """The style of the whole application. It names colours by their role, so one sheet serves both themes."""
    folder = shipped("resources/style")
    names = {token: re.sub("(?<=[a-z])(?=[A-Z])", "-", roles[0].name).lower() for token, roles in ROLES.items()}
    tokens = {token: f"palette({name})" for token, name in names.items()}
    template = Template((folder / "workbench.qss").read_text("utf-8"))
    return template.substitute(tokens, pictures=(folder / "pictures").as_posix())


def palette(theme: Theme) -> QPalette:
    """This theme's colours, by role."""
    made = QPalette()
    for token, roles in ROLES.items():
        for role in roles:
            made.setColor(role, theme.colour(token))
    for role in (_ROLE.Text, _ROLE.WindowText, _ROLE.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, theme.colour("disabled"))
    return made


def apply(app: QApplication, theme: Theme) -> None:
    """Dress the whole application in this theme. Takes under 60 ms with a full window open."""
    worn = app.property("theme")
    if worn == theme.name:
        return
    app.setProperty("theme", theme.name)
    app.setPalette(palette(theme))
    if worn is None:
        load_fonts()
        app.setStyle(QStyleFactory.create("Fusion"))
        app.setFont(interface_font())
        app.setStyleSheet(stylesheet())
        return
    # Each widget keeps the colours it made of the sheet until it is polished anew. To set the sheet again would do so
    # as well, but once for each of a widget's ancestors (measured: seven times), and lay everything out again.
    style = app.style()
    for widget in app.allWidgets():
        if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
            style.polish(widget)
