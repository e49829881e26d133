"""What a report says of one verdict, as values."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.reports.words import Sign


@dataclass(frozen=True, slots=True)
class Address:
    """An address or a name as it was written; `href` where a browser may follow it."""

    words: str
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Noted:
    """One line of a record: "Claimant", "Appears in"."""

    name: str
    parts: tuple[Address, ...]


@dataclass(frozen=True, slots=True)
class ShownStep:
    """A step of a scale; `tone` is the name the style sheet knows it by."""

    glyph: str
    label: str
    tone: str
    beside: bool
    given: bool


@dataclass(frozen=True, slots=True)
class Rated:
    """A rating on its scale, in the version it was given on.

    `steps` are all there are, `meaning` is that of the one given. `without` says in words what was given where there
    are no steps to show.
    """

    scale: str
    steps: tuple[ShownStep, ...] = ()
    meaning: str = ""
    without: str = ""

    @property
    def given(self) -> ShownStep | None:
        return next((step for step in self.steps if step.given), None)


@dataclass(frozen=True, slots=True)
class Item:
    """One thing a verdict rests on.

    `letter` and `label` name the article its words stand in, and `mark` their place there, None where they are not
    found as the article is now. `number` counts through the whole report.
    """

    number: int
    sign: Sign
    words: str
    letter: str
    label: str
    mark: int | None
    address: Address | None
    archived: Address | None
    accessed: str
    file: str
    file_sha256: str
    note: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A second reader agrees with a verdict, or does not; `changed` when he read the one that stood there before."""

    agrees: bool
    words: str
    by: str
    at: str
    changed: bool


@dataclass(frozen=True, slots=True)
class Judged:
    """A verdict in words, `rationale` in Markdown. `reason_seen` is the program's reason then, when it has another now.

    `open` is true where the record alone was written; `triage` and `state` are empty where there is nothing to say.
    """

    decision: str
    open: bool
    triage: str
    state: str
    conclusion: str
    rated: Rated | None
    noted: tuple[Noted, ...]
    tags: tuple[str, ...]
    rationale: str
    evidence: tuple[Item, ...]
    reviewer: str
    decided: str
    replaced: bool
    reason_seen: str | None
    readings: tuple[Reading, ...]
