# SPDX-License-Identifier: Apache-2.0
"""Ownership of llama.cpp's objects: one model with one context, loaded, asked and freed here.

Everything goes through the low-level functions of llama-cpp-python: its `Llama` class detokenizes the whole answer again
for every token (docs/decisions/0002).
"""

import ctypes
import logging
import os
import sys
import time
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

import llama_cpp
import numpy as np

from leeward.domain.errors import AdapterUnfit, ModelNotFound, ModelTooLarge, ModelUnreadable
from leeward.domain.model_info import KvType, LoadedModel, LoadPlan
from leeward.engine.child import devices, large_pages
from leeward.engine.child.adapters import Adapters
from leeward.engine.child.candidates import Logits
from leeward.engine.child.vocabulary import DecodeFailed, ModelVocabulary
from leeward.engine.out_of_memory import is_want_of_memory, resident_bytes

N_BATCH = 512
"""Tokens per piece of a prompt where the plan does not say: Stop and progress act between pieces. llama.cpp's own physical batch has this size."""

DEFAULT_N_CTX = 4096
ALL_LAYERS = 999

FLASH_ATTENTION_OFF, FLASH_ATTENTION_ON = 0, 1  # LLAMA_FLASH_ATTN_TYPE_*, llama.h
N_SEQUENCES = 8
"""How many texts the KV cache holds at most. In one pool of cells they take no memory but what they hold; the logits of so
many answers at once have room (8 MB at 262,144 tokens of vocabulary)."""

_NO_PARTIAL_COPIES = frozenset({"deepseek4", "dflash"})
"""Architectures whose memory ends the process when a part of a sequence is copied (llama-kv-cache-dsv4.cpp)."""

KV_TYPES = {
    KvType.F16: llama_cpp.GGML_TYPE_F16,
    KvType.Q8_0: llama_cpp.GGML_TYPE_Q8_0,
    KvType.Q4_0: llama_cpp.GGML_TYPE_Q4_0,
}
_ROPE_SCALINGS = {
    "none": llama_cpp.LLAMA_ROPE_SCALING_TYPE_NONE,
    "linear": llama_cpp.LLAMA_ROPE_SCALING_TYPE_LINEAR,
    "yarn": llama_cpp.LLAMA_ROPE_SCALING_TYPE_YARN,
}
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


class NoRoom(Exception):
    """The KV cache has no cells left for what was to be read. Nothing of it was."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Tokens to be read behind what a sequence holds.

    Attributes:
        n_logits: Of how many of them, the last ones, the logits are wanted.
    """

    sequence: int
    tokens: Sequence[int]
    n_logits: int = 1


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


class Llama(ModelVocabulary):
    """One model in memory with its context. Not thread-safe, except `abort`.

    Raises (constructor): ModelNotFound, ModelUnreadable, ModelTooLarge, AdapterUnfit, MemoryError, LoadCancelled.

    Attributes:
        bytes_before: Physical memory of the process before the model came.
        n_batch: How many tokens one decode takes at most.
        can_share: Whether the cache holds several texts, which share what they have in common: not where a sequence has a
            state of its own size (recurrent and hybrid models), which would be kept as often.
        n_sequences: How many texts it holds.
        n_threads: With how many it computes.
    """

    def __init__(self, plan: LoadPlan, log: NativeLog, on_progress: OnProgress) -> None:
        started = time.monotonic()
        self.bytes_before = resident_bytes()
        self.log = log
        self._model: llama_cpp.llama_model_p | None = None
        self._context: llama_cpp.llama_context_p | None = None
        self.abort, self._never = AbortFlag(), AbortFlag()
        size_bytes = _check_file(plan.path)
        self._model = _load_model(plan, log, on_progress)
        super().__init__(self._model)
        self.n_ctx_train = llama_cpp.llama_model_n_ctx_train(self._model)
        self.can_share = not (
            llama_cpp.llama_model_is_recurrent(self._model)
            or llama_cpp.llama_model_is_hybrid(self._model)
            or self.metadata("general.architecture") in _NO_PARTIAL_COPIES
        )
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
            adapters=tuple(adapter.use for adapter in plan.adapters),
            goes_back=self.can_share,
        )
        self.n_threads = plan.n_threads or 1
        self._batch = _Batch(self.n_batch)
        self._row = -1
        self._logits: dict[int, Logits] = {}  # by address

    def _new_context(self, plan: LoadPlan, log: NativeLog) -> "llama_cpp.llama_context_p":
        wanted = plan.n_ctx or min(DEFAULT_N_CTX, self.n_ctx_train)
        params = llama_cpp.llama_context_default_params()
        params.n_ctx = wanted
        params.n_batch = plan.n_batch or N_BATCH
        params.n_ubatch = min(plan.n_ubatch or N_BATCH, params.n_batch)
        params.type_k = params.type_v = KV_TYPES[plan.kv_type or KvType.F16]
        params.n_seq_max = self.n_sequences = N_SEQUENCES if self.can_share else 1
        params.kv_unified = self.can_share
        if plan.rope_scaling is not None:
            params.rope_scaling_type = _ROPE_SCALINGS[plan.rope_scaling]
        params.rope_freq_scale = plan.rope_freq_scale or 0.0  # 0 takes the file's
        params.n_threads = params.n_threads_batch = plan.n_threads or 1
        params.flash_attn_type = FLASH_ATTENTION_ON if plan.uses_flash_attention else FLASH_ATTENTION_OFF
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

    @property
    def can_generate(self) -> bool:
        """Whether the model writes text: one without a KV cache reads a text as a whole, and with more of it than a
        batch holds llama_decode would end the process."""
        return bool(self.memory) and not llama_cpp.llama_model_has_encoder(self._model)

    @property
    def native_model(self) -> "llama_cpp.llama_model_p | None":
        """For contexts beside the chat's. Whoever makes one frees it before `close`."""
        return self._model

    # Computing

    def set_threads(self, n_threads: int) -> None:
        self.n_threads = n_threads
        llama_cpp.llama_set_n_threads(self._context, n_threads, n_threads)

    def decode(self, pieces: Sequence[Piece]) -> list[int]:
        """Read pieces (at most `n_batch` tokens in all), each behind what its sequence holds; return the row of each one's
        last token, for `select`. The last row is selected.

        Raises:
            DecodeAborted: Whole micro batches before the one that was aborted are in the cache.
            NoRoom: Nothing of the batch is in the cache.
            DecodeFailed: Of no use for the caller but to end the answer.
        """
        rows = self._batch.fill(pieces)
        self.check(llama_cpp.llama_decode(self._context, self._batch.native))
        self._row = rows[-1]
        return rows

    def decode_one(self, sequence: int, token: int) -> None:
        """`decode` for a single token, at less cost."""
        batch = self._batch.with_one(sequence, token)
        if self.can_share:
            code = llama_cpp.llama_decode(self._context, batch)
        else:  # a state that is half computed cannot be cut off: the text would be lost for a token's time
            self._use_abort(self._never)
            code = llama_cpp.llama_decode(self._context, batch)
            self._use_abort(self.abort)
        self._row = 0
        if code:
            self.check(code)

    def _use_abort(self, flag: AbortFlag) -> None:
        llama_cpp.llama_set_abort_callback(self._context, flag.callback, flag.data)

    def select(self, row: int) -> None:
        """Let `logits` and `sample` look at the logits of this token of the last decode."""
        self._row = row

    def logits(self) -> Logits:
        """Return the selected logits, (n_vocab,): a view that the next decode overwrites."""
        address = _logits_address(self._context, self._row)
        found = self._logits.get(address)
        if found is None:
            values = (ctypes.c_float * self.n_vocab).from_address(address)
            self._logits = {address: np.frombuffer(values, np.float32)} | dict(list(self._logits.items())[:N_SEQUENCES])
            found = self._logits[address]
        return found

    def sample(self, chain: "llama_cpp.llama_sampler_p") -> int:
        """Draw a token from the selected logits with a sampler chain, which accepts it."""
        token: int = llama_cpp.llama_sampler_sample(chain, self._context, self._row)
        return token

    # What the cache holds

    def n_cached(self, sequence: int = 0) -> int:
        """Return how many tokens a sequence has in the KV cache."""
        return int(llama_cpp.llama_memory_seq_pos_max(self.memory, sequence)) + 1

    def roll_back(self, sequence: int, n_keep: int) -> bool:
        """Drop everything of a sequence behind its first `n_keep` tokens. False: not possible, and all of it is dropped."""
        if n_keep == self.n_cached(sequence):
            return True
        is_cut = self.reaches_back(sequence, n_keep) and llama_cpp.llama_memory_seq_rm(
            self.memory, sequence, n_keep, -1
        )
        if is_cut and self.n_cached(sequence) == n_keep:  # seq_rm answers True on an empty cache as well
            return True
        llama_cpp.llama_memory_seq_rm(self.memory, sequence, -1, -1)
        return False

    def reaches_back(self, sequence: int, n_keep: int) -> bool:
        """Whether what is read behind `n_keep` tokens would see all it has to: a window that was pruned would answer that it
        can be cut, and continue with unrelated text."""
        pos_min = llama_cpp.llama_memory_seq_pos_min(self.memory, sequence)
        return n_keep > 0 and bool(pos_min <= max(0, n_keep - self.n_swa))

    def share(self, source: int, target: int, n_tokens: int) -> None:
        """Let `target` hold the first tokens of `source`, in the same cells. Only where `can_share`."""
        llama_cpp.llama_memory_seq_rm(self.memory, target, -1, -1)
        if n_tokens:
            llama_cpp.llama_memory_seq_cp(self.memory, source, target, 0, n_tokens)

    @property
    def can_shift(self) -> bool:
        """Whether tokens can be moved to other positions."""
        return self.can_share and not self.n_swa and bool(llama_cpp.llama_memory_can_shift(self.memory))

    def cut_out(self, sequence: int, start: int, end: int) -> None:
        """Drop tokens from the middle of a sequence; those behind move up. Only where `can_shift`."""
        llama_cpp.llama_memory_seq_rm(self.memory, sequence, start, end)
        llama_cpp.llama_memory_seq_add(self.memory, sequence, end, -1, start - end)

    @property
    def has_partial_states(self) -> bool:
        """Whether what cannot be cut of a sequence is only a part of its state (of hybrid models, or a sliding window): the rest
        are cells."""
        return bool(llama_cpp.llama_model_is_hybrid(self._model)) or (self.can_share and self.n_swa > 0)

    def state_bytes(self, sequence: int, *, is_partial: bool = False) -> int:
        """Return how large `state` would be."""
        return int(llama_cpp.llama_state_seq_get_size_ext(self._context, sequence, _state_flags(is_partial=is_partial)))

    def state(self, sequence: int, *, is_partial: bool = False) -> bytearray:
        """Return what the cache holds of a sequence, to be brought back with `restore`; `is_partial`: only what cannot be cut,
        for `go_back`."""
        state = bytearray(self.state_bytes(sequence, is_partial=is_partial))
        target = (ctypes.c_uint8 * len(state)).from_buffer(state)
        flags = _state_flags(is_partial=is_partial)
        n_written = llama_cpp.llama_state_seq_get_data_ext(self._context, target, len(state), sequence, flags)
        del target
        del state[n_written:]
        return state

    def restore(self, sequence: int, state: bytearray | memoryview) -> bool:
        """Put a `state` in place of what a sequence holds. False: there is no room for it, or it is of another context; the
        sequence is empty then."""
        llama_cpp.llama_memory_seq_rm(self.memory, sequence, -1, -1)
        if self._set_state(sequence, state, is_partial=False):
            return True
        llama_cpp.llama_memory_seq_rm(self.memory, sequence, -1, -1)
        return False

    def go_back(self, sequence: int, state: bytearray | memoryview, n_keep: int) -> bool:
        """Be where a sequence was when it held its first `n_keep` tokens, with the partial `state` of then. False: not possible,
        and all of it is dropped."""
        is_back = self._set_state(sequence, state, is_partial=True) and llama_cpp.llama_memory_seq_rm(
            self.memory, sequence, n_keep, -1
        )
        if is_back and self.n_cached(sequence) == n_keep:
            return True
        llama_cpp.llama_memory_seq_rm(self.memory, sequence, -1, -1)
        return False

    def _set_state(self, sequence: int, state: bytearray | memoryview, *, is_partial: bool) -> bool:
        address = np.frombuffer(state, np.uint8).ctypes.data
        source = ctypes.cast(address, ctypes.POINTER(ctypes.c_uint8))
        flags = _state_flags(is_partial=is_partial)
        return bool(llama_cpp.llama_state_seq_set_data_ext(self._context, source, len(state), sequence, flags))

    @staticmethod
    def check(code: int) -> None:
        """Raise what a return value of llama_decode or llama_encode means: DecodeAborted, NoRoom, DecodeFailed, MemoryError."""
        no_room, aborted, not_allocated = 1, 2, -2  # the last from llama-context.cpp
        if code == aborted:
            raise DecodeAborted
        if code == no_room:
            raise NoRoom
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


def _state_flags(*, is_partial: bool) -> int:
    return int(llama_cpp.LLAMA_STATE_SEQ_FLAGS_PARTIAL_ONLY if is_partial else llama_cpp.LLAMA_STATE_SEQ_FLAGS_NONE)


class _Batch:
    """What llama_decode reads, filled anew each time. Positions are left to llama.cpp: each token comes behind the last one of
    its sequence."""

    def __init__(self, n_tokens: int) -> None:
        self._tokens = (llama_cpp.llama_token * n_tokens)()
        self._sequences = (llama_cpp.llama_seq_id * n_tokens)()
        self._n_sequences = (ctypes.c_int32 * n_tokens)(*[1] * n_tokens)
        self._logits = (ctypes.c_int8 * n_tokens)()
        size, first = ctypes.sizeof(llama_cpp.llama_seq_id), ctypes.addressof(self._sequences)
        pointer = ctypes.POINTER(llama_cpp.llama_seq_id)
        self._pointers = (pointer * n_tokens)()
        addresses = np.frombuffer(memoryview(self._pointers), np.uintp)
        addresses[:] = first + size * np.arange(n_tokens)
        self._views = (
            np.frombuffer(memoryview(self._tokens), np.int32),
            np.frombuffer(memoryview(self._sequences), np.int32),
            np.frombuffer(memoryview(self._logits), np.int8),
        )
        self.native = llama_cpp.llama_batch(
            n_tokens=0,
            token=self._tokens,
            embd=None,
            pos=None,
            n_seq_id=self._n_sequences,
            seq_id=self._pointers,
            logits=self._logits,
        )

    def fill(self, pieces: Sequence[Piece]) -> list[int]:
        """Return the index of each piece's last token."""
        tokens, sequences, logits = self._views
        rows, start = [], 0
        for piece in pieces:
            end = start + len(piece.tokens)
            tokens[start:end] = piece.tokens
            sequences[start:end] = piece.sequence
            logits[start:end] = 0
            logits[end - piece.n_logits : end] = 1
            rows.append(end - 1)
            start = end
        self.native.n_tokens = start
        return rows

    def with_one(self, sequence: int, token: int) -> "llama_cpp.llama_batch":
        self._tokens[0] = token
        self._sequences[0] = sequence
        self._logits[0] = 1
        self.native.n_tokens = 1
        return self.native


def _load_model(plan: LoadPlan, log: NativeLog, on_progress: OnProgress) -> "llama_cpp.llama_model_p":
    was_cancelled = False

    def on_native_progress(fraction: float, _user_data: object) -> bool:
        nonlocal was_cancelled
        if fraction == 0:  # memory for the weights is reserved, and none of them read
            large_pages.ask_for_them()
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
    if plan.use_mmap is not False:
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
