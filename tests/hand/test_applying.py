"""The machine's analysis with a person's hand on it."""

from dataclasses import replace
from decimal import Decimal

import pytest

from factcheck.hand import correct, hand_acts, join, laid_on, mark, note, notes, refuse, rule, split, take_away, unsaid
from factcheck.review import changes_on, reviewed
from factcheck.standing import with_acts
from factcheck.values import (
    Analysis,
    Case,
    Change,
    Conflict,
    Decision,
    Ground,
    Group,
    Harmless,
    Judgement,
    Kind,
    Name,
    OneName,
    Quantity,
    Quotation,
    Rounding,
    Sort,
    Span,
    Statement,
    Status,
    Text,
    Value,
)
from tests.factories import ANN, make_article, make_claim, make_conflict
from tests.hand.acting import analysed_anew, claim_on, did, found_case, undone, words_at

A = make_article("Seven people died when the ferry sank. It carried 41 cars. The ferry was late.", "a", source="Post")
B = make_article("Six people died when the ferry sank. The boat carried 40 cars, said Jo Reed.", "b", source="Echo")
C = make_article("When the ferry sank, seven were killed. Joanna Reed saw it.", "c", source="Wire")


def count(number: int, unit: str = "person") -> Quantity:
    return Quantity(Decimal(number), unit=unit)


SEVEN = make_claim(A, "Seven people", value=count(7))
SIX = make_claim(B, "Six people", value=count(6))
ALSO_SEVEN = make_claim(C, "seven", value=count(7))
CARS_A = make_claim(A, "41 cars", value=count(41, "car"))
CARS_B = make_claim(B, "40 cars", value=count(40, "car"))
REED = make_claim(B, "Jo Reed", Kind.NAME, Name("Jo Reed", "person"))
JOANNA = make_claim(C, "Joanna Reed", Kind.NAME, Name("Joanna Reed", "person"))


def the_case() -> Case:
    """Seven against six dead; the cars and the third report's seven stand alone."""
    group, conflict = make_conflict(1, "How many died?", {"seven": (SEVEN,), "six": (SIX,)})
    alone = [
        Group(f"g{n}", c.text, c.kind, Status.SINGLE, (c.id,)) for n, c in ((2, CARS_A), (3, CARS_B), (4, ALSO_SEVEN))
    ]
    claims = (SEVEN, CARS_A, SIX, CARS_B, REED, ALSO_SEVEN, JOANNA)
    return found_case(A, B, C, analysis=Analysis(claims, (group, *alone), (conflict,)))


def group_of(case: Case, words: str) -> Group:
    assert case.analysis is not None
    id = claim_on(case, words).id
    (group,) = (g for g in case.analysis.groups if id in g.claims)
    return group


def conflict_of(case: Case, words: str) -> Conflict | None:
    assert case.analysis is not None
    group = group_of(case, words)
    return next((c for c in case.analysis.conflicts if c.group == group.id), None)


def analysis_of(case: Case) -> Analysis:
    assert case.analysis is not None
    return case.analysis


# --- nothing done ---------------------------------------------------------------------------------


def test_with_nothing_done_the_very_analysis_found_comes_back() -> None:
    case = the_case()
    assert case.analysis is case.found


def test_a_note_changes_no_analysis() -> None:
    case = the_case()
    case = did(case, note(case, "a", words_at(case, "a", "The ferry was late."), "Was it?"))
    assert case.analysis is case.found
    (left,) = notes(case)
    assert (left.article, left.span, left.text) == ("a", words_at(case, "a", "The ferry was late."), "Was it?")


def test_what_is_undone_leaves_the_very_analysis_found() -> None:
    case = the_case()
    case = did(case, correct(case, SIX.id, count(7)))
    assert case.analysis is not case.found
    assert undone(case, case.acts[-1]).analysis is case.found


def test_what_is_taken_away_leaves_the_very_analysis_found() -> None:
    case = the_case()
    case = did(case, refuse(case, [SIX.id]), join(case, ["g2", "g3"]))
    case = did(case, *map(take_away, hand_acts(case)))
    assert case.analysis is case.found


# --- marks ----------------------------------------------------------------------------------------


def test_marked_words_are_a_claim_with_a_question_of_their_own() -> None:
    case = the_case()
    case = did(
        case, mark(case, "a", words_at(case, "a", "The ferry was late."), Kind.STATEMENT, question="Was it late?")
    )
    claim, group = claim_on(case, "The ferry was late."), group_of(case, "The ferry was late.")
    assert (group.question, group.status, group.claims) == ("Was it late?", Status.SINGLE, (claim.id,))
    assert claim.sentence.of(A.text) == "The ferry was late."
    assert claim.value == Statement("The ferry was late.", True, "told")


def test_white_space_at_the_ends_of_a_selection_is_no_part_of_the_words() -> None:
    case = the_case()
    wide = words_at(case, "a", " The ferry was late.")
    assert claim_on(did(case, mark(case, "a", wide, Kind.STATEMENT)), "The ferry was late.")
    with pytest.raises(ValueError, match="no words"):
        mark(case, "a", Span(wide.start, wide.start + 1), Kind.STATEMENT)


def test_claims_and_questions_stay_in_the_order_of_the_texts() -> None:
    case = the_case()
    case = did(case, mark(case, "a", words_at(case, "a", "ferry"), Kind.NAME))
    order = {"a": 0, "b": 1, "c": 2}
    claims = analysis_of(case).claims
    assert list(claims) == sorted(claims, key=lambda c: (order[c.article], c.span))
    assert [g.question for g in analysis_of(case).groups][:3] == ["How many died?", "ferry", "41 cars"]


def test_a_mark_on_a_question_is_judged_with_its_claims() -> None:
    case = the_case()
    first = did(case, mark(case, "c", words_at(case, "c", "seven were killed"), Kind.QUANTITY, group="g1"))
    conflict = conflict_of(first, "seven were killed")
    assert conflict is not None
    assert [(a.text, len(a.claims)) for a in conflict.answers] == [("seven", 2), ("six", 1)]
    assert conflict.id == "c1"
    assert conflict.reason == "Seven (Post, Wire) against six (Echo)."


def test_a_mark_keeps_its_claims_id_when_it_is_changed() -> None:
    case = the_case()
    case = did(case, mark(case, "a", words_at(case, "a", "The ferry was late."), Kind.STATEMENT))
    before = claim_on(case, "The ferry was late.").id
    (act,) = hand_acts(case)
    case = did(case, mark(case, "a", words_at(case, "a", "was late"), Kind.STATEMENT, on=act))
    assert claim_on(case, "was late").id == before


def test_a_mark_where_the_program_reads_a_claim_says_what_that_states() -> None:
    case = the_case()
    case = did(case, mark(case, "b", SIX.span, Kind.QUANTITY, count(7)))
    assert claim_on(case, "Six people").id == SIX.id
    assert group_of(case, "Six people").status is Status.AGREEMENT


# --- corrections ----------------------------------------------------------------------------------


def test_a_correction_settles_a_conflict() -> None:
    case = the_case()
    case = did(case, correct(case, SIX.id, count(7)))
    assert conflict_of(case, "Six people") is None
    assert group_of(case, "Six people").status is Status.AGREEMENT
    assert claim_on(case, "Six people").value == count(7)
    assert claim_on(case, "Six people").text == "Six people"


def test_a_correction_can_bring_a_conflict_about_and_is_told_as_it_was_typed() -> None:
    case = the_case()
    case = did(case, join(case, ["g2", "g3"]))
    case = did(case, correct(case, CARS_B.id, count(90, "car"), told="ninety cars"))
    conflict = conflict_of(case, "40 cars")
    assert conflict is not None
    assert conflict.reason == "41 cars (Post) against ninety cars (Echo)."


def test_a_second_correction_of_a_claim_replaces_the_first() -> None:
    case = the_case()
    case = did(case, correct(case, SIX.id, count(8)))
    case = did(case, correct(case, SIX.id, count(7)))
    assert len(hand_acts(case)) == 1
    assert claim_on(case, "Six people").value == count(7)


def test_correcting_the_subject_leaves_a_corrected_value() -> None:
    case = the_case()
    case = did(case, correct(case, SIX.id, count(7), told="seven"))
    case = did(case, correct(case, SIX.id, subject="the crew"))
    claim = claim_on(case, "Six people")
    assert (claim.value, claim.subject) == (count(7), "the crew")


def test_a_subject_alone_moves_no_claim_to_another_answer() -> None:
    case = the_case()
    case = did(case, correct(case, SIX.id, subject="the crew"))
    assert conflict_of(case, "Six people") == analysis_of(the_case()).conflicts[0]


def test_a_value_nobody_can_read_opposes_nothing() -> None:
    case = the_case()
    case = did(case, correct(case, SIX.id, Text("a family")))
    assert conflict_of(case, "Six people") is None
    assert group_of(case, "Six people").status is Status.COMPATIBLE


# --- refusals -------------------------------------------------------------------------------------


def test_refused_words_are_no_claim_and_their_question_is_judged_without_them() -> None:
    case = the_case()
    case = did(case, refuse(case, [SIX.id]))
    assert SIX.id not in {c.id for c in analysis_of(case).claims}
    assert group_of(case, "Seven people").status is Status.SINGLE
    assert analysis_of(case).conflicts == ()


def test_a_question_all_of_whose_claims_are_refused_is_gone() -> None:
    case = the_case()
    case = did(case, refuse(case, [CARS_A.id]))
    assert "g2" not in {g.id for g in analysis_of(case).groups}


# --- joining and splitting ------------------------------------------------------------------------


def test_joined_questions_whose_values_differ_are_a_conflict() -> None:
    case = the_case()
    case = did(case, join(case, ["g2", "g3"], "How many cars?"))
    conflict = conflict_of(case, "41 cars")
    assert conflict is not None
    assert (conflict.rule, conflict.status, conflict.within) == ("joined-by-hand", Status.CONFLICT, False)
    assert conflict.reason == "41 cars (Post) against 40 cars (Echo)."
    assert group_of(case, "40 cars").question == "How many cars?"
    assert {g.id for g in analysis_of(case).groups} == {"g1", "g2", "g4"}


def test_joined_questions_whose_values_are_the_same_agree() -> None:
    case = the_case()
    case = did(case, join(case, ["g4", SEVEN.id]))
    assert group_of(case, "seven").status is Status.AGREEMENT
    assert group_of(case, "Six people").claims == (SIX.id,)


def test_a_claim_joined_to_a_conflict_goes_to_the_answer_it_agrees_with() -> None:
    case = the_case()
    case = did(case, join(case, ["g1", "g4"]))
    conflict = conflict_of(case, "seven")
    assert conflict is not None
    assert [set(a.claims) for a in conflict.answers] == [{SEVEN.id, ALSO_SEVEN.id}, {SIX.id}]
    assert (conflict.id, conflict.rule) == ("c1", "made-by-hand")


def test_names_that_stand_in_no_question_can_be_joined() -> None:
    case = the_case()
    case = did(case, join(case, [REED.id, JOANNA.id], "Who saw it?"))
    conflict = conflict_of(case, "Jo Reed")
    assert conflict is not None
    assert conflict.reason == "Jo Reed (Echo) against Joanna Reed (Wire)."


def test_a_person_can_say_that_joined_claims_exclude_each_other_where_values_do_not_tell() -> None:
    case = the_case()
    late, sank = words_at(case, "a", "The ferry was late."), words_at(case, "b", "the ferry sank")
    case = did(case, mark(case, "a", late, Kind.STATEMENT), mark(case, "b", sank, Kind.STATEMENT))
    ids = [claim_on(case, "The ferry was late.").id, claim_on(case, "the ferry sank").id]
    assert conflict_of(did(case, join(case, ids)), "the ferry sank") is None
    opposed = conflict_of(did(case, join(case, ids, opposed=True)), "the ferry sank")
    assert opposed is not None
    assert opposed.reason == "The ferry was late. (Post) against the ferry sank (Echo)."


def test_a_person_can_say_that_joined_claims_can_all_be_true() -> None:
    case = the_case()
    case = did(case, join(case, ["g2", "g3"], opposed=False))
    assert group_of(case, "41 cars").status is Status.COMPATIBLE


def test_split_claims_answer_a_question_of_their_own() -> None:
    case = the_case()
    case = did(case, split(case, [SIX.id], "How many of the crew died?"))
    assert group_of(case, "Six people").question == "How many of the crew died?"
    assert group_of(case, "Seven people").claims == (SEVEN.id,)
    assert analysis_of(case).conflicts == ()


def test_claims_that_opposed_each_other_still_do_after_they_were_split_off() -> None:
    case = the_case()
    case = did(case, join(case, ["g1", "g4"]))
    case = did(case, split(case, [SEVEN.id, SIX.id], "How many passengers died?"))
    conflict = conflict_of(case, "Six people")
    assert conflict is not None
    assert {len(a.claims) for a in conflict.answers} == {1}
    assert group_of(case, "seven").claims == (ALSO_SEVEN.id,)


def test_untouched_questions_and_conflicts_are_the_same_values() -> None:
    case = the_case()
    joined = did(case, join(case, ["g2", "g3"]))
    assert analysis_of(joined).conflicts[0] is analysis_of(case).conflicts[0]
    assert analysis_of(joined).groups[0] is analysis_of(case).groups[0]


# --- rules of the case ----------------------------------------------------------------------------


def test_a_rule_on_rounding_settles_amounts_that_are_near_enough() -> None:
    case = the_case()
    case = did(case, join(case, ["g2", "g3"]), rule(Rounding(Decimal("0.03"))))
    group = group_of(case, "41 cars")
    assert (group.status, conflict_of(case, "41 cars")) == (Status.COMPATIBLE, None)
    assert group.ground == "Differences under 3 % are rounding in this case."
    assert conflict_of(case, "Six people") is not None


@pytest.mark.parametrize(("share", "unit"), [("0.02", None), ("0.03", "person")])
def test_a_rule_on_rounding_leaves_larger_differences_and_other_units(share: str, unit: str | None) -> None:
    case = the_case()
    case = did(case, join(case, ["g2", "g3"]), rule(Rounding(Decimal(share), unit)))
    assert conflict_of(case, "41 cars") is not None


def test_two_names_that_are_one_agree() -> None:
    case = the_case()
    case = did(case, join(case, [REED.id, JOANNA.id]), rule(OneName("Jo Reed", "Joanna Reed")))
    group = group_of(case, "Jo Reed")
    assert (group.status, group.ground) == (Status.AGREEMENT, "“Jo Reed” and “Joanna Reed” are one in this case.")


def test_what_one_rule_of_the_program_flags_can_be_declared_harmless() -> None:
    case = the_case()
    case = did(case, rule(Harmless("made-by-hand", Ground.PART_WHOLE)))
    assert analysis_of(case).conflicts == ()
    assert group_of(case, "Six people").status is Status.COMPATIBLE


def test_a_verdict_stays_with_its_question_when_a_rule_settles_it() -> None:
    case = the_case()
    case = did(case, *changes_on(case, ("c1",), Judgement(Decision.ALL_HOLD, ground=Ground.PART_WHOLE), ANN))
    case = did(case, rule(Harmless("made-by-hand", Ground.PART_WHOLE)))
    review = reviewed(case)
    assert review.detached == ()
    assert review.by_conflict.keys() == {"g1"}


# --- new analyses and texts -----------------------------------------------------------------------


def renamed(found: Analysis) -> Analysis:
    """The same analysis under other ids, as other rules could number it."""
    ids = {c.id: f"x{c.id}" for c in found.claims}
    return Analysis(
        tuple(replace(c, id=ids[c.id]) for c in found.claims),
        tuple(replace(g, id=f"x{g.id}", claims=tuple(ids[i] for i in g.claims)) for g in found.groups),
        tuple(
            replace(
                c,
                id=f"x{c.id}",
                group=f"x{c.group}",
                claims=tuple(ids[i] for i in c.claims),
                answers=tuple(replace(a, claims=tuple(ids[i] for i in a.claims)) for a in c.answers),
            )
            for c in found.conflicts
        ),
    )


def test_everything_survives_an_analysis_with_other_ids() -> None:
    case = the_case()
    case = did(
        case,
        mark(case, "a", words_at(case, "a", "The ferry was late."), Kind.STATEMENT),
        correct(case, CARS_B.id, count(90, "car")),
        refuse(case, [ALSO_SEVEN.id]),
        join(case, ["g2", "g3"], "How many cars?"),
    )
    assert case.found is not None
    anew = analysed_anew(case, renamed(case.found))
    assert anew.unplaced == ()
    assert [c.text for c in analysis_of(anew).claims] == [c.text for c in analysis_of(case).claims]
    assert [(g.question, g.status) for g in analysis_of(anew).groups] == [
        (g.question, g.status) for g in analysis_of(case).groups
    ]
    assert [c.reason for c in analysis_of(anew).conflicts] == [c.reason for c in analysis_of(case).conflicts]


def test_a_claim_cut_wider_by_new_rules_is_the_same_claim() -> None:
    case = the_case()
    case = did(case, correct(case, CARS_B.id, count(90, "car")))
    wider = make_claim(B, "carried 40 cars", value=count(40, "car"))
    assert case.found is not None
    others = tuple(c for c in case.found.claims if c.id != CARS_B.id)
    anew = analysed_anew(case, Analysis((*others, wider)))
    assert claim_on(anew, "carried 40 cars").value == count(90, "car")


def test_a_correction_of_what_is_no_claim_any_more_lies_in_the_tray() -> None:
    case = the_case()
    case = did(case, correct(case, SIX.id, count(7)))
    anew = analysed_anew(case, Analysis((SEVEN,)))
    assert anew.unplaced == hand_acts(case)
    assert anew.analysis is anew.found


def test_a_refusal_of_what_is_no_claim_any_more_is_fulfilled() -> None:
    case = the_case()
    case = did(case, refuse(case, [SIX.id]))
    assert analysed_anew(case, Analysis((SEVEN,))).unplaced == ()


def test_two_refused_claims_that_other_rules_read_as_one_are_refused_as_one() -> None:
    number, counted = make_claim(A, "Seven"), make_claim(A, "people died")
    case = found_case(A, analysis=Analysis((number, counted)))
    case = did(case, refuse(case, [number.id, counted.id]))
    wide = make_claim(A, "Seven people died")
    anew = analysed_anew(case, Analysis((wide,), (Group("g", "How many?", wide.kind, Status.SINGLE, (wide.id,)),)))
    assert (anew.analysis, anew.unplaced) == (Analysis(), ())


def test_a_join_that_lost_one_of_three_claims_joins_the_others_and_says_so() -> None:
    case = the_case()
    case = did(case, join(case, ["g1", "g4"]))
    found = Analysis(
        (SEVEN, ALSO_SEVEN), tuple(Group(c.id, c.text, c.kind, Status.SINGLE, (c.id,)) for c in (SEVEN, ALSO_SEVEN))
    )
    anew = analysed_anew(case, found)
    assert group_of(anew, "seven").status is Status.AGREEMENT
    assert [act.sort for act in anew.unplaced] == [Sort.JOIN]


def apart(case: Case, *changes: Change) -> Case:
    """The case after several people changed what was done last, none of whom saw the others."""
    last = case.acts[-1]
    return did(case, *(replace(change, subject=last.subject, before=last.id) for change in changes))


def test_what_two_people_made_of_one_split_stands_side_by_side() -> None:
    case = the_case()
    both = split(case, [SEVEN.id]), split(case, [CARS_A.id])
    case = apart(did(case, split(case, [SIX.id])), *both)
    case = did(case, correct(case, SEVEN.id, count(9)))
    assert [group_of(case, words).claims for words in ("Seven people", "41 cars")] == [(SEVEN.id,), (CARS_A.id,)]


def test_two_places_that_two_people_gave_one_mark_are_both_marked_and_can_be_taken_away() -> None:
    case = the_case()
    late, sank = (mark(case, "a", words_at(case, "a", words), Kind.STATEMENT) for words in ("late", "sank"))
    case = apart(did(case, late), late, sank)
    assert [group_of(case, words).claims for words in ("late", "sank")] == [
        (claim_on(case, "late").id,),
        (claim_on(case, "sank").id,),
    ]
    for words in ("late", "sank"):
        case = did(case, unsaid(case, claim_on(case, words).id))
    assert case.analysis == case.found


def test_hand_acts_of_an_article_that_was_taken_out_lie_in_the_tray() -> None:
    case = the_case()
    case = did(case, correct(case, SIX.id, count(7)), mark(case, "a", words_at(case, "a", "late"), Kind.STATEMENT))
    without = with_acts(replace(case, articles=(A, C), found=Analysis((SEVEN,))))
    assert [act.sort for act in without.unplaced] == [Sort.CORRECTION]


# --- who did it -----------------------------------------------------------------------------------


def test_each_claim_and_question_tells_which_acts_had_a_part_in_it() -> None:
    case = the_case()
    case = did(case, correct(case, SIX.id, count(8)), join(case, ["g2", "g3"]))
    corrected, joined = hand_acts(case)
    traces = laid_on(case)
    assert traces.on_claims == {SIX.id: (corrected,)}
    assert traces.on_groups == {"g1": (corrected,), "g2": (joined,), "g3": (joined,)}


def test_judging_a_verdict_lays_no_hand_on_anew() -> None:
    case = the_case()
    case = did(case, correct(case, SIX.id, count(8)))
    judged = did(case, *changes_on(case, ("c1",), Judgement(Decision.NEITHER), ANN))
    assert judged.analysis is case.analysis


# --- kinds ----------------------------------------------------------------------------------------

SPOKE = make_article("“We had no warning at all,” said Ann Lee. She spoke on 3 July.", "a", source="Post")
ALSO = make_article(
    "“We had every warning,” said Bo Hill. “We had no warning at all,” said Ann. It was 4 July.", "b", source="Echo"
)


@pytest.mark.parametrize(
    ("kind", "a", "b", "status"),
    [
        (
            Kind.QUOTATION,
            Quotation("We had no warning at all"),
            Quotation("we had no warning at all."),
            Status.AGREEMENT,
        ),
        (
            Kind.QUOTATION,
            Quotation("We had no warning at all then"),
            Quotation("We had a warning at all then"),
            Status.CONFLICT,
        ),
        (Kind.QUOTATION, Quotation("We had no warning"), Quotation("It rained all night"), Status.COMPATIBLE),
        (Kind.NAME, Name("Ann Lee", "person"), Name("Lee", "person"), Status.COMPATIBLE),
        (Kind.NAME, Name("Ann Lee", "person"), Name("Bo Hill", "person"), Status.CONFLICT),
        (Kind.QUANTITY, count(100, "dollar"), count(90, "mile"), Status.COMPATIBLE),
        (Kind.QUANTITY, count(10, "mile"), count(16, "kilometre"), Status.COMPATIBLE),
        (Kind.STATEMENT, Statement("resign", True, "told"), Statement("resign", False, "told"), Status.CONFLICT),
    ],
)
def test_values_of_one_kind_are_held_against_each_other(kind: Kind, a: Value, b: Value, status: Status) -> None:
    one, other = make_claim(SPOKE, "We had no", kind, a), make_claim(ALSO, "We had every", kind, b)
    groups = tuple(Group(c.id, c.text, kind, Status.SINGLE, (c.id,)) for c in (one, other))
    case = found_case(SPOKE, ALSO, analysis=Analysis((one, other), groups))
    assert group_of(did(case, join(case, [one.id, other.id])), "We had no").status is status
