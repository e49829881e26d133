"""The command line, as a script uses it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from factcheck.cli import main
from factcheck.shipped import shipped
from factcheck.values import Decision
from factcheck.workspace import Workspace
from tests.factories import judge
from tests.storage.samples import analysed_sample

SEEDS = sorted(map(str, shipped("seeds").glob("*.txt")))


def output(capsys: pytest.CaptureFixture[str], *arguments: str, status: int = 0) -> str:
    """What the command prints; it must end with `status` and say nothing else when that is 0."""
    assert main(arguments) == status
    said = capsys.readouterr()
    assert status or not said.err
    return said.out


def complaint(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """The one line on standard error of a command that fails, and prints nothing else."""
    assert main(arguments) == 1
    said = capsys.readouterr()
    assert said.out == ""
    (line,) = said.err.splitlines()
    return line


def by_shell(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """The command in a process of its own, reached through a shell: "{}" stands for it."""
    template, *rest = arguments
    command = template.replace("{}", f'"{sys.executable}" -B -m factcheck')
    surroundings = {**os.environ, **environment}
    folder = Path(__file__).parent.parent
    return subprocess.run(["bash", "-c", command, "sh", *rest], capture_output=True, env=surroundings, cwd=folder)


def written(path: Path, *rows: str | dict[str, Any]) -> str:
    path.write_text("\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows), "utf-8")
    return str(path)


# --- analyze --------------------------------------------------------------------------------------


def test_the_seeds_as_json_keep_the_contract(capsys: pytest.CaptureFixture[str]) -> None:
    found = json.loads(output(capsys, "analyze", "--format", "json", *SEEDS))
    assert list(found) == ["format", "version", "articles", "claims", "groups", "conflicts", "problems"]
    texts = {article["id"]: article["text"] for article in found["articles"]}
    claims = {claim["id"]: claim for claim in found["claims"]}
    assert all(texts[c["article"]][c["start"] : c["end"]] == c["text"] for c in claims.values())
    groups = {group["id"]: group for group in found["groups"]}
    for conflict in found["conflicts"]:
        assert set(conflict["claims"]) <= claims.keys()
        assert groups[conflict["group"]]["status"] == conflict["status"]
        assert sorted(id for answer in conflict["answers"] for id in answer["claims"]) == sorted(conflict["claims"])
    assert {conflict["kind"] for conflict in found["conflicts"]} >= {"quantity", "quotation", "attribution"}


def test_offsets_count_code_points(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    text = "😀🎉 Three 👩‍🚀 men said on Monday: “We 🚀 won 5.5 million votes.”"
    found = json.loads(output(capsys, "analyze", "--format", "json", written(tmp_path / "a.json", {"text": text})))
    assert found["articles"][0]["text"] == text
    words = {text[claim["start"] : claim["end"]] for claim in found["claims"]}
    assert {"Monday", "“We 🚀 won 5.5 million votes.”"} <= words


def test_a_publication_date_can_be_given(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = written(tmp_path / "a.txt", "They met on Monday.")
    found = json.loads(output(capsys, "analyze", "--format", "json", path, "--published", f"{path}=2022-07-08"))
    assert found["articles"][0]["published"] == "2022-07-08"
    assert [c["value"]["timex"] for c in found["claims"]] == ["2022-07-04"]


def test_a_publication_date_of_no_file_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert "other.txt=2022-07-08: no such file" in complaint(
        capsys, "analyze", SEEDS[0], "--published", "other.txt=2022-07-08"
    )


def test_a_bad_file_is_one_line_and_the_others_are_analysed(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["analyze", str(tmp_path / "missing.txt"), written(tmp_path / "a.txt", "Three men died.")]) == 1
    said = capsys.readouterr()
    assert said.err == f"factcheck: {tmp_path / 'missing.txt'}: no such file\n"
    assert "in 1 article" in said.out


@pytest.mark.parametrize("arguments", [(), ("--published", "a=tomorrow", "a.txt"), ("--format", "xml", "a.txt")])
def test_wrong_usage_has_a_status_of_its_own(arguments: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["analyze", *arguments])
    assert ended.value.code == 2


def test_the_same_articles_give_the_same_bytes_in_every_process() -> None:
    command = '{} analyze --format json "$@"'
    outputs = {by_shell(command, *SEEDS, PYTHONHASHSEED=seed).stdout for seed in ("1", "2")}
    assert len(outputs) == 1
    assert json.loads(outputs.pop())["conflicts"]


def test_json_is_whole_where_the_output_is_not_unicode(tmp_path: Path) -> None:
    path = written(tmp_path / "a.json", {"text": "“Three men 😀 died,” he said."})
    done = by_shell('{} analyze --format json "$1"', path, PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout)["articles"][0]["text"] == "“Three men 😀 died,” he said."


def test_a_reader_who_stops_reading_is_no_error() -> None:
    done = by_shell('{} analyze --format json "$@" | true', *SEEDS)
    assert done.stderr == b""


@pytest.mark.parametrize("what", ["--version", 'analyze --format json "$1"'])
def test_output_that_cannot_be_written_is_one_line(what: str) -> None:
    done = by_shell(f"{{}} {what} > /dev/full", SEEDS[0])
    assert (done.returncode, done.stderr) == (1, b"factcheck: standard output: no space left on device\n")


# --- extract --------------------------------------------------------------------------------------


def test_there_is_a_line_out_for_each_line_in(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = written(
        tmp_path / "a.jsonl", {"text": "Three men died."}, "no JSON", "", {"title": "x"}, {"text": "9" * 6000}
    )
    assert main(["extract", path]) == 1
    said = capsys.readouterr()
    rows = [json.loads(line) for line in said.out.splitlines()]
    assert [[c["text"] for c in row["claims"]] for row in rows[:3]] == [["Three men", "Three men died"], [], []]
    assert [len(row["problems"]) for row in rows] == [0, 1, 1, 0]
    assert [line.partition(": ")[2].partition(":")[0] for line in said.err.splitlines()] == [
        f"{path} line 2",
        f"{path} line 4",
    ]


def test_a_file_that_is_not_there_gives_no_line(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert complaint(capsys, "extract", str(tmp_path / "a.jsonl")).endswith("a.jsonl: no such file")


# --- report ---------------------------------------------------------------------------------------


def test_a_report_of_files(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    target = tmp_path / "r.html"
    assert output(capsys, "report", *SEEDS, "-o", str(target)).strip() == str(target)
    assert "liberation day" in target.read_text("utf-8")


def test_a_report_of_a_case_in_the_store_has_its_verdicts(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    url, target = f"sqlite:///{tmp_path / 'c.sqlite'}", tmp_path / "r.html"
    with Workspace(url) as workspace:
        case = analysed_sample(workspace)
        workspace.rename_case(case.id, "A case")
        judge(workspace, case.id, "c1", Decision.UNKNOWN, None, "Nobody counted.")
    output(capsys, "report", "A case", "-o", str(target), "--database", url)
    assert "Nobody counted." in target.read_text("utf-8")


def test_what_is_neither_a_case_nor_a_file_is_told(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'c.sqlite'}"
    line = complaint(capsys, "report", "Nothing", "-o", str(tmp_path / "r.html"), "--database", url)
    assert line == "factcheck: Nothing: neither a case in the store nor a file"


def test_a_case_goes_out_and_comes_into_another_store(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    one, other = (f"sqlite:///{tmp_path / name}.sqlite" for name in ("one", "other"))
    with Workspace(one) as workspace:
        workspace.set_reviewer("Ana")
        case = analysed_sample(workspace)
        judge(workspace, case.id, "c1", Decision.NEITHER)
    file = str(tmp_path / "case.factcheck")
    assert output(capsys, "export", case.name, "-o", file, "--database", one) == f"{file}\n"
    said = f"{case.name}: 2 articles, 1 of Ana’s decisions and remarks\n"
    assert output(capsys, "merge", file, "--database", other) == said
    assert output(capsys, "merge", file, "--database", other) == f"{case.name}: nothing new\n"
    again = tmp_path / "again.factcheck"
    output(capsys, "export", case.id, "-o", str(again), "--database", other)
    assert again.read_bytes() == Path(file).read_bytes()


def test_of_several_files_those_that_are_whole_are_merged(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    store = f"sqlite:///{tmp_path / 'cases.sqlite'}"
    with Workspace(store) as workspace:
        case = workspace.create_case("Flood")
        good = workspace.export_case(case.id, tmp_path / "good.factcheck")
    (tmp_path / "bad.factcheck").write_text("Seven died.", "utf-8")
    assert main(["merge", str(tmp_path / "bad.factcheck"), str(good), "--database", store]) == 1
    said = capsys.readouterr()
    assert said.out == "Flood: nothing new\n"
    assert said.err == f"factcheck: {tmp_path / 'bad.factcheck'}: is damaged, or no case file\n"


def test_a_case_that_is_not_there_is_not_exported(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    store = f"sqlite:///{tmp_path / 'cases.sqlite'}"
    told = complaint(capsys, "export", "Flood", "-o", str(tmp_path / "flood"), "--database", store)
    assert told == "factcheck: Flood: no case in the store has this id or name"


def test_a_report_that_cannot_be_written_is_told(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    line = complaint(
        capsys, "report", written(tmp_path / "a.txt", "Three died."), "-o", str(tmp_path / "no" / "r.html")
    )
    assert line.endswith("could not be written: No such file or directory")


# --- evaluate -------------------------------------------------------------------------------------


def cluster(folder: Path) -> None:
    """Two articles that count the same dead differently, and the annotation that says so."""
    folder.mkdir(parents=True)
    texts = ("Seven people died in the fire in Leeds.", "Five people died in the fire in Leeds.")
    members = []
    for number, text in enumerate(texts, 1):
        written(folder / f"{number:02d}.json", {"text": text})
        end = text.index(" died")
        members.append({"article": f"{number:02d}", "start": 0, "end": end, "value": text[:5]})
    item = {"id": "c1", "label": "conflict", "kind": "quantity", "question": "How many died?", "members": members}
    written(folder / "gold.json", {"cluster": "fire", "items": [item]})


def test_a_folder_is_scored_with_all_that_is_in_it(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    cluster(tmp_path / "conflicts" / "fire")
    timex = {"start": 12, "end": 18, "type": "DATE", "value": "2022-07-04"}
    dated = {"text": "They met on Monday.", "published": "2022-07-08", "timexes": [timex]}
    written(tmp_path / "dates.jsonl", dated)
    (tmp_path / "specs").mkdir()
    result = {"Text": "ten", "Start": 4, "End": 6, "TypeName": "number", "Resolution": {"value": "10"}}
    case = {"Input": "all ten left", "Results": [result]}
    (tmp_path / "specs" / "Number-NumberModel.json").write_text(json.dumps([case]), "utf-8")
    said = output(capsys, "evaluate", str(tmp_path))
    assert "conflicts clear found  1/1 = 1.00" in said
    assert "dates.jsonl" in said
    assert "(1 hits, 1 found, 1 wanted)" in said
    assert "Number             1          1     1  1.000" in said


def test_a_cluster_is_scored_by_itself_and_among_others(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    cluster(tmp_path / "fire")
    assert output(capsys, "evaluate", str(tmp_path)) == output(capsys, "evaluate", str(tmp_path / "fire"))


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.jsonl", "no JSON"), ("fire/gold.json", "{"), ("Number-NumberModel.json", "[1]")],
    ids=["lines", "gold", "cases"],
)
def test_gold_that_cannot_be_read_is_one_line(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, name: str, content: str
) -> None:
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(content)
    assert str(path) in complaint(capsys, "evaluate", str(tmp_path))


def test_a_folder_without_gold_is_told(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert "nothing to score" in complaint(capsys, "evaluate", str(tmp_path))
    assert complaint(capsys, "evaluate", str(tmp_path / "none")).endswith("not a folder")
