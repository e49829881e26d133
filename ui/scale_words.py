"""The shipped scales in the words of the window. That is only what is shown: a rating is kept by its ids."""

from __future__ import annotations

from dataclasses import replace

from factcheck.scales import Scale, shipped_scales
from ui.translation import tr


def in_our_words(scale: Scale) -> Scale:
    """A shipped scale with its name, labels and meanings translated; anybody's own scale as it was written."""
    if scale not in shipped_scales():
        return scale
    steps = tuple(replace(step, label=tr(step.label), meaning=tr(step.meaning)) for step in scale.steps)
    return replace(scale, name=tr(scale.name), steps=steps)
