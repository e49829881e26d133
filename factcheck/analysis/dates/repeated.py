"""Sets of times and times on no calendar: "every month", "daily", "each July"; "recently", "now"."""

from __future__ import annotations

from decimal import Decimal

from factcheck.analysis.dates.counting import Amount
from factcheck.analysis.dates.lengths import duration
from factcheck.analysis.dates.meaning import Meaning, Reference, Repeating
from factcheck.analysis.dates.patterns import Found, Grammar
from factcheck.shipped import lexicon

grammar = Grammar("set")


@grammar.rule("(every|each) {any_unit}", "(once|twice)? (a|per) {any_unit}")
def every(found: Found) -> Meaning | None:
    unit = found["any_unit"]
    if found.first == "a" or unit is None:
        return None
    return Repeating(duration((Amount(Decimal(1), unit),)))


@grammar.rule("every {counted}", "every other {any_unit:other}")
def every_few(found: Found) -> Meaning | None:
    amounts = found["counted"] or (Amount(Decimal(2), found["other"]),)
    return Repeating(duration(amounts))


@grammar.rule(
    "(each|every) {month}", "(each|every) {season}", "the (last|past) {number} {season_plural}", "{season_plural}"
)
def every_part(found: Found) -> Meaning | None:
    if "month" in found:
        return Repeating(f"XXXX-{found['month']:02}")
    return Repeating(f"XXXX-{found['season'] if 'season' in found else found['season_plural']}")


@grammar.rule("(each|every) {part}")
def every_part_of_day(found: Found) -> Meaning:
    return Repeating("XXXX-XX-XXT" + found["part"]["code"])


@grammar.rule("{set}")
def adverb(found: Found) -> Meaning:
    return Repeating(found["set"])


def _reference(phrase: str, timex: str) -> None:
    @grammar.rule(phrase, makes="reference")
    def reference(_: Found) -> Meaning:
        return Reference(timex)


for _timex, _phrases in lexicon("dates")["references"].items():
    for _phrase in _phrases:
        _reference(_phrase, _timex)
