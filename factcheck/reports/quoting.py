"""How a report quotes the articles, and what it calls them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from factcheck.reports import words
from factcheck.reports.marking import Marking
from factcheck.reports.passages import Mark, context
from factcheck.reports.report import Quoted, Told
from factcheck.values import Analysis, Anchor, Case, Claim

GONE = "An article no longer in the case"


class Quoting:
    """Finds claims, sources and marks by their ids while a report is put together."""

    def __init__(self, case: Case, analysis: Analysis, marking: Marking) -> None:
        self._articles = {a.id: a for a in case.articles}
        self._claims = {c.id: c for c in analysis.claims}
        self.article_of = {c.id: c.article for c in analysis.claims}
        self._marking = marking
        self._letters = {a.id: words.letter(i) for i, a in enumerate(case.articles)}
        labels = Counter(a.label for a in case.articles)
        self._names = {
            a.id: words.steady(f"{a.label} ({self._letters[a.id]})" if labels[a.label] > 1 else a.label)
            for a in case.articles
        }

    def letter(self, article: str) -> str:
        return self._letters.get(article, "")

    def label(self, article: str) -> str:
        return self._articles[article].label if article in self._articles else GONE

    def name(self, article: str) -> str:
        return self._names.get(article, GONE)

    def names(self, articles: Iterable[str]) -> tuple[str, ...]:
        """Each named once, in the order of the case's articles."""
        wanted = set(articles)
        return tuple(name for id, name in self._names.items() if id in wanted)

    def quoted(self, claim_id: str) -> Quoted:
        claim = self._claims[claim_id]
        article = self._articles[claim.article]
        around = context(article.text, claim.span, claim.sentence)
        return Quoted(self.letter(article.id), article.label, around, self._marking.claims[claim_id].number)

    def told(self, anchor: Anchor, claim: Claim | None) -> Told:
        """Words that a hand was laid on, with the mark on the claim that stands there."""
        mark = self._marking.claims.get(claim.id) if claim else None
        return Told(self.letter(anchor.article), anchor.quote, mark.number if mark else None)

    def evidence(self, verdict: str, position: int) -> tuple[int, Mark | None]:
        """The number of an item of evidence in the report, and the mark on its words."""
        number = self._marking.items[verdict, position]
        return number, self._marking.evidence.get(number)

    def marks(self, article: str) -> tuple[Mark, ...]:
        return self._marking.of_article.get(article, ())
