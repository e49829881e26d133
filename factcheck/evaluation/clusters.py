"""Reported conflicts against annotated clusters of articles.

A cluster is a folder with articles `01.json`, `02.json`, ... and `gold.json`: items labelled conflict (clear or
soft), update, not_conflict or agreement, each with members, i.e. spans that answer one question with a value.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path

from factcheck.errors import FactcheckError
from factcheck.values import Analysis, Article, Claim, Conflict, Kind, Span, Status

CONFLICTS = ("clear", "soft", "update")
"""The labels of items a reader should be shown."""
QUOTED = {Kind.QUOTATION, Kind.ATTRIBUTION}


@dataclass(frozen=True, slots=True)
class Member:
    article: int  # position in the cluster, from 0
    span: Span
    text: str
    value: str


@dataclass(frozen=True, slots=True)
class Item:
    id: str
    label: str  # clear | soft | update | not_conflict | agreement
    kind: Kind
    question: str
    members: tuple[Member, ...]

    @property
    def wanted(self) -> bool:
        """Whether a reader should be shown it."""
        return self.label in CONFLICTS


@dataclass(frozen=True, slots=True)
class Cluster:
    name: str
    articles: tuple[Article, ...]
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Reported:
    """One conflict the program reported: the items it finds, and the annotated non-conflicts it joins."""

    conflict: Conflict
    claims: tuple[Claim, ...]
    finds: tuple[str, ...]
    known_alarm: str | None

    @property
    def right(self) -> bool:
        return bool(self.finds)


@dataclass(frozen=True, slots=True)
class Agreement:
    """Claims of several articles that are shown as agreeing; `right` is None when nobody annotated them."""

    kind: Kind
    right: bool | None


@dataclass(frozen=True, slots=True)
class Scored:
    cluster: Cluster
    reported: tuple[Reported, ...]
    found: frozenset[str]
    grouped: frozenset[str]  # agreements whose members stand together
    agreements: tuple[Agreement, ...] = ()


@dataclass
class Tally:
    """Sums over clusters, and the ratios people ask for."""

    wanted: dict[str, int] = field(default_factory=lambda: dict.fromkeys(("clear", "soft", "update", "agreement"), 0))
    found: dict[str, int] = field(default_factory=lambda: dict.fromkeys(("clear", "soft", "update", "agreement"), 0))
    right: int = 0
    alarms: int = 0
    known_alarms: int = 0
    pairs: int = 0

    @classmethod
    def summed(cls, parts: Iterable[Tally]) -> Tally:
        total = cls()
        for part in parts:
            for label in total.wanted:
                total.wanted[label] += part.wanted[label]
                total.found[label] += part.found[label]
            total.right += part.right
            total.alarms += part.alarms
            total.known_alarms += part.known_alarms
            total.pairs += part.pairs
        return total

    def add(self, scored: Scored) -> None:
        for item in scored.cluster.items:
            if item.label in self.wanted:
                self.wanted[item.label] += 1
                self.found[item.label] += item.id in (scored.found if item.wanted else scored.grouped)
        self.right += sum(r.right for r in scored.reported)
        self.alarms += sum(not r.right for r in scored.reported)
        self.known_alarms += sum(r.known_alarm is not None and not r.right for r in scored.reported)
        self.pairs += len(scored.cluster.articles) * (len(scored.cluster.articles) - 1) // 2

    @property
    def precision(self) -> float:
        return _share(self.right, self.right + self.alarms)

    @property
    def found_items(self) -> int:
        return sum(self.found[label] for label in CONFLICTS)

    @property
    def wanted_items(self) -> int:
        return sum(self.wanted[label] for label in CONFLICTS)

    @property
    def recall(self) -> float:
        return _share(self.found_items, self.wanted_items)

    @property
    def clear_found(self) -> float:
        return _share(self.found["clear"], self.wanted["clear"])

    @property
    def f1(self) -> float:
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def clusters_in(folder: Path) -> list[Path]:
    """The cluster folders in `folder` (or itself), by name."""
    return sorted(p.parent for p in (*folder.glob("*/gold.json"), *folder.glob("gold.json")))


def read_cluster(folder: Path, articles: Sequence[Article]) -> Cluster:
    """The annotation of a cluster whose articles were read already, in the order of their file names.

    Raises FactcheckError when the gold does not fit the articles.
    """
    path = folder / "gold.json"
    try:
        gold = json.loads(path.read_text("utf-8"))
        items = tuple(_item(item, articles) for item in gold["items"])
    except (OSError, LookupError, TypeError, ValueError) as error:
        raise FactcheckError(f"{path}: the annotation does not fit its articles ({error!r})") from error
    return Cluster(gold.get("cluster", folder.name), tuple(articles), items)


def _item(item: dict[str, object], articles: Sequence[Article]) -> Item:
    label = str(item["label"])
    members = []
    for m in item["members"]:  # type: ignore[attr-defined]
        position, span = int(m["article"]) - 1, Span(m["start"], m["end"])
        members.append(Member(position, span, span.of(articles[position].text), str(m["value"])))
    name = str(item.get("strength", "clear")) if label == "conflict" else label
    return Item(str(item["id"]), name, Kind(str(item["kind"])), str(item["question"]), tuple(members))


def score(cluster: Cluster, analysis: Analysis) -> Scored:
    """Hold one analysis against one annotation."""
    order = {a.id: n for n, a in enumerate(cluster.articles)}
    claims = {c.id: c for c in analysis.claims}
    reported = []
    for conflict in analysis.conflicts:
        members = tuple(claims[id] for id in conflict.claims)
        hits = [i for i in cluster.items if _joins(members, i, conflict.kind, order)]
        finds = tuple(i.id for i in hits if i.wanted)
        known = next((i.id for i in hits if not i.wanted), None)
        reported.append(Reported(conflict, members, finds, known))
    grouped, agreements = set(), []
    for group in analysis.groups:
        if group.status in {Status.AGREEMENT, Status.COMPATIBLE}:
            held = [claims[id] for id in group.claims]
            right = {i.id for i in cluster.items if i.label == "agreement" and _together(held, i, order)}
            grouped |= right
            if len({c.article for c in held}) > 1:
                wrong = any(i.wanted and _joins(held, i, group.kind, order) for i in cluster.items)
                agreements.append(Agreement(group.kind, True if right else False if wrong else None))
    found = frozenset(id for r in reported for id in r.finds)
    return Scored(cluster, tuple(reported), found, frozenset(grouped), tuple(agreements))


def _together(claims: Sequence[Claim], item: Item, order: dict[str, int]) -> bool:
    return sum(any(_answers(c, m, order) for c in claims) for m in item.members) > 1


def _joins(claims: Sequence[Claim], item: Item, kind: Kind, order: dict[str, int]) -> bool:
    """Whether the claims hold two that answer two differing members of the item."""
    if kind != item.kind and (kind in QUOTED) != (item.kind in QUOTED):
        return False
    for a, b in combinations(item.members, 2):
        if item.wanted and a.value == b.value:
            continue
        left = {c.id for c in claims if _answers(c, a, order)}
        right = {c.id for c in claims if _answers(c, b, order)}
        if left and right and (left != right or len(left) > 1):
            return True
    return False


def _answers(claim: Claim, member: Member, order: dict[str, int]) -> bool:
    """Same article and shared characters; or two or more words, the one text holding the other."""
    if order[claim.article] != member.article:
        return False
    if claim.span.overlaps(member.span):
        return True
    short, long = sorted((_words(claim.text), _words(member.text)), key=len)
    return " " in short and f" {short} " in f" {long} "


def _words(text: str) -> str:
    return " ".join("".join(c if c.isalnum() else " " for c in text.lower()).split())


def tally(scored: Iterable[Scored]) -> Tally:
    total = Tally()
    for one in scored:
        total.add(one)
    return total
