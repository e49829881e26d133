"""When are two words one name spelled twice? Letters only; who is meant is decided where the words stand."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import combinations

from rapidfuzz.distance import OSA

from factcheck.analysis.spellings import canonical
from factcheck.shipped import lexicon

SHORTEST = 4
"""Letters; shorter names differ in a letter too often without being one ("Jim", "Tim")."""
STEM = 3
"""Letters two words must share before their endings can be grammar ("Israel", "Israeli")."""
_SOUNDS = (("ph", "f"), ("ck", "k"), ("q", "k"), ("c", "k"), ("z", "s"), ("j", "g"), ("w", "v"))


def fold(word: str) -> str:
    """A name's letters alone: "Beyoncé’s" and "BEYONCE" are "beyonce", "al-Asad" is "alasad"."""
    bare = re.sub(r"['’‘]s?$", "", word)
    plain = "".join(c for c in unicodedata.normalize("NFKD", bare) if c.isalpha() or c.isdigit())
    return plain.lower()


def alike(words: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Pairs of folded words that may be one name in two spellings, by an index of what is left without a letter."""
    index: dict[str, list[str]] = defaultdict(list)
    for word in sorted({w for w in words if len(w) >= SHORTEST and w.isalpha()}):
        for key in {word, *(word[:i] + word[i + 1 :] for i in range(len(word)))}:
            index[key].append(word)
        index["=" + skeleton(word)].append(word)
    pairs = {pair for held in index.values() for pair in combinations(held, 2)}
    return ((a, b) for a, b in sorted(pairs) if one_letter_apart(a, b))


def one_letter_apart(a: str, b: str) -> bool:
    """One letter more, less, changed or swapped; or two, when the consonants sound alike ("Yousef", "Youssif")."""
    irish = "o" + a == b or a == "o" + b
    if _sound(a)[:1] != _sound(b)[:1] and not _vowels_only(a[:1] + b[:1]) and not irish:
        return False
    distance = OSA.distance(a, b, score_cutoff=2)
    return distance == 1 or (distance == 2 and skeleton(a) == skeleton(b) and min(len(a), len(b)) > SHORTEST)


def skeleton(word: str) -> str:
    """The consonants as they sound, none doubled: "Gaddafi" and "Gadafy" are "gdf"."""
    return re.sub(r"(.)\1+", r"\1", re.sub(r"[aeiouyh]", "", _sound(word)))


def _sound(word: str) -> str:
    for written, heard in _SOUNDS:
        word = word.replace(written, heard)
    return word


def _vowels_only(letters: str) -> bool:
    return all(c in "aeiouy" for c in letters)


def derived(a: str, b: str) -> bool:
    """Whether one word is the other's plural or grows from it by grammar: "Clintons", "Israeli", "Independence"."""
    same = next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return same >= STEM and {a[same:], b[same:]} <= _endings()


@cache
def _endings() -> frozenset[str]:
    return frozenset(["", *lexicon("names")["endings"]["words"]])


def plural(a: str, b: str) -> bool:
    short, long = sorted((a, b), key=len)
    return long in {short + "s", short + "es"}


def house_style(a: str, b: str) -> bool:
    """ "Centre" and "Center", "Defence" and "Defense": how the paper spells, not what the name is."""
    return canonical(a) == canonical(b)


def two_people(a: str, b: str) -> bool:
    """Whether two first names cannot be one person's: a man's and a woman's, or one name and its short form."""
    sexes = {_sex(a), _sex(b)} - {None}
    short, long = sorted((a, b), key=len)
    # A last letter nobody hears ("Sarah", "Anne") is spelling; one that is heard makes another name ("Peter").
    more = long.startswith(short) and long[len(short) :] not in {"h", "e", short[-1]}
    both_known = a in _given() and b in _given() and skeleton(a) != skeleton(b)  # "Eric", "Erin"
    return len(sexes) > 1 or more or both_known or whole(a) == whole(b) or _pet(a) == b or _pet(b) == a


def two_families(a: str, b: str) -> bool:
    """Whether two surnames sound different, a slip of the keys aside: "McCaul" and "McFaul", not "Roberston"."""
    return skeleton(a) != skeleton(b) and sorted(a) != sorted(b)


def common(first_name: str) -> bool:
    """Whether a first name is so frequent that two people in one story may share it."""
    return first_name in _given()


def whole(first_name: str) -> str:
    """ "joseph" for "joe"; a first name that is no short form stays as it is."""
    short: dict[str, str] = lexicon("names")["short"]
    return short.get(first_name, first_name)


def one_given(a: str, b: str) -> bool:
    """Whether two first names may be one person's: "Joe" and "Joseph", "Ted" and "Theodore", "Yuri" and "Yury"."""
    if whole(a) == whole(b) or a.startswith(b) or b.startswith(a) or skeleton(a) == skeleton(b):
        return True
    return any(a in group and b in group for group in lexicon("names")["given"]["groups"])


def _pet(word: str) -> str:
    """ "Katie" -> "kate", by the ending of pet names."""
    return re.sub(r"(?:ie|y)$", "e", word)


@cache
def _given() -> dict[str, str]:
    return {name: sex for sex, names in lexicon("people")["given"].items() for name in names}


def _sex(name: str) -> str | None:
    return _given().get(name)
