"""The questions of the lexicon whose answers exclude each other, and the signs that tell an answer."""

from __future__ import annotations

from functools import cache

from factcheck.shipped import lexicon

CLASS = "@"
"""Begins the name of a line of nouns: "@weapon"."""
NOTHING = "-"
"""Stands for no object: "win -"."""
PLACING = ("at", "in", "on", "into", "to", "under", "behind", "for", "by", "with", "without", "of", "out", "off")


@cache
def signs() -> dict[str, tuple[tuple[int, int], ...]]:
    """Each sign with what it tells: the numbers of the question and of its answer."""
    found: dict[str, tuple[tuple[int, int], ...]] = {}
    for number, question in enumerate(lexicon("questions")["questions"]):
        for answer, told in enumerate(question["answers"]):
            for sign in told:
                words = _bare(sign)
                found[words] = (*found.get(words, ()), (number, answer))
    return found


@cache
def predicates() -> frozenset[str]:
    """Deeds that say enough with one thing that takes part: "the tower fell"."""
    return frozenset(sign.removesuffix(f" {NOTHING}") for sign in signs())


@cache
def combined() -> frozenset[str]:
    """Deeds that tell an answer together with a subject or object: all words that begin or end a longer sign."""
    parts = (sign.split() for sign in signs())
    return frozenset(" ".join(p) for words in parts for n in range(1, len(words)) for p in (words[:n], words[n:]))


@cache
def phrases() -> frozenset[str]:
    """ "at large", "on run" (the article left out): what a preposition and its noun say."""
    told = {_bare(p) for p in lexicon("deeds")["phrases"]["words"]}
    return frozenset(told | {s for s in signs() if s.split()[0] in PLACING and " " in s})


@cache
def manners() -> frozenset[str]:
    """Adverbs that make an answer: "approved unanimously"."""
    return frozenset(sign.split()[-1] for sign in signs() if sign.endswith(("ly", "er", "high", "low")) and " " in sign)


@cache
def bearers(question: int, answer: int, deed: str) -> tuple[str, ...]:
    """The slots of whom or what an answer is told, the first that is there counts."""
    if deed in lexicon("questions")["by"]["deeds"]:
        return ("agent",)
    of = lexicon("questions")["questions"][question].get("of", "theme")
    slot = of if isinstance(of, str) else of[answer]
    return {"theme": ("theme", "agent"), "object": ("theme",), "agent": ("agent",)}[slot]


@cache
def asks(question: int, what: str) -> bool:
    """Whether a question is of a sort: "then", "one", "strict"."""
    return bool(lexicon("questions")["questions"][question].get(what, False))


@cache
def classes() -> dict[str, frozenset[str]]:
    """For each noun the lines of [things] it stands in: "beretta" is of "@weapon"."""
    found: dict[str, set[str]] = {}
    for name, nouns in lexicon("deeds")["things"].items():
        for noun in nouns:
            found.setdefault(noun, set()).add(CLASS + name)
    return {noun: frozenset(held) for noun, held in found.items()}


def _bare(sign: str) -> str:
    return " ".join(word for word in sign.split() if word not in {"the", "a", "an"})
