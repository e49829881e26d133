"""Statements that deny each other on shared arguments, and statements that agree."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from datetime import date

from factcheck.analysis.clauses import UNDECIDED, WHEN
from factcheck.analysis.comparison.accounts import Accounts, connected
from factcheck.analysis.comparison.findings import Finding, Said
from factcheck.analysis.comparison.statements import bound
from factcheck.analysis.comparison.statements.agreement import agreements, weights
from factcheck.analysis.comparison.statements.answers import opposition
from factcheck.analysis.comparison.statements.deeds import Deed, Pair, by_word, deeds_of, pairs
from factcheck.analysis.comparison.statements.rules import RULES, Rule
from factcheck.analysis.questions import asks
from factcheck.values import Kind, Span, Status

__all__ = ["compare"]


def compare(accounts: Accounts) -> list[Finding]:
    """One finding for all claims that one rule joins; what agrees and is nowhere denied is grouped."""
    deeds = deeds_of(accounts)
    findings = bound.compare(accounts)
    for rule in RULES:
        clashes = [p for p in pairs(deeds, rule.keys) if rule.clash(*p) and _in_order(accounts, deeds, *p)]
        shown = [{(c.article, c.sentence) for c in f.claims} for f in findings]
        clashes = [(a, b) for a, b in clashes if not any({_place(a), _place(b)} <= held for held in shown)]
        findings += [_finding(accounts, rule, held) for held in _joined(clashes)]
    used = {c.id for f in findings for c in f.claims}
    free = [d for d in deeds if d.claim.id not in used]
    return findings + [_agreement(held) for held in _joined(agreements(pairs(free, by_word), weights(deeds)))]


def _place(deed: Deed) -> tuple[str, Span]:
    return deed.claim.article, deed.claim.sentence


def _joined(found: Iterable[Pair]) -> Iterator[list[Deed]]:
    joined = list(found)
    deeds = {d.claim.id: d for pair in joined for d in pair}
    for ids in connected((a.claim.id, b.claim.id) for a, b in joined):
        held = set(ids)
        yield [d for id, d in deeds.items() if id in held]


def _in_order(accounts: Accounts, deeds: Sequence[Deed], a: Deed, b: Deed) -> bool:
    """At large, then arrested: shown only where the first account is the earlier one and knows of the first alone."""
    passing = [question for question in opposition(a, b) if asks(question, "then")]
    if not passing:
        return True
    first, second = sorted((a, b), key=lambda d: d.stances[passing[0]])
    if "still" in first.slots.get(WHEN, ()) and not _before(
        accounts.published(first.claim), accounts.published(second.claim)
    ):
        return True
    knows = any(opposition(first, d) for d in deeds if d.claim.article == first.claim.article and d.told)
    undated = None in {accounts.published(first.claim), accounts.published(second.claim)}
    return not knows and (undated or _before(accounts.published(first.claim), accounts.published(second.claim)))


def _before(one: date | None, other: date | None) -> bool:
    return one is not None and other is not None and one < other


def _finding(accounts: Accounts, rule: Rule, held: Sequence[Deed]) -> Finding:
    answers: dict[Hashable, list[Deed]] = {}
    for deed in held:
        answers.setdefault(rule.answer(deed) if rule.answer else _stances(deed, held), []).append(deed)
    said = sorted((_said(answer) for answer in answers.values()), key=lambda s: len(s.claims), reverse=True)
    first, second = (next(iter(answer)) for answer in list(answers.values())[:2])
    reason = " against ".join(f"“{s.text}” ({accounts.sources(s.claims)})" for s in said) + "."
    status = Status.UPDATE if _moved_on(accounts, held) else Status.CONFLICT
    return Finding(rule.kind, rule.question(first, second), status, tuple(said), rule.name, reason, rule.confidence)


def _stances(deed: Deed, held: Sequence[Deed]) -> Hashable:
    """What a deed answers to the questions that all of them answer."""
    common = set.intersection(*(set(d.stances) for d in held))
    return tuple(deed.stances[question] for question in sorted(common)) or (deed.predicate, deed.told)


def _moved_on(accounts: Accounts, held: Sequence[Deed]) -> bool:
    """Publication times explain it: what was not decided, or not over, when the first account appeared."""
    first, second = sorted(held, key=lambda d: accounts.published(d.claim) or date.max)[:: len(held) - 1][:2]
    passing = any(asks(question, "then") for question in opposition(first, second))
    later = _before(accounts.published(first.claim), accounts.published(second.claim))
    return later and (passing or first.modality == UNDECIDED)


def _said(deeds: Sequence[Deed]) -> Said:
    return Said(_text(deeds[0]), tuple(d.claim for d in deeds))


def _agreement(held: Sequence[Deed]) -> Finding:
    return Finding(Kind.STATEMENT, f"“{_text(held[0])}”?", Status.AGREEMENT, (_said(held),))


def _text(deed: Deed) -> str:
    return " ".join(deed.claim.text.split())
