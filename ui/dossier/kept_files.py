"""Files kept as evidence: taken in whole under their hash, opened as a copy, saved elsewhere."""

from __future__ import annotations

from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import QObject, QTemporaryDir, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from factcheck.errors import FactcheckError
from factcheck.values import Evidence, Stance
from ui.bridge import Bridge
from ui.translation import tr


class KeptFiles(QObject):
    """Asks for files and hands them out. What goes wrong is told in one line."""

    failed = Signal(str)

    def __init__(self, bridge: Bridge, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge, self._widget = bridge, parent
        self._copies: QTemporaryDir | None = None  # gone with the program

    def choose(self) -> Evidence | None:
        """Ask for a file and keep it."""
        path, _ = QFileDialog.getOpenFileName(self._widget, tr("Keep a file as evidence"))
        return self.keep(Path(path)) if path else None

    def keep(self, path: Path) -> Evidence | None:
        """The item for a file, which is in the store from now on whatever becomes of the original."""
        if self._bridge.case is None:
            return None
        try:
            sha256, name = self._bridge.workspace.attach(self._bridge.case.id, path)
        except FactcheckError as error:
            self.failed.emit(str(error))
            return None
        return Evidence(uuid4().hex, Stance.SUPPORTS, file=sha256, file_name=name)

    def open(self, evidence: Evidence) -> None:
        """Show a copy in the program the system has for such files."""
        self._copies = self._copies or QTemporaryDir()
        copy = Path(self._copies.path()) / evidence.file[:12] / _bare(evidence.file_name)
        copy.parent.mkdir(exist_ok=True)
        if self.write(evidence, copy):
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy)))

    def save_copy(self, evidence: Evidence) -> None:
        path, _ = QFileDialog.getSaveFileName(self._widget, tr("Save a copy"), _bare(evidence.file_name))
        if path:
            self.write(evidence, Path(path))

    def write(self, evidence: Evidence, path: Path) -> bool:
        """Write the file as it was kept; False when that failed."""
        from factcheck.reports.writing import write_bytes

        if self._bridge.case is None:
            return False
        try:
            write_bytes(path, self._bridge.workspace.attachment(self._bridge.case.id, evidence.file))
        except FactcheckError as error:
            self.failed.emit(str(error))
            return False
        return True


def _bare(name: str) -> str:
    """A file's name without any folder: it may have come from another computer."""
    return name.replace("\\", "/").rpartition("/")[2].lstrip(".") or "file"
