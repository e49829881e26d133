"""Which differences between two wordings an honest editor makes, and which turn round what is said."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from factcheck.analysis.names import titles
from factcheck.analysis.spellings import canonical
from factcheck.analysis.wording import Difference
from factcheck.shipped import lexicon

PHRASE = 5
"""Words up to which what a pronoun stands for is one phrase: "the governor of the state"."""
STEM = 3
"""Letters two forms of one word have in common."""
SLIGHT = frozenset(
    [
        "a",
        "an",
        "the",
        "that",
        "who",
        "which",
        "when",
        "where",
        "and",
        "but",
        "so",
        "well",
        "oh",
        "now",
        "then",
        "got",
        "&",
    ]
)
"""Words that transcripts of one speech put in and leave out; they change nothing a reader would check."""
SHORT = tuple(
    (re.compile(rf"\b(?:{full})\b"), short)
    for full, short in (("is|has", "s"), ("had|would", "d"), ("will", "ll"), ("are", "re"), ("have", "ve"), ("am", "m"))
)
"""Words that a transcript may draw together: "he has" is "he's"."""
FILLERS = re.compile(r"\b(?:you know|i mean|sort of|kind of)\b")
SUMS = (
    (re.compile(r"(?<=\d)(?:m|mn)\b"), " million"),
    (re.compile(r"(?<=\d)bn\b"), " billion"),
    (re.compile(r"(?<=\d)k\b"), " thousand"),
)
"""How one paper shortens what the other prints in full."""
CURRENCIES = {"dollars": "$", "pounds": "£", "euros": "€"}
MASKED = re.compile(r"\w*(?:\*+|[-–—_]{2,}|#[$%@!#&]{2,})[\w*]*")
HIDDEN = frozenset("*_#@–—-")
"""Marks that may stand for letters."""
INITIALS = re.compile(r"\b(?:[A-Za-z]\.){2,}")
ENDINGS = re.compile(r"(?:ings?|ers?|ed|es|s|d|e|ies|ied|y)$")


def comparable(a: str, b: str) -> tuple[str, str]:
    """Both without the dots of initials, and with the letters one paper hides behind marks as the other prints them.

    >>> comparable("the F.B.I. f***ed up", "the FBI fouled up")
    ('the FBI fouled up', 'the FBI fouled up')
    """
    a, b = _undotted(a), _undotted(b)
    return _unmasked(a, b), _unmasked(b, a)


@lru_cache(maxsize=4096)  # each quotation of a case meets several others
def _undotted(told: str) -> str:
    return INITIALS.sub(lambda initials: initials.group().replace(".", ""), told)


def _unmasked(masked: str, plain: str) -> str:
    if not HIDDEN & {*masked}:
        return masked

    def printed(mask: re.Match[str]) -> str:
        letters = [re.escape(part) for part in re.split(r"[^\w]+|_+", mask.group())]
        if not any(letters):
            return mask.group()
        found = re.search(r"\b" + r"\w+".join(letters) + r"\b", plain, re.IGNORECASE)
        return found.group() if found else mask.group()

    return MASKED.sub(printed, masked)


# --- honest? ----------------------------------------------------------------------------------------


def honest(difference: Difference, a: str, b: str) -> bool:
    """Whether an editor of the quotations `a` and `b` may make this difference between them."""
    return (
        _plain(difference.a) == _plain(difference.b)
        or _named(difference.a, difference.b)
        or _named(difference.b, difference.a)
        or _grouped(difference)
        or _told(difference.a, difference.b)
        or _told(difference.b, difference.a)
        or _priced(difference, a, b)
        or _titled(difference, a, b)
        or _repeated(difference, a, b)
        or _at_edge(difference, a, b)
    )


def _plain(told: str) -> str:
    """Without slight words, stops, marks and blanks, and drawn together: "But it is" is "It's"."""
    spoken = FILLERS.sub(" ", told.lower().replace("’", "'"))
    for short, full in SUMS:
        spoken = short.sub(full, spoken)
    words = (w.strip('.,;:!?"') for w in spoken.split())
    kept = " ".join(canonical(w) for w in words if w.strip("'") not in SLIGHT)
    for written, drawn in SHORT:
        kept = written.sub(drawn, kept)
    return re.sub(r"[^\w*]", "", kept)


def _named(pronoun: str, name: str) -> bool:
    """ "She" where the other paper names her: "The governor", "Ms. Reed"."""
    one, told = _words(pronoun), name.split()
    if len(one) != 1 or one[0] not in _table("pronouns") or not 1 <= len(told) <= PHRASE:
        return False
    if set(_words(name)) & (_table("limits") | _table("pronouns") - _table("determiners")):
        return False
    opened = len(told) > 1 and told[0].lower().strip(".") in _table("determiners")
    return opened or all(w[:1].isupper() for w in told)


def _grouped(difference: Difference) -> bool:
    """ "the Hollywood crowd" and "Hollywood", "I have lost" and "I lost"."""
    more = _words(difference.a or difference.b)
    return (
        not (difference.a and difference.b) and len(more) == 1 and more[0] in _table("groups") | {"have", "has", "had"}
    )


def _told(said: str, told: str) -> bool:
    """ "I will" where the other paper bends the words to its own sentence: "he would"."""
    first, third = _words(said), _words(told)
    persons, tenses = lexicon("wordings")["told"]["persons"], lexicon("wordings")["told"]["tenses"]
    if len(first) != len(third) or not any(
        told in persons.get(said, ()) for said, told in zip(first, third, strict=True)
    ):
        return False
    return all(x == y or y in persons.get(x, ()) or y in tenses.get(x, ()) for x, y in zip(first, third, strict=True))


def _priced(difference: Difference, a: str, b: str) -> bool:
    """ "five million dollars" where the other paper prints "$5 million"."""
    sign = CURRENCIES.get((difference.a or difference.b).lower().strip(".,"))
    return not (difference.a and difference.b) and sign is not None and sign in (b if difference.a else a)


def _titled(difference: Difference, a: str, b: str) -> bool:
    """ "President Reed" and "Reed", "Senator Reed" and "the senator": a name with its title, or one of the two."""
    more, whole = (difference.a, a) if difference.a else (difference.b, b)
    words = [w.strip(".,") for w in more.split()]
    if (difference.a and difference.b) or not all(w[:1].isupper() for w in words):
        return False
    before = whole[: whole.find(more)].split()[-1:]
    return all(w.lower() in titles() for w in words) or (
        len(words) == 1 and bool(before) and before[0].lower() in titles()
    )


def _repeated(difference: Difference, a: str, b: str) -> bool:
    """ "very, very sad" and "very sad", "we, we went" and "we went": a word said twice."""
    if difference.a and difference.b:
        return False
    more, whole = _words(difference.a or difference.b), _words(a if difference.a else b)
    runs = [whole[i : i + len(more)] for i in range(len(whole) - len(more) + 1)]
    return any(x == y == more for x, y in zip(runs, runs[len(more) :], strict=False))


def _at_edge(difference: Difference, a: str, b: str) -> bool:
    """One verb or noun, bent to the sentence around the marks: "pour petrol" and "pouring petrol"."""
    left, right = _words(difference.a), _words(difference.b)
    if len(left) != 1 or len(right) != 1 or not _one_word(left[0], right[0]):
        return False
    ours, theirs = _words(a), _words(b)
    return bool(ours[:1] == left and theirs[:1] == right) or (ours[-1:] == left and theirs[-1:] == right)


def _one_word(a: str, b: str) -> bool:
    """Whether two forms are of one word: "pour", "pouring"; "is", "was"."""
    if any(a in forms and b in forms for forms in lexicon("wordings")["forms"].values()):
        return True
    return min(len(a), len(b)) >= STEM and _stem(a) == _stem(b)


def _stem(word: str) -> str:
    """ "plann" and "plan" are "plan", "tries" and "try" are "tr"."""
    bare = ENDINGS.sub("", word) if len(word) > STEM else word
    bare = bare.removesuffix("i").removesuffix("y").removesuffix("e")
    return bare[:-1] if len(bare) > STEM and bare[-1] == bare[-2] else bare


# --- telling? ---------------------------------------------------------------------------------------


def turning(difference: Difference) -> bool:
    """Whether it turns round what is said: a "not" or "only" on one side, a word and its opposite, another number."""
    left, right = _keys(difference.a), _keys(difference.b)
    limited = (left ^ right) & _table("limits")
    numbers = {w for w in left ^ right if w[:1].isdigit()}
    numbered = any(w in left for w in numbers) and any(w in right for w in numbers)
    return bool(limited) or numbered or _opposed(left - right, right - left)


def _opposed(left: frozenset[str], right: frozenset[str]) -> bool:
    return any(
        (x in left and y in right) or (y in left and x in right) for x, y in lexicon("wordings")["opposites"]["pairs"]
    )


def small(difference: Difference) -> bool:
    """Whether only grammar differs: "in the coming months" and "in our coming months", "succeeds" and "succeed"."""
    left, right = _words(difference.a), _words(difference.b)
    if turning(difference) or len(left) + len(right) > 4:
        return False
    bent = len(left) == len(right) == 1 and _one_word(left[0], right[0])
    parts = {part for w in (*left, *right) for part in re.split(r"['’]", w)}
    return bent or parts <= _table("grammar") | {"s", "re", "ve", "ll", "d", "m"}


def _keys(told: str) -> frozenset[str]:
    """The words with every "n't" and "cannot" as a word of its own."""
    plain = re.sub(r"n't\b", " not", told.lower().replace("’", "'")).replace("cannot", "can not")
    return frozenset(canonical(w) for w in re.findall(r"[\w'-]+", plain))


def _words(told: str) -> list[str]:
    return re.findall(r"[\w'’-]+", told.lower())


@cache
def _table(name: str) -> frozenset[str]:
    return frozenset(lexicon("wordings")[name]["words"])
