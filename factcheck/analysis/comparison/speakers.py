"""When two speakers of the same words cannot be the same: precision first, everything doubtful is compatible."""

from __future__ import annotations

import re
from functools import cached_property

from factcheck.analysis.comparison.accounts import Accounts
from factcheck.shipped import lexicon
from factcheck.values import Claim, Quotation

ARTICLES = {"the", "a", "an", "its", "his", "her", "their", "our", "this", "that", "these", "those"}


class Speakers:
    """What the accounts tell of their speakers."""

    def __init__(self, accounts: Accounts) -> None:
        self._accounts = accounts

    @cached_property
    def _persons(self) -> frozenset[str]:
        """Last words of everybody the parse took for a person."""
        return frozenset(name.split()[-1] for c in self._accounts.claims for name in c.frame.persons)

    def differ(self, a: Claim, b: Claim) -> bool:
        """Whether two quotations of the same words are given to different speakers, as their reader would say.

        A person and an organisation, a role and a name, a report and its author are compatible.
        """
        assert isinstance(a.value, Quotation)
        assert isinstance(b.value, Quotation)
        if not (a.value.speaker and b.value.speaker and a.value.cue and b.value.cue):
            return False
        if _words(a.value.speaker) & _words(b.value.speaker):
            return False
        if self._person(a) and self._person(b):
            return True
        return (self._crowd(a) and self._organisation(b)) or (self._organisation(a) and self._crowd(b))

    def key(self, claim: Claim) -> str:
        """The word by which a speaker is known again: the surname or the common noun; "" for nobody and a pronoun."""
        assert isinstance(claim.value, Quotation)
        told = (claim.value.speaker or "").split()
        last = re.sub(r"['’]s?$", "", told[-1].lower().strip(".,")) if told else ""
        return "" if last in _table("pronouns") else last

    def same(self, a: Claim, b: Claim) -> bool:
        """Whether one name or one noun stands for the speaker of both: "Lopez" and "Maria Lopez", "the mayor" twice."""
        assert isinstance(a.value, Quotation)
        assert isinstance(b.value, Quotation)
        ours, theirs = self.key(a), self.key(b)
        if not ours or not theirs:
            return False
        return ours in _words(b.value.speaker or "") or theirs in _words(a.value.speaker or "")

    def _person(self, claim: Claim) -> bool:
        """A person known by full name, whose surname stands beside the quotation in its own sentence."""
        assert isinstance(claim.value, Quotation)
        span, name = claim.value.speaker_span, claim.value.speaker
        if span is None or not name or len(name.split()) < 2 or not name.split()[-1].istitle():
            return False
        if not claim.sentence.contains(span):
            return False
        surname = name.split()[-1].lower()
        return surname in self._persons and surname in span.of(self._accounts.text(claim)).lower()

    def _crowd(self, claim: Claim) -> bool:
        """Several people named by what they are ("three cosmonauts"), none of whom speaks for an organisation."""
        head = _head(claim)
        singular = head.removesuffix("s")
        return head.endswith("s") and not {head, singular} & (_table("organisations") | _table("mouths"))

    def _organisation(self, claim: Claim) -> bool:
        return _head(claim) in _table("organisations")


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
