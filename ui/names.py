"""What kinds and statuses are called wherever the window names them: list, filter, matrix, card, marks, menus."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.values import Kind, Status
from ui.theme import Look
from ui.translation import mark, tr

KINDS: Mapping[Kind, str] = {
    Kind.QUANTITY: mark("Numbers"),
    Kind.DATE: mark("Dates"),
    Kind.QUOTATION: mark("Quotations"),
    Kind.ATTRIBUTION: mark("Speakers"),
    Kind.NAME: mark("Names"),
    Kind.STATEMENT: mark("Statements"),
}

LOOKS: Mapping[Look, str] = {
    Look.CONFLICT: mark("conflict"),
    Look.WITHIN: mark("self-contradiction"),
    Look.UPDATE: mark("update"),
    Look.COMPATIBLE: mark("compatible"),
    Look.AGREEMENT: mark("agreement"),
    Look.SINGLE: mark("single source"),
}

HEADINGS: Mapping[Status, str] = {
    Status.CONFLICT: mark("Conflicts"),
    Status.UPDATE: mark("Updates: publication times explain the difference"),
    Status.COMPATIBLE: mark("Compatible: all can be true"),
    Status.AGREEMENT: mark("The sources agree"),
    Status.SINGLE: mark("Only one source says it"),
}
"""Over the rows of each status; in the order in which they follow one another."""

COUNTS: Mapping[Status, str] = {
    Status.CONFLICT: mark("conflicts: {count}"),
    Status.UPDATE: mark("updates: {count}"),
    Status.COMPATIBLE: mark("compatible: {count}"),
    Status.AGREEMENT: mark("agreed: {count}"),
    Status.SINGLE: mark("told once: {count}"),
}


def kind_name(kind: Kind) -> str:
    return tr(KINDS[kind])


def look_words(look: Look) -> str:
    """How claims stand to each other, in a word or two within a sentence: "self-contradiction"."""
    return tr(LOOKS[look])


def look_name(look: Look) -> str:
    """The same on its own: "Self-contradiction"."""
    words = look_words(look)
    return words[:1].upper() + words[1:]


def heading(status: Status) -> str:
    return tr(HEADINGS[status])


def counted(status: Status, count: int) -> str:
    """ "conflicts: 3"."""
    return tr(COUNTS[status], count=count)
