"""Whom a mention means: "she", "the trio" or "Caddell" as the article named them before.

Cautious on purpose: where the article leaves two candidates a mention keeps its own words.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from factcheck.shipped import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as TokenSpan

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
# Further back than this many tokens a pronoun is not followed.
_REACH = 150
_GROUP_NOUNS = re.compile(r"^(?:NNS|NNPS)$")


@cache
def _sex_of() -> dict[str, str]:
    table = lexicon("people")
    return {name: sex for part in ("titles", "given") for sex, names in table[part].items() for name in names}


class Antecedents:
    """The names of one article, asked for by mention. `hidden` marks quoted tokens, which name nobody's speaker."""

    def __init__(self, doc: Doc, hidden: bytearray) -> None:
        self.doc = doc
        self.hidden = hidden
        self.people = [e for e in doc.ents if e.label_ == "PERSON" and not hidden[e.start] and _namelike(e)]
        self._full = dict[str, str]()
        for person in self.people:
            name = _bare(person)
            surname = name.split()[-1]
            if len(name) > len(self._full.get(surname, "")) and len(name.split()) <= 4:
                self._full[surname] = name

    def name(self, start: int, end: int, head: int) -> str:
        """The resolved name of the mention doc[start:end], its own words where nothing safer is known."""
        token = self.doc[head]
        if token.lower_ in ("he", "she"):
            return self._pronoun(token)
        if token.lower_ == "they":
            return self._plural(head) or token.text
        if token.lower_ in ("who", "which", "that") and token.head.dep_ == "relcl":
            noun = token.head.head
            return self.name(noun.left_edge.i if noun.i - noun.left_edge.i < 6 else noun.i, noun.i + 1, noun.i)
        if token.lower_ == "it":
            return self._thing(head) or token.text
        return (
            self._person(start, end)
            or self._group(start, end, head)
            or self._age(start, end)
            or self._plain(start, end)
        )

    def _plain(self, start: int, end: int) -> str:
        return " ".join(self.doc[start:end].text.split())

    def _person(self, start: int, end: int) -> str | None:
        inside = [e for e in self.doc[start:end].ents if e.label_ == "PERSON" and _namelike(e)]
        if inside:
            name = _bare(inside[-1])
            return self._full.get(name.split()[-1], name)
        last = self.doc[end - 1]
        return self._full.get(last.text) if last.pos_ == "PROPN" else None

    def _pronoun(self, token: Token) -> str:
        """The last person of that sex before the pronoun; a subject outranks who stands nearer in its sentence."""
        near = [p for p in self.people if token.i - _REACH < p.start < token.i and self._may_be(p, token.lower_)]
        if not near:
            return token.text
        sentence = self.doc[near[-1].start].sent
        subjects = [p for p in near if p.root.dep_ in SUBJECTS and p.start >= sentence.start]
        chosen = (subjects or near)[-1]
        return self._full.get(_bare(chosen).split()[-1], _bare(chosen))

    def _may_be(self, person: TokenSpan, pronoun: str) -> bool:
        return self.sex(person) in (None, pronoun)

    def sex(self, person: TokenSpan) -> str | None:
        """ "he", "she" or None, by a title before the name or its first name."""
        before = self.doc[person.start - 1].lower_ if person.start else ""
        full = self._full.get(person.text.split()[-1], person.text)
        table = _sex_of()
        return table.get(before) or table.get(person.text.split()[0].lower()) or table.get(full.split()[0].lower())

    def _plural(self, before: int) -> str | None:
        """The last plural subject before "they"; failing that, nobody."""
        for number in range(before - 1, max(-1, before - _REACH), -1):
            token = self.doc[number]
            if self.hidden[number] or token.dep_ not in SUBJECTS:
                continue
            if token.lower_ in lexicon("people")["groups"]:
                return self._group(token.left_edge.i, number + 1, number) or self._plain(token.left_edge.i, number + 1)
            plural = _GROUP_NOUNS.match(token.tag_) or any(c.dep_ == "conj" for c in token.children)
            if plural and token.head.i < before and token.lower_ != "they":
                return self._plain(token.left_edge.i, token.i + 1)
        return None

    def _group(self, start: int, end: int, head: int) -> str | None:
        """ "The trio" -> "three cosmonauts": the last mention before it of that many people or things that act."""
        size = lexicon("people")["groups"].get(self.doc[head].lower_)
        if size is None or end - start > 3:
            return None
        for number in range(head - 1, max(-1, head - _REACH), -1):
            noun = self.doc[number]
            if noun.tag_ == "NNS" and any(_counts(c) == size for c in noun.children if c.dep_ == "nummod"):
                return self._plain(noun.left_edge.i, noun.i + 1)
        return None

    def _age(self, start: int, end: int) -> str | None:
        """ "The 58-year-old" is the last person named."""
        if not re.fullmatch(r"[Tt]he \d+[- ]year[- ]old", self._plain(start, end)):
            return None
        before = [p for p in self.people if start - _REACH < p.start < start]
        return self._full.get(_bare(before[-1]).split()[-1], _bare(before[-1])) if before else None

    def _thing(self, before: int) -> str | None:
        """The organisation that is the subject of the sentence before or of the clause "it" stands in."""
        for number in range(before - 1, max(-1, before - 60), -1):
            token = self.doc[number]
            if token.dep_ in SUBJECTS and token.ent_type_ == "ORG" and not self.hidden[number]:
                return self._plain(token.left_edge.i, token.i + 1)
        return None


def _bare(person: TokenSpan) -> str:
    """A name without what the tagger left on it: possessives and line ends."""
    name = re.sub(r"(?:['’‘]s?)$", "", " ".join(person.text.split()))
    return name or person.text


def _namelike(person: TokenSpan) -> bool:
    return person.text[:1].isupper() and "\n" not in person.text and any(c.isalpha() for c in person.text)


def _counts(token: Token) -> int | None:
    words = {"two": 2, "three": 3, "four": 4, "five": 5}
    return int(token.text) if token.text.isdecimal() and len(token.text) < 4 else words.get(token.lower_)
