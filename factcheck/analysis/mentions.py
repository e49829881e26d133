"""What an extractor hands to the pipeline, which makes claims of it."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.values import Kind, Span, Value


@dataclass(frozen=True, slots=True)
class Mention:
    """A value found at a place in the text; `subject` says in the article's words what it is about."""

    kind: Kind
    span: Span
    value: Value
    subject: str = ""
