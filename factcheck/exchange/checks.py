"""What a case file says that cannot be true. A file comes from anywhere, and is taken in as a whole or not at all."""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable, Collection, Iterator
from dataclasses import fields, is_dataclass
from decimal import Decimal
from functools import cache
from operator import attrgetter
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from factcheck.exchange.content import CaseFile
from factcheck.exchange.document import digest
from factcheck.history import anchors_in, said_in
from factcheck.scales import problems_of
from factcheck.standing import ON_ACTS
from factcheck.values import Act, Assignment, Verdict

LONGEST_ID = 200

MOST_DIGITS = 4_000
"""Of a number, written out. Nobody counts so far, and Python prints no whole number of more than 4,300."""


class Untrue(ValueError):
    """Something in a case file cannot be true; the words say what."""


def check(case: CaseFile) -> None:
    """Raises Untrue, and KeyError, ValueError or TypeError for an act whose content is none of its sort."""
    if not fits(case, CaseFile):
        raise Untrue("a value is not of its type")
    _check_ids(case)
    _check_words(case)
    for article in case.articles:
        if not article.revisions:
            raise Untrue(f"{article.label} has no text")
        for revision in article.revisions:
            if digest(revision.text.encode()) != revision.sha256:
                raise Untrue(f"the text of {article.label} is not what its hash says")
    for sha256, content in case.attachments.items():
        if digest(content) != sha256:
            raise Untrue("an attachment is not what its hash says")
    for scale in case.scales:
        problems = problems_of(scale)
        if problems or not 0 < scale.version < 2**31:
            raise Untrue(next(iter(problems), f"{scale.name} has no version"))
    _check_acts(case)


def _check_ids(case: CaseFile) -> None:
    revisions = [revision.id for article in case.articles for revision in article.revisions]
    for ids in (
        [case.id],
        [article.id for article in case.articles],
        revisions,
        [reviewer.id for reviewer in case.reviewers],
        [act.id for act in case.acts],
    ):
        if len(set(ids)) != len(ids):
            raise Untrue("two things have one id")
        for id in ids:
            if not _is_uuid(id):
                raise Untrue("an id is not one that Factcheck makes")
    for act in case.acts:
        for id in (act.subject, act.stroke, act.before or act.id):
            if not re.fullmatch(rf"[!-~]{{1,{LONGEST_ID}}}", id):
                raise Untrue("an id is not one that Factcheck makes")


def _is_uuid(id: str) -> bool:
    try:
        return str(uuid.UUID(id)) == id
    except ValueError:
        return False


def _check_words(case: CaseFile) -> None:
    """What is stored as text must be storable in either store."""
    provenance = (words for a in case.articles for words in (a.path, *_words_in(a.provenance)))
    revisions = [revision for article in case.articles for revision in article.revisions]
    texts = [revision.text for revision in revisions]
    others = (*(revision.encoding for revision in revisions), *(scale.id for scale in case.scales))
    for words in (case.name, *(r.name for r in case.reviewers), *provenance, *others, *texts):
        if words and re.search("[\0\ud800-\udfff]", words):
            raise Untrue("a text has characters in it that no text has")
    if any("\r" in text for text in texts):  # a window would count two characters as one line end
        raise Untrue("a text has line ends that no text has")
    if not case.name.strip() or not all(reviewer.name.strip() for reviewer in case.reviewers):
        raise Untrue("something has no name")


def _words_in(value: Any) -> Iterator[str]:
    """The strings in a value."""
    return (held for field in fields(value) if isinstance(held := getattr(value, field.name), str))


def _check_acts(case: CaseFile) -> None:
    texts = {revision.sha256: revision.text for article in case.articles for revision in article.revisions}
    articles = {article.id for article in case.articles}
    people = {reviewer.id for reviewer in case.reviewers}
    for act in case.acts:
        _check_content(act, people)
        for anchor in anchors_in(act.content):
            text = texts.get(anchor.sha256)
            if text is None and anchor.article not in articles:
                raise Untrue(f"a {act.sort} of {act.by.name} is about an article that is not in the file")
            if text is not None and anchor.span.of(text) != anchor.quote:
                raise Untrue(f"a {act.sort} of {act.by.name} names words that do not stand there")
            if not 0 < len(anchor.quote) == anchor.span.end - anchor.span.start:
                raise Untrue(f"a {act.sort} of {act.by.name} names no words, or not as many as it says")


def _check_content(act: Act, people: Collection[str]) -> None:
    if act.content is None:
        return
    if act.sort in ON_ACTS:
        if not fits(tuple(act.content["of"]), tuple[str, ...]):
            raise Untrue(f"an {act.sort} of {act.by.name} does not say of what")
        return
    said = said_in(act)
    if said is not None and not fits(said, type(said)):
        raise Untrue(f"a {act.sort} of {act.by.name} has a value that is not of its type")
    match said:
        case Assignment(reviewer=reviewer) if reviewer.id not in people:
            raise Untrue(f"an {act.sort} of {act.by.name} is for somebody who is not in the file")
        case Verdict(record=record) if not all(re.fullmatch("([0-9a-f]{64})?", e.file) for e in record.evidence):
            raise Untrue(f"a {act.sort} of {act.by.name} rests on a file that has no hash")
        case _:
            pass


# --- types ----------------------------------------------------------------------------------------


def fits(value: object, hint: Any) -> bool:
    """A value, and all that is in it, is of the type it is declared to be: what was read from JSON may not be."""
    return _test(hint)(value)


@cache  # a case has thousands of anchors: what a type asks for is found out once
def _test(hint: Any) -> Callable[[Any], bool]:
    origin, parts = get_origin(hint), get_args(hint)
    if hint is Any:
        return lambda _: True
    if is_dataclass(hint):
        hints = get_type_hints(hint)
        held = [(attrgetter(field.name), _test(hints[field.name])) for field in fields(hint)]
        return lambda value: type(value) is hint and all(test(get(value)) for get, test in held)
    if origin in {Union, UnionType}:
        tests = [_test(part) for part in parts]
        return lambda value: any(test(value) for test in tests)
    if origin is tuple:
        one = _test(parts[0])
        return lambda value: isinstance(value, tuple) and all(map(one, value))
    if origin is not None:
        of_key, of_value = map(_test, parts)
        return lambda value: isinstance(value, origin) and all(of_key(k) and of_value(v) for k, v in value.items())
    if hint is Decimal:
        return _can_be_reckoned_with
    if hint in {int, bool}:  # a bool is an int, but no number
        return lambda value: type(value) is hint
    return lambda value: isinstance(value, hint)


def _can_be_reckoned_with(value: Any) -> bool:
    """Not NaN, infinity, or a number of a million digits in ten characters."""
    return isinstance(value, Decimal) and value.is_finite() and abs(value.adjusted()) < MOST_DIGITS
