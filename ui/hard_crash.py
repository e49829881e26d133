"""When the program breaks off so hard that it can say nothing itself, it leaves a note for its next start."""

from __future__ import annotations

import atexit
import faulthandler
import os
import time
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from ui.crash_report import versions, without_folders

FORGOTTEN = 30 * 24 * 3600.0  # seconds after which an empty note is nobody's


@dataclass(frozen=True, slots=True)
class Break:
    """That the program broke off, when, and the report on it without the names of folders."""

    at: datetime
    report: str


def watch(folder: Path) -> None:
    """From now on a crash of Qt or of Python itself is noted in the folder. Without the folder nothing is noted."""
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{os.getpid()}.txt"
        note = path.open("w", encoding="utf-8")
        faulthandler.enable(note)
        atexit.register(_end, path)


def last_break(folder: Path) -> Break | None:
    """The newest note of an earlier run, which is told once: all notes are thrown away."""
    found: list[Break] = []
    for path in folder.glob("*.txt"):
        with suppress(OSError, UnicodeDecodeError):
            told, changed = path.read_text("utf-8"), path.stat().st_mtime
            if told:
                report = f"{versions()}\n{without_folders(told)}"
                found.append(Break(datetime.fromtimestamp(changed).astimezone(), report))
            if told or time.time() - changed > FORGOTTEN:
                path.unlink()
    return max(found, key=lambda one: one.at, default=None)


def _end(path: Path) -> None:
    faulthandler.disable()
    with suppress(OSError):
        path.unlink()
