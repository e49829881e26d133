"""The rules by the names a person reads."""

from __future__ import annotations

import re
from pathlib import Path

from ui.card.rules import RULES, rule_title

FLAGS = Path(__file__).parents[3] / "docs" / "flags.md"


def test_every_rule_that_is_explained_has_a_title() -> None:
    explained = set(
        re.findall(r"`((?:quantity|date|quotation|attribution|name|statement)-[a-z-]+)`", FLAGS.read_text("utf-8"))
    )
    assert len(explained) > 40
    assert explained - RULES.keys() == set()


def test_a_rule_without_a_title_is_told_by_its_name() -> None:
    assert rule_title("quantity-of-something-new") == "Quantity of something new"
