"""Bytes become text once, and everything that was changed is told."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.intake import read_file, read_files
from factcheck.intake.cleaning import Cleaned, NotText, clean, decode
from factcheck.values import Article

QUOTED = "“It’s a day to celebrate,” he said – at the café…\n"

# hypothesis writes many files into one folder; each example overwrites the last.
many_files = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("utf-32", "utf-32"),
        ("cp1252", "cp1252"),
    ],
)
def test_a_quotation_survives_its_encoding(written: str, read: str) -> None:
    assert decode(QUOTED.encode(written)) == (QUOTED, read)


@pytest.mark.parametrize(
    "text",
    [
        "L’été dernier, le président a déclaré que la situation était grave.",
        "Der Bürgermeister sagte: „Die Straße ist für Fußgänger gesperrt.“",
        "¿Qué dijo el señor Núñez? «Nada», según él.",
    ],
)
def test_western_languages_keep_their_accents(text: str) -> None:
    assert decode(text.encode("cp1252")) == (text, "cp1252")


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Три космонавта на борту станции, сообщает агентство.", "cp1251"),
        ("She said it’s “over” – and left.", "mac-roman"),
    ],
)
def test_other_code_pages_are_left_to_detection_and_shown(text: str, encoding: str) -> None:
    found, codec = decode(text.encode(encoding))
    assert codec != "cp1252"
    assert clean(found, codec).repairs[0] == f"Read as {codec}, not UTF-8."


def test_a_page_of_cyrillic_is_detected() -> None:
    text = "Три космонавта на борту станции, сообщает агентство. Это день освобождения."
    assert decode(text.encode("cp1251")) == (text, "cp1251")


def test_the_codec_is_shown_when_it_is_not_utf_8(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(QUOTED.encode("cp1252"))
    (article,) = read_file(path)
    assert (article.text, article.encoding) == (QUOTED, "cp1252")
    assert article.repairs == ("Read as cp1252, not UTF-8.",)


def test_line_ends_become_one_kind_and_are_counted() -> None:
    cleaned = clean("a\r\nb\rc\nd\fe")
    assert cleaned.text == "a\nb\nc\nd\ne"
    assert cleaned.repairs == ("3 line ends (CR, CRLF or page break) became LF.",)


def test_what_cannot_be_shown_is_replaced_visibly_and_counted() -> None:
    cleaned = clean("a\x00b\x1bc\x7fd\ud800e\tf")
    assert cleaned.text == "a\ufffdb\ufffdc\ufffdd\ufffde\tf"
    assert cleaned.repairs == ("4 characters that cannot be shown became \ufffd.",)


def test_windows_signs_that_were_decoded_as_latin_1_become_what_was_meant() -> None:
    cleaned = clean("It\x92s \x93over\x94")
    assert cleaned.text == "It’s “over”"
    assert cleaned.repairs == ("3 characters of Windows-1252 became the sign meant.",)


def test_half_a_character_after_a_byte_order_mark_is_repaired_and_told() -> None:
    cleaned = clean(*decode("Seven died".encode("utf-16") + b"x"))
    assert cleaned.text == "Seven died\ufffd"
    assert cleaned.repairs == ("Read as utf-16, not UTF-8.", "1 character that cannot be shown became \ufffd.")


def test_a_lone_surrogate_in_json_is_repaired(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps({"text": "Seven \ud83d died", "title": "\ud83dTitle"}))
    (article,) = read_file(path)
    assert article.text == "Seven \ufffd died"
    assert article.provenance.title == "\ufffdTitle"
    assert article.repairs == ("1 character that cannot be shown became \ufffd.",)


def test_accents_emoji_and_their_offsets_stay_as_written(tmp_path: Path) -> None:
    text = "Cafe\u0301 👩‍🚀 said “no”\u2028 and \u00a0left\u0085".rstrip("\u0085")
    path = tmp_path / "a.txt"
    path.write_text(text, "utf-8")
    (article,) = read_file(path)
    assert article.text == text


@given(st.text())
def test_clean_text_stays_clean_and_can_be_stored(text: str) -> None:
    cleaned = clean(text)
    assert clean(cleaned.text).text == cleaned.text
    assert cleaned.text.encode().decode() == cleaned.text
    assert "\r" not in cleaned.text
    assert bool(cleaned.repairs) == (cleaned.text != text)


@given(st.text())
def test_repairs_move_no_offset_but_those_of_crlf(text: str) -> None:
    cleaned = clean(text).text
    assert len(cleaned) == len(text) - text.count("\r\n")


@given(st.binary())
def test_any_bytes_become_text_or_are_refused(content: bytes) -> None:
    try:
        text, encoding = decode(content)
    except NotText:
        assert any(byte < 32 for byte in content) or content.startswith((b"%PDF", b"\x89PNG"))
    else:
        assert clean(clean(text, encoding).text) == Cleaned(clean(text).text, ())


@many_files
@given(st.text(st.characters(exclude_categories=["Cs"])), st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]))
def test_any_text_comes_back_from_a_file(tmp_path: Path, text: str, encoding: str) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(json.dumps({"text": text + "."}, ensure_ascii=False).encode(encoding))
    (article,) = read_file(path)
    assert article.text == clean(text + ".").text
    assert article.encoding == encoding


def mangled(content: bytes, chance: random.Random) -> bytes:
    """The content after one to five accidents: bytes lost, repeated, changed, or cut off."""
    made = bytearray(content)
    for _ in range(chance.randint(1, 5)):
        start = chance.randrange(len(made) + 1)
        end = min(len(made), start + chance.choice((1, 2, 8, 64)))
        accident = chance.randrange(4)
        if accident == 0:
            del made[start:end]
        elif accident == 1:
            made[start:start] = made[start:end] * chance.choice((1, 3, 50))
        elif accident == 2:
            made[start:end] = chance.randbytes(end - start)
        else:
            del made[chance.choice((start, len(made))) :]
    return bytes(made)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", ("---\ntitle: A\npublished: 2024-03-05\n---\n" + QUOTED * 4).encode()),
        ("a.md", ("# A\r\n\r\n" + QUOTED * 4).encode("utf-16")),
        ("a.json", json.dumps({"id": 1, "text": QUOTED, "title": None, "published": "2024-03-05"}).encode()),
        ("a.jsonl", b'{"text": "One.", "url": "x"}\n{"text": "Two.", "published": "2024-03-05T10:00Z"}\n' * 3),
    ],
)
def test_mangled_files_give_articles_or_one_line(tmp_path: Path, name: str, content: bytes) -> None:
    chance, path = random.Random(name), tmp_path / name
    outcomes = set()
    for _ in range(150):
        path.write_bytes(mangled(content, chance))
        intake = read_files([path])
        assert intake.articles or intake.problems
        for problem in intake.problems:
            assert problem.startswith(str(path))
            assert len(problem.splitlines()) == 1
        for article in intake.articles:
            assert_storable(article)
        outcomes.add((bool(intake.articles), bool(intake.problems)))
    assert {article for article, _ in outcomes} == {True, False}


def assert_storable(article: Article) -> None:
    assert article.text.strip()
    assert article.text == clean(article.text).text
    for words in (article.id, article.text, article.provenance.title or "", article.provenance.url or ""):
        words.encode()
