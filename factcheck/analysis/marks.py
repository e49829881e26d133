"""Quotation marks: which stretch between which marks is quoted, whatever the style of the marks.

Marks never reach over a paragraph: a quotation that goes on is opened anew at each paragraph, as newspapers do it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from factcheck.values import Span


class Style(StrEnum):
    """Families of marks; a straight mark may close a curly one of the same family, as mixed copy does."""

    DOUBLE = "double"
    SINGLE = "single"
    GUILLEMET = "guillemet"


@dataclass(frozen=True, slots=True)
class Stretch:
    """What stands between an opening mark and its closing mark (or the paragraph's end, when nothing closes it).

    `span` has the marks, `inner` has not. `depth` counts the quotations around it. `continues` says that the next
    paragraph opens anew with the same style of mark, `tag` that the marks belong to markup (name="value").
    """

    span: Span
    inner: Span
    style: Style
    closed: bool = True
    depth: int = 0
    continues: bool = False


_MARK = re.compile(r"[\"“”„‟«»'‘’‚‛‹›`]")
_SINGLES = "'‘’‚‛`"
_GUILLEMETS = "«»‹›"
_OPENERS = frozenset(["“", "„", "‟", "«", "‹", "‘", "‚", "‛"])
_CLOSERS = frozenset(["”", "»", "›", "’"])
_MARKUP = re.compile(r"<[A-Za-z/][^<>\n]*>")
# 'em, '90s, rock 'n' roll: an apostrophe where letters are left out, not an opening mark.
_ELISION = re.compile(r"(?:\d\ds?|em|til|tis|twas|n|im|er|bout|cuz|nuff|kay|neath|gainst)\b", re.IGNORECASE)
# After a plural possessive comes what is possessed; after a closed quotation the sentence goes on with one of these.
_GOES_ON = re.compile(
    r"\s(?:and|but|or|nor|because|as|in|on|at|to|for|of|from|with|by|if|that|than|said|says|say|he|she|they|it|is|was|"
    r"are|were|will|would|when|while|who|which|after|before|since|so|yet|not|has|had|have|over|about|during)\b"
)


def stretches(text: str) -> tuple[Stretch, ...]:
    """Every quoted stretch of `text`, in order of their openings. Never fails, whatever the text.

    >>> [s.inner.of("the station’s ‘main aim’") for s in stretches("the station’s ‘main aim’")]
    ['main aim']
    """
    markup = [Span(*m.span()) for m in _MARKUP.finditer(text)]
    found = list[Stretch]()
    for paragraph in re.finditer(r"[^\n]+", text):
        place = Span(*paragraph.span())
        found += (s for s in _Paragraph(text, place).stretches() if not any(m.contains(s.span) for m in markup))
    found.sort(key=lambda s: (s.span.start, -s.span.end))
    return _nested(_continued(text, found))


class _Paragraph:
    """One paragraph while its marks are matched; `opened` holds the marks that wait for their closing."""

    def __init__(self, text: str, place: Span) -> None:
        self.text = text
        self.place = place
        self.opened: list[tuple[Span, Style]] = []
        self.marks = [Span(*m.span()) for m in _MARK.finditer(text, place.start, place.end)]

    def stretches(self) -> Iterator[Stretch]:
        for number, mark in enumerate(self.marks):
            style = _style(mark.of(self.text))
            role = self._single(number) if style is Style.SINGLE else self._double(mark, style)
            if role == "open":
                yield from self._left_open(mark, style)
                self.opened.append((mark, style))
            elif role == "close":
                yield from self._close(mark, style)
        for mark, style in self.opened:
            yield Stretch(
                Span(mark.start, self.place.end), Span(mark.end, self.place.end), style, closed=False
            )  # kept or dropped once the next paragraph is known

    def _left_open(self, mark: Span, style: Style) -> Iterator[Stretch]:
        """End a quotation where the next one opens after a finished sentence: paragraphs that lost their line breaks.

        `"It was late. "We left," she said.` holds two quotations of one speaker.
        """
        if not self.opened or self.opened[-1][1] is not style or style is not Style.DOUBLE:
            return
        start = self.opened[-1][0]
        inner = self.text[start.end : mark.start].rstrip()
        if inner.endswith((".", "!", "?", "…")) and mark.start > start.end + len(inner):
            self.opened.pop()
            end = start.end + len(inner)
            yield Stretch(Span(start.start, end), Span(start.end, end), style, continues=True)

    def _close(self, mark: Span, style: Style) -> Iterator[Stretch]:
        """Close the innermost open mark of this style. What was opened inside it and never closed was no quotation."""
        while self.opened:
            start, opened = self.opened.pop()
            if opened is style:
                yield Stretch(Span(start.start, mark.end), Span(start.end, mark.start), style)
                return

    def _open(self, style: Style) -> bool:
        return any(opened is style for _, opened in self.opened)

    def _around(self, mark: Span) -> tuple[str, str]:
        before = self.text[mark.start - 1] if mark.start > self.place.start else " "
        after = self.text[mark.end] if mark.end < self.place.end else " "
        return before, after

    def _double(self, mark: Span, style: Style) -> str:
        """ "open", "close" or "" for a double mark or guillemet; how it stands counts more than how it is turned."""
        before, after = self._around(mark)
        symbol = mark.of(self.text)
        leans_left = not before.isspace() and (after.isspace() or after in ",.;:!?)]—–-…")
        leans_right = (before.isspace() or before in "([{—–-/") and not after.isspace()
        is_open = self._open(style)
        if symbol in _OPENERS:
            return "close" if is_open and leans_left and before not in "([{" else "open"
        if symbol in _CLOSERS:
            return "close" if is_open else "open" if leans_right else ""
        if self._inches(mark, is_open):
            return ""
        if is_open:
            return "open" if leans_right and after not in ",.;:!?)" else "close"
        return "open" if not after.isspace() and not before.isalnum() else ""

    def _inches(self, mark: Span, is_open: bool) -> bool:
        """True for the mark in 5'11" and 12" pipes."""
        measured = re.search(
            r"(?:\d['’]\s?)?\d[\d./½¼¾]*$", self.text[max(self.place.start, mark.start - 8) : mark.start]
        )
        return measured is not None and (not is_open or "'" in measured.group() or "’" in measured.group())

    def _single(self, number: int) -> str:
        """ "open", "close" or "" (an apostrophe) for a single mark."""
        mark = self.marks[number]
        before, after = self._around(mark)
        if (before.isalnum() and after.isalnum()) or (before.isdigit() and not self._open(Style.SINGLE)):
            return ""
        if self._opens(mark):
            return "open" if self._may_open(number) else ""
        if self._closes(mark) and self._open(Style.SINGLE) and not self._possessive(number):
            return "close"
        return ""

    def _opens(self, mark: Span) -> bool:
        before, after = self._around(mark)
        # Copy that was cut into words has a blank inside the mark: "said: ‘ Stay down.’"
        if mark.of(self.text) == "‘" and before.isspace() and after.isspace():
            return True
        return (before.isspace() or before in '([{—–-/"“„«,:') and (after.isalnum() or after in '([{$£€…"“.#@')

    def _closes(self, mark: Span) -> bool:
        before, after = self._around(mark)
        return not before.isspace() and not after.isalnum()

    def _may_open(self, number: int) -> bool:
        mark = self.marks[number]
        if _ELISION.match(self.text, mark.end, self.place.end) and mark.of(self.text) != "‘":
            return False
        if mark.of(self.text) == "‘" and mark.start == self.place.start:
            return True
        return self._later_close(number) is not None or (mark.of(self.text) == "‘" and not self._open(Style.SINGLE))

    def _later_close(self, number: int) -> int | None:
        """The next single mark that could close before another one opens."""
        for later in range(number + 1, len(self.marks)):
            mark = self.marks[later]
            if _style(mark.of(self.text)) is Style.SINGLE:
                if self._closes(mark):
                    return later
                if self._opens(mark):
                    return None
        return None

    def _possessive(self, number: int) -> bool:
        """True for workers’ rights and goin’ home inside a quotation that is closed later."""
        mark = self.marks[number]
        before, after = self._around(mark)
        if before not in "sSnxz" or not after.isspace() or _GOES_ON.match(self.text, mark.end):
            return False
        follows = self.text[mark.end : mark.end + 2].strip()
        return bool(follows) and follows[0].isalpha() and self._later_close(number) is not None


def _style(symbol: str) -> Style:
    if symbol in _GUILLEMETS:
        return Style.GUILLEMET
    return Style.SINGLE if len(symbol) == 1 and symbol in _SINGLES else Style.DOUBLE


def _continued(text: str, found: list[Stretch]) -> list[Stretch]:
    """Unclosed stretches: kept whole where the next paragraph opens anew, cut at a sentence's end, or dropped."""
    kept = list[Stretch]()
    for stretch in found:
        if stretch.closed:
            kept.append(stretch)
        elif any(k.span.contains(stretch.span) and not k.closed for k in kept) or _stray(stretch, found):
            continue
        elif _opened_anew(text, stretch):
            kept.append(_trimmed(text, stretch, continues=True))
        elif stretch.style is not Style.SINGLE and _sentence_like(text, stretch):
            kept.append(_trimmed(text, stretch, continues=False))
    return kept


def _stray(stretch: Stretch, found: list[Stretch]) -> bool:
    """A mark before a whole reprinted paragraph: what is quoted within it has double marks of its own."""
    return any(s.closed and s.style is stretch.style and stretch.inner.contains(s.span) for s in found)


def _opened_anew(text: str, stretch: Stretch) -> bool:
    following = re.compile(r"\s*(\S)").match(text, stretch.span.end)
    symbol = following.group(1) if following else ""
    return bool(symbol) and bool(_MARK.match(symbol)) and _style(symbol) is stretch.style and symbol not in "”»›’"


def _sentence_like(text: str, stretch: Stretch) -> bool:
    """A forgotten closing mark: at least four words, begun like a sentence of its own."""
    inner = stretch.inner.of(text)
    return len(inner.split()) > 3 and inner.lstrip("(['‘. ")[:1].isupper()


def _trimmed(text: str, stretch: Stretch, *, continues: bool) -> Stretch:
    end = stretch.span.start + len(stretch.span.of(text).rstrip())
    inner = Span(min(stretch.inner.start, end), end)
    return replace(stretch, span=Span(stretch.span.start, end), inner=inner, continues=continues)


def _nested(found: list[Stretch]) -> tuple[Stretch, ...]:
    """The stretches with their depths; what is empty inside is left out."""
    around = list[Stretch]()
    nested = list[Stretch]()
    for stretch in found:
        while around and around[-1].span.end < stretch.span.end:
            around.pop()
        nested.append(replace(stretch, depth=len(around)))
        around.append(stretch)
    return tuple(s for s in nested if len(s.inner))
