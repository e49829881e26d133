"""The column on the right: the pages about the chosen question. It is closed until somebody asks for a page."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from factcheck.review import Review
from factcheck.values import Case
from ui.conflicts import Entry
from ui.dossier.subject import Page, Subject, Surroundings
from ui.icons import icon
from ui.plain import PlainLabel
from ui.theme import Theme
from ui.translation import tr

WIDTH, LEAST = 400, 310  # pixels: at first, and at least


class Dossier(QWidget):
    """Pages are made when they are first shown, and what is hidden costs nothing."""

    opened = Signal()
    page_shown = Signal(str)  # its name, empty when the column is closed
    closed = Signal()

    def __init__(self, pages: Mapping[str, Callable[[Surroundings], QWidget]], around: Surroundings) -> None:
        super().__init__()
        self.setAccessibleName(tr("About the question"))
        self.setMinimumWidth(LEAST)
        self._actions: dict[str, QAction] = {}
        self._makers, self.around, self._made = pages, around, dict[str, QWidget]()
        self._subject: Subject | None = None
        self._theme: Theme | None = None
        self._px: int | None = None
        self.page = ""
        """The name of the page that is shown, empty while the column is closed."""
        self.question = PlainLabel(role="heading", wrap=True)
        self.question.setAccessibleName(tr("Question"))
        self.close_button = QToolButton()
        self.close_button.setProperty("flat", "true")
        self.close_button.setAccessibleName(tr("Close the column"))
        self.close_button.clicked.connect(self.close_page)
        self._stack = QStackedWidget()
        self._tabs = QHBoxLayout()
        self._lay_out()
        self.hide()

    def _lay_out(self) -> None:
        self._tabs.setSpacing(4)
        self._tabs.addStretch()
        self._tabs.addWidget(self.close_button)
        head = QVBoxLayout()
        head.setContentsMargins(14, 6, 10, 8)
        head.setSpacing(8)
        head.addLayout(self._tabs)
        head.addWidget(self.question)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._stack, 1)

    def set_actions(self, actions: dict[str, QAction]) -> None:
        """The actions that show the pages, by page: they are the tabs."""
        self._actions = actions
        for place, action in enumerate(actions.values()):
            button = QToolButton()
            button.setDefaultAction(action)
            button.setProperty("flat", "true")
            button.setProperty("role", "tab")
            button.setAccessibleName(action.text().rstrip("…"))
            self._tabs.insertWidget(place, button)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.palette().base())
        painter.fillRect(0, 0, 1, self.height(), self.palette().midlight())

    def event(self, event: QEvent) -> bool:
        """A digit judges in the list, not beside something half written: here it does nothing outside a field."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and _is_digit(event):
            event.accept()
            return True
        return super().event(event)

    # --- what is shown ----------------------------------------------------------------------------

    def show_page(self, name: str) -> None:
        """Open a page and give it the keyboard; once more, with the keyboard in it, closes the column."""
        if name == self.page and self.isAncestorOf(QApplication.focusWidget() or self.window()):
            self.close_page()
            return
        self.page = name
        self._mark()
        self._stack.setCurrentWidget(self._page(name))
        if self.isHidden():
            self.show()
            self.opened.emit()
        self._refresh()
        self._page(name).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_page(self) -> None:
        if self.page:
            self.keep_typed()
            self.page = ""
            self._mark()
            self.hide()
            self.closed.emit()

    def _mark(self) -> None:
        """Check the tab of the page that is shown, and tell the others."""
        for name, action in self._actions.items():
            action.setChecked(name == self.page)
        self.page_shown.emit(self.page)

    def save_page(self) -> None:
        """Save what is typed on the page that is shown."""
        if self.page:
            _as_page(self._page(self.page)).save()

    def show_entry(self, case: Case | None, review: Review, entry: Entry | None) -> None:
        """Another question, or the same one with other verdicts."""
        about = entry if entry and (entry.conflict or entry.group) else None
        self._subject = Subject(case, review, about) if case and about else None
        self._refresh()

    def renew(self) -> None:
        """Something that pages depend on was chosen elsewhere."""
        self._refresh()

    def begin_anew(self) -> None:
        """Somebody else writes from now on: no page keeps what the one before was typing."""
        for made in self._made.values():
            _as_page(made).show_subject(None)
        self._refresh()

    def _refresh(self) -> None:
        if self.page:
            subject = self._subject
            self.question.setText(subject.question if subject else tr("No question is chosen."))
            _as_page(self._page(self.page)).show_subject(subject)

    def _page(self, name: str) -> QWidget:
        if name not in self._made:
            made = self._made[name] = self._makers[name](self.around)
            self._stack.addWidget(made)
            if self._theme is not None:
                _as_page(made).set_theme(self._theme)
            if self._px is not None:
                _as_page(made).set_text_size(self._px)
        return self._made[name]

    def keep_typed(self) -> None:
        for made in self._made.values():
            _as_page(made).keep_typed()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.close_button.setIcon(icon("close", theme, "muted"))
        for made in self._made.values():
            _as_page(made).set_theme(theme)

    def set_text_size(self, px: int) -> None:
        """`px` is the size of the articles' words."""
        self._px = px
        for made in self._made.values():
            _as_page(made).set_text_size(px)


def _is_digit(event: QKeyEvent) -> bool:
    bare = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
    return event.text().isdigit() and event.modifiers() in bare


def _as_page(widget: QWidget) -> Page:
    return widget  # type: ignore[return-value]  # every page is a widget, which a protocol cannot say
