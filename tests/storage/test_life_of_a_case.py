"""A case lives: articles come, a person judges, joins, splits, undoes, the program ends. A plain model always agrees.

The model knows no acts, anchors or analyses: it keeps which claims answer one question and what was decided on them,
and undoes by going back to an earlier state. FACTCHECK_LIVES=200 tries more than the suite has time for.
"""

from __future__ import annotations

import os
import tempfile
from dataclasses import dataclass, field, replace
from decimal import Decimal
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from factcheck import hand
from factcheck.review import reviewed
from factcheck.values import (
    Analysis,
    Answer,
    Article,
    Case,
    Claim,
    Conflict,
    Decision,
    Ground,
    Group,
    Judgement,
    Kind,
    Quantity,
    Status,
)
from factcheck.workspace import Workspace
from tests.factories import make_claim

TOLD = {
    "first": {"died": 3, "fled": 45, "marched": 1100},
    "second": {"died": 7, "fled": 110, "marched": 2600},
    "third": {"died": 19, "fled": 260},
    "fourth": {"sank": 700},
}
"""What each article says of each topic: no two numbers are near each other."""

PLACES = {str(n): (at, place) for at, said in enumerate(TOLD.values()) for place, n in enumerate(said.values())}
"""Which article states a number, and as the how manieth."""

Claims = frozenset[str]


def read(claims: Claims) -> list[tuple[int, int]]:
    """Where they stand, in reading order."""
    return sorted(map(PLACES.__getitem__, claims))


def text_of(name: str) -> str:
    return " ".join(f"The {name} account tells of {number} people who {topic}." for topic, number in TOLD[name].items())


# --- the model ------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Given:
    """A verdict: on which claims, and what it says."""

    on: Claims
    decision: Decision
    answer: str | None
    rationale: str
    ground: Ground | None


@dataclass(frozen=True)
class State:
    """The questions with the claims that answer each, and the verdicts, oldest first. A claim is its number."""

    questions: frozenset[Claims] = frozenset()
    verdicts: tuple[Given, ...] = ()

    @property
    def conflicts(self) -> frozenset[Claims]:
        return frozenset(question for question in self.questions if len(question) > 1)

    @property
    def decided(self) -> dict[Claims, Given]:
        """The verdict that each conflict has: the best fit wins, then the newer one, then the conflict read first."""
        fits = [
            (-2 * len(given.on & conflict) / (len(given.on) + len(conflict)), -number, read(conflict), given, conflict)
            for number, given in enumerate(self.verdicts)
            for conflict in self.conflicts
            if len(given.on & conflict) >= 2 and (given.answer is None or given.answer in conflict)
        ]
        found: dict[Claims, Given] = {}
        for *_, given, conflict in sorted(fits, key=lambda fit: fit[:3]):
            if conflict not in found and given not in found.values():
                found[conflict] = given
        return found

    def given(self, verdict: Given, on: Claims) -> State:
        before = self.decided.get(on)
        return replace(self, verdicts=(*(v for v in self.verdicts if v != before), verdict))

    def joined(self, one: Claims, other: Claims) -> State:
        return replace(self, questions=self.questions - {one, other} | {one | other})

    def split(self, question: Claims, claims: Claims) -> State:
        return replace(self, questions=self.questions - {question} | {question - claims, claims})


@dataclass
class Model:
    state: State = field(default_factory=State)
    before: list[State] = field(default_factory=list)
    after: list[State] = field(default_factory=list)

    def do(self, state: State) -> None:
        self.before.append(self.state)
        self.after.clear()
        self.state = state

    def undo(self) -> None:
        self.after.append(self.state)
        self.state = self.before.pop()

    def redo(self) -> None:
        self.before.append(self.state)
        self.state = self.after.pop()

    def came(self, questions: frozenset[Claims]) -> None:
        """An article brought questions of its own: nobody did that, so nobody undoes it."""
        for states in (self.before, self.after):
            states[:] = [replace(state, questions=state.questions | questions) for state in states]
        self.state = replace(self.state, questions=self.state.questions | questions)


# --- the program ----------------------------------------------------------------------------------


def analysis_of(articles: tuple[Article, ...], run: int) -> Analysis:
    """What a reading finds: a question for each topic. Its ids are other ones in every run."""
    told: dict[str, list[Claim]] = {}
    for article in articles:
        name = article.text.split()[1]
        for topic, number in TOLD[name].items():
            value = Quantity(Decimal(number), unit="person", noun="person")
            claim = make_claim(article, f"{number} people", value=value)
            told.setdefault(topic, []).append(replace(claim, id=f"{run}:{claim.id}"))
    groups, conflicts = [], []
    for topic, claims in told.items():
        ids, opposed = tuple(c.id for c in claims), len(claims) > 1
        status = Status.CONFLICT if opposed else Status.SINGLE
        groups.append(Group(f"{run}g-{topic}", f"How many {topic}?", Kind.QUANTITY, status, ids))
        if opposed:
            answers = tuple(Answer(c.text, (c.id,)) for c in claims)
            conflicts.append(
                Conflict(
                    f"{run}c-{topic}",
                    groups[-1].id,
                    Kind.QUANTITY,
                    status,
                    False,
                    ids,
                    answers,
                    "by-hand",
                    "They differ.",
                    0.9,
                )
            )
    return Analysis(tuple(c for claims in told.values() for c in claims), tuple(groups), tuple(conflicts))


class Life(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.workspace = self.opened()
        self.case_id = self.workspace.create_case("A life").id
        self.model, self.runs, self.held = Model(), 0, list[str]()
        for name in ("first", "second", "third"):
            self.bring(name)
        topics = {topic for name in self.held for topic in TOLD[name]}
        self.model.came(
            frozenset(frozenset(str(TOLD[n][topic]) for n in self.held if topic in TOLD[n]) for topic in topics)
        )

    def opened(self) -> Workspace:
        return Workspace(f"sqlite:///{Path(self.folder.name) / 'cases.sqlite'}")

    def teardown(self) -> None:
        self.workspace.close()
        self.folder.cleanup()

    def bring(self, name: str) -> None:
        path = Path(self.folder.name) / f"{name}.txt"
        path.write_text(text_of(name), "utf-8")
        self.workspace.import_files(self.case_id, [path])
        self.held.append(name)
        self.analyse()

    def analyse(self) -> None:
        self.runs += 1
        articles = self.workspace.open_case(self.case_id).articles
        self.workspace.keep_analysis(self.case_id, analysis_of(articles, self.runs))

    @property
    def case(self) -> Case:
        return self.workspace.open_case(self.case_id)

    def ids(self, claims: Claims) -> tuple[str, ...]:
        """The claims under the ids that they have now."""
        analysis = self.case.analysis
        assert analysis
        return tuple(c.id for c in analysis.claims if words(c) in claims)

    # --- what happens -----------------------------------------------------------------------------

    @rule()
    def an_analysis_is_made_anew(self) -> None:
        self.analyse()

    @rule()
    def the_program_is_started_again(self) -> None:
        self.workspace.close()
        self.workspace = self.opened()

    @precondition(lambda self: "fourth" not in self.held)
    @rule()
    def an_article_is_imported(self) -> None:
        self.bring("fourth")
        self.model.came(frozenset({frozenset({"700"})}))

    @precondition(lambda self: self.model.state.conflicts)
    @rule(data=st.data(), why=st.sampled_from(["", "Counted.", "Asked the police."]))
    def a_conflict_is_judged(self, data: st.DataObject, why: str) -> None:
        conflict = data.draw(st.sampled_from(sorted(self.model.state.conflicts, key=sorted)))
        answer = data.draw(st.none() | st.sampled_from(sorted(conflict)))
        dismissed = answer is None and data.draw(st.booleans())
        decision = Decision.ANSWER if answer else Decision.NOT_A_CONFLICT if dismissed else Decision.NEITHER
        ground = data.draw(st.sampled_from(Ground)) if dismissed else None
        found = next(c for c in self.analysis.conflicts if self.said(c.claims) == conflict)
        right = tuple(a.text for a in found.answers if answer and self.said(a.claims) == {answer})
        self.workspace.judge(self.case_id, (found.id,), Judgement(decision, right, why, ground))
        self.model.do(self.model.state.given(Given(conflict, decision, answer, why, ground), conflict))

    @precondition(lambda self: len(self.model.state.questions) > 1)
    @rule(data=st.data())
    def two_questions_are_joined(self, data: st.DataObject) -> None:
        pair = data.draw(
            st.lists(
                st.sampled_from(sorted(self.model.state.questions, key=sorted)), min_size=2, max_size=2, unique=True
            )
        )
        groups = [g.id for question in pair for g in self.analysis.groups if self.said(g.claims) == question]
        self.workspace.act(self.case_id, [hand.join(self.case, groups)])
        self.model.do(self.model.state.joined(*pair))

    @precondition(lambda self: self.model.state.conflicts)
    @rule(data=st.data())
    def claims_are_split_off(self, data: st.DataObject) -> None:
        question = data.draw(st.sampled_from(sorted(self.model.state.conflicts, key=sorted)))
        claims = data.draw(
            st.sets(st.sampled_from(sorted(question)), min_size=1, max_size=len(question) - 1).map(frozenset)
        )
        (group,) = [g.id for g in self.analysis.groups if self.said(g.claims) == question]
        self.workspace.act(self.case_id, [hand.split(self.case, self.ids(claims), group=group)])
        self.model.do(self.model.state.split(question, claims))

    @precondition(lambda self: self.model.before)
    @rule()
    def the_last_thing_is_taken_back(self) -> None:
        assert self.workspace.undo(self.case_id)
        self.model.undo()

    @precondition(lambda self: self.model.after)
    @rule()
    def it_is_brought_back(self) -> None:
        assert self.workspace.redo(self.case_id)
        self.model.redo()

    # --- what must be so --------------------------------------------------------------------------

    @property
    def analysis(self) -> Analysis:
        analysis = self.case.analysis
        assert analysis
        return analysis

    def said(self, claims: tuple[str, ...]) -> Claims:
        return frozenset(words(c) for c in self.analysis.claims if c.id in claims)

    @invariant()
    def the_case_is_what_the_model_says(self) -> None:
        case, state = self.case, self.model.state
        analysis, review = self.analysis, reviewed(case)
        said = {c.id: words(c) for c in analysis.claims}
        assert frozenset(frozenset(said[id] for id in g.claims) for g in analysis.groups) == state.questions
        conflicts = {c.id: frozenset(said[id] for id in c.claims) for c in analysis.conflicts}
        assert frozenset(conflicts.values()) == state.conflicts
        shown = {conflicts[id]: (v.decision, v.rationale, v.ground) for id, v in review.by_conflict.items()}
        assert shown == {on: (g.decision, g.rationale, g.ground) for on, g in state.decided.items()}
        assert len(review.detached) == len(state.verdicts) - len(state.decided)
        assert case.unplaced == ()
        assert all(c.span.of(case.article(c.article).text) == c.text for c in analysis.claims)

    @invariant()
    def what_can_be_undone_is_what_was_done(self) -> None:
        possible = self.workspace.steps(self.case_id)
        assert (bool(possible.undo), bool(possible.redo)) == (bool(self.model.before), bool(self.model.after))


def words(claim: Claim) -> str:
    """The number it states, by which the model knows it."""
    return claim.text.split()[0]


Life.TestCase.settings = settings(
    max_examples=int(os.environ.get("FACTCHECK_LIVES", "5")), stateful_step_count=20, deadline=None
)
TestLife = Life.TestCase
