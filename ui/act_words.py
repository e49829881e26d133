"""What a person did, in a few words: "verdict “three” · How many cosmonauts?"."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.contents import verdict_of
from factcheck.standing import HAND
from factcheck.values import Act, Sort
from ui.translation import mark, tr, trn
from ui.wording import shortened, verdict_words

NAMES = {
    Sort.VERDICT: mark("verdict"),
    Sort.MARK: mark("marked claim"),
    Sort.CORRECTION: mark("correction"),
    Sort.REFUSAL: mark("refused claim"),
    Sort.JOIN: mark("joined questions"),
    Sort.SPLIT: mark("claims set apart"),
    Sort.NOTE: mark("note on a passage"),
    Sort.RULE: mark("rule for the case"),
    Sort.ASSIGNMENT: mark("assignment"),
    Sort.SIGNATURE: mark("second reading"),
    Sort.COMMENT: mark("comment"),
    Sort.UNDO: mark("something taken back"),
    Sort.REDO: mark("something brought back"),
}


def acts_words(acts: Sequence[Act]) -> str:
    """The acts of one stroke; empty for none."""
    if not acts:
        return ""
    if len(acts) > 1:
        return trn("{count} × {what}", "{count} × {what}", len(acts), what=tr(NAMES[acts[0].sort]))
    (act,) = acts
    if act.content is None:  # to undo it brings back what it took away
        return tr("removal of {what}", what=tr(NAMES[act.sort]))
    if act.sort is Sort.VERDICT:
        verdict = verdict_of(act)
        return f"{tr(NAMES[act.sort])} {verdict_words(verdict)} · {shortened(verdict.question)}"
    if act.sort in HAND:
        from ui.hand.words import hand_name  # it knows the analysis, which the first paint need not wait for

        return hand_name(act)
    question = act.content.get("question")
    return f"{tr(NAMES[act.sort])} · {shortened(question)}" if isinstance(question, str) else tr(NAMES[act.sort])


def deeds_words(acts: Sequence[Act]) -> str:
    """What was just done at one stroke, as a sentence: "marked “three cosmonauts” as a number"."""
    if len(acts) == 1 and acts[0].sort in HAND:
        (act,) = acts
        if act.content is None:
            return tr("taken away: {what}", what=tr(NAMES[act.sort]))
        from ui.hand.words import hand_deed

        return hand_deed(act)
    return acts_words(acts)


def others_words(acts: Sequence[Act]) -> str:
    """What came from others, by person: "Ben: verdict “three” · How many cosmonauts?"; many acts are counted."""
    by_name: dict[str, list[Act]] = {}
    for act in acts:
        by_name.setdefault(act.by.name, []).append(act)
    return "; ".join(f"{name}: {_some(done)}" for name, done in by_name.items())


def _some(acts: Sequence[Act]) -> str:
    """The acts of one person, which need not be of one sort."""
    if len({act.sort for act in acts}) == 1:
        return acts_words(acts)
    return trn("{count} change", "{count} changes", len(acts))
