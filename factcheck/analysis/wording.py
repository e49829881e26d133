"""Two versions of one quotation, word by word: what an honest editor may do, and what changes the words.

Honest are: other punctuation, capitals, quotation marks and spelling (colour / color, co-operate / cooperate,
12 / twelve, we’re / we are), an ellipsis for what is left out, a bracket for what is put in, and beginning or
ending elsewhere.
Everything else is a difference in the words themselves.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from itertools import takewhile

from rapidfuzz.distance import Indel

from factcheck.analysis.spellings import canonical


class Relation(StrEnum):
    """How two wordings stand to each other."""

    SAME = "same"  # the same words, whatever the capitals and punctuation
    EDITED = "edited"  # they differ only by honest edits
    CHANGED = "changed"  # words differ inside the stretch both of them quote
    APART = "apart"  # they quote different things


class Overlap(StrEnum):
    """Which part of the one the other quotes."""

    WHOLE = "whole"
    A_IN_B = "a in b"
    B_IN_A = "b in a"
    ENDS = "ends"  # the end of one is the beginning of the other
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Difference:
    """Words of A where B has other words, as they stand in the texts; "" where one has nothing there."""

    a: str
    b: str


@dataclass(frozen=True, slots=True)
class Wording:
    """What came of comparing A with B.

    `differences` are changed words, `edits` the honest differences inside the shared stretch; `shared` counts the words
    both have in the same order, `similarity` is their share of the words in the stretch both quote (0 to 1).
    """

    relation: Relation
    overlap: Overlap
    differences: tuple[Difference, ...]
    edits: tuple[Difference, ...]
    shared: int
    similarity: float


@dataclass(frozen=True, slots=True)
class _Word:
    """One word with its key for comparing, its place, whether it stands in brackets and whether it ends a sentence."""

    key: str
    start: int
    end: int
    bracketed: bool
    closes: bool


@dataclass(frozen=True, slots=True)
class _Block:
    """A run of words, equal in both or standing against each other: ranges of word numbers."""

    equal: bool
    a0: int
    a1: int
    b0: int
    b1: int


GAP = "…"
_TENS = r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-(?:one|two|three|four|five|six|seven|eight|nine)\b"
_TOKEN = re.compile(
    rf"…|\.\s?\.\s?\.(?:\s?\.)?|(?P<bracket>[\[\]()])|[$£€]?\d[\d,.]*\d|\b{_TENS}|[^\W_]+(?:['’‘][^\W_]+)*|%",
    re.IGNORECASE,
)
_CLOSES = re.compile(r"[\"'’”)\]]*[.!?]")
_INITIALLED = {"unitedstates": "us", "unitedkingdom": "uk", "unitednations": "un", "europeanunion": "eu"}
_FILLERS = frozenset(["uh", "um", "er", "erm", "sic", "ah"])
# Fewer shared words than this in a row do not show that two stretches are versions of one utterance.
_RUN = 3
# So many shared words show a common origin even where as many others differ.
_PROOF = 6
# Letters of a word that tells something alone.
_TELLING = 5
# Two sentences that happen to share words: below this share they are not versions of each other. Versions of one
# utterance in news texts share over 0.7 of the stretch both quote; sentences on one topic share under 0.4.
_ALIKE = 0.6


def compare(a: str, b: str) -> Wording:
    """How the words of `a` and `b` stand to each other. Marks around them are ignored.

    >>> compare("strongly rebukes Russia using the station", "strongly rebukes using the station").differences
    (Difference(a='Russia', b=''),)
    """
    ours, theirs = _words(a), _words(b)
    if [w.key for w in ours] > [w.key for w in theirs]:
        return _flipped(_compare(b, a, theirs, ours))  # one order, so that ties are broken alike both ways round
    return _compare(a, b, ours, theirs)


def _flipped(w: Wording) -> Wording:
    overlap = {Overlap.A_IN_B: Overlap.B_IN_A, Overlap.B_IN_A: Overlap.A_IN_B}.get(w.overlap, w.overlap)
    differences = tuple(Difference(d.b, d.a) for d in w.differences)
    return replace(w, overlap=overlap, differences=differences, edits=tuple(Difference(d.b, d.a) for d in w.edits))


def _compare(a: str, b: str, ours: tuple[_Word, ...], theirs: tuple[_Word, ...]) -> Wording:
    blocks = _within(ours, theirs) or _core(_blocks(ours, theirs), ours)
    shared = sum(w.key != GAP for k in blocks if k.equal for w in ours[k.a0 : k.a1])
    similarity = _similarity(blocks, ours, theirs)
    if not shared or not _related(blocks, shared, ours, theirs):
        return Wording(Relation.APART, Overlap.NONE, (), (), shared, 0.0)
    blocks = _torn_ends(blocks, ours, theirs)
    inside = [k for k in blocks if not k.equal]
    torn = [k for k in inside if not _honest(k, ours, theirs)]
    if _chance(torn, shared):
        return Wording(Relation.APART, Overlap.NONE, (), (), shared, 0.0)
    changed = tuple(_difference(k, a, b, ours, theirs) for k in torn)
    edits = tuple(_difference(k, a, b, ours, theirs) for k in inside if _honest(k, ours, theirs))
    overlap = _overlap(blocks, ours, theirs)
    same = not edits and overlap is Overlap.WHOLE
    relation = Relation.CHANGED if changed else Relation.SAME if same else Relation.EDITED
    return Wording(relation, overlap, changed, edits, shared, similarity)


# --- words ------------------------------------------------------------------------------------------


@lru_cache(maxsize=4096)  # each quotation of a case meets several others
def _words(text: str) -> tuple[_Word, ...]:
    found = list[_Word]()
    depth = 0
    for token in _TOKEN.finditer(text):
        if token.group("bracket"):
            depth = max(0, depth + (1 if token.group() in "[(" else -1))
            continue
        gap = token.group().startswith((".", GAP))
        key = GAP if gap else canonical(token.group())
        closes = not gap and _CLOSES.match(text, token.end()) is not None
        if key not in _FILLERS:
            tag = text[token.start() - 1 : token.start()] in ("@", "#")  # editors of posts drop these as they please
            found.append(_Word(key, token.start(), token.end(), depth > 0 or tag, closes))
    return tuple(found)


# --- aligning ---------------------------------------------------------------------------------------


def _blocks(ours: tuple[_Word, ...], theirs: tuple[_Word, ...]) -> list[_Block]:
    """Equal runs and what stands between them, in order; inserts and deletes at one place are one block."""
    blocks = list[_Block]()
    for op in Indel.opcodes([w.key for w in ours], [w.key for w in theirs]):
        block = _Block(op.tag == "equal", op.src_start, op.src_end, op.dest_start, op.dest_end)
        if blocks and not block.equal and not blocks[-1].equal:
            last = blocks.pop()
            block = _Block(False, last.a0, block.a1, last.b0, block.b1)
        blocks.append(block)
    return blocks


def _within(ours: tuple[_Word, ...], theirs: tuple[_Word, ...]) -> list[_Block]:
    """One block where the one stands word for word in the other, wherever else its first words stand too."""
    a, b = [w.key for w in ours], [w.key for w in theirs]
    if len(a) > len(b):
        return [_Block(k.equal, k.b0, k.b1, k.a0, k.a1) for k in _within(theirs, ours)]
    if len(a) < _RUN:
        return []
    at = next((i for i in range(len(b) - len(a) + 1) if b[i] == a[0] and b[i : i + len(a)] == a), None)
    return [] if at is None else [_Block(True, 0, len(a), at, at + len(a))]


def _core(blocks: list[_Block], ours: tuple[_Word, ...]) -> list[_Block]:
    """From the first to the last run long enough to prove a common utterance; chance matches at the ends fall off."""
    longest = max((k.a1 - k.a0 for k in blocks if k.equal), default=0)
    least = min(_RUN, longest)
    strong = [i for i, k in enumerate(blocks) if k.equal and k.a1 - k.a0 >= least]
    if not strong:
        return []
    first, last = strong[0], strong[-1]
    while first >= 2 and (_near(blocks, first - 2, first - 1) or _outermost(blocks[:2], ours, first)):
        first -= 2
    while last + 2 < len(blocks) and (
        _near(blocks, last + 2, last + 1) or _outermost(blocks[:-3:-1], ours, len(blocks) - 1 - last)
    ):
        last += 2
    return blocks[first : last + 1]


def _near(blocks: list[_Block], equal: int, between: int) -> bool:
    """True when a shorter run is no further from the rest than it is long, on the side where less stands between."""
    run, gap = blocks[equal], blocks[between]
    return run.equal and max(gap.a1 - gap.a0, gap.b1 - gap.b0) <= run.a1 - run.a0


def _outermost(pair: list[_Block], ours: tuple[_Word, ...], left: int) -> bool:
    """True when the next run is where both begin or end: "growth, not about cuts", "growth as well as cuts".

    `pair` is the run and what stands between, `left` how many blocks stand beyond those reached.
    """
    run, gap = pair
    if left != len(pair) or not run.equal or max(gap.a1 - gap.a0, gap.b1 - gap.b0) > _RUN:
        return False
    return run.a1 - run.a0 > 1 or len(ours[run.a0].key) >= _TELLING


def _related(blocks: list[_Block], shared: int, ours: tuple[_Word, ...], theirs: tuple[_Word, ...]) -> bool:
    shorter = min(sum(w.key != GAP for w in side) for side in (ours, theirs))
    enough = shared >= min(_RUN, shorter)
    bridged = any(_has_gap(k, ours, theirs) for k in blocks)
    return enough and (bridged or _similarity(blocks, ours, theirs) >= _ALIKE) and shared * 3 >= shorter


def _chance(changed: list[_Block], shared: int) -> bool:
    """Too much differs for what is shared: a common turn of phrase in two different utterances."""
    words = sum(max(k.a1 - k.a0, k.b1 - k.b0) for k in changed)
    return words > (shared if shared >= _PROOF else shared / 2)


def _similarity(blocks: list[_Block], ours: tuple[_Word, ...], theirs: tuple[_Word, ...]) -> float:
    shared = sum(w.key != GAP for k in blocks if k.equal for w in ours[k.a0 : k.a1])
    total = sum(w.key != GAP for k in blocks for w in (*ours[k.a0 : k.a1], *theirs[k.b0 : k.b1]))
    return 2 * shared / total if total else 0.0


def _overlap(blocks: list[_Block], ours: tuple[_Word, ...], theirs: tuple[_Word, ...]) -> Overlap:
    first, last = blocks[0], blocks[-1]
    a_more = first.a0 > 0 or last.a1 < len(ours)
    b_more = first.b0 > 0 or last.b1 < len(theirs)
    if a_more and b_more:
        return Overlap.ENDS
    return Overlap.B_IN_A if a_more else Overlap.A_IN_B if b_more else Overlap.WHOLE


# --- judging differences ----------------------------------------------------------------------------


def _torn_ends(blocks: list[_Block], ours: tuple[_Word, ...], theirs: tuple[_Word, ...]) -> list[_Block]:
    """The blocks with what both have, differently, before or after the shared stretch in the same sentence."""
    first, last = blocks[0], blocks[-1]
    a0 = first.a0 - len(list(takewhile(lambda w: not w.closes, reversed(ours[: first.a0]))))
    b0 = first.b0 - len(list(takewhile(lambda w: not w.closes, reversed(theirs[: first.b0]))))
    torn = list(blocks)
    if a0 < first.a0 and b0 < first.b0:
        torn.insert(0, _Block(False, a0, first.a0, b0, first.b0))
    a1, b1 = _to_close(ours, last.a1), _to_close(theirs, last.b1)
    if a1 > last.a1 and b1 > last.b1:
        torn.append(_Block(False, last.a1, a1, last.b1, b1))
    return torn


def _to_close(words: tuple[_Word, ...], start: int) -> int:
    """The end of the sentence that the word before `start` stands in."""
    end = start
    while end < len(words) and (end == 0 or not words[end - 1].closes):
        end += 1
    return end


def _has_gap(block: _Block, ours: tuple[_Word, ...], theirs: tuple[_Word, ...]) -> bool:
    return not block.equal and any(w.key == GAP for w in (*ours[block.a0 : block.a1], *theirs[block.b0 : block.b1]))


def _honest(block: _Block, ours: tuple[_Word, ...], theirs: tuple[_Word, ...]) -> bool:
    left, right = ours[block.a0 : block.a1], theirs[block.b0 : block.b1]
    if _shortened(left, right) or _shortened(right, left):
        return True
    if _bracketed(left, right) or _bracketed(right, left):
        return True
    return _joined(left) == _joined(right)


def _shortened(short: tuple[_Word, ...], long: tuple[_Word, ...]) -> bool:
    """One side has an ellipsis (and perhaps a bracket) where the other has the words."""
    return any(w.key == GAP for w in short) and all(w.key == GAP or w.bracketed for w in short) and long != short


def _bracketed(edited: tuple[_Word, ...], plain: tuple[_Word, ...]) -> bool:
    """One side has nothing but a bracket where the other has nothing, or the few words it stands for."""
    return bool(edited) and all(w.bracketed for w in edited) and len(plain) <= 4 + len(edited)


def _joined(words: tuple[_Word, ...]) -> str:
    told = "".join(w.key for w in words if w.key != GAP)
    for short, full in (("n't", "not"), ("'re", "are"), ("'ve", "have"), ("'ll", "will"), ("'m", "am"), ("'s", "is")):
        told = told.replace(short, full)
    told = re.sub(r"(?<=\D)per(?:cent|%)|^per(?:cent|%)", "%", told)
    hundreds = re.fullmatch(r"(\d{1,2})(1000?)", told) if len(words) == 2 else None
    if hundreds:
        return str(int(hundreds[1]) * int(hundreds[2]))  # "three hundred"
    return _INITIALLED.get(told, told)


def _difference(block: _Block, a: str, b: str, ours: tuple[_Word, ...], theirs: tuple[_Word, ...]) -> Difference:
    return Difference(_slice(a, ours[block.a0 : block.a1]), _slice(b, theirs[block.b0 : block.b1]))


def _slice(text: str, words: tuple[_Word, ...]) -> str:
    if not words:
        return ""
    start, end = words[0].start, words[-1].end
    if words[0].bracketed and text[start - 1 : start] in ("(", "["):
        start -= 1
    if words[-1].bracketed and text[end : end + 1] in (")", "]"):
        end += 1
    return text[start:end]
