# SPDX-License-Identifier: Apache-2.0
"""Texts that had to leave the KV cache and are not on disk: copies of what it held of them."""

from collections.abc import Sequence

from leeward.engine import machine
from leeward.engine.child.held_text import HeldText
from leeward.engine.child.llama import Llama

MAX_BYTES = 256 * 1024 * 1024
"""Not measured: 10,000 tokens of SmolLM2, 2,300 of a model with seven billion parameters; one state of a recurrent model with three
billion takes 20 to 80 MB."""

_SHARE_OF_FREE = 1 / 8


def max_copy_bytes() -> int:
    """Return how much memory copies of what a model has read may take."""
    return min(MAX_BYTES, int(machine.memory().available * _SHARE_OF_FREE))


class Parking:
    """The texts of one model, the least recently used first. Not thread-safe."""

    def __init__(self, llama: Llama, max_bytes: int | None = None) -> None:
        self._llama = llama
        self._max_bytes = max_copy_bytes() if max_bytes is None else max_bytes
        self._all: list[tuple[HeldText, bytearray]] = []

    @property
    def texts(self) -> list[HeldText]:
        return [text for text, _ in self._all]

    @property
    def n_bytes(self) -> int:
        return sum(len(state) for _, state in self._all)

    def put(self, held: HeldText) -> bool:
        """Copy a text; those that are only its beginning go. False: it is too large."""
        if self._llama.state_bytes(held.number) > self._max_bytes:
            return False
        self._all = [each for each in self._all if held.n_common(each[0].tokens) < len(each[0].tokens)]
        self._all.append((held.copy(), self._llama.state(held.number)))
        while self.n_bytes > self._max_bytes:
            del self._all[0]
        return True

    def best(self, tokens: Sequence[int], adapters: str) -> HeldText | None:
        """Return the text that has most in common with a prompt."""
        texts = [text for text in self.texts if text.adapters == adapters]
        return max(texts, key=lambda text: text.n_common(tokens), default=None)

    def take_out(self, text: HeldText) -> bytearray:
        """Return the state of one of `texts`, which is not there any more."""
        index = next(number for number, (each, _) in enumerate(self._all) if each is text)
        return self._all.pop(index)[1]

    def forget(self, name: str) -> None:
        self._all = [each for each in self._all if each[0].name != name]
