"""The rules that flag conflicts, in a few words each; docs/flags.md tells more. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from ui.translation import mark, tr
from ui.wording import rule_words

RULES: Mapping[str, str] = {
    "quantity-part-exceeds-whole": mark("A part is larger than its whole"),
    "quantity-of-one-person": mark("Two numbers for one person"),
    "quantity-of-one-thing": mark("Two measures of one thing"),
    "quantity-in-one-slot": mark("Two numbers for one thing that news asks for"),
    "quantity-later-count": mark("A later count"),
    "quantity-share-of-one-whole": mark("Two shares of one whole"),
    "quantity-same-words": mark("Two numbers in the same words"),
    "quantity-best-match": mark("Each number answers the other’s question best"),
    "quantity-left-over": mark("Amounts that nothing else matches"),
    "quotation-words-changed": mark("Words changed inside a quotation"),
    "attribution-other-speaker": mark("The same words from two speakers"),
    "date-of-one-event": mark("Two days for what happens once"),
    "date-of-one-thing": mark("Two days for one thing"),
    "date-month-swapped": mark("One day of two months"),
    "date-hour-swapped": mark("Morning against evening"),
    "date-other-hour": mark("Two hours for one event"),
    "date-differs": mark("The same event on two days"),
    "name-spelling-name": mark("Two spellings of a name"),
    "name-spelling-place": mark("Two spellings of a place"),
    "name-spelling-surname": mark("Two spellings of a surname"),
    "name-spelling-beside": mark("Two spellings beside the same noun"),
    "statement-is-and-is-not": mark("It is and it is not"),
    "statement-opposite-resolves": mark("Opposite decisions"),
}


def rule_title(rule: str) -> str:
    """A rule by its stable name as a person reads it; of one not listed here its name in words."""
    if rule in RULES:
        return tr(RULES[rule])
    words = rule_words(rule)
    return words[:1].upper() + words[1:]
