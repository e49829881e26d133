"""The wish to lay a hand on the analysis: what a person wants, as a change that can be recorded. Pure.

What the person did to a claim before is changed, not done a second time. All raise KeyError for a claim, group or
article that is not in the case.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from factcheck.anchors import anchor, place
from factcheck.hand.applying import by_birth
from factcheck.hand.contents import hand_content, hand_of, sort_of
from factcheck.hand.moving import moved
from factcheck.hand.reading import read_value
from factcheck.hand.working import Working
from factcheck.values import (
    Act,
    Analysis,
    Article,
    Case,
    CaseRule,
    Change,
    Claim,
    Correction,
    Group,
    Hand,
    Join,
    Kind,
    Mark,
    Note,
    Refusal,
    Span,
    Split,
    Value,
    Words,
)


def mark(
    case: Case,
    article_id: str,
    span: Span,
    kind: Kind,
    value: Value | None = None,
    question: str = "",
    *,
    subject: str = "",
    group: str | None = None,
    on: Act | None = None,
) -> Change:
    """These words are a claim, which answers the question of `group`, else one of its own.

    The value is read from the words when left out. `on` is an earlier mark, which this one replaces. White space at
    the ends is no part of them; raises ValueError when there is nothing else.
    """
    article = case.article(article_id)
    span = _on_words(article, span)
    words = Words(kind, anchor(article, span))
    if value is None:
        value = read_value(case, article_id, span, kind)
    beside = _words(case, _group(case, group).claims) if group is not None else ()
    return _change(Mark(words, value, subject, question, beside), on)


def correct(
    case: Case, claim_id: str, value: Value | None = None, *, subject: str | None = None, told: str = ""
) -> Change:
    """This claim states `value`, or is about `subject`; None leaves what was read. `told` is the value as typed."""
    (words,) = _words(case, (claim_id,))
    earlier = _corrected(case, words)
    if earlier is not None:
        before = hand_of(earlier)
        assert isinstance(before, Correction)
        kept = before.value and moved(
            before.value, before.words.anchor, case.article(words.anchor.article), words.anchor.span
        )
        if value is None:
            value, told = kept, before.told
        subject = before.subject if subject is None else subject
    return _change(Correction(words, value, subject, told), earlier)


def refuse(case: Case, claim_ids: Iterable[str]) -> Change:
    """These words are no claims."""
    return _change(Refusal(_words(case, claim_ids)))


def join(case: Case, ids: Iterable[str], question: str = "", opposed: bool | None = None) -> Change:
    """These claims, and all claims of these groups, answer one question: that of the first.

    `opposed` says that they cannot all be true (or can); left out, their values tell.
    """
    kind, claims = _named(case, ids)
    return _change(Join(kind, _words(case, claims), question, opposed))


def split(case: Case, claim_ids: Iterable[str], question: str = "", *, group: str | None = None) -> Change:
    """These claims do not answer the question of `group` (of the first group of their kind, when left out)."""
    ids = tuple(claim_ids)
    kind = _group(case, group).kind if group is not None else _named(case, ids)[0]
    return _change(Split(kind, _words(case, ids), question))


def note(case: Case, article_id: str, span: Span, text: str, *, on: Act | None = None) -> Change:
    """Write on a passage; `on` is the note that is written anew. Raises ValueError for a passage without words."""
    article = case.article(article_id)
    return _change(Note(anchor(article, _on_words(article, span)), text), on)


def rule(made: CaseRule, *, on: Act | None = None) -> Change:
    """A class of differences is no conflict in the case; `on` is the rule that this one replaces."""
    return _change(made, on)


def place_again(case: Case, act_id: str, article_id: str, span: Span) -> Change:
    """What an unplaced act is about stands here. Of several words the first that are not found are given this place.

    Raises ValueError for a rule, for an act whose words are all found, and where no words stand.
    """
    act = next(a for a in case.acts if a.id == act_id)
    hand, article = hand_of(act), case.article(article_id)
    span = _on_words(article, span)
    here = anchor(article, span)
    match hand:
        case Mark(words, value):
            value = moved(value, words.anchor, article, span)
            return _change(replace(hand, words=Words(words.kind, here), value=value), act)
        case Correction(words, corrected):
            corrected = corrected and moved(corrected, words.anchor, article, span)
            return _change(replace(hand, words=Words(words.kind, here), value=corrected), act)
        case Note():
            return _change(replace(hand, anchor=here), act)
        case Refusal(words) | Join(words=words) | Split(words=words):
            lost = missing(case, words)
            if not lost:
                raise ValueError("all of its words are found")
            placed = tuple(Words(w.kind, here) if w == lost[0] else w for w in words)
            return _change(replace(hand, words=placed), act)
        case _:
            raise ValueError("a rule of the case has no place")


def take_away(act: Act) -> Change:
    """The mark, correction, note, rule ... is there no more. Undo takes back the last thing; this takes any."""
    return Change(act.sort, None, act.subject, act.id)


def missing(case: Case, words: Sequence[Words]) -> tuple[Words, ...]:
    """Those of the words that are not found, or on which there is no claim of their kind."""
    working = Working(case.analysis or Analysis(), case.articles)
    return tuple(w for w in words if working.claim(w) is None)


def _on_words(article: Article, span: Span) -> Span:
    """The span without white space at its ends."""
    words = span.of(article.text)
    if not words.strip():
        raise ValueError("there are no words to lay a hand on")
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))


def _change(hand: Hand, on: Act | None = None) -> Change:
    content, sort = hand_content(hand), sort_of(hand)
    return Change(sort, content, on.subject, on.id) if on else Change(sort, content)


def _words(case: Case, claims: Iterable[str]) -> tuple[Words, ...]:
    by_id = {c.id: c for c in _analysis(case).claims}
    return tuple(_of(case, by_id[id]) for id in claims)


def _of(case: Case, claim: Claim) -> Words:
    return Words(claim.kind, anchor(case.article(claim.article), claim.span))


def _analysis(case: Case) -> Analysis:
    return case.analysis or Analysis()


def _group(case: Case, id: str) -> Group:
    return {g.id: g for g in _analysis(case).groups}[id]


def _named(case: Case, ids: Iterable[str]) -> tuple[Kind, tuple[str, ...]]:
    """The claims that ids of groups or claims name, and the kind of the question the first of them answers."""
    groups = {g.id: g for g in _analysis(case).groups}
    kinds = {c.id: c.kind for c in _analysis(case).claims}
    named = tuple(ids)
    claims = tuple(dict.fromkeys(c for id in named for c in (groups[id].claims if id in groups else (id,))))
    if named[0] in groups:
        return groups[named[0]].kind, claims
    held = {g.kind for g in groups.values() if named[0] in g.claims}
    own = kinds[named[0]]
    return own if own in held or not held else min(held), claims


def _corrected(case: Case, words: Words) -> Act | None:
    """The correction of the claim on these words that stands; the last one, when people made several."""
    here = (words.anchor.article, words.anchor.span)
    for act in reversed(by_birth(case.acts)):
        hand = hand_of(act)
        if not isinstance(hand, Correction) or hand.words.kind is not words.kind:
            continue
        if place(hand.words.anchor, case.articles) == here:
            return act
    return None
