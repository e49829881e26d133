"""Makers of values with defaults, so that a test names only what it is about."""

from __future__ import annotations

import hashlib
import uuid
from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.contents import verdict_of
from factcheck.review import NOTE, changes_on, draft_on, drafts_on
from factcheck.shipped import shipped
from factcheck.values import (
    Act,
    Analysis,
    Answer,
    Article,
    Attribution,
    Case,
    Claim,
    Conflict,
    Decision,
    Group,
    Judgement,
    Kind,
    Name,
    Provenance,
    Quantity,
    Quotation,
    Reviewer,
    Span,
    Statement,
    Status,
    TimeExpression,
    TimexType,
    Value,
    Verdict,
)

if TYPE_CHECKING:
    from factcheck.workspace import Workspace


def make_article(text: str = "Seven died on Monday.", id: str = "a", **provenance: object) -> Article:
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return Article(id, text, sha256, Provenance(**provenance), original=text.encode())  # type: ignore[arg-type]


def make_claim(
    article: Article, words: str, kind: Kind = Kind.QUANTITY, value: Value | None = None, nth: int = 0
) -> Claim:
    """A claim on the `nth` place where `words` stand in the article."""
    start = -1
    for _ in range(nth + 1):
        start = article.text.index(words, start + 1)
    span = Span(start, start + len(words))
    value = value or _some_value(kind, words, span)
    return Claim(f"{article.id}:{kind[0]}{span.start}-{span.end}", article.id, kind, span, words, value, words, span)


def _some_value(kind: Kind, words: str, span: Span) -> Value:
    match kind:
        case Kind.QUANTITY:
            return Quantity(Decimal(7))
        case Kind.DATE:
            return TimeExpression("2022-07-03", TimexType.DATE, "2022-07-03", "2022-07-03")
        case Kind.QUOTATION:
            return Quotation(words)
        case Kind.ATTRIBUTION:
            return Attribution(None, None, None, span)
        case Kind.NAME:
            return Name(words, "PERSON")
        case Kind.STATEMENT:
            return Statement(words, True, "asserted")


def make_conflict(
    number: int,
    question: str,
    answers: dict[str, tuple[Claim, ...]],
    reason: str = "They cannot all be true.",
    status: Status = Status.CONFLICT,
) -> tuple[Group, Conflict]:
    claims = tuple(c for group in answers.values() for c in group)
    ids = tuple(c.id for c in claims)
    kind = claims[0].kind
    articles = {c.article for c in claims}
    made = tuple(Answer(text, tuple(c.id for c in given)) for text, given in answers.items())
    return (
        Group(f"g{number}", question, kind, status, ids),
        Conflict(f"c{number}", f"g{number}", kind, status, len(articles) == 1, ids, made, "made-by-hand", reason, 0.9),
    )


def seed_articles() -> tuple[Article, Article]:
    """The two articles of the sample case, under the ids "a" and "b"."""
    folder = shipped("seeds")
    first = (folder / "000_e543acc1a306e78a.txt").read_text("utf-8")
    second = (folder / "002_b9a5040eeacb4bbf.txt").read_text("utf-8")
    return make_article(first, "a", source="MailOnline"), make_article(second, "b", source="Wire report")


def seed_case() -> Case:
    """The sample case with its analysis set by hand: no parser needed. For tests of the store, window and report."""
    a, b = seed_articles()
    three_a = make_claim(a, "three cosmonauts", value=Quantity(Decimal(3), unit="cosmonaut"))
    three_b = make_claim(b, "three cosmonauts", value=Quantity(Decimal(3), unit="cosmonaut"))
    two_b = make_claim(b, "two Russian cosmonauts", value=Quantity(Decimal(2), unit="cosmonaut"))
    rebuke_a = make_claim(
        a,
        "strongly rebukes Russia using the International Space Station for political purposes to support its war "
        "against Ukraine.",
        Kind.QUOTATION,
    )
    rebuke_b = make_claim(
        b,
        "strongly rebukes using the International Space Station for political purposes to support (the) war against "
        "Ukraine",
        Kind.QUOTATION,
    )
    day_a = make_claim(
        a,
        "They also said the capture of the region was ‘a liberation day to celebrate both on Earth and in space.’",
        Kind.ATTRIBUTION,
        Attribution("three cosmonauts", None, "said", Span(0, 1)),
    )
    day_b = make_claim(
        b,
        'said the capture of the region was "a liberation day to celebrate both on Earth and in space"',
        Kind.ATTRIBUTION,
        Attribution("the Russian space agency", None, "said", Span(0, 1)),
    )
    countries = (make_claim(a, "15 international participating"), make_claim(b, "15 international participating"))
    made = [
        make_conflict(
            1,
            "How many cosmonauts?",
            {"three": (three_a, three_b), "two": (two_b,)},
            "three (MailOnline, Wire report) against two (Wire report): counts of cosmonauts.",
        ),
        make_conflict(
            2,
            "What exactly did NASA say?",
            {"strongly rebukes Russia using": (rebuke_a,), "strongly rebukes using": (rebuke_b,)},
            "MailOnline has “Russia” inside the quotation, Wire report does not.",
        ),
        make_conflict(
            3,
            "Who said “a liberation day”?",
            {"the three cosmonauts": (day_a,), "the Russian space agency": (day_b,)},
            "The same words are given to the cosmonauts (MailOnline) and to the Russian space agency (Wire report).",
        ),
    ]
    agreement = Group(
        "g4", "How many countries take part?", Kind.QUANTITY, Status.AGREEMENT, tuple(c.id for c in countries)
    )
    lysychansk = make_claim(a, "July 3", Kind.DATE)
    single = Group("g5", "When was Lysychansk captured?", Kind.DATE, Status.SINGLE, (lysychansk.id,))
    claims = (three_a, three_b, two_b, rebuke_a, rebuke_b, day_a, day_b, *countries, lysychansk)
    analysis = Analysis(
        tuple(sorted(claims, key=lambda c: (c.article, c.span))),
        (*(g for g, _ in made), agreement, single),
        tuple(c for _, c in made),
    )
    return Case("seeds", "NASA’s rebuke, July 2022", (a, b), analysis)


# --- what people do -------------------------------------------------------------------------------

ANN = Reviewer("r", "Ann")
NOON = datetime(2022, 7, 9, 12, tzinfo=UTC)


def verdict_on(
    case: Case,
    id: str,
    decision: Decision = Decision.NEITHER,
    answer: str | None = None,
    rationale: str = "",
    reviewer: Reviewer = ANN,
    decided: datetime = NOON,
) -> Verdict:
    """A new verdict on a conflict or group of the case, on top of the one this reviewer gave there."""
    judgement = Judgement(decision, (answer,) if answer is not None else (), rationale)
    (change,) = changes_on(case, (id,), judgement, reviewer)
    act_id = str(uuid.uuid4())
    act = Act(act_id, change.sort, change.subject or act_id, change.before, act_id, reviewer, decided, change.content)
    return verdict_of(act)


def judge(
    workspace: Workspace, case_id: str, id: str, decision: Decision, answer: str | None = None, rationale: str = ""
) -> Verdict:
    """Give one verdict in a store."""
    judgement = Judgement(decision, (answer,) if answer is not None else (), rationale)
    (act,) = workspace.judge(case_id, (id,), judgement)
    return verdict_of(act)


def begin(workspace: Workspace, case_id: str, id: str, text: str, sort: str = NOTE) -> None:
    """Write on a note in a store, or on what else is begun there."""
    case = workspace.open_case(case_id)
    before = drafts_on(case, workspace.drafts(case_id)).get((sort, id))
    workspace.keep_draft(case_id, draft_on(case, id, text, sort, before))


def notes(workspace: Workspace, case_id: str) -> dict[str, str]:
    """The notes that were begun, by conflict."""
    found = drafts_on(workspace.open_case(case_id), workspace.drafts(case_id))
    return {id: draft.text for (_, id), draft in found.items()}
