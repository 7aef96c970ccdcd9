# SPDX-License-Identifier: Apache-2.0
"""The tokens a sampler chain chooses from, in the memory layout of llama.cpp."""

import ctypes
import math
import struct

import llama_cpp
import numpy as np
import numpy.typing as npt

Logits = npt.NDArray[np.float32]

_TOKEN_DATA = np.dtype([("id", np.int32), ("logit", np.float32), ("p", np.float32)])  # llama_token_data, llama.h
_TOKEN_DATA_ARRAY = struct.Struct("@PNq?")  # llama_token_data_array: data, size, selected, sorted

_WORD = 8  # places of the mask that are looked at at once

_FIRST_MARGIN = 10.0
_SPARE = 6
"""How many times as many as needed are aimed at: too few cost another look at all logits, too many hardly anything."""


class Candidates:
    """A llama_token_data_array that is filled anew for every token.

    llama_sampler_sample writes the whole vocabulary into such an array and then looks for the best of it: 0.8 ms a token
    at 262,144 tokens. Where only the best few can be drawn, they are picked here by comparing logits with a bound,
    which the processor does eight or more at a time: 0.2 ms. The bound is a guess from the token before; what is chosen
    does not depend on it. Few and plain calls: after llama_decode nothing of them is in the processor's caches.

    Attributes:
        pointer: The array, for llama_sampler_apply.
    """

    def __init__(self, n_vocab: int) -> None:
        self._data = np.zeros(n_vocab, _TOKEN_DATA)
        self._ids = self._data["id"]
        self._logits = self._data["logit"]
        self._n_vocab = n_vocab
        self._is_above = np.zeros(-(-n_vocab // _WORD) * _WORD, np.bool_)
        self._bound = np.inf
        self._first_address: int = self._data.ctypes.data
        self.array = llama_cpp.llama_token_data_array()
        self.pointer = ctypes.byref(self.array)

    def fill(self, logits: Logits, n_best: int) -> None:
        """Take at least the `n_best` most probable tokens, or all when that is 0."""
        found = self._above_bound(logits, n_best) if n_best else None
        if found is None:
            found = np.arange(len(logits))
        n_found = len(found)
        self._ids[:n_found] = found
        self._logits[:n_found] = logits.take(found)
        self._set_size(n_found)

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

    def _above_bound(self, logits: Logits, n_best: int) -> npt.NDArray[np.intp] | None:
        bound = self._bound if self._bound < np.inf else float(np.maximum.reduce(logits)) - _FIRST_MARGIN
        for _ in range(6):
            np.greater(logits, bound, out=self._is_above[: self._n_vocab])
            found = _where(self._is_above)
            n_found = len(found)
            # Seen from the best, logits become e times as many with about every unit.
            step = math.log(max(n_found, 1) / (_SPARE * n_best))
            if n_found >= n_best:
                self._bound = bound + step  # the next token's level is another, but not by much
                return found
            bound += 2 * step
        return None


def _where(mask: npt.NDArray[np.bool_]) -> npt.NDArray[np.intp]:
    """Return where the mask is true: few places among many, which looking at eight at once finds the quicker."""
    words = mask.view(np.uint64)
    near = (words != 0).nonzero()[0]
    places = words[near].view(np.bool_).nonzero()[0]
    found: npt.NDArray[np.intp] = near[places // _WORD] * _WORD + places % _WORD
    return found
