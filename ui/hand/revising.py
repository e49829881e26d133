"""Gives an article a corrected text, and says what became of all that people left on its words."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from factcheck.standing import HAND, standing
from factcheck.values import Article, Case, Sort
from ui.announce import announce
from ui.bridge import Bridge
from ui.cases import CaseDesk
from ui.hand.tending import Tending
from ui.notice import Notice
from ui.translation import tr, trn


class Revising(QObject):
    def __init__(self, bridge: Bridge, cases: CaseDesk, tending: Tending, notice: Notice, window: QWidget) -> None:
        super().__init__(window)
        self._bridge, self._cases, self._tending, self._notice, self._window = bridge, cases, tending, notice, window
        self._asked: tuple[str, Article] | None = None  # the case and the article as it was, until it is analysed
        bridge.case_settled.connect(self._tell)
        bridge.problem_raised.connect(self._give_up)

    def ask(self) -> None:
        """Which article, and from which file."""
        article = self._cases.asked_article(tr("Correct the text of an article"), tr("Which article?"))
        if article is None:
            return
        title = tr("The corrected text of {source}", source=article.label)
        name, _ = QFileDialog.getOpenFileName(self._window, title, self._cases.folder())
        if name:
            self.revise(article, Path(name))

    def revise(self, article: Article, path: Path) -> None:
        if self._bridge.case is not None:
            self._asked = (self._bridge.case.id, article)
            self._bridge.revise_article(article.id, path)

    def _give_up(self, _problem: str) -> None:
        self._asked = None

    def _tell(self, case: Case) -> None:
        """After the analysis of the new text: only then is it known what has its place."""
        asked, self._asked = self._asked, None
        if asked is None or asked[0] != case.id:
            return
        left = _left_on(case, asked[1].id)
        lost = {thing.act.subject for thing in self._tending.things if thing.act} & left
        lines = [tr("{source} has its corrected text; the earlier one is kept.", source=asked[1].label)]
        if kept := len(left - lost):
            lines.append(
                trn("{count} thing people did was placed again.", "{count} things people did were placed again.", kept)
            )
        if lost:
            lines.append(trn("{count} thing has lost its words.", "{count} things have lost their words.", len(lost)))
            self._notice.tell(lines, tr("Show them…"), self._tending.show_tray)
        else:
            self._notice.tell(lines)
        announce(self._window, " ".join(lines))


def _left_on(case: Case, article: str) -> set[str]:
    """The subjects of what people did on the words of an article."""
    on_words = {*HAND, Sort.VERDICT, Sort.COMMENT, Sort.ASSIGNMENT} - {Sort.RULE}
    return {act.subject for act in standing(case.acts, on_words) if _names(act.content, article)}


def _names(content: object, article: str) -> bool:
    """Whether an anchor somewhere in a content is on this article."""
    if isinstance(content, Mapping):
        return content.get("article") == article or any(_names(each, article) for each in content.values())
    return isinstance(content, list | tuple) and any(_names(each, article) for each in content)
