"""How decisions, confidence and answers are put into words, in one place for the list, the panel and the status bar."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.lookups import once
from factcheck.values import Answer, Case, Confidence, Conflict, Decision, Ground, ReportState, Stance, Verdict
from ui.translation import mark, tr

# Positions of the answers on the keyboard: 3, 4, 5 and 0 are taken by the decisions that name none.
ANSWER_KEYS = ("1", "2", "6", "7", "8", "9")

DECISION_KEYS = {
    Decision.ALL_HOLD: "3",
    Decision.NEITHER: "4",
    Decision.UNKNOWN: "5",
    Decision.NOT_A_CONFLICT: "0",
}

GROUNDS = {
    Ground.ROUNDING: mark("one of them is rounded"),
    Ground.REFINEMENT: mark("one is more exact"),
    Ground.RELATIVE_DATE: mark("it is the same day"),
    Ground.UNIT: mark("only the units differ"),
    Ground.PART_WHOLE: mark("one is a part of the other"),
    Ground.DIFFERENT_SUBJECT: mark("they speak of different things"),
    Ground.METONYMY: mark("one name stands for the other"),
    Ground.RANGE: mark("one is a range around the other"),
    Ground.HONEST_EDIT: mark("it is a fair shortening"),
    Ground.MODALITY: mark("one was only planned or denied"),
    Ground.MISREAD: mark("the program misread the words"),
    Ground.OTHER: mark("of something else"),
}
"""Why claims that differ are no conflict, to follow on "because"."""

STATES = {
    ReportState.DRAFT: mark("Draft"),
    ReportState.IN_REVIEW: mark("In review"),
    ReportState.PUBLISHED: mark("Published"),
    ReportState.CORRECTED: mark("Corrected"),
    ReportState.WITHDRAWN: mark("Withdrawn"),
}

CONFIDENCES = {Confidence.LOW: mark("Low"), Confidence.MEDIUM: mark("Medium"), Confidence.HIGH: mark("High")}

STANCES = {
    Stance.SUPPORTS: ("✓", mark("Supports")),
    Stance.REFUTES: ("✗", mark("Refutes")),
    Stance.CONTEXT: ("", mark("Context")),
}
"""What an item of evidence does to the claim: its glyph and its name."""

KEPT_WORDS = 2  # of what two answers share, this many words stay in front of where they part


def decision_words(decision: Decision, answers: int = 2) -> str:
    """What a button and the status bar call a decision that names no answer."""
    return {
        Decision.OPEN: tr("Not decided"),
        Decision.ALL_HOLD: tr("Both can hold") if answers == 2 else tr("All can hold"),
        Decision.NEITHER: tr("Neither") if answers == 2 else tr("None of them"),
        Decision.UNKNOWN: tr("Can’t tell"),
        Decision.NOT_A_CONFLICT: tr("Not a conflict"),
    }[decision]


def ground_words(ground: Ground) -> str:
    """To follow on "because": "one of them is rounded"."""
    return tr(GROUNDS[ground])


def verdict_words(verdict: Verdict) -> str:
    """A verdict in a few words: "three", "both can hold"."""
    if verdict.decision is Decision.ANSWER:
        return tr("“{answer}”", answer=shortened(", ".join(verdict.answers)))
    if verdict.decision is Decision.OPEN:
        return tr("record")
    words = decision_words(verdict.decision)
    return words[:1].lower() + words[1:]  # nouns keep their capital in German


def confidence_words(confidence: float) -> str:
    for least, words in ((0.8, tr("high confidence")), (0.5, tr("medium confidence"))):
        if confidence >= least:
            return words
    return tr("low confidence")


def confidence_meaning(confidence: float) -> str:
    """What a confidence is worth: 0.9 is "About 9 in 10 such flags were right when people checked them."."""
    right = min(9, max(1, round(10 * confidence)))
    return tr("About {right} in 10 such flags were right when people checked them.", right=right)


def rule_words(rule: str) -> str:
    """A rule's stable name as a person reads it: "count-of-same-noun" is "count of same noun"."""
    return rule.replace("-", " ").replace("_", " ")


def letter(position: int) -> str:
    """The letter of the article at this position in its case: A, B, ... Z, A2, ..."""
    return chr(ord("A") + position % 26) + (str(position // 26 + 1) if position >= 26 else "")


@once
def letters_of(case: Case) -> dict[str, str]:
    """Claim id -> the letter of its article."""
    of_article = {article.id: letter(position) for position, article in enumerate(case.articles)}
    claims = case.analysis.claims if case.analysis else ()
    return {claim.id: of_article.get(claim.article, "?") for claim in claims}


def sources_of(answer: Answer, letters: dict[str, str]) -> str:
    """The articles that give an answer, each once: "A, B"."""
    return ", ".join(sorted({letters.get(claim, "?") for claim in answer.claims}))


def answers_of(conflict: Conflict, letters: dict[str, str]) -> tuple[tuple[str, str], ...]:
    """(words, letters) of each answer, cut so that a narrow column shows where they differ."""
    texts = told_apart([answer.text for answer in conflict.answers])
    return tuple((text, sources_of(answer, letters)) for text, answer in zip(texts, conflict.answers, strict=True))


def told_apart(texts: Sequence[str]) -> tuple[str, ...]:
    """Texts without the long beginning they share: "… rebukes Russia using", "… rebukes using"."""
    words = [text.split() for text in texts]
    shared = 0
    while len({tuple(w[: shared + 1]) for w in words}) == 1 and all(len(w) > shared + 1 for w in words):
        shared += 1
    cut = shared - KEPT_WORDS
    if len(texts) < 2 or cut < 2:
        return tuple(texts)
    return tuple("… " + " ".join(w[cut:]) for w in words)


def shortened(text: str, most: int = 48) -> str:
    """A text on one line, cut at a word."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[:most].rsplit(" ", 1)[0] + " …"
