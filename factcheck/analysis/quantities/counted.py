"""What a number counts or measures, read off the parse."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from factcheck.analysis.parsing import Parsed
from factcheck.analysis.quantities.amounts import Amount
from factcheck.shipped import lexicon
from factcheck.values import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_NOUNS = {"NOUN", "PROPN"}
_INSIDE = {"amod", "compound", "nmod", "poss", "case"}  # "15 participating countries"
_DAYS = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
_TIMES = {"night", "week", "weekend", "month", "year", "morning", "afternoon", "evening", "season"}
_FAR = 8  # tokens from a number to the noun it counts


@dataclass(frozen=True, slots=True)
class Noun:
    """What is counted: `lemma` of the head, `unit` with its compounds, `span` from the number through the head."""

    lemma: str
    unit: str
    span: Span
    subject: str


def noun(parsed: Parsed, amount: Amount) -> Noun | None:
    """The noun an amount counts ("two Russian cosmonauts") or measures ("50 miles of road"); None when none is safe."""
    tokens = parsed.tokens(amount.core)
    if not len(tokens):
        return None
    if amount.unit is not None:
        return _measured(parsed, amount, parsed.tokens(amount.span)[-1])
    if amount.whole.end > amount.span.end:
        # "60-plus votes", "20 or more people": the noun follows the hedge.
        late = _beside(parsed.tokens(amount.whole)[-1])
        return _made(parsed, amount, late) if late is not None else None
    head = _hyphenated(tokens[-1]) or _head(tokens[-1], tokens.start)
    if head is not None and _lemma(head) in {"number", "total", "amount"}:
        head = _of(head) or head  # "half the number of troops"
    if head is None:
        return None
    return _made(parsed, amount, head)


def _made(parsed: Parsed, amount: Amount, head: Token) -> Noun:
    """The span reaches to the noun, unless another number on the way counts it too ("20 of the 51 victims")."""
    last = _joined(head)
    span = Span(amount.span.start, max(last.idx + len(last), amount.span.end))
    between = parsed.doc[parsed.tokens(amount.span).end : head.i]
    shared = any(t.like_num for t in between)
    lemma = _lemma(head) if last is head else parsed.text[head.idx : last.idx].lower() + _lemma(last)
    unit = _compound(head, amount) if last is head else lemma
    return Noun(lemma, unit, amount.span if shared else span, span.of(parsed.text))


def _joined(head: Token) -> Token:
    """The last part of a hyphenated word: "mails" of "e-mails"."""
    doc = head.doc
    while (
        head.i + 2 < len(doc)
        and doc[head.i + 1].text == "-"
        and not head.whitespace_
        and not doc[head.i + 1].whitespace_
    ):
        if not doc[head.i + 2].is_alpha:
            break
        head = doc[head.i + 2]
    return head


def _head(number: Token, first: int) -> Token | None:
    """The counted noun of a number token: its governor, or the object of "of" behind it."""
    token = number
    for _ in range(4):
        above = token.head
        if above is token:
            break
        if token.dep_ in {"nummod", "quantmod", "amod", "compound", "nmod", "advmod", "det", "predet", "npadvmod"}:
            if above.pos_ in _NOUNS and 0 < above.i - number.i <= _FAR and _unbroken(number, above):
                return above
            if above.i < first or above.pos_ not in {"NUM", "ADJ", *_NOUNS}:
                break
            token = above
            continue
        break
    return _of(number) or _beside(number)


def _hyphenated(number: Token) -> Token | None:
    """ "a 10-inning victory", "three-run lead": the word tied to the number is what it counts."""
    following = number.doc[number.i + 1 : number.i + 3]
    if (
        len(following) == 2
        and following[0].text in {"-", "‑"}
        and not number.whitespace_
        and not following[0].whitespace_
    ):
        return following[1] if following[1].pos_ in _NOUNS else None
    return None


def _unbroken(number: Token, head: Token) -> bool:
    """No verb, mark or second number stands between; days are not counted: "23 last night", "six Saturday"."""
    between = number.doc[number.i + 1 : head.i]
    if head.pos_ == "PROPN" and head.lower_ in _DAYS:
        return False
    if _lemma(head) in _TIMES and any(t.lower_ in {"last", "this", "that", "next"} for t in between):
        return False
    return not any(
        (t.pos_ in {"VERB", "AUX", "ADP", "PRON", "PART"} and t.dep_ not in _INSIDE)
        or t.text in {";", ":", "(", ")", "—", "–"}
        for t in between
    )


def _of(number: Token) -> Token | None:
    """ "20 of the 51 victims", "dozens of people", "three of them" (nothing)."""
    after = number.nbor() if number.i + 1 < len(number.doc) else None
    if after is None or after.lower_ != "of":
        return None
    for child in after.children:
        if child.dep_ == "pobj" and child.pos_ in _NOUNS and child.i - number.i <= _FAR:
            # "millions of Americans' plans" counts Americans.
            return next((t for t in child.lefts if t.dep_ == "poss" and t.tag_ in {"NNS", "NNPS"}), child)
    return None


def _beside(number: Token) -> Token | None:
    """The parser sometimes hangs a number elsewhere; a noun right behind it is still what it counts."""
    doc, i = number.doc, number.i + 1
    while i < len(doc) and i - number.i <= 3 and doc[i].pos_ == "ADJ":
        i += 1
    if i < len(doc) and doc[i].pos_ == "NOUN" and doc[i].sent == number.sent and _unbroken(number, doc[i]):
        while i + 1 < len(doc) and doc[i + 1].pos_ == "NOUN" and doc[i].dep_ == "compound":
            i += 1
        return doc[i]
    return None


def _measured(parsed: Parsed, amount: Amount, last: Token) -> Noun | None:
    """What a measure is of: "$3.5 million of aid", "50 percent of voters"; the span keeps to the measure."""
    of = _of(last)
    head = of or _modified(last)
    if amount.kind == "age":
        head = _person(parsed, amount)
    if head is None:
        return None
    return Noun(_lemma(head), _compound(head, amount), amount.span, _subject(parsed, amount, head))


def _subject(parsed: Parsed, amount: Amount, head: Token) -> str:
    start, end = min(amount.span.start, head.idx), max(amount.span.end, head.idx + len(head))
    return parsed.text[start:end] if end - start <= 80 else head.text


def _modified(last: Token) -> Token | None:
    """ "a 12-inch knife", "$5 million contract": the measure stands before the noun it describes."""
    token = last
    for _ in range(3):
        above = token.head
        if token.dep_ in {"compound", "amod", "nmod", "nummod", "npadvmod", "quantmod"} and above.i > token.i:
            if above.pos_ in _NOUNS:
                clear = _unbroken(last, above) and not any(t.like_num for t in last.doc[last.i + 1 : above.i])
                return above if clear else None
            token = above
        else:
            break
    return None


def _person(parsed: Parsed, amount: Amount) -> Token | None:
    """Whose age: "a 52-year-old man", "John Smith, 52,"."""
    tokens = parsed.tokens(amount.span)
    ahead = _modified(tokens[-1])
    if ahead is not None:
        return ahead
    before = tokens.start - 1
    if before > 0 and parsed.doc[before].text == ",":
        named = parsed.doc[before - 1]
        return named if named.pos_ in _NOUNS else None
    return None


def _compound(head: Token, amount: Amount) -> str:
    """The counted noun with the nouns that make one word with it: "police officer"."""
    nouns = (t for t in head.lefts if t.dep_ == "compound" and t.pos_ == "NOUN" and t.idx >= amount.core.end)
    words = [t.lower_ for t in nouns if not _counts(t) and not _tied(t)]
    return " ".join([*words, _lemma(head)])


def _tied(token: Token) -> bool:
    """The second half of "active-duty": part of an adjective."""
    return token.i > 0 and token.nbor(-1).text == "-"


def _counts(token: Token) -> bool:
    return (
        token.like_num or token.lower_ in lexicon("numbers")["groups"] or token.lower_ in lexicon("numbers")["scales"]
    )


def _lemma(token: Token) -> str:
    """Lower case and singular; the model leaves "Democrats" as it stands."""
    lemma = (token.lemma_ or token.text).lower()
    return lemma[:-1] if token.tag_ == "NNPS" and lemma.endswith("s") and not lemma.endswith("ss") else lemma


def is_about(parsed: Parsed, amount: Amount) -> bool:
    """False where "about" only looks like a hedge: "information about two programs"."""
    before = parsed.tokens(amount.span).start - 1
    token = parsed.doc[before] if before >= 0 else None
    return token is None or token.lower_ != "about" or token.dep_ != "prep"


# --- ranks and changes ----------------------------------------------------------------------------


def is_rank(parsed: Parsed, amount: Amount) -> bool:
    """ "finished third", "in fifth place": a standing that somebody reached, not just an order of mention."""
    token = parsed.tokens(amount.core)[-1]
    if token.i + 1 < len(parsed.doc) and token.nbor().lower_ in {"place", "spot"}:
        return parsed.doc[max(0, token.i - 2) : token.i + 1].text.lower() != "in the first"
    before = parsed.doc[token.i - 1] if token.i else None
    return before is not None and _lemma(before) in {"finish", "rank", "place", "come"} and before.pos_ == "VERB"


@cache
def _directions(nouns: bool = False) -> dict[str, str]:
    table = lexicon("hedges")["change"]
    return {word: way for way in ("up", "down") for word in table[f"{way}_nouns" if nouns else way]}


def change(parsed: Parsed, amount: Amount) -> str | None:
    """ "up" or "down" when the amount is a difference: "rose 5 percent", "a drop of 20", "up 3%", not "rose to 5"."""
    if amount.kind in {"score", "age", "ordinal"}:
        return None
    tokens = parsed.tokens(amount.span)
    if way := _verb_before(parsed, amount, tokens.start):
        return way
    first = parsed.tokens(amount.whole).start
    if first and parsed.doc[first - 1].lower_ in {"to", "at", "from", "with"}:
        return None
    token = tokens.root
    for _ in range(3):
        above = token.head
        if above is token:
            return None
        if token.dep_ == "prep" and token.lower_ not in {"by", "of"}:
            return None
        if token.dep_ in {"nsubj", "nsubjpass", "relcl", "advcl", "conj", "acl"}:
            return None
        if amount.whole.start <= above.idx < amount.whole.end:
            token = above  # the "up" of "up to"
            continue
        if way := _directions(above.pos_ == "NOUN").get(_lemma(above)):
            return way if _is_difference(amount, token, above) else None
        token = above
    return None


def _verb_before(parsed: Parsed, amount: Amount, start: int) -> str | None:
    """ "rose by nearly 5 percent", "up 3%": nothing but hedges between the verb and its measure."""
    i, by = parsed.tokens(amount.whole).start - 1, False
    while i >= max(0, start - 6) and (
        parsed.doc[i].lower_ == "by" or (parsed.doc[i].pos_ == "ADV" and parsed.doc[i].lower_ not in {"up", "down"})
    ):
        by = by or parsed.doc[i].lower_ == "by"
        i -= 1
    if i < 0 or parsed.doc[i].pos_ == "NOUN" or (amount.unit is None and not by):
        return None
    verb = _lemma(parsed.doc[i])
    return None if _sum_of(amount, verb) and not by else _directions().get(verb)


def _is_difference(amount: Amount, token: Token, verb: Token) -> bool:
    """Counts change only by "by": "cut 500 jobs" loses 500 jobs, "added three players" is no rise of a number."""
    measured = amount.unit is not None and not _sum_of(amount, _lemma(verb))
    return measured or (token.dep_ == "prep" and token.lower_ == "by") or verb.pos_ == "NOUN"


def _sum_of(amount: Amount, verb: str) -> bool:
    """ "raised $60 million" names a sum, not how far something rose."""
    return amount.kind == "money" and verb in lexicon("hedges")["change"]["by_only"]
