"""Rules that a dismissal offers, and what is left of a wish when it is kept as plain JSON."""

from dataclasses import replace
from decimal import Decimal

import pytest

from factcheck.hand import (
    also_settled,
    correct,
    hand_acts,
    hand_of,
    join,
    mark,
    note,
    offered_rules,
    refuse,
    rule,
    sentence_of,
    split,
)
from factcheck.review import changes_on
from factcheck.standing import with_acts
from factcheck.values import (
    Analysis,
    Case,
    Decision,
    Ground,
    Group,
    Harmless,
    Judgement,
    Kind,
    Name,
    Quantity,
    Rounding,
    Status,
)
from tests.factories import ANN, make_article, make_claim, seed_case
from tests.hand.acting import did, found_case, words_at

A = make_article("The ferry carried 41 cars to Moscow.", "a", source="Post")
B = make_article("It had 40 cars for Russia aboard.", "b", source="Echo")


def the_case() -> Case:
    """Two joined questions: 41 cars against 40, Moscow against Russia."""
    claims = (
        make_claim(A, "41 cars", value=Quantity(Decimal(41), unit="car")),
        make_claim(A, "Moscow", Kind.NAME, Name("Moscow", "place")),
        make_claim(B, "40 cars", value=Quantity(Decimal(40), unit="car")),
        make_claim(B, "Russia", Kind.NAME, Name("Russia", "place")),
    )
    groups = tuple(Group(f"g{n}", c.text, c.kind, Status.SINGLE, (c.id,)) for n, c in enumerate(claims))
    case = found_case(A, B, analysis=Analysis(claims, groups))
    return did(case, join(case, ["g0", "g2"], "How many cars?"), join(case, ["g1", "g3"], "To whom?"))


def dismissed(number: int, ground: Ground | None, decision: Decision = Decision.ALL_HOLD) -> Case:
    case = the_case()
    assert case.analysis is not None
    id = case.analysis.conflicts[number].id
    return did(case, *changes_on(case, (id,), Judgement(decision, ground=ground), ANN))


def offered(case: Case) -> list[str]:
    return [sentence_of(change) for change in offered_rules(case, case.verdicts[-1])]


def test_rounding_offers_the_next_whole_per_cent() -> None:
    assert offered(dismissed(0, Ground.ROUNDING)) == [
        "Differences under 3 % are rounding in this case.",
        "Differences of car under 3 % are rounding in this case.",
    ]


def test_one_name_for_another_offers_that_the_two_are_one() -> None:
    assert offered(dismissed(1, Ground.METONYMY)) == ["“Moscow” and “Russia” are one in this case."]


def test_another_ground_offers_that_such_flags_are_harmless() -> None:
    assert offered(dismissed(0, Ground.PART_WHOLE)) == [
        "What is flagged as “joined by hand” is no conflict in this case: a part and its whole."
    ]


@pytest.mark.parametrize(
    ("ground", "decision"),
    [(None, Decision.ALL_HOLD), (None, Decision.NEITHER), (Ground.OTHER, Decision.NOT_A_CONFLICT)],
)
def test_nothing_is_offered_without_a_class(ground: Ground | None, decision: Decision) -> None:
    assert offered(dismissed(0, ground, decision)) == []


def test_a_ground_that_says_nothing_of_such_claims_offers_no_class() -> None:
    assert offered(dismissed(0, Ground.RELATIVE_DATE)) == offered(dismissed(0, Ground.DIFFERENT_SUBJECT)) == []


def test_an_offered_rule_settles_the_conflict_it_was_offered_for() -> None:
    for number, ground in ((0, Ground.ROUNDING), (1, Ground.METONYMY), (0, Ground.RANGE)):
        case = dismissed(number, ground)
        assert case.analysis is not None
        case_after = did(case, offered_rules(case, case.verdicts[-1])[0])
        assert case_after.analysis is not None
        assert case.analysis.conflicts[number].id not in {c.id for c in case_after.analysis.conflicts}


def three_counts() -> Case:
    """Cars and houses told nearly the same, lorries not at all so; rounding dismissed the cars."""
    told = (("car", 100, 99), ("house", 50, 49), ("lorry", 9, 4))
    one = make_article(" ".join(f"{n} {unit}." for unit, n, _ in told), "a")
    two = make_article(" ".join(f"{n} {unit}." for unit, _, n in told), "b")
    claims = tuple(
        make_claim(article, f"{n} {unit}", value=Quantity(Decimal(n), unit=unit))
        for unit, *counts in told
        for article, n in zip((one, two), counts, strict=True)
    )
    groups = tuple(Group(f"g{n}", c.text, c.kind, Status.SINGLE, (c.id,)) for n, c in enumerate(claims))
    case = found_case(one, two, analysis=Analysis(claims, groups))
    case = did(case, *(join(case, pair, opposed=True) for pair in (["g0", "g1"], ["g2", "g3"], ["g4", "g5"])))
    assert case.analysis is not None
    judged = Judgement(Decision.ALL_HOLD, ground=Ground.ROUNDING)
    cars = next(c.id for c in case.analysis.conflicts if claims[0].id in c.claims)
    return did(case, *changes_on(case, (cars,), judged, ANN))


def test_an_offer_says_which_other_conflicts_it_would_dismiss() -> None:
    case = three_counts()
    assert case.analysis is not None
    assert offered(case)[0] == "Differences under 2 % are rounding in this case."
    verdict = case.verdicts[-1]
    houses = next(c.id for c in case.analysis.conflicts if "50 house" in {a.text for a in c.answers})
    reach = [also_settled(case, verdict, change) for change in offered_rules(case, verdict)]
    assert reach == [(), ()]  # fifty and forty-nine are two per cent apart
    wider = rule(Rounding(Decimal("0.03")))
    assert also_settled(case, verdict, wider) == (houses,)
    assert also_settled(case, verdict, rule(Rounding(Decimal("0.03"), "car"))) == ()
    after = did(case, wider)
    assert after.analysis is not None
    assert len(after.analysis.conflicts) == len(case.analysis.conflicts) - 2


def test_a_rule_the_case_has_is_not_offered_again() -> None:
    case = dismissed(0, Ground.ROUNDING)
    case = did(case, rule(Rounding(Decimal("0.03"), "house")))
    assert len(offered(case)) == 2
    case = did(case, rule(Rounding(Decimal("0.5"), "lorry")), rule(Rounding(Decimal("0.03"), "house")))
    assert len(offered(case)) == 2


def test_every_wish_comes_back_from_json_as_it_was() -> None:
    case = the_case()
    assert case.analysis is not None
    first, second = case.analysis.claims[0].id, case.analysis.claims[2].id
    wishes = (
        mark(case, "a", words_at(case, "a", "The ferry"), Kind.STATEMENT, question="Which?", group="g0"),
        mark(case, "a", words_at(case, "a", "carried"), Kind.DATE),
        correct(case, first, Quantity(Decimal("40.50"), unit="car"), subject="cars", told="forty and a half"),
        refuse(case, [first, second]),
        join(case, [first, second], "Whose?", True),
        split(case, [second], "Where?"),
        note(case, "b", words_at(case, "b", "aboard"), "Where exactly?"),
        rule(Harmless("quantity-left-over", Ground.UNIT)),
    )
    case = did(case, *wishes)
    assert [hand_of(act).__class__.__name__ for act in hand_acts(case)[2:]] == [
        "Mark", "Mark", "Correction", "Refusal", "Join", "Split", "Note", "Harmless",
    ]  # fmt: skip
    correction = hand_of(hand_acts(case)[4])
    assert getattr(correction, "value", None) == Quantity(Decimal("40.50"), unit="car")


def test_two_words_for_one_speaker_settle_who_said_it() -> None:
    case = with_acts(replace(seed_case(), found=seed_case().analysis))
    case = did(case, *changes_on(case, ("c3",), Judgement(Decision.ALL_HOLD, ground=Ground.METONYMY), ANN))
    (change,) = offered_rules(case, case.verdicts[-1])
    assert sentence_of(change) == "“three cosmonauts” and “the Russian space agency” are one in this case."
    case = did(case, change)
    assert case.analysis is not None
    (group,) = (g for g in case.analysis.groups if g.id == "g3")
    assert (group.status, group.ground) == (Status.AGREEMENT, sentence_of(change))
