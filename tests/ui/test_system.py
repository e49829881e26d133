"""What the machine lacks is said in one line before Qt could abort."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from ui import system


@pytest.fixture(autouse=True)
def bare_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine with every library, apt-get, and no screen."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "XDG_RUNTIME_DIR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(system, "_loads", lambda _: True)
    monkeypatch.setattr(shutil, "which", lambda name: "/usr/bin/apt-get" if name == "apt-get" else None)
    monkeypatch.setattr("os.geteuid", lambda: 1000)


def test_no_screen_gives_the_remedy() -> None:
    assert system.window_problem() == (
        "there is no screen to open on; start it in a desktop session, or on a virtual screen with: "
        "sudo apt-get install -y xvfb xauth && xvfb-run -a factcheck"
    )


def test_a_screen_that_does_not_answer_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":987")
    assert (system.window_problem("./workbench") or "").startswith("the screen :987 does not answer; ")


def test_missing_libraries_are_named_as_debian_calls_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system, "_loads", lambda library: library != "libxcb-cursor.so.0")
    assert system.window_problem() == (
        "system packages are missing; install them with: sudo apt-get install -y libxcb-cursor0"
    )


def test_elsewhere_than_on_debian_no_command_is_invented(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    assert "apt-get" not in system.packages_line(["libgl1"])


def test_offscreen_needs_no_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert system.window_problem() is None


def test_a_library_that_does_not_exist_does_not_load(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    assert system.missing_libraries("offscreen") == []
    monkeypatch.setitem(system.LIBRARIES, "offscreen", {"libnobody.so.9": "libnobody9"})
    assert system.missing_libraries("offscreen") == ["libnobody9"]


def test_wayland_is_tried_first_and_x_after_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert system.platforms() == ("wayland", "xcb")
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb;offscreen:size=800x600")
    assert system.platforms() == ("xcb", "offscreen")


def test_a_wayland_screen_that_answers_is_enough(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-7")
    assert "wayland-7 does not answer" in (system.window_problem() or "")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "wayland-7"))
        server.listen()
        assert system.window_problem() is None


def test_other_systems_bring_what_qt_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert system.window_problem() is None
    assert system.missing_libraries("cocoa") == []


def test_it_works_before_anything_is_installed() -> None:
    """As the set-up script uses it: without site-packages."""
    here = Path(system.__file__).parent.parent
    asked = "import sys; from ui import system; system.window_problem(); assert 'PySide6' not in sys.modules"
    subprocess.run([sys.executable, "-S", "-E", "-s", "-c", asked], cwd=here, check=True)
