"""Where an article says it comes from: the fields of front matter, JSON and sidecar files."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from factcheck.errors import UnreadableFile
from factcheck.intake.cleaning import clean
from factcheck.intake.files import one_line, quoted
from factcheck.values import Provenance

# story.txt is described by story.provenance.toml beside it.
SIDECAR = ".provenance.toml"

FIELDS = tuple(field.name for field in fields(Provenance) if field.name != "inferred")


class BadField(Exception):
    """A field cannot be what it says; `str(error)` names the field and what it holds."""


def stated(record: Mapping[str, Any]) -> Provenance:
    """The provenance a record states; an empty field is unknown, a foreign one is left alone. Raises BadField."""
    return Provenance(
        title=_words(record, "title"),
        source=_words(record, "source"),
        author=_words(record, "author"),
        published=_day(record, "published"),
        url=_words(record, "url"),
        retrieved=_day(record, "retrieved"),
        inferred=_inferred(record.get("inferred")),
        note=_words(record, "note"),
    )


def sidecar_of(path: Path) -> Provenance | None:
    """What the sidecar beside `path` states, None when there is none. Raises UnreadableFile naming the sidecar."""
    sidecar = path.with_name(path.stem + SIDECAR)
    try:
        return stated(tomllib.loads(sidecar.read_text("utf-8-sig")))
    except FileNotFoundError:
        return None
    except OSError as error:
        raise UnreadableFile(one_line(sidecar), (error.strerror or "cannot be read").lower()) from error
    except UnicodeDecodeError as error:
        raise UnreadableFile(one_line(sidecar), "is not UTF-8") from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise UnreadableFile(one_line(sidecar), f"is not TOML: {one_line(error)}") from error
    except BadField as error:
        raise UnreadableFile(one_line(sidecar), str(error)) from error


def complete(own: Provenance, sidecar: Provenance) -> Provenance:
    """The article's own provenance, with what it leaves unknown taken from the sidecar."""
    added = {
        name: getattr(sidecar, name)
        for name in FIELDS
        if getattr(own, name) is None and getattr(sidecar, name) is not None
    }
    inferred = tuple(name for name in sidecar.inferred if name in added)
    return replace(own, **added, inferred=(*own.inferred, *inferred))


def _words(record: Mapping[str, Any], name: str) -> str | None:
    value = record.get(name)
    if value is not None and not isinstance(value, str):
        raise BadField(f"“{name}” is not text")
    return " ".join(clean(value or "").text.split()) or None


def _day(record: Mapping[str, Any], name: str) -> date | None:
    """The day as it was stated, in its own time zone; nothing is guessed."""
    value = record.get(name)
    if value is None or value == "":
        return None
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    try:
        return datetime.fromisoformat(value.strip()).date()
    except (AttributeError, ValueError):
        raise BadField(f"“{name}” is {quoted(value)}, not an ISO date such as 2022-07-08") from None


def _inferred(value: object) -> tuple[str, ...]:
    if value is None:
        return ()
    if not isinstance(value, list) or not all(name in FIELDS for name in value):
        raise BadField(f"“inferred” is not a list of field names ({', '.join(FIELDS)})")
    return tuple(value)
