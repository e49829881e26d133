"""Readers of .json (one article) and .jsonl (an article a line).

An article is {"text", "title"?, "source"?, "author"?, "published"? (ISO date), "url"?, "id"?}; what else it holds is
left alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from factcheck.errors import UnreadableFile
from factcheck.intake.cleaning import NotText, clean, decode, digest
from factcheck.intake.files import MOST_BYTES, Outcome, content_of, lines_of, one_line, refuse_overlong
from factcheck.intake.provenance import BadField, stated
from factcheck.values import Article


def read(path: Path) -> Iterator[Outcome]:
    """The one article of a .json file. Raises UnreadableFile."""
    yield _article(content_of(path), one_line(path), path=one_line(path), id=one_line(path.stem))


def read_each_line(path: Path) -> Iterator[Outcome]:
    """The articles of a .jsonl file, one line at a time; a bad line is told and the next one read.

    Raises UnreadableFile when there is no line at all.
    """
    name, found = one_line(path), False
    for number, line in enumerate(lines_of(path), 1):
        if not line.strip():
            continue
        found = True
        try:
            yield _article(line, f"{name} line {number}", path=name, id=f"{one_line(path.stem)}-{number}")
        except UnreadableFile as problem:
            yield problem
    if not found:
        raise UnreadableFile(name, "is empty")


def article_from_json(
    record: Mapping[str, Any],
    place: str,
    *,
    path: str | None = None,
    id: str | None = None,
    encoding: str = "utf-8",
    original: bytes | None = None,
) -> Article:
    """The article a JSON object holds. Raises UnreadableFile naming `place` ("news.jsonl line 3").

    `path` and `id` are for an object that states no id: both default to `place`, `original` to the text in UTF-8.
    """
    text = record.get("text")
    if not isinstance(text, str):
        raise UnreadableFile(place, "“text” is missing" if text is None else "“text” is not text")
    if not text.strip():
        raise UnreadableFile(place, "“text” is empty")
    try:
        provenance = stated(record)
    except BadField as error:
        raise UnreadableFile(place, str(error)) from error
    refuse_overlong(text, place)
    cleaned = clean(text, encoding)
    return Article(
        _given_id(record.get("id"), place) or id or place,
        cleaned.text,
        digest(cleaned.text),
        provenance,
        path or place,
        encoding,
        cleaned.repairs,
        cleaned.text.encode() if original is None else original,
    )


def _article(content: bytes, place: str, *, path: str, id: str) -> Article:
    if len(content) > MOST_BYTES:
        raise UnreadableFile(place, f"larger than {MOST_BYTES // 1_000_000} MB")
    try:
        text, encoding = decode(content)
        record = json.loads(text)
    except NotText as error:
        raise UnreadableFile(place, str(error)) from error
    except json.JSONDecodeError as error:
        raise UnreadableFile(place, f"broken JSON at line {error.lineno}, column {error.colno}: {error.msg}") from error
    except (ValueError, RecursionError) as error:
        # A number of thousands of digits, or brackets nested without end.
        raise UnreadableFile(place, "JSON that cannot be an article") from error
    if not isinstance(record, dict):
        raise UnreadableFile(place, "is not a JSON object with a “text”")
    return article_from_json(record, place, path=path, id=id, encoding=encoding, original=content)


def _given_id(id: object, place: str) -> str | None:
    if id is None or isinstance(id, bool) or not isinstance(id, str | int):
        if id is None:
            return None
        raise UnreadableFile(place, "“id” is neither text nor a number")
    return one_line(id).strip() or None
