"""Texts are corrected at random under what people left on their words: nothing ever comes to stand on other words.

A text is full of lookalikes and repeated passages. A verdict, a correction, a mark and a note are left on it; then it
is cut, changed, and has lookalikes put in, and is analysed anew. What was left stands on the very same characters, or
lies in the tray (a verdict: in the list of those without a place).

    python -m tests.proofs.revisions [--texts 1000]
"""

from __future__ import annotations

import argparse
import hashlib
import random
import re
import secrets
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from factcheck.anchors import CONTEXT
from factcheck.hand import correct, laid_on, mark, note, notes
from factcheck.review import changes_on, reviewed
from factcheck.standing import with_acts
from factcheck.values import (
    Analysis,
    Article,
    Case,
    Claim,
    Conflict,
    Decision,
    Group,
    Judgement,
    Kind,
    Quantity,
    Sort,
    Span,
)
from tests.factories import ANN, make_article, make_claim, make_conflict
from tests.hand.acting import did
from tests.proofs.tables import print_table

OTHER = make_article("Nine people died, a survivor said.", "other")
NINE = make_claim(OTHER, "Nine", value=Quantity(Decimal(9)))
NUMBERS = {"Six": Decimal(6), "Seven": Decimal(7)}
CORRECTED = Quantity(Decimal(99))
FILLER = (
    "the mayor said",
    "on Monday",
    "a ferry sank",
    "off the cape",
    "in heavy rain",
    "officials said",
    "e\u0301té",
    "😀",
)
LEFT = ("verdict", "correction", "mark", "note")


@dataclass
class Tally:
    """What became of what was left, by what it is: "kept", "tray", "gone" (its words were edited), "wrong"."""

    found: dict[str, Counter[str]] = field(default_factory=lambda: {what: Counter() for what in LEFT})

    @property
    def wrong(self) -> int:
        return sum(counts["wrong"] for counts in self.found.values())

    @property
    def kept(self) -> int:
        return sum(counts["kept"] for counts in self.found.values())

    def count(self, what: str, true: Span | None, stands: Span | None) -> None:
        """`true` is where the characters are now, None when they are not; `stands` where the thing was put."""
        if stands is None:
            self.found[what]["gone" if true is None else "tray"] += 1
        else:
            self.found[what]["kept" if stands == true else "wrong"] += 1


def revise_often(texts: int, chance: random.Random) -> Tally:
    tally = Tally()
    for _ in range(texts):
        _revise(chance, tally)
    return tally


def _revise(chance: random.Random, tally: Tally) -> None:
    article = make_article(passage(chance), "a")
    case = analysed(Case("case", "Case", (article, OTHER)), article)
    judged, corrected = chance.sample(numbers(article), 2)
    marked, noted = some_words(article.text, chance), some_words(article.text, chance)
    verdict = changes_on(case, (conflict_of(case, judged.span).id,), Judgement(Decision.NEITHER), ANN)
    case = did(
        case,
        *verdict,
        correct(case, corrected.id, CORRECTED),
        mark(case, "a", marked, Kind.STATEMENT),
        note(case, "a", noted, "!"),
    )
    spans = (judged.span, corrected.span, marked, noted)
    text, moved = mutated(article.text, spans, chance)
    revision = replace(article, text=text, sha256=hashlib.sha256(text.encode()).hexdigest())
    case = analysed(replace(case, articles=(revision, OTHER)), revision)
    for what, true, stands in zip(LEFT, moved, where(case), strict=True):
        tally.count(what, true, stands)


def where(case: Case) -> tuple[Span | None, ...]:
    """Where the verdict, the correction, the mark and the note stand now."""
    assert case.analysis is not None
    claims = {c.id: c for c in case.analysis.claims}
    conflicts = {c.id: c for c in case.analysis.conflicts}
    judged = [claims[conflicts[id].claims[0]].span for id in reviewed(case).by_conflict]
    by_sort = {act.sort: claims[id].span for id, acts in laid_on(case).on_claims.items() for act in acts}
    noted = [note.span for note in notes(case)]
    return (
        judged[0] if judged else None,
        by_sort.get(Sort.CORRECTION),
        by_sort.get(Sort.MARK),
        noted[0] if noted else None,
    )


# --- texts and their analysis -----------------------------------------------------------------------


def passage(chance: random.Random) -> str:
    """A text full of lookalikes, often with passages that stand twice."""
    sentences = [
        f"{chance.choice(tuple(NUMBERS))} people died {' '.join(chance.choices(FILLER, k=chance.randint(2, 9)))}."
        for _ in range(chance.randint(3, 12))
    ]
    return "\n".join([" ".join(sentences)] * chance.choice((1, 1, 1, 2, 3)))


def numbers(article: Article) -> list[Claim]:
    return [
        make_claim(
            article, match[0], value=Quantity(NUMBERS[match[0]]), nth=nth_of(article.text, match[0], match.start())
        )
        for match in re.finditer(r"Six|Seven", article.text)
    ]


def nth_of(text: str, words: str, start: int) -> int:
    return text.count(words, 0, start)


def analysed(case: Case, article: Article) -> Case:
    """Every number of the article opposes the one of the other account."""
    claims = numbers(article)
    made: list[tuple[Group, Conflict]] = [
        make_conflict(n, f"How many ({n})?", {claim.text: (claim,), "Nine": (NINE,)}) for n, claim in enumerate(claims)
    ]
    found = Analysis((*claims, NINE), tuple(g for g, _ in made), tuple(c for _, c in made))
    return with_acts(replace(case, found=found))


def conflict_of(case: Case, span: Span) -> Conflict:
    assert case.analysis is not None
    (claim,) = (c for c in case.analysis.claims if c.article == "a" and c.span == span)
    return next(c for c in case.analysis.conflicts if claim.id in c.claims)


def some_words(text: str, chance: random.Random) -> Span:
    """One to six words in a row."""
    words = [Span(*match.span()) for match in re.finditer(r"\S+", text)]
    first = chance.randrange(len(words))
    last = min(len(words) - 1, first + chance.randrange(6))
    return Span(words[first].start, words[last].end)


def mutated(text: str, spans: Sequence[Span], chance: random.Random) -> tuple[str, list[Span | None]]:
    """The text after a few edits, and where the very same characters of each span are now; None when it was edited."""
    # Each character remembers where it came from, so that the truth is known whatever is edited.
    origin: list[int | None] = list(range(len(text)))
    characters = list(text)
    for _ in range(chance.randint(1, 4)):
        at, span = chance.randrange(len(characters)), chance.choice(spans)
        match chance.randrange(4):
            case 0:  # delete some words, perhaps those of a span
                size = chance.randint(1, 40)
                del characters[at : at + size], origin[at : at + size]
            case 1:  # a lookalike: the quote with other words around it
                new = f" {span.of(text)} people died {chance.choice(FILLER)}. "
                characters[at:at], origin[at:at] = list(new), [None] * len(new)
            case 2:  # a closer lookalike: the quote with its context but for one character
                near = list(text[max(0, span.start - CONTEXT) : span.end + CONTEXT])
                near[chance.randrange(len(near))] = "·"
                characters[at:at], origin[at:at] = near, [None] * len(near)
            case _:  # one character becomes another
                characters[at], origin[at] = "x", None
    return "".join(characters), [_moved(origin, span) for span in spans]


def _moved(origin: Sequence[int | None], span: Span) -> Span | None:
    wanted = list(range(span.start, span.end))
    starts = (n for n, old in enumerate(origin) if old == span.start)
    return next((Span(n, n + len(wanted)) for n in starts if list(origin[n : n + len(wanted)]) == wanted), None)


def main(texts: int, seed: int) -> int:
    tally = revise_often(texts, random.Random(seed))
    columns = ("kept", "tray", "gone", "wrong")
    print_table(
        f"{texts:,} corrected texts (seed {seed})",
        ("left on the words", "kept exactly", "in the tray", "words edited", "on wrong words"),
        [(what, *(counts[c] for c in columns)) for what, counts in tally.found.items()],
    )
    there = sum(counts["kept"] + counts["tray"] for counts in tally.found.values())
    print(f"\nOf {there:,} whose words still stand, {tally.kept / there:.0%} are kept and the others lie in the tray.")
    return int(tally.wrong > 0)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m tests.proofs.revisions")
    parser.add_argument("--texts", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=secrets.randbelow(1_000_000))
    asked = parser.parse_args()
    raise SystemExit(main(asked.texts, asked.seed))
