"""PySide6 6.12 on Python 3.11 lost a reference at every signal emit and aborted; the version in use must not."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, QPoint, QRect, Signal

CALLS, EMITS, ALLOWED = 300_000, 20_000, 50


class Speaker(QObject):
    told = Signal(bool, object)


def test_calls_and_emits_keep_the_references_of_none_and_true() -> None:
    heard = []
    speaker, rect = Speaker(), QRect(0, 0, 10, 10)
    speaker.told.connect(lambda yes, nothing: heard.append((yes, nothing)) or heard.clear())  # type: ignore[func-returns-value]
    inside = QPoint(3, 3)
    before = {value: sys.getrefcount(value) for value in (None, True, False)}
    for _ in range(CALLS):
        rect.contains(inside)
    for _ in range(EMITS):
        speaker.told.emit(True, None)
    for value, count in before.items():
        assert abs(sys.getrefcount(value) - count) <= ALLOWED, f"references of {value}"
