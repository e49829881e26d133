"""Days and times as a person reads them: "Monday 4 July 2022", "July 2022", "1 to 14 March 2022"."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from factcheck.values import Article
from ui.translation import mark, tr

# Not by the system's locale: the interface speaks one language throughout.
# fmt: off
MONTHS = (
    mark("January"), mark("February"), mark("March"), mark("April"), mark("May"), mark("June"),
    mark("July"), mark("August"), mark("September"), mark("October"), mark("November"), mark("December"),
)
SHORT_MONTHS = (
    mark("Jan"), mark("Feb"), mark("Mar"), mark("Apr"), mark("May"), mark("Jun"),
    mark("Jul"), mark("Aug"), mark("Sep"), mark("Oct"), mark("Nov"), mark("Dec"),
)
WEEKDAYS = (
    mark("Monday"), mark("Tuesday"), mark("Wednesday"), mark("Thursday"), mark("Friday"), mark("Saturday"),
    mark("Sunday"),
)
# fmt: on

DAY = timedelta(days=1)


def month_words(day: date) -> str:
    """ "July 2022"."""
    return tr("{month} {year}", month=tr(MONTHS[day.month - 1]), year=day.year)


def short_day_words(day: date, *, year: bool = False) -> str:
    """ "4 Jul", with `year` "4 Jul 2022"."""
    month = tr(SHORT_MONTHS[day.month - 1])
    if year:
        return tr("{day} {month} {year}", day=day.day, month=month, year=day.year)
    return tr("{day} {month}", day=day.day, month=month)


def day_words(day: date) -> str:
    """ "4 July 2022"."""
    return tr("{day} {month} {year}", day=day.day, month=tr(MONTHS[day.month - 1]), year=day.year)


def weekday_words(day: date) -> str:
    """ "Monday 4 July 2022"."""
    return tr("{weekday} {day}", weekday=tr(WEEKDAYS[day.weekday()]), day=day_words(day))


def stretch_words(first: date, last: date) -> str:
    """The days from the first to the last: a day, a month or a year by its name, else both ends."""
    if first == last:
        return weekday_words(first)
    if first.day == 1 and (last + DAY).day == 1:
        if (first.year, first.month) == (last.year, last.month):
            return month_words(first)
        if first.month == 1 and last.month == 12:
            both = {"first": first.year, "last": last.year}
            return str(first.year) if first.year == last.year else tr("{first} to {last}", **both)
        return tr("{first} to {last}", first=month_words(first), last=month_words(last))
    return tr("{first} to {last}", first=day_words(first), last=day_words(last))


def time_words(first: datetime, last: datetime) -> str:
    """A time of a day: "Monday 4 July 2022, 14:30" or "..., 17:00 to 23:00"."""
    clock = f"{first:%H:%M}"
    if last.date() == first.date() and last - first >= timedelta(minutes=1):
        clock = tr("{first} to {last}", first=clock, last=f"{last:%H:%M}")
    return tr("{day}, {clock}", day=weekday_words(first), clock=clock)


def published_words(article: Article, *, short: bool = False) -> str:
    """When an article was published; an inferred date is marked, as nobody stated it."""
    published = article.provenance.published
    if published is None:
        return tr("date unknown")
    words = short_day_words(published, year=True) if short else day_words(published)
    inferred = "published" in article.provenance.inferred
    return tr("{day} (inferred)", day=words) if inferred else words


def lately(when: datetime, today: date) -> str:
    """When something was done, as one says it on the day `today`: "10:31", "yesterday", "4 Jul 2022"."""
    local = when.astimezone()
    if local.date() == today:
        return f"{local:%H:%M}"
    return tr("yesterday") if local.date() == today - DAY else short_day_words(local.date(), year=True)
