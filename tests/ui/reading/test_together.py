from hypothesis import given
from hypothesis import strategies as st

from ui.reading.together import STEEPEST, Course, caught_up, chain, go_together

HEIGHTS = st.lists(st.tuples(st.floats(0, 5000), st.floats(0, 5000)), max_size=40)


def test_the_longest_run_in_one_order_leaves_out_what_stands_elsewhere() -> None:
    assert chain([(10, 10), (20, 900), (30, 40), (50, 60)]) == [(10, 10), (30, 40), (50, 60)]


def test_articles_go_together_when_most_is_told_in_one_order() -> None:
    assert go_together([(10, 10), (20, 900), (30, 40), (50, 60)])
    assert not go_together([(10, 90), (20, 70), (30, 50), (50, 10)])


def test_two_things_in_common_make_no_order() -> None:
    assert not go_together([(10, 10), (20, 20)])


def test_an_anchor_belongs_to_its_anchor_and_the_middle_to_the_middle() -> None:
    course = Course([(100, 200), (300, 400), (500, 600)], (1000, 1000))
    assert course.at(300) == 400
    assert course.at(400) == 500
    assert course.at(0) == 0


def test_an_anchor_that_would_make_the_other_article_run_away_is_passed_over() -> None:
    course = Course([(100, 100), (110, 800), (500, 500)], (1000, 1000))
    assert course.at(110) < 150


@given(HEIGHTS, st.floats(500, 5000), st.floats(500, 5000), st.floats(0, 4000))
def test_a_step_of_one_article_never_makes_the_other_jump(
    anchors: list[tuple[float, float]], one: float, other: float, here: float
) -> None:
    course = Course(anchors, (one, other))
    step = course.at(here + 10) - course.at(here)
    assert -0.01 <= step <= 10 * STEEPEST * other / one + 0.01


def test_what_was_apart_is_made_up_for_little_by_little() -> None:
    assert caught_up(100, 40) == 90
    assert caught_up(-100, -40) == -90
    assert caught_up(5, 40) == 0
