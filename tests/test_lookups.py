"""What is looked up in a case is made once for its articles and its analysis."""

from __future__ import annotations

from dataclasses import replace

from factcheck.lookups import claims_of, conflicts_of, groups_of, once
from factcheck.values import Case
from tests.factories import seed_case


def test_an_act_makes_nothing_anew() -> None:
    looked: list[str] = []

    @once
    def names(case: Case) -> tuple[str, ...]:
        looked.append(case.name)
        return tuple(looked)

    case = seed_case()
    assert names(case) == names(replace(case, name="Renamed")) == (case.name,)


def test_another_analysis_is_looked_through_again() -> None:
    case = seed_case()
    assert case.analysis is not None
    fewer = replace(case, analysis=replace(case.analysis, claims=case.analysis.claims[1:]))
    assert len(claims_of(fewer)) == len(claims_of(case)) - 1


def test_a_case_without_an_analysis_has_nothing_to_find() -> None:
    case = replace(seed_case(), analysis=None)
    assert not claims_of(case)
    assert not groups_of(case)
    assert not conflicts_of(case)
