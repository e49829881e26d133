"""What the card shows of a conflict or a group."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from factcheck.values import Analysis, Attribution, Case, Claim, Group, Kind, Quantity, Span, Status
from tests.factories import make_article, make_claim, make_conflict, seed_case
from ui.card.comparison import Comparison, Passage, compare_conflict, compare_group, comparison_of
from ui.theme import Look


def toll(**answers: str) -> tuple[Case, dict[str, Claim]]:
    """A case of one article a keyword: a="12 died" is article "a" saying so; a word alone says nothing on it."""
    articles = tuple(make_article(text, id, source=f"Source {id}") for id, text in answers.items())
    claims = {
        a.id: make_claim(a, a.text.split()[0] + " died", value=Quantity(Decimal(a.text.split()[0])))
        for a in articles
        if "died" in a.text
    }
    said: dict[str, tuple[Claim, ...]] = {}
    for claim in claims.values():
        said[claim.text] = (*said.get(claim.text, ()), claim)
    ordered = dict(sorted(said.items(), key=lambda item: -len(item[1])))
    group, conflict = make_conflict(1, "How many died?", ordered)
    return Case("x", "X", articles, Analysis(tuple(claims.values()), (group,), (conflict,))), claims


def card(case: Case, number: int = 0) -> Comparison:
    assert case.analysis is not None
    return compare_conflict(case, case.analysis.conflicts[number])


def stressed(passage: Passage) -> list[str]:
    return [passage.text[start:end] for start, end in passage.stressed]


def test_each_source_has_a_column_in_the_articles_order() -> None:
    case, _ = toll(a="12 died", b="Nothing here", c="14 died")
    made = card(case)
    assert [(c.letter, c.source) for c in made.columns] == [("A", "Source a"), ("C", "Source c")]
    assert made.coverage == "silent: B"


def test_what_one_source_alone_says_is_called_so() -> None:
    case, claims = toll(a="12 died", b="Nothing here")
    made = compare_group(case, Group("g", "How many?", Kind.QUANTITY, Status.SINGLE, (claims["a"].id,)), "")
    assert made.coverage == "only in A"
    assert made.look is Look.SINGLE


def test_when_all_speak_nothing_is_said_of_silence() -> None:
    case, _ = toll(a="12 died", b="14 died")
    assert card(case).coverage == ""


def test_of_three_or_more_the_one_that_says_otherwise_stands_out() -> None:
    case, _ = toll(a="12 died", b="14 died", c="12 died")
    assert [c.outlier for c in card(case).columns] == [False, True, False]


def test_of_two_or_of_two_against_two_nobody_stands_out() -> None:
    two, _ = toll(a="12 died", b="14 died")
    even, _ = toll(a="12 died", b="14 died", c="12 died", d="14 died")
    assert not any(c.outlier for case in (two, even) for c in card(case).columns)


def test_the_words_in_question_are_stressed_inside_the_sentence() -> None:
    a = make_article("He said: we know who is responsible, and we act.", "a")
    b = make_article("We know who is guilty, and we act, he said.", "b")
    said = (
        make_claim(a, "we know who is responsible, and we act", Kind.QUOTATION),
        make_claim(b, "We know who is guilty, and we act", Kind.QUOTATION),
    )
    said = tuple(replace(c, sentence=Span(0, len(x.text))) for c, x in zip(said, (a, b), strict=True))  # type: ignore[assignment]
    group, conflict = make_conflict(1, "What?", {"responsible": said[:1], "guilty": said[1:]})
    first, second = card(Case("x", "X", (a, b), Analysis(said, (group,), (conflict,)))).columns
    assert (first.passages[0].before, first.passages[0].after) == ("He said: ", ".")
    assert stressed(first.passages[0]) == ["responsible"]
    assert stressed(second.passages[0]) == ["guilty"]


def test_where_another_version_has_a_word_more_the_gap_is_stressed() -> None:
    first, second = card(seed_case(), 1).columns
    assert stressed(first.passages[0]) == ["Russia"]
    assert stressed(second.passages[0]) == [" "]


def test_of_words_given_to_two_speakers_the_speakers_are_stressed_even_before_the_claim() -> None:
    a, b = make_article("The mayor spoke. She said it was over.", "a"), make_article("Police said it was over.", "b")
    claims = (
        make_claim(a, "said it was over", Kind.ATTRIBUTION, Attribution("the mayor", Span(17, 20), "said", Span(0, 1))),
        make_claim(
            b, "Police said it was over", Kind.ATTRIBUTION, Attribution("police", Span(0, 6), "said", Span(0, 1))
        ),
    )
    group, conflict = make_conflict(1, "Who?", {"the mayor": claims[:1], "police": claims[1:]})
    first, second = card(Case("x", "X", (a, b), Analysis(claims, (group,), (conflict,)))).columns
    assert stressed(first.passages[0]) == ["She"]
    assert stressed(second.passages[0]) == ["Police"]


def test_several_claims_of_one_source_stand_below_each_other_in_their_order() -> None:
    b = card(seed_case()).columns[1]
    assert [p.words for p in b.passages] == ["three cosmonauts", "two Russian cosmonauts"]
    assert [p.value for p in b.passages] == ["3 cosmonauts", "2 cosmonauts"]


def test_a_very_long_sentence_is_shown_around_the_claim_alone() -> None:
    article = make_article("word " * 200 + "12 died" + " word" * 200)
    claim = replace(make_claim(article, "12 died"), sentence=Span(0, len(article.text)))
    group = Group("g", "How many?", Kind.QUANTITY, Status.SINGLE, (claim.id,))
    passage = compare_group(Case("x", "X", (article,), Analysis((claim,), (group,))), group, "").columns[0].passages[0]
    assert passage.before.startswith("… word")
    assert passage.after.endswith("word …")
    assert len(passage.text) < 400


def test_line_ends_in_a_sentence_are_shown_as_spaces() -> None:
    article = make_article("Twelve\npeople died.")
    claim = make_claim(article, "Twelve\npeople")
    group = Group("g", "How many?", Kind.QUANTITY, Status.SINGLE, (claim.id,))
    made = compare_group(Case("x", "X", (article,), Analysis((claim,), (group,))), group, "")
    assert made.columns[0].passages[0].words == "Twelve people"


def test_as_plain_text_it_tells_question_reason_and_every_source() -> None:
    case, _ = toll(a="12 died", b="14 died", c="12 died", d="Nothing")
    text = card(case).text()
    assert text.startswith("How many died?\nThey cannot all be true.\nMade by hand · high confidence\nsilent: D\n")
    assert "\nB  Source b (outlier)\n    14 died\n    → 14\n" in text


def test_the_confidence_tells_how_often_such_flags_were_right() -> None:
    case, _ = toll(a="12 died", b="14 died")
    assert card(case).meaning == "About 9 in 10 such flags were right when people checked them."


def test_a_verdict_whose_words_are_gone_has_no_card() -> None:
    assert comparison_of(seed_case(), None, None) is None
