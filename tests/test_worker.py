"""The analysis process, with real processes."""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from factcheck.extractions import basis, extraction
from factcheck.values import Analysis, Article, Problem
from factcheck.worker import AnalysisWorker, Cancelled, Failed, Finished, Read, Ready, Reply, Step
from tests.factories import make_article, make_claim

PATIENTLY = 60.0  # seconds: only ever reached when something is broken


class Replies:
    """What the worker said, in order."""

    def __init__(self) -> None:
        self._arrived: queue.Queue[Reply] = queue.Queue()

    def __call__(self, reply: Reply) -> None:
        self._arrived.put(reply)

    def until(self, *kinds: type) -> list[Reply]:
        """The replies up to the first of one of these kinds."""
        heard: list[Reply] = []
        while not heard or not isinstance(heard[-1], kinds):
            heard.append(self._arrived.get(timeout=PATIENTLY))
        return heard

    def last(self) -> Reply:
        return self.until(Finished, Failed, Cancelled)[-1]


@contextmanager
def working(analyse: str, parser: str = "NoParser", patience: float = 2.0) -> Iterator[tuple[AnalysisWorker, Replies]]:
    replies = Replies()
    worker = AnalysisWorker(
        replies, analyse=f"tests.stand_ins:{analyse}", parser=f"tests.stand_ins:{parser}", patience=patience
    )
    worker.start()
    try:
        yield worker, replies
    finally:
        worker.close()


def articles(count: int) -> tuple[Article, ...]:
    return tuple(make_article(id=f"a{n}") for n in range(count))


def test_the_parser_is_loaded_before_anybody_asks() -> None:
    with working("counts") as (_, replies):
        assert replies.until(Ready) == [Ready()]


def test_an_analysis_reports_its_steps_and_then_its_result() -> None:
    with working("counts") as (worker, replies):
        ticket = worker.analyse((make_article("Seven died.", id="x"), make_article("Eight.", id="y")))
        heard = replies.until(Finished)
    assert [(r.done, r.total) for r in heard if isinstance(r, Step)] == [(0, 2), (1, 2), (2, 2)]
    finished = heard[-1]
    assert isinstance(finished, Finished)
    assert finished.ticket == ticket
    assert finished.analysis.problems == (Problem("x", "11 characters"), Problem("y", "6 characters"))


def test_every_article_that_is_read_is_told_at_once_and_not_read_again() -> None:
    one, two = make_article("Seven died.", id="x"), make_article("Eight fled.", id="y")
    with working("keeps") as (worker, replies):
        worker.analyse((one,))
        (first,) = [r.extraction for r in replies.until(Finished) if isinstance(r, Read)]
        worker.analyse((one, two), (first,))
        heard = replies.until(Finished)
    assert [r.extraction for r in heard if isinstance(r, Read)] == [extraction(two, [make_claim(two, "Eight")])]
    assert [r.doing for r in heard if isinstance(r, Step)] == ["", "read y"]
    finished = heard[-1]
    assert isinstance(finished, Finished)
    assert [(c.article, c.text) for c in finished.analysis.claims] == [("x", "Seven"), ("y", "Eight")]


def test_what_was_read_before_a_cancellation_has_been_told() -> None:
    with working("keeps") as (worker, replies):
        ticket = worker.analyse((make_article("Seven died.", id="x"), make_article("Wait here.", id="y")))
        (read,) = [r for r in replies.until(Read) if isinstance(r, Read)]
        worker.cancel(ticket)
        assert replies.last() == Cancelled(ticket)
    assert read.extraction.basis == basis(make_article("Seven died."))


def test_asking_does_not_wait_for_the_parser_even_when_the_articles_fill_the_pipe() -> None:
    with working("counts", parser="SlowParser") as (worker, replies):
        began = time.monotonic()
        worker.analyse((make_article("x" * 5_000_000),))
        assert time.monotonic() - began < 2
        assert isinstance(replies.last(), Finished)


def test_cancelling_leaves_the_process_alive_for_the_next_analysis() -> None:
    with working("slow") as (worker, replies):
        ticket = worker.analyse(articles(3000))
        replies.until(Step)
        before = worker.pid
        worker.cancel(ticket)
        assert replies.last() == Cancelled(ticket)
        again = worker.analyse(articles(1))
        assert replies.last() == Finished(again, Analysis())
        assert worker.pid == before


def test_a_waiting_analysis_can_be_cancelled_before_its_turn() -> None:
    with working("slow") as (worker, replies):
        first, second = worker.analyse(articles(20)), worker.analyse(articles(3000))
        worker.cancel(second)
        ended = [replies.last(), replies.last()]
    assert [type(r) for r in ended] == [Finished, Cancelled]
    assert [r.ticket for r in ended if not isinstance(r, Ready)] == [first, second]


def test_an_analysis_that_does_not_listen_is_ended_and_the_next_one_works() -> None:
    with working("deaf", patience=0.2) as (worker, replies):
        replies.until(Ready)
        ticket = worker.analyse(articles(1))
        replies.until(Step)
        before = worker.pid
        worker.cancel(ticket)
        assert replies.last() == Cancelled(ticket)
        worker.analyse(articles(1))
        replies.until(Step)
        assert worker.pid not in (None, before)


def test_an_analysis_that_waits_behind_one_that_does_not_listen_is_made_all_the_same() -> None:
    with working("deaf_to_many", patience=0.2) as (worker, replies):
        first = worker.analyse(articles(2))
        replies.until(Step)
        worker.cancel(first)
        second = worker.analyse(articles(1))
        ended = [replies.last(), replies.last()]
        assert ended == [Cancelled(first), Finished(second, Analysis())]


def test_a_killed_process_is_reported_in_one_line_and_restarted_on_the_next_request() -> None:
    with working("slow") as (worker, replies):
        ticket = worker.analyse(articles(3000))
        replies.until(Step)
        assert worker.pid is not None
        os.kill(worker.pid, signal.SIGKILL)
        failed = replies.last()
        assert isinstance(failed, Failed)
        assert failed.ticket == ticket
        assert "SIGKILL" in failed.message
        assert "\n" not in failed.message
        worker.analyse(articles(1))
        assert isinstance(replies.last(), Finished)


def test_a_process_that_dies_every_time_fails_every_time_and_never_hangs() -> None:
    with working("dies") as (worker, replies):
        for _ in range(3):
            worker.analyse(articles(1))
            assert isinstance(replies.last(), Failed)


def test_a_mistake_of_ours_is_reported_and_the_process_lives_on() -> None:
    with working("mistaken") as (worker, replies):
        ticket = worker.analyse(articles(4))
        assert replies.last() == Failed(ticket, "The analysis failed: LookupError: no 4th article")
        assert worker.pid is not None


def test_a_missing_model_is_said_when_an_analysis_is_asked_for() -> None:
    with working("needs_its_parser", parser="MissingParser") as (worker, replies):
        ticket = worker.analyse(articles(1))
        assert replies.last() == Failed(ticket, "the language model is not installed")


def test_closing_in_the_middle_of_work_is_quick_and_leaves_no_process() -> None:
    with working("deaf") as (worker, replies):
        worker.analyse(articles(1))
        replies.until(Step)
        pid = worker.pid
        assert pid is not None
        began = time.monotonic()
        worker.close()
        assert time.monotonic() - began < 5
    assert not running(pid)


def running(pid: int) -> bool:
    """Also true of a zombie: its number is still taken."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_the_process_ends_by_itself_when_the_window_is_killed() -> None:
    window = subprocess.Popen(
        [sys.executable, "-c", KILLED_WINDOW], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert window.stdout is not None
    pid = int(window.stdout.readline())
    window.kill()
    window.communicate(timeout=PATIENTLY)
    until = time.monotonic() + PATIENTLY
    while still_works(pid) and time.monotonic() < until:
        time.sleep(0.02)
    assert not still_works(pid)


def still_works(pid: int) -> bool:
    """False for a process that has ended, also while nobody has collected it yet (it is not our child)."""
    try:
        with open(f"/proc/{pid}/stat") as stat:  # noqa: PTH123
            return stat.read().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


KILLED_WINDOW = """
import time
from factcheck.worker import AnalysisWorker, Step
from tests.factories import make_article
from tests.test_worker import Replies
replies = Replies()
worker = AnalysisWorker(replies, analyse="tests.stand_ins:slow", parser="tests.stand_ins:NoParser")
worker.analyse(tuple(make_article(id=str(n)) for n in range(100000)))
replies.until(Step)
print(worker.pid, flush=True)
time.sleep(60)
"""
