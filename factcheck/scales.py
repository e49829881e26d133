"""Rating scales as data: the ones that come with the program, and those that people make of them.

A scale that has been given out is never changed. A revision is a new version beside it, so that a rating is read for
ever by the version it was given on.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any
from uuid import uuid4

from factcheck.codec import Plain
from factcheck.markdown import visible
from factcheck.shipped import shipped
from factcheck.values import Rating

LONGEST_LABEL = 40
"""Characters: what a chip, a table and a report have room for."""


class Tone(StrEnum):
    """What colour a step has, by what it says; the window and the report each have their own ink for it."""

    TRUE = "true"
    MOSTLY_TRUE = "mostly-true"
    MIXED = "mixed"
    MOSTLY_FALSE = "mostly-false"
    FALSE = "false"
    NEUTRAL = "neutral"


@dataclass(frozen=True, slots=True)
class Step:
    """One rating that can be given. `meaning` says in a sentence when to give it.

    `glyph` and the label tell it apart without colour. `beside` is true for a step that has no place in the order of
    an ordered scale ("Unproven").
    """

    id: str
    label: str
    meaning: str = ""
    glyph: str = ""
    tone: Tone = Tone.NEUTRAL
    beside: bool = False


@dataclass(frozen=True, slots=True)
class Scale:
    """The steps of one version of a scale, `ordered` from true to false or mere labels.

    Without steps the one-sentence conclusion of a verdict is its rating.
    """

    id: str
    version: int
    name: str
    description: str = ""
    steps: tuple[Step, ...] = ()
    ordered: bool = True

    def step(self, id: str) -> Step | None:
        return next((step for step in self.steps if step.id == id), None)

    @property
    def order(self) -> tuple[str, ...]:
        """The ids of the steps that have a place in the order, from one end to the other; empty without an order."""
        return tuple(step.id for step in self.steps if not step.beside) if self.ordered else ()


# --- which there are ------------------------------------------------------------------------------


@cache
def shipped_scales() -> tuple[Scale, ...]:
    """Every version of every scale that comes with the program, in the order in which they are offered."""
    files = sorted(shipped("resources/scales").glob("*.toml"))
    tables = [tomllib.loads(file.read_text("utf-8")) for file in files]
    return tuple(scale_from_json(t) for t in sorted(tables, key=lambda t: (t["place"], t["version"])))


def newest(scales: Iterable[Scale]) -> tuple[Scale, ...]:
    """The last version of each scale, in the order in which the scales first occur: what can be chosen today."""
    last: dict[str, Scale] = {}
    for scale in scales:
        if scale.id not in last or last[scale.id].version < scale.version:
            last[scale.id] = scale
    return tuple(last.values())


def scale_of(rating: Rating, scales: Iterable[Scale]) -> Scale | None:
    """The version of the scale that `rating` was given on; None when it is not among these."""
    return next((s for s in scales if (s.id, s.version) == (rating.scale, rating.version)), None)


def rating_on(scale: Scale, step: Step | None = None) -> Rating:
    """The rating that gives `step`, or by the conclusion alone where a scale has no steps. Raises ValueError."""
    if (step is None) != (not scale.steps) or (step and step not in scale.steps):
        raise ValueError(f"{step.label if step else 'no step'} cannot be given on {scale.name}")
    return Rating(scale.id, scale.version, step.id if step else "")


# --- making and revising --------------------------------------------------------------------------


def new_step(label: str, meaning: str = "", glyph: str = "", tone: Tone = Tone.NEUTRAL, beside: bool = False) -> Step:
    return Step(uuid4().hex, label, meaning, glyph, tone, beside)


def new_scale(name: str, steps: Sequence[Step] = (), description: str = "", ordered: bool = True) -> Scale:
    """A scale of one's own, in its first version. `problems_of` says what it still needs."""
    return Scale(uuid4().hex, 1, name, description, tuple(steps), ordered)


def revised(
    scale: Scale,
    *,
    name: str | None = None,
    description: str | None = None,
    steps: Sequence[Step] | None = None,
    ordered: bool | None = None,
) -> Scale:
    """The next version of a scale. Steps that go on keep their ids, so that ratings can be compared across versions.

    A scale that came with the program belongs to the program, which may bring its own next version: the revision of
    one is a new scale of one's own.
    """
    belongs_to_us = any(scale.id == ours.id for ours in shipped_scales())
    return Scale(
        id=uuid4().hex if belongs_to_us else scale.id,
        version=1 if belongs_to_us else scale.version + 1,
        name=scale.name if name is None else name,
        description=scale.description if description is None else description,
        steps=scale.steps if steps is None else tuple(steps),
        ordered=scale.ordered if ordered is None else ordered,
    )


def problems_of(scale: Scale) -> tuple[str, ...]:
    """What stands in the way of using a scale, one line each; empty when it can be used."""
    return tuple(line for check in _CHECKS for line in check(scale))


def _unnamed(scale: Scale) -> Iterator[str]:
    if not scale.name.strip():
        yield "The scale has no name."
    for number, step in enumerate(scale.steps, 1):
        if not step.label.strip():
            yield f"Step {number} has no label."


def _unreadable(scale: Scale) -> Iterator[str]:
    for words in (scale.name, *(step.label for step in scale.steps)):
        if visible(words) != words or set("\n\t") & set(words):
            yield f"“{_on_one_line(words)}” has a character in it that cannot be seen."
    for step in scale.steps:
        if len(step.label) > LONGEST_LABEL:
            yield f"“{_on_one_line(step.label[:LONGEST_LABEL])}…” is longer than {LONGEST_LABEL} characters."


def _on_one_line(words: str) -> str:
    return " ".join(visible(words).split())


def _alike(scale: Scale) -> Iterator[str]:
    called: dict[str, list[Step]] = {}
    for step in scale.steps:
        called.setdefault(_on_one_line(step.label).casefold(), []).append(step)
    for label, steps in called.items():
        if label and len(steps) > 1:
            yield f"{len(steps)} steps are called “{_on_one_line(steps[0].label)}”."
    for id, count in Counter(step.id for step in scale.steps).items():
        if count > 1:
            yield f"{count} steps have the id {_on_one_line(id)}."


def _too_few(scale: Scale) -> Iterator[str]:
    if len(scale.steps) == 1:
        yield "A scale with one step leaves nothing to choose."
    elif scale.steps and scale.ordered and len(scale.order) < 2:
        yield "A scale with an order needs two steps that stand in it."


_CHECKS: tuple[Callable[[Scale], Iterator[str]], ...] = (_unnamed, _unreadable, _alike, _too_few)


# --- plain JSON -----------------------------------------------------------------------------------


def scale_to_json(scale: Scale) -> Plain:
    return {
        "id": scale.id,
        "version": scale.version,
        "name": scale.name,
        "description": scale.description,
        "ordered": scale.ordered,
        "steps": [_step_to_json(step) for step in scale.steps],
    }


def scale_from_json(data: Plain) -> Scale:
    """Unknown keys are left alone, and a tone of a later version is neutral. Raises KeyError where one is missing."""
    steps = tuple(_step_from_json(step) for step in data["steps"])
    return Scale(data["id"], data["version"], data["name"], data["description"], steps, data["ordered"])


def _step_to_json(step: Step) -> Plain:
    return {
        "id": step.id,
        "label": step.label,
        "meaning": step.meaning,
        "glyph": step.glyph,
        "tone": step.tone.value,
        "beside": step.beside,
    }


def _step_from_json(data: dict[str, Any]) -> Step:
    tone = Tone(data["tone"]) if data["tone"] in list(Tone) else Tone.NEUTRAL
    return Step(data["id"], data["label"], data["meaning"], data["glyph"], tone, data.get("beside", False))
