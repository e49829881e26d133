"""Keeps resources/translations/*.po in step with the window's words.

Run from the top of the clone. Writes what is new into every catalogue and drops what is gone; with --check it only says
what is missing, and its status is 1 when something is.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
CATALOGUES = ROOT / "resources" / "translations"
TEXTS = {"tr": 1, "mark": 1, "trn": 2}  # function -> how many of its first arguments are texts


def main(arguments: list[str]) -> int:
    wanted = _wanted()
    missing = 0
    for path in sorted(CATALOGUES.glob("*.po")):
        kept = _read(path)
        if "--check" in arguments:
            missing += _tell_missing(path, wanted, kept)
        else:
            kept.update(wanted, no_fuzzy_matching=True, update_creation_date=False)
            kept.obsolete.clear()
            _write(path, kept)
    return 1 if missing else 0


def _read(path: Path) -> Catalog:
    with path.open("rb") as lines:
        return read_po(lines, locale=path.stem)


def _write(path: Path, catalogue: Catalog) -> None:
    """Under a header of our own: Babel's would name the day it was written, and people who are not there."""
    with path.open("wb") as lines:
        lines.write(_header(catalogue).encode())
        write_po(lines, catalogue, width=0, no_location=True, sort_output=True, omit_header=True)


def _header(catalogue: Catalog) -> str:
    fields = {
        "Project-Id-Version": "factcheck",
        "Language": catalogue.locale_identifier,
        "Plural-Forms": catalogue.plural_forms,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=utf-8",
        "Content-Transfer-Encoding": "8bit",
    }
    lines = [
        catalogue.header_comment,
        'msgid ""',
        'msgstr ""',
        *(f'"{name}: {value}\\n"' for name, value in fields.items()),
    ]
    return "\n".join(lines) + "\n\n"


def _wanted() -> Catalog:
    """Every text of the window: those in calls of tr, trn and mark, the table of actions, and the scales."""
    catalogue = Catalog()
    for source in sorted((ROOT / "ui").rglob("*.py")):
        for texts in _said(ast.parse(source.read_text("utf-8"))):
            catalogue.add(texts if len(texts) > 1 else texts[0])
    for text in (*_actions(), *_scales()):
        catalogue.add(text)
    return catalogue


def _said(tree: ast.AST) -> Iterator[tuple[str, ...]]:
    """The texts of each call in one file. Babel's own extraction does not look into f-strings."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in TEXTS:
            first = node.args[: TEXTS[node.func.id]]
            texts = tuple(
                each.value for each in first if isinstance(each, ast.Constant) and isinstance(each.value, str)
            )
            if texts and len(texts) == len(first):
                yield texts


def _actions() -> Iterator[str]:
    from ui.action_table import ACTIONS

    for action in ACTIONS:
        yield from (text for text in (action.menu, action.text, action.tip) if text)


def _scales() -> Iterator[str]:
    """What the scales that come with the program say in the window."""
    from factcheck.scales import shipped_scales

    for scale in shipped_scales():
        yield scale.name
        for step in scale.steps:
            yield from (step.label, step.meaning)


def _tell_missing(path: Path, wanted: Catalog, kept: Catalog) -> int:
    """Print each text that has no translation, and each that nobody needs; how many there are."""
    found = 0
    for message in wanted:
        have = kept.get(message.id) if message.id else None
        if message.id and not (have and (all(have.string) if isinstance(have.string, tuple | list) else have.string)):
            print(f"{path.name}: not translated: {message.id!r}")
            found += 1
    for message in kept:
        if message.id and wanted.get(message.id) is None:
            print(f"{path.name}: nowhere used: {message.id!r}")
            found += 1
    return found


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    sys.exit(main(sys.argv[1:]))
