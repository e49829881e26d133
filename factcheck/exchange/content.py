"""What is in a case file. The analysis is not: it is derived, and made again from the texts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from factcheck.scales import Scale
from factcheck.values import Act, Provenance, Reviewer


@dataclass(frozen=True, slots=True)
class Revision:
    """One text of an article, as `Article` has it."""

    id: str
    made: datetime
    text: str
    sha256: str
    original: bytes = field(repr=False)
    encoding: str
    repairs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KeptArticle:
    """An article with all its texts, oldest first; `removed` when it was taken out of the case, as evidence of acts.

    `path` is the name of the file it came from, without the folder.
    """

    id: str
    path: str | None
    provenance: Provenance
    removed: datetime | None
    revisions: tuple[Revision, ...]

    @property
    def newest(self) -> Revision:
        return self.revisions[-1]

    @property
    def label(self) -> str:
        """How a person would name it."""
        return self.provenance.source or self.provenance.title or self.path or self.id


@dataclass(frozen=True, slots=True)
class CaseFile:
    """A case with all that people put into it. `attachments` are files by their SHA-256; `acts` come oldest first."""

    id: str
    name: str
    made: datetime
    articles: tuple[KeptArticle, ...] = ()
    reviewers: tuple[Reviewer, ...] = ()
    acts: tuple[Act, ...] = ()
    scales: tuple[Scale, ...] = ()
    attachments: Mapping[str, bytes] = field(default_factory=dict, repr=False)
