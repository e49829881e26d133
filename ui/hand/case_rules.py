"""The rules of one case: classes of differences that are no conflict in it."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from factcheck.standing import standing
from factcheck.values import (
    Act,
    Analysis,
    Attribution,
    Case,
    CaseRule,
    Name,
    OneName,
    Quantity,
    Quotation,
    Rounding,
    Sort,
)
from ui.hand.sheet import Record
from ui.hand.words import read, rule_sentence
from ui.plain import PlainLabel
from ui.translation import tr, trn

ACT = Qt.ItemDataRole.UserRole
MOST = 20.0  # per cent


class CaseRules(QDialog):
    """Lists the rules that stand, adds and takes away. Each is recorded at once, and can be undone."""

    def __init__(self, parent: QWidget, record: Record) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Rules of the case"))
        self._record = record
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Rules of the case"))
        self.list.setWordWrap(True)
        self.gone = QPushButton(tr("Take it away"))
        self.gone.setAutoDefault(False)
        self.settled = PlainLabel(role="muted")
        self.fault = PlainLabel("", "error", wrap=True)
        self.fault.hide()
        self._lay_out()
        self.gone.clicked.connect(self._take_away)
        self.list.currentItemChanged.connect(lambda *_: self._weigh())
        self.resize(600, 0)

    def _lay_out(self) -> None:
        below = QHBoxLayout()
        below.addWidget(self.settled, 1)
        below.addWidget(self.gone)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 12)
        layout.setSpacing(8)
        told = tr("A rule settles every difference it covers, after another analysis too. It holds in this case only.")
        layout.addWidget(PlainLabel(told, "muted", wrap=True))
        layout.addWidget(self.list)
        layout.addLayout(below)
        layout.addWidget(PlainLabel(tr("Add a rule"), "heading"))
        layout.addLayout(self._rounding())
        layout.addLayout(self._one_name())
        layout.addWidget(self.fault)
        layout.addWidget(buttons)

    def _rounding(self) -> QHBoxLayout:
        self.share = QDoubleSpinBox(decimals=1, minimum=0.1, maximum=MOST, value=2.0, suffix=" %")
        self.share.setAccessibleName(tr("Differences under so many per cent"))
        self.unit = QComboBox()
        self.unit.setAccessibleName(tr("Of what"))
        self.add_rounding = _button(tr("Add"), tr("Add the rule on rounding"))
        self.add_rounding.clicked.connect(lambda: self._add(self._rounded()))
        before, after = PlainLabel(tr("Differences under")), PlainLabel(tr("are rounding for"))
        return _row(before, self.share, after, self.unit, None, self.add_rounding)

    def _one_name(self) -> QHBoxLayout:
        self.names = QLineEdit(), QLineEdit()
        self.names[0].setAccessibleName(tr("One name"))
        self.names[1].setAccessibleName(tr("The other name"))
        self.names[0].setPlaceholderText(tr("e.g. Moscow"))
        self.names[1].setPlaceholderText(tr("e.g. Russia"))
        self.add_name = _button(tr("Add"), tr("Add the rule on names"))
        self.add_name.clicked.connect(lambda: self._add(self._named()))
        return _row(self.names[0], PlainLabel(tr("and")), self.names[1], PlainLabel(tr("are one")), None, self.add_name)

    # --- what is shown ----------------------------------------------------------------------------

    def show_case(self, case: Case) -> None:
        self.list.clear()
        for act in standing(case.acts, {Sort.RULE}):
            item = QListWidgetItem(tr("{sentence}  ({name})", sentence=rule_sentence(_rule(act)), name=act.by.name))
            item.setData(ACT, act)
            self.list.addItem(item)
        self.list.setVisible(self.list.count() > 0)
        self.list.setFixedHeight(min(6, max(2, self.list.count())) * 34 + 8)
        self.list.setCurrentRow(0)
        self._tell_settled(case)
        self._offer(case.analysis or Analysis())
        self._weigh()

    def _tell_settled(self, case: Case) -> None:
        if not self.list.count():
            self.settled.setText(tr("There is no rule yet."))
            return
        from factcheck.hand import laid_on

        settled = sum(any(act.sort is Sort.RULE for act in acts) for acts in laid_on(case).on_groups.values())
        self.settled.setText(trn("They settle {count} question.", "They settle {count} questions.", settled))

    def _offer(self, analysis: Analysis) -> None:
        """The units and names there are in the case."""
        chosen = self.unit.currentData()
        units = sorted({c.value.unit for c in analysis.claims if isinstance(c.value, Quantity) and c.value.unit})
        self.unit.clear()
        self.unit.addItem(tr("all amounts"), None)
        for unit in units:
            self.unit.addItem(unit, unit)
        self.unit.setCurrentIndex(max(0, self.unit.findData(chosen)))
        names = sorted({name for c in analysis.claims if (name := _name(c.value))})
        for field in self.names:
            completer = QCompleter(names, field)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            field.setCompleter(completer)

    def _weigh(self) -> None:
        self.gone.setVisible(self.list.count() > 0)
        self.gone.setEnabled(self.list.currentItem() is not None)

    # --- what is wished ---------------------------------------------------------------------------

    def _rounded(self) -> CaseRule:
        return Rounding(Decimal(str(round(self.share.value(), 1))) / 100, self.unit.currentData())

    def _named(self) -> CaseRule | None:
        first, second = (" ".join(field.text().split()) for field in self.names)
        return OneName(first, second) if first and second and first.casefold() != second.casefold() else None

    def _add(self, made: CaseRule | None) -> None:
        from factcheck.hand import rule

        known = {_rule(self.list.item(n).data(ACT)) for n in range(self.list.count())}
        fault = tr("Two different names are needed.") if made is None else tr("This rule stands already.")
        self.fault.setText(fault)
        self.fault.setVisible(made is None or made in known)
        if made is not None and made not in known and self._record((rule(made),)):
            for field in self.names:
                field.clear()

    def _take_away(self) -> None:
        from factcheck.hand import take_away

        item = self.list.currentItem()
        if item is not None:
            self._record((take_away(item.data(ACT)),))


def _rule(act: Act) -> CaseRule:
    return read(act)  # type: ignore[return-value]  # an act of this sort made a rule


def _name(value: object) -> str | None:
    match value:
        case Name(canonical=name):
            return name
        case Quotation(speaker=speaker) | Attribution(speaker=speaker):
            return speaker
    return None


def _button(words: str, name: str) -> QPushButton:
    button = QPushButton(words)
    button.setAccessibleName(name)
    button.setAutoDefault(False)
    return button


def _row(*parts: QWidget | None) -> QHBoxLayout:
    """None is room that gives way."""
    row = QHBoxLayout()
    row.setSpacing(8)
    for part in parts:
        if part is None:
            row.addStretch()
        else:
            row.addWidget(part, int(isinstance(part, QLineEdit)))
    return row
