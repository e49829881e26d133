"""A reviewed case -> the report value. Read `report_of` first: the rest are its parts, in the order of a report."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import PureWindowsPath

from factcheck import __version__
from factcheck.analysis import RULES_VERSION
from factcheck.errors import DamagedCase
from factcheck.reports import words
from factcheck.reports.addresses import web_address
from factcheck.reports.by_hand import by_hand
from factcheck.reports.judged import Judged, ShownStep
from factcheck.reports.judging import Judging
from factcheck.reports.marking import CALM, judged_groups, marking
from factcheck.reports.passages import lines
from factcheck.reports.quoting import Quoting
from factcheck.reports.report import Calm, Claimed, Detached, Fact, Finding, GivenAnswer, Remark, Report, Source
from factcheck.review import Review
from factcheck.scales import Scale, shipped_scales
from factcheck.team import talk
from factcheck.values import Analysis, Answer, Article, Case, Conflict, Decision, Group, Verdict


def report_of(case: Case, review: Review, made: datetime, scales: Iterable[Scale] | None = None) -> Report:
    """The report on `case` as reviewed. Raises DamagedCase when a text is not what its hash or its marks say.

    `scales` are those that ratings may be on: those that come with the program when left out.
    """
    analysis = case.analysis or Analysis()
    verify(case, analysis)
    marks = marking(case, analysis, review)
    quoting = Quoting(case, analysis, marks)
    judging = Judging(quoting, shipped_scales() if scales is None else scales, talk(case).signatures)
    parts = _Parts(analysis, review, quoting, judging)
    return Report(
        title=case.name,
        made=words.moment(made),
        program=__version__,
        rules=RULES_VERSION,
        compared=case.analysis is not None,
        tally=_tally(analysis.conflicts, review),
        legend=tuple(sign for sign in words.ALL_SIGNS if sign.style in marks.styles),
        sources=tuple(_source(a, quoting) for a in case.articles),
        findings=tuple(parts.finding(number, conflict) for number, conflict in enumerate(analysis.conflicts, 1)),
        claimed=tuple(parts.claimed(number, g) for number, g in enumerate(judged_groups(analysis, review), 1)),
        detached=tuple(parts.detached(v) for v in review.detached),
        by_hand=by_hand(case, quoting),
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


# --- parts ----------------------------------------------------------------------------------------


class _Parts:
    """The parts of a report on which there are verdicts."""

    def __init__(self, analysis: Analysis, review: Review, quoting: Quoting, judging: Judging) -> None:
        self._review, self._quoting, self._judging = review, quoting, judging
        self._questions = {group.id: group.question for group in analysis.groups}

    def finding(self, number: int, conflict: Conflict) -> Finding:
        verdicts = self._review.of(conflict.id)
        judged = tuple(self._judging.judged(v, len(conflict.answers), conflict.reason) for v in verdicts)
        return Finding(
            number=number,
            sign=words.sign_of(conflict, self._quoting.article_of),
            question=words.steady(self._questions[conflict.group]),
            reason=words.steady(conflict.reason),
            rule=words.rule_in_words(conflict.rule),
            confidence=words.confidence_in_words(conflict.confidence),
            answers=tuple(self._answer(answer, verdicts) for answer in conflict.answers),
            verdicts=judged,
            outcome=_outcome(verdicts, judged),
            given=_given(judged),
            decided=any(not verdict.open for verdict in judged),
            changed=conflict.id in self._review.changed,
        )

    def _answer(self, answer: Answer, verdicts: Sequence[Verdict]) -> GivenAnswer:
        choosing = [v for v in verdicts if v.decision is Decision.ANSWER and answer.text in v.answers]
        names = words.listed([verdict.reviewer.name for verdict in choosing])
        return GivenAnswer(
            answer.text,
            words.listed(self._quoting.names(self._quoting.article_of[c] for c in answer.claims)),
            tuple(self._quoting.quoted(c) for c in answer.claims),
            "" if not choosing else words.steady(f"right, by {names}") if verdicts[1:] else "right, by the verdict",
        )

    def claimed(self, number: int, group: Group) -> Claimed:
        return Claimed(
            number,
            words.SIGNS[group.status],
            words.steady(group.question),
            tuple(self._quoting.quoted(c) for c in group.claims),
            tuple(self._judging.judged(v, 0, v.reason) for v in self._review.of(group.id)),
            group.id in self._review.changed,
        )

    def detached(self, verdict: Verdict) -> Detached:
        anchors = dict.fromkeys(verdict.anchors)
        quotes = tuple((self._quoting.name(anchor.article), anchor.quote) for anchor in anchors)
        return Detached(words.steady(verdict.question), quotes, self._judging.judged(verdict, 0, verdict.reason))


def _outcome(verdicts: Sequence[Verdict], judged: Sequence[Judged]) -> str:
    """What became of a conflict in a line, for the list at the top."""
    decided = [(v, j) for v, j in zip(verdicts, judged, strict=True) if not j.open]
    if not decided:
        return "Open"
    if _differ(verdicts):
        names = words.listed(sorted({v.reviewer.name for v, _ in decided}))
        return words.steady(f"{words.JUDGED_DIFFERENTLY} by {names}")
    doubted = any(not r.agrees and not r.changed for _, j in decided for r in j.readings)
    return decided[0][1].decision + ("; a second reader does not agree" if doubted else "")


def _given(judged: Iterable[Judged]) -> ShownStep | None:
    """The step that all who rate give, on one scale."""
    rated = [verdict.rated for verdict in judged if verdict.rated]
    return rated[0].given if len(set(rated)) == 1 else None


def _differ(verdicts: Iterable[Verdict]) -> bool:
    return len({(v.decision, frozenset(v.answers)) for v in verdicts if v.decision is not Decision.OPEN}) > 1


def _calm(group: Group, quoting: Quoting) -> Calm:
    quoted = tuple(quoting.quoted(c) for c in group.claims)
    return Calm(words.SIGNS[group.status], words.steady(group.question), quoted, words.steady(group.ground))


def _tally(conflicts: Iterable[Conflict], review: Review) -> tuple[tuple[str, int], ...]:
    """How the decided conflicts were decided; a record alone decides nothing."""
    counts: Counter[str] = Counter()
    for conflict in conflicts:
        decided = [v for v in review.of(conflict.id) if v.decision is not Decision.OPEN]
        if decided:
            said = words.SEVERAL_RIGHT if decided[0].answers[1:] else words.TALLY[decided[0].decision]
            counts[words.JUDGED_DIFFERENTLY if _differ(decided) else said] += 1
    first, *others = (words.TALLY[decision] for decision in Decision if decision is not Decision.OPEN)
    order = (first, words.SEVERAL_RIGHT, *others, words.JUDGED_DIFFERENTLY)
    return tuple((said, counts[said]) for said in order if counts[said])


def _source(article: Article, quoting: Quoting) -> Source:
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
        lines=lines(article.text, quoting.marks(article.id)),
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
