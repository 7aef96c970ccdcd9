# SPDX-License-Identifier: Apache-2.0
"""What the memory of a model holds: the texts it has read, and those of them that are kept on disk (`kv_files`).

How many texts that can be is a matter of the model: `sharing_cache` where they share cells, `single_cache` where its memory
cannot be cut. See docs/decisions/0027 and 0031.
"""

import time
from abc import ABC, abstractmethod
from collections.abc import Sequence

from leeward.engine.child.held_text import HeldText
from leeward.engine.child.kv_files import KeptText, Mark, Shelf, Span
from leeward.engine.child.llama import Llama

MAX_ASIDE_TOKENS = 512
"""So many tokens may be read for what is asked beside: one piece. Above that (a model's long answer that its template shows
without the reasoning) a machine without a graphics card would compute for half a minute. Not measured."""

_DISK_BYTES_PER_S = 200e6  # a slow one: a memory card reads 20 to 90 MB/s, an SSD 500 and more
_MIN_GAIN_S = 0.25
_MAX_OF_A_NAME = 3  # branches of one conversation


class Cache(ABC):
    """All texts in the memory of one model. Not thread-safe."""

    def __init__(self, llama: Llama, shelf: Shelf | None = None) -> None:
        self._llama = llama
        self._shelf = shelf
        self._held: list[HeldText] = []
        self._n_used = 0
        self._read_tokens_per_s = 0.0  # 0: not known yet

    @property
    def held(self) -> tuple[HeldText, ...]:
        """The texts, the least recently used first."""
        return tuple(self._held)

    @property
    def _idle(self) -> HeldText | None:
        """The least recently used one that no answer has."""
        return next((held for held in self._held if not held.is_busy), None)

    @property
    @abstractmethod
    def _copied(self) -> list[HeldText]:
        """Texts of which there is a copy in memory."""

    def best_mark(self, text: str, literals: tuple[Span, ...]) -> tuple[Mark, list[int]]:
        """Return how far a prompt's text is that of a text in the cache, and the tokens up to there.

        The tokens a model produced need not be those its text would be cut into: comparing texts keeps them.
        """
        best, tokens = (0, 0), []
        for held in (*self._held, *self._copied):
            mark = held.mark_within(text, literals)
            if mark > best:
                best, tokens = mark, held.tokens[: mark[1]]
        return best, tokens

    # The beginning and the end of an answer

    @abstractmethod
    def begin(self, tokens: Sequence[int], adapters: str, name: str, *, is_exact: bool) -> HeldText:
        """Return a text that holds what a prompt begins with, as far as the cache knows it; it is busy until `end`.

        At least the last token is left to read: its logits are needed. `is_exact`: the same numbers are to come out as for
        the same prompt alone.
        """

    @abstractmethod
    def begin_aside(self, tokens: Sequence[int], adapters: str, n_answer: int) -> HeldText:
        """The same for something asked beside a conversation, of which nothing stays. Raises AsideRefused."""

    @abstractmethod
    def reads_to(self, n_total: int) -> int:
        """Return where to pause in a prompt of so many tokens, to be able to come back there."""

    @abstractmethod
    def mark(self, held: HeldText, *, is_passing: bool) -> None:
        """Be able to come back to where a text is now; `is_passing`: until the next such place."""

    def end(self, held: HeldText, *, is_kept: bool = True) -> None:
        """Give a text back."""
        held.is_busy = False
        if not is_kept or not held.tokens:
            self._let_go(held)

    def repair(self, held: HeldText) -> None:
        """After an abort or a failure inside llama_decode: hold what the cache really holds."""
        n_cached = self._llama.n_cached(held.number)
        if n_cached > len(held.tokens):
            n_cached = self._without_rest(held)
        if n_cached < len(held.tokens):
            held.cut(n_cached)

    @abstractmethod
    def _without_rest(self, held: HeldText) -> int:
        """Take out of the memory what is not in a text; return how many of its tokens are there then."""

    # Room

    def make_room(self) -> bool:
        """Let go of the text that was used least recently, with a copy of it where that is worth it. False: all are busy."""
        idle = self._idle
        if idle is None:
            return False
        self._stow(idle)
        self._let_go(idle)
        return True

    @abstractmethod
    def _stow(self, held: HeldText) -> bool:
        """Have a copy of a text, on disk or in memory. False: there is no room for one."""

    def _let_go(self, held: HeldText) -> None:
        self._llama.roll_back(held.number, 0)
        self._held.remove(held)

    def _fresh(self, adapters: str) -> HeldText:
        while len(self._held) >= self._llama.n_sequences:
            if not self.make_room():
                raise RuntimeError("more answers at once than the cache has sequences")
        taken = {held.number for held in self._held}
        number = next(each for each in range(self._llama.n_sequences) if each not in taken)
        return HeldText(number, adapters, is_first=True)

    def _take(self, held: HeldText, name: str) -> HeldText:
        self._n_used += 1
        if held in self._held:
            self._held.remove(held)
        if name != held.name:
            held.name, held.n_kept = name, -1
        held.used, held.is_busy = self._n_used, True
        held.is_first = held.is_first and not self._held
        self._held.append(held)
        branches = [each for each in self._held if name and each.name == name and not each.is_busy]
        for each in branches[: max(0, len(branches) + 1 - _MAX_OF_A_NAME)]:
            self._let_go(each)
        return held

    def _bring_back(self, text: HeldText, state: bytearray | memoryview) -> None:
        """Hold a text again of which this is a copy, where there is room for it."""
        fresh = self._fresh(text.adapters)
        text.number, text.is_first = fresh.number, fresh.is_first
        while not self._llama.restore(text.number, state):
            if not self.make_room():
                return
        if self._llama.n_cached(text.number) == len(text.tokens):
            self._take(text, text.name).is_busy = False
        else:
            self._llama.roll_back(text.number, 0)

    # On disk

    def measure(self, n_tokens: int, seconds: float) -> None:
        """Say how long it took to read so many tokens of a prompt."""
        n_needed = 64 if self._read_tokens_per_s else 16  # a few tokens take longer each
        if n_tokens >= n_needed and seconds > 0:
            self._read_tokens_per_s = n_tokens / seconds

    def keep(self, held: HeldText) -> bool:
        """Have a text written to disk, unless it is there, has no name, or is read again sooner than it is brought back."""
        if self._shelf is None or not held.name or held.n_kept == len(held.tokens) or not self._is_worth_it(held):
            return False
        state = self._llama.state(held.number)
        pieces = tuple(held.pieces) if held.is_exact else ()
        earlier = self._earlier(held)
        kept = KeptText(list(held.tokens), held.text, held.literals, held.marks, state, earlier, pieces)
        self._shelf.write(held.name, held.adapters, kept)
        held.n_kept = len(held.tokens)
        return True

    @abstractmethod
    def _earlier(self, held: HeldText) -> tuple[int, bytes | bytearray]:
        """Return a place before the end of a text, and what it takes to go back there; (0, b"") where nothing has to be kept."""

    def keep_one(self) -> bool:
        """Keep one text that is not on disk yet, the most recently used first. False: there is none."""
        return any(self.keep(held) for held in reversed(self._held) if not held.is_busy and self._is_newest(held))

    def recall(self, name: str, adapters: str) -> None:
        """Bring a text back from disk, unless the cache holds it."""
        if self._shelf is None or not name or self._has(name):
            return
        kept = self._shelf.read(name, adapters)
        if kept is not None and kept.tokens and len(kept.tokens) <= self._llama.n_ctx:
            self._put_back(name, adapters, kept)

    def _has(self, name: str) -> bool:
        return any(held.name == name for held in self._held)

    @abstractmethod
    def _put_back(self, name: str, adapters: str, kept: KeptText) -> None:
        """Hold what was on disk."""

    def forget(self, name: str) -> None:
        """Keep nothing under a name any more."""
        for held in self.held:
            if held.name == name:
                held.name = ""
        if self._shelf is not None:
            self._shelf.forget(name)

    def close(self, timeout_s: float) -> None:
        """Keep all that is worth it; what is not written in time is not kept."""
        end_s = time.monotonic() + timeout_s
        while time.monotonic() < end_s and self.keep_one():
            pass
        if self._shelf is not None:
            self._shelf.close(max(0.0, end_s - time.monotonic()))

    def _is_newest(self, held: HeldText) -> bool:
        """Whether no other branch of the same conversation was used later: one of them is kept."""
        return not any(each.name == held.name and each.used > held.used for each in self._held)

    def _is_worth_it(self, held: HeldText) -> bool:
        if not self._read_tokens_per_s:
            return False
        read_s = len(held.tokens) / self._read_tokens_per_s
        return read_s > _MIN_GAIN_S + self._llama.state_bytes(held.number) / _DISK_BYTES_PER_S
