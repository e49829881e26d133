"""The dictionary of the program: every value that passes between its rooms.

All values are frozen and picklable. Offsets are Unicode code points, half-open, into `Article.text`.
"""

from factcheck.values.acts import (
    Act,
    Change,
    Content,
    Sort,
)
from factcheck.values.cases import (
    Case,
    CaseSummary,
)
from factcheck.values.claims import (
    Attribution,
    Claim,
    Frame,
    Kind,
    Modifier,
    Name,
    Quantity,
    Quotation,
    Statement,
    TimeExpression,
    TimexType,
    Value,
)
from factcheck.values.decided import (
    NO_RECORD,
    Anchor,
    Confidence,
    Decision,
    Draft,
    Evidence,
    Ground,
    Judgement,
    Rating,
    Record,
    ReportState,
    Reviewer,
    Stance,
    Triage,
    Verdict,
)
from factcheck.values.findings import (
    Analysis,
    Answer,
    Conflict,
    Group,
    Problem,
    Status,
)
from factcheck.values.texts import (
    Article,
    Provenance,
    Span,
)

__all__ = [
    "NO_RECORD",
    "Act",
    "Analysis",
    "Anchor",
    "Answer",
    "Article",
    "Attribution",
    "Case",
    "CaseSummary",
    "Change",
    "Claim",
    "Confidence",
    "Conflict",
    "Content",
    "Decision",
    "Draft",
    "Evidence",
    "Frame",
    "Ground",
    "Group",
    "Judgement",
    "Kind",
    "Modifier",
    "Name",
    "Problem",
    "Provenance",
    "Quantity",
    "Quotation",
    "Rating",
    "Record",
    "ReportState",
    "Reviewer",
    "Sort",
    "Span",
    "Stance",
    "Statement",
    "Status",
    "TimeExpression",
    "TimexType",
    "Triage",
    "Value",
    "Verdict",
]
