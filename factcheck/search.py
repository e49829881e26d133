"""Finding words in articles: every paragraph that holds them all, however it writes quotes, accents and capitals."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from factcheck.errors import BadPattern
from factcheck.values import Case, Span

SECONDS = 2.0
"""How long a pattern may take in one article; some patterns would take years."""

QUOTES = {'"': "“”„‟«»＂", "'": "‘’‚‛ʼ´`′＇"}
"""What is found by the plain mark."""

AROUND = 60
"""Characters of context on either side of a hit."""


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for: words and "whole phrases", all in one paragraph; or one regular expression.

    A word is found at the beginning of a word ("cosmonaut" finds "cosmonauts"), a phrase wherever it stands.
    """

    text: str
    pattern: bool = False

    @property
    def terms(self) -> tuple[str, ...]:
        """The folded words and phrases; none for a pattern."""
        if self.pattern:
            return ()
        found = re.findall(r'"([^"]+)"?|(\S+)', folded(self.text))
        return tuple(term for phrase, word in found if (term := " ".join((phrase or word).split()).strip('"')))


@dataclass(frozen=True, slots=True)
class Hit:
    """One paragraph that holds what was looked for: where its words stand, the first of them leading."""

    article: str
    spans: tuple[Span, ...]
    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True)
class FoundArticle:
    """An article of any case that holds all the words, with its hits."""

    case: str
    case_name: str
    article: str
    label: str
    hits: tuple[Hit, ...]


@lru_cache(maxsize=2048)
def folded(text: str) -> str:
    """The text in lower case without accents, with plain quotation marks: as long as before, place by place."""
    return text.translate(_FOLDING)


class _Folding(dict[int, str]):
    """Code point -> what it is compared as; filled as characters are met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        plain = next((mark for mark, others in QUOTES.items() if char in others), "")
        parts = unicodedata.normalize("NFKD", char)
        # A syllable of Korean and a kana with its marks are other letters than their first part.
        whole = len(parts) > 1 and unicodedata.east_asian_width(char) in "WF"
        base = plain or (char if whole else parts[0]).lower()
        self[code] = base if len(base) == 1 else char
        return self[code]


_FOLDING = _Folding()


def spaced(char: str) -> bool:
    """True for a character of a script that parts its words: where one begins is then known."""
    return char.isalnum() and unicodedata.east_asian_width(char) not in "WF"


def hits(query: Query, article: str, text: str) -> tuple[Hit, ...]:
    """The hits in one article's text, in its order. Raises BadPattern."""
    found = _by_pattern(query.text, text) if query.pattern else _by_words(query.terms, text)
    return tuple(_hit(article, text, spans) for spans in found)


def in_case(query: Query, case: Case) -> tuple[FoundArticle, ...]:
    """The articles of one case that hold what is looked for, in their order. Raises BadPattern."""
    found = ((article, hits(query, article.id, article.text)) for article in case.articles)
    return tuple(FoundArticle(case.id, case.name, a.id, a.label, there) for a, there in found if there)


def _by_words(terms: tuple[str, ...], text: str) -> Iterator[tuple[Span, ...]]:
    if not terms:
        return
    plain = folded(text)
    patterns = [_pattern_of(term) for term in terms]
    for start, end in _paragraphs(text):
        spans = [[Span(*m.span()) for m in p.finditer(plain, start, end)] for p in patterns]
        if all(spans):
            yield tuple(sorted(set().union(*spans)))


@lru_cache(maxsize=64)
def _pattern_of(term: str) -> re.Pattern[str]:
    words = r"\s+".join(re.escape(word) for word in term.split())
    return re.compile((r"\b" if spaced(term[0]) else "") + words)


def _by_pattern(pattern: str, text: str) -> Iterator[tuple[Span, ...]]:
    """One hit a match; matches of nothing are none."""
    import regex

    try:
        compiled = regex.compile(pattern, regex.IGNORECASE | regex.MULTILINE)
        for match in compiled.finditer(text, timeout=SECONDS):
            if match.end() > match.start():
                yield (Span(*match.span()),)
    except regex.error as error:
        raise BadPattern(f"not a regular expression: {error}") from error
    except TimeoutError as error:
        raise BadPattern("this regular expression takes too long; a simpler one may find the same") from error


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in text.splitlines(keepends=True):
        yield start, start + len(line)
        start += len(line)


def _hit(article: str, text: str, spans: tuple[Span, ...]) -> Hit:
    first = spans[0]
    line = text.rfind("\n", 0, first.start) + 1
    end = text.find("\n", first.end)
    end = end if end >= 0 else len(text)
    before = text[max(line, first.start - AROUND) : first.start]
    after = text[first.end : min(end, first.end + AROUND)]
    if first.start - AROUND > line:
        before = "…" + before.partition(" ")[2]
    if first.end + AROUND < end:
        after = (after.rpartition(" ")[0] or after) + " …"
    return Hit(article, spans, before, first.of(text), after)
