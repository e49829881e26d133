"""What the matrix shows, as plain values: a row for each question, a cell for each source. Pure: no widgets."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import overload

from factcheck.review import Review, decides
from factcheck.values import Analysis, Case, Claim, Conflict, Group, Kind, Status
from ui.conflicts import badge_of
from ui.names import HEADINGS, heading
from ui.theme import Look, look_of
from ui.wording import answers_of, letter, shortened, told_apart

FEWEST = 3
"""Sources that must answer before one of them can stand out."""
MOST_WORDINGS = 2
"""Wordings of one source that its cell has lines for."""
IN_ITS_WORDS = frozenset({Kind.QUANTITY, Kind.DATE, Kind.NAME})
"""Kinds whose claims are a few words long; of the others the answer is shown, which is cut to what matters."""


class Stance(StrEnum):
    """How a source's answer stands to those of the others."""

    SILENT = "silent"
    SAYS = "says"  # nothing is held against it
    WITH_MOST = "with most"
    OUTLIER = "outlier"
    APART = "apart"  # they differ, and neither side has most
    BOTH = "both"  # it contradicts itself


@dataclass(frozen=True, slots=True)
class Cell:
    """What one source says to one question: its claims, and their different wordings cut short.

    `side` is the number of the answer it gives, 0 for the one most give.
    """

    stance: Stance = Stance.SILENT
    words: tuple[str, ...] = ()
    claims: tuple[Claim, ...] = ()
    side: int = 0


SILENCE = Cell()


@dataclass(frozen=True, slots=True)
class Row:
    """One question with a cell for each article, in the order of the case; a heading has none.

    `id` is that of the conflict, or of the group where there is none; `sources` the letters of those who answer.
    """

    question: str
    status: Status
    id: str = ""
    look: Look | None = None
    badge: str = ""
    reason: str = ""
    sources: str = ""
    cells: tuple[Cell, ...] = ()
    decided: bool = False

    @property
    def heading(self) -> bool:
        return not self.cells


@dataclass(frozen=True, slots=True)
class Line:
    """A row before it is made: what kind it is of and what it is about; a heading is about nothing."""

    status: Status
    about: Conflict | Group | None = None

    @property
    def id(self) -> str:
        return self.about.id if self.about else ""


def lines_of(case: Case) -> tuple[Line, ...]:
    """What the matrix has rows for: conflicts and updates, the surest first; then the groups without a conflict."""
    if case.analysis is None:
        return ()
    told = {conflict.group for conflict in case.analysis.conflicts}
    conflicts = sorted(case.analysis.conflicts, key=lambda c: (_ORDER[c.status], -c.confidence))
    groups = sorted((g for g in case.analysis.groups if g.id not in told), key=lambda g: _ORDER[g.status])
    return (*(Line(each.status, each) for each in conflicts), *(Line(each.status, each) for each in groups))


def in_sections(
    lines: Iterable[Line], ids: Collection[str] | None = None, *, singles: bool = False
) -> tuple[Line, ...]:
    """The lines with these ids (all for None), each kind under its heading; what one source says alone if wanted."""
    by_status: dict[Status, list[Line]] = defaultdict(list)
    for line in lines:
        if (singles or line.status is not Status.SINGLE) and (ids is None or line.id in ids):
            by_status[line.status].append(line)
    found: list[Line] = []
    for status in HEADINGS:
        if by_status[status]:
            found += (Line(status), *by_status[status])
    return tuple(found)


class Rows(Sequence[Row]):
    """The rows of these lines. Each is made when it is first asked for: of ten thousand a person sees thirty."""

    def __init__(self, making: Making, lines: Sequence[Line]) -> None:
        self._making, self._lines = making, lines

    def __len__(self) -> int:
        return len(self._lines)

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Row]: ...
    def __getitem__(self, at: int | slice) -> Row | Sequence[Row]:
        return Rows(self._making, self._lines[at]) if isinstance(at, slice) else self._making.row(self._lines[at])


_ORDER = {status: number for number, status in enumerate(HEADINGS)}


class Making:
    """Makes the rows of one case, and keeps those it made."""

    def __init__(self, case: Case, review: Review) -> None:
        self._analysis = case.analysis or Analysis()
        self._order = [article.id for article in case.articles]
        self._letters = {article: letter(number) for number, article in enumerate(self._order)}
        self._review = review
        self._made: dict[str, Row] = {}

    @cached_property
    def _claims(self) -> Mapping[str, Claim]:
        return {claim.id: claim for claim in self._analysis.claims}

    @cached_property
    def _groups(self) -> Mapping[str, Group]:
        return {group.id: group for group in self._analysis.groups}

    def with_review(self, review: Review) -> Making:
        """The same with other verdicts: what the rows are made of need not be looked up again."""
        made = copy(self)
        made._review, made._made = review, {}
        return made

    def row(self, line: Line) -> Row:
        about = line.about
        if about is None:
            return Row(heading(line.status), line.status)
        made = self._made.get(about.id)
        if made is None:
            made = self._of_group(about) if isinstance(about, Group) else self._of_conflict(about)
            self._made[about.id] = made
        return made

    def _of_conflict(self, conflict: Conflict) -> Row:
        group = self._groups[conflict.group]
        by_article = self._by_article((*conflict.claims, *group.claims))
        stances = stances_in(conflict, self._claims)
        texts = _answer_words(conflict)
        cells = tuple(self._cell(by_article.get(a, ()), *stances.get(a, (Stance.SAYS, 0)), texts) for a in self._order)
        alone = len({self._claims[claim].article for claim in conflict.claims}) == 1
        return Row(
            group.question,
            conflict.status,
            conflict.id,
            look_of(conflict.status, within=alone),
            self._badge(conflict),
            conflict.reason,
            self._sources(by_article),
            cells,
            decided=decides(self._review.by_conflict.get(conflict.id)),
        )

    def _of_group(self, group: Group) -> Row:
        by_article = self._by_article(group.claims)
        cells = tuple(self._cell(by_article.get(article, ()), Stance.SAYS, 0, {}) for article in self._order)
        sources = self._sources(by_article)
        return Row(group.question, group.status, group.id, look_of(group.status), "", "", sources, cells)

    def _by_article(self, ids: Iterable[str]) -> Mapping[str, Sequence[Claim]]:
        """The claims of each article, each once and in the order given."""
        found: dict[str, list[Claim]] = defaultdict(list)
        for id in dict.fromkeys(ids):
            claim = self._claims[id]
            found[claim.article].append(claim)
        return found

    def _cell(self, claims: Sequence[Claim], stance: Stance, side: int, texts: Mapping[str, str]) -> Cell:
        if not claims:
            return SILENCE
        words = dict.fromkeys(_words(claim, texts) for claim in claims)
        return Cell(stance, tuple(words), tuple(claims), side)

    def _sources(self, by_article: Mapping[str, object]) -> str:
        return ", ".join(self._letters[article] for article in self._order if article in by_article)

    def _badge(self, conflict: Conflict) -> str:
        verdict = self._review.by_conflict.get(conflict.id)
        if verdict is None:
            return ""
        changed = " ?" if conflict.id in self._review.changed else ""
        letters = {claim: self._letters[self._claims[claim].article] for claim in conflict.claims}
        return badge_of(verdict, conflict, answers_of(conflict, letters)) + changed


def _answer_words(conflict: Conflict) -> dict[str, str]:
    """Claim id -> the text of the answer it gives, without the long beginning the answers share."""
    texts = told_apart([answer.text for answer in conflict.answers])
    return {claim: text for text, answer in zip(texts, conflict.answers, strict=True) for claim in answer.claims}


def _words(claim: Claim, texts: Mapping[str, str]) -> str:
    """A claim in its own words where they are few, else the answer it gives, else its beginning."""
    own = claim.kind in IN_ITS_WORDS or claim.id not in texts
    return shortened(claim.text if own else texts[claim.id], 96)


def stances_in(conflict: Conflict, claims: Mapping[str, Claim]) -> dict[str, tuple[Stance, int]]:
    """How each article that takes part in a conflict stands in it, and the number of its answer, by article id.

    Where three or more answer and more of them give one answer than any other, those who do not are outliers.
    """
    given: dict[str, set[int]] = defaultdict(set)
    for number, answer in enumerate(conflict.answers):
        for claim in answer.claims:
            given[claims[claim].article].add(number)
    leading = _leading(given.values())
    return {article: (_stance(answers, leading), min(answers)) for article, answers in given.items()}


def _leading(given: Iterable[set[int]]) -> int | None:
    """The answer more than half of the sources give, as on the card; None where there is none or too few answer."""
    given = tuple(given)
    ranked = Counter(answer for answers in given for answer in answers).most_common(1)
    return ranked[0][0] if len(given) >= FEWEST and 2 * ranked[0][1] > len(given) else None


def _stance(answers: set[int], leading: int | None) -> Stance:
    if len(answers) > 1:
        return Stance.BOTH
    if leading is None:
        return Stance.APART
    return Stance.WITH_MOST if leading in answers else Stance.OUTLIER


def counted(lines: Iterable[Line]) -> Iterator[tuple[Status, int]]:
    """How many lines each kind has, in the order of the sections; kinds without any are left out."""
    counts = Counter(line.status for line in lines if line.about)
    return ((status, counts[status]) for status in HEADINGS if counts[status])
