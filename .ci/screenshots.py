"""Makes the pictures of docs/screenshots, really analysed; with --every, each view at each size elsewhere.

Run from the top of the clone: python .ci/screenshots.py [--every FOLDER]
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
USUAL, FULL, WIDE = (1440, 900), (1920, 1080), (2200, 900)
SETTLING = 600  # milliseconds for layouts to come to rest
SAMPLE = ""

ACCOUNTS = {
    "Harbour Times": """
        The ferry Santa Rita sank off Port Alda on Tuesday evening, killing 14 people, the coast guard said. It was
        carrying 212 passengers.

        “We will find out who is responsible, and we will not rest,” the transport minister, Elena Ruiz, told reporters.

        The rescue took six hours. About 40 boats helped.""",
    "Island Daily": """
        Seventeen people were killed when the ferry Santa Rita sank on Monday evening, police said.

        Elena Ruiz, the transport minister, said: “We will find out who is guilty, and we will not rest.”

        The ferry was carrying 198 passengers. The rescue took eight hours.""",
    "North Agency": """
        PORT ALDA — The ferry Santa Rita sank on Tuesday, killing 14 people. It was carrying 212 passengers and 12 crew.

        “We will find out who is responsible, and we will not rest,” Ms. Ruiz said.

        The rescue took six hours.""",
    "Evening Post": """
        The sinking of the ferry Santa Rita killed 17 people on Tuesday. The ferry had been carrying 212 passengers.

        The rescue took six hours. Thirty boats helped, volunteers said.""",
}
MORE = {
    "South Radio": """
        Fourteen people died when the ferry Santa Rita went down on Tuesday evening with 212 passengers on board.

        The transport minister, Elena Ruiz, visited the port on March 4. The ferry was built in 1998.""",
    "The Sailor": """
        The Santa Rita, a ferry built in 1989, sank on Tuesday evening off Port Alda, the coast guard said. There were
        212 passengers on board.

        Elena Ruiz, the transport minister, came on Wednesday.""",
}
SCRIPTS = {
    "صحيفة الميناء": """
        غرقت العبارة سانتا ريتا مساء الثلاثاء قبالة بورت ألدا، مما أسفر عن مقتل 14 شخصا، بحسب خفر السواحل. وكانت العبارة
        تحمل 212 راكبا عندما مالت إلى جانبها في بحر هائج.

        وقالت وزيرة النقل إيلينا رويز للصحفيين: «سنعرف من المسؤول ولن نهدأ». واستغرقت عملية الإنقاذ ست ساعات.""",
    "港湾新聞": """
        フェリー「サンタ・リタ」は火曜日の夜、ポート・アルダ沖で沈没し、14人が死亡した。沿岸警備隊が発表した。乗客は212人だった。

        エレナ・ルイス運輸大臣は「責任の所在を突き止める」と記者団に語った。救助には6時間かかった。🚢""",
}


@dataclass(frozen=True, slots=True)
class Scene:
    """One picture: what is open (no accounts: the sample case), how large the window is, and what is done first."""

    name: str
    accounts: dict[str, str] = field(default_factory=dict)
    size: tuple[int, int] = USUAL
    theme: str = "light"
    view: str = "reading"
    kind: str = "quotation"
    act: str = ""


SHIPPED = (
    Scene("light"),
    Scene("dark", theme="dark"),
    Scene("four-articles", ACCOUNTS, WIDE),
    Scene("matrix", ACCOUNTS | MORE, USUAL, "light", "matrix", "quantity"),
    Scene("timeline", ACCOUNTS | MORE, USUAL, "light", "timeline", "date"),
    Scene("search", act="search"),
    Scene("record", {}, FULL, kind="quantity", act="record"),
)


def every() -> Iterator[Scene]:
    """Each view, size and theme; two, four and six accounts; scripts from the right and without blanks."""
    for theme in ("light", "dark"):
        for width, size in (("1440", USUAL), ("1920", FULL)):
            for articles, accounts in (("2", {}), ("4", ACCOUNTS), ("6", ACCOUNTS | MORE)):
                for view in ("reading", "matrix", "timeline"):
                    yield Scene(f"{view}-{articles}-{width}-{theme}", accounts, size, theme, view, "quantity")
            yield Scene(f"scripts-{width}-{theme}", SCRIPTS | ACCOUNTS, size, theme, act="scripts")
            yield Scene(f"record-{width}-{theme}", {}, size, theme, kind="quantity", act="record")
        for act in ("search", "palette", "keys", "preferences", "tour", "talk", "history"):
            yield Scene(f"{act}-{theme}", {}, USUAL, theme, act=act)


def main(folder: Path, scenes: tuple[Scene, ...]) -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from ui.theme import load_fonts

    QApplication([])
    load_fonts()
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        studio = Studio(Path(scratch), folder)
        for scene in scenes:
            studio.take(scene)
        studio.close()
    return 0


class Studio:
    """One window that shows scene after scene."""

    def __init__(self, scratch: Path, folder: Path) -> None:
        from factcheck.workspace import Workspace
        from ui.appearance import dress
        from ui.bridge import Bridge
        from ui.state import State
        from ui.window import Window

        self._scratch, self._folder = scratch, folder
        state = State(scratch / "window.ini")
        state.write("tour_seen", True)
        dress(state)
        self._bridge = Bridge(lambda: Workspace(f"sqlite:///{scratch}/cases.sqlite"))
        self.window = Window(state)
        self.window.furnish(self._bridge)
        for trouble in (self._bridge.analysis_failed, self._bridge.problem_raised):
            trouble.connect(lambda problem: sys.exit(problem))
        self._bridge.start_worker()
        self.window.show()
        self._open: tuple[str, ...] | None = None

    def take(self, scene: Scene) -> None:
        self.window.resize(*scene.size)
        self.window.appearance.choose(scene.theme)
        if self._open != tuple(scene.accounts):
            self._open = tuple(scene.accounts)
            self._settle(lambda: self._show(scene.accounts))
        self.window.show_view(scene.view)
        self._choose(scene.kind)
        if not scene.accounts and scene.view == "reading":
            self._decide_one(scene.kind)
        self.window.notice.hide()
        self.window.focus_list()
        extra = getattr(self, f"_{scene.act}")() if scene.act else None
        self._wait()
        picture = self.window.grab()
        if extra is not None:
            self._over(picture, extra)
        picture.save(str(self._folder / f"{scene.name}.png"))
        self.window.search.leave()
        self.window.dossier.close_page()
        if self.window.program.tour:
            self.window.program.tour.end()

    def close(self) -> None:
        """Close the window, and wait for the backup that follows."""
        self.window.close()
        for other in threading.enumerate():
            if other is not threading.current_thread() and not other.daemon:
                other.join()

    def _show(self, accounts: dict[str, str]) -> None:
        if accounts:
            self._bridge.open_files("The ferry Santa Rita", tuple(_files(self._scratch, accounts)))
        else:
            self._bridge.open_sample_case()

    def _decide_one(self, kind: str) -> None:
        """A verdict on another conflict than the chosen one, so that the list shows what that looks like."""
        other = "quantity" if kind != "quantity" else "quotation"
        self._choose(other)
        entry = self.window.conflicts.chosen()
        if entry is not None and entry.verdict is None:
            self.window.verdict.note.setPlainText("The crew list of July 2022 names three.")
            next(iter(self.window.verdict.buttons.values())).click()
        self._choose(kind)

    def _choose(self, kind: str) -> None:
        """The first conflict of this kind, else the first of all."""
        rows = [row for row in self.window.conflicts.model.rows if row.conflict]
        fitting = [row for row in rows if row.conflict and row.conflict.kind == kind] or rows
        if fitting and fitting[0].conflict:
            self.window.conflicts.choose(fitting[0].conflict.id)
        self._wait()

    def _search(self) -> None:
        from PySide6.QtTest import QTest

        self.window.searching.search_here()
        self.window.search.field.setText("cosmonauts")
        QTest.qWait(2 * SETTLING)
        self.window.search.step(1)

    def _record(self) -> None:
        """A record as somebody might have written it."""
        from dataclasses import replace

        from factcheck.values import Confidence, Decision, Evidence, Judgement, Rating, Record, ReportState, Stance

        entry = self.window.conflicts.chosen()
        assert entry is not None
        assert entry.conflict is not None
        page = Evidence(
            "crew", Stance.SUPPORTS, note="Three cosmonauts of Expedition 67.", url="https://example.org/crew"
        )
        words = replace(page, id="words", words="three cosmonauts", url="", note="The caption names all three.")
        record = Record(
            claim="Three cosmonauts held the flags.",
            claimant="Roscosmos",
            said_on="4 July 2022",
            place="Telegram",
            appearances=("MailOnline", "Wire report"),
            rating=Rating("five-step", 1, "true"),
            conclusion="Three cosmonauts were aboard and are in the pictures.",
            confidence=Confidence.HIGH,
            tags=("space station", "crew"),
            evidence=(page, words),
            state=ReportState.IN_REVIEW,
        )
        right = entry.conflict.answers[0].text
        rationale = "The crew list of July 2022 names three: *Artemyev, Matveev, Korsakov*."
        if not (entry.verdict and entry.verdict.record.claim):
            self.window.verdict.note.setPlainText(rationale)
            judgement = Judgement(Decision.ANSWER, (right,), rationale, record=record)
            self._bridge.ledger.judge([entry.conflict.id], judgement)
        self._page("record")

    def _talk(self) -> None:
        self._page("talk")

    def _history(self) -> None:
        self._page("history")

    def _page(self, name: str) -> None:
        if self.window.dossier.page != name:
            self.window.dossier.show_page(name)

    def _scripts(self) -> None:
        """The articles that are written from the right, and without blanks."""
        for number in range(len(SCRIPTS)):
            self.window.show_article(number)

    def _palette(self) -> object:
        palette = self.window.program.palette()
        palette.field.setText("con")
        return palette

    def _keys(self) -> object:
        from ui.key_page import KeyPage

        return KeyPage(self.window.keys, self.window)

    def _preferences(self) -> object:
        from ui.preferences import Preferences

        return Preferences(self.window, language="en", theme="light", text_size=16, advance=True, calm=False)

    def _tour(self) -> None:
        self.window.program.show_tour()

    def _over(self, picture, dialog) -> None:  # type: ignore[no-untyped-def]
        """Draw a dialog over the middle of the window's picture."""
        from PySide6.QtGui import QPainter

        dialog.show()
        self._wait()
        painter = QPainter(picture)
        painter.drawPixmap((self.window.width() - dialog.width()) // 2, 90, dialog.grab())
        painter.end()
        dialog.close()

    def _settle(self, act: Callable[[], object]) -> None:
        """Do something, and wait until a case is shown with its analysis."""
        from PySide6.QtCore import QEventLoop

        loop = QEventLoop()
        self._bridge.case_settled.connect(loop.quit)
        act()
        loop.exec()
        self._bridge.case_settled.disconnect(loop.quit)
        self._wait()

    def _wait(self) -> None:
        from PySide6.QtTest import QTest

        QTest.qWait(SETTLING)


def _files(folder: Path, accounts: dict[str, str]) -> Iterator[Path]:
    """The invented accounts as files, published on a Wednesday."""
    for source, written in accounts.items():
        text = "\n\n".join(" ".join(paragraph.split()) for paragraph in written.split("\n\n"))
        path = folder / f"{source}.json"
        path.write_text(json.dumps({"text": text, "source": source, "published": "2020-03-04"}), "utf-8")
        yield path


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    if sys.argv[1:2] == ["--every"]:
        sys.exit(main(Path(sys.argv[2]), tuple(every())))
    sys.exit(main(ROOT / "docs" / "screenshots", SHIPPED))
