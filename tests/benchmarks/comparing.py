"""How the cost of comparing grows with the articles of a case.

    python -m tests.benchmarks.comparing ARTICLES [KIND]

ARTICLES is a folder of .json articles or a file of one JSON article a line ("text" is all they need). The claims are
extracted once; then the first 10, 30, 100 and 300 articles (or all there are) are compared as one case each. "share"
is comparing as a part of what extracting them took in the same run (0.15 is allowed), and the last column says how fast
the time grows: 1.0 is linear, 2.0 is quadratic. KIND leaves the comparison to one of its comparers, e.g. "quantities".
CPU time of this thread, of comparing the best of three: other work on the machine does not count.
"""

from __future__ import annotations

import json
import math
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from factcheck.analysis import comparison
from factcheck.analysis.comparison.accounts import Accounts
from factcheck.analysis.parsing import Parser
from factcheck.analysis.pipeline import extract
from factcheck.values import Article, Claim
from tests.factories import make_article

SIZES = (10, 30, 100, 300)
RUNS = 3
Extracted = tuple[Article, tuple[Claim, ...], float]
"""An article, its claims, and the seconds that parsing it and finding them took."""


def texts(source: Path) -> Iterator[str]:
    """The texts of a folder of .json files or of the lines of a .jsonl file."""
    documents: Iterator[str]
    if source.is_dir():
        documents = (p.read_text("utf-8") for p in sorted(source.rglob("*.json")) if p.name != "gold.json")
    else:
        documents = iter(source.read_text("utf-8").splitlines())
    for document in documents:
        yield json.loads(document)["text"].replace("\r\n", "\n").replace("\r", "\n")


def extracted(source: Path) -> list[Extracted]:
    articles = [make_article(t, f"a{n}") for n, t in zip(range(SIZES[-1]), texts(source), strict=False)]
    parser = Parser()
    for parsed in parser.parse(articles[:1]):  # loads the model, and compiles every pattern
        extract(parsed)
    parses, case = parser.parse(articles), []
    for _ in articles:
        began = time.thread_time()
        parsed = next(parses)
        claims = extract(parsed)
        case.append((parsed.article, claims, time.thread_time() - began))
    return case


def seconds(case: Sequence[Extracted], kind: str | None) -> float:
    """The shortest of a few runs of comparing all claims of the case."""
    articles = tuple(a for a, _, _ in case)
    claims = tuple(c for _, held, _ in case for c in held)
    best = math.inf
    for _ in range(RUNS):
        began = time.thread_time()
        if kind is None:
            comparison.compare(articles, claims)
        else:
            getattr(comparison, kind).compare(Accounts(articles, claims))
        best = min(best, time.thread_time() - began)
    return best


def main(source: Path, kind: str | None) -> None:
    held = extracted(source)
    before: tuple[int, float] | None = None
    first: tuple[int, float] | None = None
    print("articles   claims   extracting   comparing   share   exponent")
    for size in sorted({min(n, len(held)) for n in SIZES}):
        case = held[:size]
        took = seconds(case, kind)
        grew = f"{_exponent(before, (size, took)):.2f}" if before else ""
        read = sum(spent for _, _, spent in case)
        claims = sum(len(held) for _, held, _ in case)
        print(f"{size:8} {claims:8} {read:12.2f} {took:11.3f} {took / read:7.3f}   {grew:>8}")
        before, first = (size, took), first or (size, took)
    if first and before and first != before:
        print(f"from {first[0]} to {before[0]} articles: exponent {_exponent(first, before):.2f}")


def _exponent(small: tuple[int, float], large: tuple[int, float]) -> float:
    return math.log(large[1] / small[1]) / math.log(large[0] / small[0])


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else None)
