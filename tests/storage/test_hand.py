"""A person's hand on an analysis, and corrected texts, as the store keeps them."""

from dataclasses import replace
from pathlib import Path

import pytest

from factcheck.errors import ArticleNotFound, ConflictNotFound, NothingRead, UnreadableFile
from factcheck.hand import correct, join, mark, place_again, refuse, retyped, take_away
from factcheck.review import reviewed
from factcheck.search import Query
from factcheck.values import Analysis, Case, Claim, Decision, Judgement, Kind, Span
from factcheck.workspace import Workspace
from tests.factories import judge
from tests.storage.samples import analysed_sample, written


def claim_on(case: Case, words: str) -> Claim:
    assert case.analysis is not None
    return next(c for c in case.analysis.claims if c.text == words)


def test_a_correction_stands_after_the_case_was_closed_and_opened(store: str) -> None:
    with Workspace(store) as workspace:
        case = analysed_sample(workspace)
        two = claim_on(case, "two Russian cosmonauts").id
        workspace.act(case.id, (correct(case, two, retyped(case, two, "three"), told="three"),))
    with Workspace(store) as workspace:
        case = workspace.open_case(case.id)
        assert case.analysis is not None
        assert [c.id for c in case.analysis.conflicts] == ["c2", "c3"]
        assert case.found is not None
        assert len(case.found.conflicts) == 3


def test_what_a_hand_did_is_undone_and_done_again(workspace: Workspace) -> None:
    case = analysed_sample(workspace)
    workspace.act(case.id, (refuse(case, [claim_on(case, "two Russian cosmonauts").id]),))
    workspace.undo(case.id)
    assert workspace.open_case(case.id).analysis == case.found
    workspace.redo(case.id)
    again = workspace.open_case(case.id).analysis
    assert again is not None
    assert len(again.conflicts) == 2


def test_a_new_analysis_comes_back_with_the_hand_on_it(workspace: Workspace) -> None:
    case = analysed_sample(workspace)
    workspace.act(case.id, (refuse(case, [claim_on(case, "two Russian cosmonauts").id]),))
    assert case.found is not None
    case = workspace.keep_analysis(case.id, case.found)
    assert case.analysis is not None
    assert [c.id for c in case.analysis.conflicts] == ["c2", "c3"]


def test_a_conflict_that_a_hand_brought_about_can_be_judged(workspace: Workspace) -> None:
    case = analysed_sample(workspace)
    workspace.act(case.id, (join(case, ["g4", "g5"], opposed=True),))
    case = workspace.open_case(case.id)
    assert case.analysis is not None
    (made,) = (c for c in case.analysis.conflicts if c.rule == "joined-by-hand")
    judge(workspace, case.id, made.id, Decision.NEITHER)
    assert made.id in reviewed(workspace.open_case(case.id)).by_conflict


def test_a_conflict_that_a_hand_settled_cannot_be_judged(workspace: Workspace) -> None:
    case = analysed_sample(workspace)
    workspace.act(case.id, (refuse(case, [claim_on(case, "two Russian cosmonauts").id]),))
    with pytest.raises(ConflictNotFound):
        workspace.judge(case.id, ("c1",), Judgement(Decision.NEITHER))


def test_the_list_of_cases_counts_conflicts_with_the_hand_on_them(workspace: Workspace) -> None:
    case = analysed_sample(workspace)
    assert workspace.cases()[0].conflicts == 3
    workspace.act(case.id, (refuse(case, [claim_on(case, "two Russian cosmonauts").id]),))
    assert workspace.cases()[0].conflicts == 2


# --- corrected texts ------------------------------------------------------------------------------


def test_a_corrected_text_is_shown_and_searched_and_the_earlier_one_kept(workspace: Workspace) -> None:
    case = analysed_sample(workspace)
    article = case.articles[0]
    revised = workspace.revise_article(case.id, article.id, "CORRECTION: a zeppelin.\n" + article.text)
    assert revised.articles[0].text == "CORRECTION: a zeppelin.\n" + article.text
    assert revised.articles[0].provenance == article.provenance
    assert revised.analysis is None
    assert revised.problems == ()
    assert workspace.needs_analysis(revised)
    assert [found.article for found in workspace.search(Query("zeppelin"))] == [article.id]


def test_a_corrected_text_can_be_a_file(workspace: Workspace, tmp_path: Path) -> None:
    case = workspace.sample_case()
    (path,) = written(tmp_path, corrected="Nobody died on Monday.\r\n")
    revised = workspace.revise_article(case.id, case.articles[0].id, path)
    assert revised.articles[0].text == "Nobody died on Monday.\n"
    assert revised.articles[0].original == b"Nobody died on Monday.\r\n"


def test_verdicts_and_hands_are_found_in_a_corrected_text(workspace: Workspace) -> None:
    case = analysed_sample(workspace)
    two = claim_on(case, "two Russian cosmonauts")
    judge(workspace, case.id, "c3", Decision.NEITHER)
    workspace.act(case.id, (correct(case, two.id, retyped(case, two.id, "three")),))
    assert case.found is not None
    opening = "Revised on Monday. "
    workspace.revise_article(case.id, two.article, opening + case.article(two.article).text)
    moved = tuple(_later(c, len(opening)) if c.article == two.article else c for c in case.found.claims)
    anew = workspace.keep_analysis(case.id, replace(case.found, claims=moved))
    assert (anew.unplaced, reviewed(anew).detached) == ((), ())
    assert anew.analysis is not None
    assert [c.id for c in anew.analysis.conflicts] == ["c2", "c3"]


def test_what_is_not_found_in_a_corrected_text_can_be_placed_again_or_taken_away(workspace: Workspace) -> None:
    case = analysed_sample(workspace)
    article = case.articles[0]
    workspace.act(case.id, (mark(case, article.id, Span(0, 12), Kind.STATEMENT),))
    workspace.revise_article(case.id, article.id, "Corrected. " + article.text)
    case = workspace.keep_analysis(case.id, Analysis())
    (lost,) = case.unplaced
    (placed,) = workspace.act(case.id, (place_again(case, lost.id, article.id, Span(11, 23)),))
    case = workspace.open_case(case.id)
    assert case.unplaced == ()
    assert case.analysis is not None
    assert [c.span for c in case.analysis.claims] == [Span(11, 23)]
    workspace.act(case.id, (take_away(placed),))
    assert workspace.open_case(case.id).analysis == Analysis()


def _later(claim: Claim, by: int) -> Claim:
    """The claim in a text that begins `by` characters earlier."""
    span, sentence = claim.span, claim.sentence
    return replace(
        claim,
        span=Span(span.start + by, span.end + by),
        sentence=Span(sentence.start + by, sentence.end + by),
    )


def test_the_same_text_again_changes_nothing(workspace: Workspace) -> None:
    case = analysed_sample(workspace)
    assert workspace.revise_article(case.id, case.articles[0].id, case.articles[0].text).analysis == case.analysis


def test_a_text_that_another_article_has_is_refused(workspace: Workspace) -> None:
    case = workspace.sample_case()
    with pytest.raises(NothingRead, match="as Wire report"):
        workspace.revise_article(case.id, case.articles[0].id, case.articles[1].text)


@pytest.mark.parametrize("text", ["", " \n "])
def test_an_empty_text_corrects_nothing(workspace: Workspace, text: str) -> None:
    case = workspace.sample_case()
    with pytest.raises(UnreadableFile):
        workspace.revise_article(case.id, case.articles[0].id, text)


def test_only_an_article_of_the_case_can_be_corrected(workspace: Workspace) -> None:
    case = workspace.sample_case()
    with pytest.raises(ArticleNotFound):
        workspace.revise_article(case.id, "17", "Nobody died.")
