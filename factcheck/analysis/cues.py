"""The words that say somebody said something, as resources/lexicons/cues.toml lists them."""

from __future__ import annotations

from functools import cache

from factcheck.shipped import lexicon


@cache
def verbs() -> dict[str, frozenset[str]]:
    """Lemma of a cue verb -> its classes, e.g. "call" -> {"urge", "label"}."""
    found = dict[str, frozenset[str]]()
    for name, lemmas in lexicon("cues")["verbs"].items():
        for lemma in lemmas:
            found[lemma] = found.get(lemma, frozenset()) | {name}
    return found


@cache
def words(table: str, name: str) -> frozenset[str]:
    """One list of the lexicon, e.g. words("frames", "indirect")."""
    return frozenset(lexicon("cues")[table][name])


def stance(cue: str) -> frozenset[str]:
    """What a cue does to the words it brings: {"say"}, {"deny"}, ... and nothing for a cue that is no listed verb."""
    return verbs().get(cue, frozenset())


def particle(lemma: str) -> str | None:
    """The word without which a verb is no cue: "back" for "fire" ("fired back that ...")."""
    found: str | None = lexicon("cues")["particles"].get(lemma)
    return found
