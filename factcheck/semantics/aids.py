"""From what a person asks for to an analysis that the models have added to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from factcheck.errors import FactcheckError
from factcheck.semantics.asked import Models
from factcheck.semantics.opinions import Entails, with_opinions
from factcheck.semantics.retold import Nearness, with_retold
from factcheck.values import Analysis, Article, Problem


@dataclass(frozen=True, slots=True)
class Aids:
    """The models that could be loaded, and one line for each that could not."""

    nearness: Nearness | None = None
    entails: Entails | None = None
    problems: tuple[str, ...] = ()


def load(models: Models) -> Aids:
    """Load what is asked for (half a second each). A model that cannot be had is one of the problems."""
    aids = Aids()
    if models.meaning:
        try:
            from factcheck.semantics.meaning import Meaning

            aids = replace(aids, nearness=Meaning.installed())
        except FactcheckError as error:
            aids = replace(aids, problems=(str(error),))
    if models.entailment is not None:
        try:
            from factcheck.semantics.entailment import Entailment

            aids = replace(aids, entails=Entailment.of_folder(models.entailment))
        except FactcheckError as error:
            aids = replace(aids, problems=(*aids.problems, str(error)))
    return aids


def aided(articles: Sequence[Article], analysis: Analysis, aids: Aids) -> Analysis:
    """The analysis with what the models add. No conflict comes or goes: agreements are added, a confidence moves."""
    if aids.nearness is not None:
        analysis = with_retold(articles, analysis, aids.nearness)
    if aids.entails is not None:
        analysis = with_opinions(articles, analysis, aids.entails)
    said = tuple(Problem(articles[0].id, problem) for problem in aids.problems if articles)
    return replace(analysis, problems=analysis.problems + said)
