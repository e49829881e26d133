"""A report as one HTML file that needs nothing else: nothing runs, nothing is fetched, no text becomes markup."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime
from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from factcheck.markdown import to_html
from factcheck.reports import machine
from factcheck.reports.composing import report_of
from factcheck.reports.passages import crowded
from factcheck.review import Review
from factcheck.scales import Scale, shipped_scales
from factcheck.shipped import shipped
from factcheck.values import Case


def render(case: Case, review: Review, made: datetime, scales: Iterable[Scale] | None = None) -> str:
    """The report on `case` at the aware time `made`. Raises DamagedCase when a mark is no longer on its words.

    `scales` are those that ratings may be on: those that come with the program when left out.
    """
    known = shipped_scales() if scales is None else tuple(scales)
    data = machine.script_safe(machine.copy_of(case, review, made, known))
    return (
        _environment()
        .get_template("report.html.j2")
        .render(
            report=report_of(case, review, made, known),
            # Both are ours from end to end, or made safe for the element they stand in.
            data=Markup(data),
            style=Markup((shipped("resources/report") / "report.css").read_text("utf-8")),
        )
    )


@cache
def _environment() -> Environment:
    # Jinja's own choice by file name would leave ".html.j2" unescaped.
    environment = Environment(
        loader=FileSystemLoader(shipped("resources/report")),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.tests["crowded"] = crowded
    # The only text that may bring elements along: those that to_html makes, and no others.
    environment.filters["markdown"] = lambda text: Markup(to_html(text))
    return environment


_UNSHOWABLE = re.compile("[\0\ud800-\udfff]")


def _shown(value: object) -> object:
    """Text as HTML can hold it: a parser drops NUL and turns CR into LF, and UTF-8 has no half characters."""
    if not isinstance(value, str) or isinstance(value, Markup):
        return value
    held = _UNSHOWABLE.sub(lambda found: "␀" if found[0] == "\0" else "\ufffd", value)
    return Markup(str(escape(held)).replace("\r", "&#13;"))
