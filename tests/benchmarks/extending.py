"""What it costs when a case of many articles gains one: all read again against what is new read alone.

    python -m tests.benchmarks.extending ARTICLES [COUNT]

ARTICLES is a folder of .json articles or a file of one JSON article a line, COUNT how many make the case (30 unless
told). Both analyses are made in one run by one process, and have to find the same. Processor time of this thread.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from pathlib import Path

from factcheck.analysis.parsing import Parser
from factcheck.analysis.pipeline import analyse
from factcheck.extractions import Extraction, Extractions
from factcheck.values import Analysis, Article
from tests.benchmarks.comparing import texts
from tests.factories import make_article


def main(source: Path, count: int) -> int:
    articles = [make_article(text, f"a{n}") for n, text in zip(range(count), texts(source), strict=False)]
    parser, known = Parser(), list[Extraction]()
    parser.load()
    whole, anew = _timed(articles, parser, known, [])
    _timed(articles[:-1], parser, known, [])
    read = list[Extraction]()
    grown, extended = _timed(articles, parser, read, known[len(articles) :])
    assert len(read) == 1
    assert grown == whole
    size = sum(len(e.packed) for e in known[: len(articles)])
    print(f"{len(articles)} articles, {len(whole.claims):,} claims kept in {size / 1e6:.2f} MB")
    print(f"all read           {anew:7.2f} s")
    print(f"the new one read   {extended:7.2f} s  {anew / extended:.1f} times as fast")
    return 0


def _timed(
    articles: Sequence[Article], parser: Parser, read: list[Extraction], known: Sequence[Extraction]
) -> tuple[Analysis, float]:
    began = time.thread_time()
    analysis = analyse(articles, parser, kept=Extractions(known, read.append))
    return analysis, time.thread_time() - began


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 30))
