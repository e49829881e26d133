"""What the analysis is doing, in the words of the window. Pure.

The core tells it in a few English words (`Progress.step`), as it does on the command line.
"""

from __future__ import annotations

import re

from ui.translation import tr, trn

_READING = re.compile(r"reading (\d+) of (\d+) (new )?articles?")


def doing_words(doing: str) -> str:
    """ "reading 2 of 3 new articles" is "Reading 2 of 3 new articles"; what is not known is told as it came."""
    if doing == "comparing":
        return tr("Comparing the articles")
    found = _READING.fullmatch(doing)
    if found is None:
        return doing[:1].upper() + doing[1:] or tr("Analysing")
    number, count = int(found[1]), int(found[2])
    if found[3]:
        return trn(
            "Reading {number} of {count} new article", "Reading {number} of {count} new articles", count, number=number
        )
    return trn("Reading {number} of {count} article", "Reading {number} of {count} articles", count, number=number)
