"""Amounts, questions and reasons in words."""

from __future__ import annotations

from factcheck.analysis.comparison.likeness import events_of
from factcheck.analysis.comparison.quantities.slots import slot, typed
from factcheck.analysis.comparison.quantities.stated import Stated

IRREGULAR = {"person": "people", "man": "men", "woman": "women", "child": "children", "percentage": "percent"}
PRONOUNS = {"i", "you", "he", "she", "it", "we", "they", "who", "that", "which", "there"}
SLIGHT = {"million", "billion", "trillion", "percent", "be", "have", "say"} | PRONOUNS


def told(s: Stated) -> str:
    """The amount in the article's words: "two Russian cosmonauts"."""
    return " ".join(s.claim.text.split())


def question(s: Stated) -> str:
    """What a reader is asked: "How many cosmonauts?"."""
    f, q = s.claim.frame, s.quantity
    if s.name:
        person = " ".join(w.capitalize() for w in s.name)
        return f"How many children has {person}?" if s.slot == "children" else f"How old is {person}?"
    if s.slot in typed():
        return str(slot(s.slot)["question"])
    about = next((w for w in (f.theme, f.agent, f.event) if telling(w) and w != q.unit), "")
    if s.money:
        asked = "How much money"
    elif q.unit == "percentage":
        asked = "What percentage"
    else:
        asked = f"How many {plural(q.noun or q.unit or '')}"
    return f"{asked} ({about})?" if about and (not q.noun or events_of(f)) else f"{asked}?"


def telling(word: str) -> bool:
    """Whether a word of the frame says what an amount is about: no number, no pronoun, no empty verb."""
    return word.isalpha() and word not in SLIGHT


def plural(noun: str) -> str:
    if noun in IRREGULAR:
        return IRREGULAR[noun]
    if noun.endswith("y") and noun[-2:-1] not in {*"aeiou"}:
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


def sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
