"""The rules: why two different amounts answer one question. Each is one function, tried in the order of `RULES`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from factcheck.analysis.comparison.amounts import measured
from factcheck.analysis.comparison.likeness import people, same_word
from factcheck.analysis.comparison.quantities.pairs import Book, Pair, later_count, one_noun, one_whole
from factcheck.analysis.comparison.quantities.people import one_person
from factcheck.analysis.comparison.quantities.scopes import before_and_after, birthday, inclusive, of_one_sort, wider
from factcheck.analysis.comparison.quantities.slots import anyone, closest, dimension, meanings, slot
from factcheck.analysis.comparison.quantities.stated import Stated
from factcheck.analysis.comparison.quantities.telling import hedged, of_one_aspect, other_subjects, others
from factcheck.analysis.comparison.quantities.wording import telling
from factcheck.analysis.quantities.units import MONEY

DIFFER = 0.62
"""Likeness from which different amounts are taken to answer one question, whatever else the accounts count."""
CLOSEST = 0.45
"""The smaller over the larger amount. Numbers further apart are rarely the same quantity: on annotated news the
ratio tells conflicts from other questions better than any similarity of words."""
LONE_CLOSEST = 0.6
LONE_DIFFER = 0.55
"""When each account has one such amount left over, that is a signal of its own: their ratio must then reach the first,
and likeness + 0.3 + 0.3 * ratio the second."""
FEW = 10
"""Counts below this meet and differ by chance: their sentences must be alike too."""
FEW_ALIKE = 0.3
SAME_WORDS = 0.7
"""Share of the words beside them, from which two amounts are told in the same words; their likeness must reach the
second. Shares are left out: polls and results list them in one form for everybody."""
WORDED = 0.35
SHARE_ALIKE = 0.4
"""Likeness from which two shares of one whole answer one question."""
AGE_CLOSEST = 0.75
SWAPPED_CLOSEST = 0.2
SWAPPED_NEAR = 0.15
SWAPPED_ALIKE = 0.3
ALIKE_THING = 0.5
LATER_CLOSEST = 0.2
"""The earlier over the later count of one event: nine dead in the morning, 23 in the evening."""
LASTS = {"last", "take", "run", "continue", "stretch", "span", "drag"}
SHARED = 0.4
"""Share of common words beside two amounts from which one signal more decides: the same noun, direction or deed."""
UNTYPED = {"", "age", "children", "parents"}
"""What belongs to one person is compared by the person alone."""
LARGE = 100
LASTING = {"second", "minute", "hour", "day", "night", "week", "month", "year", "decade", "century", "time", "score"}
"""Durations, ages and scores: every account gives some, and they mostly measure different things."""


@dataclass(frozen=True)
class Rivals:
    """The differing pairs of a case, by the amount and the account they set against each other."""

    pairs: Sequence[Pair]
    book: Book
    best: dict[tuple[str, str], float] = field(default_factory=lambda: defaultdict(float))
    nearest: dict[tuple[str, str], float] = field(default_factory=lambda: defaultdict(float))
    values: dict[tuple[str, str], set[object]] = field(default_factory=lambda: defaultdict(set))

    def __post_init__(self) -> None:
        for p in self.pairs:
            for s, t in ((p.a, p.b), (p.b, p.a)):
                if p.ratio >= CLOSEST or not _large(p):
                    self.values[s.id, t.article].add(t.quantity.number)
                if p.ratio >= CLOSEST:
                    self.best[s.id, t.article] = max(self.best[s.id, t.article], p.score)
                if s.slot == t.slot:
                    self.nearest[s.id, t.article] = max(self.nearest[s.id, t.article], closeness(p))

    def sides(self, p: Pair) -> tuple[tuple[str, str], tuple[str, str]]:
        return (p.a.id, p.b.article), (p.b.id, p.a.article)


def closeness(p: Pair) -> float:
    """How near two amounts of one slot are to each other; of a grown count the words tell it, not the size."""
    return p.score + 0.5 if later_count(p.a, p.b) else p.ratio


# --- rules ------------------------------------------------------------------------------------------


def of_one_person(p: Pair, among: Rivals) -> bool:
    """ "Ann Lee, 61" and "Anne Lee, 68"; "the driver, 42" and "the 45-year-old driver" where each account has one."""
    if p.a.slot != p.b.slot or birthday(p):
        return False
    if p.a.role or p.b.role:
        return p.across and p.a.name == p.b.name and not (among.book.several(p.a) or among.book.several(p.b))
    return one_person(p.a.name, p.b.name)


def measure_of_one_thing(p: Pair, _: Rivals) -> bool:
    """A measure of one described thing: "the 48-page indictment", "the 47-page indictment"."""
    ours, theirs = _described(p.a), _described(p.b)
    alike = p.a.claim.frame.head == p.b.claim.frame.head or p.near >= SHARED
    return bool(ours and theirs) and same_word(ours, theirs) and alike and _same_unit(p) and not _personal(p)


def _described(s: Stated) -> str:
    """The noun a measure describes: "duty" of "a 25 percent antidumping duty"."""
    q = s.quantity
    return s.claim.frame.holder or (q.noun or "" if q.unit == "percentage" and not s.part else "")


def _same_unit(p: Pair) -> bool:
    return p.a.quantity.unit == p.b.quantity.unit or dimension(p.a.quantity.unit) == dimension(p.b.quantity.unit) != ""


def _personal(p: Pair) -> bool:
    """ "A 30-year veteran", "a three-time champion": everybody of the kind has a number of his own."""
    q = p.a.quantity
    return q.unit in {"time", "score"} or (q.unit in LASTING and bool({p.a.claim.frame.holder, q.noun} & people()))


def one_slot(p: Pair, among: Rivals) -> bool:
    """Two tolls of a like size: "40 people were killed", "a death toll of 43"."""
    if p.a.slot in UNTYPED or p.a.slot != p.b.slot or p.a.part or p.b.part or p.ratio < _closest(p):
        return False
    f, g = p.a.claim.frame, p.b.claim.frame
    if f.negated != g.negated or not of_one_sort(p) or inclusive(p) or wider(p):
        return False
    if p.a.supposed != p.b.supposed and not slot(p.a.slot).get("planned"):
        return False
    if dimension(p.a.quantity.unit) == MONEY and other_subjects(p.a, p.b):
        return False
    if slot(p.a.slot).get("one") and among.book.settled(p.a, p.b):
        return False
    if any(closeness(p) < among.nearest[side] for side in among.sides(p)):
        return False
    few = max(p.a.quantity.number or 0, p.b.quantity.number or 0) < FEW and not measured(p.a.quantity.unit)
    return not few or p.score >= FEW_ALIKE or _lone(p, among)


def _closest(p: Pair) -> float:
    """What grows while a story moves on may have grown much."""
    return LATER_CLOSEST if later_count(p.a, p.b) else closest(p.a.slot)


def age_left_over(p: Pair, among: Rivals) -> bool:
    """ "Two women, 61 and 48", "aged 68 and 48": what the ages that agree leave over belongs to one person."""
    if (
        p.a.slot != "age"
        or p.b.slot != "age"
        or (p.a.personal and p.b.personal)
        or p.ratio < AGE_CLOSEST
        or birthday(p)
    ):
        return False
    ours, theirs = among.book.numbers(p.a), among.book.numbers(p.b)
    if len(ours - theirs) != 1 or len(theirs - ours) != 1:
        return False
    known = (p.a.personal or p.b.personal) and p.a.named_in(p.b) and p.b.named_in(p.a)
    return bool(ours & theirs) or bool(known)


def vote_of_one_question(p: Pair, among: Rivals) -> bool:
    """ "Confirmed 51-47", "squeaked through 51-48": one side of the vote is the same."""
    if p.a.slot != "vote" or p.b.slot != "vote" or p.ratio < closest("vote") or among.book.settled(p.a, p.b):
        return False
    q, r = p.a.quantity, p.b.quantity
    return bool({q.low, q.high} & {r.low, r.high}) and (q.high or 0) >= FEW


def digits_swapped(p: Pair, _: Rivals) -> bool:
    """ "38,000 forms", "83,000 applications": the same digits in another order, beside words they share."""
    digits = [_digits(s.quantity.number) for s in (p.a, p.b)]
    if sorted(digits[0]) != sorted(digits[1]) or len(digits[0]) < 2 or not p.across or p.a.slot == "age":
        return False
    if p.a.quantity.unit == "score" or others(p.a, p.b) or not SWAPPED_CLOSEST < p.ratio < 1 or p.thing < ALIKE_THING:
        return False
    return p.near >= SWAPPED_NEAR and (p.score >= SWAPPED_ALIKE or len(digits[0]) > 2)


def _digits(number: Decimal | None) -> str:
    return "".join(map(str, number.normalize().as_tuple().digits)) if number is not None else ""


def duration_of_one_thing(p: Pair, _: Rivals) -> bool:
    """ "The trial lasted six weeks", "the eight-week trial"; "12 hours of talks", "talked for nine hours"."""
    if p.a.quantity.unit not in LASTING or p.a.quantity.unit != p.b.quantity.unit or p.a.slot or p.b.slot:
        return False
    if p.ratio < LONE_CLOSEST or _personal(p) or p.thing < ALIKE_THING:
        return False
    (ours, verb), (theirs, other) = _lasting(p.a), _lasting(p.b)
    return any(same_word(x, y) for x in ours for y in {*theirs, *other}) or any(
        same_word(x, y) for x in verb for y in theirs
    )


def _lasting(s: Stated) -> tuple[set[str], set[str]]:
    """The nouns whose duration an amount gives, and the verb that may stand for such a noun."""
    f = s.claim.frame
    lasts = {f.agent} if f.event in LASTS else set()
    nouns = {w for w in {f.holder, f.part_of, *lasts} if telling(w) and w not in people()}
    return nouns, {f.event} if f.event not in LASTS and telling(f.event) else set()


def share_of_one_whole(p: Pair, among: Rivals) -> bool:
    """ "Half of the company's sales" and "60 percent of the company's revenue"."""
    if p.a.quantity.unit != "percentage" or not p.a.claim.frame.part_of or not one_whole(p.a, p.b):
        return False
    if p.thing < 1.0 or p.score < SHARE_ALIKE or p.ratio < LONE_CLOSEST:
        return False
    return all(p.score >= among.best[side] for side in among.sides(p))


def told_of_one_aspect(p: Pair, among: Rivals) -> bool:
    """ "She is to stay for 60 days", "three months of treatment": each account has one such number."""
    return bool(of_one_aspect(p, among.book))


def best_match(p: Pair, among: Rivals) -> bool:
    """Each amount is the likeliest of its account to answer the other's question."""
    if p.score < DIFFER or p.ratio < CLOSEST or not _comparable(p):
        return False
    return all(p.score >= among.best[side] for side in among.sides(p))


def same_words(p: Pair, _: Rivals) -> bool:
    """Told in nearly the same words: "leads the table by 12 points", "leads the table by 19 points"."""
    if p.near < SAME_WORDS or p.score < WORDED or p.ratio < LONE_CLOSEST or p.thing < 1.0:
        return False
    return _comparable(p) and p.a.quantity.unit == p.b.quantity.unit != "percentage"


def left_over(p: Pair, among: Rivals) -> bool:
    """Neither account has another such amount: "11 guns" and "seven guns" are then one question."""
    if p.ratio < LONE_CLOSEST or p.score + 0.3 + 0.3 * p.ratio < LONE_DIFFER or p.thing < 1.0:
        return False
    if not _one_noun(p) or (p.a.quantity.unit == "percentage" and p.score < SHARE_ALIKE and not _changed_alike(p)):
        return False
    lasting = {p.a.quantity.unit, p.b.quantity.unit} & LASTING
    if lasting == {"time"} and p.near >= SHARED:
        return _comparable(p) and all(p.score >= among.best[side] for side in among.sides(p))
    return not lasting and _comparable(p) and _lone(p, among)


def _changed_alike(p: Pair) -> bool:
    """ "Cut emissions by 26 percent", "reduce them by 36 percent": both fall or both rise, beside words they share."""
    return p.a.quantity.change == p.b.quantity.change is not None and p.near >= SHARED


def _one_noun(p: Pair) -> bool:
    q, r = p.a.quantity, p.b.quantity
    counts = all(
        s.quantity.noun and (s.quantity.unit == s.quantity.noun or meanings(s.quantity.unit or "")) for s in (p.a, p.b)
    )
    return q.unit == r.unit or (counts and one_noun(p.a, p.b))


def _large(p: Pair) -> bool:
    """Among large amounts only those of a like size compete: "1.5 million women" and "544 women" never do."""
    return min(s.quantity.number or s.quantity.high or 0 for s in (p.a, p.b)) >= LARGE


def _lone(p: Pair, among: Rivals) -> bool:
    return all(len(among.values[side]) == 1 for side in among.sides(p))


def _comparable(p: Pair) -> bool:
    """Nothing tells the two apart. Bare numbers ("two") are compared in slots only, and a slot only with itself."""
    if not p.score or inclusive(p) or birthday(p) or p.a.nameless_age or p.b.nameless_age:
        return False
    if other_subjects(p.a, p.b) or (p.a.money and others(p.a, p.b)):
        return False
    if p.a.supposed != p.b.supposed or hedged(p.a.quantity, p.b.quantity) or before_and_after(p):
        return False
    if p.a.slot == p.b.slot not in UNTYPED and not of_one_sort(p):
        return False
    return p.a.quantity.unit is not None and p.b.quantity.unit is not None and (p.a.slot == p.b.slot or _one_untyped(p))


def _one_untyped(p: Pair) -> bool:
    """One account words its question, the other leaves it open, of a thing that is no matter of people at large."""
    nouns = {p.a.quantity.noun, p.b.quantity.noun}
    return not (p.a.slot and p.b.slot) and len(nouns) == 1 and not nouns & (people() | anyone()) and p.near >= SHARED


@dataclass(frozen=True, slots=True)
class Rule:
    """A stable name, what it asks of a pair, and the share of its flags that were right when it was read."""

    name: str
    holds: Callable[[Pair, Rivals], bool]
    confidence: float


RULES = (
    Rule("quantity-of-one-person", of_one_person, 0.85),
    Rule("quantity-age-left-over", age_left_over, 0.7),
    Rule("quantity-vote", vote_of_one_question, 0.8),
    Rule("quantity-digits-swapped", digits_swapped, 0.75),
    Rule("quantity-of-one-thing", measure_of_one_thing, 0.8),
    Rule("quantity-in-one-slot", one_slot, 0.7),
    Rule("quantity-duration-of-one-thing", duration_of_one_thing, 0.7),
    Rule("quantity-share-of-one-whole", share_of_one_whole, 0.6),
    Rule("quantity-of-one-aspect", told_of_one_aspect, 0.65),
    Rule("quantity-best-match", best_match, 0.6),
    Rule("quantity-same-words", same_words, 0.6),
    Rule("quantity-left-over", left_over, 0.55),
)
"""The first rule that holds names the finding."""
