"""What stands of all that people did, and what each of them can take back."""

import random
import sys
from datetime import timedelta
from itertools import count

from factcheck.standing import heads, steps
from factcheck.values import Act, Reviewer, Sort
from tests.factories import ANN, NOON

BEN = Reviewer("b", "Ben")


def written(n: int, by: Reviewer = ANN, before: Act | None = None) -> Act:
    """A note, in the n-th second; or what it was changed to."""
    content = {"text": f"Note {n}"}
    subject = before.subject if before else str(n)
    return Act(
        str(n), Sort.NOTE, subject, before.id if before else None, str(n), by, NOON + timedelta(seconds=n), content
    )


def moved(n: int, sort: Sort, *acts: Act, by: Reviewer = ANN) -> Act:
    """The acts taken back or brought back, in the n-th second."""
    content = {"of": [act.id for act in acts]}
    return Act(str(n), sort, str(n), None, str(n), by, NOON + timedelta(seconds=n), content)


def test_acts_say_the_same_in_whatever_order_they_came_in() -> None:
    first = written(1)
    changed = written(2, BEN, first)
    acts = [first, changed, moved(3, Sort.UNDO, first), written(4), moved(5, Sort.REDO, first), written(6)]
    told = heads(acts), steps(acts, ANN.id), steps(acts, BEN.id)
    for seed in range(20):
        random.Random(seed).shuffle(acts)
        assert (heads(acts), steps(acts, ANN.id), steps(acts, BEN.id)) == told


def test_what_somebody_built_on_stays_when_the_ground_is_taken_back() -> None:
    first = written(1)
    changed = written(2, BEN, first)
    assert heads([first, changed, moved(3, Sort.UNDO, first)]) == {"1": (changed,)}
    assert heads([first, changed, moved(3, Sort.UNDO, changed, by=BEN)]) == {"1": (first,)}


def test_steps_go_back_one_stroke_after_another_and_forward_until_something_new_is_done() -> None:
    one, two, bens = written(1), written(2), written(3, BEN)
    back = [moved(4, Sort.UNDO, two), moved(5, Sort.UNDO, one)]
    found = steps([one, two, bens, *back], ANN.id)
    assert (found.undo, found.redo) == ((), (one,))
    found = steps([one, two, bens, *back, moved(6, Sort.REDO, one)], ANN.id)
    assert (found.undo, found.redo) == ((one,), (two,))
    found = steps([one, two, bens, *back, new := written(6)], ANN.id)
    assert (found.undo, found.redo) == ((new,), ())


def test_what_can_be_taken_back_is_known_with_work_that_grows_no_faster_than_the_acts() -> None:
    few, many = calls_to_know_the_steps(500), calls_to_know_the_steps(4_000)
    assert many < 10 * few  # it is asked after every act; were it quadratic it would be 64 times


def calls_to_know_the_steps(many: int) -> int:
    """How many calls it takes to find them when all acts but one were taken back."""
    done = [written(n) for n in range(many)]
    back = [moved(2 * many - n, Sort.UNDO, act) for n, act in enumerate(done[1:], 1)]
    calls = count()
    sys.setprofile(lambda *_: next(calls))
    try:
        found = steps([*done, *back], ANN.id)
    finally:
        sys.setprofile(None)
    assert (found.undo, found.redo) == ((done[0],), (done[1],))
    return next(calls)
