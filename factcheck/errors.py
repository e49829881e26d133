"""The world's failures, worded for the person: one line that says what and where.

Our own mistakes are ordinary exceptions and are never caught to be hidden.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.values import Act, Change


class FactcheckError(Exception):
    """Something outside the program failed; `str(error)` is one line a person can act on."""


class UnreadableFile(FactcheckError):
    """A file could not become an article."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class NothingRead(FactcheckError):
    """Not one of several files could become an article; a line says why for each."""


class UnwritableFile(FactcheckError):
    """A file could not be written; what stood there before is unchanged."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path} could not be written: {reason}")
        self.path = path
        self.reason = reason


class DamagedCase(FactcheckError):
    """A stored text is no longer what its hash or its marks say."""


class CaseNotFound(FactcheckError):
    """No case has this id."""


class ConflictNotFound(FactcheckError):
    """The case has no such conflict (any more)."""


class ArticleNotFound(FactcheckError):
    """The case has no such article (any more)."""


class AttachmentNotFound(FactcheckError):
    """The case keeps no file with this hash."""


class StaleEdit(FactcheckError):
    """Somebody changed a thing since the person saw it: `theirs` is what stands there now, `mine` was not made."""

    def __init__(self, mine: Change, theirs: tuple[Act, ...]) -> None:
        names = ", ".join(sorted({act.by.name for act in theirs})) or "somebody"
        super().__init__(f"{names} changed it meanwhile")
        self.mine, self.theirs = mine, theirs


class StoreUnusable(FactcheckError):
    """The database cannot be opened, read or written."""


class NewerStore(StoreUnusable):
    """The database was written by a newer version of the program; it is left untouched."""


class StoreDamaged(StoreUnusable):
    """The database at `path` is not whole, empty, or gone where there are backups of it. It is left as it is."""

    def __init__(self, path: Path, reason: str, hint: str = "") -> None:
        super().__init__(f"{path}: {reason}{hint}")
        self.path = path
        self.reason = reason


class BadPattern(FactcheckError):
    """A regular expression is none, or takes too long."""


class ModelMissing(FactcheckError):
    """The language model is not installed."""
