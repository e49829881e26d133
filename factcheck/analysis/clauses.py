"""What happened, verb by verb: who did what to whom, where and how, as slots that two accounts can be held against."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from factcheck.analysis import questions
from factcheck.analysis.antecedents import Antecedents
from factcheck.analysis.frames import CONDITIONS, MODALS, PLANS
from factcheck.analysis.mentions import Mention
from factcheck.analysis.parsing import Parsed
from factcheck.analysis.tree import PLACE, Word
from factcheck.shipped import lexicon
from factcheck.values import Kind, Span, Statement

TOLD, AHEAD, PLANNED, POSSIBLE, UNDECIDED = "told", "ahead", "planned", "possible", "undecided"
"""Modalities of a deed: a fact; the future; what somebody means to do; possible; not decided yet whether."""
AGENT, THEME, WHEN, ALL = "agent", "theme", "when", "all"
HOW, DOING, SHARE = "how", "doing", "share"
"""Slots of an adverb ("unanimously"), of a second deed ("refused to join") and of how many ("all", "nearly all")."""
LIMITING = frozenset({WHEN, ALL, HOW, DOING, SHARE})
"""Slots that limit a deed and name nobody."""
CONTENT = {"NOUN", "PROPN", "ADJ", "NUM", "VERB"}
BELOW = {"ccomp", "advcl", "relcl", "acl", "conj", "parataxis", "csubj", "pcomp", "xcomp", "appos", "cc"}
"""Relations below which another statement begins."""
DENIABLE = {"neg", "nsubj", "nsubjpass", "dobj", "attr", "acomp", "preconj"}
NOBODY = {"no", "nobody", "none", "nothing", "neither", "nor", "no-one"}
WHOLE = {"nobody", "none", "anyone", "anybody", "either", "neither", "anything", "nothing", "no-one"}
WHENS = {
    "yet",
    "still",
    "previously",
    "earlier",
    "again",
    "once",
    "originally",
    "initially",
    "formerly",
    "before",
    "now",
    "ever",
}
LIMITS = WHENS | WHOLE
WHOLES = {"all", "every", "each"}
SHARES = {**dict.fromkeys(WHOLES, "all"), "most": "most", "majority": "most", "some": "some", "half": "half"}
BEFORE = 7
"""Tokens before a subject among which its share is looked for."""
NEARLY = {"nearly", "almost", "virtually", "not"}
FUTURE = {"will", "'ll", "shall", "would", "'d"}
HOLDING = {"appear", "seem", "begin", "manage", "continue", "refuse", "fail", "decline", "start", "say", "believe"}
"""Verbs whose "to" clause is no plan."""
RESOLVES = {"decide", "intend", "pledge", "promise", "vow", "agree", "resolve", "prepare", "set"}
REFUSING = {"refuse", "fail", "decline"}
SILENT = {"say", "have", "do", "be", "get", "let", "tell", "add", "ask", "think", "know", "believe", "seem", "appear"}
SILENT |= {"go", "come", "include", "accord", "'s", "decide", "happen", "become", "plan", "expect"}
"""Verbs that tell no deed by themselves."""
WANTING = {"get", "want", "need", "prefer"}
GOING_ON = {
    "keep",
    "continue",
    "start",
    "begin",
    "finish",
    "admit",
    "confess",
    "resume",
    "go",
    "end",
    "spend",
    "recall",
}
"""Verbs whose "-ing" clause tells what is done."""
LATER = {"until", "once", "before"}
DECIDING = {"decide", "decision", "say", "know", "determine", "comment"}


def find(parsed: Parsed) -> Iterator[Mention]:
    """One statement for each verb that says something of two things, or denies something of one; none in a question."""
    people = Antecedents(parsed.doc, bytearray(len(parsed.doc)))
    for word in parsed.words:
        if word.pos_ in {"VERB", "AUX"} and word.dep_ not in {"aux", "auxpass"} and word.sent[-1].text != "?":
            mention = _deed(parsed, word, people)
            if mention is not None:
                yield mention


def _deed(parsed: Parsed, verb: Word, people: Antecedents) -> Mention | None:
    slots = dict(_slots(verb))
    predicate = _predicate(verb, slots)
    if predicate is None:
        return None
    if predicate.endswith(" for") and "for" in slots:
        slots[THEME] = slots.pop("for")
    polarity, modality = _is_told(verb), _modality(verb)
    words = dict.fromkeys(f"{slot}:{_word(t, people)}" for slot, tokens in slots.items() for t in tokens)
    if words and (share := _share(verb)):
        words[f"{SHARE}:{share}"] = None
    arguments = tuple(w for w in words if not w.endswith(":"))
    if not arguments or (len(slots) < 2 and polarity and modality is TOLD and not _tells_alone(predicate, slots)):
        return None
    told = sorted([verb, *(t for held in slots.values() for t in held)], key=PLACE)
    first, edge = told[0], told[0].left_edge
    span = Span(edge.idx if first.i - edge.i < 4 else first.idx, told[-1].end)
    text = " ".join(span.of(parsed.text).split())
    return Mention(Kind.STATEMENT, span, Statement(predicate, polarity, modality, arguments), text, framed=False)


def _tells_alone(predicate: str, slots: dict[str, list[Word]]) -> bool:
    """ "The tower fell", "a ransom was paid": one thing that takes part is enough."""
    told = (f"{predicate} {t.lemma}" for tokens in slots.values() for t in tokens[:1])
    return predicate in questions.predicates() or any(sign in questions.predicates() for sign in told)


def _predicate(verb: Word, slots: dict[str, list[Word]]) -> str | None:
    """The verb with its particle; of a copula what it says: "was a supporter" is "supporter", "is at large" that."""
    word = verb.lemma
    phrase = next(
        (f"{s} {t.lemma}" for s, held in slots.items() for t in held if f"{s} {t.lemma}" in questions.phrases()), ""
    )
    if word == "be":
        said = next((t for t in verb.children if t.dep_ in {"attr", "acomp"}), None)
        if said is None:
            return phrase or None
        before = f"{verb.doc[said.i - 1].lower_} {said.lemma}"
        if before in questions.phrases():
            return before
        return said.lemma if said.pos_ in {"NOUN", "ADJ", "VERB"} else None
    if word in {"take", "rush", "airlift"} and phrase:
        return f"{word} {phrase}"
    if any(f"{word} {slot}" in _with_preposition() for slot in slots):
        return next(f"{word} {slot}" for slot in slots if f"{word} {slot}" in _with_preposition())
    thing = next((f"{word} {t.lemma}" for t in verb.children if t.dep_ == "dobj"), "")
    if thing in same_deeds() or thing in questions.predicates():
        return thing
    beside = (f"{word} {t.lower_}" for t in verb.children if t.dep_ in {"advmod", "acomp", "oprd"})
    if said_beside := next((phrase for phrase in beside if phrase in questions.predicates()), ""):
        return said_beside
    particle = next((t.lower_ for t in verb.children if t.dep_ == "prt"), None)
    if word in SILENT and not (particle and f"{word} {particle}" in questions.predicates()):
        return None
    return f"{word} {particle}" if particle else word


# --- slots ------------------------------------------------------------------------------------------


def _slots(verb: Word) -> Iterator[tuple[str, list[Word]]]:
    """Each slot with its content words, head first; what is neither agent nor theme is called by its preposition."""
    held: dict[str, list[Word]] = {}
    for noun in _subjects(verb):
        held.setdefault(THEME if _passive(verb) else AGENT, []).extend(_words(noun))
    for slot, filler in map(_slot, verb.children):
        if filler is not None:
            # "The workers were offered new posts": what they were offered is another slot.
            slot = "what" if slot == THEME and held.get(THEME) and _passive(verb) else slot
            held.setdefault(slot, []).extend(_words(filler))
    near = verb.children
    for token in [*near, *(t for child in near for t in child.children)]:
        if token.lower_ in LIMITS:
            held.setdefault(ALL if token.lower_ in WHOLE else WHEN, []).append(token)
    for token in near:
        if token.dep_ == "advmod" and token.lower_ in questions.manners():
            held.setdefault(HOW, []).append(token)
        elif token.dep_ in {"xcomp", "pcomp", "ccomp"} and token.pos_ == ("ADJ" if token.dep_ == "ccomp" else "VERB"):
            held.setdefault(DOING, []).append(token)
    yield from ((slot, tokens) for slot, tokens in held.items() if tokens)


def _share(verb: Word) -> str:
    """ "all", "nearly-all", "most" of whom the verb tells: "nearly all of the workers"; "" where it does not say."""
    for subject in _subjects(verb):
        for token in reversed(subject.doc[max(subject.sent[0].i, subject.i - BEFORE) : subject.i + 1]):
            if token.pos_ in {"VERB", "AUX", "PUNCT"}:
                break
            if token.lower_ in SHARES:
                nearly = token.i > 0 and token.doc[token.i - 1].lower_ in NEARLY
                return "nearly-all" if nearly and token.lower_ in WHOLES else SHARES[token.lower_]
    return ""


def _slot(child: Word) -> tuple[str, Word | None]:
    if child.dep_ in {"dobj", "oprd"}:
        return THEME, child
    if child.dep_ in {"attr", "acomp"}:
        return "is", child
    if child.dep_ == "ccomp" and child.pos_ == "ADJ":
        # "They found Fox dead": the one found is the subject of the adjective.
        return THEME, next((t for t in child.children if t.dep_ == "nsubj"), None)
    if child.dep_ == "dative" and child.pos_ != "ADP":
        return "to", child
    if child.dep_ == "npadvmod":
        return "on", child
    if child.dep_ in {"prep", "agent", "dative"}:
        noun = next((t for t in child.children if t.dep_ == "pobj"), None)
        return (AGENT if child.dep_ == "agent" else child.lower_), noun
    return "", None


def _passive(verb: Word) -> bool:
    """ "The hammer was found", "the hammer found in the barn": the subject is what it happens to."""
    if any(t.dep_ in {"nsubjpass", "auxpass"} for t in verb.children):
        return True
    bare = not any(t.dep_ == "aux" for t in verb.children)
    return verb.tag_ == "VBN" and bare and (verb.dep_ == "acl" or (verb.dep_ == "conj" and _passive(verb.head)))


def _subjects(verb: Word) -> Iterator[Word]:
    own = [t for t in verb.children if t.dep_ in {"nsubj", "nsubjpass"}]
    for subject in own:
        yield verb.head if subject.tag_ in {"WDT", "WP"} and verb.dep_ == "relcl" else subject
    if own:
        return
    if verb.dep_ == "acl":
        yield verb.head
    elif verb.dep_ in {"conj", "xcomp", "advcl", "ccomp"} and verb.head.pos_ in {"VERB", "AUX"}:
        yield from _subjects(verb.head)


def _words(noun: Word) -> list[Word]:
    """The noun and what describes it, other clauses left out."""
    if noun.lower_ in {"he", "she"}:
        return [noun]
    found = [noun] if noun.pos_ in CONTENT else []
    for child in noun.children:
        named = child.dep_ in {"conj", "appos"} and child.pos_ in {"NOUN", "PROPN"}
        if child.dep_ in BELOW and not (named and (child.dep_ == "conj" or child.pos_ == "PROPN")):
            continue
        if child.pos_ == "ADP":
            found += [w for t in child.children if t.dep_ == "pobj" for w in _words(t)]
        elif child.pos_ in CONTENT and not child.is_stop and child.text[:1].isalnum():
            found += _words(child)
    return found


def _word(token: Word, people: Antecedents) -> str:
    """The lemma; for "he" and "she" the surname of whom they mean, "" where that is not known."""
    if token.lower_ not in {"he", "she"}:
        return token.lower_ if token.pos_ == "PROPN" else token.lemma
    meant = people.name(token.i, token.i + 1, token.i).split()[-1].lower()
    return "" if meant == token.lower_ else meant


# --- polarity and modality --------------------------------------------------------------------------


def _is_told(verb: Word) -> bool:
    """False for what is denied: "did not", "nobody was", "refused to", "denied that"."""
    near = [t for t in verb.children if t.dep_ in DENIABLE]
    denied = any(t.dep_ == "neg" or t.lower_ in NOBODY for t in near)
    denied |= any(c.lower_ in NOBODY for t in near for c in t.children if c.dep_ in {"det", "neg"})
    denied |= any(c.dep_ == "neg" for t in near if t.dep_ == "acomp" for c in t.children)
    denied |= any(c.lower_ in NOBODY for t in verb.children if t.dep_ == "prep" for c in t.children if c.dep_ == "pobj")
    above = verb.head
    if verb.dep_ == "pcomp" and above.lower_ == "without":
        denied = not denied
    elif verb.dep_ == "xcomp" and above.i < verb.i:
        denied ^= above.lemma in REFUSING or any(t.dep_ == "neg" for t in above.children)
    elif verb.dep_ == "ccomp" and above.i < verb.i:
        denied ^= above.lemma in _denials() and not any(t.dep_ == "neg" for t in above.children)
    return not denied


def _modality(verb: Word) -> str:
    if _undecided(verb):
        return UNDECIDED
    if _conditional(verb):
        return POSSIBLE
    modal = next((t.lower_ for t in verb.children if t.dep_ == "aux" and t.lower_ in MODALS), None)
    if modal is not None:
        return AHEAD if modal in FUTURE else POSSIBLE
    infinitive = any(t.lower_ == "to" and t.dep_ == "aux" for t in verb.children)
    if _merely_named(verb):
        return POSSIBLE
    if verb.dep_ == "xcomp" and infinitive:
        return _modality(verb.head) if verb.head.lemma in HOLDING else PLANNED if _meant(verb.head) else POSSIBLE
    if infinitive:
        return POSSIBLE
    return _modality(verb.head) if verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"} else TOLD


def _merely_named(verb: Word) -> bool:
    """ "talk of extending the truce", "denied starting it", "get the bills passed": spoken of, not told."""
    above = verb.head.lemma
    if verb.dep_ in {"ccomp", "xcomp"} and above in WANTING:
        return True
    if verb.tag_ != "VBG" or any(t.dep_ in {"aux", "auxpass"} for t in verb.children):
        return False
    spoken_of = verb.dep_ == "pcomp" and verb.head.lower_ in {"of", "against", "from", "about", "to", "toward", "on"}
    return spoken_of or verb.dep_ == "csubj" or (verb.dep_ == "xcomp" and above not in GOING_ON)


def _conditional(verb: Word) -> bool:
    """ "if he goes", "until it reopens"; also what is joined to such a clause."""
    if any(t.dep_ in {"mark", "advmod"} and t.lower_ in CONDITIONS | LATER for t in verb.children):
        return True
    return verb.dep_ in {"conj", "xcomp"} and verb.head.pos_ in {"VERB", "AUX"} and _conditional(verb.head)


def _meant(verb: Word) -> bool:
    return verb.lemma in PLANS | RESOLVES and not any(t.dep_ == "neg" for t in verb.children)


def _undecided(verb: Word) -> bool:
    """ "had not decided whether to appeal", "declined to say whether she would keep the rule"."""
    if not any(t.lower_ == "whether" for t in verb.children):
        return False
    above = [verb.head, verb.head.head]
    deciding = next((t for t in above if t.lemma in DECIDING), None)
    if deciding is None:
        return False
    around = [deciding, deciding.head]
    return any(t.lemma in REFUSING or not _is_told(t) for t in around)


# --- tables -----------------------------------------------------------------------------------------


@cache
def same_deeds() -> dict[str, frozenset[str]]:
    """For each verb the lines of the lexicon it stands in, each called by its first word: "injure…"."""
    lines: dict[str, set[str]] = {}
    for line in lexicon("deeds")["same"]["deeds"]:
        for verb in line:
            lines.setdefault(verb, set()).add(f"{line[0]}…")
    return {verb: frozenset(held) for verb, held in lines.items()}


@cache
def _with_preposition() -> frozenset[str]:
    return frozenset(w for w in questions.predicates() if w.endswith(" for"))


@cache
def _denials() -> frozenset[str]:
    return frozenset(lexicon("antonyms")["denials"]["verbs"])
