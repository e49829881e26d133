"""What people left on words that are not found any more, as plain values. Pure: no widgets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from factcheck.review import NOTE, Review
from factcheck.values import Act, Anchor, Case, Draft, Join, Kind, Refusal, Sort, Split, Verdict
from factcheck.values.team import Assignment, Comment, Signature, Talk
from ui.hand.words import hand_name, quoted, read, refusal_words
from ui.translation import tr
from ui.wording import shortened, verdict_words


@dataclass(frozen=True, slots=True)
class Lost:
    """One thing without a place: what it was, whose, what it said, and the words it stood on with those beside them.

    It gets a new place on words of an article (`kind` is that of the claim there, None for a note), or, `on_question`,
    on a question of the list. `act` or `draft` is the thing itself.
    """

    what: str
    who: str
    said: str
    anchors: tuple[Anchor, ...]
    act: Act | None = None
    draft: Draft | None = None
    on_question: bool = False
    kind: Kind | None = None
    why: str = ""  # where it is not for its words that it has no place

    @property
    def id(self) -> str:
        return self.act.id if self.act else self.draft.id if self.draft else ""

    @property
    def quote(self) -> str:
        """The words it is about, as quoted."""
        return quoted(self.anchors[0]) if self.anchors else ""


def lost_in(case: Case | None, review: Review, said: Talk, drafts: Sequence[Draft]) -> tuple[Lost, ...]:
    """Everything of a case that has no place, the hand's first. Nothing is lost before there is an analysis."""
    if case is None or case.analysis is None:
        return ()
    by_id = {act.id: act for act in case.acts}
    return (
        *(_of_hand(case, act) for act in case.unplaced),
        *_of_verdicts(case, by_id, review.detached),
        *_of_talk(by_id, said.detached),
        *map(_of_draft, drafts),
    )


def _of_hand(case: Case, act: Act) -> Lost:
    hand = read(act)
    name = hand_name(act)
    what = name[:1].upper() + name[1:]
    match hand:
        case Refusal(words) | Join(words=words) | Split(words=words):
            from factcheck.hand import missing

            gone = missing(case, words) or words
            return Lost(what, act.by.name, "", tuple(w.anchor for w in gone), act, kind=gone[0].kind)
    anchors = (hand.anchor,) if act.sort is Sort.NOTE else (hand.words.anchor,)  # type: ignore[union-attr]
    said = hand.text if act.sort is Sort.NOTE else ""  # type: ignore[union-attr]
    kind = None if act.sort is Sort.NOTE else hand.words.kind  # type: ignore[union-attr]
    return Lost(what, act.by.name, said, anchors, act, kind=kind)


def _of_verdicts(case: Case, acts: dict[str, Act], verdicts: Sequence[Verdict]) -> Iterator[Lost]:
    if not verdicts:
        return
    from factcheck.hand import losses_of

    for verdict, (_, refused) in zip(verdicts, losses_of(case, verdicts), strict=True):
        yield _of_verdict(acts, verdict, refused)


def _of_verdict(acts: dict[str, Act], verdict: Verdict, refused: Act | None) -> Lost:
    why = ". ".join(refusal_words(refused)) if refused else ""
    what = tr("Verdict {verdict} · {question}", verdict=verdict_words(verdict), question=shortened(verdict.question))
    who, said = verdict.reviewer.name, verdict.rationale
    return Lost(what, who, said, verdict.anchors, acts.get(verdict.id), on_question=True, why=why)


def _of_talk(acts: dict[str, Act], things: Iterable[Assignment | Comment | Signature]) -> Iterator[Lost]:
    """A second reading belongs to its verdict, and goes where that goes."""
    for thing in things:
        asked = shortened(thing.topic.question)
        match thing:
            case Comment(text=text):
                what = tr("Comment · {question}", question=asked)
                yield Lost(what, thing.by.name, text, thing.topic.anchors, acts.get(thing.id), on_question=True)
            case Assignment(reviewer=reviewer):
                what = tr("Assignment to {name} · {question}", name=reviewer.name, question=asked)
                yield Lost(what, thing.by.name, "", thing.topic.anchors, acts.get(thing.id), on_question=True)


def _of_draft(draft: Draft) -> Lost:
    what = tr("Note that was begun") if draft.sort == NOTE else tr("Writing that was begun")
    return Lost(what, "", draft.text, draft.anchors, draft=draft, on_question=True)
