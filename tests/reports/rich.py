"""A case in which people did everything that can be done, for the tests of reports."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from factcheck.anchors import anchor
from factcheck.hand import correct, join, mark, note, refuse, rule, split
from factcheck.review import changes_on, reviewed
from factcheck.scales import rating_on, shipped_scales
from factcheck.standing import with_acts
from factcheck.team import assign, comment, sign
from factcheck.values import (
    Case,
    Confidence,
    Decision,
    Evidence,
    Ground,
    Judgement,
    Kind,
    Quantity,
    Rating,
    Record,
    ReportState,
    Reviewer,
    Rounding,
    Stance,
)
from tests.factories import ANN, seed_case
from tests.hand.acting import did, words_at

BEN = Reviewer("b", "Ben Okafor")
CLEO = Reviewer("c", "Cleo Hartmann")
SHA256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"


def on_five_steps(step: str) -> Rating:
    scale = shipped_scales()[0]
    return rating_on(scale, scale.step(step))


def judging(case: Case, id: str, judgement: Judgement, by: Reviewer = ANN) -> Case:
    return did(case, *changes_on(case, (id,), judgement, by), by=by)


def signed(case: Case, id: str, agrees: bool, words: str = "", by: Reviewer = BEN, whose: Reviewer = ANN) -> Case:
    verdict = reviewed(case).by(whose.id, id)
    assert verdict
    return did(case, sign(case, verdict.id, agrees, words, by), by=by)


def untouched() -> Case:
    case = seed_case()
    return with_acts(replace(case, found=case.analysis))


def full_record(case: Case) -> Record:
    """Every field, and evidence of every sort."""
    photograph = anchor(case.article("a"), words_at(case, "a", "three cosmonauts"))
    return Record(
        claim="Three cosmonauts held the flag of the Luhansk People’s Republic aboard the station.",
        claimant="Roscosmos, on Telegram",
        said_on="early July 2022",
        place="Korolyov, near Moscow",
        appearances=("https://example.org/roscosmos/4391", "Evening news of 4 July"),
        rating=on_five_steps("mostly-true"),
        conclusion="Three cosmonauts posed with the flag; “two” counts only those named in the caption.",
        confidence=Confidence.HIGH,
        tags=("space station", "flags", "photographs"),
        evidence=(
            Evidence("1", Stance.SUPPORTS, "three cosmonauts", "The caption names all three.", photograph),
            Evidence(
                "2",
                Stance.REFUTES,
                "Two of our cosmonauts raised it",
                "Said before the second photograph was published.",
                url="https://example.org/wire/2022/07/04",
                archived="https://archive.example.org/20220705/wire",
                accessed=date(2022, 7, 5),
            ),
            Evidence("3", Stance.CONTEXT, file=SHA256, file_name="crew list of expedition 67.pdf"),
        ),
        state=ReportState.IN_REVIEW,
    )


def judged_case() -> Case:
    """Two people's verdicts side by side, a dismissal, several right answers, and a record on an agreement."""
    case = untouched()
    answer = Judgement(
        Decision.ANSWER,
        ("three",),
        "Counted in **both** photographs:\n\n- [Telegram](https://example.org/roscosmos)\n- the wire",
        record=full_record(case),
    )
    case = judging(case, "c1", answer)
    other = Record(rating=on_five_steps("half-true"), conclusion="Nobody counted them.", confidence=Confidence.LOW)
    case = judging(case, "c1", Judgement(Decision.UNKNOWN, record=other), CLEO)
    case = signed(case, "c1", agrees=False, words="The second photograph was not looked at.")
    dismissal = Judgement(Decision.ALL_HOLD, rationale="Brackets mark the change.", ground=Ground.HONEST_EDIT)
    case = judging(case, "c2", dismissal)
    case = signed(case, "c2", agrees=True)
    case = judging(case, "c3", Judgement(Decision.OPEN, record=Record(claimant="TASS", tags=("quotations",))))
    conclusion = Rating("conclusion", 1, "")
    agreed = Record(rating=conclusion, conclusion="Fifteen it is.", state=ReportState.PUBLISHED)
    return judging(case, "g4", Judgement(Decision.OPEN, record=agreed), BEN)


def handled_case() -> Case:
    """A hand laid on everything it can be laid on; comments, notes and assignments are there too."""
    case = judged_case()
    case = did(case, mark(case, "a", words_at(case, "a", "July 3"), Kind.QUANTITY, subject="days of fighting"))
    three = next(c for c in case.analysis.claims if c.text == "three cosmonauts") if case.analysis else None
    assert three
    corrected = correct(case, three.id, Quantity(Decimal(4), unit="cosmonaut"), subject="crew", told="4 cosmonauts")
    case = did(case, corrected, by=BEN)
    case = did(case, join(case, ("g4", "g5"), "How many, and when?", opposed=False))
    case = did(case, rule(Rounding(Decimal("0.02"))))
    case = did(case, note(case, "a", words_at(case, "a", "July 3"), "A note for ourselves"))
    case = did(case, *assign(case, ("c2",), BEN), comment(case, "c2", "A comment for ourselves"))
    refused = next(c for c in case.analysis.claims if c.kind is Kind.ATTRIBUTION) if case.analysis else None
    assert refused
    case = did(case, split(case, (refused.id,), "Who spoke of liberation?"))
    return did(case, refuse(case, (refused.id,)))
