"""Pairs of quantities that may answer one question, found by an index, and how far they do."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from itertools import combinations

from factcheck.analysis.comparison.accounts import Accounts
from factcheck.analysis.comparison.amounts import LOWER, Relation, ratio, relate
from factcheck.analysis.comparison.likeness import kinds, likeness, people, same_word
from factcheck.analysis.comparison.quantities.slots import anyone, demonym, meanings, same_noun, slight, slot, typed
from factcheck.analysis.comparison.quantities.stated import Stated
from factcheck.analysis.comparison.quantities.wording import telling
from factcheck.values import Modifier, Quantity

CROWD = 40
"""A word that stands beside more amounts of one unit than this tells nothing: pairs are looked for by the other words.
Keeps the cost of a case in line with its length; cases of a dozen articles are compared whole."""
NEAR_ENOUGH = 0.8
"""A bound is the counterpart of an amount only from this ratio: "more than 50" holds for 5,000 too."""


HELD = {"percentage", "percentage point", "point", "vote", "seat", "goal", "medal", "delegate", "run"}
"""Units of which every party, firm or player has an amount of its own."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two quantities that may answer one question."""

    a: Stated
    b: Stated
    relation: Relation
    thing: float  # how far the counted things are one
    score: float  # that, times the likeness of their frames
    near: float  # share of the words beside them that they have in common
    named: bool  # whether their sentences name somebody or some place in common

    @property
    def ratio(self) -> float:
        return ratio(self.a.quantity, self.b.quantity)

    @property
    def across(self) -> bool:
        return self.a.article != self.b.article

    @property
    def ids(self) -> tuple[str, str]:
        return self.a.id, self.b.id


def pairs(accounts: Accounts, stated: Sequence[Stated]) -> list[Pair]:
    """All pairs of one unit, counted noun or slot, in the order of the text."""
    return [pair(accounts, a, b) for a, b in _candidates(stated)]


def pair(accounts: Accounts, a: Stated, b: Stated) -> Pair:
    thing = same_thing(a, b)
    alike = likeness(accounts, a.claim, b.claim)
    alike = replace(alike, contradicted=a.claim.frame.negated != b.claim.frame.negated or a.supposed != b.supposed)
    return Pair(a, b, relation(a, b), thing, thing * alike.score, alike.near, alike.names > 0)


def relation(a: Stated, b: Stated) -> Relation:
    """How two amounts stand to each other; scores by their digits, in either order."""
    if "score" in {a.quantity.unit, b.quantity.unit}:
        ours, theirs = (sorted(re.findall(r"\d+", s.claim.text)) for s in (a, b))
        return Relation.SAME if ours == theirs else Relation.DIFFERENT
    if later_count(a, b):
        return Relation.DIFFERENT
    return relate(a.quantity, b.quantity)


def later_count(a: Stated, b: Stated) -> bool:
    """ "At least 9 dead" on Monday, "23 dead" on Tuesday: both can be right, and the count has grown."""
    if a.slot != b.slot or a.slot not in typed() or not slot(a.slot).get("growing") or a.part or b.part:
        return False
    if a.published is None or b.published is None or a.published == b.published:
        return False
    first, second = sorted((a, b), key=lambda s: s.published or date.min)
    x, y = first.quantity, second.quantity
    if x.number is None or y.number is None or x.modifier not in LOWER | {Modifier.EXACT, Modifier.ABOUT}:
        return False
    return x.number < y.number and relate(_unbound(x), _unbound(y)) is Relation.DIFFERENT


def _unbound(q: Quantity) -> Quantity:
    """Who says "at least 9" knows of nine."""
    return replace(q, modifier=Modifier.EXACT, low=None, high=None) if q.modifier in LOWER else q


def _candidates(stated: Sequence[Stated]) -> Iterator[tuple[Stated, Stated]]:
    index: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, s in enumerate(stated):
        f = s.claim.frame
        for key in s.keys:
            for word in {"", *f.near, *f.names, *s.name}:
                index[key, word].append(number)
    found = {two for held in index.values() if len(held) <= CROWD for two in combinations(held, 2)}
    for i, j in sorted(found):
        yield stated[i], stated[j]


def one_noun(a: Stated, b: Stated) -> bool:
    """Whether two amounts count one thing by their nouns or compounds: "guards", "security men"."""
    ours, theirs = ({s.quantity.noun, s.quantity.unit} - {None} for s in (a, b))
    return any(same_noun(x, y) for x in ours for y in theirs if x and y)


def same_thing(a: Stated, b: Stated) -> float:
    """Whether the counted things are one: 1, or less where only their kind is, 0 where they cannot be."""
    p, q = a.quantity, b.quantity
    if a.rate != b.rate or (a.years and b.years and not a.years & b.years) or a.elsewhen != b.elsewhen:
        return 0.0
    if a.slot == b.slot and a.place != b.place:
        return 0.0
    if foreign(a, b) or other_people(a, b) or _other_holder(a, b):
        return 0.0
    if p.change != q.change or not (a.money or one_whole(a, b)) or a.part != b.part:
        return 0.5
    ours, theirs = _narrowed(a), _narrowed(b)
    if ours ^ theirs and ours and theirs:
        return 0.6
    if p.noun and q.noun and not one_noun(a, b):
        anybody = {p.noun, q.noun} <= anyone()
        return 1.0 if anybody else 0.8 if {p.noun, q.noun} <= people() else 0.6
    return 1.0


def one_whole(a: Stated, b: Stated) -> bool:
    """Both are parts of nothing, or of the same: "half of the sales", "60 percent of the revenue"."""
    whole, other = a.claim.frame.part_of, b.claim.frame.part_of
    return whole == other or bool(whole and other and (same_word(whole, other) or kinds(whole) & kinds(other)))


def foreign(a: Stated, b: Stated) -> bool:
    """Both are narrowed, by words that have nothing in common: "Russian cosmonauts", "American cosmonauts"."""
    ours, theirs = _narrowed(a), _narrowed(b)
    return bool(ours and theirs) and not ours & theirs


def _other_holder(a: Stated, b: Stated) -> bool:
    """Measures of two holders or days: "Smith won 52 percent", "Jones won 45 percent". Nouns tell counts apart."""
    if a.slot:
        return False
    if a.quantity.unit != a.quantity.noun and a.days and b.days and not a.days & b.days:
        return True
    ours, theirs = _holders(a), _holders(b)
    if a.quantity.unit not in HELD or not ours or not theirs:
        return False
    return not any(same_word(x, y) or kinds(x) & kinds(y) for x in ours for y in theirs)


def _holders(s: Stated) -> set[str]:
    """Whose amount it is: the subject or object beside its verb, its own words aside."""
    own = {s.quantity.unit, s.quantity.noun, *(w.lower() for w in s.claim.text.split())}
    return {w for w in (s.claim.frame.agent, s.claim.frame.theme) if telling(w)} - own


def _narrowed(s: Stated) -> set[str]:
    """What narrows the counted thing: "republican" of "two other Republican senators"."""
    named = set() if s.quantity.unit == s.quantity.noun else set((s.quantity.unit or "").split())
    owners = {w for w in s.claim.frame.modifiers if re.search(rf"\b{re.escape(w)}[’']s?\s", s.claim.text, re.I)}
    return set(s.claim.frame.modifiers) - slight() - owners - (named if meanings(s.quantity.unit or "") else set())


def other_people(a: Stated, b: Stated) -> bool:
    """ "Five soldiers", "four civilians": people of two sorts. "Six people" may be soldiers."""
    p, q = a.quantity.noun, b.quantity.noun
    if p is None or q is None or one_noun(a, b) or kinds(p) & kinds(q):
        return False
    sorts = [s.quantity.noun not in anyone() and (s.quantity.noun in people() or demonym(s.claim)) for s in (a, b)]
    return all(sorts)


@dataclass
class Book:
    """The amounts of each article by unit, noun and slot: what else an account states of the kind."""

    stated: Sequence[Stated]
    _held: dict[tuple[str, str], list[Stated]] = field(default_factory=lambda: defaultdict(list))
    _met: dict[tuple[str, str], bool] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for s in self.stated:
            for key in s.keys:
                self._held[s.article, key].append(s)

    def alike(self, s: Stated, article: str) -> list[Stated]:
        """The amounts of an article that share a unit, noun or (where `s` stands in one) the slot with `s`."""
        keys = [f"({s.slot})"] if s.slot else sorted(s.keys)
        return list({t.id: t for key in keys for t in self._held.get((article, key), ())}.values())

    def telling(self, aspect: str, article: str) -> list[Stated]:
        """The amounts of an article that tell of an aspect."""
        return self._held.get((article, f"<{aspect}>"), [])

    def has_counterpart(self, s: Stated, article: str) -> bool:
        """Whether the article states the same amount: it then answers another question with any other amount."""
        if (s.id, article) not in self._met:
            self._met[s.id, article] = any(counterparts(s, t) for t in self.alike(s, article) if t.id != s.id)
        return self._met[s.id, article]

    def apart(self, a: Stated, b: Stated) -> bool:
        """Whether the account of `b` has another amount that answers for `a`, and could not answer for `b` as well.

        "297 workers" and "287 workers" are one question though "nearly 300" fits the one as well as the other.
        """
        if not self.has_counterpart(a, b.article):
            return False
        met = [t for t in self.alike(a, b.article) if t.id not in {a.id, b.id} and counterparts(a, t)]
        return any(t.quantity.number == a.quantity.number or not counterparts(b, t) for t in met)

    def numbers(self, s: Stated) -> set[Decimal | None]:
        """All numbers the article of `s` gives in its slot."""
        return {t.quantity.number for t in self.alike(s, s.article)}

    def settled(self, a: Stated, b: Stated) -> bool:
        """Whether the two articles agree on a number of this slot: what is left over then tells of something else."""
        return any(self.has_counterpart(s, b.article) for s in self.alike(a, a.article))

    def several(self, s: Stated) -> bool:
        """Whether the article of an age gives another age for somebody of that name or role."""
        return any(t.name == s.name and t.quantity.number != s.quantity.number for t in self.alike(s, s.article))


def counterparts(s: Stated, t: Stated) -> bool:
    related = relation(s, t)
    if related is Relation.SAME:
        return True
    return related is Relation.COMPATIBLE and ratio(s.quantity, t.quantity) >= NEAR_ENOUGH


def vague(s: Stated) -> bool:
    """ "Scores of others", "thousands": no number that another could contradict."""
    return s.quantity.number is None and s.quantity.modifier is not Modifier.RANGE and s.quantity.unit != "score"


def rivals(found: Sequence[Pair], book: Book) -> list[Pair]:
    """Pairs across accounts that differ, while neither amount has its own counterpart in the other account."""
    return [
        p
        for p in found
        if p.across
        and p.relation is Relation.DIFFERENT
        and p.thing
        and not (vague(p.a) or vague(p.b))
        and not (p.a.quoted and p.b.quoted)
        and not book.apart(p.a, p.b)
        and not book.apart(p.b, p.a)
    ]
