"""Stored cases with an analysis set by hand, and hypothesis strategies for any analysis at all."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from hypothesis import strategies as st
from sqlalchemy.orm import Session

from factcheck.storage import schema
from factcheck.storage.sqlite import PRAGMAS, open_engine
from factcheck.values import (
    Analysis,
    Answer,
    Attribution,
    Case,
    Claim,
    Conflict,
    Frame,
    Group,
    Kind,
    Modifier,
    Name,
    Problem,
    Quantity,
    Quotation,
    Span,
    Statement,
    Status,
    TimeExpression,
    TimexType,
    Value,
)
from factcheck.workspace import Workspace
from tests.factories import seed_case


def analysed_sample(workspace: Workspace) -> Case:
    """The sample case with the three conflicts of `seed_case`: "c1", "c2" and "c3"."""
    case = workspace.sample_case()
    analysis = of_articles(seed_case().analysis or Analysis(), {"a": case.articles[0].id, "b": case.articles[1].id})
    return workspace.keep_analysis(case.id, analysis)


def of_articles(analysis: Analysis, ids: dict[str, str]) -> Analysis:
    """The same analysis of articles with other ids."""
    return replace(
        analysis,
        claims=tuple(replace(c, article=ids[c.article]) for c in analysis.claims),
        problems=tuple(replace(p, article=ids.get(p.article, p.article)) for p in analysis.problems),
    )


def written(folder: Path, **texts: str) -> list[Path]:
    """One text file for each name."""
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, "utf-8", newline="")
    return [folder / f"{name}.txt" for name in texts]


def at_revision(path: Path, revision: str) -> None:
    """A database as an older version of the program left it, with one case in it."""
    engine = open_engine(path, "IMMEDIATE", PRAGMAS)
    with engine.begin() as connection:
        schema.upgrade(connection, revision)
        connection.exec_driver_sql(
            "INSERT INTO cases VALUES ('1', 'Old', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z')"
        )
    engine.dispose()


def let_change(session: Session, table: str) -> None:
    """Take away what keeps the rows of a table from being changed, as somebody with another program can."""
    on_server = session.get_bind().dialect.name == "postgresql"
    session.connection().exec_driver_sql(
        f"DROP TRIGGER {table}_are_never_changed" + (f" ON {table}" if on_server else "")
    )


# --- any analysis ---------------------------------------------------------------------------------

# No text has NUL: intake repairs it.
words = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)
maybe_words = st.none() | words
many_words = st.lists(words, max_size=3).map(tuple)
numbers = st.decimals(allow_nan=False, allow_infinity=False)
spans = st.tuples(st.integers(0, 10**6), st.integers(0, 10**6)).map(lambda ends: Span(min(ends), max(ends)))

VALUES: dict[Kind, st.SearchStrategy[Value]] = {
    Kind.QUANTITY: st.builds(
        Quantity,
        st.none() | numbers,
        st.none() | numbers,
        st.none() | numbers,
        maybe_words,
        st.sampled_from(Modifier),
        maybe_words,
        maybe_words,
    ),
    Kind.DATE: st.builds(TimeExpression, words, st.sampled_from(TimexType), maybe_words, maybe_words, maybe_words),
    Kind.QUOTATION: st.builds(Quotation, words, maybe_words, st.none() | spans, maybe_words, many_words),
    Kind.ATTRIBUTION: st.builds(Attribution, maybe_words, st.none() | spans, maybe_words, spans),
    Kind.NAME: st.builds(Name, words, words, maybe_words),
    Kind.STATEMENT: st.builds(Statement, words, st.booleans(), words, many_words),
}

# Every slot is drawn by its declared type, so that a slot added later is stored too or fails here.
frames = st.builds(
    Frame, **{name: st.from_type(t) for name, t in Frame.__annotations__.items() if not isinstance(t, str)}
)


@st.composite
def analyses(draw: st.DrawFn, texts: dict[str, str]) -> Analysis:
    """An analysis of articles with these texts, by id. Its parts refer to each other as real ones do."""
    claims = draw(st.lists(_claims(texts), max_size=6, unique_by=lambda c: c.id))
    some = st.lists(st.sampled_from([c.id for c in claims]), max_size=4).map(tuple) if claims else st.just(())
    kinds, statuses = st.sampled_from(Kind), st.sampled_from(Status)
    groups = draw(st.lists(st.builds(Group, words, words, kinds, statuses, some), max_size=4, unique_by=lambda g: g.id))
    conflicts = []
    if groups:
        of_groups = st.builds(
            Conflict,
            words,
            st.sampled_from([g.id for g in groups]),
            kinds,
            statuses,
            st.booleans(),
            some,
            st.lists(st.builds(Answer, words, some), max_size=3).map(tuple),
            words,
            words,
            st.floats(0, 1),
        )
        conflicts = draw(st.lists(of_groups, max_size=4, unique_by=lambda c: c.id))
    problems = draw(st.lists(st.builds(Problem, st.sampled_from(sorted(texts)), words, st.none() | spans), max_size=2))
    return Analysis(tuple(claims), tuple(groups), tuple(conflicts), tuple(problems))


@st.composite
def _claims(draw: st.DrawFn, texts: dict[str, str]) -> Claim:
    article = draw(st.sampled_from(sorted(texts)))
    text = texts[article]
    ends = sorted(draw(st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))))
    kind = draw(st.sampled_from(Kind))
    span = Span(*ends)
    return Claim(
        draw(words), article, kind, span, span.of(text), draw(VALUES[kind]), draw(words), draw(spans), draw(frames)
    )
