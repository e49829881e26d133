"""What became of a conflict, and an earlier verdict beside a later one."""

import pytest

from factcheck.contents import verdict_of
from factcheck.hand import note
from factcheck.history import Difference, Fate, compared, history_of, restored
from factcheck.review import reviewed
from factcheck.team import assign, comment, sign
from factcheck.values import Case, Change, Confidence, Decision, Evidence, Record, Sort, Stance
from tests.factories import ANN
from tests.test_team import BEN, case, done, judged, undone

__all__ = ["case"]


def told(case: Case, id: str) -> list[tuple[str, str, str]]:
    return [(event.act.by.name, event.act.sort.value, event.fate.value) for event in history_of(case, id)]


def test_all_that_was_done_on_a_conflict_is_told_oldest_first(case: Case) -> None:
    case = judged(case, "c1")
    case = judged(case, "c2")
    case = judged(case, "c1", Decision.UNKNOWN)
    case = done(case, *assign(case, ["c1"], BEN), comment(case, "c1", "Why?"))
    case = done(case, sign(case, reviewed(case).by_conflict["c1"].id, True, "", BEN), by=BEN)
    case = judged(case, "c1", by=BEN)
    case = undone(case, by=BEN)
    assert told(case, "c1") == [
        ("Ann", "verdict", Fate.REPLACED),
        ("Ann", "verdict", Fate.STANDS),
        ("Ann", "assignment", Fate.STANDS),
        ("Ann", "comment", Fate.STANDS),
        ("Ben", "signature", Fate.STANDS),
        ("Ben", "verdict", Fate.TAKEN_BACK),
        ("Ben", "undo", Fate.STANDS),
    ]
    assert told(case, "c2") == [("Ann", "verdict", Fate.STANDS)]
    assert told(case, "c3") == []


def test_an_undo_of_several_names_those_of_them_that_are_about_the_conflict(case: Case) -> None:
    case = judged(judged(case, "c1"), "c2")
    case = done(case, Change(Sort.UNDO, {"of": [act.id for act in case.acts]}))
    assert [event.of for event in history_of(case, "c2")] == [(), (case.acts[1].id,)]


def test_each_event_says_what_was_said(case: Case) -> None:
    case = judged(case, "c1", rationale="Counted")
    case = done(case, comment(case, "c1", "Where?"))
    verdict, remark = history_of(case, "c1")
    assert verdict.said == verdict_of(case.acts[0])
    assert getattr(remark.said, "text", None) == "Where?"


def test_a_note_on_the_words_of_a_claim_belongs_to_its_conflict(case: Case) -> None:
    assert case.analysis is not None
    claim = next(c for c in case.analysis.claims if c.text == "two Russian cosmonauts")
    case = done(case, note(case, claim.article, claim.span, "Counted by hand"))
    assert told(case, "c1") == [("Ann", "note", Fate.STANDS)]
    assert told(case, "c2") == []


def test_an_earlier_verdict_is_given_anew_on_top_of_what_stands(case: Case) -> None:
    case = judged(case, "c1", Decision.ANSWER, answers=("three",), rationale="Counted")
    first = case.verdicts[0]
    case = judged(case, "c1", Decision.UNKNOWN)
    case = done(case, restored(case, first, ANN))
    (verdict,) = case.verdicts
    assert (verdict.decision, verdict.answers, verdict.rationale) == (Decision.ANSWER, ("three",), "Counted")
    assert (verdict.subject, verdict.replaces) == (first.subject, case.acts[1].id)
    assert len(history_of(case, "c1")) == 3


def test_the_verdict_of_somebody_else_given_anew_is_ones_own(case: Case) -> None:
    case = judged(case, "c1", rationale="Counted")
    theirs = case.verdicts[0]
    case = judged(case, "c1", Decision.UNKNOWN, by=BEN)
    case = done(case, restored(case, theirs, BEN), by=BEN)
    assert [(v.reviewer, v.rationale) for v in reviewed(case).of("c1")] == [(BEN, "Counted"), (ANN, "Counted")]


def test_a_verdict_that_was_taken_back_is_given_anew(case: Case) -> None:
    case = judged(case, "c1")
    gone = case.verdicts[0]
    case = undone(case)
    case = done(case, restored(case, gone, ANN))
    assert [v.subject for v in case.verdicts] == [gone.subject]


@pytest.mark.parametrize("same", [True, False])
def test_two_verdicts_are_compared_field_by_field(case: Case, same: bool) -> None:
    case = judged(case, "c1", Decision.ANSWER, answers=("three",), rationale="Counted")
    old = case.verdicts[0]
    record = Record(confidence=Confidence.LOW, tags=("space", "flags"), evidence=(Evidence("e", Stance.REFUTES, "No"),))
    case = judged(case, "c1", Decision.UNKNOWN, rationale="Counted", record=record)
    new = old if same else case.verdicts[0]
    expected = (
        Difference("decision", "answer", "unknown"),
        Difference("answers", "three", ""),
        Difference("confidence", "", "low"),
        Difference("tags", "", "space\nflags"),
        Difference("evidence", "", "refutes · No"),
    )
    assert compared(old, new) == (() if same else expected)
