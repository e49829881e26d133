"""Stores as older versions of the program left them, with something in every table that a person filled."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Connection

from factcheck.storage import schema
from factcheck.storage.sqlite import PRAGMAS, open_engine

VERDICTS = 60
THEN = "2026-01-01T00:00:00.000000Z"


def older_file(path: Path, revision: str) -> None:
    """A store of that revision with a case, its articles, and verdicts that replaced others or were withdrawn."""
    engine = open_engine(path, "IMMEDIATE", PRAGMAS)
    with engine.begin() as connection:
        schema.upgrade(connection, "0001")
        _fill(connection)
        schema.upgrade(connection, revision)
    engine.dispose()


def _fill(connection: Connection) -> None:
    """Put rows into the tables of the first revision: those that a later one drops have to be carried over."""
    for table, *values in _rows():
        marks = ", ".join("?" * len(values))
        connection.exec_driver_sql(f"INSERT INTO {table} VALUES ({marks})", tuple(values))


def _rows() -> Iterator[tuple[object, ...]]:
    yield "reviewers", "r", "Ana", THEN
    yield "settings", "last_case", "case"
    yield "cases", "case", "Old", THEN, THEN
    for number in range(3):
        text = f"On Monday {number} people saw the flood. " * 200
        digest = hashlib.sha256(text.encode()).hexdigest()
        nothing = (None,) * 7
        yield "articles", f"a{number}", "case", number, f"{number}.txt", *nothing[:6], "[]", None, None
        yield "revisions", f"t{number}", f"a{number}", 1, text, digest, text.encode(), "utf-8", "[]", THEN
    for number in range(VERDICTS):
        before = f"v{number - 1}" if number % 3 else None
        words = ("quantity", f"How many, {number // 3}?", "They differ.", "neither", None, "Nobody counted. " * 20)
        yield "verdicts", f"v{number}", "case", *words, "r", f"2026-01-01T00:{number:02}:00.000000Z", before
        for position in range(2):
            place = (f"a{position}", "0" * 64, 10, 18, "0 people", "On Monday ", " saw the flood", False)
            yield "verdict_anchors", f"v{number}", False, position, *place
        if number % 5 == 0:
            yield "withdrawals", f"v{number}", "r", f"2026-01-01T01:{number:02}:00.000000Z"
    yield "drafts", "d", "case", "quantity", "[]", "Half a sent", THEN
