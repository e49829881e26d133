"""Rating scales: the shipped ones are sound, and no revision changes what an old rating says."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.scales import (
    LONGEST_LABEL,
    Scale,
    Step,
    Tone,
    new_scale,
    new_step,
    newest,
    problems_of,
    rating_on,
    revised,
    scale_from_json,
    scale_of,
    scale_to_json,
    shipped_scales,
)
from factcheck.values import Rating

RIGHT, PARTLY, WRONG = Step("r", "Right"), Step("p", "Partly right"), Step("w", "Wrong")
OURS = Scale("ours", 1, "Ours", steps=(RIGHT, PARTLY, WRONG))


def step_of(rating: Rating, scales: Iterable[Scale]) -> Step | None:
    """The step as it was when it was given."""
    scale = scale_of(rating, scales)
    return scale.step(rating.step) if scale else None


def shipped_scale(id: str) -> Scale:
    return next(scale for scale in shipped_scales() if scale.id == id)


# --- what comes with the program ------------------------------------------------------------------


def test_four_scales_come_with_the_program_the_plain_one_first() -> None:
    assert [(s.id, s.version) for s in shipped_scales()] == [
        ("five-step", 1),
        ("politifact-like", 1),
        ("snopes-like", 1),
        ("conclusion", 1),
    ]


@pytest.mark.parametrize("scale", shipped_scales(), ids=lambda s: s.id)
def test_a_shipped_scale_can_be_used_as_it_is(scale: Scale) -> None:
    assert problems_of(scale) == ()
    assert scale.description
    assert all(step.meaning.endswith(".") and len(step.glyph) == 1 for step in scale.steps)


@pytest.mark.parametrize("scale", shipped_scales(), ids=lambda s: s.id)
def test_no_two_steps_of_a_shipped_scale_look_alike_without_colour(scale: Scale) -> None:
    assert len({step.glyph for step in scale.steps}) == len(scale.steps)


def test_the_plain_scale_has_five_steps_in_order_and_unproven_beside_them() -> None:
    plain = shipped_scale("five-step")
    assert plain.order == ("true", "mostly-true", "half-true", "mostly-false", "false")
    assert [step.label for step in plain.steps if step.beside] == ["Unproven"]


def test_labels_without_an_order_have_none() -> None:
    assert shipped_scale("snopes-like").order == ()
    assert len(shipped_scale("politifact-like").order) == 6


def test_by_the_conclusion_alone_there_is_a_rating_and_no_step() -> None:
    conclusion = shipped_scale("conclusion")
    rating = rating_on(conclusion)
    assert step_of(rating, shipped_scales()) is None
    assert scale_of(rating, shipped_scales()) is conclusion


# --- versions -------------------------------------------------------------------------------------


def test_an_old_rating_is_read_by_the_version_it_was_given_on() -> None:
    given_then = rating_on(OURS, PARTLY)
    later = revised(OURS, steps=(replace(RIGHT, label="True"), replace(PARTLY, label="Half true"), WRONG))
    latest = revised(later, name="Ours, shorter", steps=(later.steps[0], WRONG))
    scales = (latest, OURS, later)
    assert step_of(given_then, scales) == PARTLY
    assert step_of(replace(given_then, version=2), scales) == Step("p", "Half true")
    assert step_of(replace(given_then, version=3), scales) is None
    assert [s.version for s in (OURS, later, latest)] == [1, 2, 3]
    assert {s.id for s in scales} == {"ours"}


def test_a_revision_changes_what_is_named_and_nothing_else() -> None:
    assert revised(OURS) == replace(OURS, version=2)
    assert revised(OURS, name="Mine") == replace(OURS, version=2, name="Mine")
    assert revised(OURS, ordered=False, description="") == replace(OURS, version=2, ordered=False)


def test_what_came_with_the_program_is_never_changed_its_revision_is_ones_own() -> None:
    plain = shipped_scale("five-step")
    mine = revised(plain, name="My five steps")
    assert (mine.version, mine.steps) == (1, plain.steps)
    assert mine.id not in {s.id for s in shipped_scales()}
    assert (revised(mine).id, revised(mine).version) == (mine.id, 2)


def test_the_last_version_of_each_is_what_can_be_chosen() -> None:
    second = revised(OURS)
    assert newest((*shipped_scales(), second, OURS)) == (*shipped_scales(), second)


def test_a_rating_on_a_scale_nobody_has_here_has_no_step() -> None:
    rating = Rating("from elsewhere", 1, "x")
    assert scale_of(rating, shipped_scales()) is None
    assert step_of(rating, shipped_scales()) is None


@pytest.mark.parametrize(("scale", "step"), [(OURS, Step("x", "Other")), (OURS, None), (new_scale("None"), RIGHT)])
def test_only_a_step_of_the_scale_can_be_given(scale: Scale, step: Step | None) -> None:
    with pytest.raises(ValueError, match="cannot be given"):
        rating_on(scale, step)


# --- one's own ------------------------------------------------------------------------------------


def test_a_scale_of_ones_own_can_be_made_and_used() -> None:
    mine = new_scale("Mine", [new_step("Yes", tone=Tone.TRUE), new_step("No", tone=Tone.FALSE)], ordered=False)
    assert problems_of(mine) == ()
    assert step_of(rating_on(mine, mine.steps[1]), (*shipped_scales(), mine)) == mine.steps[1]
    assert len({mine.id, new_scale("Mine").id, *(s.id for s in mine.steps)}) == 4


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (lambda s: replace(s, name=" "), "The scale has no name."),
        (lambda s: replace(s, steps=(RIGHT, Step("x", ""))), "Step 2 has no label."),
        (lambda s: replace(s, steps=(RIGHT, Step("x", " RIGHT "))), "2 steps are called “Right”."),
        (lambda s: replace(s, steps=(RIGHT, Step("r", "Other"))), "2 steps have the id r."),
        (lambda s: replace(s, steps=(RIGHT,)), "A scale with one step leaves nothing to choose."),
        (
            lambda s: replace(s, steps=(RIGHT, Step("x", "Open", beside=True))),
            "A scale with an order needs two steps that stand in it.",
        ),
        (
            lambda s: replace(s, steps=(RIGHT, Step("x", "W\u202erong"))),
            "“W[U+202E]rong” has a character in it that cannot be seen.",
        ),
        (lambda s: replace(s, name="Two\nlines"), "“Two lines” has a character in it that cannot be seen."),
        (lambda s: replace(s, steps=(RIGHT, Step("x", "w" * 41))), f"“{'w' * 40}…” is longer than 40 characters."),
    ],
)
def test_what_a_scale_still_needs_is_said_in_one_line(change: Callable[[Scale], Scale], problem: str) -> None:
    assert problems_of(change(OURS)) == (problem,)
    assert problems_of(OURS) == ()


# --- plain JSON -----------------------------------------------------------------------------------

steps = st.builds(
    Step, st.text(), st.text(max_size=LONGEST_LABEL + 2), st.text(), st.text(), st.sampled_from(Tone), st.booleans()
)
scales = st.builds(
    Scale, st.text(), st.integers(1), st.text(), st.text(), st.lists(steps, max_size=4).map(tuple), st.booleans()
)


@given(scales)
def test_a_scale_comes_back_from_json_as_it_was(scale: Scale) -> None:
    assert scale_from_json(json.loads(json.dumps(scale_to_json(scale)))) == scale


@given(scales)
def test_every_problem_is_one_line(scale: Scale) -> None:
    assert all(len(problem.splitlines()) == 1 for problem in problems_of(scale))


def test_what_a_later_version_adds_is_left_alone() -> None:
    plain = scale_to_json(OURS)
    plain["steps"][0] |= {"tone": "mauve", "sound": "bell"}
    assert scale_from_json({**plain, "owner": "Ana"}) == OURS
