"""Quotations and who is said to have uttered them."""

from __future__ import annotations

import re

from factcheck.analysis.marks import Stretch, stretches
from factcheck.analysis.mentions import Mention
from factcheck.analysis.parsing import Parsed
from factcheck.analysis.speakers import Source, Speech
from factcheck.analysis.utterances import sources
from factcheck.values import Kind, Quotation, Span

_EDIT = re.compile(r"\[[^\]\n]{0,60}\]|\([a-z][^)\n]{0,40}\)|…|\.\s?\.\s?\.(?:\s?\.)?")


def find(parsed: Parsed) -> list[Mention]:
    """Every quotation of the article with its speaker, and every attribution, in order of their places."""
    if not parsed.text.strip():
        return []
    speech = Speech(parsed, stretches(parsed.text))
    found = list[Mention]()
    for stretch, source in zip(speech.outer, sources(speech), strict=True):
        if source is not None:
            found.append(_quotation(speech, stretch, source))
    return found


def _quotation(speech: Speech, stretch: Stretch, source: Source) -> Mention:
    doc = speech.doc
    mention = doc[source.start : source.end]
    place = Span(mention.start_char, mention.end_char)
    words = stretch.inner.of(speech.text)
    cue = doc[source.cue].text if source.cue is not None else None
    value = Quotation(words, mention.text, place, cue, tuple(_EDIT.findall(words)))
    return Mention(Kind.QUOTATION, stretch.span, value, mention.text)
