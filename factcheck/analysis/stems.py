"""One word under its endings: "protest", "protester" and "protesting" share a stem, "prince" and "princess" do not."""

from __future__ import annotations

from functools import lru_cache

SHORTEST = 4
"""Letters that must be left when an ending is cut."""

ENDINGS = (
    "ations", "ation", "ators", "ator", "ments", "ment", "ships", "ship", "ings", "ing", "ions", "ion", "ists", "ist",
    "ers", "er", "ors", "or", "ies", "es", "ed", "e", "s",
)  # fmt: skip
"""Longest first. Endings that make another word of it ("-ess", "-ity", "-ial", "-man") are left standing."""


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The lower-case word without its endings: "partnership" and "partner" are "partn", "vessels" is "vessel"."""
    for end in ENDINGS:
        if word.endswith(end) and len(word) - len(end) >= SHORTEST and not word.endswith("ss"):
            return stem(word[: -len(end)])
    return word
