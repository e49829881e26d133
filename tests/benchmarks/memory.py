"""The most memory that analysing many articles as one case takes, in a process of its own.

    python -m tests.benchmarks.memory ARTICLES [COUNT]

ARTICLES is a folder of .json articles or a file of one JSON article a line, COUNT how many make the case (300 unless
told; texts are taken again, with a line of their own, when there are fewer). The status is 1 above ALLOWED.
"""

from __future__ import annotations

import resource
import subprocess
import sys
from itertools import cycle, islice
from pathlib import Path

ALLOWED = 600  # MB


def main(source: Path, count: int) -> int:
    child = [sys.executable, "-m", "tests.benchmarks.memory", str(source), str(count), "--child"]
    done = subprocess.run(child, stdout=subprocess.PIPE, text=True, check=True)
    print(done.stdout, end="")
    return 0 if float(done.stdout.split()[-2]) <= ALLOWED else 1


def analyse_once(source: Path, count: int) -> None:
    from factcheck.analysis.parsing import Parser
    from factcheck.analysis.pipeline import analyse
    from factcheck.extractions import Extractions
    from tests.benchmarks.comparing import texts
    from tests.factories import make_article

    parser = Parser()
    parser.load()
    begun = _peak()
    every = list(texts(source))
    again = (f"Report {n}.\n\n{t}" if n >= len(every) else t for n, t in enumerate(cycle(every)))
    articles = [make_article(text, f"a{n}") for n, text in enumerate(islice(again, count))]
    read = _peak()
    found = analyse(articles, parser, kept=Extractions((), lambda _: None))
    words = sum(len(a.text.split()) for a in articles)
    print(f"{len(articles)} articles, {words:,} words, {len(found.claims):,} claims, {len(found.groups):,} groups")
    print(f"model loaded {begun:.0f} MB, articles there {read:.0f} MB, most while analysing {_peak():.0f} MB")


def _peak() -> float:
    """The most memory this process has had, in MB."""
    unit = 1e6 if sys.platform == "darwin" else 1e3
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


if __name__ == "__main__":
    asked = Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 300
    if "--child" in sys.argv:
        analyse_once(*asked)
    else:
        raise SystemExit(main(*asked))
