from factcheck.values import Kind, Span
from ui.reading.marks import Mark, in_lanes
from ui.reading.shown import Shown
from ui.theme import Look


def mark(claim: str, start: int, end: int, look: Look = Look.CONFLICT, kind: Kind = Kind.QUANTITY) -> Mark:
    return Mark(claim, Span(start, end), look, "How many?", kind=kind)


def seen(shown: Shown, *marks: Mark) -> list[str]:
    return [each.claim for each in shown.of(in_lanes(marks)) if each.shown]


def test_a_hidden_status_takes_all_its_looks_along() -> None:
    marks = mark("a", 0, 5), mark("b", 6, 9, Look.WITHIN), mark("c", 10, 12, Look.AGREEMENT)
    assert seen(Shown().toggled("conflict"), *marks) == ["c"]
    assert seen(Shown().toggled("conflict").toggled("conflict"), *marks) == ["a", "b", "c"]


def test_a_mark_is_seen_when_neither_its_status_nor_its_kind_is_hidden() -> None:
    marks = mark("number", 0, 5), mark("day", 6, 9, kind=Kind.DATE), mark("lone", 10, 12, Look.SINGLE, Kind.DATE)
    assert seen(Shown(frozenset({"date"})), *marks) == ["number"]
    assert seen(Shown(frozenset({"single"})), *marks) == ["number", "day"]


def test_what_stays_moves_up_into_the_lanes_that_became_free() -> None:
    marks = in_lanes([mark("outer", 0, 20, Look.SINGLE), mark("inner", 5, 9)])
    assert [each.lane for each in marks] == [0, 1]
    assert [(each.claim, each.lane) for each in Shown(frozenset({"single"})).of(marks) if each.shown] == [("inner", 0)]


def test_the_choice_is_read_again_and_unknown_names_are_passed_over() -> None:
    shown = Shown(frozenset({"single", "date"}))
    assert Shown.read(shown.written()) == shown
    assert Shown.read("single horoscopes") == Shown(frozenset({"single"}))
