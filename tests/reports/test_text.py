"""The table that the command line prints."""

from __future__ import annotations

from dataclasses import replace

import pytest

from factcheck.reports.text import render
from factcheck.values import Analysis, Problem
from tests.factories import make_article, make_claim, make_conflict, seed_case


def table(width: int = 100) -> str:
    case = seed_case()
    assert case.analysis
    return render(case.articles, case.analysis, width)


def test_a_conflict_says_who_says_what_where_and_why() -> None:
    lines = table().splitlines()
    start = next(i for i, line in enumerate(lines) if "How many cosmonauts?" in line)
    assert lines[start] == "≠ How many cosmonauts?".ljust(78) + "confidence high (0.90)"
    assert lines[start + 1 : start + 5] == [
        "  three  A line 1  “three cosmonauts”",
        "         B line 5  “three cosmonauts”",
        "  two    B line 7  “two Russian cosmonauts”",
        "  three (MailOnline, Wire report) against two (Wire report): counts of cosmonauts.",
    ]


def test_the_letters_are_told_first_and_the_count_last() -> None:
    lines = table().splitlines()
    assert lines[:2] == ["A  MailOnline", "B  Wire report"]
    assert lines[-1] == "3 conflicts in 2 articles; 1 agreement, 0 compatible, 1 with one source"


@pytest.mark.parametrize("width", [60, 80, 100, 120])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    article = make_article("Seven died, they said. " + "eight " * 80, source="The Very Long Name of a Gazette " * 5)
    seven, eight = make_claim(article, "Seven"), make_claim(article, ("eight " * 80).strip())
    group, conflict = make_conflict(
        1, "How many? " * 30, {"seven " * 30: (seven,), "eight": (eight,)}, "Because. " * 40
    )
    made = render((article,), Analysis((seven, eight), (group,), (conflict,)), width)
    assert max(map(len, made.splitlines())) <= width
    assert max(map(len, table(width).splitlines())) <= width


def test_no_conflict_is_said_plainly() -> None:
    assert render((make_article(source="Gazette"),), Analysis(), 80) == (
        "A  Gazette\n\nNo conflicts in 1 article; 0 agreements, 0 compatible, 0 with one source\n"
    )


def test_foreign_text_cannot_steer_the_terminal() -> None:
    article = make_article("Seven \x1b[2J\x1b]0;owned\x07 \u202edied\nhere", source="Gaz\x1bette")
    claim = make_claim(article, "Seven \x1b[2J\x1b]0;owned\x07 \u202edied\nhere")
    group, conflict = make_conflict(1, "How\x9bmany?", {"seven\x1b": (claim,)})
    made = render((article,), Analysis((claim,), (group,), (conflict,)), 80)
    assert not set("\x1b\x07\x9b\u202e") & set(made)
    assert "died here”" in made


def test_problems_are_told_with_their_article() -> None:
    case = seed_case()
    assert case.analysis
    odd = replace(case.analysis, problems=(Problem("b", "The text ends in the middle of a sentence."),))
    assert "B: The text ends in the middle of a sentence." in render(case.articles, odd, 80)
