"""A small share of `two_people`, on each store."""

from tests.proofs.two_people import SHARED, work_together


def test_two_people_lose_nothing_of_what_either_did(store: str) -> None:
    outcome = work_together(store, 25)
    assert (outcome.lost, outcome.errors) == (0, ())
    by_sort = {line.sort: line.there for line in outcome.lines}
    assert by_sort[SHARED] == by_sort.pop("words in that text") > 0
    assert sum(by_sort.values()) == 50
