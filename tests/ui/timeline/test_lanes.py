"""What the timeline shows: lanes, marks, flags, and what has no place."""

from __future__ import annotations

from datetime import date

from factcheck.values import Analysis, Article, Case, Claim, Group, Kind, Status, TimeExpression, TimexType
from tests.factories import make_article, make_claim, make_conflict
from ui.timeline.axis import axis_over
from ui.timeline.lanes import STEP, Lane, filtered, gathered, shown_of
from ui.timeline.layout import Measures, Sheet, flags_of, in_time, sizes_of


def on(article: Article, words: str, day: str) -> Claim:
    return make_claim(article, words, Kind.DATE, TimeExpression(day, TimexType.DATE, day, day))


def sinking() -> Case:
    """Two days for one event, one article for each, and a date only the second gives."""
    a = make_article("It sank on Monday.", "a", source="Harbour Times", published=date(2020, 3, 4))
    b = make_article(
        "It sank on Tuesday. It was built in 2001.", "b", source="Island Daily", published=date(2020, 3, 4)
    )
    c = make_article("It sank on Tuesday.", "c")
    monday, tuesday, third = (
        on(a, "Monday", "2020-03-02"),
        on(b, "Tuesday", "2020-03-03"),
        on(c, "Tuesday", "2020-03-03"),
    )
    built = make_claim(b, "2001", Kind.DATE, TimeExpression("2001", TimexType.DATE, "2001-01-01", "2001-12-31"))
    group, conflict = make_conflict(1, "When did it sink?", {"Tuesday": (tuesday, third), "Monday": (monday,)})
    return Case("x", "X", (a, b, c), Analysis((monday, tuesday, third, built), (group,), (conflict,)))


def test_a_conflict_is_a_lane_with_a_mark_for_each_time() -> None:
    lane = shown_of(sinking()).lanes[0]
    assert (lane.id, lane.question, lane.apart) == ("c1", "When did it sink?", True)
    assert [(mark.words, mark.letters, mark.side) for mark in lane.marks] == [
        ("Monday", ("A",), 1),
        ("Tuesday", ("B", "C"), 0),
    ]


def test_a_date_of_no_group_has_a_lane_named_by_its_sentence() -> None:
    lane = shown_of(sinking()).lanes[1]
    assert (lane.id, lane.question, lane.status) == ("", "2001", Status.SINGLE)


def test_a_claim_stands_in_the_gravest_of_its_groups_alone() -> None:
    case = sinking()
    assert case.analysis is not None
    ids = tuple(claim.id for claim in case.analysis.claims[:2])
    more = Group("g9", "When else?", Kind.DATE, Status.COMPATIBLE, ids)
    analysis = Analysis(case.analysis.claims, (*case.analysis.groups, more), case.analysis.conflicts)
    assert "When else?" not in [lane.question for lane in shown_of(Case("x", "X", case.articles, analysis)).lanes]


def test_articles_of_one_day_share_a_flag_and_undated_ones_are_named() -> None:
    shown = shown_of(sinking())
    assert [(flag.date, flag.letters) for flag in shown.flags] == [(date(2020, 3, 4), ("A", "B"))]
    assert shown.undated == ("C",)


def test_the_filter_lets_lanes_through_by_id_and_groupless_dates_by_their_words() -> None:
    lanes = shown_of(sinking()).lanes
    assert filtered(lanes, None) == lanes
    assert [lane.id for lane in filtered(lanes, {"c1"})] == ["c1"]
    assert [lane.question for lane in filtered(lanes, set(), "2001")] == ["2001"]
    assert [lane.id for lane in filtered(lanes, None, singles=False)] == ["c1"]


MEASURES = Measures(20, 27, 44, lambda words: 7.0 * len(words))


def sheet_of(lanes: tuple[Lane, ...], width: float) -> Sheet:
    times = [(mark.moment.first, mark.moment.last) for lane in lanes for mark in lane.marks]
    return Sheet(lanes, [sizes_of(lane, MEASURES) for lane in lanes], axis_over(times, width), MEASURES)


def test_marks_that_would_cover_each_other_stand_below_each_other() -> None:
    lanes = shown_of(sinking()).lanes
    tight, wide = (sheet_of(lanes, width) for width in (220, 4000))
    assert len({placed.box.top() for placed in tight.of(0)}) == 2
    assert len({placed.box.top() for placed in wide.of(0)}) == 1
    assert tight.height == tight.bands[0].height + wide.bands[1].height


def test_marks_come_in_the_order_of_time() -> None:
    lanes = shown_of(sinking()).lanes
    assert [lanes[lane].marks[number].words for lane, number in in_time(lanes)] == ["2001", "Monday", "Tuesday"]


def test_many_dates_are_gathered_in_steps_and_a_few_in_one() -> None:
    article = make_article("Again on Monday. " * (2 * STEP))
    claims = tuple(
        make_claim(article, "Monday", Kind.DATE, TimeExpression("2020-03-02", TimexType.DATE, "2020-03-02"), nth)
        for nth in range(2 * STEP)
    )
    steps = list(gathered(Case("x", "X", (article,), Analysis(claims))))
    assert len(steps) > 2
    assert not list(gathered(sinking()))
    assert len(shown_of(Case("x", "X", (article,), Analysis(claims))).lanes) == 2 * STEP


def test_flags_that_would_cover_each_other_are_joined() -> None:
    shown = shown_of(sinking())
    axis = axis_over([(shown.flags[0].day, shown.flags[0].day + 1)], 300)
    placed = flags_of([shown.flags[0], shown.flags[0]], axis, 14, MEASURES.width_of)
    assert [flag.words for flag in placed] == ["A B A B"]
