"""What makes two numbers a conflict, and what does not."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.analysis.parsing import Parser
from factcheck.analysis.pipeline import analyse
from factcheck.values import Kind, Status
from tests.analysis.comparison.accounts import analysis_of, flags
from tests.factories import make_article


@pytest.mark.parametrize(
    ("first", "second", "rule"),
    [
        pytest.param(
            "The indictment of the mayor runs to a 48-page document, the court said.",
            "The indictment of the mayor runs to a 47-page document, the court said.",
            "quantity-of-one-thing",
            id="a measure of one described thing",
        ),
        pytest.param(
            "A bomb killed 12 people at the market.",
            "A bomb at the market left 15 people dead.",
            "quantity-in-one-slot",
            id="two tolls told with other verbs",
        ),
        pytest.param(
            "The death toll from the fire rose to 23, officials said.",
            "At least 27 people died in the fire, police said.",
            "quantity-in-one-slot",
            id="a toll as a bare number",
        ),
        pytest.param(
            "The blast wounded 40 and killed nine.",
            "Nine people were killed and 55 injured in the blast.",
            "quantity-in-one-slot",
            id="injured whose noun is left out",
        ),
        pytest.param(
            "Police arrested 31 people after the match.",
            "There were 36 arrests after the match.",
            "quantity-in-one-slot",
            id="arrested people and arrests",
        ),
        pytest.param(
            "He was shot nine times by police.",
            "He was hit by seven bullets.",
            "quantity-in-one-slot",
            id="times shot and bullets",
        ),
        pytest.param(
            "The quake measured 6.1 on the Richter scale.",
            "The quake, with a magnitude of 6.4, struck at noon.",
            "quantity-in-one-slot",
            id="magnitudes of the main quake",
        ),
        pytest.param(
            "Maria Lopez, 34, was found dead on Sunday.",
            "The victim was 36-year-old Maria Lopez.",
            "quantity-of-one-person",
            id="ages of one person",
        ),
        pytest.param(
            "Anna Reed, a mother of three, ran the shop.",
            "Mother-of-two Anna Reed ran the shop.",
            "quantity-of-one-person",
            id="children of one person",
        ),
        pytest.param(
            "The suspect was arrested after a 12-hour standoff.",
            "The suspect gave up after a 9-hour standoff.",
            "quantity-of-one-thing",
            id="a duration of one described thing",
        ),
        pytest.param(
            "The suspect, 24, was arrested at home.",
            "The 26-year-old suspect was arrested at home.",
            "quantity-of-one-person",
            id="ages of the one suspect",
        ),
        pytest.param(
            "Phones account for half of the company's revenue.",
            "Phones account for 60 percent of the company's sales.",
            "quantity-share-of-one-whole",
            id="a fraction and a percentage of one whole",
        ),
        pytest.param(
            "The minister was sentenced to five years in prison.",
            "The minister was sentenced to seven years in prison.",
            "quantity-of-one-aspect",
            id="durations of one sentence",
        ),
        pytest.param(
            "The ransom was $3 million.",
            "A ransom of $5 million was paid.",
            "quantity-of-one-aspect",
            id="the only words beside them are the same",
        ),
        pytest.param(
            "Tom Hale, 19, scored the only goal of the match.",
            "The goal came from Tom Hale. The 21-year-old striker joined in May.",
            "quantity-age-left-over",
            id="the one age of each account",
        ),
        pytest.param(
            "The bodies of Ann Reed, 48, and Joan Reed, 61, were found on Monday.",
            "The women, who were 68 and 48 years old, were found on Monday.",
            "quantity-age-left-over",
            id="the ages that are left over",
        ),
        pytest.param(
            "The council passed the plan on a 51-to-47 vote.",
            "The plan squeaked through 51-48.",
            "quantity-vote",
            id="one side of the vote is the same",
        ),
        pytest.param(
            "The group handed in 38,000 registration forms before the election.",
            "Before the election the group handed in 83,000 applications.",
            "quantity-digits-swapped",
            id="swapped digits",
        ),
        pytest.param(
            "The trial lasted six weeks.",
            "The eight-week trial ended on Monday.",
            "quantity-duration-of-one-thing",
            id="a duration told by a verb and by an adjective",
        ),
        pytest.param(
            "The company will cut 1,200 jobs.",
            "The company is to shed 1,500 jobs.",
            "quantity-in-one-slot",
            id="what is planned",
        ),
        pytest.param(
            "Hale was fined $5,000.",
            "The judge imposed a fine of $15,000 on Hale.",
            "quantity-in-one-slot",
            id="a fine",
        ),
        pytest.param(
            "Gunmen seized 12 hostages at the hotel.",
            "Fourteen people were taken hostage at the hotel.",
            "quantity-in-one-slot",
            id="hostages and people taken hostage",
        ),
        pytest.param(
            "The blaze destroyed 40 homes in the valley.",
            "Forty-six houses were burned down by the fire.",
            "quantity-in-one-slot",
            id="homes and houses",
        ),
        pytest.param(
            "The bus was doing 90 mph when it hit the wall.",
            "The bus hit the wall at 118 km/h.",
            "quantity-in-one-slot",
            id="speeds in other units",
        ),
        pytest.param(
            "The quake struck at a depth of 31 km.",
            "The quake, 12 miles below the surface, was felt widely.",
            "quantity-in-one-slot",
            id="depths in other units",
        ),
        pytest.param(
            "Lawyers said the suit covers as many as 1.5 million women.",
            "The court let in a suit by up to 1.6 million women.",
            "quantity-left-over",
            id="the only such amount of each account",
        ),
        pytest.param(
            "The singer is expected to stay at the clinic for 60 days.",
            "The singer began three months of treatment on Monday.",
            "quantity-of-one-aspect",
            id="durations in other units",
        ),
        pytest.param(
            "Her team says the average gift was $31.",
            "The average donation was $37, her campaign said.",
            "quantity-of-one-aspect",
            id="an average told in other words",
        ),
        pytest.param(
            "The boss was convicted of ordering nine murders.",
            "The boss, convicted of eleven killings, was flown to Rome.",
            "quantity-of-one-aspect",
            id="deeds somebody is convicted of",
        ),
        pytest.param(
            "The survey found 44 percent of voters approve of the mayor and 43 percent disapprove.",
            "Only 43 percent think well of the mayor and 44 percent do not.",
            "quantity-split-of-answers",
            id="sides of a poll that changed places",
        ),
        pytest.param(
            "Asked about the new bridge in Arden, 47 percent supported it and 46 percent were opposed.",
            "On the new bridge in Arden the poll found 47% in favor and 42% against.",
            "quantity-split-of-answers",
            id="one side of a poll",
        ),
        pytest.param(
            "All 15 economists polled had expected the rise in rates.",
            "Fourteen of 15 economists had expected a rise in rates.",
            "quantity-all-or-some",
            id="all and all but one",
        ),
        pytest.param(
            "The jewels were carried out by three guards.",
            "The jewels were carried out under the eyes of two security men.",
            "quantity-best-match",
            id="a compound for one noun",
        ),
        pytest.param(
            "Police said 20,000 people had taken part in the march.",
            "The police estimate of the march was 30,000, the mayor's office said.",
            "quantity-of-one-aspect",
            id="one source's estimate",
        ),
        pytest.param(
            "The flu has since reached six of the country's 28 districts.",
            "Cases have turned up in seven districts.",
            "quantity-of-one-aspect",
            id="a count told as a part of all",
        ),
        pytest.param(
            "It costs $139 with a cable and $189 with a stand.",
            "Buyers will pay $139 for the plain version and $199 with the stand.",
            "quantity-of-one-aspect",
            id="the price that is left over",
        ),
        pytest.param(
            "The painting sold for $12 million at auction.",
            "The canvas fetched $15 million.",
            "quantity-of-one-aspect",
            id="what was paid for one thing",
        ),
        pytest.param(
            "The trial was held up when the train was two hours late.",
            "The train was running three hours late.",
            "quantity-of-one-aspect",
            id="a delay",
        ),
    ],
)
def test_two_amounts_of_one_thing_differ(parser: Parser, first: str, second: str, rule: str) -> None:
    (conflict,) = analysis_of(parser, first, second).conflicts
    assert conflict.rule == rule
    assert len(conflict.answers) == 2


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(
            "The company paid nearly $44 million in taxes last year.",
            "The company paid $43,885,310 in taxes last year.",
            id="rounding",
        ),
        pytest.param(
            "More than 50 passengers were injured when the tram overturned.",
            "Some 58 passengers were injured when the tram overturned.",
            id="a bound that holds",
        ),
        pytest.param(
            "The team sent two German doctors to the clinic in Kabul.",
            "The team sent three French doctors to the clinic in Kabul.",
            id="other people",
        ),
        pytest.param(
            "The bomb killed 12 people.",
            "Five women were killed by the bomb.",
            id="a part of the whole",
        ),
        pytest.param(
            "Six men were arrested.",
            "Police arrested one man and five others.",
            id="an inclusive count",
        ),
        pytest.param(
            "If the dam breaks, 500 people could be killed.",
            "The flood killed 420 people.",
            id="something that may happen",
        ),
        pytest.param(
            "The blast killed 40 people.",
            "A blast in the same city last year killed 55 people.",
            id="another time",
        ),
        pytest.param(
            "Unemployment rose to 7.2 percent in May.",
            "Unemployment was 6.6 percent a year earlier.",
            id="a figure to compare with",
        ),
        pytest.param(
            "The firm offered $20 a share.",
            "The firm offered $24 million.",
            id="an amount per something",
        ),
        pytest.param(
            "Smith won 52 percent of the vote.",
            "Jones won 45 percent of the vote.",
            id="another holder",
        ),
        pytest.param(
            "Shares fell 3 percent on Monday.",
            "Shares fell 4 percent on Tuesday.",
            id="another day",
        ),
        pytest.param(
            "The quake had a magnitude of 6.1.",
            "The quake hit on Sunday and was followed by a 5.7-magnitude aftershock.",
            id="an aftershock",
        ),
        pytest.param(
            "Maria Lopez, 34, was found dead on Sunday.",
            "Her brother, Juan Lopez, 43, found her.",
            id="ages of two people of one surname",
        ),
        pytest.param(
            "The first victim, 24, was a student. The second victim, 30, was a nurse.",
            "The first victim, 24, was a student.",
            id="ages of two victims",
        ),
        pytest.param(
            "One of the victims was 12 years old.",
            "One of the victims was 15 years old.",
            id="ages of nobody in particular",
        ),
        pytest.param(
            "Obama won 332 electoral votes.",
            "Romney won 206 electoral votes.",
            id="votes of another candidate",
        ),
        pytest.param(
            "The attack killed 40 people.",
            "In 2005 a similar attack killed 52 people.",
            id="an event of another year",
        ),
        pytest.param(
            "Officials feared 200 people were dead.",
            "150 people died.",
            id="what was only feared",
        ),
        pytest.param(
            "The storm left dozens of people injured.",
            "The storm injured 160 people.",
            id="a vague number",
        ),
        pytest.param(
            "The quake struck at a depth of 31 km.",
            "The quake struck 19 miles below the surface.",
            id="a measure that was converted",
        ),
        pytest.param(
            "The centre of the quake was 24 miles southwest of Arden.",
            "The quake was 19 miles below the surface.",
            id="a distance and a depth",
        ),
        pytest.param(
            "The camp is 12 miles north of Arden.",
            "The camp is 15 miles west of Barton.",
            id="distances from two towns",
        ),
        pytest.param(
            "Mr. Reed, 77, taught for years; Mrs. Reed, 74, retired.",
            "Harold Reed, 77, and Joan Reed, 74, were teachers.",
            id="ages of a couple",
        ),
        pytest.param(
            "Workers who are 58 and older would lose nothing.",
            "Tom Hale, 66, would lose nothing.",
            id="an age limit",
        ),
        pytest.param(
            "The bill passed 51-47 after a committee backed it 13-12.",
            "The committee sent it on with a 13-12 vote.",
            id="votes of which one is the same",
        ),
        pytest.param(
            "Ms. Lee had $9.8 million in the bank.",
            "Mr. Cole had $8.9 million in the bank.",
            id="what two persons have",
        ),
        pytest.param(
            "Police said 20,000 people had taken part in the march.",
            "Organisers said 50,000 people had taken part in the march.",
            id="estimates of two sources",
        ),
        pytest.param(
            "Ford sold 2,000 cars in May.",
            "Toyota sold 3,000 cars in May.",
            id="what two firms sold",
        ),
        pytest.param(
            "The talks lasted six hours.",
            "The talks resume in two hours.",
            id="how long and how soon",
        ),
        pytest.param(
            "The raid took 60 seconds.",
            "The thieves were inside for 58 seconds.",
            id="an aspect told in fewer digits",
        ),
        pytest.param(
            "She will stay at the clinic for 90 days.",
            "She will be in treatment for three months.",
            id="ninety days are three months",
        ),
        pytest.param(
            "They are hoping to get 60 signatures on the letter.",
            "So 36 lawmakers have signed the letter.",
            id="what is hoped for",
        ),
        pytest.param(
            "The survey found 44 percent of voters approve of the mayor and 43 percent disapprove.",
            "The survey found that 43 percent disapprove of the mayor and 44 percent approve.",
            id="a poll told the other way round",
        ),
        pytest.param(
            "Police arrested 12 protesters on the bridge and 15 protesters at the station.",
            "Police arrested 12 protesters on the bridge and 15 protesters at the station.",
            id="a number both accounts give",
        ),
    ],
)
def test_what_is_no_conflict(parser: Parser, first: str, second: str) -> None:
    conflicts = analysis_of(parser, first, second).conflicts
    assert [c for c in conflicts if c.kind is Kind.QUANTITY] == []


def test_a_whole_cannot_be_smaller_than_its_part(parser: Parser) -> None:
    first = "Three divers posed with a flag in the cave. The three divers were praised by the mayor."
    second = "The cave currently has two divers and a cook."
    assert flags(parser, first, second) == [("Three divers", "two divers")]


def test_a_person_has_one_age_in_one_account_too(parser: Parser) -> None:
    text = "Maria Lopez, 34, was found dead on Sunday. Neighbours mourned 36-year-old Maria Lopez."
    (conflict,) = analysis_of(parser, text).conflicts
    assert conflict.within


def test_a_birthday_may_lie_between_two_articles(parser: Parser) -> None:
    early = make_article("Maria Lopez, 34, opened the shop.", "a", published=date(2022, 7, 8))
    late = make_article("Maria Lopez, 35, closed the shop.", "b", published=date(2022, 12, 9))
    assert analyse([early, late], parser).conflicts == ()


def test_a_later_and_larger_toll_is_an_update(parser: Parser) -> None:
    early = make_article("A bomb killed 12 people at the market.", "a", published=date(2022, 7, 8))
    late = make_article("A bomb at the market left 15 people dead.", "b", published=date(2022, 7, 9))
    (conflict,) = analyse([early, late], parser).conflicts
    assert conflict.status is Status.UPDATE
    assert conflict.rule == "quantity-later-count"


def test_a_toll_that_holds_as_a_bound_has_grown(parser: Parser) -> None:
    early = make_article("At least nine people died in the quake.", "a", published=date(2022, 7, 8))
    late = make_article(
        "The number of people killed by the quake rose to 23 last night.", "b", published=date(2022, 7, 9)
    )
    (conflict,) = analyse([early, late], parser).conflicts
    assert conflict.status is Status.UPDATE


@pytest.mark.parametrize(
    ("text", "made"),
    [
        pytest.param("The flood destroyed 1,240 houses: 910 in Arden and 430 in Barton.", "1,340", id="a list"),
        pytest.param(
            "Nine people died: four in Arden, three in Barton, one in Cole and two in Dale.", "10", id="a part of one"
        ),
        pytest.param(
            "Ms. Lee brought in $11.1 million in the first quarter. "
            "Ms. Lee raised $4.6 million in January, $4.1 million in February and $2.9 million in March.",
            "11,600,000",
            id="months of a quarter",
        ),
        pytest.param("Rallies took place in four other cities: Arden, Barton and Cole.", "3", id="names listed"),
        pytest.param("Seven people, five men and three women, were hurt.", "8", id="sorts of people"),
        pytest.param(
            "They took $48,350, of which $31,200 was found in a van and $7,150 in a hut. The remaining $8,000 is gone.",
            "46,350",
            id="parts and what remains",
        ),
        pytest.param(
            "All 23 climbers were safe. Thirteen are Polish nationals, eight Czechs and four Slovaks.",
            "25",
            id="more of each sort than there are",
        ),
        pytest.param(
            "Lee received 97,643 votes, Cole 82,178. The clerk put the difference between the two at 15,965.",
            "15,465",
            id="a difference",
        ),
    ],
)
def test_an_account_whose_numbers_do_not_add_up(parser: Parser, text: str, made: str) -> None:
    (conflict,) = analysis_of(parser, text).conflicts
    assert conflict.within
    assert made in conflict.reason


@pytest.mark.parametrize(
    "text",
    [
        "The flood destroyed 1,340 houses: 910 in Arden and 430 in Barton.",
        "Rallies took place in three other cities: Arden, Barton and Cole.",
        "Rallies took place in four cities, among them Arden, Barton and Cole.",
        "Ten people died: four in Arden, three in Barton, one in Cole and two in Dale.",
        "Seven people, including five men and three women, were hurt.",
        "He scored 30 points in two games: 12 on Monday and 18 on Friday.",
        "The shop sold 40 bikes: 12 red ones.",
    ],
)
def test_numbers_that_add_up_or_need_not(parser: Parser, text: str) -> None:
    assert analysis_of(parser, text).conflicts == ()


def test_a_preliminary_magnitude_is_an_update(parser: Parser) -> None:
    first = "The earthquake had a preliminary magnitude of 4.4."
    (conflict,) = analysis_of(parser, first, "A 4.2-magnitude earthquake shook the valley.").conflicts
    assert conflict.status is Status.UPDATE


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(
            "Maria Lopez, 34, was found dead on Sunday.",
            "Friends mourned 34-year-old Maria Lopez.",
            id="an age",
        ),
        pytest.param(
            "The epicentre was 2.7 miles below the lake.",
            "It struck 2.7 miles under the lake.",
            id="a number that hardly meets by chance",
        ),
        pytest.param(
            "Four armed robbers entered the shop.",
            "The shop was raided by four armed robbers.",
            id="a small number of things narrowed alike",
        ),
        pytest.param(
            "The Tigers won 8-7 in the last minute.",
            "The Lions lost 7-8 to the Tigers in the last minute.",
            id="a score from either side",
        ),
        pytest.param(
            "Police fired 11 shots at the van.",
            "The driver was shot 11 times.",
            id="one slot told with other words",
        ),
        pytest.param(
            "The actor has died at the age of 78.",
            "The actor died on Sunday. He was 78.",
            id="an age whose owner is not named beside it",
        ),
        pytest.param(
            "A crowd of 49,713 saw the final.",
            "The attendance was 49,713.",
            id="so many digits hardly meet by chance",
        ),
        pytest.param(
            "The plan would close a dozen consulates.",
            "The ministry shut 12 consulates.",
            id="as many of one thing",
        ),
        pytest.param(
            "Seven bullets hit him, three of them from behind.",
            "He was hit from behind by three of the seven bullets.",
            id="a part of one whole",
        ),
        pytest.param(
            "In a 2-1 decision the panel threw out the law.",
            "The 2-1 ruling came on Friday.",
            id="a vote",
        ),
        pytest.param(
            "The company paid $4 billion for the mine.",
            "A sum of $4 billion changed hands.",
            id="a sum of money",
        ),
    ],
)
def test_equal_amounts_of_one_thing_agree(parser: Parser, first: str, second: str) -> None:
    statuses = {g.status for g in analysis_of(parser, first, second).groups}
    assert Status.AGREEMENT in statuses
    assert Status.CONFLICT not in statuses


def test_a_reason_names_the_articles_in_their_order_whatever_their_ids(parser: Parser) -> None:
    texts = ("Three people died.", "Three people died in the fire.", "Five people died.")
    for ids in ("abc", "cba", "bca"):
        articles = [make_article(t, id, source=name) for t, id, name in zip(texts, ids, "KLM", strict=True)]
        (conflict,) = analyse(articles, parser).conflicts
        assert "(K, L)" in conflict.reason
