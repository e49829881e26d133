"""Amounts that agree: the same number of one thing, or numbers that can both be right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.analysis.comparison.accounts import connected
from factcheck.analysis.comparison.amounts import Relation
from factcheck.analysis.comparison.findings import Finding, Said
from factcheck.analysis.comparison.likeness import people
from factcheck.analysis.comparison.quantities.pairs import Pair, foreign
from factcheck.analysis.comparison.quantities.people import one_person
from factcheck.analysis.comparison.quantities.slots import same_noun, typed
from factcheck.analysis.comparison.quantities.stated import TELLING
from factcheck.analysis.comparison.quantities.wording import question, told
from factcheck.values import Kind, Status

AGREE = 0.45
"""Likeness from which two amounts that can both be right, or small equal ones, are taken to answer one question."""
NEAR = 0.1
"""Share of the words beside two equal amounts that must be common where numbers as these hardly meet by chance."""
SMALL = 20
"""Whole numbers up to this meet by chance: "two officers" here and "two officers" there."""
SMALL_NEAR = 0.3
SAME_THING = 0.8
ALIKE = 0.6
"""Share of common words from which equal numbers are one fact, though one of them may be told as a part."""
ALIKE_THING = 0.5
FEW_NEAR = 0.2
COMMON = {*people(), "time", "day", "week", "month", "year", "hour", "minute", "decade", "point", "goal", "run"}
"""What every account counts several of."""
CHANCE = 5
"""In one slot, numbers from this one on are hardly the same by chance."""


def agreeing(found: Sequence[Pair]) -> list[Pair]:
    return [p for p in found if p.relation is not Relation.DIFFERENT and (p.score >= AGREE or _same_fact(p))]


def _same_fact(p: Pair) -> bool:
    """The same number of the same thing, in sentences that share words, or one person's age."""
    if (
        one_person(p.a.name, p.b.name)
        or _same_age(p)
        or _same_precise(p)
        or _same_count(p)
        or _same_part(p)
        or _one_slot(p)
    ):
        return True
    if not _equal(p) or not _one_unit(p):
        return False
    if p.near >= ALIKE and p.thing >= ALIKE_THING:
        return True
    if p.thing < SAME_THING:
        return False
    if _telling(p):
        return p.near >= NEAR or p.named or p.a.money
    narrowed = p.a.claim.frame.modifiers
    return p.near >= SMALL_NEAR or (bool(narrowed) and narrowed == p.b.claim.frame.modifiers)


def _same_age(p: Pair) -> bool:
    """ "He was 78", "Tom Reed, who died aged 78": ages meet by chance only where both persons are named."""
    return p.across and p.a.slot == p.b.slot == "age" and _equal(p) and not (p.a.personal and p.b.personal)


def _same_precise(p: Pair) -> bool:
    """ "A crowd of 49,713", "the attendance was 49,713": so many digits hardly meet by chance."""
    if p.a.quantity.number != p.b.quantity.number or p.a.money != p.b.money:
        return False
    return p.a.precise or (p.near >= NEAR and (p.a.digits >= TELLING or (p.a.money and p.a.digits > 1)))


def _same_count(p: Pair) -> bool:
    """ "A dozen consulates", "12 American consulates": the same number of one thing that is neither people nor time."""
    q, r = p.a.quantity, p.b.quantity
    if q.number != r.number or q.noun is None or r.noun is None or q.unit != q.noun or r.unit != r.noun:
        return False
    apart = foreign(p.a, p.b) or p.a.part != p.b.part or p.a.elsewhen != p.b.elsewhen or {q.unit, r.unit} & COMMON
    return same_noun(q.noun, r.noun) and not apart and (_count(p) >= CHANCE or p.near >= FEW_NEAR)


def _same_part(p: Pair) -> bool:
    """ "Three of the seven bullets", "seven bullets, three of them"."""
    return p.a.part and p.b.part and p.a.quantity.number == p.b.quantity.number and p.near >= SMALL_NEAR


def _one_slot(p: Pair) -> bool:
    """ "11 shots" and "shot 11 times", "the deaths of seven" and "seven people were killed"."""
    typed_alike = p.a.slot == p.b.slot and p.a.slot in typed() and p.a.part == p.b.part
    return typed_alike and p.relation is Relation.SAME and p.thing > 0 and (_count(p) >= CHANCE or p.a.slot == "vote")


def _count(p: Pair) -> int:
    return int(p.a.quantity.number or 0)


def _equal(p: Pair) -> bool:
    """The same number, or the same vague words: "billions of dollars"."""
    q, r = p.a.quantity, p.b.quantity
    return p.relation is Relation.SAME or (q.number, q.low, q.high) == (r.number, r.low, r.high)


def _one_unit(p: Pair) -> bool:
    """One unit, one noun of people, or an age and the bare number of a person's age: "died at age 95", "he was 95"."""
    units = {p.a.quantity.unit, p.b.quantity.unit}
    if p.a.quantity.noun and p.b.quantity.noun and same_noun(p.a.quantity.noun, p.b.quantity.noun):
        return True
    return len(units) == 1 or units <= people() or ("age" in {p.a.slot, p.b.slot} and units == {"year", None})


def _telling(p: Pair) -> bool:
    number = p.a.quantity.number
    return number is not None and (number > SMALL or number != number.to_integral_value())


def agreements(pairs: Sequence[Pair]) -> Iterator[Finding]:
    """One finding for each set of agreeing amounts that more than one account states."""
    stated = {s.id: s for p in pairs for s in (p.a, p.b)}
    order = {id: n for n, id in enumerate(stated)}
    for ids in connected(p.ids for p in pairs if p.across):
        held = [stated[i] for i in sorted(ids, key=order.__getitem__)]
        numbers = {s.quantity.number for s in held}
        scores = {s.quantity.unit for s in held} == {"score"}
        status = Status.AGREEMENT if scores or (len(numbers) == 1 and None not in numbers) else Status.COMPATIBLE
        answer = Said(told(held[0]), tuple(s.claim for s in held))
        yield Finding(Kind.QUANTITY, question(held[0]), status, (answer,))
