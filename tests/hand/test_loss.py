"""Why a verdict has lost its place: its claim was refused, nothing opposes it any more, or its words are gone."""

from __future__ import annotations

from dataclasses import replace
from unittest.mock import patch

from factcheck.hand import Loss, losses_of, mark, refuse, split, take_away
from factcheck.review import changes_on, reviewed
from factcheck.standing import heads, with_acts
from factcheck.values import Act, Case, Decision, Judgement, Kind, Sort, Verdict
from tests.factories import ANN, make_article
from tests.hand.acting import did, undone, words_at
from tests.hand.test_applying import SIX, A, the_case


def judged(case: Case, conflict: str = "c1") -> Case:
    return did(case, *changes_on(case, (conflict,), Judgement(Decision.NEITHER), ANN))


def lost(case: Case) -> Verdict:
    (verdict,) = reviewed(case).detached
    return verdict


def loss_of(case: Case) -> tuple[Loss, Act | None]:
    """Why the one verdict that lost its place did."""
    (loss,) = losses_of(case, [lost(case)])
    return loss


def test_a_refused_claim_is_why_and_undoing_the_refusal_brings_the_verdict_back() -> None:
    case = judged(the_case())
    case = did(case, refuse(case, [SIX.id]))
    refusal = case.acts[-1]
    assert loss_of(case) == (Loss.REFUSED, refusal)
    case = undone(case, refusal)
    assert reviewed(case).detached == ()
    assert "c1" in reviewed(case).by_conflict


def test_a_mark_that_was_taken_away_is_why() -> None:
    case = the_case()
    case = did(case, mark(case, "c", words_at(case, "c", "seven were killed"), Kind.STATEMENT, question="What?"))
    made = case.acts[-1]
    assert case.analysis is not None
    own = next(g.id for g in case.analysis.groups if g.question == "What?")
    case = judged(case, own)
    case = did(case, take_away(made))
    assert loss_of(case) == (Loss.REFUSED, case.acts[-1])


def test_claims_set_apart_oppose_one_another_no_more() -> None:
    case = judged(the_case())
    case = did(case, split(case, [SIX.id]))
    assert loss_of(case) == (Loss.SETTLED, None)


def test_words_that_an_article_lost_are_gone() -> None:
    case = judged(the_case())
    other = replace(make_article(A.text.replace("Seven people", "Nobody"), "a"), id="a")
    case = with_acts(replace(case, articles=(other, *case.articles[1:])))
    assert loss_of(case) == (Loss.GONE, None)
    assert Sort.REFUSAL not in {act.sort for act in case.acts}


def test_however_many_are_lost_the_case_is_looked_through_once() -> None:
    case = judged(the_case())
    case = did(case, refuse(case, [SIX.id]))
    with patch("factcheck.hand.seen.heads", wraps=heads) as looked:
        losses = losses_of(case, [lost(case)] * 50)
    assert losses == ((Loss.REFUSED, case.acts[-1]),) * 50
    assert looked.call_count == 1
