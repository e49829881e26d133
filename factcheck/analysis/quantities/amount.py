"""One number with its unit and bounds, as far as the words tell."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from factcheck.analysis.quantities.units import Unit
from factcheck.values import Modifier, Span


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as the words state it.

    `core` is the number itself, `span` with its unit or currency sign, `whole` with its hedges. `low` and `high`
    are limits, None where open; `low_in`, `high_in` say whether the limit itself is allowed. `kind` is a dimension
    of the units table, or "count", "share", "vague", "age", "score", "ordinal", "malformed".
    """

    core: Span
    span: Span
    whole: Span
    number: Decimal | None
    low: Decimal | None = None
    high: Decimal | None = None
    unit: Unit | None = None
    kind: str = "count"
    modifier: Modifier = Modifier.EXACT
    low_in: bool = True
    high_in: bool = True
    scale: int = 1
    glued: bool = False
