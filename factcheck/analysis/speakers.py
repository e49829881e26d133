"""Who is said to have uttered a quoted stretch: before it, after it, around it, or carried on from the last one.

The parse gives the subject of the cue verb; where marks and dashes have broken the parse, the words next to the cue do.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.analysis import cues
from factcheck.analysis.marks import Stretch
from factcheck.analysis.parsing import Parsed

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
NARROWING = frozenset({"det", "compound", "amod", "nummod", "poss", "nmod", "quantmod", "predet", "advmod", "neg"})
SHARING = frozenset({"conj", "xcomp", "advcl", "pcomp", "ccomp", "prep", "dep", "parataxis"})
"""What hangs on a verb in these ways may share its subject."""
PEOPLE = frozenset({"PERSON", "ORG", "NORP", "GPE"})
RELATIVES = frozenset({"who", "which", "that", "whom"})
PERSONAL = frozenset({"he", "she", "they", "we", "i", "you"})
_ABBREVIATED = frozenset(
    [
        "mr.",
        "mrs.",
        "ms.",
        "dr.",
        "rep.",
        "sen.",
        "gov.",
        "gen.",
        "lt.",
        "st.",
        "prof.",
        "rev.",
        "sgt.",
        "col.",
        "capt.",
        "del.",
    ]
)
# "Rep. Jo Bloggs, R-N.Y., said": the state is not the speaker.
_HOME_STATE = re.compile(r"\b[A-Z]-[A-Z][\w.]*$")
_FINITE = frozenset({"aux", "auxpass", "nsubj"})
_ENDS = frozenset({".", "!", "?", ";"})


@dataclass(frozen=True, slots=True)
class Source:
    """Who said it, as token numbers: `start`..`end` is the mention, `head` its head noun, `cue` the cue word.

    `certain` is false where no cue says that words were uttered and the speaker is only the likeliest.
    """

    start: int
    end: int
    head: int
    cue: int | None
    certain: bool = True


class Speech:
    """One article while its speakers are looked for: the parse with every quoted token hidden from the search."""

    def __init__(self, parsed: Parsed, quoted: tuple[Stretch, ...], works: tuple[Stretch, ...] = ()) -> None:
        self.doc = parsed.doc
        self.text = parsed.text
        self.outer = tuple(s for s in quoted if s.depth == 0)
        self.words = parsed.words
        self._starts = [w.idx for w in parsed.words]
        self.hidden = bytearray(len(self._starts))
        for stretch in self.outer:
            first, last = self.tokens(stretch)
            self.hidden[first:last] = b"\1" * (last - first)
        self._works = frozenset(n for s in works for n in range(*self.tokens(s)))
        self._breaks = frozenset(bisect_left(self._starts, s.start) for s in parsed.sentences)

    def tokens(self, stretch: Stretch) -> tuple[int, int]:
        """Token numbers of a stretch with its marks, half-open."""
        first = bisect_left(self._starts, stretch.span.start)
        if first and self._starts[first - 1] + len(self.doc[first - 1]) > stretch.span.start:
            first -= 1
        return first, bisect_left(self._starts, stretch.span.end)

    def at(self, position: int) -> int:
        """The number of the token that begins at or after a code point."""
        return min(bisect_left(self._starts, position), len(self._starts) - 1)

    # --- the words around ---------------------------------------------------------------------------

    def before(self, stretch: Stretch) -> list[int]:
        """The unquoted tokens of the same sentence that stand before the stretch, in order."""
        number = self.tokens(stretch)[0] - 1
        found = list[int]()
        while number >= 0 and "\n" not in self.doc[number].text:
            if self.hidden[number]:
                if self._closed_a_sentence(number, found):
                    break
            else:
                if self._ends_sentence(number):
                    break
                found.append(number)
            number -= 1
        return found[::-1]

    def after(self, stretch: Stretch) -> list[int]:
        """The unquoted tokens between the stretch and the end of the sentence or the next quotation."""
        found = list[int]()
        for number in range(self.tokens(stretch)[1], len(self.doc)):
            token = self.doc[number]
            if self.hidden[number] or "\n" in token.text or (self._ends_sentence(number) and token.text != ";"):
                break
            found.append(number)
        return found

    def _ends_sentence(self, number: int) -> bool:
        token = self.doc[number]
        if token.text in _ENDS or token.text.endswith(("?", "!")):
            return True
        if token.lower_ in _ABBREVIATED:
            return False
        following = self.doc[number + 1] if number + 1 < len(self.doc) else None
        return token.text.endswith(".") and following is not None and following.i in self._breaks

    def _closed_a_sentence(self, number: int, found: list[int]) -> bool:
        """True at the end of a quotation that ended its sentence: `... are going.” He then said`."""
        if number + 1 < len(self.hidden) and self.hidden[number + 1]:
            return False
        inside = self.text[: self._starts[number] + len(self.doc[number])].rstrip("\"“”’'»‘ ")
        if not inside or inside[-1] not in ".!?…":
            return False
        return not found or (self.doc[found[-1]].text[:1].isupper() and not self._attributes(found[::-1]))

    def _attributes(self, words: list[int]) -> bool:
        """True when the words read like `Clinton said.` rather than like a sentence of their own."""
        return any(self.cue_class(n) for n in words[:6]) and self.doc[words[-1]].text == ","

    # --- cues ---------------------------------------------------------------------------------------

    def cue_class(self, number: int) -> frozenset[str]:
        """The classes of a cue verb at this token, or nothing."""
        token = self.doc[number]
        if self.hidden[number] or token.tag_[:1] not in "VJN":
            return frozenset()
        if token.tag_[:1] == "V" or token.lower_ in ("said", "says", "tweeted", "added", "told"):
            return cues.stance(token.lemma_.lower())
        return frozenset()

    def is_cue(self, number: int) -> bool:
        """True for a verb that brings somebody's words; a bare participle ("compared to", "called X") brings none."""
        token = self.doc[number]
        if not self.cue_class(number):
            return False
        particle = cues.particle(token.lemma_.lower())
        if particle is not None and not any(t.lower_ == particle for t in self.doc[number + 1 : number + 3]):
            return False
        return token.tag_ != "VBN" or any(c.dep_ in _FINITE for c in token.children) or token.dep_ == "conj"

    def beside_only(self, number: int) -> bool:
        return self.doc[number].lemma_.lower() in cues.words("frames", "beside_only")

    # --- speakers -----------------------------------------------------------------------------------

    def subject(self, verb: Token, depth: int = 0) -> Token | None:
        """The speaker of a cue verb by the parse: its subject, or that of the verb it hangs on."""
        own = [c for c in verb.children if c.dep_ in SUBJECTS and not self.hidden[c.i] and c.i not in self._works]
        if own and depth:
            return own[0]  # "after saying so, she was praised": whoever the sentence is about
        if any(c.dep_ == "auxpass" for c in verb.children) or (own and own[0].dep_ == "nsubjpass"):
            return self._passive(verb, own)
        if own:
            return own[0]
        if depth > 5:
            return None
        return self._inherited(verb, depth)

    def _inherited(self, verb: Token, depth: int) -> Token | None:
        head = verb.head
        if head.i == verb.i:
            return None
        if verb.dep_ in ("acl", "relcl") and head.pos_ in NOUNS and not self.hidden[head.i]:
            return self.owner(head) or head if head.lemma_.lower() in cues.words("nouns", "said") else head
        if verb.dep_ == "pcomp" or head.pos_ == "ADP":
            head = head.head
        if verb.tag_ == "VBG" and verb.dep_ in ("advcl", "pcomp") and head.dep_ == "ccomp" and self.is_cue(head.head.i):
            return self.subject(head.head, depth + 1)  # "said it was his, adding: ...": the sayer adds, not "it"
        if verb.dep_ == "conj":
            nearer = self._coordinated(verb, head)
            if nearer is not None:
                return nearer
        if head.pos_ in ("VERB", "AUX") and verb.dep_ in SHARING:
            return self.subject(head, depth + 1)
        if head.pos_ in NOUNS and not self.hidden[head.i] and verb.dep_ in ("pcomp", "advcl"):
            return self.owner(head)
        return None

    def _coordinated(self, verb: Token, head: Token) -> Token | None:
        """The subject of the nearest verb of that form, where `and said` was joined to "this comes after ..."."""
        own = [c for c in head.children if c.dep_ in SUBJECTS]
        if own and own[0].lower_ not in ("this", "that", "it", "there"):
            return None
        for number in range(verb.i - 1, head.i, -1):
            token = self.doc[number]
            if token.tag_ == verb.tag_ and not self.hidden[number]:
                own = [c for c in token.children if c.dep_ in SUBJECTS and c.lower_ not in RELATIVES]
                if own and not self.hidden[own[0].i]:
                    return own[0]
        return None

    def _passive(self, verb: Token, own: list[Token]) -> Token | None:
        if own and verb.lemma_.lower() in cues.words("frames", "spoken_of"):
            return own[0]
        for child in verb.children:
            if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
                return next((c for c in child.children if c.dep_ == "pobj" and not self.hidden[c.i]), None)
        return None

    def owner(self, noun: Token) -> Token | None:
        """X of "X’s claim", "a statement by X", "the words of X"."""
        for child in noun.children:
            if child.dep_ == "poss" and not self.hidden[child.i]:
                return child
        for child in noun.children:
            if child.dep_ == "prep" and child.lower_ in ("by", "from", "of"):
                for person in child.children:
                    if person.dep_ == "pobj" and not self.hidden[person.i] and self.can_speak(person):
                        return person
        return None

    def can_speak(self, token: Token) -> bool:
        """True for somebody, an organisation or a document; not for "it", dates or places in passing."""
        if _HOME_STATE.search(self.text[max(0, token.idx - 4) : token.idx + len(token)]):
            return False
        if token.dep_ in SUBJECTS and token.pos_ == "ADJ" and any(c.dep_ == "det" for c in token.children):
            return True  # "the 58-year-old", "the accused"
        if token.ent_type_ in ("DATE", "TIME", "CARDINAL", "MONEY", "PERCENT", "ORDINAL") and token.pos_ != "NOUN":
            return False
        return token.pos_ in NOUNS or token.ent_type_ in PEOPLE or token.tag_ == "CD"

    def beside(self, cue: int, window: list[int]) -> Token | None:
        """The speaker next to a cue by position: `said X` right of it, else the nearest name or noun left of it."""
        at = window.index(cue)
        right = window[at + 1 : at + 9]
        if at == 0 or not any(self.doc[n].is_alpha for n in window[:at]):
            return self.right(right)
        left = [n for n in window[:at] if not self.hidden[n]]
        for number in reversed(left):
            token = self.doc[number]
            if token.ent_type_ in ("PERSON", "ORG") or token.lower_ in PERSONAL or token.dep_ in SUBJECTS:
                return token
        return next((self.doc[n] for n in reversed(left) if self.doc[n].pos_ in NOUNS), None) or self.right(right)

    def right(self, right: list[int]) -> Token | None:
        """The head of the noun phrase that begins here: its last noun before something else begins."""
        head = None
        for number in right:
            token = self.doc[number]
            if token.pos_ in ("NOUN", "PROPN") or (token.pos_ == "PRON" and head is None):
                head = token
            elif head is not None or token.pos_ not in ("DET", "ADJ", "NUM", "ADV", "PUNCT", "ADP"):
                break
        return head

    def source(self, speaker: Token, cue: int | None, certain: bool = True) -> Source:
        """The whole mention around a head noun: `the mayor of the town`, `Rep. Jo Bloggs`, `he`."""
        speaker = self._past_hyphen(speaker)
        start, end = self._edges(speaker)
        return Source(start, end, speaker.i, cue, certain)

    def _past_hyphen(self, head: Token) -> Token:
        """The person of "Co-star Jo Reed", where the parse stops at "Co"."""
        number = head.i + 3
        if number >= len(self.doc) or self.doc[head.i + 1].text != "-" or head.whitespace_:
            return head
        person = self.doc[number]
        return person if person.ent_type_ == "PERSON" and person.ent_iob_ == "B" else head

    def _edges(self, head: Token) -> tuple[int, int]:
        start, end = head.i, head.i + 1
        for child in head.lefts:
            if child.dep_ in NARROWING:
                start = min(start, child.left_edge.i)
        for child in head.rights:
            if child.dep_ == "prep" and child.lower_ == "of" and child.i == end:
                end = self._of(child, end)
        same = head.ent_type_
        while same and start > 0 and self.doc[start - 1].ent_type_ == same and self.doc[start].ent_iob_ == "I":
            start -= 1
        while same and end < len(self.doc) and self.doc[end].ent_iob_ == "I" and self.doc[end].ent_type_ == same:
            end += 1
        while start < head.i and (self.hidden[start] or "\n" in self.doc[start].text or self.doc[start].is_punct):
            start += 1
        blocked = [n for n in range(head.i + 1, end) if self.hidden[n] or "\n" in self.doc[n].text]
        end = blocked[0] if blocked else end
        if end > head.i + 1 and self.doc[end - 1].tag_ == "POS":
            end -= 1
        return max(start, _after_last_break(self, start, head.i)), end

    def _of(self, preposition: Token, end: int) -> int:
        for name in preposition.children:
            if name.dep_ == "pobj" and name.i - preposition.i < 6:
                return name.i + 1
        return end


def _after_last_break(speech: Speech, start: int, head: int) -> int:
    broken = [n for n in range(start, head) if speech.hidden[n] or "\n" in speech.doc[n].text]
    return broken[-1] + 1 if broken else start
