"""Who is said to have said what, between marks or in other words: "They also said the capture was ‘...’"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.analysis import cues
from factcheck.analysis.marks import Stretch
from factcheck.analysis.speakers import Source, Speech

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Report:
    """One act of saying: its source and the code points start..end of what was said."""

    source: Source
    start: int
    end: int


def reports(speech: Speech, sources: Sequence[Source | None]) -> list[Report]:
    """Every report of the article: clauses that a cue brings, then quotations that stand in no such clause."""
    found = list(_indirect(speech)) + _according(speech)
    for stretch, source in zip(speech.outer, sources, strict=True):
        if source is None or source.cue is None:
            continue
        at = next((i for i, r in enumerate(found) if r.source.cue == source.cue), None)
        if at is None:
            found.append(Report(source, stretch.span.start, stretch.span.end))
        else:
            found[at] = _with(found[at], stretch)
    return sorted(found, key=lambda r: (r.start, r.end))


def _with(report: Report, stretch: Stretch) -> Report:
    return Report(report.source, min(report.start, stretch.span.start), max(report.end, stretch.span.end))


def _indirect(speech: Speech) -> list[Report]:
    """`NASA said it ...`, `X told Y that ...`: a clause under a cue verb outside quotation marks."""
    found = list[Report]()
    verbs = cues.words("frames", "indirect")
    for word in speech.words:
        if word.tag_[:1] != "V" or word.lemma not in verbs or not speech.is_cue(word.i):
            continue
        token = speech.doc[word.i]
        report = None if _negated(token) else _clause(speech, token) or _that(speech, token)
        if report is not None:
            found.append(report)
    return found


def _clause(speech: Speech, cue: Token) -> Report | None:
    """The clause that the parse puts under the cue."""
    clause = next((c for c in cue.children if c.dep_ == "ccomp" and not speech.hidden[c.i]), None)
    speaker = speech.subject(cue)
    if clause is None or speaker is None or not speech.can_speak(speaker):
        return None
    if clause.i < cue.i and not _parenthetical(cue, clause):
        return None
    return Report(speech.source(speaker, cue.i), *_extent(speech, clause.left_edge.i, clause.right_edge.i, cue))


def _that(speech: Speech, cue: Token) -> Report | None:
    """`told state TV that ...` where the parse has lost its way: up to the end of the sentence."""
    begin = next((t.i for t in speech.doc[cue.i + 1 : cue.i + 7] if t.lower_ == "that" and t.tag_ == "IN"), None)
    if begin is None or speech.hidden[begin] or begin + 1 >= cue.sent.end:
        return None
    speaker = speech.subject(cue)
    if speaker is None and cue.tag_ in ("VBD", "VBZ", "VBP"):
        speaker = speech.beside(cue.i, list(range(cue.sent.start, cue.i + 1)))
    if speaker is None or not speech.can_speak(speaker):
        return None
    return Report(speech.source(speaker, cue.i), *_extent(speech, begin + 1, cue.sent.end - 1, cue))


def _parenthetical(cue: Token, clause: Token) -> bool:
    """`The vote, she said, was lost.`"""
    return clause.left_edge.i < cue.i


def _negated(token: Token) -> bool:
    return any(c.dep_ == "neg" for c in token.children)


def _extent(speech: Speech, first: int, last: int, cue: Token) -> tuple[int, int]:
    """Code points of the tokens first..last; of a clause around its cue, the longer side."""
    if first < cue.i < last:
        first, last = max((cue.i + 1, last), (first, cue.i - 1), key=lambda side: side[1] - side[0])
    elif first == cue.i:
        first += 1
    while first < last and (speech.doc[first].is_space or speech.doc[first].text in (",", ":", "that")):
        first += 1
    while last > first and (speech.doc[last].is_space or (speech.doc[last].is_punct and not speech.hidden[last])):
        last -= 1
    return speech.doc[first].idx, speech.doc[last].idx + len(speech.doc[last])


def _according(speech: Speech) -> list[Report]:
    """`..., according to X`: what was said is the rest of the sentence on its longer side."""
    found = list[Report]()
    for place in re.finditer(r"\b[Aa]ccording to\b", speech.text):
        token = speech.doc[speech.at(place.start())]
        if speech.hidden[token.i] or token.i + 2 >= len(speech.doc):
            continue
        speaker = speech.right(list(range(token.i + 2, min(token.i + 11, len(speech.doc)))))
        if speaker is None:
            continue
        source = speech.source(speaker, token.i)
        before = (token.sent.start, token.i)
        after = (source.end, token.sent.end)
        start, end = max(before, after, key=lambda side: side[1] - side[0])
        words = [t for t in speech.doc[start:end] if t.is_alpha]
        if words:
            found.append(Report(source, words[0].idx, words[-1].idx + len(words[-1])))
    return found
