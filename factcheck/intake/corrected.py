"""A corrected text of an article the case has: from a file, or as a person put it."""

from __future__ import annotations

from pathlib import Path

from factcheck.errors import UnreadableFile
from factcheck.intake.cleaning import clean, digest
from factcheck.intake.door import read_file
from factcheck.intake.files import one_line, refuse_overlong
from factcheck.values import Article

TYPED = "the corrected text"
"""What stands for a path where there is none."""


def corrected(text: str | Path) -> Article:
    """The one article of a file, or of a text. Raises UnreadableFile: also for none, several, or an empty one."""
    if isinstance(text, Path):
        articles = read_file(text)
        if len(articles) != 1:
            raise UnreadableFile(one_line(text), f"holds {len(articles)} articles, where one is corrected")
        return articles[0]
    cleaned = clean(text)
    if not cleaned.text.strip():
        raise UnreadableFile(TYPED, "has no text")
    refuse_overlong(cleaned.text, TYPED)
    original = text.encode("utf-8", "surrogatepass")
    return Article("", cleaned.text, digest(cleaned.text), repairs=cleaned.repairs, original=original)
