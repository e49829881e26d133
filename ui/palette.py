"""The command palette: everything that can be done or gone to, found by a few letters of its name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QHeaderView, QLineEdit, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget
from rapidfuzz import fuzz

from ui.plain import PlainLabel
from ui.translation import tr

MOST = 60  # rows; what comes after is not what was meant
LEAST = 70  # rapidfuzz points, 0 to 100, that a misspelt word needs against a word of the command
WIDTH, HEIGHT, TOP = 620, 420, 60  # pixels


@dataclass(frozen=True, slots=True)
class Command:
    """One row: what it does, where it belongs, its keys, and what runs when it is chosen."""

    text: str
    about: str
    run: Callable[[], object]
    keys: str = ""


def commands_of(actions: Iterable[QAction], menus: dict[str, str]) -> list[Command]:
    """The actions that can be done now; `menus` gives each action's name the menu it stands in."""
    return [
        Command(
            action.text().replace("&&", "&").rstrip("…"),
            menus.get(action.objectName(), ""),
            action.trigger,
            action.shortcut().toString(QKeySequence.SequenceFormat.NativeText),
        )
        for action in actions
        if action.isEnabled()
    ]


def ranked(commands: Sequence[Command], typed: str) -> list[Command]:
    """The commands that hold every typed word, best first: as a beginning of a word, within one, nearly so."""
    words = typed.lower().split()
    if not words:
        return list(commands[:MOST])
    scored = [(min(_score(word, command) for word in words), -at, command) for at, command in enumerate(commands)]
    found = sorted((s for s in scored if s[0] >= LEAST), key=lambda s: s[:2], reverse=True)
    return [command for *_, command in found[:MOST]]


def _score(word: str, command: Command) -> float:
    """How well one typed word fits: 100 for a beginning of a word of the text, 0 for nothing alike."""
    text, about = command.text.lower(), command.about.lower()
    if any(part.startswith(word) for part in text.split()):
        return 100
    if word in text or any(part.startswith(word) for part in about.split()):
        return 90
    if len(word) < 4:
        return 0
    return 0.85 * max(fuzz.ratio(word, part[: len(word) + 1]) for part in text.split())


class Palette(QDialog):
    """A field and the rows that fit it. Enter runs the chosen one; Escape leaves."""

    def __init__(self, commands: Sequence[Command], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setAccessibleName(tr("Command palette"))
        self._commands, self._shown = tuple(commands), list[Command]()
        self.chosen: Command | None = None
        self.field = QLineEdit(placeholderText=tr("Type what you want to do or go to"))
        self.field.setAccessibleName(tr("Command"))
        self.field.installEventFilter(self)
        self.rows = QTreeWidget(columnCount=3)
        self.rows.setProperty("role", "rows")
        self.rows.setRootIsDecorated(False)
        self.rows.setHeaderHidden(True)
        self.rows.setUniformRowHeights(True)
        self.rows.setAccessibleName(tr("Commands"))
        self.rows.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows.header().setStretchLastSection(False)
        self.rows.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, 2):
            self.rows.header().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 10, 10, 10)
        layout.addWidget(self.field)
        self.nothing = PlainLabel(tr("Nothing is called that."), "muted")
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.nothing.setMargin(24)
        layout.addWidget(self.nothing, 1)
        layout.addWidget(self.rows, 1)
        self.field.textChanged.connect(self._show)
        self.field.returnPressed.connect(self._take)
        self.rows.itemClicked.connect(lambda *_: self._take())
        self._show("")
        self.resize(min(WIDTH, parent.width() - 40), min(HEIGHT, parent.height() - 80))
        middle = parent.mapToGlobal(parent.rect().center())
        self.move(middle.x() - self.width() // 2, parent.mapToGlobal(parent.rect().topLeft()).y() + TOP)

    def _show(self, typed: str) -> None:
        self._shown = ranked(self._commands, typed)
        self.rows.clear()
        for command in self._shown:
            row = QTreeWidgetItem(self.rows, [command.text, command.about, command.keys])
            for column in (1, 2):
                row.setForeground(column, self.palette().placeholderText())
        self._choose(0)
        self.rows.setVisible(bool(self._shown))
        self.nothing.setVisible(not self._shown)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A border of its own: no frame of the system's stands round it."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(self.palette().dark().color())
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _choose(self, row: int) -> None:
        """The row of this number, else the nearest."""
        model = self.rows.model()
        self.rows.setCurrentIndex(model.index(max(0, min(row, model.rowCount() - 1)), 0))

    def _take(self) -> None:
        row = self.rows.currentIndex().row()
        if 0 <= row < len(self._shown):
            self.chosen = self._shown[row]
            self.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows and page keys move in the rows while the field keeps the keyboard."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and event.key() in STEPS:
            self._choose(self.rows.currentIndex().row() + STEPS[Qt.Key(event.key())])
            return True
        return super().eventFilter(watched, event)


STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 10, Qt.Key.Key_PageUp: -10}
