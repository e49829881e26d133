"""What a report says of a case, before anything is laid out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

import pytest

from factcheck.errors import DamagedCase
from factcheck.reports.addresses import web_address
from factcheck.reports.composing import report_of
from factcheck.reports.judged import Judged
from factcheck.review import Review
from factcheck.values import Analysis, Case, Decision, Problem, Provenance, Span
from tests.factories import make_article, make_claim, make_conflict, seed_case
from tests.reports.reviewed import MADE, decided, make_review, make_verdict


def judged(decision: Decision, answer: str | None = None, rationale: str = "Seen.") -> Judged:
    case = seed_case()
    verdict = make_verdict(case, "c1", decision, answer, rationale)
    made = report_of(case, make_review(("c1", verdict)), MADE).findings[0].verdict
    assert made
    return made


@pytest.mark.parametrize(
    ("decision", "said"),
    [
        (Decision.ALL_HOLD, "Both can be true"),
        (Decision.NEITHER, "Neither is right"),
        (Decision.UNKNOWN, "The evidence does not tell"),
        (Decision.NOT_A_CONFLICT, "Not a conflict"),
    ],
)
def test_a_decision_is_said_in_plain_words(decision: Decision, said: str) -> None:
    assert judged(decision).decision == said


def test_an_answer_names_who_gave_it() -> None:
    assert judged(Decision.ANSWER, "three").decision == "MailOnline and Wire report: “three” is right"
    assert judged(Decision.ANSWER, "two").decision == "Wire report: “two” is right"


def test_the_answer_that_is_right_is_marked() -> None:
    case = seed_case()
    finding = report_of(case, decided(case), MADE).findings[0]
    assert [(a.text, a.right) for a in finding.answers] == [("three", "right, by the verdict"), ("two", "")]
    assert [a.sources for a in finding.answers] == ["MailOnline and Wire report", "Wire report"]


def test_a_rationale_is_kept_as_it_was_written() -> None:
    assert judged(Decision.UNKNOWN, rationale="One.\n\nTwo,\n*lines*.").rationale == "One.\n\nTwo,\n*lines*."


def test_times_are_told_in_utc() -> None:
    in_vienna = datetime(2022, 7, 10, 0, 30, tzinfo=timezone(timedelta(hours=2)))
    assert report_of(seed_case(), make_review(), in_vienna).made == "9 July 2022, 22:30 UTC"


def test_a_time_without_its_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        report_of(seed_case(), make_review(), datetime(2022, 7, 10))


def test_the_summary_counts_the_decided_and_what_they_decide() -> None:
    case = seed_case()
    review = make_review(
        ("c1", make_verdict(case, "c1", Decision.ANSWER, "two")), ("c3", make_verdict(case, "c3", Decision.UNKNOWN))
    )
    report = report_of(case, review, MADE)
    assert (len(report.findings), report.decided) == (3, 2)
    assert report.tally == (("One answer is right", 1), ("The evidence does not tell", 1))


def test_a_conflict_inside_one_article_is_a_self_contradiction() -> None:
    article = make_article("Seven died. Later: eight died.", source="Gazette")
    seven, eight = make_claim(article, "Seven"), make_claim(article, "eight")
    group, conflict = make_conflict(1, "How many died?", {"seven": (seven,), "eight": (eight,)})
    case = Case("x", "Flood", (article,), Analysis((seven, eight), (group,), (conflict,)))
    assert report_of(case, make_review(), MADE).findings[0].sign.word == "Self-contradiction"


def test_two_articles_of_one_source_are_told_apart_by_their_letters() -> None:
    first = make_article("Seven died.", "a", source="Gazette")
    second = make_article("Eight died.", "b", source="Gazette")
    seven, eight = make_claim(first, "Seven"), make_claim(second, "Eight")
    group, conflict = make_conflict(1, "How many died?", {"7": (seven,), "8": (eight,)})
    case = Case("x", "Flood", (first, second), Analysis((seven, eight), (group,), (conflict,)))
    assert [a.sources for a in report_of(case, make_review(), MADE).findings[0].answers] == [
        "Gazette (A)",
        "Gazette (B)",
    ]


def test_a_verdict_given_for_another_reason_shows_the_reason_then() -> None:
    case = seed_case()
    verdict = replace(make_verdict(case, "c1", Decision.UNKNOWN), reason="3 against 2")
    made = report_of(case, make_review(("c1", verdict)), MADE).findings[0].verdict
    assert made
    assert made.reason_seen == "3 against 2"


def test_a_verdict_on_a_conflict_that_has_changed_asks_for_another_look() -> None:
    case = seed_case()
    verdict = make_verdict(case, "c1", Decision.UNKNOWN)
    review = Review({"c1": verdict}, changed=frozenset({"c1"}))
    assert report_of(case, review, MADE).findings[0].changed


def test_a_replaced_verdict_is_told() -> None:
    case = seed_case()
    first = make_verdict(case, "c1", Decision.UNKNOWN)
    second = make_verdict(replace(case, verdicts=(first,)), "c1", Decision.ANSWER, "three")
    made = report_of(case, make_review(("c1", second)), MADE).findings[0].verdict
    assert made
    assert made.replaced


def test_detached_verdicts_keep_the_words_they_were_about() -> None:
    case = seed_case()
    (lost,) = report_of(case, decided(case), MADE).detached
    assert [name for name, _ in lost.quotes] == ["MailOnline", "Wire report"]
    assert all(quote.startswith("strongly rebukes") for _, quote in lost.quotes)


def test_a_detached_verdict_about_a_removed_article_says_so() -> None:
    case = seed_case()
    verdict = make_verdict(case, "c2", Decision.UNKNOWN)
    left = replace(case, articles=case.articles[:1], analysis=None)
    (lost,) = report_of(left, make_review(detached=(verdict,)), MADE).detached
    assert [name for name, _ in lost.quotes] == ["MailOnline", "An article no longer in the case"]


def test_a_case_that_was_not_compared_yet_has_a_report_too() -> None:
    report = report_of(Case("x", "New", (make_article(),)), make_review(), MADE)
    assert not report.compared
    assert report.sources[0].lines[0][0].text == "Seven died on Monday."


def test_agreements_and_problems_are_listed() -> None:
    case = seed_case()
    assert case.analysis
    case = replace(case, analysis=replace(case.analysis, problems=(Problem("a", "A line is cut off", Span(0, 3)),)))
    report = report_of(case, make_review(), MADE)
    assert [(c.sign.word, c.question) for c in report.calm] == [("Agreement", "How many countries take part?")]
    assert [(r.name, r.message) for r in report.remarks] == [("MailOnline", "A line is cut off")]


def test_provenance_tells_the_known_the_unknown_and_the_inferred() -> None:
    article = replace(
        make_article(),
        provenance=Provenance(source="Gazette", published=date(2022, 7, 8), inferred=("published",)),
        path="/home/ana/secret project/flood.txt",
    )
    facts = {f.name: f for f in report_of(Case("x", "Flood", (article,)), make_review(), MADE).sources[0].facts}
    assert (facts["Source"].value, facts["Source"].inferred) == ("Gazette", False)
    assert (facts["Published"].value, facts["Published"].inferred) == ("8 July 2022", True)
    assert facts["Author"].value is None
    assert facts["File"].value == "flood.txt"


def test_a_file_in_another_encoding_has_a_digest_of_its_own() -> None:
    article = replace(make_article("Café"), encoding="cp1252", original="Café".encode("cp1252"))
    source = report_of(Case("x", "Flood", (article,)), make_review(), MADE).sources[0]
    assert source.file_sha256 not in (None, source.sha256)
    unkept = replace(article, original=b"")
    assert report_of(Case("x", "Flood", (unkept,)), make_review(), MADE).sources[0].file_sha256 is None


def test_a_mark_off_its_words_stops_the_export() -> None:
    case = seed_case()
    assert case.analysis
    first, *rest = case.analysis.claims
    slid = replace(first, span=Span(first.span.start + 1, first.span.end + 1))
    with pytest.raises(DamagedCase, match="slid off its words"):
        report_of(replace(case, analysis=replace(case.analysis, claims=(slid, *rest))), make_review(), MADE)


def test_a_text_that_is_not_the_imported_one_stops_the_export() -> None:
    changed = replace(make_article("Seven died.", source="Gazette"), text="Eight died.")
    with pytest.raises(DamagedCase, match="Gazette"):
        report_of(Case("x", "Flood", (changed,)), make_review(), MADE)


@pytest.mark.parametrize("url", ["https://example.org/a?b=c#d", "http://example.org"])
def test_web_addresses_become_links(url: str) -> None:
    assert web_address(url) == url


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "file:///etc/passwd", "//example.org", "http://",
     "https://exa mple.org", "java\nscript:alert(1)", "https://example.org/\u202egpj", "http://[", "news", ""],
)  # fmt: skip
def test_anything_else_stays_text(url: str) -> None:
    assert web_address(url) is None


def test_the_time_of_decision_is_given_with_its_zone() -> None:
    assert judged(Decision.UNKNOWN).decided == "9 July 2022, 14:03 UTC"
