"""What is looked at: a conflict or group, and which of its claims each article leads with. No widgets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcheck.values import Claim, Conflict, Group, Status
from ui.reading.marks import passages


class Choice:
    """The chosen conflict with its passages by article id, and the claim a person was last at."""

    def __init__(self) -> None:
        self.conflict: Conflict | None = None
        self.passages: dict[str, tuple[str, ...]] = {}
        self.current: str | None = None
        self._turn = 0

    def take(self, conflict: Conflict | None, claims: Mapping[str, Claim], order: Sequence[str]) -> str | None:
        """Look at this conflict, articles in this order. The claim last clicked leads in its article when it is one
        of the conflict's; it is given back then."""
        self.conflict = conflict
        self.passages = passages(conflict, claims, order) if conflict else {}
        self._turn = 0
        clicked, self.current = self.current, None
        if clicked is None or conflict is None or clicked not in conflict.claims:
            return None
        article = claims[clicked].article
        others = (claim for claim in self.passages[article] if claim != clicked)
        self.passages[article] = (clicked, *others)
        self.current = clicked
        return clicked

    def next_turn(self) -> None:
        """Of an article's several passages the next one leads from now on."""
        self._turn += 1

    def leading(self) -> dict[str, str]:
        """The claim each article is level at, by article id."""
        return {article: mine[self._turn % len(mine)] for article, mine in self.passages.items()}

    def settle(self) -> None:
        """The passages stand level: a person is now at one that leads."""
        leading = self.leading()
        if leading and self.current not in leading.values():
            self.current = next(iter(leading.values()))


def one_for_each_answer(
    conflict: Conflict | None, passages: Mapping[str, Sequence[str]], of: Mapping[str, int]
) -> list[int]:
    """The numbers of a conflict's articles: first one for each answer, so that they are seen against each other.

    `of` gives the number of each claim's article.
    """
    said = [sorted({of[claim] for claim in answer.claims}) for answer in (conflict.answers if conflict else ())]
    chosen: list[int] = []
    for articles in said:
        chosen += [number for number in articles if number not in chosen][:1]
    return list(dict.fromkeys((*chosen, *sorted({of[claim] for mine in passages.values() for claim in mine}))))


def as_conflict(group: Group) -> Conflict:
    """A group to be looked at like a conflict; its claims answer nothing differently, so no ribbon joins them."""
    return Conflict("", group.id, group.kind, group.status, False, group.claims, (), rule="", reason="", confidence=1)


def alone(claim: Claim) -> Conflict:
    """A claim that nothing was asked about, to be looked at by itself."""
    return as_conflict(Group("", "", claim.kind, Status.SINGLE, (claim.id,)))
