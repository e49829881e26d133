"""What was found in single texts, in the store."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from factcheck import workspace as rooms
from factcheck.extractions import Extraction, extraction
from factcheck.values import Case
from factcheck.workspace import Workspace
from tests.factories import make_claim
from tests.storage.samples import at_revision, written


def case_of(workspace: Workspace, folder: Path, name: str, **texts: str) -> Case:
    return workspace.import_files(workspace.create_case(name).id, written(folder, **texts)).case


def found_in(case: Case) -> tuple[Extraction, ...]:
    return tuple(extraction(a, [make_claim(a, a.text.split()[0])]) for a in case.articles)


def test_what_was_found_is_there_when_the_store_is_opened_again(store: str, tmp_path: Path) -> None:
    with Workspace(store) as workspace:
        case = case_of(workspace, tmp_path, "Fire", a="Seven died.", b="Six died.")
        found = found_in(case)
        workspace.keep_extractions(found)
    with Workspace(store) as workspace:
        assert set(workspace.extractions(case.articles)) == set(found)
        assert workspace.extractions(case.articles[1:]) == found[1:]


def test_a_case_with_the_same_text_finds_it_too(workspace: Workspace, tmp_path: Path) -> None:
    found = found_in(case_of(workspace, tmp_path, "One", a="Seven died."))
    workspace.keep_extractions(found)
    other = case_of(workspace, tmp_path, "Other", b="Seven died.", c="Nobody died.")
    assert workspace.extractions(other.articles) == found


def test_another_publication_date_is_another_extraction(workspace: Workspace, tmp_path: Path) -> None:
    case = case_of(workspace, tmp_path, "Fire", a="Seven died.")
    workspace.keep_extractions(found_in(case))
    (article,) = case.articles
    dated = replace(article.provenance, published=date(2022, 7, 8))
    case = workspace.set_provenance(case.id, article.id, dated)
    assert workspace.extractions(case.articles) == ()
    workspace.keep_extractions(found_in(case))
    assert [e.published for e in workspace.extractions(case.articles)] == [date(2022, 7, 8)]


def test_newer_rules_find_nothing_of_the_older_and_take_their_place(
    workspace: Workspace, database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = case_of(workspace, tmp_path, "Fire", a="Seven died.")
    (old,) = found_in(case)
    workspace.keep_extractions([old])
    monkeypatch.setattr(rooms, "RULES_VERSION", "of tomorrow")
    assert workspace.extractions(case.articles) == ()
    new = replace(old, rules="of tomorrow")
    workspace.keep_extractions([new])
    assert workspace.extractions(case.articles) == (new,)
    assert count(database) == 1


def test_deleting_the_last_case_with_a_text_forgets_what_was_found_in_it(
    workspace: Workspace, database: Path, tmp_path: Path
) -> None:
    one = case_of(workspace, tmp_path, "One", a="Seven died.", b="Six died.")
    other = case_of(workspace, tmp_path, "Other", c="Six died.")
    workspace.keep_extractions(found_in(one))
    workspace.delete_case(one.id)
    assert len(workspace.extractions(other.articles)) == count(database) == 1
    workspace.delete_case(other.id)
    assert count(database) == 0


def test_a_store_of_an_older_version_gains_the_table(database: Path, tmp_path: Path) -> None:
    at_revision(database, "0002")
    with Workspace(f"sqlite:///{database}") as workspace:
        found = found_in(case_of(workspace, tmp_path, "Fire", a="Seven died."))
        workspace.keep_extractions(found)
    assert count(database) == 1


def count(database: Path) -> int:
    with closing(sqlite3.connect(database)) as connection:
        (rows,) = connection.execute("SELECT count(*) FROM extractions").fetchone()
    return int(rows)
