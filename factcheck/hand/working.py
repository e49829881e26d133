"""An analysis that acts are being laid on: claims and questions that can be changed, and how to find a claim by its
words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Sequence
from copy import copy
from dataclasses import replace

from factcheck.anchors import place
from factcheck.hand.index import index_of
from factcheck.hand.moving import moved
from factcheck.hand.questions import Question
from factcheck.hand.sentences import sentence
from factcheck.hand.telling import told
from factcheck.values import (
    Act,
    Analysis,
    Anchor,
    Article,
    Claim,
    Conflict,
    Correction,
    Group,
    Join,
    Kind,
    Mark,
    Refusal,
    Span,
    Split,
    Words,
)

Made = tuple[Group, Conflict | None]


class Working:
    """Each method lays one act on, and says whether all of its words were placed."""

    def __init__(self, found: Analysis, articles: Sequence[Article]) -> None:
        self.found, self.articles = found, articles
        self.index = index_of(found)
        self.claims = dict(self.index.claims)
        self.touched: dict[str, Question] = {}
        self.changed: set[str] = set()  # claims
        self.on_claims: dict[str, tuple[Act, ...]] = {}
        self.on_groups: dict[str, tuple[Act, ...]] = {}
        self._conflicts, self._groups = self.index.conflicts, self.index.groups
        self._told: dict[str, str] = {}  # by claim, a value as a person wrote it
        self._at = dict(self.index.at)
        self._of_kind: dict[tuple[str, Kind], Sequence[str]] = dict(self.index.of_kind)
        self._holding = defaultdict(tuple, self.index.holding)  # by claim the groups it stands in
        self._own: set[str] = set()  # the touched questions that no copy shares
        self._made: dict[str, Made] = {}  # of questions that were not opened since

    def copy(self) -> Working:
        """The same, to lay more on; this one has to stay as it is from now on, for both share what is not touched."""
        twin = copy(self)
        twin.claims, twin.touched, twin.changed = dict(self.claims), dict(self.touched), set(self.changed)
        twin.on_claims, twin.on_groups = dict(self.on_claims), dict(self.on_groups)
        twin._told, twin._at, twin._of_kind = dict(self._told), dict(self._at), dict(self._of_kind)
        twin._holding, twin._own, twin._made = copy(self._holding), set(), dict(self._made)
        return twin

    # --- finding ----------------------------------------------------------------------------------

    def place(self, anchor: Anchor) -> tuple[Article, Span] | None:
        found = place(anchor, self.articles)
        return None if found is None else (next(a for a in self.articles if a.id == found[0]), found[1])

    def claim(self, words: Words) -> Claim | None:
        """The claim on these words: the very same, else the one nearest to them that was cut wider or closer."""
        placed = self.place(words.anchor)
        if placed is None:
            return None
        article, span = placed
        id = self._at.get((article.id, words.kind, span))
        if id in self.claims:
            return self.claims[id]
        near = [self.claims[i] for i in self._of_kind.get((article.id, words.kind), ()) if i in self.claims]
        fits = [c for c in near if c.span.contains(span) or span.contains(c.span)]
        return min(fits, key=lambda c: (abs(len(c.span) - len(span)), c.span), default=None)

    def _each(self, words: Iterable[Words]) -> list[Claim | None]:
        return [self.claim(one) for one in words]

    # --- laying on --------------------------------------------------------------------------------

    def mark(self, act: Act, mark: Mark) -> bool:
        placed = self.place(mark.words.anchor)
        if placed is None:
            return False
        claim, is_new = self._marked(act, mark, *placed)
        beside = [c for c in self._each(mark.beside) if c is not None and c.id != claim.id]
        target = self._question_of(beside, claim.kind)
        if target is None and is_new:
            target = self._new(act, mark.question or claim.subject or claim.text, claim.kind)
        if target is not None:
            self._move(act, (claim,), target, claim.kind)
        return True

    def _marked(self, act: Act, mark: Mark, article: Article, span: Span) -> tuple[Claim, bool]:
        """The claim of a mark, and whether it is new: where the program reads one too, it says what that states."""
        kind, value = mark.words.kind, moved(mark.value, mark.words.anchor, article, span)
        there = self.claims.get(self._at.get((article.id, kind, span), ""))
        if there is not None:
            claim = replace(there, value=value, subject=mark.subject or there.subject)
            self._reword(act, claim, "")
            return claim, False
        text = span.of(article.text)
        id = _name("mark", act, self.claims)
        claim = Claim(id, article.id, kind, span, text, value, mark.subject, sentence(article, span))
        self._at[article.id, kind, span] = claim.id
        self._of_kind[article.id, kind] = [*self._of_kind.get((article.id, kind), ()), claim.id]
        self.claims[claim.id] = claim
        self._change(act, claim)
        return claim, True

    def correct(self, act: Act, correction: Correction) -> bool:
        placed, claim = self.place(correction.words.anchor), self.claim(correction.words)
        if placed is None or claim is None:
            return False
        value = correction.value and moved(correction.value, correction.words.anchor, *placed)
        subject = claim.subject if correction.subject is None else correction.subject
        self._reword(act, replace(claim, value=value or claim.value, subject=subject), correction.told)
        return True

    def refuse(self, act: Act, refusal: Refusal) -> bool:
        """Words that the program does not take for a claim any more are refused already."""
        placed = [self.place(words.anchor) for words in refusal.words]
        # Two claims may have become one, for other rules cut it wider.
        for claim in {c.id: c for c in self._each(refusal.words) if c is not None}.values():
            for group in self._holding[claim.id]:
                question = self._open(group)
                question.without((claim.id,))
                self._note_group(act, question)
            del self.claims[claim.id], self._holding[claim.id]
            self.changed.add(claim.id)
        return None not in placed

    def join(self, act: Act, join: Join) -> bool:
        claims = self._each(join.words)
        there = [c for c in claims if c is not None]
        if len({c.id for c in there}) > 1:
            target = self._question_of(there[:1], join.kind) or self._new(
                act, join.question or there[0].subject or there[0].text, join.kind
            )
            self._move(act, there, target, join.kind)
            target.question = join.question or target.question
            if join.opposed is not None:
                target.oppose(join.opposed, self.claims)
        return None not in claims

    def split(self, act: Act, split: Split) -> bool:
        claims = self._each(split.words)
        there = [c for c in claims if c is not None]
        if there:
            question = split.question or there[0].subject or there[0].text
            self._move(act, there, self._new(act, question, split.kind), split.kind)
        return None not in claims

    def _move(self, act: Act, claims: Sequence[Claim], target: Question, kind: Kind) -> None:
        """Take the claims out of their questions of this kind and put them to `target`; who opposed whom stays so."""
        ids = {c.id for c in claims}
        for group in dict.fromkeys(g for c in claims for g in self._holding[c.id]):
            question = self._open(group)
            if question is target or question.kind is not kind:
                continue
            target.texts |= {id: text for id, text in question.texts.items() if id in ids}
            apart: list[str] = []
            for unit in question.without(ids):
                target.take(unit, self.claims, apart)
                apart += unit
            self._note_group(act, question)
            for id in ids:
                self._holding[id] = tuple(held for held in self._holding[id] if held != group)
        for claim in claims:
            target.take((claim.id,), self.claims)
        self._hold(act, target, ids)

    def _reword(self, act: Act, claim: Claim, told_as: str) -> None:
        before, self.claims[claim.id] = self.claims[claim.id], claim
        self._change(act, claim)
        if claim.value != before.value:
            self._told[claim.id] = told_as or told(claim)
        for group in self._holding[claim.id]:
            question = self._open(group)
            if claim.value != before.value:
                question.reword(claim.id, self.claims)
            if question.question == before.subject:
                question.question = claim.subject
            self._note_group(act, question)

    # --- questions --------------------------------------------------------------------------------

    def _open(self, group: str) -> Question:
        """The question, to be changed: what was made of it counts no more."""
        if group not in self.touched:
            self.touched[group] = Question.of(self._groups[group], self._conflicts.get(group))
        elif group not in self._own:
            self.touched[group] = self.touched[group].copy()
        self._own.add(group)
        self._made.pop(group, None)
        return self.touched[group]

    def _new(self, act: Act, question: str, kind: Kind) -> Question:
        id = _name("question", act, self.touched)
        self.touched[id] = Question.new(id, question, kind)
        self._own.add(id)
        return self.touched[id]

    def _question_of(self, claims: Sequence[Claim], kind: Kind) -> Question | None:
        """The question of this kind that most of the claims answer."""
        held = [g for c in claims for g in self._holding[c.id] if self._kind(g) is kind]
        return self._open(max(held, key=held.count)) if held else None

    def _kind(self, group: str) -> Kind:
        return self.touched[group].kind if group in self.touched else self._groups[group].kind

    def _hold(self, act: Act, question: Question, ids: Iterable[str]) -> None:
        for id in ids:
            if question.id not in self._holding[id]:
                self._holding[id] = (*self._holding[id], question.id)
        self._note_group(act, question)

    def _note_group(self, act: Act, question: Question) -> None:
        question.reckon(self.claims, self.articles)
        held = self.on_groups.get(question.id, ())
        self.on_groups[question.id] = held if act in held else (*held, act)

    def _change(self, act: Act, claim: Claim) -> None:
        self.changed.add(claim.id)
        self.on_claims[claim.id] = (*self.on_claims.get(claim.id, ()), act)

    def questions(self) -> Iterable[tuple[str, Conflict]]:
        """By group every conflict there is now."""
        for group, conflict in self._conflicts.items():
            if group not in self.touched:
                yield group, conflict
        for id in list(self.touched):
            if now := self.made(id)[1]:
                yield id, now

    def made(self, group: str) -> Made:
        """What a touched question is now."""
        if group not in self._made:
            question = self.touched[group]
            conflict = question.conflict(self.claims, self.articles, self.told)
            self._made[group] = question.group(self.claims), conflict
        return self._made[group]

    def open(self, act: Act, group: str) -> Question:
        """A question to be changed by a rule of the case."""
        question = self._open(group)
        self._note_group(act, question)
        return question

    def told(self, claim: Claim) -> str:
        """The words of an answer: the article's, or what a person wrote instead."""
        return self._told.get(claim.id) or " ".join(claim.text.split())


def _name(what: str, act: Act, taken: Container[str]) -> str:
    """The id of what an act makes: that of its thing, or a second one where two people changed the thing apart."""
    name = f"{what}:{act.subject}"
    return name if name not in taken else f"{what}:{act.id}"
