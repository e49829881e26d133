"""One quantity as its account states it: what it counts, in which slot, and what narrows it.

The frame tells the grammar; a few words beside the number, which no parse is needed for, tell the rest ("the *top* 2
percent", "three *of the* seven", "$54 billion *a year*").
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cache

from factcheck.analysis.comparison.accounts import Accounts
from factcheck.analysis.comparison.amounts import CONVERTED
from factcheck.analysis.comparison.likeness import people
from factcheck.analysis.comparison.quantities.aspects import aspects_of, shares_clause
from factcheck.analysis.comparison.quantities.people import roles, whole_name, whose
from factcheck.analysis.comparison.quantities.slots import (
    anyone,
    dimension,
    meanings,
    place_behind,
    slot,
    slot_of,
    typed,
)
from factcheck.shipped import lexicon
from factcheck.values import Claim, Quantity

WINDOW = 60
"""Characters read beside a number."""
PRECISE = 4
TELLING = 3
"""Digits of numbers that hardly meet by chance, and of those that rarely do."""
REACH = 100
"""Characters in which the word that tells its slot is looked for."""

RATE = re.compile(
    r"(?:\s+in\s+(?:cash|stock))?[\s-]*(?:/\s*(?=[a-z])|per[\s-]|(?:an?|every|for (?:each|every))\s+(?:\w+\s)?"
    r"(?:day|week|month|year|hour|share|barrel|person|head|night)\b|each\b|apiece|annual|yearly|a piece)",
    re.I,
)
PART = re.compile(r"\s*(?:of\s+(?:the|them|those|these|whom|which|its|his|her|their|all|our)\b)", re.I)
SCALE = re.compile(
    r"\b(?:top|bottom|richest|poorest|wealthiest|first|last|next|another|other|additional|extra)\s*$", re.I
)
ELSEWHEN = re.compile(
    r"\b(?:previous|earlier|prior|next|following|coming)\s+(?:day|night)\b"
    r"|\b(?:last|previous|earlier|past|prior|next|following|coming)\s+(?:week|month|year|season|quarter|election|census|vote)\b"
    r"|\b(?:year|month|week|day|decade)s?\s+(?:earlier|ago|before)\b|\bpreviously\b"
    r"|\bon the (?:day|week|month|year)\b|\byear[- ]on[- ]year\b",
    re.I,
)
COMING = re.compile(r"next|following|coming", re.I)
BECAME = re.compile(
    r"\b(?:raised|increased|doubled|cut|lowered|upgraded|rose|risen|revised|extended|brought)\b[^.;]{0,30}\bto\s$"
)
"""What was changed last week holds now: "raised last week to $25,000"."""
SOURCE = re.compile(
    r"\b(?:(police)|(organi[sz]ers?)|(?:labou?r\s|trade\s)?(unions?)|(government|ministry|ministers?)|(army|military)|"
    r"(rebels?|militants?|insurgents?|opposition)|(hospitals?|doctors?|medics?)|(witness\w*|residents?|locals)|"
    r"(reuters|afp|ap)\b)",
    re.I,
)
MODAL = re.compile(
    r"\b(?:(?P<planned>will|shall|would|(?:is|are|was|were|plan\w*|agreed|decided|voted|going) to)"
    r"|could|may|might|should|if|unless|expect\w*|hop(?:e|es|ed|ing)|wants?|wanted|threaten\w*|propos\w+|aim\w*)\b",
    re.I,
)
"""What is planned and what is done are told of by one number: "will borrow $600 million". What may be is another."""
BRACKETED = re.compile(r"[\d.]+\s?\w*\s?[(\[](?:or |about |around |roughly |some |nearly |approximately )?$")
"""A second currency behind the first: "$191 million ([£113 million])"."""
WERE = re.compile(r"\s(?:others\s|more\s|were\s|are\s|have been\s|had been\s){1,2}(?!older|younger|in favou?r)[a-z]+")
OF_SOME = re.compile(r"\b(?:of|among)\s(?:the|its|their|our|those|these)\b|\d\s\w+[,;]?\s(?:and\s)?$", re.I)
TOTAL_OF = re.compile(r"\s*of [^.,;]{0,40}\d")
OF_THE = re.compile(r" of (?:the|them)\b")
CLAUSE = re.compile(r"[,;:()]\s|\s[–—-]+\s")
MONTH = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,7}\.?\s+$")
IN_YEAR = re.compile(r"\bin\s+((?:19|20)\d\d)\b", re.IGNORECASE)
TENTATIVE = re.compile(
    r"\bso far\b|\bpreliminar|\binitial|\boriginally\b|\bat first\b|\brevised\b|\bearlier (?:report|estimate|figure)",
    re.I,
)
YEAR = re.compile(r"\b(?:19|20)\d\d\b(?!\s*[%\w])")
DAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")


@dataclass(frozen=True, slots=True)
class Stated:
    """A quantity claim with what the comparison needs to know of it.

    `slot` is the typed question it answers ("toll"), "" for none, `name` the person or role an age belongs to. `rate`
    and `part` say that it is an amount per something, or of a whole named beside it; `years` and `days` stand beside
    it, `dated` says that it is the day of a month, `elsewhen` that it is told of another time than the account's,
    `tentative` that it may change; `place` is where a distance is measured from, `text` the whole article,
    `aspects` what its clause tells of (aspects.toml), `source` whose estimate it is ("police"), `supposed` says that
    it may be so, which neither is nor is planned.
    """

    claim: Claim
    quantity: Quantity
    slot: str = ""
    name: tuple[str, ...] = ()
    published: date | None = None
    rate: bool = False
    part: bool = False
    years: frozenset[str] = frozenset()
    days: frozenset[str] = frozenset()
    elsewhen: bool = False
    dated: bool = False
    tentative: bool = False
    place: str = ""
    text: str = ""
    aspects: frozenset[str] = frozenset()
    source: str = ""
    supposed: bool = False

    @property
    def id(self) -> str:
        return self.claim.id

    @property
    def article(self) -> str:
        return self.claim.article

    @property
    def comparable(self) -> bool:
        """Whether the amount counts something that is known: ranks, days and bare numbers without a slot do not."""
        known = self.quantity.unit is not None or bool(self.slot or self.aspects) or self.precise or self.part
        return self.quantity.unit != "rank" and not self.dated and known and not self.converted

    @property
    def converted(self) -> bool:
        """Whether an amount of money only tells the one before it in another currency."""
        before = self.text[max(self.claim.span.start - 30, 0) : self.claim.span.start]
        return self.money and BRACKETED.search(before) is not None

    @property
    def precise(self) -> bool:
        """A number of so many digits that two accounts hardly hold it by chance: 49,713."""
        return self.digits >= PRECISE

    @property
    def quoted(self) -> bool:
        """Whether it stands between quotation marks of its paragraph: what somebody said is compared as a quotation."""
        start = self.claim.span.start
        before = self.text[self.text.rfind("\n", 0, start) + 1 : start]
        return before.count('"') % 2 == 1 or before.count("“") > before.count("”")

    @property
    def digits(self) -> int:
        """How many digits are written before the noughts: 2 for 54 billion."""
        number = self.quantity.number
        return len(number.normalize().as_tuple().digits) if number else 0

    @property
    def nameless_age(self) -> bool:
        """An age of somebody the words beside it do not name."""
        return self.slot == "age" and not self.name

    def named_in(self, other: Stated) -> bool:
        """Whether the article of another amount knows the person whose age this is; true of nobody in particular."""
        return not self.personal or self.name[-1] in other.text.lower()

    @property
    def role(self) -> bool:
        """Whether `name` is what somebody is in the story: "the driver"."""
        return len(self.name) == 1 and self.name[0] in roles()

    @property
    def personal(self) -> bool:
        """Whether `name` names a person."""
        return bool(self.name) and not self.role

    @property
    def money(self) -> bool:
        """An amount of money: what follows it ("of diamonds") is what it pays for, not a whole it is part of."""
        return self.quantity.unit in currencies()

    @property
    def keys(self) -> frozenset[str]:
        """Under which names the amount is looked up: its unit, its noun, "(people)", its slot."""
        q = self.quantity
        keys = {q.unit or "", q.noun or "", f"({self.slot})" if self.slot else ""} - {""}
        keys |= {"(part)"} if self.part else set()
        keys |= {f"={q.number}"} if self.digits >= TELLING else set()
        keys |= {f"[{dimension(q.unit)}]"} if dimension(q.unit) in CONVERTED else set()
        keys |= {f"[{group}]" for group in meanings(q.noun or "") | meanings(q.unit or "")}
        keys |= {f"<{name}>" for name in self.aspects}
        return frozenset(keys | ({"(people)"} if {q.noun, q.unit} & people() else set()))


def stated(accounts: Accounts, claim: Claim, names: Mapping[tuple[str, str], set[str]]) -> Stated:
    """Read one quantity claim in its place."""
    assert isinstance(claim.value, Quantity)
    text = accounts.text(claim)
    long_before = text[max(claim.sentence.start, claim.span.start - REACH, 0) : claim.span.start]
    before = long_before[-WINDOW:]
    after = text[claim.span.end : min(claim.span.end + WINDOW, max(claim.sentence.end, claim.span.end))]
    of, name = whose(claim, before, after)
    in_slot = of or slot_of(claim, long_before, after)
    table = slot(in_slot) if in_slot in typed() else {}
    elsewhen = _another_time(claim, _clause(before, after)) or _long_ago(accounts, claim, before)
    elsewhen = elsewhen and not BECAME.search(before)
    return Stated(
        claim=claim,
        quantity=_people(_share(claim.value, claim.text), claim, before, after),
        slot=in_slot,
        name=whole_name(name, claim.article, names),
        published=accounts.published(claim),
        rate=bool(RATE.match(after)),
        part=not table.get("partial") and _part(claim, before, after),
        years=frozenset(YEAR.findall(before + "   " + after)),
        days=frozenset(d.lower() for d in DAY.findall(before[-30:] + "   " + after[:40])),
        elsewhen=elsewhen and not table.get("timeless"),
        dated=bool(MONTH.search(before)),
        tentative=bool(TENTATIVE.search(before + " | " + after)),
        text=text,
        place=place_behind(after) if table.get("place") else "",
        aspects=frozenset() if of else aspects_of(claim, long_before, after),
        source=_source(long_before, after),
        supposed=claim.frame.hypothetical and _supposed(long_before),
    )


def inherited(read: Sequence[Stated]) -> list[Stated]:
    """In the order of articles and texts.

    "Ms. Lee had $9 million on hand. Mr. Cole had $8 million.": both amounts on hand.
    """
    places = {article: n for n, article in enumerate(dict.fromkeys(s.article for s in read))}  # ids have no order
    ordered = sorted(read, key=lambda s: (places[s.article], s.claim.span))
    for n, s in enumerate(ordered[1:], 1):
        last = ordered[n - 1]
        near = last.article == s.article and s.claim.span.start - last.claim.span.end < REACH
        short = shares_clause(s.text[s.claim.sentence.start : s.claim.sentence.end])
        if near and short and s.money and not s.aspects and last.quantity.unit == s.quantity.unit:
            ordered[n] = replace(s, aspects=last.aspects)
    return ordered


def _source(before: str, after: str) -> str:
    """Whose estimate it is: the nearest source named before the number in its sentence, else behind it."""
    told = [next(g for g in m.groups() if g).lower()[:6] for m in SOURCE.finditer(before)][-1:]
    told += [next(g for g in m.groups() if g).lower()[:6] for m in SOURCE.finditer(after)][:1]
    return told[0] if told else ""


def _supposed(before: str) -> bool:
    """By the last modal before it: "could cost $5 million", not "will cost $5 million"."""
    modals = list(MODAL.finditer(before))
    return bool(modals) and modals[-1]["planned"] is None


def _part(claim: Claim, before: str, after: str) -> bool:
    """ "Three of the seven", "the top 2 percent"; "287 workers of the plant" are all that are counted."""
    q = claim.value
    assert isinstance(q, Quantity)
    written = q.noun is not None and q.unit == q.noun and claim.text.split()[-1].lower().startswith(q.noun[:3])
    counted = dimension(q.unit) in {"length", "speed"} or (written and not TOTAL_OF.match(after))
    return bool((PART.match(after) and not counted) or SCALE.search(before) or OF_THE.search(claim.text))


def _clause(before: str, after: str) -> str:
    """The words beside a number up to the next comma: "last year, accounting for [half]" is told of no other time."""
    return CLAUSE.split(before[-30:])[-1] + " | " + CLAUSE.split(after[:40])[0]


def _another_time(claim: Claim, clause: str) -> bool:
    """ "Last year"; the coming one is when a plan is carried out, which the other account may leave out."""
    return any(not (claim.frame.hypothetical and COMING.match(m[0])) for m in ELSEWHEN.finditer(clause))


def _long_ago(accounts: Accounts, claim: Claim, before: str) -> bool:
    """ "In 2005 a similar attack killed 52 people", in an account of a later year; not "founded in 1902, has 34"."""
    published = accounts.published(claim)
    told = CLAUSE.split(before)[-1] if not before.lstrip().startswith("In ") else before
    return published is not None and any(int(y) < published.year for y in IN_YEAR.findall(told))


def _share(q: Quantity, text: str) -> Quantity:
    """ "Half of the sales" is 50 percent: shares are held against each other as percentages."""
    if q.unit == "percentage" or q.number is None or not Decimal(0) < q.number < 1 or any(c.isdigit() for c in text):
        return q
    return replace(q, number=q.number * 100, unit="percentage", noun=None)


def _people(q: Quantity, claim: Claim, before: str, after: str) -> Quantity:
    """ "31 were trapped": people whose noun is left out; "four German citizens" are Germans."""
    if q.unit is None and q.number is not None and q.number == q.number.to_integral_value() and not claim.frame.part_of:
        alone = WERE.match(after) and not OF_SOME.search(before) and claim.frame.event not in {"be", "have"}
        return replace(q, unit="people", noun="people") if alone else q
    if q.unit == q.noun and q.noun in anyone():
        named = [w for w in claim.text.split()[1:-1] if w[:1].isupper() and w.lower() in claim.frame.modifiers]
        return replace(q, unit=named[-1].lower(), noun=named[-1].lower()) if named else q
    return q


@cache
def currencies() -> frozenset[str]:
    return frozenset(entry["name"] for entry in lexicon("currencies")["currency"])
