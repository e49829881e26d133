"""The date cases of the specs folder: their values joined with ours."""

from __future__ import annotations

import json
from pathlib import Path

from factcheck.evaluation.date_specs import models
from factcheck.evaluation.specs import Row, score_specs


def score(folder: Path, name: str, *cases: tuple[str, str, dict[str, object]]) -> Row:
    """The row of one model over cases given as input, wanted words and value, said on 7 November 2016."""
    raw = [
        {
            "Input": text,
            "Context": {"ReferenceDateTime": "2016-11-07T00:00:00"},
            "Results": [{"Text": words, "Start": text.index(words), "Length": len(words), "Value": value}],
        }
        for text, words, value in cases
    ]
    (folder / f"DateTime-{name}Parser.json").write_text(json.dumps(raw), "utf-8")
    (row,) = score_specs(folder, models())
    return row


def days(timex: str, past: str, future: str) -> dict[str, object]:
    return {"Timex": timex, "PastResolution": {"date": past}, "FutureResolution": {"date": future}}


def test_the_past_or_the_future_resolution_is_right(tmp_path: Path) -> None:
    friday = days("XXXX-WXX-5", "2016-11-04", "2016-11-11")
    row = score(
        tmp_path, "Date", ("I'll go back on Friday", "Friday", friday), ("I went back on Friday", "Friday", friday)
    )
    assert (row.applicable, row.right) == (2, 2)


def test_another_day_is_wrong(tmp_path: Path) -> None:
    row = score(tmp_path, "Date", ("I'll go back today", "today", days("2016-11-08", "2016-11-08", "2016-11-08")))
    assert (row.applicable, row.right) == (1, 0)


def test_a_period_ends_before_its_end(tmp_path: Path) -> None:
    week = {"startDate": "2016-11-07", "endDate": "2016-11-14"}
    value: dict[str, object] = {"Timex": "2016-W45", "PastResolution": week, "FutureResolution": week}
    assert score(tmp_path, "DatePeriod", ("I'll be out this week", "this week", value)).right == 1


def test_durations_are_compared_as_lengths(tmp_path: Path) -> None:
    assert score(tmp_path, "Duration", ("half a year", "half a year", {"Timex": "P0.5Y"})).right == 1


def test_a_bare_number_is_not_asked_of_us(tmp_path: Path) -> None:
    row = score(tmp_path, "Time", ("I'll be back at 7", "7", {"Timex": "T07"}))
    assert (row.applicable, row.excluded.total()) == (0, 1)
