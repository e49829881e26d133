"""The window's second language."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from PySide6.QtWidgets import QMenu

from tests.ui.conftest import Bench
from ui import translation
from ui.action_table import ACTIONS
from ui.dialogs import ArticleDetails
from ui.translation import languages, tr, trn
from ui.window import Window

ROOT = Path(__file__).parents[2]
GERMAN = ROOT / "resources" / "translations" / "de.po"
GERMAN_MENUS = ["Fall", "Ansicht", "Von Hand", "Urteil", "Hilfe"]
ALIKE = {"Matrix"}  # words both languages have


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    translation.use("en")


def _menu_titles(window: Window) -> list[str]:
    return [action.text().replace("&", "") for action in window.menuBar().actions()]


def _menu_words(window: Window) -> set[str]:
    """What stands in the menus and those that hang from them."""
    return {action.text() for menu in window.menuBar().findChildren(QMenu) for action in menu.actions()} - {""}


def _pairs() -> list[tuple[str, str]]:
    """(English, German) of every text, each form of a plural by itself."""
    with GERMAN.open("rb") as lines:
        catalogue = read_po(lines, locale="de")
    pairs: list[tuple[str, str]] = []
    for message in catalogue:
        forms = (message.id, message.string) if isinstance(message.id, tuple) else ((message.id,), (message.string,))
        pairs += zip(*forms, strict=True)
    return [(source, said) for source, said in pairs if source]


def test_english_is_what_the_source_says() -> None:
    assert tr("Article {letter}", letter="B") == "Article B"
    assert trn("{count} article added", "{count} articles added", 1) == "1 article added"


def test_german_is_shipped_and_spoken() -> None:
    assert languages() == {"en": "English", "de": "Deutsch"}
    translation.use("de")
    assert tr("Preferences…") == "Einstellungen …"
    assert trn("{count} conflict chosen", "{count} conflicts chosen", 1) == "1 Widerspruch gewählt"
    assert trn("{count} conflict chosen", "{count} conflicts chosen", 2) == "2 Widersprüche gewählt"


def test_a_language_that_is_not_shipped_is_english() -> None:
    translation.use("tlh")
    assert tr("Quit") == "Quit"


def test_every_word_of_the_window_is_translated() -> None:
    checked = subprocess.run(
        [sys.executable, ROOT / ".ci" / "translations.py", "--check"], capture_output=True, text=True, check=False
    )
    assert checked.stdout == ""
    assert checked.returncode == 0


def test_a_translation_fills_in_what_its_source_does() -> None:
    def placeholders(text: str) -> list[str]:
        return sorted(re.findall(r"\{.*?\}", text))

    assert [pair for pair in _pairs() if placeholders(pair[0]) != placeholders(pair[1])] == []


def test_a_translation_has_a_mnemonic_where_its_source_has_one() -> None:
    assert [pair for pair in _pairs() if pair[0].count("&") != pair[1].count("&")] == []


def test_german_has_a_blank_before_an_ellipsis_and_its_own_quotation_marks() -> None:
    assert [said for _, said in _pairs() if re.search(r"\S…|\"|“[^„]*”", said)] == []


def test_a_claim_has_one_name_in_german() -> None:
    assert [said for _, said in _pairs() if "Behauptung" in said] == []


def test_a_window_in_german_has_german_menus(bench: Bench) -> None:
    translation.use("de")
    window = bench.open()
    assert _menu_titles(window) == GERMAN_MENUS
    english = {words for action in ACTIONS for words in (action.menu, action.text)} - ALIKE
    shown = _menu_words(window)
    assert len(shown) > 50
    assert shown & english == set()


def test_no_two_fields_of_a_german_dialog_share_a_mnemonic(bench: Bench) -> None:
    translation.use("de")
    menus = [action.text() for action in bench.open().menuBar().actions()]
    details = [f"&{tr(label)}" for _, label in ArticleDetails.FIELDS]
    preferences = [tr(label) for label in ("&Language", "&Theme", "Text &size")]
    for labels in (menus, details, preferences):
        letters = [label.partition("&")[2][0].lower() for label in labels]
        assert len(set(letters)) == len(letters)


def test_a_window_opened_after_german_is_english_again(bench: Bench) -> None:
    translation.use("de")
    bench.open()
    translation.use("en")
    assert _menu_titles(bench.open()) == ["Case", "View", "By hand", "Verdict", "Help"]
