"""What a date is told of, read off its frame and its sentence: the deed, the things and people of it, the place."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from factcheck.analysis.comparison.accounts import Accounts
from factcheck.shipped import lexicon
from factcheck.values import Claim, TimeExpression

CLAUSE = 90
"""Characters to each side of a date, inside its sentence, in which the rest of a verb's phrase stands."""
LEAD = 600
"""Characters at the head of an article that say what it is about."""
FROM = re.compile(r"\b(?:from|between)\s+(?:the\s+)?$", re.IGNORECASE)
TO = re.compile(r"\s*(?:to|through|until|till|and|-|–|—)\s*(?:the\s+)?", re.IGNORECASE)
BESIDE = re.compile(r"\b(?:before|after)\b", re.IGNORECASE)
"""What is told by its distance from another event: "two days before Tuesday"."""
DETERMINED = re.compile(r"\b(?:the|a|an|its|his|her|their|this|that)\s$|[’']s?\s$", re.IGNORECASE)
STEM = 4
"""Letters by which a lemma is found again in the text."""


@dataclass(frozen=True, slots=True)
class Told:
    """The deeds a date is told of, the things and people that do or suffer them, and what is named near it."""

    deeds: frozenset[str]
    things: frozenset[str]
    people: frozenset[str]
    around: frozenset[str]
    places: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    apart: frozenset[str] = frozenset()
    bearers: frozenset[str] = frozenset()
    subjects: frozenset[str] = frozenset()  # nouns, no names or pronouns
    phase: str = ""  # first | last, of what goes on for a while
    edge: str = ""  # first | last, of a stretch that the article tells from one day to another
    done: frozenset[str] = frozenset()  # the deeds that its verb tells

    @property
    def keys(self) -> frozenset[str]:
        """What finds it in an index: each deed with each thing, and what a story tells once."""
        main = frozenset(f"{deed}!" for deed in self.deeds & table("main"))
        return main | {f"{deed}:{thing}" for deed in self.deeds for thing in self.around | self.people}


def told_of(accounts: Accounts, claim: Claim, beside: Sequence[Claim]) -> Told:
    frame = claim.frame
    if _dateline(accounts, claim) or BESIDE.search(claim.text):
        return Told(frozenset(), frozenset(), frozenset(), frozenset())
    phases = lexicon("occasions")["phases"]
    phase = next((name for name in ("first", "last") if frame.event in phases[name]), "")
    deeds = {*_phrases(accounts, claim)}
    done = set() if _of_a_noun(accounts, claim) else deeds | _done(frame.event)
    deeds = done.union(*(_named(word) for word in frame.occasion))
    if not deeds or phase or frame.event in phases["told"]:
        # "The robber slipped in on Tuesday", "the raid came at noon": who acts says what was done.
        deeds |= _named(frame.agent) | _named(frame.theme)
    edge, proper = _edge(accounts, claim, beside), _proper(accounts, claim)
    persons = {word for name in frame.persons for word in name.split()}
    slots = {frame.agent, frame.theme, *frame.occasion}
    near = {*frame.near} - {frame.event} - {*claim.text.lower().split()}
    if edge:
        near |= {w for c in beside for w in c.frame.near}
    elif len(beside) > 1:
        near = {*_own(accounts, claim, beside, near)}
    things = frozenset[str]().union(*(_things(w) for w in slots - persons))
    around = things.union(*(_things(w) for w in near - persons)) | (proper & near)
    people = frozenset(frame.who) | (slots & proper) | {*_before_who(accounts, claim)}
    bearers = frozenset({frame.agent}) & frozenset(lexicon("occasions")["apart"]["bearers"])
    subjects = frozenset({frame.agent, frame.theme} - proper - persons - PRONOUNS)
    text = accounts.text(claim)[claim.sentence.start : claim.sentence.end]
    stood = frozenset(w.lower() for w in IN.findall(text)) - _calendar()
    within = frozenset(w for place in frame.places for w in place.split() if w.isalpha() and len(w) >= STEM)
    roads = frozenset(lexicon("occasions")["things"]["roads"])  # "on Interstate 65" may be in any town
    return Told(
        frozenset(deeds),
        things,
        people,
        around,
        (stood | within) - roads,
        proper,
        _apart(accounts, claim),
        bearers,
        subjects,
        phase,
        edge,
        frozenset(done),
    )


PRONOUNS = frozenset({"", "i", "we", "you", "he", "she", "it", "they", "who", "which", "that", "him", "her", "them"})
IN = re.compile(r"\bin ([A-Z][a-z]{3,})\b")
WHO = re.compile(r"\b([A-Z][a-z]+),?\s+who\b")


def _proper(accounts: Accounts, claim: Claim) -> frozenset[str]:
    """Words of the sentence that bear a capital letter, and are no date."""
    text = accounts.text(claim)[claim.sentence.start : claim.sentence.end]
    return frozenset(w.lower() for w in re.findall(r"\b[A-Z][a-z]{2,}", text)) - _calendar()


def _before_who(accounts: Accounts, claim: Claim) -> Iterator[str]:
    """ "Mr Dorn, who quit on Tuesday": the name the clause hangs on."""
    if claim.frame.agent == "who":
        found = WHO.findall(accounts.text(claim)[claim.sentence.start : claim.span.start])
        yield from (w.lower() for w in found[-1:])


def _apart(accounts: Accounts, claim: Claim) -> frozenset[str]:
    """The words near a date that set its event apart from another of its kind: "a second man", "the Senate"."""
    held = lexicon("occasions")["apart"]
    text = accounts.text(claim)
    near = text[max(claim.sentence.start, claim.span.start - CLAUSE) : min(claim.sentence.end, claim.span.end + 30)]
    words = frozenset(re.findall(r"[a-z]+(?!-)\b", near.lower()))
    return words & frozenset(held["words"])


@cache
def _calendar() -> frozenset[str]:
    held = lexicon("dates")
    return frozenset(
        {
            *held["months"],
            *held["weekdays"],
            *lexicon("occasions")["generic"]["words"],
            "the",
            "but",
            "and",
            "they",
            "his",
        }
    )


def _edge(accounts: Accounts, claim: Claim, beside: Sequence[Claim]) -> str:
    """ "From Sept. 24 to Oct. 1", "between Sept. 24 and Oct. 4": which end of a stretch a date is."""
    text = accounts.text(claim)
    joined = [(c, d) for c in beside for d in beside if TO.fullmatch(text[c.span.end : max(c.span.end, d.span.start)])]
    for first, last in joined:
        if claim in (first, last) and FROM.search(text[first.sentence.start : first.span.start]):
            return "first" if claim is first else "last"
    return ""


def _of_a_noun(accounts: Accounts, claim: Claim) -> bool:
    """ "The 2012 attacks": the year is the noun's, and no verb's."""
    text = accounts.text(claim)
    return claim.text.isdecimal() and DETERMINED.search(text[claim.sentence.start : claim.span.start]) is not None


def _dateline(accounts: Accounts, claim: Claim) -> bool:
    """ "Sunday, October 19, 2014 Two trains collided ...": the day a text is published, before its first words."""
    assert isinstance(claim.value, TimeExpression)
    published = accounts.published(claim)
    opens = claim.span.start == claim.sentence.start and claim.span.start < LEAD
    return opens and published is not None and claim.value.timex == published.isoformat()


def _own(accounts: Accounts, claim: Claim, beside: Sequence[Claim], words: set[str]) -> Iterator[str]:
    """ "A fire at the mill on May 2 and at the chapel on May 5": the words before a date are its own, else those after
    it."""
    text = accounts.text(claim)
    first = max((c.span.end for c in beside if c.span.end <= claim.span.start), default=claim.sentence.start)
    last = min((c.span.start for c in beside if c.span.start >= claim.span.end), default=claim.sentence.end)
    before = text[first : claim.span.start].lower()
    own = before if len(re.findall(r"\w{4,}", before)) else text[claim.span.end : last].lower()
    return (w for w in words if re.search(rf"\b{re.escape(w[:STEM])}", own))


def _phrases(accounts: Accounts, claim: Claim) -> Iterator[str]:
    """ "Went on sale", "was made public": the verb is the date's, the rest stands near it."""
    rests = _wordings().get(claim.frame.event)
    if not rests:
        return
    first = max(claim.sentence.start, claim.span.start - CLAUSE)
    near = accounts.text(claim)[first : min(claim.sentence.end, claim.span.end + CLAUSE)].lower()
    for rest, deed in rests:
        if f" {rest}" in near:
            yield deed


@cache
def table(name: str) -> frozenset[str]:
    return frozenset(lexicon("occasions")[name]["deeds"])


@cache
def deeds_by_word() -> dict[str, frozenset[str]]:
    """The deeds each single word may tell of."""
    held: dict[str, set[str]] = defaultdict(set)
    for deed, words in lexicon("occasions")["deeds"].items():
        for word in words:
            held[word].add(deed)
    return {word: frozenset(deeds) for word, deeds in held.items() if " " not in word}


def _done(verb: str) -> frozenset[str]:
    """What a verb tells: of "he was fired" that he was dismissed, and no fire."""
    return deeds_by_word().get(verb, frozenset()) - frozenset(lexicon("occasions")["nouns"].get(verb, ()))


def _named(noun: str) -> frozenset[str]:
    """What a noun tells: of "they opened fire" nobody's dismissal."""
    return deeds_by_word().get(noun, frozenset()) - frozenset(lexicon("occasions")["verbs"].get(noun, ()))


@cache
def _wordings() -> dict[str, list[tuple[str, str]]]:
    """For a verb, the rests of its phrases with their deeds: "go" has ("on sale", "available")."""
    held: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for deed, words in lexicon("occasions")["deeds"].items():
        for verb, _, rest in (w.partition(" ") for w in words):
            if rest:
                held[verb].append((rest, deed))
    return held


@cache
def _things(word: str) -> frozenset[str]:
    """A noun, by the line of nouns it stands in; nothing for a noun of many deeds."""
    held = lexicon("occasions")
    lines = frozenset(f"({name})" for name, nouns in held["things"].items() if word in nouns or _compound(word, nouns))
    if lines:
        return lines
    generic = not word or word in held["generic"]["words"] or word in held["several"]["words"]
    return frozenset() if generic else frozenset({word})


def _compound(word: str, nouns: Sequence[str]) -> bool:
    """ "Supertanker" is a tanker."""
    return any(word.endswith(noun) and len(noun) > STEM + 1 for noun in nouns)
