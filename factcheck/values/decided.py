"""What a person decided: verdicts, the words they are about, and the evidence they rest on.

Three axes stay apart: what became of the conflict (`Verdict.triage`), how true the claim is (`Record.rating`), and how
far the work on it has come (`Record.state`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from factcheck.values.claims import Kind
from factcheck.values.texts import Span


class Decision(StrEnum):
    """What a person decided about a conflict."""

    OPEN = "open"  # nothing yet; the record alone was written
    ANSWER = "answer"  # some of the answers are right; the verdict names them
    ALL_HOLD = "all_hold"  # they can all be true
    NEITHER = "neither"
    UNKNOWN = "unknown"  # the evidence does not tell
    NOT_A_CONFLICT = "not_a_conflict"  # the program should not have raised it


class Triage(StrEnum):
    """What became of a conflict that the program raised."""

    OPEN = "open"
    CONFIRMED = "confirmed"
    DISMISSED = "dismissed"


class Ground(StrEnum):
    """Why claims that differ are no conflict: the classes that people who annotate such pairs tell apart."""

    ROUNDING = "rounding"
    REFINEMENT = "refinement"  # "in February" and "on February 24"
    RELATIVE_DATE = "relative_date"  # "Monday" and "July 4"
    UNIT = "unit"
    PART_WHOLE = "part_whole"
    DIFFERENT_SUBJECT = "different_subject"
    METONYMY = "metonymy"  # "Moscow" and "Russia"
    RANGE = "range"  # one contains the other
    HONEST_EDIT = "honest_quote_edit"
    MODALITY = "modality"  # planned, denied or supposed, not told
    MISREAD = "misread"  # the program took the words wrongly
    OTHER = "other"


class ReportState(StrEnum):
    """How far the work on a claim has come."""

    DRAFT = "draft"
    IN_REVIEW = "in_review"
    PUBLISHED = "published"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"


class Confidence(StrEnum):
    """How sure the person is."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class Stance(StrEnum):
    """What an item of evidence does to the claim."""

    SUPPORTS = "supports"
    REFUTES = "refutes"
    CONTEXT = "context"


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
class Rating:
    """A step of a scale, in the version of the scale it was given on."""

    scale: str
    version: int
    step: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing a verdict rests on: words of an article in the case, an address, or a kept file.

    Words have their `anchor`; an address (`url`) may have an `archived` copy (another address) and the day it was
    read; a file is kept in the store under its SHA-256 (`file`), whatever becomes of the original. `words` are quoted
    from it, `note` says what it shows.
    """

    id: str
    stance: Stance
    words: str = ""
    note: str = ""
    anchor: Anchor | None = None
    url: str = ""
    archived: str = ""
    accessed: date | None = None
    file: str = ""
    file_name: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """What a person wrote down about the claim itself, apart from the conflict it stands in.

    `said_on` and `place` are where and when the claim was made, as free text ("early July 2022"); `appearances` are the
    addresses or outlets that carry it; `conclusion` is one sentence.
    """

    claim: str = ""
    claimant: str = ""
    said_on: str = ""
    place: str = ""
    appearances: tuple[str, ...] = ()
    rating: Rating | None = None
    conclusion: str = ""
    confidence: Confidence | None = None
    tags: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    state: ReportState = ReportState.DRAFT


NO_RECORD = Record()


@dataclass(frozen=True, slots=True)
class Draft:
    """What somebody has begun to write on the words of a conflict or group, and not yet said.

    `sort` says what it is to become: "note" for the rationale of a verdict. `text` is as typed.
    """

    id: str
    sort: str
    kind: Kind
    anchors: tuple[Anchor, ...]
    text: str
    on_group: bool = False

    @property
    def answer_anchors(self) -> tuple[Anchor, ...]:
        return ()


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a person decides: a verdict without the words it is about. `record` None leaves the one there was."""

    decision: Decision
    answers: tuple[str, ...] = ()
    rationale: str = ""
    ground: Ground | None = None
    record: Record | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """A person's decision on the words its anchors name. Earlier verdicts on the same words stay as history.

    `answers` are the texts of the answers that are right and `answer_anchors` the words that state them (ANSWER only).
    `ground` says why it is no conflict (ALL_HOLD and NOT_A_CONFLICT). `reason` is the program's reason as it was
    shown, empty for a group without a conflict. `rationale` is Markdown. `decided` is an aware UTC time. `replaces` is
    the verdict this one was made on top of, and `subject` is common to all that were made on top of each other.
    """

    id: str
    kind: Kind
    question: str
    reason: str
    anchors: tuple[Anchor, ...]
    decision: Decision
    answers: tuple[str, ...]
    answer_anchors: tuple[Anchor, ...]
    rationale: str
    reviewer: Reviewer
    decided: datetime
    replaces: str | None = None
    subject: str = ""
    ground: Ground | None = None
    record: Record = NO_RECORD

    @property
    def on_group(self) -> bool:
        """It is about claims that no conflict opposes."""
        return not self.reason

    @property
    def triage(self) -> Triage:
        if self.decision is Decision.OPEN:
            return Triage.OPEN
        dismissed = self.decision in {Decision.ALL_HOLD, Decision.NOT_A_CONFLICT}
        return Triage.DISMISSED if dismissed else Triage.CONFIRMED
