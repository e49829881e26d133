"""An analysis that acts are being laid on: claims and questions that can be changed, and how to find a claim by its
words."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Container, Iterable, Sequence
from dataclasses import replace
from functools import cached_property

from factcheck.anchors import place
from factcheck.hand.index import Place, index_of, where
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


class Working:
    """Each method lays one act on, and says whether all of its words were placed."""

    def __init__(self, found: Analysis, articles: Sequence[Article]) -> None:
        self._found, self._articles = found, articles
        self._index = index_of(found)
        self.claims = dict(self._index.claims)
        self._conflicts, self._groups = self._index.conflicts, self._index.groups
        self.touched: dict[str, Question] = {}
        self._changed: set[str] = set()  # claims
        self._told: dict[str, str] = {}  # by claim, a value as a person wrote it
        self.on_claims: dict[str, tuple[Act, ...]] = {}
        self.on_groups: dict[str, tuple[Act, ...]] = {}

    # --- finding ----------------------------------------------------------------------------------

    @cached_property
    def _at(self) -> dict[tuple[str, Kind, Span], str]:
        return dict(self._index.at)

    @cached_property
    def _of_kind(self) -> dict[tuple[str, Kind], Sequence[str]]:
        return dict(self._index.of_kind)

    @cached_property
    def _holding(self) -> defaultdict[str, tuple[str, ...]]:
        """By claim the groups it stands in."""
        return defaultdict(tuple, self._index.holding)

    def place(self, anchor: Anchor) -> tuple[Article, Span] | None:
        found = place(anchor, self._articles)
        return None if found is None else (next(a for a in self._articles if a.id == found[0]), found[1])

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
            self._changed.add(claim.id)
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
        if group not in self.touched:
            self.touched[group] = Question.of(self._groups[group], self._conflicts.get(group))
        return self.touched[group]

    def _new(self, act: Act, question: str, kind: Kind) -> Question:
        id = _name("question", act, self.touched)
        self.touched[id] = Question.new(id, question, kind)
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
        question.reckon(self.claims, self._articles)
        held = self.on_groups.get(question.id, ())
        self.on_groups[question.id] = held if act in held else (*held, act)

    def _change(self, act: Act, claim: Claim) -> None:
        self._changed.add(claim.id)
        self.on_claims[claim.id] = (*self.on_claims.get(claim.id, ()), act)

    def questions(self) -> Iterable[tuple[str, Conflict]]:
        """By group every conflict there is now."""
        for group, conflict in self._conflicts.items():
            if group not in self.touched:
                yield group, conflict
        for id, question in list(self.touched.items()):
            if now := question.conflict(self.claims, self._articles, self.told):
                yield id, now

    def open(self, act: Act, group: str) -> Question:
        """A question to be changed by a rule of the case."""
        question = self._open(group)
        self._note_group(act, question)
        return question

    def told(self, claim: Claim) -> str:
        """The words of an answer: the article's, or what a person wrote instead."""
        return self._told.get(claim.id) or " ".join(claim.text.split())

    # --- the whole --------------------------------------------------------------------------------

    def analysis(self) -> Analysis:
        """What was found, unless something was changed."""
        if not self.touched and not self._changed:
            return self._found
        return Analysis(self._every_claim(), *self._every_group(), self._found.problems)

    def _every_claim(self) -> tuple[Claim, ...]:
        kept = [self.claims[c.id] for c in self._found.claims if c.id in self.claims]
        found = {c.id for c in self._found.claims} if self._changed else set()
        new = [c for id in self._changed if id not in found and (c := self.claims.get(id))]
        for claim in sorted(new, key=self._where):
            here = self._where(claim)
            after = (n for n, c in enumerate(kept) if c.article == claim.article and where(c, self._order) > here)
            kept.insert(next(after, self._end_of(claim.article, kept)), claim)
        return tuple(kept)

    def _end_of(self, article: str, claims: Sequence[Claim]) -> int:
        """Where the claims of an article end in those of all, which stand in the order of the articles."""
        number = self._order.get(article, -1)
        return next((n for n, c in enumerate(claims) if self._order.get(c.article, -1) > number), len(claims))

    def _where(self, claim: Claim) -> Place:
        return where(claim, self._order)

    @cached_property
    def _order(self) -> dict[str, int]:
        return {a.id: n for n, a in enumerate(self._articles)}

    def _every_group(self) -> tuple[tuple[Group, ...], tuple[Conflict, ...]]:
        """New questions stand where their first claim does."""
        open = {id: q for id, q in self.touched.items() if q.claims}
        kept = [g for g in self._found.groups if g.id not in self.touched or g.id in open]
        groups = [open[g.id].group(self.claims) if g.id in open else g for g in kept]
        new = [q.group(self.claims) for id, q in open.items() if id not in self._groups]
        if new:
            firsts = self._index.firsts(self._order)
            places = [self._first(g) if g.id in open or g.id not in firsts else firsts[g.id] for g in groups]
            for group in sorted(new, key=self._first, reverse=True):
                groups.insert(bisect_left(places, self._first(group)), group)
        return tuple(groups), self._every_conflict(groups, open.values())

    def _every_conflict(self, groups: Sequence[Group], open: Iterable[Question]) -> tuple[Conflict, ...]:
        """Conflicts that were there keep their places, new ones stand in the order of the questions."""
        made = {q.id: c for q in open if (c := q.conflict(self.claims, self._articles, self.told))}
        there = (made.pop(c.group, None) if c.group in self.touched else c for c in self._found.conflicts)
        conflicts = [c for c in there if c is not None]
        number = {g.id: n for n, g in enumerate(groups)}
        for new in sorted(made.values(), key=lambda c: number[c.group]):
            after = (n for n, c in enumerate(conflicts) if number[c.group] > number[new.group])
            conflicts.insert(next(after, len(conflicts)), new)
        return tuple(conflicts)

    def _first(self, group: Group) -> Place:
        return min(self._where(self.claims[id]) for id in group.claims)


def _name(what: str, act: Act, taken: Container[str]) -> str:
    """The id of what an act makes: that of its thing, or a second one where two people changed the thing apart."""
    name = f"{what}:{act.subject}"
    return name if name not in taken else f"{what}:{act.id}"
