"""The same utterance in several accounts: are its words the same, and is it given to the same speaker?"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from factcheck.analysis.comparison.accounts import Accounts
from factcheck.analysis.comparison.candidates import words
from factcheck.analysis.comparison.findings import Finding, Said
from factcheck.analysis.comparison.speakers import Speakers
from factcheck.analysis.comparison.versions import SAME_WORDS, Version, versions
from factcheck.analysis.wording import Difference, Overlap, Relation
from factcheck.values import Attribution, Claim, Kind, Quotation, Status

LEAST_WITHIN = 6
"""Words of a longer quotation that two speakers do not both say; fewer may be a slogan."""
SURE = 0.6
"""Share of the words in common under which two versions may still be two utterances."""
TRANSLATED = 2
ALIKE = 0.8
"""More differences than this, in less than this share of common words, may be two translations of one utterance."""
BESIDE = 2
"""Words shown on either side of a changed one."""
SHOWN = 60
"""Characters of a quotation shown in a question or reason."""


def compare(accounts: Accounts) -> list[Finding]:
    """Findings about wording and about speakers. A quotation may stand in one of each."""
    speakers = Speakers(accounts)
    met = list(versions(accounts.of(Kind.QUOTATION), speakers))
    findings = [_worded(accounts, members, held) for members, held in _utterances(met)]
    return findings + list(_attributed(accounts, speakers, met))


# --- the same words? --------------------------------------------------------------------------------


def _utterances(met: Sequence[Version]) -> Iterator[tuple[list[Claim], list[Version]]]:
    """Quotations of one utterance, with their versions.

    One account may quote two neighbouring sentences apart and another in one piece, so a quotation joins a set only
    when it is a version of everything in it that the same account says.
    """
    pairs = {frozenset((v.a.id, v.b.id)) for v in met}
    sets: list[list[Claim]] = []
    holding: dict[str, list[list[Claim]]] = defaultdict(list)
    for version in sorted(met, key=lambda v: not v.changed):
        for held in (*holding[version.a.id], *holding[version.b.id]):
            new = [c for c in (version.a, version.b) if c not in held]
            if all(c.article != n.article or frozenset((c.id, n.id)) in pairs for n in new for c in held):
                break
        else:
            held, new = [], [version.a, version.b]
            sets.append(held)
        held += new
        for claim in new:
            holding[claim.id].append(held)
    shown: set[tuple[str, frozenset[str]]] = set()
    for held in sets:
        ids = {c.id for c in held}
        among = [v for v in met if v.a.id in ids and v.b.id in ids]
        # The same changed words of the same quotation, met again through another stretch, are one difference.
        told = {(c, frozenset((d.a, d.b))) for v in among for d in v.told[:1] for c in (v.a.id, v.b.id)}
        if not told & shown:
            yield held, among
        shown |= told


def _worded(accounts: Accounts, members: Sequence[Claim], among: Sequence[Version]) -> Finding:
    question = f"What exactly did {_speaker(members)} say"
    changed = [v for v in among if v.changed]
    if changed:
        return _changed(accounts, f"{question}?", members, changed)
    same = all(v.wording.relation is Relation.SAME for v in among)
    status = Status.AGREEMENT if same else Status.COMPATIBLE
    question = f"{question}: {shorten(words(members[0]))}?"
    return Finding(Kind.QUOTATION, question, status, (Said(shorten(words(members[0])), tuple(members)),))


def _changed(accounts: Accounts, question: str, members: Sequence[Claim], changed: Sequence[Version]) -> Finding:
    """Split the members into those that go with the one and with the other side of the clearest change."""
    worst = max(changed, key=lambda v: (not v.small, v.wording.similarity, v.wording.shared))
    differs = {frozenset((v.a.id, v.b.id)) for v in changed}
    left = [worst.a, *(m for m in members if m not in (worst.a, worst.b) and _goes_with(m, worst, differs))]
    right = [m for m in members if m not in left]
    told = worst.told
    difference = told[0]
    reason = _difference_reason(accounts, left, right, difference.a, difference.b)
    others = len(told) - 1
    if others:
        reason = f"{reason[:-1]}, and {others} more {'differences' if others > 1 else 'difference'}."
    first, second = _in_place(difference, worst.a, worst.b)
    answers = (Said(first, tuple(left)), Said(second, tuple(right)))
    rule = "quotation-words-changed"
    return Finding(Kind.QUOTATION, question, Status.CONFLICT, answers, rule, reason, _confidence(worst))


def _confidence(version: Version) -> float:
    """High where a word that says something differs and nearly all else is the same; low where only grammar does, and
    where so much differs that it may be two translations."""
    similarity = version.wording.similarity
    if version.small or similarity < SURE or (len(version.told) > TRANSLATED and similarity < ALIKE):
        return 0.6
    return 0.9 if similarity >= 0.9 or version.turned else 0.75


def _goes_with(member: Claim, worst: Version, differs: set[frozenset[str]]) -> bool:
    return frozenset((member.id, worst.b.id)) in differs and frozenset((member.id, worst.a.id)) not in differs


def _difference_reason(accounts: Accounts, left: Sequence[Claim], right: Sequence[Claim], a: str, b: str) -> str:
    if not a:
        left, right, a, b = right, left, b, a
    ours, theirs = accounts.sources(left), accounts.sources(right)
    several = len({claim.article for claim in left}) > 1
    having = f"Inside the quotation marks {ours} {'have' if several else 'has'} “{a}”"
    if b:
        return f"{having} where {theirs} {'have' if len({claim.article for claim in right}) > 1 else 'has'} “{b}”."
    return f"{having}, which is missing in {theirs}."


def _in_place(difference: Difference, a: Claim, b: Claim) -> tuple[str, str]:
    """The words in question with two words of either side: "… rebukes Russia using …", "… rebukes using …"."""
    ours, theirs = " ".join(words(a).split()), " ".join(words(b).split())
    told, context = (difference.a, ours) if difference.a else (difference.b, theirs)
    before, _, after = context.partition(" ".join(told.split()))
    ends = before.split()[-BESIDE:], after.split()[:BESIDE]
    return _between(ends, difference.a, ours), _between(ends, difference.b, theirs)


def _between(ends: tuple[list[str], list[str]], told: str, whole: str) -> str:
    before, after = ends
    words = re.sub(r"\s+(?=[,;:.!?])", "", " ".join([*before, *told.split(), *after])).strip(",;: ")
    opening = "" if whole.startswith(words[:SHOWN]) else "… "
    closing = "" if whole.endswith(words[-SHOWN:]) else " …"
    return opening + shorten(words, marks=False) + closing


def _speaker(members: Sequence[Claim]) -> str:
    named = [c.value.speaker for c in members if isinstance(c.value, Quotation) and c.value.speaker]
    # "What exactly did the mayor say", not "did The mayor say".
    return _lowered(named[0]) if named else "they"


def shorten(words: str, *, marks: bool = True) -> str:
    """The words cut at a word's end after about sixty characters, in quotation marks."""
    plain = " ".join(words.split())
    if len(plain) > SHOWN:
        plain = plain[:SHOWN].rsplit(" ", 1)[0].rstrip(",;:") + " …"
    return f"“{plain}”" if marks else plain


# --- the same speaker? ------------------------------------------------------------------------------


def _attributed(accounts: Accounts, speakers: Speakers, met: Sequence[Version]) -> Iterator[Finding]:
    """The same words given to speakers who cannot both have said them; one finding for two speakers."""
    apart: dict[tuple[str, str], list[Version]] = defaultdict(list)
    for version in met:
        a, b = version.a, version.b
        if a.article == b.article or version.wording.shared < SAME_WORDS or _echoed(version) or _slogan(version):
            continue
        if speakers.differ(a, b):
            first, second = sorted((speakers.key(a), speakers.key(b)))
            apart[first, second].append(version)
    told: set[str] = set()
    for held in apart.values():
        new = [v for v in held if v.a.id not in told and v.b.id not in told]
        if new:
            told |= {c.id for v in held for c in (v.a, v.b)}
            yield _spoken(accounts, speakers, new)


def _echoed(version: Version) -> bool:
    """Whether one side asks what the other says: "They had help." against "They had help? From whom?"."""
    return ("?" in words(version.a)) != ("?" in words(version.b))


def _slogan(version: Version) -> bool:
    """A few words that stand inside a longer quotation, or in capitals: "Fix the damn roads", "In God We Trust".

    Who repeats somebody's slogan or a motto says it too.
    """
    shorter = min(words(version.a), words(version.b), key=len)
    told = [w for w in re.findall(r"[^\W\d_]+", shorter) if len(w) > 2]
    within = version.wording.overlap is not Overlap.WHOLE and version.wording.shared < LEAST_WITHIN
    return within or all(w[:1].isupper() for w in told)


def _spoken(accounts: Accounts, speakers: Speakers, held: Sequence[Version]) -> Finding:
    clearest = max(held, key=lambda v: v.wording.shared)
    sides = (clearest.a, clearest.b)
    members = {c.id: c for v in held for c in (v.a, v.b)}
    said = [[c for c in members.values() if speakers.key(c) == speakers.key(side)] for side in sides]
    first, second = (_named(side) for side in sides)
    reason = (
        f"{accounts.sources(said[0])} gives the words to {_lowered(first)}, "
        f"{accounts.sources(said[1])} gives them to {_lowered(second)}."
    )
    shorter = min(sides, key=lambda c: len(c.text))
    question = f"Who said {shorten(words(shorter))}?"
    answers = tuple(
        Said(name, tuple(_whole(accounts, c) for c in claims))
        for name, claims in zip((first, second), said, strict=True)
    )
    return Finding(Kind.ATTRIBUTION, question, Status.CONFLICT, answers, "attribution-other-speaker", reason, 0.75)


def _named(quotation: Claim) -> str:
    assert isinstance(quotation.value, Quotation)
    return str(quotation.value.speaker)


def _lowered(name: str) -> str:
    return name[0].lower() + name[1:] if name.split()[0] in {"The", "A", "An", "His", "Her", "Its", "Their"} else name


def _whole(accounts: Accounts, quotation: Claim) -> Claim:
    """The attribution around a quotation (who said it, and how), or the quotation itself where none stands."""
    value = quotation.value
    assert isinstance(value, Quotation)
    around = [
        c
        for c in accounts.of(Kind.ATTRIBUTION)
        if c.article == quotation.article
        and isinstance(c.value, Attribution)
        and c.value.content.overlaps(quotation.span)
        and c.value.speaker == value.speaker
    ]
    return min(around, key=lambda c: len(c.span), default=quotation)
