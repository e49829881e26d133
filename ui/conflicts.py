"""What the list on the left shows, as plain values, and the Qt model around them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from factcheck.lookups import claims_of, groups_of, once
from factcheck.review import Review, decides
from factcheck.values import Act, Case, Claim, Conflict, Decision, Group, Kind, Status, Verdict
from ui.names import heading, look_words
from ui.plain import tool_tip
from ui.team_marks import NO_MARK, TeamMark
from ui.theme import Look, look_of
from ui.translation import tr, trn
from ui.wording import answers_of, letters_of, shortened, verdict_words

Index = QModelIndex | QPersistentModelIndex

CALM = (Status.COMPATIBLE, Status.AGREEMENT, Status.SINGLE)


@dataclass(frozen=True, slots=True)
class Entry:
    """One row: a conflict, a calm group, a verdict that has lost its place, or the heading of a section.

    `answers` are (words, letters of the articles), `quoted` the whole quotation of each when they are quotations;
    `look` is None for headings and detached verdicts.
    """

    title: str
    answers: tuple[tuple[str, str], ...] = ()
    look: Look | None = None
    badge: str = ""
    conflict: Conflict | None = None
    group: Group | None = None
    verdict: Verdict | None = None
    spoken: str = ""
    quoted: tuple[str, ...] = ()
    changed: bool = False  # its claims are not all those the verdict was given on
    sources: frozenset[str] = frozenset()  # letters of the articles that take part
    kind: Kind | None = None
    place: tuple[int, int] = (0, 0)  # of its first claim: the article's position in the case, and where it begins there
    team: TeamMark = NO_MARK

    @property
    def told(self) -> str:
        """For those who hear it."""
        return ". ".join((self.spoken.rstrip(".") or self.title, *self.team.words)) if self.team.words else self.spoken

    @property
    def heading(self) -> bool:
        return self.conflict is None and self.group is None and self.verdict is None

    @property
    def text(self) -> str:
        """Question, answers and reason in lower case, to look for words in."""
        reason = self.conflict.reason if self.conflict else ""
        return " ".join((self.title, *(a for a, _ in self.answers), *self.quoted, reason)).lower()


def entries(case: Case, review: Review, *, calm: bool = False, before: Iterable[Entry] = ()) -> tuple[Entry, ...]:
    """The rows of a case: conflicts by confidence, then updates, calm groups if asked for, detached verdicts last.

    `before` are the rows of the same articles: those of conflicts that are the very same, and that no verdict has
    changed, are taken over.
    """
    if case.analysis is None:
        return ()  # every verdict counts as detached until there is one
    letters, groups, claims = letters_of(case), groups_of(case), claims_of(case)
    ordered = sorted(case.analysis.conflicts, key=lambda c: -c.confidence)
    earlier = {row.conflict.id: row for row in before if row.conflict}
    known = {c.id: row for c in ordered if (row := earlier.get(c.id)) and _still_holds(row, c, groups, review)}
    new = {id for c in ordered if c.id not in known for id in c.claims}
    quotations = {id: " ".join(claims[id].text.split()) for id in new if claims[id].kind is Kind.QUOTATION}
    places = _places(case)
    rows = [
        known.get(c.id)
        or replace(
            _of_conflict(c, groups[c.group].question, letters, review),
            quoted=_quoted(c, quotations),
            place=min(places[id] for id in c.claims),
        )
        for c in ordered
    ]
    conflicts = [r for r in rows if r.conflict and r.conflict.status is Status.CONFLICT]
    updates = [r for r in rows if r.conflict and r.conflict.status is not Status.CONFLICT]
    found = [*conflicts, *_section(heading(Status.UPDATE), updates)]
    if calm:
        for status in CALM:
            alike = [
                replace(_of_group(g, claims, letters, review), place=min(places[id] for id in g.claims))
                for g in case.analysis.groups
                if g.status is status
            ]
            found += _section(heading(status), alike)
    return (*found, *_detached(case, review))


def _section(title: str, rows: list[Entry]) -> list[Entry]:
    return [Entry(title), *rows] if rows else []


def _of_conflict(conflict: Conflict, question: str, letters: dict[str, str], review: Review) -> Entry:
    verdict = review.by_conflict.get(conflict.id)
    answers = answers_of(conflict, letters)
    sources = frozenset(letters[claim] for claim in conflict.claims)
    look = look_of(conflict.status, within=len(sources) == 1)
    told = "; ".join(f"{words}: {sources}" for words, sources in answers)
    decided = tr("Verdict: {verdict}", verdict=verdict_words(verdict)) if verdict else tr("Undecided")
    badge = badge_of(verdict, conflict, answers) + (" ?" if conflict.id in review.changed else "") if verdict else ""
    return Entry(
        question,
        answers,
        look,
        badge,
        conflict=conflict,
        verdict=verdict,
        changed=conflict.id in review.changed,
        sources=sources,
        kind=conflict.kind,
        spoken=f"{look_words(look)}: {question} {told}. {decided}. {conflict.reason}",
    )


def _still_holds(row: Entry, conflict: Conflict, groups: Mapping[str, Group], review: Review) -> bool:
    """Whether a row shows this very conflict, under the question and with the verdict it has now."""
    same = row.conflict is conflict and row.title == groups[conflict.group].question
    judged = row.verdict is review.by_conflict.get(conflict.id) and row.changed == (conflict.id in review.changed)
    return same and judged


def _quoted(conflict: Conflict, quotations: Mapping[str, str]) -> tuple[str, ...]:
    """The quotation behind each answer, the first where several articles give it; none unless each has one."""
    found = [next((quotations[c] for c in answer.claims if c in quotations), "") for answer in conflict.answers]
    return tuple(found) if conflict.kind is Kind.QUOTATION and all(found) else ()


def badge_of(verdict: Verdict, conflict: Conflict, answers: tuple[tuple[str, str], ...]) -> str:
    """The verdict in a word: the chosen answer when it is short, else the articles that give it."""
    if verdict.decision is not Decision.ANSWER:
        return {
            Decision.OPEN: tr("record"),
            Decision.ALL_HOLD: tr("both") if len(answers) == 2 else tr("all"),
            Decision.NEITHER: tr("neither"),
            Decision.UNKNOWN: tr("can’t tell"),
            Decision.NOT_A_CONFLICT: tr("no conflict"),
        }[verdict.decision]
    if len(", ".join(verdict.answers)) <= 12:
        return ", ".join(verdict.answers)
    told = zip(conflict.answers, answers, strict=True)
    chosen = [sources for answer, (_, sources) in told if answer.text in verdict.answers]
    if len(chosen) > 1:  # the letters of several would not tell which are meant
        return trn("{count} answer", "{count} answers", len(chosen))
    return ", ".join(chosen) or "✓"


@once
def _places(case: Case) -> dict[str, tuple[int, int]]:
    """Claim id -> its article's position in the case, and where it begins there."""
    numbers = {article.id: number for number, article in enumerate(case.articles)}
    claims = case.analysis.claims if case.analysis else ()
    return {claim.id: (numbers.get(claim.article, len(numbers)), claim.span.start) for claim in claims}


def _of_group(group: Group, claims: Mapping[str, Claim], letters: dict[str, str], review: Review) -> Entry:
    said: dict[str, list[str]] = {}
    for id in group.claims:
        said.setdefault(shortened(claims[id].text), []).append(letters[id])
    answers = tuple((text, ", ".join(sorted(set(where)))) for text, where in said.items())
    told = "; ".join(f"{text}: {where}" for text, where in answers)
    look = look_of(group.status)
    sources = frozenset(letters[id] for id in group.claims)
    spoken = f"{look_words(look)}: {group.question} {told}"
    verdict = review.by_conflict.get(group.id)
    return Entry(
        group.question,
        answers,
        look,
        tr("record") if verdict else "",
        group=group,
        verdict=verdict,
        spoken=f"{spoken}. {tr('It has a record.')}" if verdict else spoken,
        sources=sources,
        kind=group.kind,
    )


def _detached(case: Case, review: Review) -> Iterator[Entry]:
    """The verdicts that have no place, under what became of it."""
    if not review.detached:
        return
    from factcheck.hand import Loss, losses_of  # they know the analysis, which the first paint need not wait for

    lost: dict[Loss, list[Entry]] = {}
    for verdict, (loss, act) in zip(review.detached, losses_of(case, review.detached), strict=True):
        lost.setdefault(loss, []).append(_of_detached(verdict, act, settled=loss is Loss.SETTLED))
    headings = {
        Loss.REFUSED: tr("Verdicts on what was said to be no claim"),
        Loss.SETTLED: tr("Verdicts on what is no conflict any more"),
        Loss.GONE: tr("Verdicts whose words are gone from the articles"),
    }
    for loss, title in headings.items():
        yield from _section(title, lost.get(loss, []))


def _of_detached(verdict: Verdict, refused: Act | None, *, settled: bool) -> Entry:
    words = verdict_words(verdict)
    quotes = tuple((shortened(anchor.quote), "") for anchor in verdict.anchors[:2])
    told = {"question": verdict.question, "verdict": words}
    spoken = tr("Verdict whose words are gone: {question} {verdict}", **told)
    if settled:
        spoken = tr("Verdict on what is no conflict any more: {question} {verdict}", **told)
    if refused is not None:
        from ui.hand.words import refusal_words

        why = refusal_words(refused)
        spoken = tr("Verdict: {question} {verdict}. {why}", **told, why=". ".join(why))
        quotes = (*((line, "") for line in why), *quotes[:1])
    return Entry(verdict.question, quotes, None, tr("kept"), verdict=verdict, spoken=spoken, kind=verdict.kind)


def open_conflict(entry: Entry) -> bool:
    """True for a conflict that nobody has decided; updates explain themselves and need no verdict."""
    return entry.conflict is not None and entry.conflict.status is Status.CONFLICT and not decides(entry.verdict)


def with_marks(rows: Iterable[Entry], marks: Mapping[str, TeamMark]) -> tuple[Entry, ...]:
    """The rows with what is to be told of the people at them."""
    told = ((row, marks.get(identity(row), NO_MARK)) for row in rows)
    return tuple(row if row.team == mark else replace(row, team=mark) for row, mark in told)


def identity(entry: Entry) -> str:
    """What a row is found again by after the list was made anew."""
    found = entry.conflict or entry.group or entry.verdict
    return found.id if found else ""


class Role(IntEnum):
    ENTRY = int(Qt.ItemDataRole.UserRole)


ROLES: dict[int, Callable[[Entry], Any]] = {
    Qt.ItemDataRole.DisplayRole: lambda entry: entry.title,
    Qt.ItemDataRole.AccessibleTextRole: lambda entry: entry.told or entry.title,
    Qt.ItemDataRole.ToolTipRole: lambda entry: tool_tip("" if entry.heading else entry.title),
    Role.ENTRY: lambda entry: entry,
}


class ConflictModel(QAbstractListModel):
    """The rows that are shown. It is reset as a whole: 10,000 rows take milliseconds that way."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[Entry, ...] = ()
        self._numbers: dict[str, int] = {}

    @property
    def rows(self) -> tuple[Entry, ...]:
        return self._rows

    def show(self, rows: Iterable[Entry]) -> None:
        self.beginResetModel()
        self._rows = tuple(rows)
        self._numbers = {}
        self.endResetModel()

    def row_of(self, id: str) -> int | None:
        """The row of a conflict, calm group or verdict; None when it is filtered away."""
        if not self._numbers:
            self._numbers = {identity(entry): row for row, entry in enumerate(self._rows) if not entry.heading}
        return self._numbers.get(id)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        tell = ROLES.get(role)
        if tell is None or not index.isValid() or index.row() >= len(self._rows):
            return None
        return tell(self._rows[index.row()])

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and index.row() < len(self._rows) and self._rows[index.row()].heading:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)
