"""The one door through which files come in, and the table of what can be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path

from factcheck.errors import UnreadableFile
from factcheck.intake import json_articles, plain_text
from factcheck.intake.files import Outcome, Reader, one_line, opened
from factcheck.intake.provenance import SIDECAR, complete, sidecar_of
from factcheck.values import Article, Provenance

# One reader a format; a new format is one file beside this one and a line here.
READERS: dict[str, Reader] = {
    ".txt": plain_text.read,
    ".md": plain_text.read,
    ".json": json_articles.read,
    ".jsonl": json_articles.read_each_line,
}


@dataclass(frozen=True, slots=True)
class Intake:
    """What came of reading several files: their articles, and one line for each file or line that failed."""

    articles: tuple[Article, ...]
    problems: tuple[str, ...]


def readable_suffixes() -> tuple[str, ...]:
    """The endings of the files that can be read, e.g. ".txt", as a file dialog wants them."""
    return tuple(READERS)


def read_file(path: Path) -> list[Article]:
    """The articles of one file, with the provenance its sidecar adds. Raises UnreadableFile at the first bad one."""
    articles = []
    for outcome in _outcomes(path):
        if isinstance(outcome, UnreadableFile):
            raise outcome
        articles.append(outcome)
    return _with_own_ids(articles)


def read_files(paths: Iterable[Path]) -> Intake:
    """The articles of many files. What cannot be read is said in one line, and the other files still open.

    Provenance files named among the paths are skipped: they are read with the article they describe.
    """
    articles: list[Article] = []
    problems: list[str] = []
    for path in paths:
        if path.name.endswith(SIDECAR):
            continue
        for outcome in _outcomes(path):
            if isinstance(outcome, UnreadableFile):
                problems.append(str(outcome))
            else:
                articles.append(outcome)
    return Intake(tuple(_with_own_ids(articles)), tuple(problems))


def read_lines(path: Path) -> Iterator[Article | str]:
    """One article a line, or the one line that says why it is none; blank lines do not count. Memory stays level.

    Ids are as given or made from the line, and are not compared over the file. Raises UnreadableFile when the file
    cannot be opened.
    """
    for outcome in json_articles.read_each_line(path):
        yield str(outcome) if isinstance(outcome, UnreadableFile) else outcome


def _outcomes(path: Path) -> list[Outcome]:
    """Every article of the file, or why it is none; never raises UnreadableFile."""
    try:
        outcomes = list(READERS.get(path.suffix.lower(), _refuse)(path))
        sidecar = sidecar_of(path)
    except UnreadableFile as problem:
        return [problem]
    return [_described(outcome, sidecar) for outcome in outcomes]


def _described(outcome: Outcome, sidecar: Provenance | None) -> Outcome:
    if sidecar is None or isinstance(outcome, UnreadableFile):
        return outcome
    return replace(outcome, provenance=complete(outcome.provenance, sidecar))


def _refuse(path: Path) -> Iterator[Outcome]:
    """The reader of formats nobody reads. A folder or a missing file is told as such."""
    with opened(path):
        what = f"{one_line(path.suffix)} files cannot be read" if path.suffix else "the name does not end in a format"
    raise UnreadableFile(one_line(path), f"{what}; these can: {', '.join(READERS)}")


def _with_own_ids(articles: list[Article]) -> list[Article]:
    """The articles with ids nobody else has: the second "story" becomes "story-2"."""
    taken: set[str] = set()
    unique = []
    for article in articles:
        others = (f"{article.id}-{n}" for n in count(2))
        id = article.id if article.id not in taken else next(other for other in others if other not in taken)
        taken.add(id)
        unique.append(replace(article, id=id))
    return unique
