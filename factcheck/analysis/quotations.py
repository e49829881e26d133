"""Quotations, attributions, and who is said to have uttered them."""

from __future__ import annotations

import re

from factcheck.analysis.antecedents import Antecedents
from factcheck.analysis.attributions import Report, reports
from factcheck.analysis.marks import Stretch, stretches
from factcheck.analysis.mentions import Mention
from factcheck.analysis.parsing import Parsed
from factcheck.analysis.speakers import Source, Speech
from factcheck.analysis.utterances import sources
from factcheck.analysis.works import arms_length, uttered
from factcheck.values import Attribution, Kind, Quotation, Span

_EDIT = re.compile(r"\[[^\]\n]{0,60}\]|\([a-z][^)\n]{0,40}\)|…|\.\s?\.\s?\.(?:\s?\.)?")


def find(parsed: Parsed) -> list[Mention]:
    """Every quotation of the article with its speaker, and every attribution, in order of their places."""
    if not parsed.text.strip():
        return []
    quoted = stretches(parsed.text)
    spoken = uttered(parsed, quoted)
    speech = Speech(parsed, spoken, tuple(s for s in quoted if s not in spoken))
    said = [
        source if source is not None and not arms_length(speech, stretch, source) else None
        for stretch, source in zip(speech.outer, sources(speech), strict=True)
    ]
    names = Antecedents(speech.doc, speech.hidden)
    told = reports(speech, said)
    for source in sorted({*(s for s in said if s is not None), *(r.source for r in told)}, key=lambda s: s.head):
        names.name(source.start, source.end, source.head)
    pairs = zip(speech.outer, said, strict=True)
    found = [_quotation(speech, names, stretch, source) for stretch, source in pairs if source is not None]
    found += [_attribution(speech, names, report) for report in told]
    return sorted(found, key=lambda m: (m.span, m.kind))


def _place(speech: Speech, source: Source) -> Span:
    mention = speech.doc[source.start : source.end]
    return Span(mention.start_char, mention.end_char)


def _quotation(speech: Speech, names: Antecedents, stretch: Stretch, source: Source) -> Mention:
    words = stretch.inner.of(speech.text)
    speaker = names.known(source.head)
    cue = speech.doc[source.cue].text if source.cue is not None else None
    value = Quotation(words, speaker, _place(speech, source), cue, tuple(_EDIT.findall(words)))
    return Mention(Kind.QUOTATION, stretch.span, value, speaker)


def _attribution(speech: Speech, names: Antecedents, report: Report) -> Mention:
    source, content = report.source, Span(report.start, report.end)
    place = _place(speech, source)
    cue = speech.doc[source.cue] if source.cue is not None else None
    ends = [content, place] if cue is None else [content, place, Span(cue.idx, cue.idx + len(cue))]
    near = [s for s in ends if "\n" not in speech.text[min(s.end, content.end) : max(s.start, content.start)]]
    span = Span(min(s.start for s in near), max(s.end for s in near))
    speaker = names.known(source.head)
    return Mention(Kind.ATTRIBUTION, span, Attribution(speaker, place, cue.text if cue else None, content), speaker)
