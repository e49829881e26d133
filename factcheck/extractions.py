"""The claims of one article, packed so that a case that is opened again or grows reads only what is new.

Derived data: what cannot be unpacked is read from the article again (docs/decisions/0012-kept-extractions.md).
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from factcheck.analysis import RULES_VERSION
from factcheck.analysis.mentions import claim_id
from factcheck.codec import frame_from_json, frame_to_json, value_from_json, value_to_json
from factcheck.values import Article, Claim, Kind, Span

Basis = tuple[str, date | None]
"""All of an article that its claims depend on: the SHA-256 of its text, and the day its dates count from."""

Row = list[Any]
"""One claim as JSON: kind, start, end, value, subject, start and end of its sentence, frame."""


@dataclass(frozen=True, slots=True)
class Extraction:
    """What one version of the rules found in one text published on one day. Holds no word of any case.

    `packed` is compressed JSON, never a pickle: it comes back from a file others can write.
    """

    sha256: str
    published: date | None
    rules: str
    packed: bytes

    @property
    def basis(self) -> Basis:
        return self.sha256, self.published


class Extractions:
    """Extractions by what they were made from. New ones are handed to `kept` as they are made."""

    def __init__(self, known: Iterable[Extraction], kept: Callable[[Extraction], None]) -> None:
        self._known = {e.basis: e for e in known if e.rules == RULES_VERSION}
        self._kept = kept

    def claims(self, article: Article) -> tuple[Claim, ...] | None:
        """The claims of the article as it is now; None when it has to be read."""
        known = self._known.get(basis(article))
        return unpacked(known, article) if known else None

    def keep(self, article: Article, claims: Iterable[Claim]) -> None:
        self._kept(extraction(article, claims))


def basis(article: Article) -> Basis:
    """The digest is taken of the text itself: a text changed from outside still carries its old one."""
    return hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest(), article.provenance.published


def extraction(article: Article, claims: Iterable[Claim]) -> Extraction:
    """The claims of the article as they can be kept."""
    written = json.dumps([_row(c) for c in claims], ensure_ascii=False, separators=(",", ":"))
    packed = zlib.compress(written.encode("utf-8", "surrogatepass"))
    return Extraction(*basis(article), RULES_VERSION, packed)


def unpacked(known: Extraction, article: Article) -> tuple[Claim, ...] | None:
    """The claims, as those of `article`; None when they are damaged or another version wrote them."""
    try:
        rows = json.loads(zlib.decompress(known.packed).decode("utf-8", "surrogatepass"))
        claims = tuple(_claim(article, row) for row in rows)
    except (zlib.error, ValueError, LookupError, TypeError, ArithmeticError):
        return None
    return claims if all(c.span.end <= len(article.text) for c in claims) else None


def _row(claim: Claim) -> Row:
    value, frame = value_to_json(claim.value, number=str), frame_to_json(claim.frame)
    span, sentence = claim.span, claim.sentence
    return [claim.kind, span.start, span.end, value, claim.subject, sentence.start, sentence.end, frame]


def _claim(article: Article, row: Row) -> Claim:
    name, start, end, value, subject, first, last, frame = row
    kind, span = Kind(name), Span(start, end)
    return Claim(
        claim_id(article.id, kind, span),
        article.id,
        kind,
        span,
        span.of(article.text),
        value_from_json(kind, value),
        subject,
        Span(first, last),
        frame_from_json(frame),
    )
