"""Two people work on one case in one store at once.

    python -m tests.proofs.two_people [--database ADDRESS] [--edits EDITS]

Each makes 600 edits unless told, in a new SQLite file, or in the store that ADDRESS names (a case of its own, which
stays there): verdicts, comments, second readings, notes, and a text that both edit. Each sees what the other did
as a window does, by asking what changed, and makes an edit again that was refused because the other was first.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
import uuid
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path
from unittest import mock

from factcheck.errors import FactcheckError, StaleEdit
from factcheck.hand import note
from factcheck.review import changes_on
from factcheck.standing import standing, with_acts
from factcheck.storage import people
from factcheck.team import comment, sign
from factcheck.values import Act, Case, Change, Decision, Judgement, Sort
from factcheck.workspace import Workspace
from tests.proofs.programs import Program
from tests.proofs.tables import print_table
from tests.storage.samples import analysed_sample

NAMES = ("Ana", "Ben")
CONFLICTS = ("c1", "c2", "c3")
SHARED = "a text that both edit"


@dataclass(slots=True)
class Work:
    """What one person did: `saved` are the acts that were acknowledged, by the sort of edit."""

    saved: dict[str, list[str]] = field(default_factory=dict)
    words: list[str] = field(default_factory=list)  # written into the shared text
    stale: Counter[str] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Line:
    """What became of one sort of edit: how many were asked for, acknowledged, are there, and were refused as stale."""

    sort: str
    asked: int
    there: int
    lost: int
    stale: int


@dataclass(frozen=True, slots=True)
class Outcome:
    lines: tuple[Line, ...]
    errors: tuple[str, ...]
    seconds: float

    @property
    def lost(self) -> int:
        return sum(line.lost for line in self.lines)


class Person:
    """Somebody at a window of his own."""

    def __init__(self, workspace: Workspace, case_id: str, name: str, work: Work) -> None:
        self._workspace, self._work = workspace, work
        self._me = workspace.set_reviewer(name)
        self._case = workspace.open_case(case_id)
        self._chance = random.Random(name)

    def edit(self, number: int) -> None:
        """Make one edit of a sort chosen by chance, again and again while the other is first."""
        sort = self._chance.choice(tuple(EDITS))
        words = f"{self._me.name} {number}"
        while True:
            self._look()
            try:
                acts = self._workspace.act(self._case.id, EDITS[sort](self, words))
            except StaleEdit:
                self._work.stale[sort] += 1
                time.sleep(self._chance.uniform(0, 0.02))
                continue
            self._case = with_acts(self._case, acts)
            self._work.saved.setdefault(sort, []).extend(act.id for act in acts)
            if sort == SHARED:
                self._work.words.append(words)
            return

    def _look(self) -> None:
        """See what the other did since."""
        changed = self._workspace.changed(self._case)
        if changed.acts:
            self._case = with_acts(self._case, changed.acts)

    def verdict(self, words: str) -> Sequence[Change]:
        judgement = Judgement(self._chance.choice((Decision.NEITHER, Decision.UNKNOWN)), rationale=words)
        return changes_on(self._case, (self._chance.choice(CONFLICTS),), judgement, self._me)

    def comment(self, words: str) -> Sequence[Change]:
        first = shared_text(self._case).subject
        return (comment(self._case, self._chance.choice(CONFLICTS), words, self._chance.choice((None, first))),)

    def note(self, words: str) -> Sequence[Change]:
        assert self._case.analysis is not None
        claim = self._chance.choice(self._case.analysis.claims)
        return (note(self._case, claim.article, claim.span, words),)

    def reading(self, words: str) -> Sequence[Change]:
        theirs = [v.id for v in self._case.verdicts if v.reviewer.id != self._me.id]
        if not theirs:
            return self.comment(words)
        return (sign(self._case, self._chance.choice(theirs), self._chance.random() < 0.5, words, self._me),)

    def shared(self, words: str) -> Sequence[Change]:
        last = shared_text(self._case)
        content = {**(last.content or {}), "text": f"{(last.content or {})['text']}\n{words}"}
        return (Change(last.sort, content, last.subject, last.id),)


EDITS: dict[str, Callable[[Person, str], Sequence[Change]]] = {
    "verdict": Person.verdict,
    "comment": Person.comment,
    "note on a passage": Person.note,
    "second reading": Person.reading,
    SHARED: Person.shared,
}


def shared_text(case: Case) -> Act:
    """The comment that both edit, as it stands: the first that was made."""
    subject = next(act.subject for act in case.acts if act.sort is Sort.COMMENT)
    (last,) = (act for act in standing(case.acts, {Sort.COMMENT}) if act.subject == subject)
    return last


def work(address: str, case_id: str, name: str, edits: int, say: Connection) -> None:
    """Make the edits, as a person on a machine of his own; say what was acknowledged."""
    done = Work()
    apart = mock.patch.object(people, "_key", lambda _, setting: f"{setting} of {name}")
    with apart, Workspace(address) as workspace:
        person = Person(workspace, case_id, name, done)
        for number in range(edits):
            try:
                person.edit(number)
            except FactcheckError as error:
                done.errors.append(f"{type(error).__name__}: {error}")
    say.send(done)


def work_together(address: str, edits: int) -> Outcome:
    """Let two people work at once; count what is there afterwards."""
    with Workspace(address) as workspace:
        case = analysed_sample(workspace)
        workspace.rename_case(case.id, f"Two people {uuid.uuid4()}")
        workspace.act(case.id, [comment(case, "c1", "Written together:")])
    started = time.monotonic()
    running = [Program(work, address, case.id, name, edits) for name in NAMES]
    done: list[Work] = [program.hear() for program in running]
    seconds = time.monotonic() - started
    for program in running:
        program.hear_all()
    with Workspace(address) as workspace:
        after = workspace.open_case(case.id)
    return Outcome(tuple(_lines(done, after)), tuple(error for one in done for error in one.errors), seconds)


def _lines(done: Sequence[Work], after: Case) -> list[Line]:
    there = {act.id for act in after.acts}
    lines = []
    for sort in EDITS:
        saved = [id for one in done for id in one.saved.get(sort, ())]
        stale = sum(one.stale[sort] for one in done)
        lines.append(Line(sort, len(saved), len(there & set(saved)), len(set(saved) - there), stale))
    # Of the shared text every word has to be there too, and once.
    written = Counter(str((shared_text(after).content or {})["text"]).split("\n")[1:])
    asked = Counter(words for one in done for words in one.words)
    lost = (asked - written).total() + (written - asked).total()
    return [*lines, Line("words in that text", asked.total(), written.total(), lost, 0)]


def main(address: str, edits: int) -> int:
    outcome = work_together(address, edits)
    print_table(
        f"Two people, {edits:,} edits each, on {address.partition(':')[0]}, {outcome.seconds:.0f} seconds",
        ("edits", "acknowledged", "there", "lost", "refused as stale, made again"),
        [(line.sort, line.asked, line.there, line.lost, line.stale) for line in outcome.lines],
    )
    print(f"\nunexplained errors: {len(outcome.errors)}")
    for error in sorted(set(outcome.errors)):
        print(error)
    return int(bool(outcome.lost or outcome.errors))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m tests.proofs.two_people")
    parser.add_argument("--database", metavar="ADDRESS", help="of a store to use instead of a new SQLite file")
    parser.add_argument("--edits", type=int, default=600, help="that each person makes")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        raise SystemExit(main(asked.database or f"sqlite:///{Path(folder)}/cases.sqlite", asked.edits))
