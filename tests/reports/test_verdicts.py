"""What a report says of verdicts, their records, and what people did by hand."""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from functools import cache
from itertools import cycle, islice
from pathlib import Path

import pytest

from factcheck.hand import correct, refuse, rule
from factcheck.hand.reading import spoken_by
from factcheck.reports import write
from factcheck.reports.composing import report_of
from factcheck.reports.html import render
from factcheck.reports.judged import Judged
from factcheck.reports.report import Report
from factcheck.reports.words import BECAUSE
from factcheck.review import reviewed
from factcheck.scales import Scale, Step, Tone, new_scale, rating_on, revised
from factcheck.values import Analysis, Case, Decision, Ground, Harmless, Judgement, Rating, Record, Reviewer, Stance
from tests.hand.acting import analysed_anew, did
from tests.reports.foreign import foreign_case, foreign_record
from tests.reports.payloads import HOSTILE_UNICODE, INJECTIONS
from tests.reports.reviewed import MADE, Page
from tests.reports.rich import BEN, CLEO, handled_case, judged_case, judging, on_five_steps, signed, untouched


def reported(case: Case, *scales: Scale) -> Report:
    return report_of(case, reviewed(case), MADE, scales or None)


def laid_out(case: Case) -> Page:
    return Page(render(case, reviewed(case), MADE))


@cache
def judged_page() -> Page:
    return laid_out(judged_case())


def anns(report: Report) -> Judged:
    return next(v for v in report.findings[0].verdicts if v.reviewer == "Ann")


# --- one verdict ----------------------------------------------------------------------------------


def test_a_dismissal_says_on_what_ground() -> None:
    verdict = reported(judged_case()).findings[1].verdict
    assert verdict
    assert verdict.triage == "Conflict dismissed"
    assert verdict.decision == "Both can be true, because the quotation was shortened honestly"


@pytest.mark.parametrize("ground", Ground)
def test_every_ground_is_told(ground: Ground) -> None:
    case = judging(untouched(), "c1", Judgement(Decision.NOT_A_CONFLICT, ground=ground))
    assert reported(case).findings[0].outcome == f"Not a conflict, because {BECAUSE[ground]}"


def test_the_rating_shows_its_scale_and_marks_the_step_that_was_given() -> None:
    rated = anns(reported(judged_case())).rated
    assert rated
    assert rated.scale == "Five steps, version 1"
    assert [step.label for step in rated.steps] == [
        "True",
        "Mostly true",
        "Half true",
        "Mostly false",
        "False",
        "Unproven",
    ]
    assert [step.label for step in rated.steps if step.given] == ["Mostly true"]
    assert rated.meaning == "The claim is right in what matters; a detail is off, or it needs a word of explanation."


def test_the_step_given_is_told_without_colour() -> None:
    text = " ".join(judged_page().text.split())
    assert "◕ Mostly true (the rating given)" in text
    assert text.count("(the rating given)") == 2


def test_a_rating_keeps_the_version_of_the_scale_it_was_given_on() -> None:
    first = new_scale("Ours", (Step("y", "Holds", tone=Tone.TRUE), Step("n", "Does not hold")))
    second = revised(first, steps=(Step("y", "Confirmed"), first.steps[1]))
    given = Record(rating=rating_on(first, first.steps[0]))
    case = judging(untouched(), "c1", Judgement(Decision.UNKNOWN, record=given))
    rated = anns(reported(case, first, second)).rated
    assert rated
    assert rated.scale == "Ours, version 1"
    assert [step.label for step in rated.steps] == ["Holds", "Does not hold"]


def test_a_rating_by_the_conclusion_alone_says_so() -> None:
    (verdict,) = reported(judged_case()).claimed[0].verdicts
    assert verdict.rated
    assert (verdict.rated.scale, verdict.rated.steps) == ("Full Fact-like, conclusion only, version 1", ())
    assert verdict.rated.without == "The conclusion is the rating."


@pytest.mark.parametrize("rating", [Rating("lost", 2, "half"), Rating("five-step", 1, "half"), Rating("snopes", 1, "")])
def test_a_rating_on_a_scale_that_is_not_at_hand_is_told_as_it_stands(rating: Rating) -> None:
    case = judging(untouched(), "c1", Judgement(Decision.UNKNOWN, record=Record(rating=rating)))
    rated = anns(reported(case)).rated
    assert rated
    assert rated.scale == "a scale that is not at hand here"
    assert rated.without.startswith(f"{rating.scale}, version {rating.version}")


def test_the_conclusion_comes_first_and_then_all_that_was_written_down() -> None:
    text = " ".join(judged_page().text.split())
    told = [
        "Conflict confirmed",
        "Report: in review",
        "Three cosmonauts posed with the flag;",
        "MailOnline and Wire report: “three” is right",
        "Rating on Five steps, version 1",
        "Claim Three cosmonauts held the flag",
        "Claimant Roscosmos, on Telegram",
        "Said early July 2022",
        "Place Korolyov, near Moscow",
        "Appears in https://example.org/roscosmos/4391 Evening news of 4 July",
        "Confidence High",
        "Tags space station flags photographs",
        "Counted in both photographs:",
        "Evidence ✓ Supports e1",
        "Ann · 9 July 2022, 12:00 UTC",
    ]
    after = text[text.index("Verdict of Ann") :]
    places = [after.index(words) for words in told]
    assert places == sorted(places)


def test_nothing_is_said_of_what_was_not_recorded() -> None:
    verdict = reported(judged_case()).findings[1].verdict
    assert verdict
    assert (verdict.state, verdict.conclusion, verdict.rated) == ("", "", None)
    assert (verdict.noted, verdict.tags, verdict.evidence) == ((), (), ())


# --- evidence -------------------------------------------------------------------------------------


def test_evidence_is_told_with_its_stance_its_places_and_what_it_shows() -> None:
    words, link, file = anns(reported(judged_case())).evidence
    assert (words.sign.word, link.sign.word, file.sign.word) == ("Supports", "Refutes", "Context")
    assert (words.words, words.letter, words.label) == ("three cosmonauts", "A", "MailOnline")
    assert link.address
    assert link.archived
    assert (link.address.href, link.accessed) == ("https://example.org/wire/2022/07/04", "5 July 2022")
    assert link.archived.href == "https://archive.example.org/20220705/wire"
    assert (file.file, file.file_sha256[:8]) == ("crew list of expedition 67.pdf", "9f86d081")
    assert words.note == "The caption names all three."


def test_the_words_of_evidence_are_marked_in_the_article_and_lead_back() -> None:
    page = judged_page()
    item = next(id for id in page.ids if id.startswith("evidence-1-"))
    assert f"#{item}" in page.addresses
    assert f"#words-{item.rsplit('-', 1)[1]}" in page.addresses
    assert 'aria-label="Back to evidence 1"' in page.html


def test_words_of_evidence_that_are_gone_are_quoted_and_said_to_be_gone() -> None:
    case = judged_case()
    left = replace(case, articles=case.articles[1:], analysis=None, found=None)
    lost = next(d.verdict for d in reported(left).detached if d.verdict.evidence)
    assert (lost.evidence[0].words, lost.evidence[0].mark) == ("three cosmonauts", None)
    assert lost.evidence[0].label == "An article no longer in the case"
    assert "not found in the article as it is now" in laid_out(left).text


# --- several people -------------------------------------------------------------------------------


def test_verdicts_of_several_people_stand_side_by_side() -> None:
    report = reported(judged_case())
    finding = report.findings[0]
    assert [v.reviewer for v in finding.verdicts] == ["Cleo Hartmann", "Ann"]
    assert finding.outcome == "Judged differently by Ann and Cleo Hartmann"
    assert [(a.text, a.right) for a in finding.answers] == [("three", "right, by Ann"), ("two", "")]
    text = judged_page().text
    assert "Verdict of Ann" in text
    assert "Verdict of Cleo Hartmann" in text


def test_people_who_agree_are_not_said_to_differ() -> None:
    case = judging(untouched(), "c1", Judgement(Decision.NEITHER))
    case = judging(case, "c1", Judgement(Decision.NEITHER), BEN)
    report = reported(case)
    assert (report.findings[0].outcome, report.tally) == ("Neither is right", (("None is right", 1),))


def test_the_rating_is_told_at_the_top_where_all_who_rate_give_the_same() -> None:
    false = Record(rating=on_five_steps("false"))
    case = judging(untouched(), "c1", Judgement(Decision.NEITHER, record=false))
    case = judging(case, "c1", Judgement(Decision.NEITHER, record=false), BEN)
    given = reported(case).findings[0].given
    assert given
    assert given.label == "False"
    case = judging(case, "c1", Judgement(Decision.NEITHER, record=Record(rating=on_five_steps("true"))), CLEO)
    assert reported(case).findings[0].given is None


def test_several_answers_can_be_right() -> None:
    case = judging(untouched(), "c1", Judgement(Decision.ANSWER, ("three", "two")))
    finding = reported(case).findings[0]
    assert finding.outcome == "MailOnline and Wire report: “three” and “two” are right"
    assert [a.right for a in finding.answers] == ["right, by the verdict"] * 2
    assert reported(case).tally == (("Several answers are right", 1),)


def test_second_readers_are_told_with_what_they_say() -> None:
    report = reported(judged_case())
    (doubt,) = anns(report).readings
    assert (doubt.agrees, doubt.by, doubt.words) == (False, "Ben Okafor", "The second photograph was not looked at.")
    dismissed = report.findings[1].verdict
    assert dismissed
    assert [(r.agrees, r.by) for r in dismissed.readings] == [(True, "Ben Okafor")]


def test_a_second_reader_who_does_not_agree_is_told_at_the_top() -> None:
    case = signed(judging(untouched(), "c1", Judgement(Decision.NEITHER)), "c1", agrees=False)
    assert reported(case).findings[0].outcome == "Neither is right; a second reader does not agree"


def test_a_verdict_that_was_changed_since_it_was_signed_says_so() -> None:
    case = signed(judging(untouched(), "c1", Judgement(Decision.NEITHER)), "c1", agrees=False)
    case = judging(case, "c1", Judgement(Decision.UNKNOWN))
    assert [r.changed for r in anns(reported(case)).readings] == [True]
    assert reported(case).findings[0].outcome == "The evidence does not tell"
    assert "the verdict was changed since" in laid_out(case).text


def test_a_record_alone_decides_nothing() -> None:
    report = reported(judged_case())
    assert (len(report.findings), report.decided) == (3, 2)
    assert report.tally == (("All can be true", 1), ("Judged differently", 1))
    assert report.findings[2].outcome == "Open"
    assert "Not decided: the record alone has been written." in judged_page().text


# --- claims without a conflict --------------------------------------------------------------------


def test_claims_that_no_conflict_opposes_are_told_when_somebody_judged_them() -> None:
    (claimed,) = reported(judged_case()).claimed
    assert (claimed.question, claimed.sign.word) == ("How many countries take part?", "Agreement")
    (verdict,) = claimed.verdicts
    assert (verdict.conclusion, verdict.state, verdict.triage) == ("Fifteen it is.", "Report: published", "")
    text = judged_page().text
    assert "Claims judged" in text
    assert text.count("Not decided") == 1  # the record on a conflict, not this one


def test_a_judged_claim_of_one_article_is_marked_and_leads_back() -> None:
    case = judging(untouched(), "g5", Judgement(Decision.OPEN, record=Record(conclusion="So it was.")))
    page = laid_out(case)
    assert '<mark class="single lane-0"' in page.html
    assert 'aria-label="Back to claim 1" data-number="c1"' in page.html
    assert {a[1:] for a in page.addresses if a.startswith("#")} <= set(page.ids)


# --- by hand --------------------------------------------------------------------------------------


def test_what_people_did_by_hand_is_told_in_the_order_it_was_done() -> None:
    marked, corrected, joined, ruled, split, refused = reported(handled_case()).by_hand
    assert (marked.done, marked.said, marked.by) == ("Marked", "As a quantity.", "Ann")
    assert marked.changes == (("About", "", "days of fighting"), ("Value", "", "3"))
    assert [(t.letter, t.words) for t in marked.told] == [("A", "July 3")]
    assert (corrected.done, corrected.by, corrected.at) == ("Corrected", "Ben Okafor", "9 July 2022, 12:00 UTC")
    assert corrected.changes == (("About", "three cosmonauts", "crew"), ("Value", "3 cosmonaut", "4 cosmonauts"))
    assert joined.said == "As one question: How many, and when? They can all be true."
    assert [t.words for t in joined.told] == ["15 international participating"] * 2 + ["July 3"]
    assert ruled.said == "Differences under 2 % are rounding in this case."
    assert split.said == "As a question of its own: Who spoke of liberation?"
    assert refused.done == "No claim"


def test_a_corrected_speaker_is_told_by_name() -> None:
    case = untouched()
    claim = _attribution(case)
    case = did(case, correct(case, claim, spoken_by(case, claim, "TASS"), told="TASS"))
    (handled,) = reported(case).by_hand
    assert handled.changes == (("Said by", "three cosmonauts", "TASS"),)


def _attribution(case: Case) -> str:
    assert case.analysis
    return next(c.id for c in case.analysis.claims if c.text.startswith("They also said"))


def test_a_hand_on_words_that_are_gone_is_told_and_said_to_change_nothing() -> None:
    case = untouched()
    case = did(case, refuse(case, (_attribution(case),)))
    case = analysed_anew(replace(case, articles=case.articles[1:]), Analysis())
    (handled,) = reported(case).by_hand
    assert handled.lost
    assert "it is kept, and changes nothing" in laid_out(case).text


def test_a_question_that_a_rule_settled_says_by_which() -> None:
    case = untouched()
    case = did(case, rule(Harmless("made-by-hand", Ground.MISREAD)))
    settled = next(item for item in reported(case).calm if item.question == "How many cosmonauts?")
    assert settled.ground == (
        "What is flagged as “made by hand” is no conflict in this case: the words are read wrongly."
    )


def test_comments_notes_and_assignments_stay_inside() -> None:
    page = laid_out(handled_case())
    assert "for ourselves" not in page.html
    assert "assignment" not in page.data


# --- the copy for other programs ------------------------------------------------------------------


def test_the_json_has_every_verdict_whole() -> None:
    data = json.loads(judged_page().data)
    assert data["version"] == 2
    assert [(v["conflict"], v["group"], v["reviewer"]) for v in data["verdicts"]] == [
        ("c1", "g1", "Cleo Hartmann"),
        ("c1", "g1", "Ann"),
        ("c2", "g2", "Ann"),
        ("c3", "g3", "Ann"),
        (None, "g4", "Ben Okafor"),
    ]
    ann, dismissal = data["verdicts"][1:3]
    assert ann["record"]["rating"] == {"scale": "five-step", "version": 1, "step": "mostly-true"}
    assert ann["record"]["state"] == "in_review"
    assert [item["stance"] for item in ann["record"]["evidence"]] == [stance.value for stance in Stance]
    assert (dismissal["triage"], dismissal["ground"]) == ("dismissed", "honest_quote_edit")
    assert [(s["agrees"], s["reviewer"]) for s in dismissal["signatures"]] == [(True, "Ben Okafor")]
    assert [(s["id"], s["version"]) for s in data["scales"]] == [("five-step", 1), ("conclusion", 1)]


def test_a_colleague_can_check_the_words_of_evidence_without_the_program() -> None:
    data = json.loads(judged_page().data)
    texts = {a["id"]: a["text"] for a in data["articles"]}
    (item,) = (item for v in data["verdicts"] for item in v["record"]["evidence"] if item["found"])
    found = item["found"]
    assert texts[found["article"]][found["start"] : found["end"]] == item["words"] == "three cosmonauts"


def test_the_json_tells_what_was_done_by_hand() -> None:
    data = json.loads(laid_out(handled_case()).data)
    assert [(h["sort"], h["placed"]) for h in data["by_hand"]] == [
        ("mark", True),
        ("correction", True),
        ("join", True),
        ("rule", True),
        ("split", True),
        ("refusal", True),
    ]


# --- what must never happen -----------------------------------------------------------------------


def test_foreign_words_reach_every_part_of_a_verdict() -> None:
    case, review, scales = foreign_case("plain words")
    made = Page(render(case, review, MADE, scales))
    classes = {name for _, attrs in made.elements for name in attrs.get("class", "").split()}
    parts = "several conclusion steps given beside meaning noted label rationale item stance remark readings"
    assert set(parts.split()) | {"handled", "told", "change", "hash", "from", "read"} <= classes
    report = report_of(case, review, MADE, scales)
    assert [h.done for h in report.by_hand] == [
        *("Marked", "Marked", "Marked", "Corrected", "Corrected", "No claim", "Joined", "Set apart"),
        "Corrected",
        *("Rule", "Rule", "Rule", "No claim"),
    ]
    assert (len(report.findings), len(report.claimed), len(report.detached)) == (2, 1, 1)


def test_a_thousand_hostile_verdicts_with_full_records_are_exported(tmp_path: Path) -> None:
    case, review, scales = foreign_case("\u202e half")
    (template, *_), half = review.of("c1"), "half \ud83d"
    given = []
    for number, words in enumerate(islice(cycle((*HOSTILE_UNICODE, *INJECTIONS, half)), 1000)):
        article = replace(case.articles[0], text=f"{words} stands here")
        record = foreign_record(words, words, article)
        written = replace(template, id=f"v{number}", rationale=words, question=words, reason=words, record=record)
        given.append(replace(written, reviewer=Reviewer(f"r{number}", words)))
    everyone = replace(review, beside={**review.beside, "c1": tuple(given[:500])}, detached=tuple(given[500:]))
    write(tmp_path / "report.html", render(case, everyone, MADE, scales))
    page = (tmp_path / "report.html").read_text("utf-8")
    data = json.loads(page[page.index('id="report-data">') + 17 : page.index("</script>")])
    copied = [v for v in data["verdicts"] if v["id"].startswith("v")]
    assert [v["record"]["claim"] for v in copied] == [v.record.claim for v in given]
    assert len(re.findall('<p class="conclusion"', page)) == 1002  # and two that were there
    assert set(re.findall('(?:href|src)="([a-z]+:)', page)) == {"https:"}


def test_a_report_of_the_same_case_and_time_is_the_same_to_the_byte() -> None:
    script = "import sys; from tests.reports.test_verdicts import digest; sys.stdout.write(digest())"
    environments = [{**os.environ, "PYTHONHASHSEED": seed} for seed in ("1", "2")]
    digests = {
        subprocess.run([sys.executable, "-B", "-c", script], env=e, check=True, capture_output=True, text=True).stdout
        for e in environments
    }
    assert digests == {digest()}


def digest() -> str:
    case = handled_case()
    return hashlib.sha256(render(case, reviewed(case), MADE).encode("utf-8")).hexdigest()
