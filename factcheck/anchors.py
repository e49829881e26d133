"""Places in a text by what stands there (docs/decisions/0006-verdict-anchors.md)."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.values import Anchor, Article, Case, Claim, Span

CONTEXT = 32
"""Characters of context on each side of an anchor's quote."""


def anchor(article: Article, span: Span) -> Anchor:
    """The words at `span`, with what is needed to know them again."""
    text = article.text
    prefix = text[max(0, span.start - CONTEXT) : span.start]
    suffix = text[span.end : span.end + CONTEXT]
    quote = span.of(text)
    unique = _only_place(text, quote, prefix, suffix) == span
    return Anchor(article.id, article.sha256, span, quote, prefix, suffix, unique)


def anchors_on(case: Case, claims: Iterable[str]) -> tuple[Anchor, ...]:
    """The anchors of the claims with these ids, in order."""
    assert case.analysis is not None
    by_id = {c.id: c for c in case.analysis.claims}
    return anchors_at(case, (by_id[id] for id in claims))


def anchors_at(case: Case, claims: Iterable[Claim]) -> tuple[Anchor, ...]:
    return tuple(anchor(case.article(claim.article), claim.span) for claim in claims)


def place(anchor: Anchor, articles: Iterable[Article]) -> tuple[str, Span] | None:
    """The article and span where the anchor's words stand now, None unless that is certain.

    Certain is: the same place in the same text; or, in another text of the same article, the one place that has the
    quote between the very same context, when the quote with that context also stood once in the text it comes from.
    """
    articles = tuple(articles)
    for article in articles:
        if article.sha256 == anchor.sha256:
            return (article.id, anchor.span) if anchor.span.of(article.text) == anchor.quote else None
    for article in articles:
        if article.id == anchor.article and anchor.unique:
            span = _only_place(article.text, anchor.quote, anchor.prefix, anchor.suffix)
            return None if span is None else (article.id, span)
    return None


def _only_place(text: str, quote: str, prefix: str, suffix: str) -> Span | None:
    """Where `quote` stands between `prefix` and `suffix`, None when nowhere or twice.

    Context shorter than CONTEXT reached the end of its text, so it has to reach the end of this one.
    """
    words = prefix + quote + suffix
    first = text.find(words)
    if first < 0 or text.find(words, first + 1) >= 0:
        return None
    if len(prefix) < CONTEXT and first > 0:
        return None
    if len(suffix) < CONTEXT and first + len(words) < len(text):
        return None
    start = first + len(prefix)
    return Span(start, start + len(quote))
