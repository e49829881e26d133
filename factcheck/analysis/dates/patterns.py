"""A small pattern language over words: "{weekday} ,? {month} {day}" finds the words and reads their values.

Every word becomes one character that stands for its set of classes, so a pattern is a regular expression over a
short string. In a pattern a bare word or mark stands for itself, `{name}` for a member of a class or a macro,
`( | ) ? *` mean what they mean in a regular expression.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

from factcheck.analysis.dates.heads import heads
from factcheck.analysis.dates.words import CLASSES, Item, Vocabulary, read, vocabulary, whole_classes
from factcheck.shipped import lexicon

if TYPE_CHECKING:
    from factcheck.analysis.dates.meaning import Meaning

ELEMENT = re.compile(r"\{(\w+)(?::(\w+))?\}|([a-z0-9]+(?:'[a-z]+)?\.?[a-z]?|'s|[,/\-.:&'])|([()|?*])|\s+")


class Found:
    """The words a pattern matched, by the names in its braces."""

    def __init__(self, items: tuple[Item, ...], spans: dict[str, tuple[str, tuple[Item, ...]]]) -> None:
        self.items = items
        self._spans = spans

    def __len__(self) -> int:
        return len(self.items)

    @property
    def text(self) -> str:
        return " ".join(item.text for item in self.items)

    @property
    def first(self) -> str:
        return self.items[0].text

    @property
    def second(self) -> str:
        return self.items[1].text if len(self.items) > 1 else ""

    @property
    def last(self) -> str:
        return self.items[-1].text

    @property
    def last_but_one(self) -> str:
        return self.items[-2].text if len(self.items) > 1 else ""

    def get(self, name: str, default: Any) -> Any:
        return self[name] if name in self._spans else default

    def words_text(self, name: str) -> list[str]:
        return [item.text for item in self._spans[name][1]] if name in self._spans else []

    def __contains__(self, name: str) -> bool:
        return name in self._spans

    def words(self, name: str) -> tuple[Item, ...]:
        return self._spans[name][1]

    def __getitem__(self, name: str) -> Any:
        """The value of the words named `name`; None when that part of the pattern was not used."""
        if name not in self._spans:
            return None
        kind, items = self._spans[name]
        macro = MACROS.get(kind)
        if macro is not None:
            return macro.read(items)
        section = _section(kind)
        return read(section, items[0]) if section and not _listed(section) else items[0].value or items[0].text


@dataclass(frozen=True)
class Macro:
    """A named piece of pattern and the reader of its words."""

    pattern: str
    read: Callable[[Sequence[Item]], Any]


MACROS: dict[str, Macro] = {}


@dataclass(frozen=True)
class Rule:
    pattern: str
    build: Callable[[Found], Meaning | None]
    makes: str


@dataclass
class Grammar:
    """The rules of one part of the grammar; `makes` is the class of what they read ("date", "duration", ...)."""

    makes: str
    rules: list[Rule] = field(default_factory=list)

    def rule(
        self, *patterns: str, makes: str | None = None
    ) -> Callable[[Callable[[Found], Meaning | None]], Callable[[Found], Meaning | None]]:
        def keep(build: Callable[[Found], Meaning | None]) -> Callable[[Found], Meaning | None]:
            self.rules += [Rule(pattern, build, makes or self.makes) for pattern in patterns]
            return build

        return keep


@cache
def _section(kind: str) -> str | None:
    """The lexicon section a pattern's `{kind}` means: "month" -> "months"."""
    if kind in CLASSES:
        return kind
    return kind + "s" if kind + "s" in CLASSES else None


@cache
def _listed(section: str) -> bool:

    return "words" in lexicon("dates")[section]


@dataclass
class _Ready:
    """A rule over codes. It is compiled when a word first opens it: a few words typed by a person wait for few."""

    rule: Rule
    source: str
    kinds: dict[str, str]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        return re.compile(self.source)


@dataclass
class Matcher:
    """Rules made ready for a vocabulary: reduces a run of items level by level."""

    levels: Sequence[Sequence[Rule]]
    classes: Iterable[frozenset[str]]

    def __post_init__(self) -> None:
        self._codes: dict[frozenset[str], str] = {}
        for number, one in enumerate(sorted(set(self.classes), key=sorted)):
            self._codes[one] = chr(0xE000 + number)
        self._found: dict[tuple[int, str], list[tuple[int, Rule, dict[str, tuple[str, int, int]]]]] = {}

    @cached_property
    def _opening(self) -> list[dict[str, list[_Ready]]]:
        """For each level the rules by the code they may begin with."""
        made: list[dict[str, list[_Ready]]] = []
        for level in self.levels:
            by_head: dict[str, list[_Ready]] = {}
            for rule in level:
                ready = self._ready(rule)
                for code in heads(ready.source):
                    by_head.setdefault(code, []).append(ready)
            made.append(by_head)
        return made

    def reduce(self, items: list[Item]) -> list[Item]:
        """The items with what the rules read put in place of the words they read it from, level by level."""
        for number in range(len(self.levels)):
            items = self._one_level(number, items)
        return items

    def _one_level(self, number: int, items: list[Item]) -> list[Item]:
        codes = "".join(self._codes.get(item.classes, "\0") for item in items)
        opening = self._opening[number]
        made: list[Item] = []
        position = 0
        while position < len(items):
            if codes[position] not in opening:
                made.append(items[position])
                position += 1
                continue
            for length, rule, groups in self._matches(number, codes[position:]):
                words = tuple(items[position : position + length])
                meaning = rule.build(Found(words, {name: (kind, words[a:b]) for name, (kind, a, b) in groups.items()}))
                if meaning is not None:
                    text = " ".join(i.text for i in words)
                    made.append(Item(words[0].start, words[-1].end, text, frozenset({rule.makes}), meaning))
                    position += length
                    break
            else:
                made.append(items[position])
                position += 1
        return made

    def _matches(self, number: int, codes: str) -> list[tuple[int, Rule, dict[str, tuple[str, int, int]]]]:
        """What the rules of a level match at the head of the codes, longest first. Runs end alike, so the answers are
        kept."""
        key = (number, codes)
        found = self._found.get(key)
        if found is None:
            found = []
            for ready in self._opening[number].get(codes[0], ()):
                match = ready.pattern.match(codes)
                if match and match.end():
                    kinds = ready.kinds
                    groups = {n: (kinds[n], *match.span(n)) for n in kinds if match.start(n) >= 0}
                    found.append((match.end(), ready.rule, groups))
            found.sort(key=lambda one: -one[0])
            if len(self._found) > 50_000:
                self._found.clear()
            self._found[key] = found
        return found

    def _ready(self, rule: Rule) -> _Ready:
        kinds: dict[str, str] = {}
        return _Ready(rule, self._expand(rule.pattern, kinds), kinds)

    def _expand(self, pattern: str, kinds: dict[str, str] | None) -> str:
        """The regular expression over codes; `kinds` collects the named groups, None inside a macro."""
        made = []
        position = 0
        while position < len(pattern):
            match = ELEMENT.match(pattern, position)
            if match is None:
                raise ValueError(f"cannot read the pattern {pattern!r} at {pattern[position:]!r}")
            made.append(self._element(match, kinds))
            position = match.end()
        return "".join(made)

    def _element(self, match: re.Match[str], kinds: dict[str, str] | None) -> str:
        kind, name, literal, operator = match.groups()
        if operator:
            return "(?:" if operator == "(" else str(operator)
        if literal:
            return self._any("=" + literal)
        if not kind:
            return ""
        macro = MACROS.get(kind)
        body = f"(?:{self._expand(macro.pattern, None)})" if macro else self._any(_section(kind) or kind)
        if kinds is None:
            return body
        kinds[name or kind] = kind
        return f"(?P<{name or kind}>{body})"

    def _any(self, wanted: str) -> str:
        return self._members.get(wanted, r"(?!)")

    @cached_property
    def _members(self) -> dict[str, str]:
        """For each class the codes of the sets that hold it."""
        codes: dict[str, str] = {}
        for classes, code in self._codes.items():
            for name in classes:
                codes[name] = codes.get(name, "") + code
        return {name: f"[{held}]" for name, held in codes.items()}


def literals(rules: Iterable[Rule]) -> frozenset[str]:
    """The words that stand for themselves in the patterns, macros included."""
    patterns = [rule.pattern for rule in rules] + [macro.pattern for macro in MACROS.values()]
    return frozenset(m.group(3) for p in patterns for m in ELEMENT.finditer(p) if m.group(3))


def class_sets(known: Vocabulary, kinds: Iterable[str]) -> Iterable[frozenset[str]]:
    """Every set of classes an item can have."""

    yield from (frozenset({kind}) for kind in kinds)
    yield from (known.classes(word) for word in {*vocabulary(), *known.literal, *known.cues})
    yield from (frozenset({"='s"}), frozenset({"='"}))
    yield from (frozenset({"decimal"}), frozenset({"decimal", "dotted"}))
    samples = [f"{n}" for n in range(10)] + [f"{n:02}" for n in range(100)] + [f"{n:03}" for n in range(1000)]
    yield from (
        frozenset(whole_classes(word)) for word in [*samples, *(f"{n:04}" for n in range(3000)), "9999", "12345"]
    )
