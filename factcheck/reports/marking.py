"""Which words of the articles a report marks, and what it numbers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from factcheck.anchors import place
from factcheck.reports import words
from factcheck.reports.passages import EVIDENCE, JUDGED, SAID, Back, Mark
from factcheck.review import Review
from factcheck.values import Analysis, Case, Group, Status, Verdict

CALM = (Status.AGREEMENT, Status.COMPATIBLE)


@dataclass(frozen=True, slots=True)
class Marking:
    """The marks on claims, by id, and on the words of evidence, by the number of the item; those of each article.

    `items` numbers the evidence through the report, by verdict and position.
    """

    claims: Mapping[str, Mark]
    evidence: Mapping[int, Mark]
    of_article: Mapping[str, tuple[Mark, ...]]
    items: Mapping[tuple[str, int], int]

    @property
    def styles(self) -> set[str]:
        return {mark.style for marks in self.of_article.values() for mark in marks}


def marking(case: Case, analysis: Analysis, review: Review) -> Marking:
    """A mark for every claim that the report speaks of, and for all words of evidence that are found."""
    items = {key: number for number, key in enumerate(_items(analysis, review), 1)}
    styles, backs = _styles(analysis, review), _backs(analysis, review)
    order = {article.id: n for n, article in enumerate(case.articles)}
    wanted: list[tuple[str, Mark, str | int]] = [
        (claim.article, Mark(0, claim.span, styles[claim.id], tuple(backs[claim.id])), claim.id)
        for claim in analysis.claims
        if claim.id in styles
    ]
    for verdict in shown(analysis, review):
        for position, item in enumerate(verdict.record.evidence):
            found = place(item.anchor, case.articles) if item.anchor and item.anchor.quote.strip() else None
            if found:
                number = items[verdict.id, position]
                mark = Mark(0, found[1], words.EVIDENCE.style, (Back(EVIDENCE, number),))
                wanted.append((found[0], mark, number))
    wanted.sort(key=lambda one: (order[one[0]], one[1].span))
    return _numbered(wanted, items)


def _numbered(wanted: list[tuple[str, Mark, str | int]], items: Mapping[tuple[str, int], int]) -> Marking:
    """The marks, in the order in which they stand in the articles."""
    claims: dict[str, Mark] = {}
    evidence: dict[int, Mark] = {}
    of_article = defaultdict(list)
    for number, (article, unnumbered, key) in enumerate(wanted, 1):
        mark = Mark(number, unnumbered.span, unnumbered.style, unnumbered.backs)
        of_article[article].append(mark)
        if isinstance(key, str):
            claims[key] = mark
        else:
            evidence[key] = mark
    return Marking(claims, evidence, {id: tuple(marks) for id, marks in of_article.items()}, items)


def judged_groups(analysis: Analysis, review: Review) -> tuple[Group, ...]:
    """The groups that no conflict opposes, and that somebody judged."""
    return tuple(group for group in analysis.groups if group.id in review.by_conflict)


def shown(analysis: Analysis, review: Review) -> Iterator[Verdict]:
    """Every verdict in the order in which a report tells them."""
    for conflict in analysis.conflicts:
        yield from review.of(conflict.id)
    for group in judged_groups(analysis, review):
        yield from review.of(group.id)
    yield from review.detached


def _items(analysis: Analysis, review: Review) -> Iterator[tuple[str, int]]:
    for verdict in shown(analysis, review):
        for position in range(len(verdict.record.evidence)):
            yield verdict.id, position


def _styles(analysis: Analysis, review: Review) -> dict[str, str]:
    """The line of every claim that the report speaks of."""
    styles: dict[str, str] = {}
    for group in (*judged_groups(analysis, review), *(g for g in analysis.groups if g.status in CALM)):
        styles |= dict.fromkeys(group.claims, words.SIGNS[group.status].style)
    # The weightier style wins where a claim takes part in several: a conflict is written last.
    weight = [words.SIGNS[Status.UPDATE].style, words.SELF_CONTRADICTION.style, words.CONFLICT.style]
    article = {claim.id: claim.article for claim in analysis.claims}
    signs = {conflict.id: words.sign_of(conflict, article).style for conflict in analysis.conflicts}
    for conflict in sorted(analysis.conflicts, key=lambda conflict: weight.index(signs[conflict.id])):
        styles |= dict.fromkeys(conflict.claims, signs[conflict.id])
    return styles


def _backs(analysis: Analysis, review: Review) -> Mapping[str, list[Back]]:
    """By claim the conflicts and judged claims that quote it, in the order of the report."""
    backs: dict[str, list[Back]] = defaultdict(list)
    for number, conflict in enumerate(analysis.conflicts, 1):
        for claim in conflict.claims:
            backs[claim].append(Back(SAID, number))
    for number, group in enumerate(judged_groups(analysis, review), 1):
        for claim in group.claims:
            backs[claim].append(Back(JUDGED, number))
    return backs
