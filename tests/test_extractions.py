"""A case that is opened again or grows reads only what is new."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings

from factcheck import extractions
from factcheck.analysis import pipeline
from factcheck.analysis.mentions import claim_id
from factcheck.analysis.parsing import Parsed, Parser
from factcheck.extractions import Extraction, Extractions, extraction, unpacked
from factcheck.progress import Cancelled
from factcheck.values import Analysis, Article, Claim
from tests.factories import make_article, make_claim
from tests.storage.samples import analyses

TEXTS = {"first": "Seven 😀 died.", "second": "Six e\u0301 died."}


@settings(deadline=None, max_examples=60)
@given(drawn=analyses(TEXTS))
def test_any_claims_come_back_as_they_were_kept(drawn: Analysis) -> None:
    for id, text in TEXTS.items():
        own = [c for c in drawn.claims if c.article == id]
        found = unpacked(extraction(make_article(text, id), own), make_article(text, id))
        assert found == tuple(replace(c, id=claim_id(id, c.kind, c.span)) for c in own)


# --- which articles are read ----------------------------------------------------------------------


class Watched(Parser):
    """A parser that remembers what it was given to read."""

    def __init__(self) -> None:
        self.read: list[str] = []

    def parse(self, articles: Iterable[Article], read: Callable[[int], object] = int) -> Iterator[Parsed]:
        def noted() -> Iterator[Article]:
            for article in articles:
                self.read.append(article.id)
                yield article

        return super().parse(noted(), read)


class Case:
    """A case that is analysed again and again, with what was kept from each time."""

    def __init__(self) -> None:
        self.kept: list[Extraction] = []
        self.steps: list[tuple[int, int, str]] = []
        self.analysis = Analysis()

    def read(self, *articles: Article) -> list[str]:
        """The ids of those that were read."""
        parser = Watched()
        self.steps = []
        known = Extractions(tuple(self.kept), self.kept.append)
        self.analysis = pipeline.analyse(articles, parser, self, known)
        return parser.read

    def step(self, done: int, total: int, doing: str = "") -> None:
        self.steps.append((done, total, doing))


THREE = (
    make_article("Seven people died in the fire on Monday.", "a", published=date(2022, 7, 8)),
    make_article("Six people died in the fire, police said.", "b", published=date(2022, 7, 8)),
    make_article("“We lost everything,” said Ann Smith.", "c"),
)
FOURTH = make_article("The fire killed five people on Monday.", "d", published=date(2022, 7, 8))


@pytest.fixture
def case() -> Case:
    made = Case()
    assert made.read(*THREE) == ["a", "b", "c"]
    return made


def test_adding_a_fourth_article_reads_one(case: Case) -> None:
    assert case.read(*THREE, FOURTH) == ["d"]
    anew = Case()
    anew.read(*THREE, FOURTH)
    assert case.analysis == anew.analysis


def test_removing_an_article_reads_none_and_leaves_nothing_of_it(case: Case) -> None:
    assert case.read(THREE[0], THREE[2]) == []
    assert {c.article for c in case.analysis.claims} == {"a", "c"}


def test_correcting_a_publication_date_reads_that_article_again(case: Case) -> None:
    later = replace(THREE[0], provenance=replace(THREE[0].provenance, published=date(2022, 7, 29)))
    assert case.read(later, *THREE[1:]) == ["a"]
    (monday,) = [c for c in case.analysis.claims if c.text == "Monday"]
    assert "2022-07-25" in str(monday.value)


def test_correcting_a_source_reads_nothing(case: Case) -> None:
    named = replace(THREE[0], provenance=replace(THREE[0].provenance, source="Daily Mail"))
    assert case.read(named, *THREE[1:]) == []


def test_a_text_is_read_once_for_all_cases(case: Case) -> None:
    other = replace(THREE[0], id="in another case")
    assert case.read(other) == []
    assert {c.article for c in case.analysis.claims} == {"in another case"}
    assert all(c.id.startswith("in another case:") for c in case.analysis.claims)


def test_new_rules_read_everything_again(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extractions, "RULES_VERSION", "of tomorrow")
    assert case.read(*THREE) == ["a", "b", "c"]
    assert case.read(*THREE) == []


def test_a_text_changed_from_outside_is_read_again_although_it_carries_its_old_digest(case: Case) -> None:
    changed = replace(THREE[0], text=THREE[0].text.replace("Seven", "Eight"))
    assert case.read(changed) == ["a"]


def _of_json(text: str) -> bytes:
    return zlib.compress(text.encode())


@pytest.mark.parametrize(
    "packed",
    [
        b"",
        b"no compressed text",
        _of_json("no JSON"),
        _of_json('{"a claim": "as an older version wrote it"}'),
        _of_json('[["rumour",0,5,{},"",0,5,{}]]'),
        _of_json('[["name",0,5,{},"",0,5,{}]]'),
        _of_json('[["name",5,0,{"canonical":"x","type":"PERSON","role":null},"",0,5,{}]]'),
        _of_json('[["name",0,999,{"canonical":"x","type":"PERSON","role":null},"",0,5,{}]]'),
        _of_json('[["name",0,5,{"canonical":"x","type":"PERSON","role":null},"",0,5,{"no such slot":1}]]'),
        _of_json("7"),
    ],
)
def test_what_is_damaged_is_read_again_and_mended(case: Case, packed: bytes) -> None:
    whole = case.analysis
    case.kept[0] = replace(case.kept[0], packed=packed)
    assert case.read(*THREE) == ["a"]
    assert case.analysis == whole
    assert case.read(*THREE) == []


def test_what_was_read_before_a_cancellation_is_not_read_again() -> None:
    class Impatient(Case):
        def step(self, done: int, total: int, doing: str = "") -> None:
            super().step(done, total, doing)
            if doing.startswith("reading 3"):
                raise Cancelled

    case = Impatient()
    with pytest.raises(Cancelled):
        case.read(*THREE)
    patient = Case()
    patient.kept = case.kept
    assert patient.read(*THREE) == ["c"]


# --- what a person is told ------------------------------------------------------------------------


def test_progress_names_the_article_it_is_at_and_only_grows(case: Case) -> None:
    case.kept.clear()
    case.read(*THREE)
    doing = list(dict.fromkeys(d for _, _, d in case.steps))
    articles = [f"reading {n} of 3 articles" for n in (1, 2, 3)]
    assert doing == [*articles, "comparing", "analysed"]
    shares = [done / total for done, total, _ in case.steps]
    assert shares == sorted(shares)
    assert (shares[0], shares[-1]) == (0, 1)


def test_progress_counts_only_what_is_new(case: Case) -> None:
    case.read(*THREE, FOURTH)
    assert case.steps[0][2] == "reading 1 of 1 new article"


def test_progress_of_a_case_that_is_known_is_only_comparing(case: Case) -> None:
    case.read(*THREE)
    assert [d for _, _, d in case.steps] == ["comparing", "analysed"]


def test_progress_moves_inside_a_long_article() -> None:
    case = Case()
    case.read(make_article("The fire killed seven people. It spread fast.\n\n" * 800))
    inside = [done for done, _, doing in case.steps if doing == "reading 1 of 1 article"]
    assert len(set(inside)) > 4
    assert inside == sorted(inside)


def test_a_claim_of_a_long_article_stands_where_it_did(case: Case) -> None:
    filler = "The fire spread fast through the old town.\n\n" * 400
    long = make_article(filler + THREE[0].text, "a", published=date(2022, 7, 8))
    found = Case()
    found.read(long)
    whole = {_at(c, 0) for c in _claims(case, "a")}
    assert {_at(c, len(filler)) for c in found.analysis.claims if c.span.start >= len(filler)} == whole


def _claims(case: Case, article: str) -> list[Claim]:
    return [c for c in case.analysis.claims if c.article == article]


def _at(claim: Claim, offset: int) -> tuple[int, str, object]:
    return claim.span.start - offset, claim.text, claim.value


def test_keeping_a_claim_keeps_no_word_of_the_article() -> None:
    article = make_article("Ann Smith, the minister, died.")
    kept = extraction(article, [replace(make_claim(article, "died"), subject="")])
    assert b"minister" not in zlib.decompress(kept.packed)
