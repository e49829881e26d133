"""A case in which everything that can be typed, imported or received from others holds the same words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from factcheck.anchors import anchor
from factcheck.hand import correct, join, mark, refuse, rule, split
from factcheck.hand.contents import hand_content
from factcheck.review import Review, reviewed
from factcheck.scales import Scale, Step, Tone
from factcheck.standing import with_acts
from factcheck.values import (
    Analysis,
    Anchor,
    Article,
    Case,
    Change,
    Confidence,
    Decision,
    Evidence,
    Ground,
    Harmless,
    Judgement,
    Kind,
    OneName,
    Problem,
    Provenance,
    Quotation,
    Rating,
    Record,
    Refusal,
    ReportState,
    Reviewer,
    Rounding,
    Sort,
    Span,
    Stance,
    Status,
    Text,
    Words,
)
from tests.factories import make_article, make_claim, make_conflict
from tests.hand.acting import did, words_at
from tests.reports.rich import judging, signed

HERE = "https://example.org/"


def foreign_case(words: str, url: str = HERE) -> tuple[Case, Review, tuple[Scale, ...]]:
    """The case, what is decided in it, and the scales that are rated on."""
    case = _analysed(words, url)
    first, second = Reviewer("r", words), Reviewer("s", f"{words} two")
    record = foreign_record(words, url, case.articles[0])
    case = judging(case, "c1", Judgement(Decision.ANSWER, (words,), f"{words}\n\n{words}", record=record), first)
    unknown = replace(record, rating=Rating(f"{words} unknown", 7, words), evidence=record.evidence[:1])
    dismissed = Judgement(Decision.NOT_A_CONFLICT, (), words, Ground.OTHER, unknown)
    case = judging(case, "c1", dismissed, second)
    case = signed(case, "c1", agrees=True, words=words, by=second, whose=first)
    case = signed(case, "c1", agrees=False, words=words, by=first, whose=second)
    by_conclusion = Record(rating=Rating("short", 1, ""), conclusion=words, state=ReportState.WITHDRAWN)
    case = judging(case, "g2", Judgement(Decision.OPEN, record=by_conclusion), first)
    case = _handled(case, words, first)
    joined = next(c.id for c in case.analysis.conflicts if c.id != "c1") if case.analysis else ""
    case = judging(case, joined, Judgement(Decision.NEITHER, record=replace(record, evidence=())), first)
    review = reviewed(case)
    seen = replace(review.of("c1")[1], reason=f"{words}, as it was")
    beside = {**review.beside, "c1": (review.of("c1")[0], seen)}
    return case, replace(review, beside=beside, detached=(replace(seen, id="lost"),)), foreign_scales(words)


def foreign_record(words: str, url: str, article: Article) -> Record:
    start = article.text.index(words)
    quoted = anchor(article, Span(start, start + len(words)))
    gone = replace(quoted, article="gone", sha256="0" * 64)
    return Record(
        claim=words,
        claimant=words,
        said_on=words,
        place=words,
        appearances=(url, f"{words} on paper"),
        rating=Rating("foreign", 3, "chosen"),
        conclusion=words,
        confidence=Confidence.MEDIUM,
        tags=(words, f"{words} too"),
        evidence=(
            Evidence("1", Stance.SUPPORTS, words, words, quoted),
            Evidence("2", Stance.REFUTES, words, words, gone),
            Evidence("3", Stance.CONTEXT, words, words, None, url, url, date(2022, 7, 5)),
            Evidence("4", Stance.CONTEXT, file=words, file_name=words),
        ),
        state=ReportState.CORRECTED,
    )


def foreign_scales(words: str) -> tuple[Scale, ...]:
    steps = (
        Step("chosen", words, words, words, Tone.MOSTLY_FALSE),
        Step("other", f"{words} not", words, words, Tone.NEUTRAL, beside=True),
    )
    return Scale("foreign", 3, words, words, steps), Scale("short", 1, words, words, (), ordered=False)


def _analysed(words: str, url: str) -> Case:
    provenance = Provenance(words, words, words, date(2022, 7, 8), url, None, ("title",), words)
    texts = (f"Seven {words} died, {words}. Nobody drowned.", f"Eight {words} died, {words}. Nobody drowned.")
    articles = tuple(
        replace(make_article(text, id), provenance=provenance, path=words, encoding=words, repairs=(words,))
        for id, text in zip("ab", texts, strict=True)
    )
    claims = tuple(make_claim(a, f"{number} {words}") for a, number in zip(articles, ("Seven", "Eight"), strict=True))
    inner = tuple(make_claim(a, words, Kind.NAME) for a in articles)
    group, conflict = make_conflict(1, words, {words: (claims[0],), "eight": (claims[1],)}, reason=words)
    calm, _ = make_conflict(2, words, {"same": inner}, status=Status.AGREEMENT)
    drowned = tuple(make_claim(a, "Nobody") for a in articles)
    settled, harmless = make_conflict(3, words, {words: (drowned[0],), "nobody": (drowned[1],)})
    conflicts = (replace(conflict, rule=words), replace(harmless, rule=_flag(words)))
    found = Analysis((*claims, *inner, *drowned), (group, calm, settled), conflicts, (Problem("a", words),))
    return with_acts(Case(words, words, articles, found=found))


def _handled(case: Case, words: str, by: Reviewer) -> Case:
    """A hand laid on in every way."""
    drowned, nobody = (words_at(case, "a", told) for told in ("drowned", "Nobody"))
    case = did(case, mark(case, "a", drowned, Kind.STATEMENT, Text(words), words, subject=words), by=by)
    case = did(case, mark(case, "b", drowned, Kind.QUOTATION, Quotation("drowned", words), words), by=by)
    case = did(case, mark(case, "a", nobody, Kind.NAME, Text(words), words), by=by)
    marked, spoken, named = (f"mark:{act.id}" for act in case.acts[-3:])
    case = did(case, correct(case, marked, Text(f"{words}!"), subject=f"{words}, not {words}", told=words), by=by)
    case = did(case, correct(case, spoken, Quotation("drowned", f"{words}, not {words}")), by=by)
    case = did(case, refuse(case, (named,)), by=by)
    case = did(case, join(case, (marked, spoken), words, opposed=True), by=by)
    case = did(case, split(case, (spoken,), words), by=by)
    eight = next(c.id for c in case.found.claims if c.text.startswith("Eight")) if case.found else ""
    case = did(case, correct(case, eight, subject=f"{words} again"), by=by)
    rules = (
        Rounding(Decimal("0.1"), words),
        OneName(f"{words} one", f"{words} two"),
        Harmless(_flag(words), Ground.OTHER),
    )
    case = did(case, *(rule(made) for made in rules), by=by)
    lost = Refusal((Words(Kind.NAME, Anchor("gone", "0" * 64, Span(0, len(words)), words, "", "")),))
    return did(case, Change(Sort.REFUSAL, hand_content(lost)), by=by)


def _flag(words: str) -> str:
    """The name of a rule of the program."""
    return f"{words}-x"
