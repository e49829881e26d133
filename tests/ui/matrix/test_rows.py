"""What stands in the matrix: rows, cells, and who stands out."""

from __future__ import annotations

from factcheck.review import Review, reviewed
from factcheck.values import Analysis, Case, Group, Kind, Status
from tests.factories import make_article, make_claim, make_conflict, seed_case
from ui.matrix.model import MatrixModel, Role, spoken_cell, spoken_row, who_says
from ui.matrix.rows import SILENCE, Making, Row, Rows, Stance, in_sections, lines_of


def rows_of(case: Case) -> Rows:
    return Rows(Making(case, Review()), lines_of(case))


def shown_of(case: Case, ids: set[str] | None = None, *, singles: bool = False) -> Rows:
    return Rows(Making(case, Review()), in_sections(lines_of(case), ids, singles=singles))


def case_of(*texts: str) -> Case:
    """One conflict about the dead; each text says how many, or nothing."""
    articles = tuple(make_article(text, f"a{n}", source=f"Source {n}") for n, text in enumerate(texts))
    answers: dict[str, tuple] = {}  # type: ignore[type-arg]
    for article in articles:
        for words in ("Seven", "Nine"):
            if words in article.text:
                answers[words] = (*answers.get(words, ()), make_claim(article, words))
    answers = dict(sorted(answers.items(), key=lambda answer: -len(answer[1])))
    group, conflict = make_conflict(1, "How many died?", answers)
    return Case("x", "X", articles, Analysis(tuple(c for a in answers.values() for c in a), (group,), (conflict,)))


def stances(case: Case) -> list[Stance]:
    return [cell.stance for cell in rows_of(case)[0].cells]


def test_one_against_two_stands_out() -> None:
    assert stances(case_of("Seven died.", "Nine died.", "Seven.")) == [
        Stance.WITH_MOST,
        Stance.OUTLIER,
        Stance.WITH_MOST,
    ]


def test_two_sources_stand_against_each_other() -> None:
    assert stances(case_of("Seven died.", "Nine died.")) == [Stance.APART, Stance.APART]


def test_two_against_two_have_no_outlier_and_each_side_its_number() -> None:
    case = case_of("Seven died.", "Nine died.", "Seven.", "Nine.")
    assert stances(case) == [Stance.APART] * 4
    assert [cell.side for cell in rows_of(case)[0].cells] == [0, 1, 0, 1]


def test_a_source_that_says_nothing_is_silent() -> None:
    case = case_of("Seven died.", "Rain fell.", "Nine died.")
    assert stances(case)[1] is Stance.SILENT
    assert who_says(rows_of(case)[0]) == "2 of 3 sources"


def test_a_source_that_says_both_contradicts_itself() -> None:
    case = case_of("Seven died. Nine died.", "Seven died.", "Seven.")
    assert stances(case)[0] is Stance.BOTH
    assert rows_of(case)[0].cells[0].words == ("Seven", "Nine")


def test_conflicts_come_first_then_what_agrees_then_what_one_source_says() -> None:
    rows = shown_of(seed_case(), singles=True)
    assert [row.question for row in rows if row.heading] == [
        "Conflicts",
        "The sources agree",
        "Only one source says it",
    ]


def test_what_one_source_says_is_shown_when_it_is_wanted() -> None:
    assert "When was Lysychansk captured?" not in [row.question for row in shown_of(seed_case())]
    single = next(row for row in shown_of(seed_case(), singles=True) if row.status is Status.SINGLE and row.cells)
    assert single.cells[1] is SILENCE
    assert who_says(single) == "only in A"


def test_a_filter_drops_the_headings_of_what_it_hides() -> None:
    rows = shown_of(seed_case(), {"c1"})
    assert [row.question for row in rows] == ["Conflicts", "How many cosmonauts?"]


def test_long_quotations_show_the_words_they_differ_in() -> None:
    row = rows_of(seed_case())[1]
    assert [cell.words for cell in row.cells] == [("strongly rebukes Russia using",), ("strongly rebukes using",)]


def test_a_group_with_a_conflict_has_one_row() -> None:
    assert [row.id for row in rows_of(seed_case())] == ["c1", "c2", "c3", "g4", "g5"]


def test_before_the_analysis_there_are_no_rows() -> None:
    assert not rows_of(Case("x", "X", (make_article(),)))


def test_a_cell_is_read_out_with_its_question_and_how_it_stands() -> None:
    case = case_of("Seven died.", "Nine died.", "Seven.")
    row = rows_of(case)[0]
    assert spoken_cell(row, row.cells[1], "B") == "How many died? B says Nine; outlier"
    assert spoken_cell(row, SILENCE, "C") == "How many died? C says nothing"


def test_a_question_is_read_out_with_its_status_and_that_it_is_undecided() -> None:
    row = rows_of(case_of("Seven died.", "Nine died."))[0]
    assert spoken_row(row) == "conflict: How many died?; Undecided"


def test_the_model_keeps_qts_rules(qtmodeltester) -> None:  # type: ignore[no-untyped-def]
    model = MatrixModel()
    case = seed_case()
    model.show(case, reviewed(case))
    model.show_singles(True)
    qtmodeltester.check(model)


def test_a_tool_tip_shows_the_sentence_and_never_its_markup() -> None:
    article = make_article("<img src=x> Seven died.", "a")
    claim = make_claim(article, "<img src=x> Seven")
    case = Case("x", "X", (article,), Analysis((claim,), (Group("g", "?", Kind.QUANTITY, Status.SINGLE, (claim.id,)),)))
    model = MatrixModel()
    model.show(case, Review())
    model.show_singles(True)
    tip = model.data(model.index(1, 0), 3)  # Qt.ItemDataRole.ToolTipRole
    assert tip == "<qt>&lt;img src=x&gt; Seven</qt>"
    assert isinstance(model.data(model.index(1, 0), Role.ROW), Row)


def test_of_ten_thousand_questions_those_that_pass_the_filter_stay() -> None:
    article, other = make_article("Seven died.", "a"), make_article("Nine died.", "b")
    claims = [make_claim(article, "Seven"), make_claim(other, "Nine")]
    groups = tuple(
        Group(f"g{n}", f"How many in town N{n:05}?", Kind.QUANTITY, Status.AGREEMENT, tuple(c.id for c in claims))
        for n in range(10_000)
    )
    model = MatrixModel()
    model.show(Case("x", "X", (article, other), Analysis(tuple(claims), groups)), Review())
    model.show_only({f"g{n}" for n in range(100)})
    assert model.rowCount() == 1 + 100
