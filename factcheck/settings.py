"""Where the program keeps its data on this machine."""

from __future__ import annotations

import os
from pathlib import Path

from factcheck.semantics.asked import Models

APPLICATION = "factcheck"
LEAST_CONFIDENCE = 0.5
"""Conflicts at least so confident are listed unless a person chooses otherwise: rather right than wrong. Today that is
every one; a higher bar would hide right ones alone (docs/decisions/0013-least-confidence.md)."""


def data_folder() -> Path:
    """The folder for databases and backups, made when missing."""
    import platformdirs  # 10 ms that nothing waits for which is told its folder

    return Path(platformdirs.user_data_dir(APPLICATION, appauthor=False, ensure_exists=True))


def chosen_models(meaning: bool = False, entailment: str | None = None) -> Models:
    """The models to use: what was asked for, else FACTCHECK_MEANING=1 and the folder in FACTCHECK_ENTAILMENT."""
    asked = meaning or os.environ.get("FACTCHECK_MEANING", "0") not in {"", "0"}
    return Models(asked, entailment or os.environ.get("FACTCHECK_ENTAILMENT") or None)


def database_url(asked: str | None = None) -> str:
    """The store to use: what was asked for, else FACTCHECK_DATABASE, else a SQLite file in the data folder."""
    return asked or os.environ.get("FACTCHECK_DATABASE") or f"sqlite:///{data_folder() / 'factcheck.sqlite'}"
