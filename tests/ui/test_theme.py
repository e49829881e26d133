import re

import pytest
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget, QMainWindow, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from factcheck.shipped import shipped
from factcheck.values import Status
from ui import theme as themes
from ui.names import look_words
from ui.reading.strokes import CHOSEN_SHARE
from ui.theme import DARK, LIGHT, Look, Theme

BOTH = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)


def luminance(colour: str) -> float:
    """Relative luminance by WCAG 2.2, 0 to 1, of "#RRGGBB"."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@BOTH
@pytest.mark.parametrize("ground", ["paper", "window", "raised", "hover", "pressed", "chosen"])
def test_text_can_be_read_on_every_ground(theme: Theme, ground: str) -> None:
    assert contrast(theme.text, getattr(theme, ground)) >= 7
    assert contrast(theme.muted, getattr(theme, ground)) >= 4.5


@BOTH
def test_messages_and_main_buttons_can_be_read(theme: Theme) -> None:
    assert contrast(theme.danger, theme.window) >= 4.5
    assert contrast(theme.on_accent, theme.accent) >= 4.5


@BOTH
@pytest.mark.parametrize("ground", ["paper", "window"])
def test_controls_and_their_focus_can_be_seen(theme: Theme, ground: str) -> None:
    assert contrast(theme.border, getattr(theme, ground)) >= 3
    assert contrast(theme.accent, getattr(theme, ground)) >= 4.5


@BOTH
@pytest.mark.parametrize("look", list(Look))
def test_every_status_line_can_be_seen(theme: Theme, look: Look) -> None:
    ink = theme.ink(look)
    assert contrast(ink.line, theme.paper) >= 3
    assert contrast(ink.line, theme.window) >= 3
    assert ink.tint is None or (contrast(ink.line, ink.tint) >= 3 and contrast(theme.text, ink.tint) >= 7)


def over(colour: str, share: float, ground: str) -> str:
    """The colour seen when `colour` covers `share` of the ground."""
    parts = ((int(colour[i : i + 2], 16), int(ground[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(share * above + (1 - share) * below):02X}" for above, below in parts)


@BOTH
@pytest.mark.parametrize("look", list(Look))
def test_a_chosen_passage_can_be_read_and_its_outline_seen(theme: Theme, look: Look) -> None:
    ground = over(theme.ink(look).line, CHOSEN_SHARE, theme.paper)
    assert contrast(theme.text, ground) >= 7
    assert contrast(theme.ink(look).line, ground) >= 3


@BOTH
def test_no_status_is_told_by_colour_alone(theme: Theme) -> None:
    for trait in ("line", "stroke", "glyph"):
        assert len({getattr(ink, trait) for ink in theme.inks.values()}) == len(Look)
    assert len({look_words(look) for look in Look}) == len(Look)


def test_every_status_has_a_look() -> None:
    assert [themes.look_of(status).value for status in Status] == [status.value for status in Status]
    assert themes.look_of(Status.CONFLICT, within=True) is Look.WITHIN
    assert themes.look_of(Status.UPDATE, within=True) is Look.UPDATE


def test_the_stylesheet_names_no_unknown_token_and_no_colour() -> None:
    sheet = themes.stylesheet()
    assert "$" not in sheet.replace("$tokens", "")
    assert not re.search("#[0-9A-Fa-f]{6}", sheet)


@BOTH
def test_every_token_of_the_stylesheet_is_a_colour_of_the_palette(theme: Theme) -> None:
    palette = themes.palette(theme)
    for token, roles in themes.ROLES.items():
        assert {palette.color(role).name().upper() for role in roles} == {getattr(theme, token)}


@BOTH
@pytest.mark.parametrize("picture", ["check", "dot", "chevron", "chevron-up"])
def test_the_pictures_of_controls_are_seen_in_both_themes(theme: Theme, picture: str) -> None:
    drawn = (shipped("resources/style/pictures") / f"{picture}.svg").read_text("utf-8")
    ground, *above = re.findall("#[0-9A-F]{6}", drawn)
    assert contrast(ground, theme.paper) >= 3
    assert all(contrast(ground, colour) >= 4.5 for colour in above)


@pytest.mark.usefixtures("qapp")
def test_the_fonts_ship_with_the_program() -> None:
    assert {"Noto Sans", "Noto Serif"} <= set(themes.load_fonts())
    assert QFontInfo(themes.reading_font()).family() == "Noto Serif"
    assert QFontInfo(themes.interface_font(bold=True)).family() == "Noto Sans"
    assert all(path.stat().st_size < 2**20 for path in shipped("resources/fonts").iterdir())


def test_switching_the_theme_changes_the_palette_and_keeps_the_font(qtbot: QtBot, qapp: QApplication) -> None:
    window, body = QMainWindow(), QWidget()
    layout = QVBoxLayout(body)
    for made in (QPushButton("Open"), QLineEdit(), QListWidget()) * 10:
        layout.addWidget(made)
    window.setCentralWidget(body)
    qtbot.addWidget(window)
    window.show()
    themes.apply(qapp, LIGHT)
    themes.apply(qapp, DARK)
    assert qapp.font().families() == themes.interface_font().families()
    assert qapp.palette().window().color().name().upper() == DARK.window


@BOTH
def test_what_is_shown_already_takes_the_colours_of_another_theme(
    theme: Theme, qtbot: QtBot, qapp: QApplication
) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    themes.apply(qapp, DARK if theme is LIGHT else LIGHT)
    field.show()
    themes.apply(qapp, theme)
    assert field.grab().toImage().pixelColor(20, 4).name().upper() == theme.paper
