"""Dates of one event: what meets and what excludes each other."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from factcheck.analysis.comparison.dates.wording import question
from factcheck.analysis.parsing import Parser
from factcheck.analysis.pipeline import analyse
from factcheck.shipped import lexicon
from factcheck.values import Kind, Status
from tests.analysis.comparison.accounts import analysis_of, flags
from tests.factories import make_article, make_claim


def test_a_weekday_and_its_date_are_one_day(parser: Parser) -> None:
    first = "The agency posted photos of the crew on Monday."
    second = "The agency posted photos of the crew on July 4."
    found = analysis_of(parser, first, second)
    assert found.conflicts == ()
    assert [g.status for g in found.groups if g.kind is Kind.DATE] == [Status.AGREEMENT]


def test_a_month_and_a_day_in_it_are_compatible(parser: Parser) -> None:
    first = "Russia invaded Ukraine in February."
    found = analysis_of(parser, first, "Russia invaded Ukraine on February 24.")
    assert [g.status for g in found.groups if g.kind is Kind.DATE] == [Status.COMPATIBLE]


def test_two_days_for_one_event_exclude_each_other(parser: Parser) -> None:
    first = "The former mayor Peter Novak died on Thursday at his home in Prague."
    second = "The former mayor Peter Novak died on Friday at his home in Prague."
    assert flags(parser, first, second) == [("Thursday (2022-07-07)", "Friday (2022-07-08)")]


def test_days_of_different_events_are_different_questions(parser: Parser) -> None:
    first = "The mayor opened the bridge on Thursday."
    assert flags(parser, first, "Police closed the market on Friday.") == []


def test_a_death_told_by_a_noun_or_a_pronoun_is_the_same_death(parser: Parser) -> None:
    first = "Peter Novak ran the city for ten years. His death on Thursday was not announced."
    second = "Peter Novak ran the city for ten years. He died on Friday."
    assert flags(parser, first, second) == [("Thursday (2022-07-07)", "Friday (2022-07-08)")]


def test_deaths_of_two_people_are_two_events(parser: Parser) -> None:
    first = "The former mayor Peter Novak died on Thursday."
    assert flags(parser, first, "The actress Jane Miller died on Friday.") == []


def test_weekdays_of_undated_texts_exclude_each_other(parser: Parser) -> None:
    texts = ("Peter Novak was arrested on Tuesday.", "Police arrested Peter Novak on Saturday.")
    found = analysis_of(parser, *texts, published=None)
    assert [c.rule for c in found.conflicts] == ["date-of-one-event"]


def test_one_article_can_give_two_days_itself(parser: Parser) -> None:
    article = "Peter Novak died on Thursday, his family said. Doctors confirmed that Peter Novak died on Friday."
    found = analysis_of(parser, article)
    assert [(c.rule, c.within) for c in found.conflicts] == [("date-of-one-event", True)]


def test_who_speaks_on_two_days_says_two_things(parser: Parser) -> None:
    first = "Peter Novak said on Thursday that the bridge was safe."
    assert flags(parser, first, "Peter Novak said on Friday that the bridge was safe.") == []


def test_the_same_day_of_the_next_month_is_a_slip(parser: Parser) -> None:
    first = "Both sides kept the peace after the 12 March truce."
    second = "On 12 April the two sides agreed to a truce."
    assert [c.rule for c in analysis_of(parser, first, second).conflicts] == ["date-month-swapped"]


def test_clock_times_of_one_attack_exclude_each_other(parser: Parser) -> None:
    first = "The attack on the market hall in the harbour quarter came at 3.45pm on Tuesday."
    second = "Two shells hit the market hall in the harbour quarter at about 3pm on Tuesday."
    assert [c.rule for c in analysis_of(parser, first, second).conflicts] == ["date-other-hour"]


def test_a_full_hour_may_be_a_rounded_one(parser: Parser) -> None:
    first = "The bomb exploded outside the market hall in the harbour quarter at 6.10am on Tuesday."
    second = "A bomb exploded outside the market hall in the harbour quarter at about 6am on Tuesday."
    assert flags(parser, first, second) == []


def test_morning_and_evening_of_one_landing_are_a_slip(parser: Parser) -> None:
    first = "The plane of the foreign minister landed at Prague airport at 9.45pm."
    second = "The foreign minister's plane landed at Prague airport shortly after 9.45am."
    assert [c.rule for c in analysis_of(parser, first, second).conflicts] == ["date-hour-swapped"]


def test_a_year_few_events_share_joins_differently_worded_accounts(parser: Parser) -> None:
    first = "The club had not won the national title since 1908."
    found = analysis_of(parser, first, "It was the first title for the club since 1908.")
    assert [g.status for g in found.groups if g.kind is Kind.DATE] == [Status.AGREEMENT]


# --- what happens once ------------------------------------------------------------------------------


def rules(parser: Parser, *texts: str, published: date | None = date(2022, 7, 8)) -> list[str]:
    """The rules of the date conflicts among articles A, B, ..."""
    return [c.rule for c in analysis_of(parser, *texts, published=published).conflicts if c.kind is Kind.DATE]


def test_what_both_stories_open_with_happens_on_one_day(parser: Parser) -> None:
    first = "Peter Novak, who played villains for forty years, is dead. The actor passed away Sunday in a clinic."
    second = "The film world mourned a great villain. He died on Saturday evening at his house, friends said."
    assert rules(parser, first, second) == ["date-of-main-event"]


def test_several_dead_may_die_on_several_days(parser: Parser) -> None:
    first = "Two people are dead after the fire. One victim died on Sunday in a clinic."
    second = "The fire killed two people. A second man died on Saturday evening in hospital, police said."
    assert rules(parser, first, second) == []


def test_a_day_that_another_account_confirms_contradicts_nothing(parser: Parser) -> None:
    first = "A strong earthquake struck the north of Chile on Sunday. A smaller quake struck on Monday."
    second = "An earthquake struck northern Chile on Sunday, the survey said."
    assert rules(parser, first, second) == []


def test_the_hour_of_the_main_event_is_one(parser: Parser) -> None:
    first = "A strong earthquake struck northern Chile. The quake struck at 4:52 a.m., the survey said."
    second = "An earthquake shook the Chilean desert. The quake hit at 5.42am and was felt in the capital."
    assert rules(parser, first, second) == ["date-hour-of-main-event"]


def test_an_hour_in_another_zone_is_the_same_hour(parser: Parser) -> None:
    first = "A strong earthquake struck northern Chile. The quake struck at 4:52 a.m., the survey said."
    second = "An earthquake shook the Chilean desert. The quake hit at 7:52 a.m. GMT and was felt in the capital."
    assert rules(parser, first, second) == []


def test_a_birth_is_in_one_year(parser: Parser) -> None:
    first = "Peter Novak, the poet, was born in 1931 in Prague."
    assert rules(parser, first, "The poet Peter Novak was born in Brno in June 1932.") == ["date-year-of-one-event"]
    assert rules(parser, first, "The poet Peter Novak was born in Brno on 3 June 1931.") == []
    assert rules(parser, first, "The actress Jane Miller was born in Brno in 1932.") == []


def test_a_bridge_is_built_once_and_used_often(parser: Parser) -> None:
    first = "The bridge in Leeds was built in 1968."
    assert rules(parser, first, "The bridge, which was built in Leeds in 1969, collapsed.") == [
        "date-year-of-one-event"
    ]
    assert rules(parser, "The bridge was repaired in 1968.", "The bridge was repaired in 1969.") == []


def test_not_until_a_day_is_on_that_day(parser: Parser) -> None:
    first = "Peter Novak did not concede defeat in the mayoral race until Thursday."
    second = "Peter Novak, who lost the mayoral race, conceded defeat on Wednesday."
    assert rules(parser, first, second) == ["date-of-one-thing"]


def test_a_paper_bears_one_date(parser: Parser) -> None:
    first = "The memo, dated June 12 and marked secret, was written for the minister."
    second = "Dated June 21, the secret memo written for the minister runs to ten pages."
    assert rules(parser, first, second) == ["date-of-one-thing"]


def test_a_kind_of_event_both_stories_open_with_joins_their_days(parser: Parser) -> None:
    first = "Voters chose a new mayor. Turnout in Sunday's ballot was the lowest in years."
    second = "The election of a mayor was quiet. The run-off election was held on Sunday."
    groups = [g.status for g in analysis_of(parser, first, second).groups if g.kind is Kind.DATE]
    assert Status.AGREEMENT in groups


def test_a_day_told_with_its_year_joins_whatever_is_said_of_it(parser: Parser) -> None:
    first = "Stay calm and be kind. Jane Miller, March 9, 2022"
    second = "The singer's message to her fans went out on Mar 9, 2022 and was shared widely."
    groups = [g.status for g in analysis_of(parser, first, second).groups if g.kind is Kind.DATE]
    assert groups == [Status.AGREEMENT]


def test_a_day_of_mourning_is_no_day_of_death(parser: Parser) -> None:
    first = "The tram crash killed seven. Jane Miller died on Wednesday."
    second = "The city remembers the tram crash. Candles were lit for those who died on Saturday."
    assert rules(parser, first, second) == []


# --- one deed in other words ------------------------------------------------------------------------


def test_a_theft_is_told_by_what_was_taken_and_by_who_took_it(parser: Parser) -> None:
    first = "A robber emptied the museum's safe. The robber slipped in on Tuesday and left with a necklace."
    second = "The robbery shocked the museum. The jewels stolen on Monday were not insured."
    assert rules(parser, first, second) == ["date-of-one-deed"]


def test_a_report_is_made_public_on_one_day(parser: Parser) -> None:
    first = "The auditor's report on the harbour, made public on Tuesday, found nine faults."
    second = "In a report released on Monday, the auditor counted nine faults in the harbour."
    assert rules(parser, first, second) == ["date-of-one-deed"]


def test_two_letters_are_sent_on_two_days(parser: Parser) -> None:
    first = "Jane Miller on Tuesday signed a letter to the mayor."
    assert rules(parser, first, "In a letter dated Monday, Peter Novak asked the mayor to resign.") == []


def test_each_date_of_a_list_has_its_own_thing(parser: Parser) -> None:
    first = "Fires at the Milldale bakery on May 2 and the Ashford brewery on May 9 were set by hand."
    second = "The Ashford brewery burned down on May 8, firefighters said."
    assert rules(parser, first, second) == ["date-of-one-deed"]
    assert rules(parser, first, "The Milldale bakery burned down on May 2.") == []


def test_a_stretch_ends_on_one_day(parser: Parser) -> None:
    first = "The survey was conducted by telephone from May 2 to May 9."
    second = "The poll, carried out between May 2 and May 12, asked nine hundred drivers."
    assert rules(parser, first, second) == ["date-of-one-deed"]


def test_an_article_that_tells_the_deed_of_two_days_contradicts_neither(parser: Parser) -> None:
    first = "The report was released on Monday. A second report was released on Tuesday."
    assert rules(parser, first, "The auditor's report, made public on Sunday, found nine faults.") == []


def test_a_hospital_is_entered_under_many_words(parser: Parser) -> None:
    first = "Jane Miller is in rehab. The singer's manager said that Miller had been admitted on Sunday."
    second = "Fans wait outside the rehab clinic. She flew in by private jet on Wednesday, an onlooker said."
    assert rules(parser, first, second) == ["date-of-one-deed"]


def test_two_goods_go_on_sale_on_one_day(parser: Parser) -> None:
    first = "The new phone has a larger screen and is on sale soon. Phones ship on March 4."
    second = "The maker launched two phones. Both go on sale on March 14 at the same price."
    assert rules(parser, first, second) == ["date-of-one-deed"]


def test_the_senate_is_not_the_house(parser: Parser) -> None:
    first = "The bill was passed by the House on Wednesday."
    assert rules(parser, first, "The Senate passed the bill on Thursday.") == []
    assert rules(parser, first, "The bill was approved by the House on Thursday.") != []


def test_fires_of_two_towns_are_two_fires(parser: Parser) -> None:
    first = "A fire destroyed a warehouse in Leeds on Monday."
    assert rules(parser, first, "A warehouse in Bristol burned down on Tuesday.") == []


def test_what_a_brother_or_another_officer_does_is_another_deed(parser: Parser) -> None:
    first = "Peter Novak was arrested on Monday."
    assert rules(parser, first, "The brother of Peter Novak was arrested on Tuesday.") == []
    assert rules(parser, "The chairman resigned on Sunday.", "The treasurer resigned on Tuesday.") == []


def test_a_beginning_and_an_end_are_two_times(parser: Parser) -> None:
    assert rules(parser, "The trial of the banker opened on Monday.", "The banker's trial ended on Friday.") == []


def test_a_day_before_another_event_is_a_day_of_its_own(parser: Parser) -> None:
    first = "The singer's wedding was held on Saturday."
    assert rules(parser, first, "Guests came two days before the singer's wedding.") == []


def test_an_hour_that_leaves_its_half_unsaid_is_the_nearer_one(parser: Parser) -> None:
    first = "Thousands marched for the river. The march set off from the town hall at 14:00."
    assert rules(parser, first, "The march against the dam started at two o'clock.") == []
    assert rules(parser, first, "The march against the dam left the town hall at three in the afternoon.") == [
        "date-hour-of-one-deed"
    ]


def test_what_has_one_date_fixed_is_not_told_of_two_seasons(parser: Parser) -> None:
    first = "The ban on plastic bags comes into force on September 1."
    assert rules(parser, first, "The ban on plastic bags takes effect in October, the ministry said.") == [
        "date-season-of-one-deed"
    ]
    assert rules(parser, first, "The ban on plastic bags takes effect in September, the ministry said.") == []


def test_a_weekday_of_an_undated_text_excludes_the_weekday_of_a_dated_one(parser: Parser) -> None:
    dated = make_article("Police arrested Peter Novak on Tuesday.", "a", source="A", published=date(2022, 7, 8))
    undated = make_article("Peter Novak was arrested on Monday.", "b", source="B", published=None)
    assert [c.rule for c in analyse([dated, undated], parser).conflicts] == ["date-of-one-event"]


# --- a weekday beside its date ----------------------------------------------------------------------


def test_a_weekday_that_its_date_does_not_have_is_a_slip(parser: Parser) -> None:
    (found,) = analysis_of(parser, "The council will vote on Tuesday, July 11.").conflicts
    assert (found.rule, found.within) == ("date-weekday-mismatch", True)
    assert [a.text for a in found.answers] == ["Tuesday", "Monday, 2022-07-11"]


def test_a_weekday_and_its_date_that_meet_are_no_slip(parser: Parser) -> None:
    assert rules(parser, "The council will vote on Monday, July 11.") == []
    assert rules(parser, "The bridge was opened on Friday, 5 July 1968.") == []


def test_a_weekday_of_a_year_not_said_is_not_held_against_its_date(parser: Parser) -> None:
    assert rules(parser, "The council will vote on Tuesday, July 11.", published=None) == []
    assert rules(parser, "The fair will open on Tuesday, March 14.") == []


def test_one_hour_each_for_one_deed_needs_no_other_word_in_common(parser: Parser) -> None:
    first = "Sergeant Paul Beck pulled over the singer's Mercedes at 1:20 a.m. and smelled whisky."
    second = "Officers in Denver stopped the singer about 2:20 a.m. for speeding."
    assert flags(parser, first, second) == [("1:20 a.m.", "about 2:20 a.m.")]


def test_an_article_that_tells_a_deed_of_two_hours_tells_two_deeds(parser: Parser) -> None:
    first = "Officers stopped a baker at 1:20 a.m. and smelled whisky. They stopped a plumber at 4:50 a.m. too."
    second = "Officers in Denver stopped the singer about 2:20 a.m. for speeding."
    assert flags(parser, first, second) == []


def test_who_was_fired_did_not_open_fire_and_nothing_burned(parser: Parser) -> None:
    first = "A worker opened fire at a paper mill in Ohio early Thursday."
    second = "Dan Pruitt, who was fired from the paper mill on Monday, came back with a gun."
    assert flags(parser, first, second) == []


def test_the_evening_and_the_morning_of_one_day_exclude_each_other(parser: Parser) -> None:
    first = "The operator said the cut in the Atlas cable happened on Wednesday evening."
    second = "On the morning of Wednesday, July 6, a trawler ripped the Atlas cable apart."
    found = analysis_of(parser, first, second)
    assert [(c.rule, c.kind) for c in found.conflicts] == [("date-part-of-day", Kind.DATE)]


def test_a_day_and_a_part_of_it_are_one_day(parser: Parser) -> None:
    first = "The former mayor Peter Novak died on Thursday at his home in Prague."
    second = "The former mayor Peter Novak died on Thursday evening at his home in Prague."
    assert flags(parser, first, second) == []


def test_an_afternoon_may_be_called_an_evening(parser: Parser) -> None:
    first = "The former mayor Peter Novak died on Thursday afternoon at his home in Prague."
    second = "The former mayor Peter Novak died on Thursday evening at his home in Prague."
    assert flags(parser, first, second) == []


def test_an_award_is_given_on_the_night_of_its_gala(parser: Parser) -> None:
    first = "The comedy Salt won the Silver Bear for best film at the festival in Graz on Saturday night."
    second = "Salt was the winner of the Silver Bear at a ceremony on Sunday."
    assert flags(parser, first, second) == [("Saturday night (2022-07-02)", "Sunday (2022-07-03)")]


def test_the_year_somebody_joined_may_be_told_in_their_own_words(parser: Parser) -> None:
    first = "The bakery has taken part since 2009 in a federal program that trains apprentices."
    second = '"We signed up for the training program in 2006 and never left," its owner said.'
    assert flags(parser, first, second) == [("2009", "2006")]


def test_the_year_of_a_noun_is_not_the_year_of_the_verb(parser: Parser) -> None:
    first = "The ministry joined the program that rebuilt the harbour after the 2009 storm."
    second = "The ministry joined the program in 2006."
    assert flags(parser, first, second) == []


def all_rules(parser: Parser, *texts: str) -> list[str]:
    """The rules of all conflicts: how long something lasts is a quantity and a time, and one finding."""
    return [c.rule for c in analysis_of(parser, *texts).conflicts]


def test_how_long_one_thing_lasted_is_told_once(parser: Parser) -> None:
    first = "After three days behind closed doors, the jury convicted Marlow of fraud."
    assert all_rules(parser, first, "Jurors deliberated for five days.") == ["quantity-of-one-aspect"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The outage lasted four hours.", "Power was out for seven hours."),
        ("The plane was in the air for eight minutes.", "It crashed 14 minutes after takeoff."),
        ("The siege ended after a five-hour standoff.", "Brandt held police off for eight hours."),
        ("Repairs to the cable will take two weeks.", "The cable will be repaired in four weeks."),
    ],
)
def test_how_long_it_lasted_is_told_in_many_words(parser: Parser, first: str, second: str) -> None:
    assert all_rules(parser, first, second) == ["quantity-of-one-aspect"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The repair of the cable will take a fortnight.", "The cable will be repaired in two weeks."),
        ("The jury heard a month of testimony.", "The jury took three days to reach its verdict."),
        ("The truce is to hold for 72 hours.", "The truce collapsed after five hours."),
        ("Power was out for seven hours.", "The blackout hit the city two days ago."),
    ],
)
def test_the_same_length_in_other_words_or_another_length_is_no_contradiction(
    parser: Parser, first: str, second: str
) -> None:
    assert all_rules(parser, first, second) == []


def test_what_has_a_fixed_date_may_be_a_month_off(parser: Parser) -> None:
    first = "The ban on plastic bags comes into force on July 1."
    second = "The ban takes effect on August 1, the ministry said."
    assert rules(parser, first, second) == ["date-season-of-one-deed"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The quake struck at 5.30am on Monday.", "An aftershock hit at 7.12am on Monday."),
        ("The first train left at 5 a.m.", "The last train left at 6:30 a.m. for Milan."),
        ("The vote was held on Thursday evening.", "The committee voted on Thursday morning on the bill."),
        ("The mayor met the teachers on Tuesday morning.", "The mayor met the nurses on Tuesday evening."),
        ("She was called at 8 a.m. by her sister.", "He called the police at 9:15 a.m."),
        ("The firm has been a member of the scheme since 2004.", "The union joined the scheme in 2001."),
    ],
)
def test_another_of_the_same_kind_has_a_time_of_its_own(parser: Parser, first: str, second: str) -> None:
    assert rules(parser, first, second) == []


def test_a_clock_time_is_held_against_the_part_of_the_day(parser: Parser) -> None:
    first = "The bus crash near Lille happened at about 3 p.m. on Friday."
    assert rules(parser, first, "The bus crashed on Friday morning near Lille.") == ["date-part-of-day"]
    assert rules(parser, first, "The bus crashed on Friday afternoon near Lille.") == []


def test_an_hour_before_midnight_and_one_after_it_are_near(parser: Parser) -> None:
    first = "The mayor's car was pulled over at 11:40 p.m. on Route 9."
    assert rules(parser, first, "The mayor's car was stopped by troopers at 12:30 a.m.") == ["date-hour-of-one-deed"]


def test_a_question_is_never_without_words() -> None:
    claim = make_claim(make_article("Earlier this year, it said."), "Earlier this year", kind=Kind.DATE)
    assert question(replace(claim, subject="…")) == "When: “Earlier this year …”?"
    assert question(replace(claim, subject="the bridge … opened")) == "When: “the bridge … opened”?"


def test_every_deed_a_table_of_occasions_names_is_one() -> None:
    tables = lexicon("occasions")
    known = set(tables["deeds"])
    named = {deed for table in tables.values() if isinstance(table, dict) for deed in table.get("deeds", ())}
    assert named <= known, "a deed that is not known is passed over without a word"
