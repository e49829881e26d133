"""What a maintainer needs to know of a crash, without a word of an article, of a note, or the name of a folder."""

from __future__ import annotations

import platform
import re
import sysconfig
import traceback
from collections.abc import Iterator
from pathlib import Path, PurePath

from PySide6.QtCore import qVersion

import factcheck
from factcheck import __version__

OUR_FOLDER = Path(factcheck.__file__).resolve().parents[1]
PACKAGES = ("site-packages", "dist-packages")


def report(error: BaseException) -> str:
    """Versions, and where the error and those it came from were raised.

    Neither their messages nor local values: both could hold what somebody wrote.
    """
    lines = [versions()]
    for cause, how in _chain(error):
        lines += [how + type(cause).__name__, *_frames(cause)]
    return "\n".join(lines)


def versions() -> str:
    return f"Factcheck {__version__}, Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}"


def place(error: BaseException) -> str:
    """Where the error was raised, the same each time it is raised there."""
    return "\n".join((type(error).__name__, *_frames(error)[-1:]))


def without_folders(told: str) -> str:
    """What Python wrote as it broke off, without the folders of its files."""
    return re.sub(r'File "([^"]*)"', lambda found: f'File "{_short(found[1])}"', told)


def _chain(error: BaseException) -> Iterator[tuple[BaseException, str]]:
    """The error, then what it came from, with words that join them."""
    how, seen = "", set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        yield current, how
        seen.add(id(current))
        direct = current.__cause__
        how = "caused by " if direct else "while handling "
        current = direct or (None if current.__suppress_context__ else current.__context__)


def _frames(error: BaseException) -> list[str]:
    frames = traceback.extract_tb(error.__traceback__, limit=-30)
    return [f"  {_short(frame.filename)}:{frame.lineno} in {frame.name}" for frame in frames]


def _short(filename: str) -> str:
    """A file by its place among ours, in a package or in Python; of any other its name alone."""
    path = PurePath(filename)
    for packages in PACKAGES:
        if packages in path.parts:
            return "/".join(path.parts[path.parts.index(packages) + 1 :])
    for folder in (OUR_FOLDER, PurePath(sysconfig.get_path("stdlib"))):
        if path.is_relative_to(folder):
            return path.relative_to(folder).as_posix()
    return path.name
