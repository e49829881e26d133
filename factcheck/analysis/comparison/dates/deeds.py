"""One deed in whatever words: "units ship on October 4", "both go on sale on Oct. 14"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.analysis.comparison.accounts import Accounts
from factcheck.analysis.comparison.amounts import Relation
from factcheck.analysis.comparison.dates.told import LEAD, Told, deeds_by_word, table, told_of
from factcheck.analysis.comparison.moments import Moment, moment, moments_of, relate
from factcheck.shipped import lexicon
from factcheck.values import Claim, Span, TimeExpression


@dataclass(frozen=True, slots=True)
class Deeds:
    """What each date of a case is told of, and the dates of each article that tell one deed."""

    told: dict[str, Told]
    tellers: dict[tuple[str, str], list[Claim]]
    leads: dict[str, frozenset[str]]

    def shared(self, a: Claim, b: Claim) -> str:
        """A deed that both dates are told of, and that neither article tells of another time; "" without one."""
        first, second = self.told[a.id], self.told[b.id]
        if not _may_be_one(first, second):
            return ""
        for deed in sorted(first.deeds & second.deeds):
            if _two_times(deed, first, second):
                continue
            things = self._joining(deed, a, b)
            if things is None and not _strangers(first, second):
                things = self._one_each(deed, a, b)
            if things is not None and self._alone(deed, things, a, b) and self._alone(deed, things, b, a):
                return deed
        return ""

    def _joining(self, deed: str, a: Claim, b: Claim) -> frozenset[str] | None:
        """The things that make two dates of a deed those of one; empty when the deed alone does, None when nothing."""
        first, second = self.told[a.id], self.told[b.id]
        opened = deed in self.leads.get(a.article, ()) and deed in self.leads.get(b.article, ())
        own = frozenset(lexicon("occasions")["deeds"][deed])
        if deed in lexicon("occasions")["objects"]:
            objects = {f"({line})" for line in lexicon("occasions")["objects"][deed]}
            return (first.things & second.around | second.things & first.around) & objects or None
        strong = (first.things & second.things) - own
        if deed in table("often"):
            return strong if strong and opened else None
        things = strong | (first.things & second.around | second.things & first.around) - own
        if deed in table("personal"):
            things |= first.people & (second.people | second.around) | second.people & first.around
        if things:
            return things
        others = bool(first.people and second.people)
        if deed in table("personal"):
            others |= bool(first.subjects and second.subjects and not first.subjects & second.subjects)
        return frozenset() if opened and deed in table("main") and not others else None

    def _one_each(self, deed: str, a: Claim, b: Claim) -> frozenset[str] | None:
        """What joins two dates that are the only ones of a deed in their articles; None when nothing.

        Clock times need nothing else ("pulled over at 2:20 a.m.", "stopped about 3:20"), what has a fixed date a word
        near both ("has taken part in the programme since 1999", "signed up for the programme in 1996").
        """
        opened = deed in self.leads.get(a.article, ()) and deed in self.leads.get(b.article, ())
        if lexicon("occasions")["objects"].get(deed) == [] or (
            deed in table("often") and not (opened and deed in table("hours"))
        ):
            return None
        if all(self._clocks(deed, claim) == 1 and _moment(claim).clock is not None for claim in (a, b)):
            return frozenset()
        if deed not in table("fixed") or any(len(self.tellers[claim.article, deed]) != 1 for claim in (a, b)):
            return None
        near = self.told[a.id].around & self.told[b.id].around
        return near - frozenset(lexicon("occasions")["deeds"][deed]) or None

    def _clocks(self, deed: str, claim: Claim) -> int:
        return sum(_moment(c).clock is not None for c in self.tellers[claim.article, deed])

    def _alone(self, deed: str, things: frozenset[str], a: Claim, b: Claim) -> bool:
        """Whether no date of the deed in the article of `a` excludes `a` or agrees with `b`."""
        for claim in self.tellers[a.article, deed]:
            if self.told[claim.id].edge != self.told[a.id].edge:
                continue
            if things and not things & (self.told[claim.id].around | self.told[claim.id].people):
                continue
            rival = _moment(claim).single or not _moment(a).single  # "in March" is no rival of "on Oct. 14"
            if (rival and _relation(claim, a) is Relation.DIFFERENT) or _relation(claim, b) in {
                Relation.SAME,
                Relation.COMPATIBLE,
            }:
                return False
        return True


def _kin(told: Told) -> frozenset[str]:
    """ "Kessler's brother was arrested" tells nothing of Kessler."""
    return told.subjects & frozenset(lexicon("occasions")["apart"]["kin"])


def _may_be_one(a: Told, b: Told) -> bool:
    """Whether nothing sets two times of a deed apart: the end of a stretch, another place, "a second", "the Senate"."""
    elsewhere = a.places and b.places and not (a.places & (b.places | b.names) or a.names & b.places)
    others = a.bearers and b.bearers and not a.bearers & b.bearers
    return a.edge == b.edge and not elsewhere and not others and one_of_its_kind(a, b)


def one_of_its_kind(a: Told, b: Told) -> bool:
    """Whether no word sets the two apart: "another", "an aftershock", "the first train" and "the last"."""
    ends = frozenset({"first", "last"})
    return a.apart - ends == b.apart - ends and not (a.apart & ends and b.apart & ends and a.apart != b.apart)


def _two_times(deed: str, a: Told, b: Told) -> bool:
    """Whether one tells the end of a deed ("the talks stopped on Monday") and the other does not, or the one is told of
    a person and the other of that person's kin, or somebody else did the same."""
    ends_one = a.phase != b.phase and "last" in {a.phase, b.phase} and deed not in a.done & b.done
    return (
        ends_one
        or (deed in table("personal") and _kin(a) != _kin(b))
        or (deed in table("each") and _other_subjects(deed, a, b))
    )


def _other_subjects(deed: str, a: Told, b: Told) -> bool:
    """ "The firm joined in 2001", "the union has been a member since 2004"."""
    own = {word for line in lexicon("occasions")["deeds"][deed] for word in line.split()}
    ours, theirs = a.subjects - own, b.subjects - own
    return bool(ours and theirs) and not ours & theirs


def _strangers(a: Told, b: Told) -> bool:
    """Whether they name different people."""
    return bool(a.people and b.people) and not a.people & (b.people | b.around)


def deeds_of(accounts: Accounts, claims: Sequence[Claim]) -> Deeds:
    beside: dict[tuple[str, Span], list[Claim]] = defaultdict(list)
    for claim in claims:
        beside[claim.article, claim.sentence].append(claim)
    told = {c.id: told_of(accounts, c, beside[c.article, c.sentence]) for c in claims}
    tellers: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        for deed in told[claim.id].deeds:
            tellers[claim.article, deed].append(claim)
    return Deeds(told, tellers, _leads(accounts, told))


def _relation(a: Claim, b: Claim) -> Relation | None:
    return relate(*moments_of(a, b))


def _moment(claim: Claim) -> Moment:
    assert isinstance(claim.value, TimeExpression)
    return moment(claim.value)


def _leads(accounts: Accounts, told: dict[str, Told]) -> dict[str, frozenset[str]]:
    """The deeds each article opens with."""
    found: dict[str, set[str]] = defaultdict(set)
    for claim in accounts.claims:
        if claim.span.start < LEAD:
            if claim.id in told:
                found[claim.article] |= told[claim.id].deeds
            for word in claim.frame.words:
                found[claim.article] |= deeds_by_word().get(word, frozenset())
    return {article: frozenset(held) for article, held in found.items()}
