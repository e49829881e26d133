"""Programs that run beside the proof, and die when it says so."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any

# A fork server starts a program in milliseconds: what it needs has been imported and set up once.
forks = multiprocessing.get_context("forkserver")
forks.set_forkserver_preload(["tests.proofs.warm"])


class Program:
    """Runs `work(*arguments, say)` in a process of its own; what it says through `say.send` can be heard here."""

    def __init__(self, work: Callable[..., None], *arguments: object) -> None:
        self._heard, say = forks.Pipe(duplex=False)
        self._process: BaseProcess = forks.Process(target=work, args=(*arguments, say), daemon=True)
        self._process.start()
        say.close()

    def hear(self) -> Any:  # whatever the program says
        """The next thing it says. Raises EOFError when it has ended and said all."""
        return self._heard.recv()

    def hear_all(self) -> list[Any]:
        """All it says up to its end."""
        words = []
        with self._heard:
            try:
                while True:
                    words.append(self._heard.recv())
            except (EOFError, ConnectionResetError):
                self._process.join()
                return words

    def kill(self) -> list[Any]:
        """End it by SIGKILL, now. Returns what it had said and nobody had heard."""
        self._process.kill()
        return self.hear_all()


def say_all(work: Callable[..., Any], *arguments: object) -> Any:  # whatever `work` returns
    """The result of `work(*arguments)` in a process of its own. Raises EOFError when it failed."""
    program = Program(_say_result, work, arguments)
    (result,) = program.hear_all() or [None]
    if result is None:
        raise EOFError(f"{work.__name__} ended without a result")
    return result


def _say_result(work: Callable[..., Any], arguments: tuple[object, ...], say: Connection) -> None:
    say.send(work(*arguments))
