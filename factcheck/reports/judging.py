"""A verdict -> what a report says of it. Read `Judging.judged` first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from factcheck.reports import words
from factcheck.reports.addresses import web_address
from factcheck.reports.judged import Address, Item, Judged, Noted, Rated, Reading, ShownStep
from factcheck.reports.quoting import Quoting
from factcheck.scales import Scale, scale_of
from factcheck.values import NO_RECORD, Decision, Rating, Record, Verdict
from factcheck.values.team import Signature


class Judging:
    """Puts the verdicts of one case into words. `signatures` are by the verdict that stands."""

    def __init__(
        self, quoting: Quoting, scales: Iterable[Scale], signatures: Mapping[str, tuple[Signature, ...]]
    ) -> None:
        self._quoting, self._scales, self._signatures = quoting, tuple(scales), signatures

    def judged(self, verdict: Verdict, answers: int, reason: str) -> Judged:
        """`answers` is how many there are to choose from, and `reason` what the program says now."""
        record, is_open = verdict.record, verdict.decision is Decision.OPEN
        sources = self._quoting.names(anchor.article for anchor in verdict.answer_anchors)
        return Judged(
            decision=words.decision_in_words(verdict.decision, verdict.answers, sources, answers, verdict.ground),
            open=is_open,
            triage="" if verdict.on_group else words.TRIAGES[verdict.triage],
            state=words.STATES[record.state] if record != NO_RECORD else "",
            conclusion=record.conclusion,
            rated=self._rated(record.rating) if record.rating else None,
            noted=tuple(_noted(record)),
            tags=record.tags,
            rationale=verdict.rationale,
            evidence=tuple(self._item(verdict, position) for position in range(len(record.evidence))),
            reviewer=verdict.reviewer.name,
            decided=words.moment(verdict.decided),
            replaced=verdict.replaces is not None,
            reason_seen=words.steady(verdict.reason) if verdict.reason != reason else None,
            readings=tuple(_reading(s) for s in self._signatures.get(verdict.id, ())),
        )

    def _rated(self, rating: Rating) -> Rated:
        scale = scale_of(rating, self._scales)
        if scale is None or (scale.steps and scale.step(rating.step) is None):
            told = ", ".join(part for part in (rating.scale, f"version {rating.version}", rating.step) if part)
            return Rated("a scale that is not at hand here", without=words.steady(told))
        name = words.steady(f"{scale.name}, version {scale.version}")
        if not scale.steps:
            return Rated(name, without="The conclusion is the rating.")
        steps = (ShownStep(s.glyph, s.label, s.tone.value, s.beside, s.id == rating.step) for s in scale.steps)
        given = scale.step(rating.step)
        return Rated(name, tuple(steps), given.meaning if given else "")

    def _item(self, verdict: Verdict, position: int) -> Item:
        item = verdict.record.evidence[position]
        number, mark = self._quoting.evidence(verdict.id, position)
        return Item(
            number=number,
            sign=words.STANCES[item.stance],
            words=item.words or (item.anchor.quote if item.anchor else ""),
            letter=self._quoting.letter(item.anchor.article) if item.anchor else "",
            label=self._quoting.label(item.anchor.article) if item.anchor else "",
            mark=mark.number if mark else None,
            address=_address(item.url) if item.url else None,
            archived=_address(item.archived) if item.archived else None,
            accessed=words.day(item.accessed) if item.accessed else "",
            file=item.file_name or ("a file without a name" if item.file else ""),
            file_sha256=item.file,
            note=item.note,
        )


def _noted(record: Record) -> Iterator[Noted]:
    """The lines of a record that were filled in."""
    appearances = tuple(_address(written) for written in record.appearances)
    lines = (
        ("Claim", (Address(record.claim),)),
        ("Claimant", (Address(record.claimant),)),
        ("Said", (Address(record.said_on),)),
        ("Place", (Address(record.place),)),
        ("Appears in", appearances),
        ("Confidence", (Address(words.SURE[record.confidence] if record.confidence else ""),)),
    )
    for name, parts in lines:
        written = tuple(part for part in parts if part.words.strip())
        if written:
            yield Noted(name, written)


def _address(written: str) -> Address:
    return Address(written, web_address(written))


def _reading(signature: Signature) -> Reading:
    at = words.moment(signature.at)
    return Reading(signature.agrees, signature.words, signature.by.name, at, signature.changed)
