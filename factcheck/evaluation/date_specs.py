"""How the date, period, time and duration cases of Recognizers-Text are put to our grammar.

Their values are made for a calendar assistant, ours for news, so the two are joined by what they mean:

- a date or time is right when our interval is their past or their future resolution;
- their periods end before "end", or on it where the words name the last day; ours end on their last day. Both pass;
- TIMEX3 marks "from Monday to Friday" as two times: their hull is compared, from the first day told to the second;
- durations are compared as months and seconds ("half a year" P0.5Y is P6M), times of day by their clock;
- only what we find inside the words of a case counts: a file of one type says nothing of the other times there.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from hashlib import sha256

from factcheck.analysis.dates import find
from factcheck.analysis.parsing import Parser
from factcheck.evaluation.specs import Answer, Case, Model, Wanted
from factcheck.values import Article, Provenance, TimeExpression

Interval = tuple[str, str]

# Cases that contradict what the program promises; the pattern is sought in the wanted words, lower case.
_SHORTHAND = "a bare number as a day or hour, or day and month in figures alone: in news a count, a score or a price"
_UNIT = "counted in weeks, months or years: TimeML names that week, month or year, not one day in it"
_CALENDAR = "words of a personal calendar (my day, rest of my week, eod, past day)"
_NTH = "a weekday by number without its month"
_INVENTED = "a vague count or edge given exact bounds (few = 3, end of 2000 = September to December)"
_TOLD = "counts from something told before, which a lone sentence does not hold: unresolved here"
_NOW = "now is PRESENT_REF, which names no day"
_STRETCH = "a point so far ahead, told there as the whole stretch up to it"
_LATEST = "last September said in November: the news means the latest, they mean last year's"
_PART = "a part of the day given a clock time (mid-morning = 10:00): TMO, TAF here"
_DECADES = "decades counted from now: ours roll back from today, theirs are whole calendar decades"
_UNUSUAL = "forms that news does not write (10 H 10 pm, afternoon 7:00, 11 o'clock lunchtime, fifteen thirty p m)"
_NO_SUCH = "a date that does not exist"
_NO_ZERO = "counted in hours or minutes from a clock time nobody states"


def _rules(*pairs: tuple[str, str]) -> Callable[[Case], str | None]:
    compiled = [(re.compile(pattern), reason) for pattern, reason in pairs]

    def reason_of(case: Case) -> str | None:
        words = [w.text.lower() for w in case.wanted] or [case.text.lower()]
        return next((reason for p, reason in compiled for w in words if p.search(w)), None)

    return reason_of


_COUNT = r"(\d+|an?|one|two|three|four|five|few|several)"
_date_inapplicable = _rules(
    (r"^(the )?(\d{1,2}|thirty|twenty second|second)$|^\d{1,2}[./-]\d{1,2}$|at \d{1,2}[.-]\d\d", _SHORTHAND),
    (r"\bmy day|^(the )?(last|past) day$|^(the )?next day$|^the day$", _CALENDAR),
    (r"^(first|second|third|fifth) (sunday|tuesday)$", _NTH),
    (r"few (days|months)", _INVENTED),
    (r"days later|monday later", _TOLD),
    (r"31st of this month|feb 30|2/29/2019", _NO_SUCH),
    (rf"^(in )?{_COUNT} (weeks?|months?|years?) (ago|from now)$|^in {_COUNT} (weeks|months|years)$", _UNIT),
)
_period_inapplicable = _rules(
    (r"\bmy (week|weekend|day)|\brest (the|this|of)? ?(week|my|current)?", _CALENDAR),
    (r"^same |^that weekend", _TOLD),
    (r"few days|^(early|late|mid) |^(end|beginning|start|middle) of|^less than", _INVENTED),
    (r"\d/\d|^\d{4}\.\d$", _SHORTHAND),
    (r"\bnow\b", _NOW),
    (r"in the future$|hence$", _STRETCH),
    (r"(past|last|next) (2|two|3) decades", _DECADES),
    (r"^last sept", _LATEST),
    (r"^for .* from|days? starting|weeks? starting (may|tom)|week starting tom|month of sept", _CALENDAR),
)
_datetime_inapplicable = _rules(
    (r"^\d{1,2},? (at|8pm)|5th at|on (the )?15$|\bseven on|, this morning$|, tonight$", _SHORTHAND),
    (r"\beod\b|end of (the )?(day|tomorrow|sunday)", _CALENDAR),
    (r"hours?|mins?\b", _NO_ZERO),
    (r"at (7|seven)$|around 7$", _SHORTHAND),
)
_time_inapplicable = _rules(
    (r"^(\d{1,2}|seven)$|^(\w+ )?\d{1,2}-?ish$|ampm", _SHORTHAND),
    (r"^(eight forty|ten forty five|ten ten|eleven five)$", _SHORTHAND),
    (r"^mid-? ?(morning|afternoon)$", _PART),
    (r"lunchtime|\d+ ?h ?\d\d|afternoon (at )?(7|seven)|(fifteen) (fifteen|thirty) p m", _UNUSUAL),
)


def _found(case: Case, parser: Parser) -> list[tuple[int, int, TimeExpression]]:
    published = case.reference.date() if case.reference else None
    text = case.text
    article = Article("case", text, sha256(text.encode()).hexdigest(), Provenance(published=published))
    (parsed,) = parser.parse([article])
    mentions = find(parsed)
    return [(m.span.start, m.span.end, m.value) for m in mentions if isinstance(m.value, TimeExpression)]


def _beside(case: Case, wanted: Wanted, parser: Parser) -> list[TimeExpression]:
    """What we find that shares characters with the wanted words."""
    start = wanted.start if wanted.start >= 0 else case.text.lower().find(wanted.text.lower())
    end = start + len(wanted.text)
    return [value for a, b, value in _found(case, parser) if a < end and start < b]


def _days(value: TimeExpression) -> Interval | None:
    return (value.start[:10], value.end[:10]) if value.start and value.end else None


def _hulls(values: list[TimeExpression]) -> set[Interval]:
    """The intervals the values can be said to cover together."""
    days = [d for d in map(_days, values) if d]
    if not days or len(days) < len(values):
        return set()
    return {(days[0][0], days[-1][1]), (days[0][0], days[-1][0])} if len(days) > 1 else {days[0]}


def _wanted_intervals(wanted: Wanted) -> set[Interval]:
    """Their past and future resolutions, as first and last day."""
    made = set()
    for key in ("PastResolution", "FutureResolution"):
        given = wanted.value.get(key) or {}
        start = given.get("date") or given.get("startDate")
        end = given.get("date") or given.get("endDate")
        if start and end:
            made.add((start, end))
            if "endDate" in given and not end.startswith("0001"):
                made.add((start, (date.fromisoformat(end) - timedelta(days=1)).isoformat()))
    return made


def _intervals_agree(wanted: Wanted, values: list[TimeExpression]) -> bool:
    intervals = _wanted_intervals(wanted)
    if not intervals:
        return any(v.timex.endswith(wanted.value.get("Timex", "-")) for v in values)
    return bool(intervals & _hulls(values))


def _moments_agree(wanted: Wanted, values: list[TimeExpression]) -> bool:
    given = [(wanted.value.get(k) or {}).get("dateTime") for k in ("PastResolution", "FutureResolution")]
    if wanted.value.get("Timex") in ("PRESENT_REF", "FUTURE_REF"):
        return [v.timex for v in values] == [wanted.value["Timex"]]
    moments = {g.replace(" ", "T") for g in given if g}
    return len(values) == 1 and values[0].start in {*moments, *(m[:16] for m in moments)}


def _clock(timex: str) -> str:
    """ "T07" and "T07:00" as "07:00:00"; midnight is 00."""
    parts = [*timex.rpartition("T")[2].split(":"), "00", "00"][:3]
    return ":".join(parts).replace("24:00:00", "00:00:00")


def _clocks_agree(wanted: Wanted, values: list[TimeExpression]) -> bool:
    return len(values) == 1 and _clock(values[0].timex) == _clock(wanted.value["Timex"])


def _measure(timex: str) -> tuple[Decimal, Decimal]:
    """A TIMEX duration as months and seconds."""
    days, _, clock = timex.removeprefix("P").partition("T")
    months = seconds = Decimal(0)
    for count, letter in re.findall(r"([\d.]+)([A-Z]+)", days):
        if letter in ("Y", "M", "Q"):
            months += Decimal(count) * {"Y": 12, "M": 1, "Q": 3}[letter]
        else:
            seconds += Decimal(count) * {"W": 604800, "D": 86400, "BD": 86400}[letter]
    for count, letter in re.findall(r"([\d.]+)([A-Z])", clock):
        seconds += Decimal(count) * {"H": 3600, "M": 60, "S": 1}[letter]
    return months, seconds


def _durations_agree(wanted: Wanted, values: list[TimeExpression]) -> bool:
    if len(values) != 1 or "X" in values[0].timex or not values[0].timex.startswith("P"):
        return False
    return _measure(values[0].timex) == _measure(wanted.value["Timex"])


def _answer(wanted: Wanted) -> tuple[str, str]:
    return wanted.text, str(wanted.value.get("Timex"))


def _model(
    name: str,
    agree: Callable[[Wanted, list[TimeExpression]], bool],
    inapplicable: Callable[[Case], str | None],
    parser: Parser,
) -> Model:
    def expected(case: Case) -> Answer:
        return frozenset(_answer(w) for w in case.wanted if w.value)

    def found(case: Case) -> Answer:
        made: set[tuple[str, str]] = set()
        for wanted in case.wanted:
            values = _beside(case, wanted, parser)
            if wanted.value and agree(wanted, values):
                made.add(_answer(wanted))
            else:
                made.update((v.timex, f"{v.start}..{v.end}") for v in values)
        return frozenset(made)

    def reason(case: Case) -> str | None:
        if not case.wanted:
            return "nothing of this type is wanted: other types are"
        return inapplicable(case)

    return Model(name, f"DateTime-{name}Parser.json", expected, found, reason)


@cache
def models() -> tuple[Model, ...]:
    """The date side of the case files, with one parser between them."""
    parser = Parser()
    return (
        _model("Date", _intervals_agree, _date_inapplicable, parser),
        _model("DatePeriod", _intervals_agree, _period_inapplicable, parser),
        _model("DateTime", _moments_agree, _datetime_inapplicable, parser),
        _model("Duration", _durations_agree, lambda _: None, parser),
        _model("Time", _clocks_agree, _time_inapplicable, parser),
    )
