import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument

from factcheck.values import Span
from ui.reading.positions import Positions

TEXTS = st.text(
    st.one_of(
        st.sampled_from("ab \n“”é́‍️\u2028\xa0😀👩🏽🇺🇦𝟙"),
        st.characters(exclude_categories=["Cs"], exclude_characters="\r"),
    )
)


def utf16_length(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@given(TEXTS)
def test_every_code_point_is_found_where_utf16_has_it(text: str) -> None:
    positions = Positions(text)
    for index in range(len(text) + 1):
        assert positions.utf16(index) == utf16_length(text[:index])
        assert positions.code_point(positions.utf16(index)) == index


@given(TEXTS)
def test_the_second_half_of_a_pair_belongs_to_its_code_point(text: str) -> None:
    positions = Positions(text)
    owners = [index for index, character in enumerate(text) for _ in range(utf16_length(character))]
    assert [positions.code_point(unit) for unit in range(len(owners))] == owners


@pytest.mark.usefixtures("qapp")
@given(TEXTS)
def test_a_document_counts_as_we_do(text: str) -> None:
    document = QTextDocument()
    document.setPlainText(text)
    assert document.characterCount() - 1 == Positions(text).utf16(len(text))


def test_the_word_after_an_emoji_of_a_family() -> None:
    text = "👩‍👩‍👧 three cosmonauts"
    assert Positions(text).utf16(text.index("three")) == utf16_length("👩‍👩‍👧 ")


@given(TEXTS)
def test_many_spans_are_turned_as_one_is(text: str) -> None:
    positions = Positions(text)
    spans = [Span(start, len(text)) for start in range(len(text) + 1)]
    assert positions.ranges(spans) == [(positions.utf16(s.start), positions.utf16(s.end)) for s in spans]
