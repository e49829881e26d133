"""How far people who judged the same questions agree: per cent, Cohen's kappa, Krippendorff's alpha.

The coefficients are NLTK's (docs/decisions/0017-agreement.md); what it is asked, and when it has no answer, is here.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, combinations
from typing import Any

Label = str | int
"""What a reviewer gave: the name of a decision, or the id or the place of a step on a scale."""

Judged = Mapping[str, Mapping[str, Label]]
"""reviewer -> question -> label. A question that somebody has not judged is left out of his."""

FEWEST = 2
"""Questions judged by two people: with fewer, no coefficient means anything."""

RELIABLE, TENTATIVE = 0.8, 0.667
"""From which alpha conclusions may be drawn, and tentative ones (Krippendorff, Content Analysis, 2004, p. 241)."""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A question that was judged differently: what each reviewer gave, in the order of the reviewers."""

    question: str
    given: tuple[tuple[str, Label], ...]


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far reviewers agree on the questions that at least two of them judged.

    `items` counts the questions anybody judged, `both` those that at least two did, `same` those of `both` on which all
    agree. `percent` is the share of agreeing pairs of judgements, 0 to 100. `kappa` is Cohen's, with more than two
    reviewers the mean over their pairs. `alpha` is Krippendorff's, `ordinal` where the labels have an order.
    A figure is None where it has no meaning: fewer than two questions in common, or one label throughout.
    """

    reviewers: tuple[str, ...]
    items: int
    both: int
    same: int
    ordinal: bool
    percent: float | None
    kappa: float | None
    alpha: float | None
    disagreements: tuple[Disagreement, ...]


def agreement(judged: Judged, order: Sequence[Label] = ()) -> Agreement:
    """How far the reviewers agree. `order` lists the labels from one end of a scale to the other, if they have one.

    A label outside `order` (an "unproven" beside a scale) counts for per cent and kappa, and is no answer for alpha.
    """
    questions = list(dict.fromkeys(q for given in judged.values() for q in given))
    rows = [Disagreement(q, tuple((r, given[q]) for r, given in judged.items() if q in given)) for q in questions]
    shared = [row for row in rows if len(row.given) >= 2]
    apart = tuple(row for row in shared if len({label for _, label in row.given}) > 1)
    return Agreement(
        reviewers=tuple(judged),
        items=len(rows),
        both=len(shared),
        same=len(shared) - len(apart),
        ordinal=bool(order),
        percent=_percent(shared),
        kappa=_kappa(judged),
        alpha=_alpha(shared, order),
        disagreements=apart,
    )


def _percent(shared: Sequence[Disagreement]) -> float | None:
    pairs = [a == b for row in shared for (_, a), (_, b) in combinations(row.given, 2)]
    return 100 * sum(pairs) / len(pairs) if pairs else None


def _kappa(judged: Judged) -> float | None:
    """Cohen (1960); the mean over the pairs for which it has a meaning."""
    pairs = [_kappa_of(a, b, judged) for a, b in combinations(judged, 2)]
    defined = [kappa for kappa in pairs if kappa is not None]
    return math.fsum(defined) / len(defined) if defined else None


def _kappa_of(first: str, second: str, judged: Judged) -> float | None:
    both = [q for q in judged[first] if q in judged[second]]
    triples = [(reviewer, q, judged[reviewer][q]) for reviewer in (first, second) for q in both]
    if len(both) < FEWEST or len({label for _, _, label in triples}) < 2:
        return None
    return float(_task(triples).kappa_pairwise(first, second))


def _alpha(shared: Sequence[Disagreement], order: Sequence[Label]) -> float | None:
    """Krippendorff (2011), nominal, or ordinal with an order."""
    kept = [[(r, label) for r, label in row.given if not order or label in order] for row in shared]
    triples = [(r, str(number), label) for number, row in enumerate(kept) if len(row) >= 2 for r, label in row]
    counts = Counter(label for _, _, label in triples)
    if len({number for _, number, _ in triples}) < FEWEST or len(counts) < 2:
        return None
    if not order:
        return float(_task(triples).alpha())
    places = _places(counts, order)
    return float(_task(triples, lambda a, b: (places[a] - places[b]) ** 2).alpha())


def _places(counts: Counter[Label], order: Sequence[Label]) -> dict[Label, float]:
    """The mean rank of each label among all that were given: two steps are as far apart as what lies between them."""
    ends = accumulate(counts[label] for label in order)
    return {label: end - counts[label] / 2 for label, end in zip(order, ends, strict=True)}


def _task(triples: Sequence[tuple[str, str, Label]], distance: Any = None) -> Any:
    """NLTK's table of judgements; it has no types."""
    # 0.6 s, and wanted only when somebody asks how far two people agree.
    from nltk.metrics.agreement import AnnotationTask

    return AnnotationTask(triples, distance) if distance else AnnotationTask(triples)


# --- in words -------------------------------------------------------------------------------------


def in_words(found: Agreement, names: Mapping[str, str] | None = None) -> str:
    """How to read the figures, in a few sentences. `names` calls the reviewers by their names, if they are ids."""
    if len(found.reviewers) < 2 or not found.both:
        return "No question has been judged by two people yet, so there is nothing to compare."
    called = [(names or {}).get(reviewer, reviewer) for reviewer in found.reviewers]
    people = f"both {' and '.join(called)}" if len(called) == 2 else "at least two reviewers"
    said = [
        f"{_questions(found.both)} judged by {people}, {found.same} of them alike ({found.percent:.0f} % agreement)."
    ]
    if found.alpha is None and found.kappa is None:
        said.append(_why_undefined(found))
    if found.kappa is not None:
        said.append(f"Cohen’s kappa is {found.kappa:.2f}: {_kappa_in_words(found.kappa)}.")
    if found.alpha is not None:
        how = "counts a near miss for less than a wide one" if found.ordinal else "counts every difference alike"
        said.append(f"Krippendorff’s alpha is {found.alpha:.2f} and {how}: {_alpha_in_words(found.alpha)}.")
    if found.both < 30 and (found.kappa is not None or found.alpha is not None):
        said.append("With so few questions, one more answer can change these figures much.")
    return " ".join(said)


def _questions(count: int) -> str:
    return "1 question was" if count == 1 else f"{count} questions were"


def _why_undefined(found: Agreement) -> str:
    if found.both < FEWEST:
        return "Kappa and alpha need at least two."
    return "Kappa and alpha have no value: with one answer throughout, agreement cannot be told from chance."


def _kappa_in_words(kappa: float) -> str:
    """By the table of Landis and Koch (Biometrics 33, 1977), which they call arbitrary themselves."""
    levels = ((0.8, "almost perfect"), (0.6, "substantial"), (0.4, "moderate"), (0.2, "fair"), (0.0, "slight"))
    level = next((word for least, word in levels if kappa > least), None)
    return f"{level} agreement beyond chance" if level else "no more agreement than by chance"


def _alpha_in_words(alpha: float) -> str:
    if alpha >= RELIABLE:
        return "good enough to rely on"
    return "good enough for tentative conclusions" if alpha >= TENTATIVE else "too low to rely on"
