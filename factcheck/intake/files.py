"""Bytes from the disk, and words about them that fit on one line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from factcheck.errors import UnreadableFile
from factcheck.values import Article

# What a reader gives for each article it meets: the article, or why it is none.
Outcome = Article | UnreadableFile
Reader = Callable[[Path], Iterator[Outcome]]

# A year of a daily newspaper's front pages is under 5 MB; more than this is not one article.
MOST_BYTES = 20_000_000
# What the parser takes at once; a long novel has half of it.
MOST_CHARACTERS = 1_000_000


def content_of(path: Path) -> bytes:
    """All bytes of a file. Raises UnreadableFile: missing, a folder, not allowed, empty, too large."""
    with opened(path) as file:
        content = file.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise UnreadableFile(one_line(path), f"larger than {MOST_BYTES // 1_000_000} MB")
    if not content:
        raise UnreadableFile(one_line(path), "is empty")
    return content


def lines_of(path: Path) -> Iterator[bytes]:
    """The lines of a file, ends included; one over MOST_BYTES comes cut after MOST_BYTES + 1. Raises UnreadableFile."""
    with opened(path) as file:
        while line := file.readline(MOST_BYTES + 1):
            yield line
            while len(line) > MOST_BYTES and not line.endswith(b"\n"):
                line = file.readline(MOST_BYTES + 1)


def refuse_overlong(text: str, place: str) -> None:
    """Raises UnreadableFile for a text over MOST_CHARACTERS."""
    if len(text) > MOST_CHARACTERS:
        raise UnreadableFile(place, f"longer than {MOST_CHARACTERS:,} characters; cut it into several articles")


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """A regular file; every failure while it is open is an UnreadableFile."""
    try:
        if path.is_dir():
            raise UnreadableFile(one_line(path), "is a folder; name the files in it")
        if path.exists() and not path.is_file():
            # A pipe or a device would keep us waiting.
            raise UnreadableFile(one_line(path), "is not a regular file")
        with path.open("rb") as file:
            yield file
    except FileNotFoundError as error:
        raise UnreadableFile(one_line(path), "no such file") from error
    except OSError as error:
        raise UnreadableFile(one_line(path), (error.strerror or "cannot be read").lower()) from error
    except ValueError as error:
        # A NUL in the name.
        raise UnreadableFile(one_line(path), "no file can have this name") from error


def one_line(words: object) -> str:
    """Any words on one line, with what cannot be printed or stored escaped so that it can be seen ("a\\nb")."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in str(words))


def quoted(words: object) -> str:
    """Somebody else's words inside a message, shortened: “next Tuesday or …”."""
    text = one_line(words)
    return f"“{text[:39]}…”" if len(text) > 40 else f"“{text}”"
