"""The ratings that the filter offers: the steps of the scale a case is rated on, and no rating."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from ui.bridge import Bridge
from ui.filters import NO_RATING, rating_key
from ui.state import USUAL_SCALE, State
from ui.translation import tr

if TYPE_CHECKING:
    from factcheck.scales import Scale


class RatingChoices:
    """Asks for the scales when the filter is opened: they may have been changed meanwhile."""

    def __init__(self, bridge: Bridge, state: State) -> None:
        self._bridge, self._state = bridge, state

    def offered(self, given: Collection[str]) -> list[tuple[str, str]]:
        """(choice, name): the steps of the scales of what was `given`, else of the one chosen for new ratings."""
        used = {choice.partition("/")[0] for choice in given if choice != NO_RATING}
        wanted = used or {self._state.read("scale", USUAL_SCALE)}
        scales = [scale for id, scale in self._newest().items() if id in wanted]
        several = len(scales) > 1
        named = [(rating_key(scale.id, id), name) for scale in scales for id, name in _steps(scale, several).items()]
        missing = [
            (choice, choice.partition("/")[2] or choice) for choice in sorted(given) if choice not in dict(named)
        ]
        return [*named, *(pair for pair in missing if pair[0] != NO_RATING), (NO_RATING, tr("No rating"))]

    def name(self, choice: str) -> str:
        """What a chip calls it."""
        return dict(self.offered([choice]))[choice]

    def _newest(self) -> Mapping[str, Scale]:
        from factcheck.scales import newest

        return {scale.id: scale for scale in newest(self._bridge.scales())}


def _steps(scale: Scale, several: bool) -> dict[str, str]:
    """By its id what each step is called, with the scale where several are listed."""
    steps = {step.id: step.label for step in scale.steps} or {"": scale.name}
    return {id: f"{label} · {scale.name}" if several and id else label for id, label in steps.items()}
