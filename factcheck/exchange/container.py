"""A case file on the disk: a zip archive with `case.json`, and under `files/` what is not text, named by its SHA-256.

Written for the same content it is the same, byte for byte. What is read may come from anywhere: nothing is unpacked
before it is known how large it gets, and nothing but the entries named above is looked at.
"""

from __future__ import annotations

import io
import json
import math
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, NoReturn

from factcheck.errors import DamagedCase, UnreadableFile, UnwritableFile
from factcheck.exchange.checks import Untrue, check
from factcheck.exchange.content import CaseFile
from factcheck.exchange.document import FORMAT, VERSION, digest, files_of, from_json, to_json
from factcheck.intake.files import one_line, opened

MOST_UNPACKED = 200_000_000
MOST_ENTRIES = 2_000
MOST_RATIO = 100
"""Bytes unpacked for one packed. Ours is at most half of that: what packs better is left as it is."""

MOST_DIRECTORY = 1_000_000
"""Bytes of the list of entries, which is read before they can be counted."""

MOST_DOCUMENT = 50_000_000
"""Bytes of the document: some 15,000 verdicts with long notes. Read by Python a byte takes up to ten."""

MOST_PARTS = 2_000_000
"""Lists, objects and commas in the document. What stands between two of them has two characters and takes 64 bytes of
memory, or 130."""

DOCUMENT = "case.json"
FILES = "files/"

DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, struct.error)
"""What a broken archive raises."""

NONSENSE = (LookupError, ValueError, TypeError, AttributeError, ArithmeticError)
"""What a document raises that is none of ours; a number that is none is an ArithmeticError of `Decimal`."""


# --- writing --------------------------------------------------------------------------------------


def write(path: Path, case: CaseFile) -> None:
    """Put the case at `path`; what stood there before is unchanged when that fails.

    Raises UnwritableFile, and DamagedCase for a case that no store would take in again.
    """
    from factcheck.reports.writing import write_bytes

    try:
        check(case)
    except NONSENSE as error:
        raise DamagedCase(f"{case.name} was changed from outside: {_reason(error)}") from error
    write_bytes(path, packed(path, case))


def packed(path: Path, case: CaseFile) -> bytes:
    """The archive. Raises UnwritableFile for a case too large to be read again."""
    document = json.dumps(to_json(case), sort_keys=True)  # in ASCII: half a character is no UTF-8
    entries = {DOCUMENT: document.encode(), **{FILES + name: kept for name, kept in sorted(files_of(case).items())}}
    if len(entries[DOCUMENT]) > MOST_DOCUMENT:
        limit = f"{MOST_DOCUMENT // 1_000_000} MB without evidence"
        raise UnwritableFile(str(path), f"the case is larger than the {limit} that a case file can have")
    if _parts(entries[DOCUMENT]) > MOST_PARTS:
        raise UnwritableFile(str(path), f"the case has more than the {MOST_PARTS:,} parts that a case file can have")
    if sum(map(len, entries.values())) > MOST_UNPACKED or len(entries) > MOST_ENTRIES:
        limits = f"{MOST_UNPACKED // 1_000_000} MB and {MOST_ENTRIES:,} files"
        raise UnwritableFile(str(path), f"the case is larger than the {limits} a case file can have")
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as target:
        for name, content in entries.items():
            target.writestr(zipfile.ZipInfo(name), content, _how_packed(content))
    return archive.getvalue()


def _how_packed(content: bytes) -> int:
    # What packs too well would be taken for a bomb.
    tight = len(zlib.compress(content)) * MOST_RATIO < len(content) * 2
    return zipfile.ZIP_STORED if tight else zipfile.ZIP_DEFLATED


# --- reading --------------------------------------------------------------------------------------


def read(path: Path) -> CaseFile:
    """The case in the file. Raises UnreadableFile, with one line, for anything that is not whole and true."""
    with opened(path) as file, _damage_in_one_line(path):
        archive = _Archive(path, file)
        document = _parsed(archive.content(DOCUMENT, MOST_DOCUMENT))
        if document.get("format") != FORMAT:
            _refuse(path, "is no case file")
        if type(document.get("version")) is not int or document["version"] > VERSION:
            _refuse(path, "was written by a newer version of Factcheck")
        case = from_json(document, archive.file)
        check(case)
        return case


class _Archive:
    """A zip archive that is not too large in any way. Raises UnreadableFile, zipfile.BadZipFile."""

    def __init__(self, path: Path, file: BinaryIO) -> None:
        size = _size(file)
        if size > MOST_UNPACKED:
            _refuse(path, f"is larger than {MOST_UNPACKED // 1_000_000} MB")
        if _directory_size(file, size) > MOST_DIRECTORY:
            _refuse(path, f"has more than {MOST_ENTRIES:,} entries")
        self._path, self._zip = path, zipfile.ZipFile(file)
        entries = self._zip.infolist()
        if len(entries) > MOST_ENTRIES:
            _refuse(path, f"has more than {MOST_ENTRIES:,} entries")
        unpacked = sum(entry.file_size for entry in entries)
        if unpacked > MOST_UNPACKED:
            _refuse(path, f"is larger than {MOST_UNPACKED // 1_000_000} MB when it is unpacked")
        # Entries may share their packed bytes, so the whole counts too.
        sizes = [(unpacked, size), *((entry.file_size, entry.compress_size) for entry in entries)]
        if any(large > MOST_RATIO * small for large, small in sizes):
            _refuse(path, f"grows more than {MOST_RATIO} times when it is unpacked")
        if len({entry.filename for entry in entries}) != len(entries):
            _refuse(path, "is damaged: two entries have one name")
        self._entries = {entry.filename: entry for entry in entries}

    def content(self, name: str, most: int = MOST_UNPACKED) -> bytes:
        """Raises KeyError when there is no such entry."""
        entry = self._entries[name]
        if entry.file_size > most:
            _refuse(self._path, f"is larger than {most // 1_000_000} MB without its evidence")
        if entry.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
            raise zipfile.BadZipFile(f"{name} is packed in an unknown way")
        return self._zip.read(entry)

    def file(self, sha256: str) -> bytes:
        content = self.content(FILES + sha256)
        if digest(content) != sha256:
            raise Untrue("a file in it is not what its hash says")
        return content


def _size(file: BinaryIO) -> int:
    return file.seek(0, io.SEEK_END)


def _directory_size(file: BinaryIO, size: int) -> int:
    """What the end of the archive says of its list of entries. Raises zipfile.BadZipFile."""
    file.seek(max(0, size - 65_557))
    tail = file.read()
    at = tail.rfind(b"PK\5\6")
    if at < 0 or len(tail) < at + 22:
        raise zipfile.BadZipFile("no end of an archive")
    if tail[max(0, at - 20) : at].startswith(b"PK\6\7"):  # what follows for archives over 4 GB would count instead
        raise zipfile.BadZipFile("an end of an archive larger than ours")
    (length,) = struct.unpack_from("<L", tail, at + 12)
    return int(length)


def _parsed(content: bytes) -> dict[str, Any]:
    """Raises ValueError for anything but a JSON object."""
    if _parts(content) > MOST_PARTS:
        raise Untrue("it has more parts than a case can have")
    document = json.loads(content, parse_constant=_no_number, parse_float=_number)
    if not isinstance(document, dict):
        raise ValueError("no object")
    return document


def _parts(document: bytes) -> int:
    return sum(map(document.count, (b"[", b"{", b",")))


def _no_number(words: str) -> NoReturn:
    raise ValueError(f"{words} is no number")


def _number(words: str) -> float:
    """Raises ValueError for one that is too large: no store keeps infinity."""
    number = float(words)
    return number if math.isfinite(number) else _no_number(words)


def _refuse(path: Path, reason: str) -> NoReturn:
    raise UnreadableFile(one_line(path), reason)


@contextmanager
def _damage_in_one_line(path: Path) -> Iterator[None]:
    try:
        yield
    except RecursionError:
        _refuse(path, "is damaged, or no case file")
    except zipfile.BadZipFile:
        _refuse(path, "is damaged, or no case file")
    except (*DAMAGE, *NONSENSE) as error:
        _refuse(path, f"is damaged: {_reason(error)}")


def _reason(error: BaseException) -> str:
    """What is wrong, in words where we found it ourselves."""
    return one_line(error) if isinstance(error, Untrue) else "it does not have what a case file has"
