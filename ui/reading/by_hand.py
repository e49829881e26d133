"""Which claims a person made or corrected, as the articles show it. Pure: no widgets."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.standing import HAND
from factcheck.values import Case, Sort
from ui.translation import tr

if TYPE_CHECKING:
    from factcheck.hand import PlacedNote


@dataclass(frozen=True, slots=True)
class ByHand:
    """A claim that a person marked, or one of the program's that a person corrected; `who` did so last."""

    marked: bool
    who: str

    @property
    def words(self) -> str:
        """To be read after the state of a claim: "marked by Ann"."""
        said = tr("marked by {name}") if self.marked else tr("corrected by {name}")
        return said.format(name=self.who)


def notes_of(case: Case) -> Mapping[str, Sequence[PlacedNote]]:
    """By article the notes whose passages are found, in its order."""
    if not any(act.sort is Sort.NOTE for act in case.acts):
        return {}
    from factcheck.hand import notes

    found: dict[str, list[PlacedNote]] = {}
    for note in notes(case):
        found.setdefault(note.article, []).append(note)
    return found


def by_hand(case: Case) -> Mapping[str, ByHand]:
    """By claim what people did to it; empty while nobody laid a hand on the case."""
    if not any(act.sort in HAND for act in case.acts):
        return {}
    from factcheck.hand import laid_on  # it knows the analysis, which most cases need not load for this

    found = {}
    for claim, acts in laid_on(case).on_claims.items():
        changes = [act for act in acts if act.sort in (Sort.MARK, Sort.CORRECTION)]
        if changes:
            found[claim] = ByHand(any(act.sort is Sort.MARK for act in changes), changes[-1].by.name)
    return found


def people_behind(case: Case, group: str, claims: Collection[str]) -> tuple[str, ...]:
    """The names of those who had a hand in a question or its claims, each once."""
    if not any(act.sort in HAND for act in case.acts):
        return ()
    from factcheck.hand import laid_on

    done = laid_on(case)
    acts = [*done.on_groups.get(group, ()), *(act for id in claims for act in done.on_claims.get(id, ()))]
    return tuple(dict.fromkeys(act.by.name for act in sorted(acts, key=lambda act: (act.at, act.id))))
