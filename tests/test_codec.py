import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.codec import (
    analysis_to_json,
    anchor_from_json,
    anchor_to_json,
    extraction_to_json,
    frame_from_json,
    frame_to_json,
    value_from_json,
    value_to_json,
)
from factcheck.values import (
    Anchor,
    Attribution,
    Kind,
    Modifier,
    Name,
    Problem,
    Quantity,
    Quotation,
    Span,
    Statement,
    TimeExpression,
    TimexType,
    Value,
)
from tests.factories import seed_case
from tests.storage.samples import VALUES, frames, spans, words


@pytest.mark.parametrize(
    ("kind", "value", "written"),
    [
        (
            Kind.QUANTITY,
            Quantity(Decimal("1.2E+9"), unit="dollar", modifier=Modifier.ABOUT, noun="loan", change="up"),
            {
                "number": 1200000000,
                "low": None,
                "high": None,
                "unit": "dollar",
                "modifier": "~",
                "noun": "loan",
                "change": "up",
            },
        ),
        (
            Kind.QUANTITY,
            Quantity(None, Decimal("2.50"), Decimal("3.0"), "mile", Modifier.RANGE),
            {"number": None, "low": 2.5, "high": 3, "unit": "mile", "modifier": "range", "noun": None},
        ),
        (
            Kind.DATE,
            TimeExpression("2022-07-04", TimexType.DATE, "2022-07-04", "2022-07-04", "2022-07-08"),
            {
                "timex": "2022-07-04",
                "type": "DATE",
                "start": "2022-07-04",
                "end": "2022-07-04",
                "anchor": "2022-07-08",
            },
        ),
        (
            Kind.QUOTATION,
            Quotation("a liberation day", "the agency", Span(3, 5), "said", ("(the)",)),
            {
                "words": "a liberation day",
                "speaker": "the agency",
                "speaker_start": 3,
                "speaker_end": 5,
                "cue": "said",
                "edits": ["(the)"],
            },
        ),
        (
            Kind.ATTRIBUTION,
            Attribution(None, None, "said", Span(7, 9)),
            {"speaker": None, "speaker_start": None, "speaker_end": None, "cue": "said", "content": [7, 9]},
        ),
        (Kind.NAME, Name("Oleg Artemyev", "PERSON"), {"canonical": "Oleg Artemyev", "type": "PERSON", "role": None}),
        (
            Kind.STATEMENT,
            Statement("sink", False, "asserted", ("ferry",)),
            {"predicate": "sink", "polarity": False, "modality": "asserted", "arguments": ["ferry"]},
        ),
    ],
)
def test_a_value_is_written_as_the_contract_says_and_read_back(kind: Kind, value: Value, written: object) -> None:
    plain = value_to_json(value)
    assert plain == written
    assert json.dumps(plain) == json.dumps(written)  # 3, not 3.0
    assert value_from_json(kind, json.loads(json.dumps(plain))) == value


@given(st.sampled_from(Kind).flatmap(lambda kind: st.tuples(st.just(kind), VALUES[kind])))
def test_the_store_loses_no_digit_of_any_value(drawn: tuple[Kind, Value]) -> None:
    kind, value = drawn
    plain = json.loads(json.dumps(value_to_json(value, number=str)))
    assert repr(value_from_json(kind, plain)) == repr(value)


@given(frames)
def test_any_frame_comes_back(frame: object) -> None:
    assert frame_from_json(json.loads(json.dumps(frame_to_json(frame)))) == frame  # type: ignore[arg-type]


@given(st.builds(Anchor, words, words, spans, words, words, words, st.booleans()))
def test_any_anchor_comes_back(anchor: Anchor) -> None:
    assert anchor_from_json(json.loads(json.dumps(anchor_to_json(anchor)))) == anchor


def test_an_analysis_is_written_whole_with_offsets_that_hold() -> None:
    case = seed_case()
    assert case.analysis is not None

    plain = json.loads(json.dumps(analysis_to_json(case.articles, case.analysis)))

    assert list(plain) == ["format", "version", "articles", "claims", "groups", "conflicts", "problems"]
    assert (plain["format"], plain["version"]) == ("factcheck-analysis", 1)
    texts = {a["id"]: a["text"] for a in plain["articles"]}
    assert all(texts[c["article"]][c["start"] : c["end"]] == c["text"] for c in plain["claims"])
    assert set(plain["articles"][0]) == {
        "id",
        "path",
        "title",
        "source",
        "author",
        "published",
        "url",
        "sha256",
        "text",
    }
    first = plain["conflicts"][0]
    assert [*first] == ["id", "group", "kind", "status", "within", "claims", "answers", "rule", "reason", "confidence"]
    assert set(first["claims"]) <= {c["id"] for c in plain["claims"]}
    assert plain["groups"][0]["question"] == "How many cosmonauts?"


def test_a_problem_has_a_place_only_when_it_is_known() -> None:
    known, unknown = Problem("a", "Odd.", Span(0, 0)), Problem("a", "Odd.")
    assert extraction_to_json((), (known, unknown)) == {
        "claims": [],
        "problems": [
            {"article": "a", "start": 0, "end": 0, "message": "Odd."},
            {"article": "a", "message": "Odd."},
        ],
    }
