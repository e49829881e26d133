"""Answers of two accounts that exclude each other: by the lexicon, by how many, by kind and by cause."""

from __future__ import annotations

from factcheck.analysis.clauses import AGENT, AHEAD, LIMITING, PLANNED, SHARE, THEME, TOLD, WHEN
from factcheck.analysis.comparison.statements.bearers import SPLITTING
from factcheck.analysis.comparison.statements.deeds import Deed
from factcheck.analysis.questions import asks
from factcheck.analysis.statements import EXISTS
from factcheck.analysis.stems import stem
from factcheck.shipped import lexicon

TELLING, COMING = {TOLD, EXISTS}, {AHEAD, PLANNED}
_BEFORE = frozenset(
    stem(w) for w in ("previously", "early", "earlier", "once", "originally", "initially", "formerly", "before")
)
CAUSING = ("of", "from", "because", "due", "after", "by")
"""Prepositions before a cause."""


def other_answer(a: Deed, b: Deed) -> bool:
    """ "The bell tower had come down" against "the towers still stand": answers that exclude each other, one bearer."""
    questions = opposition(a, b)
    if not questions or other_times(a, b) or not any({a.modality, b.modality} <= held for held in (TELLING, COMING)):
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


def other_times(a: Deed, b: Deed) -> bool:
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
    return bool(a.kinds & b.kinds) and a.cast.one(ours, theirs) and not other_times(a, b)


def most_of_another_kind(a: Deed, b: Deed) -> bool:
    """ "Most of the dead were women and children" against "nearly all of them were men"."""
    if not (a.told and b.told and crowds(a) and crowds(b)) or other_times(a, b):
        return False
    apart = any(crowds(b).get(crowd, side) != side for crowd, side in crowds(a).items())
    ours, theirs = ({*d.full.get(AGENT, ())} - {"most", "all", "majority"} for d in (a, b))
    return apart and (bool(ours & theirs) or not ours or not theirs)


def crowds(deed: Deed) -> dict[int, bool]:
    """For each line of kinds the side most of a crowd is on: "most were women"."""
    if deed.head(SHARE) not in {"all", "nearly-all", "most"} or "is" not in deed.full:
        return {}
    found = {}
    for number, crowd in enumerate(lexicon("deeds")["crowds"]):
        for side in ("one", "other"):
            if deed.full["is"][0] in crowd[side]:
                found[number] = side == "one"
    return found


def other_cause(a: Deed, b: Deed) -> bool:
    """ "died of pneumonia" against "died of a heart attack", "caused by ice" against "caused by a burst tyre"."""
    if not (a.told and b.told) or {a.modality, b.modality} != {TOLD} or not a.kinds & b.kinds or other_times(a, b):
        return False
    ours, theirs = causes(a), causes(b)
    slots = [THEME if THEME in d.full else AGENT for d in (a, b)]
    return (
        bool(ours and theirs) and not ours & theirs and a.cast.one(a.full.get(slots[0], ()), b.full.get(slots[1], ()))
    )


def causes(deed: Deed) -> frozenset[int]:
    """The lines of causes that the words after "of", "from", "because of" or "due to" stand in."""
    slots = (AGENT, *CAUSING) if deed.predicate in {"cause", "spark", "trigger"} else CAUSING
    words = {w for slot in slots for w in deed.full.get(slot, ())}
    return frozenset(n for n, line in enumerate(lexicon("deeds")["causes"]["of"]) if words & set(line))
