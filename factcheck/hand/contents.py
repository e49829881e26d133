"""What stands in an act of a person's hand: values to plain JSON and back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Any

from factcheck.codec import anchor_from_json, anchor_to_json, value_from_json, value_to_json
from factcheck.values import (
    Act,
    CaseRule,
    Content,
    Correction,
    Ground,
    Hand,
    Harmless,
    Join,
    Kind,
    Mark,
    Note,
    OneName,
    Refusal,
    Rounding,
    Sort,
    Split,
    Words,
)


def sort_of(hand: Hand) -> Sort:
    """What sort of act makes this."""
    match hand:
        case Mark():
            return Sort.MARK
        case Correction():
            return Sort.CORRECTION
        case Refusal():
            return Sort.REFUSAL
        case Join():
            return Sort.JOIN
        case Split():
            return Sort.SPLIT
        case Note():
            return Sort.NOTE
        case Rounding() | OneName() | Harmless():
            return Sort.RULE


def hand_content(hand: Hand) -> Content:
    """All of it as plain JSON."""
    match hand:
        case Mark(words, value, subject, question, beside):
            told = {"value": value_to_json(value, number=str), "subject": subject, "question": question}
            return {**_words_to_json(words), **told, "beside": _each_to_json(beside)}
        case Correction(words, value, subject, told_as):
            read = None if value is None else value_to_json(value, number=str)
            return {**_words_to_json(words), "value": read, "subject": subject, "told": told_as}
        case Refusal(words):
            return {"words": _each_to_json(words)}
        case Join(kind, words, question, opposed):
            return {"kind": kind.value, "words": _each_to_json(words), "question": question, "opposed": opposed}
        case Split(kind, words, question):
            return {"kind": kind.value, "words": _each_to_json(words), "question": question}
        case Note(anchor, text):
            return {"anchor": anchor_to_json(anchor), "text": text}
        case Rounding(share, unit):
            return {"class": "rounding", "share": str(share), "unit": unit}
        case OneName(first, second):
            return {"class": "one_name", "first": first, "second": second}
        case Harmless(flag, ground):
            return {"class": "harmless", "flag": flag, "ground": ground.value}


@lru_cache(maxsize=20_000)  # an act never changes: what was read from it once need not be read again
def hand_of(act: Act) -> Hand:
    """What an act of one of these sorts did. Raises KeyError, ValueError for a content that is none."""
    content = act.content or {}
    match act.sort:
        case Sort.MARK:
            words = _words_from_json(content)
            value = value_from_json(words.kind, content["value"])
            beside = _each_from_json(content.get("beside", ()))
            return Mark(words, value, content.get("subject", ""), content.get("question", ""), beside)
        case Sort.CORRECTION:
            words, read = _words_from_json(content), content.get("value")
            corrected = None if read is None else value_from_json(words.kind, read)
            return Correction(words, corrected, content.get("subject"), content.get("told", ""))
        case Sort.REFUSAL:
            return Refusal(_each_from_json(content["words"]))
        case Sort.JOIN:
            named = _each_from_json(content["words"])
            return Join(Kind(content["kind"]), named, content.get("question", ""), content.get("opposed"))
        case Sort.SPLIT:
            return Split(Kind(content["kind"]), _each_from_json(content["words"]), content.get("question", ""))
        case Sort.NOTE:
            return Note(anchor_from_json(content["anchor"]), content["text"])
        case Sort.RULE:
            return rule_from_json(content)
        case _:
            raise ValueError(f"{act.sort} is no hand on the analysis")


def rule_from_json(content: Content) -> CaseRule:
    """What a rule for a case says. Raises KeyError, ValueError."""
    match content["class"]:
        case "rounding":
            return Rounding(Decimal(content["share"]), content.get("unit"))
        case "one_name":
            return OneName(content["first"], content["second"])
        case "harmless":
            return Harmless(content["flag"], Ground(content["ground"]))
        case other:
            raise ValueError(f"no rule for a case is called {other}")


def _words_to_json(words: Words) -> dict[str, Any]:
    return {"kind": words.kind.value, "anchor": anchor_to_json(words.anchor)}


def _words_from_json(data: Mapping[str, Any]) -> Words:
    return Words(Kind(data["kind"]), anchor_from_json(data["anchor"]))


def _each_to_json(words: Iterable[Words]) -> list[dict[str, Any]]:
    return [_words_to_json(one) for one in words]


def _each_from_json(data: Iterable[Mapping[str, Any]]) -> tuple[Words, ...]:
    return tuple(_words_from_json(one) for one in data)
