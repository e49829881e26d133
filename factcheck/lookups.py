"""What is looked up in a case again and again, made once while its articles and its analysis are the same.

Acts come and go with every key a person presses; a search through thousands of claims need not be made for each.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from typing import TypeVar

from factcheck.values import Analysis, Article, Case, Claim, Conflict, Group

T = TypeVar("T")

KEPT = 2
"""Cases whose lookups are kept: what is shown, and what it becomes by an act on the claims themselves."""


def once(make: Callable[[Case], T]) -> Callable[[Case], T]:
    """Hand out again what `make` made of a case with the very same articles and analysis: all it may depend on.

    It is shared, also between threads: nobody may change it.
    """
    kept: tuple[tuple[tuple[Article, ...], Analysis | None, T], ...] = ()

    @wraps(make)
    def made(case: Case) -> T:
        nonlocal kept
        for articles, analysis, there in kept:
            if articles is case.articles and analysis is case.analysis:
                return there
        new = make(case)
        kept = ((case.articles, case.analysis, new), *kept[: KEPT - 1])
        return new

    return made


@once
def claims_of(case: Case) -> Mapping[str, Claim]:
    """By their ids; empty without an analysis."""
    return {claim.id: claim for claim in case.analysis.claims} if case.analysis else {}


@once
def groups_of(case: Case) -> Mapping[str, Group]:
    return {group.id: group for group in case.analysis.groups} if case.analysis else {}


@once
def conflicts_of(case: Case) -> Mapping[str, Conflict]:
    return {conflict.id: conflict for conflict in case.analysis.conflicts} if case.analysis else {}
