import re

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QPixmap

from factcheck.shipped import shipped
from ui import icons
from ui.theme import DARK, LIGHT, Look

pytestmark = pytest.mark.usefixtures("qapp")

NAMES = sorted(path.stem for path in shipped("resources/icons").glob("*.svg"))


def darkest(pixmap: QPixmap) -> QColor:
    """The colour of the most opaque pixel."""
    image = pixmap.toImage()
    pixels = (image.pixelColor(x, y) for y in range(image.height()) for x in range(image.width()))
    return max(pixels, key=QColor.alpha)


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_takes_the_colour_it_is_given(name: str) -> None:
    text = (shipped("resources/icons") / f"{name}.svg").read_text("utf-8")
    assert name == "factcheck" or not re.search("#[0-9A-Fa-f]{3,}", text)
    drawn = darkest(icons.picture(name, "#0B5CAD", 48))
    assert drawn.alpha() > 200
    assert name == "factcheck" or drawn.name().upper() == "#0B5CAD"


@pytest.mark.parametrize("look", list(Look))
def test_every_status_has_an_icon(look: Look) -> None:
    assert f"status-{look}" in NAMES


def test_an_icon_has_a_pixel_for_every_dot_of_a_sharp_screen() -> None:
    assert icons.icon("open", LIGHT).pixmap(QSize(16, 16), 2.0).width() == 32


def test_an_icon_that_cannot_be_used_is_dimmed() -> None:
    pixmap = icons.icon("open", DARK).pixmap(QSize(48, 48), QIcon.Mode.Disabled)
    assert darkest(pixmap).name().upper() == DARK.disabled


def test_the_application_has_an_icon_for_every_place() -> None:
    assert {16, 256} <= {size.width() for size in icons.application_icon().availableSizes()}
