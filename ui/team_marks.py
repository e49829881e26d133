"""What the list tells of the people at a question: who judges it, whether they disagree, who reads again. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from factcheck.review import Review
from factcheck.team import are_apart, wants_a_reader
from factcheck.values import Reviewer, Verdict
from factcheck.values.team import Talk
from ui.translation import mark, tr

MINE, UNASSIGNED, UNREAD, APART = "mine", "unassigned", "unread", "apart"
CHOICES: Mapping[str, str] = {
    MINE: mark("Assigned to me"),
    UNASSIGNED: mark("Assigned to nobody"),
    UNREAD: mark("Wants a second reading"),
    APART: mark("People disagree"),
}
"""What can be asked for in the filter."""


@dataclass(frozen=True, slots=True)
class TeamMark:
    """Of one question. `assigned` is a name; `mine` that it is one's own; `unread` that one's reading is wanted."""

    assigned: str = ""
    mine: bool = False
    unread: bool = False
    apart: bool = False

    @property
    def words(self) -> tuple[str, ...]:
        """A glyph and a word or two for each."""
        told = []
        if self.assigned:
            told.append(tr("→ you") if self.mine else f"→ {self.assigned}")
        if self.apart:
            told.append(tr("⇄ people disagree"))
        if self.unread:
            told.append(tr("◦ wants a second reading"))
        return tuple(told)

    @property
    def choices(self) -> frozenset[str]:
        """What of CHOICES it meets."""
        met = {MINE: self.mine, UNASSIGNED: not self.assigned, UNREAD: self.unread, APART: self.apart}
        return frozenset(choice for choice, does in met.items() if does)


NO_MARK = TeamMark()


def marks_of(review: Review, said: Talk, me: Reviewer) -> dict[str, TeamMark]:
    """By conflict or group; those that have none are left out."""
    found = {}
    for id in said.assignments.keys() | review.by_conflict.keys():
        given, verdicts = said.assignments.get(id), review.of(id)
        if given is None and _only_mine(verdicts, said, me):
            continue
        made = TeamMark(
            given.reviewer.name if given else "",
            given is not None and given.reviewer.id == me.id,
            wants_a_reader(id, review, said, me),
            are_apart(verdicts, said),
        )
        if made != NO_MARK:
            found[id] = made
    return found


def _only_mine(verdicts: tuple[Verdict, ...], said: Talk, me: Reviewer) -> bool:
    """Nobody else has judged it or said anything to one’s verdict, as in a case that one decides alone."""
    return len(verdicts) == 1 and verdicts[0].reviewer.id == me.id and verdicts[0].id not in said.signatures
