"""Whatever people do and take back, in whatever order: what was found is untouched, and words stay words."""

from __future__ import annotations

import pickle
from dataclasses import replace
from decimal import Decimal
from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.hand import (
    Applied,
    correct,
    hand_acts,
    join,
    laid_on,
    lay_on,
    mark,
    note,
    read_value,
    refuse,
    rule,
    split,
    take_away,
)
from factcheck.standing import in_effect
from factcheck.values import (
    Analysis,
    Case,
    CaseRule,
    Change,
    Ground,
    Harmless,
    Kind,
    Name,
    OneName,
    Quantity,
    Reviewer,
    Rounding,
    Sort,
    Span,
    Status,
)
from tests.factories import ANN, make_article, make_claim, make_conflict
from tests.hand.acting import did, found_case

BO = Reviewer("s", "Bo")
TEXTS = (
    "Seven died 😀 on Monday, Jo Reed said: “We had no warning.” It carried 41 cars, and 200 waited.",
    "Six died on Tuesday. “We had a warning,” said Ann Lee. There were 40 cars; 210 people waited.",
    "Seven people were dead on 4 July. José Reed saw 90 cars.",
)
ARTICLES = tuple(make_article(text, id, source=id.upper()) for id, text in zip("abc", TEXTS, strict=True))

RULES: list[CaseRule] = [
    Rounding(Decimal("0.03")),
    OneName("Jo Reed", "José Reed"),
    Harmless("made-by-hand", Ground.RANGE),
]


def the_case() -> Case:
    a, b, c = ARTICLES
    seven, six = make_claim(a, "Seven died"), make_claim(b, "Six died", value=Quantity(Decimal(6)))
    cars = [make_claim(x, f"{n} cars", value=Quantity(Decimal(n), unit="car")) for x, n in ((a, 41), (b, 40), (c, 90))]
    names = [make_claim(a, "Jo Reed", Kind.NAME, Name("Jo Reed", "person")), make_claim(c, "José Reed", Kind.NAME)]
    group, conflict = make_conflict(1, "How many died?", {"seven": (seven,), "six": (six,)})
    other, disputed = make_conflict(2, "How many cars?", {"41": (cars[0], cars[1]), "90": (cars[2],)})
    claims = (seven, six, *cars, *names)
    return found_case(*ARTICLES, analysis=Analysis(claims, (group, other), (conflict, disputed)))


def one_change(case: Case, draw: st.DrawFn) -> Change | None:
    """Something a person could do next; None where there is nothing to do it to."""
    analysis = case.analysis or Analysis()
    claims = [c.id for c in analysis.claims]
    everything = [*claims, *(g.id for g in analysis.groups)]
    some = st.lists(st.sampled_from(claims), min_size=1, max_size=4, unique=True)
    match draw(st.sampled_from([*Sort])):
        case Sort.MARK | Sort.NOTE as sort:
            article = draw(st.sampled_from(ARTICLES))
            start = draw(st.integers(0, len(article.text) - 1))
            span = Span(start, draw(st.integers(start + 1, len(article.text))))
            if span.of(article.text).isspace():
                return None
            if sort is Sort.NOTE:
                return note(case, article.id, span, "?")
            group = draw(st.sampled_from([None, *(g.id for g in analysis.groups)]))
            return mark(case, article.id, span, draw(st.sampled_from([*Kind])), group=group)
        case Sort.CORRECTION if claims:
            claim = draw(st.sampled_from(analysis.claims))
            typed = draw(st.sampled_from(["7", "40 cars", "4 July", "Jo Reed", "nobody knows"]))
            return correct(case, claim.id, read_value(case, claim.article, claim.span, claim.kind, typed), told=typed)
        case Sort.REFUSAL if claims:
            return refuse(case, draw(some))
        case Sort.JOIN if claims:
            ids = draw(st.lists(st.sampled_from(everything), min_size=1, max_size=3, unique=True))
            return join(case, ids, opposed=draw(st.sampled_from([None, True, False])))
        case Sort.SPLIT if claims:
            return split(case, draw(some))
        case Sort.RULE:
            return rule(draw(st.sampled_from(RULES)))
        case Sort.UNDO if case.acts:
            return Change(Sort.UNDO, {"of": [draw(st.sampled_from(case.acts)).id]})
        case Sort.REDO if any(act.sort is Sort.UNDO for act in case.acts):
            undone = [act.content["of"] for act in case.acts if act.sort is Sort.UNDO and act.content]
            return Change(Sort.REDO, {"of": draw(st.sampled_from(undone))})
    return None


@st.composite
def days(draw: st.DrawFn) -> list[Case]:
    """A case after each of some acts."""
    cases = [the_case()]
    for _ in range(draw(st.integers(1, 8))):
        if change := one_change(cases[-1], draw):
            cases.append(did(cases[-1], change, by=draw(st.sampled_from([ANN, BO]))))
    return cases


def histories() -> st.SearchStrategy[Case]:
    """A case after all of them."""
    return days().map(lambda cases: cases[-1])


FOUND = the_case().found
few = settings(max_examples=50)  # of up to eight acts each


@few
@given(histories())
def test_what_was_found_is_never_touched(case: Case) -> None:
    assert case.found == FOUND


@few
@given(histories())
def test_every_claim_stands_on_its_words(case: Case) -> None:
    assert case.analysis is not None
    for claim in case.analysis.claims:
        text = case.article(claim.article).text
        assert claim.span.of(text) == claim.text
        assert claim.sentence.contains(claim.span)


@few
@given(histories())
def test_the_analysis_holds_together(case: Case) -> None:
    analysis = case.analysis
    assert analysis is not None
    claims = {c.id for c in analysis.claims}
    groups = {g.id: g for g in analysis.groups}
    assert len(claims) == len(analysis.claims)
    assert len(groups) == len(analysis.groups)
    assert len({c.id for c in analysis.conflicts}) == len(analysis.conflicts)
    assert all(g.claims and claims.issuperset(g.claims) for g in analysis.groups)
    assert all(len(set(g.claims)) == len(g.claims) for g in analysis.groups)
    disputed = {Status.CONFLICT, Status.UPDATE}
    assert {c.group for c in analysis.conflicts} == {g.id for g in analysis.groups if g.status in disputed}
    for conflict in analysis.conflicts:
        assert len(conflict.answers) > 1
        assert sorted(conflict.claims) == sorted(groups[conflict.group].claims)
        assert sorted(conflict.claims) == sorted(id for answer in conflict.answers for id in answer.claims)
    assert all(g.status is not Status.SINGLE or len(g.claims) == 1 for g in analysis.groups)


@few
@given(histories())
def test_taking_everything_away_gives_the_very_analysis_found(case: Case) -> None:
    away = did(case, *map(take_away, hand_acts(case)))
    assert away.analysis is away.found


@few
@given(histories())
def test_undoing_everything_gives_the_very_analysis_found(case: Case) -> None:
    done = [act.id for act in in_effect(case.acts)]
    undone = did(case, Change(Sort.UNDO, {"of": done}))
    assert undone.analysis is undone.found
    assert undone.unplaced == ()


@few
@given(histories())
def test_the_same_acts_in_another_process_say_the_same(case: Case) -> None:
    sent = pickle.loads(pickle.dumps(case))
    again = did(replace(sent, analysis=None), note(sent, "a", Span(0, 5), "!"))
    assert again.analysis == case.analysis


def laid_anew(case: Case) -> Applied:
    """What comes of all acts when nothing is known of an earlier answer."""
    assert case.found is not None
    return lay_on(replace(case.found), case.articles, case.acts)


@few
@given(days(), st.integers(1, 4), st.integers(1, 4))
def test_what_is_laid_on_act_by_act_is_what_all_acts_say_at_once(cases: list[Case], stride: int, kept: int) -> None:
    with patch.multiple("factcheck.hand.applying", STRIDE=stride, KEPT=kept):
        going_on = [laid_on(case) for case in cases]
        going_back = [laid_on(case) for case in reversed(cases)]
    for case, there, back in zip(cases, going_on, reversed(going_back), strict=True):
        assert there == back == laid_anew(case)
        assert (case.analysis, case.unplaced) == (there.analysis, there.unplaced)
