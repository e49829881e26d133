"""Short articles in, what was flagged out."""

from __future__ import annotations

from datetime import date

from factcheck.analysis.parsing import Parser
from factcheck.analysis.pipeline import analyse
from factcheck.values import Analysis
from tests.factories import make_article


def analysis_of(parser: Parser, *texts: str, published: date | None = date(2022, 7, 8)) -> Analysis:
    """The analysis of one article a text, called A, B, ..."""
    articles = [
        make_article(t, chr(ord("a") + n), source=chr(ord("A") + n), published=published) for n, t in enumerate(texts)
    ]
    return analyse(articles, parser)


def flags(parser: Parser, *texts: str) -> list[tuple[str, ...]]:
    """For each conflict, the text of its answers."""
    return [tuple(a.text for a in c.answers) for c in analysis_of(parser, *texts).conflicts]
