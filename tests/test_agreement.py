"""Agreement statistics, against worked examples that others have published."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.agreement import Agreement, Label, agreement, in_words


def judged(*rows: str | Sequence[Label | None]) -> dict[str, dict[str, Label]]:
    """Each reviewer's labels in the order of the questions; "." or None is a question he has not judged."""
    return {
        name: {f"q{i}": label for i, label in enumerate(row) if label not in (".", None)}
        for name, row in zip(("Ana", "Ben", "Cleo", "Dan"), rows, strict=False)
    }


def counted(table: dict[tuple[str, str], int]) -> dict[str, dict[str, Label]]:
    """Two reviewers of whom a table of pairs of labels is published."""
    pairs = [pair for pair, count in table.items() for _ in range(count)]
    return judged([a for a, _ in pairs], [b for _, b in pairs])


def test_kappa_of_dialogue_acts() -> None:
    """Artstein and Poesio, Inter-Coder Agreement for Computational Linguistics (2008): 0.7 and 0.348."""
    found = agreement(counted({("s", "s"): 20, ("s", "i"): 20, ("i", "s"): 10, ("i", "i"): 50}))
    assert found.percent == pytest.approx(70)
    assert found.kappa == pytest.approx(0.348, abs=0.0005)


def test_kappa_of_two_readers_of_proposals() -> None:
    """The example of 50 proposals in many textbooks: observed 0.7, by chance 0.5, kappa 0.4."""
    found = agreement(counted({("yes", "yes"): 20, ("yes", "no"): 5, ("no", "yes"): 10, ("no", "no"): 15}))
    assert found.kappa == pytest.approx(0.4)


def test_alpha_of_two_observers_and_two_values() -> None:
    """Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), A: 0.095."""
    found = agreement(judged("0100000010", "1110010000"))
    assert found.alpha == pytest.approx(0.095, abs=0.0005)
    assert (found.both, found.percent) == (10, 60)


def test_alpha_of_two_observers_and_many_values() -> None:
    """The same, B: 0.692."""
    assert agreement(judged("aabbdcccedda", "babbbccceddd")).alpha == pytest.approx(0.692, abs=0.0005)


FOUR = ("123321412...", "1233224125.3", ".3332342251.", "12332441251.")


def test_alpha_of_four_observers_with_answers_missing() -> None:
    """The same, C and D: nominal 0.743, ordinal 0.815."""
    assert agreement(judged(*FOUR)).alpha == pytest.approx(0.743, abs=0.0005)
    assert agreement(judged(*FOUR), order="12345").alpha == pytest.approx(0.815, abs=0.0005)


def test_places_on_a_scale_give_what_names_give() -> None:
    numbers = judged(*([int(c) if c != "." else None for c in row] for row in FOUR))
    assert agreement(numbers, order=range(1, 6)).alpha == agreement(judged(*FOUR), order="12345").alpha


def test_a_near_miss_weighs_less_on_an_ordered_scale() -> None:
    order = "abcde"
    near, wide = agreement(judged("abcdea", "abcdeb"), order), agreement(judged("abcdea", "abcdee"), order)
    assert near.alpha is not None
    assert wide.alpha is not None
    assert near.alpha > wide.alpha
    assert near.percent == wide.percent


def test_a_label_beside_the_scale_is_no_answer_for_alpha_alone() -> None:
    found = agreement(judged("abcdu", "abcde"), order="abcde")
    assert found.alpha == 1
    assert found.percent == 80
    assert found.kappa is not None
    assert found.kappa < 1


def test_questions_judged_differently_are_listed_with_what_each_said() -> None:
    found = agreement(judged("aab.", "abcb"))
    assert (found.items, found.both, found.same) == (4, 3, 1)
    assert [(d.question, d.given) for d in found.disagreements] == [
        ("q1", (("Ana", "a"), ("Ben", "b"))),
        ("q2", (("Ana", "b"), ("Ben", "c"))),
    ]


@pytest.mark.parametrize(
    "rows", [(), ("ab",), ("", ""), ("a", "a"), ("a.", ".b"), ("aa", "aa")], ids=lambda rows: " ".join(rows) or "nobody"
)
def test_a_figure_without_meaning_is_not_given(rows: tuple[str, ...]) -> None:
    found = agreement(judged(*rows))
    assert (found.kappa, found.alpha) == (None, None)


def test_one_who_always_says_the_same_agrees_by_chance_alone() -> None:
    assert agreement(judged("aaaa", "aabb")).kappa == pytest.approx(0)


def test_kappa_of_three_is_the_mean_of_their_pairs() -> None:
    three = judged("aabb", "aabb", "abab")
    pairs = [agreement({a: three[a], b: three[b]}).kappa for a, b in (("Ana", "Ben"), ("Ana", "Cleo"), ("Ben", "Cleo"))]
    assert pairs == [1, 0, 0]
    assert agreement(three).kappa == pytest.approx(1 / 3)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (("ab",), "nothing to compare"),
        (
            ("a", "b"),
            "1 question was judged by both Ana and Ben, 0 of them alike (0 % agreement). Kappa and alpha need",
        ),
        (("aa", "aa"), "with one answer throughout"),
        (("ab", "ab"), "Cohen’s kappa is 1.00: almost perfect agreement beyond chance."),
        (("abab", "abba"), "Cohen’s kappa is 0.00: no more agreement than by chance."),
        (("ab", "ab", "ab"), "2 questions were judged by at least two reviewers"),
        (("ab", "ab"), "Krippendorff’s alpha is 1.00 and counts every difference alike: good enough to rely on."),
        (("ab", "ab"), "With so few questions"),
    ],
)
def test_the_figures_are_told_in_words(rows: tuple[str, ...], said: str) -> None:
    assert said in in_words(agreement(judged(*rows)))


def test_many_questions_need_no_warning() -> None:
    said = in_words(agreement(judged("ab" * 20, "ab" * 19 + "ba")))
    assert "40 questions were judged by both Ana and Ben, 38 of them alike (95 % agreement)." in said
    assert "few" not in said


def test_reviewers_are_called_by_their_names() -> None:
    found = agreement({"r1": {"q": "a"}, "r2": {"q": "a"}})
    assert "judged by both Ana and r2" in in_words(found, {"r1": "Ana"})


LABELS = st.sampled_from("abcd.")


@settings(deadline=None)  # the first one loads the library
@given(st.lists(st.tuples(LABELS, LABELS, LABELS), max_size=15), st.booleans())
def test_any_judgements_have_figures_in_their_bounds_or_none(rows: list[tuple[str, str, str]], ordered: bool) -> None:
    by_reviewer = judged(*([row[i] for row in rows] for i in range(3)))
    found = agreement(by_reviewer, "abc" if ordered else "")
    assert found.percent is None or 0 <= found.percent <= 100
    assert found.kappa is None or -1 <= found.kappa <= 1
    assert found.alpha is None or -1 <= found.alpha <= 1
    assert len(found.disagreements) == found.both - found.same
    assert in_words(found)


@settings(deadline=None)
@given(st.lists(st.tuples(LABELS, LABELS), min_size=2, max_size=15))
def test_the_order_of_reviewers_does_not_matter(rows: list[tuple[str, str]]) -> None:
    one, two = judged([a for a, _ in rows], [b for _, b in rows]), judged([b for _, b in rows], [a for a, _ in rows])
    assert figures(agreement(one, "dcba")) == pytest.approx(figures(agreement(two, "dcba")))
    assert figures(agreement(one, "abcd")) == pytest.approx(figures(agreement(one, "dcba")))


def figures(found: Agreement) -> list[float | None]:
    return [found.percent, found.kappa, found.alpha]


def test_nobody_waits_for_the_library_who_does_not_ask() -> None:
    """It takes longer to load than everything else in the core."""
    said = subprocess.run(
        [sys.executable, "-c", "import sys, factcheck.agreement; print('nltk' in sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert said.stdout.strip() == "False"
