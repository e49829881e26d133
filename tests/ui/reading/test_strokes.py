"""Where the lines under marked words stand."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QRectF

from ui.reading.geometry import Piece
from ui.reading.marks import LANES
from ui.reading.strokes import lane_top

TALLEST = 0.76  # of the letters' size: how high b, d and h stand in the reading font


def line_of(px: int, top: float = 0.0) -> Piece:
    """A line of text of this size, one and a half times as high as its letters."""
    return Piece(0, QRectF(0, top, 100, 1.5 * px), top + 1.05 * px, first=True, last=True)


@pytest.mark.parametrize("px", range(12, 33))
def test_lines_under_nested_claims_never_touch_the_letters_of_the_next_line(px: int) -> None:
    line = line_of(px)
    letters_of_the_next_line = line.baseline + 1.5 * px - TALLEST * px
    assert lane_top(line, LANES - 1) + 2 <= letters_of_the_next_line


@pytest.mark.parametrize("px", range(16, 33))
@pytest.mark.parametrize("top", [0.0, 0.3, 0.5, 0.8])
def test_lines_under_nested_claims_stand_apart(px: int, top: float) -> None:
    tops = [lane_top(line_of(px, top), lane) for lane in range(LANES)]
    assert all(below - above >= 2 for above, below in pairwise(tops))
