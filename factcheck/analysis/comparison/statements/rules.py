"""When two accounts of one deed cannot both be true. One function a rule; every other pair is left alone.

Opposite words alone are no sign: of 45 pairs of antonyms with a shared object and 40 pairs of verbs with and without
"not" that were read in news, nearly all had another subject or time. So each rule asks for the same bearer too.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from functools import cache

from factcheck.analysis.clauses import (
    AGENT,
    AHEAD,
    ALL,
    PLANNED,
    SHARE,
    THEME,
    TOLD,
    UNDECIDED,
    same_deeds,
)
from factcheck.analysis.comparison.statements.answers import (
    all_and_not_all,
    causes,
    crowds,
    most_of_another_kind,
    other_answer,
    other_cause,
)
from factcheck.analysis.comparison.statements.deeds import Deed, other_time
from factcheck.analysis.stems import stem
from factcheck.shipped import lexicon
from factcheck.values import Kind

INSIDE = ("at", "in", "on", "inside", "outside", "during", "from", "near", "behind", "under")
"""Prepositions that say where something happened."""
NO_ONE = frozenset(map(stem, ("nobody", "no-one", "none")))
LONG = 7
"""Words of a deed that a question tells."""
HARM = ("injure…", "die…", "kill…")


def did_and_did_not(a: Deed, b: Deed) -> bool:
    """ "the mayor backed no one" against "the mayor endorsed Hale": one deed of one agent, told and denied."""
    if a.told == b.told or a.modality != b.modality or a.modality not in {TOLD, AHEAD} or other_time(a, b):
        return False
    if not a.kinds & b.kinds or not a.of(AGENT) & b.of(AGENT):
        return False
    done, denied = (a, b) if a.told else (b, a)
    known = any(kind.endswith("…") for kind in a.kinds & b.kinds)
    return _same_object(a, b) or (known and ALL in denied.slots and len(done.slots) > 1)


def _same_object(a: Deed, b: Deed) -> bool:
    """Both name an object and share a word of it; without objects, one place or person with its preposition."""
    if THEME in a.slots or THEME in b.slots:
        return bool(a.of(THEME) & b.of(THEME))
    return any(a.head(slot) == b.head(slot) for slot in (a.slots.keys() & b.slots.keys()) - {AGENT, "is"})


def nobody_and_somebody(a: Deed, b: Deed) -> bool:
    """ "Nobody was injured" against "a teller was taken to hospital with a broken cheekbone"."""
    none, some = (b, a) if a.told else (a, b)
    if a.told == b.told or a.modality != TOLD or b.modality != TOLD or other_time(a, b):
        return False
    return hurts_nobody(none) and bool({*HARM} & none.kinds & (some.kinds | _harm(some))) and "for" not in some.slots


def hurts_nobody(deed: Deed) -> bool:
    """ "Nobody was injured", with nothing that narrows it: "none of the children" says less."""
    return not deed.told and deed.head(ALL) in NO_ONE and not deed.words and bool({*HARM} & deed.kinds)


def hurt_and_unhurt(a: Deed, b: Deed) -> bool:
    """ "The driver escaped with a broken arm" against "the driver walked away without a scratch"."""
    if a.modality != TOLD or b.modality != TOLD or other_time(a, b) or not _people(a) & _people(b):
        return False
    return bool((_harm(a) and _spared(b)) or (_harm(b) and _spared(a)))


def _people(deed: Deed) -> set[str]:
    return {deed.head(slot) for slot in (AGENT, THEME)} - {""}


def _harm(deed: Deed) -> frozenset[str]:
    """The kind of harm a deed tells of beside its verb: "suffered a broken arm", "escaped with burns"."""
    signs = frozenset(w for slot in (THEME, "with", "from") for w in deed.of(slot)) & _stems("signs")
    return frozenset({"injure…"}) if deed.told and (signs or "injure…" in deed.kinds) else frozenset()


def _spared(deed: Deed) -> bool:
    unhurt = deed.told and ("unharmed…" in deed.kinds or deed.of("without") & _stems("spared"))
    return bool(unhurt or (not deed.told and ("injure…" in deed.kinds or deed.of(THEME) & _stems("signs"))))


def undecided_and_decided(a: Deed, b: Deed) -> bool:
    """ "had not decided whether to appeal" against "said he would appeal"."""
    if {a.modality, b.modality} not in ({UNDECIDED, AHEAD}, {UNDECIDED, PLANNED}) or not a.kinds & b.kinds:
        return False
    return bool(a.of(THEME) & b.of(THEME)) or (not a.of(THEME) and not b.of(THEME))


def other_place(a: Deed, b: Deed) -> bool:
    """ "died at his home" against "died in a hospital": what happens in one place happened in two kinds of place."""
    if not (a.told and b.told) or a.modality != TOLD or b.modality != TOLD or not a.kinds & b.kinds & _placed():
        return False
    if other_time(a, b) or not a.bearer & b.bearer:
        return False
    ours, theirs = _sites(a), _sites(b)
    return bool(ours and theirs) and not ours & theirs


def _sites(deed: Deed) -> frozenset[str]:
    """The kinds of place the heads of its places are."""
    heads = {deed.head(slot) for slot in INSIDE}
    return frozenset(kind for head in heads for kind in sites().get(head, ()))


def other_finder(a: Deed, b: Deed) -> bool:
    """ "found by police" against "the landlord's son found the bodies": one thing is found by one."""
    if not (a.told and b.told) or not a.kinds & b.kinds & {"find…"} or not a.of(THEME) & b.of(THEME) & _things():
        return False
    ours, theirs = _finders(a), _finders(b)
    return bool(ours and theirs) and not ours & theirs


def _finders(deed: Deed) -> frozenset[int]:
    head = deed.head(AGENT)
    return frozenset(
        n for n, line in enumerate(lexicon("deeds")["finders"]["people"]) if head in {stem(w) for w in line}
    )


# --- tables -----------------------------------------------------------------------------------------


@cache
def sites() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for kind, nouns in lexicon("deeds")["sites"].items():
        for noun in nouns:
            found.setdefault(stem(noun.split()[-1]), set()).add(kind)
    return {noun: frozenset(held) for noun, held in found.items()}


@cache
def _placed() -> frozenset[str]:
    return frozenset(k for verb in lexicon("deeds")["placed"]["deeds"] for k in {verb, *same_deeds().get(verb, ())})


@cache
def _stems(name: str) -> frozenset[str]:
    return frozenset(stem(w) for w in lexicon("deeds")["harm"][name])


@cache
def _things() -> frozenset[str]:
    return frozenset(stem(w) for w in lexicon("deeds")["finders"]["things"])


# --- what each rule compares ------------------------------------------------------------------------


@dataclass(frozen=True)
class Rule:
    """When two deeds clash, where to look for such pairs (`keys`), and how to tell it.

    `answer` is what a deed says to the question; without it, what it answers to the questions of the lexicon.
    """

    name: str
    clash: Callable[[Deed, Deed], bool]
    keys: Callable[[Deed], Iterable[Hashable]]
    answer: Callable[[Deed], Hashable] | None
    question: Callable[[Deed, Deed], str]
    confidence: float = 0.75
    kind: Kind = Kind.STATEMENT


RULES = (
    Rule(
        "statement-did-and-did-not",
        did_and_did_not,
        lambda d: ((kind, word) for kind in d.kinds for word in d.of(AGENT)),
        lambda d: d.told,
        lambda a, b: f"Is it so: “{_text(a if a.told else b)}”?",
    ),
    Rule(
        "statement-nobody-and-somebody-hurt",
        nobody_and_somebody,
        lambda d: d.kinds & {*HARM} if hurts_nobody(d) else (d.kinds & {*HARM}) | _harm(d) if d.told else (),
        lambda d: d.told,
        lambda *_: "Was anybody hurt?",
    ),
    Rule(
        "statement-hurt-and-unhurt",
        hurt_and_unhurt,
        lambda d: _people(d) if _harm(d) or _spared(d) else (),
        _spared,
        lambda a, b: f"Hurt or not: {_either(a, b)}?",
    ),
    Rule(
        "statement-opposite-deeds",
        other_answer,
        lambda d: d.stances,
        None,
        lambda a, b: f"Which is right: {_either(a, b)}?",
    ),
    Rule(
        "statement-all-and-not-all",
        all_and_not_all,
        lambda d: d.kinds if SHARE in d.slots else (),
        lambda d: d.head(SHARE),
        lambda a, b: f"All or not all: {_either(a, b)}?",
    ),
    Rule(
        "statement-most-of-another-kind",
        most_of_another_kind,
        crowds,
        lambda d: frozenset(crowds(d).items()),
        lambda a, b: f"Who were most of them: {_either(a, b)}?",
    ),
    Rule(
        "statement-other-cause",
        other_cause,
        lambda d: d.kinds if causes(d) else (),
        causes,
        lambda a, b: f"What was the cause: {_either(a, b)}?",
        confidence=0.7,
    ),
    Rule(
        "statement-undecided-and-decided",
        undecided_and_decided,
        lambda d: d.kinds if d.modality in {UNDECIDED, AHEAD, PLANNED} else (),
        lambda d: d.modality == UNDECIDED,
        lambda a, b: f"Is it decided: {_either(a, b)}?",
    ),
    Rule(
        "statement-other-place",
        other_place,
        lambda d: ((kind, word) for kind in d.kinds & _placed() for word in d.bearer),
        _sites,
        lambda a, b: f"Where was it: {_either(a, b)}?",
    ),
    Rule(
        "attribution-other-finder",
        other_finder,
        lambda d: d.of(THEME) & _things() if "find…" in d.kinds else (),
        _finders,
        lambda a, b: f"Who found it: {_either(a, b)}?",
        kind=Kind.ATTRIBUTION,
    ),
)


def _text(deed: Deed) -> str:
    return " ".join(deed.claim.text.split())


def _either(a: Deed, b: Deed) -> str:
    """Both deeds in the articles' words, for a question: "“resigned last month” or “was dismissed by …”"."""
    return " or ".join(f"“{_cut(_text(deed))}”" for deed in (a, b))


def _cut(text: str) -> str:
    words = text.split()
    return text if len(words) <= LONG else " ".join(words[:LONG]) + " …"
