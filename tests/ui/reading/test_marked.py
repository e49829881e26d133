"""Marks made from those of before are the marks that would be made without them."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.hand import refuse
from factcheck.values import Analysis, Case
from tests.factories import ANN, make_article, make_claim, make_conflict, seed_case
from tests.hand.acting import did, found_case
from tests.hand.test_any_sequence import BO, one_change, the_case
from ui.reading.by_hand import by_hand
from ui.reading.marked import Marked, changed, marked
from ui.reading.marks import Mark, marks_of, standings


def marked_anew(before: Marked, case: Case) -> Marked:
    """What is shown of a case once all parts of the work are done."""
    work = marked(before, case.analysis or Analysis(), by_hand(case))
    while True:
        try:
            next(work)
        except StopIteration as done:
            found = done.value
            assert isinstance(found, Marked)
            return found


def whole(case: Case) -> dict[str, tuple[Mark, ...]]:
    return marks_of(case.analysis or Analysis(), by_hand(case))


@settings(max_examples=50)  # of up to eight acts each
@given(st.data())
def test_whatever_people_do_the_marks_are_those_of_the_whole_case(data: st.DataObject) -> None:
    case = the_case()
    shown = marked_anew(Marked(), case)
    for _ in range(data.draw(st.integers(1, 8))):
        if change := data.draw(st.composite(lambda draw, case: one_change(case, draw))(case)):
            case = did(case, change, by=data.draw(st.sampled_from([ANN, BO])))
        shown = marked_anew(shown, case)
        assert shown.marks == whole(case)
        assert shown.standings == standings(case.analysis or Analysis())


def test_an_article_that_nobody_touched_keeps_its_very_marks() -> None:
    case = the_case()
    before = marked_anew(Marked(), case)
    assert case.analysis is not None
    alone = next(c for c in case.analysis.claims if c.text == "José Reed")
    after = marked_anew(before, did(case, refuse(case, [alone.id])))
    assert all(after.marks[article] is before.marks[article] for article in ("a", "b"))


def test_another_case_is_marked_as_if_it_were_the_first() -> None:
    shown = marked_anew(marked_anew(Marked(), the_case()), seed_case())
    assert shown.marks == whole(seed_case())


def test_the_same_questions_in_another_order_are_marked_anew() -> None:
    article = make_article("Seven died. Eight died.")
    claims = make_claim(article, "Seven"), make_claim(article, "Eight")
    one, first = make_conflict(1, "How many?", {"seven": claims[:1], "eight": claims[1:]})
    two, second = make_conflict(2, "How many died?", {"seven": claims[:1], "eight": claims[1:]})
    there = Analysis(claims, (one, two), (first, second))
    turned = replace(there, conflicts=(second, first))
    assert changed(there, turned) == {claim.id for claim in claims}
    before = marked_anew(Marked(), found_case(article, analysis=there))
    shown = marked_anew(before, found_case(article, analysis=turned))
    assert [mark.question for mark in shown.marks["a"]] == ["How many died?"] * 2
