"""The choices of a verdict in lines: answers over the whole width, decisions two by two."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout

from factcheck.values import Decision
from ui.choices import Choice, ChoiceButton

MANY, SHORT = 6, 18  # more choices than this share lines when no answer has more characters

Cell = tuple[int, int, int, int]  # row, column, how many rows and columns it takes


class ChoiceGrid(QGridLayout):
    """The buttons stay from one conflict to the next: to make and style eight anew takes longer than all the rest."""

    clicked = Signal(object)  # ChoiceButton

    def __init__(self) -> None:
        super().__init__()
        self.setSpacing(6)
        self.setColumnStretch(0, 1)
        self.setColumnStretch(1, 1)
        self._made: list[ChoiceButton] = []
        self._cells: list[Cell] = []  # where each of them stands, hidden or not

    def offer(self, choices: Sequence[Choice]) -> dict[str, ChoiceButton]:
        """Show a button for each of these, and return them by their keys."""
        for number, (choice, cell) in enumerate(zip(choices, _cells(choices), strict=True)):
            self._put(number, choice, cell)
        for spare in self._made[len(choices) :]:
            spare.hide()
        return {choice.key: button for choice, button in zip(choices, self._made, strict=False)}

    def _put(self, number: int, choice: Choice, cell: Cell) -> None:
        """Show the n-th choice where it belongs."""
        if number == len(self._made):
            self._made.append(self._button(choice))
            self._cells.append(cell)
            self.addWidget(self._made[number], *cell)
            return
        button = self._made[number]
        button.show_choice(choice)
        if self._cells[number] != cell:
            self._cells[number] = cell
            self.removeWidget(button)
            self.addWidget(button, *cell)
        button.show()

    def _button(self, choice: Choice) -> ChoiceButton:
        made = ChoiceButton(choice)
        made.clicked.connect(lambda: self.clicked.emit(made))
        return made


def _cells(choices: Sequence[Choice]) -> Iterator[Cell]:
    """Many short answers share lines, or there would be little room for the list."""
    short = len(choices) > MANY and all(len(c.words) + len(c.sources) <= SHORT for c in choices if c.answer)
    row, half = 0, False
    for choice in choices:
        if choice.answer is not None and not short:
            yield row, 0, 1, 2
            row += 1
        else:
            if half and choice.decision is Decision.ALL_HOLD:  # the answers stay apart from the rest
                row, half = row + 1, False
            yield row, int(half), 1, 1
            row, half = row + half, not half
