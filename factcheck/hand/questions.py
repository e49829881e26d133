"""Groups while a person's hand is laid on them: who gives which answer, and what that makes of the group."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations

from factcheck.analysis.comparison.accounts import Accounts
from factcheck.analysis.comparison.amounts import Relation
from factcheck.hand.likeness import relate
from factcheck.hand.reckoned import RECKONED, does_not_come_out
from factcheck.values import Answer, Article, Claim, Conflict, Group, Kind, Status

BY_HAND = "joined-by-hand"
"""The rule of a conflict that a person's hand brought about."""
SURE = 0.9
"""Confidence of such a conflict: the person says that it is one question, and the values that answers differ."""
MOST = 8
"""Claims of an answer held against those of another one."""

Told = Callable[[Claim], str]
"""The words an answer is given in."""


@dataclass(slots=True)
class Question:
    """One group in the making. `sides` are its answers; claims of one side can all be true.

    `was` is the conflict the program raised, None for none; `ground` why claims that differ are no conflict.
    """

    id: str
    question: str
    kind: Kind
    status: Status
    sides: list[list[str]]
    was: Conflict | None = None
    ground: str = ""
    grown: bool = False  # it holds claims, or values of them, that the program did not see together
    texts: dict[str, str] = field(default_factory=dict)  # the words the program gave a claim's answer in
    reworded: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, group: Group, conflict: Conflict | None) -> Question:
        sides = [list(answer.claims) for answer in conflict.answers] if conflict else [list(group.claims)]
        held = {id for side in sides for id in side}
        sides[0] += [id for id in group.claims if id not in held]
        texts = {id: answer.text for answer in conflict.answers for id in answer.claims} if conflict else {}
        return cls(group.id, group.question, group.kind, group.status, sides, conflict, texts=texts)

    @classmethod
    def new(cls, id: str, question: str, kind: Kind) -> Question:
        return cls(id, question, kind, Status.SINGLE, [])

    def copy(self) -> Question:
        """One that can be changed without this one."""
        sides = [list(side) for side in self.sides]
        return replace(self, sides=sides, texts=dict(self.texts), reworded=set(self.reworded))

    @property
    def claims(self) -> list[str]:
        return list(dict.fromkeys(id for side in self.sides for id in side))

    def reword(self, id: str, claims: dict[str, Claim]) -> None:
        """A claim says something else now: it goes to the answer it agrees with, and stays where nothing is to be
        held against it."""
        beside = next(side for side in self.sides if id in side)
        self.texts.pop(id, None)
        self.reworded.add(id)
        self.without((id,))
        self.take((id,), claims, beside=beside)

    def reckon(self, claims: dict[str, Claim], articles: Sequence[Article]) -> None:
        """Where the program's conflict rests on arithmetic, ask it again once claims have changed."""
        if self.was is None or self.was.rule not in RECKONED:
            return
        held = [claims[id] for id in self.claims if id in self.was.claims]
        if does_not_come_out(self.was.rule, held, articles):
            answers = [[id for id in answer.claims if id in self.claims] for answer in self.was.answers]
            more = [id for id in self.claims if id not in self.was.claims]
            self.sides = [side for side in (answers[0] + more, *answers[1:]) if side]
        else:
            self.sides = [self.claims] if self.claims else []

    def without(self, ids: Iterable[str]) -> list[list[str]]:
        """Take claims out; by the answers they gave."""
        gone = set(ids)
        taken = [[id for id in side if id in gone] for side in self.sides]
        self.sides = [kept for side in self.sides if (kept := [id for id in side if id not in gone])]
        return [side for side in taken if side]

    def take(
        self, ids: Sequence[str], claims: dict[str, Claim], apart: Collection[str] = (), beside: Sequence[str] = ()
    ) -> None:
        """Put claims that go together to the answer they agree with, or make them one more.

        They do not go to an answer that holds one of `apart`; where values tell nothing, they go to `beside` rather
        than to another.
        """
        ids = [id for id in ids if id not in self.claims]
        if not ids:
            return
        self.grown = True
        sides = [side for side in self.sides if not set(apart) & set(side)]
        sides.sort(key=lambda side: not set(beside) & set(side))
        fits = [(self._stand(side, ids, claims), side) for side in sides]
        for wanted in (Relation.SAME, Relation.COMPATIBLE, None):
            for stand, side in fits:
                if stand is wanted:
                    side += ids
                    return
        self.sides.append(ids)

    def _stand(self, side: Sequence[str], ids: Sequence[str], claims: dict[str, Claim]) -> Relation | None:
        """How two sets of claims stand to each other: they differ where any two do."""
        stands = {relate(self.kind, claims[a], claims[b]) for a in side[:MOST] for b in ids[:MOST]}
        found = (r for r in (Relation.DIFFERENT, Relation.SAME, Relation.COMPATIBLE) if r in stands)
        return next(found, None)

    def oppose(self, opposed: bool, claims: dict[str, Claim]) -> None:
        """What a person says of the answers: that they can all be true, or that they exclude each other."""
        if not opposed:
            self.sides = [self.claims]
        elif len(self.sides) == 1:
            self.sides = _by_words(self.claims, claims)

    def group(self, claims: dict[str, Claim]) -> Group:
        return Group(self.id, self.question, self.kind, self._status(claims), tuple(self.claims), self.ground)

    def _status(self, claims: dict[str, Claim]) -> Status:
        if len(self.sides) > 1 and self.ground:
            return Status.COMPATIBLE
        if len(self.sides) > 1:
            return Status.UPDATE if self.was and self.was.status is Status.UPDATE else Status.CONFLICT
        if len(self.claims) == 1:
            return Status.SINGLE
        if self.ground:
            return Status.AGREEMENT
        if not self.grown and self.was is None:
            return self.status
        pairs = combinations(self.claims[:MOST], 2)
        same = all(relate(self.kind, claims[a], claims[b]) is Relation.SAME for a, b in pairs)
        return Status.AGREEMENT if same else Status.COMPATIBLE

    def conflict(self, claims: dict[str, Claim], articles: Sequence[Article], told: Told) -> Conflict | None:
        """The conflict this is now; the one the program raised where the same claims give the same answers."""
        if len(self.sides) < 2 or self.ground:
            return None
        was = self.was
        if was and not self.reworded and [sorted(a.claims) for a in was.answers] == [sorted(s) for s in self.sides]:
            return was
        sides = sorted(self.sides, key=len, reverse=True)
        words = {side[0]: self.texts.get(side[0]) or told(claims[side[0]]) for side in sides}
        answers = tuple(Answer(words[side[0]], tuple(side)) for side in sides)
        return Conflict(
            was.id if was else f"{self.id}:conflict",
            self.id,
            self.kind,
            self._status(claims),
            _contradicts_itself(sides, claims),
            tuple(id for side in sides for id in side),
            answers,
            was.rule if was else BY_HAND,
            _reason(Accounts(tuple(articles), ()), sides, claims, words),
            was.confidence if was else SURE,
        )


def _by_words(ids: Sequence[str], claims: dict[str, Claim]) -> list[list[str]]:
    """Each wording is an answer of its own, or each account where the words are the same."""
    wordings = [" ".join(claims[id].text.casefold().split()) for id in ids]
    keys = wordings if len(set(wordings)) > 1 else [claims[id].article for id in ids]
    sides: dict[str, list[str]] = {}
    for key, id in zip(keys, ids, strict=True):
        sides.setdefault(key, []).append(id)
    return list(sides.values())


def _contradicts_itself(sides: Sequence[Sequence[str]], claims: dict[str, Claim]) -> bool:
    told = [article for side in sides for article in {claims[id].article for id in side}]
    return len(told) != len(set(told))


def _reason(accounts: Accounts, sides: Sequence[Sequence[str]], claims: dict[str, Claim], words: dict[str, str]) -> str:
    """One sentence with every answer and its sources."""
    said = [f"{words[side[0]]} ({accounts.sources([claims[id] for id in side])})" for side in sides]
    reason = " against ".join(said) + "."
    return reason[:1].upper() + reason[1:]
