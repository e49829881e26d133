import json
import uuid
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError

from factcheck.contents import verdict_of
from factcheck.errors import CaseNotFound, ConflictNotFound, NothingRead, StaleEdit
from factcheck.review import reviewed
from factcheck.scales import new_scale, new_step, rating_on
from factcheck.storage.backups import backups
from factcheck.storage.tables import ActRow
from factcheck.values import Analysis, Change, Decision, Group, Judgement, Record, Sort, Status
from factcheck.workspace import SAMPLE_NAME, Workspace, fingerprint
from tests.factories import begin, judge, make_claim, make_conflict, notes
from tests.storage.samples import analysed_sample, let_change, written


def test_the_sample_case_has_the_two_seed_articles_with_their_provenance(workspace: Workspace) -> None:
    case = workspace.sample_case()
    first, second = case.articles
    assert case.name == SAMPLE_NAME
    assert first.provenance.source == "MailOnline"
    assert first.provenance.published == second.provenance.published == date(2022, 7, 8)
    assert set(first.provenance.inferred) == {"source", "published"}
    assert first.path == "000_e543acc1a306e78a.txt"
    assert first.original.decode(first.encoding).replace("\r\n", "\n") == first.text


def test_the_sample_case_is_made_once_and_again_after_it_was_deleted(workspace: Workspace) -> None:
    first = workspace.sample_case()
    assert workspace.sample_case() == first
    workspace.delete_case(first.id)
    second = workspace.sample_case()
    assert second.id != first.id
    assert [a.text for a in second.articles] == [a.text for a in first.articles]


def test_two_programs_that_start_together_make_one_sample_case(workspace: Workspace, store: str) -> None:
    with Workspace(store) as other, ThreadPoolExecutor() as threads:
        made = list(threads.map(lambda one: one.sample_case().id, [workspace, other] * 3))
    assert len(set(made)) == len(workspace.cases()) == 1


def test_the_last_opened_case_is_remembered_until_it_is_deleted(store: str) -> None:
    with Workspace(store) as workspace:
        assert workspace.last_case() is None
        first, second = workspace.create_case("First"), workspace.create_case("Second")
        workspace.open_case(second.id)
        workspace.open_case(first.id)
    with Workspace(store) as workspace:
        assert workspace.last_case() == first.id
        assert [c.name for c in workspace.cases()] == ["First", "Second"]
        workspace.delete_case(first.id)
        assert workspace.last_case() is None


def test_a_case_can_be_renamed(workspace: Workspace) -> None:
    case = workspace.create_case("Untitled")
    workspace.rename_case(case.id, "Flood in Derna")
    assert workspace.open_case(case.id).name == "Flood in Derna"


def test_a_case_that_is_gone_is_named(workspace: Workspace) -> None:
    with pytest.raises(CaseNotFound, match="there is no case 17"):
        workspace.open_case("17")
    with pytest.raises(CaseNotFound):
        workspace.keep_analysis("17", Analysis())


def test_files_that_cannot_be_read_give_a_line_and_the_others_are_kept(workspace: Workspace, tmp_path: Path) -> None:
    paths = written(tmp_path, good="Seven died.", empty="", other="Six died.")
    imported = workspace.import_files(workspace.create_case("Flood").id, [*paths, tmp_path / "missing.txt"])
    assert [a.text for a in imported.case.articles] == ["Seven died.", "Six died."]
    assert len(imported.problems) == 2
    assert "empty.txt" in imported.problems[0]
    assert "missing.txt" in imported.problems[1]


def test_the_same_text_twice_is_refused_with_a_line(workspace: Workspace, tmp_path: Path) -> None:
    case = workspace.create_case("Flood")
    paths = written(tmp_path, one="Seven died.", two="Seven died.")
    imported = workspace.import_files(case.id, paths)
    assert [Path(a.path or "").name for a in imported.case.articles] == ["one.txt"]
    assert [line.split(": ", 1)[1] for line in imported.problems] == ["the case has this text already, as one.txt"]
    assert len(workspace.import_files(case.id, paths).problems) == 2


def test_two_cases_can_hold_the_same_text(workspace: Workspace, tmp_path: Path) -> None:
    paths = written(tmp_path, one="Seven died.")
    first = workspace.import_files(workspace.create_case("One").id, paths)
    second = workspace.import_files(workspace.create_case("Two").id, paths)
    assert first.problems == second.problems == ()


def test_the_same_files_open_the_same_case_in_whatever_order(workspace: Workspace, tmp_path: Path) -> None:
    one, other = written(tmp_path, one="Three dead.", other="Four dead.")
    first = workspace.case_of_files("Flood", [one, other]).case
    assert first.name == "Flood"
    assert workspace.case_of_files("Again", [other, one]).case == first
    assert workspace.case_of_files("One of them", [one]).case.id != first.id
    workspace.remove_article(first.id, first.articles[0].id)
    assert workspace.case_of_files("Both again", [one, other]).case.id != first.id


def test_no_case_is_made_of_files_that_cannot_be_read(workspace: Workspace, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    with pytest.raises(NothingRead, match=r"empty\.txt: is empty"):
        workspace.case_of_files("Nothing", [empty])
    assert workspace.cases() == ()


def test_provenance_is_kept_to_the_last_field(workspace: Workspace) -> None:
    case = workspace.sample_case()
    article = case.articles[0]
    changed = replace(
        article.provenance,
        title="Title",
        author="Ann Author",
        url="https://example.org/1",
        retrieved=date(2022, 7, 9),
        inferred=("published",),
        note=None,
    )
    case = workspace.set_provenance(case.id, article.id, changed)
    assert case.articles[0] == replace(article, provenance=changed)


# --- analysis -------------------------------------------------------------------------------------


def test_a_case_needs_an_analysis_until_it_has_one(workspace: Workspace) -> None:
    assert not workspace.needs_analysis(workspace.create_case("Empty"))
    assert workspace.needs_analysis(workspace.sample_case())
    assert not workspace.needs_analysis(analysed_sample(workspace))


def test_another_article_date_or_source_needs_another_analysis(workspace: Workspace, tmp_path: Path) -> None:
    case = analysed_sample(workspace)
    first = case.articles[0]
    later = workspace.set_provenance(case.id, first.id, replace(first.provenance, published=date(2022, 7, 9)))
    assert workspace.needs_analysis(later)
    renamed = workspace.set_provenance(case.id, first.id, replace(first.provenance, source="The Paper"))
    assert workspace.needs_analysis(renamed)
    again = workspace.set_provenance(case.id, first.id, replace(first.provenance, note="Checked"))
    assert not workspace.needs_analysis(again)
    assert workspace.needs_analysis(workspace.import_files(case.id, written(tmp_path, more="Two flags.")).case)


def test_other_rules_need_another_analysis(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    case = analysed_sample(workspace)
    monkeypatch.setattr("factcheck.workspace.RULES_VERSION", "another")
    assert workspace.needs_analysis(case)


def test_an_article_that_came_while_the_others_were_analysed_still_needs_an_analysis(
    workspace: Workspace, tmp_path: Path
) -> None:
    case = analysed_sample(workspace)
    assert case.analysis is not None
    workspace.import_files(case.id, written(tmp_path, more="Two flags."))
    case = workspace.keep_analysis(case.id, case.analysis, case.articles)
    assert len(case.articles) == 3
    assert workspace.needs_analysis(case)


def test_an_analysis_of_an_article_that_was_removed_meanwhile_is_not_kept(workspace: Workspace) -> None:
    case = analysed_sample(workspace)
    assert case.analysis is not None
    workspace.remove_article(case.id, case.articles[0].id)
    case = workspace.keep_analysis(case.id, case.analysis, case.articles)
    assert case.analysis is None
    assert workspace.needs_analysis(case)


def test_an_analysis_of_a_text_that_was_corrected_meanwhile_is_not_kept(workspace: Workspace) -> None:
    case = analysed_sample(workspace)
    assert case.analysis is not None
    workspace.revise_article(case.id, case.articles[0].id, f"Corrected. {case.articles[0].text}")
    case = workspace.keep_analysis(case.id, case.analysis, case.articles)
    assert case.analysis is None
    assert workspace.needs_analysis(case)


def test_the_fingerprint_does_not_depend_on_the_order_of_the_articles(workspace: Workspace) -> None:
    first, second = workspace.sample_case().articles
    assert fingerprint((first, second)) == fingerprint((second, first)) != fingerprint((first,))


# --- verdicts -------------------------------------------------------------------------------------


def test_a_verdict_is_found_after_the_program_was_closed(store: str) -> None:
    with Workspace(store) as workspace:
        case = analysed_sample(workspace)
        given = judge(workspace, case.id, "c1", Decision.ANSWER, "three", "Counted in the photograph")
    with Workspace(store) as workspace:
        case = workspace.open_case(case.id)
        assert case.verdicts == (given,)
        assert reviewed(case).by_conflict == {"c1": given}
        assert given.question == "How many cosmonauts?"
        assert given.reviewer == workspace.reviewer()
        assert [a.quote for a in given.answer_anchors] == ["three cosmonauts", "three cosmonauts"]


def test_a_second_verdict_replaces_the_first_which_stays_in_the_history(workspace: Workspace) -> None:
    case = analysed_sample(workspace)
    first = judge(workspace, case.id, "c1", Decision.ANSWER, "three", "")
    second = judge(workspace, case.id, "c1", Decision.NEITHER, None, "It was four.")
    assert second.replaces == first.id
    assert workspace.open_case(case.id).verdicts == (second,)
    assert workspace.history(case.id) == (first, second)


def test_one_verdict_on_several_conflicts_is_given_and_taken_back_as_one(workspace: Workspace) -> None:
    case = analysed_sample(workspace)
    first = judge(workspace, case.id, "c1", Decision.ANSWER, "three", "")
    begin(workspace, case.id, "c2", "Not sure whether")
    given = [verdict_of(act) for act in workspace.judge(case.id, ("c1", "c2"), Judgement(Decision.UNKNOWN))]
    assert [verdict.replaces for verdict in given] == [first.id, None]
    assert reviewed(workspace.open_case(case.id)).by_conflict == {"c1": given[0], "c2": given[1]}
    assert notes(workspace, case.id) == {}
    workspace.undo(case.id)
    assert workspace.open_case(case.id).verdicts == (first,)


def test_of_several_verdicts_none_is_given_when_one_cannot_be(workspace: Workspace) -> None:
    case = analysed_sample(workspace)
    with pytest.raises(ConflictNotFound):
        workspace.judge(case.id, ("c1", "unknown"), Judgement(Decision.UNKNOWN))
    assert workspace.history(case.id) == ()


def test_undo_and_redo_walk_through_the_verdicts_across_a_restart(store: str) -> None:
    with Workspace(store) as workspace:
        case = analysed_sample(workspace)
        first = judge(workspace, case.id, "c1", Decision.ANSWER, "three")
        second = judge(workspace, case.id, "c1", Decision.NEITHER)
        third = judge(workspace, case.id, "c2", Decision.UNKNOWN)
    with Workspace(store) as workspace:
        assert [act.id for act in workspace.steps(case.id).undo] == [third.id]
        workspace.undo(case.id)
        workspace.undo(case.id)
        assert workspace.open_case(case.id).verdicts == (first,)
        workspace.redo(case.id)
    with Workspace(store) as workspace:
        assert workspace.open_case(case.id).verdicts == (second,)
        anew = judge(workspace, case.id, "c1", Decision.ANSWER, "two")
        assert workspace.steps(case.id).redo == ()
        assert workspace.redo(case.id) == ()
        assert workspace.history(case.id) == (first, second, third, anew)


def test_a_stroke_that_changes_nothing_makes_no_acts(workspace: Workspace) -> None:
    case = analysed_sample(workspace)
    judge(workspace, case.id, "c1", Decision.NEITHER)
    assert workspace.act(case.id, ()) == workspace.judge(case.id, (), Judgement(Decision.UNKNOWN)) == ()


def test_the_same_stroke_again_is_recorded_once(workspace: Workspace) -> None:
    case = analysed_sample(workspace)
    stroke = str(uuid.uuid4())
    change = Change(Sort.COMMENT, {"text": "Ask the agency."})
    assert workspace.act(case.id, (change,), stroke) == workspace.act(case.id, (change,), stroke)
    assert len(workspace.acts_since(case.id, 0)) == 1


def test_an_edit_of_what_was_changed_meanwhile_is_refused_with_both(workspace: Workspace) -> None:
    case = analysed_sample(workspace)
    (note,) = workspace.act(case.id, (Change(Sort.NOTE, {"text": "first"}),))
    (theirs,) = workspace.act(case.id, (Change(Sort.NOTE, {"text": "theirs"}, note.subject, note.id),))
    with pytest.raises(StaleEdit) as caught:
        workspace.act(case.id, (Change(Sort.NOTE, {"text": "mine"}, note.subject, note.id),))
    assert caught.value.theirs == (theirs,)
    assert caught.value.mine.content == {"text": "mine"}
    assert workspace.acts_since(case.id, 0) == (note, theirs)


def test_the_verdicts_of_two_people_stand_side_by_side(workspace: Workspace) -> None:
    case = analysed_sample(workspace)
    workspace.set_reviewer("Ann")
    anns = judge(workspace, case.id, "c1", Decision.ANSWER, "three")
    workspace.set_reviewer("Ben")
    bens = judge(workspace, case.id, "c1", Decision.NEITHER)
    review = reviewed(workspace.open_case(case.id))
    assert (review.of("c1"), review.detached) == ((bens, anns), ())
    workspace.undo(case.id)
    assert reviewed(workspace.open_case(case.id)).of("c1") == (anns,)
    assert workspace.undo(case.id) == ()  # Ann's is not Ben's to take back


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE acts SET content = '{}'",
        "DELETE FROM acts",
        "UPDATE revisions SET text = 'other'",
        "DELETE FROM revisions",
    ],
)
def test_the_database_refuses_to_change_what_was_read_or_decided(workspace: Workspace, change: str) -> None:
    case = analysed_sample(workspace)
    verdict = judge(workspace, case.id, "c1", Decision.ANSWER, "three", "")
    workspace.undo(case.id)
    with pytest.raises(IntegrityError, match=r"never changed|is kept"), workspace._database.writing() as session:
        session.connection().exec_driver_sql(change)
    assert workspace.history(case.id) == (verdict,)


def test_a_case_with_verdicts_can_be_deleted_and_is_in_the_backup(workspace: Workspace, database: Path) -> None:
    case = analysed_sample(workspace)
    judge(workspace, case.id, "c1", Decision.ANSWER, "three", "")
    judge(workspace, case.id, "c1", Decision.UNKNOWN, None, "")
    workspace.undo(case.id)

    workspace.delete_case(case.id)

    assert workspace.cases() == ()
    with workspace._database.reading() as session:
        left = [
            table
            for (table,) in session.connection().exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'")
            if session.connection().exec_driver_sql(f"SELECT count(*) FROM {table}").scalar()
        ]
    # The full-text index has no rows left; SQLite's own tables behind it are never quite empty.
    assert sorted(t for t in left if not t.startswith(("revision_words_", "sqlite_"))) == [
        "alembic_version",
        "reviewers",
        "settings",
    ]
    (backup,) = backups(database)
    with Workspace(f"sqlite:///{backup}") as restored:
        assert len(restored.history(case.id)) == 2


def test_a_case_without_verdicts_is_deleted_without_a_backup(workspace: Workspace, database: Path) -> None:
    workspace.delete_case(analysed_sample(workspace).id)
    assert workspace.cases() == ()
    assert backups(database) == []


def test_a_verdict_outlives_its_article(workspace: Workspace) -> None:
    case = analysed_sample(workspace)
    verdict = judge(workspace, case.id, "c2", Decision.ALL_HOLD, None, "Both quote correctly")
    case = workspace.remove_article(case.id, case.articles[0].id)
    assert case.analysis is None
    assert reviewed(case).detached == (verdict,)


def test_a_verdict_needs_a_conflict_and_an_answer_of_it(workspace: Workspace) -> None:
    case = analysed_sample(workspace)
    with pytest.raises(ConflictNotFound, match="no conflict c99"):
        judge(workspace, case.id, "c99", Decision.NEITHER, None, "")
    for decision, answer in ((Decision.ANSWER, "four"), (Decision.ANSWER, None), (Decision.NEITHER, "three")):
        with pytest.raises(ValueError, match="does not go with"):
            judge(workspace, case.id, "c1", decision, answer, "")
    assert workspace.history(case.id) == ()


def test_the_list_of_cases_counts_what_is_undecided(workspace: Workspace) -> None:
    case = analysed_sample(workspace)
    judge(workspace, case.id, "c1", Decision.ANSWER, "three", "")
    (summary,) = workspace.cases()
    assert (summary.articles, summary.conflicts, summary.undecided) == (2, 3, 2)


def test_the_list_of_cases_needs_no_claim_that_is_in_no_conflict(workspace: Workspace, tmp_path: Path) -> None:
    """A verdict on a question whose claims stand in two by now; one of these holds a claim that nothing opposes."""
    case = workspace.create_case("The fire")
    files = written(tmp_path, fire="Seven died. Eight died. 9 fled. 10 fled. 11 hid.")
    (article,) = workspace.import_files(case.id, files).case.articles
    seven, eight, nine, ten, eleven = (make_claim(article, words) for words in ("Seven", "Eight", "9", "10", "11"))
    alone = Group("g1", "How many?", seven.kind, Status.AGREEMENT, (seven.id, nine.id))
    workspace.keep_analysis(case.id, Analysis((seven, eight, nine, ten, eleven), (alone,)))
    workspace.judge(case.id, ["g1"], Judgement(Decision.OPEN, record=Record(claim="How many?")))
    died, on_died = make_conflict(1, "How many died?", {"seven": (seven,), "eight": (eight,)})
    fled, on_fled = make_conflict(2, "How many fled?", {"9": (nine,), "10": (ten,)})
    fled = replace(fled, claims=(*fled.claims, eleven.id))
    workspace.keep_analysis(case.id, Analysis((seven, eight, nine, ten, eleven), (died, fled), (on_died, on_fled)))
    (summary,) = workspace.cases()
    assert summary.conflicts == 2


def test_verdicts_keep_the_name_they_were_given_under(workspace: Workspace) -> None:
    case = analysed_sample(workspace)
    ann = workspace.set_reviewer("Ann")
    first = judge(workspace, case.id, "c1", Decision.ANSWER, "three", "")
    ben = workspace.set_reviewer("Ben")
    second = judge(workspace, case.id, "c2", Decision.NEITHER, None, "")
    assert workspace.set_reviewer("Ann") == ann
    assert workspace.reviewer() == ann
    assert [v.reviewer for v in workspace.open_case(case.id).verdicts] == [ann, ben]
    assert (first.reviewer, second.reviewer) == (ann, ben)


# --- drafts ---------------------------------------------------------------------------------------


def test_a_draft_is_kept_until_it_is_emptied_or_becomes_a_verdict(store: str) -> None:
    with Workspace(store) as workspace:
        case = analysed_sample(workspace)
        begin(workspace, case.id, "c1", "The photo")
        begin(workspace, case.id, "c1", "The photograph shows three")
        begin(workspace, case.id, "c2", "See the agency’s page")
        begin(workspace, case.id, "c3", "Nothing yet")
        begin(workspace, case.id, "c3", "")
    with Workspace(store) as workspace:
        assert notes(workspace, case.id) == {"c1": "The photograph shows three", "c2": "See the agency’s page"}
        judge(workspace, case.id, "c1", Decision.ANSWER, "three", "The photograph shows three")
        assert notes(workspace, case.id) == {"c2": "See the agency’s page"}


def test_a_draft_and_a_verdict_follow_their_conflict_to_its_new_name(workspace: Workspace) -> None:
    case = analysed_sample(workspace)
    assert case.analysis is not None
    begin(workspace, case.id, "c2", "See the agency’s page")
    verdict = judge(workspace, case.id, "c1", Decision.ANSWER, "three", "")
    renamed = replace(
        case.analysis, conflicts=tuple(replace(c, id=f"new-{c.id}") for c in reversed(case.analysis.conflicts))
    )
    case = workspace.keep_analysis(case.id, renamed)
    assert notes(workspace, case.id) == {"new-c2": "See the agency’s page"}
    assert reviewed(case).by_conflict == {"new-c1": verdict}


# --- damage and reports ---------------------------------------------------------------------------


def test_a_text_or_verdict_changed_from_outside_is_reported_when_the_case_is_opened(workspace: Workspace) -> None:
    case = analysed_sample(workspace)
    verdict = judge(workspace, case.id, "c1", Decision.ANSWER, "three", "")
    with workspace._database.writing() as session:
        let_change(session, "acts")
        let_change(session, "revisions")
        (act,) = session.scalars(select(ActRow))
        act.content = json.loads(json.dumps(act.content).replace('"end": ', '"end": 1'))
        session.execute(text("UPDATE revisions SET text = text || '!' WHERE text LIKE '%MailOnline%'"))

    case = workspace.open_case(case.id)

    messages = [p.message for p in case.problems]
    assert messages[0] == "The stored text of MailOnline was changed from outside: its hash differs."
    assert messages[1:] == ["The verdict on “How many cosmonauts?” names words that do not stand there."] * 3
    assert [v.id for v in reviewed(case).detached] == [verdict.id]


def test_a_report_is_written_for_a_case(workspace: Workspace, tmp_path: Path) -> None:
    case = analysed_sample(workspace)
    judge(workspace, case.id, "c1", Decision.ANSWER, "three", "Counted in the photograph")
    path = workspace.export_report(case.id, tmp_path / "report.html")
    assert "Counted in the photograph" in path.read_text("utf-8")


def test_a_report_knows_the_scales_that_people_made(workspace: Workspace, tmp_path: Path) -> None:
    case = analysed_sample(workspace)
    scale = new_scale("Ours", (new_step("Holds water"), new_step("Does not")))
    workspace.keep_scale(scale)
    record = Record(rating=rating_on(scale, scale.steps[0]))
    workspace.judge(case.id, ("c1",), Judgement(Decision.UNKNOWN, record=record))
    report = workspace.export_report(case.id, tmp_path / "report.html").read_text("utf-8")
    assert "Ours, version 1" in report
    assert "Holds water" in report
