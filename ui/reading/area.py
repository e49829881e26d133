"""The reading area: the articles of a case side by side, and the passages of a conflict brought level."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from factcheck.review import Review, decides
from factcheck.values import Analysis, Article, Case, Claim, Conflict, Span
from ui.reading.by_hand import by_hand, notes_of
from ui.reading.choosing import Choice, alone, as_conflict, one_for_each_answer
from ui.reading.levelling import Levelling
from ui.reading.marked import Marked, marked
from ui.reading.marks import Mark, with_decided
from ui.reading.pointing import Pointing
from ui.reading.shelf import Shelf
from ui.reading.shifting import Shifting
from ui.reading.shown import Shown
from ui.reading.tandem import Tandem
from ui.reading.typesetting import narrowest
from ui.stepwise import Stepwise
from ui.theme import LIGHT, READING_PX, Theme
from ui.translation import tr

if TYPE_CHECKING:
    from ui.reading.pane import ArticlePane

AFTERWARDS = 100  # milliseconds
MANY = 500
"""Marks of one article that take some milliseconds to hide or show."""


class ReadingArea(QWidget):
    """Shows a case; says which claim was clicked and which article (from 0) has the keyboard.

    How passages are brought level lies in `levelling`, moving and hiding articles in `shifting`, what is asked of their
    words in `pointing`, scrolling them together in `tandem`.
    """

    claim_chosen = Signal(str)
    pane_focused = Signal(int)
    details_wanted = Signal(int)  # of which article (from 0)
    search_wanted = Signal(str)  # words somebody selected
    marks_changed = Signal()  # other marks are hidden than before
    together_offered = Signal(str)  # why articles cannot be scrolled together; "" when they can

    def __init__(self, theme: Theme = LIGHT, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme, self._px = theme, READING_PX
        self.case: Case | None = None
        self._decided: frozenset[str] = frozenset()
        self.claims: dict[str, Claim] = {}
        self._marked = Marked()
        self._judged: dict[str, tuple[tuple[Mark, ...], tuple[Mark, ...]]] = {}  # by article, without verdicts and with
        self.shown_marks = Shown()
        self.choice = Choice()
        self._focused = 0
        self.shelf = Shelf((), theme, self)
        self.levelling, self.tandem = Levelling(self), Tandem(self)
        self.shifting, self.pointing = Shifting(self), Pointing(self)
        self._hiding = Stepwise(self)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._settle)
        self._renewing = QTimer(self, singleShot=True, interval=AFTERWARDS)
        self._renewing.timeout.connect(self.tandem.renew)
        self.setAccessibleName(tr("Articles"))

    # --- what is shown ----------------------------------------------------------------------------

    def show_case(self, case: Case, review: Review | None = None) -> None:
        """Show these articles. What was scrolled to stays when only the analysis is new."""
        for _ in self.show_in_parts(case, review):
            pass

    def show_in_parts(self, case: Case, review: Review | None = None) -> Iterator[None]:
        """The same; it stops before anything is seen of it, and before the hairlines between the articles follow."""
        articles, before = case.articles, self.case.articles if self.case else ()
        now = (yield from marked(self._marked, case.analysis, by_hand(case))) if case.analysis else Marked()
        yield
        self.case, self._marked = case, now
        self.claims = {claim.id: claim for claim in case.analysis.claims} if case.analysis else {}
        new = [(a.id, a.sha256, a.provenance) for a in articles] != [(a.id, a.sha256, a.provenance) for a in before]
        if new:
            self._build(articles)
        self.show_notes(case)
        self.show_review(review)
        self.arrange()
        self.choose_conflict(self.choice.conflict.id if self.choice.conflict else None)
        yield
        self.shelf.join(self.analysis())  # the articles may be open already while the analysis is new
        if new:
            self.tandem.renew()
        else:
            self._renewing.start()  # it takes a while, and nobody waits for it

    def show_review(self, review: Review | None) -> None:
        """Mark what has been decided."""
        self._decided = frozenset(id for id, v in review.by_conflict.items() if decides(v)) if review else frozenset()
        self._show_marks()

    def show_notes(self, case: Case) -> None:
        """The notes people wrote on passages of the same articles, in the margins."""
        noted = notes_of(case)
        for place in self.shelf.places:
            place.show_notes(noted.get(place.article.id, ()))

    def show_only(self, shown: Shown) -> None:
        """Hide or show kinds of marks."""
        if shown != self.shown_marks:
            self.shown_marks = shown
            self._hiding.run(self._show_marks_in_turn())
            self.marks_changed.emit()

    def toggle_marks(self, name: str) -> None:
        """Hide or show the marks of one status or kind, by its name in `shown`."""
        self.show_only(self.shown_marks.toggled(name))

    def show_all_marks(self) -> None:
        self.show_only(Shown())

    def _show_marks(self) -> None:
        for _ in self._show_marks_in_turn():
            pass

    def _show_marks_in_turn(self) -> Iterator[None]:
        """One article after the other; it stops after one that has many."""
        for place in self.shelf.places:
            marks = self._judged_marks(place.article.id)
            if place.show_marks(marks, self.shown_marks, self.analysis() is not None):
                self.levelling.outline()
                if len(marks) > MANY:
                    yield

    def _judged_marks(self, article: str) -> tuple[Mark, ...]:
        """The marks of an article with the verdicts there are; most of them are as they were shown last."""
        made = self._marked.marks.get(article, ())
        bare, judged = self._judged.get(article, (made, made))
        judged = with_decided(judged if bare is made else made, self._decided)
        self._judged[article] = made, judged
        return judged

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.shelf.set_theme(theme)
        self.shifting.set_theme(theme)
        self.update()

    def set_text_size(self, px: int) -> None:
        """Set the articles' words this large, in pixels; what was level stays level."""
        self.shelf.set_text_size(px)
        self.shifting.set_text_size(px)
        self._px = px
        self.arrange()
        self._later.start()

    def _build(self, articles: tuple[Article, ...]) -> None:
        self.shelf.hide()
        self.shelf.deleteLater()
        self.shelf = Shelf(articles, self.theme, self, self._px)
        for place in self.shelf.places:
            place.opened.connect(self._welcome)
            place.spine.clicked.connect(lambda _=False, number=place.number: self.focus_pane(number))
            place.spine.menu_wanted.connect(lambda at, number=place.number: self.shifting.show_menu(number, at))
        self.shifting.lay_out()
        self.shelf.setVisible(bool(articles))
        self.choice, self._focused = Choice(), 0
        self.levelling.forget()

    def _welcome(self, pane: ArticlePane) -> None:
        """Listen to an article that was opened for the first time."""
        pane.claim_clicked.connect(self.click)
        pane.focused.connect(self._note_focus)
        pane.left.connect(self._show_focus)
        pane.scrolled.connect(lambda: self._follow(pane))
        self.shifting.welcome(pane)
        self.pointing.welcome(pane)

    # --- conflicts --------------------------------------------------------------------------------

    def choose_conflict(self, conflict_id: str | None) -> None:
        """Outline a conflict's claims in every article and bring them level; None takes the outlines away.

        The claim a person has just clicked leads in its article, and that article does not move.
        """
        analysis = self.analysis()
        self._choose(next((c for c in analysis.conflicts if c.id == conflict_id), None) if analysis else None)

    def choose_group(self, group_id: str | None) -> None:
        """The same for a group that is no conflict: outlines and level passages, but no ribbons."""
        analysis = self.analysis()
        group = next((g for g in analysis.groups if g.id == group_id), None) if analysis else None
        self._choose(as_conflict(group) if group else None)

    def _choose(self, conflict: Conflict | None) -> None:
        order = [article.id for article in self.case.articles] if self.case else []
        clicked = self.choice.take(conflict, self.claims, order)
        self.levelling.forget()
        self.arrange()
        self._draw_ribbons()
        self.show_who_takes_part()
        self.levelling.level(still=clicked)

    def show_who_takes_part(self) -> None:
        """On what is closed or hidden: whether it has something on the chosen conflict."""
        for place in self.shelf.places:
            place.spine.take_part(place.article.id in self.choice.passages)
        hidden = [self.shelf.places[number] for number in self.shelf.order.hidden]
        self.shifting.strip.take_part(any(place.article.id in self.choice.passages for place in hidden))

    def _draw_ribbons(self) -> None:
        self.shelf.choose(self.choice.conflict, self.claims)

    def level_passages(self) -> None:
        """Bring the chosen conflict's passages level; where they are, go on to the next of an article's several."""
        self.levelling.go_on()

    def lead(self, claim: str) -> None:
        """Bring the chosen conflict's passages level with this claim first in its article."""
        if claim in self.claims:
            self.choice.current = claim
            self._choose(self.choice.conflict)

    def go_to(self, claim: str) -> None:
        """Bring a claim's words level and give its article the keyboard; by itself where it is not among what is
        chosen. Words that are not marked are tinted."""
        found = self.claims.get(claim)
        if found is None:
            return
        number = next(place.number for place in self.shelf.places if place.article.id == found.article)
        self.focus_pane(number)
        if self.choice.conflict is None or claim not in self.choice.conflict.claims:
            self._choose(alone(found))
        self.lead(claim)
        pane = self.shelf.places[number].pane
        if pane and pane.text.band(claim) is None:
            self.show_found({found.article: (found.span,)}, (found.article, found.span))

    def cycle_overlap(self, step: int) -> None:
        """Go on to another claim over the same words as the one last chosen."""
        current = self.choice.current
        pane = self.shelf.pane_of(self.claims[current].article) if current in self.claims else None
        if pane is None or current is None or pane.text.band(current) is None:
            return
        there = pane.text.overlapping(current)
        self.click(there[(there.index(current) + step) % len(there)])

    def click(self, claim: str) -> None:
        """As if a person had clicked this claim."""
        self.choice.current = claim
        self.claim_chosen.emit(claim)

    def _follow(self, pane: ArticlePane) -> None:
        self.tandem.follow(pane)
        self.shelf.follow()

    def show_found(self, spans: Mapping[str, Sequence[Span]], at: tuple[str, Span] | None = None) -> None:
        """Tint what a search has found, by article id, and go to one of the stretches; its article is opened."""
        number = next((p.number for p in self.shelf.places if at and p.article.id == at[0]), None)
        if number is not None and not self.shelf.places[number].is_open:
            self.shifting.show_again(number)
            self.shelf.use(number)
            self.arrange(wanted=(number,))
        for place in self.shelf.places:
            if place.pane:
                here = at[1] if at and at[0] == place.article.id else None
                place.pane.text.show_found(spans.get(place.article.id, ()), here)
        self.levelling.forget()

    # --- the keyboard -----------------------------------------------------------------------------

    def focus_pane(self, number: int) -> None:
        """Give the n-th article of the case (from 0) the keyboard; opens it when it is closed or hidden."""
        if not 0 <= number < len(self.shelf.places):
            return
        self.shifting.show_again(number)
        self.shelf.use(number)
        self._focused = number
        self.arrange(wanted=(number,))
        pane = self.shelf.places[number].pane
        if pane:
            pane.text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_next_pane(self, step: int) -> None:
        """Go on to the next article, or with -1 to the one before; after the last comes the first."""
        shown = self.shelf.order.shown()
        if not shown:
            return
        inside = any(pane.text.hasFocus() for pane in self.shelf.panes()) and self._focused in shown
        at = (shown.index(self._focused) + step) % len(shown) if inside else (0 if step > 0 else len(shown) - 1)
        self.focus_pane(shown[at])

    @property
    def focused(self) -> int:
        """The article (from 0) that has the keyboard or had it last; one that is shown."""
        shown = self.shelf.order.shown()
        return self._focused if self._focused in shown or not shown else shown[0]

    def _note_focus(self) -> None:
        self._show_focus()
        for place in self.shelf.places:
            if place.pane and place.pane.is_current:
                self._focused = place.number
                self.shelf.use(place.number)
                self.pane_focused.emit(place.number)

    def _show_focus(self) -> None:
        """A ring stands around the article that has the keyboard, and around none when the list has it."""
        for place in self.shelf.places:
            if place.pane:
                place.pane.set_current(place.pane.text.hasFocus())
        for each in self.shelf.gutters():
            each.update()

    # --- the shape of the area --------------------------------------------------------------------

    def state(self) -> str:
        """What to remember until the next time: which articles are open and where, and what they are scrolled to."""
        return json.dumps({**self.shelf.state(), "together": self.tandem.is_on})

    def restore(self, state: str) -> None:
        """Take up what `state` gave, as far as it fits the case now shown. Anything else is passed over."""
        try:
            remembered = json.loads(state)
        except ValueError:
            return
        if isinstance(remembered, dict):
            self.shelf.remember(remembered)
            self.shifting.lay_out()
            self.arrange()
            self.shelf.restore(remembered)
            self.tandem.set_on(remembered.get("together") is True)

    def minimumSizeHint(self) -> QSize:
        return QSize(round(narrowest(self._px)), 240)

    def sizeHint(self) -> QSize:
        return QSize(1100, 700)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.shifting.lay_out()
        self.arrange()
        self._later.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._later.start()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.shelf.places:
            return
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.theme.colour("paper"))
        painter.setPen(self.theme.colour("muted"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, tr("Add two or more articles to compare them."))
        painter.end()

    def arrange(self, wanted: Sequence[int] = ()) -> None:
        """Open what is wanted and fits, first of all the chosen conflict's articles."""
        if not self.shelf.places:
            return
        with self.shelf.held():
            changed = self.shelf.arrange(self.shelf.width(), wanted or self._disputed())
            if changed:
                self.shelf.share_width()
        if changed:
            self.shelf.join(self.analysis())
            self._draw_ribbons()
            self._later.start()
            self.levelling.outline()

    def _disputed(self) -> list[int]:
        numbers = {place.article.id: place.number for place in self.shelf.places}
        of = {claim: numbers[article] for article, mine in self.choice.passages.items() for claim in mine}
        return one_for_each_answer(self.choice.conflict, self.choice.passages, of)

    def _settle(self) -> None:
        """Once the sizes are known: level again what was level before."""
        self.levelling.again()
        self.tandem.renew()

    def analysis(self) -> Analysis | None:
        return self.case.analysis if self.case else None
