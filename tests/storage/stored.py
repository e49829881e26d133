"""Stores with decisions in them, and what can happen to their files."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from pathlib import Path

from factcheck.storage.backups import back_up
from factcheck.values import Case, Decision, Judgement
from factcheck.workspace import Workspace
from tests.storage.samples import analysed_sample

PAGE = 4096


def url(path: Path) -> str:
    return f"sqlite:///{path}"


def decided_case(workspace: Workspace) -> Case:
    """The sample case with verdicts on "c1" and "c2"."""
    case = analysed_sample(workspace)
    decide(workspace, case, "c1", "Counted in the photograph")
    decide(workspace, case, "c2", "The calendar says so")
    return workspace.open_case(case.id)


def decide(workspace: Workspace, case: Case, conflict: str, rationale: str) -> None:
    workspace.judge(case.id, (conflict,), Judgement(Decision.NEITHER, (), rationale))


def rationales(path: Path) -> list[str]:
    """Of the verdicts that stand in the sample case of the database."""
    with Workspace(url(path)) as workspace:
        return sorted(v.rationale for v in workspace.open_case(workspace.sample_case().id).verdicts)


def backed_up(path: Path) -> Path:
    """A store with two verdicts and a backup of it."""
    with Workspace(url(path)) as workspace:
        decided_case(workspace)
    return back_up(path, "by hand")


def flip(path: Path, page: int, chance: random.Random, many: int = 64) -> None:
    """Turn round bits at the head of a page, where SQLite keeps what is on it."""
    data = bytearray(path.read_bytes())
    for at in range(many):
        data[page * PAGE + at] ^= chance.randrange(1, 256)
    path.write_bytes(data)


def query(path: Path, sql: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection, connection:
        return connection.execute(sql).fetchall()
