"""What is read from a text: a number at its place."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from factcheck.values import Span


class Form(StrEnum):
    CARDINAL = "cardinal"
    SHARE = "share"  # "two thirds", "one in five"
    ORDINAL = "ordinal"
    VAGUE = "vague"  # "dozens", "a couple of"
    MALFORMED = "malformed"  # "1.2.3": read by nobody, guessed by nobody


@dataclass(frozen=True, slots=True)
class Number:
    """A number at its place. `value` is None when it is malformed or only bounded ("dozens" has `low` 24).

    `scale` is the magnitude it ends in, so that "2 to 3 million" can lend it to the 2.
    """

    span: Span
    value: Decimal | None
    form: Form = Form.CARDINAL
    low: Decimal | None = None
    high: Decimal | None = None
    scale: int = 1


def glued(text: str, number: Number) -> bool:
    """Letters touch it: "180ml", "F16". Then it is a measure, a name or nothing, never a plain number."""
    before, after = text[number.span.start - 1 : number.span.start], text[number.span.end : number.span.end + 1]
    return before.isalpha() or (after.isalpha() and text[number.span.end - 1].isdigit())
