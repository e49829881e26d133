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
    "quantity-age-left-over": mark("Ages that nothing else matches"),
    "quantity-vote": mark("Two tallies of one vote"),
    "quantity-digits-swapped": mark("The same digits in another order"),
    "quantity-duration-of-one-thing": mark("Two durations of one thing"),
    "quantity-of-one-aspect": mark("Two numbers for what news tells by one"),
    "quantity-all-or-some": mark("All against nearly all"),
    "quantity-names-listed": mark("Fewer or more names than announced"),
    "quantity-split-of-answers": mark("Two splits of one poll"),
    "quantity-sum-of-parts": mark("The parts do not add up"),
    "quantity-difference-of-two": mark("The difference does not come out"),
    "quotation-words-changed": mark("Words changed inside a quotation"),
    "attribution-other-speaker": mark("The same words from two speakers"),
    "attribution-other-finder": mark("Found by two"),
    "date-of-one-event": mark("Two days for what happens once"),
    "date-of-one-thing": mark("Two days for one thing"),
    "date-month-swapped": mark("One day of two months"),
    "date-hour-swapped": mark("Morning against evening"),
    "date-other-hour": mark("Two hours for one event"),
    "date-part-of-day": mark("Two parts of one day"),
    "date-differs": mark("The same event on two days"),
    "date-of-main-event": mark("Two days for the main event"),
    "date-hour-of-main-event": mark("Two hours for the main event"),
    "date-year-of-one-event": mark("Two years for what happens once"),
    "date-weekday-mismatch": mark("A weekday that is not that date’s"),
    "date-of-one-deed": mark("Two days for one deed"),
    "date-hour-of-one-deed": mark("Two hours for one deed"),
    "date-season-of-one-deed": mark("One deed, weeks or months apart"),
    "name-spelling-name": mark("Two spellings of a name"),
    "name-spelling-place": mark("Two spellings of a place"),
    "name-spelling-surname": mark("Two spellings of a surname"),
    "name-spelling-beside": mark("Two spellings beside the same noun"),
    "name-other-office": mark("One person in two offices"),
    "name-other-first-name": mark("Two first names for one person"),
    "name-other-surname": mark("Two surnames for one person"),
    "statement-is-and-is-not": mark("It is and it is not"),
    "statement-opposite-resolves": mark("Opposite decisions"),
    "statement-did-and-did-not": mark("It was done and not done"),
    "statement-nobody-and-somebody-hurt": mark("Nobody and somebody was hurt"),
    "statement-hurt-and-unhurt": mark("Hurt and unhurt"),
    "statement-opposite-deeds": mark("Answers that exclude each other"),
    "statement-all-and-not-all": mark("All and not all"),
    "statement-most-of-another-kind": mark("Most were of another kind"),
    "statement-other-cause": mark("Two causes for one thing"),
    "statement-undecided-and-decided": mark("Undecided and decided"),
    "statement-other-place": mark("Two places for one deed"),
    "joined-by-hand": mark("Put to one question by a person"),
}


def rule_title(rule: str) -> str:
    """A rule by its stable name as a person reads it; of one not listed here its name in words."""
    if rule in RULES:
        return tr(RULES[rule])
    words = rule_words(rule)
    return words[:1].upper() + words[1:]
