"""The case files of Recognizers-Text (microsoft/Recognizers-Text, MIT): phrases with the values to be found in them.

A model joins one case file to one of our recognisers; `number_specs` and `date_specs` have the models.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from factcheck.errors import FactcheckError

Answer = frozenset[Hashable]


@dataclass(frozen=True, slots=True)
class Wanted:
    """One thing to be found: `text` is lower-cased by the file, `value` its raw Resolution or Value object."""

    start: int
    end: int
    text: str
    type: str
    value: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Case:
    """One input of a case file. `reference` is the moment it was said, where the file gives one."""

    text: str
    wanted: tuple[Wanted, ...]
    reference: datetime | None = None


@dataclass(frozen=True, slots=True)
class Model:
    """A case file and how it is answered.

    `expected` and `found` give answers in one shape of the model's own choice, e.g. (start, end, value).
    `inapplicable` says in a few words why a case cannot be asked of us, None when it can.
    """

    name: str
    file: str
    expected: Callable[[Case], Answer]
    found: Callable[[Case], Answer]
    inapplicable: Callable[[Case], str | None] = lambda _: None


@dataclass(frozen=True, slots=True)
class Miss:
    """A case answered wrongly."""

    text: str
    expected: Answer
    found: Answer


@dataclass(frozen=True, slots=True)
class Row:
    """What one model reached. `excluded` counts the inapplicable cases by reason."""

    model: str
    cases: int
    right: int
    excluded: Counter[str]
    misses: tuple[Miss, ...]

    @property
    def applicable(self) -> int:
        return self.cases - self.excluded.total()

    @property
    def share(self) -> float:
        return self.right / self.applicable if self.applicable else 0.0


def cases(path: Path) -> tuple[Case, ...]:
    """The cases of one file, in its order. Raises FactcheckError."""
    try:
        return tuple(_case(raw) for raw in json.loads(path.read_text("utf-8-sig")))
    except (OSError, LookupError, TypeError, AttributeError, ValueError) as error:
        raise FactcheckError(f"{path}: is not a file of cases ({error!r})") from error


def _case(raw: dict[str, Any]) -> Case:
    reference = raw.get("Context", {}).get("ReferenceDateTime")
    return Case(
        raw["Input"],
        tuple(_wanted(result) for result in raw["Results"]),
        datetime.fromisoformat(reference) if reference else None,
    )


def _wanted(raw: dict[str, Any]) -> Wanted:
    """Number files give an inclusive "End", date files a "Length"."""
    start = raw.get("Start", -1)
    end = raw["End"] + 1 if "End" in raw else start + raw.get("Length", len(raw["Text"]))
    value = raw.get("Resolution") or raw.get("Value") or {}
    return Wanted(start, end, raw["Text"], raw.get("TypeName") or raw.get("Type", ""), value)


def score_specs(folder: Path, models: Iterable[Model]) -> tuple[Row, ...]:
    """One row a model whose case file stands in `folder`. A case is right when nothing is missing, extra or other."""
    return tuple(_score(model, cases(folder / model.file)) for model in models if (folder / model.file).exists())


def _score(model: Model, given: tuple[Case, ...]) -> Row:
    excluded: Counter[str] = Counter()
    misses = []
    right = 0
    for case in given:
        if reason := model.inapplicable(case):
            excluded[reason] += 1
            continue
        expected, found = model.expected(case), model.found(case)
        if expected == found:
            right += 1
        else:
            misses.append(Miss(case.text, expected, found))
    return Row(model.name, len(given), right, excluded, tuple(misses))


def table(rows: Iterable[Row]) -> str:
    """The rows as lines of text, the inapplicable cases with their reasons."""
    lines = [f"{'model':<14}{'cases':>6}{'applicable':>11}{'right':>6}{'share':>7}"]
    for row in rows:
        lines.append(f"{row.model:<14}{row.cases:>6}{row.applicable:>11}{row.right:>6}{row.share:>7.3f}")
        lines.extend(f"    {count} do not apply: {reason}" for reason, count in row.excluded.most_common())
    return "\n".join(lines)
