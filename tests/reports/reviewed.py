"""Cases with verdicts, and a report's HTML read back, for the tests of reports."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from html.parser import HTMLParser

from factcheck.review import Review
from factcheck.values import Case, Decision, Reviewer, Verdict
from tests.factories import verdict_on

MADE = datetime(2022, 7, 10, 9, 30, tzinfo=UTC)
DECIDED = datetime(2022, 7, 9, 14, 3, tzinfo=UTC)
ANA = Reviewer("r1", "Ana Petrović")


def make_verdict(
    case: Case,
    conflict_id: str,
    decision: Decision = Decision.ANSWER,
    answer: str | None = None,
    rationale: str = "Seen in the photographs.",
    reviewer: Reviewer = ANA,
) -> Verdict:
    return verdict_on(case, conflict_id, decision, answer, rationale, reviewer, DECIDED)


def make_review(*given: tuple[str, Verdict], detached: tuple[Verdict, ...] = ()) -> Review:
    return Review(dict(given), detached)


def decided(case: Case) -> Review:
    """The first conflict answered with "three", one verdict detached, the rest open."""
    lost = replace(make_verdict(case, "c2", Decision.UNKNOWN), id="lost")
    return make_review(("c1", make_verdict(case, "c1", answer="three")), detached=(lost,))


@dataclass
class Page(HTMLParser):
    """A report as a browser would take it in: its elements, its text, and the text of each article.

    `laid_out` are the elements that stand in a rationale, where Markdown may add some.
    """

    html: str
    elements: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    text: str = ""
    articles: list[str] = field(default_factory=list)
    data: str = ""
    laid_out: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    _open: list[tuple[str, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.feed(self.html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        self.elements.append((tag, found))
        if ("div", "rationale") in self._open:
            self.laid_out.append((tag, found))
        if tag not in ("meta", "link", "br", "hr", "img", "input", "base"):
            self._open.append((tag, found.get("class", "")))
        if found.get("class") == "text":
            self.articles.append("")

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1][0] == "script":
            self.data += data
        elif self._open and self._open[-1][0] != "style":
            self.text += data
        if ("div", "text") in self._open:
            self.articles[-1] += data

    @property
    def census(self) -> Counter[tuple[str, tuple[str, ...]]]:
        """How often each element occurs with each set of attribute names, outside the rationales."""
        elements = Counter((tag, tuple(sorted(attrs))) for tag, attrs in self.elements)
        return elements - Counter((tag, tuple(sorted(attrs))) for tag, attrs in self.laid_out)

    @property
    def ids(self) -> list[str]:
        return [attrs["id"] for _, attrs in self.elements if "id" in attrs]

    @property
    def addresses(self) -> list[str]:
        return [attrs[name] for _, attrs in self.elements for name in ("href", "src", "action") if name in attrs]
