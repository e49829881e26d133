"""A date in the words of a reason and of a question."""

from __future__ import annotations

from factcheck.analysis.comparison.dates.pairs import time_of
from factcheck.values import Claim


def told(claim: Claim) -> str:
    """The words with the day they were resolved to: "on Monday" is "Monday (2022-07-04)"."""
    time = time_of(claim)
    words = " ".join(claim.text.split())
    day = time.timex[:10]
    return words if day in words or "X" in day else f"{words} ({day})"


def question(claim: Claim) -> str:
    """ "When: “the agency … posted photos of”?" The article's own words, with the time left out.

    A time that stands at the head of its sentence leaves none; then it is named itself.
    """
    told = claim.subject if any(char.isalnum() for char in claim.subject) else f"{claim.text} …"
    return f"When: “{told}”?"


def cap(text: str) -> str:
    return text[:1].upper() + text[1:]
