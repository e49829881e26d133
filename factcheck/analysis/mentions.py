"""What an extractor hands to the pipeline, which makes claims of it."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.values import Kind, Span, Value


@dataclass(frozen=True, slots=True)
class Mention:
    """A value found at a place in the text; `subject` says in the article's words what it is about.

    `framed` is False where the value tells all that is needed, and no frame is to be read off the parse.
    """

    kind: Kind
    span: Span
    value: Value
    subject: str = ""
    framed: bool = True


def claim_id(article: str, kind: Kind, span: Span) -> str:
    """The id of the claim of this kind at this place; the same after every analysis of the same text."""
    return f"{article}:{kind}:{span.start}-{span.end}"
