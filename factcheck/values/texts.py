"""Articles, and places in their texts."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points: `text[start:end]`."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where an article comes from. Unknown stays None; `inferred` names the fields nobody stated outright."""

    title: str | None = None
    source: str | None = None
    author: str | None = None
    published: date | None = None
    url: str | None = None
    retrieved: date | None = None
    inferred: tuple[str, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """One source text. The text never changes after import; a correction is a new revision.

    `sha256` is the digest of `text` in UTF-8. `original` holds the bytes as they were read, `encoding` the
    codec that decoded them, `repairs` one sentence for each thing intake changed ("12 line ends CRLF became LF").
    """

    id: str
    text: str
    sha256: str
    provenance: Provenance = Provenance()
    path: str | None = None
    encoding: str = "utf-8"
    repairs: tuple[str, ...] = ()
    original: bytes = field(default=b"", repr=False)

    @property
    def label(self) -> str:
        """How a person would name the article: its source, else its title, else its file without the folder."""
        p = self.provenance
        return p.source or p.title or (self.path or "").replace("\\", "/").rpartition("/")[2] or self.id
