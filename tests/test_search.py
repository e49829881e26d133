"""Words and patterns in articles, and in all cases."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import BadPattern
from factcheck.search import Query, folded, hits
from factcheck.storage.search import match_of
from factcheck.workspace import Workspace

TEXT = """NASA’s chief called it “a liberation day”.
The cosmonauts didn’t answer. São Paulo is far.
宇宙飛行士三人が写真を"""


def found(typed: str, *, pattern: bool = False, text: str = TEXT) -> list[list[str]]:
    return [[span.of(text) for span in hit.spans] for hit in hits(Query(typed, pattern), "a", text)]


def test_a_word_is_found_at_the_beginning_of_words() -> None:
    assert found("cosmo") == [["cosmo"]]
    assert found("naut") == []


def test_typed_plain_quotes_find_curly_ones() -> None:
    assert found("nasa's") == [["NASA’s"]]
    assert found("didn't") == [["didn’t"]]


def test_all_words_must_stand_in_one_paragraph() -> None:
    assert found("chief day") == [["chief", "day"]]
    assert found("chief cosmonauts") == []


def test_a_phrase_in_quotation_marks_stands_together() -> None:
    assert found('"liberation day"') == [["liberation day"]]
    assert found('"day liberation"') == []
    assert found('"liberation da') == [["liberation da"]], "while it is still being typed"


def test_accents_and_scripts_without_blanks() -> None:
    assert found("sao") == [["São"]]
    assert found("三人") == [["三人"]]


def test_letters_of_other_scripts_are_not_taken_for_their_parts() -> None:
    assert found("한국", text="한국 대표, 하고") == [["한국"]]
    assert found("だ", text="たぶんだ") == [["だ"]]


def test_an_empty_search_finds_nothing() -> None:
    assert found("") == found('  "" ') == []


def test_a_pattern_finds_each_match() -> None:
    assert found(r"\bc\w+", pattern=True) == [["chief"], ["called"], ["cosmonauts"]]
    assert found("x*", pattern=True) == []


def test_a_broken_pattern_says_so() -> None:
    with pytest.raises(BadPattern, match="not a regular expression"):
        found("(", pattern=True)


def test_a_pattern_that_would_take_years_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcheck.search.SECONDS", 0.05)
    with pytest.raises(BadPattern, match="takes too long"):
        found(r"(a|aa|a+)+$", pattern=True, text="a" * 60 + "b")


def test_a_hit_has_its_words_in_context() -> None:
    (hit,) = hits(Query("liberation"), "a", TEXT)
    assert (hit.before, hit.words, hit.after) == ("NASA’s chief called it “a ", "liberation", " day”.")


@given(st.text(alphabet=st.characters(), max_size=200))
def test_folding_keeps_every_place(text: str) -> None:
    assert len(folded(text)) == len(text)


# --- all cases --------------------------------------------------------------------------------------


@pytest.fixture
def workspace(store: str) -> Iterator[Workspace]:
    with Workspace(store) as opened:
        opened.sample_case()
        yield opened


def test_every_case_is_searched(workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "ferry.txt").write_text("The ferry sank. A liberation of sorts, “so to speak”.", "utf-8")
    ferry = workspace.create_case("The ferry")
    workspace.import_files(ferry.id, [tmp_path / "ferry.txt"])
    found = workspace.search(Query("liberation"))
    assert {article.case_name for article in found} == {"The ferry", "NASA’s rebuke, July 2022"}
    assert [a.case_name for a in workspace.search(Query('liberation "so to speak"'))] == ["The ferry"]


def test_a_deleted_case_and_a_removed_article_are_not_found(workspace: Workspace) -> None:
    sample = workspace.sample_case()
    workspace.remove_article(sample.id, sample.articles[0].id)
    assert [a.article for a in workspace.search(Query("cosmonauts"))] == [sample.articles[1].id]
    workspace.delete_case(sample.id)
    assert workspace.search(Query("cosmonauts")) == ()


def test_a_sign_that_no_index_holds_is_found_all_the_same(workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "cost.txt").write_text("It cost £ 3 million, 三人 said.", "utf-8")
    case = workspace.create_case("Cost")
    workspace.import_files(case.id, [tmp_path / "cost.txt"])
    assert [a.case for a in workspace.search(Query("£"))] == [case.id]
    assert [a.case for a in workspace.search(Query("三人"))] == [case.id]


def test_patterns_go_over_all_cases_too(workspace: Workspace) -> None:
    assert len(workspace.search(Query(r"(three|two) \w*\s?cosmonauts", pattern=True))) == 2


@given(st.text(max_size=30))
def test_nothing_typed_breaks_the_index(workspace_for_hypothesis: Workspace, typed: str) -> None:
    workspace_for_hypothesis.search(Query(typed))


@pytest.fixture(scope="module")
def workspace_for_hypothesis(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    with Workspace(f"sqlite:///{tmp_path_factory.mktemp('search') / 'cases.sqlite'}") as opened:
        opened.sample_case()
        yield opened


def test_the_words_of_a_query_cannot_leave_their_quotation_marks() -> None:
    assert match_of(['say "no" or', "x"]) == '"say ""no"" or" * AND "x" *'
    assert match_of(["三人", "£", "a\0b"]) == ""
