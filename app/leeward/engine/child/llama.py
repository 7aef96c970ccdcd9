# SPDX-License-Identifier: Apache-2.0
"""Ownership of llama.cpp's objects: one model with one context, loaded, asked and freed here.

Everything goes through the low-level functions of llama-cpp-python: its `Llama` class detokenizes the whole answer again
for every token (docs/decisions/0002).
"""

import ctypes
import logging
import os
import re
import sys
import time
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import ClassVar

import llama_cpp
import numpy as np

from leeward.domain.errors import AdapterUnfit, ModelNotFound, ModelTooLarge, ModelUnreadable
from leeward.domain.model_info import KvType, LoadedModel, LoadPlan
from leeward.engine.child import devices
from leeward.engine.child.adapters import Adapters
from leeward.engine.child.builtin_templates import VocabularyFacts
from leeward.engine.child.candidates import Logits
from leeward.engine.out_of_memory import is_want_of_memory, resident_bytes

N_BATCH = 512
"""Tokens per piece of a prompt where the plan does not say: Stop and progress act between pieces. llama.cpp's own physical batch has this size."""

N_REMEMBERED = 4096
"""Tokens whose text is kept at hand."""

DEFAULT_N_CTX = 4096
ALL_LAYERS = 999

FLASH_ATTENTION_OFF, FLASH_ATTENTION_ON = 0, 1  # LLAMA_FLASH_ATTN_TYPE_*, llama.h
_KV_TYPES = {
    KvType.F16: llama_cpp.GGML_TYPE_F16,
    KvType.Q8_0: llama_cpp.GGML_TYPE_Q8_0,
    KvType.Q4_0: llama_cpp.GGML_TYPE_Q4_0,
}
_ROPE_SCALINGS = {
    "none": llama_cpp.LLAMA_ROPE_SCALING_TYPE_NONE,
    "linear": llama_cpp.LLAMA_ROPE_SCALING_TYPE_LINEAR,
    "yarn": llama_cpp.LLAMA_ROPE_SCALING_TYPE_YARN,
}
_CONTROL = llama_cpp.LLAMA_TOKEN_ATTR_CONTROL | llama_cpp.LLAMA_TOKEN_ATTR_UNKNOWN

# The bound function makes a pointer object for every call, which takes as long as finding the best of 49,152 logits.
_logits_address = llama_cpp.llama_cpp._lib["llama_get_logits_ith"]  # noqa: SLF001  the only public way to the handle
_logits_address.argtypes = [llama_cpp.llama_context_p_ctypes, ctypes.c_int32]
_logits_address.restype = ctypes.c_void_p

OnProgress = Callable[[float], bool]
"""Gets the fraction that is loaded; returns False to cancel."""


class LoadCancelled(Exception):
    """The user cancelled the load."""


class DecodeAborted(Exception):
    """`request_abort` was called while llama_decode ran."""


class DecodeFailed(Exception):
    """llama_decode refused; `code` is its return value (llama.h)."""

    def __init__(self, code: int) -> None:
        super().__init__(f"llama_decode returned {code}")
        self.code = code


class NativeLog:
    """Collects what llama.cpp logs, until another one does."""

    _installed: ClassVar["NativeLog"]  # llama.cpp calls it as long as the process lives

    def __init__(self, forward: Callable[[int, str], None]) -> None:
        self._recent_errors: deque[str] = deque(maxlen=5)
        self._forward = forward
        self._level = 0
        self._callback = llama_cpp.llama_log_callback(self._on_log)
        llama_cpp.llama_log_set(self._callback, ctypes.c_void_p(0))
        NativeLog._installed = self

    def clear(self) -> None:
        self._recent_errors.clear()

    @property
    def last_errors(self) -> str:
        return "; ".join(self._recent_errors)

    def _on_log(self, level: int, text: bytes, _user_data: object) -> None:
        continued = 5  # GGML_LOG_LEVEL_CONT
        self._level = self._level if level == continued else level
        line = text.decode("utf-8", "replace").strip()
        warning, error = 3, 4  # GGML_LOG_LEVEL_*
        if not line or self._level < warning:
            return
        if self._level >= error:
            self._recent_errors.append(line)
        # Never as an error: a failure is reported by whoever asked, and an abort by the user looks like one here.
        self._forward(logging.WARNING, line)


class AbortFlag:
    """What ggml asks between two nodes of the graph. The answer comes from C's strlen over a two-byte buffer: a Python
    callback would take the interpreter lock about a thousand times per token."""

    def __init__(self) -> None:
        self._buffer = ctypes.create_string_buffer(2)
        library = ctypes.CDLL("msvcrt") if sys.platform == "win32" else ctypes.CDLL(None)
        self.callback = ctypes.cast(library.strlen, llama_cpp.ggml_abort_callback)
        self.data = ctypes.cast(self._buffer, ctypes.c_void_p)

    def set(self, *, is_set: bool) -> None:
        self._buffer[0] = b"x" if is_set else b"\0"


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the tokenizer's model says of itself."""

    bos: int
    eos_text: str
    bos_text: str
    add_bos: bool


class Tokenizer:
    """Text to tokens and back. Needs no context: a model loaded for its vocabulary alone will do."""

    def __init__(self, vocab: "llama_cpp.llama_vocab_p") -> None:
        self.vocab = vocab

    def tokenize(self, text: str, *, parse_special: bool, add_special: bool = False) -> list[int]:
        """Return the tokens of `text`.

        Args:
            parse_special: Spelled control tokens become control tokens.
            add_special: With what the vocabulary wants around a text (BOS, CLS, SEP, EOS).
        """
        data = text.encode("utf-8", "replace")
        capacity = len(data) + 16
        for _ in range(2):
            tokens = (llama_cpp.llama_token * capacity)()
            n = llama_cpp.llama_tokenize(self.vocab, data, len(data), tokens, capacity, add_special, parse_special)
            if n >= 0:
                return tokens[:n]
            capacity = -n
        raise DecodeFailed(n)

    def detokenize(self, tokens: Sequence[int]) -> str:
        """Return the text of tokens, control tokens as they are spelled; bytes that are no character are U+FFFD."""
        array = (llama_cpp.llama_token * len(tokens))(*tokens)
        capacity = 16 * len(tokens) + 16
        for _ in range(2):
            buffer = ctypes.create_string_buffer(capacity)
            n = llama_cpp.llama_detokenize(self.vocab, array, len(tokens), buffer, capacity, False, True)
            if n >= 0:
                return buffer.raw[:n].decode("utf-8", "replace")
            capacity = -n
        raise DecodeFailed(n)


class Llama(Tokenizer):
    """One model in memory with its context. Not thread-safe, except `abort`.

    Raises (constructor): ModelNotFound, ModelUnreadable, ModelTooLarge, AdapterUnfit, MemoryError, LoadCancelled.

    Attributes:
        bytes_before: Physical memory of the process before the model came.
        n_batch: How many tokens one decode takes at most.
    """

    def __init__(self, plan: LoadPlan, log: NativeLog, on_progress: OnProgress) -> None:
        started = time.monotonic()
        self.bytes_before = resident_bytes()
        self.log = log
        self._model: llama_cpp.llama_model_p | None = None
        self._context: llama_cpp.llama_context_p | None = None
        self.abort = AbortFlag()
        size_bytes = _check_file(plan.path)
        self._model = _load_model(plan, log, on_progress)
        super().__init__(llama_cpp.llama_model_get_vocab(self._model))
        self.n_vocab = llama_cpp.llama_vocab_n_tokens(self.vocab)
        self.n_ctx_train = llama_cpp.llama_model_n_ctx_train(self._model)
        try:
            self._context = self._new_context(plan, log)
            self.adapters = Adapters(self._model, self._context, log)
            self.adapters.keep(plan.adapters)
        except (ModelTooLarge, AdapterUnfit, MemoryError):
            self.close()
            raise
        self.memory = llama_cpp.llama_get_memory(self._context)
        self.n_ctx = llama_cpp.llama_n_ctx(self._context)
        self.n_batch: int = llama_cpp.llama_n_batch(self._context)
        self.n_swa = llama_cpp.llama_model_n_swa(self._model)
        self.info = LoadedModel(
            path=plan.path,
            name=plan.name or self.metadata("general.name") or plan.path.stem,
            architecture=self.metadata("general.architecture"),
            n_ctx=self.n_ctx,
            n_ctx_train=self.n_ctx_train,
            n_params=llama_cpp.llama_model_n_params(self._model),
            n_vocab=self.n_vocab,
            size_bytes=size_bytes,
            template_note="",
            load_s=time.monotonic() - started,
            device=devices.in_words(plan),
            kv_type=plan.kv_type or KvType.F16,
            planned_bytes=plan.planned_bytes,
        )
        # Histories are checked again every turn; the vocabulary (0.4 s for 262,144 tokens) only when something is found.
        self._spells_control = lru_cache(maxsize=512)(
            lambda text: self.tokenize(text, parse_special=True) != self.tokenize(text, parse_special=False)
        )
        # Texts repeat their tokens, and a call into C takes ten times as long as a look-up.
        self.piece = lru_cache(maxsize=N_REMEMBERED)(self._plain_piece)
        self._one_token = (llama_cpp.llama_token * 1)()
        self._one_batch = llama_cpp.llama_batch_get_one(self._one_token, 1)
        self._piece_buffer = ctypes.create_string_buffer(256)
        self._logits_address: int | None = None
        self._logits: Logits = np.empty(0, np.float32)

    def _new_context(self, plan: LoadPlan, log: NativeLog) -> "llama_cpp.llama_context_p":
        wanted = plan.n_ctx or min(DEFAULT_N_CTX, self.n_ctx_train)
        params = llama_cpp.llama_context_default_params()
        params.n_ctx = wanted
        params.n_batch = plan.n_batch or N_BATCH
        params.n_ubatch = min(plan.n_ubatch or N_BATCH, params.n_batch)
        params.type_k = params.type_v = _KV_TYPES[plan.kv_type or KvType.F16]
        params.n_seq_max = 1
        if plan.rope_scaling is not None:
            params.rope_scaling_type = _ROPE_SCALINGS[plan.rope_scaling]
        params.rope_freq_scale = plan.rope_freq_scale or 0.0  # 0 takes the file's
        params.n_threads = params.n_threads_batch = plan.n_threads or 1
        params.flash_attn_type = FLASH_ATTENTION_ON if plan.flash_attention else FLASH_ATTENTION_OFF
        # The full window costs memory, but rolling back into a pruned window gives unrelated text in silence.
        params.swa_full = True
        params.no_perf = True
        params.abort_callback = self.abort.callback
        params.abort_callback_data = self.abort.data
        log.clear()
        context: llama_cpp.llama_context_p = llama_cpp.llama_init_from_model(self._model, params)
        if not context:
            raise ModelTooLarge(plan.path)
        return context

    # Facts

    def metadata(self, key: str) -> str:
        """Return a metadata value of the file as text, "" when it is not there."""
        size = llama_cpp.llama_model_meta_val_str(self._model, key.encode(), None, 0)
        if size < 0:
            return ""
        buffer = ctypes.create_string_buffer(size + 1)
        llama_cpp.llama_model_meta_val_str(self._model, key.encode(), buffer, size + 1)
        return buffer.value.decode("utf-8", "replace")

    @cached_property
    def chat_template(self) -> str:
        """The template's text, "" when the file has none."""
        text = llama_cpp.llama_model_chat_template(self._model, None)
        return text.decode("utf-8", "replace") if text else ""

    @cached_property
    def vocabulary(self) -> Vocabulary:
        bos = llama_cpp.llama_vocab_bos(self.vocab)
        eos = llama_cpp.llama_vocab_eos(self.vocab)
        return Vocabulary(
            bos=bos,
            bos_text=self._text_of(bos),
            eos_text=self._text_of(eos),
            add_bos=bos >= 0 and llama_cpp.llama_vocab_get_add_bos(self.vocab),
        )

    @cached_property
    def template_facts(self) -> VocabularyFacts:
        is_sentencepiece = llama_cpp.llama_vocab_type(self.vocab) == llama_cpp.LLAMA_VOCAB_TYPE_SPM
        return VocabularyFacts(
            has_token=self.has_token,
            bos_text=self.vocabulary.bos_text,
            eos_text=self.vocabulary.eos_text,
            # llama.cpp's default for SentencePiece is to put it (llama-vocab.cpp).
            adds_space=is_sentencepiece and self.metadata("tokenizer.ggml.add_space_prefix") != "false",
            is_sentencepiece=is_sentencepiece,
        )

    @cached_property
    def control_text(self) -> re.Pattern[str] | None:
        """Matches every spelling of a control token; None when the vocabulary has none."""
        texts = [
            self._text_of(token)
            for token in range(llama_cpp.llama_vocab_n_tokens(self.vocab))
            if self.is_control(token)
        ]
        spelled = sorted((re.escape(text) for text in texts if text), key=len, reverse=True)
        return re.compile("|".join(spelled)) if spelled else None

    def spells_control(self, text: str) -> bool:
        """Whether `text` has something in it that the tokenizer could take for a control token."""
        return self._spells_control(text)

    def has_token(self, text: str) -> bool:
        """Whether `text` is one token of the vocabulary, control tokens included."""
        return len(self.tokenize(text, parse_special=True)) == 1

    @property
    def can_generate(self) -> bool:
        """Whether the model writes text: one without a KV cache reads a text as a whole, and with more of it than a
        batch holds llama_decode would end the process."""
        return bool(self.memory) and not llama_cpp.llama_model_has_encoder(self._model)

    @property
    def native_model(self) -> "llama_cpp.llama_model_p | None":
        """For contexts beside the chat's. Whoever makes one frees it before `close`."""
        return self._model

    def is_end(self, token: int) -> bool:
        """Whether the model ends its turn with this token."""
        if self.piece(token) and token not in self._named_ends:
            return False  # nearly always, without a call into C
        return bool(llama_cpp.llama_vocab_is_eog(self.vocab, token))

    @cached_property
    def _named_ends(self) -> frozenset[int]:
        """The ends that the file names by their number. All others are control tokens (llama-vocab.cpp)."""
        vocab = self.vocab
        named = (llama_cpp.llama_vocab_eos(vocab), llama_cpp.llama_vocab_eot(vocab))
        fill = (llama_cpp.llama_vocab_fim_pad(vocab), llama_cpp.llama_vocab_fim_rep(vocab))
        eom = self.metadata("tokenizer.ggml.eom_token_id")
        return frozenset((*named, *fill, llama_cpp.llama_vocab_fim_sep(vocab), *([int(eom)] if eom else [])))

    def is_control(self, token: int) -> bool:
        """Whether the token can only be written by a program, never spelled by a person."""
        return bool(llama_cpp.llama_vocab_get_attr(self.vocab, token) & _CONTROL)

    @property
    def adds_bos(self) -> bool:
        """Whether the model wants BOS before every text."""
        return self.vocabulary.add_bos

    def _text_of(self, token: int) -> str:
        text = llama_cpp.llama_vocab_get_text(self.vocab, token) if token >= 0 else None
        return text.decode("utf-8", "replace") if text else ""

    # Text and tokens

    def _plain_piece(self, token: int) -> bytes:
        """Return the bytes a token stands for; control tokens stand for none."""
        return self._piece(token, is_spelled=False)

    def spelled_piece(self, token: int) -> bytes:
        """Return the bytes a token stands for, control tokens as they are spelled."""
        return self._piece(token, is_spelled=True)

    def _piece(self, token: int, *, is_spelled: bool) -> bytes:
        buffer = self._piece_buffer
        n = llama_cpp.llama_token_to_piece(self.vocab, token, buffer, len(buffer), 0, is_spelled)
        if n < 0:
            self._piece_buffer = buffer = ctypes.create_string_buffer(-n)
            n = llama_cpp.llama_token_to_piece(self.vocab, token, buffer, len(buffer), 0, is_spelled)
        return buffer.raw[:n]

    def token_text(self, token: int) -> str:
        """Return what a token stands for, for people; a control token is spelled, half a character is U+FFFD."""
        piece = self.piece(token)
        return piece.decode("utf-8", "replace") if piece else self._text_of(token)

    # Computing

    def set_threads(self, n_threads: int) -> None:
        llama_cpp.llama_set_n_threads(self._context, n_threads, n_threads)

    def decode(self, tokens: Sequence[int], *, has_logits: bool = True) -> None:
        """Read tokens (at most `n_batch`) behind what the cache holds; the logits of the last one are ready afterwards.

        `has_logits`: False spares their computing, where more is read behind.

        Raises:
            DecodeAborted: Nothing of the batch is in the cache.
            DecodeFailed: Of no use for the caller but to end the answer.
        """
        array = (llama_cpp.llama_token * len(tokens))(*tokens)
        batch = llama_cpp.llama_batch_get_one(array, len(tokens))
        if not has_logits:
            batch.logits = (ctypes.c_int8 * len(tokens))()
        self.check(llama_cpp.llama_decode(self._context, batch))

    def decode_one(self, token: int) -> None:
        """`decode` for a single token, without making a batch anew."""
        self._one_token[0] = token
        code = llama_cpp.llama_decode(self._context, self._one_batch)
        if code:
            self.check(code)

    def logits(self) -> Logits:
        """Return the logits of the last decode, (n_vocab,): a view that the next decode overwrites."""
        address = _logits_address(self._context, -1)
        if address != self._logits_address:
            self._logits_address = address
            values = (ctypes.c_float * self.n_vocab).from_address(address)
            self._logits = np.frombuffer(values, np.float32)
        return self._logits

    def sample(self, chain: "llama_cpp.llama_sampler_p") -> int:
        """Draw a token from the last decode's logits with a sampler chain, which accepts it."""
        token: int = llama_cpp.llama_sampler_sample(chain, self._context, -1)
        return token

    @property
    def n_cached(self) -> int:
        """Tokens in the KV cache."""
        return int(llama_cpp.llama_memory_seq_pos_max(self.memory, 0)) + 1

    def roll_back(self, n_keep: int) -> bool:
        """Drop everything behind the first `n_keep` tokens. False: not possible, and the cache is empty now."""
        if n_keep == self.n_cached:
            return True
        # A window that was pruned answers True to seq_rm and continues with unrelated text: ask how far back it goes.
        reaches_back = llama_cpp.llama_memory_seq_pos_min(self.memory, 0) <= max(0, n_keep - self.n_swa)
        is_cut = n_keep > 0 and reaches_back and llama_cpp.llama_memory_seq_rm(self.memory, 0, n_keep, -1)
        if is_cut and self.n_cached == n_keep:  # seq_rm answers True on an empty cache as well
            return True
        llama_cpp.llama_memory_clear(self.memory, False)
        return False

    @staticmethod
    def check(code: int) -> None:
        """Raise what a return value of llama_decode or llama_encode means: DecodeAborted, DecodeFailed, MemoryError."""
        aborted, not_allocated = 2, -2  # the second from llama-context.cpp
        if code == aborted:
            raise DecodeAborted
        if code == not_allocated:
            raise MemoryError
        if code != 0:
            raise DecodeFailed(code)

    def close(self) -> None:
        """Free adapters, context and model. May be called twice."""
        if self._context:
            self.adapters.close()
            llama_cpp.llama_free(self._context)
            self._context = None
        if self._model:
            llama_cpp.llama_model_free(self._model)
            self._model = None


def _load_model(plan: LoadPlan, log: NativeLog, on_progress: OnProgress) -> "llama_cpp.llama_model_p":
    was_cancelled = False

    def on_native_progress(fraction: float, _user_data: object) -> bool:
        nonlocal was_cancelled
        was_cancelled = was_cancelled or not on_progress(fraction)
        return not was_cancelled

    params = llama_cpp.llama_model_default_params()
    params.n_gpu_layers = ALL_LAYERS if plan.n_gpu_layers is None else plan.n_gpu_layers
    params.load_mode = _load_mode(plan)
    chosen = devices.backends().chosen(plan)
    if chosen is not None:
        handles = (ctypes.c_void_p * (len(chosen) + 1))(*chosen)  # ends with NULL; must outlive the call
        params.devices = ctypes.cast(handles, ctypes.c_void_p)
    if plan.moe_on_cpu:
        overrides = devices.backends().experts_on_cpu()  # must outlive the call
        params.tensor_buft_overrides = ctypes.cast(overrides, ctypes.c_void_p)
    callback = llama_cpp.llama_progress_callback(on_native_progress)  # must outlive the call
    params.progress_callback = callback
    log.clear()
    model: llama_cpp.llama_model_p = llama_cpp.llama_model_load_from_file(os.fsencode(plan.path), params)
    if was_cancelled:
        if model:
            llama_cpp.llama_model_free(model)
        raise LoadCancelled
    if not model:
        reason = log.last_errors
        if is_want_of_memory(reason):
            raise ModelTooLarge(plan.path)
        raise ModelUnreadable(plan.path, reason)
    return model


def _load_mode(plan: LoadPlan) -> int:
    if plan.use_mmap:
        mode = llama_cpp.LLAMA_LOAD_MODE_MMAP_MLOCK if plan.use_mlock else llama_cpp.LLAMA_LOAD_MODE_MMAP
    else:
        mode = llama_cpp.LLAMA_LOAD_MODE_MLOCK if plan.use_mlock else llama_cpp.LLAMA_LOAD_MODE_NONE
    return int(mode)


def _check_file(path: Path) -> int:
    """Return the size of the file in bytes."""
    try:
        with path.open("rb") as file:
            magic = file.read(4)
            size_bytes = file.seek(0, os.SEEK_END)
    except FileNotFoundError as error:
        raise ModelNotFound(path) from error
    except OSError as error:
        raise ModelUnreadable(path, str(error)) from error
    if magic != b"GGUF":
        raise ModelUnreadable(path, "the file does not begin with the letters GGUF")
    return size_bytes
