"""When two speakers of the same words cannot be the same: precision first, everything doubtful is compatible."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache, cached_property

from factcheck.analysis.comparison.accounts import Accounts
from factcheck.analysis.comparison.spelling import fold
from factcheck.shipped import lexicon
from factcheck.values import Claim, Kind, Name, Quotation

ARTICLES = {"the", "a", "an", "its", "his", "her", "their", "our", "this", "that", "these", "those"}
NEAR = 300
"""Characters between a name and the rest of its words in one paragraph: "“We won,” said Jo Reed. “It was hard.”"."""

APPOSED = 40
"""Characters after a mention where its name may stand: "said his brother, Jo Reed"."""
LONG = 4
"""Letters above which a word tells something of its own."""


class Speakers:
    """What the accounts tell of their speakers."""

    def __init__(self, accounts: Accounts) -> None:
        self._accounts = accounts

    @cached_property
    def _persons(self) -> frozenset[str]:
        """Last words of everybody the parse took for a person."""
        return frozenset(name.split()[-1] for c in self._accounts.claims for name in c.frame.persons)

    @cached_property
    def _roles(self) -> dict[str, frozenset[str]]:
        """What the accounts call the bearer of each surname: "hill" -> {"mayor"}."""
        found: dict[str, set[str]] = defaultdict(set)
        for claim in self._accounts.of(Kind.NAME):
            if isinstance(claim.value, Name) and claim.value.role and not _past(claim.value.role):
                found[claim.value.canonical.split()[-1].lower()].add(office(claim.value.role))
        return {surname: frozenset(roles) for surname, roles in found.items()}

    def differ(self, a: Claim, b: Claim) -> bool:
        """Whether two quotations of the same words are given to different speakers, as their reader would say.

        A person and an organisation, a role and a name, a report and its author are compatible; two people known by
        name, two offices one person cannot hold ("the mayor", "the governor") and two governments are not.
        """
        assert isinstance(a.value, Quotation)
        assert isinstance(b.value, Quotation)
        if not (a.value.speaker and b.value.speaker and a.value.cue and b.value.cue):
            return False
        if _words(a.value.speaker) & _words(b.value.speaker):
            return False
        if self._person(a) and self._person(b):
            return True
        told = a.value.speaker, b.value.speaker
        if self._offices(a, b) or _seats(*told) or _relatives(*told):
            return True
        return (self._crowd(a) and self._organisation(b)) or (self._organisation(a) and self._crowd(b))

    def key(self, claim: Claim) -> str:
        """The word by which a speaker is known again: the surname or the common noun; "" for nobody and a pronoun."""
        assert isinstance(claim.value, Quotation)
        told = (claim.value.speaker or "").split()
        last = fold(told[-1]) if told else ""
        return "" if last in _table("pronouns") else last

    def same(self, a: Claim, b: Claim) -> bool:
        """Whether one name or one noun stands for the speaker of both: "Lopez" and "Maria Lopez", "the mayor" twice."""
        assert isinstance(a.value, Quotation)
        assert isinstance(b.value, Quotation)
        ours, theirs = self.key(a), self.key(b)
        if not ours or not theirs:
            return False
        named, other = ([fold(w) for w in (c.speaker or "").split()] for c in (a.value, b.value))
        return ours in other or theirs in named

    def may_be_one(self, a: Claim, b: Claim) -> bool:
        """Whether nothing tells two speakers apart: one is a pronoun, whoever it stands for, or is not told."""
        return not self.differ(a, b) and (self._vague(a) or self._vague(b))

    def _vague(self, claim: Claim) -> bool:
        assert isinstance(claim.value, Quotation)
        span = claim.value.speaker_span
        return span is None or span.of(self._accounts.text(claim)).lower() in _table("pronouns")

    def _person(self, claim: Claim) -> bool:
        """A person known by full name, whose surname stands beside the quotation in its own paragraph."""
        assert isinstance(claim.value, Quotation)
        span, name = claim.value.speaker_span, claim.value.speaker
        if span is None or not name or len(name.split()) < 2 or not name.split()[-1].istitle():
            return False
        text = self._accounts.text(claim)
        between = text[min(span.end, claim.span.end) : max(span.start, claim.span.start)]
        if "\n" in between or len(between) > NEAR:
            return False
        surname = name.split()[-1].lower()
        return surname in self._persons and surname in text[span.start : span.end + APPOSED].lower()

    def _offices(self, a: Claim, b: Claim) -> bool:
        """Whether one is called what the other cannot be, and neither is called what the other is."""
        ours, theirs = self._called(a), self._called(b)
        return not ours & theirs and any(_exclude(x, y) for x in ours for y in theirs)

    def _called(self, claim: Claim) -> frozenset[str]:
        """What a speaker is: the noun that stands for him ("the mayor"), or the roles of the name the accounts give."""
        assert isinstance(claim.value, Quotation)
        if self._person(claim):
            return self._roles.get(self.key(claim), frozenset())
        told = claim.value.speaker or ""
        noun = told.split()[0].lower() in {"the", "a", "an"} and office(told).split()[-1] in told.split()
        return frozenset([office(told)]) if noun else frozenset()

    def _crowd(self, claim: Claim) -> bool:
        """Several people named by what they are ("three cosmonauts"), none of whom speaks for an organisation."""
        head = _head(claim)
        singular = head.removesuffix("s")
        return head.endswith("s") and not {head, singular} & (_table("organisations") | _table("mouths"))

    def _organisation(self, claim: Claim) -> bool:
        return _head(claim) in _table("organisations")


def office(told: str) -> str:
    """The noun that names an office, with the word that makes it one: "the mayor of Laketown" is "mayor".

    >>> office("British foreign secretary")
    'foreign secretary'
    """
    words = re.split(r"\b(?:of|for|at|in|from|to|on|who|with|and)\b|,", told.lower())[0].split() or [""]
    paired = len(words) > 1 and words[-1] in _table("paired")
    return " ".join(words[-2:] if paired else words[-1:])


def _past(role: str) -> bool:
    return bool({"former", "ex", "late", "ex-president", "then"} & set(re.findall(r"[\w-]+", role.lower())))


def hackneyed(words: str) -> bool:
    """Whether the words are what everybody says after an event: "Our thoughts are with the families of the victims"."""
    long = [w for w in re.findall(r"[^\W\d_]+", words.lower()) if len(w) > LONG]
    return all(w in _table("stock") for w in long)


def _exclude(a: str, b: str) -> bool:
    """Whether no one person is both: "mayor" and "governor", "driver" and "passenger"."""
    families: dict[str, list[str]] = lexicon("speakers")["exclusive"]
    return a != b and any(a in held and b in held for held in families.values())


def _relatives(a: str, b: str) -> bool:
    """ "his brother" and "his sister": one person's relatives of two kinds."""
    ours, theirs = a.lower().split(), b.lower().split()
    kin = _table("relatives")
    told = len(ours) == len(theirs) == 2 and ours[0] == theirs[0] and ours[0] in {"his", "her", "their"}
    return told and ours[1] != theirs[1] and ours[1] in kin and theirs[1] in kin


def _seats(a: str, b: str) -> bool:
    """ "the Kremlin" and "the White House": two governments by the places they sit in."""
    held, other = _seat(a), _seat(b)
    return bool(held and other and held != other)


def _seat(speaker: str) -> str | None:
    seats: dict[str, str] = lexicon("speakers")["seats"]
    return seats.get(speaker.lower().removeprefix("the "))


@cache
def _table(name: str) -> frozenset[str]:
    return frozenset(lexicon("speakers")[name])


def _head(claim: Claim) -> str:
    """The last word of a speaker told by a common noun ("the Russian space agency"), "" for a name."""
    assert isinstance(claim.value, Quotation)
    words = (claim.value.speaker or "").split()
    last = words[-1] if words else ""
    return last if last.islower() else ""


def _words(name: str) -> set[str]:
    return {w.strip(".,'’").lower() for w in name.split()} - ARTICLES
