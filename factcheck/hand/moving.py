"""A value whose spans count in one text, in another text."""

from __future__ import annotations

from dataclasses import replace

from factcheck.values import Anchor, Article, Attribution, Quotation, Span, Value


def moved(value: Value, anchor: Anchor, article: Article, span: Span) -> Value:
    """The value of words that stand at `span` of the article now. A speaker told outside of them is not looked for."""
    if article.sha256 == anchor.sha256:
        return value
    by = span.start - anchor.span.start

    def there(old: Span | None) -> Span | None:
        inside = old is not None and anchor.span.contains(old)
        return Span(old.start + by, old.end + by) if old is not None and inside else None

    match value:
        case Quotation(speaker_span=told):
            return replace(value, speaker_span=there(told))
        case Attribution(speaker_span=told, content=content):
            return replace(value, speaker_span=there(told), content=there(content) or span)
        case _:
            return value
