"""A web address on one line: a long one loses its middle, and is shown and copied in full on demand."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QApplication, QSizePolicy

from ui.plain import PlainLabel, tool_tip
from ui.translation import tr

LEAST = 60  # pixels


class Address(PlainLabel):
    """`said` holds "{address}" where the words around it are more than the address."""

    def __init__(self, address: str, said: str = "{address}", role: str = "") -> None:
        super().__init__(role=role)
        self.address, self._said = address, said
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setToolTip(tool_tip(address))
        self.setAccessibleName(said.replace("{address}", address))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        copying = QAction(tr("Copy the address"), self)
        copying.triggered.connect(self.copy)
        self.addAction(copying)
        self._fit()

    def copy(self) -> None:
        """All of it, whatever is shown."""
        QApplication.clipboard().setText(self.address)

    def minimumSizeHint(self) -> QSize:
        return QSize(LEAST, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        metrics = self.fontMetrics()
        room = self.width() - metrics.horizontalAdvance(self._said.replace("{address}", ""))
        shown = metrics.elidedText(self.address, Qt.TextElideMode.ElideMiddle, room)
        self.setText(self._said.replace("{address}", shown))
