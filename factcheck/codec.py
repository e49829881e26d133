"""Values <-> plain dicts: the JSON others script against (docs/command-line.md), and the same dicts for the store.

Numbers are JSON numbers for others (3, 2.5) and strings in the store ("2.50"), where no digit may be lost; reading
takes both. Everything else is the same in both.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields
from decimal import Decimal
from typing import Any

from factcheck.values import (
    Analysis,
    Anchor,
    Article,
    Attribution,
    Claim,
    Conflict,
    Frame,
    Group,
    Kind,
    Modifier,
    Name,
    Problem,
    Quantity,
    Quotation,
    Span,
    Statement,
    Text,
    TimeExpression,
    TimexType,
    Value,
)

FORMAT = "factcheck-analysis"
VERSION = 1

Plain = dict[str, Any]
"""What json.dumps takes: strings, numbers, booleans, None, lists and dicts of them."""


def json_number(number: Decimal) -> int | float:
    """3 for Decimal("3.0"), 2.5 for Decimal("2.5")."""
    whole = number.to_integral_value()
    return int(whole) if number == whole else float(number)


# --- values of claims -----------------------------------------------------------------------------


def value_to_json(value: Value, number: Callable[[Decimal], object] = json_number) -> Plain:
    """What a claim states, as the contract words it for its kind. `number` writes a Decimal; the store passes `str`."""
    match value:
        case Quantity():
            return _quantity_to_json(value, number)
        case TimeExpression(timex, type, start, end, anchor):
            return {"timex": timex, "type": str(type), "start": start, "end": end, "anchor": anchor}
        case Quotation(words, speaker, span, cue, edits):
            return {"words": words, **_speaker_to_json(speaker, span), "cue": cue, "edits": list(edits)}
        case Attribution(speaker, span, cue, content):
            return {**_speaker_to_json(speaker, span), "cue": cue, "content": _pair(content)}
        case Name(canonical, type, role):
            return {"canonical": canonical, "type": type, "role": role}
        case Statement(predicate, polarity, modality, arguments):
            return {
                "predicate": predicate,
                "polarity": polarity,
                "modality": modality,
                "arguments": list(arguments),
            }
        case Text(words):
            return {"text": words}


def value_from_json(kind: Kind, data: Mapping[str, Any]) -> Value:
    """The value that `value_to_json` wrote for a claim of this kind."""
    if data.keys() == {"text"}:
        return Text(data["text"])
    match kind:
        case Kind.QUANTITY:
            return _quantity_from_json(data)
        case Kind.DATE:
            return TimeExpression(data["timex"], TimexType(data["type"]), data["start"], data["end"], data["anchor"])
        case Kind.QUOTATION:
            return Quotation(data["words"], data["speaker"], _speaker_span(data), data["cue"], tuple(data["edits"]))
        case Kind.ATTRIBUTION:
            return Attribution(data["speaker"], _speaker_span(data), data["cue"], Span(*data["content"]))
        case Kind.NAME:
            return Name(data["canonical"], data["type"], data["role"])
        case Kind.STATEMENT:
            return Statement(data["predicate"], data["polarity"], data["modality"], tuple(data["arguments"]))


def _quantity_to_json(value: Quantity, number: Callable[[Decimal], object]) -> Plain:
    def written(one: Decimal | None) -> object:
        return None if one is None else number(one)

    plain: Plain = {
        "number": written(value.number),
        "low": written(value.low),
        "high": written(value.high),
        "unit": value.unit,
        "modifier": str(value.modifier),
        "noun": value.noun,
    }
    return plain if value.change is None else {**plain, "change": value.change}


def _quantity_from_json(data: Mapping[str, Any]) -> Quantity:
    def read(name: str) -> Decimal | None:
        # Through str, so that the float 0.1 gives Decimal("0.1").
        return None if data[name] is None else Decimal(str(data[name]))

    return Quantity(
        read("number"),
        read("low"),
        read("high"),
        data["unit"],
        Modifier(data["modifier"]),
        data["noun"],
        data.get("change"),
    )


def _speaker_to_json(speaker: str | None, span: Span | None) -> Plain:
    return {
        "speaker": speaker,
        "speaker_start": span.start if span is not None else None,
        "speaker_end": span.end if span is not None else None,
    }


def _speaker_span(data: Mapping[str, Any]) -> Span | None:
    start, end = data["speaker_start"], data["speaker_end"]
    return None if start is None or end is None else Span(start, end)


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]


# --- frames and anchors (the store alone) ---------------------------------------------------------

_EMPTY = Frame()


def frame_to_json(frame: Frame) -> Plain:
    """The slots that say something; the others keep their defaults."""
    slots: Plain = {f.name: getattr(frame, f.name) for f in fields(Frame)}
    return {
        name: list(slot) if isinstance(slot, tuple) else slot
        for name, slot in slots.items()
        if slot != getattr(_EMPTY, name)
    }


def frame_from_json(data: Mapping[str, Any]) -> Frame:
    slots: Plain = {name: tuple(slot) if isinstance(slot, list) else slot for name, slot in data.items()}
    return Frame(**slots)


def anchor_to_json(anchor: Anchor) -> Plain:
    return {
        "article": anchor.article,
        "sha256": anchor.sha256,
        "start": anchor.span.start,
        "end": anchor.span.end,
        "quote": anchor.quote,
        "prefix": anchor.prefix,
        "suffix": anchor.suffix,
        "unique": anchor.unique,
    }


def anchor_from_json(data: Mapping[str, Any]) -> Anchor:
    return Anchor(
        data["article"],
        data["sha256"],
        Span(data["start"], data["end"]),
        data["quote"],
        data["prefix"],
        data["suffix"],
        data["unique"],
    )


# --- the whole contract ---------------------------------------------------------------------------


def analysis_to_json(articles: Sequence[Article], analysis: Analysis) -> Plain:
    """What `factcheck analyze --format json` prints, articles in the order given."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "articles": [article_to_json(a) for a in articles],
        "claims": [claim_to_json(c) for c in analysis.claims],
        "groups": [group_to_json(g) for g in analysis.groups],
        "conflicts": [conflict_to_json(c) for c in analysis.conflicts],
        "problems": [problem_to_json(p) for p in analysis.problems],
    }


def extraction_to_json(claims: Iterable[Claim], problems: Iterable[Problem] = ()) -> Plain:
    """One line of what `factcheck extract` prints."""
    return {
        "claims": [claim_to_json(c) for c in claims],
        "problems": [problem_to_json(p) for p in problems],
    }


def article_to_json(article: Article) -> Plain:
    provenance = article.provenance
    return {
        "id": article.id,
        "path": article.path,
        "title": provenance.title,
        "source": provenance.source,
        "author": provenance.author,
        "published": provenance.published.isoformat() if provenance.published else None,
        "url": provenance.url,
        "sha256": article.sha256,
        "text": article.text,
    }


def claim_to_json(claim: Claim) -> Plain:
    return {
        "id": claim.id,
        "article": claim.article,
        "kind": str(claim.kind),
        "start": claim.span.start,
        "end": claim.span.end,
        "text": claim.text,
        "value": value_to_json(claim.value),
        "subject": claim.subject,
        "sentence": _pair(claim.sentence),
    }


def group_to_json(group: Group) -> Plain:
    plain: Plain = {
        "id": group.id,
        "question": group.question,
        "kind": str(group.kind),
        "status": str(group.status),
        "claims": list(group.claims),
    }
    return {**plain, "ground": group.ground} if group.ground else plain


def conflict_to_json(conflict: Conflict) -> Plain:
    return {
        "id": conflict.id,
        "group": conflict.group,
        "kind": str(conflict.kind),
        "status": str(conflict.status),
        "within": conflict.within,
        "claims": list(conflict.claims),
        "answers": [{"text": answer.text, "claims": list(answer.claims)} for answer in conflict.answers],
        "rule": conflict.rule,
        "reason": conflict.reason,
        "confidence": conflict.confidence,
    }


def problem_to_json(problem: Problem) -> Plain:
    place = {"start": problem.span.start, "end": problem.span.end} if problem.span is not None else {}
    return {"article": problem.article, **place, "message": problem.message}
