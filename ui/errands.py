"""Work on the store that may take a moment, done off the interface's thread, one errand after another."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal

from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

T = TypeVar("T")


class Errands(QObject):
    """Runs work in order on one thread and hands its result back on the thread that owns this object."""

    errand_failed = Signal(object)  # FactcheckError
    _errand_done = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._errand_done.connect(self._hand_over)

    @cached_property
    def _thread(self) -> ThreadPoolExecutor:
        from concurrent.futures import ThreadPoolExecutor  # the first paint need not wait for it

        return ThreadPoolExecutor(1, "factcheck-store")

    def run(self, work: Callable[[], T], then: Callable[[T], None]) -> None:
        """Do `work`, then call `then` with what it returned. The world's failures become `errand_failed`."""
        self._thread.submit(work).add_done_callback(lambda future: self._errand_done.emit(future, then))

    def close(self) -> None:
        """Finish what has begun, forget what has not."""
        self._errand_done.disconnect(self._hand_over)
        self._thread.shutdown(wait=True, cancel_futures=True)

    # Any: each errand has a result of its own.
    def _hand_over(self, future: Future[Any], then: Callable[[Any], None]) -> None:
        try:
            result = future.result()
        except FactcheckError as error:
            self.errand_failed.emit(error)
        else:
            then(result)
