"""Names of people within the words of a narrow column."""

from __future__ import annotations

LONGEST = 28
"""Characters of a name; the full one is in the tool tip of what shows less."""


def short_name(name: str) -> str:
    """A name that leaves room for what is said of the person: "Benedikta-Alexandra von Hoh…"."""
    return name if len(name) <= LONGEST else f"{name[: LONGEST - 1].rstrip()}…"
