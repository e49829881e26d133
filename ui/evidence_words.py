"""Items of evidence in words, and which of them changed between two verdicts. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from factcheck.history import Difference
from factcheck.values import Evidence
from ui.days import day_words
from ui.translation import tr
from ui.wording import STANCES, shortened

LONGEST = 44
"""Characters of an address where it only says which item is meant."""


def without_middle(address: str, most: int = LONGEST) -> str:
    """A long address by its beginning and its end: "https://www.example.org/20…three-cosmonauts"."""
    if len(address) <= most:
        return address
    end = (most - 1) // 2
    return f"{address[: most - 1 - end]}…{address[-end:]}"


def evidence_differences(old: Sequence[Evidence], new: Sequence[Evidence]) -> Iterator[Difference]:
    """An item a line: what was added, removed or altered. What stayed is not told, nor what stayed of an item."""
    before, after = {item.id: item for item in old}, {item.id: item for item in new}
    for id, item in before.items():
        if id not in after:
            yield Difference(tr("Evidence removed"), item_words(item), "")
        elif altered := _altered(_parts(item), _parts(after[id])):
            yield Difference(tr("Evidence altered: {source}", source=source_words(item)), *altered)
    yield from (
        Difference(tr("Evidence added"), "", item_words(item)) for id, item in after.items() if id not in before
    )


def source_words(item: Evidence) -> str:
    """Which item it is: its address, its file, or its first words."""
    return (
        without_middle(item.url)
        or item.file_name
        or shortened(item.words or (item.anchor.quote if item.anchor else ""))
    )


def item_words(item: Evidence) -> str:
    """All of an item on one line: what it does, where it is from, what it shows."""
    told = dict(_parts(item)) | {"url": without_middle(item.url), "archived": _archived(without_middle(item.archived))}
    return _joined(told.values())


def _parts(item: Evidence) -> Mapping[str, str]:
    return {
        "stance": tr(STANCES[item.stance][1]),
        "words": item.words or (item.anchor.quote if item.anchor else ""),
        "note": item.note,
        "url": item.url,
        "archived": _archived(item.archived),
        "accessed": tr("read on {day}", day=day_words(item.accessed)) if item.accessed else "",
        "file": item.file_name or item.file,
    }


def _archived(address: str) -> str:
    return tr("archived at {address}", address=address) if address else ""


def _altered(old: Mapping[str, str], new: Mapping[str, str]) -> tuple[str, str] | None:
    """The parts that differ, on either side; None when none does."""
    names = [name for name in old if old[name] != new[name]]
    return (_joined(old[name] for name in names), _joined(new[name] for name in names)) if names else None


def _joined(parts: Iterable[str]) -> str:
    return " · ".join(part for part in parts if part)
