"""Quoted, but uttered by nobody: titles of works and events, nicknames, and words held at arm's length."""

from __future__ import annotations

import re

from factcheck.analysis import cues
from factcheck.analysis.marks import Stretch
from factcheck.analysis.parsing import Parsed
from factcheck.analysis.speakers import Source, Speech

_SMALL = frozenset(
    [
        "a",
        "an",
        "and",
        "as",
        "at",
        "by",
        "de",
        "for",
        "from",
        "in",
        "is",
        "la",
        "le",
        "of",
        "on",
        "or",
        "the",
        "to",
        "vs",
        "with",
    ]
)
_BEFORE = re.compile(r"[\w&’'.-]+")
_LEADS = frozenset(
    ["on", "in", "of", "at", "from", "his", "her", "their", "its", "the", "new", "starring", "watching", "hosts"]
)


def uttered(parsed: Parsed, found: tuple[Stretch, ...]) -> tuple[Stretch, ...]:
    """The stretches without the names of things. A name once introduced as one stays one in the whole article."""
    text = parsed.text
    named = {_key(text, s) for s in found if _names_a_work(text, s)}
    kept = (s for s in found if _key(text, s) not in named and not _nickname(text, s) and not _mentioned(text, s))
    return tuple(s for s in kept if not _heading(text, s))


def _key(text: str, stretch: Stretch) -> str:
    return stretch.inner.of(text).strip(" ,.;:").lower()


def _words_before(text: str, stretch: Stretch, count: int = 4) -> list[str]:
    start = text.rfind("\n", 0, stretch.span.start) + 1
    around = text[max(start, stretch.span.start - 80) : stretch.span.start]
    return _BEFORE.findall(around)[-count:]


def titled(words: str) -> bool:
    """True when every word that matters has a capital (or is a number): `Face the Nation`, `13th`."""
    told = re.findall(r"[^\W_][\w’'-]*", words)
    strong = [w for w in told if w.lower() not in _SMALL]
    return bool(strong) and len(told) <= 9 and all(w[0].isupper() or w[0].isdigit() for w in [told[0], *strong])


def _names_a_work(text: str, stretch: Stretch) -> bool:
    words = stretch.inner.of(text)
    before = _words_before(text, stretch)
    if (
        not before
        or not titled(words)
        or (re.search(r"[,:—–-]\s*$", text[: stretch.span.start][-3:]) and len(before) < 2)
    ):
        return False
    near = [w.lower().removesuffix("’s").removesuffix("'s") for w in before]
    if any(
        w in cues.words("titles", "named") or w.removesuffix("d") in cues.words("titles", "named") for w in near[-2:]
    ):
        return near[-1] != "nicknamed"
    if any(w.removesuffix("’s").removesuffix("'s") in cues.words("titles", "broadcasters") for w in before[-2:]):
        return True
    several = len(re.findall(r"\w+", words)) > 1
    if near[-1] in ("told", "tells") and several:
        return True
    if _is_cue(near[-1]) or (near[-1] in _OBJECTS and any(_is_cue(c) for c in near[-3:-1])):
        return False
    if near[-1] == "on" and any(_is_cue(c) for c in near[-3:-1]):
        return True
    works = cues.words("titles", "works")
    if any(w in works or w.rstrip("s") in works for w in near[-3:]) or _follows_a_work(text, stretch):
        return True
    return several and (near[-1] in _LEADS or before[-1][0].isdigit() or before[-1].endswith(("’s", "'s")))


_SAID = frozenset(
    ["said", "told", "wrote", "called", "labeled", "labelled", "dubbed", "tweeted", "yelled", "chanted", "saying"]
)


# "called him a “Crooked Liar”": what is given to one of these is a judgement, not a name.
_OBJECTS = frozenset(["a", "an", "as", "him", "her", "it", "them", "us", "me", "the", "himself", "herself"])


def _is_cue(word: str) -> bool:
    return word in cues.verbs() or word.rstrip("s") in cues.verbs() or word in _SAID


def _follows_a_work(text: str, stretch: Stretch) -> bool:
    following = re.match(r"\s+(?:\w+\s+)?(\w+)", text[stretch.span.end : stretch.span.end + 40])
    return following is not None and following.group(1).lower() in cues.words("titles", "works")


def _nickname(text: str, stretch: Stretch) -> bool:
    """Robert C. "Bobby" Scott."""
    words = stretch.inner.of(text)
    before = re.search(r"(?:^|[\s(])[A-Z][\w.’'-]*\s$", text[max(0, stretch.span.start - 30) : stretch.span.start])
    after = re.match(r"\s[A-Z][\w’'-]+", text[stretch.span.end : stretch.span.end + 30])
    short = len(words.split()) <= 3 and words[-1:].isalnum()
    return bool(before and after and short and titled(words))


def _heading(text: str, stretch: Stretch) -> bool:
    """A line of its own in capitals is the heading of what follows: 'Winter Is Coming.'."""
    start, end = text.rfind("\n", 0, stretch.span.start) + 1, text.find("\n", stretch.span.end)
    alone = text[start : end if end >= 0 else len(text)].strip() == stretch.span.of(text).strip()
    return alone and end >= 0 and start > 0 and titled(stretch.inner.of(text))


def _mentioned(text: str, stretch: Stretch) -> bool:
    """A word spoken about, not with: `"she" is a "he"`, so-called “super PACs”, and stage directions: "(Applause.)"."""
    words = stretch.inner.of(text).strip(" ,.").lower()
    if re.fullmatch(r"[(\[][^()\[\]]*[)\]]", words):
        return True
    if words in {"he", "she", "it", "they", "and", "or", "a", "the"}:
        return True
    before = _words_before(text, stretch, 1)
    return bool(before) and before[0].lower() in cues.words("titles", "doubtful")


def arms_length(speech: Speech, stretch: Stretch, source: Source) -> bool:
    """Scare quotes: up to three words, set before a noun of the sentence, where no cue says that anybody spoke.

    `“quack” cures` and `the “green” scheme`, but not `her “criminal” attempt, he said`.
    """
    words = stretch.inner.of(speech.text)
    if source.certain or stretch.style not in ("double", "single") or len(words.split()) > 3 or words[:1].isupper():
        return False
    last = speech.tokens(stretch)[1]
    following = speech.doc[last] if last < len(speech.doc) else None
    return following is not None and following.pos_ in ("NOUN", "PROPN") and words[-1:].isalnum()
