"""What became of one conflict over time, and an earlier verdict beside a later one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from factcheck.anchors import place
from factcheck.contents import anchors_of, verdict_content, verdict_of
from factcheck.hand.contents import hand_of
from factcheck.places import places_of
from factcheck.review import reviewed
from factcheck.standing import ON_ACTS, heads, in_effect, named
from factcheck.team.contents import assignment_of, comment_of, signature_of
from factcheck.values import (
    Act,
    Analysis,
    Anchor,
    Case,
    Change,
    Conflict,
    Evidence,
    Group,
    Hand,
    Reviewer,
    Sort,
    Span,
    Verdict,
)
from factcheck.values.team import Assignment, Comment, Signature

Said = Verdict | Assignment | Signature | Comment | Hand


class Fate(StrEnum):
    """What became of what was done."""

    STANDS = "stands"
    REPLACED = "replaced"  # something was built on it
    TAKEN_BACK = "taken_back"


@dataclass(frozen=True, slots=True)
class Event:
    """Something that somebody did: `act` says who and when, `said` what; None took the thing away.

    Of an act that undoes or redoes others `of` names those of them that are about this conflict.
    """

    act: Act
    fate: Fate
    said: Said | None = None
    of: tuple[str, ...] = ()


def history_of(case: Case, id: str) -> tuple[Event, ...]:
    """All that was ever done on a conflict or group, oldest first: what stands, was replaced or taken back.

    What a person did to the words of its claims (a corrected value, a note) belongs to it too.
    """
    about = _subjects(case, id)
    acts = {act.id: act for act in case.acts}
    there = {act.id for act in in_effect(case.acts)}
    on_top = {act.id for group in heads(case.acts).values() for act in group}

    def fate(act: Act) -> Fate:
        if act.sort in ON_ACTS or act.id in on_top:
            return Fate.STANDS
        return Fate.REPLACED if act.id in there else Fate.TAKEN_BACK

    events = []
    for act in case.acts:
        of = tuple(n for n in named(act) if n in acts and acts[n].subject in about) if act.sort in ON_ACTS else ()
        if of or act.subject in about:
            events.append(Event(act, fate(act), said_in(act), of))
    return tuple(events)


def said_in(act: Act) -> Said | None:
    """What an act says; None when it took the thing away, or is about other acts. Raises as the readers do."""
    if act.content is None or act.sort in ON_ACTS:
        return None
    match act.sort:
        case Sort.VERDICT:
            return verdict_of(act)
        case Sort.ASSIGNMENT:
            return assignment_of(act)
        case Sort.SIGNATURE:
            return signature_of(act)
        case Sort.COMMENT:
            return comment_of(act)
        case _:
            return hand_of(act)


def _subjects(case: Case, id: str) -> set[str]:
    """The things that belong to the conflict or group: the newest of each with words says where they belong."""
    last = {act.subject: act for act in case.acts if act.content is not None and act.sort not in ON_ACTS}
    review, places, words = reviewed(case), places_of(case), list(_words_of(case, id))
    standing = {verdict.subject: at for at in review.by_conflict for verdict in review.of(at)}
    found = set()
    for subject, act in last.items():
        match said_in(act):
            case Verdict() as verdict:
                belongs = (standing.get(subject) or places.best(verdict)) == id
            case Assignment(topic=topic) | Signature(topic=topic) | Comment(topic=topic):
                belongs = places.best(topic) == id
            case _:
                belongs = _touches(case, act.content, words)
        if belongs:
            found.add(subject)
    return found


def _words_of(case: Case, id: str) -> Iterator[tuple[str, Span]]:
    """Where the claims of a conflict or group stand."""
    analysis = case.analysis or Analysis()
    parts: tuple[Conflict | Group, ...] = (*analysis.conflicts, *analysis.groups)
    held = {claim for part in parts if part.id == id for claim in part.claims}
    return ((claim.article, claim.span) for claim in analysis.claims if claim.id in held)


def _touches(case: Case, content: object, words: Sequence[tuple[str, Span]]) -> bool:
    """A person's hand was on some of these words."""
    for anchor in anchors_in(content):
        found = place(anchor, case.articles)
        if found and any(found[0] == article and found[1].overlaps(span) for article, span in words):
            return True
    return False


def anchors_in(content: object) -> Iterator[Anchor]:
    """Every anchor anywhere in the content of an act. Raises KeyError, ValueError, TypeError for a broken one."""
    if isinstance(content, Mapping):
        if {"sha256", "quote"} <= content.keys():
            yield from anchors_of((content,))
        else:
            for part in content.values():
                yield from anchors_in(part)
    elif isinstance(content, list | tuple):
        for part in content:
            yield from anchors_in(part)


# --- an earlier verdict ---------------------------------------------------------------------------


def restored(case: Case, verdict: Verdict, reviewer: Reviewer) -> Change:
    """Give an earlier verdict anew, as the one who decides now, on top of what he has decided there since."""
    found = places_of(case).best(verdict)
    own = [v for v in case.verdicts if v.reviewer.id == reviewer.id]
    standing = reviewed(case).by(reviewer.id, found) if found else None
    if standing is None:
        standing = next((v for v in reversed(own) if v.subject == verdict.subject), None)
    content = verdict_content(verdict)
    if standing is not None:
        return Change(Sort.VERDICT, content, standing.subject, standing.id)
    return Change(Sort.VERDICT, content, verdict.subject if verdict.reviewer.id == reviewer.id else None)


@dataclass(frozen=True, slots=True)
class Difference:
    """A field of a verdict or its record that changed; a list has one line for each part."""

    field: str
    old: str
    new: str


def compared(old: Verdict, new: Verdict) -> tuple[Difference, ...]:
    """The fields that differ, in the order in which a verdict is read."""
    before, after = _in_words(old), _in_words(new)
    return tuple(Difference(name, before[name], after[name]) for name in before if before[name] != after[name])


def _in_words(verdict: Verdict) -> dict[str, str]:
    record, rating = verdict.record, verdict.record.rating
    return {
        "decision": verdict.decision.value,
        "answers": _lines(verdict.answers),
        "ground": verdict.ground.value if verdict.ground else "",
        "rating": f"{rating.scale} {rating.version} {rating.step}".rstrip() if rating else "",
        "conclusion": record.conclusion,
        "rationale": verdict.rationale,
        "claim": record.claim,
        "claimant": record.claimant,
        "said_on": record.said_on,
        "place": record.place,
        "appearances": _lines(record.appearances),
        "confidence": record.confidence.value if record.confidence else "",
        "tags": _lines(record.tags),
        "evidence": _lines(map(_item, record.evidence)),
        "state": record.state.value,
        "words": _lines(anchor.quote for anchor in verdict.anchors),
    }


def _item(evidence: Evidence) -> str:
    accessed = evidence.accessed.isoformat() if evidence.accessed else ""
    address = (evidence.url, evidence.archived, accessed)
    parts = (evidence.stance.value, evidence.words, evidence.note, *address, evidence.file_name or evidence.file)
    return " · ".join(part for part in parts if part)


def _lines(parts: Iterable[str]) -> str:
    return "\n".join(parts)
