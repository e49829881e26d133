"""The same words everywhere: in the store, under the window's cursor, in the report and in its copy for machines.

Texts of every sort of Unicode are imported; random stretches of them are marked as claims, stored, and read back. The
window's text is asked what it selects there, and the report where its marks begin and end.

    python -m tests.proofs.spans [--spans 10000]
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import secrets
import tempfile
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime
from html.parser import HTMLParser
from pathlib import Path

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication

from factcheck.hand import join, mark
from factcheck.reports.html import render
from factcheck.review import reviewed
from factcheck.values import Analysis, Article, Case, Claim, Kind, Span
from factcheck.workspace import Workspace
from tests.proofs.tables import print_table
from ui.reading.positions import Positions
from ui.reading.text import ArticleText
from ui.theme import LIGHT

ALPHABET = (
    *"abc xyz ABC 0123 .,;!? ()[]<>&'\"#%/\\ ",
    *("“", "”", "’", "–", "…", "\n", "\n\n", "\t", "\xa0", "\u2009", "\u2028", "\u2029", "\u200b", "\xad", "\ufeff"),
    *(
        "é",
        "e\u0301",
        "ñ",
        "ß",
        "ﬁ",
        "İ",
        "ǅ",
        "Ж",
        "Ωά",
        "한국",
        "한",
        "日本",
        "\u3000",
        "שלום",
        "العربية",
        "\u202e",
        "\u2066",
    ),
    *("😀", "👩🏽", "👩‍👩‍👧", "🇺🇦", "1️⃣", "𝟙", "𐍈", "𠀋", "\U0010fffd", "\ue000", "\ufffd"),
)
EACH = 25
"""Spans of one text."""
PLACES = ("the store", "the window's cursor", "the report", "the copy for machines")
MADE = datetime(2022, 7, 10, tzinfo=UTC)


def compare_often(spans: int, chance: random.Random, folder: Path) -> Counter[str]:
    """How many of the spans stood on other words, by the place that said so; "spans" is how many were tried."""
    found: Counter[str] = Counter(dict.fromkeys(PLACES, 0))
    with Workspace(f"sqlite:///{folder}/cases.sqlite") as workspace:
        number = 0
        while found["spans"] < spans:
            number += 1
            wanted = min(2 * EACH, spans - found["spans"])
            case, marked = _stored(workspace, folder, number, wanted, chance)
            found["spans"] += len(marked)
            found["the store"] += _apart(marked, _claims(case))
            found["the window's cursor"] += sum(_not_selected(a, _claims(case)) for a in case.articles)
            html = render(case, reviewed(case), MADE)
            found["the report"] += _apart(_span_counts(case), _Marks(html).found)
            found["the copy for machines"] += _apart(marked, _copied(html))
            workspace.delete_case(case.id)
    return found


Stand = tuple[str, int, int, str]
"""The article, the span and the words of a claim."""


def _stored(
    workspace: Workspace, folder: Path, number: int, wanted: int, chance: random.Random
) -> tuple[Case, list[Stand]]:
    """A case with that many claims marked by hand, all of them opposed to each other, as it is read from the store."""
    paths = [folder / f"{number}-{name}.txt" for name in "ab"]
    for path in paths:
        path.write_text(
            "The text: " + "".join(chance.choices(ALPHABET, k=chance.randint(200, 600))), "utf-8", newline=""
        )
    case = workspace.import_files(workspace.create_case(str(number)).id, paths).case
    workspace.keep_analysis(case.id, Analysis())
    marked = [stand for article in case.articles for stand in _stretches(article, wanted // 2 or 1, chance)]
    workspace.act(case.id, [mark(case, id, Span(a, b), Kind.STATEMENT) for id, a, b, _ in marked])
    case = workspace.open_case(case.id)
    workspace.act(case.id, (join(case, [c.id for c in _claims(case)], "What?", opposed=True),))
    return workspace.open_case(case.id), marked


def _stretches(article: Article, count: int, chance: random.Random) -> list[Stand]:
    """Different stretches of the text without white space at their ends."""
    found: set[Stand] = set()
    while len(found) < count:
        start = chance.randrange(len(article.text))
        end = min(len(article.text), start + chance.choice((1, 2, 5, 20, 80)))
        words = article.text[start:end]
        if words == words.strip() and words:
            found.add((article.id, start, end, words))
    return sorted(found)


def _claims(case: Case) -> Sequence[Claim]:
    assert case.analysis is not None
    return case.analysis.claims


def _apart(marked: Sequence[object] | Counter[object], found: Sequence[object] | Counter[object]) -> int:
    ours, theirs = Counter(map(_stand, marked)), Counter(map(_stand, found))
    return max((ours - theirs).total(), (theirs - ours).total())


def _stand(found: object) -> object:
    return (found.article, found.span.start, found.span.end, found.text) if isinstance(found, Claim) else found


# --- the window -----------------------------------------------------------------------------------


def _not_selected(article: Article, claims: Sequence[Claim]) -> int:
    """Claims of the article whose words the window's text does not select where it is told they stand."""
    shown, positions = ArticleText(article, LIGHT), Positions(article.text)
    wrong = 0
    for claim in claims:
        if claim.article == article.id:
            (start, end), cursor = positions.ranges([claim.span])[0], shown.textCursor()
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            shown.setTextCursor(cursor)
            drawn = cursor.selectedText().replace("\u2029", "\n")
            wrong += shown.selected_words() != claim.text or drawn != claim.text.replace("\u2029", "\n")
    shown.deleteLater()
    return wrong


# --- the report -----------------------------------------------------------------------------------


def _span_counts(case: Case) -> list[object]:
    """(number of the article, start, end) of every claim."""
    order = {a.id: n for n, a in enumerate(case.articles)}
    return [(order[c.article], c.span.start, c.span.end) for c in _claims(case)]


class _Marks(HTMLParser):
    """Where the marks of a report begin and end in each article's text, counted as a browser takes it in."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self._article, self._at, self._inside = -1, 0, 0
        self._begun: dict[str, tuple[int, int]] = {}
        self.found: list[object] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        if told.get("class") == "text":
            self._article, self._at, self._inside = self._article + 1, 0, 1
        elif self._inside:
            self._inside += tag == "div"
            if tag == "mark" and told.get("id", "").startswith("words-"):
                self._begun[told["id"].removeprefix("words-")] = (self._article, self._at)
            if ended := re.fullmatch(r"#said-\d+-(\d+)", told.get("href", "")):
                self.found.append((*self._begun[ended[1]], self._at))

    def handle_endtag(self, tag: str) -> None:
        self._inside -= tag == "div" and self._inside > 0

    def handle_data(self, data: str) -> None:
        self._at += len(data) if self._inside else 0


def _copied(html: str) -> list[object]:
    """The claims of the report's JSON, with what the JSON's own text has at their places."""
    (data,) = re.findall(r'<script type="application/json"[^>]*>(.*?)</script>', html, re.DOTALL)
    copy = json.loads(data)
    texts = {a["id"]: a["text"] for a in copy["articles"]}
    return [(c["article"], c["start"], c["end"], texts[c["article"]][c["start"] : c["end"]]) for c in copy["claims"]]


def main(spans: int, seed: int) -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        found = compare_often(spans, random.Random(seed), Path(folder))
    app.processEvents()
    title = f"{found.pop('spans'):,} random spans of Unicode texts (seed {seed})"
    print_table(title, ("place", "on other words"), [(place, found[place]) for place in PLACES])
    return int(found.total() > 0)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m tests.proofs.spans")
    parser.add_argument("--spans", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=secrets.randbelow(1_000_000))
    asked = parser.parse_args()
    raise SystemExit(main(asked.spans, asked.seed))
