"""A case as a whole."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from factcheck.values.acts import Act
from factcheck.values.decided import Verdict
from factcheck.values.findings import Analysis, Problem
from factcheck.values.texts import Article


@dataclass(frozen=True, slots=True)
class Case:
    """A named set of articles about one event, and all that was found and decided about them.

    `acts` is all that people did, oldest first; what follows from it is made by `factcheck.standing`: `verdicts` are
    those that stand, `analysis` is what the program `found` with the person's hand on it, `unplaced` are the acts of
    that hand whose words are not found any more. `found` is None until it has been made; `made_from` is a digest of
    what it was made from. `problems` is what was found damaged when the case was read from the store; empty when all is
    well.
    """

    id: str
    name: str
    articles: tuple[Article, ...] = ()
    analysis: Analysis | None = None
    verdicts: tuple[Verdict, ...] = ()
    problems: tuple[Problem, ...] = ()
    found: Analysis | None = None
    acts: tuple[Act, ...] = ()
    unplaced: tuple[Act, ...] = ()
    made_from: str | None = None

    def article(self, id: str) -> Article:
        return next(a for a in self.articles if a.id == id)


@dataclass(frozen=True, slots=True)
class CaseSummary:
    """One line of the list of cases."""

    id: str
    name: str
    articles: int
    conflicts: int
    undecided: int
    opened: datetime


@dataclass(frozen=True, slots=True)
class Changed:
    """What others changed in the store since a case was read from it; false when that is nothing.

    `acts` are those that came in since. `articles` were added, taken out, revised or described otherwise, the case has
    another `name`, was `analysed`, or is `deleted`.
    """

    acts: tuple[Act, ...] = ()
    articles: bool = False
    name: bool = False
    analysed: bool = False
    deleted: bool = False

    def __bool__(self) -> bool:
        return bool(self.acts) or self.articles or self.name or self.analysed or self.deleted
