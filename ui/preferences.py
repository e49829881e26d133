"""What a person chooses once: name, language, theme, text size, the scale of ratings, what happens after a verdict."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from factcheck.scales import Scale, newest, shipped_scales
from ui.appearance import SYSTEM, TEXT_SIZES
from ui.plain import PlainLabel
from ui.translation import SOURCE, languages, tr


class ScaleChoice(QWidget):
    """The scale for new ratings, and the way to one of one's own. `made` are new versions, in the order of making."""

    def __init__(self, scales: Sequence[Scale], chosen: str) -> None:
        super().__init__()
        self.made: list[Scale] = []
        self._scales = {scale.id: scale for scale in newest(scales)}
        self.box = _choice(tr("Rating scale"), {id: scale.name for id, scale in self._scales.items()}, chosen)
        self.edit, self.new = QPushButton(tr("Edit…")), QPushButton(tr("New…"))
        self.edit.setAccessibleName(tr("Edit the rating scale"))
        self.new.setAccessibleName(tr("Make a rating scale"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.box, 1)
        for button in (self.edit, self.new):
            button.setAutoDefault(False)
            row.addWidget(button)
        self.edit.clicked.connect(lambda: self._open(self._scales[self.chosen]))
        self.new.clicked.connect(lambda: self._open(None))

    @property
    def chosen(self) -> str:
        return str(self.box.currentData())

    def _open(self, scale: Scale | None) -> None:
        from ui.scale_editor import ScaleEditor, blank_scale

        editor = ScaleEditor(self, scale or blank_scale())
        if editor.exec():
            self.take(editor.made)

    def take(self, scale: Scale) -> None:
        """A new version, or a new scale, which is chosen from now on."""
        if self._scales.get(scale.id) != scale:
            self.made.append(scale)
            self._scales[scale.id] = scale
        place = self.box.findData(scale.id)
        if place < 0:
            self.box.addItem(scale.name, scale.id)
            place = self.box.count() - 1
        self.box.setItemText(place, scale.name)
        self.box.setCurrentIndex(place)


class Preferences(QDialog):
    """Shows what holds and returns what was chosen; the window carries it out."""

    def __init__(
        self,
        parent: QWidget,
        *,
        language: str,
        theme: str,
        text_size: int,
        advance: bool,
        calm: bool,
        scales: Sequence[Scale] = (),
        scale: str = "",
        reviewer: str = "",
    ) -> None:
        """`scales` are all versions there are, `scale` the id of the one for new ratings, `reviewer` is who decides."""
        super().__init__(parent)
        self.setWindowTitle(tr("Preferences"))
        self.reviewer = QLineEdit(reviewer)
        self.reviewer.setAccessibleName(tr("Reviewer"))
        self.reviewer.setToolTip(tr("The name that stands under your verdicts"))
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
        self.scale = ScaleChoice(scales or shipped_scales(), scale)
        form = QFormLayout()
        form.setSpacing(10)
        form.addRow(tr("Re&viewer"), self.reviewer)
        form.addRow(tr("&Language"), self.language)
        self.later = PlainLabel(tr("The new language is spoken from the next start on."), "muted", wrap=True)
        form.addRow("", self.later)
        form.setRowVisible(self.later, False)
        form.addRow(tr("&Theme"), self.theme)
        form.addRow(tr("Text &size"), self.text_size)
        form.addRow(tr("&Rating scale"), self.scale)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addLayout(form)
        for widget in (self.advance, self.calm, buttons):
            layout.addWidget(widget)
        self.language.currentIndexChanged.connect(
            lambda _: form.setRowVisible(self.later, self.chosen_language != language)
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)

    @property
    def chosen_reviewer(self) -> str:
        """Empty when the name was taken away: then it stays as it was."""
        return self.reviewer.text().strip()

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
