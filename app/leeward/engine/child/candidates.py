# SPDX-License-Identifier: Apache-2.0
"""The tokens a sampler chain chooses from, in the memory layout of llama.cpp."""

import ctypes
import math
import struct
from functools import lru_cache

import llama_cpp
import numpy as np
import numpy.typing as npt

Logits = npt.NDArray[np.float32]

_TOKEN_DATA = np.dtype([("id", np.int32), ("logit", np.float32), ("p", np.float32)])  # llama_token_data, llama.h
_TOKEN_DATA_ARRAY = struct.Struct("@PNq?")  # llama_token_data_array: data, size, selected, sorted

_WORD = 8
"""Neighbours that are looked at and taken together: numpy then does with a few hundred what it would do with 262,144."""

_FIRST_MARGIN = 10.0
_SPARE = 2
"""How many times as many words as tokens are needed are aimed at: too few cost another look at all logits, too many hardly anything."""


class Candidates:
    """A llama_token_data_array that is filled anew for every token.

    llama_sampler_sample writes the whole vocabulary into such an array and then looks for the best of it: 0.8 ms a token
    at 262,144 tokens. Where only the best few can be drawn, words with one of them are picked here by comparing logits with a
    bound, which the processor does eight or more at a time: 0.15 ms. The bound is a guess from the token before; what is chosen
    does not depend on it. Few and plain calls: after llama_decode nothing of them is in the processor's caches.

    Attributes:
        pointer: The array, for llama_sampler_apply.
    """

    def __init__(self, n_vocab: int) -> None:
        self._data = np.zeros(n_vocab, _TOKEN_DATA)
        self._ids = self._data["id"]
        self._logits = self._data["logit"]
        self._n_even = n_even = n_vocab - n_vocab % _WORD  # what is behind is always taken
        self._ids_by_word = self._ids[:n_even].reshape(-1, _WORD)
        self._logits_by_word = self._logits[:n_even].reshape(-1, _WORD)
        self._is_above = np.zeros(n_even, np.bool_)
        self._words = self._is_above.view(np.uint64)
        self._is_near = np.zeros(len(self._words), np.bool_)
        self._table = _words(len(self._words))
        self._seen: Logits | None = None
        self._bound = np.inf
        self._first_address: int = self._data.ctypes.data
        self.array = llama_cpp.llama_token_data_array()
        self.pointer = ctypes.byref(self.array)

    def fill(self, logits: Logits, n_best: int) -> None:
        """Take at least the `n_best` most probable tokens, or all when that is 0."""
        if logits is not self._seen:  # nearly always the same array: views cost as much as looking through them
            self._seen, self._seen_even = logits, logits[: self._n_even]
            self._seen_by_word = self._seen_even.reshape(-1, _WORD)
        near = self._near(self._seen_even, n_best) if 0 < n_best < len(self._words) else None
        if near is None:
            near = np.arange(len(self._words))
        n_words, n_found = len(near), len(near) * _WORD
        self._ids_by_word[:n_words] = self._table.take(near, 0)
        self._logits_by_word[:n_words] = self._seen_by_word.take(near, 0)
        n_rest = len(logits) - self._n_even
        if n_rest:
            self._ids[n_found : n_found + n_rest] = range(self._n_even, len(logits))
            self._logits[n_found : n_found + n_rest] = logits[self._n_even :]
        self._set_size(n_found + n_rest)

    def drop_refused(self) -> int:
        """Take out what a grammar has set to minus infinity; return how many are left."""
        address, size, _, _ = _TOKEN_DATA_ARRAY.unpack_from(self.array)
        start = (address - self._first_address) // _TOKEN_DATA.itemsize  # XTC drops the best by moving the beginning
        part = self._data[start : start + size]
        left = part[part["logit"] > -np.inf]
        self._data[: len(left)] = left
        self._set_size(len(left))
        return len(left)

    @property
    def selected(self) -> int:
        """The token that was drawn."""
        address, _, selected, _ = _TOKEN_DATA_ARRAY.unpack_from(self.array)
        return int(self._ids[(address - self._first_address) // _TOKEN_DATA.itemsize + selected])

    def _set_size(self, size: int) -> None:
        _TOKEN_DATA_ARRAY.pack_into(self.array, 0, self._first_address, size, -1, False)

    def _near(self, logits: Logits, n_best: int) -> npt.NDArray[np.intp] | None:
        """Return the words with a token above a bound that at least `n_best` words reach; None when no such bound was found."""
        bound = self._bound if self._bound < np.inf else float(np.maximum.reduce(logits)) - _FIRST_MARGIN
        for _ in range(6):
            np.greater(logits, bound, out=self._is_above)
            np.not_equal(self._words, 0, out=self._is_near)
            near: npt.NDArray[np.intp] = self._is_near.nonzero()[0]
            n_near = len(near)
            # Seen from the best, logits become e times as many with about every unit.
            step = math.log(max(n_near, 1) / (_SPARE * n_best))
            if n_near >= n_best:
                self._bound = bound + step  # the next token's level is another, but not by much
                return near
            bound += 2 * step
        return None


@lru_cache(maxsize=1)
def _words(n_words: int) -> npt.NDArray[np.int32]:
    """Return the tokens of each word, (n_words, 8)."""
    return np.arange(n_words * _WORD, dtype=np.int32).reshape(-1, _WORD)
