"""All of them against some of them: "all 15 economists", "fourteen of 15 economists"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.analysis.comparison.accounts import Accounts
from factcheck.analysis.comparison.findings import Finding, Said
from factcheck.analysis.comparison.likeness import kinds, same_word
from factcheck.analysis.comparison.quantities.slots import same_noun
from factcheck.analysis.comparison.quantities.stated import Stated
from factcheck.analysis.comparison.quantities.wording import question, sentence, told
from factcheck.values import Modifier, Status

ALL = re.compile(r"\b(?:all|every one|each)(?:\s+of)?(?:\s+(?:the|its|his|her|their|our|these|those))?\s+$", re.I)
NONE = re.compile(r"\bnone\s+of(?:\s+(?:the|its|his|her|their))\s+$", re.I)
OF = re.compile(r"\s*(?:out\s+)?of\s+(?:the|its|his|her|their)?\s*(?:[\w-]+[’']s?\s)?")
NEAR, ALIKE = 0.1, 0.2
"""Share of common words of two sentences of one verb, and of two others."""
LEAST = 3
"""Of fewer, "all" and "one of two" are told of too many things."""
CONFIDENCE = 0.75


def partial(accounts: Accounts, stated: Sequence[Stated]) -> Iterator[Finding]:
    """What one account tells of all of so many, another of some of as many."""
    parts = list(_parts(stated))
    held: dict[object, list[tuple[Stated, Stated]]] = defaultdict(list)
    for part, whole in parts:
        held[whole.quantity.number].append((part, whole))
    for s in stated:
        every = _every(s)
        if every is None:
            continue
        for part, whole in held.get(s.quantity.number, ()):
            if _other_share(every, s, part, whole) and _one_event(accounts, s, whole):
                yield _finding(accounts, s, part, whole)


def _every(s: Stated) -> bool | None:
    """True for all of them, False for none of them, None for neither."""
    before = s.text[max(s.claim.sentence.start, s.claim.span.start - 30) : s.claim.span.start]
    q = s.quantity
    if q.noun is None or q.number is None or q.number < LEAST or q.modifier is not Modifier.EXACT:
        return None
    return True if ALL.search(before) else False if NONE.search(before) else None


def _parts(stated: Sequence[Stated]) -> Iterator[tuple[Stated, Stated]]:
    """Two amounts of one sentence, the first "of" the second: "fourteen of the 15 economists"."""
    ordered = sorted(stated, key=lambda s: (s.article, s.claim.span))
    for a, b in pairwise(ordered):
        number, whole = a.quantity.number, b.quantity.number
        if a.article == b.article and number and whole and 0 < number < whole and b.quantity.noun:
            gap = a.text[a.claim.span.end : b.claim.span.start]
            if OF.fullmatch(gap):
                yield a, b


def _other_share(every: bool, s: Stated, part: Stated, whole: Stated) -> bool:
    apart = s.article != whole.article and same_noun(s.quantity.noun or "", whole.quantity.noun or "")
    return apart and (every or part.quantity.number != 0) and s.claim.frame.negated == whole.claim.frame.negated


def _one_event(accounts: Accounts, s: Stated, whole: Stated) -> bool:
    f, g = s.claim.frame, whole.claim.frame
    same = bool(f.event) and (same_word(f.event, g.event) or bool(kinds(f.event) & kinds(g.event)))
    own = {s.quantity.noun, s.quantity.unit}
    return accounts.shared(set(f.words) - own, set(g.words) - own) >= (NEAR if same else ALIKE)


def _finding(accounts: Accounts, s: Stated, part: Stated, whole: Stated) -> Finding:
    share = part.text[part.claim.span.start : whole.claim.span.end]
    before = s.text[max(s.claim.sentence.start, s.claim.span.start - 30) : s.claim.span.start]
    word = "none of" if NONE.search(before) else "all"
    reason = f"{word} {told(s)} ({accounts.sources([s.claim])}) against {share} ({accounts.sources([part.claim])})."
    return Finding(
        s.claim.kind,
        question(whole),
        Status.CONFLICT,
        (Said(f"{word} {told(s)}", (s.claim,)), Said(" ".join(share.split()), (part.claim, whole.claim))),
        "quantity-all-or-some",
        sentence(reason),
        CONFIDENCE,
    )
