"""A table for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def print_table(title: str, heads: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Words to the left, numbers to the right, as wide as the widest."""
    lines = [list(heads), *([_cell(c) for c in row] for row in rows)]
    widths = [max(len(line[n]) for line in lines) for n in range(len(heads))]
    print(f"\n{title}\n")
    for number, line in enumerate(lines):
        first, *others = zip(line, widths, strict=True)
        print("  ".join((first[0].ljust(first[1]), *(cell.rjust(width) for cell, width in others))))
        if number == 0:
            print("  ".join("-" * w for w in widths))


def _cell(value: object) -> str:
    return f"{value:,}" if isinstance(value, int) else str(value)
