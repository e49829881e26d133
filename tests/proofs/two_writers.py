"""Two programs change one store at once.

    python -m tests.proofs.two_writers [--database ADDRESS] [--edits EDITS]

Each makes 600 edits unless told, in a new SQLite file, or in the store that ADDRESS names. The lines marked as controls
do what the program never does: there edits must be lost or refused, or the proof would prove nothing.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any
from unittest import mock

from sqlalchemy.exc import OperationalError

from factcheck import hand
from factcheck.errors import FactcheckError, StaleEdit
from factcheck.storage import sqlite
from factcheck.storage.people import set_setting, setting
from factcheck.values import Act, OneName
from factcheck.workspace import Workspace
from tests.proofs.programs import Program
from tests.proofs.tables import print_table

COUNT = "count of a proof"

Edit = Callable[[Workspace, str], None]
"""Make one edit of the thing that the words name. Raises StaleEdit when it was refused: it can be tried again."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of the edits of both programs."""

    asked: int
    there: int
    stale: int
    """Refused because the other program was first, and made again on top of its edit."""
    errors: tuple[str, ...]
    seconds: float

    @property
    def lost(self) -> int:
        return self.asked - len(self.errors) - self.there


@contextmanager
def _as_it_is() -> Iterator[None]:
    yield


@contextmanager
def _deferred() -> Iterator[None]:
    """Transactions that take the write lock when they first write, as SQLite begins them unless told otherwise."""
    usual = sqlite.open_engine

    def open_engine(path: Path, begin: str, *arguments: Any, **named: Any) -> Any:  # as the usual one
        return usual(path, begin.replace("IMMEDIATE", "DEFERRED"), *arguments, **named)

    with mock.patch.object(sqlite, "open_engine", open_engine):
        yield


# --- edits ----------------------------------------------------------------------------------------


def count_up(workspace: Workspace, name: str) -> None:
    """Read a number and write the next, in one unit of work."""
    with workspace._database.writing() as session:
        set_setting(session, name, str(int(setting(session, name) or 0) + 1))


def count_up_apart(workspace: Workspace, name: str) -> None:
    """Read a number in one unit of work, and write the next in another."""
    with workspace._database.reading() as session:
        found = int(setting(session, name) or 0)
    with workspace._database.writing() as session:
        set_setting(session, name, str(found + 1))


def counted(workspace: Workspace, name: str) -> int:
    with workspace._database.reading() as session:
        return int(setting(session, name) or 0)


def edit_rule(workspace: Workspace, case_id: str) -> None:
    """Write the next number into the rule that both edit, on top of what stands there."""
    last = _rule(workspace, case_id)
    workspace.act(case_id, [hand.rule(_numbered(_number(last) + 1), on=last)])


def rule_says(workspace: Workspace, case_id: str) -> int:
    return _number(_rule(workspace, case_id))


def _rule(workspace: Workspace, case_id: str) -> Act:
    return workspace.acts_since(case_id, 0)[-1]


def _numbered(number: int) -> OneName:
    return OneName("The crew", f"crew {number}")


def _number(act: Act) -> int:
    rule = hand.hand_of(act)
    assert isinstance(rule, OneName)
    return int(rule.second.removeprefix("crew "))


# --- two programs ---------------------------------------------------------------------------------


def together(
    address: str, name: str, edit: Edit, read: Callable[[Workspace, str], int], edits: int, way: Any = _as_it_is
) -> Outcome:
    """Let two programs make `edits` edits each, with transactions as `way` has them; count what is there."""
    Workspace(address).close()
    started = time.monotonic()
    running = [Program(edit_often, address, name, edit, edits, way) for _ in range(2)]
    said = [program.hear() for program in running]
    seconds = time.monotonic() - started
    for program in running:
        program.hear_all()
    with Workspace(address) as workspace:
        there = read(workspace, name)
    errors = tuple(error for _, found in said for error in found)
    return Outcome(2 * edits, there, sum(stale for stale, _ in said), errors, seconds)


def edit_often(address: str, name: str, edit: Edit, edits: int, way: Any, say: Connection) -> None:
    """Make the edits; say how many were refused as stale and made again, and every error."""
    stale, errors = 0, []
    with way(), Workspace(address) as workspace:
        for _ in range(edits):
            try:
                stale += _insist(workspace, name, edit)
            except (FactcheckError, OperationalError) as error:
                errors.append(str(error))
    say.send((stale, errors))


def _insist(workspace: Workspace, name: str, edit: Edit) -> int:
    """Make one edit, again and again while the other program is first. Returns how often it was."""
    refused = 0
    while True:
        try:
            edit(workspace, name)
        except StaleEdit:
            refused += 1
            time.sleep(random.uniform(0, 0.02))
        else:
            return refused


def number_on_both(address: str, edits: int) -> Outcome:
    """Both count one number up."""
    return together(address, f"{COUNT} {uuid.uuid4()}", count_up, counted, edits)


def rule_by_both(address: str, edits: int) -> Outcome:
    """Both edit one rule of a case, each time on top of what they see there."""
    with Workspace(address) as workspace:
        case_id = workspace.create_case("Two writers").id
        workspace.act(case_id, [hand.rule(_numbered(0))])
    outcome = together(address, case_id, edit_rule, rule_says, edits)
    with Workspace(address) as workspace:
        workspace.delete_case(case_id)
    return outcome


def read_apart(address: str, edits: int) -> Outcome:
    """The control that loses edits."""
    return together(address, f"{COUNT} {uuid.uuid4()}", count_up_apart, counted, edits)


def deferred(address: str, edits: int) -> Outcome:
    """The control that meets locks; on SQLite alone."""
    return together(address, f"{COUNT} {uuid.uuid4()}", count_up, counted, edits, _deferred)


def main(address: str, edits: int) -> int:
    kept = {"one number counted up": number_on_both, "one rule of a case edited": rule_by_both}
    controls = {"read and written apart (control)": read_apart}
    if address.startswith("sqlite"):
        controls["deferred transactions (control)"] = deferred
    outcomes = {name: run(address, edits) for name, run in (kept | controls).items()}
    print_table(
        f"Two programs, {edits:,} edits each, on {address.partition(':')[0]}",
        ("edits", "made", "lost", "errors", "refused as stale, made again", "seconds"),
        [(n, o.there, o.lost, len(o.errors), o.stale, f"{o.seconds:.0f}") for n, o in outcomes.items()],
    )
    for error in sorted({error for name in kept for error in outcomes[name].errors}):
        print(error)
    failed = {name for name, outcome in outcomes.items() if outcome.lost or outcome.errors}
    return int(failed != controls.keys())


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m tests.proofs.two_writers")
    parser.add_argument("--database", metavar="ADDRESS", help="of a store to use instead of a new SQLite file")
    parser.add_argument("--edits", type=int, default=600, help="that each program makes")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        raise SystemExit(main(asked.database or f"sqlite:///{folder}/cases.sqlite", asked.edits))
