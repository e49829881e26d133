"""A reviewed case -> the report value. Read `report_of` first: the rest are its parts, in the order of a report."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import PureWindowsPath
from urllib.parse import urlsplit

from factcheck import __version__
from factcheck.analysis import RULES_VERSION
from factcheck.errors import DamagedCase
from factcheck.reports import words
from factcheck.reports.passages import Mark, context, lines
from factcheck.reports.report import Calm, Detached, Fact, Finding, GivenAnswer, Judged, Quoted, Remark, Report, Source
from factcheck.review import Review
from factcheck.values import Analysis, Anchor, Article, Case, Claim, Conflict, Decision, Group, Status, Verdict

CALM = (Status.AGREEMENT, Status.COMPATIBLE)


def report_of(case: Case, review: Review, made: datetime) -> Report:
    """The report on `case` as reviewed. Raises DamagedCase when a text is not what its hash or its marks say."""
    analysis = case.analysis or Analysis()
    verify(case, analysis)
    marks = _marks(case, analysis)
    quoting = _Quoting(case, analysis, marks)
    findings = tuple(
        _finding(number, conflict, analysis, review, quoting) for number, conflict in enumerate(analysis.conflicts, 1)
    )
    return Report(
        title=case.name,
        made=words.moment(made),
        program=__version__,
        rules=RULES_VERSION,
        compared=case.analysis is not None,
        tally=_tally(analysis.conflicts, review.by_conflict),
        legend=tuple(sign for sign in words.ALL_SIGNS if sign.style in {m.style for m in marks.values()}),
        sources=tuple(_source(a, quoting, analysis) for a in case.articles),
        findings=findings,
        detached=tuple(_detached(v, quoting) for v in review.detached),
        calm=tuple(_calm(g, quoting) for g in analysis.groups if g.status in CALM),
        remarks=tuple(Remark(quoting.name(p.article), p.message) for p in analysis.problems),
    )


def verify(case: Case, analysis: Analysis) -> None:
    """Every text has its hash, and every claim's words stand where it says. Raises DamagedCase."""
    for article in case.articles:
        if hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest() != article.sha256:
            raise DamagedCase(f"{article.label}: the stored text is not the one that was imported (SHA-256 differs)")
    for claim in analysis.claims:
        article = case.article(claim.article)
        if claim.span.of(article.text) != claim.text or not claim.text.strip():
            raise DamagedCase(f"{article.label}: the mark at {claim.span.start} has slid off its words “{claim.text}”")


# --- marks ----------------------------------------------------------------------------------------


def _marks(case: Case, analysis: Analysis) -> dict[str, Mark]:
    """A numbered mark for every claim that a finding or a quiet result speaks of, by claim id."""
    styles: dict[str, str] = {}
    findings: dict[str, list[int]] = {}
    for group in analysis.groups:
        if group.status in CALM:
            styles |= dict.fromkeys(group.claims, words.SIGNS[group.status].style)
    # The weightier style wins where a claim takes part in several: a conflict is written last.
    weight = [words.SIGNS[Status.UPDATE].style, words.SELF_CONTRADICTION.style, words.CONFLICT.style]
    article = {claim.id: claim.article for claim in analysis.claims}
    numbered = enumerate(analysis.conflicts, 1)
    for number, conflict in sorted(numbered, key=lambda nc: weight.index(words.sign_of(nc[1], article).style)):
        for claim in conflict.claims:
            styles[claim] = words.sign_of(conflict, article).style
            findings.setdefault(claim, []).append(number)
    order = {a.id: i for i, a in enumerate(case.articles)}
    marked = sorted((c for c in analysis.claims if c.id in styles), key=lambda c: (order[c.article], c.span))
    return {
        c.id: Mark(number, c.span, styles[c.id], tuple(sorted(findings.get(c.id, ()))))
        for number, c in enumerate(marked, 1)
    }


class _Quoting:
    """Finds claims, sources and marks by their ids while a report is put together."""

    def __init__(self, case: Case, analysis: Analysis, marks: Mapping[str, Mark]) -> None:
        self._case = case
        self._claims = {c.id: c for c in analysis.claims}
        self._marks = marks
        self._letters = {a.id: words.letter(i) for i, a in enumerate(case.articles)}
        labels = Counter(a.label for a in case.articles)
        self._names = {
            a.id: words.steady(f"{a.label} ({self._letters[a.id]})" if labels[a.label] > 1 else a.label)
            for a in case.articles
        }

    def claim(self, id: str) -> Claim:
        return self._claims[id]

    def letter(self, article: str) -> str:
        return self._letters[article]

    def name(self, article: str) -> str:
        return self._names.get(article, "An article no longer in the case")

    def names(self, articles: Iterable[str]) -> tuple[str, ...]:
        """Each named once, in the order of the case's articles."""
        wanted = set(articles)
        return tuple(name for id, name in self._names.items() if id in wanted)

    def quoted(self, claim_id: str) -> Quoted:
        claim = self._claims[claim_id]
        article = self._case.article(claim.article)
        around = context(article.text, claim.span, claim.sentence)
        return Quoted(self.letter(article.id), article.label, around, self._marks[claim_id].number)

    def mark_of(self, claim: Claim) -> Mark | None:
        return self._marks.get(claim.id)


# --- parts ----------------------------------------------------------------------------------------


def _finding(number: int, conflict: Conflict, analysis: Analysis, review: Review, quoting: _Quoting) -> Finding:
    question = next(g.question for g in analysis.groups if g.id == conflict.group)
    verdict = review.by_conflict.get(conflict.id)
    judged = _judged(verdict, quoting, len(conflict.answers), conflict.reason) if verdict else None
    return Finding(
        number=number,
        sign=words.sign_of(conflict, {claim.id: claim.article for claim in analysis.claims}),
        question=words.steady(question),
        reason=words.steady(conflict.reason),
        rule=words.rule_in_words(conflict.rule),
        confidence=words.confidence_in_words(conflict.confidence),
        answers=tuple(
            GivenAnswer(
                answer.text,
                words.listed(quoting.names(quoting.claim(c).article for c in answer.claims)),
                tuple(quoting.quoted(c) for c in answer.claims),
                verdict is not None and verdict.decision is Decision.ANSWER and answer.text in verdict.answers,
            )
            for answer in conflict.answers
        ),
        verdict=replace(judged, changed=conflict.id in review.changed) if judged else None,
    )


def _judged(verdict: Verdict, quoting: _Quoting, answers: int, reason: str) -> Judged:
    sources = quoting.names(anchor.article for anchor in verdict.answer_anchors)
    return Judged(
        decision=words.decision_in_words(verdict.decision, verdict.answers, sources, answers),
        rationale=verdict.rationale,
        reviewer=verdict.reviewer.name,
        decided=words.moment(verdict.decided),
        replaced=verdict.replaces is not None,
        reason_seen=words.steady(verdict.reason) if verdict.reason != reason else None,
    )


def _detached(verdict: Verdict, quoting: _Quoting) -> Detached:
    quotes = tuple((quoting.name(anchor.article), anchor.quote) for anchor in _unique(verdict.anchors))
    return Detached(words.steady(verdict.question), quotes, _judged(verdict, quoting, 0, verdict.reason))


def _unique(anchors: Iterable[Anchor]) -> tuple[Anchor, ...]:
    return tuple(dict.fromkeys(anchors))


def _calm(group: Group, quoting: _Quoting) -> Calm:
    return Calm(words.SIGNS[group.status], words.steady(group.question), tuple(quoting.quoted(c) for c in group.claims))


def _tally(conflicts: Iterable[Conflict], given: Mapping[str, Verdict]) -> tuple[tuple[str, int], ...]:
    counts = Counter(given[c.id].decision for c in conflicts if c.id in given)
    return tuple((words.TALLY[d], counts[d]) for d in Decision if counts[d])


def _source(article: Article, quoting: _Quoting, analysis: Analysis) -> Source:
    marks = [m for c in analysis.claims if c.article == article.id and (m := quoting.mark_of(c))]
    return Source(
        letter=quoting.letter(article.id),
        name=quoting.name(article.id),
        label=article.label,
        facts=_facts(article),
        note=article.provenance.note,
        sha256=article.sha256,
        file_sha256=file_digest(article),
        encoding=article.encoding,
        repairs=article.repairs,
        lines=lines(article.text, marks),
    )


def file_digest(article: Article) -> str | None:
    """The SHA-256 of the file the article came from, as it was read."""
    return hashlib.sha256(article.original).hexdigest() if article.original else None


def file_name(article: Article) -> str | None:
    """The name of the file it came from, without its folders: those are the reviewer's own affair."""
    return PureWindowsPath(article.path).name if article.path else None


def _facts(article: Article) -> tuple[Fact, ...]:
    """What is known and what is not; when it was fetched and from which file only where that is known."""
    p = article.provenance
    facts = [
        Fact("Title", p.title, "title" in p.inferred),
        Fact("Source", p.source, "source" in p.inferred),
        Fact("Author", p.author, "author" in p.inferred),
        Fact("Published", words.day(p.published) if p.published else None, "published" in p.inferred),
        Fact("Address", p.url, "url" in p.inferred, web_address(p.url) if p.url else None),
    ]
    if p.retrieved:
        facts.append(Fact("Retrieved", words.day(p.retrieved), "retrieved" in p.inferred))
    if name := file_name(article):
        facts.append(Fact("File", name))
    return tuple(facts)


def web_address(url: str) -> str | None:
    """`url` when it is an address a browser may open: http or https, with a host and nothing invisible in it."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    plain = url.isprintable() and not any(c.isspace() for c in url)
    return url if plain and parts.scheme in ("http", "https") and parts.hostname else None
