"""What `factcheck analyze` prints for a person: the conflicts, who says what and where, and why.

≠ How many cosmonauts are aboard?                          high (0.90)
  three  A line 1  “three cosmonauts”
         B line 3  “three cosmonauts”
  two    B line 4  “two Russian cosmonauts”
  three (MailOnline) against two (Wire report): counts of cosmonauts.
"""

from __future__ import annotations

import textwrap
import unicodedata
from collections import Counter
from collections.abc import Sequence

from factcheck.markdown import TURNS
from factcheck.reports import words
from factcheck.values import Analysis, Answer, Article, Claim, Conflict, Status

INDENT = "  "
NARROWEST = 60


def render(articles: Sequence[Article], analysis: Analysis, width: int = 100) -> str:
    """The findings in lines of at most `width` columns (never under 60), ending with a line end."""
    width = max(width, NARROWEST)
    letters = {a.id: words.letter(i) for i, a in enumerate(articles)}
    places = _Places(articles, analysis, letters)
    parts = [_sources(articles, letters, width)]
    questions = {g.id: g.question for g in analysis.groups}
    parts += [_conflict(c, questions[c.group], places, width) for c in analysis.conflicts]
    parts += ["\n".join(_fitted(f"{letters[p.article]}: {p.message}", width)) for p in analysis.problems]
    parts.append("\n".join(_fitted(_summary(articles, analysis), width)))
    return "\n\n".join(part for part in parts if part) + "\n"


class _Places:
    """Where a claim stands, as a person would look it up: its article's letter and its line."""

    def __init__(self, articles: Sequence[Article], analysis: Analysis, letters: dict[str, str]) -> None:
        self._claims = {c.id: c for c in analysis.claims}
        self._texts = {a.id: a.text for a in articles}
        self._letters = letters

    def claims(self, answer: Answer) -> list[Claim]:
        return [self._claims[id] for id in answer.claims]

    def of(self, claim: Claim) -> str:
        line = self._texts[claim.article].count("\n", 0, claim.span.start) + 1
        return f"{self._letters[claim.article]} line {line}"


def _sources(articles: Sequence[Article], letters: dict[str, str], width: int) -> str:
    return "\n".join(_cut(f"{letters[a.id]}  {printable(a.label)}{_published(a)}", width) for a in articles)


def _published(article: Article) -> str:
    day = article.provenance.published
    return f", {words.day(day)}" if day else ""


def _conflict(conflict: Conflict, question: str, places: _Places, width: int) -> str:
    sign = words.sign_of(conflict, {claim.id: claim.article for a in conflict.answers for claim in places.claims(a)})
    confidence = f"confidence {words.confidence_in_words(conflict.confidence)}"
    head = _fitted(question, width - len(confidence) - 5)
    lines = [f"{sign.glyph} {head[0]}".ljust(width - len(confidence)) + confidence]
    lines += [INDENT + more for more in head[1:]]
    column = min(max(len(printable(a.text)) for a in conflict.answers), width // 3)
    for answer in conflict.answers:
        lines += _answer(answer, places, column, width)
    lines += [INDENT + line for line in _fitted(conflict.reason, width - len(INDENT))]
    return "\n".join(lines)


def _answer(answer: Answer, places: _Places, column: int, width: int) -> list[str]:
    """The answer in its column, and beside it each place that gives it."""
    claims = places.claims(answer)
    room = max(len(places.of(c)) for c in claims)
    left = _fitted(answer.text, column)
    left_width = len(INDENT) + column + 2
    right = [f"{places.of(c):<{room}}  " for c in claims]
    right = [
        where + f"“{_cut(printable(c.text), width - left_width - len(where) - 2)}”"
        for where, c in zip(right, claims, strict=True)
    ]
    rows = max(len(left), len(right))
    left += [""] * (rows - len(left))
    right += [""] * (rows - len(right))
    return [f"{INDENT}{a:<{column}}  {b}".rstrip() for a, b in zip(left, right, strict=True)]


def _summary(articles: Sequence[Article], analysis: Analysis) -> str:
    """E.g. "3 conflicts in 2 articles; 1 agreement, 0 compatible, 4 with one source"."""
    statuses = Counter(g.status for g in analysis.groups)
    found = words.counted(len(analysis.conflicts), "conflict") if analysis.conflicts else "No conflicts"
    agreed = words.counted(statuses[Status.AGREEMENT], "agreement")
    return (
        f"{found} in {words.counted(len(articles), 'article')}; {agreed}, {statuses[Status.COMPATIBLE]:,} compatible, "
        f"{statuses[Status.SINGLE]:,} with one source"
    )


def printable(text: str) -> str:
    """One line a terminal can be given: no control sequence and no turning of direction that a text brings along."""
    return " ".join("".join("�" if _steers(c) else c for c in text).split())


def _steers(character: str) -> bool:
    category = unicodedata.category(character)
    return (category in ("Cc", "Cs") and not character.isspace()) or character in TURNS


def _fitted(text: str, width: int) -> list[str]:
    return textwrap.wrap(printable(text), width) or [""]


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else text[: width - 1].rstrip() + "…"
