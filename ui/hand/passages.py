"""Claims that read alike, each with the sentence it stands in, so that a person can tell them apart. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from factcheck.values import Case, Claim
from ui.translation import tr

ROOM = 130  # characters of a sentence that are shown, around the words


def passages_of(case: Case, claims: Sequence[Claim]) -> dict[str, str]:
    """By claim the sentence around its words; with its paragraph where an article says the very same twice."""
    told = {claim.id: _sentence(case, claim) for claim in claims}
    alike = Counter((claim.article, told[claim.id]) for claim in claims)
    return {
        claim.id: told[claim.id]
        if alike[claim.article, told[claim.id]] == 1
        else tr("Paragraph {number}: {words}", number=_paragraph(case, claim), words=told[claim.id])
        for claim in claims
    }


def _sentence(case: Case, claim: Claim) -> str:
    """The sentence, cut between words on both sides of the claim where it is longer than there is room for."""
    text = case.article(claim.article).text
    sentence = claim.sentence if claim.sentence.contains(claim.span) else claim.span
    beside = max(20, (ROOM - len(claim.span)) // 2)
    start, end = max(sentence.start, claim.span.start - beside), min(sentence.end, claim.span.end + beside)
    before, after = text[start : claim.span.start], text[claim.span.end : end]
    if start > sentence.start:
        before = "… " + before.partition(" ")[2]
    if end < sentence.end:
        after = after.rpartition(" ")[0] + " …"
    return " ".join(f"{before}{claim.span.of(text)}{after}".split())


def _paragraph(case: Case, claim: Claim) -> int:
    """Which paragraph of its article the claim stands in, from 1."""
    lines = case.article(claim.article).text[: claim.span.start].split("\n")
    return sum(bool(line.strip()) for line in lines[:-1]) + 1
