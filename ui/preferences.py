"""What a person chooses once: language, theme, text size, what happens after a verdict."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QDialogButtonBox, QFormLayout, QVBoxLayout, QWidget

from ui.appearance import SYSTEM, TEXT_SIZES
from ui.plain import PlainLabel
from ui.translation import SOURCE, languages, tr


class Preferences(QDialog):
    """Shows what holds and returns what was chosen; the window carries it out."""

    def __init__(
        self, parent: QWidget, *, language: str, theme: str, text_size: int, advance: bool, calm: bool
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Preferences"))
        self.language = _choice(tr("Language"), languages(), language)
        themes = {"light": tr("Light"), "dark": tr("Dark"), SYSTEM: tr("As the system")}
        self.theme = _choice(tr("Theme"), themes, theme)
        self.text_size = _choice(
            tr("Text size"), {str(px): tr("{px} pixels", px=px) for px in TEXT_SIZES}, str(text_size)
        )
        self.advance = QCheckBox(tr("Go on to the next undecided after every verdict"))
        self.advance.setChecked(advance)
        self.calm = QCheckBox(tr("List what agrees or stands alone"))
        self.calm.setChecked(calm)
        form = QFormLayout()
        form.setSpacing(10)
        form.addRow(tr("&Language"), self.language)
        form.addRow(tr("&Theme"), self.theme)
        form.addRow(tr("Text &size"), self.text_size)
        self.later = PlainLabel(tr("The new language is spoken from the next start on."), "muted", wrap=True)
        self.later.hide()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addLayout(form)
        for widget in (self.later, self.advance, self.calm, buttons):
            layout.addWidget(widget)
        self.language.currentIndexChanged.connect(lambda _: self.later.setVisible(self.chosen_language != language))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)

    @property
    def chosen_language(self) -> str:
        return str(self.language.currentData() or SOURCE)

    @property
    def chosen_theme(self) -> str:
        return str(self.theme.currentData())

    @property
    def chosen_text_size(self) -> int:
        return int(self.text_size.currentData())


def _choice(name: str, options: dict[str, str], chosen: str) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    for value, text in options.items():
        box.addItem(text, value)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    return box
