"""The scales that come with the program, in the window's language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from factcheck.scales import new_scale, new_step, shipped_scales
from factcheck.values import Rating
from tests.ui.conftest import Bench
from ui import translation
from ui.dossier.recording import RecordPage
from ui.scale_words import in_our_words

STEPS = ["● Wahr", "◕ Größtenteils wahr", "◑ Halb wahr", "◔ Größtenteils falsch", "○ Falsch", "? Unbelegt"]


@pytest.fixture(autouse=True)
def _german() -> Iterator[None]:
    translation.use("de")
    yield
    translation.use("en")


def test_the_window_shows_a_shipped_scale_in_german_and_keeps_its_own_words(bench: Bench) -> None:
    window = bench.open()
    window.conflicts.choose("c1")
    window.dossier.show_page("record")
    record = window.dossier.findChild(RecordPage)
    assert record is not None
    assert [button.text() for button in record.rating.steps.buttons.values()] == STEPS
    record.rating.steps.buttons["mostly-true"].click()
    assert record.rating.meaning.text().startswith("Die Angabe stimmt im Wesentlichen")
    record.save()
    assert window.bridge.review.by_conflict["c1"].record.rating == Rating("five-step", 1, "mostly-true")
    assert set(shipped_scales()) <= set(window.bridge.workspace.scales()), "what is exported is read from here"


def test_a_scale_of_ones_own_is_shown_as_it_was_written() -> None:
    own = new_scale("Our scale", (new_step("True"), new_step("False")))
    assert in_our_words(own) == own
    changed = replace(shipped_scales()[0], name="Five steps, ours")
    assert in_our_words(changed) == changed, "another content under a shipped id is somebody's own"


def test_every_word_of_every_shipped_scale_has_its_german() -> None:
    for scale in shipped_scales():
        told = in_our_words(scale)
        assert told.name != scale.name
        assert [step.id for step in told.steps] == [step.id for step in scale.steps]
        alike = {mine.label for mine, theirs in zip(told.steps, scale.steps, strict=True) if mine.label == theirs.label}
        assert alike <= {"Satire"}
