"""Keeps resources/translations/*.po in step with the window's words.

Run from the top of the clone. Writes what is new into every catalogue and drops what is gone; with --check it only says
what is missing, and its status is 1 when something is.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
CATALOGUES = ROOT / "resources" / "translations"
KEYWORDS = {"tr": None, "mark": None, "trn": (1, 2)}


def main(arguments: list[str]) -> int:
    wanted = _wanted()
    missing = 0
    for path in sorted(CATALOGUES.glob("*.po")):
        with path.open("rb") as lines:
            kept = read_po(lines, locale=path.stem)
        if "--check" in arguments:
            missing += _tell_missing(path, wanted, kept)
        else:
            kept.update(wanted, no_fuzzy_matching=True, update_creation_date=False)
            kept.obsolete.clear()
            with path.open("wb") as lines:
                write_po(lines, kept, width=0, no_location=True, sort_output=True, omit_header=False)
    return 1 if missing else 0


def _wanted() -> Catalog:
    """Every text of the window: those in calls of tr, trn and mark, and the table of actions."""
    catalogue = Catalog()
    for _, _, message, _, context in extract_from_dir(ROOT / "ui", keywords=KEYWORDS, comment_tags=()):
        catalogue.add(message, context=context)
    for text in _actions():
        catalogue.add(text)
    return catalogue


def _actions() -> Iterator[str]:
    from ui.action_table import ACTIONS

    for action in ACTIONS:
        yield from (text for text in (action.menu, action.text, action.tip) if text)


def _tell_missing(path: Path, wanted: Catalog, kept: Catalog) -> int:
    """Print each text that has no translation, and each that nobody needs; how many there are."""
    found = 0
    for message in wanted:
        have = kept.get(message.id, message.context) if message.id else None
        if message.id and not (have and (all(have.string) if isinstance(have.string, tuple | list) else have.string)):
            print(f"{path.name}: not translated: {message.id!r}")
            found += 1
    for message in kept:
        if message.id and wanted.get(message.id, message.context) is None:
            print(f"{path.name}: nowhere used: {message.id!r}")
            found += 1
    return found


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    sys.exit(main(sys.argv[1:]))
