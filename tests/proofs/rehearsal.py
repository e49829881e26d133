"""A review done without disturbance, to compare with: what a store must show after each step."""

from __future__ import annotations

import random
import re
import shutil
import sqlite3
import uuid
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from unittest import mock

from factcheck.review import drafts_on
from factcheck.workspace import Workspace
from tests.proofs.review_script import review
from tests.storage.samples import analysed_sample


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
    ever = workspace.history(case_id)
    begun = drafts_on(case, workspace.drafts(case_id))
    files = {e.file: workspace.attachment(case_id, e.file) for v in ever for e in v.record.evidence if e.file}
    everything = (
        case,
        ever,
        sorted((id, sort, draft.text) for (sort, id), draft in begun.items()),
        sorted(files.items()),
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
    except Exception:  # whatever keeps the program from opening the file
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
