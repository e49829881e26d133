"""Dated claims as the timeline needs them: from when to when, how exactly, and in which words. Pure: no widgets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from factcheck.values import Analysis, Article, Claim, TimeExpression, TimexType
from ui.days import stretch_words, time_words
from ui.translation import tr

Days = float
"""Days since the first of January of the year 1, with the time of the day as a fraction."""


class Precision(StrEnum):
    """How exactly a claim says when."""

    MINUTE = "minute"
    DAY = "day"
    STRETCH = "stretch"


@dataclass(frozen=True, slots=True)
class Moment:
    """From when to when, half-open. `about` is said of it; `since` and `until` leave its end or its beginning open."""

    first: Days
    last: Days
    precision: Precision
    words: str
    about: bool = False
    since: bool = False
    until: bool = False


# What stands before a date, or begins it, and says how it is meant.
_ABOUT = re.compile(
    r"\b(about|around|roughly|approximately|circa|c\.|some ?time|somewhere|near(ly)?|almost|shortly (before|after))"
    r"( (in|on|at|the))*$"
)
_SINCE = re.compile(r"\b(since|from|after|starting|beginning|as of)( (in|on|at|the|about|around))*$")
_UNTIL = re.compile(r"\b(until|till|before|by|up to|through)( (in|on|at|the|about|around))*$")
_REACH = 24
"""Characters before a date that are looked at."""


def moment_of(claim: Claim, article: Article) -> Moment | None:
    """When a claim says it was, None where it does not say or the time could not be resolved."""
    value = claim.value
    if not isinstance(value, TimeExpression) or value.type not in {TimexType.DATE, TimexType.TIME}:
        return None
    first, last = _parsed(value.start), _parsed(value.end or value.start, ending=True)
    if first is None or last is None or last < first:
        return None
    before = _before(claim, article)
    precision = _precision(value, first, last)
    return Moment(
        _days(first),
        _days(last),
        precision,
        _in_words(value, first, last, precision),
        about=bool(_ABOUT.search(before)),
        since=value.end is None or bool(_SINCE.search(before)),
        until=bool(_UNTIL.search(before)),
    )


def unplaced(analysis: Analysis) -> tuple[Claim, ...]:
    """The claims that name a time which stayed open ("Tuesday" of an undated article); not "now" or "recently"."""
    return tuple(
        claim
        for claim in analysis.claims
        if isinstance(claim.value, TimeExpression)
        and claim.value.type in {TimexType.DATE, TimexType.TIME}
        and claim.value.start is None
        and not claim.value.timex.endswith("_REF")
    )


def moments_of(claims: Iterable[Claim], articles: Mapping[str, Article]) -> dict[str, Moment]:
    """Claim id -> when, for those that say when."""
    found = ((claim.id, moment_of(claim, articles[claim.article])) for claim in claims)
    return {id: moment for id, moment in found if moment}


def together(moments: Sequence[Moment]) -> Moment:
    """One of several claims of the same time: about, or open, only where all of them say so."""
    return replace(
        moments[0],
        about=all(moment.about for moment in moments),
        since=all(moment.since for moment in moments),
        until=all(moment.until for moment in moments),
    )


def days_of(day: date) -> Days:
    return float(day.toordinal())


def _parsed(written: str | None, *, ending: bool = False) -> datetime | None:
    """An ISO date or date-time; a bare day that ends a stretch ends with its midnight."""
    if written is None:
        return None
    try:
        if len(written) > 10:
            return datetime.fromisoformat(written).replace(tzinfo=None)
        day = date.fromisoformat(written)
        # 31 December 9999 has no day after it.
        return datetime.combine(day + timedelta(days=ending and day < date.max), time())
    except ValueError:
        return None


def _days(moment: datetime) -> Days:
    return moment.toordinal() + (moment - datetime.combine(moment.date(), time())) / timedelta(days=1)


def _precision(value: TimeExpression, first: datetime, last: datetime) -> Precision:
    if last - first <= timedelta(minutes=1):
        return Precision.MINUTE
    if last - first <= timedelta(days=1) and value.type is TimexType.DATE:
        return Precision.DAY
    return Precision.STRETCH


def _before(claim: Claim, article: Article) -> str:
    """What stands before the numbers and names of a date: the end of the text before it and its own first words."""
    text = article.text[max(0, claim.span.start - _REACH) : claim.span.start]
    opening = re.match(r"\W*([a-z. ]*)", claim.text)
    own = opening[1] if opening else ""
    return f"{text.rpartition('.')[2]} {own}".lower().replace("  ", " ").strip()


def _in_words(value: TimeExpression, first: datetime, last: datetime, precision: Precision) -> str:
    """The time in plain English, e.g. "Monday 4 July 2022"."""
    if value.end is None:
        return tr("{day} and after", day=stretch_words(first.date(), first.date()))
    if precision is Precision.MINUTE or len(value.start or "") > 10:
        return time_words(first, last)
    return stretch_words(first.date(), (last - timedelta(days=1)).date())
