"""Statements that deny each other: narrow forms only, everything else is left alone."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.analysis.parsing import Parser
from factcheck.analysis.pipeline import analyse
from factcheck.values import Kind, Status
from tests.analysis.comparison.accounts import analysis_of
from tests.factories import make_article


def rules(parser: Parser, *texts: str) -> list[str]:
    return [c.rule for c in analysis_of(parser, *texts).conflicts if c.kind is Kind.STATEMENT]


def test_a_decision_to_leave_against_a_pledge_to_stay(parser: Parser) -> None:
    first = "The minister told its partners that the decision to withdraw had been taken."
    second = "Both governments have pledged to continue the partnership."
    assert rules(parser, first, second) == ["statement-opposite-resolves"]


def test_a_refusal_to_leave_agrees_with_a_pledge_to_stay(parser: Parser) -> None:
    first = "The senator refused to quit the race."
    assert rules(parser, first, "The senator vowed to stay in the race.") == []


def test_a_refusal_to_stay_is_against_a_pledge_to_stay(parser: Parser) -> None:
    first = "The senator refused to stay in the race."
    assert rules(parser, first, "The senator vowed to stay in the race.") == ["statement-opposite-resolves"]


def test_two_actors_resolve_for_themselves(parser: Parser) -> None:
    first = "France decided to leave the alliance."
    assert rules(parser, first, "Germany pledged to stay in the alliance.") == []


def test_what_one_may_decide_is_no_resolve(parser: Parser) -> None:
    first = "The club could decide to sell the stadium."
    assert rules(parser, first, "The club vowed to buy the stadium.") == []


def test_two_undertakings_are_two_questions(parser: Parser) -> None:
    first = "The council decided to close the library."
    assert rules(parser, first, "The council promised to open a new park.") == []


def test_evidence_that_was_found_and_was_not(parser: Parser) -> None:
    first = "Investigators found no evidence of fraud in the northern districts."
    second = "The inquiry produced evidence of fraud, the opposition leader said."
    assert rules(parser, first, second) == ["statement-is-and-is-not"]


def test_breaking_the_law_is_a_crime(parser: Parser) -> None:
    first = "Police found no evidence that the mayor had committed a crime."
    assert rules(parser, first, "The inquiry found evidence that the mayor broke the law.") == [
        "statement-is-and-is-not"
    ]


def test_what_is_there_and_is_not_inside_one_article(parser: Parser) -> None:
    article = (
        "The minister said there is no water shortage in the valley. There is a water shortage already, farmers said."
    )
    (conflict,) = analysis_of(parser, article).conflicts
    assert (conflict.rule, conflict.within) == ("statement-is-and-is-not", True)


def test_who_denies_that_there_is_a_shortage_says_there_is_none(parser: Parser) -> None:
    first = "There is no water shortage in the valley."
    assert rules(parser, first, "The minister denied that there was a water shortage in the valley.") == []


def test_whether_somebody_was_armed(parser: Parser) -> None:
    first = "Police say Carter pointed a revolver at two officers."
    second = "Carter did not have a gun, his mother said. Neighbours doubt that Carter was carrying a gun."
    (conflict,) = analysis_of(parser, first, second).conflicts
    assert conflict.rule == "statement-is-and-is-not"
    assert [a.text for a in conflict.answers] == ["did not have a gun", "pointed a revolver at two officers"]
    assert len(conflict.claims) == 3


def test_weapons_of_two_people_are_two_questions(parser: Parser) -> None:
    assert rules(parser, "Carter pointed a gun at the clerk.", "Miller did not have a gun.") == []


def test_evidence_of_two_matters_is_no_denial(parser: Parser) -> None:
    first = "Investigators found no evidence of fraud."
    assert rules(parser, first, "Researchers found evidence of a warmer climate.") == []


def test_a_statement_that_nobody_denies_is_no_group(parser: Parser) -> None:
    found = analysis_of(parser, "There is a water shortage in the valley.")
    assert [g for g in found.groups if g.kind is Kind.STATEMENT] == []


def test_two_accounts_that_found_no_evidence_agree(parser: Parser) -> None:
    first = "Investigators found no evidence of fraud in the northern districts."
    found = analysis_of(parser, first, "There was no evidence of fraud, the judges wrote.")
    assert [g.status for g in found.groups if g.kind is Kind.STATEMENT] == [Status.AGREEMENT]


# --- what happened ----------------------------------------------------------------------------------


def test_what_one_did_and_did_not_do(parser: Parser) -> None:
    first = "Mr. Alvarez, who came third, did not back anyone in the run-off."
    second = "Mr. Alvarez endorsed the mayor in the run-off, aides said."
    assert rules(parser, first, second) == ["statement-did-and-did-not"]


def test_what_another_did_not_do_is_no_denial(parser: Parser) -> None:
    assert rules(parser, "Carter did not sign the letter.", "Miller signed the letter.") == []


def test_what_had_not_happened_before_may_happen(parser: Parser) -> None:
    first = "The Rovers had not won the cup since 1908."
    assert rules(parser, first, "The Rovers won the cup on a wet evening.") == []


def test_what_may_happen_is_no_contradiction(parser: Parser) -> None:
    assert rules(parser, "Carter did not sign the letter.", "Carter might sign the letter.") == []


def test_whether_somebody_will_is_an_open_question(parser: Parser) -> None:
    first = "Carter announces whether he plans to step down or will seek a second term."
    assert rules(parser, first, "Carter will not seek a second term.") == []


def test_nobody_hurt_and_somebody_in_hospital(parser: Parser) -> None:
    first = "Two men robbed a bank in the town. Nobody was injured."
    second = "Two men robbed a bank. A teller was taken to hospital with a broken jaw."
    (conflict,) = analysis_of(parser, first, second).conflicts
    assert conflict.rule == "statement-nobody-and-somebody-hurt"


def test_nobody_killed_and_somebody_hurt_can_both_be_true(parser: Parser) -> None:
    assert rules(parser, "Nobody was killed.", "A teller was injured.") == []


def test_a_scan_in_hospital_is_no_injury(parser: Parser) -> None:
    assert rules(parser, "Nobody was injured.", "A teller was taken to hospital for a check.") == []


def test_one_driver_hurt_and_unhurt(parser: Parser) -> None:
    first = "The lorry driver escaped with a broken arm."
    second = "The truck's driver, who walked away without a scratch, blamed the signals."
    assert rules(parser, first, second) == ["statement-hurt-and-unhurt"]


def test_two_people_hurt_and_unhurt(parser: Parser) -> None:
    first = "The lorry driver escaped with a broken arm."
    assert rules(parser, first, "The passenger walked away without a scratch.") == []


def test_a_tower_that_fell_and_stands(parser: Parser) -> None:
    first = "The bell tower of the church had come down."
    assert rules(parser, first, "The bell tower still stands over the square.") == ["statement-opposite-deeds"]


def told_on(parser: Parser, *accounts: tuple[str, date]) -> list[tuple[str, Status]]:
    """The flags of accounts that were published on different days."""
    articles = [
        make_article(text, chr(ord("a") + n), source=chr(ord("A") + n), published=day)
        for n, (text, day) in enumerate(accounts)
    ]
    return [(c.rule, c.status) for c in analyse(articles, parser).conflicts]


EARLY, LATE = date(2012, 5, 2), date(2012, 5, 4)
CLOSED, REOPENED = "The coast road was closed by a landslide.", "The coast road was reopened to traffic."


def test_a_road_is_closed_and_later_reopened(parser: Parser) -> None:
    found = told_on(parser, (CLOSED, EARLY), (REOPENED, LATE))
    assert found == [("statement-opposite-deeds", Status.UPDATE)]


def test_of_one_day_nobody_knows_which_came_first(parser: Parser) -> None:
    assert told_on(parser, (CLOSED, LATE), (REOPENED, LATE)) == []


def test_an_account_that_knows_of_both_tells_a_story(parser: Parser) -> None:
    assert told_on(parser, (f"{CLOSED} {REOPENED}", EARLY), (REOPENED, LATE)) == []


def test_a_suspect_at_large_is_caught_later(parser: Parser) -> None:
    found = told_on(parser, ("The robber is at large.", EARLY), ("The robber was arrested in a caravan.", LATE))
    assert found == [("statement-opposite-deeds", Status.UPDATE)]


def test_a_suspect_searched_for_is_caught_later(parser: Parser) -> None:
    found = told_on(parser, ("Police are searching for two robbers.", EARLY), ("The robbers were caught.", LATE))
    assert found == [("statement-opposite-deeds", Status.UPDATE)]


def test_undecided_in_one_account_and_decided_in_the_other(parser: Parser) -> None:
    first = "Gadsden had not decided whether to appeal."
    second = "Gadsden said he would appeal."
    assert rules(parser, first, second) == ["statement-undecided-and-decided"]


def test_arrested_in_two_kinds_of_place(parser: Parser) -> None:
    first = "Carter was arrested at a motel in Estes."
    second = "Carter was taken into custody during a traffic stop."
    (conflict,) = analysis_of(parser, first, second).conflicts
    assert conflict.rule == "statement-other-place"
    assert len(conflict.answers) == 2


def test_a_flat_is_somebodys_home(parser: Parser) -> None:
    first = "Carter was arrested at his home."
    assert rules(parser, first, "Carter was arrested in a flat.") == []


def test_two_people_arrested_in_two_places(parser: Parser) -> None:
    assert rules(parser, "Carter was arrested at a motel.", "Miller was arrested in a car.") == []


def test_who_found_the_body(parser: Parser) -> None:
    first = "Police found the body in a shed."
    found = analysis_of(parser, first, "A jogger found the body near the shed.").conflicts
    assert [(c.rule, c.kind) for c in found] == [("attribution-other-finder", Kind.ATTRIBUTION)]


def test_a_deputy_is_the_police(parser: Parser) -> None:
    found = analysis_of(parser, "Police found the body.", "A deputy found the body.").conflicts
    assert found == ()


# --- what happened, told alike ----------------------------------------------------------------------


def agreeing(parser: Parser, *texts: str) -> list[list[str]]:
    found = analysis_of(parser, *texts)
    text = {c.id: c.text for c in found.claims}
    groups = [g for g in found.groups if g.kind is Kind.STATEMENT and g.status is Status.AGREEMENT]
    return [[text[id] for id in group.claims] for group in groups]


def test_one_deed_in_other_words_agrees(parser: Parser) -> None:
    first = "A grand jury in Tampa indicted the treasurer on Monday."
    second = "The treasurer was indicted by a grand jury."
    (group,) = agreeing(parser, first, second)
    assert len(group) == 2


def test_a_deed_told_with_another_verb_agrees(parser: Parser) -> None:
    (group,) = agreeing(parser, "The deputy director overruled the office.", "The director reversed the office.")
    assert len(group) == 2


def test_another_agent_does_another_deed(parser: Parser) -> None:
    first = "The hospital issued a statement on the wounded."
    assert agreeing(parser, first, "The bureau issued a statement on the shooting.") == []


def test_two_days_are_two_deeds(parser: Parser) -> None:
    first = "The president met the speaker on Monday."
    assert agreeing(parser, first, "The president met the speaker on Friday.") == []


def test_what_is_denied_agrees_with_no_report_of_it(parser: Parser) -> None:
    assert agreeing(parser, "Carter signed the letter.", "Carter did not sign the letter.") == []


# --- answers that exclude each other ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The chapel was insured for half a million.", "There was no insurance on the building, the vicar said."),
        ("The suspect was armed with a rifle.", "The suspect was unarmed, officers said."),
        ("Harris admitted setting the barn on fire, police said.", "The suspect has made no confession."),
        ("The defendant pleaded guilty.", "The defendant pleaded not guilty."),
        ("Finance minister Paula Reyes resigned on Monday.", "Reyes was sacked by the prime minister."),
        ("Both boards unanimously approved the merger.", "Two directors voted against the merger."),
        ("The lorry driver was killed in the crash.", "The lorry driver survived the crash."),
        ("Lena Fox was found alive on Sunday.", "Rescuers found Fox dead."),
        ("The union boycotted the talks.", "The union is part of the talks."),
        ("The euro ended the day higher.", "The euro fell against the dollar."),
        ("The robbers escaped on foot.", "The robbers escaped in a stolen car."),
        ("A suicide bomber blew himself up at the gate.", "The bomb was detonated by remote control."),
        ("The union will boycott the talks.", "The union will attend the talks."),
    ],
)
def test_two_answers_to_one_question(parser: Parser, first: str, second: str) -> None:
    assert rules(parser, first, second) == ["statement-opposite-deeds"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param("Milk prices rose.", "Food prices fell.", id="narrowed down differently"),
        pytest.param("Vega won the election.", "Vega lost the election of 2001.", id="another year"),
        pytest.param("Vega apologised to the boys.", "Vega did not apologise to the teacher.", id="to somebody else"),
        pytest.param("The mayor accepted a gift.", "The minister rejected a gift.", id="two people"),
        pytest.param("The first church was insured.", "The second church was uninsured.", id="one of several"),
        pytest.param("They spoke of extending the truce.", "The truce expired.", id="spoken of"),
        pytest.param("He wanted the bill passed.", "The bill was rejected.", id="wanted"),
    ],
)
def test_other_matters_are_no_answers_to_one_question(parser: Parser, first: str, second: str) -> None:
    assert rules(parser, first, second) == []


def test_one_denial_is_shown_once(parser: Parser) -> None:
    first = "Police say Carter pointed a revolver at two officers."
    assert len(rules(parser, first, "Carter did not have a gun, his mother said.")) == 1


def test_all_of_them_or_not_all(parser: Parser) -> None:
    first = "All of the workers were offered new posts."
    second = "Nearly all of the workers were offered new posts."
    assert rules(parser, first, second) == ["statement-all-and-not-all"]
    assert rules(parser, first, "All of the workers were offered new posts on Monday.") == []


def test_most_of_one_crowd_are_of_one_kind(parser: Parser) -> None:
    first = "Most of the dead were women and children."
    assert rules(parser, first, "Nearly all of the dead were men.") == ["statement-most-of-another-kind"]
    assert rules(parser, first, "Some of the dead were men.") == []
    assert rules(parser, first, "Most of the dead were girls.") == []


def test_what_is_still_so_on_the_day_it_is_over_is_no_update(parser: Parser) -> None:
    first, second = "Dane got her job back.", "Dane is still assigned to the mail room."
    articles = [make_article(text, id, published=date(2021, 5, 4)) for id, text in (("a", first), ("b", second))]
    (conflict,) = analyse(articles, parser).conflicts
    assert (conflict.rule, conflict.status) == ("statement-opposite-deeds", Status.CONFLICT)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The singer Karl Brenner died of cancer.", "Brenner died of a heart attack."),
        ("The crash was caused by ice on the road.", "The crash was caused by a burst tyre."),
        ("The train was late because of a strike.", "The train was late because of snow."),
    ],
)
def test_one_thing_has_one_cause(parser: Parser, first: str, second: str) -> None:
    assert rules(parser, first, second) == ["statement-other-cause"]
    assert rules(parser, first, first) == []
