"""What the card shows of one conflict or group, as plain values: a column a source, its words in context. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from factcheck.lookups import claims_of, groups_of
from factcheck.values import Article, Attribution, Case, Claim, Conflict, Group, Kind, Status
from ui.card.normalised import value_words
from ui.card.rules import rule_title
from ui.differences import Ranges, parting
from ui.reading.by_hand import people_behind
from ui.theme import Look, look_of
from ui.translation import mark, tr
from ui.wording import confidence_meaning, confidence_words, letter

BY_HAND = "joined-by-hand"  # the rule of a conflict that a person's hand brought about
CONTEXT = 160  # characters kept on each side of a claim in a sentence that is longer
FEWEST = 3  # sources that must speak before one of them can stand out
MOST_STRESSED = 0.6  # of a claim's words; where more differ they have nothing to do with each other


@dataclass(frozen=True, slots=True)
class Passage:
    """One claim in its sentence. `stressed` are ranges of `before + words + after` where the sources part."""

    claim: str
    before: str
    words: str
    after: str
    stressed: Ranges
    value: str

    @property
    def text(self) -> str:
        return self.before + self.words + self.after


@dataclass(frozen=True, slots=True)
class Column:
    """What one source says. `outlier`: most of three or more sources say otherwise."""

    letter: str
    source: str
    passages: tuple[Passage, ...]
    outlier: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """`columns` stand in the articles' order; `silent` names the letters of the articles without a claim on it.

    `rule` and `confidence` are "" where nothing is flagged; `meaning` says how often flags so sure were right.
    `by_hand` names the people who made the question what it is, or its claims.
    """

    question: str
    look: Look
    reason: str
    columns: tuple[Column, ...]
    silent: tuple[str, ...]
    rule: str = ""
    confidence: str = ""
    meaning: str = ""
    by_hand: str = ""

    @property
    def judged(self) -> str:
        """The rule, how sure it is, and who laid a hand on it, on one line."""
        return " · ".join(part for part in (self.rule, self.confidence, self.by_hand) if part)

    @property
    def coverage(self) -> str:
        """Who has nothing on it: "only in A", "silent: C, D"; "" when every source speaks."""
        if len(self.columns) == 1 and self.silent:
            return tr("only in {letter}", letter=self.columns[0].letter)
        return tr("silent: {letters}", letters=", ".join(self.silent)) if self.silent else ""

    def text(self) -> str:
        """All of it as plain text, to be pasted elsewhere."""
        head = [self.question, self.reason, self.judged, self.coverage]
        told = [line for column in self.columns for line in ("", *_lines(column))]
        return "\n".join([line for line in head if line] + told) + "\n"


def _lines(column: Column) -> Iterable[str]:
    yield f"{column.letter}  {column.source}" + (f" ({tr('outlier')})" if column.outlier else "")
    for passage in column.passages:
        yield f"    {passage.text}"
        if passage.value:
            yield f"    → {passage.value}"


CALM = {
    Status.COMPATIBLE: mark("They differ in wording or precision; all can be true."),
    Status.AGREEMENT: mark("The sources say the same."),
    Status.SINGLE: mark("Only one source says it."),
}


def comparison_of(case: Case, conflict: Conflict | None, group: Group | None) -> Comparison | None:
    """The card of what is chosen in the list; None for a verdict whose words are gone."""
    if conflict is not None:
        return compare_conflict(case, conflict)
    return compare_group(case, group, tr(CALM[group.status])) if group is not None else None


def compare_conflict(case: Case, conflict: Conflict) -> Comparison:
    """The card of a conflict or update of the case."""
    group = groups_of(case)[conflict.group]
    within = _within(case, conflict)
    return _comparison(
        case,
        group,
        [answer.claims for answer in conflict.answers],
        look_of(conflict.status, within),
        conflict.reason,
        _judged(conflict),
    )


def _judged(conflict: Conflict) -> tuple[str, str, str]:
    """How often flags were right says nothing of what a person opposed."""
    if conflict.rule == BY_HAND:
        return rule_title(conflict.rule), "", ""
    sure = conflict.confidence
    return rule_title(conflict.rule), confidence_words(sure), confidence_meaning(sure)


def compare_group(case: Case, group: Group, reason: str) -> Comparison:
    """The card of a group without a conflict; `reason` says why it is none."""
    return _comparison(case, group, [group.claims], look_of(group.status), reason, ("", "", ""))


def _within(case: Case, conflict: Conflict) -> bool:
    claims = claims_of(case)
    return len({claims[id].article for id in conflict.claims}) == 1


def _comparison(
    case: Case,
    group: Group,
    answers: Sequence[Sequence[str]],
    look: Look,
    reason: str,
    judged: tuple[str, str, str],
) -> Comparison:
    told = {id for claims in answers for id in claims}
    members = told | set(group.claims)
    claims = {id: claim for id in members if (claim := claims_of(case).get(id))}
    stresses = _stresses(claims, answers)
    outliers = _outliers(claims, answers)
    columns, silent = [], []
    for number, article in enumerate(case.articles):
        mine = sorted((c for c in claims.values() if c.article == article.id), key=lambda c: (c.span, c.id))
        if mine:
            passages = tuple(_passage(article, claim, stresses.get(claim.id, ())) for claim in mine)
            columns.append(Column(letter(number), article.label, passages, article.id in outliers))
        else:
            silent.append(letter(number))
    people = ", ".join(people_behind(case, group.id, members))
    by_hand = tr("by hand: {names}", names=people) if people else ""
    return Comparison(group.question, look, reason, tuple(columns), tuple(silent), *judged, by_hand)


# --- who stands alone -----------------------------------------------------------------------------


def _outliers(claims: Mapping[str, Claim], answers: Sequence[Sequence[str]]) -> frozenset[str]:
    """The articles that do not give the answer which more than half of three or more give."""
    given = [{claims[id].article for id in answer if id in claims} for answer in answers]
    speaking = set().union(*given)
    common = max(given, key=len, default=set())
    if len(given) < 2 or len(speaking) < FEWEST or 2 * len(common) <= len(speaking):
        return frozenset()
    return frozenset(speaking - common)


# --- where the words part -------------------------------------------------------------------------


def _stresses(claims: Mapping[str, Claim], answers: Sequence[Sequence[str]]) -> dict[str, Ranges]:
    """For each claim the ranges of its words (from its beginning) in which it differs from what others answer.

    Every version is held against the first, which most sources give; that one against all others.
    """
    firsts = [_spaced(claims[answer[0]].text) for answer in answers if answer and answer[0] in claims]
    found: dict[str, Ranges] = {}
    for number, answer in enumerate(answers):
        others = firsts[:1] if number else firsts[1:]
        for id in answer:
            if id in claims:
                found[id] = _stress(claims[id], others)
    return found


def _stress(claim: Claim, others: Sequence[str]) -> Ranges:
    if isinstance(claim.value, Attribution):
        speaker = claim.value.speaker_span  # the words are the same; who said them is the question
        return ((speaker.start - claim.span.start, speaker.end - claim.span.start),) if speaker and others else ()
    ranges = parting(_spaced(claim.text), others)
    stressed = sum(end - start for start, end in ranges)
    # A number or a date is in question as a whole; a quotation with few common words is another quotation.
    return ranges if claim.kind is not Kind.QUOTATION or stressed <= MOST_STRESSED * len(claim.text) else ()


# --- words in context -----------------------------------------------------------------------------


def _passage(article: Article, claim: Claim, stressed: Ranges) -> Passage:
    start = min(claim.span.start, claim.sentence.start, *(claim.span.start + a for a, _ in stressed))
    end = max(claim.span.end, claim.sentence.end)
    text = _spaced(article.text[start:end])
    before, words = text[: claim.span.start - start], text[claim.span.start - start : claim.span.end - start]
    shown = _last(before, keep=-min((a for a, _ in stressed), default=0))
    moved = tuple((len(shown) + a, len(shown) + b) for a, b in stressed)
    after = _first(text[claim.span.end - start :])
    return Passage(claim.id, shown, words, after, moved, value_words(claim.value))


def _last(before: str, keep: int) -> str:
    """The end of what precedes a claim, at least `keep` characters of it."""
    most = max(CONTEXT, keep)
    return before if len(before) <= most else "… " + before[-most:].partition(" ")[2]


def _first(after: str) -> str:
    return after if len(after) <= CONTEXT else after[:CONTEXT].rpartition(" ")[0] + " …"


def _spaced(text: str) -> str:
    """The text on one line, as long as before, so that places in it stay what they are."""
    return re.sub(r"\s", " ", text)
