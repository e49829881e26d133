"""A clock that runs ahead: it is told whose, and the order of what people did stays right."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path
from unittest import mock

import pytest

from factcheck.clocks import TOLERATED, ahead
from factcheck.progress import Silent
from factcheck.standing import in_order
from factcheck.storage import acts
from factcheck.values import Case, Decision
from factcheck.workspace import Workspace
from tests.factories import judge
from tests.stand_ins import by_hand
from tests.storage.samples import analysed_sample

HOURS = timedelta(hours=3)


class Clock(datetime):
    """Shows the time it was set to ahead of the true one."""

    by = timedelta()

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> Clock:
        return cls.fromtimestamp((datetime.now(tz) + cls.by).timestamp(), tz)


def opened(folder: Path, name: str, empty_store: Path) -> Workspace:
    path = folder / f"{name}.sqlite"
    shutil.copyfile(empty_store, path)
    workspace = Workspace(f"sqlite:///{path}")
    workspace.set_reviewer(name)
    return workspace


@pytest.fixture
def of_ben(tmp_path: Path, empty_store: Path) -> Path:
    """A case file of Ben's, whose clock is three hours ahead: two verdicts, the second one taken back."""
    with opened(tmp_path, "Ben", empty_store) as ben, mock.patch.object(acts, "datetime", Clock):
        with mock.patch.object(Clock, "by", HOURS):
            case = analysed_sample(ben)
            judge(ben, case.id, "c1", Decision.NEITHER)
            judge(ben, case.id, "c2", Decision.UNKNOWN)
            ben.undo(case.id)
        return ben.export_case(case.id, tmp_path / "case.factcheck")


@pytest.fixture
def ann(tmp_path: Path, empty_store: Path) -> Workspace:
    return opened(tmp_path, "Ann", empty_store)


def analysed(workspace: Workspace, file: Path) -> Case:
    """The case of the file with its analysis, which a file does not hold."""
    case = workspace.merge_case(file).case
    return workspace.keep_analysis(case.id, by_hand(case.articles, None, Silent()))


def test_merging_tells_whose_clock_is_ahead_in_one_line(ann: Workspace, of_ben: Path) -> None:
    (line,) = ann.merge_case(of_ben).problems
    assert line.startswith("Ben did something at ")
    assert "is still to come" in line
    assert ann.merge_case(of_ben).problems == (), "nothing came in the second time"


def test_a_clock_that_is_right_is_not_told_of(ann: Workspace, of_ben: Path) -> None:
    with mock.patch("factcheck.clocks.datetime", Clock), mock.patch.object(Clock, "by", HOURS):
        assert ann.merge_case(of_ben).problems == ()


def test_what_is_done_after_it_stands_after_it_and_can_be_taken_back(ann: Workspace, of_ben: Path) -> None:
    case = analysed(ann, of_ben)
    first = judge(ann, case.id, "c1", Decision.UNKNOWN)
    second = judge(ann, case.id, "c1", Decision.NEITHER)
    seen = ann.open_case(case.id)
    assert [act.by.name for act in seen.acts] == ["Ben", "Ben", "Ben", "Ann", "Ann"]
    assert [v.id for v in seen.verdicts if v.reviewer.name == "Ann"] == [second.id]
    ann.undo(case.id)
    assert [v.id for v in ann.open_case(case.id).verdicts if v.reviewer.name == "Ann"] == [first.id]
    ann.redo(case.id)
    seen = ann.open_case(case.id)
    assert [v.id for v in seen.verdicts if v.reviewer.name == "Ann"] == [second.id]
    assert seen.acts == in_order(seen.acts)


def test_who_only_came_after_it_is_not_told_of(ann: Workspace, of_ben: Path) -> None:
    case = analysed(ann, of_ben)
    judge(ann, case.id, "c1", Decision.UNKNOWN)
    judge(ann, case.id, "c2", Decision.UNKNOWN)
    late = ahead(ann.open_case(case.id).acts, datetime.now(UTC))
    assert [act.by.name for act in late] == ["Ben"]


def test_a_few_minutes_are_nothing_to_tell(ann: Workspace, of_ben: Path) -> None:
    case = ann.merge_case(of_ben).case
    latest = max(act.at for act in case.acts)
    assert ahead(case.acts, latest - TOLERATED) == ()
    assert len(ahead(case.acts, latest - TOLERATED - timedelta(microseconds=1))) == 1
