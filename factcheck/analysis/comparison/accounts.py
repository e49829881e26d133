"""The accounts being compared: their claims by kind, how telling each word is, and what to call each source."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from factcheck.values import Article, Claim, Kind


@dataclass(frozen=True)
class Accounts:
    """The articles of one case with all their claims, in the order of the articles."""

    articles: tuple[Article, ...]
    claims: tuple[Claim, ...]

    def of(self, kind: Kind) -> list[Claim]:
        return [c for c in self.claims if c.kind is kind]

    @cached_property
    def _by_id(self) -> dict[str, Article]:
        return {a.id: a for a in self.articles}

    @cached_property
    def _framed(self) -> list[Claim]:
        """Claims that tell the words of their sentence: names and statements of what happened do not."""
        return [c for c in self.claims if c.kind is not Kind.NAME and (c.kind is not Kind.STATEMENT or c.frame.words)]

    @cached_property
    def _frequency(self) -> Counter[str]:
        """In how many sentences of the case each content word stands."""
        sentences = {(c.article, c.sentence): frozenset(c.frame.words) for c in self._framed}
        return Counter(word for words in sentences.values() for word in words)

    @cached_property
    def _sentences(self) -> int:
        return max(1, len({(c.article, c.sentence) for c in self._framed}))

    def weight(self, word: str) -> float:
        """How telling a word is in this case: the inverse document frequency over its claims' sentences."""
        return math.log(1 + self._sentences / (1 + self._frequency[word]))

    def shared(self, a: Iterable[str], b: Iterable[str]) -> float:
        """Weighted share of words in common, 0 to 1: what both hold over what the shorter one holds."""
        left, right = set(a), set(b)
        if not left or not right:
            return 0.0
        total = min(sum(map(self.weight, left)), sum(map(self.weight, right)))
        return sum(map(self.weight, left & right)) / total

    def published(self, claim: Claim) -> date | None:
        return self._by_id[claim.article].provenance.published

    def text(self, claim: Claim) -> str:
        """The whole text of the article a claim stands in."""
        return self._by_id[claim.article].text

    @cached_property
    def _names(self) -> dict[str, str]:
        """What to call each article in a sentence: its source, with its letter where two share a source."""
        labels = Counter(a.label for a in self.articles)
        return {
            a.id: a.label if labels[a.label] == 1 else f"{a.label} ({letter(n)})" for n, a in enumerate(self.articles)
        }

    def sources(self, claims: Sequence[Claim]) -> str:
        """Who states these claims, for a reason sentence: "MailOnline, Wire report"."""
        return ", ".join(dict.fromkeys(self._names[c.article] for c in claims))


def letter(position: int) -> str:
    """A, B, C ... for the panes and reports."""
    return chr(ord("A") + position) if position < 26 else f"{position + 1}"


def connected(pairs: Iterable[tuple[str, str]]) -> list[list[str]]:
    """Connected components of the links, each in first-seen order."""
    parent: dict[str, str] = {}

    def root(x: str) -> str:
        while parent.setdefault(x, x) != x:
            parent[x] = parent[parent[x]]
            x = parent[x]
        return x

    for a, b in pairs:
        parent[root(a)] = root(b)
    members: dict[str, list[str]] = defaultdict(list)
    for x in parent:
        members[root(x)].append(x)
    return list(members.values())
