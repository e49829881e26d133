from hypothesis import given
from hypothesis import strategies as st

from factcheck.values import Analysis, Group, Kind, Span, Status
from tests.factories import make_article, make_claim, make_conflict, seed_case
from ui.reading.marks import LANES, Link, Mark, in_lanes, links, marks_of, passages, with_decided
from ui.theme import Look

SEEDS = seed_case().analysis or Analysis()


def claim_called(words: str, article: str) -> str:
    return next(c.id for c in SEEDS.claims if c.article == article and c.text.startswith(words))


def test_each_claim_is_marked_with_the_status_of_its_group() -> None:
    looks = {(m.claim[0], SEEDS.claims[0].id == m.claim, m.look) for m in marks_of(SEEDS)["a"]}
    assert ("a", True, Look.CONFLICT) in looks
    by_claim = {mark.claim: mark.look for marks in marks_of(SEEDS).values() for mark in marks}
    assert by_claim[claim_called("15 international", "b")] is Look.AGREEMENT
    assert by_claim[claim_called("July 3", "a")] is Look.SINGLE


def test_a_claim_in_no_group_is_shown_as_told_once() -> None:
    article = make_article("Seven died.")
    marks = marks_of(Analysis((make_claim(article, "Seven"),)))
    assert [mark.look for mark in marks["a"]] == [Look.SINGLE]


def test_a_name_that_only_one_article_gives_is_not_marked() -> None:
    article = make_article("Gregory Lane left.")
    assert marks_of(Analysis((make_claim(article, "Gregory Lane", Kind.NAME),))) == {}


def test_a_claim_in_an_agreement_and_a_conflict_is_shown_as_the_conflict() -> None:
    article = make_article("Seven died. Later eight had died.")
    seven, eight = make_claim(article, "Seven"), make_claim(article, "eight")
    group, conflict = make_conflict(1, "How many?", {"seven": (seven,), "eight": (eight,)})
    agreement = Group("g2", "How many at least?", Kind.QUANTITY, Status.AGREEMENT, (seven.id, eight.id))
    marks = marks_of(Analysis((seven, eight), (agreement, group), (conflict,)))["a"]
    assert [(mark.look, mark.question) for mark in marks] == [(Look.WITHIN, "How many?")] * 2


def test_only_the_article_that_contradicts_itself_is_shown_to_do_so() -> None:
    one, other = make_article("Three came.", "a"), make_article("Three came. Later two came.", "b")
    three, again, two = make_claim(one, "Three"), make_claim(other, "Three"), make_claim(other, "two")
    group, conflict = make_conflict(1, "How many came?", {"three": (three, again), "two": (two,)})
    analysis = Analysis((three, again, two), (group,), (conflict,))
    marks = marks_of(analysis)
    assert [mark.look for mark in marks["a"]] == [Look.CONFLICT]
    assert [mark.look for mark in marks["b"]] == [Look.WITHIN, Look.WITHIN]
    assert [link.look for link in links(analysis, "a", "b")] == [Look.CONFLICT]


def test_a_mark_is_decided_when_all_its_conflicts_are() -> None:
    undecided = [mark for marks in marks_of(SEEDS).values() for mark in marks]
    decided = with_decided(undecided, {"c1"})
    assert {m.claim for m in decided if m.decided} == set(SEEDS.conflicts[0].claims)
    assert with_decided(decided, ()) == tuple(undecided)


def test_a_claim_inside_another_gets_the_next_lane() -> None:
    outer, inner, after = (
        Mark(name, span, Look.SINGLE, "")
        for name, span in (("outer", Span(0, 40)), ("inner", Span(10, 20)), ("after", Span(40, 50)))
    )
    assert [(m.claim, m.lane) for m in in_lanes([inner, after, outer])] == [("outer", 0), ("inner", 1), ("after", 0)]


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(1, 30)), max_size=12))
def test_marks_over_the_same_words_share_a_lane_only_in_the_last(starts: list[tuple[int, int]]) -> None:
    marks = in_lanes(Mark(str(i), Span(a, a + n), Look.SINGLE, "") for i, (a, n) in enumerate(starts))
    assert len(marks) == len(starts)
    for number, one in enumerate(marks):
        for other in marks[number + 1 :]:
            assert one.lane != other.lane or not one.span.overlaps(other.span) or one.lane == LANES - 1


def test_the_second_article_leads_with_the_claim_that_differs() -> None:
    conflict = SEEDS.conflicts[0]
    claims = {claim.id: claim for claim in SEEDS.claims}
    led = passages(conflict, claims, ("a", "b"))
    assert [claims[c].text for c in led["a"]] == ["three cosmonauts"]
    assert [claims[c].text for c in led["b"]] == ["two Russian cosmonauts", "three cosmonauts"]


def test_an_article_that_contradicts_itself_leads_with_what_the_other_does_not_say() -> None:
    first, other = make_article("Seven died. Later nine had died.", "a"), make_article("Seven died.", "b")
    seven, nine, same = make_claim(first, "Seven"), make_claim(first, "nine"), make_claim(other, "Seven")
    _, conflict = make_conflict(1, "How many?", {"seven": (seven, same), "nine": (nine,)})
    led = passages(conflict, {c.id: c for c in (seven, nine, same)}, ("a", "b"))
    assert led == {"a": (nine.id, seven.id), "b": (same.id,)}


def test_an_article_that_says_nothing_has_no_passage() -> None:
    claims = {claim.id: claim for claim in SEEDS.claims}
    assert "c" not in passages(SEEDS.conflicts[0], claims, ("a", "b", "c"))


def test_only_claims_that_differ_are_linked() -> None:
    found = [link for link in links(SEEDS, "a", "b") if link.conflict == "c1"]
    assert found == [Link("c1", Look.CONFLICT, claim_called("three cosmonauts", "a"), claim_called("two Russian", "b"))]
