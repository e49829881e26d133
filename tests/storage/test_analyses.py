import random
import time
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from factcheck.storage import analyses as stored
from factcheck.storage import cases
from factcheck.values import Analysis, Frame, Group, Kind, Quantity, Span, Status
from factcheck.workspace import Workspace
from tests.factories import begin, make_article, make_claim, make_conflict
from tests.storage.samples import analysed_sample, analyses, of_articles, written

PIECES = (
    "Kyiv ",
    "7 ",
    "😀",
    "👩‍👩‍👧",
    "e\u0301",
    "ñ",
    "n\u0303",
    "\u202e",
    "中文",
    "𝔘",
    "\n",
    "“",
    "’ ",
    "\u0001",
    "\ufeff",
    "ﬁ",
)


TEXTS = {"first": "Seven 😀 died.", "second": "Six e\u0301 died."}


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(drawn=analyses(TEXTS))
def test_any_analysis_is_read_as_it_was_stored(workspace: Workspace, tmp_path: Path, drawn: Analysis) -> None:
    case = workspace.import_files(workspace.create_case("Any").id, written(tmp_path, **TEXTS)).case

    analysis = of_articles(drawn, dict(zip(TEXTS, [a.id for a in case.articles], strict=True)))

    assert workspace.keep_analysis(case.id, analysis).analysis == analysis


def test_every_digit_of_a_number_is_kept(workspace: Workspace, tmp_path: Path) -> None:
    case = workspace.import_files(workspace.create_case("Digits").id, written(tmp_path, a="1.10 or 10 million?")).case
    value = Quantity(Decimal("1.10"), Decimal("1E+7"), Decimal("0.1234567890123456789012345"))
    claim = make_claim(case.articles[0], "1.10", value=value)

    case = workspace.keep_analysis(case.id, Analysis((claim,)))

    assert case.analysis is not None
    read = case.analysis.claims[0].value
    assert repr(read) == repr(value)


def test_ten_thousand_random_spans_hold_the_same_words_after_a_round_trip(workspace: Workspace) -> None:
    chance = random.Random(7)
    texts = {f"n{n}": f"{n} " + "".join(chance.choices(PIECES, k=800)) for n in range(10)}
    case = workspace.create_case("Spans")
    cases_articles = [make_article(text, name) for name, text in texts.items()]
    with workspace._database.writing() as session:  # past intake, which repairs control characters
        cases.add_articles(session, case.id, cases_articles)
    articles = workspace.open_case(case.id).articles
    claims = []
    for number in range(10_000):
        article = chance.choice(articles)
        span = Span(*sorted(chance.choices(range(len(article.text) + 1), k=2)))
        claim = make_claim(article, article.text[:1])
        claims.append(replace(claim, id=str(number), span=span, text=span.of(article.text), sentence=span))

    case = workspace.keep_analysis(case.id, Analysis(tuple(claims)))

    assert case.problems == ()
    assert case.analysis is not None
    assert case.analysis.claims == tuple(claims)
    assert [a.text for a in case.articles] == list(texts.values())
    assert all(c.span.of(case.article(c.article).text) == c.text for c in case.analysis.claims)


def test_a_new_analysis_replaces_the_old_one_and_leaves_other_cases_alone(workspace: Workspace, tmp_path: Path) -> None:
    sample = analysed_sample(workspace)
    other = workspace.import_files(workspace.create_case("Other").id, written(tmp_path, a="Seven died.")).case
    claim = make_claim(other.articles[0], "Seven")
    first = Analysis((claim,), (Group("g1", "How many?", Kind.QUANTITY, Status.SINGLE, (claim.id,)),))

    workspace.keep_analysis(other.id, first)
    case = workspace.keep_analysis(other.id, Analysis())

    assert case.analysis == Analysis()
    assert workspace.open_case(sample.id).analysis == sample.analysis


def test_an_analysis_that_cannot_be_stored_whole_leaves_the_old_one(workspace: Workspace) -> None:
    case = analysed_sample(workspace)
    assert case.analysis is not None
    broken = replace(case.analysis, groups=(), problems=())  # the conflicts' groups are missing

    with pytest.raises(Exception, match=r"(?i)foreign ?key"):
        workspace.keep_analysis(case.id, broken)

    assert workspace.open_case(case.id).analysis == case.analysis


def test_marks_that_do_not_fit_the_text_are_reported_and_made_again(workspace: Workspace) -> None:
    case = analysed_sample(workspace)
    with workspace._database.writing() as session:
        session.connection().exec_driver_sql("UPDATE claims SET span_start = span_start + 1")

    case = workspace.open_case(case.id)

    assert case.analysis is None
    assert [p.message for p in case.problems] == [
        "The stored marks did not fit the texts; the articles are analysed again."
    ]
    assert workspace.needs_analysis(case)


def test_a_large_case_is_stored_and_opened_quickly(workspace: Workspace) -> None:
    articles = [make_article(f"{n}: " + "Seven died on Monday. " * 500, str(n)) for n in range(50)]
    case = workspace.create_case("Large")
    with workspace._database.writing() as session:
        cases.add_articles(session, case.id, articles)
    stored_articles = workspace.open_case(case.id).articles
    frame = Frame("person", ("young",), "die", "person", near=("monday", "die"), words=("seven", "die", "monday"))
    claims = [
        replace(make_claim(a, "Seven"), id=f"{a.id}:{n}", frame=frame) for a in stored_articles for n in range(500)
    ]
    made = [
        make_conflict(n, "How many died?", {"seven": tuple(claims[n : n + 2]), "six": (claims[n + 2],)})
        for n in range(0, 3_000, 3)
    ]
    singles = [Group(f"s{c.id}", "How many?", Kind.QUANTITY, Status.SINGLE, (c.id,)) for c in claims[3_000:]]
    analysis = Analysis(tuple(claims), (*(g for g, _ in made), *singles), tuple(c for _, c in made))

    before = time.process_time()
    workspace.keep_analysis(case.id, analysis)
    kept = time.process_time()
    opened = workspace.open_case(case.id)
    read = time.process_time()
    begin(workspace, case.id, "c0", "A note")
    noted = time.process_time()

    assert opened.analysis == analysis
    assert kept - before < 15
    assert read - kept < 5
    assert noted - read < 5


def test_an_analysis_made_of_other_ids_is_the_same_otherwise(workspace: Workspace) -> None:
    case = analysed_sample(workspace)
    assert case.analysis is not None
    ids = {a.id: a.id for a in case.articles}
    assert of_articles(case.analysis, ids) == case.analysis
    assert stored.stands_on(case.analysis, case.articles)
