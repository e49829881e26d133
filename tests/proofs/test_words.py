"""A share of the proofs that what people do stays on its words."""

import random
from pathlib import Path

import pytest

from tests.proofs.revisions import revise_often
from tests.proofs.spans import EACH, compare_often


def test_nothing_left_on_words_comes_to_stand_on_others_when_a_text_is_corrected() -> None:
    tally = revise_often(40, random.Random())
    assert tally.wrong == 0, tally.found
    assert tally.kept > 0


@pytest.mark.usefixtures("qapp")
def test_store_window_and_report_agree_on_the_words_of_every_span(tmp_path: Path) -> None:
    found = compare_often(4 * EACH, random.Random(), tmp_path)
    assert found.pop("spans") == 4 * EACH
    assert found.total() == 0, found
