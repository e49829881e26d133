"""Reader of .txt and .md: the text as it is, after front matter where there is any."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from factcheck.errors import UnreadableFile
from factcheck.intake.cleaning import NotText, clean, decode, digest
from factcheck.intake.files import Outcome, content_of, one_line, refuse_overlong
from factcheck.intake.provenance import FIELDS, BadField, stated
from factcheck.values import Article

FENCE = "---"


def read(path: Path) -> Iterator[Outcome]:
    """The one article of the file. Raises UnreadableFile."""
    content, name = content_of(path), one_line(path)
    try:
        text, encoding = decode(content)
        cleaned = clean(text, encoding)
        record, body = split_front_matter(cleaned.text)
        provenance = stated(record)
    except (NotText, BadField) as error:
        raise UnreadableFile(name, str(error)) from error
    if not body.strip():
        raise UnreadableFile(name, "has no text")
    refuse_overlong(body, name)
    id = one_line(record.get("id") or path.stem)
    yield Article(id, body, digest(body), provenance, name, encoding, cleaned.repairs, content)


def split_front_matter(text: str) -> tuple[dict[str, str], str]:
    """The fields between two lines "---" at the very beginning, and the text after them.

    It is front matter only when it states a field we know: an article may begin with a rule of three hyphens.
    """
    lines = text.split("\n")
    if lines[0].rstrip() != FENCE:
        return {}, text
    for number, line in enumerate(lines[1:], 1):
        if line.rstrip() == FENCE:
            record = dict(_field(line) for line in lines[1:number] if ":" in line)
            known = record.keys() & {"id", *FIELDS}
            return (record, "\n".join(lines[number + 1 :]).lstrip("\n")) if known else ({}, text)
    return {}, text


def _field(line: str) -> tuple[str, str]:
    name, _, value = line.partition(":")
    value = value.strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        value = value[1:-1]
    return name.strip().lower(), value
