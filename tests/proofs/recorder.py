"""Notes everything SQLite asks of the disk, while it goes on asking the disk.

SQLite reaches the disk through a table of functions, its VFS. This module registers a copy of the usual one as the
default, with those functions replaced that change something. Only for a process of its own: it cannot be taken back.
See https://sqlite.org/vfs.html and, for the order of syncs, https://sqlite.org/atomiccommit.html.
"""

from __future__ import annotations

import _sqlite3
import ctypes
from collections.abc import Callable
from ctypes import CFUNCTYPE, POINTER, Structure, addressof, c_char_p, c_int, c_int64, c_void_p, cast, string_at
from pathlib import Path
from typing import Any

from tests.proofs.disk import Deleted, Event, FolderSynced, Made, Synced, Truncated, Wrote

MAY_CREATE = 0x4  # SQLITE_OPEN_CREATE
OK = 0


class Vfs(Structure):
    """`sqlite3_vfs`, as far as it is needed: the functions that are not replaced are copied with it."""

    _fields_ = (
        ("iVersion", c_int),
        ("szOsFile", c_int),
        ("mxPathname", c_int),
        ("pNext", c_void_p),
        ("zName", c_char_p),
        ("pAppData", c_void_p),
        *(
            (f"x{name}", c_void_p)
            for name in ["Open", "Delete", "Access", "FullPathname", "DlOpen", "DlError", "DlSym", "DlClose"]
        ),
        *(
            (f"x{name}", c_void_p)
            for name in ["Randomness", "Sleep", "CurrentTime", "GetLastError", "CurrentTimeInt64"]
        ),
        *((f"x{name}", c_void_p) for name in ["SetSystemCall", "GetSystemCall", "NextSystemCall"]),
    )


class Methods(Structure):
    """`sqlite3_io_methods`: what can be done with an open file."""

    _fields_ = (
        ("iVersion", c_int),
        *(
            (f"x{name}", c_void_p)
            for name in ["Close", "Read", "Write", "Truncate", "Sync", "FileSize", "Lock", "Unlock"]
        ),
        *((f"x{name}", c_void_p) for name in ["CheckReservedLock", "FileControl", "SectorSize"]),
        *((f"x{name}", c_void_p) for name in ["DeviceCharacteristics", "ShmMap", "ShmLock", "ShmBarrier", "ShmUnmap"]),
        *((f"x{name}", c_void_p) for name in ["Fetch", "Unfetch"]),
    )


OPEN = CFUNCTYPE(c_int, c_void_p, c_void_p, c_void_p, c_int, c_void_p)
DELETE = CFUNCTYPE(c_int, c_void_p, c_void_p, c_int)
CLOSE = CFUNCTYPE(c_int, c_void_p)
WRITE = CFUNCTYPE(c_int, c_void_p, c_void_p, c_int, c_int64)
TRUNCATE = CFUNCTYPE(c_int, c_void_p, c_int64)
SYNC = CFUNCTYPE(c_int, c_void_p, c_int)
SET_CALL = CFUNCTYPE(c_int, c_void_p, c_char_p, c_void_p)
GET_CALL = CFUNCTYPE(c_void_p, c_void_p, c_char_p)
OPEN_FOLDER = CFUNCTYPE(c_int, c_void_p, c_void_p)


class Recorder:
    """From its making on, `events` grows with every change SQLite asks for in `folder`."""

    def __init__(self, folder: Path) -> None:
        self.events: list[Event] = []
        self._folder = str(folder.resolve())
        self._paths: dict[int, str] = {}
        self._recorded: dict[int, Methods] = {}
        self._kept: list[object] = []  # C calls these for as long as the process lives
        library = ctypes.CDLL(_sqlite3.__file__)  # finds what this very module is linked with
        library.sqlite3_vfs_find.restype = POINTER(Vfs)
        library.sqlite3_vfs_register.argtypes = (c_void_p, c_int)
        self._usual = library.sqlite3_vfs_find(None).contents
        self._vfs = Vfs.from_buffer_copy(self._usual)
        self._vfs.zName = b"recorded"
        self._replace(self._vfs, "xOpen", OPEN, self._open)
        self._replace(self._vfs, "xDelete", DELETE, self._delete)
        self._replace_folder_sync()
        assert library.sqlite3_vfs_register(addressof(self._vfs), 1) == OK

    def _replace(self, table: Structure, name: str, form: Any, instead: Callable[..., int]) -> None:
        """Put into the table what calls `instead(original, *arguments)`."""
        original = form(getattr(table, name))
        ours = form(lambda *arguments: instead(original, *arguments))
        self._kept += [original, ours]
        setattr(table, name, cast(ours, c_void_p))

    def _replace_folder_sync(self) -> None:
        """A folder is opened for one reason alone: to be synced."""
        original = OPEN_FOLDER(GET_CALL(self._usual.xGetSystemCall)(addressof(self._usual), b"openDirectory"))

        def open_folder(path: int, handle: int) -> int:
            if self._ours(string_at(path).decode()):
                self.events.append(FolderSynced())
            return int(original(path, handle))

        ours = OPEN_FOLDER(open_folder)
        self._kept += [original, ours]
        set_call = SET_CALL(self._usual.xSetSystemCall)
        assert set_call(addressof(self._usual), b"openDirectory", cast(ours, c_void_p)) == OK

    def _ours(self, path: str) -> bool:
        return path.rpartition("/")[0] == self._folder and not path.endswith("-shm")

    # --- what SQLite calls ------------------------------------------------------------------------

    def _open(self, original: Any, vfs: int, name: int, file: int, flags: int, out: int) -> int:
        path = string_at(name).decode() if name else ""
        made = flags & MAY_CREATE and self._ours(path) and not Path(path).exists()
        result = int(original(vfs, name, file, flags, out))
        if result == OK and self._ours(path):
            if made:
                self.events.append(Made(path))
            self._paths[file] = path
            first_word = c_void_p.from_address(file)  # sqlite3_file begins with the address of its methods
            assert first_word.value is not None
            first_word.value = addressof(self._methods(first_word.value))
        return result

    def _methods(self, usual: int) -> Methods:
        if usual not in self._recorded:
            methods = Methods.from_buffer_copy(Methods.from_address(usual))
            self._replace(methods, "xClose", CLOSE, self._close)
            self._replace(methods, "xWrite", WRITE, self._write)
            self._replace(methods, "xTruncate", TRUNCATE, self._truncate)
            self._replace(methods, "xSync", SYNC, self._sync)
            self._recorded[usual] = methods
        return self._recorded[usual]

    def _close(self, original: Any, file: int) -> int:
        del self._paths[file]
        return int(original(file))

    def _write(self, original: Any, file: int, data: int, length: int, offset: int) -> int:
        self.events.append(Wrote(self._paths[file], offset, string_at(data, length)))
        return int(original(file, data, length, offset))

    def _truncate(self, original: Any, file: int, size: int) -> int:
        self.events.append(Truncated(self._paths[file], size))
        return int(original(file, size))

    def _sync(self, original: Any, file: int, flags: int) -> int:
        self.events.append(Synced(self._paths[file]))
        return int(original(file, flags))

    def _delete(self, original: Any, vfs: int, name: int, sync_folder: int) -> int:
        path = string_at(name).decode()
        if self._ours(path) and Path(path).exists():
            self.events.append(Deleted(path))
        return int(original(vfs, name, sync_folder))
