"""A report reaches the disk whole or not at all."""

from __future__ import annotations

import errno
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from factcheck import reports
from factcheck.errors import FactcheckError
from factcheck.values import Decision
from tests.factories import seed_case
from tests.reports.reviewed import make_verdict


def test_the_text_is_written_in_utf_8(tmp_path: Path) -> None:
    reports.write(tmp_path / "report.html", "Ana Petrović\n")
    assert (tmp_path / "report.html").read_bytes() == "Ana Petrović\n".encode()


def test_an_old_report_is_replaced_and_keeps_its_permissions(tmp_path: Path) -> None:
    old = tmp_path / "report.html"
    old.write_text("old")
    old.chmod(0o640)
    reports.write(old, "new")
    assert old.read_text() == "new"
    assert old.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [old]


def test_a_linked_report_is_written_where_the_link_points(tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir()
    link = tmp_path / "report.html"
    link.symlink_to(tmp_path / "shared" / "report.html")
    reports.write(link, "new")
    assert link.is_symlink()
    assert (tmp_path / "shared" / "report.html").read_text() == "new"


def test_a_case_is_written_with_its_verdicts(tmp_path: Path) -> None:
    case = seed_case()
    verdict = make_verdict(case, "c1", Decision.NEITHER)
    reports.write_case(tmp_path / "report.html", replace(case, verdicts=(verdict,)))
    assert "Neither is right" in (tmp_path / "report.html").read_text("utf-8")


def full_disk(*_: Any) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_full_disk_leaves_the_old_report_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    old = tmp_path / "report.html"
    old.write_bytes(b"old \xff bytes")
    monkeypatch.setattr(os, step, full_disk)
    with pytest.raises(FactcheckError, match=r"report\.html could not be written: No space left on device"):
        reports.write(old, "new")
    assert old.read_bytes() == b"old \xff bytes"
    assert list(tmp_path.iterdir()) == [old]


def test_a_folder_that_is_missing_gives_one_line(tmp_path: Path) -> None:
    with pytest.raises(FactcheckError) as told:
        reports.write(tmp_path / "missing" / "report.html", "new")
    assert "\n" not in str(told.value)
    assert "No such file or directory" in str(told.value)


def test_an_interruption_leaves_no_half_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        reports.write(tmp_path / "report.html", "new")
    assert list(tmp_path.iterdir()) == []
