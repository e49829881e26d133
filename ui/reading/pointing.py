"""What a person asks of words: the menu over them, the claims over the same words, all claims of an article."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QPoint, Signal
from PySide6.QtWidgets import QApplication, QMenu

from factcheck.values import Article
from ui.announce import announce
from ui.days import published_words
from ui.reading.claims_list import ClaimsList, Told, told
from ui.reading.marks import Mark
from ui.reading.menus import MOST_CLAIMS, Deed, add_submenu, add_to, claims_menu, menu_of
from ui.translation import tr
from ui.wording import letter, shortened

if TYPE_CHECKING:
    from factcheck.hand import PlacedNote
    from ui.reading.area import ReadingArea
    from ui.reading.pane import ArticlePane
    from ui.reading.text import ArticleText

MOST_OTHERS = 12  # accounts offered to go to
NOTED = "note:"
_SHORT = 30  # characters of the selected words in a menu


class Pointing(QObject):
    """Makes the menus over the words of the articles, and the lists of their claims."""

    note_wanted = Signal(str)  # the act of a note on a passage

    def __init__(self, area: ReadingArea) -> None:
        super().__init__(area)
        self._area = area
        self.more: Callable[[ArticlePane, list[Mark]], Sequence[Deed]] = lambda _pane, _marks: ()
        """What else can be done with the words and the claims at a place."""

    def welcome(self, pane: ArticlePane) -> None:
        """Listen to an article that was opened for the first time."""
        pane.text.menu_wanted.connect(lambda at, marks: self.menu(pane, marks).popup(at))
        pane.text.note_clicked.connect(self.note_wanted)
        pane.text.claims_wanted.connect(lambda at, marks: self.claims_here(marks).popup(at))

    def menu(self, pane: ArticlePane, marks: list[Mark]) -> QMenu:
        """What can be done with the selected words and with the claims at a place."""
        words = pane.text.selected_words()
        article = self._area.shelf.places[pane.number].article
        menu = menu_of(
            self._area,
            [
                Deed(tr("Copy"), pane.text.copy if words else None),
                Deed(tr("Copy with the source"), partial(_copy, _quoted(words, article)) if words else None),
                Deed(
                    tr("Search for “{words}”", words=shortened(words, _SHORT)) if words else tr("Search for the words"),
                    partial(self._area.search_wanted.emit, " ".join(words.split())) if words else None,
                ),
            ],
        )
        menu.addSeparator()
        if more := self.more(pane, marks):
            add_to(menu, more)
            menu.addSeparator()
        add_submenu(menu, tr("Claims here"), self._deeds(marks))
        add_submenu(menu, tr("Go to the other accounts"), self._others(marks[0].claim) if marks else [])
        all_claims = tr("Claims of {letter}…", letter=letter(pane.number))
        menu.addAction(all_claims).triggered.connect(lambda: self.list_claims(pane.number))
        return menu

    def claims_here(self, marks: list[Mark]) -> QMenu:
        """The claims over the same words, to choose from."""
        return claims_menu(self._area, [self._told(mark) for mark in marks], self._area.click)

    def _deeds(self, marks: list[Mark]) -> list[Deed]:
        return [Deed(self._told(mark).line, partial(self._area.click, mark.claim)) for mark in marks[:MOST_CLAIMS]]

    def _told(self, mark: Mark) -> Told:
        return told(mark, self._area.claims[mark.claim].text)

    def _others(self, claim: str) -> list[Deed]:
        """What other articles say to the same question."""
        analysis, claims = self._area.analysis(), self._area.claims
        asked = [group for group in analysis.groups if claim in group.claims] if analysis else []
        mine = claims[claim].article
        others = dict.fromkeys(c for group in asked for c in group.claims if claims[c].article != mine)
        numbers = {place.article.id: place.number for place in self._area.shelf.places}
        return [
            Deed(
                tr("{letter}: “{words}”", letter=letter(numbers[claims[c].article]), words=shortened(claims[c].text)),
                partial(self._go_to, claim, c),
            )
            for c in list(others)[:MOST_OTHERS]
        ]

    def _go_to(self, claim: str, other: str) -> None:
        self._area.click(claim)  # the question both answer is chosen
        self._area.go_to(other)

    # --- all claims of an article -------------------------------------------------------------------

    def list_focused(self) -> None:
        self.list_claims(self._area.focused)

    def list_claims(self, number: int) -> None:
        """Open the list of an article's claims; what is chosen there is gone to."""
        if not 0 <= number < len(self._area.shelf.places):
            return
        self._area.focus_pane(number)
        place = self._area.shelf.places[number]
        if place.pane is None:
            return
        listed = ClaimsList(self._area, tr("Claims of {letter}", letter=letter(number)), self._listed(place.pane.text))
        listed.chosen.connect(self._choose)
        text = place.pane.text
        listed.open(text.mapToGlobal(QPoint(8, 8)), self._area.size(), self._area.choice.current)

    def _listed(self, text: ArticleText) -> list[Told]:
        """The claims and notes of an article, in its order."""
        claims = [(mark.span, self._told(mark)) for mark in text.marks() if mark.shown]
        notes = [(note.span, _told_note(note, text.words_at(note.span))) for note in text.notes()]
        return (
            [told for _, told in sorted((*claims, *notes), key=lambda each: each[0])]
            if notes
            else [t for _, t in claims]
        )

    def toggle_caret(self) -> None:
        """Show or hide the caret in the article that has the keyboard, or had it last."""
        self._area.focus_pane(self._area.focused)
        places = self._area.shelf.places
        pane = places[self._area.focused].pane if places else None
        if pane is not None:
            pane.text.set_caret(not pane.text.has_caret)
            announce(
                pane.text, tr("Caret on: Shift with the arrows selects") if pane.text.has_caret else tr("Caret off")
            )

    def _choose(self, claim: str) -> None:
        if claim.startswith(NOTED):
            self.note_wanted.emit(claim.removeprefix(NOTED))
            return
        self._area.click(claim)
        self._area.go_to(claim)


def _told_note(note: PlacedNote, words: str) -> Told:
    line = tr(
        "Note by {name} on “{words}”: {note}",
        name=note.act.by.name,
        words=shortened(words, 30),
        note=shortened(note.text, 60),
    )
    return Told(NOTED + note.act.id, f"✎  {line}")


def _copy(words: str) -> None:
    data = QMimeData()
    data.setText(words)
    QApplication.clipboard().setMimeData(data)


def _quoted(words: str, article: Article) -> str:
    """Words with where they stand, as a note or a message needs them."""
    return tr("“{words}” ({source}, {day})", words=words.strip(), source=article.label, day=published_words(article))
