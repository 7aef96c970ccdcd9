# SPDX-License-Identifier: Apache-2.0
"""The tokens a sampler chain chooses from, in the memory layout of llama.cpp."""

import ctypes
from typing import Any

import llama_cpp
import numpy as np
import numpy.typing as npt

Logits = npt.NDArray[np.float32]

_FIRST_MARGIN = 8.0
_TOKEN_DATA = np.dtype([("id", np.int32), ("logit", np.float32), ("p", np.float32)])  # llama_token_data, llama.h


class Candidates:
    """A llama_token_data_array that is filled anew for every token.

    llama_sampler_sample writes the whole vocabulary into such an array and then looks for the best of it: 0.8 ms a token
    at 262,144 tokens. Where only the best few can be drawn, they are picked here by comparing logits with a bound,
    which the processor does eight or more at a time: 0.3 ms. The bound is a guess; what is chosen does not depend on
    it. Few and plain numpy calls: after llama_decode nothing of them is in the processor's caches.

    Attributes:
        array: For llama_sampler_apply, as `pointer`.
    """

    def __init__(self, n_vocab: int) -> None:
        self._data = np.zeros(n_vocab, _TOKEN_DATA)
        self._ids = self._data["id"]
        self._logits = self._data["logit"]
        self._is_above = np.zeros(n_vocab, np.bool_)
        self._margin = _FIRST_MARGIN
        self._first: Any = self._data.ctypes.data_as(llama_cpp.llama_token_data_p)
        self._first_address: int = self._data.ctypes.data
        self.array = llama_cpp.llama_token_data_array(self._first, 0, -1, False)
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
        # XTC drops the best by moving the array's beginning.
        start = (ctypes.addressof(self.array.data[0]) - self._first_address) // _TOKEN_DATA.itemsize
        part = self._data[start : start + self.array.size]
        left = part[part["logit"] > -np.inf]
        self._data[: len(left)] = left
        self._set_size(len(left))
        return len(left)

    @property
    def selected(self) -> int:
        """The token that was drawn."""
        return int(self.array.data[self.array.selected].id)

    def _set_size(self, size: int) -> None:
        self.array.data = self._first
        self.array.size = size
        self.array.selected = -1
        self.array.sorted = False

    def _above_bound(self, logits: Logits, n_best: int) -> npt.NDArray[np.intp] | None:
        best = logits.max()
        for _ in range(4):
            np.greater(logits, best - self._margin, out=self._is_above)
            found = self._is_above.nonzero()[0]
            if len(found) >= n_best:
                if len(found) > 4 * n_best:
                    self._margin *= 0.8
                return found
            self._margin *= 1.5
        return None
