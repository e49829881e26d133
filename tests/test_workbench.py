"""The set-up script: it sets up once, repairs what was cut off, and says in one line what is missing."""

from __future__ import annotations

import importlib.util
import os
import shutil
import sys
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import ModuleType

import pytest

from factcheck.cli import COMMANDS

SCRIPT = Path(__file__).resolve().parent.parent / "workbench"


class Clone:
    """The script in a folder of its own, where pip only notes what it was asked to install."""

    def __init__(self, script: ModuleType) -> None:
        self.script = script
        self.installed: list[str] = []
        vars(script)["run_pip"] = lambda what, *_: self.installed.append(what)

    def set_up(self, level: str) -> list[str]:
        """What one start installs."""
        self.installed.clear()
        self.script.set_up(level)
        return list(self.installed)


def loaded(root: Path) -> ModuleType:
    loader = SourceFileLoader("workbench", str(root / "workbench"))
    spec = importlib.util.spec_from_loader("workbench", loader)
    assert spec
    script = importlib.util.module_from_spec(spec)
    loader.exec_module(script)
    return script


@pytest.fixture
def clone(tmp_path: Path) -> Clone:
    root = tmp_path / "clone"
    (root / "requirements").mkdir(parents=True)
    shutil.copy(SCRIPT, root)
    for name in ("run", "build", "dev"):
        (root / "requirements" / f"{name}.txt").write_text(f"{name}==1.0\n")
    (root / "pyproject.toml").write_text("")
    return Clone(loaded(root))


RUN = ["the pinned libraries (run)", "the pinned libraries (build)", "Factcheck"]
DEV = ["the pinned libraries (dev)", "Factcheck"]


def test_the_first_start_sets_up_and_the_second_does_nothing(clone: Clone) -> None:
    assert clone.set_up("run") == RUN
    assert (clone.script.VENV / "bin" / "python").exists()
    assert clone.set_up("run") == []


def test_what_the_tests_need_holds_what_the_program_needs(clone: Clone) -> None:
    assert clone.set_up("dev") == DEV
    assert clone.set_up("run") == []


def test_the_tests_add_to_what_the_program_needed(clone: Clone) -> None:
    clone.set_up("run")
    (clone.script.VENV / "kept").touch()
    assert clone.set_up("dev") == DEV
    assert (clone.script.VENV / "kept").exists()


@pytest.mark.parametrize("changed", ["requirements/run.txt", "requirements/build.txt", "pyproject.toml"])
def test_changed_requirements_are_installed(clone: Clone, changed: str) -> None:
    clone.set_up("run")
    (clone.script.ROOT / changed).write_text("new==2.0\n")
    assert clone.set_up("run") == RUN
    assert clone.set_up("run") == []


def test_a_set_up_that_was_cut_off_begins_anew(clone: Clone, monkeypatch: pytest.MonkeyPatch) -> None:
    def cut_off(*_: object) -> None:
        (clone.script.VENV / "half a library").touch()
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(clone.script, "run_pip", cut_off)
        with pytest.raises(KeyboardInterrupt):
            clone.set_up("run")
    assert clone.set_up("run") == RUN
    assert not (clone.script.VENV / "half a library").exists()


def test_a_clone_that_was_moved_begins_anew(clone: Clone, tmp_path: Path) -> None:
    clone.set_up("run")
    moved = Clone(loaded(Path(shutil.move(clone.script.ROOT, tmp_path / "moved"))))
    assert moved.set_up("run") == RUN


def test_somebody_elses_environment_is_left_alone(clone: Clone) -> None:
    (clone.script.VENV / "bin").mkdir(parents=True)
    with pytest.raises(clone.script.Stop, match="was not made by"):
        clone.set_up("run")
    assert (clone.script.VENV / "bin").exists()


def test_no_network_is_said_in_one_line(clone: Clone) -> None:
    said = ["Collecting x", "WARNING: Retrying (Retry(total=4, ...)) after connection broken", "ERROR: No matching ..."]
    assert "no network" in clone.script.pip_failure(said)


def test_any_other_failure_of_pip_is_passed_on_in_one_line(clone: Clone) -> None:
    said = ["Collecting x", "ERROR: No space left on device", "more"]
    assert clone.script.pip_failure(said) == "pip failed: No space left on device"


def test_missing_pip_is_named_with_its_remedy(clone: Clone, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    with pytest.raises(clone.script.Stop, match=r"install them with: sudo apt-get install -y python3-pip$"):
        clone.script.needs_packages("run", ())
    clone.set_up("run")
    clone.script.needs_packages("run", ())


def test_a_person_without_root_is_told_what_to_install(clone: Clone, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: "found")
    monkeypatch.setattr("ui.system._loads", lambda library: "GL" not in library)
    with pytest.raises(clone.script.Stop) as stopped:
        clone.script.needs_packages("run", ("offscreen",))
    assert str(stopped.value).endswith("with: sudo apt-get install -y libgl1 libegl1")


def test_only_what_opens_a_window_needs_its_libraries(clone: Clone) -> None:
    assert set(COMMANDS) <= clone.script.WITHOUT_WINDOW


def test_an_old_python_looks_for_a_newer_one_and_else_says_so(clone: Clone, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[str] = []
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    monkeypatch.setattr(os, "execv", lambda path, _: started.append(path))
    monkeypatch.setattr(shutil, "which", {"python3.11": "/usr/bin/python3.11"}.get)
    with pytest.raises(clone.script.Stop, match=r"Python 3\.11 or newer is needed"):
        clone.script.needs_python()
    assert started == ["/usr/bin/python3.11"]
