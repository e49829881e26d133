"""What a person's hand did, in words: as a name ("claim “three”") and as a sentence ("marked “three” as a number")."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from factcheck.values import (
    Act,
    Anchor,
    Attribution,
    CaseRule,
    Change,
    Correction,
    Hand,
    Harmless,
    Join,
    Kind,
    Mark,
    Note,
    OneName,
    Quotation,
    Refusal,
    Rounding,
    Split,
    Value,
    Words,
)
from ui.card.normalised import value_words
from ui.card.rules import rule_title
from ui.translation import mark, tr, trn
from ui.wording import ground_words, shortened

KINDS: Mapping[Kind, str] = {
    Kind.QUANTITY: mark("number"),
    Kind.DATE: mark("date"),
    Kind.QUOTATION: mark("quotation"),
    Kind.ATTRIBUTION: mark("words of a speaker"),
    Kind.NAME: mark("name"),
    Kind.STATEMENT: mark("statement"),
}
AS_KINDS: Mapping[Kind, str] = {
    Kind.QUANTITY: mark("as a number"),
    Kind.DATE: mark("as a date"),
    Kind.QUOTATION: mark("as a quotation"),
    Kind.ATTRIBUTION: mark("as words of a speaker"),
    Kind.NAME: mark("as a name"),
    Kind.STATEMENT: mark("as a statement"),
}
SHORT = 40  # characters of the words an act is about


def hand_name(act: Act) -> str:
    """The thing: "claim “three cosmonauts”"."""
    match read(act):
        case Mark(words):
            return tr("claim {words}", words=quoted(words.anchor))
        case Correction(words):
            return tr("correction of {words}", words=quoted(words.anchor))
        case Refusal(words):
            return tr("“not a claim” for {words}", words=_each(words))
        case Join(_, words, question):
            return tr("join {words}", words=quotation(question) if question else _each(words))
        case Split(_, words):
            return tr("setting apart of {words}", words=_each(words))
        case Note(anchor):
            return tr("note on {words}", words=quoted(anchor))
        case rule:
            return tr("rule {sentence}", sentence=quotation(rule_sentence(rule), 60))


def hand_deed(act: Act) -> str:
    """What was done: "marked “three cosmonauts” as a number"."""
    match read(act):
        case Mark(words):
            return tr("marked {words} {kind}", words=quoted(words.anchor), kind=tr(AS_KINDS[words.kind]))
        case Correction(words, value, subject, told):
            stated = told or (value_words(value) if value else "") or subject or ""
            return tr("corrected {words} to {value}", words=quoted(words.anchor), value=quotation(stated))
        case Refusal(words):
            return trn("{words} is not a claim", "{words} are not claims", len(words), words=_each(words))
        case Join(_, words, question):
            joined = trn("joined {count} claim", "joined {count} claims", len(words))
            return f"{joined} · {shortened(question)}" if question else f"{joined}: {_each(words)}"
        case Split(_, words):
            return tr("set {words} apart", words=_each(words))
        case Note(anchor):
            return tr("note on {words}", words=quoted(anchor))
        case rule:
            return tr("rule: {sentence}", sentence=rule_sentence(rule))


def refusal_words(act: Act) -> tuple[str, str]:
    """Why a verdict has no claim any more: who refused it, and what brings it back."""
    who = act.by.name
    if act.content is None:
        return tr("{name} took the mark away", name=who), tr("Back when that is undone")
    return tr("Not a claim, says {name}", name=who), tr("Back when that is undone")


def read(act: Act) -> Hand:
    """What stands in an act of a person's hand."""
    from factcheck.hand import hand_of  # it knows the analysis, which the first paint need not wait for

    return hand_of(act)


def quoted(anchor: Anchor) -> str:
    """The words at an anchor, as quoted: “three cosmonauts”."""
    return quotation(anchor.quote)


def quotation(words: str, most: int = SHORT) -> str:
    """A quotation that brings its own marks does not get them twice."""
    return tr("“{answer}”", answer=shortened(words.strip(chr(34) + "“”"), most))


def _each(words: Sequence[Words]) -> str:
    """The first of them, and how many more there are."""
    first = quoted(words[0].anchor)
    return (
        trn("{first} and {count} more", "{first} and {count} more", len(words) - 1, first=first) if words[1:] else first
    )


def rule_sentence(rule: CaseRule) -> str:
    """What a rule for the case says."""
    match rule:
        case Rounding(share, None):
            return tr("Differences under {share} % are rounding in this case.", share=percent(share))
        case Rounding(share, unit):
            return tr(
                "Differences of {unit} under {share} % are rounding in this case.", unit=unit, share=percent(share)
            )
        case OneName(first, second):
            return tr("“{first}” and “{second}” are one in this case.", first=first, second=second)
        case Harmless(flag, ground):
            told = {"flag": rule_title(flag), "ground": ground_words(ground)}
            return tr("What is flagged as “{flag}” is no conflict in this case, because {ground}.", **told)


def percent(share: Decimal) -> str:
    """0.025 is "2.5"."""
    return f"{(share * 100).normalize():f}"


def value_told(kind: Kind, value: Value) -> str:
    """What a value comes to, for a person who is about to record it; "" when it says no more than the words."""
    if kind is Kind.STATEMENT:
        return ""
    if isinstance(value, Quotation | Attribution) and not value.speaker:
        return tr("speaker not named")
    return value_words(value)


def change_sentence(change: Change) -> str:
    """What a rule that is offered would say."""
    from factcheck.hand.contents import rule_from_json

    return rule_sentence(rule_from_json(change.content or {}))
