"""Durations and what is counted from now or from another time: "two years ago", "the past week", "a year earlier"."""

from __future__ import annotations

from decimal import Decimal

from factcheck.analysis.dates.counting import Amount, Away, Told, finest
from factcheck.analysis.dates.lengths import Length, Unmeasured
from factcheck.analysis.dates.meaning import Meaning, Reference, Relative
from factcheck.analysis.dates.patterns import Found, Grammar

grammar = Grammar("duration")


@grammar.rule("{hedge_words} {amount}", "{hedge_words} {amount} (term|period|stretch|spell|time)")
def length(found: Found) -> Meaning | None:
    amounts = found["amount"]
    if not _counts(found, amounts):
        return None
    return Length(amounts)


def _counts(found: Found, amounts: tuple[Amount, ...]) -> bool:
    """ "A second", "the hours" and "a day" in "a day centre" count nothing by themselves."""
    words = [i.text for i in found.words("amount")]
    if words[0] == "the" and not any(w in words for w in ("few", "couple", "several", "many")):
        return False
    if amounts[0].unit == "second" and words[0] in ("a", "another"):
        return False
    if amounts[0].unit == "weekend" and words[0] in ("a", "another", "one"):
        return False
    return not (words[0] == "some" and "unit_plurals" not in found.words("amount")[-1].classes)


@grammar.rule(
    "the (first|last|final|opening|full|entire|whole)? {counted}",
    "the (comparable|corresponding|same)? year -? (earlier|ago) {counted}",
    "(all|these|those|its|their|his|her) {counted}",
    "the (first|final|opening|closing) few? {plural_unit}",
)
def stretch(found: Found) -> Meaning | None:
    """ "The first nine months", "the six months", "the opening minutes": a length that floats; "the last" ends now."""
    if "counted" not in found:
        if found["plural_unit"] in ("second", "night", "weekend"):
            return None
        return Length((Amount(None, found["plural_unit"]),))
    ends_now = found.second == "last"
    return Length(found["counted"], -1 if ends_now else 0)


@grammar.rule(
    "(each of|at least)? the? (past|last|previous|preceding|latest) {counted}",
    "(the|this)? (past|last) {any_unit} or so",
)
def until_now(found: Found) -> Meaning | None:
    amounts = found["counted"] or (Amount(Decimal(1), found["any_unit"]),)
    before_told = {"previous", "preceding"} & set(found.text.split())
    return Length(amounts, 0 if before_told else -1)


@grammar.rule(
    "the? (next|coming|upcoming|following) {counted}",
    "within (the? (next|coming|upcoming))? {amount:within}",
    "(the|this)? (next|coming) {any_unit} or so",
)
def from_now(found: Found) -> Meaning | None:
    if "within" in found:
        return Length(found["within"], 1, today=True)
    return Length(found["counted"] or (Amount(Decimal(1), found["any_unit"]),), 1)


@grammar.rule("the (past|last) {any_unit}", "past {any_unit}")
def past_unit(found: Found) -> Meaning | None:
    unit = found["any_unit"]
    if unit in ("year", "month", "week", "decade", "day", "hour", "century"):
        return Length((Amount(Decimal(1), unit),), -1)
    return None


@grammar.rule("(all|whole|full|entire) -? {any_unit}", "half -? a? an? {any_unit}", "all {any_unit} long")
def whole_unit(found: Found) -> Meaning | None:
    half = found.first == "half"
    unit = found["any_unit"]
    if unit in ("second", "quarter", "night") or (found.first == "all" and unit == "minute"):
        return None
    return Length((Amount(Decimal("0.5") if half else Decimal(1), unit),))


@grammar.rule(
    "{plural_unit}",
    "{plural_unit} (or|and) {plural_unit:other}",
    "the {plural_unit}",
    "the early {plural_unit}",
    "many {plural_unit}",
)
def uncounted(found: Found) -> Meaning | None:
    """ "Months", "weeks or months": PXM."""
    unit = found["plural_unit"]
    if unit in ("second", "minute", "night", "weekend", "fortnight") or (unit == "hour" and "early" in found.text):
        return None
    return Length((Amount(None, unit),))


@grammar.rule("the (nine|six|three) months")
def reporting_months(found: Found) -> Meaning | None:
    count = {"nine": 9, "six": 6, "three": 3}[found.second]
    return Length((Amount(Decimal(count), "month"),))


@grammar.rule("a while", "quite a while", "a (fairly|very|relatively)? (long|lengthy|short|brief) (period|time|while)")
def unmeasured(_: Found) -> Meaning:
    return Unmeasured()


@grammar.rule("{hedge_words} {amount} (or so)? ago", "{plural_unit} ago", "{hedge_words} {amount} back", makes="date")
def ago(found: Found) -> Meaning | None:
    if "plural_unit" in found:
        return Reference("PAST_REF")
    return Away(found["amount"], -1)


@grammar.rule(
    "{hedge_words} {amount} from (now|today)",
    "{amount} hence",
    "{hedge_words} {amount} after today",
    "{hedge_words} {amount} in the future",
    "{amount} from tonight",
    makes="date",
)
def from_today(found: Found) -> Meaning:
    exact = "today" in found.text
    return Away(found["amount"], 1, Relative("day", 0) if exact else None, exact=exact)


@grammar.rule("{hedge_words} {amount} before today", makes="date")
def before_today(found: Found) -> Meaning:
    return Away(found["amount"], -1, Relative("day", 0), exact=True)


@grammar.rule(
    "{hedge_words} {amount} (from|after) tomorrow", "{hedge_words} {amount} (from|after) yesterday", makes="date"
)
def after_a_day(found: Found) -> Meaning:
    return Away(found["amount"], 1, Relative("day", 1 if found.last == "tomorrow" else -1), exact=True)


@grammar.rule("{hedge_words} {amount} before (yesterday|tomorrow)", makes="date")
def before_a_day(found: Found) -> Meaning:
    return Away(found["amount"], -1, Relative("day", 1 if found.last == "tomorrow" else -1), exact=True)


@grammar.rule("{hedge_words} {amount} (later|afterward|afterwards|on)", makes="date")
def later(found: Found) -> Meaning | None:
    if found.last == "on":
        return None
    return Told(finest(found["amount"]), 1, amounts=found["amount"])


@grammar.rule("{hedge_words} {amount} (earlier|before|previously)", makes="date")
def earlier(found: Found) -> Meaning | None:
    if found.last == "before":
        return None
    return Told(finest(found["amount"]), -1, amounts=found["amount"])


@grammar.rule(
    "{hedge_words} {amount} -? old", "{hedge_words} {amount} of age", "aged {amount}", "{amount} olds", makes="nothing"
)
def age(_: Found) -> Meaning:
    """An age is no time; read so that nobody else takes its words."""
    return Reference("")
