"""People who lay a hand on a case that is held in memory, as the store would keep what they do."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from factcheck.standing import with_acts
from factcheck.values import Act, Analysis, Article, Case, Change, Claim, Reviewer, Sort, Span
from tests.factories import ANN, NOON


def found_case(*articles: Article, analysis: Analysis) -> Case:
    return with_acts(Case("case", "Case", articles, found=analysis))


def did(case: Case, *changes: Change, by: Reviewer = ANN) -> Case:
    """The case after the changes, each made at a stroke of its own, a second apart."""
    for change in changes:
        number = len(case.acts) + 1
        id = str(UUID(int=number))
        at = NOON + timedelta(seconds=number)
        act = Act(id, change.sort, change.subject or id, change.before, id, by, at, change.content, number)
        case = with_acts(case, (act,))
    return case


def undone(case: Case, *acts: Act) -> Case:
    return did(case, Change(Sort.UNDO, {"of": [act.id for act in acts]}))


def analysed_anew(case: Case, found: Analysis) -> Case:
    return with_acts(replace(case, found=found))


def claim_on(case: Case, words: str) -> Claim:
    """The only claim with these words."""
    assert case.analysis is not None
    (claim,) = (c for c in case.analysis.claims if c.text == words)
    return claim


def words_at(case: Case, article: str, words: str) -> Span:
    start = case.article(article).text.index(words)
    return Span(start, start + len(words))
