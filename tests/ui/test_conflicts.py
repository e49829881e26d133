"""The list of conflicts: which rows, in which order, found by which words."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from factcheck.review import Review
from factcheck.values import Analysis, Case, Decision, Kind, Reviewer, Status, Verdict
from tests.factories import make_article, make_claim, make_conflict, seed_case
from ui.conflict_panel import ConflictPanel, open_conflict
from ui.conflicts import ConflictModel, Entry, entries
from ui.theme import Look

NOTHING = Review({}, ())


def make_verdict(
    decision: Decision = Decision.NEITHER, answer: str | None = None, question: str = "How many?"
) -> Verdict:
    now = datetime(2024, 5, 1, 12, tzinfo=UTC)
    return Verdict("v", Kind.QUANTITY, question, "", (), decision, answer, (), "I asked", Reviewer("r", "Ann"), now)


def titles(rows: tuple[Entry, ...]) -> list[str]:
    return [row.title for row in rows]


def with_an_update() -> Case:
    case = seed_case()
    assert case.analysis is not None
    a, b = case.articles
    claims = (make_claim(a, "July 3", Kind.DATE), make_claim(b, "on Monday", Kind.DATE))
    group, update = make_conflict(9, "When?", {"July 3": claims[:1], "July 4": claims[1:]}, status=Status.UPDATE)
    analysis = replace(
        case.analysis,
        claims=(*case.analysis.claims, *claims),
        groups=(*case.analysis.groups, group),
        conflicts=(replace(update, confidence=1.0), *case.analysis.conflicts),
    )
    return replace(case, analysis=analysis)


def test_conflicts_stand_by_confidence_and_updates_after_them() -> None:
    case = with_an_update()
    assert case.analysis is not None
    first, second, third = case.analysis.conflicts[1:]
    surer = replace(third, confidence=0.99)
    case = replace(case, analysis=replace(case.analysis, conflicts=(case.analysis.conflicts[0], first, second, surer)))
    assert titles(entries(case, NOTHING)) == [
        "Who said “a liberation day”?",
        "How many cosmonauts?",
        "What exactly did NASA say?",
        "Updates: publication times explain the difference",
        "When?",
    ]


def test_each_answer_names_the_articles_that_give_it() -> None:
    assert entries(seed_case(), NOTHING)[0].answers == (("three", "A, B"), ("two", "B"))


def test_a_verdict_shows_as_a_badge_and_is_spoken() -> None:
    given = Review({"c1": make_verdict(Decision.ANSWER, "two"), "c2": make_verdict(Decision.ALL_HOLD)}, ())
    rows = entries(seed_case(), given)
    assert [row.badge for row in rows] == ["two", "both", ""]
    assert "Verdict: “two”" in rows[0].spoken
    assert "Undecided" in rows[2].spoken


def test_a_verdict_on_claims_that_changed_asks_for_another_look() -> None:
    given = Review({"c1": make_verdict(Decision.ANSWER, "two")}, (), frozenset({"c1"}))
    assert entries(seed_case(), given)[0].badge == "two ?"


def test_a_contradiction_within_one_article_has_its_own_glyph() -> None:
    article = make_article("Three came. Two came.")
    three, two = make_claim(article, "Three"), make_claim(article, "Two")
    group, conflict = make_conflict(1, "How many came?", {"three": (three,), "two": (two,)})
    case = Case("x", "X", (article,), Analysis((three, two), (group,), (conflict,)))
    assert entries(case, NOTHING)[0].look is Look.WITHIN


def test_a_conflict_with_another_article_has_the_ordinary_glyph_even_where_one_contradicts_itself() -> None:
    case = seed_case()
    assert case.analysis is not None
    within = tuple(replace(conflict, within=True) for conflict in case.analysis.conflicts)
    case = replace(case, analysis=replace(case.analysis, conflicts=within))
    assert {entry.look for entry in entries(case, NOTHING)} == {Look.CONFLICT}


def test_agreement_is_shown_only_when_asked_for_and_calmly_below() -> None:
    assert "How many countries take part?" not in titles(entries(seed_case(), NOTHING))
    rows = entries(seed_case(), NOTHING, calm=True)
    assert titles(rows)[3:] == [
        "The sources agree",
        "How many countries take part?",
        "Only one source says it",
        "When was Lysychansk captured?",
    ]
    assert not any(open_conflict(row) for row in rows[3:])


def test_verdicts_whose_words_are_gone_stand_labelled_at_the_end() -> None:
    rows = entries(seed_case(), Review({}, (make_verdict(question="How many flags?"),)))
    assert titles(rows)[-2:] == ["Verdicts whose words are gone from the articles", "How many flags?"]


def test_the_model_keeps_qts_rules(qtmodeltester: ModelTester) -> None:
    model = ConflictModel()
    model.show(entries(with_an_update(), NOTHING, calm=True))
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]  # pytest-qt
    model.filter("nasa")
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]  # pytest-qt


def test_filtering_looks_into_questions_answers_and_reasons() -> None:
    model = ConflictModel()
    model.show(entries(seed_case(), NOTHING, calm=True))
    model.filter("SPACE agency liberation")
    assert titles(model.rows) == ["Who said “a liberation day”?"]
    model.filter("countries")
    assert titles(model.rows) == ["The sources agree", "How many countries take part?"]
    model.filter("no such words")
    assert model.rows == ()


def test_ten_thousand_rows_are_filtered_in_a_moment() -> None:
    model = ConflictModel()
    model.show(Entry(f"How many in row {n}?", verdict=make_verdict()) for n in range(10_000))
    began = time.thread_time()
    model.filter("many 777")
    assert time.thread_time() - began < 0.5
    assert len(model.rows) == 19  # 777, 1777 ... 9777 and 7770 to 7779, of which 7777 once


@pytest.fixture
def panel(qtbot: QtBot) -> ConflictPanel:
    made = ConflictPanel()
    qtbot.addWidget(made)
    made.resize(320, 600)
    made.show_case(with_an_update(), NOTHING)
    made.show()
    return made


def chosen(panel: ConflictPanel) -> str:
    entry = panel.chosen()
    return entry.title if entry else ""


def test_steps_go_over_headings_and_stop_at_the_ends(panel: ConflictPanel) -> None:
    walked = []
    while panel.step(1):
        walked.append(chosen(panel))
    assert walked == titles(tuple(r for r in panel.model.rows if not r.heading))
    assert walked[-1] == "When?"
    assert panel.step(-1)
    assert chosen(panel) == "Who said “a liberation day”?"


def test_steps_to_the_undecided_pass_over_verdicts_and_begin_again_at_the_top(panel: ConflictPanel) -> None:
    panel.show_case(with_an_update(), Review({"c2": make_verdict()}, ()))
    panel.choose("c1")
    panel.step(1, undecided=True)
    assert chosen(panel) == "Who said “a liberation day”?"
    panel.step(1, undecided=True)
    assert chosen(panel) == "How many cosmonauts?"
    panel.show_case(with_an_update(), Review(dict.fromkeys(("c1", "c2", "c3"), make_verdict()), ()))
    assert not panel.step(1, undecided=True)


def test_the_header_counts_what_is_undecided(panel: ConflictPanel) -> None:
    assert panel.count.text() == "3 of 3 undecided"
    panel.show_review(Review({"c2": make_verdict()}, ()))
    assert panel.count.text() == "2 of 3 undecided"


def test_the_chosen_row_survives_a_verdict_and_is_not_told_again(panel: ConflictPanel, qtbot: QtBot) -> None:
    panel.choose("c2")
    with qtbot.assertNotEmitted(panel.row_chosen):
        panel.show_review(Review({"c1": make_verdict()}, ()))
    assert chosen(panel) == "What exactly did NASA say?"


def test_a_row_that_is_filtered_away_is_no_longer_chosen(panel: ConflictPanel, qtbot: QtBot) -> None:
    panel.choose("c2")
    with qtbot.waitSignal(panel.row_chosen) as told:
        panel.filter.setText("liberation")
    assert told.args == [None]
    assert panel.choose_always("c1")
    assert panel.filter.text() == ""


def test_an_empty_list_says_why(panel: ConflictPanel) -> None:
    panel.filter.setText("no such words")
    assert panel.empty.text() == "Nothing here holds these words."
    panel.show_case(Case("x", "X"), NOTHING)
    assert panel.empty.text() == "No articles yet."
