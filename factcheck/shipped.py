"""Where the files that ship with the program stand: beside the package in a clone, inside it in a wheel."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

_PACKAGE = Path(__file__).resolve().parent


def shipped(name: str) -> Path:
    """The folder or file `name`, e.g. "resources/icons" or "seeds". Raises FileNotFoundError."""
    for root in (_PACKAGE / "_shipped", _PACKAGE.parent):
        if (root / name).exists():
            return root / name
    raise FileNotFoundError(f"{name} is missing from this installation")


@cache
def lexicon(name: str) -> dict[str, Any]:
    """The table resources/lexicons/NAME.toml. Callers never change it."""
    import tomllib  # the window is painted without it

    return tomllib.loads((shipped("resources/lexicons") / f"{name}.toml").read_text("utf-8"))
