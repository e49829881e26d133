"""How true the claim is, on a scale: a rating keeps the version of the scale it was given on, with its own labels."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from factcheck.scales import Scale, newest, rating_on, scale_of
from factcheck.values import Rating
from ui.dossier.fields import Link, OneOf, Option
from ui.plain import PlainLabel
from ui.translation import tr


class Meaning(PlainLabel):
    """One of several texts, in room for the longest of them: what stands below stays where it is."""

    def __init__(self) -> None:
        super().__init__(role="muted", wrap=True)
        self.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._texts: tuple[str, ...] = ()

    def set_texts(self, texts: Iterable[str]) -> None:
        self._texts = tuple(texts)
        self.updateGeometry()

    def heightForWidth(self, width: int) -> int:
        metrics, room = self.fontMetrics(), QRect(0, 0, width, 10_000)
        heights = (metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, text).height() for text in self._texts)
        return max(super().heightForWidth(width), *heights, 0)


class RatingPart(QWidget):
    """The steps of the chosen scale. A rating on another scale, or an older version, is shown on its own."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._scales: tuple[Scale, ...] = ()
        self._usual: Scale | None = None
        self._shown: Scale | None = None
        self._lost: Rating | None = None  # a rating on a scale that is not here
        self.steps = OneOf(tr("Rating"))
        self.meaning = Meaning()
        self.older = PlainLabel(role="muted", wrap=True)
        self.renew = Link(tr("Rate anew"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.steps)
        layout.addWidget(self.meaning)
        row = QHBoxLayout()
        row.addWidget(self.older, 1)
        row.addWidget(self.renew)
        layout.addLayout(row)
        self.steps.changed.connect(self._rate)
        self.renew.clicked.connect(self._use_usual)

    def rating(self, conclusion: str) -> Rating | None:
        """What is chosen; on a scale without steps a conclusion is the rating."""
        if self._lost is not None or self._shown is None:
            return self._lost
        step = self._shown.step(self.steps.chosen)
        return rating_on(self._shown, step) if step or (conclusion and not self._shown.steps) else None

    def set_scales(self, scales: Sequence[Scale], usual: str) -> None:
        """All versions there are, and the id of the scale that is chosen for new ratings."""
        self._scales = tuple(scales)
        offered = newest(self._scales)
        self._usual = next((scale for scale in offered if scale.id == usual), offered[0] if offered else None)

    def fill(self, rating: Rating | None) -> None:
        scale = scale_of(rating, self._scales) if rating else self._usual
        known = scale is not None and (not scale.steps or (rating and scale.step(rating.step)))
        self._lost = None if known or rating is None else rating
        self._show(scale)
        if rating and self._lost is None:
            self.steps.choose(rating.step)
        self._explain()

    def _show(self, scale: Scale | None) -> None:
        self._shown = scale
        steps = scale.steps if scale else ()
        self.steps.offer(Option(step.id, step.label, step.glyph, step.meaning) for step in steps)
        self.steps.setVisible(bool(steps))
        self.meaning.set_texts(step.meaning for step in steps)

    def _rate(self) -> None:
        self._explain()
        self.changed.emit()

    def _use_usual(self) -> None:
        """Give up a rating on another scale for one on the chosen scale."""
        self._lost = None
        self._show(self._usual)
        self._rate()

    def _explain(self) -> None:
        step = self._shown.step(self.steps.chosen) if self._shown else None
        bare = self._shown is not None and not self._shown.steps
        unchosen = tr("What the chosen step means stands here.")
        told = tr("The one-sentence conclusion is the rating.") if bare else step.meaning if step else unchosen
        self.meaning.setText(told)
        self.meaning.setVisible(self._shown is not None)
        elsewhere = _elsewhere(self._shown, self._usual, self._lost)
        self.older.setText(elsewhere)
        for widget in (self.older, self.renew):
            widget.setVisible(bool(elsewhere))


def _elsewhere(shown: Scale | None, usual: Scale | None, lost: Rating | None) -> str:
    """What a reader should know of a rating that was not given on the scale chosen now."""
    if lost is not None:
        return tr("Rated on a scale that is not here. The rating is kept.")
    if shown is None or usual is None or (shown.id, shown.version) == (usual.id, usual.version):
        return ""
    if shown.id == usual.id:
        return tr("Rated on “{scale}”, version {version}.", scale=shown.name, version=shown.version)
    return tr("Rated on “{scale}”.", scale=shown.name)
