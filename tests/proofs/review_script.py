"""A review as a person does it, step by step, and what a store must show after each step.

Every step is one method of the Workspace and stands in the file when the method returns: that is the acknowledgement.
A step reads what it needs from the store, so any step can be done by a program that has only just started.
"""

from __future__ import annotations

import random
import re
import shutil
import sqlite3
import uuid
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from unittest import mock

from factcheck.errors import FactcheckError
from factcheck.values import (
    Analysis,
    Case,
    Change,
    Confidence,
    Content,
    Decision,
    Evidence,
    Ground,
    Judgement,
    Provenance,
    Rating,
    Record,
    ReportState,
    Sort,
    Stance,
)
from factcheck.workspace import Workspace
from tests.factories import begin, notes
from tests.storage.samples import analysed_sample

ROUNDS = 3
"""Of the script, in a whole proof; texts and history grow from round to round."""


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
    yield Step("comments", lambda w, c: w.act(c.id, [_comment(c, f"Round {n}, {x}") for x in ("first", "second")]))
    yield Step("comment edited", lambda w, c: w.act(c.id, [_on_top(c, {"text": why})]))
    yield Step("comment taken away", lambda w, c: w.act(c.id, [_on_top(c, None)]))
    yield Step("taking away undone", lambda w, c: w.undo(c.id))
    yield Step("analysis stored", lambda w, c: w.keep_analysis(c.id, _reworded(c, f"Round {n}")))
    yield Step("reviewer named", lambda w, _: w.set_reviewer(f"Reviewer {n}"))
    yield Step("case renamed", lambda w, c: w.rename_case(c.id, f"NASA’s rebuke, round {n}"))
    yield Step("provenance", lambda w, c: w.set_provenance(c.id, c.articles[0].id, _noted(c, f"Round {n}")))


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


def _comment(case: Case, text: str) -> Change:
    """A comment on the verdict that was given last."""
    return Change(Sort.COMMENT, {"text": text, "on": case.verdicts[-1].subject})


def _on_top(case: Case, content: Content | None) -> Change:
    """New words for the comment that was made last; None takes it away."""
    last = next(act for act in reversed(case.acts) if act.sort is Sort.COMMENT)
    return Change(Sort.COMMENT, content and {"on": (last.content or {})["on"], **content}, last.subject, last.id)


def _reworded(case: Case, words: str) -> Analysis:
    """The analysis with other reasons, as another version of the rules would give it."""
    assert case.analysis is not None
    conflicts = tuple(replace(c, reason=f"{words}: they cannot all be true.") for c in case.analysis.conflicts)
    return replace(case.analysis, conflicts=conflicts)


def _noted(case: Case, words: str) -> Provenance:
    return replace(case.articles[0].provenance, note=words)


# --- doing it -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """A review that was done once without disturbance.

    `begun` is the store before the first step, `seen` what it shows then and after each step.
    """

    begun: Path
    case_id: str
    rounds: int
    seen: tuple[str, ...]

    @property
    def end(self) -> int:
        """How many steps there are."""
        return len(self.seen) - 1


def rehearse(folder: Path, rounds: int) -> Rehearsed:
    """Make a store in the folder, and do the review on a copy of it."""
    begun, copy = folder / "begun.sqlite", folder / "rehearsed.sqlite"
    with Workspace(url(begun)) as workspace:
        workspace.set_reviewer("Reviewer 0")
        case_id = analysed_sample(workspace).id
    shutil.copyfile(begun, copy)
    with Workspace(url(copy)) as workspace:
        seen = [view(workspace, case_id)]
        for _ in go_on(workspace, case_id, rounds):
            seen.append(view(workspace, case_id))
    return Rehearsed(begun, case_id, rounds, tuple(seen))


def go_on(workspace: Workspace, case_id: str, rounds: int, done: int = 0) -> Iterator[int]:
    """Do the steps from the one after `done` on; after each that is saved comes how many that are."""
    for number, step in enumerate(review(rounds)[done:], done):
        case = workspace.open_case(case_id)
        with _same_ids(number):
            step.do(workspace, case)
        yield number + 1


@contextmanager
def _same_ids(seed: int) -> Iterator[None]:
    chance = random.Random(seed)
    with mock.patch("uuid.uuid4", side_effect=lambda: uuid.UUID(int=chance.getrandbits(128), version=4)):
        yield


def view(workspace: Workspace, case_id: str) -> str:
    """All that a person can see of the store, without the times."""
    case = workspace.open_case(case_id)
    everything = (
        case,
        workspace.history(case_id),
        sorted(notes(workspace, case_id).items()),
        workspace.reviewer(),
    )
    return re.sub(r"datetime\.datetime\([^()]*\)", "then", repr(everything))


def url(path: Path) -> str:
    return f"sqlite:///{path}"


# --- judging what is found ------------------------------------------------------------------------


class Found(StrEnum):
    """What a file shows after a misfortune."""

    ACKNOWLEDGED = "all acknowledged, nothing else"
    ONE_MORE = "all acknowledged, and the step under way"
    LOST = "acknowledged steps lost"
    HALF = "half of a step"
    DAMAGED = "needs repair"

    @property
    def broken(self) -> bool:
        """A promise was broken."""
        return self in {Found.LOST, Found.HALF, Found.DAMAGED}


def judge(path: Path, rehearsed: Rehearsed, acknowledged: int) -> Found:
    """Open the file as the program does, after `acknowledged` steps were, and compare it with the rehearsal."""
    seen = rehearsed.seen
    try:
        with Workspace(url(path)) as workspace:
            shown = view(workspace, rehearsed.case_id)
        sound = checks(path) == [("ok",)]
    except (FactcheckError, sqlite3.Error):
        return Found.DAMAGED
    if not sound or "problems=()" not in shown:
        return Found.DAMAGED
    if shown == seen[acknowledged]:
        return Found.ACKNOWLEDGED
    if shown in seen[acknowledged + 1 : acknowledged + 2]:
        return Found.ONE_MORE
    return Found.LOST if shown in seen else Found.HALF


def checks(path: Path) -> list[tuple[object, ...]]:
    """What SQLite finds wrong with the file: one "ok" when nothing is."""
    with closing(sqlite3.connect(path)) as connection:
        return [
            *connection.execute("PRAGMA integrity_check").fetchall(),
            *connection.execute("PRAGMA foreign_key_check").fetchall(),
        ]
