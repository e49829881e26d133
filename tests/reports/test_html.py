"""The HTML report: complete, self-contained, and closed to everything that foreign text tries."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

import pytest

from factcheck.markdown import TAGS
from factcheck.reports import machine
from factcheck.reports.html import render
from factcheck.review import Review
from factcheck.scales import Scale
from factcheck.values import Analysis, Case, Decision
from tests.factories import make_article, seed_case
from tests.reports.foreign import foreign_case
from tests.reports.payloads import HOSTILE_UNICODE, INJECTIONS
from tests.reports.reviewed import MADE, Page, decided, make_review, make_verdict


def page(case: Case, review: Review, scales: Iterable[Scale] | None = None) -> Page:
    return Page(render(case, review, MADE, scales))


# --- what is in it --------------------------------------------------------------------------------


def test_a_reader_finds_question_answers_reason_and_verdict() -> None:
    case = seed_case()
    text = " ".join(page(case, decided(case)).text.split())
    for said in (
        "NASA’s rebuke, July 2022",
        "Made 10 July 2022, 09:30 UTC by Factcheck",
        "How many cosmonauts?",
        "three (MailOnline, Wire report) against two (Wire report): counts of cosmonauts.",
        "The orbiting space lab currently has two Russian cosmonauts, one European astronaut",
        "MailOnline and Wire report: “three” is right",
        "Seen in the photographs.",
        "Ana Petrović · 9 July 2022, 14:03 UTC",
        "Open: nobody has decided this yet.",
        "Verdicts whose words are no longer there",
        "Rule: made by hand · Confidence: high (0.90)",
        case.articles[0].sha256,
    ):
        assert said in text


def test_the_whole_text_of_every_article_is_there() -> None:
    case = seed_case()
    assert page(case, decided(case)).articles == [a.text for a in case.articles]


def test_the_marked_words_are_the_claims_words() -> None:
    case = seed_case()
    made = page(case, decided(case))
    assert made.html.count('<mark class="conflict">three cosmonauts</mark>') == 2
    assert '<mark class="conflict lane-0" id="words-1">three cosmonauts</mark>' in made.html


def test_every_link_inside_the_file_arrives_and_every_mark_leads_back() -> None:
    case = seed_case()
    made = page(case, decided(case))
    inside = [address[1:] for address in made.addresses if address.startswith("#")]
    assert len(made.ids) == len(set(made.ids))
    assert set(inside) <= set(made.ids)
    quoted = [id for id in made.ids if id.startswith("said-")]
    assert len(quoted) == 7
    assert {id for id in inside if id.startswith("said-")} == set(quoted)
    assert {f"words-{id.rsplit('-', 1)[1]}" for id in quoted} <= set(inside)


def test_the_file_fetches_nothing_and_runs_nothing() -> None:
    made = page(*foreign_case("plain words"))
    policy = next(a["content"] for t, a in made.elements if a.get("http-equiv") == "Content-Security-Policy")
    assert "default-src 'none'" in policy
    assert not [a for _, a in made.elements if "src" in a or any(name.startswith("on") for name in a)]
    assert {t for t, _ in made.elements}.isdisjoint({"link", "img", "iframe", "object", "embed", "form", "base"})
    assert "@import" not in made.html
    assert "url(" not in made.html


def test_headings_landmarks_and_language_help_a_screen_reader() -> None:
    case = seed_case()
    made = page(case, decided(case))
    tags = Counter(tag for tag, _ in made.elements)
    assert (tags["h1"], tags["main"], tags["header"], tags["footer"]) == (1, 1, 1, 1)
    assert ("html", {"lang": "en"}) in made.elements
    levels = [int(tag[1]) for tag, _ in made.elements if tag in ("h1", "h2", "h3", "h4")]
    assert all(after <= before + 1 for before, after in pairwise(levels))
    named = [a["aria-labelledby"] for _, a in made.elements if "aria-labelledby" in a]
    assert set(named) <= set(made.ids)


def test_a_rationale_is_laid_out_by_its_markdown() -> None:
    case = seed_case()
    written = "Seen in *both* lists:\n\n- [Roscosmos](https://example.org/crew)\n- a photograph\n\n# In short\nThree."
    made = page(case, make_review(("c1", make_verdict(case, "c1", Decision.UNKNOWN, rationale=written))))
    assert [tag for tag, _ in made.laid_out] == ["p", "em", "ul", "li", "a", "li", "h5", "p"]
    assert "https://example.org/crew" in made.addresses
    assert "# In short" not in made.text
    assert json.loads(made.data)["verdicts"][0]["rationale"] == written


def test_a_verdict_without_a_rationale_leaves_no_gap() -> None:
    case = seed_case()
    made = page(case, make_review(("c1", make_verdict(case, "c1", Decision.UNKNOWN, rationale=" \n"))))
    assert not [a for _, a in made.elements if a.get("class") == "rationale"]


def test_a_case_not_yet_compared_and_one_without_conflicts_say_so() -> None:
    case = Case("x", "Flood", (make_article(),))
    assert "have not been compared yet" in page(case, make_review()).text
    assert "No conflicts were found." in page(replace(case, analysis=Analysis()), make_review()).text


def test_an_empty_case_has_a_report() -> None:
    assert page(Case("x", "Nothing yet"), make_review()).articles == []


# --- the copy for other programs ------------------------------------------------------------------


def test_the_file_holds_the_case_as_json_in_its_only_script() -> None:
    case = seed_case()
    review = decided(case)
    made = page(case, review)
    scripts = [attrs for tag, attrs in made.elements if tag == "script"]
    assert scripts == [{"type": "application/json", "id": "report-data"}]
    data = json.loads(made.data)
    assert data == machine.copy_of(case, review, MADE)
    assert data["verdicts"][0]["answer"] == "three"
    assert [v["conflict"] for v in data["verdicts"]] == ["c1", None]


def test_a_colleague_can_check_texts_and_quotations_without_the_program() -> None:
    case = seed_case()
    data = json.loads(page(case, decided(case)).data)
    texts = {a["id"]: a["text"] for a in data["articles"]}
    for article in data["articles"]:
        assert hashlib.sha256(article["text"].encode()).hexdigest() == article["sha256"]
    for claim in data["claims"]:
        assert texts[claim["article"]][claim["start"] : claim["end"]] == claim["text"]
    for verdict in data["verdicts"]:
        for place in verdict["anchors"]:
            assert texts[place["article"]][place["start"] : place["end"]] == place["quote"]


# --- what must never happen -----------------------------------------------------------------------


def test_there_are_fifty_payloads() -> None:
    assert len(set(INJECTIONS)) == 50


@pytest.mark.parametrize("payload", INJECTIONS)
def test_foreign_text_adds_no_element_and_no_attribute(payload: str) -> None:
    line_ends = payload.count("\n")
    harmless = "plain words" + "\nplain words" * line_ends
    case, review, scales = foreign_case(payload)
    made = page(case, review, scales)
    assert made.census == page(*foreign_case(harmless)).census
    assert {tag for tag, _ in made.laid_out} <= TAGS
    assert made.articles == [a.text for a in case.articles]
    assert json.loads(made.data) == machine.copy_of(case, review, MADE, scales)


@pytest.mark.parametrize("payload", INJECTIONS)
def test_a_foreign_address_is_a_web_link_or_no_link(payload: str) -> None:
    made = page(*foreign_case("plain words", url=payload))
    outside = [address for address in made.addresses if not address.startswith("#")]
    assert all(address.startswith("https://example.org/") for address in outside)
    plain = page(*foreign_case("plain words", url="https://example.org/" if outside else "no address"))
    assert made.census == plain.census
    assert payload in made.text


@pytest.mark.parametrize("words", HOSTILE_UNICODE)
def test_hostile_unicode_stands_in_the_report_as_it_is(words: str) -> None:
    case, review, scales = foreign_case(words)
    made = page(case, review, scales)
    # HTML has no way to write NUL: its picture stands for it, and the JSON has the character itself.
    assert made.articles == [a.text.replace("\0", "␀") for a in case.articles]
    assert json.loads(made.data) == machine.copy_of(case, review, MADE, scales)
    assert "\0" not in made.html
    assert "\r" not in made.html


def test_half_characters_are_shown_as_missing_and_kept_in_the_json() -> None:
    case = seed_case()
    review = make_review(("c1", make_verdict(case, "c1", Decision.UNKNOWN, rationale="half \ud83d here")))
    made = page(case, review)
    assert "half \ufffd here" in made.text
    assert made.html.encode("utf-8")
    assert json.loads(made.data)["verdicts"][0]["rationale"] == "half \ud83d here"


def test_foreign_text_cannot_turn_the_reports_own_words_around() -> None:
    made = page(*foreign_case("stray \u2069\u202e pop"))
    for own in ("is right", "Back to", "Open"):
        for line in made.text.splitlines():
            assert not (own in line and "\u202e" in line)
    assert "bdi { display: inline-block;" in made.html


def test_a_script_view_holds_no_direction_marks_and_no_angle_brackets() -> None:
    data = page(*foreign_case("\u202e\u2066</script>&\u2028")).data
    assert not set("<>&\u2028\u2029\u202e\u2066") & set(data)
