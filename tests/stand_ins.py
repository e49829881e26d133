"""Analysis without a language model, for tests of the process and the window. Named by import path in the worker."""

from __future__ import annotations

import os
import signal
import time
from typing import TYPE_CHECKING

from factcheck.errors import ModelMissing
from factcheck.progress import Progress
from factcheck.values import Analysis, Article, Claim, Problem
from tests.factories import make_claim, seed_case

if TYPE_CHECKING:  # it brings the language model's library, and these have to start quickly
    from factcheck.analysis.pipeline import Kept


class NoParser:
    """Loads at once."""

    def load(self) -> None:
        pass


class SlowParser:
    """Takes longer to load than anybody would look at a frozen window."""

    def load(self) -> None:
        time.sleep(3)


class MissingParser:
    def load(self) -> None:
        raise ModelMissing("the language model is not installed")


def counts(articles: tuple[Article, ...], _parser: object, progress: Progress, *_: object) -> Analysis:
    """One problem an article, which is enough to see who came back."""
    found = []
    for done, article in enumerate(articles, 1):
        found.append(Problem(article.id, f"{len(article.text)} characters"))
        progress.step(done, len(articles))
    return Analysis(problems=tuple(found))


def keeps(articles: tuple[Article, ...], _parser: object, progress: Progress, kept: Kept) -> Analysis:
    """Reads what is not known, and finds its first word; waits for a cancellation at one that begins with "Wait"."""
    found = list[Claim]()
    for done, article in enumerate(articles, 1):
        claims = kept.claims(article)
        if claims is None:
            while article.text.startswith("Wait"):
                time.sleep(0.01)
                progress.step(done, len(articles))
            claims = (make_claim(article, article.text.split()[0]),)
            kept.keep(article, claims)
            progress.step(done, len(articles), f"read {article.id}")
        found += claims
    return Analysis(tuple(found))


def needs_its_parser(articles: tuple[Article, ...], parser: MissingParser, _progress: Progress, *_: object) -> Analysis:
    parser.load()
    return Analysis(problems=tuple(Problem(a.id, "") for a in articles))


def slow(articles: tuple[Article, ...], _parser: object, progress: Progress, *_: object) -> Analysis:
    """A hundredth of a second an article, seen to by `step`."""
    for done in range(1, len(articles) + 1):
        time.sleep(0.01)
        progress.step(done, len(articles))
    return Analysis()


def deaf(_articles: tuple[Article, ...], _parser: object, _progress: Progress, *_: object) -> Analysis:
    """Never looks whether anybody still wants it."""
    time.sleep(60)
    return Analysis()


def deaf_to_many(articles: tuple[Article, ...], parser: object, progress: Progress, *_: object) -> Analysis:
    """Deaf while it works on several articles."""
    return deaf(articles, parser, progress) if len(articles) > 1 else Analysis()


def dies(_articles: tuple[Article, ...], _parser: object, _progress: Progress, *_: object) -> Analysis:
    os.kill(os.getpid(), signal.SIGKILL)
    return Analysis()


def mistaken(articles: tuple[Article, ...], _parser: object, _progress: Progress, *_: object) -> Analysis:
    raise LookupError(f"no {len(articles)}th article")


def by_hand(articles: tuple[Article, ...], _parser: object, progress: Progress, *_: object) -> Analysis:
    """The sample case's analysis set by hand, moved to the ids the two articles have in the store."""
    progress.step(len(articles), len(articles))
    return renamed(seed_case().analysis or Analysis(), articles) if len(articles) >= 2 else Analysis()


def renamed(analysis: Analysis, articles: tuple[Article, ...]) -> Analysis:
    from dataclasses import replace

    case = seed_case()
    by_sha = {a.sha256: a.id for a in articles}
    ids = {a.id: by_sha.get(a.sha256) for a in case.articles}
    if None in ids.values():
        return Analysis()
    return replace(analysis, claims=tuple(replace(c, article=ids[c.article] or "") for c in analysis.claims))


def waits_for_cancel(articles: tuple[Article, ...], _parser: object, progress: Progress, *_: object) -> Analysis:
    """Comes to an end only when nobody wants it any more."""
    while True:
        time.sleep(0.01)
        progress.step(1, len(articles))
