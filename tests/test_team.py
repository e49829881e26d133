"""Assignments, second readers, comments, the queue and agreement."""

import uuid
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from factcheck.errors import ConflictNotFound
from factcheck.review import changes_on, reviewed
from factcheck.scales import rating_on, shipped_scales
from factcheck.standing import with_acts
from factcheck.team import assign, comment, edited, queue, sign, taken_away, talk, unsigned
from factcheck.team.agreeing import agreement_of
from factcheck.values import Act, Analysis, Case, Change, Decision, Judgement, Record, Reviewer, Sort
from tests.factories import ANN, NOON, seed_case

BEN = Reviewer("b", "Ben")


@pytest.fixture
def case() -> Case:
    made = seed_case()
    return with_acts(replace(made, found=made.analysis))


def done(case: Case, *changes: Change | None, by: Reviewer = ANN) -> Case:
    """The case after somebody did this, a second after whatever was done last."""
    for change in changes:
        assert change is not None
        id = str(uuid.uuid4())
        act = Act(id, change.sort, change.subject or id, change.before, id, by, _later(case), change.content)
        case = with_acts(case, (act,))
    return case


def _later(case: Case) -> datetime:
    return NOON + timedelta(seconds=len(case.acts))


def undone(case: Case, by: Reviewer = ANN) -> Case:
    """The case after the last act was taken back."""
    return done(case, Change(Sort.UNDO, {"of": [case.acts[-1].id]}), by=by)


def judged(case: Case, id: str, decision: Decision = Decision.NEITHER, by: Reviewer = ANN, **judgement: object) -> Case:
    wish = Judgement(decision, **judgement)  # type: ignore[arg-type]
    return done(case, *changes_on(case, (id,), wish, by), by=by)


# --- assignments ----------------------------------------------------------------------------------


def test_what_is_assigned_is_assigned_until_somebody_else_gets_it(case: Case) -> None:
    case = done(case, *assign(case, ["c1", "g4"], BEN))
    assert {id: a.reviewer for id, a in talk(case).assignments.items()} == {"c1": BEN, "g4": BEN}
    case = done(case, *assign(case, ["c1"], ANN), *assign(case, ["g4"], None))
    assert {id: a.reviewer for id, a in talk(case).assignments.items()} == {"c1": ANN}


def test_nothing_is_done_where_it_is_assigned_so_already(case: Case) -> None:
    assert assign(case, ["c1"], None) == ()
    case = done(case, *assign(case, ["c1"], BEN))
    assert assign(case, ["c1"], BEN) == ()


def test_of_two_assignments_made_apart_the_newer_one_counts(case: Case) -> None:
    apart = assign(case, ["c1"], ANN), assign(case, ["c1"], BEN)
    case = done(case, *apart[0], *apart[1])
    assert talk(case).assignments["c1"].reviewer == BEN
    assert talk(case).detached == ()


def test_a_conflict_that_is_not_there_cannot_be_assigned(case: Case) -> None:
    with pytest.raises(ConflictNotFound, match="no conflict c9"):
        assign(case, ["c9"], BEN)


def test_a_reviewer_is_called_as_he_is_called_here(case: Case) -> None:
    case = done(case, *assign(case, ["c1"], BEN))
    case = judged(case, "c2", by=Reviewer("b", "Ben (2)"))
    assert talk(case).assignments["c1"].reviewer.name == "Ben (2)"


# --- comments -------------------------------------------------------------------------------------


def said(case: Case, id: str) -> list[list[str]]:
    return [[c.text for c in (t.first, *t.answers)] for t in talk(case).comments.get(id, ())]


def test_comments_stand_in_threads_oldest_first(case: Case) -> None:
    case = done(case, comment(case, "c1", "Three?"))
    first = case.acts[-1].subject
    case = done(case, comment(case, "c1", "Other matter"), comment(case, "c1", "Three.", answers=first), by=BEN)
    case = done(case, comment(case, "c1", "Thanks", answers=case.acts[-1].subject), comment(case, "g4", "Fifteen"))
    assert said(case, "c1") == [["Three?", "Three.", "Thanks"], ["Other matter"]]
    assert said(case, "g4") == [["Fifteen"]]


def test_a_comment_is_edited_and_taken_away_by_its_author_alone(case: Case) -> None:
    case = done(case, comment(case, "c1", "Tree?"))
    subject = case.acts[-1].subject
    with pytest.raises(ValueError, match=rf"no comment {subject} of Ben"):
        edited(case, subject, "Mine", BEN)
    with pytest.raises(ValueError, match=rf"no comment {subject} of Ben"):
        taken_away(case, subject, BEN)
    case = done(case, edited(case, subject, "Three?", ANN))
    (thread,) = talk(case).comments["c1"]
    assert (thread.first.text, thread.first.at, thread.first.edited) == ("Three?", NOON, NOON + timedelta(seconds=1))
    case = done(case, taken_away(case, subject, ANN))
    assert talk(case).comments == {}
    assert said(undone(case), "c1") == [["Three?"]]


def test_what_was_answered_stays_as_an_empty_place_when_it_is_taken_away(case: Case) -> None:
    case = done(case, comment(case, "c1", "Three?"))
    first = case.acts[-1].subject
    case = done(case, comment(case, "c1", "Three.", answers=first), by=BEN)
    case = done(case, taken_away(case, first, ANN))
    (thread,) = talk(case).comments["c1"]
    assert (thread.first.taken_away, thread.first.text, [c.text for c in thread.answers]) == (True, "", ["Three."])


def test_comments_that_cannot_have_been_made_are_no_trouble(case: Case) -> None:
    """A file from elsewhere may say that each of two was made on top of the other, or on top of a verdict."""
    case = judged(case, "c1")
    first = case.acts[0]
    one, other = (
        Act(id, Sort.COMMENT, first.subject, before, id, ANN, NOON, None) for id, before in (("1", "2"), ("2", "1"))
    )
    case = done(with_acts(case, (one, other)), Change(Sort.COMMENT, None, first.subject, "2"))
    case = done(case, Change(Sort.COMMENT, None, first.subject, first.id))
    assert (talk(case).comments, talk(case).detached) == ({}, ())


def test_an_answer_to_what_was_taken_back_begins_a_thread(case: Case) -> None:
    case = done(case, comment(case, "c1", "Three?"))
    asked = case.acts[-1]
    case = done(case, comment(case, "c1", "Three.", answers=asked.subject), by=BEN)
    case = done(case, Change(Sort.UNDO, {"of": [asked.id]}))
    assert said(case, "c1") == [["Three."]]


def test_a_comment_without_words_is_none(case: Case) -> None:
    with pytest.raises(ValueError, match="without words"):
        comment(case, "c1", " \n")


def test_what_lost_its_place_is_listed_not_dropped(case: Case) -> None:
    case = done(case, comment(case, "c1", "Three?"), *assign(case, ["c2"], BEN))
    gone = replace(case, analysis=Analysis())
    assert [type(thing).__name__ for thing in talk(gone).detached] == ["Comment", "Assignment"]
    assert (talk(gone).comments, talk(gone).assignments) == ({}, {})


# --- second readers -------------------------------------------------------------------------------


def test_a_second_reader_agrees_or_not_and_may_change_his_mind(case: Case) -> None:
    case = judged(case, "c1")
    verdict = case.verdicts[0]
    case = done(case, sign(case, verdict.id, True, "", BEN), by=BEN)
    case = done(case, sign(case, verdict.id, False, "Two were left out", BEN), by=BEN)
    ((signature,),) = talk(case).signatures.values()
    assert (signature.by, signature.agrees, signature.words, signature.changed) == (
        BEN,
        False,
        "Two were left out",
        False,
    )
    case = done(case, unsigned(case, verdict.id, BEN), by=BEN)
    assert talk(case).signatures == {}
    assert unsigned(case, verdict.id, BEN) is None


def test_a_signature_says_when_the_verdict_was_changed_after_it(case: Case) -> None:
    case = judged(case, "c1")
    case = done(case, sign(case, case.verdicts[0].id, True, "", BEN), by=BEN)
    case = judged(case, "c1", Decision.UNKNOWN)
    assert [s.changed for s in talk(case).signatures[case.verdicts[0].id]] == [True]
    case = done(case, sign(case, case.verdicts[0].id, True, "", BEN), by=BEN)
    assert [s.changed for s in talk(case).signatures[case.verdicts[0].id]] == [False]


def test_the_signature_of_a_verdict_that_was_taken_back_is_listed(case: Case) -> None:
    case = judged(case, "c1")
    given = case.acts[-1].id
    case = done(case, sign(case, given, True, "", BEN), by=BEN)
    case = done(case, Change(Sort.UNDO, {"of": [given]}))
    assert (talk(case).signatures, len(talk(case).detached)) == ({}, 1)


def test_nobody_signs_his_own_verdict_or_one_that_does_not_stand(case: Case) -> None:
    case = judged(case, "c1")
    with pytest.raises(ValueError, match="second reader of his own"):
        sign(case, case.verdicts[0].id, True, "", ANN)
    with pytest.raises(ValueError, match="no verdict x stands"):
        sign(case, "x", True, "", BEN)


# --- the queue ------------------------------------------------------------------------------------


def order(case: Case, reviewer: Reviewer) -> tuple[str, ...]:
    return queue(case, reviewed(case), reviewer)


def test_what_one_was_assigned_comes_before_what_nobody_has(case: Case) -> None:
    case = done(case, *assign(case, ["c3"], ANN), *assign(case, ["c1"], BEN))
    assert order(case, ANN) == ("c3", "c2")
    assert order(case, BEN) == ("c1", "c2")


def test_what_others_decided_wants_a_second_reader_until_it_has_one(case: Case) -> None:
    case = judged(case, "c1")
    assert order(case, ANN) == ("c2", "c3")
    assert order(case, BEN) == ("c2", "c3", "c1")
    case = done(case, sign(case, case.verdicts[0].id, True, "", BEN), by=BEN)
    assert order(case, BEN) == ("c2", "c3")
    case = judged(case, "c1", Decision.UNKNOWN)
    assert order(case, BEN) == ("c2", "c3", "c1")


def test_what_readers_disagree_on_comes_last_for_everybody(case: Case) -> None:
    case = judged(case, "c1")
    case = judged(case, "c1", Decision.UNKNOWN, by=BEN)
    case = judged(case, "c2")
    case = done(case, sign(case, case.verdicts[-1].id, False, "", BEN), by=BEN)
    assert order(case, ANN) == order(case, BEN) == ("c3", "c1", "c2")


def test_a_verdict_that_is_still_open_is_no_decision(case: Case) -> None:
    assert order(judged(case, "c1", Decision.OPEN), ANN) == ("c1", "c2", "c3")


# --- agreement ------------------------------------------------------------------------------------


def test_agreement_is_told_of_triage_decisions_and_ratings(case: Case) -> None:
    scale = next(s for s in shipped_scales() if s.ordered and len(s.steps) > 2)
    first, second, third = (Record(rating=rating_on(scale, step)) for step in scale.steps[:3])
    case = judged(case, "c1", Decision.ANSWER, answers=("three",), record=first)
    case = judged(case, "c2", Decision.NOT_A_CONFLICT, record=second)
    case = judged(case, "c1", Decision.ANSWER, by=BEN, answers=("two",), record=first)
    case = judged(case, "c2", Decision.ALL_HOLD, by=BEN, record=third)
    case = judged(case, "c3", Decision.OPEN, by=BEN)
    agreed = agreement_of(case, reviewed(case))
    assert (agreed.triage.percent, agreed.triage.kappa, agreed.triage.both) == (100, 1, 2)
    assert (agreed.decisions.percent, [d.question for d in agreed.decisions.disagreements]) == (0, ["c1", "c2"])
    assert (agreed.ratings[scale.id].same, agreed.ratings[scale.id].ordinal) == (1, True)
    assert agreed.names == {"r": "Ann", "b": "Ben"}
    assert agreed.questions["c1"] == "How many cosmonauts?"
    assert agreement_of(case, reviewed(case), [ANN]).triage.reviewers == ("r",)
