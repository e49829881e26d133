"""Numbers that are no quantities: names, codes, years, clock times, addresses, telephone numbers, page furniture."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from factcheck.analysis.parsing import Parsed
from factcheck.analysis.quantities.amounts import Amount
from factcheck.shipped import lexicon
from factcheck.values import Modifier, Span

if TYPE_CHECKING:
    from factcheck.analysis.quantities.counted import Noun

_TELEPHONE = re.compile(r"\+?\d[\d()\s.-]{6,20}\d")
# Every repetition is bounded, so that no text of one long word takes long.
_LINK = re.compile(
    r"(?:https?://|www\.)\S+|\S{1,64}@\S{1,64}\.\w+|[#@]\w+|\b[\w-]{1,63}\.(?:com|org|net|co\.uk|gov|tv|ly)\b\S*"
)
_CLOCK = re.compile(
    r"\b\d{1,2}[:.]\d{2}\s?(?:[ap]\.?m\b\.?)?|\b\d{1,2}\s?[ap]\.?m\b|\b\d{1,2}\s+o['’]clock", re.IGNORECASE
)
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_YEARS = re.compile(rf"{_YEAR.pattern}(?:\s?[-–/]\s?\d{{2,4}}|\s(?:to|and|or|through|until)\s{_YEAR.pattern})?")


def remaining(parsed: Parsed, found: Sequence[Amount], taken: Sequence[Span]) -> Iterator[Amount]:
    """The amounts that can be quantities."""
    text = parsed.text
    spent = sorted([*taken, *spans(text)])
    for amount in found:
        if amount.kind == "malformed" or amount.glued:
            continue
        covered = any(s.overlaps(amount.span) for s in spent if s.start < amount.span.end)
        if covered and amount.kind != "age":
            continue
        if not _named(text, amount) and not _is_year(parsed, amount) and not _pronoun(parsed, amount):
            yield amount


def spans(text: str) -> list[Span]:
    """Links, clock times and telephone numbers in `text`: no number in them counts anything."""
    return list(_spans(text))


def _spans(text: str) -> Iterator[Span]:
    for chunk in _chunks(text):
        if match := _LINK.search(chunk.of(text)):
            yield Span(chunk.start + match.start(), chunk.start + match.end())
    for match in _furniture().finditer(text):
        yield Span(*match.span())
    for match in _CLOCK.finditer(text):
        if _clock_like(match[0]):
            yield Span(*match.span())
    for match in _TELEPHONE.finditer(text):
        if _dialled(match[0]):
            yield Span(*match.span())


def _chunks(text: str) -> Iterator[Span]:
    """The stretches without white space that hold a digit."""
    end = 0
    for digit in re.finditer(r"\d", text):
        if digit.start() < end:
            continue
        start = digit.start()
        while start > end and not text[start - 1].isspace():
            start -= 1
        space = re.compile(r"\s|$").search(text, digit.start())
        end = space.start() if space else len(text)
        yield Span(start, end)


@cache
def _furniture() -> re.Pattern[str]:
    table = lexicon("labels")
    credits = "|".join(re.escape(name) for name in table["credits"])
    return re.compile(rf"\b(?:{credits})\s\d{{1,2}}\b(?=\s[A-Z])|" + "|".join(table["furniture"]))


def _dialled(written: str) -> bool:
    """Telephone numbers come in groups of two to five; sums and ranges of years do not."""
    groups = re.findall(r"\d+", written)
    if len(groups) < 3 or sum(map(len, groups)) < 7 or all(_YEAR.fullmatch(g) for g in groups):
        return False
    return (
        "+" in written or "(" in written or (len(groups[-1]) == 4 and len(groups[-2]) in {3, 4}) or groups[0][0] == "0"
    )


def _clock_like(written: str) -> bool:
    """ "6:10", "6.10 pm", "8 a.m."; "6.10" alone is a decimal."""
    return ":" in written or re.search(r"[ap]\.?m|clock", written, re.IGNORECASE) is not None


@cache
def _labels() -> tuple[re.Pattern[str], re.Pattern[str]]:
    table = lexicon("labels")
    before = "|".join(sorted((re.escape(w).replace(r"\ ", r"\s") for w in table["before"]), key=len, reverse=True))
    streets = "|".join(table["streets"])
    return (
        re.compile(rf"(?<![\w])(?:{before})[\s\u00a0]?(?:[A-Z]-?)?$"),
        re.compile(rf"\s(?:[NSEW]\.?\s)?(?:[A-Z][\w.'’]*\s){{1,3}}(?:{streets})\b"),
    )


def _named(text: str, amount: Amount) -> bool:
    """ "No. 10", "Article 5", "iPhone 13", "Flight 370", "SCP-173", "1600 Pennsylvania Avenue"."""
    start = amount.span.start
    before = text[max(0, start - 24) : start]
    if (
        text[start : start + 1].isdigit()
        and re.search(r"[^\W\d_][-‑/.]$|[#@§]\s?$", before)
        and amount.modifier is not Modifier.RANGE
    ):
        return True
    if re.search(r"['’‘]$", before) and re.fullmatch(r"\d\d", amount.core.of(text)):
        return True  # the campaign of '08
    label, street = _labels()
    return bool(label.search(before)) or bool(street.match(text, amount.span.end) and amount.unit is None)


def _is_year(parsed: Parsed, amount: Amount) -> bool:
    """A bare "2016" is a year, "2,016" never is; "more than 2016 homes" and "2000 people" count."""
    written = amount.core.of(parsed.text)
    if amount.unit is not None or amount.kind != "count" or not _YEARS.fullmatch(written):
        return False
    if amount.modifier not in {Modifier.EXACT, Modifier.RANGE}:
        return False
    return not (amount.modifier is Modifier.EXACT and _counts_many(parsed, amount))


def _counts_many(parsed: Parsed, amount: Amount) -> bool:
    """ "1500 homes", "killed 2000 people", but "the 2000 elections" and "2016 campaigns" are of a year."""
    token = parsed.tokens(amount.core)[0]
    plural = token.dep_ == "nummod" and token.head.i > token.i and token.head.tag_ in {"NNS", "NNPS"}
    ruled = token.i > 0 and token.nbor(-1).pos_ in {"DET", "PRON"}
    unlikely = amount.number is not None and (amount.number < 1900 or amount.number % 100 == 0)
    return plural and unlikely and not ruled


def _pronoun(parsed: Parsed, amount: Amount) -> bool:
    """ "one of the most", "one another", "one must": "one" that counts nothing."""
    if amount.core.of(parsed.text).lower() != "one" or amount.modifier is not Modifier.EXACT:
        return False
    token = parsed.tokens(amount.core)[0]
    following = token.nbor() if token.i + 1 < len(parsed.doc) else token
    if following.lower_ in lexicon("numbers")["pronoun"]["idioms"]:
        return True
    return amount.unit is None and (token.dep_ != "nummod" or token.head.i < token.i)


def idle(parsed: Parsed, amount: Amount, noun: Noun | None) -> bool:
    """Numbers with nothing to count that state nothing: "half empty", "the first half", a number alone on its line."""
    if amount.unit is None and re.match(
        r"(?:an?\s)?half[-‑][^\W\d_]", parsed.text[amount.core.start : amount.core.end + 2], re.IGNORECASE
    ):
        return True  # "half-hearted"
    if re.match(r"one(?:[-‑][^\W\d_]+){2}", parsed.text[amount.span.start : amount.span.start + 24], re.IGNORECASE):
        return True  # "one-size-fits-all"
    if noun is not None or amount.unit is not None or amount.kind == "ordinal":
        return False
    written = amount.core.of(parsed.text).lower()
    if written == "zero" or written in lexicon("labels")["names"] or _titled(parsed, amount):
        return True
    if written.replace("-", " ") in {"half", "a half"}:
        return True
    if amount.whole.end == amount.span.end and re.match(
        r"-[^\W\d_]", parsed.text[amount.span.end : amount.span.end + 2]
    ):
        return True  # "two-handed"
    line_start = parsed.text.rfind("\n", 0, amount.span.start) + 1
    line_end = parsed.text.find("\n", amount.span.end)
    line = parsed.text[line_start : line_end if line_end >= 0 else len(parsed.text)]
    alone = line.strip(" .:()[]#*-") == amount.span.of(parsed.text)
    listed = not parsed.text[line_start : amount.span.start].strip(" (") and re.match(
        r"[.):]\s", parsed.text[amount.span.end : amount.span.end + 2]
    )
    return bool(alone and len(line) < len(parsed.text.strip())) or bool(listed)


def _titled(parsed: Parsed, amount: Amount) -> bool:
    """ "Project 21", "Model 3": digits right behind a name, with no mark or noun to set them off, belong to it."""
    start = parsed.tokens(amount.span).start
    if (
        not start
        or amount.modifier is not Modifier.EXACT
        or not re.fullmatch(r"\d+(?:\.\d)?", amount.core.of(parsed.text))
    ):
        return False
    before, after = parsed.doc[start - 1], parsed.text[amount.span.end : amount.span.end + 1]
    return before.pos_ == "PROPN" and before.text[:1].isupper() and after not in {",", ";"}
