"""What somebody did, as the history tells it: in a few words, with the words he gave for it."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.history import said_in
from factcheck.values import Act, Sort, Verdict
from factcheck.values.team import Assignment, Comment, Signature
from ui.act_words import acts_words
from ui.dossier.spoken import decided_words
from ui.translation import mark, tr

TAKEN = {
    Sort.VERDICT: mark("The verdict was taken away"),
    Sort.ASSIGNMENT: mark("Assigned to nobody"),
    Sort.SIGNATURE: mark("A second reading was taken back"),
    Sort.COMMENT: mark("A comment was taken away"),
}


def told(act: Act, of: Sequence[Act] = ()) -> tuple[str, str]:
    """What was done, and why or in which words; `of` are the acts that it takes or brings back."""
    if act.sort is Sort.UNDO:
        return tr("Took back: {what}", what=acts_words(of)), ""
    if act.sort is Sort.REDO:
        return tr("Brought back: {what}", what=acts_words(of)), ""
    match said_in(act):
        case Verdict() as verdict:
            return decided_words(verdict), verdict.rationale
        case Assignment(reviewer=reviewer):
            return tr("Assigned to {name}", name=reviewer.name), ""
        case Signature(agrees=agrees, words=words):
            return tr("Agrees with a verdict") if agrees else tr("Disagrees with a verdict"), words
        case Comment(text=text):
            return tr("Said"), text
        case None if act.sort in TAKEN:
            return tr(TAKEN[act.sort]), ""
        case _:
            return acts_words((act,)), ""
