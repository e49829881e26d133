"""The one way through: articles -> parse -> mentions -> claims -> groups and conflicts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from factcheck.analysis import dates, names, quantities, quotations, statements
from factcheck.analysis.comparison import compare
from factcheck.analysis.frames import frame
from factcheck.analysis.mentions import Mention
from factcheck.analysis.parsing import Parsed, Parser
from factcheck.progress import Progress, Silent
from factcheck.values import Analysis, Article, Claim, Frame, Kind, Problem, Span, TimeExpression, TimexType

CHUNK = 32
"""Articles read ahead when many are extracted one after the other."""
BESIDE = (5, 4)
"""Words before and after a mention that say what it is about when the mention does not."""
NO_FRAME = Frame()
"""What a name is given: it is known again by the words beside it, and a frame for each costs an eighth of the parse."""


def analyse(
    articles: Sequence[Article],
    parser: Parser,
    progress: Progress | None = None,
) -> Analysis:
    """Everything found in the articles of one case.

    Progress counts articles, and comparing as one more. Raises Cancelled from `progress`, ModelMissing from the parser.
    """
    progress = progress or Silent()
    total = len(articles) + 1
    parses = parser.parse(articles)
    claims: list[Claim] = []
    for done in range(len(articles)):
        progress.step(done, total)
        claims += extract(next(parses))
    progress.step(len(articles), total)
    groups, conflicts = compare(articles, claims)
    progress.step(total, total)
    problems = tuple(p for a in articles for p in problems_of(a, claims))
    return Analysis(tuple(claims), groups, conflicts, problems)


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
    quoted = [m.span for m in mentions if m.kind is Kind.QUOTATION]
    seen: set[str] = set()
    for m in mentions:
        id = f"{parsed.article.id}:{m.kind}:{m.span.start}-{m.span.end}"
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
            frame=_frame(parsed, m, quoted),
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


def _frame(parsed: Parsed, mention: Mention, quoted: Sequence[Span]) -> Frame:
    if mention.kind is Kind.NAME:
        return NO_FRAME
    inside = any(q.contains(mention.span) and q != mention.span for q in quoted)
    return frame(parsed, mention, quoted=inside)


def problems_of(article: Article, claims: Sequence[Claim]) -> Iterator[Problem]:
    """What a person should know about an article before trusting its claims."""
    loose = [
        c for c in claims if c.article == article.id and isinstance(c.value, TimeExpression) and c.value.start is None
    ]
    if article.provenance.published is None and loose:
        yield Problem(
            article.id,
            f"no publication date is known, so {len(loose)} time expressions such as “{loose[0].text}” stay unresolved",
            loose[0].span,
        )
