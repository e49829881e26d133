"""How the program looks: the colours of both themes, the fonts that ship with it, and the style of every control.

All contrast ratios are measured by tests/ui/test_theme.py. A status is never told by colour alone: each has its own
line and its own glyph.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from functools import cache
from string import Template

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from factcheck.shipped import shipped
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
    return Look.WITHIN if within and status is Status.CONFLICT else Look(status.value)


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


@cache
def _template() -> Template:
    return Template((shipped("resources/style") / "workbench.qss").read_text("utf-8"))


def stylesheet(theme: Theme) -> str:
    """The style of the whole application in this theme's colours."""
    tokens = {f.name: getattr(theme, f.name) for f in fields(theme) if isinstance(getattr(theme, f.name), str)}
    return _template().substitute(tokens, pictures=(shipped("resources/style") / theme.name).as_posix())


def palette(theme: Theme) -> QPalette:
    """The colours for all that the stylesheet leaves to Qt."""
    role, made = QPalette.ColorRole, QPalette()
    for roles, token in (
        ((role.Window, role.AlternateBase), "window"),
        ((role.Base, role.ToolTipBase), "paper"),
        ((role.Button,), "raised"),
        ((role.Text, role.WindowText, role.ButtonText, role.ToolTipText, role.BrightText), "text"),
        ((role.PlaceholderText,), "muted"),
        ((role.Highlight, role.Accent, role.Link, role.LinkVisited), "accent"),
        ((role.HighlightedText,), "on_accent"),
        ((role.Mid, role.Dark), "border"),
        ((role.Midlight,), "rule"),
    ):
        for each in roles:
            made.setColor(each, theme.colour(token))
    for each in (role.Text, role.WindowText, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, each, theme.colour("disabled"))
    return made


def apply(app: QApplication, theme: Theme) -> None:
    """Dress the whole application in this theme. Takes under 60 ms with a full window open."""
    if not app.property("dressed"):
        app.setProperty("dressed", True)
        load_fonts()
        app.setStyle(QStyleFactory.create("Fusion"))
        app.setFont(interface_font())
    app.setPalette(palette(theme))
    app.setStyleSheet(stylesheet(theme))
