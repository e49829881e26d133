"""The order in which a quotation's speaker is looked for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.analysis import cues
from factcheck.analysis.marks import Stretch
from factcheck.analysis.speakers import PEOPLE, PERSONAL, SUBJECTS, Source, Speech

if TYPE_CHECKING:
    from spacy.tokens import Token

_LABEL = re.compile(r"[A-Z][A-Z’'.-]+(?: [A-Z][A-Z’'.-]+){0,3}(?=:\s)")
DASHES = frozenset({"-", "--", "–", "—", "―"})
THOUGHT = frozenset({"think"})


def sources(speech: Speech) -> list[Source | None]:
    """The source of each outermost stretch, in order."""
    found = list[Source | None]()
    for number, stretch in enumerate(speech.outer):
        before, after = speech.before(stretch), speech.after(stretch)
        found.append(
            _labelled(speech, stretch)
            or _signed(speech, after)
            or _closing(speech, stretch, before, after)
            or _introduced(speech, stretch, before)
            or _followed(speech, stretch, after)
            or _according(speech, before, after)
            or _earlier_cue(speech, before)
            or _governed(speech, stretch, before)
            or (None if before and _fragment(speech, stretch) else _carried(speech, number, found))
        )
    return found


def _labelled(speech: Speech, stretch: Stretch) -> Source | None:
    """ "WALLACE: But, Governor ...": the label of a transcript inside the marks."""
    label = _LABEL.match(stretch.inner.of(speech.text))
    if label is None:
        return None
    start = speech.at(stretch.inner.start)
    end = speech.at(stretch.inner.start + label.end())
    return Source(start, end, end - 1, None) if end > start else None


def _signed(speech: Speech, after: list[int]) -> Source | None:
    """`“...” — Jo Bloggs`, alone to the end of the line."""
    if len(after) < 2 or speech.doc[after[0]].text not in DASHES or len(after) > 12:
        return None
    first = next((speech.doc[n] for n in after[1:] if not speech.doc[n].is_space), None)
    if first is None or not first.text[:1].isupper() or any(speech.cue_class(n) for n in after):
        return None
    name = [n for n in after if n >= first.i and speech.doc[n].text != ","]
    upto = next((i for i, n in enumerate(name) if i and name[i - 1] + 1 != n), len(name))
    return Source(name[0], name[upto - 1] + 1, name[upto - 1], None)


def _closing(speech: Speech, stretch: Stretch, before: list[int], after: list[int]) -> Source | None:
    """`The loopholes he cited are “...,” the paper said`: a comma and a cue after outrank a relative clause before."""
    if not stretch.inner.of(speech.text).rstrip().endswith(","):
        return None
    first = _introduced(speech, stretch, before)
    if first is not None and first.cue is not None and speech.doc[first.cue].dep_ == "relcl":
        return _followed(speech, stretch, after)
    return None


def _introduced(speech: Speech, stretch: Stretch, before: list[int]) -> Source | None:
    """`Caddell said: “...”`, `they said it was “...”`: a cue right before the marks, or above them in the parse."""
    if not before:
        return None
    window = before[-3:]
    if speech.doc[before[-1]].text == ":":
        window = before
    for number in reversed(window):
        source = _by_cue(speech, number, before) if speech.is_cue(number) else None
        if source is not None:
            return source
    for node in _above(speech, stretch):
        if node.i < before[-1] + 1 and speech.is_cue(node.i) and not speech.beside_only(node.i):
            source = _by_cue(speech, node.i, before)
            if source is not None:
                return source
    return None


def _earlier_cue(speech: Speech, before: list[int]) -> Source | None:
    """The nearest cue earlier in the sentence, where the parse does not tie the quotation to one."""
    for number in reversed(before):
        if speech.is_cue(number) and not speech.beside_only(number):
            source = _by_cue(speech, number, before)
            if source is not None:
                return source
    return None


def _by_cue(speech: Speech, number: int, window: list[int]) -> Source | None:
    cue = speech.doc[number]
    speaker = speech.subject(cue)
    if speaker is None and number in window and cue.tag_ in ("VBD", "VBZ", "VBP"):
        speaker = speech.beside(number, window)
    if speaker is None or not speech.can_speak(speaker):
        return None
    inner = speech.cue_class(number) <= THOUGHT or speaker.lower_ in ("it", "this", "that")
    outer = _reporting(speech, cue) if inner else None
    return outer or speech.source(speaker, number)


def _reporting(speech: Speech, thought: Token) -> Source | None:
    """`she said` of "she said she thought ...": a thought is uttered by whoever reports it."""
    node = thought
    while node.dep_ in ("ccomp", "xcomp", "conj") and node.head.i != node.i:
        node = node.head
        if speech.is_cue(node.i) and not speech.cue_class(node.i) <= THOUGHT:
            speaker = speech.subject(node)
            if speaker is not None and speech.can_speak(speaker):
                return speech.source(speaker, node.i)
    return None


def _above(speech: Speech, stretch: Stretch) -> list[Token]:
    """The unquoted words the stretch hangs on in the parse, nearest first."""
    first, last = speech.tokens(stretch)
    root = next((t for t in speech.doc[first:last] if not t.is_punct and not first <= t.head.i < last), None)
    found: list[Token] = []
    while root is not None and root.head.i != root.i and len(found) < 25:
        root = root.head
        if not speech.hidden[root.i]:
            found.append(root)
    return found


def _followed(speech: Speech, stretch: Stretch, after: list[int]) -> Source | None:
    """`“...,” said Caddell`, `“...,” the mayor, a doctor, told reporters`."""
    window = [n for n in after if not speech.doc[n].is_space]
    while window and speech.doc[window[0]].text in DASHES | {",", "…"}:
        window = window[1:]
    if not window or speech.doc[window[0]].lower_ in ("and", "but", "or", "who", "which", "that"):
        return None
    if speech.doc[window[0]].tag_ == "VBG" or (speech.doc[window[0]].lower_ == "as" and len(window) > 9):
        return None
    for number in window[:40]:
        cue = speech.doc[number]
        if not speech.is_cue(number) or cue.tag_ in ("VBG", "VB"):
            continue
        if speech.beside_only(number) and number > window[0] + 6:
            continue
        if any(c.dep_ == "mark" and c.lower_ not in ("as", "that") for c in cue.children):
            continue  # "..., months after the firm threatened to leave" tells when, not who
        if _begins_anew(speech, stretch, window, cue):
            return None
        speaker = speech.subject(cue)
        if speaker is None or speaker.i not in window:
            speaker = speech.beside(number, window)
        if speaker is not None and speech.can_speak(speaker):
            return speech.source(speaker, number)
    return None


def _begins_anew(speech: Speech, stretch: Stretch, window: list[int], cue: Token) -> bool:
    """`“... in July.” A source told the paper the case was closed`: the words after are a report of their own."""
    ended = stretch.inner.of(speech.text).rstrip(" '’”\"")[-1:]
    if ended not in (".", "!", "?") or not speech.doc[window[0]].text[:1].isupper():
        return False
    own = any(c.dep_ == "ccomp" and c.i > cue.i and c.i in window for c in cue.children)
    return (
        own
        or speech.doc[window[-1]].text == ":"
        or (ended == "." and (window[-1] - cue.i > 5 or cue.i - window[0] > 5))
    )


def _according(speech: Speech, before: list[int], after: list[int]) -> Source | None:
    """`according to X`, `per X`, on either side."""
    for window in (after, before):
        for number in window:
            token = speech.doc[number]
            if token.lower_ == "per" or (token.lower_ == "according" and number + 1 in window):
                begin = number + (2 if token.lower_ == "according" else 1)
                speaker = speech.right([n for n in window if begin <= n < begin + 9])
                if speaker is not None:
                    return speech.source(speaker, number)
    return None


def _governed(speech: Speech, stretch: Stretch, before: list[int]) -> Source | None:
    """A fragment inside a sentence without a cue verb: whose claim it is, or who does what the sentence says."""
    if not before:
        return None
    for node in _above(speech, stretch):
        if node.lemma_.lower() in cues.words("nouns", "said"):
            owner = speech.owner(node)
            if owner is not None:
                return speech.source(owner, node.i)
        if node.pos_ in ("VERB", "AUX"):
            speaker = speech.subject(node)
            if speaker is not None and (speaker.ent_type_ in PEOPLE or speaker.lower_ in PERSONAL):
                return speech.source(speaker, None, certain=False)
    for number in before:
        token = speech.doc[number]
        if token.dep_ in SUBJECTS and (token.ent_type_ in PEOPLE or token.lower_ in PERSONAL):
            return speech.source(token, None, certain=False)
    for number in reversed(before):
        if speech.doc[number].ent_type_ in ("PERSON", "ORG"):
            return speech.source(speech.doc[number], None, certain=False)
    return None


def _fragment(speech: Speech, stretch: Stretch) -> bool:
    """Words of a sentence, not a sentence: nothing carries a speaker over to them."""
    return not stretch.inner.of(speech.text).lstrip("[(‘'")[:1].isupper()


def _carried(speech: Speech, number: int, found: list[Source | None]) -> Source | None:
    """The speaker carried on: from the words before in the paragraph, a colon above, or the last quotation."""
    stretch = speech.outer[number]
    first = speech.tokens(stretch)[0]
    previous = found[-1] if found else None
    since = speech.tokens(speech.outer[number - 1])[1] if number else 0
    if previous is not None and not any("\n" in speech.doc[n].text for n in range(since, first)):
        nearer = _last_sentence(speech, since, first)
        return nearer if nearer is not None and nearer.start > previous.end else previous
    if number and speech.outer[number - 1].continues:
        return previous
    nearer = _last_sentence(speech, since, first)
    return nearer or previous


def _last_sentence(speech: Speech, since: int, until: int) -> Source | None:
    """The speaker of the nearest cue between two places, else the nearest subject that is a person."""
    fallback = None
    for number in range(until - 1, max(since, until - 120) - 1, -1):
        token = speech.doc[number]
        if speech.hidden[number]:
            continue
        if fallback is not None and token.i < speech.doc[fallback.head].sent.start:
            return fallback
        if speech.is_cue(number) and not speech.beside_only(number):
            speaker = speech.subject(token)
            if speaker is not None and speaker.i >= since and speech.can_speak(speaker) and speaker.lower_ != "it":
                return speech.source(speaker, number)
        if (
            fallback is None
            and token.dep_ == "nsubj"
            and (token.ent_type_ == "PERSON" or token.lower_ in ("he", "she"))
        ):
            fallback = speech.source(token, None)
    return fallback
