"""All questions of a case in a list, to say which of them a claim answers."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from factcheck.values import Case, Claim, Group
from ui.hand.words import quotation
from ui.reading.claims_list import ClaimsList, Told
from ui.theme import LIGHT, look_of
from ui.translation import tr
from ui.wording import letters_of, shortened


class Questions(ClaimsList):
    """The chosen question stands first, then those of the claim's kind, then the others."""

    def __init__(self, parent: QWidget, case: Case, claim: Claim, first: Group | None) -> None:
        title = tr("Which question does {words} answer?", words=quotation(claim.text))
        super().__init__(parent, title, list(_told(case, claim, first)), tr("Words of a question"))


def _told(case: Case, claim: Claim, first: Group | None) -> Iterator[Told]:
    assert case.analysis is not None
    letters = letters_of(case)
    groups = [g for g in case.analysis.groups if claim.id not in g.claims]
    groups.sort(key=lambda g: (first is None or g.id != first.id, g.kind is not claim.kind, len(g.claims) < 2))
    for group in groups:
        glyph = LIGHT.ink(look_of(group.status)).glyph
        sources = ", ".join(sorted({letters[id] for id in group.claims}))
        yield Told(group.id, f"{glyph}  {shortened(group.question, 64)}  ({sources})")
