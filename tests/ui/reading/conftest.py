from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from factcheck.values import Analysis, Article, Case, Claim, Group, Status
from tests.factories import make_article
from ui.reading.area import ReadingArea
from ui.reading.pane import ArticlePane
from ui.reading.text import ArticleText
from ui.theme import LIGHT, load_fonts

Show = Callable[..., ReadingArea]


@pytest.fixture(autouse=True)
def fonts(qtbot: QtBot) -> None:  # noqa: ARG001
    load_fonts()


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    """Show a case in a reading area of this size and wait until it stands."""

    def shown(case: Case, width: int = 1200, height: int = 800) -> ReadingArea:
        area = ReadingArea(LIGHT)
        qtbot.addWidget(area)
        area.resize(width, height)
        area.show_case(case)
        with qtbot.waitExposed(area):
            area.show()
        QApplication.processEvents()  # what was put off until its size is known
        return area

    return shown


def panes_of(area: ReadingArea) -> list[ArticlePane]:
    """The open articles from left to right."""
    return sorted(
        (p for p in area.findChildren(ArticlePane) if p.isVisible()), key=lambda p: p.mapTo(area, p.pos()).x()
    )


def case_of(*texts: str, claims: tuple[Claim, ...] = ()) -> Case:
    """A case of articles "a", "b" ..., whose claims are told once each."""
    groups = tuple(
        Group(f"g{number}", claim.subject, claim.kind, Status.SINGLE, (claim.id,))
        for number, claim in enumerate(claims)
    )
    return Case("case", "A case", articles_of(*texts), Analysis(claims, groups))


def articles_of(*texts: str) -> tuple[Article, ...]:
    return tuple(
        make_article(text, letter, source=f"Source {letter.upper()}", published=date(2022, 7, 8))
        for text, letter in zip(texts, "abcdefghijklmnop", strict=False)
    )


@pytest.fixture
def clicked(qtbot: QtBot) -> Callable[[ArticleText, str], str | None]:
    """Click in the middle of a claim's first line; the claim the article then tells."""

    def click(text: ArticleText, claim: str) -> str | None:
        place = text.pieces(claim)[0].center().toPoint()
        with qtbot.waitSignal(text.claim_clicked) as told:
            QTest.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=place)
        return str(told.args[0]) if told.args else None

    return click
