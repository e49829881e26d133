"""Dates, times, durations and sets in English news, found and resolved. The doors are `find`, and
`told_in` for a few words without a parse.

words -> patterns over words (one file a part of the grammar) -> meanings -> resolution against the publication date
or the last date told. TIMEX3 values by TimeML 1.2.1.
"""

from __future__ import annotations

from factcheck.analysis.dates.reading import find, told_in

__all__ = ["find", "told_in"]
