"""The list of conflicts: which rows, in which order, found by which words."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from factcheck.anchors import anchors_on
from factcheck.review import Review
from factcheck.values import Analysis, Case, Decision, Kind, Reviewer, Status, Verdict
from tests.factories import make_article, make_claim, make_conflict, seed_case
from ui.conflict_panel import ConflictPanel
from ui.conflict_row import answers_apart, pieces
from ui.conflicts import ConflictModel, Entry, entries, open_conflict
from ui.filters import Filter, Order
from ui.theme import Look

NOTHING = Review({}, ())


def make_verdict(
    decision: Decision = Decision.NEITHER, answer: str | None = None, question: str = "How many?"
) -> Verdict:
    now = datetime(2024, 5, 1, 12, tzinfo=UTC)
    right = (answer,) if answer else ()
    return Verdict("v", Kind.QUANTITY, question, "", (), decision, right, (), "I asked", Reviewer("r", "Ann"), now)


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


def test_several_answers_that_are_too_long_for_a_badge_are_counted() -> None:
    case = seed_case()
    assert case.analysis is not None
    first, *rest = case.analysis.conflicts
    longer = tuple(replace(answer, text=f"{answer.text} cosmonauts") for answer in first.answers)
    case = replace(case, analysis=replace(case.analysis, conflicts=(replace(first, answers=longer), *rest)))
    both = replace(make_verdict(Decision.ANSWER), answers=tuple(answer.text for answer in longer))
    one = make_verdict(Decision.ANSWER, longer[0].text)
    assert entries(case, Review({"c1": both}, ()))[0].badge == "2 answers"
    assert entries(case, Review({"c1": one}, ()))[0].badge == "A, B"


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


def test_a_verdict_that_nothing_opposes_any_more_is_not_read_out_as_one_without_words() -> None:
    case = seed_case()
    assert case.analysis is not None
    verdict = replace(make_verdict(), anchors=anchors_on(case, case.analysis.conflicts[0].claims))
    title, row = entries(case, Review({}, (verdict,)))[-2:]
    assert title.title == "Verdicts on what is no conflict any more"
    assert row.spoken == "Verdict on what is no conflict any more: How many? neither"


def test_the_model_keeps_qts_rules(qtmodeltester: ModelTester) -> None:
    model = ConflictModel()
    model.show(entries(with_an_update(), NOTHING, calm=True))
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]  # pytest-qt
    model.show(())
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]  # pytest-qt


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


def test_a_case_that_comes_back_after_another_has_no_row_chosen_yet(panel: ConflictPanel) -> None:
    panel.step(1)
    panel.show_case(None, NOTHING)
    panel.show_case(seed_case(), NOTHING)
    assert panel.chosen() is None


def test_the_filter_stays_for_a_claim_that_no_row_is_about(panel: ConflictPanel) -> None:
    panel.filter.setText("liberation")
    assert not panel.choose_always("a group that is not listed")
    assert panel.filter.text() == "liberation"


def test_an_empty_list_says_why(panel: ConflictPanel) -> None:
    panel.filter.setText("no such words")
    assert panel.empty.text() == "Nothing here holds these words."
    panel.show_case(Case("x", "X"), NOTHING)
    assert panel.empty.text() == "No articles yet."


def test_a_filter_says_why_nothing_passes_and_one_click_clears_it(panel: ConflictPanel) -> None:
    panel.filters.toggle("kinds", "name")
    assert panel.empty.text() == "Nothing here passes the filter."
    QTest.mouseClick(panel.filters.chips["", ""], Qt.MouseButton.LeftButton)
    assert not panel.filters.filter.narrows
    assert panel.model.rows


def test_the_kinds_stand_with_their_counts_and_narrow_the_list_at_a_click(panel: ConflictPanel) -> None:
    told = {choice: chip.text() for (facet, choice), chip in panel.filters.chips.items() if facet == "kinds"}
    assert told == {
        "quantity": "Numbers 1",
        "date": "Dates 1",
        "quotation": "Quotations 1",
        "attribution": "Speakers 1",
    }
    QTest.mouseClick(panel.filters.chips["kinds", "quotation"], Qt.MouseButton.LeftButton)
    assert titles(panel.model.rows) == ["What exactly did NASA say?"]
    assert panel.filters.chips["kinds", "quantity"].text() == "Numbers 1"


def test_the_boxes_under_the_button_tick_what_is_asked_for(panel: ConflictPanel) -> None:
    panel.filters.toggle("kinds", "date")
    popover = panel.filters.choices()
    assert popover.boxes["kinds", "date"].isChecked()
    popover.boxes["kinds", "date"].click()
    popover.boxes["sources", "A"].click()
    assert panel.filters.filter == Filter(sources=frozenset("A"))


def test_what_is_unlikely_is_counted_and_shown_at_a_click(panel: ConflictPanel) -> None:
    panel.set_least(0.95)
    assert titles(panel.model.rows) == ["Updates: publication times explain the difference", "When?"]
    assert panel.filters.unlikely.text() == "3 hidden as unlikely: show them"
    QTest.mouseClick(panel.filters.unlikely, Qt.MouseButton.LeftButton)
    assert not panel.filters.unlikely.isVisible()
    assert len(panel.model.rows) == 5


def test_filter_and_order_come_back_without_the_sources_of_one_case(panel: ConflictPanel, qtbot: QtBot) -> None:
    panel.filters.set_filter(Filter("nasa", standings=frozenset(["undecided"]), sources=frozenset("A")))
    panel.filters.set_order(Order.READING)
    again = ConflictPanel()
    qtbot.addWidget(again)
    again.restore(*panel.state())
    assert again.filters.filter == Filter("nasa", standings=frozenset(["undecided"]))
    assert again.filter.text() == "nasa"
    assert again.filters.order is Order.READING


def test_several_conflicts_are_chosen_with_shift_and_offered_one_verdict(panel: ConflictPanel, qtbot: QtBot) -> None:
    panel.choose("c1")
    assert not panel.bulk.isVisible()
    panel.view.setFocus()
    QTest.keyClick(panel.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert [entry.title for entry in panel.chosen_together()] == ["How many cosmonauts?", "What exactly did NASA say?"]
    assert panel.bulk.count.text() == "2 conflicts chosen"
    with qtbot.waitSignal(panel.bulk_wanted) as wanted:
        QTest.mouseClick(panel.bulk.buttons[Decision.NOT_A_CONFLICT], Qt.MouseButton.LeftButton)
    assert wanted.args == [Decision.NOT_A_CONFLICT]


def test_a_row_chosen_alone_ends_the_choice_of_several(panel: ConflictPanel) -> None:
    panel.view.selectAll()
    assert panel.bulk.isVisible()
    panel.choose("c2")
    assert len(panel.chosen_together()) == 1
    assert not panel.bulk.isVisible()


def test_rows_show_where_two_versions_of_a_quotation_differ() -> None:
    first, second = answers_apart(entries(seed_case(), NOTHING)[1])
    assert [text for text, stressed in pieces(*first) if stressed] == ["Russia"]
    assert [text.strip() for text, stressed in pieces(*second) if stressed] == [""], "the gap where it lacks the word"


def test_a_quotation_stands_in_full_also_after_its_verdict() -> None:
    case = seed_case()
    before = entries(case, NOTHING)
    verdict = make_verdict()
    after = entries(case, Review({"c2": verdict}), before=before)
    rows = {row.conflict.id: row for row in after if row.conflict}
    assert rows["c2"].verdict is verdict
    assert rows["c2"].quoted == next(row.quoted for row in before if row.conflict and row.conflict.id == "c2") != ()


def test_rows_show_what_differs_far_inside_a_quotation() -> None:
    a, b = (make_article(f"“{'one word and then another ' * 9}who is {word}”", word) for word in ("guilty", "free"))
    said = tuple(make_claim(x, x.text, Kind.QUOTATION) for x in (a, b))
    group, conflict = make_conflict(1, "What?", {"one word and …": said[:1], "one word and … ": said[1:]})
    rows = entries(Case("x", "X", (a, b), Analysis(said, (group,), (conflict,))), NOTHING)
    assert [words for words, _ in answers_apart(rows[0])] == ["… who is guilty”", "… who is free”"]
