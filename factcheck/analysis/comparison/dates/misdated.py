"""A weekday and a date told in one breath that are not one day: "Tuesday, June 4" where June 4 was a Monday."""

from __future__ import annotations

import re
from calendar import day_name
from collections.abc import Iterator
from datetime import date

from factcheck.analysis.comparison.accounts import Accounts
from factcheck.analysis.comparison.dates.wording import question
from factcheck.analysis.comparison.findings import Finding, Said
from factcheck.shipped import lexicon
from factcheck.values import Claim, Kind, Status

CONFIDENCE = 0.8
NEAR = 60
"""Days from publication within which a day said without its year is of that year, past or to come."""
WORD = re.compile(r"[a-z]+|\d+")


def misdated(accounts: Accounts) -> Iterator[Finding]:
    """One finding for each date whose weekday is another one's; both answers are the same words."""
    for claim in accounts.of(Kind.DATE):
        weekday, day = _told(claim, accounts.published(claim))
        if weekday and day and day.isoweekday() != weekday:
            names = day_name[weekday - 1], f"{day_name[day.weekday()]}, {day.isoformat()}"
            reason = f"“{claim.text}” ({accounts.sources([claim])}) names a {names[0]}, but that day is a {names[1]}."
            answers = tuple(Said(name, (claim,)) for name in names)
            yield Finding(
                Kind.DATE, question(claim), Status.CONFLICT, answers, "date-weekday-mismatch", reason, CONFIDENCE
            )


def _told(claim: Claim, published: date | None) -> tuple[int | None, date | None]:
    """The weekday (1 is Monday) and the day of the calendar that a phrase names; None for what it does not."""
    words, table = WORD.findall(claim.text.lower()), lexicon("dates")
    weekdays = [table["weekdays"][w] for w in words if w in table["weekdays"]]
    months = [table["months"][w] for w in words if w in table["months"]]
    numbers = [int(w) for w in re.findall(r"(?<![\d:.])\d{1,4}(?=st|nd|rd|th|\b)(?![:.]\d)", claim.text)]
    days = [n for n in numbers if 1 <= n <= 31]
    years = [n for n in numbers if n > 1000]
    if len(weekdays) != 1 or len(months) != 1 or len(days) != 1 or len(years) > 1:
        return None, None
    return weekdays[0], _day(months[0], days[0], years[0] if years else None, published)


def _day(month: int, day: int, year: int | None, published: date | None) -> date | None:
    if year is None and published is None:
        return None
    years = [year] if year is not None else [published.year + n for n in (-1, 0, 1)] if published else []
    for one in years:
        try:
            found = date(one, month, day)
        except ValueError:
            continue
        if year is not None or (published and abs((found - published).days) <= NEAR):
            return found
    return None
