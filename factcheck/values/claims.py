"""What an article states, and where."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from factcheck.values.texts import Span


class Kind(StrEnum):
    """What a claim states."""

    QUANTITY = "quantity"
    DATE = "date"
    QUOTATION = "quotation"
    ATTRIBUTION = "attribution"
    NAME = "name"
    STATEMENT = "statement"


class Modifier(StrEnum):
    """How a quantity's number is meant."""

    EXACT = "="
    ABOUT = "~"
    MORE = ">"
    AT_LEAST = ">="
    LESS = "<"
    AT_MOST = "<="
    RANGE = "range"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as the article states it, e.g. "about 1.2 million people".

    `number` is in base units as written (1200000), None when only `low`/`high` are known ("dozens").
    `unit` is singular ("dollar", "percentage", "mile"); a plain count has the counted noun as its unit.
    `noun` is the lemma of what is counted, `change` says "up" or "down" where the number is a difference.
    """

    number: Decimal | None
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str | None = None
    modifier: Modifier = Modifier.EXACT
    noun: str | None = None
    change: str | None = None


class TimexType(StrEnum):
    """TimeML 1.2.1 types of a time expression."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A TIMEX3 value: "on Monday" in an article of 2022-07-08 is timex "2022-07-04".

    `start` and `end` are ISO dates (or date-times), inclusive, None when unresolved; `anchor` is the ISO date
    it was resolved against, None when it needed none or had none.
    """

    timex: str
    type: TimexType
    start: str | None = None
    end: str | None = None
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class Quotation:
    """One stretch between an opening mark and its closing mark that somebody is said to have uttered.

    `speaker_span` is the mention beside it ("he"), `speaker` its resolved name; `edits` are the honest
    ellipses and brackets inside `words`.
    """

    words: str
    speaker: str | None = None
    speaker_span: Span | None = None
    cue: str | None = None
    edits: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Attribution:
    """Somebody is said to have said something: "They also said the capture was 'a liberation day'"."""

    speaker: str | None
    speaker_span: Span | None
    cue: str | None
    content: Span


@dataclass(frozen=True, slots=True)
class Name:
    canonical: str
    type: str
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """What an article says is so: a verb or noun, told or denied (`polarity` False).

    `modality` says how it is meant: "exists", "resolved", or of a deed "told", "ahead", "planned", "possible",
    "undecided". The `arguments` of a deed name their slot: "agent:police", "theme:body", "in:shed".
    """

    predicate: str
    polarity: bool
    modality: str
    arguments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Text:
    """What a person says a claim states, in words that no grammar of the program reads."""

    words: str


Value = Quantity | TimeExpression | Quotation | Attribution | Name | Statement | Text
"""The program reads a value of its own for each kind; `Text` comes from a person's hand alone."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What a claim is about, as the parse tells it: the slots that decide whether two claims answer one question.

    All words are lower-case lemmas. `head` is the counted or dated noun, `modifiers` what narrows it, `holder` the noun
    a measure describes ("48-page indictment"), `event` the governing verb, `agent` and `theme` its subject and object
    heads, `places` and `names` the named entities of the sentence (`persons` those who are people), `near` the content
    words within eight tokens, `words` those of the sentence. `hypothetical` covers conditionals, plans and wishes;
    `quoted` is true inside somebody's quotation. For dates alone, `occasion` holds the nouns between the date and its
    verb ("death" in "his death at home on Thursday") and `who` the surnames of the people the event happens to.
    """

    head: str = ""
    modifiers: tuple[str, ...] = ()
    event: str = ""
    agent: str = ""
    theme: str = ""
    places: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    part_of: str = ""
    holder: str = ""
    negated: bool = False
    hypothetical: bool = False
    quoted: bool = False
    occasion: tuple[str, ...] = ()
    who: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """A checkable statement found in an article. `text == article.text[span.start:span.end]`.

    `subject` says in the article's words what the claim is about; `sentence` is the sentence it stands in.
    """

    id: str
    article: str
    kind: Kind
    span: Span
    text: str
    value: Value
    subject: str
    sentence: Span
    frame: Frame = Frame()
