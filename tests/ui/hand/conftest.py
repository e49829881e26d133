"""A window whose articles and questions a person lays hands on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from factcheck.values import Analysis, Case, Claim, Group, Sort, Span
from tests.ui.conftest import Bench
from ui.hand.sheet import Sheet
from ui.reading.claims_list import ClaimsList
from ui.reading.pane import ArticlePane
from ui.reading.text import ArticleText

COSMONAUTS, REBUKE, DAY = "How many cosmonauts?", "What exactly did NASA say?", "Who said “a liberation day”?"
AnySheet = TypeVar("AnySheet", bound=Sheet)


class Hands:
    """Works the window as a person does who lays a hand on the sample case."""

    def __init__(self, bench: Bench, qtbot: QtBot) -> None:
        self.bench, self.window, self._qtbot = bench, bench.open(), qtbot
        self.window.activateWindow()

    @property
    def case(self) -> Case:
        assert self.window.bridge.case is not None
        return self.window.bridge.case

    @property
    def analysis(self) -> Analysis:
        assert self.case.analysis is not None
        return self.case.analysis

    @property
    def sorts(self) -> list[Sort]:
        """What was done, oldest first."""
        return [act.sort for act in self.case.acts]

    def wait(self, until: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(until)

    def settle_events(self) -> None:
        """Let everything that is due happen."""
        self._qtbot.wait(30)

    def group_id(self, question: str) -> str:
        """The id of a question's conflict."""
        group = self.group(question)
        return next(c.id for c in self.analysis.conflicts if c.group == group.id)

    def analysis_text(self, question: str) -> str:
        """The words of the first claim that answers a question."""
        return self.window.reading.claims[self.group(question).claims[0]].text

    def do(self, action: str, claim: Claim | None = None) -> None:
        """Trigger an action by its name, on this claim if one is given."""
        if claim is not None:
            self.window.reading.choice.current = claim.id
        self.window.actions_by_name[action].trigger()

    def sheet_of(self, action: str, sort: type[AnySheet]) -> AnySheet:
        """The dialog that an action opens."""
        self.do(action)
        sheet = self.window.hand.sheet
        assert isinstance(sheet, sort)
        return sheet

    def mark(self, number: int, words: str) -> None:
        """Mark words of the n-th article (from 0) as they are guessed."""
        self.select(number, words)
        self.do("mark_claim")
        assert self.window.hand.sheet is not None
        self.window.hand.sheet.accept()

    def select(self, number: int, words: str) -> None:
        self.window.show_article(number)
        start = self.case.articles[number].text.index(words)
        self.text(number).select(Span(start, start + len(words)))

    def click(self, words: str) -> None:
        """As if the claim on these words had been clicked."""
        self.click_id(self.claim(words).id)

    def click_id(self, claim: str) -> None:
        self.window.reading.click(claim)
        self.window.reading.go_to(claim)

    def choose(self, question: str) -> None:
        row = self.bench.rows.index(question)
        entry = self.window.conflicts.model.rows[row]
        assert self.window.conflicts.choose(entry.conflict.id if entry.conflict else entry.group.id)  # type: ignore[union-attr]

    def claim(self, words: str) -> Claim:
        """The first claim with just these words."""
        return next(c for c in self.analysis.claims if c.text == words)

    claim_of = claim

    def group(self, question: str) -> Group:
        return next(g for g in self.analysis.groups if g.question == question)

    def pane(self, number: int) -> ArticlePane:
        pane = self.window.reading.shelf.places[number].pane
        assert pane is not None
        return pane

    def text(self, number: int) -> ArticleText:
        return self.pane(number).text

    def listed(self, number: int) -> list[str]:
        """The lines of the list of an article's claims."""
        self.window.reading.pointing.list_claims(number)
        listed = next(each for each in self.window.reading.findChildren(ClaimsList) if each.isVisible())
        lines = listed.lines()
        listed.close()
        return lines

    def glyph(self, number: int) -> QPoint:
        """Where in the n-th article's viewport the glyph of its first note stands."""
        text = self.text(number)
        view = text.viewport()
        places = (QPoint(x, y) for y in range(0, view.height(), 3) for x in range(0, 40, 3))
        return next(place for place in places if text.notes_at(place.toPointF()))


@pytest.fixture
def hands(bench: Bench, qtbot: QtBot) -> Iterator[Hands]:
    made = Hands(bench, qtbot)
    yield made
    if made.window.hand.sheet is not None:
        made.window.hand.sheet.reject()
