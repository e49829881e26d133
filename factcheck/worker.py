"""The analysis process: started beside the window so that the parser is loaded before anybody asks for it.

Requests and replies are frozen values sent over one pipe. Why a process: a thread that parses holds the interpreter
and stalls the window for up to 150 ms; a process leaves it at 1 to 4 ms.
"""

from __future__ import annotations

import queue
import signal
import threading
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from importlib import import_module
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any

from factcheck import progress
from factcheck.errors import FactcheckError
from factcheck.extractions import Extraction, Extractions
from factcheck.semantics.asked import NO_MODELS, Models
from factcheck.settings import chosen_models
from factcheck.values import Analysis, Article

ANALYSE = "factcheck.analysis.pipeline:analyse"
PARSER = "factcheck.analysis.parsing:Parser"

PATIENCE = 2.0  # seconds a cancelled analysis may take to notice before its process is ended


# --- what is sent ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Request:
    """Analyse these articles, of which some were read before; every reply about it carries `ticket`."""

    ticket: int
    articles: tuple[Article, ...]
    known: tuple[Extraction, ...] = ()
    models: Models = NO_MODELS


@dataclass(frozen=True, slots=True)
class Cancel:
    ticket: int


@dataclass(frozen=True, slots=True)
class Ready:
    """The parser is loaded."""


@dataclass(frozen=True, slots=True)
class Step:
    ticket: int
    done: int
    total: int
    doing: str = ""


@dataclass(frozen=True, slots=True)
class Read:
    """One article was read, and need not be read again even if the analysis comes to nothing."""

    ticket: int
    extraction: Extraction


@dataclass(frozen=True, slots=True)
class Finished:
    ticket: int
    analysis: Analysis


@dataclass(frozen=True, slots=True)
class Failed:
    """`message` is one line for the person."""

    ticket: int
    message: str


@dataclass(frozen=True, slots=True)
class Cancelled:
    ticket: int


Reply = Ready | Step | Read | Finished | Failed | Cancelled


# --- in the window's process ----------------------------------------------------------------------


class AnalysisWorker:
    """Starts, feeds, cancels and replaces the analysis process. Its methods return at once, `close` within seconds.

    `replied` is called with every reply on a thread of the worker's own. Each request gets exactly one Finished,
    Failed or Cancelled, whatever becomes of the process. `analyse` and `parser` are import paths "module:name".
    """

    def __init__(
        self,
        replied: Callable[[Reply], None],
        *,
        analyse: str = ANALYSE,
        parser: str = PARSER,
        patience: float = PATIENCE,
    ) -> None:
        self._replied = replied
        self._recipe = (analyse, parser)
        self._patience = patience
        self._tickets = 0
        self._life: _Life | None = None
        self._lock = threading.Lock()  # a request is handed back on a thread of a process that ends
        self._closed = False

    @property
    def pid(self) -> int | None:
        """The process that runs now, None when there is none."""
        return self._life.process.pid if self._life and self._life.alive else None

    def start(self) -> None:
        """Start the process unless it runs; it loads the parser at once. Raises OSError."""
        with self._lock:
            self._living()

    def _living(self) -> _Life:
        if self._life is None or not self._life.alive:
            self._life = _Life(self._recipe, self._replied, self._ask)
        return self._life

    def analyse(
        self, articles: tuple[Article, ...], known: tuple[Extraction, ...] = (), models: Models | None = None
    ) -> int:
        """Ask for an analysis; returns the ticket its replies carry. A process that died is started again.

        What is `known` is not read again; what is read comes back as a Read. `models` are those of the settings when
        left out.
        """
        self._tickets += 1
        # The bytes an article was read from are of no use to the analysis.
        texts = tuple(replace(a, original=b"") for a in articles)
        self._ask(Request(self._tickets, texts, known, chosen_models() if models is None else models))
        return self._tickets

    def _ask(self, request: Request) -> None:
        why = "its process ends at once."
        for _ in range(2):  # a process may die between the look and the sending
            try:
                with self._lock:
                    if not self._closed and self._living().ask(request):
                        return
            except OSError as error:
                why = f"{error.strerror or error}."
        self._replied(Failed(request.ticket, f"The analysis could not be started: {why}"))

    def cancel(self, ticket: int) -> None:
        """Stop this analysis: between two parts of its text when it listens, by ending its process when it does not."""
        if self._life is not None:
            self._life.cancel(ticket, self._patience)

    def close(self) -> None:
        """End the process and wait until it is gone."""
        with self._lock:
            self._closed, life, self._life = True, self._life, None
        if life is not None:
            life.end()
            life.gone()


class _Life:
    """One process from its start to its end, with a thread that listens to it and one that speaks.

    Speaking blocks while the process loads its parser: the pipe holds 64 KB. When the process is ended because it does
    not listen to a cancellation, requests that wait behind the cancelled one are handed back.
    """

    def __init__(
        self, recipe: tuple[str, str], replied: Callable[[Reply], None], hand_back: Callable[[Request], None]
    ) -> None:
        context = get_context("spawn")
        self._replied, self._hand_back = replied, hand_back
        self._lock = threading.Lock()
        self._pending: dict[int, Request] = {}  # by ticket
        self._cancelled: set[int] = set()
        self._deaf = False  # it did not listen to a cancellation, and is ended for it
        self._closed = False
        self._connection, theirs = context.Pipe()
        self.process: BaseProcess = context.Process(
            target=_serve, args=(theirs, *recipe), name="factcheck-analysis", daemon=True
        )
        self.process.start()
        theirs.close()  # else their end would never read as closed
        self._outbox: queue.SimpleQueue[Request | Cancel | None] = queue.SimpleQueue()
        self._listener = threading.Thread(target=self._listen, name="factcheck-replies", daemon=True)
        self._speaker = threading.Thread(target=self._speak, name="factcheck-requests", daemon=True)
        self._listener.start()
        self._speaker.start()

    @property
    def alive(self) -> bool:
        return not self._closed and self.process.is_alive()

    def ask(self, request: Request) -> bool:
        """Hand a request over for sending; False when the process is gone."""
        with self._lock:
            if self._closed:
                return False
            self._pending[request.ticket] = request
            self._outbox.put(request)
            return True

    def cancel(self, ticket: int, patience: float) -> None:
        with self._lock:
            if ticket not in self._pending or ticket in self._cancelled:
                return
            self._cancelled.add(ticket)
            self._outbox.put(Cancel(ticket))
        timer = threading.Timer(patience, self._insist, (ticket,))
        timer.daemon = True
        timer.start()

    def _insist(self, ticket: int) -> None:
        if ticket in self._pending:
            self._deaf = True
            self.end()

    def end(self) -> None:
        if self.process.is_alive():
            self.process.terminate()

    def gone(self) -> None:
        """Wait for the end; a process that ignores the first signal gets the one nobody can ignore."""
        self.process.join(1)
        if self.process.is_alive():
            self.process.kill()
            self.process.join()
        self._listener.join(1)
        self._speaker.join(1)

    def _speak(self) -> None:
        while (message := self._outbox.get()) is not None:
            try:
                self._connection.send(message)
            except OSError:  # the process is gone, and the listener tells
                return

    def _listen(self) -> None:
        while True:
            try:
                reply = self._connection.recv()
            except (EOFError, OSError):
                break
            if not isinstance(reply, Ready | Step | Read):
                with self._lock:
                    self._pending.pop(reply.ticket, None)
            self._replied(reply)
        self._mourn()

    def _mourn(self) -> None:
        """The pipe is closed: collect the process and answer what it left unanswered."""
        with self._lock:
            self._closed = True
            left, self._pending = self._pending, {}
        self._outbox.put(None)
        self.process.join(1)
        self._speaker.join(1)
        self._connection.close()
        for ticket, request in left.items():
            if ticket in self._cancelled:
                self._replied(Cancelled(ticket))
            elif self._deaf:
                self._hand_back(request)
            else:
                self._replied(Failed(ticket, _obituary(self.process.exitcode)))


def _obituary(exitcode: int | None) -> str:
    if exitcode is not None and exitcode < 0:
        name = signal.Signals(-exitcode).name
        hint = "; the system may have run out of memory" if name == "SIGKILL" else ""
        return f"The analysis process was ended from outside ({name}{hint}). It starts again with the next analysis."
    return f"The analysis process ended unexpectedly (status {exitcode}). It starts again with the next analysis."


# --- in the analysis process ----------------------------------------------------------------------


class _Desk:
    """The process's end of the pipe: requests wait here, and a cancellation is seen while one is worked on."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.waiting: deque[Request] = deque()
        self.cancelled: set[int] = set()

    def next_request(self) -> Request:
        """Wait for the next request. Raises EOFError when the window is gone."""
        while not self.waiting:
            self._take(self.connection.recv())
        return self.waiting.popleft()

    def look(self) -> None:
        """Take in what has arrived, without waiting. Raises EOFError when the window is gone."""
        while self.connection.poll():
            self._take(self.connection.recv())

    def _take(self, message: Request | Cancel) -> None:
        if isinstance(message, Request):
            self.waiting.append(message)
        else:
            self.cancelled.add(message.ticket)


@dataclass(frozen=True, slots=True)
class _Reporting:
    """progress.Progress over the pipe, and what was read."""

    desk: _Desk
    ticket: int

    def step(self, done: int, total: int, doing: str = "") -> None:
        self.desk.look()
        if self.ticket in self.desk.cancelled:
            raise progress.Cancelled
        self.desk.connection.send(Step(self.ticket, done, total, doing))

    def read(self, extraction: Extraction) -> None:
        self.desk.connection.send(Read(self.ticket, extraction))


def _serve(connection: Connection, analyse: str, parser: str) -> None:
    """The life of the analysis process: load the parser, then answer requests until the window is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in a terminal is for the window to answer
    desk = _Desk(connection)
    with suppress(EOFError, OSError):
        loaded = _named(parser)()
        with suppress(FactcheckError):  # raised again, and reported, by the first request
            loaded.load()
            connection.send(Ready())
        run = _named(analyse)
        while True:
            request = desk.next_request()
            connection.send(_answer(request, desk, run, loaded))


def _answer(request: Request, desk: _Desk, analyse: Callable[..., Analysis], parser: object) -> Reply:
    reporting = _Reporting(desk, request.ticket)
    try:
        reporting.step(0, len(request.articles))
        kept = Extractions(request.known, reporting.read)
        analysis = analyse(request.articles, parser, reporting, kept)
        return Finished(request.ticket, _aided(request, analysis))
    except progress.Cancelled:
        return Cancelled(request.ticket)
    except FactcheckError as error:
        return Failed(request.ticket, str(error))
    except MemoryError:
        return Failed(request.ticket, "The analysis ran out of memory; fewer or shorter articles may fit.")
    except (EOFError, OSError):
        raise
    except Exception as error:  # our own mistake: the process lives on, the window says what happened
        return Failed(request.ticket, f"The analysis failed: {type(error).__name__}: {error}")


def _aided(request: Request, analysis: Analysis) -> Analysis:
    if not request.models:
        return analysis
    from factcheck.semantics.aids import aided, load

    return aided(request.articles, analysis, load(request.models))


def _named(path: str) -> Any:  # Any: whatever the import path names
    module, name = path.split(":")
    return getattr(import_module(module), name)
