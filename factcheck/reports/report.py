"""What a report says, as values: everything is decided in them, so that a template only lays it out."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.reports.passages import Context, Line
from factcheck.reports.words import Sign


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of an article's provenance; None is not known. `href` is set for http(s) addresses only."""

    name: str
    value: str | None
    inferred: bool = False
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """An article as the report shows it. `letter` is its pane's; `file_sha256` is None when it is not known.

    `name` is its label, with the letter when another article has the same label.
    """

    letter: str
    name: str
    label: str
    facts: tuple[Fact, ...]
    note: str | None
    sha256: str
    file_sha256: str | None
    encoding: str
    repairs: tuple[str, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Quoted:
    """A claim's words in their context; `mark` is the number of the mark on them in the article's text."""

    letter: str
    label: str
    context: Context
    mark: int


@dataclass(frozen=True, slots=True)
class GivenAnswer:
    """One answer, who gives it, and where. `chosen` when the verdict says it is the right one."""

    text: str
    sources: str
    quoted: tuple[Quoted, ...]
    chosen: bool


@dataclass(frozen=True, slots=True)
class Judged:
    """A verdict in words, `rationale` in Markdown. `reason_seen` is the program's reason then, when it has another now.

    `changed` is true when the conflict has gained or lost claims since.
    """

    decision: str
    rationale: str
    reviewer: str
    decided: str
    replaced: bool
    reason_seen: str | None = None
    changed: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    number: int
    sign: Sign
    question: str
    reason: str
    rule: str
    confidence: str
    answers: tuple[GivenAnswer, ...]
    verdict: Judged | None


@dataclass(frozen=True, slots=True)
class Detached:
    """A verdict whose words are no longer found as they were: the words it was about, by source."""

    question: str
    quotes: tuple[tuple[str, str], ...]
    verdict: Judged


@dataclass(frozen=True, slots=True)
class Calm:
    """A question on which the sources agree, or can all be true."""

    sign: Sign
    question: str
    quoted: tuple[Quoted, ...]


@dataclass(frozen=True, slots=True)
class Remark:
    """Something odd about an article that the program noticed."""

    name: str
    message: str


@dataclass(frozen=True, slots=True)
class Report:
    """Everything a report says.

    `compared` is false before any analysis. `tally` counts the verdicts by what they decide, `legend` has the signs
    of the marks that occur. The address of a source is printed as it is, so that it can be read on paper.
    """

    title: str
    made: str
    program: str
    rules: str
    compared: bool
    tally: tuple[tuple[str, int], ...]
    legend: tuple[Sign, ...]
    sources: tuple[Source, ...]
    findings: tuple[Finding, ...]
    detached: tuple[Detached, ...]
    calm: tuple[Calm, ...]
    remarks: tuple[Remark, ...]

    @property
    def decided(self) -> int:
        return sum(f.verdict is not None for f in self.findings)
