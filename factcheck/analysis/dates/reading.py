"""One article read for its times: runs of words are reduced by the grammars, kept or dropped by what stands around
them, and resolved in the order they are told."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import cache

from factcheck.analysis.dates import clocks, counts, days, lasting, periods, quarters, repeated, within
from factcheck.analysis.dates.calendar import Period, a_date
from factcheck.analysis.dates.context import setting_of, stands
from factcheck.analysis.dates.counting import Told
from factcheck.analysis.dates.meaning import OnWeekday, Resolved, Setting, Stated, Tense, Yearless
from factcheck.analysis.dates.patterns import Matcher, class_sets, literals
from factcheck.analysis.dates.words import Item, Vocabulary, runs, runs_between
from factcheck.analysis.mentions import Mention
from factcheck.analysis.parsing import Parsed
from factcheck.shipped import lexicon
from factcheck.values import Kind, Span, TimeExpression, TimexType

counts.register()
# Each level reads what the one before it made; the last two let "early on Tuesday at noon" grow in both directions.
LEVELS = (
    (
        within.ranges,
        days.grammar,
        periods.grammar,
        quarters.grammar,
        lasting.grammar,
        repeated.grammar,
        clocks.grammar,
        clocks.parts,
    ),
    (clocks.together, within.grammar),
    (clocks.together, within.grammar),
)
KINDS = ("date", "duration", "set", "reference", "clocktime", "daypart", "time", "nothing")
FOUND = frozenset(KINDS) - {"nothing"}


@cache
def _known() -> Vocabulary:
    rules = [rule for level in LEVELS for grammar in level for rule in grammar.rules]
    return Vocabulary(literals(rules), frozenset(lexicon("dates")["cues"]["words"]))


@cache
def _matcher() -> Matcher:
    levels = [[rule for grammar in level for rule in grammar.rules] for level in LEVELS]
    return Matcher(levels, list(class_sets(_known(), [*KINDS, *SHAPES])))


SHAPES = ("iso", "ymd", "named", "clock", "decadal", "nth", "oclock")


def find(parsed: Parsed) -> list[Mention]:
    """Every time the text tells, in order: mentions of kind DATE with their TimeExpression.

    Relative times resolve against `provenance.published` when that is known, anaphoric ones ("two days later")
    against the last date told shortly before; what cannot be resolved keeps X in its value and has no interval.
    """
    mentions: list[Mention] = []
    told: tuple[int, Resolved] | None = None
    joined: tuple[int, Setting] | None = None
    for item in _share_year([_that(parsed, item) for item in _items(parsed)], parsed.text):
        span = Span(item.start, item.end)
        if not stands(parsed, span, item):
            continue
        setting = setting_of(parsed, span, told)
        if joined and JOINED.fullmatch(parsed.text[joined[0] : span.start]):
            # "Between Oct. 2 and Oct. 22": what is told in one breath looks the same way.
            setting = replace(setting, tense=joined[1].tense, nominal=joined[1].nominal)
        joined = (span.end, setting)
        found = item.value.resolve(setting)
        if found is None:
            continue
        mentions.append(Mention(Kind.DATE, span, _value(found), parsed.text[item.start : item.end]))
        if found.period is not None and found.start and found.type is not TimexType.DURATION:
            told = (item.end, found)
    return mentions


def told_in(text: str, published: date | None) -> list[tuple[Span, TimeExpression]]:
    """The times in a few words that stand for themselves, as a person selects or types them. Needs no parse.

    Whether the words mean a time here is not asked, and what has no year is looked back on, as news does.
    """
    found = []
    setting = Setting(published, Tense.PAST)
    for run in runs_between(text, 0, len(text), _known()):
        for item in _matcher().reduce(run):
            if item.classes & FOUND and (resolved := item.value.resolve(setting)):
                found.append((Span(item.start, item.end), _value(resolved)))
    return found


def _that(parsed: Parsed, item: Item) -> Item:
    """ "He said that Tuesday is the deadline": a conjunction belongs to no time."""
    if isinstance(item.value, Told) and item.value.weekday and item.text.startswith("that "):
        first, last = parsed.tokens(Span(item.start, item.end))[0], parsed.tokens(Span(item.start, item.end))[-1]
        if first.pos_ == "SCONJ":
            return replace(item, start=last.idx, text=last.lower_, value=OnWeekday(item.value.weekday))
    return item


JOINED = re.compile(r"\s*(?:,|and|or|to|through|until|till|-|–|—)\s*(?:the|in|on|early|late)?\s*", re.IGNORECASE)


def _share_year(items: list[Item], text: str) -> list[Item]:
    """ "In August and October 2017": a year said once counts for both."""
    made = list(items)
    for n in range(len(items) - 2, -1, -1):
        first, last = made[n].value, made[n + 1].value
        if not (isinstance(first, Yearless) and first.month and isinstance(last, Stated)):
            continue
        if last.period.unit in ("day", "month") and JOINED.fullmatch(text[made[n].end : made[n + 1].start]):
            year = last.period.start.year - (first.month > last.period.start.month)
            day = a_date(year, first.month, first.day or 1)
            if day and year > 0:
                made[n] = replace(made[n], value=Stated(Period("day" if first.day else "month", day)))
    return made


def _items(parsed: Parsed) -> list[Item]:
    matcher = _matcher()
    return [
        item for run in runs(parsed.doc, parsed.text, _known()) for item in matcher.reduce(run) if item.classes & FOUND
    ]


def _value(found: Resolved) -> TimeExpression:
    return TimeExpression(found.timex, found.type, found.start, found.end, found.anchor)
