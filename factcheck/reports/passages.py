"""An article's text with its marks, cut so that every stretch lies under the same marks from end to end.

Marks may nest and overlap, which HTML elements cannot; flat pieces can always be drawn.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from factcheck.values import Span

LANES = 4


@dataclass(frozen=True, slots=True)
class Back:
    """A way back from a mark to what quotes it: the `number`-th conflict, judged claim or item of evidence.

    `part` begins the name of the place it leads to, and `sign` is what stands behind the words.
    """

    part: str
    number: int

    @property
    def sign(self) -> str:
        return f"{_SIGNS[self.part]}{self.number}"

    @property
    def words(self) -> str:
        return f"{_PARTS[self.part]} {self.number}"


SAID, JUDGED, EVIDENCE = "said", "judged", "evidence"
_SIGNS = {SAID: "", JUDGED: "c", EVIDENCE: "e"}
_PARTS = {SAID: "conflict", JUDGED: "claim", EVIDENCE: "evidence"}


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked claim, or words that are evidence: the place, the style of the line, and the ways back.

    `number` is unique in the report.
    """

    number: int
    span: Span
    style: str
    backs: tuple[Back, ...] = ()


@dataclass(frozen=True, slots=True)
class Layer:
    """One mark over one piece. `lane` 0 is drawn closest to the words; `first` where the mark begins."""

    mark: Mark
    lane: int
    first: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one line under the same marks throughout, widest mark first; `ending` are those that end here."""

    text: str
    layers: tuple[Layer, ...] = ()
    ending: tuple[Mark, ...] = ()


Line = tuple[Piece, ...]


def crowded(line: Line) -> bool:
    """More than two marks lie over each other here: their lines need more room than the usual line height."""
    return any(layer.lane > 1 for piece in line for layer in piece.layers)


def lines(text: str, marks: Iterable[Mark]) -> tuple[Line, ...]:
    """The lines of `text` in pieces; joining the pieces and the lines (by "\\n") gives `text` again."""
    by_start = sorted(marks, key=lambda m: (m.span.start, -m.span.end))
    cuts = _cuts(text, by_start)
    # A line end is not drawn, so no mark can begin or end on one.
    covered = [() if text[c.start] == "\n" else over for c, over in zip(cuts, _covered(cuts, by_start), strict=True)]
    first, last = _ends(covered)
    lanes = _lanes(covered)
    made: list[list[Piece]] = [[]]
    for index, (span, over) in enumerate(zip(cuts, covered, strict=True)):
        if text[span.start] == "\n":
            made.append([])
            continue
        layers = tuple(Layer(m, lanes[m.number], first[m.number] == index) for m in over)
        ending = tuple(m for m in over if last[m.number] == index)
        made[-1].append(Piece(span.of(text), layers, ending))
    return tuple(tuple(line) for line in made)


def _cuts(text: str, marks: Sequence[Mark]) -> list[Span]:
    """Every stretch between two places where a mark begins or ends; a line end is a stretch of its own."""
    places = {0, len(text)} | {m.span.start for m in marks} | {m.span.end for m in marks}
    at = text.find("\n")
    while at >= 0:
        places |= {at, at + 1}
        at = text.find("\n", at + 1)
    ordered = sorted(places)
    return [Span(a, b) for a, b in pairwise(ordered)]


def _covered(cuts: Sequence[Span], by_start: Sequence[Mark]) -> list[tuple[Mark, ...]]:
    """The marks over each stretch, the widest first."""
    covered, active, coming = [], list[Mark](), iter([*by_start, None])
    upcoming = next(coming)
    for cut in cuts:
        active = [m for m in active if m.span.end > cut.start]
        while upcoming is not None and upcoming.span.start <= cut.start:
            active.append(upcoming)
            upcoming = next(coming)
        covered.append(tuple(sorted(active, key=lambda m: (-len(m.span), m.number))))
    return covered


def _ends(covered: Sequence[tuple[Mark, ...]]) -> tuple[dict[int, int], dict[int, int]]:
    """The first and the last stretch under each mark."""
    first: dict[int, int] = {}
    last: dict[int, int] = {}
    for index, over in enumerate(covered):
        for mark in over:
            first.setdefault(mark.number, index)
            last[mark.number] = index
    return first, last


def _lanes(covered: Sequence[tuple[Mark, ...]]) -> dict[int, int]:
    """A lane for each mark, the same along its whole length: narrower marks closer to the words."""
    beside: dict[Mark, set[int]] = {}
    for over in covered:
        for mark in over:
            beside.setdefault(mark, set()).update(m.number for m in over)
    lanes: dict[int, int] = {}
    for mark in sorted(beside, key=lambda m: (len(m.span), -m.number)):
        taken = {lanes[n] for n in beside[mark] if n in lanes}
        lanes[mark.number] = min(max(taken, default=-1) + 1, LANES - 1)
    return lanes


# --- a few words around a claim -------------------------------------------------------------------

REACH = 220  # characters shown on either side: about the sentence before and the sentence after


@dataclass(frozen=True, slots=True)
class Context:
    """Words with what stands before and after them on their line; `cut_*` is true where the line goes on."""

    before: str
    words: str
    after: str
    cut_before: bool
    cut_after: bool


def context(text: str, span: Span, sentence: Span) -> Context:
    """The words at `span` in their sentence, with neighbours as far as their line and `REACH` allow."""
    start, end = min(span.start, sentence.start), max(span.end, sentence.end)
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    line_end = len(text) if line_end < 0 else line_end
    reach_start, reach_end = max(line_start, span.start - REACH), min(line_end, span.end + REACH)
    start, end = min(start, _next_word(text, reach_start, line_start)), max(end, _word_end(text, reach_end, line_end))
    return Context(text[start : span.start], span.of(text), text[span.end : end], start > line_start, end < line_end)


def _next_word(text: str, at: int, line_start: int) -> int:
    """`at`, moved right past a word it would cut."""
    if at == line_start or text[at - 1].isspace():
        return at
    space = text.find(" ", at)
    return at if space < 0 else space + 1


def _word_end(text: str, at: int, line_end: int) -> int:
    """`at`, moved left before a word it would cut."""
    if at == line_end or text[at].isspace():
        return at
    space = text.rfind(" ", 0, at)
    return at if space < 0 else space
