"""What stands around a time expression: is it one, and does its clause look back or ahead?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.analysis.dates.meaning import Resolved, Setting, Tense
from factcheck.analysis.dates.words import Item
from factcheck.analysis.parsing import Parsed
from factcheck.shipped import lexicon
from factcheck.values import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

# A date told further back than this is no longer what "the next day" counts from.
REMEMBERED = 600


def setting_of(parsed: Parsed, span: Span, told: tuple[int, Resolved] | None) -> Setting:
    near = told[1] if told and span.start - told[0] <= REMEMBERED else None
    return Setting(parsed.article.provenance.published, tense(parsed, span), near)


def tense(parsed: Parsed, span: Span) -> Tense | None:
    """The tense of the clause, by the nearest verb above the words; None without one."""
    tokens = parsed.tokens(span)
    token = tokens.root
    for _ in range(12):
        if token.pos_ in ("VERB", "AUX"):
            found = _verb_tense(token)
            if found is not None:
                return found
        if token.head is token:
            return None
        token = token.head
    return None


def _verb_tense(verb: Token) -> Tense | None:
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    words = {child.lower_ for child in helpers}
    if words & {"will", "’ll", "'ll", "shall", "would", "could", "should", "may", "might", "can", "must", "wo"}:
        return None if "have" in words else Tense.FUTURE
    if any(child.tag_ in ("VBD",) or child.lower_ in ("has", "have", "had", "’ve", "'ve") for child in helpers):
        return Tense.PAST
    if "to" in words:
        return Tense.FUTURE if verb.dep_ in ("xcomp", "acl", "advcl", "ROOT") else None
    if verb.tag_ == "VBD":
        return Tense.PAST
    if any(child.tag_ in ("VBZ", "VBP") for child in helpers) or verb.tag_ in ("VBZ", "VBP"):
        return Tense.PAST if verb.lemma_ in REPORTING else Tense.PRESENT
    if verb.tag_ == "VBN" and verb.dep_ in ("acl", "amod", "ROOT"):
        return Tense.PAST
    return None


REPORTING = frozenset({"say", "tell", "report", "announce", "write", "show"})


def stands(parsed: Parsed, span: Span, item: Item) -> bool:
    """False for words that only look like a time here."""
    text = parsed.text
    if span.of(text).strip() == text.strip():
        return True
    words = span.of(text)
    if words.isdigit():
        return _is_year(parsed, span)
    if words.lower() in lexicon("dates")["doubtful"]["words"]:
        return _is_name_of_time(parsed, span)
    return not _inside_name(parsed, span)


def _is_year(parsed: Parsed, span: Span) -> bool:
    """Bare digits are a year after a preposition of time, in brackets, or where the parser saw a date."""
    tokens = parsed.tokens(span)
    token = tokens[0]
    after = parsed.text[span.end : span.end + 1]
    if token.ent_type_ in ("DATE", "EVENT"):
        return True
    if token.ent_type_ in ("CARDINAL", "MONEY", "QUANTITY", "PERCENT", "ORDINAL", "TIME"):
        return False
    before = token.nbor(-1).lower_ if token.i else ""
    return before in ("in", "since", "by", "until", "of", "from", "during", "before", "after", "(") and after != "-"


def _is_name_of_time(parsed: Parsed, span: Span) -> bool:
    tokens = parsed.tokens(span)
    token = tokens[0]
    if token.text[0].islower() and token.text.lower() not in ("fall", "spring"):
        return False
    if token.ent_type_ in ("DATE", "TIME"):
        return token.pos_ not in ("VERB", "AUX")
    before = token.nbor(-1).lower_ if token.i else ""
    return token.pos_ in ("PROPN", "NOUN") and before in ("in", "since", "until", "of", "by", "last", "next", "from", "on")


NAMES = frozenset({"ORG", "WORK_OF_ART", "PERSON", "PRODUCT", "FAC", "LAW"})


def _inside_name(parsed: Parsed, span: Span) -> bool:
    """Part of a longer name: "USA Today", "The Sunday Times"."""
    tokens = parsed.tokens(span)
    if not all(token.ent_type_ in NAMES for token in tokens):
        return False
    first, last = tokens[0], tokens[-1]
    longer = first.ent_iob_ == "I" or (last.i + 1 < len(parsed.doc) and parsed.doc[last.i + 1].ent_iob_ == "I")
    return longer and any(token.text[:1].isupper() for token in tokens)
