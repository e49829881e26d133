"""Where words that are not found for certain stand most likely: a place to begin to look, never one to move to."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz import fuzz

from factcheck.anchors import CONTEXT
from factcheck.hand.snapping import whole_words
from factcheck.values import Anchor, Article, Span

LEAST = 60
"""Points of likeness, 0 to 100, below which a passage is no likelier than any other."""
MOST_PLACES = 500
"""Places of the very same words that are compared; an article that has more says them everywhere."""
LONGEST = 400
"""Characters of a quote that are looked for: a longer one is known by how it begins."""


def likeliest(anchor: Anchor, article: Article) -> Span | None:
    """The passage most like the words of the anchor between those that stood beside them, None where none is.

    The very same words win over others, those in the likest company first.
    """
    same = list(_places(anchor.quote, article.text))
    if same:
        return max(same, key=lambda span: _company(anchor, article.text, span))
    whole = len(anchor.quote) <= LONGEST
    words = anchor.prefix + anchor.quote[:LONGEST] + (anchor.suffix if whole else "")
    for sought in (words, anchor.prefix + anchor.suffix):  # the second finds where words were struck out
        found = fuzz.partial_ratio_alignment(sought, article.text, score_cutoff=LEAST) if sought.strip() else None
        if found is not None and found.dest_start < found.dest_end:
            return whole_words(article.text, _between(anchor, article.text, Span(found.dest_start, found.dest_end)))
    return None


def _between(anchor: Anchor, text: str, near: Span) -> Span:
    """What stands between the anchor's neighbours, as far as they are there; all that is near where nothing does."""
    start, end = near.start, near.end
    if anchor.prefix and (at := text.find(anchor.prefix, max(0, start - CONTEXT), end)) >= 0:
        start = at + len(anchor.prefix)
    if anchor.suffix and (at := text.find(anchor.suffix, start, end + CONTEXT)) >= 0:
        end = at
    return Span(start, end) if start < end and text[start:end].strip() else near


def _places(quote: str, text: str) -> Iterator[Span]:
    at = text.find(quote) if quote.strip() else -1
    for _ in range(MOST_PLACES):
        if at < 0:
            return
        yield Span(at, at + len(quote))
        at = text.find(quote, at + 1)


def _company(anchor: Anchor, text: str, span: Span) -> float:
    """How alike what stands beside the words is, 0 to 200 points."""
    before, after = text[max(0, span.start - CONTEXT) : span.start], text[span.end : span.end + CONTEXT]
    return fuzz.ratio(before, anchor.prefix) + fuzz.ratio(after, anchor.suffix)
