"""Whether two accounts mean one person or thing by other words: an actor by his name, a church by "the building"."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from factcheck.analysis.comparison.accounts import Accounts
from factcheck.analysis.comparison.likeness import people
from factcheck.analysis.questions import classes
from factcheck.values import Kind, Name

SPLITTING = frozenset({"other", "another", "second", "third", "former", "previous", "next", "similar"})
"""Words of phrases that set one thing apart from its like."""
COUNTING = frozenset(
    {"percent", "%", "most", "all", "some", "many", "half", "more", "number", "one", "two", "three", "four"}
)
"""Heads that count and name nothing."""


@dataclass(frozen=True)
class Cast:
    """The people of a case: for each role, lower case, the surnames of those who have it; and all surnames."""

    roles: dict[str, frozenset[str]]
    surnames: frozenset[str]

    def means(self, word: str) -> frozenset[str]:
        """What a word may be called elsewhere: itself, the one bearer of a role, the lines of things it stands in."""
        held = self.roles.get(word, frozenset())
        return frozenset({word}) | (held if len(held) == 1 else frozenset()) | classes().get(word, frozenset())

    def one(self, ours: tuple[str, ...], theirs: tuple[str, ...], *, narrow: bool = False) -> bool:
        """Whether two phrases, head first, may name one person or thing.

        A person is known by name or by a role that one alone has. Things need one noun, or nouns of one line, and a
        second word in common where both have one: "the tower of the church", "the church's bell tower".
        `narrow` asks for all.
        """
        if not ours or not theirs or ours[0] in COUNTING or theirs[0] in COUNTING:
            return False
        shared = self.means(ours[0]) & self.means(theirs[0])
        if shared & self.surnames or self._named(ours, theirs) or self._named(theirs, ours):
            return True
        if not shared or any(len(self.roles.get(w, ())) > 1 for w in (ours[0], theirs[0])):
            return False
        rest, others = {*ours[1:]} - {theirs[0]}, {*theirs[1:]} - {ours[0]}
        if narrow:
            return rest == others
        bare = not (rest and others) and not self.surnames & (rest | others)
        return bool(rest & others) or (ours[0] == theirs[0] and bare)

    def _named(self, name: tuple[str, ...], person: tuple[str, ...]) -> bool:
        """ "Willis" is among the words of "the coach, Tom Willis"."""
        return name[0] in self.surnames and name[0] in person and (person[0] in self.roles or person[0] in people())

    def other_people(self, ours: frozenset[str], theirs: frozenset[str]) -> bool:
        """Both name people, and none of them is named in both."""
        a, b = ours & self.surnames, theirs & self.surnames
        return bool(a and b) and not a & b


NOBODY = Cast({}, frozenset())


def cast_of(accounts: Accounts) -> Cast:
    """The roles are those that stand beside a name anywhere in the case: "the actor Peter Novak"."""
    roles: dict[str, set[str]] = defaultdict(set)
    surnames = set()
    for claim in accounts.of(Kind.NAME):
        if not isinstance(claim.value, Name) or claim.value.type != "person":
            continue
        surname = claim.value.canonical.split()[-1].lower()
        surnames.add(surname)
        if claim.value.role:
            roles[_head(claim.value.role)].add(surname)
    return Cast({role: frozenset(held) for role, held in roles.items()}, frozenset(surnames))


def _head(role: str) -> str:
    """The noun of a role: "secretary" of "secretary of state"."""
    before = role.lower().replace(" for ", " of ").split(" of ")[0].split(",")[0].split()
    return before[-1] if before else ""
