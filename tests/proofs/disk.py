"""A disk that loses its power: what a program asked of it, and what may be left of that.

Only what was synced is sure. Of everything since, each sector of a file and the file's length are as they were after
some request or other, every one for itself; a file that was made or deleted may or may not be there, until its folder
is synced. That is harsher than any file system in use, which keeps at least some of its requests in order.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

SECTORS = (512, 4096)
"""Bytes that a disk writes wholly or not at all."""


@dataclass(frozen=True, slots=True)
class Made:
    path: str


@dataclass(frozen=True, slots=True)
class Deleted:
    path: str


@dataclass(frozen=True, slots=True)
class FolderSynced:
    pass


@dataclass(frozen=True, slots=True)
class Wrote:
    path: str
    offset: int
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Truncated:
    path: str
    size: int


@dataclass(frozen=True, slots=True)
class Synced:
    path: str


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """No request: the program told the person that this many steps are saved."""

    steps: int


Event = Made | Deleted | FolderSynced | Wrote | Truncated | Synced | Acknowledged
Image = dict[str, bytes]
"""What a disk holds: the bytes of each file by its path."""


@dataclass(slots=True)
class _File:
    sure: bytearray = field(default_factory=bytearray)
    asked: list[Wrote | Truncated] = field(default_factory=list)

    def sync(self) -> None:
        self.sure = self.after_all()
        self.asked.clear()

    def after_all(self) -> bytearray:
        """The bytes after every request."""
        data = bytearray(self.sure)
        for request in self.asked:
            _obey(data, request)
        return data

    def after_a_cut(self, chance: random.Random) -> bytes:
        left = bytearray(self.sure)
        if not self.asked:
            return bytes(left)
        moment = _moments(len(self.asked), chance)
        sector = chance.choice(SECTORS)
        lengths = _lengths(len(self.sure), self.asked)
        size = lengths[next(moment)]
        # Where a file grew and nothing was written yet: zeros on most file systems, anything on some.
        fill = chance.choice((bytes(sector), chance.randbytes(sector)))
        left.extend(fill * (-(-max(lengths) // sector) - len(left) // sector))
        for start in sorted(_written(self.asked, sector)):
            whole = left[start : start + sector]
            for request in _last_write_ends(self.asked[: next(moment)], start, start + sector):
                _obey_within(whole, start, request)
            left[start : start + sector] = whole
        return bytes(left[:size])


class Disk:
    """Takes requests one by one; `cut` tells what the next start would find."""

    def __init__(self, held: Image) -> None:
        self._sure = {path: _File(bytearray(data)) for path, data in held.items()}
        self._now = dict(self._sure)
        self._asked: list[tuple[str, _File | None]] = []

    def take(self, event: Event) -> None:
        match event:
            case Made(path):
                self._now[path] = _File()
                self._asked.append((path, self._now[path]))
            case Deleted(path):
                del self._now[path]
                self._asked.append((path, None))
            case FolderSynced():
                _name(self._sure, self._asked)
                self._asked.clear()
            case Wrote(path) | Truncated(path):
                self._now[path].asked.append(event)
            case Synced(path):
                self._now[path].sync()
            case Acknowledged():
                pass

    def now(self) -> Image:
        """What programs read from it: all that was asked for."""
        return {path: bytes(file.after_all()) for path, file in self._now.items()}

    def cut(self, chance: random.Random) -> Image:
        names = dict(self._sure)
        _name(names, (asked for asked in self._asked if chance.random() < 0.5))
        return {path: file.after_a_cut(chance) for path, file in names.items()}


def cuts(held: Image, events: Sequence[Event], number: int, chance: random.Random) -> Iterator[tuple[Image, int]]:
    """`number` images after cuts at random moments, with the steps that were acknowledged before each."""
    moments = sorted(chance.randrange(len(events) + 1) for _ in range(number))
    disk, acknowledged, taken = Disk(held), 0, 0
    for moment in moments:
        for event in events[taken:moment]:
            disk.take(event)
            if isinstance(event, Acknowledged):
                acknowledged = event.steps
        taken = moment
        yield disk.cut(chance), acknowledged


# --- requests on bytes ----------------------------------------------------------------------------


def _name(names: dict[str, _File], asked: Iterable[tuple[str, _File | None]]) -> None:
    for path, file in asked:
        if file is not None:
            names[path] = file
        else:
            names.pop(path, None)


def _obey(data: bytearray, request: Wrote | Truncated) -> None:
    if isinstance(request, Truncated):
        data[request.size :] = bytes(max(0, request.size - len(data)))
    else:
        data.extend(bytes(max(0, request.offset - len(data))))
        data[request.offset : request.offset + len(request.data)] = request.data


def _obey_within(piece: bytearray, start: int, request: Wrote | Truncated) -> None:
    """Do to the bytes from `start` on what the request does to the file."""
    if isinstance(request, Truncated):
        kept = min(max(0, request.size - start), len(piece))
        piece[kept:] = bytes(len(piece) - kept)
        return
    first, last = max(start, request.offset), min(start + len(piece), request.offset + len(request.data))
    if first < last:
        piece[first - start : last - start] = request.data[first - request.offset : last - request.offset]


def _lengths(size: int, asked: Sequence[Wrote | Truncated]) -> list[int]:
    """The length of a file before the requests, and after each."""
    lengths = [size]
    for request in asked:
        size = request.size if isinstance(request, Truncated) else max(size, request.offset + len(request.data))
        lengths.append(size)
    return lengths


def _written(asked: Iterable[Wrote | Truncated], sector: int) -> set[int]:
    """Where the sectors begin that were written to."""
    starts: set[int] = set()
    for request in asked:
        if isinstance(request, Wrote):
            first, last = request.offset // sector * sector, request.offset + len(request.data)
            starts.update(range(first, last, sector))
    return starts


def _last_write_ends(asked: Sequence[Wrote | Truncated], start: int, end: int) -> Sequence[Wrote | Truncated]:
    """The requests up to the last that wrote to these bytes: making a file shorter alone writes to no sector."""
    for number in range(len(asked), 0, -1):
        request = asked[number - 1]
        if isinstance(request, Wrote) and request.offset < end and start < request.offset + len(request.data):
            return asked[:number]
    return ()


def _moments(last: int, chance: random.Random) -> Iterator[int]:
    """For one sector after another, how many of the requests it has seen: none, all, or any number between."""
    style = chance.choice(("none", "all", "any", "mostly none", "mostly all"))
    while True:
        match style:
            case "none" | "all":
                yield last if style == "all" else 0
            case "any":
                yield chance.randint(0, last)
            case _:
                one_in_ten = chance.random() < 0.1
                yield last if one_in_ten == (style == "mostly none") else 0
