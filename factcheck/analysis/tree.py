"""The parse of an article as plain objects: every attribute is read once, and a word knows its children.

spaCy makes a token anew each time one is asked for, and looks for its children among all that stands below it: what
walks the tree from every verb spent most of its time on that.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

SPELLED = ["ORTH", "LOWER", "LEMMA", "POS", "TAG", "DEP", "ENT_TYPE"]
NUMBERS = ["IDX", "IS_ALPHA", "IS_STOP", "HEAD", "SENT_START"]
"""Columns of the parse: numbers of strings, and numbers."""
BEGINS = 1
"""In the column SENT_START: a sentence begins here."""
AROUND = 2**64
"""The column HEAD holds how far away the head is: one before is this less the distance."""

PLACE = attrgetter("i")
"""The key that puts words in the order of the text."""


class Word:
    """One token of the parse. What spaCy has too is called as there.

    `lemma` is in lower case, the word itself where the model has none. `children` stand in the order of the text;
    `doc` holds all words of the article, `sent` those of the sentence.
    """

    __slots__ = (
        "children", "dep_", "doc", "ent_type_", "head", "i", "idx", "is_alpha", "is_stop", "lemma", "lower_", "pos_",
        "sent", "tag_", "text",
    )  # fmt: skip

    i: int
    idx: int
    text: str
    lower_: str
    lemma: str
    pos_: str
    tag_: str
    dep_: str
    ent_type_: str
    is_alpha: int
    is_stop: int
    head: Word
    children: Sequence[Word]
    doc: list[Word]
    sent: list[Word]

    def __lt__(self, other: Word) -> bool:
        return self.i < other.i

    def __repr__(self) -> str:
        return self.text

    @property
    def end(self) -> int:
        """The code point behind the word."""
        return self.idx + len(self.text)

    @property
    def ancestors(self) -> Iterator[Word]:
        """The words above it, the nearest first."""
        word = self
        while word.head is not word:
            word = word.head
            yield word

    @property
    def subtree(self) -> Iterator[Word]:
        """The word and all that stands below it."""
        for child in self.children:
            if child.i < self.i:
                yield from child.subtree
        yield self
        for child in self.children:
            if child.i > self.i:
                yield from child.subtree

    @property
    def left_edge(self) -> Word:
        """The first word of its subtree."""
        return min(self.subtree, key=PLACE) if self.children else self

    @property
    def right_edge(self) -> Word:
        """The last word of its subtree."""
        return max(self.subtree, key=PLACE) if self.children else self


def words(doc: Doc) -> list[Word]:
    """All tokens of a parse, in the order of the text."""
    columns: list[list[int]] = doc.to_array([*SPELLED, *NUMBERS]).T.tolist()
    strings = doc.vocab.strings
    spelled = {key: strings[key] if key else "" for key in set().union(*columns[: len(SPELLED)])}
    lowered = {key: text.lower() for key, text in spelled.items()}
    found: list[Word] = []
    heads: list[int] = []
    sentence: list[Word] = []
    for orth, lower, lemma, pos, tag, dep, label, idx, alpha, stop, distance, begins in zip(*columns, strict=True):
        word = Word()
        word.i, word.idx, word.is_alpha, word.is_stop = len(found), idx, alpha, stop
        word.text, word.lower_, word.lemma = spelled[orth], spelled[lower], lowered[lemma or orth]
        word.pos_, word.tag_, word.dep_, word.ent_type_ = spelled[pos], spelled[tag], spelled[dep], spelled[label]
        if begins == BEGINS:
            sentence = []
        word.children, word.doc, word.sent = (), found, sentence
        sentence.append(word)
        heads.append((word.i + distance) % AROUND)
        found.append(word)
    _hang(found, heads)
    return found


def _hang(words: list[Word], heads: list[int]) -> None:
    """Tell each word its head and its children; most have none, and share one empty tuple."""
    below = defaultdict[int, list[Word]](list)
    for word, head in zip(words, heads, strict=True):
        word.head = words[head]
        if head != word.i:
            below[head].append(word)
    for head, children in below.items():
        words[head].children = children
