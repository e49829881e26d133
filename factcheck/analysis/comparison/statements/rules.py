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
    LIMITING,
    PLANNED,
    SHARE,
    THEME,
    TOLD,
    UNDECIDED,
    WHEN,
    same_deeds,
)
from factcheck.analysis.comparison.statements.bearers import SPLITTING
from factcheck.analysis.comparison.statements.deeds import STEM, Deed, other_time
from factcheck.analysis.questions import asks
from factcheck.analysis.statements import EXISTS
from factcheck.shipped import lexicon
from factcheck.values import Kind

INSIDE = ("at", "in", "on", "inside", "outside", "during", "from", "near", "behind", "under")
"""Prepositions that say where something happened."""
TELLING, COMING = {TOLD, EXISTS}, {AHEAD, PLANNED}
_BEFORE = frozenset(
    w[:STEM] for w in ("previously", "early", "earlier", "once", "originally", "initially", "formerly", "before")
)
CAUSING = ("of", "from", "because", "due", "after", "by")
"""Prepositions before a cause."""
HARM = ("injure…", "die…", "kill…")


def did_and_did_not(a: Deed, b: Deed) -> bool:
    """ "Lobo did not back anyone" against "Lobo endorsed Evora": one deed of one agent, told and denied."""
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
    return (
        not deed.told and deed.head(ALL) in {"nobod", "no-on", "none"} and not deed.words and bool({*HARM} & deed.kinds)
    )


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


def other_answer(a: Deed, b: Deed) -> bool:
    """ "The bell tower had come down" against "the towers still stand": answers that exclude each other, one bearer."""
    questions = opposition(a, b)
    if not questions or _other_times(a, b) or not any({a.modality, b.modality} <= held for held in (TELLING, COMING)):
        return False
    if a.told != b.told and not _as_wide(*((a, b) if a.told else (b, a))):
        return False
    if any(_other_ones(a, b, slot) for slot in (AGENT, THEME)):
        return False
    return any(_one_matter(a, b, question) for question in questions)


def _one_matter(a: Deed, b: Deed, question: int) -> bool:
    ours, theirs = a.bearers(question), b.bearers(question)
    if SPLITTING & {*ours, *theirs}:
        return False
    if a.cast.one(ours, theirs, narrow=asks(question, "narrow")):
        return not (a.quoted or b.quoted) and (_one_deal(a, b) or not asks(question, "both"))
    return asks(question, "one") and not a.cast.other_people(frozenset(ours), frozenset(theirs))


def opposition(a: Deed, b: Deed) -> list[int]:
    """The questions of the lexicon the deeds answer differently."""
    both = a.stances.keys() & b.stances.keys()
    return sorted(question for question in both if _exclude(a.stances[question], b.stances[question]))


def _exclude(ours: tuple[int, bool], theirs: tuple[int, bool]) -> bool:
    """Two answers that are told, or one told and denied."""
    return (ours[0] != theirs[0] and ours[1] and theirs[1]) or (ours[0] == theirs[0] and ours[1] != theirs[1])


def _one_deal(a: Deed, b: Deed) -> bool:
    """The agent and the object are the same: what one accepts another may reject."""
    return all(a.cast.one(a.full.get(slot, ()), b.full.get(slot, ())) for slot in (AGENT, THEME))


def _other_ones(a: Deed, b: Deed, slot: str) -> bool:
    return a.cast.other_people(frozenset(a.full.get(slot, ())), frozenset(b.full.get(slot, ())))


def _as_wide(done: Deed, denied: Deed) -> bool:
    """What is denied is not narrower: "did not apologise to the boys" leaves room for "apologised for his words"."""
    held = {slot for slot in denied.slots.keys() - LIMITING - {AGENT, "is"} if done.predicate == denied.predicate}
    return all(slot in done.slots and denied.of(slot) & done.of(slot) for slot in held)


def _other_times(a: Deed, b: Deed) -> bool:
    """Two days, or one deed of another year or of a time before: "lost the election of 2001"."""
    before = [bool(d.years or d.of(WHEN) & _BEFORE or {"since", "until"} & set(d.slots)) for d in (a, b)]
    return bool(a.days and b.days and not a.days & b.days) or before[0] != before[1] or bool(a.years ^ b.years)


def all_and_not_all(a: Deed, b: Deed) -> bool:
    """ "All of the workers were offered posts" against "nearly all of the workers"."""
    shares = {d.head(SHARE) for d in (a, b)}
    if not (a.told and b.told) or a.modality != b.modality or "all" not in shares or len(shares - {""}) < 2:
        return False
    slot = THEME if THEME in a.slots and THEME in b.slots else AGENT
    ours, theirs = a.full.get(slot, ()), b.full.get(slot, ())
    return bool(a.kinds & b.kinds) and a.cast.one(ours, theirs) and not _other_times(a, b)


def most_of_another_kind(a: Deed, b: Deed) -> bool:
    """ "Most of the dead were women and children" against "nearly all of them were men"."""
    if not (a.told and b.told and _crowds(a) and _crowds(b)) or _other_times(a, b):
        return False
    apart = any(_crowds(b).get(crowd, side) != side for crowd, side in _crowds(a).items())
    ours, theirs = ({*d.full.get(AGENT, ())} - {"most", "all", "majority"} for d in (a, b))
    return apart and (bool(ours & theirs) or not ours or not theirs)


def _crowds(deed: Deed) -> dict[int, bool]:
    """For each line of kinds the side most of a crowd is on: "most were women"."""
    if deed.head(SHARE) not in {"all", "nearl", "most"} or "is" not in deed.full:
        return {}
    found = {}
    for number, crowd in enumerate(lexicon("deeds")["crowds"]):
        for side in ("one", "other"):
            if deed.full["is"][0] in crowd[side]:
                found[number] = side == "one"
    return found


def other_cause(a: Deed, b: Deed) -> bool:
    """ "died of pneumonia" against "died of a heart attack", "caused by ice" against "caused by a burst tyre"."""
    if not (a.told and b.told) or {a.modality, b.modality} != {TOLD} or not a.kinds & b.kinds or _other_times(a, b):
        return False
    ours, theirs = _causes(a), _causes(b)
    slots = [THEME if THEME in d.full else AGENT for d in (a, b)]
    return (
        bool(ours and theirs) and not ours & theirs and a.cast.one(a.full.get(slots[0], ()), b.full.get(slots[1], ()))
    )


def _causes(deed: Deed) -> frozenset[int]:
    """The lines of causes that the words after "of", "from", "because of" or "due to" stand in."""
    slots = (AGENT, *CAUSING) if deed.predicate in {"cause", "spark", "trigger"} else CAUSING
    words = {w for slot in slots for w in deed.full.get(slot, ())}
    return frozenset(n for n, line in enumerate(lexicon("deeds")["causes"]["of"]) if words & set(line))


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
        n for n, line in enumerate(lexicon("deeds")["finders"]["people"]) if head in {w[:STEM] for w in line}
    )


# --- tables -----------------------------------------------------------------------------------------


@cache
def sites() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for kind, nouns in lexicon("deeds")["sites"].items():
        for noun in nouns:
            found.setdefault(noun.split()[-1][:STEM], set()).add(kind)
    return {noun: frozenset(held) for noun, held in found.items()}


@cache
def _placed() -> frozenset[str]:
    return frozenset(k for verb in lexicon("deeds")["placed"]["deeds"] for k in {verb, *same_deeds().get(verb, ())})


@cache
def _stems(name: str) -> frozenset[str]:
    return frozenset(w[:STEM] for w in lexicon("deeds")["harm"][name])


@cache
def _things() -> frozenset[str]:
    return frozenset(w[:STEM] for w in lexicon("deeds")["finders"]["things"])


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
        lambda a, _: f"Was the {_noun(a)} hurt?",
    ),
    Rule(
        "statement-opposite-deeds",
        other_answer,
        lambda d: d.stances,
        None,
        lambda a, b: f"Which holds of the {_noun(a)}: {a.predicate} or {b.predicate}?",
    ),
    Rule(
        "statement-all-and-not-all",
        all_and_not_all,
        lambda d: d.kinds if SHARE in d.slots else (),
        lambda d: d.head(SHARE),
        lambda a, _: f"All of them ({_noun(a)}), or not all?",
    ),
    Rule(
        "statement-most-of-another-kind",
        most_of_another_kind,
        _crowds,
        lambda d: frozenset(_crowds(d).items()),
        lambda a, b: f"Who were most: {a.predicate} or {b.predicate}?",
    ),
    Rule(
        "statement-other-cause",
        other_cause,
        lambda d: d.kinds if _causes(d) else (),
        _causes,
        lambda a, _: f"Of what: {a.predicate} ({_noun(a)})?",
        confidence=0.7,
    ),
    Rule(
        "statement-undecided-and-decided",
        undecided_and_decided,
        lambda d: d.kinds if d.modality in {UNDECIDED, AHEAD, PLANNED} else (),
        lambda d: d.modality == UNDECIDED,
        lambda a, _: f"Is it decided whether to {a.predicate}?",
    ),
    Rule(
        "statement-other-place",
        other_place,
        lambda d: ((kind, word) for kind in d.kinds & _placed() for word in d.bearer),
        _sites,
        lambda a, _: f"Where did it happen: {a.predicate} ({_noun(a)})?",
    ),
    Rule(
        "attribution-other-finder",
        other_finder,
        lambda d: d.of(THEME) & _things() if "find…" in d.kinds else (),
        _finders,
        lambda a, _: f"Who found the {_noun(a)}?",
        kind=Kind.ATTRIBUTION,
    ),
)


def _text(deed: Deed) -> str:
    return " ".join(deed.claim.text.split())


def _noun(deed: Deed) -> str:
    """Whom or what a deed happens to, as the article's word."""
    slot = THEME if THEME in deed.slots else AGENT
    return next((a.partition(":")[2] for a in deed.statement.arguments if a.startswith(f"{slot}:")), "")
