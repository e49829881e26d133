"""What a mention is about, read off the parse: noun, verb, who did what to whom, where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.analysis.mentions import Mention
from factcheck.analysis.parsing import Parsed
from factcheck.analysis.tree import Word
from factcheck.values import Frame, Kind, Span

if TYPE_CHECKING:
    from spacy.tokens import Span as TokenSpan

CONTENT = {"NOUN", "PROPN", "VERB", "ADJ", "ADV"}
SUBJECTS = {"nsubj", "csubj", "expl"}
THEMES = {"dobj", "obj", "nsubjpass", "attr", "dative"}
MODIFIERS = {"amod", "compound", "nmod", "poss"}
NAMED = {"PERSON", "ORG", "NORP", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW"}
PLACES = {"GPE", "LOC", "FAC"}
NEAR = 8
MODALS = {"would", "could", "may", "might", "should", "will", "shall", "'d", "can"}
CONDITIONS = {"if", "unless", "whether"}
PLANS = {"plan", "want", "hope", "expect", "intend", "threaten", "propose", "consider", "aim", "vow"}
PERSONAL = {"he", "she", "his", "her"}
PHRASAL = {("pass", "away"): "die", ("blow", "up"): "explode"}
REACH = 100
"""Tokens a pronoun is followed back."""
LIGHT = {"be", "have", "do", "get", "make", "take", "say", "also", "other", "more", "than", "very", "just", "so", "not"}


@dataclass(frozen=True, slots=True)
class _Sentence:
    """What all frames of one sentence share: the entities named in it, and its content words with their places."""

    places: tuple[str, ...]
    names: tuple[str, ...]
    persons: tuple[str, ...]
    words: tuple[str, ...]
    content: tuple[Word, ...]


class Frames:
    """Reads the frames of one article."""

    def __init__(self, parsed: Parsed) -> None:
        self._parsed = parsed
        self._sentences = dict[Span, _Sentence]()

    def of(self, mention: Mention, *, quoted: bool = False) -> Frame:
        """The frame of one mention. Empty slots are empty words."""
        tokens = self._parsed.tokens(mention.span)
        first, last = tokens.start - NEAR, tokens.end + NEAR
        words = self._parsed.words[tokens.start : tokens.end]
        sentence = self._sentence(self._parsed.sentence(mention.span.start))
        near = tuple(w.lemma for w in sentence.content if first <= w.i < last)
        return _frame(words, sentence, near, dated=mention.kind is Kind.DATE, quoted=quoted)

    def _sentence(self, span: Span) -> _Sentence:
        if span not in self._sentences:
            tokens = self._parsed.tokens(span)
            named = self._parsed.entities(tokens)
            content = tuple(_content(self._parsed.words[tokens.start : tokens.end]))
            self._sentences[span] = _Sentence(
                places=_entities(named, PLACES),
                names=_entities(named, NAMED),
                persons=_entities(named, {"PERSON"}),
                words=tuple(w.lemma for w in content),
                content=content,
            )
        return self._sentences[span]


def _frame(tokens: Sequence[Word], sentence: _Sentence, near: tuple[str, ...], *, dated: bool, quoted: bool) -> Frame:
    head = _noun(tokens)
    verb = governor(head)
    return Frame(
        head=head.lemma if head.pos_ in {"NOUN", "PROPN"} else "",
        modifiers=tuple(t.lemma for t in head.children if t.dep_ in MODIFIERS and t.pos_ != "NUM"),
        event=_event(verb) if verb is not None else "",
        agent=_first(verb, SUBJECTS, "by"),
        theme=_first(verb, THEMES),
        places=sentence.places,
        names=sentence.names,
        persons=sentence.persons,
        near=near,
        words=sentence.words,
        part_of=_part_of(head),
        holder=_holder(head),
        negated=_negated(head, verb),
        hypothetical=_hypothetical(verb),
        quoted=quoted,
        occasion=tuple(t.lemma for t in _occasion(tokens, head)) if dated else (),
        who=tuple(dict.fromkeys(_who(tokens, head, verb))) if dated else (),
    )


def _event(verb: Word) -> str:
    """A verb, or the one word that means what it means with its particle: "passed away" is "die"."""
    particle = next((t.lower_ for t in verb.children if t.dep_ == "prt"), "")
    return PHRASAL.get((verb.lemma, particle)) or verb.lemma


def _noun(tokens: Sequence[Word]) -> Word:
    """The noun a phrase is about: the highest noun in it, else the token that governs the rest."""
    first, last = tokens[0], tokens[-1]
    roots = [t for t in tokens if not first.i <= t.head.i <= last.i or t.head is t]
    for token in [*roots, *reversed(tokens)]:
        if token.pos_ in {"NOUN", "PROPN"}:
            return token
    # "was shot 11 times", "10 died": the number hangs on something outside the phrase.
    root = roots[0]
    return root.head if root.head.pos_ in {"NOUN", "PROPN"} and root.dep_ == "nummod" else root


def governor(token: Word) -> Word | None:
    """The nearest verb above a token (a copula counts), None in a verbless line."""
    for above in [token, *token.ancestors]:
        if above.pos_ in {"VERB", "AUX"}:
            return above
    return None


def _first(verb: Word | None, relations: set[str], agent: str | None = None) -> str:
    if verb is None:
        return ""
    for child in verb.children:
        if child.dep_ in relations:
            return child.lemma
        if agent and child.dep_ == "agent":
            return next((t.lemma for t in child.children if t.dep_ == "pobj"), "")
    if agent and verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"}:
        return _first(verb.head, relations, agent)
    # "protesters carrying signs": the noun a participle hangs on is its subject.
    return verb.head.lemma if agent and verb.dep_ in {"acl", "relcl"} else ""


def _occasion(tokens: Sequence[Word], head: Word) -> Iterator[Word]:
    """ "the 19 July truce", "his death at home on Thursday": the nouns between a date and its verb, nearest first."""
    for above in head.ancestors:
        if above.pos_ in {"VERB", "AUX"}:
            return
        if above.pos_ in {"NOUN", "PROPN"} and not tokens[0].i <= above.i <= tokens[-1].i:
            yield above


def _who(tokens: Sequence[Word], head: Word, verb: Word | None) -> Iterator[str]:
    """Surnames of the persons an event has as subject, object or owner; "he" is whoever was named last before it."""
    places = [t for noun in _occasion(tokens, head) for t in noun.children if t.dep_ in {"poss", "prep"}]
    places += [t for t in verb.children if t.dep_ in SUBJECTS | THEMES] if verb is not None else []
    for place in places:
        # "The actor Peter Novak died": the name may stand beside the subject.
        beside = [t for t in place.children if place.dep_ == "prep" or t.dep_ == "appos"]
        nouns = [*beside] if place.dep_ == "prep" else [place, *beside]
        for noun in nouns:
            if noun.ent_type_ == "PERSON":
                yield noun.lower_
            elif noun.lower_ in PERSONAL:
                yield from named_before(noun)


def named_before(pronoun: Word) -> Iterator[str]:
    """The last word of the last person's name before a pronoun."""
    for token in reversed(pronoun.doc[max(0, pronoun.i - REACH) : pronoun.i]):
        if token.ent_type_ == "PERSON" and token.head.ent_type_ != "PERSON":
            yield token.lower_
            return


def _entities(entities: Iterable[TokenSpan], labels: set[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(e.text.lower() for e in entities if e.label_ in labels))


def _content(words: Iterable[Word]) -> Iterator[Word]:
    for word in words:
        if word.pos_ in CONTENT and not word.is_stop and word.is_alpha and word.lemma not in LIGHT:
            yield word


def _part_of(head: Word) -> str:
    """ "20 of the 51 victims": the whole the counted part is taken from."""
    for child in head.children:
        if child.dep_ == "prep" and child.lower_ == "of":
            return next((t.lemma for t in child.children if t.dep_ == "pobj"), "")
    return ""


def _holder(head: Word) -> str:
    """ "48-page indictment", "a 4.2 magnitude earthquake": the noun the measure describes, "" when there is none."""
    above = head.head
    describes = head.dep_ in {"compound", "amod", "nmod", "npadvmod", "nummod"} and above.i != head.i
    return above.lemma if describes and above.pos_ in {"NOUN", "PROPN"} else ""


def _negated(head: Word, verb: Word | None) -> bool:
    near = [*head.children, *(verb.children if verb is not None else ())]
    return any(t.dep_ == "neg" or t.lower_ in {"no", "never", "neither"} for t in near)


def _hypothetical(verb: Word | None) -> bool:
    for token in [verb, *verb.ancestors] if verb is not None else ():
        if token.lemma in PLANS:
            return True
        for child in token.children:
            if (child.dep_ == "aux" and child.lower_ in MODALS) or (
                child.dep_ == "mark" and child.lower_ in CONDITIONS
            ):
                return True
    return False
