"""The dictionary of the program: every value that passes between its rooms.

All values are frozen and picklable. Offsets are Unicode code points, half-open, into `Article.text`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum


class Kind(StrEnum):
    """What a claim states."""

    QUANTITY = "quantity"
    DATE = "date"
    QUOTATION = "quotation"
    ATTRIBUTION = "attribution"
    NAME = "name"
    STATEMENT = "statement"


class Status(StrEnum):
    """How the claims of one group stand to each other."""

    CONFLICT = "conflict"
    UPDATE = "update"
    COMPATIBLE = "compatible"
    AGREEMENT = "agreement"
    SINGLE = "single"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points: `text[start:end]`."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end


# --- articles -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where an article comes from. Unknown stays None; `inferred` names the fields nobody stated outright."""

    title: str | None = None
    source: str | None = None
    author: str | None = None
    published: date | None = None
    url: str | None = None
    retrieved: date | None = None
    inferred: tuple[str, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """One source text. The text never changes after import; a correction is a new revision.

    `sha256` is the digest of `text` in UTF-8. `original` holds the bytes as they were read, `encoding` the
    codec that decoded them, `repairs` one sentence for each thing intake changed ("12 line ends CRLF became LF").
    """

    id: str
    text: str
    sha256: str
    provenance: Provenance = Provenance()
    path: str | None = None
    encoding: str = "utf-8"
    repairs: tuple[str, ...] = ()
    original: bytes = field(default=b"", repr=False)

    @property
    def label(self) -> str:
        """How a person would name the article: its source, else its title, else its file without the folder."""
        p = self.provenance
        return p.source or p.title or (self.path or "").replace("\\", "/").rpartition("/")[2] or self.id


# --- claims ---------------------------------------------------------------------------------------


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


Value = Quantity | TimeExpression | Quotation | Attribution | Name | Statement


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


# --- groups and conflicts -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Group:
    """Claims from all articles that answer the same question."""

    id: str
    question: str
    kind: Kind
    status: Status
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """One of the answers the articles give to a question: a normalised value and the claims that state it."""

    text: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Claims of one group that cannot all be true (or an update), and why.

    `claims` are all that take part; `answers` splits them by what they say, most-claimed first. `within` is
    true when one article contradicts itself. `rule` is a stable name, `reason` one sentence with both values and
    sources, `confidence` 0 to 1.
    """

    id: str
    group: str
    kind: Kind
    status: Status
    within: bool
    claims: tuple[str, ...]
    answers: tuple[Answer, ...]
    rule: str
    reason: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Problem:
    """Something odd about an article, with its place; the work went on."""

    article: str
    message: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Analysis:
    """All that was found in the articles of one case. Derived: it can be thrown away and made again."""

    claims: tuple[Claim, ...] = ()
    groups: tuple[Group, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    problems: tuple[Problem, ...] = ()


# --- what a person decided ------------------------------------------------------------------------


class Decision(StrEnum):
    """What a person decided about a conflict."""

    ANSWER = "answer"  # one of the answers is right; the verdict names it
    ALL_HOLD = "all_hold"  # they can all be true
    NEITHER = "neither"
    UNKNOWN = "unknown"  # the evidence does not tell
    NOT_A_CONFLICT = "not_a_conflict"  # the program should not have raised it


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place in a text by what stands there, so that a new analysis or revision never loses it.

    `sha256` names the text the span counts in; `prefix` and `suffix` are up to 32 characters of context, fewer only
    at the ends of the text. `unique` says that the quote with its context stands once in that text: only then is it
    looked for in another one.
    """

    article: str
    sha256: str
    span: Span
    quote: str
    prefix: str
    suffix: str
    unique: bool = False


@dataclass(frozen=True, slots=True)
class Reviewer:
    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """A person's decision on the words its anchors name. Earlier verdicts on the same words stay as history.

    `answer` is the text of the chosen answer and `answer_anchors` the words that state it (ANSWER only).
    `reason` is the program's reason as the person saw it. `decided` is an aware UTC time.
    """

    id: str
    kind: Kind
    question: str
    reason: str
    anchors: tuple[Anchor, ...]
    decision: Decision
    answer: str | None
    answer_anchors: tuple[Anchor, ...]
    rationale: str
    reviewer: Reviewer
    decided: datetime
    replaces: str | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """A named set of articles about one event, and all that was found and decided about them.

    `verdicts` are the current ones (none that another replaces). `analysis` is None until it has been made.
    `problems` is what was found damaged when the case was read from the store; empty when all is well.
    """

    id: str
    name: str
    articles: tuple[Article, ...] = ()
    analysis: Analysis | None = None
    verdicts: tuple[Verdict, ...] = ()
    problems: tuple[Problem, ...] = ()

    def article(self, id: str) -> Article:
        return next(a for a in self.articles if a.id == id)


@dataclass(frozen=True, slots=True)
class CaseSummary:
    """One line of the list of cases."""

    id: str
    name: str
    articles: int
    conflicts: int
    undecided: int
    opened: datetime
