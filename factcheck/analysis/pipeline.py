"""The one way through: articles -> parse -> mentions -> claims -> groups and conflicts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Protocol

from factcheck.analysis import dates, names, quantities, quotations, statements
from factcheck.analysis.comparison import compare
from factcheck.analysis.frames import Frames
from factcheck.analysis.mentions import Mention, claim_id
from factcheck.analysis.parsing import Parsed, Parser
from factcheck.progress import Progress, Silent
from factcheck.values import Analysis, Article, Claim, Frame, Kind, Problem, Span, TimeExpression, TimexType

CHUNK = 32
"""Articles read ahead when many are extracted one after the other."""
BESIDE = (5, 4)
"""Words before and after a mention that say what it is about when the mention does not."""
NO_FRAME = Frame()
"""What a name is given: it is known again by the words beside it, and a frame for each costs an eighth of the parse."""


class Kept(Protocol):
    """Claims of articles that were read before."""

    def claims(self, article: Article) -> tuple[Claim, ...] | None:
        """What these rules found in this text with this date; None when it has to be read."""

    def keep(self, article: Article, claims: tuple[Claim, ...]) -> None:
        """Called with each article as soon as it was read: what is cancelled later was not read in vain."""


def analyse(
    articles: Sequence[Article],
    parser: Parser,
    progress: Progress | None = None,
    kept: Kept | None = None,
) -> Analysis:
    """Everything found in the articles of one case; what `kept` knows is not read again.

    Progress counts characters to read, and comparing as an eighth of all there are.
    Raises Cancelled from `progress`, ModelMissing from the parser.
    """
    progress = progress or Silent()
    known = {a.id: claims for a in articles if kept and (claims := kept.claims(a)) is not None}
    new = [a for a in articles if a.id not in known]
    comparing = 1 + sum(len(a.text) for a in articles) // 8
    reading = _Reading(progress, new, comparing, first=not known)
    for article, found in _read(new, parser, reading):
        known[article.id] = found
        if kept:
            kept.keep(article, found)
    every = tuple(c for a in articles for c in known[a.id])
    groups, conflicts = compare(articles, every)
    reading.finish()
    problems = tuple(p for a in articles for p in problems_of(a, known[a.id]))
    return Analysis(every, groups, conflicts, problems)


class _Reading:
    """Tells how far reading has come, in characters, and of which article."""

    def __init__(self, progress: Progress, new: Sequence[Article], comparing: int, *, first: bool) -> None:
        self._progress = progress
        self._of = f"{len(new)} {'' if first else 'new '}{'article' if len(new) == 1 else 'articles'}"
        self._total = comparing + sum(len(a.text) for a in new)
        self._characters = self._articles = 0
        self._new = len(new)

    def characters(self, count: int) -> None:
        """So many more were parsed."""
        self._characters += count
        self.tell()

    def article(self) -> None:
        """One more article is finished."""
        self._articles += 1
        self.tell()

    def finish(self) -> None:
        self._progress.step(self._total, self._total, "analysed")

    def tell(self) -> None:
        reading = self._articles < self._new
        doing = f"reading {self._articles + 1} of {self._of}" if reading else "comparing"
        self._progress.step(self._characters, self._total, doing)


def _read(
    articles: Sequence[Article], parser: Parser, reading: _Reading
) -> Iterator[tuple[Article, tuple[Claim, ...]]]:
    reading.tell()
    for parsed in parser.parse(articles, reading.characters):
        yield parsed.article, extract(parsed)
        reading.article()


def extract(parsed: Parsed) -> tuple[Claim, ...]:
    """Every claim in one article, in the order of the text."""
    times = dates.find(parsed)
    # A duration is a time and a quantity: "two years" against "18 months" is a question of how much.
    taken = [m.span for m in times if not (isinstance(m.value, TimeExpression) and m.value.type is TimexType.DURATION)]
    found = [*times, *quantities.find(parsed, taken), *quotations.find(parsed)]
    found += [*names.find(parsed), *statements.find(parsed)]
    found.sort(key=lambda m: (m.span, m.kind))
    return tuple(_claims(parsed, found))


def extract_all(
    lines: Iterable[Article | str], parser: Parser
) -> Iterator[tuple[tuple[Claim, ...], list[Problem]] | str]:
    """The claims and problems of each article, in order, as they are asked for; what is no article passes through."""
    source = iter(lines)
    while chunk := list(islice(source, CHUNK)):
        parses = parser.parse(line for line in chunk if isinstance(line, Article))
        for line in chunk:
            if isinstance(line, str):
                yield line
            else:
                claims = extract(next(parses))
                yield claims, list(problems_of(line, claims))


def _claims(parsed: Parsed, mentions: Sequence[Mention]) -> Iterator[Claim]:
    frames = Frames(parsed)
    quoted = [m.span for m in mentions if m.kind is Kind.QUOTATION]
    seen: set[str] = set()
    for m in mentions:
        id = claim_id(parsed.article.id, m.kind, m.span)
        if id in seen:
            continue
        seen.add(id)
        yield Claim(
            id=id,
            article=parsed.article.id,
            kind=m.kind,
            span=m.span,
            text=m.span.of(parsed.text),
            value=m.value,
            subject=_subject(parsed, m),
            sentence=parsed.sentence(m.span.start),
            frame=_frame(frames, m, quoted),
        )


def _subject(parsed: Parsed, mention: Mention) -> str:
    """What a mention says it is about; else the words around it, with it left out: "the agency … posted photos of"."""
    span = mention.span
    if mention.subject not in {"", span.of(parsed.text)} or mention.kind not in {Kind.DATE, Kind.QUANTITY}:
        return mention.subject
    around = parsed.sentence(span.start)
    before = parsed.text[around.start : span.start].split()[-BESIDE[0] :]
    after = re.match(r"[^,;:.()—–]*", parsed.text[span.end : max(span.end, around.end)])
    return " ".join([*before, "…", *(after.group().split() if after else [])[: BESIDE[1]]])


def _frame(frames: Frames, mention: Mention, quoted: Sequence[Span]) -> Frame:
    if mention.kind is Kind.NAME or not mention.framed:
        return NO_FRAME
    inside = any(q.contains(mention.span) and q != mention.span for q in quoted)
    return frames.of(mention, quoted=inside)


def problems_of(article: Article, claims: Sequence[Claim]) -> Iterator[Problem]:
    """What a person should know about an article before trusting `claims`, which are its own."""
    loose = [c for c in claims if isinstance(c.value, TimeExpression) and c.value.start is None]
    if article.provenance.published is None and loose:
        yield Problem(
            article.id,
            f"no publication date is known, so {len(loose)} time expressions such as “{loose[0].text}” stay unresolved",
            loose[0].span,
        )
