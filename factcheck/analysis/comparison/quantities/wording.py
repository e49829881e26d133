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
    if s.money or q.unit == "percentage" or not q.noun:
        asked = "How much money" if s.money else "What percentage" if q.unit == "percentage" else "How much"
        subject = s.claim.subject
        whose = f": “{subject}”" if "…" in subject else subject.replace(s.claim.text, "")
        return f"{asked}{whose}?"
    about = f.event if telling(f.event) and events_of(f) else ""
    return f"How many {plural(q.noun)} ({about})?" if about else f"How many {plural(q.noun)}?"


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
