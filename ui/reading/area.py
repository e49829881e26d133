"""The reading area: the articles of a case side by side, and the passages of a conflict brought level."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from factcheck.review import Review
from factcheck.values import Analysis, Article, Case, Claim, Conflict, Group, Span, Status
from ui.reading.arrangement import level
from ui.reading.gutter import Gutter
from ui.reading.marks import Mark, marks_of, passages, with_decided
from ui.reading.pane import ArticlePane, narrowest
from ui.reading.shelf import Shelf
from ui.theme import LIGHT, READING_PX, Theme

_EMPTY = "Add two or more articles to compare them."


class ReadingArea(QWidget):
    """Shows a case; says which claim was clicked and which article (from 0) has the keyboard."""

    claim_chosen = Signal(str)
    pane_focused = Signal(int)

    def __init__(self, theme: Theme = LIGHT, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._px = theme, READING_PX
        self._case: Case | None = None
        self._decided: frozenset[str] = frozenset()
        self._claims: dict[str, Claim] = {}
        self._marks: dict[str, tuple[Mark, ...]] = {}
        self._conflict: Conflict | None = None
        self._passages: dict[str, tuple[str, ...]] = {}
        self._turn = 0
        self._heads: list[int] = []  # how far each pane was scrolled when the passages were last level
        self._current: str | None = None  # the claim last clicked or brought level
        self._focused = 0
        self._shelf = Shelf((), theme, self)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._settle)
        self.setAccessibleName("Articles")

    # --- what is shown ----------------------------------------------------------------------------

    def show_case(self, case: Case, review: Review | None = None) -> None:
        """Show these articles. What was scrolled to stays when only the analysis is new."""
        articles, before = case.articles, self._case.articles if self._case else ()
        self._case = case
        self._claims = {claim.id: claim for claim in case.analysis.claims} if case.analysis else {}
        self._marks = marks_of(case.analysis) if case.analysis else {}
        if [(a.id, a.sha256, a.provenance) for a in articles] != [(a.id, a.sha256, a.provenance) for a in before]:
            self._build(articles)
        self.show_review(review)
        self._arrange()
        self._shelf.join(self._analysis())  # the articles may be open already while the analysis is new
        self.choose_conflict(self._conflict.id if self._conflict else None)

    def show_review(self, review: Review | None) -> None:
        """Mark what has been decided."""
        self._decided = frozenset(review.by_conflict) if review else frozenset()
        marks = {article: with_decided(found, self._decided) for article, found in self._marks.items()}
        self._shelf.show_marks(marks, self._analysis() is not None)
        self._outline()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._shelf.set_theme(theme)
        self.update()

    def set_text_size(self, px: int) -> None:
        """Set the articles' words this large, in pixels; what was level stays level."""
        self._shelf.set_text_size(px)
        self._px = px
        self._arrange()
        self._later.start()

    def _build(self, articles: tuple[Article, ...]) -> None:
        self._shelf.hide()
        self._shelf.deleteLater()
        self._shelf = Shelf(articles, self._theme, self, self._px)
        self._shelf.setGeometry(self.rect())
        for place in self._shelf.places:
            place.opened.connect(self._welcome)
            place.spine.clicked.connect(lambda _=False, number=place.number: self.focus_pane(number))
        self._shelf.setVisible(bool(articles))
        self._conflict, self._passages, self._heads, self._current, self._focused = None, {}, [], None, 0

    def _welcome(self, pane: ArticlePane) -> None:
        """Listen to an article that was opened for the first time."""
        pane.claim_clicked.connect(self._click)
        pane.focused.connect(self._note_focus)
        pane.scrolled.connect(self._update_gutters)

    # --- conflicts --------------------------------------------------------------------------------

    def choose_conflict(self, conflict_id: str | None) -> None:
        """Outline a conflict's claims in every article and bring them level; None takes the outlines away.

        The claim a person has just clicked leads in its article, and that article does not move.
        """
        self._choose(self._find(conflict_id))

    def choose_group(self, group_id: str | None) -> None:
        """The same for a group that is no conflict: outlines and level passages, but no ribbons."""
        analysis = self._analysis()
        group = next((g for g in analysis.groups if g.id == group_id), None) if analysis else None
        self._choose(_as_conflict(group) if group else None)

    def _choose(self, conflict: Conflict | None) -> None:
        self._conflict = conflict
        order = [article.id for article in self._case.articles] if self._case else []
        self._passages = passages(self._conflict, self._claims, order) if self._conflict else {}
        self._turn, self._heads = 0, []
        clicked = self._current
        self._current = None
        if clicked and self._conflict and clicked in self._conflict.claims:
            self._lead_with(clicked)
        self._arrange()
        for each in self._gutters():
            each.choose(self._conflict.id if self._conflict else None)
        self._level(still=clicked if self._current else None)

    def level_passages(self) -> None:
        """Bring the chosen conflict's passages level; where they are, go on to the next of an article's several."""
        if not self._passages:
            return
        if self._heads and self._heads == self._scrolled():
            self._turn += 1
        self._level()

    def lead(self, claim: str) -> None:
        """Bring the chosen conflict's passages level with this claim first in its article."""
        if claim in self._claims:
            self._current = claim
            self._choose(self._conflict)

    def go_to(self, claim: str) -> None:
        """Bring a claim's words level and give its article the keyboard; by itself where it is not among what is
        chosen. Words that are not marked are tinted."""
        found = self._claims.get(claim)
        if found is None:
            return
        number = next(place.number for place in self._shelf.places if place.article.id == found.article)
        self.focus_pane(number)
        if self._conflict is None or claim not in self._conflict.claims:
            self._choose(_as_conflict(Group("", "", found.kind, Status.SINGLE, (claim,))))
        self.lead(claim)
        pane = self._shelf.places[number].pane
        if pane and pane.text.band(claim) is None:
            self.show_found({found.article: (found.span,)}, (found.article, found.span))

    def cycle_overlap(self, step: int) -> None:
        """Go on to another claim over the same words as the one last chosen."""
        pane = self._pane_of(self._claims[self._current]) if self._current in self._claims else None
        if pane is None or self._current is None:
            return
        there = pane.text.overlapping(self._current)
        self._click(there[(there.index(self._current) + step) % len(there)])

    def _find(self, conflict_id: str | None) -> Conflict | None:
        analysis = self._analysis()
        return next((c for c in analysis.conflicts if c.id == conflict_id), None) if analysis else None

    def _lead_with(self, claim: str) -> None:
        """Put a claim first in its article."""
        article = self._claims[claim].article
        mine = self._passages[article]
        self._passages[article] = (claim, *(other for other in mine if other != claim))
        self._current = claim

    def _leading(self) -> dict[str, str]:
        """The claim each article is level at, by article id; each turn takes the next of an article's several."""
        return {article: mine[self._turn % len(mine)] for article, mine in self._passages.items()}

    def _outline(self) -> None:
        leading = self._leading()
        for place in self._shelf.places:
            if place.pane:
                article = place.article.id
                place.pane.choose(self._passages.get(article, ()), leading.get(article))

    def _level(self, still: str | None = None) -> None:
        """Bring the leading claims level, at the height of `still` when it is given and on the screen."""
        self._outline()
        leading = self._leading()
        found = [
            (place.pane, band)
            for place in self._shelf.places
            if place.is_open and place.pane and (band := place.pane.text.band(leading.get(place.article.id, "")))
        ]
        height = max((pane.text.viewport().height() for pane, _ in found), default=0)
        share = self._share_of(still, height)
        for (pane, _), value in zip(
            found, level([(band[0], pane.text.reach()) for pane, band in found], height, share), strict=True
        ):
            pane.text.scroll_to(value)
        self._heads = self._scrolled()
        if leading and self._current not in leading.values():
            self._current = next(iter(leading.values()))
        self._update_gutters()

    def _share_of(self, claim: str | None, height: int) -> float:
        """Where a claim stands in the view, 0 to 1; three tenths when it is not to be seen."""
        pane = self._pane_of(self._claims[claim]) if claim else None
        band = pane.band(claim) if pane and claim else None
        return band[0] / height if band and height and 0 <= band[0] < 0.9 * height else 0.3

    def _scrolled(self) -> list[int]:
        return [pane.text.verticalScrollBar().value() for pane in self._shelf.panes()]

    def _click(self, claim: str) -> None:
        self._current = claim
        self.claim_chosen.emit(claim)

    def _pane_of(self, claim: Claim) -> ArticlePane | None:
        return next((p.pane for p in self._shelf.places if p.is_open and p.article.id == claim.article), None)

    def show_found(self, spans: Mapping[str, Sequence[Span]], at: tuple[str, Span] | None = None) -> None:
        """Tint what a search has found, by article id, and go to one of the stretches; its article is opened."""
        number = next((p.number for p in self._shelf.places if at and p.article.id == at[0]), None)
        if number is not None and not self._shelf.places[number].is_open:
            self._shelf.use(number)
            self._arrange(wanted=(number,))
        for place in self._shelf.places:
            if place.pane:
                here = at[1] if at and at[0] == place.article.id else None
                place.pane.text.show_found(spans.get(place.article.id, ()), here)
        self._heads = []

    # --- the keyboard -----------------------------------------------------------------------------

    def focus_pane(self, number: int) -> None:
        """Give the n-th article (from 0) the keyboard; opens it when it is closed."""
        if not 0 <= number < len(self._shelf.places):
            return
        self._shelf.use(number)
        self._focused = number
        self._arrange(wanted=(number,))
        pane = self._shelf.places[number].pane
        if pane:
            pane.text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_next_pane(self, step: int) -> None:
        """Go on to the next article, or with -1 to the one before; after the last comes the first."""
        count = len(self._shelf.places)
        if not count:
            return
        inside = any(pane.text.hasFocus() for pane in self._shelf.panes())
        self.focus_pane((self._focused + step) % count if inside else (0 if step > 0 else count - 1))

    def _note_focus(self) -> None:
        for place in self._shelf.places:
            is_current = bool(place.pane and place.pane.text.hasFocus())
            if place.pane:
                place.pane.heading.set_current(is_current)
            if is_current:
                self._focused = place.number
                self._shelf.use(place.number)
                self.pane_focused.emit(place.number)

    # --- the shape of the area --------------------------------------------------------------------

    def state(self) -> str:
        """What to remember until the next time: which articles are open, how wide, and what they are scrolled to."""
        return json.dumps(self._shelf.state())

    def restore(self, state: str) -> None:
        """Take up what `state` gave, as far as it fits the case now shown. Anything else is passed over."""
        try:
            remembered = json.loads(state)
        except ValueError:
            return
        if isinstance(remembered, dict):
            self._shelf.remember(remembered)
            self._arrange()
            self._shelf.restore(remembered)

    def minimumSizeHint(self) -> QSize:
        return QSize(round(narrowest(self._px)), 240)

    def sizeHint(self) -> QSize:
        return QSize(1100, 700)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._shelf.setGeometry(self.rect())
        self._arrange()
        self._later.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._later.start()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._shelf.places:
            return
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("paper"))
        painter.setPen(self._theme.colour("muted"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, _EMPTY)
        painter.end()

    def _arrange(self, wanted: Sequence[int] = ()) -> None:
        """Open what is wanted and fits, first of all the chosen conflict's articles."""
        if not self._shelf.places:
            return
        if self._shelf.arrange(self.width(), wanted or self._disputed()):
            self._shelf.join(self._analysis())
            self._shelf.share_width()
            for each in self._gutters():
                each.choose(self._conflict.id if self._conflict else None)
            self._later.start()
            self._outline()

    def _disputed(self) -> list[int]:
        """The chosen conflict's articles: first one for each answer, so that they are seen against each other."""
        numbers = {place.article.id: place.number for place in self._shelf.places}
        answers = self._conflict.answers if self._conflict else ()
        said = [sorted({numbers[self._claims[claim].article] for claim in answer.claims}) for answer in answers]
        mine = sorted(numbers[article] for article in self._passages)
        chosen: list[int] = []
        for articles in said:
            chosen += [number for number in articles if number not in chosen][:1]
        return list(dict.fromkeys((*chosen, *mine)))

    def _settle(self) -> None:
        """Once the sizes are known: level again what was level before."""
        if self._passages and self._heads:
            self._level()

    def _analysis(self) -> Analysis | None:
        return self._case.analysis if self._case else None

    def _gutters(self) -> list[Gutter]:
        return self._shelf.gutters()

    def _update_gutters(self) -> None:
        for each in self._gutters():
            each.update()


def _as_conflict(group: Group) -> Conflict:
    """A group to be looked at like a conflict; its claims answer nothing differently, so no ribbon joins them."""
    return Conflict("", group.id, group.kind, group.status, False, group.claims, (), rule="", reason="", confidence=1)
