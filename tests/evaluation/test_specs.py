"""Case files of phrases: read, answered and scored."""

from __future__ import annotations

import json
from pathlib import Path

from factcheck.evaluation.number_specs import MODELS
from factcheck.evaluation.specs import cases, score_specs, table


def write(folder: Path, name: str, raw: list[dict[str, object]]) -> None:
    (folder / name).write_text(json.dumps(raw), "utf-8")


def number(text: str, start: int, value: str) -> dict[str, object]:
    end = start + len(text) - 1
    return {"Text": text, "Start": start, "End": end, "TypeName": "number", "Resolution": {"value": value}}


def test_a_case_is_read_with_half_open_spans(tmp_path: Path) -> None:
    write(tmp_path, "a.json", [{"Input": "all ten left", "Results": [number("ten", 4, "10")]}])
    (case,) = cases(tmp_path / "a.json")
    (wanted,) = case.wanted
    assert case.text[wanted.start : wanted.end] == "ten"


def test_a_case_is_right_only_when_nothing_is_missing_or_extra(tmp_path: Path) -> None:
    write(
        tmp_path,
        "Number-NumberModel.json",
        [
            {"Input": "all ten left", "Results": [number("ten", 4, "10")]},
            {"Input": "all ten left", "Results": []},
            {"Input": "all ten left", "Results": [number("ten", 4, "11")]},
            {"Input": "at 192.168.1.2", "Results": []},
        ],
    )
    (row,) = score_specs(tmp_path, MODELS)
    assert (row.cases, row.applicable, row.right, len(row.misses)) == (4, 3, 1, 2)
    assert "0.333" in table([row])


def test_units_are_compared_by_what_they_name(tmp_path: Path) -> None:
    value = {"value": "5", "unit": "United States dollar", "isoCurrency": "USD"}
    result = {"Text": "usd 5", "Start": 0, "End": 4, "TypeName": "currency", "Resolution": value}
    write(tmp_path, "NumberWithUnit-CurrencyModel.json", [{"Input": "USD 5", "Results": [result]}])
    (row,) = score_specs(tmp_path, MODELS)
    assert row.share == 1
