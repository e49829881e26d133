"""What becomes of a file: an article, or one line that says why not."""

from __future__ import annotations

import hashlib
import json
import os
from datetime import date
from pathlib import Path

import pytest

from factcheck.errors import UnreadableFile
from factcheck.intake import article_from_json, read_file, read_files, read_lines, readable_suffixes
from factcheck.intake.files import MOST_BYTES, MOST_CHARACTERS
from factcheck.shipped import shipped
from factcheck.values import Article, Provenance


def written(folder: Path, name: str, content: str | bytes | dict[str, object]) -> Path:
    path = folder / name
    if isinstance(content, dict):
        content = json.dumps(content)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def only(path: Path) -> Article:
    (article,) = read_file(path)
    return article


def reason(path: Path) -> str:
    with pytest.raises(UnreadableFile) as caught:
        read_file(path)
    assert str(caught.value).startswith(f"{path}")
    assert "\n" not in str(caught.value)
    return caught.value.reason


# --- text files -----------------------------------------------------------------------------------


def test_a_text_file_is_an_article_word_for_word(tmp_path: Path) -> None:
    article = only(written(tmp_path, "flood.txt", "Seven died.\n\nPolice said so.\n"))
    assert article.text == "Seven died.\n\nPolice said so.\n"
    assert article.id == "flood"
    assert article.path == str(tmp_path / "flood.txt")
    assert article.provenance == Provenance()
    assert article.repairs == ()


def test_the_original_bytes_and_the_digest_of_the_kept_text_stay_with_the_article(tmp_path: Path) -> None:
    article = only(written(tmp_path, "flood.txt", b"Seven died.\r\n"))
    assert article.original == b"Seven died.\r\n"
    assert article.sha256 == hashlib.sha256(b"Seven died.\n").hexdigest()


def test_front_matter_says_where_the_text_comes_from(tmp_path: Path) -> None:
    article = only(
        written(
            tmp_path,
            "flood.txt",
            "---\ntitle: 'Flood: seven die'\nSource: The Courier\nauthor: A. Reed\n"
            "published: 2024-03-05T08:00:00+01:00\nurl: https://example.org/a?b=c:d\nid: courier-1\n"
            "tags:\n  - floods\n---\n\nSeven died.\n",
        )
    )
    assert article.text == "Seven died.\n"
    assert article.id == "courier-1"
    assert article.provenance == Provenance(
        title="Flood: seven die",
        source="The Courier",
        author="A. Reed",
        published=date(2024, 3, 5),
        url="https://example.org/a?b=c:d",
    )


def test_markdown_keeps_its_marks(tmp_path: Path) -> None:
    article = only(written(tmp_path, "flood.md", "---\nsource: The Courier\n---\n# Flood\n\n*Seven* died.\n"))
    assert article.text == "# Flood\n\n*Seven* died.\n"
    assert article.provenance.source == "The Courier"


@pytest.mark.parametrize(
    "text",
    ["---\nSeven died.\n---\nSo police said.", "---\nWitness: it was dark.\n---\nEnd.", "---\ntitle: Flood\nno end"],
)
def test_a_rule_of_hyphens_is_not_front_matter(tmp_path: Path, text: str) -> None:
    assert only(written(tmp_path, "flood.txt", text)).text == text


def test_the_seeds_bring_their_provenance_and_say_what_is_inferred() -> None:
    intake = read_files(sorted(shipped("seeds").iterdir()))
    assert intake.problems == ()
    assert [a.provenance.published for a in intake.articles] == [date(2022, 7, 8), date(2022, 7, 8)]
    assert intake.articles[0].provenance.inferred == ("source", "published")
    assert all(a.text.encode() == a.original for a in intake.articles)


def test_what_an_article_states_itself_is_not_overruled_by_its_provenance_file(tmp_path: Path) -> None:
    path = written(tmp_path, "flood.txt", "---\nsource: The Courier\n---\nSeven died.")
    written(
        tmp_path,
        "flood.provenance.toml",
        'source = "a guess"\npublished = 2024-03-05\ninferred = ["source", "published"]\nnote = "By hand."',
    )
    assert only(path).provenance == Provenance(
        source="The Courier", published=date(2024, 3, 5), inferred=("published",), note="By hand."
    )


# --- JSON -----------------------------------------------------------------------------------------


def test_a_json_object_is_an_article(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "01.json",
        {
            "id": "a",
            "text": "Seven died.",
            "title": "",
            "source": "ANI",
            "published": "2022-07-08",
            "url": None,
            "x": [1],
        },
    )
    article = only(path)
    assert (article.id, article.text) == ("a", "Seven died.")
    assert article.provenance == Provenance(source="ANI", published=date(2022, 7, 8))
    assert article.original == path.read_bytes()


def test_every_line_of_json_lines_is_an_article_with_the_bytes_of_its_line(tmp_path: Path) -> None:
    path = written(tmp_path, "news.jsonl", b'{"text": "One."}\r\n\n{"text": "Two.", "id": 7}\n')
    first, second = read_file(path)
    assert (first.id, first.text, first.original) == ("news-1", "One.", b'{"text": "One."}\r\n')
    assert (second.id, second.text, second.path) == ("7", "Two.", str(path))


def test_a_bad_line_is_told_and_the_others_are_read(tmp_path: Path) -> None:
    path = written(tmp_path, "news.jsonl", b'{"text": "One."}\n{"text": \n[]\n{"title": "x"}\n{"text": "Two."}')
    intake = read_files([path])
    assert [a.text for a in intake.articles] == ["One.", "Two."]
    assert intake.problems == (
        f"{path} line 2: broken JSON at line 2, column 1: Expecting value",
        f"{path} line 3: is not a JSON object with a “text”",
        f"{path} line 4: “text” is missing",
    )


def test_lines_are_read_one_by_one_in_their_order(tmp_path: Path) -> None:
    path = written(tmp_path, "news.jsonl", b'\n{"text": "One."}\nnonsense\n{"text": "Two."}\n')
    one, problem, two = read_lines(path)
    assert isinstance(one, Article)
    assert isinstance(two, Article)
    assert problem == f"{path} line 3: broken JSON at line 1, column 1: Expecting value"


def test_a_json_value_from_elsewhere_becomes_an_article_named_by_its_place() -> None:
    article = article_from_json({"text": "Seven died.", "published": "2022-07-08"}, "dates.jsonl:3")
    assert article.id == "dates.jsonl:3"
    assert article.original == b"Seven died."


@pytest.mark.parametrize(
    ("record", "why"),
    [
        ({"title": "x"}, "“text” is missing"),
        ({"text": 5}, "“text” is not text"),
        ({"text": " \n"}, "“text” is empty"),
        ({"text": "x", "title": ["y"]}, "“title” is not text"),
        ({"text": "x", "published": "last Friday"}, "“published” is “last Friday”, not an ISO date such as 2022-07-08"),
        ({"text": "x", "published": 20220708}, "“published” is “20220708”, not an ISO date such as 2022-07-08"),
        ({"text": "x", "id": {}}, "“id” is neither text nor a number"),
    ],
)
def test_a_json_object_that_is_no_article_says_why(tmp_path: Path, record: dict[str, object], why: str) -> None:
    assert reason(written(tmp_path, "01.json", record)) == why


# --- many files -----------------------------------------------------------------------------------


def test_the_other_files_still_open(tmp_path: Path) -> None:
    paths = [tmp_path / "gone.txt", written(tmp_path, "a.txt", "One."), written(tmp_path, "b.txt", b"")]
    intake = read_files(paths)
    assert [a.text for a in intake.articles] == ["One."]
    assert intake.problems == (f"{tmp_path / 'gone.txt'}: no such file", f"{tmp_path / 'b.txt'}: is empty")


def test_ids_are_unique_over_one_reading(tmp_path: Path) -> None:
    for folder in ("a", "b", "c"):
        (tmp_path / folder).mkdir()
        written(tmp_path / folder, "story.txt", folder)
    taken = written(tmp_path, "taken.json", {"text": "d", "id": "story-2"})
    paths = [taken, *(tmp_path / f / "story.txt" for f in "abc")]
    assert [a.id for a in read_files(paths).articles] == ["story-2", "story", "story-3", "story-4"]


def test_a_provenance_file_named_by_itself_is_no_problem(tmp_path: Path) -> None:
    assert read_files([written(tmp_path, "flood.provenance.toml", "")]).problems == ()


# --- what cannot be read --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("a.txt", b"", "is empty"),
        ("a.txt", b" \r\n\t\n", "has no text"),
        ("a.txt", "---\ntitle: x\n---\n\n", "has no text"),
        ("a.txt", b"%PDF-1.7 ...", "looks like a PDF, not text"),
        ("a.txt", bytes(range(256)), "is not text (binary data)"),
        ("a.txt", "---\npublished: Friday\n---\nx", "“published” is “Friday”, not an ISO date such as 2022-07-08"),
        ("a.json", b"{", "broken JSON at line 1, column 2: Expecting property name enclosed in double quotes"),
        (
            "a.json",
            b'{\n"text": "x",\n}',
            "broken JSON at line 3, column 1: Expecting property name enclosed in double ",
        ),
        ("a.json", b"[" * 100_000, "JSON that cannot be an article"),
        ("a.json", b"9" * 10_000, "JSON that cannot be an article"),
        ("a.jsonl", b"\n\n", "is empty"),
        ("a.pages", b"x", ".pages files cannot be read; these can: .txt, .md, .json, .jsonl"),
        ("a", b"x", "the name does not end in a format; these can: .txt, .md, .json, .jsonl"),
    ],
)
def test_a_bad_file_gets_one_line(tmp_path: Path, name: str, content: str | bytes, why: str) -> None:
    assert reason(written(tmp_path, name, content)).startswith(why)


def test_folders_missing_files_and_pipes_are_told_apart(tmp_path: Path) -> None:
    (tmp_path / "folder.txt").mkdir()
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "circle.txt").symlink_to(tmp_path / "circle.txt")
    assert reason(tmp_path / "folder.txt") == "is a folder; name the files in it"
    assert reason(tmp_path) == "is a folder; name the files in it"
    assert reason(tmp_path / "gone.json") == "no such file"
    assert reason(tmp_path / "pipe.txt") == "is not a regular file"
    assert reason(tmp_path / "circle.txt") == "too many levels of symbolic links"
    assert reason(tmp_path / f"{'x' * 300}.txt") == "file name too long"


def test_a_forbidden_file_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = written(tmp_path, "a.txt", "x")
    monkeypatch.setattr(Path, "open", refuse)
    assert reason(path) == "permission denied"


@pytest.mark.parametrize("name", ["a.txt", "a.json", "a.jsonl"])
def test_more_than_an_article_can_be_is_refused(tmp_path: Path, name: str) -> None:
    path = written(tmp_path, name, b"x" * (MOST_BYTES + 2))
    (problem,) = read_files([path]).problems
    assert problem.endswith("larger than 20 MB")


@pytest.mark.parametrize("name", ["a.txt", "a.json"])
def test_a_text_longer_than_the_parser_takes_is_refused(tmp_path: Path, name: str) -> None:
    for length, refused in ((MOST_CHARACTERS, False), (MOST_CHARACTERS + 1, True)):
        text = "x" * length
        path = written(tmp_path, name, {"text": text} if name == "a.json" else text)
        assert [p.endswith("cut it into several articles") for p in read_files([path]).problems] == [True] * refused


def test_the_line_after_one_that_is_too_long_is_read(tmp_path: Path) -> None:
    path = written(tmp_path, "a.jsonl", b"x" * (2 * MOST_BYTES) + b'\n{"text": "Two."}')
    intake = read_files([path])
    assert [a.id for a in intake.articles] == ["a-2"]
    assert len(intake.problems) == 1


@pytest.mark.parametrize(
    ("sidecar", "why"),
    [
        (b"source =", "is not TOML: "),
        (b"\xff", "is not UTF-8"),
        (b"published = 'soon'", "“published” is “soon”, not an ISO date such as 2022-07-08"),
        (b"inferred = ['mood']", "“inferred” is not a list of field names"),
    ],
)
def test_a_broken_provenance_file_is_named(tmp_path: Path, sidecar: bytes, why: str) -> None:
    path = written(tmp_path, "a.txt", "Seven died.")
    written(tmp_path, "a.provenance.toml", sidecar)
    (problem,) = read_files([path]).problems
    assert problem.startswith(f"{tmp_path / 'a.provenance.toml'}: {why}")


def test_a_name_that_cannot_be_printed_is_shown_escaped(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/two\nlines\xff.txt"))
    path.write_text("Seven died.")
    article = only(path)
    assert article.id == r"two\nlines\udcff"
    assert article.path == rf"{tmp_path}/two\nlines\udcff.txt"


def test_a_dialog_can_ask_what_can_be_read() -> None:
    assert readable_suffixes() == (".txt", ".md", ".json", ".jsonl")
