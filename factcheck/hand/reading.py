"""What words state that a person selects or types, read by the program's own grammars without a parse.

What cannot be read is kept as the words it is told in.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import cache

from factcheck.analysis.cues import verbs
from factcheck.analysis.dates import told_in
from factcheck.analysis.marks import Stretch, stretches
from factcheck.analysis.quantities import amounts
from factcheck.analysis.quantities.amount import Amount
from factcheck.shipped import lexicon
from factcheck.values import (
    Article,
    Attribution,
    Case,
    Kind,
    Modifier,
    Name,
    Quantity,
    Quotation,
    Span,
    Statement,
    Text,
    TimeExpression,
    TimexType,
    Value,
)

MOSTLY = 0.5
"""Share of the selected characters that a time must cover where there is a number too."""
SMALL = {"of", "in", "on", "at", "by", "for", "from", "with", "who", "that", "which", "and", "or", "were", "was", "are"}
"""Words at which the name of what is counted ends."""
SINGULAR = {"people": "person", "men": "man", "women": "woman", "children": "child", "feet": "foot"}


def guessed_kind(case: Case, article_id: str, span: Span) -> Kind:
    """What kind of claim the words at `span` most likely are."""
    article = case.article(article_id)
    words = span.of(article.text)
    quoted = quoted_in(article, span)
    if quoted is not None:
        beside = f"{article.text[span.start : quoted.span.start]} {article.text[quoted.span.end : span.end]}"
        return Kind.ATTRIBUTION if _says(beside) else Kind.QUOTATION
    time, amount = _time(words, article.provenance.published), _amount(words)
    if time is not None and (amount is None or len(time[0]) > MOSTLY * len(words.strip())):
        return Kind.DATE
    if amount is not None:
        return Kind.QUANTITY
    if _says(words):
        return Kind.ATTRIBUTION
    return Kind.NAME if _is_name(words) else Kind.STATEMENT


def read_value(case: Case, article_id: str, span: Span, kind: Kind, text: str | None = None) -> Value:
    """What the words at `span` state as a claim of this kind; with `text`, what a person typed instead of them."""
    article = case.article(article_id)
    words = " ".join((span.of(article.text) if text is None else text).split())
    match kind:
        case Kind.QUANTITY:
            return _quantity(words) or Text(words)
        case Kind.DATE:
            found = _time(words, article.provenance.published)
            return found[1] if found else Text(words)
        case Kind.QUOTATION:
            return _quotation(article, span, text)
        case Kind.ATTRIBUTION:
            return Attribution(words if text is not None else None, None, None, span)
        case Kind.NAME:
            return Name(re.sub(r"['’‘]s?$", "", words), "other")
        case Kind.STATEMENT:
            return Statement(words, True, "told")


def retyped(case: Case, claim_id: str, text: str) -> Value:
    """What a person types instead of what a claim was read as. It is about what it was about before: "3" instead of
    "two cosmonauts" counts cosmonauts, and a name instead of a speaker leaves the words as they are."""
    assert case.analysis is not None
    claim = next(c for c in case.analysis.claims if c.id == claim_id)
    value, typed = read_value(case, claim.article, claim.span, claim.kind, text), " ".join(text.split())
    match claim.value, value:
        case Quantity() as old, Quantity() as new if new.unit is None:
            return replace(new, unit=old.unit, noun=old.noun, change=old.change)
        case (Attribution() as said, _):
            return replace(said, speaker=typed or None, speaker_span=None)
        case Name() as name, Name(canonical=canonical):
            return replace(name, canonical=canonical)
        case Quotation() as quotation, Quotation(words=words):
            return replace(quotation, words=words)
        case Statement() as statement, Statement(predicate=predicate):
            return replace(statement, predicate=predicate, arguments=())
    return value


def spoken_by(case: Case, claim_id: str, speaker: str) -> Value:
    """What a quotation or attribution states once another speaker is named; any other claim as it is."""
    assert case.analysis is not None
    value = next(c for c in case.analysis.claims if c.id == claim_id).value
    if isinstance(value, Quotation | Attribution):
        return replace(value, speaker=" ".join(speaker.split()) or None, speaker_span=None)
    return value


# --- numbers and times ------------------------------------------------------------------------------


def _amount(words: str) -> Amount | None:
    found = [a for a in amounts.find(words) if a.kind not in {"malformed", "ordinal"}]
    return found[0] if found else None


def _quantity(words: str) -> Quantity | None:
    amount = _amount(words)
    if amount is None:
        return None
    noun = None if amount.unit else _noun(words[amount.span.end :])
    unit = amount.unit.name if amount.unit else noun
    if amount.number is None and amount.low is None and amount.high is None:
        return None
    modifier = amount.modifier
    if amount.number is None and modifier is Modifier.EXACT:
        modifier = Modifier.RANGE
    return Quantity(amount.number, amount.low, amount.high, unit, modifier, noun)


def _noun(after: str) -> str | None:
    """The last word of what is counted, in the singular: "Russian cosmonauts aboard" ends at no small word, so the
    first plural counts."""
    words = re.match(r"[^.,;:()]*", after.lower())
    told = re.findall(r"[a-z][a-z'’-]*", words.group() if words else "")
    counted = told[: next((n for n, w in enumerate(told) if w in SMALL), len(told))]
    plural = next((w for w in counted if w in SINGULAR or (w.endswith("s") and not w.endswith("ss"))), None)
    noun = plural or (counted[-1] if counted else None)
    return _singular(noun) if noun else None


def _singular(noun: str) -> str:
    if noun in SINGULAR:
        return SINGULAR[noun]
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("sses", "xes", "ches", "shes")):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith(("ss", "us", "is")) else noun


def _time(words: str, published: date | None) -> tuple[Span, TimeExpression] | None:
    """The longest time that is told; a day rather than a length of time."""
    found = told_in(words, published)
    return max(found, key=lambda f: (f[1].type is not TimexType.DURATION, len(f[0])), default=None)


# --- words that are said ----------------------------------------------------------------------------


def quoted_in(article: Article, span: Span) -> Stretch | None:
    """The quotation that the selected words hold, or all of whose words they are."""
    held = [s for s in stretches(article.text) if span.contains(s.inner) and s.inner.of(article.text).strip()]
    return max(held, key=lambda s: len(s.span), default=None)


def _quotation(article: Article, span: Span, text: str | None) -> Quotation:
    if text is not None:
        return Quotation(text.strip().strip("\"“”„«»‘’'"))
    quoted = quoted_in(article, span)
    return Quotation((quoted.inner if quoted else span).of(article.text))


def _says(words: str) -> bool:
    """Whether a verb of speech is among the words."""
    return any(_lemma(w) in _speaking() for w in re.findall(r"[a-z]+", words.lower()))


@cache
def _speaking() -> frozenset[str]:
    return frozenset(verbs())


def _lemma(word: str) -> str:
    irregular = {"said": "say", "says": "say", "told": "tell", "wrote": "write", "spoke": "speak"}
    if word in irregular:
        return irregular[word]
    stem = re.sub(r"(?:ed|s)$", "", word)  # "warning" is a noun more often than not
    return stem if stem in _speaking() else stem + "e"


def _is_name(words: str) -> bool:
    told = re.findall(r"[^\W\d_][\w'’.-]*", words)
    small = set(lexicon("names")["parts"]["links"])
    return bool(told) and told[0][0].isupper() and all(w[0].isupper() or w in small for w in told)
