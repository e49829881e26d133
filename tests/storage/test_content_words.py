"""The words that may stand in an act, held against the newest revision (docs/decisions/0018-acts.md)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, get_args, get_type_hints

from factcheck.history import Said
from factcheck.storage.schema import REVISIONS
from factcheck.values import Sort

WRITTEN_DOWN = Path(__file__).with_name("content_words.txt")


def words_of(hint: Any, seen: set[Any]) -> Iterator[str]:
    """The fields of a type and of all that is in it, and the values of each enumeration."""
    if hint in seen:
        return
    seen.add(hint)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        yield from (f"{hint.__name__}: {member.value}" for member in hint)
    if is_dataclass(hint):
        hints = get_type_hints(hint)
        for field in fields(hint):
            yield f"{hint.__name__}.{field.name}"  # type: ignore[union-attr]
            yield from words_of(hints[field.name], seen)
    for part in get_args(hint):
        yield from words_of(part, seen)


def test_a_new_word_comes_with_a_new_revision_that_keeps_older_programs_off_the_store() -> None:
    """When this fails: add a revision, and write both down in `content_words.txt`."""
    revision, *words = WRITTEN_DOWN.read_text("utf-8").splitlines()
    seen: set[Any] = set()
    assert sorted({*words_of(Sort, seen), *words_of(Said, seen)}) == words
    assert revision == f"as of revision {REVISIONS[-1]}"
