"""Statements that another account may deny: what is there or is not, and what somebody is bound to do.

Only what can be held against a counterpart becomes a claim; most sentences of an article are no such statement.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

from factcheck.analysis import clauses
from factcheck.analysis.frames import CONDITIONS, MODALS, PERSONAL, governor, named_before
from factcheck.analysis.mentions import Mention
from factcheck.analysis.parsing import Parsed
from factcheck.analysis.tree import Word
from factcheck.shipped import lexicon
from factcheck.values import Kind, Span, Statement

if TYPE_CHECKING:
    from spacy.tokens import Token

EXISTS = "exists"
RESOLVED = "resolved"
"""Modalities of a statement: something is there, somebody is bound to an act."""
DESCRIBING = {"NOUN", "ADJ", "VERB"}


def find(parsed: Parsed) -> list[Mention]:
    """Statements in the order of the text. Questions and conditions state nothing."""
    found = []
    for word in parsed.words:
        mention = None
        if word.pos_ == "NOUN":
            mention = _existence(parsed, word)
        elif word.pos_ == "VERB":
            mention = _resolve(parsed, word)
        if mention is not None:
            found.append(mention)
    taken = {m.span for m in found}
    return found + [m for m in clauses.find(parsed) if m.span not in taken]


def _mention(parsed: Parsed, first: Word, core: Word, last: Word, value: Statement) -> Mention:
    """The words from `first` to `last`, cut after `core` before another clause, a quotation or a bracket."""
    end = core.i + 1
    while end <= last.i and not _ends(parsed.doc[end]):
        end += 1
    span = Span(first.idx, parsed.doc[end - 1].idx + len(parsed.doc[end - 1]))
    return Mention(Kind.STATEMENT, span, value, subject=" ".join(span.of(parsed.text).split()))


def _ends(token: Token) -> bool:
    return token.is_quote or token.is_bracket or token.text in {",", ";", ":"} or token.dep_ in {"cc", "relcl"}


# --- there is, there is not -------------------------------------------------------------------------


def _existence(parsed: Parsed, noun: Word) -> Mention | None:
    """ "there is no water shortage", "found no evidence of fraud": polarity False.

    `arguments` describe the noun, or name the holder: "Gray did not have a gun".
    """
    verb, found = noun.head, _found(noun)
    if not (found or _is_there(noun)) or not _stated(verb):
        return None
    told = _held_true(verb) != any(t.lower_ == "no" for t in noun.children)
    predicate = found["name"] if found else noun.lemma
    arguments = _holders(verb) if found and found["by"] == "holder" else _descriptions(noun)
    value = Statement(predicate, told, EXISTS, tuple(dict.fromkeys(arguments)))
    return _mention(parsed, min(noun.left_edge, *_denying(verb)), noun, noun.right_edge, value)


def _is_there(noun: Word) -> bool:
    verb = noun.head
    return noun.dep_ in {"attr", "nsubj"} and verb.lemma == "be" and any(t.dep_ == "expl" for t in verb.children)


def _found(noun: Word) -> dict[str, Any] | None:
    """The entry of the lexicon for a noun and its verb: "found evidence", "carried a gun"."""
    entry = _findings().get(noun.lemma) if noun.dep_ in {"dobj", "nsubjpass"} else None
    return entry if entry is not None and noun.head.lemma in entry["verbs"] else None


def _descriptions(noun: Word) -> Iterator[str]:
    return (t.lemma for t in noun.subtree if t.pos_ in DESCRIBING and t.is_alpha and t.i != noun.i)


def _holders(verb: Word) -> Iterator[str]:
    """Who has it: the subject of the verb, or the noun or subject its participle hangs on."""
    places = [verb, *([verb.head] if verb.dep_ in {"acl", "relcl", "advcl", "xcomp", "conj"} else [])]
    for place in places:
        nouns = [place] if place.pos_ in {"NOUN", "PROPN"} else [t for t in place.children if t.dep_ == "nsubj"]
        for noun in nouns:
            yield from named_before(noun) if noun.lower_ in PERSONAL else [noun.lemma]


def _held_true(verb: Word) -> bool:
    """Whether the clause of a verb is told as true: "denied that there was" and "did not find" are not."""
    above = _reporting(verb)
    denied = above is not None and (_negated(above) or above.lemma in _denials())
    return not _negated(verb) and not denied


def _denying(verb: Word) -> Iterator[Word]:
    """The verb with the words that deny it: "did not find", "doubted that he carried", "there is no"."""
    above = _reporting(verb)
    yield verb
    yield from (t for t in verb.children if t.dep_ in {"aux", "neg", "expl"} and t.lower_ != "to")
    if above is not None and (_negated(above) or above.lemma in _denials()):
        yield from _denying(above)


def _reporting(verb: Word) -> Word | None:
    """ "They doubt there is a plan": the verb before a clause that says who holds it true."""
    return verb.head if verb.dep_ == "ccomp" and verb.head.i < verb.i else None


def _negated(verb: Word) -> bool:
    return any(t.dep_ == "neg" for t in verb.children)


def _stated(verb: Word) -> bool:
    """Not asked, not a condition and no mere possibility."""
    clauses = [verb, *filter(None, [_reporting(verb)])]
    unsure = any(_may_be(child) for clause in clauses for child in clause.children)
    return not unsure and verb.sent[-1].text != "?"


def _may_be(child: Word) -> bool:
    possible, condition = child.dep_ == "aux" and child.lower_ in MODALS, child.dep_ == "mark"
    return possible or (condition and child.lower_ in CONDITIONS)


# --- bound to do, bound to do the opposite ----------------------------------------------------------


def _resolve(parsed: Parsed, act: Word) -> Mention | None:
    """ "the decision to withdraw", "pledged to continue the partnership", "refused to leave" (polarity False).

    `predicate` is the act, `arguments` its objects.
    """
    if not any(t.dep_ == "aux" and t.lower_ == "to" for t in act.children):
        return None
    binding = act.head
    bound, refused = binding.lemma in _resolves("words"), binding.lemma in _resolves("refusals")
    predicate = act_of(act)
    if not (bound or refused) or predicate is None or _negated(binding) or _negated(act) or binding.i > act.i:
        return None
    verb = governor(binding)
    if verb is not None and not _stated(verb):
        return None
    objects = [t for t in act.subtree if t.dep_ in {"dobj", "pobj"} and t.pos_ in {"NOUN", "PROPN"}]
    value = Statement(predicate, bound, RESOLVED, tuple(dict.fromkeys(t.lemma for t in objects)))
    return _mention(parsed, binding, act, max(act, *objects[:1]) if objects else act, value)


def act_of(verb: Word) -> str | None:
    """The verb with its particle when it has an opposite: "pull out", "continue"."""
    following = verb.doc[verb.i + 1].lower_ if verb.i + 1 < len(verb.doc) else ""
    for words in (f"{verb.lemma} {following}", verb.lemma):
        if words in actions():
            return words
    return None


# --- tables -----------------------------------------------------------------------------------------


@cache
def actions() -> dict[str, dict[str, bool]]:
    """Each act with the pairs of opposites it stands in (by the first word of the pair), and its side there."""
    sides: dict[str, dict[str, bool]] = {}
    for pair in lexicon("antonyms")["actions"]:
        for side in ("one", "other"):
            for word in pair[side]:
                sides.setdefault(word, {})[pair["one"][0]] = side == "one"
    return sides


@cache
def _findings() -> dict[str, dict[str, Any]]:
    return {noun: entry for entry in lexicon("antonyms")["found"] for noun in entry["nouns"]}


@cache
def _resolves(name: str) -> frozenset[str]:
    return frozenset(lexicon("antonyms")["resolves"][name])


@cache
def _denials() -> frozenset[str]:
    return frozenset(lexicon("antonyms")["denials"]["verbs"])
