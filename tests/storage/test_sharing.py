"""Files kept as evidence, scales that people make, and the changes of others."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from unittest import mock

import pytest
from sqlalchemy.engine import make_url

from factcheck.errors import AttachmentNotFound, CaseNotFound, DamagedCase, FactcheckError, UnreadableFile
from factcheck.intake import files
from factcheck.scales import new_scale, new_step, revised, shipped_scales
from factcheck.standing import with_acts
from factcheck.team import comment
from factcheck.values import Case, Decision
from factcheck.values.cases import Changed
from factcheck.workspace import Workspace
from tests.factories import judge
from tests.storage.samples import analysed_sample, let_change, written

# --- attachments ----------------------------------------------------------------------------------


def test_a_file_is_kept_as_it_was_whatever_becomes_of_the_original(workspace: Workspace, tmp_path: Path) -> None:
    case = workspace.create_case("Flood")
    photo = tmp_path / "photo.jpg"
    photo.write_bytes(b"\xff\xd8 river")
    sha256, name = workspace.attach(case.id, photo)
    photo.unlink()
    assert name == "photo.jpg"
    assert workspace.attachment(case.id, sha256) == b"\xff\xd8 river"


def test_the_same_file_is_kept_once(workspace: Workspace, tmp_path: Path) -> None:
    case = workspace.create_case("Flood")
    one, other = written(tmp_path, one="the same", other="the same")
    assert workspace.attach(case.id, one)[0] == workspace.attach(case.id, other)[0]


def test_a_file_that_cannot_be_kept_gives_one_line(workspace: Workspace, tmp_path: Path) -> None:
    case = workspace.create_case("Flood")
    (large,) = written(tmp_path, large="Seven died.")
    with pytest.raises(UnreadableFile, match="no such file"):
        workspace.attach(case.id, tmp_path / "missing.pdf")
    with mock.patch.object(files, "MOST_BYTES", 10), pytest.raises(UnreadableFile, match="larger than"):
        workspace.attach(case.id, large)
    with pytest.raises(CaseNotFound):
        workspace.attach("17", large)
    assert files.MOST_BYTES == 20_000_000


def test_a_kept_file_that_is_missing_or_was_changed_is_told(workspace: Workspace, tmp_path: Path) -> None:
    case = workspace.create_case("Flood")
    (path,) = written(tmp_path, one="Seven died.")
    sha256, _ = workspace.attach(case.id, path)
    with pytest.raises(AttachmentNotFound, match="no file 000000000000…"):
        workspace.attachment(case.id, "0" * 64)
    with workspace._database.writing() as session:
        let_change(session, "attachments")
        session.connection().exec_driver_sql("UPDATE attachments SET sha256 = 'f00d'")
    with pytest.raises(DamagedCase, match="its hash differs"):
        workspace.attachment(case.id, "f00d")
    with pytest.raises(AttachmentNotFound):
        workspace.attachment(case.id, sha256)


# --- scales ---------------------------------------------------------------------------------------


def test_every_version_of_a_scale_that_was_made_is_there_beside_those_that_are_shipped(workspace: Workspace) -> None:
    first = new_scale("Ours", [new_step("Right"), new_step("Wrong")])
    second = revised(first, name="Still ours")
    for scale in (second, first, first):
        workspace.keep_scale(scale)
    assert workspace.scales() == (*shipped_scales(), first, second)


def test_a_version_of_a_scale_is_never_changed(workspace: Workspace) -> None:
    scale = new_scale("Ours", [new_step("Right"), new_step("Wrong")])
    workspace.keep_scale(scale)
    shipped = shipped_scales()[0]
    for other in (replace(scale, name="Theirs"), replace(shipped, name="Theirs")):
        with pytest.raises(FactcheckError, match="“Theirs” has another version"):
            workspace.keep_scale(other)
    workspace.keep_scale(shipped)
    assert workspace.scales() == (*shipped_scales(), scale)


# --- people ---------------------------------------------------------------------------------------


def test_somebody_who_has_not_worked_here_yet_can_be_named(workspace: Workspace) -> None:
    me, ben = workspace.set_reviewer("Ana"), workspace.add_reviewer("Ben")
    assert workspace.reviewers() == (me, ben)
    assert workspace.add_reviewer("Ben") == ben
    assert workspace.reviewer() == me


# --- the changes of others ------------------------------------------------------------------------


def test_nothing_changed_while_nobody_does_anything(workspace: Workspace) -> None:
    case = workspace.open_case(analysed_sample(workspace).id)
    assert workspace.changed(case) == Changed()
    assert not workspace.changed(case)


def test_what_others_decide_is_seen_once(workspace: Workspace) -> None:
    case = analysed_sample(workspace)
    judge(workspace, case.id, "c1", Decision.NEITHER)
    case = workspace.open_case(case.id)
    judge(workspace, case.id, "c2", Decision.UNKNOWN)
    workspace.undo(case.id)
    changed = workspace.changed(case)
    assert [act.sort for act in changed.acts] == ["verdict", "undo"]
    assert changed == Changed(changed.acts)
    assert workspace.unseen(case) == changed.acts
    assert not workspace.changed(workspace.open_case(case.id))
    assert workspace.unseen(workspace.open_case(case.id)) == ()


def test_what_somebody_did_before_ones_own_last_act_is_seen_too(workspace: Workspace) -> None:
    case = analysed_sample(workspace)
    judge(workspace, case.id, "c1", Decision.NEITHER)
    own = workspace.act(case.id, [comment(case, "c1", "Mine")])
    changed = workspace.changed(with_acts(case, own))
    assert [act.sort for act in changed.acts] == ["verdict"]


Deed = Callable[[Workspace, Case, Path], object]

DEEDS: dict[str, tuple[Deed, Changed]] = {
    "another name": (lambda w, c, _: w.rename_case(c.id, "Flood"), Changed(name=True)),
    "an article more": (lambda w, c, f: w.import_files(c.id, written(f, one="Six died.")), Changed(articles=True)),
    "another source": (
        lambda w, c, _: w.set_provenance(c.id, c.articles[0].id, replace(c.articles[0].provenance, source="Wire")),
        Changed(articles=True),
    ),
    "an article less": (lambda w, c, _: w.remove_article(c.id, c.articles[0].id), Changed(articles=True)),
    "another text": (lambda w, c, _: w.revise_article(c.id, c.articles[0].id, "Six died."), Changed(articles=True)),
    "deleted": (lambda w, c, _: w.delete_case(c.id), Changed(deleted=True)),
}


@pytest.mark.parametrize("deed", DEEDS)
def test_what_others_do_to_the_case_is_seen(deed: str, workspace: Workspace, tmp_path: Path) -> None:
    do, expected = DEEDS[deed]
    case = workspace.open_case(analysed_sample(workspace).id)
    do(workspace, case, tmp_path)
    assert workspace.changed(case) == expected
    assert workspace.changed(case)


def test_an_analysis_that_somebody_else_made_is_seen(workspace: Workspace) -> None:
    before = workspace.sample_case()
    after = analysed_sample(workspace)
    assert workspace.changed(before) == Changed(analysed=True)
    assert not workspace.changed(after)


# --- where it is ----------------------------------------------------------------------------------


def test_a_store_on_a_server_says_that_people_share_it_and_where_it_is(store: str) -> None:
    with Workspace(store) as workspace:
        assert bool(workspace.shared_at) == store.startswith("postgresql")
        assert (make_url(store).password or "no password") not in workspace.shared_at
