"""A report reaches the disk whole or not at all."""

from __future__ import annotations

import os
import secrets
import shutil
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from factcheck.errors import UnwritableFile
from factcheck.review import reviewed
from factcheck.values import Case


def write(path: Path, text: str) -> None:
    """Put `text` at `path` in UTF-8. Raises UnwritableFile; what stood there before is then unchanged."""
    write_bytes(path, text.encode("utf-8"))


def write_bytes(path: Path, data: bytes) -> None:
    """As `write`."""
    try:
        _replace(path.resolve(), data)
    except OSError as error:
        raise UnwritableFile(str(path), error.strerror or str(error)) from error


def write_case(path: Path, case: Case) -> None:
    """Put the report of `case` as it stands now at `path`, as one HTML file. Raises UnwritableFile, DamagedCase."""
    # Jinja is loaded when a report is made, not when the program starts.
    from factcheck.reports.html import render

    write(path, render(case, reviewed(case), datetime.now(UTC)))


def _replace(target: Path, data: bytes) -> None:
    # The new file is written beside the old one (a rename is atomic only within one file system) and is on the
    # disk before it takes the old one's name.
    beside = target.with_name(f".{target.name[:80]}.{secrets.token_hex(4)}.tmp")
    try:
        with beside.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            shutil.copymode(target, beside)
        os.replace(beside, target)  # noqa: PTH105 - the name its guarantee is documented under
    except BaseException:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise
    _sync_folder(target.parent)


def _sync_folder(folder: Path) -> None:
    """Make the new name itself durable, where the system lets a folder be synced (Windows and some shares do not)."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
