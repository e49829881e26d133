import random
from dataclasses import replace

from factcheck.anchors import CONTEXT, anchor, place
from factcheck.review import Review, reviewed
from factcheck.values import Analysis, Answer, Article, Case, Claim, Conflict, Decision, Kind, Reviewer, Span, Verdict
from tests.factories import NOON, make_article, make_claim, make_conflict, seed_case, verdict_on


def decide(case: Case, conflict: str, decision: Decision = Decision.NEITHER, answer: str | None = None) -> Case:
    """The case with one more verdict."""
    verdict = verdict_on(case, conflict, decision, answer)
    return replace(case, verdicts=(*(v for v in case.verdicts if v.id != verdict.replaces), verdict))


def case_of(*articles: Article, **answers: dict[str, tuple[Claim, ...]]) -> Case:
    """A case with one conflict for each keyword: question=answers."""
    made = [make_conflict(n, question, given) for n, (question, given) in enumerate(answers.items())]
    claims = {c.id: c for given in answers.values() for stated in given.values() for c in stated}
    analysis = Analysis(tuple(claims.values()), tuple(g for g, _ in made), tuple(c for _, c in made))
    return Case("case", "Case", articles, analysis)


def only_conflict(case: Case) -> Conflict:
    assert case.analysis is not None
    (conflict,) = case.analysis.conflicts
    return conflict


A = make_article("Seven people died when the ferry sank, officials said.", "a")
B = make_article("Six people died when the ferry sank, a hospital said.", "b")
C = make_article("Nine people died when the ferry sank, a survivor said.", "c")
D = make_article("Officials put the dead at seven.", "d")
SEVEN, SIX, NINE = make_claim(A, "Seven"), make_claim(B, "Six"), make_claim(C, "Nine")
ALSO_SEVEN = make_claim(D, "seven")


# --- new analyses ---------------------------------------------------------------------------------


def test_a_verdict_is_found_again_under_new_ids_in_another_order() -> None:
    case = decide(decide(seed_case(), "c1", Decision.ANSWER, "three"), "c3")
    assert case.analysis is not None
    names = {c.id: f"claim {n}" for n, c in enumerate(case.analysis.claims)}
    renamed = Analysis(
        tuple(replace(c, id=names[c.id]) for c in reversed(case.analysis.claims)),
        tuple(replace(g, id=f"x{g.id}", claims=tuple(names[i] for i in g.claims)) for g in case.analysis.groups),
        tuple(
            replace(
                c,
                id=f"x{c.id}",
                group=f"x{c.group}",
                claims=tuple(names[i] for i in c.claims),
                answers=tuple(Answer(a.text, tuple(names[i] for i in a.claims)) for a in c.answers),
            )
            for c in reversed(case.analysis.conflicts)
        ),
    )

    review = reviewed(replace(case, analysis=renamed))

    assert {id: v.id for id, v in review.by_conflict.items()} == {
        "xc1": case.verdicts[0].id,
        "xc3": case.verdicts[1].id,
    }
    assert review.detached == ()
    assert review.changed == frozenset()


def test_a_verdict_stays_on_a_conflict_that_gained_a_claim_and_says_so() -> None:
    case = decide(case_of(A, B, dead={"7": (SEVEN,), "6": (SIX,)}), "c0", Decision.ANSWER, "7")
    more = case_of(A, B, C, dead={"7": (SEVEN,), "6": (SIX,), "9": (NINE,)})
    review = reviewed(replace(more, verdicts=case.verdicts))
    assert review == Review({"c0": case.verdicts[0]}, (), frozenset({"c0"}))


def test_a_verdict_stays_on_a_conflict_that_lost_a_claim_and_says_so() -> None:
    case = decide(case_of(A, B, D, dead={"7": (SEVEN, ALSO_SEVEN), "6": (SIX,)}), "c0")
    fewer = case_of(A, B, dead={"7": (SEVEN,), "6": (SIX,)})
    review = reviewed(replace(fewer, verdicts=case.verdicts))
    assert review == Review({"c0": case.verdicts[0]}, (), frozenset({"c0"}))


def test_a_verdict_is_detached_when_only_agreeing_claims_are_left_in_another_conflict() -> None:
    case = decide(case_of(A, B, D, dead={"7": (SEVEN, ALSO_SEVEN), "6": (SIX,)}), "c0")
    other = case_of(A, C, D, dead={"7": (SEVEN, ALSO_SEVEN), "9": (NINE,)})
    assert reviewed(replace(other, verdicts=case.verdicts)) == Review({}, case.verdicts)


def test_a_verdict_for_an_answer_is_detached_when_nobody_gives_that_answer_any_more() -> None:
    case = decide(case_of(A, B, C, dead={"7": (SEVEN,), "6": (SIX,), "9": (NINE,)}), "c0", Decision.ANSWER, "9")
    other = case_of(A, B, dead={"7": (SEVEN,), "6": (SIX,)})
    assert reviewed(replace(other, verdicts=case.verdicts)).detached == case.verdicts


def test_of_two_conflicts_that_share_a_claim_each_keeps_its_own_verdict() -> None:
    both = case_of(A, B, C, one={"7": (SEVEN,), "6": (SIX,)}, two={"7": (SEVEN,), "9": (NINE,)})
    case = decide(decide(both, "c1", Decision.ANSWER, "9"), "c0", Decision.ANSWER, "6")
    found = reviewed(case).by_conflict
    assert (found["c0"].answers, found["c1"].answers) == (("6",), ("9",))
    assert reviewed(decide(both, "c0")).by_conflict.keys() == {"c0"}


def test_of_two_conflicts_that_keep_as_much_of_it_a_verdict_goes_to_the_one_read_first_whatever_their_ids() -> None:
    answers: dict[str, tuple[Claim, ...]] = {"7": (SEVEN,), "6": (SIX,), "9": (NINE,), "seven": (ALSO_SEVEN,)}
    case = decide(case_of(A, B, C, D, dead=answers), "c0")
    first = {name: answers[name] for name in ("7", "9")}
    later = {name: answers[name] for name in ("6", "seven")}
    halves = [case_of(A, B, C, D, one=first, two=later), case_of(A, B, C, D, one=later, two=first)]
    assert [list(reviewed(replace(half, verdicts=case.verdicts)).by_conflict) for half in halves] == [["c0"], ["c1"]]


def test_when_two_decided_conflicts_become_one_the_closer_verdict_stays_and_the_other_is_listed() -> None:
    both = case_of(A, B, C, D, one={"7": (SEVEN, ALSO_SEVEN), "6": (SIX,)}, two={"7": (SEVEN,), "9": (NINE,)})
    case = decide(decide(both, "c1", Decision.ANSWER, "9"), "c0", Decision.ANSWER, "6")
    merged = case_of(A, B, C, D, dead={"7": (SEVEN, ALSO_SEVEN), "6": (SIX,), "9": (NINE,)})
    review = reviewed(replace(merged, verdicts=case.verdicts))
    assert review.by_conflict["c0"].answers == ("6",)
    assert [v.answers for v in review.detached] == [("9",)]


def test_another_kind_of_conflict_on_the_same_words_is_another_conflict() -> None:
    case = decide(case_of(A, B, dead={"7": (SEVEN,), "6": (SIX,)}), "c0")
    assert case.analysis is not None
    other = replace(case.analysis, conflicts=(replace(only_conflict(case), kind=Kind.DATE),))
    assert reviewed(replace(case, analysis=other)).detached == case.verdicts


def test_claims_cut_wider_by_new_rules_are_the_same_claims() -> None:
    case = decide(case_of(A, B, dead={"7": (SEVEN,), "6": (SIX,)}), "c0")
    wider = case_of(A, B, dead={"7": (make_claim(A, "Seven people"),), "6": (make_claim(B, "Six people"),)})
    review = reviewed(replace(wider, verdicts=case.verdicts))
    assert review == Review({"c0": case.verdicts[0]})


def test_without_an_analysis_every_verdict_is_detached() -> None:
    case = decide(seed_case(), "c1")
    assert reviewed(replace(case, analysis=None)) == Review({}, case.verdicts)


def test_a_new_verdict_replaces_the_one_on_the_same_conflict_alone() -> None:
    case = decide(decide(seed_case(), "c1"), "c2")
    again = verdict_on(case, "c1", Decision.ANSWER, "two", "", Reviewer("r", "Ann"), NOON)
    assert again.replaces == case.verdicts[0].id


# --- new texts ------------------------------------------------------------------------------------

LONG = (
    "The ferry left the harbour at dawn with forty people on board. "
    "Seven people died when it sank off the northern cape, officials said on Monday. "
    "A hospital in the town said that six people were being treated for the cold."
)


def test_an_anchor_is_found_in_a_corrected_text_where_quote_and_context_stand_once() -> None:
    article = make_article(LONG)
    left = anchor(article, make_claim(article, "Seven people").span)
    corrected = make_article("CORRECTION: the hour was wrong.\n" + LONG)
    assert place(left, [corrected]) == ("a", make_claim(corrected, "Seven people").span)


def test_the_same_text_read_into_the_case_again_holds_the_same_words() -> None:
    article = make_article(LONG)
    left = anchor(article, make_claim(article, "Seven people").span)
    assert place(left, [make_article(LONG, "another id")]) == ("another id", left.span)


def test_a_quote_that_stood_twice_with_its_context_is_not_looked_for_in_another_text() -> None:
    # Headlines are repeated as first sentences: with one of the two gone, nobody can say which was meant.
    article = make_article(LONG + "\n" + LONG + "\n" + LONG)
    left = anchor(article, make_claim(article, "Seven people", nth=1).span)
    assert not left.unique
    assert place(left, [make_article(LONG + " The end.")]) is None
    assert place(left, [article]) == ("a", left.span)


def test_an_anchor_at_the_very_start_stays_at_the_start() -> None:
    article = make_article("Seven died, said the mayor of the island on Monday evening.")
    left = anchor(article, Span(0, 5))
    moved = make_article("On the mainland, too: " + article.text)
    assert left.prefix == ""
    assert place(left, [moved]) is None


def test_a_quote_whose_context_was_edited_is_detached() -> None:
    case = decide(case_of(A, B, dead={"7": (SEVEN,), "6": (SIX,)}), "c0")
    edited = make_article(A.text.replace("ferry", "boat"), "a")
    other = case_of(edited, B, dead={"7": (make_claim(edited, "Seven"),), "6": (SIX,)})
    assert reviewed(replace(other, verdicts=case.verdicts)).detached == case.verdicts


def test_a_thousand_mutated_texts_never_move_an_anchor_to_a_lookalike() -> None:
    chance = random.Random(11)
    kept = detached = 0
    for _ in range(1_000):
        text, start, end = passage(chance)
        left = anchor(make_article(text), Span(start, end))
        mutated, true_span = mutate(text, Span(start, end), chance)

        found = place(left, [make_article(mutated)])

        if found is None:
            detached += 1
        else:
            kept += 1
            assert found == ("a", true_span), (text, mutated)
    assert kept > 100
    assert detached > 100


FILLER = (
    "the mayor said",
    "on Monday",
    "a ferry sank",
    "off the cape",
    "in heavy rain",
    "officials said",
    "e\u0301té",
    "😀",
)


def passage(chance: random.Random) -> tuple[str, int, int]:
    """A text full of lookalikes, often with passages that stand twice, and the span of one of its numbers."""
    sentences = [
        f"{chance.choice(('Seven', 'Six'))} people died {' '.join(chance.choices(FILLER, k=chance.randint(1, 6)))}."
        for _ in range(chance.randint(3, 12))
    ]
    chosen = chance.randrange(len(sentences))
    start = len(" ".join(sentences[:chosen])) + (chosen > 0)
    text = " ".join(sentences)
    copies = chance.choice((1, 1, 2, 3))  # news pages repeat the first sentences as their summary
    start += chance.randrange(copies) * (len(text) + 1)
    return "\n".join([text] * copies), start, start + len(sentences[chosen].split()[0])


def mutate(text: str, span: Span, chance: random.Random) -> tuple[str, Span | None]:
    """The text after a few edits, and where the very same characters of `span` are now; None when they were touched."""
    # Each character remembers where it came from, so that the truth is known whatever is edited.
    origin: list[int | None] = list(range(len(text)))
    characters = list(text)
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(characters))
        match chance.randrange(4):
            case 0:  # delete some words, perhaps those of the anchor
                size = chance.randint(1, 40)
                del characters[at : at + size], origin[at : at + size]
            case 1:  # a lookalike: the quote with other words around it
                new = f" {span.of(text)} people died {chance.choice(FILLER)}. "
                characters[at:at], origin[at:at] = list(new), [None] * len(new)
            case 2:  # a closer lookalike: the quote with its context but for one character
                near = list(text[max(0, span.start - CONTEXT) : span.end + CONTEXT])
                near[chance.randrange(len(near))] = "·"
                characters[at:at], origin[at:at] = near, [None] * len(near)
            case _:  # one character becomes another
                characters[at], origin[at] = "x", None
    wanted = list(range(span.start, span.end))
    for start in range(len(origin)):
        if origin[start : start + len(wanted)] == wanted:
            return "".join(characters), Span(start, start + len(wanted))
    return "".join(characters), None


def verdicts_of(review: Review) -> tuple[Verdict, ...]:
    return (*review.by_conflict.values(), *review.detached)


def test_no_verdict_is_ever_lost_between_review_and_detached() -> None:
    chance = random.Random(5)
    case = decide(decide(decide(seed_case(), "c1"), "c2"), "c3")
    assert case.analysis is not None
    for _ in range(200):
        some = tuple(c for c in case.analysis.conflicts if chance.random() < 0.6)
        review = reviewed(replace(case, analysis=replace(case.analysis, conflicts=some)))
        assert sorted(v.id for v in verdicts_of(review)) == sorted(v.id for v in case.verdicts)
