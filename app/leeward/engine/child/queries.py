# SPDX-License-Identifier: Apache-2.0
"""Answers queries: to the loaded model about vectors, scores, tokens, the exact prompt and its speed, and about templates of
files."""

from leeward.domain.errors import ModelUnsuited
from leeward.domain.queries import (
    DetokenizeTokens,
    Embeddings,
    EmbedTexts,
    ExamineFile,
    ExamineTemplate,
    MeasureSpeed,
    ModelQuery,
    QueryAnswer,
    RankTexts,
    Scores,
    TemplateReport,
    Text,
    TokenizeText,
    Tokens,
    ViewPrompt,
)
from leeward.engine.child.embeddings import Embedder, normalised
from leeward.engine.child.llama import DecodeAborted, NativeLog
from leeward.engine.child.sequences import Slot
from leeward.engine.child.template_doctor import examine
from leeward.engine.child.trial import measured_speed
from leeward.engine.child.vocabulary import vocabulary_of

_OfTexts = EmbedTexts | RankTexts | TokenizeText | DetokenizeTokens | ViewPrompt | ExamineTemplate


def examine_file(query: ExamineFile, log: NativeLog) -> TemplateReport:
    """Look at the template of a file that is not loaded. Raises ModelUnreadable."""
    with vocabulary_of(query.path, log) as vocabulary:
        return TemplateReport(examine(query.template or vocabulary.chat_template, vocabulary))


class QueryDesk:
    """Belongs to one loaded model; close it before the model. Never changes what the slot's KV cache holds."""

    def __init__(self, slot: Slot) -> None:
        self._slot = slot
        self._llama = slot.llama
        self._embedder = Embedder(slot.llama)

    def answer(self, query: ModelQuery, n_threads: int) -> QueryAnswer | None:
        """Return the answer, or None when it was stopped (`Llama.abort`). Blocking.

        Raises TextTooLong, ModelUnsuited, ModelTooLarge, TemplateFailed.
        """
        try:
            if isinstance(query, MeasureSpeed):
                return measured_speed(self._llama, query)
            return self._answer(query, n_threads)
        except DecodeAborted:
            return None

    def close(self) -> None:
        self._embedder.close()

    def _answer(self, query: _OfTexts, n_threads: int) -> QueryAnswer:
        match query:
            case EmbedTexts():
                return self._embed(query, n_threads)
            case RankTexts(query=question, texts=texts):
                scores, n_tokens = self._embedder.rank(question, texts, n_threads)
                return Scores(tuple(scores), tuple(n_tokens))
            case TokenizeText(text=text, parse_special=parse_special, add_special=add_special):
                ids = self._llama.tokenize(text, parse_special=parse_special, add_special=add_special)
                return Tokens(tuple(ids), tuple(map(self._llama.spelled_piece, ids)))
            case DetokenizeTokens(tokens=tokens):
                return self._detokenize(tokens)
            case ViewPrompt(messages=messages, options=options):
                return self._slot.view(messages, options)
            case ExamineTemplate(template=template, reference=reference):
                own = template or self._llama.chat_template
                return TemplateReport(examine(own, self._llama, reference=reference))

    def _embed(self, query: EmbedTexts, n_threads: int) -> Embeddings:
        pooling = query.pooling or self._embedder.own_pooling()
        vectors, n_tokens = self._embedder.embed(query.texts, pooling, n_threads)
        if query.is_normalised:
            vectors = normalised(vectors)
        return Embeddings(vectors.tobytes(), vectors.shape[1], tuple(n_tokens), pooling)

    def _detokenize(self, tokens: tuple[int, ...]) -> Text:
        if not all(0 <= token < self._llama.n_vocab for token in tokens):
            raise ModelUnsuited(f"it knows the tokens 0 to {self._llama.n_vocab - 1:,} only")
        return Text(self._llama.detokenize(tokens))
