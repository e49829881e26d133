"""The sentence around words that a person selected."""

from __future__ import annotations

from functools import lru_cache

from factcheck.analysis.parsing import sentences
from factcheck.values import Article, Span


def sentence(article: Article, span: Span) -> Span:
    """The sentence around the words, without a parse."""
    start = article.text.rfind("\n", 0, span.start) + 1
    end = article.text.find("\n", span.end)
    paragraph = article.text[start : len(article.text) if end < 0 else end]
    held = [s for s in _sentences(paragraph) if s.start + start < span.end and span.start < s.end + start]
    if not held:
        return span
    return Span(min(held[0].start + start, span.start), max(held[-1].end + start, span.end))


@lru_cache(maxsize=512)
def _sentences(paragraph: str) -> tuple[Span, ...]:
    return sentences(paragraph)
