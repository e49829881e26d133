"""Rules that a person made for a case: classes of differences that are no conflict in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from factcheck.analysis.comparison.amounts import in_one_unit
from factcheck.hand.likeness import name_words
from factcheck.hand.questions import Question
from factcheck.hand.telling import number
from factcheck.hand.working import Working
from factcheck.values import (
    Act,
    Attribution,
    CaseRule,
    Claim,
    Conflict,
    Ground,
    Harmless,
    Name,
    OneName,
    Quantity,
    Quotation,
    Rounding,
    Statement,
    Status,
)

GROUNDS = {
    Ground.ROUNDING: "rounding",
    Ground.REFINEMENT: "one is told more exactly",
    Ground.RELATIVE_DATE: "a day told in two ways",
    Ground.UNIT: "another unit",
    Ground.PART_WHOLE: "a part and its whole",
    Ground.DIFFERENT_SUBJECT: "two things",
    Ground.METONYMY: "one name stands for the other",
    Ground.RANGE: "one contains the other",
    Ground.HONEST_EDIT: "an honest edit",
    Ground.MODALITY: "one is not told as a fact",
    Ground.MISREAD: "the words are read wrongly",
    Ground.OTHER: "a person’s decision",
}


def sentence(rule: CaseRule) -> str:
    """What the rule says, in one sentence."""
    match rule:
        case Rounding(share, unit):
            of = f" of {unit}" if unit else ""
            return f"Differences{of} under {number(share * 100)} % are rounding in this case."
        case OneName(first, second):
            return f"“{first}” and “{second}” are one in this case."
        case Harmless(flag, ground):
            return f"What is flagged as “{flag.replace('-', ' ')}” is no conflict in this case: {GROUNDS[ground]}."


def allow(working: Working, rules: Sequence[tuple[Act, CaseRule]]) -> None:
    """Let the rules settle the conflicts they cover, in the order they were made."""
    for act, rule in rules:
        for group, conflict in list(working.questions()):
            if conflict.status is not Status.CONFLICT:
                continue
            match rule:
                case Rounding() if rounded(working.claims, conflict, rule):
                    working.open(act, group).ground = sentence(rule)
                case Harmless(flag) if conflict.rule == flag:
                    working.open(act, group).ground = sentence(rule)
                case OneName() if len(_called_so(working.claims, conflict, rule)) > 1:
                    _merge(working.open(act, group), working, rule)
                case _:
                    pass


def rounded(claims: dict[str, Claim], conflict: Conflict, rule: Rounding) -> bool:
    """Whether all amounts of a conflict are less than the rule's share of the largest one apart."""
    apart = difference(claims, conflict)
    if apart is None or apart >= rule.share:
        return False
    units = {v.unit for id in conflict.claims if isinstance(v := claims[id].value, Quantity)}
    return rule.unit is None or units == {rule.unit}


def difference(claims: dict[str, Claim], conflict: Conflict) -> Decimal | None:
    """How far apart the amounts of a conflict are at most, as a share of the largest; None for what is no amount."""
    values = [claims[id].value for id in conflict.claims]
    amounts = [v for v in values if isinstance(v, Quantity)]
    if len(amounts) < len(values) or len({v.change for v in amounts} - {None}) > 1:
        return None
    numbers = [in_one_unit(v, other)[0].number for v, other in zip(amounts, amounts[1:] + amounts[:1], strict=True)]
    held = [abs(n) for n in numbers if n is not None]
    if len(held) < len(amounts) or not max(held):
        return None
    return 1 - min(held) / max(held)


def names_told(claim: Claim) -> tuple[str, ...]:
    """The names, speakers and places that a claim gives."""
    match claim.value:
        case Name(canonical=name):
            return (name, claim.text)
        case Quotation(speaker=speaker) | Attribution(speaker=speaker):
            return (speaker,) if speaker else ()
        case Statement(arguments=arguments):
            return tuple(re.sub(r"^\w+:", "", a) for a in arguments)
        case _:
            return ()


def _called_so(claims: dict[str, Claim], conflict: Conflict, rule: OneName) -> list[int]:
    """The numbers of the answers that give one of the two names."""
    wanted = [name_words(rule.first), name_words(rule.second)]
    return [
        n
        for n, answer in enumerate(conflict.answers)
        if any(name_words(told) in wanted for id in answer.claims for told in (answer.text, *names_told(claims[id])))
    ]


def _merge(question: Question, working: Working, rule: OneName) -> None:
    wanted = [name_words(rule.first), name_words(rule.second)]

    def called(side: Iterable[str]) -> bool:
        told = [t for id in side for t in (question.texts.get(id, ""), *names_told(working.claims[id]))]
        return any(name_words(t) in wanted for t in told)

    one = [side for side in question.sides if called(side)]
    if len(one) > 1:
        others = [side for side in question.sides if side not in one]
        question.sides = [[id for side in one for id in side], *others]
        if not others:
            question.ground = sentence(rule)
