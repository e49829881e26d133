from hypothesis import given
from hypothesis import strategies as st

from ui.reading.arrangement import Order, level, open_articles, room_for


def test_all_articles_are_open_when_there_is_room() -> None:
    assert open_articles(range(4), 6) == (0, 1, 2, 3)


def test_the_articles_of_the_chosen_conflict_come_first_then_those_used_last() -> None:
    assert open_articles(range(6), 3, wanted=[5], recent=[3]) == (0, 3, 5)
    assert open_articles(range(6), 2, wanted=[0, 4, 1]) == (0, 4)


def test_open_articles_keep_the_order_they_are_shown_in() -> None:
    assert open_articles((2, 0, 3), 2, wanted=[0, 1]) == (2, 0)


def test_an_article_goes_past_its_shown_neighbour() -> None:
    order = Order(4)
    order.hide(1)
    order.move(0, 1)
    assert order.shown() == (2, 0, 3)
    assert sorted(order.numbers) == [0, 1, 2, 3]
    assert not order.can_move(3, 1)


def test_the_last_shown_article_cannot_be_hidden() -> None:
    order = Order(2)
    assert order.hide(0)
    assert not order.hide(1)
    assert order.shown() == (1,)


def test_an_order_that_makes_no_sense_is_passed_over() -> None:
    order = Order(3)
    order.restore([2, 2, "x"], [9, 0])
    assert order.shown() == (1, 2)
    order.restore([2, 1, 0], [0, 1, 2])
    assert order.shown() == (2, 1, 0)


def test_one_article_is_open_even_where_there_is_no_room() -> None:
    assert open_articles(range(2), 0) == (0,)


def test_closed_articles_take_room_too() -> None:
    assert room_for(1000, 2, narrowest=400, gutter=56, spine=40) == 2
    assert room_for(1000, 3, narrowest=400, gutter=56, spine=40) == 2
    assert room_for(890, 3, narrowest=400, gutter=56, spine=40) == 1


def test_passages_stand_at_three_tenths_of_the_view() -> None:
    assert level([(500, 2000), (900, 2000)], 1000) == [200, 600]


def test_a_passage_at_the_beginning_pulls_the_others_up_to_it() -> None:
    assert level([(20, 2000), (900, 2000)], 1000) == [0, 880]


def test_a_passage_near_the_end_pulls_the_others_down_to_it() -> None:
    assert level([(900, 400), (700, 2000)], 1000) == [400, 200]


# An article scrolls until its last line stands at the top of the view, so past every passage in it.
OVERSCROLLED = st.tuples(st.floats(0, 30000), st.floats(0, 5000)).map(lambda p: (p[0], p[0] + p[1]))


@given(st.lists(OVERSCROLLED, min_size=1, max_size=6))
def test_passages_are_never_more_than_a_pixel_apart(passages: list[tuple[float, float]]) -> None:
    heights = [top - scrolled for (top, _), scrolled in zip(passages, level(passages, 800), strict=True)]
    assert max(heights) - min(heights) <= 1.01
