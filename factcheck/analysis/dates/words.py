"""Text -> runs of words that could tell a time. Each word carries every class it could belong to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING, Any

from factcheck.shipped import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Doc

WORD = re.compile(
    r"""
    (?P<iso>\d{4}-\d{1,2}-\d{1,2}T\d{1,2}:\d{2}(?::\d{2})?Z?)
  | (?P<ymd>(?<![\d/.-])\d{1,4}(?P<mark>[/.-])\d{1,2}(?P=mark)\d{1,4}(?![\d/]|[.,-]\d))
  | (?P<named>(?<![\d/])\d{4}(?P<sep>[/-])[A-Za-z]{3,9}(?P=sep)\d{1,2}(?!\d))
  | (?P<clock>(?<![\d:.,])\d{1,2}:\d{2}(?::\d{2})?(?![\d:]))
  | (?P<decadal>['’‘]?(?<!\d)(?:\d{3}0|\d0)['’]?s\b)
  | (?P<nth>\d{1,3}(?:st|nd|rd|th)\b)
  | (?P<number>\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)
  | (?P<oclock>o['’]clock)
  | (?P<meridiem>[ap]\.\s?m(?:\.|\b)|[ap]\sm\.)
  | (?P<genitive>['’]s?(?![A-Za-z]))
  | (?P<word>[A-Za-z]+(?:['’](?!s\b)[A-Za-z]+)?)
  | (?P<mark2>[^\w\s])
    """,
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Item:
    """A stretch of text with the classes it could belong to and what each reads there."""

    start: int
    end: int
    text: str  # lower case
    classes: frozenset[str]
    value: Any = None  # a number for digits; a Meaning once a grammar has read it


@cache
def vocabulary() -> dict[str, frozenset[str]]:
    """Every word of the lexicon and its classes."""
    table = lexicon("dates")
    classes: dict[str, set[str]] = {}
    for name in CLASSES:
        section = table[name]
        for word in section.get("words", section):
            classes.setdefault(word, set()).add(name)
    return {word: frozenset(names) for word, names in classes.items()}


CLASSES = (
    "months",
    "weekdays",
    "weekday_plurals",
    "units",
    "unit_plurals",
    "seasons",
    "season_plurals",
    "parts",
    "moments",
    "meridiems",
    "zones",
    "ones",
    "teens",
    "tens",
    "ordinals",
    "decades",
    "decade_names",
    "shifts",
    "vague",
    "hedges",
    "edges",
    "qualifiers",
    "sets",
)

# Without one of these a run of words tells no time.
TELLING = frozenset(
    {
        "months", "weekdays", "weekday_plurals", "units", "unit_plurals", "seasons", "season_plurals", "parts",
        "moments", "meridiems", "decades", "decade_names", "sets", "year4", "iso", "ymd", "named", "clock", "decadal",
        "oclock", "cue", "nth",
    }
)  # fmt: skip


def read(name: str, item: Item) -> Any:
    """What `item` says as a member of class `name`: months "may" -> 5."""
    return lexicon("dates")[name][item.text]


@dataclass(frozen=True)
class Vocabulary:
    """What the grammars know: the lexicon's words and the literal words of their patterns."""

    literal: frozenset[str]
    cues: frozenset[str]

    _weights: dict[int, int] = field(default_factory=dict, compare=False)

    def weights(self, doc: Doc) -> list[int]:
        """For each token of the parser 2 when it holds a telling word, 1 a known one, 0 neither. A spelling is looked
        at once in a process, not once a place."""
        keys = doc.to_array("ORTH").tolist()
        known = self._weights
        for key in {*keys} - known.keys():
            known[key] = self._weight(doc.vocab.strings[key])
        return [known[key] for key in keys]

    def _weight(self, token: str) -> int:
        items = [_item(match, token, self, []) for match in WORD.finditer(token)]
        classes = [item.classes for item in items if item]
        decade = re.fullmatch(r"(?:\d\d)?\d0|\d\d?/\d\d?", token) is not None  # "the 70's", "9/11"
        if decade or any(c & TELLING for c in classes):
            return 2
        return int(bool(classes) or token.isspace() or token == ".")

    def classes(self, word: str) -> frozenset[str]:
        found = vocabulary().get(word, frozenset())
        if word in self.literal:
            found |= {"=" + word}
        if word in self.cues:
            found |= {"cue"}
        return found


LONGEST_RUN = 100
"""Words; a table of dates may run on for pages, and the grammars look at every stretch of a run."""


def runs(doc: Doc, text: str, known: Vocabulary) -> Iterator[list[Item]]:
    """The maximal runs of known words on one line that hold at least one telling word."""
    for start, end in _regions(doc, known):
        yield from runs_between(text, start, end, known)


def runs_between(text: str, start: int, end: int, known: Vocabulary) -> Iterator[list[Item]]:
    """Those of one stretch of the text; needs no parse."""
    run: list[Item] = []
    previous = start
    for match in WORD.finditer(text, start, end):
        if "\n" in text[previous : match.start()]:
            yield from _telling(run)
            run = []
        item = _item(match, text, known, run)
        previous = match.end()
        if match.group() == "." and run and _absorb_dot(run):
            continue
        if item is None or len(run) == LONGEST_RUN:
            yield from _telling(run)
            run = []
        if item is not None:
            run.append(item)
    yield from _telling(run)


def _regions(doc: Doc, known: Vocabulary) -> Iterator[tuple[int, int]]:
    """Where in the text a time could stand."""
    weights = known.weights(doc)
    position = 0
    telling_at = [n for n, weight in enumerate(weights) if weight == 2]
    for telling in telling_at:
        if telling < position:
            continue
        first, last = telling, telling
        while first > 0 and weights[first - 1]:
            first -= 1
        while last + 1 < len(weights) and weights[last + 1]:
            last += 1
        yield doc[first].idx, doc[last].idx + len(doc[last])
        position = last + 1


def _telling(run: list[Item]) -> Iterator[list[Item]]:
    if any(item.classes & TELLING for item in run):
        for n in range(len(run) - 2):
            if _counts_what_a_date_names(run, n):
                run[n] = replace(run[n], classes=frozenset({"digits"}))
        yield run


def _counts_what_a_date_names(run: list[Item], n: int) -> bool:
    """ "The 19 Sept. 11 hijackers": of two numbers around a month the second is its day, unless a month owns the
    first."""
    first, month, day = run[n : n + 3]
    if "months" not in month.classes or "day2" not in first.classes or "day2" not in day.classes:
        return False
    return not (n and "months" in run[n - 1].classes)


def _absorb_dot(run: list[Item]) -> bool:
    """Let the full stop of "Sept." belong to the word before it."""
    last = run[-1]
    if last.text in lexicon("dates")["abbreviations"]["dotted"]:
        run[-1] = Item(last.start, last.end + 1, last.text, last.classes, last.value)
        return True
    return False


def _item(match: re.Match[str], text: str, known: Vocabulary, run: list[Item]) -> Item | None:
    kind = match.lastgroup or ""
    word = match.group().lower()
    if kind == "word" or kind == "mark2":
        word = word.replace("’", "'") if kind == "word" else _plain(word)
        classes = known.classes(word)
        return Item(match.start(), match.end(), word, classes) if classes else None
    if kind == "number":
        return _number(match, text, run)
    if kind == "meridiem":
        name = word[0] + ".m"
        return Item(match.start(), match.end(), name, known.classes(name))
    if kind == "genitive":
        mark = "'s" if len(word) > 1 else "'"
        return Item(match.start(), match.end(), mark, frozenset({"=" + mark}))
    return Item(match.start(), match.end(), word, frozenset({KINDS.get(kind, kind)}))


KINDS = {"mark": "ymd", "sep": "named"}


def _plain(mark: str) -> str:
    return "-" if mark in "–—‐‑" else mark


def _number(match: re.Match[str], text: str, run: list[Item]) -> Item | None:
    """Digits, with the classes their size and spelling allow."""
    word = match.group()
    start, end = match.span()
    before = text[start - 1] if start else " "
    if before.isalpha() and not (run and run[-1].classes & {"months", "=q", "=h", "=fy"}):
        return None
    if before in "$£€¥#" or text[end : end + 1] == "%" or (before in ".,:" and text[start - 2 : start - 1].isdigit()):
        return None
    classes = {"decimal"}
    if word.isdigit():
        classes = whole_classes(word)
    elif re.fullmatch(r"\d{1,2}\.\d{2}", word) and int(word.split(".")[0]) < 24 and int(word.split(".")[1]) < 60:
        classes.add("dotted")
    return Item(start, end, word, frozenset(classes), float(word.replace(",", "")))


def whole_classes(word: str) -> set[str]:
    """What digits alone may mean; longer ones than a year's are a plain count (and may be too long for `int`)."""
    classes = {"digits"}
    if len(word) > 4:
        return classes
    value = int(word)
    if len(word) == 4 and 1000 <= value <= 2100:
        classes.add("year4")
    if len(word) == 2:
        classes.add("year2")
    if len(word) <= 2 and 1 <= value <= 31:
        classes.add("day2")
    if len(word) <= 2 and 1 <= value <= 12:
        classes.add("month2")
    if len(word) <= 2 and value <= 24:
        classes.add("hour2")
    if len(word) <= 2 and value < 60:
        classes.add("minute2")
    if len(word) >= 3 and value // 100 <= 24 and value % 100 < 60:
        classes.add("hhmm")
    if len(word) == 1 and 1 <= value <= 4:
        classes.add("four")
    return classes
