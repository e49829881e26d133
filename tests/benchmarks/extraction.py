"""What extraction costs beyond the parse: words a second of both, over the same articles in one run.

The bare pipeline is the same model with the same components, reading the same texts in batches of the same size.
Rounds alternate between the two and the best of each counts: other work on the machine only ever slows a round down.

    python -m tests.benchmarks.extraction ARTICLES.jsonl [ROUNDS]
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

from factcheck.analysis.parsing import BATCH, Parser
from factcheck.analysis.pipeline import extract
from factcheck.intake import read_file
from factcheck.values import Article


def main(path: Path, rounds: int) -> int:
    articles, parser = read_file(path), Parser()
    words = sum(len(article.text.split()) for article in articles)
    bare, full = _bare(parser, articles), _full(parser, articles)
    _seconds(full)  # loads the model, and compiles every pattern
    best_bare, best_full = float("inf"), float("inf")
    for _ in range(rounds):
        best_bare = min(best_bare, _seconds(bare))
        best_full = min(best_full, _seconds(full))
    print(f"{len(articles)} articles, {words:,} words, best of {rounds} rounds, seconds of processor time")
    print(f"bare pipeline    {best_bare:7.2f} s  {words / best_bare:8,.0f} words a second")
    print(f"full extraction  {best_full:7.2f} s  {words / best_full:8,.0f} words a second")
    print(f"ratio            {best_bare / best_full:.3f}")
    return 0


def _bare(parser: Parser, articles: list[Article]) -> Callable[[], None]:
    def read() -> None:
        for _ in parser.load().pipe((article.text for article in articles), batch_size=BATCH):
            pass

    return read


def _full(parser: Parser, articles: list[Article]) -> Callable[[], None]:
    def read() -> None:
        for parsed in parser.parse(articles):
            extract(parsed)

    return read


def _seconds(work: Callable[[], None]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 3))
