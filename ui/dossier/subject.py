"""What the pages beside the articles are about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from factcheck.review import Review
from factcheck.values import Case, Conflict, Group, Verdict
from ui.conflicts import Entry, identity
from ui.theme import Theme

if TYPE_CHECKING:  # the window makes them
    from ui.bridge import Bridge
    from ui.reading.area import ReadingArea
    from ui.state import State
    from ui.verdict import VerdictPanel


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the pages act through, and the parts beside them that they speak with."""

    bridge: Bridge
    state: State
    reading: ReadingArea
    verdict: VerdictPanel


@dataclass(frozen=True, slots=True)
class Subject:
    """The chosen conflict or group of a case, with the verdicts that stand there."""

    case: Case
    review: Review
    entry: Entry

    @property
    def id(self) -> str:
        return identity(self.entry)

    @property
    def question(self) -> str:
        return self.entry.title

    @property
    def conflict(self) -> Conflict | None:
        return self.entry.conflict

    @property
    def group(self) -> Group:
        analysis = self.case.analysis
        assert analysis is not None
        id = self.conflict.group if self.conflict else self.id
        return next(group for group in analysis.groups if group.id == id)

    @property
    def verdicts(self) -> tuple[Verdict, ...]:
        """Newest first, one for each person."""
        return self.review.of(self.id)


class Page(Protocol):
    """One of the pages. A page stores nothing: it acts through the ledger, and shows what it is given afterwards."""

    def show_subject(self, subject: Subject | None) -> None:
        """Show what is written about it; what is being typed about the same one stays."""

    def keep_typed(self) -> None:
        """Bring to disk what is typed and not yet saved."""

    def save(self) -> None:
        """Make what is typed an act; a page on which nothing is typed does nothing."""

    def set_theme(self, theme: Theme) -> None: ...

    def set_text_size(self, px: int) -> None: ...
