"""The program is killed by SIGKILL at random moments of a review.

    python -m tests.proofs.kills [KILLS]    500 unless told

After each kill the file is opened as the program opens it, and must show every acknowledged step, and of the step that
was under way all or nothing. The review goes on in that file; when it is through, another one begins.
"""

from __future__ import annotations

import random
import shutil
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path

from factcheck.workspace import Workspace
from tests.proofs.programs import Program
from tests.proofs.rehearsal import Found, Rehearsed, go_on, judge, rehearse, url
from tests.proofs.review_script import RECORD, ROUNDS, review
from tests.proofs.tables import print_table


@dataclass(slots=True)
class Tally:
    """What became of a number of kills. `torn` counts those that struck inside a write to the disk."""

    kills: int = 0
    acknowledged: int = 0
    torn: int = 0
    found: Counter[Found] = field(default_factory=Counter)
    struck: Counter[str] = field(default_factory=Counter)  # by the step that was under way

    @property
    def broken(self) -> int:
        return sum(count for found, count in self.found.items() if found.broken)


def kill_often(rehearsed: Rehearsed, folder: Path, kills: int, chance: random.Random) -> Tally:
    """Kill a review `kills` times."""
    path, end = folder / "cases.sqlite", rehearsed.end
    tally, position, steps = Tally(), end, review(rehearsed.rounds)
    while tally.kills < kills:
        if position == end:
            shutil.copyfile(rehearsed.begun, path)
            position = 0
        acknowledged = _until_killed(rehearsed, path, position, chance)[-1]
        if acknowledged == end:
            position = end  # it was done before the kill
            continue
        tally.kills += 1
        tally.acknowledged += acknowledged - position
        tally.torn += _journal(path).exists() and _journal(path).stat().st_size > 0
        tally.struck[steps[acknowledged].name] += 1
        found = judge(path, rehearsed, acknowledged)
        tally.found[found] += 1
        position = end if found.broken else acknowledged + (found is Found.ONE_MORE)
    return tally


def _until_killed(rehearsed: Rehearsed, path: Path, position: int, chance: random.Random) -> list[int]:
    """Let a program go on from `position`, and kill it in about the next step. All that it said."""
    started = time.monotonic()
    program = Program(review_from, path, rehearsed.case_id, rehearsed.rounds, position)
    said = [program.hear()]
    for _ in range(chance.randint(0, 2)):
        if said[-1] < rehearsed.end:
            said.append(program.hear())
    pace = (time.monotonic() - started) / len(said)  # seconds: a busy computer is killed later
    time.sleep(chance.uniform(0, pace))
    return said + program.kill()


def review_from(path: Path, case_id: str, rounds: int, position: int, say: Connection) -> None:
    """Do the review from the step at `position` to its end; say how many are done, now and after each."""
    with Workspace(url(path)) as workspace:
        workspace.open_case(case_id)
        say.send(position)
        for done in go_on(workspace, case_id, rounds, position):
            say.send(done)


def _journal(path: Path) -> Path:
    return path.with_name(f"{path.name}-journal")


def main(kills: int) -> int:
    with tempfile.TemporaryDirectory() as folder:
        tally = kill_often(rehearse(Path(folder), ROUNDS), Path(folder), kills, random.Random())
    print_table(
        f"{tally.kills:,} kills at random moments of a review",
        ("", "count"),
        [
            ("steps acknowledged", tally.acknowledged),
            ("kills inside a write to the file", tally.torn),
            *((f"found: {found}", tally.found[found]) for found in Found),
            *((f"under way: {name}", count) for name, count in sorted(tally.struck.items()) if name.startswith(RECORD)),
        ],
    )
    return int(tally.broken > 0)


if __name__ == "__main__":
    raise SystemExit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 500))
