"""What a mention is about, read off the parse: noun, verb, who did what to whom, where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from factcheck.analysis.mentions import Mention
from factcheck.analysis.parsing import Parsed
from factcheck.values import Frame, Kind

if TYPE_CHECKING:
    from spacy.tokens import Span as TokenSpan
    from spacy.tokens import Token

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


def frame(parsed: Parsed, mention: Mention, *, quoted: bool = False) -> Frame:
    """The frame of one mention. Empty slots are empty words."""
    tokens = parsed.tokens(mention.span)
    head = _noun(tokens)
    verb = governor(head)
    dated = mention.kind is Kind.DATE
    sentence = parsed.tokens(parsed.sentence(mention.span.start))
    named = parsed.entities(sentence)
    window = parsed.doc[max(sentence.start, tokens.start - NEAR) : min(sentence.end, tokens.end + NEAR)]
    return Frame(
        head=lemma(head) if head.pos_ in {"NOUN", "PROPN"} else "",
        modifiers=tuple(lemma(t) for t in head.children if t.dep_ in MODIFIERS and t.pos_ != "NUM"),
        event=_event(verb) if verb is not None else "",
        agent=_first(verb, SUBJECTS, "by"),
        theme=_first(verb, THEMES),
        places=_entities(named, PLACES),
        names=_entities(named, NAMED),
        persons=_entities(named, {"PERSON"}),
        near=tuple(_content(window)),
        words=tuple(_content(sentence)),
        part_of=_part_of(head),
        holder=_holder(head),
        negated=_negated(head, verb),
        hypothetical=_hypothetical(verb),
        quoted=quoted,
        occasion=tuple(lemma(t) for t in _occasion(tokens, head)) if dated else (),
        who=tuple(dict.fromkeys(_who(tokens, head, verb))) if dated else (),
    )


def lemma(token: Token) -> str:
    return (token.lemma_ or token.text).lower()


def _event(verb: Token) -> str:
    """A verb, or the one word that means what it means with its particle: "passed away" is "die"."""
    particle = next((t.lower_ for t in verb.children if t.dep_ == "prt"), "")
    return PHRASAL.get((lemma(verb), particle)) or lemma(verb)


def _noun(tokens: Iterable[Token]) -> Token:
    """The noun a phrase is about: the highest noun in it, else the token that governs the rest."""
    held = list(tokens)
    inside = {t.i for t in held}
    roots = [t for t in held if t.head.i not in inside or t.head.i == t.i]
    for token in [*roots, *reversed(held)]:
        if token.pos_ in {"NOUN", "PROPN"}:
            return token
    # "was shot 11 times", "10 died": the number hangs on something outside the phrase.
    root = roots[0]
    return root.head if root.head.pos_ in {"NOUN", "PROPN"} and root.dep_ == "nummod" else root


def governor(token: Token) -> Token | None:
    """The nearest verb above a token (a copula counts), None in a verbless line."""
    for above in [token, *token.ancestors]:
        if above.pos_ in {"VERB", "AUX"}:
            return above
    return None


def _first(verb: Token | None, relations: set[str], agent: str | None = None) -> str:
    if verb is None:
        return ""
    for child in verb.children:
        if child.dep_ in relations:
            return lemma(child)
        if agent and child.dep_ == "agent":
            return next((lemma(t) for t in child.children if t.dep_ == "pobj"), "")
    if agent and verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"}:
        return _first(verb.head, relations, agent)
    # "protesters carrying signs": the noun a participle hangs on is its subject.
    return lemma(verb.head) if agent and verb.dep_ in {"acl", "relcl"} else ""


def _occasion(tokens: TokenSpan, head: Token) -> Iterator[Token]:
    """ "the 19 July truce", "his death at home on Thursday": the nouns between a date and its verb, nearest first."""
    for above in head.ancestors:
        if above.pos_ in {"VERB", "AUX"}:
            return
        if above.pos_ in {"NOUN", "PROPN"} and not tokens.start <= above.i < tokens.end:
            yield above


def _who(tokens: TokenSpan, head: Token, verb: Token | None) -> Iterator[str]:
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


def named_before(pronoun: Token) -> Iterator[str]:
    """The last word of the last person's name before a pronoun."""
    for token in reversed(pronoun.doc[max(0, pronoun.i - REACH) : pronoun.i]):
        if token.ent_type_ == "PERSON" and token.head.ent_type_ != "PERSON":
            yield token.lower_
            return


def _entities(entities: Iterable[TokenSpan], labels: set[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(e.text.lower() for e in entities if e.label_ in labels))


def _content(tokens: Iterable[Token]) -> Iterator[str]:
    for token in tokens:
        word = lemma(token)
        if token.pos_ in CONTENT and not token.is_stop and word not in LIGHT and token.is_alpha:
            yield word


def _part_of(head: Token) -> str:
    """ "20 of the 51 victims": the whole the counted part is taken from."""
    for child in head.children:
        if child.dep_ == "prep" and child.lower_ == "of":
            return next((lemma(t) for t in child.children if t.dep_ == "pobj"), "")
    return ""


def _holder(head: Token) -> str:
    """ "48-page indictment", "a 4.2 magnitude earthquake": the noun the measure describes, "" when there is none."""
    above = head.head
    describes = head.dep_ in {"compound", "amod", "nmod", "npadvmod", "nummod"} and above.i != head.i
    return lemma(above) if describes and above.pos_ in {"NOUN", "PROPN"} else ""


def _negated(head: Token, verb: Token | None) -> bool:
    near = [*head.children, *(verb.children if verb is not None else ())]
    return any(t.dep_ == "neg" or t.lower_ in {"no", "never", "neither"} for t in near)


def _hypothetical(verb: Token | None) -> bool:
    for token in [verb, *verb.ancestors] if verb is not None else ():
        if lemma(token) in PLANS:
            return True
        for child in token.children:
            if (child.dep_ == "aux" and child.lower_ in MODALS) or (
                child.dep_ == "mark" and child.lower_ in CONDITIONS
            ):
                return True
    return False
