"""What this machine must have before Qt can be loaded; Qt itself would only abort.

Standard library alone: `./workbench` asks here before anything is installed.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import socket
import sys
from pathlib import Path

# Shared library -> the Debian package that brings it, by Qt platform (read from the NEEDED entries of Qt's own files;
# what these packages depend on comes with them).
OFFSCREEN = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
LIBRARIES = {
    "offscreen": OFFSCREEN,
    "xcb": OFFSCREEN
    | {
        "libxcb-cursor.so.0": "libxcb-cursor0",
        "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
        "libxcb-icccm.so.4": "libxcb-icccm4",
        "libxcb-keysyms.so.1": "libxcb-keysyms1",
        "libxcb-shape.so.0": "libxcb-shape0",
    },
    "wayland": OFFSCREEN
    | {
        "libwayland-client.so.0": "libwayland-client0",
        "libwayland-cursor.so.0": "libwayland-cursor0",
        "libwayland-egl.so.1": "libwayland-egl1",
    },
}


def window_problem(command: str = "factcheck") -> str | None:
    """Why no window can open here, in one line with the remedy; None when one can. `command` is what to start again."""
    if not sys.platform.startswith("linux"):
        return None
    problems = []
    for platform in platforms():
        missing = missing_libraries(platform)
        problem = packages_line(missing) if missing else display_problem(platform, command)
        if problem is None:
            return None
        problems.append(problem)
    return problems[0]


def platforms() -> tuple[str, ...]:
    """The Qt platforms that will be tried here, first choice first: "wayland", "xcb", "offscreen" ..."""
    asked = os.environ.get("QT_QPA_PLATFORM")
    if asked:
        return tuple(one.partition(":")[0] for one in asked.split(";"))
    return ("wayland", "xcb") if os.environ.get("WAYLAND_DISPLAY") else ("xcb",)


def missing_libraries(platform: str) -> list[str]:
    """The Debian packages whose libraries this machine lacks for a Qt platform, in the order of the table."""
    if not sys.platform.startswith("linux"):
        return []
    return [package for library, package in LIBRARIES.get(platform, OFFSCREEN).items() if not _loads(library)]


def packages_line(packages: list[str]) -> str:
    """How to get missing Debian packages, in one line."""
    if shutil.which("apt-get"):
        return f"system packages are missing; install them with: {as_root('apt-get install -y ' + ' '.join(packages))}"
    return f"system packages are missing; install what Debian calls: {' '.join(packages)}"


def display_problem(platform: str, command: str = "factcheck") -> str | None:
    """Why there is no screen for this Qt platform, in one line with the remedy; None when there is one."""
    if platform == "xcb":
        named, answers = os.environ.get("DISPLAY"), _x_answers
    elif platform == "wayland":
        named, answers = os.environ.get("WAYLAND_DISPLAY", "wayland-0"), _wayland_answers
    else:
        return None
    if named and answers():
        return None
    what = f"the screen {named} does not answer" if named else "there is no screen to open on"
    virtual = f"xvfb-run -a {command}"
    if not shutil.which("xvfb-run") and shutil.which("apt-get"):
        virtual = f"{as_root('apt-get install -y xvfb xauth')} && {virtual}"
    return f"{what}; start it in a desktop session, or on a virtual screen with: {virtual}"


def as_root(command: str) -> str:
    """The command as this person must type it to have root's rights."""
    return command if os.geteuid() == 0 else f"sudo {command}"


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _x_answers() -> bool:
    """True when the X server of DISPLAY takes us in, its access rights included."""
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    refused = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return not refused


def _wayland_answers() -> bool:
    folder = Path(os.environ.get("XDG_RUNTIME_DIR", "/"))
    with socket.socket(socket.AF_UNIX) as connection:
        try:
            # A WAYLAND_DISPLAY that is an absolute path wins over the folder.
            connection.connect(str(folder / os.environ.get("WAYLAND_DISPLAY", "wayland-0")))
        except OSError:
            return False
    return True
