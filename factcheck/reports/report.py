"""What a report says, as values: everything is decided in them, so that a template only lays it out.

What is said of a verdict is in `judged.py`.
"""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.reports.judged import Judged, ShownStep
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
    """One answer, who gives it, and where. `right` says by whose verdict it is right, empty when by nobody's."""

    text: str
    sources: str
    quoted: tuple[Quoted, ...]
    right: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A conflict. `verdicts` are those that stand on it, each person's own, the newest first.

    `outcome` sums them up in a line, with the step of the scale they give if it is one; `decided` is true when one of
    them decides it. `changed` says that the conflict has gained or lost claims since.
    """

    number: int
    sign: Sign
    question: str
    reason: str
    rule: str
    confidence: str
    answers: tuple[GivenAnswer, ...]
    verdicts: tuple[Judged, ...]
    outcome: str
    given: ShownStep | None
    decided: bool
    changed: bool

    @property
    def verdict(self) -> Judged | None:
        """The newest."""
        return next(iter(self.verdicts), None)


@dataclass(frozen=True, slots=True)
class Claimed:
    """Claims that no conflict opposes, and on which somebody gave a verdict."""

    number: int
    sign: Sign
    question: str
    quoted: tuple[Quoted, ...]
    verdicts: tuple[Judged, ...]
    changed: bool


@dataclass(frozen=True, slots=True)
class Detached:
    """A verdict whose words are no longer found as they were: the words it was about, by source."""

    question: str
    quotes: tuple[tuple[str, str], ...]
    verdict: Judged


@dataclass(frozen=True, slots=True)
class Calm:
    """A question on which the sources agree, or can all be true; `ground` is the rule of the case that says so."""

    sign: Sign
    question: str
    quoted: tuple[Quoted, ...]
    ground: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """Words that somebody laid a hand on, in an article of this letter; `mark` is their number where they have one."""

    letter: str
    words: str
    mark: int | None


@dataclass(frozen=True, slots=True)
class Handled:
    """Something a person did to the analysis. `changes` are (what, before, after).

    `lost` says that its words are not all found any more, so that it changes nothing.
    """

    done: str
    said: str
    told: tuple[Told, ...]
    changes: tuple[tuple[str, str, str], ...]
    by: str
    at: str
    lost: bool


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
    claimed: tuple[Claimed, ...]
    detached: tuple[Detached, ...]
    by_hand: tuple[Handled, ...]
    calm: tuple[Calm, ...]
    remarks: tuple[Remark, ...]

    @property
    def decided(self) -> int:
        return sum(f.decided for f in self.findings)
