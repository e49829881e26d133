"""Two people work apart, and what they did comes together."""

from __future__ import annotations

import hashlib
import json
import random
import shutil
import struct
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.errors import DamagedCase, UnreadableFile, UnwritableFile
from factcheck.exchange import container, read
from factcheck.review import reviewed
from factcheck.scales import new_scale, new_step, rating_on
from factcheck.storage.merging import free_name, united_provenance
from factcheck.team import comment, sign, talk
from factcheck.values import (
    Analysis,
    Case,
    Decision,
    Evidence,
    Judgement,
    Provenance,
    Record,
    Stance,
    Verdict,
)
from factcheck.workspace import Workspace
from tests.factories import judge
from tests.storage.samples import analysed_sample, let_change, written


@pytest.fixture
def exported(tmp_path: Path, empty_store: Path) -> Path:
    """A case of Ana's as a file: two verdicts on the sample, a comment, a file kept as evidence and a scale of hers."""
    with opened(tmp_path / "ana.sqlite", empty_store) as ana:
        return filled(ana, tmp_path)


def opened(path: Path, empty_store: Path) -> Workspace:
    shutil.copyfile(empty_store, path)
    workspace = Workspace(f"sqlite:///{path}")
    workspace.set_reviewer(path.stem.capitalize())
    return workspace


def filled(workspace: Workspace, folder: Path) -> Path:
    """Export a case with a bit of everything."""
    case = analysed_sample(workspace)
    scale = new_scale("Ours", [new_step("Right"), new_step("Wrong")])
    workspace.keep_scale(scale)
    (folder / "photo.bin").write_bytes(bytes(range(256)))
    sha256, name = workspace.attach(case.id, folder / "photo.bin")
    evidence = Evidence("e", Stance.SUPPORTS, file=sha256, file_name=name)
    record = Record(claim="Three flew", rating=rating_on(scale, scale.steps[0]), evidence=(evidence,))
    workspace.judge(case.id, ("c1",), Judgement(Decision.ANSWER, ("three",), "Counted", record=record))
    judge(workspace, case.id, "c2", Decision.UNKNOWN)
    workspace.act(case.id, [comment(workspace.open_case(case.id), "c1", "Who counted?")])
    return workspace.export_case(case.id, folder / "case.factcheck")


def contents(case: Case) -> object:
    """All of a case that must be the same in every store; a person may have another name in each."""
    return (
        [(a.id, a.text, a.sha256, a.original, a.provenance, a.encoding, a.repairs) for a in case.articles],
        [(a.id, a.sort, a.subject, a.before, a.stroke, a.by.id, a.at, a.content) for a in case.acts],
    )


def verdicts(case: Case) -> list[tuple[str, Decision, str]]:
    return [(v.reviewer.id, v.decision, v.id) for v in case.verdicts]


def rewritten(path: Path, change: Callable[[Any], object], files: dict[str, bytes] | None = None) -> Path:
    """The case file with its document changed by hand, and perhaps other files beside it."""
    with zipfile.ZipFile(path) as archive:
        entries = {name: archive.read(name) for name in archive.namelist()}
    document = json.loads(entries["case.json"])
    change(document)
    entries = {**entries, "case.json": json.dumps(document).encode(), **(files or {})}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return path


# --- out and in -----------------------------------------------------------------------------------


def test_a_case_comes_back_from_its_file_with_all_that_was_put_into_it(workspace: Workspace, exported: Path) -> None:
    merged = workspace.merge_case(exported)
    file = read(exported)
    assert merged.made
    assert (merged.articles, dict(merged.acts), merged.problems) == (2, {"Ana": 3}, ())
    assert merged.case.name == file.name
    assert [v.decision for v in merged.case.verdicts] == [Decision.ANSWER, Decision.UNKNOWN]
    assert merged.case.articles[0].original == file.articles[0].newest.original
    (evidence,) = merged.case.verdicts[0].record.evidence
    assert workspace.attachment(merged.case.id, evidence.file) == bytes(range(256))
    rating = merged.case.verdicts[0].record.rating
    assert rating is not None
    assert (rating.scale, "Ours") in {(scale.id, scale.name) for scale in workspace.scales()}


def test_what_goes_out_again_is_the_same_file_byte_for_byte(
    workspace: Workspace, exported: Path, tmp_path: Path
) -> None:
    case_id = workspace.merge_case(exported).case.id
    again = workspace.export_case(case_id, tmp_path / "again.factcheck")
    assert again.read_bytes() == exported.read_bytes()


def test_merging_the_same_file_twice_changes_nothing(workspace: Workspace, exported: Path) -> None:
    first = workspace.merge_case(exported)
    second = workspace.merge_case(exported)
    assert contents(second.case) == contents(first.case)
    assert (second.made, second.articles, dict(second.acts), second.problems) == (False, 0, {}, ())
    assert str(second) == "NASA’s rebuke, July 2022: nothing new"


def test_a_file_says_nothing_of_the_folders_it_came_from(tmp_path: Path, workspace: Workspace) -> None:
    case = workspace.create_case("Flood")
    workspace.import_files(case.id, written(tmp_path, one="Seven died."))
    workspace.export_case(case.id, tmp_path / "flood.factcheck")
    assert [a.path for a in read(tmp_path / "flood.factcheck").articles] == ["one.txt"]


def test_the_verdicts_of_two_people_stand_side_by_side(workspace: Workspace, exported: Path, tmp_path: Path) -> None:
    workspace.set_reviewer("Ben")
    case = workspace.merge_case(exported).case
    case = with_the_analysis_of_ana(workspace, case, tmp_path)
    judge(workspace, case.id, "c1", Decision.ANSWER, "two")
    workspace.export_case(case.id, tmp_path / "from ben.factcheck")
    with Workspace(f"sqlite:///{tmp_path}/ana.sqlite") as ana:
        merged = ana.merge_case(tmp_path / "from ben.factcheck")
        assert dict(merged.acts) == {"Ben": 1}
        on_c1 = reviewed(merged.case).of("c1")
        assert [(v.reviewer.name, v.answers) for v in on_c1] == [("Ben", ("two",)), ("Ana", ("three",))]


def with_the_analysis_of_ana(workspace: Workspace, case: Case, folder: Path) -> Case:
    with Workspace(f"sqlite:///{folder}/ana.sqlite") as ana:
        return workspace.keep_analysis(case.id, ana.open_case(case.id).found or Analysis())


def test_two_people_of_one_name_stay_two(workspace: Workspace, exported: Path) -> None:
    here = workspace.set_reviewer("Ana")
    merged = workspace.merge_case(exported)
    (there,) = {v.reviewer for v in merged.case.verdicts}
    assert (there.name, there.id != here.id) == ("Ana (2)", True)
    assert workspace.reviewers() == (here, there)
    assert workspace.reviewer() == here


def test_a_number_behind_a_name_is_not_numbered_again() -> None:
    assert free_name("Ana (2)", {"Ana", "Ana (2)"}) == "Ana (3)"
    assert free_name("Ana", {"Ben"}) == "Ana"


# --- articles -------------------------------------------------------------------------------------


def test_an_article_that_both_have_under_other_ids_is_one_and_verdicts_on_it_keep_their_words(
    tmp_path: Path, workspace: Workspace, empty_store: Path
) -> None:
    paths = written(tmp_path, one="Three flew.", two="Two flew.")
    case = workspace.create_case("Flight")
    workspace.export_case(case.id, tmp_path / "empty.factcheck")
    workspace.import_files(case.id, paths)
    with opened(tmp_path / "ben.sqlite", empty_store) as ben:
        ben.merge_case(tmp_path / "empty.factcheck")
        theirs = ben.import_files(case.id, paths).case
        ben.act(case.id, [note_on(theirs)])
        ben.export_case(case.id, tmp_path / "ben.factcheck")
    merged = workspace.merge_case(tmp_path / "ben.factcheck")
    assert merged.articles == 0
    assert [a.text for a in merged.case.articles] == ["Three flew.", "Two flew."]
    assert merged.case.articles[0].id != theirs.articles[0].id
    assert merged.case.unplaced == ()
    # and what they wrote on it goes out again
    workspace.export_case(case.id, tmp_path / "both.factcheck")
    assert workspace.merge_case(tmp_path / "both.factcheck").acts == {}


def note_on(case: Case) -> Any:
    """The wish to write a note on the first words of the first article."""
    from factcheck.anchors import anchor
    from factcheck.hand.contents import hand_content
    from factcheck.values import Change, Sort, Span
    from factcheck.values.hand import Note

    return Change(Sort.NOTE, hand_content(Note(anchor(case.articles[0], Span(0, 5)), "Who says so?")))


def test_an_article_taken_out_by_either_is_out_and_its_words_stay_as_evidence(
    workspace: Workspace, exported: Path, tmp_path: Path
) -> None:
    case = workspace.merge_case(exported).case
    workspace.remove_article(case.id, case.articles[0].id)
    workspace.export_case(case.id, tmp_path / "less.factcheck")
    with Workspace(f"sqlite:///{tmp_path}/ana.sqlite") as ana:
        merged = ana.merge_case(tmp_path / "less.factcheck")
        assert [a.id for a in merged.case.articles] == [case.articles[1].id]
        assert merged.problems == (
            f"{case.articles[0].label} was taken out of the case by somebody else, and is out of this one.",
        )
        assert len(merged.case.verdicts) == 2
        assert ana.merge_case(tmp_path / "less.factcheck").problems == ()


def test_the_newest_revision_of_both_is_shown_in_both(workspace: Workspace, exported: Path, tmp_path: Path) -> None:
    older, newer = later_text("Two flew.", 9), later_text("Three flew.", 10)
    workspace.merge_case(rewritten(Path(shutil.copy(exported, tmp_path / "older")), older))
    workspace.merge_case(rewritten(Path(shutil.copy(exported, tmp_path / "newer")), newer))
    with Workspace(f"sqlite:///{tmp_path}/ana.sqlite") as ana:
        ana.merge_case(tmp_path / "newer")
        theirs = ana.merge_case(tmp_path / "older").case
    ours = workspace.open_case(theirs.id)
    assert ours.articles[0].text == theirs.articles[0].text == "Three flew."
    workspace.export_case(ours.id, tmp_path / "all")
    assert len(read(tmp_path / "all").articles[0].revisions) == 3


def later_text(text: str, hour: int) -> Callable[[Any], object]:
    """Give the first article of a document another revision."""
    import uuid

    def change(document: Any) -> object:
        return document["articles"][0]["revisions"].append(
            {
                "id": str(uuid.uuid5(uuid.NAMESPACE_URL, text)),
                "made": f"2999-01-01T{hour:02}:00:00Z",
                "sha256": hashlib.sha256(text.encode()).hexdigest(),
                "encoding": "utf-8",
                "repairs": [],
                "original": None,
                "text": text,
            }
        )

    return change


def test_what_is_stated_wins_over_what_was_inferred_and_contradictions_are_told() -> None:
    ours = Provenance(title="Flood", source="Wire", author="A", inferred=("source",))
    theirs = Provenance(
        title="The flood", source="Daily", url="https://example.org/1", author="B", inferred=("author",)
    )
    united, apart = united_provenance(ours, theirs)
    assert united == Provenance(title="Flood", source="Daily", author="A", url="https://example.org/1")
    assert apart == ("title",)
    assert united_provenance(united, theirs) == (united, ("title",))


def test_two_descriptions_of_an_article_give_a_line_and_the_one_here_is_kept(
    workspace: Workspace, exported: Path
) -> None:
    case = workspace.merge_case(exported).case
    first = case.articles[0]
    workspace.set_provenance(case.id, first.id, replace(first.provenance, title="Flags in space"))
    rewritten(exported, lambda document: document["articles"][0].update(title="Flags\nthere"))
    merged = workspace.merge_case(exported)
    assert merged.case.articles[0].provenance.title == "Flags in space"
    assert merged.problems == (
        "MailOnline: its title is “Flags in space” here and “Flags\\nthere” in the file; ours was kept.",
    )


def test_an_article_given_back_its_first_text_is_merged_with_it(
    workspace: Workspace, exported: Path, tmp_path: Path
) -> None:
    case = workspace.merge_case(exported).case
    id, text = case.articles[0].id, case.articles[0].text
    workspace.revise_article(case.id, id, "Two flew, not three.")
    workspace.revise_article(case.id, id, text)
    workspace.export_case(case.id, tmp_path / "there and back")
    with Workspace(f"sqlite:///{tmp_path}/ana.sqlite") as ana:
        for _ in range(2):
            merged = ana.merge_case(tmp_path / "there and back")
            assert [a.text for a in merged.case.articles] == [a.text for a in case.articles]
            assert merged.case.problems == ()
        ana.export_case(case.id, tmp_path / "again")
    assert (tmp_path / "again").read_bytes() == (tmp_path / "there and back").read_bytes()


# --- whoever merges whose file --------------------------------------------------------------------

deeds = st.lists(
    st.tuples(st.sampled_from(["c1", "c2", "c3"]), st.sampled_from([Decision.NEITHER, Decision.UNKNOWN]))
    | st.sampled_from(["undo", "redo", "comment", "sign"]),
    max_size=5,
)


def do(workspace: Workspace, case_id: str, deed: Any) -> None:
    match deed:
        case (str(conflict), decision):
            judge(workspace, case_id, conflict, decision)
        case "undo":
            workspace.undo(case_id)
        case "redo":
            workspace.redo(case_id)
        case "comment":
            workspace.act(case_id, [comment(workspace.open_case(case_id), "c1", "Hm")])
        case _:
            case, me = workspace.open_case(case_id), workspace.reviewer()
            theirs = [v for v in case.verdicts if v.reviewer.id != me.id]
            workspace.act(case_id, [sign(case, v.id, True, "", me) for v in theirs])


@given(ours=deeds, theirs=deeds)
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whoever_merges_whose_file_the_same_stands_in_both(
    ours: Any, theirs: Any, exported: Path, empty_store: Path, tmp_path: Path
) -> None:
    case_id = read(exported).id
    shutil.copyfile(tmp_path / "ana.sqlite", tmp_path / "a.sqlite")
    with (
        Workspace(f"sqlite:///{tmp_path}/a.sqlite") as ana,
        opened(tmp_path / "b.sqlite", empty_store) as ben,
    ):
        ben.merge_case(exported)
        ben.keep_analysis(case_id, ana.open_case(case_id).found or Analysis())
        for workspace, done in ((ana, ours), (ben, theirs)):
            for deed in done:
                do(workspace, case_id, deed)
        ana.export_case(case_id, tmp_path / "a")
        ben.export_case(case_id, tmp_path / "b")
        of_ana, of_ben = ana.merge_case(tmp_path / "b").case, ben.merge_case(tmp_path / "a").case
        assert contents(of_ana) == contents(of_ben)
        assert verdicts(of_ana) == verdicts(of_ben)
        assert shape(of_ana) == shape(of_ben)
        assert ana.merge_case(tmp_path / "a").acts == ana.merge_case(tmp_path / "b").acts == {}


def shape(case: Case) -> object:
    """What stands where, by ids."""
    said = talk(case)
    return (
        {id: [v.id for v in reviewed(case).of(id)] for id in reviewed(case).by_conflict},
        {id: [t.first.id for t in threads] for id, threads in said.comments.items()},
        {id: [s.id for s in signatures] for id, signatures in said.signatures.items()},
    )


# --- files that are not taken in ------------------------------------------------------------------


def refused(workspace: Workspace, path: Path, words: str) -> None:
    """Nothing of the file is taken in, and one line says why."""
    before = everything(workspace)
    with pytest.raises(UnreadableFile, match=words) as caught:
        workspace.merge_case(path)
    assert "\n" not in str(caught.value)
    assert str(caught.value).startswith(f"{path}: ")
    assert everything(workspace) == before


def everything(workspace: Workspace) -> object:
    return [contents(workspace.open_case(case.id)) for case in workspace.cases()], workspace.reviewers()


ELSEWHERE = "5e1f7bb4-0000-4000-8000-000000000000"


def done_too(sort: str, content: Any) -> Callable[[Any], object]:
    """Let Ana have done something more."""
    id = "00000000-0000-4000-8000-00000000000a"

    def change(document: Any) -> object:
        return document["acts"].append(
            {**document["acts"][0], "id": id, "subject": id, "sort": sort, "content": content}
        )

    return change


def counted(number: object) -> Callable[[Any], object]:
    """A mark on the words of the first verdict, which counts so many."""
    value = {"number": number, "low": None, "high": None, "unit": None, "modifier": "=", "noun": None}

    def change(document: Any) -> object:
        anchor = document["acts"][0]["content"]["anchors"][0]
        return done_too("mark", {"kind": "quantity", "anchor": anchor, "value": value})(document)

    return change


def given_to(reviewer: dict[str, str]) -> Callable[[Any], object]:
    def change(document: Any) -> object:
        return done_too("assignment", {**document["acts"][2]["content"], "reviewer": reviewer})(document)

    return change


def said_of_itself(text: str) -> Callable[[Any], object]:
    """Another text of the first article, and the hash of it."""

    def change(document: Any) -> object:
        sha256 = hashlib.sha256(text.encode()).hexdigest()
        return document["articles"][0]["revisions"][0].update(text=text, sha256=sha256, original=None)

    return change


def rounded_under(share: str) -> Callable[[Any], object]:
    return done_too("rule", {"class": "rounding", "share": share})


HOSTILE: dict[str, tuple[Callable[[Any], object], str]] = {
    "another format": (lambda d: d.update(format="factcheck-analysis"), "is no case file"),
    "a newer version": (lambda d: d.update(version=2), "newer version of Factcheck"),
    "no version": (lambda d: d.update(version="1"), "newer version"),
    "no articles": (lambda d: d.pop("articles"), "does not have what a case file has"),
    "a list for a name": (lambda d: d["case"].update(name=["Flood"]), "not of its type"),
    "no name": (lambda d: d["case"].update(name=" "), "has no name"),
    "a path for an id": (lambda d: d["articles"][0].update(id="../../etc/passwd"), "not one that Factcheck makes"),
    "a line break in an id": (lambda d: d["acts"][0].update(subject="a\nb"), "not one that Factcheck makes"),
    "one id twice": (lambda d: d["acts"].append(d["acts"][0]), "two things have one id"),
    "another text": (lambda d: d["articles"][0]["revisions"][0].update(text="Six died."), "not what its hash says"),
    "no text": (lambda d: d["articles"][0].update(revisions=[]), "has no text"),
    "half a character": (lambda d: d["articles"][0].update(title="\ud800"), "characters in it that no text has"),
    "a sort of act of a later version": (lambda d: d["acts"][0].update(sort="prophecy"), "is damaged"),
    "an act of nobody": (lambda d: d["acts"][0].update(by=ELSEWHERE), "is damaged"),
    "an act before there was time": (lambda d: d["acts"][0].update(at="0001-01-01T00:00:00Z"), "is damaged"),
    "an act after all time": (lambda d: d["acts"][0].update(at="9999-12-31T23:59:59.999999Z"), "is damaged"),
    "a number for a rationale": (lambda d: d["acts"][0]["content"].update(rationale=5), "not of its type"),
    "a decision that is none": (lambda d: d["acts"][0]["content"].update(decision="perhaps"), "is damaged"),
    "a comment without words": (lambda d: d["acts"][2]["content"].pop("text"), "is damaged"),
    "an undo of nothing": (lambda d: d["acts"][2].update(sort="undo", content={}), "is damaged"),
    "words that are not there": (
        lambda d: d["acts"][0]["content"]["anchors"][0].update(start=1),
        "a verdict of Ana names words that do not stand there",
    ),
    "an article that is not there": (
        lambda d: d["acts"][0]["content"]["anchors"][0].update(article=ELSEWHERE, sha256="0" * 64),
        "a verdict of Ana is about an article that is not in the file",
    ),
    "a file that is not there": (lambda d: d.update(attachments=["0" * 64]), "is damaged"),
    "a scale with one step": (lambda d: d["scales"][0]["steps"].pop(), "nothing to choose"),
    "a number too large": (lambda d: d["scales"][0].update(version=10**30), "has no version"),
    "a share that is no number": (rounded_under("a little"), "is damaged"),
    "a share that is not a number": (rounded_under("NaN"), "not of its type"),
    "a share beyond all counting": (rounded_under("1E+999999"), "not of its type"),
    "a claim that counts nothing": (counted("seven"), "is damaged"),
    "a claim that counts infinity": (counted("Infinity"), "not of its type"),
    "a claim that counts too far": (counted("1E+999999"), "not of its type"),
    "words without a letter": (
        lambda d: d["acts"][0]["content"]["anchors"][0].update(start=10**30, end=10**31, quote=""),
        "names no words",
    ),
    "an assignment to somebody unknown": (given_to({"id": ELSEWHERE, "name": " "}), "somebody who is not in the file"),
    "evidence that is a path": (
        lambda d: d["acts"][0]["content"]["record"]["evidence"][0].update(file="../photo"),
        "a file that has no hash",
    ),
    "half a character in an encoding": (
        lambda d: d["articles"][0]["revisions"][0].update(encoding="\ud800"),
        "characters in it that no text has",
    ),
    "half a character in the id of a scale": (
        lambda d: d["scales"][0].update(id="\ud800"),
        "characters in it that no text has",
    ),
    "line ends of two characters": (said_of_itself("Three flew.\r\nTwo flew."), "line ends that no text has"),
}


@pytest.mark.parametrize("hostile", HOSTILE)
def test_a_file_that_cannot_be_true_is_refused_in_one_line(
    hostile: str, database: Path, empty_store: Path, exported: Path
) -> None:
    change, words = HOSTILE[hostile]
    with opened(database, empty_store) as workspace:
        refused(workspace, rewritten(exported, change), words)


def test_an_act_that_is_another_one_here_is_refused(workspace: Workspace, exported: Path) -> None:
    workspace.merge_case(exported)
    rewritten(exported, lambda d: d["acts"][0]["content"].update(rationale="Changed on the way"))
    refused(workspace, exported, "does not fit what is here: a verdict of Ana is another one than here")


def test_what_belongs_to_another_case_is_refused(workspace: Workspace, exported: Path) -> None:
    workspace.merge_case(exported)
    refused(workspace, rewritten(exported, lambda d: d["case"].update(id=ELSEWHERE)), "belongs to another case")


def test_a_kept_file_that_is_not_what_its_hash_says_is_refused(workspace: Workspace, exported: Path) -> None:
    (attachment,) = read(exported).attachments
    rewritten(exported, lambda _: None, {f"files/{attachment}": b"another"})
    refused(workspace, exported, "a file in it is not what its hash says")


def test_a_scale_that_is_another_one_here_stays_as_it_is(workspace: Workspace, exported: Path) -> None:
    workspace.merge_case(exported)
    merged = workspace.merge_case(rewritten(exported, lambda d: d["scales"][0].update(name="Theirs")))
    assert merged.problems == ("The scale “Theirs” is another one here under the same number; the one here was kept.",)
    assert "Theirs" not in {scale.name for scale in workspace.scales()}


def test_a_file_cut_or_changed_anywhere_is_refused_or_says_the_same(
    database: Path, empty_store: Path, exported: Path, tmp_path: Path
) -> None:
    whole, chance, path = exported.read_bytes(), random.Random(5), tmp_path / "hurt"
    with opened(database, empty_store) as workspace:
        workspace.merge_case(exported)
        before, told = everything(workspace), []
        for n in range(150):
            hurt = bytearray(whole)
            if n % 3:
                hurt[chance.randrange(len(hurt))] ^= chance.randrange(1, 256)
            else:
                del hurt[chance.randrange(len(hurt)) :]
            path.write_bytes(hurt)
            try:
                assert workspace.merge_case(path).acts == {}
            except UnreadableFile as error:
                told.append(str(error))
        assert len(told) > 100
        assert not any("\n" in line for line in told)
        assert everything(workspace) == before


def zipped(path: Path, entries: dict[str, bytes], how: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", how) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return path


def test_archives_that_grow_too_large_are_refused_before_they_are_unpacked(
    database: Path, empty_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened(database, empty_store) as workspace:
        refused(workspace, zipped(tmp_path / "bomb", {"case.json": bytes(10**7)}), "grows more than 100 times")
        many = {f"files/{n}": b"" for n in range(2_001)}
        refused(workspace, zipped(tmp_path / "many", many), "more than 2,000 entries")
        lots = {f"{n:0200}": b"" for n in range(8_000)}
        refused(workspace, zipped(tmp_path / "lots", lots), "more than 2,000 entries")
        monkeypatch.setattr(zipfile, "ZIP_FILECOUNT_LIMIT", 10)
        hidden = zipped(tmp_path / "hidden", lots)
        end = hidden.read_bytes()[-22:]
        hidden.write_bytes(hidden.read_bytes()[:-22] + end[:12] + struct.pack("<L", 46) + end[16:])
        refused(workspace, hidden, "is damaged, or no case file")
        monkeypatch.undo()
        refused(workspace, zipped(tmp_path / "bzip2", {"case.json": b"{}"}, zipfile.ZIP_BZIP2), "damaged")
        monkeypatch.setattr(container, "MOST_PARTS", 1_000)
        parts = zipped(tmp_path / "parts", {"case.json": b'{"a": [%s0]}' % (b"[]," * 1_000)}, zipfile.ZIP_STORED)
        refused(workspace, parts, "more parts than a case can have")
        monkeypatch.setattr(container, "MOST_UNPACKED", 5_000)
        large = zipped(tmp_path / "large", {"case.json": random.Random(1).randbytes(2_000) * 3})
        refused(workspace, large, "when it is unpacked")
        stored = zipped(tmp_path / "stored", {"case.json": bytes(6_000)}, zipfile.ZIP_STORED)
        refused(workspace, stored, "is larger than")
        monkeypatch.setattr(container, "MOST_DOCUMENT", 1_000_000)
        monkeypatch.setattr(container, "MOST_UNPACKED", 5_000_000)
        document = zipped(tmp_path / "document", {"case.json": b'{"a": "%s"}' % bytes(1_000_000)}, zipfile.ZIP_STORED)
        refused(workspace, document, "is larger than 1 MB without its evidence")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"Seven died on Monday.",
        b"[" * 100_000,
        b"[]",
        b'{"a": NaN}',
        b'{"a": 1e999}',
        b"\xff\xfe",
        b'{"format": 1}',
    ],
)
def test_a_file_that_is_something_else_is_refused(
    content: bytes, database: Path, empty_store: Path, tmp_path: Path
) -> None:
    path = tmp_path / "other.factcheck"
    with opened(database, empty_store) as workspace:
        path.write_bytes(content)
        refused(workspace, path, "damaged, or no case file")
        refused(workspace, zipped(path, {"case.json": content}, zipfile.ZIP_STORED), "damaged|no case file")
        refused(workspace, tmp_path, "is a folder")
        refused(workspace, tmp_path / "none", "no such file")


# --- files that are not written -------------------------------------------------------------------


def test_a_case_that_was_changed_from_outside_is_not_written(
    workspace: Workspace, exported: Path, tmp_path: Path
) -> None:
    case = workspace.merge_case(exported).case
    with workspace._database.writing() as session:
        let_change(session, "revisions")
        session.connection().exec_driver_sql("UPDATE revisions SET text = 'Six died.'")
    with pytest.raises(DamagedCase, match="changed from outside: the text of MailOnline is not what its hash says"):
        workspace.export_case(case.id, tmp_path / "out.factcheck")
    assert not (tmp_path / "out.factcheck").exists()


def test_a_case_too_large_for_a_file_is_not_written_and_the_old_file_stays(
    workspace: Workspace, exported: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case, before = workspace.merge_case(exported).case, exported.read_bytes()
    monkeypatch.setattr(container, "MOST_UNPACKED", 1_000)
    with pytest.raises(UnwritableFile, match="larger than the 0 MB and 2,000 files a case file can have"):
        workspace.export_case(case.id, exported)
    monkeypatch.undo()
    monkeypatch.setattr(container, "MOST_PARTS", 10)
    with pytest.raises(UnwritableFile, match="more than the 10 parts"):
        workspace.export_case(case.id, exported)
    assert exported.read_bytes() == before


def test_what_packs_too_well_is_left_as_it_is(tmp_path: Path, workspace: Workspace) -> None:
    case = workspace.create_case("Flood")
    (text,) = written(tmp_path, one="\r\n".join(["Seven died."] * 50_000))
    workspace.import_files(case.id, [text])
    file = workspace.export_case(case.id, tmp_path / "flood.factcheck")
    assert file.stat().st_size > 1_000_000
    assert read(file).articles[0].newest.original == text.read_bytes()


def test_half_a_character_that_somebody_typed_goes_out_and_in(
    workspace: Workspace, tmp_path: Path, empty_store: Path
) -> None:
    with opened(tmp_path / "ben.sqlite", empty_store) as ben:
        case = analysed_sample(ben)
        judge(ben, case.id, "c1", Decision.NEITHER, rationale="\ud83d and \0")
        ben.export_case(case.id, tmp_path / "half")
    (verdict,) = workspace.merge_case(tmp_path / "half").case.verdicts
    assert isinstance(verdict, Verdict)
    assert verdict.rationale == "\ud83d and \0"
