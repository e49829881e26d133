"""Whom a mention means: "she", "the trio" or "Caddell" as the article named them before.

Cautious on purpose: where the article leaves two candidates a mention keeps its own words.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import dropwhile
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
    sexes = [(sex, names) for part in ("titles", "given") for sex, names in table[part].items() if sex != "either"]
    return {name: sex for sex, names in sexes for name in names}


@cache
def _titles() -> frozenset[str]:
    table = lexicon("people")["titles"]
    return frozenset(title for titles in table.values() for title in titles)


class Antecedents:
    """The names of one article, asked for by mention. `hidden` marks quoted tokens, which name nobody's speaker."""

    def __init__(self, doc: Doc, hidden: bytearray) -> None:
        self.doc = doc
        self.hidden = hidden
        self.people = _people(doc, hidden)
        self._tokens = frozenset(t.i for p in self.people for t in p)
        self._starting = {p.start: p for p in self.people}
        self._spoke = dict[int, str]()
        self._full = dict[str, list[str]]()
        for person in self.people:
            name = _bare(person)
            if 1 < len(name.split()) <= 4 and all(t.pos_ == "PROPN" or t.is_punct for t in person):
                self._full.setdefault(name.split()[-1], []).append(name)

    def _whole(self, name: str, sex: str | None = None) -> str:
        """The fullest form of a name in the article; the name itself where its bearer is not certain."""
        words = name.split()
        forms = [f for f in self._full.get(words[-1], []) if len(words) == 1 or f.split()[0] == words[0]]
        if sex is not None:
            forms = [f for f in forms if _sex_of().get(f.split()[0].lower()) in (None, sex)]
        if not forms or len({f.split()[0] for f in forms}) > 1:
            return name
        return max(sorted(set(forms)), key=forms.count)

    def name(self, start: int, end: int, head: int) -> str:
        """The resolved name of the mention doc[start:end], its own words where nothing safer is known.

        Ask in the order of the text: a pronoun goes on meaning who spoke last until another subject is named.
        """
        found = self._resolved(start, end, head)
        self._spoke[head] = found
        return found

    def known(self, head: int) -> str:
        """The name found for this mention before."""
        return self._spoke[head]

    def _resolved(self, start: int, end: int, head: int) -> str:
        token = self.doc[head]
        if token.lower_ in ("he", "she"):
            return self._pronoun(token)
        if token.lower_ == "they":
            return self._plural(head) or token.text
        if token.lower_ in ("who", "which", "that") and token.head.dep_ == "relcl":
            noun = self._beside(token) or token.head.head
            return self._resolved(noun.left_edge.i if noun.i - noun.left_edge.i < 6 else noun.i, noun.i + 1, noun.i)
        if token.lower_ == "it":
            return self._thing(head) or token.text
        return (
            self._person(start, head)
            or self._apposed(end, head)
            or self._group(start, end, head)
            or self._age(start, end)
            or self._plain(start, end)
        )

    def _beside(self, relative: Token) -> Token | None:
        """The name right before "who", whatever the parse hung the clause on."""
        before = relative.i - (2 if relative.i and self.doc[relative.i - 1].text == "," else 1)
        return self.doc[before] if before >= 0 and self.doc[before].ent_type_ == "PERSON" else None

    def _plain(self, start: int, end: int) -> str:
        return " ".join(self.doc[start:end].text.split())

    def _person(self, start: int, head: int) -> str | None:
        inside = [e for e in self.people if start <= e.start and e.start <= head < e.end]
        if inside:
            return self._whole(_bare(inside[-1]), self._title(inside[-1]))
        return self._titled(start, head)

    def _apposed(self, end: int, head: int) -> str | None:
        """ "His brother, Jo Reed," is Jo Reed: a name between commas, or a comma and the end, right after one noun."""
        if self.doc[head].tag_ != "NN" or end + 1 >= len(self.doc) or self.doc[end].text != ",":
            return None
        person = self._starting.get(end + 1)
        if person is None:
            return None
        closed = person.end >= len(self.doc) or self.doc[person.end].is_punct or self.doc[person.end].is_space
        return self._whole(_bare(person)) if closed else None

    def _titled(self, start: int, head: int) -> str | None:
        """ "Representative Jo Reed" is Jo Reed though the model took no person for it; "Reed" is her from then on."""
        first = head
        while first > start and self.doc[first - 1].pos_ == "PROPN":
            first -= 1
        words = [t.text for t in self.doc[first : head + 1]]
        kept = list(dropwhile(lambda w: w.lower() in _titles(), words))
        if kept and len(kept) < len(words) and all(w[:1].isupper() for w in kept):
            if len(kept) > 1:
                self._full.setdefault(kept[-1], []).append(" ".join(kept))
            return self._whole(" ".join(kept))
        return self._whole(words[-1]) if len(words) == 1 and words[-1] in self._full else None

    def _pronoun(self, token: Token) -> str:
        return self._last_person(token.i, token.lower_) or token.text

    def _last_person(self, before: int, pronoun: str | None) -> str | None:
        """Who spoke last, unless a sentence about somebody else stands between; failing that, who was named last."""
        near = [p for p in self.people if before - _REACH < p.start < before and self._may_be(p, pronoun)]
        named = max((p.start for p in near if p.root.dep_ in SUBJECTS and p.root.head.i == p.sent.root.i), default=0)
        spoke = [i for i in self._spoke if max(named, before - _REACH) <= i < before and self._fits(i, pronoun)]
        if spoke:
            return self._turned_to(near, max(spoke)) or self._spoke[max(spoke)]
        chosen = self._foremost(near)
        return self._whole(_bare(chosen), pronoun) if chosen is not None else None

    def _turned_to(self, near: list[TokenSpan], spoke: int) -> str | None:
        """The only person named since the last speaker's sentence: "That did not satisfy Mr Reed. “No,” he said." """
        since = self.doc[spoke].sent.end
        later = [p for p in near if p.start >= since]
        if any(p.root.dep_ in ("poss", "compound") or self._about_somebody(p) for p in later):
            return None
        names = {self._whole(_bare(p)) for p in later}
        return names.pop() if len(names) == 1 else None

    def _about_somebody(self, person: TokenSpan) -> bool:
        """True when the subject of the sentence is a person, who may well be the one meant."""
        subjects = [c for c in person.sent.root.children if c.dep_ in SUBJECTS]
        pronouns = ("he", "she", "i", "we", "they", "who")
        return any(c.lower_ in pronouns or (c.i in self._tokens and c not in person) for c in subjects)

    def _fits(self, speaker: int, pronoun: str | None) -> bool:
        """True when who spoke there is a person the pronoun can mean."""
        words = self._spoke[speaker].split()
        person = speaker in self._tokens or self.doc[speaker].lower_ in ("he", "she", "who")
        named = person and len(words) > 0 and words[0][:1].isupper()
        return named and (pronoun is None or _sex_of().get(words[0].lower()) in (None, pronoun))

    def _foremost(self, near: list[TokenSpan]) -> TokenSpan | None:
        """Of the people in the last sentence that names any: its subject, else a subject within it, else the last."""
        if not near:
            return None
        sentence = self.doc[near[-1].start].sent
        subjects = [p for p in near if p.root.dep_ in SUBJECTS and p.start >= sentence.start]
        main = [p for p in subjects if p.root.head.i == sentence.root.i]
        return (main or subjects or near)[-1]

    def _may_be(self, person: TokenSpan, pronoun: str | None) -> bool:
        return pronoun is None or self.sex(person) in (None, pronoun)

    def _title(self, person: TokenSpan) -> str | None:
        before = self.doc[person.start - 1].lower_ if person.start else ""
        return _sex_of().get(before) or _sex_of().get(person.text.split()[0].lower())

    def sex(self, person: TokenSpan) -> str | None:
        """ "he", "she" or None, by a title before the name or its first name."""
        return self._title(person) or _sex_of().get(self._whole(_bare(person)).split()[0].lower())

    def _plural(self, before: int) -> str | None:
        """The last plural subject before "they"; failing that, nobody."""
        for number in range(before - 1, max(-1, before - 60), -1):
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
        return self._last_person(start, None)

    def _thing(self, before: int) -> str | None:
        """The organisation that is the subject of the sentence before or of the clause "it" stands in."""
        for number in range(before - 1, max(-1, before - 60), -1):
            token = self.doc[number]
            if token.dep_ in SUBJECTS and token.ent_type_ == "ORG" and not self.hidden[number]:
                return self._plain(token.left_edge.i, token.i + 1)
        return None


def _people(doc: Doc, hidden: bytearray) -> list[TokenSpan]:
    """The people named outside quotations, in order; a surname the model took for a firm is still the person's."""
    named = doc.ents
    tagged = [e for e in named if e.label_ == "PERSON" and not hidden[e.start] and _namelike(e)]
    surnames = {_bare(e).split()[-1] for e in tagged}
    inside = {t.i for e in tagged for t in e}
    firms = [e for e in named if e.label_ != "PERSON" and len(e) == 1 and e.text in surnames]
    alone = [e for e in firms if not hidden[e.start] and e.start not in inside and e.label_ == "ORG"]
    return sorted([*tagged, *alone], key=lambda e: e.start)


def _bare(person: TokenSpan) -> str:
    """A name without what the tagger left on it: possessives and line ends."""
    name = re.sub(r"(?:['’‘]s?)$", "", " ".join(person.text.split()))
    return name or person.text


def _namelike(person: TokenSpan) -> bool:
    return person.text[:1].isupper() and "\n" not in person.text and any(c.isalpha() for c in person.text)


def _counts(token: Token) -> int | None:
    words = {"two": 2, "three": 3, "four": 4, "five": 5}
    return int(token.text) if token.text.isdecimal() and len(token.text) < 4 else words.get(token.lower_)
