# SPDX-License-Identifier: Apache-2.0
"""Vectors and scores of texts: a second context on the loaded model, so that the chat's KV cache is never touched."""

import ctypes
import re
from collections.abc import Iterator, Sequence
from typing import Any

import llama_cpp
import llama_cpp.llama_cpp
import numpy as np
import numpy.typing as npt

from leeward.domain.errors import ModelTooLarge, ModelUnsuited, TextTooLong
from leeward.domain.queries import Pooling, Range
from leeward.engine.child.llama import FLASH_ATTENTION_ON, Llama
from leeward.engine.child.rendering import cut_pieces

MAX_SEQUENCES = 16
"""Texts read at once."""

MIN_BATCH = 256
"""Tokens of the smallest batch. Every token of a batch costs a row of logits on models that chat (llama.cpp computes them
for embeddings as well), 1 MB at 262,144 tokens of vocabulary: so a batch is no larger than the longest text asks for."""

Vectors = npt.NDArray[np.float32]

_RANK = llama_cpp.LLAMA_POOLING_TYPE_RANK
_NATIVE = {
    Pooling.MEAN: llama_cpp.LLAMA_POOLING_TYPE_MEAN,
    Pooling.CLS: llama_cpp.LLAMA_POOLING_TYPE_CLS,
    Pooling.LAST: llama_cpp.LLAMA_POOLING_TYPE_LAST,
}
_HEAD_TENSORS = (b"cls.weight", b"cls.output.weight")  # LLM_TENSOR_CLS and LLM_TENSOR_CLS_OUT, llama-arch.cpp


class Embedder:
    """Reads texts whole: each in one batch, because pooling and encoders see nothing beyond it.

    The context is made when it is first needed, and again for another pooling or a longer text. Close before the model.
    """

    def __init__(self, llama: Llama) -> None:
        self._llama = llama
        self._context: llama_cpp.llama_context_p | None = None
        self._kind: tuple[int, int] = (0, 0)  # pooling type and tokens of a batch
        self._has_rank_head: bool | None = None

    @property
    def limit_tokens(self) -> int:
        """The longest text that is read."""
        return int(min(self._llama.n_ctx, self._llama.n_ctx_train))

    def own_pooling(self) -> Pooling:
        """Return what the model was made for; MEAN where it does not say."""
        own = self._llama.metadata(f"{self._llama.info.architecture}.pooling_type")
        return next((pooling for pooling, native in _NATIVE.items() if str(native) == own), Pooling.MEAN)

    def embed(self, texts: Sequence[str], pooling: Pooling, n_threads: int) -> tuple[Vectors, list[int]]:
        """Return (n_texts, n_embd) vectors as the model gives them, and the tokens of each text.

        What is spelled like a control token is plain text.

        Raises:
            TextTooLong: Nothing was computed.
            ModelUnsuited: Encoder and decoder in one, or a text that is nothing to this tokenizer.
            ModelTooLarge: No memory for the second context.
            DecodeAborted, DecodeFailed
        """
        tokens = [self._llama.tokenize(text, parse_special=False, add_special=True) for text in texts]
        n_embd = llama_cpp.llama_model_n_embd_out(self._llama.native_model)
        return self._compute(tokens, _NATIVE[pooling], n_embd, n_threads), [len(each) for each in tokens]

    def rank(self, query: str, texts: Sequence[str], n_threads: int) -> tuple[list[float], list[int]]:
        """Return the first output of the model's classification head for each text, and the tokens of each pair.

        Raises: As `embed`; ModelUnsuited also where the model has no such head.
        """
        if self._has_rank_head is None:
            self._has_rank_head = has_rank_head(self._llama)
        if not self._has_rank_head:
            raise ModelUnsuited("it has no classification head to rank texts with")
        pairs = [self._pair(query, text) for text in texts]
        scores = self._compute(pairs, _RANK, llama_cpp.llama_model_n_cls_out(self._llama.native_model), n_threads)
        return [float(row[0]) for row in scores], [len(pair) for pair in pairs]

    def close(self) -> None:
        if self._context:
            llama_cpp.llama_free(self._context)
            self._context = None

    def _pair(self, query: str, text: str) -> list[int]:
        """Return query and text as the model was trained on them: by its own template, else [BOS] query [EOS] [SEP]
        text [EOS] with what the vocabulary adds (format_prompt_rerank, tools/server/server-common.cpp)."""
        llama, vocab = self._llama, self._llama.vocab
        template = llama_cpp.llama_model_chat_template(llama.native_model, b"rerank")
        if template:
            return self._filled(template.decode("utf-8", "replace"), {"{query}": query, "{document}": text})
        sep, eos = llama_cpp.llama_vocab_sep(vocab), llama_cpp.llama_vocab_eos(vocab)
        end = [eos if eos >= 0 else sep] if llama_cpp.llama_vocab_get_add_eos(vocab) else []
        between = [sep] if llama_cpp.llama_vocab_get_add_sep(vocab) else []
        begin = [llama.vocabulary.bos] if llama.vocabulary.add_bos else []
        first, second = (llama.tokenize(each, parse_special=False) for each in (query, text))
        return [*begin, *first, *end, *between, *second, *end]

    def _filled(self, template: str, values: dict[str, str]) -> list[int]:
        """Return the tokens of a rerank template; what the values spell like control tokens stays plain text."""
        control, text = self._llama.control_text, ""
        literals: list[Range] = []
        for part in re.split(f"({'|'.join(map(re.escape, values))})", template):
            value = values.get(part)
            if value is not None and control is not None and self._llama.spells_control(value):
                shift = len(text)
                literals += [(shift + match.start(), shift + match.end()) for match in control.finditer(value)]
            text += part if value is None else value
        tokens: list[int] = []
        for piece, is_literal in cut_pieces(text, literals, control):
            tokens += self._llama.tokenize(piece, parse_special=not is_literal)
        return tokens

    def _compute(self, texts: Sequence[Sequence[int]], pooling_type: int, n_values: int, n_threads: int) -> Vectors:
        model = self._llama.native_model
        if llama_cpp.llama_model_has_encoder(model) and llama_cpp.llama_model_has_decoder(model):
            raise ModelUnsuited("llama.cpp makes no vectors with a model that is encoder and decoder in one")
        longest = max(map(len, texts))
        if longest > self.limit_tokens:
            raise TextTooLong(n_tokens=longest, limit_tokens=self.limit_tokens)
        if not all(texts):
            raise ModelUnsuited("its tokenizer makes nothing of a text")
        context = self._ready_context(pooling_type, longest)
        llama_cpp.llama_set_n_threads(context, n_threads, n_threads)
        n_batch = self._kind[1]
        rows = [row for batch in _batches(texts, n_batch) for row in self._read(context, batch, n_values)]
        return np.stack(rows)

    def _ready_context(self, pooling_type: int, longest: int) -> "llama_cpp.llama_context_p":
        own_pooling_type, n_batch = self._kind
        if self._context and own_pooling_type == pooling_type and longest <= n_batch:
            return self._context
        self.close()
        n_batch = max(MIN_BATCH, 1 << (longest - 1).bit_length())
        params = llama_cpp.llama_context_default_params()
        params.n_ctx = params.n_batch = params.n_ubatch = n_batch
        params.n_seq_max = MAX_SEQUENCES
        params.kv_unified = True  # the texts of a batch share its cells, and stay in one ubatch
        params.embeddings = True
        params.pooling_type = pooling_type
        params.flash_attn_type = FLASH_ATTENTION_ON
        params.swa_full = True
        params.no_perf = True
        params.abort_callback = self._llama.abort.callback
        params.abort_callback_data = self._llama.abort.data
        context: llama_cpp.llama_context_p = llama_cpp.llama_init_from_model(self._llama.native_model, params)
        if not context:
            raise ModelTooLarge(self._llama.info.path)
        self._llama.adapters.lay_own_over(context)
        self._context, self._kind = context, (pooling_type, n_batch)
        return context

    def _read(
        self, context: "llama_cpp.llama_context_p", texts: Sequence[Sequence[int]], n_values: int
    ) -> Iterator[Vectors]:
        """Give the vector of each text; together they fit one batch."""
        batch = llama_cpp.llama_batch_init(sum(map(len, texts)), 0, 1)
        try:
            _fill(batch, texts)
            memory = llama_cpp.llama_get_memory(context)
            if memory:
                llama_cpp.llama_memory_clear(memory, True)
                Llama.check(llama_cpp.llama_decode(context, batch))
            else:
                Llama.check(llama_cpp.llama_encode(context, batch))
        finally:
            llama_cpp.llama_batch_free(batch)
        for sequence in range(len(texts)):
            pointer = llama_cpp.llama_get_embeddings_seq(context, sequence)
            yield np.ctypeslib.as_array(pointer, (n_values,)).copy()  # the next batch overwrites it


def _fill(batch: Any, texts: Sequence[Sequence[int]]) -> None:
    index = 0
    for sequence, tokens in enumerate(texts):
        for position, token in enumerate(tokens):
            batch.token[index] = token
            batch.pos[index] = position
            batch.n_seq_id[index] = 1
            batch.seq_id[index][0] = sequence
            batch.logits[index] = 1
            index += 1
    batch.n_tokens = index


def _batches(texts: Sequence[Sequence[int]], n_batch: int) -> Iterator[list[Sequence[int]]]:
    """Group texts in order so that each group fits `n_batch` tokens and MAX_SEQUENCES."""
    group: list[Sequence[int]] = []
    n_tokens = 0
    for text in texts:
        if group and (n_tokens + len(text) > n_batch or len(group) == MAX_SEQUENCES):
            yield group
            group, n_tokens = [], 0
        group.append(text)
        n_tokens += len(text)
    yield group


class _GgufInitParams(ctypes.Structure):
    """struct gguf_init_params, gguf.h."""

    _fields_ = [("no_alloc", ctypes.c_bool), ("ctx", ctypes.c_void_p)]


def has_rank_head(llama: Llama) -> bool:
    """Whether the file has a classification head. llama.cpp cannot be asked, and gives the first number of a vector as
    the score of a model without one. Of a model in several files the first one is looked at."""
    library = llama_cpp.llama_cpp._lib  # noqa: SLF001  as in devices.py
    opened, find, free = library.gguf_init_from_file, library.gguf_find_tensor, library.gguf_free
    opened.restype, opened.argtypes = ctypes.c_void_p, [ctypes.c_char_p, _GgufInitParams]
    find.restype, find.argtypes = ctypes.c_int64, [ctypes.c_void_p, ctypes.c_char_p]
    free.restype, free.argtypes = None, [ctypes.c_void_p]
    file = opened(str(llama.info.path).encode("utf-8", "surrogateescape"), _GgufInitParams(no_alloc=True, ctx=None))
    if not file:
        return False
    try:
        return any(find(file, name) >= 0 for name in _HEAD_TENSORS)
    finally:
        free(file)


def normalised(vectors: Vectors) -> Vectors:
    """Return the vectors with length 1; one of zeros stays as it is."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    made: Vectors = vectors / np.where(lengths > 0, lengths, np.float32(1))
    return made
