"""What a person's hand changes in an analysis (docs/decisions/0019-hand.md).

An analysis is thrown away and made again, and its ids with it, so a claim is named by its words. The spans inside a
value count in the text that the anchor names.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from factcheck.values.claims import Kind, Value
from factcheck.values.decided import Anchor, Ground


@dataclass(frozen=True, slots=True)
class Words:
    """A claim by its words: what stands at the anchor, taken as a claim of this kind."""

    kind: Kind
    anchor: Anchor


@dataclass(frozen=True, slots=True)
class Mark:
    """These words are a claim. It answers the same question as the claims `beside` it, else one of its own."""

    words: Words
    value: Value
    subject: str = ""
    question: str = ""
    beside: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True)
class Correction:
    """This claim states another value, or is about another subject, than was read; None leaves what was read.

    `told` is the value as the person wrote it, for answers and reasons.
    """

    words: Words
    value: Value | None = None
    subject: str | None = None
    told: str = ""


@dataclass(frozen=True, slots=True)
class Refusal:
    """These words are no claims."""

    words: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Join:
    """These claims answer one question, of this kind: that of the first of them.

    `opposed` True says that they cannot all be true, False that they can; None leaves that to their values.
    """

    kind: Kind
    words: tuple[Words, ...]
    question: str = ""
    opposed: bool | None = None


@dataclass(frozen=True, slots=True)
class Split:
    """These claims do not answer the question of this kind they were put to, but one of their own."""

    kind: Kind
    words: tuple[Words, ...]
    question: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """What a person wrote on a passage."""

    anchor: Anchor
    text: str


@dataclass(frozen=True, slots=True)
class Rounding:
    """Amounts less than `share` of the larger one apart (0.02 is 2 %) are one amount; `unit` None is any unit."""

    share: Decimal
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class OneName:
    """Two names, or words for a speaker or a place, are of one and the same."""

    first: str
    second: str


@dataclass(frozen=True, slots=True)
class Harmless:
    """What one rule of the program flags is no conflict, on this ground."""

    flag: str
    ground: Ground


CaseRule = Rounding | OneName | Harmless
"""A class of differences that is no conflict in this case."""

Hand = Mark | Correction | Refusal | Join | Split | Note | CaseRule
