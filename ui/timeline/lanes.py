"""What the timeline shows, as plain values: a lane for each event, and marks in it. Pure: no widgets."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from factcheck.values import Analysis, Article, Case, Claim, Kind, Status
from ui.theme import Look, look_of
from ui.timeline.moments import Days, Moment, days_of, moments_of, together, unplaced
from ui.wording import letter, shortened

ORDER = (Status.CONFLICT, Status.UPDATE, Status.AGREEMENT, Status.COMPATIBLE, Status.SINGLE)
STEP = 250
"""Dated claims, or lanes, that are gathered at one go: about 10 ms."""
MOST_QUESTION = 110
"""Characters of the sentence that names an event only one source dates."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One time in one lane: the claims that state it, with the letters of their articles.

    `side` is the number of the answer it gives to a conflict: marks of different sides exclude each other.
    """

    moment: Moment
    claims: tuple[Claim, ...]
    letters: tuple[str, ...]
    words: str
    side: int | None = None


@dataclass(frozen=True, slots=True)
class Lane:
    """One event with the times given for it, in their order. `id` is the conflict's or group's, "" for a claim that
    belongs to none."""

    id: str
    question: str
    status: Status
    look: Look
    marks: tuple[Mark, ...]

    @property
    def apart(self) -> bool:
        """Whether its times exclude each other."""
        return self.status is Status.CONFLICT

    def holds(self, words: str) -> bool:
        """True when every one of the lower-case words stands in the question or a mark's words."""
        text = " ".join((self.question, *(each for m in self.marks for each in (m.words, m.moment.words)))).lower()
        return all(word in text for word in words.split())


@dataclass(frozen=True, slots=True)
class Flag:
    """A day on which articles were published."""

    date: date
    letters: tuple[str, ...]
    sources: tuple[str, ...]

    @property
    def day(self) -> Days:
        return days_of(self.date)


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A claim whose time stayed open, with its article's letter."""

    claim: Claim
    letter: str


@dataclass(frozen=True, slots=True)
class Shown:
    """All the timeline shows of a case. `undated` are the letters of articles without a publication date."""

    lanes: tuple[Lane, ...] = ()
    flags: tuple[Flag, ...] = ()
    unplaced: tuple[Unplaced, ...] = ()
    undated: tuple[str, ...] = ()


def shown_of(case: Case) -> Shown:
    """The lanes of a case: first what is in conflict, then what agrees, then what one source says, each by time."""
    steps = gathered(case)
    while True:
        try:
            next(steps)
        except StopIteration as whole:
            shown: Shown = whole.value
            return shown


def gathered(case: Case) -> Generator[None, None, Shown]:
    """The same in steps of some milliseconds, so that a window can do other things in between."""
    letters = {article.id: letter(number) for number, article in enumerate(case.articles)}
    undated = tuple(letters[a.id] for a in case.articles if a.provenance.published is None)
    if case.analysis is None:
        return Shown(flags=_flags(case.articles, letters), undated=undated)
    lanes = yield from _lanes(case, case.analysis, letters)
    open_claims = tuple(Unplaced(claim, letters[claim.article]) for claim in unplaced(case.analysis))
    return Shown(lanes, _flags(case.articles, letters), open_claims, undated)


def filtered(
    lanes: Iterable[Lane], ids: Collection[str] | None, words: str = "", *, singles: bool = True
) -> tuple[Lane, ...]:
    """The lanes of these conflicts and groups (all for None), and the claims of no group that hold the words; those of
    one source only if wanted."""
    return tuple(
        lane
        for lane in lanes
        if (singles or lane.status is not Status.SINGLE)
        and (ids is None or (lane.id in ids if lane.id else bool(words) and lane.holds(words.lower())))
    )


@dataclass(frozen=True, slots=True)
class _Event:
    """A lane without its marks, the claims that belong to it, and the number of the answer each gives."""

    lane: Lane
    claims: tuple[str, ...]
    sides: Mapping[str, int]


def _lanes(case: Case, analysis: Analysis, letters: Mapping[str, str]) -> Generator[None, None, tuple[Lane, ...]]:
    articles = {article.id: article for article in case.articles}
    moments: dict[str, Moment] = {}
    dated = [claim for claim in analysis.claims if claim.kind is Kind.DATE]
    for first in range(0, len(dated), STEP):
        moments |= moments_of(dated[first : first + STEP], articles)
        if first + STEP < len(dated):
            yield
    claims = {claim.id: claim for claim in dated if claim.id in moments}
    found: list[Lane] = []
    used: set[str] = set()

    def told(claim: Claim) -> str:
        return shortened(claim.sentence.of(articles[claim.article].text), MOST_QUESTION)

    for event in _events(analysis):
        members = [claims[id] for id in dict.fromkeys(event.claims) if id in claims]
        # A claim in several groups stands in the gravest of them; in a conflict it has to stand beside its opponents.
        if not event.lane.apart:
            members = [claim for claim in members if claim.id not in used]
        if members:
            used |= {claim.id for claim in members}
            lane = replace(event.lane, marks=_marks(members, moments, letters, event.sides))
            found.append(lane if lane.status is not Status.SINGLE else replace(lane, question=told(members[0])))
            if len(found) % STEP == 0:
                yield
    for claim in claims.values():
        if claim.id not in used:
            found.append(Lane("", told(claim), Status.SINGLE, Look.SINGLE, _marks([claim], moments, letters, {})))
            if len(found) % STEP == 0:
                yield
    return tuple(sorted(found, key=lambda lane: (ORDER.index(lane.status), lane.marks[0].moment.first)))


def _events(analysis: Analysis) -> Iterator[_Event]:
    """The conflicts about dates and the calm groups, gravest first."""
    groups = {group.id: group for group in analysis.groups}
    article = {claim.id: claim.article for claim in analysis.claims}
    told = {conflict.group for conflict in analysis.conflicts}
    for conflict in sorted(analysis.conflicts, key=lambda c: ORDER.index(c.status)):
        if conflict.kind is Kind.DATE:
            group = groups[conflict.group]
            within = len({article[claim] for claim in conflict.claims}) == 1
            look = look_of(conflict.status, within=within)
            sides = {claim: number for number, answer in enumerate(conflict.answers) for claim in answer.claims}
            lane = Lane(conflict.id, group.question, conflict.status, look, ())
            yield _Event(lane, (*conflict.claims, *group.claims), sides)
    for group in sorted(analysis.groups, key=lambda g: ORDER.index(g.status)):
        if group.id not in told:
            yield _Event(Lane(group.id, group.question, group.status, look_of(group.status), ()), group.claims, {})


def _marks(
    claims: Sequence[Claim], moments: Mapping[str, Moment], letters: Mapping[str, str], sides: Mapping[str, int]
) -> tuple[Mark, ...]:
    """The claims of one event by the time they give, in the order of time."""
    by_time: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for claim in claims:
        moment = moments[claim.id]
        by_time[moment.first, moment.last, moment.precision, sides.get(claim.id)].append(claim)
    marks = [
        Mark(
            together([moments[claim.id] for claim in told]),
            tuple(told),
            tuple(sorted({letters[claim.article] for claim in told})),
            shortened(told[0].text),
            sides.get(told[0].id),
        )
        for told in by_time.values()
    ]
    return tuple(sorted(marks, key=lambda mark: (mark.moment.first, mark.moment.last)))


def _flags(articles: Sequence[Article], letters: Mapping[str, str]) -> tuple[Flag, ...]:
    by_day: dict[date, list[Article]] = defaultdict(list)
    for article in articles:
        if article.provenance.published:
            by_day[article.provenance.published].append(article)
    return tuple(
        Flag(day, tuple(letters[a.id] for a in there), tuple(a.label for a in there))
        for day, there in sorted(by_day.items())
    )
