"""How far two people agree, as the window tells it. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from factcheck.agreement import FEWEST, RELIABLE, TENTATIVE, Agreement, Label
from factcheck.scales import Scale, newest
from factcheck.team.agreeing import Agreed
from factcheck.values import Decision, Triage
from ui.translation import mark, tr, trn
from ui.wording import decision_words

FEW = 30
"""Questions judged by both: with fewer, one more answer moves the figures much."""

KAPPAS = (
    (0.8, mark("almost perfect agreement beyond chance")),
    (0.6, mark("substantial agreement beyond chance")),
    (0.4, mark("moderate agreement beyond chance")),
    (0.2, mark("fair agreement beyond chance")),
    (0.0, mark("slight agreement beyond chance")),
)
"""More than this is called so (Landis and Koch, Biometrics 33, 1977, who call the steps arbitrary themselves)."""

TRIAGES = {Triage.CONFIRMED: mark("a conflict"), Triage.DISMISSED: mark("no conflict"), Triage.OPEN: mark("open")}


@dataclass(frozen=True, slots=True)
class Told:
    """One thing they may agree on: its title, and what there is to say, a sentence each."""

    title: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Apart:
    """A question on which they disagree: its id, what it asks, what each said."""

    id: str
    question: str
    said: str


def told(agreed: Agreed, scales: Sequence[Scale]) -> tuple[Told, ...]:
    """Decisions, triage, and the ratings on each scale that was used."""
    named = {scale.id: scale.name for scale in newest(scales)}
    return (
        Told(tr("Which answer is right"), tuple(sentences(agreed.decisions, agreed.names))),
        Told(tr("Whether it is a conflict"), tuple(sentences(agreed.triage, agreed.names))),
        *(
            Told(tr("Ratings: {scale}", scale=named.get(id, id)), tuple(sentences(found, agreed.names)))
            for id, found in agreed.ratings.items()
        ),
    )


def sentences(found: Agreement, names: Mapping[str, str]) -> Iterator[str]:
    if len(found.reviewers) < 2 or not found.both:
        yield tr("No question was judged by both, so there is nothing to compare.")
        return
    assert found.percent is not None
    first, second = sorted((names.get(reviewer, reviewer) for reviewer in found.reviewers[:2]), key=str.casefold)
    yield trn(
        "{count} question was judged by both {first} and {second}, {same} of them alike: {percent} %.",
        "{count} questions were judged by both {first} and {second}, {same} of them alike: {percent} %.",
        found.both,
        first=first,
        second=second,
        same=found.same,
        percent=f"{found.percent:.0f}",
    )
    if found.kappa is None and found.alpha is None:
        yield _why_undefined(found)
        return
    if found.kappa is not None:
        yield tr("Cohen’s kappa is {figure}: {words}.", figure=_figure(found.kappa), words=_kappa_words(found.kappa))
    if found.alpha is not None:
        told = tr("Krippendorff’s alpha is {figure}: {words}.", figure=_figure(found.alpha), words=_alpha_words(found))
        yield f"{told} {tr('A near miss counts for less than a wide one.')}" if found.ordinal else told
    if found.both < FEW:
        yield tr("With so few questions, one more answer can change these figures much.")


def _figure(value: float) -> str:
    """Two decimals after the mark of the window's language: "0.67"."""
    whole, decimals = f"{value:.2f}".split(".")
    return tr("{whole}.{decimals}", whole=whole, decimals=decimals)


def _why_undefined(found: Agreement) -> str:
    if found.both < FEWEST:
        return tr("That is too little to tell: kappa and alpha need at least two questions.")
    return tr("Kappa and alpha have no value: with one answer throughout, agreement cannot be told from chance.")


def _kappa_words(kappa: float) -> str:
    return next((tr(words) for least, words in KAPPAS if kappa > least), tr("no more agreement than by chance"))


def _alpha_words(found: Agreement) -> str:
    """Krippendorff, Content Analysis, 2004, p. 241."""
    assert found.alpha is not None
    if found.alpha >= RELIABLE:
        return tr("good enough to rely on")
    return tr("good enough for tentative conclusions") if found.alpha >= TENTATIVE else tr("too low to rely on")


def disagreements(agreed: Agreed, scales: Sequence[Scale]) -> tuple[Apart, ...]:
    """Every question they disagree on, once for the decision and once for each rating."""
    decided = {row.question for row in agreed.decisions.disagreements}
    found = [(row, _decision_words) for row in agreed.decisions.disagreements]
    found += [(row, _triage_words) for row in agreed.triage.disagreements if row.question not in decided]
    made = [_apart(agreed, row.question, [(who, words(label)) for who, label in row.given]) for row, words in found]
    for id, ratings in agreed.ratings.items():
        labels = {step.id: step.label for scale in newest(scales) if scale.id == id for step in scale.steps}
        made += [
            _apart(agreed, row.question, [(who, labels.get(str(label), str(label))) for who, label in row.given])
            for row in ratings.disagreements
        ]
    return tuple(made)


def _apart(agreed: Agreed, id: str, given: Sequence[tuple[str, str]]) -> Apart:
    named = sorted(((agreed.names.get(who, who), words) for who, words in given), key=lambda said: said[0].casefold())
    said = "  ·  ".join(f"{name}: {words}" for name, words in named)
    return Apart(id, agreed.questions.get(id, id), said)


def _decision_words(label: Label) -> str:
    decision, *answers = str(label).split(": ")
    if decision == Decision.ANSWER and answers:
        return tr("“{answer}”", answer=", ".join(answers))
    return decision_words(Decision(decision))


def _triage_words(label: Label) -> str:
    return tr(TRIAGES[Triage(str(label))])
