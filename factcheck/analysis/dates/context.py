"""What stands around a time expression: is it one, and does its clause look back or ahead?"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from factcheck.analysis.dates.meaning import Resolved, Setting, Tense, Yearless
from factcheck.analysis.dates.words import Item
from factcheck.analysis.parsing import Parsed
from factcheck.shipped import lexicon
from factcheck.values import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

# A date told further back than this is no longer what "the next day" counts from.
REMEMBERED = 400


def setting_of(parsed: Parsed, span: Span, told: tuple[int, Resolved] | None) -> Setting:
    near = told[1] if told and span.start - told[0] <= REMEMBERED else None
    ahead = AHEAD.search(parsed.text, max(0, span.start - 20), span.start)
    when = tense(parsed, span)
    if ahead and not (ahead[1] and when is Tense.PAST and _denied(parsed, span)):
        when = Tense.FUTURE
    else:
        ahead = None
    compared = when is None or FIGURE.search(parsed.text, max(0, span.start - 20), span.start) is not None
    return Setting(parsed.article.provenance.published, when, near, not ahead and _nominal(parsed, span), compared)


def _nominal(parsed: Parsed, span: Span) -> bool:
    """ "Tuesday's election", "the March incident", "a deadline of May 1": the words belong to a noun."""
    token = parsed.tokens(span).root
    if token.dep_ == "pobj":
        token = token.head
    return token.head.i != token.i and token.head.pos_ in ("NOUN", "PROPN")


@cache
def _ahead() -> frozenset[str]:
    return frozenset(lexicon("dates")["ahead"]["verbs"])


def _denied(parsed: Parsed, span: Span) -> bool:
    """ "He did not concede until Monday": he did, on Monday."""
    token = parsed.tokens(span).root
    verb = next((t for t in token.ancestors if t.pos_ in ("VERB", "AUX")), token)
    return any(child.dep_ == "neg" for child in verb.children)


# A figure right before the words: "sales of $2.1 billion a year ago", "31 cents a share a year earlier".
FIGURE = re.compile(r"(?:[\d%]|million|billion|percent|per cent|cents|a share|loss|profit),?\s+$")
# Words before a date that look forward, whatever the tense of the clause.
AHEAD = re.compile(
    r"\b(?:ahead of|(until|till)|upcoming|due|(?:set|scheduled|slated|planned) for)(?: the)?\s+$", re.IGNORECASE
)


def tense(parsed: Parsed, span: Span) -> Tense | None:
    """The tense of the clause, by the nearest verb above the words; None without one."""
    tokens = parsed.tokens(span)
    token = tokens.root
    for _ in range(12):
        if token.pos_ in ("VERB", "AUX"):
            found = _verb_tense(token)
            if found is not None:
                return found
        if token.head.i == token.i:
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
        if verb.head.tag_ == "VBD" and verb.dep_ in ("advcl", "xcomp") and verb.head.lemma_ not in _ahead():
            return Tense.PAST  # "he telephoned to congratulate him", "they began to leave"
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
    words = span.of(parsed.text)
    if words.strip() == parsed.text.strip():
        return True
    if words.isdigit():
        return _is_year(parsed, span)
    plain = words.lower().removeprefix("the ").removeprefix("this ").rstrip(".")
    if plain in lexicon("dates")["doubtful"]["words"]:
        return _is_name_of_time(parsed, span)
    if plain in lexicon("dates")["parts"] and plain == words.lower():
        return False
    if plain == "soon" and re.search(r"\bas\s+$", parsed.text[: span.start], re.IGNORECASE):
        return False
    if plain == "past" or (isinstance(item.value, Yearless) and item.value.month is None and not item.value.weekday):
        return not _goes_on(parsed, span)
    if plain in lexicon("dates")["sets"] and words[:1].isupper():
        return (
            parsed.sentence(span.start).start == span.start and not parsed.text[span.end + 1 : span.end + 2].isupper()
        )
    if words.isupper() and words.isalpha() and not _shouted(parsed, span):
        return False
    return not (_inside_name(parsed, span) or _titled(parsed, span) or _characterised(parsed, span, item))


def _shouted(parsed: Parsed, span: Span) -> bool:
    """In a sentence all in capitals "NOW" is a time; elsewhere it is an organisation."""
    return parsed.sentence(span.start).of(parsed.text).isupper()


def _goes_on(parsed: Parsed, span: Span) -> bool:
    """The words are the beginning of a longer phrase: "the 28th lap", "the past two seasons"."""
    after = parsed.tokens(span)[-1].i + 1
    return after < len(parsed.doc) and parsed.doc[after].pos_ in ("NOUN", "PROPN", "ADJ", "NUM")


def _titled(parsed: Parsed, span: Span) -> bool:
    """ "Rookie of the Year": a unit in capitals behind a small word is part of a name."""
    words = span.of(parsed.text).split()
    units = lexicon("dates")["units"]
    plurals = lexicon("dates")["unit_plurals"]
    named = [
        w for w in words[1:] if w[:1].isupper() and not w.isupper() and (w.lower() in units or w.lower() in plurals)
    ]
    return bool(named) and not words[0][:1].isupper()


def _characterised(parsed: Parsed, span: Span, item: Item) -> bool:
    """ "The closing days", "his formative years": a plain plural with an adjective measures nothing."""
    if item.text not in lexicon("dates")["unit_plurals"]:
        return False
    token = parsed.tokens(span)[0]
    return (
        token.i > 0
        and token.nbor(-1).pos_ in ("ADJ", "PRON", "VERB", "PROPN")
        and token.nbor(-1).dep_ in ("amod", "poss", "compound")
    )


def _is_year(parsed: Parsed, span: Span) -> bool:
    """Bare digits are a year after a preposition of time, in brackets, or where the parser saw a date."""
    tokens = parsed.tokens(span)
    token = tokens[0]
    after = parsed.text[span.end : span.end + 1]
    if token.dep_ == "nummod" and token.head.tag_ == "NNS" and token.head.i == token.i + 1:
        return False
    if token.ent_type_ in ("DATE", "EVENT"):
        return True
    if token.ent_type_ in ("CARDINAL", "MONEY", "QUANTITY", "PERCENT", "ORDINAL", "TIME"):
        return False
    before = token.nbor(-1).lower_ if token.i else ""
    return before in ("in", "since", "by", "until", "of", "from", "during", "before", "after", "(") and after != "-"


def _is_name_of_time(parsed: Parsed, span: Span) -> bool:
    """Words such as "May", "March", "Sun", "fall", which need more than their spelling."""
    token = parsed.tokens(span)[-1]
    if token.text == "." and token.i:
        token = token.nbor(-1)
    season = token.lower_ in ("fall", "spring")
    if (token.text[0].islower() and not season) or token.pos_ in ("VERB", "AUX"):
        return False
    if token.lower_ in lexicon("dates")["weekdays"]:
        return token.ent_type_ == "DATE" and span.of(parsed.text)[:3].lower() != "the"
    before = token.nbor(-1).lower_ if token.i else ""
    if re.search(rf"\b[A-Z]\w+\.? {re.escape(token.text)}\b(?! \d)", parsed.text[: span.start]):
        return before in ("in", "since", "last", "next") and parsed.text[span.end : span.end + 2] not in ("'s", "’s")
    if before in (
        "in",
        "since",
        "until",
        "of",
        "by",
        "last",
        "next",
        "from",
        "between",
        "to",
        "and",
        "early",
        "late",
        "the",
    ):
        return token.ent_type_ in ("DATE", "") or season
    return token.ent_type_ in ("DATE", "TIME") and token.dep_ not in ("nsubj", "nsubjpass", "dobj", "poss")


@cache
def _names() -> re.Pattern[str]:
    """The names that hold a word of time."""
    return re.compile("|".join(map(re.escape, lexicon("dates")["names"]["words"])), re.IGNORECASE)


NAMES = frozenset({"ORG", "WORK_OF_ART", "PERSON", "PRODUCT", "FAC", "LAW"})


def _inside_name(parsed: Parsed, span: Span) -> bool:
    """Part of a longer name: "USA Today", "The Sunday Times"."""
    if _names().search(parsed.text, max(0, span.start - 16), span.end + 16):
        return True
    tokens = parsed.tokens(span)
    if not all(token.ent_type_ in NAMES for token in tokens):
        return False
    first, last = tokens[0], tokens[-1]
    longer = first.ent_iob_ == "I" or (last.i + 1 < len(parsed.doc) and parsed.doc[last.i + 1].ent_iob_ == "I")
    return longer and any(token.text[:1].isupper() for token in tokens)
