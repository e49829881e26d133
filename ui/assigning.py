"""Who is to judge: a menu of the people known to the store, of nobody, and of somebody new."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from factcheck.errors import FactcheckError
from factcheck.team import assign
from factcheck.values import Reviewer
from ui.bridge import Bridge
from ui.translation import tr

Ids = Callable[[], Sequence[str]]


def fill_menu(button: QToolButton, bridge: Bridge, ids: Ids) -> None:
    """Give a button the menu of people; who is chosen is to judge what `ids` names then."""
    menu = QMenu(button)
    menu.aboutToShow.connect(lambda: offer(menu, bridge, ids, button))
    button.setMenu(menu)


def offer(menu: QMenu, bridge: Bridge, ids: Ids, parent: QWidget) -> None:
    """Fill the menu with who there is by now."""
    menu.clear()
    me = bridge.ledger.reviewer
    try:
        people = bridge.workspace.reviewers()
    except FactcheckError as error:
        bridge.problem_raised.emit(str(error))
        people = (me,)
    for person in people:
        name = tr("{name} (you)", name=person.name) if person.id == me.id else person.name
        menu.addAction(name.replace("&", "&&"), partial(_give_then, bridge, ids, person))
    menu.addSeparator()
    menu.addAction(tr("Somebody else…"), lambda: _ask(bridge, ids(), parent))
    menu.addAction(tr("Nobody"), lambda: give(bridge, ids(), None))


def give(bridge: Bridge, ids: Sequence[str], person: Reviewer | None) -> None:
    """Let this person judge these questions, or nobody."""
    case = bridge.ledger.case
    if case is None:
        return
    try:
        changes = assign(case, ids, person)
    except FactcheckError as error:
        bridge.problem_raised.emit(str(error))
        return
    bridge.ledger.act(changes)


def _give_then(bridge: Bridge, ids: Ids, person: Reviewer) -> None:
    give(bridge, ids(), person)


def _ask(bridge: Bridge, ids: Sequence[str], parent: QWidget) -> None:
    from ui.dialogs import asked_name

    name = asked_name(parent.window(), tr("Assign"), tr("Who is to judge it?"))
    if not name:
        return
    try:
        person = bridge.workspace.add_reviewer(name)
    except FactcheckError as error:
        bridge.problem_raised.emit(str(error))
        return
    give(bridge, ids, person)
