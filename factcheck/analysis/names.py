"""People, organisations, places and buildings as the article writes them.

The small model misses many names, so its entities are joined with a grammar of capitalised words: a run of them is a
name unless the article writes the word in lower case elsewhere. Titles are stripped off and told as the role.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from factcheck.analysis.mentions import Mention
from factcheck.analysis.parsing import Parsed
from factcheck.analysis.tree import Word
from factcheck.shipped import lexicon
from factcheck.values import Kind, Name, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

TYPES = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "facility",
    "PRODUCT": "other",
    "EVENT": "other",
    "WORK_OF_ART": "other",
    "LAW": "other",
}
"""The model's labels and what they are called here. Dates, amounts and peoples (NORP) are no names."""
UNNAMED = {"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "NORP", "LANGUAGE"}
LONGEST = 7
"""Words; a longer run of capitals is a headline or a caption."""
FARTHEST = 3
"""Tokens between two capitalised words of one name."""
HEADLINE = 0.75
"""Share of a sentence's words with a capital from which it is set as a headline, where capitals tell nothing."""
LONGEST_ROLE = 10  # words
_MARKS = frozenset('"“”')


def find(parsed: Parsed) -> list[Mention]:
    """Every name in the article, in the order of the text; its canonical form is the fullest the article gives."""
    doc = parsed.doc
    lower = set(re.findall(r"\b[a-z]\w*", parsed.text))
    headlines = _headlines(parsed)
    runs = [part for run in _runs(parsed, lower, headlines) for part in _parts(doc, run)]
    written = [_written(doc, start, end) for start, end in runs]
    types = _types(doc, runs, written)
    full = _full_forms(written, types)
    found = []
    for (start, end), words in zip(runs, written, strict=True):
        canonical = full.get(words, words)
        type = types.get(canonical, types[words])
        span = Span(doc[start].idx, doc[end - 1].idx + len(doc[end - 1]))
        role = _role(doc, start, end) if type == "person" else None
        found.append(Mention(Kind.NAME, span, Name(canonical, type, role), words))
    return found


@cache
def titles() -> frozenset[str]:
    """Words that stand before a person's name and are no part of it, in lower case."""
    people: dict[str, list[str]] = lexicon("people")["titles"]
    words: list[str] = lexicon("names")["titles"]["words"]
    return frozenset([*words, *(title for held in people.values() for title in held)])


@cache
def _words(section: str, table: str = "parts") -> frozenset[str]:
    return frozenset(lexicon("names")[table][section])


# --- runs of capitals -------------------------------------------------------------------------------


def _headlines(parsed: Parsed) -> frozenset[int]:
    """Token numbers of sentences set in capitals throughout."""
    found = set[int]()
    for span in parsed.sentences:
        tokens = parsed.tokens(span)
        words = [w.text for w in parsed.words[tokens.start : tokens.end] if w.is_alpha and len(w.text) > 3]
        if len(words) > 4 and sum(w[0].isupper() for w in words) > HEADLINE * len(words):
            found.update(range(tokens.start, tokens.end))
    return frozenset(found)


def _runs(parsed: Parsed, lower: set[str], headlines: frozenset[int]) -> Iterator[tuple[int, int]]:
    """Half-open token ranges of capitalised words that follow each other: "Jo van Dyke", "Campa-Najjar"."""
    start = None
    end = 0
    for word in parsed.words:
        if _is_name(word, lower, headlines):
            if start is not None and not _joined(parsed.doc, end, word.i):
                yield start, end
                start = None
            start, end = word.i if start is None else start, word.i + 1
    if start is not None:
        yield start, end


def _is_name(word: Word, lower: set[str], headlines: frozenset[int]) -> bool:
    text = word.text
    if not text[:1].isupper() or word.lower_ in _words("words", "never") or word.ent_type_ in UNNAMED:
        return False
    if word.ent_type_ in TYPES:
        return word.pos_ != "DET" and not (word.i in headlines and word.ent_type_ != "PERSON")
    if word.i in headlines or not any(c.islower() for c in text):
        return False
    return (word.pos_ == "PROPN" or _amid(word)) and (word.lower_ not in lower or word.lower_ in titles())


def _amid(word: Word) -> bool:
    """Whether a capital cannot be that of a sentence's first word: a word stands right before it."""
    return bool(word.i > 0 and word.is_alpha and not word.is_stop and word.doc[word.i - 1].text[-1:].isalnum())


def _joined(doc: Doc, end: int, next: int) -> bool:
    """Whether the words between two capitalised ones belong to the name they make."""
    if next == end:
        return not _entity_begins(doc[next])
    if next - end > FARTHEST:
        return False
    between = doc[end:next]
    if between.text in _MARKS:
        return _nickname(doc, end, next)
    if "\n" in between.text:
        return False
    if between.text == "-" and not between.text_with_ws.endswith(" ") and not doc[end - 1].whitespace_:
        return True
    words = [t.lower_ for t in between]
    if all(w in _words("links") for w in words):
        return True
    whole = doc[next].ent_iob_ == "I" and all(t.ent_type_ == doc[next].ent_type_ for t in doc[end - 1 : next])
    return whole and all(w in _words("joints") | _words("links") for w in words)


def _nickname(doc: Doc, end: int, next: int) -> bool:
    """Whether one mark before or after a single word belongs to the name: "William “Bo” Reed"."""
    opens = next + 1 < len(doc) and doc[next + 1].text in _MARKS
    return opens or (end > 1 and doc[end - 2].text in _MARKS)


def _entity_begins(token: Token) -> bool:
    """Whether the model lets another name begin here: "Washington | Barack Obama"."""
    return token.ent_iob_ == "B" and token.i > 0 and token.nbor(-1).ent_type_ != ""


def _parts(doc: Doc, run: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """The run without titles: "New York City Councilman Jo Reed" is a city and a man."""
    start = run[0]
    for number in range(*run):
        if doc[number].lower_ in titles():
            yield from _name(doc, start, number)
            start = number + 1
    yield from _name(doc, start, run[1])


def _name(doc: Doc, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and not doc[start].text[:1].isupper():
        start += 1
    while end > start and (not doc[end - 1].text[:1].isupper() or doc[end - 1].lower_ in _words("suffixes")):
        end -= 1
    letters = sum(c.isalpha() for c in doc[start:end].text)
    if 0 < end - start <= LONGEST and letters > 1:
        yield start, end


def _written(doc: Doc, start: int, end: int) -> str:
    return re.sub(r"(?:['’‘]s?)$", "", " ".join(doc[start:end].text.split()))


# --- which name, of what, in which role -------------------------------------------------------------


def _types(doc: Doc, runs: Sequence[tuple[int, int]], written: Sequence[str]) -> dict[str, str]:
    """What each written form mostly names in this article; a title before it makes it a person."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for (start, end), words in zip(runs, written, strict=True):
        titled = start > 0 and doc[start - 1].lower_ in titles()
        labels = [TYPES[t.ent_type_] for t in doc[start:end] if t.ent_type_ in TYPES]
        votes[words]["person" if titled else Counter(labels).most_common(1)[0][0] if labels else "other"] += 1
    return {words: max(found, key=lambda t: (t != "other", found[t])) for words, found in votes.items()}


def _full_forms(written: Sequence[str], types: dict[str, str]) -> dict[str, str]:
    """ "Reed" -> "Jo Reed", where the article names one Reed only."""
    people: dict[str, list[str]] = defaultdict(list)
    for words in dict.fromkeys(written):
        parts = words.split()
        if types[words] == "person" and 1 < len(parts) <= 4:
            people[parts[-1]].append(words)
    return {
        surname: max(forms, key=len)
        for surname, forms in people.items()
        if len({f.split()[0] for f in forms}) == 1 and types.get(surname) in (None, "person", "other", "organisation")
    }


def _role(doc: Doc, start: int, end: int) -> str | None:
    """What the words beside a name call its bearer: "spokesman Gregg Lee", "Gregg Lee, a spokesman for the court"."""
    first = start
    while first > 0 and _of_title(doc, first - 1, start, end):
        first -= 1
    if first < start:
        return " ".join(doc[first:start].text.split())
    head = doc[start:end].root
    for child in head.children:
        if child.dep_ == "appos" and child.pos_ == "NOUN" and child.i > head.i:
            phrase = doc[child.left_edge.i : min(child.right_edge.i + 1, child.left_edge.i + LONGEST_ROLE)]
            return " ".join(phrase.text.split())
    return None


def _of_title(doc: Doc, number: int, start: int, end: int) -> bool:
    """Whether this word leads up to a name as "House Majority Whip" and "President-elect" do."""
    token = doc[number]
    if token.text == "-" or token.lower_ in titles():
        return token.is_sent_start is not True or token.lower_ in titles()
    if token.pos_ not in {"NOUN", "PROPN"} or token.dep_ not in {"compound", "nmod"} or not token.is_alpha:
        return False
    return number < token.head.i < end and (start <= token.head.i or token.head.lower_ in titles())
