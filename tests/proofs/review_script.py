"""A review as a person does it, step by step.

Every step is one method of the Workspace and stands in the file when the method returns: that is the acknowledgement.
A step reads what it needs from the store, so any step can be done by a program that has only just started.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import islice

from factcheck import hand, team
from factcheck.review import changes_on, drafts_on
from factcheck.values import (
    Analysis,
    Case,
    Confidence,
    Decision,
    Evidence,
    Ground,
    Judgement,
    Kind,
    OneName,
    Provenance,
    Rating,
    Record,
    ReportState,
    Sort,
    Span,
    Stance,
)
from factcheck.workspace import Workspace
from tests.factories import begin

ROUNDS = 2
"""Of the script, in a whole proof; texts and history grow from round to round."""

RECORD = "record"
"""The sort of draft that is to become a record."""

COUNTRIES = "15 international participating"
"""A claim of both articles that nothing is said against."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing a person does. `do` gets the workspace and the case as it stands."""

    name: str
    do: Callable[[Workspace, Case], object]


def review(rounds: int) -> tuple[Step, ...]:
    """The whole script. Texts differ from round to round, so that no two moments look alike."""
    return tuple(step for number in range(1, rounds + 1) for step in _round(number))


def _round(n: int) -> Iterator[Step]:
    why = f"Round {n}: the counts differ, and only one account names its source. " * (1 + 7 * n)
    yield from _verdicts(n, why)
    yield from _records(n, why)
    yield from _hand(n, why)
    yield from _others(n, why)
    yield Step("analysis stored", lambda w, c: w.keep_analysis(c.id, _reworded(c, f"Round {n}")))
    yield Step("reviewer named", lambda w, _: w.set_reviewer(f"Reviewer {n}"))
    yield Step("case renamed", lambda w, c: w.rename_case(c.id, f"NASA’s rebuke, round {n}"))
    yield Step("provenance", lambda w, c: w.set_provenance(c.id, c.articles[0].id, _noted(c, f"Round {n}")))


def _verdicts(n: int, why: str) -> Iterator[Step]:
    three = Judgement(Decision.ANSWER, ("three",), why)
    dismissed = Judgement(Decision.NOT_A_CONFLICT, rationale=why, ground=Ground.HONEST_EDIT)
    rated = Judgement(Decision.NEITHER, rationale=why[::-1], record=_record(n))
    yield Step("draft begun", lambda w, c: begin(w, c.id, "c1", f"Round {n}: the cou"))
    yield Step("draft goes on", lambda w, c: begin(w, c.id, "c1", why))
    yield Step("verdict", lambda w, c: w.judge(c.id, ("c1",), three))
    yield Step("verdict edited", lambda w, c: w.judge(c.id, ("c1",), rated))
    yield Step("draft elsewhere", lambda w, c: begin(w, c.id, "c3", f"Round {n}: said by whom?"))
    yield Step("two verdicts at once", lambda w, c: w.judge(c.id, ("c2", "c3"), dismissed))
    yield Step("verdicts undone", lambda w, c: w.undo(c.id))
    yield Step("verdicts redone", lambda w, c: w.redo(c.id))
    yield Step("verdicts undone again", lambda w, c: w.undo(c.id))


def _records(n: int, why: str) -> Iterator[Step]:
    """The record of a claim, written down part after part; what was begun of it is done with each act."""
    rated = Record(claim="Three cosmonauts flew", rating=Rating("five-step", 1, "false"))
    concluded = replace(rated, conclusion=f"Two flew, as was said {n} times.", confidence=Confidence.HIGH)
    yield Step("record: draft", lambda w, c: begin(w, c.id, "c1", f"Round {n}: thr", RECORD))
    yield Step("record: draft goes on", lambda w, c: begin(w, c.id, "c1", why, RECORD))
    yield Step("record: rating", lambda w, c: _save(w, c, Judgement(Decision.NEITHER, record=rated)))
    yield Step("record: conclusion", lambda w, c: _save(w, c, Judgement(Decision.NEITHER, record=concluded)))
    yield Step("record: draft again", lambda w, c: begin(w, c.id, "c1", why[::-1], RECORD))
    yield Step(
        "record: rationale", lambda w, c: _save(w, c, Judgement(Decision.NEITHER, rationale=why, record=concluded))
    )
    yield Step("record: evidence", lambda w, c: _save_with_file(w, c, concluded, why))
    yield Step("record: evidence undone", lambda w, c: w.undo(c.id))


def _save(workspace: Workspace, case: Case, judgement: Judgement) -> None:
    """As the window saves a record."""
    begun = drafts_on(case, workspace.drafts(case.id))
    done = [draft.id for (_, id), draft in begun.items() if id == "c1"]
    workspace.act(case.id, changes_on(case, ("c1",), judgement, workspace.reviewer()), done=done)


def _save_with_file(workspace: Workspace, case: Case, record: Record, words: str) -> None:
    assert workspace.safekeeping
    photo = workspace.safekeeping.path.with_name("crew.txt")
    photo.write_text(words, "utf-8")
    sha256, name = workspace.attach(case.id, photo)
    kept = Evidence("kept", Stance.REFUTES, file=sha256, file_name=name)
    _save(workspace, case, Judgement(Decision.NEITHER, rationale=words, record=replace(record, evidence=(kept,))))


def _hand(n: int, why: str) -> Iterator[Step]:
    """A person's hand on the analysis."""
    yield Step("claim marked", lambda w, c: w.act(c.id, [hand.mark(c, c.articles[0].id, _words(c, n), Kind.NAME)]))
    yield Step("claim corrected", lambda w, c: w.act(c.id, [hand.correct(c, _claim(c, "July 3"), subject=f"day {n}")]))
    yield Step("passage noted", lambda w, c: w.act(c.id, [hand.note(c, c.articles[0].id, _words(c, n), why)]))
    yield Step("rule for the case", lambda w, c: w.act(c.id, [hand.rule(OneName("Roscosmos", f"Agency {n}"))]))
    yield Step("claim refused", lambda w, c: w.act(c.id, [hand.refuse(c, [_claim(c, COUNTRIES)])]))
    yield Step("refusal undone", lambda w, c: w.undo(c.id))
    yield Step("claim set apart", lambda w, c: w.act(c.id, [hand.split(c, [_claim(c, COUNTRIES)])]))
    yield Step("setting apart undone", lambda w, c: w.undo(c.id))


def _others(n: int, why: str) -> Iterator[Step]:
    """People among themselves."""
    yield Step("comments", lambda w, c: w.act(c.id, [team.comment(c, id, f"Round {n}") for id in ("c1", "c2")]))
    yield Step("comment edited", lambda w, c: w.act(c.id, [team.edited(c, _commented(c), why, w.reviewer())]))
    yield Step("comment taken away", lambda w, c: w.act(c.id, [team.taken_away(c, _commented(c), w.reviewer())]))
    yield Step("taking away undone", lambda w, c: w.undo(c.id))
    yield Step("assigned", lambda w, c: w.act(c.id, team.assign(c, ("c2", "c3"), w.reviewer())))


def _record(n: int) -> Record:
    """Everything that can be written down about a claim."""
    found = Evidence("e", Stance.REFUTES, "Only two were named.", "By telephone", url="https://example.org/crew")
    return Record(
        claim="Three cosmonauts flew",
        claimant="The agency",
        rating=Rating("plain", 1, "false"),
        conclusion=f"Two flew, as was said {n} times.",
        confidence=Confidence.HIGH,
        tags=("crew", f"round {n}"),
        evidence=(found,),
        state=ReportState.IN_REVIEW,
    )


def _words(case: Case, nth: int) -> Span:
    """Where the first article says "Russian" for the `nth` time."""
    *_, found = islice(re.finditer("Russian", case.articles[0].text), nth)
    return Span(*found.span())


def _claim(case: Case, words: str) -> str:
    """The id of the first claim with these words."""
    assert case.analysis is not None
    return next(claim.id for claim in case.analysis.claims if claim.text == words)


def _commented(case: Case) -> str:
    """The comment that was written or edited last."""
    return next(act.subject for act in reversed(case.acts) if act.sort is Sort.COMMENT)


def _reworded(case: Case, words: str) -> Analysis:
    """What was found, with other reasons, as another version of the rules would give them."""
    assert case.found is not None
    conflicts = tuple(replace(c, reason=f"{words}: they cannot all be true.") for c in case.found.conflicts)
    return replace(case.found, conflicts=conflicts)


def _noted(case: Case, words: str) -> Provenance:
    return replace(case.articles[0].provenance, note=words)
