"""Different amounts of one thing: one finding a question, with every amount that agrees with one of its answers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.analysis.comparison.accounts import Accounts, connected
from factcheck.analysis.comparison.amounts import Relation
from factcheck.analysis.comparison.findings import Finding, Said
from factcheck.analysis.comparison.likeness import can_only_grow
from factcheck.analysis.comparison.quantities.pairs import Book, Pair, relation, rivals, vague
from factcheck.analysis.comparison.quantities.rules import (
    RULES,
    UNTYPED,
    Rivals,
    Rule,
    of_one_person,
    told_of_one_aspect,
)
from factcheck.analysis.comparison.quantities.slots import slot
from factcheck.analysis.comparison.quantities.stated import Stated
from factcheck.analysis.comparison.quantities.wording import question, sentence, told
from factcheck.values import Kind, Status


def differing(accounts: Accounts, found: Sequence[Pair], agree: Sequence[Pair], book: Book) -> Iterator[Finding]:
    """Amounts that differ where the accounts answer one question; one finding a question, surest rule first."""
    among = Rivals(rivals(found, book), book)
    joined: set[str] = set()
    for rule in RULES:
        chosen = [p for p in _open(rule, found, among) if not joined & set(p.ids) and rule.holds(p, among)]
        stated = {s.id: s for p in chosen for s in (p.a, p.b)}
        likely = {id: max(p.score for p in chosen if id in p.ids) for id in stated}
        for ids in connected(p.ids for p in chosen):
            held = sorted((stated[i] for i in ids), key=lambda s: -likely[s.id])
            finding = _finding(accounts, rule, held, agree)
            joined |= {c.id for c in finding.claims}
            yield finding


def _open(rule: Rule, found: Sequence[Pair], among: Rivals) -> Sequence[Pair]:
    """A person has one age, in one account too; an aspect looks for its own counterparts."""
    if rule.holds in {of_one_person, told_of_one_aspect}:
        return [p for p in found if p.relation is Relation.DIFFERENT]
    return among.pairs


def _finding(accounts: Accounts, rule: Rule, held: Sequence[Stated], agree: Sequence[Pair]) -> Finding:
    """The amounts that differ, with every amount that agrees with one of them, by what they say."""
    ids = {s.id for s in held}
    with_them = [s for p in agree if set(p.ids) & ids for s in (p.a, p.b) if not vague(s)]
    sides: list[list[Stated]] = []
    for s in {s.id: s for s in (*held, *with_them)}.values():
        side = next((side for side in sides if relation(side[0], s) is not Relation.DIFFERENT), None)
        if side is None:
            sides.append([s])
        else:
            side.append(s)
    update = _update(accounts, sides)
    said = [f"{told(side[0])} ({accounts.sources([s.claim for s in side])})" for side in sides]
    reason = " against ".join(said) + (f": {update}." if update else ".")
    return Finding(
        Kind.QUANTITY,
        question(held[0]),
        Status.UPDATE if update else Status.CONFLICT,
        tuple(Said(told(side[0]), tuple(s.claim for s in side)) for side in sides),
        "quantity-later-count" if update else rule.name,
        sentence(reason),
        rule.confidence,
    )


def _update(accounts: Accounts, sides: Sequence[Sequence[Stated]]) -> str:
    """What explains the difference by the story moving on, "" when nothing does."""
    a, b = sides[0][0], sides[1][0]
    if a.slot not in UNTYPED and any(s.tentative for side in sides for s in side):
        return "one of them is given as preliminary"
    slots = {s.slot for side in sides for s in side}
    days = {s.published for side in sides for s in side}
    if (
        len(slots) == 1
        and a.slot not in UNTYPED
        and slot(a.slot).get("changing")
        and len(days) > 1
        and None not in days
    ):
        return "the accounts are of two days, and such a number changes"
    grows = any(slot(s.slot).get("growing") for side in sides for s in side if s.slot not in UNTYPED)
    if not grows and not any(can_only_grow(s.claim.frame) for s in (a, b)):
        return ""
    first, second = accounts.published(a.claim), accounts.published(b.claim)
    x, y = a.quantity.number, b.quantity.number
    if first is None or second is None or first == second or x is None or y is None:
        return ""
    return "the later account has the larger number" if (first < second) == (x < y) else ""
