# SPDX-License-Identifier: Apache-2.0
"""Places that a model can go back to whose memory cannot be cut: recurrent ones (Mamba, RWKV) and hybrids (LFM2, Jamba).

Such a memory is a state that every token changes for good. So copies of it are taken where a text may branch: before the last
token of a prompt (the same question again), where an answer ended (the next question), at times in a long prompt, and of the
whole text when another one takes its place. A hybrid has cells as well, which can be cut: of the same text it needs the small
part of the state only. See docs/decisions/0031.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from leeward.engine.child.held_text import HeldText
from leeward.engine.child.kv_files import KeptText
from leeward.engine.child.llama import Llama
from leeward.engine.child.parking import max_copy_bytes

_MAX_NUMBER = 64
_MIN_GAP_TOKENS = 64  # read again in a second or two on a slow machine
_MAX_GAP_TOKENS = 2048


@dataclass(frozen=True, slots=True, eq=False)
class Checkpoint:
    """What a model had read at a place. `is_whole`: it needs nothing else; else the cells of its text have to be there."""

    text: HeldText
    state: bytearray
    is_whole: bool

    @property
    def n_tokens(self) -> int:
        return len(self.text.tokens)

    def is_within(self, tokens: Sequence[int], adapters: str) -> bool:
        return self.text.adapters == adapters and self.text.n_common(tokens) == self.n_tokens

    def is_in(self, text: HeldText | None) -> bool:
        """Whether the cells of a text are those it needs."""
        return text is not None and self.is_within(text.tokens, text.adapters)

    def is_at_end_of(self, text: HeldText) -> bool:
        return self.n_tokens == len(text.tokens) and self.is_in(text)


class Checkpoints:
    """All of one model, those that were used least recently first. Not thread-safe."""

    def __init__(self, llama: Llama, max_bytes: int | None = None) -> None:
        self._llama = llama
        if max_bytes is None:
            max_bytes = max_copy_bytes()
        self._max_bytes = max_bytes
        self._all: list[Checkpoint] = []
        self._passing: Checkpoint | None = None  # the last one between two pieces of a prompt

    @property
    def texts(self) -> list[HeldText]:
        return [each.text for each in self._all]

    @property
    def n_bytes(self) -> int:
        return sum(len(each.state) for each in self._all)

    def has(self, name: str) -> bool:
        """Whether the text of a name can be brought back."""
        return any(each.is_whole and each.text.name == name for each in self._all)

    # Taking

    def add(self, live: HeldText, *, is_passing: bool = False) -> None:
        """Be able to go back to where a text is now. One in passing gives way to the next, unless that is far from the one before."""
        passing, self._passing = self._passing, None
        if passing in self._all and passing is not None and passing.is_in(live):
            n_before = self._n_below(passing.text, passing.n_tokens - 1)
            self._all = [
                each for each in self._all if each is not passing or each.n_tokens - n_before >= _MAX_GAP_TOKENS
            ]
        if self._take(live, is_whole=not self._llama.has_partial_states) and is_passing:
            self._passing = self._all[-1]

    def mark(self, live: HeldText) -> None:
        """`add`, unless there is one a little before."""
        kind = not self._llama.has_partial_states
        places = (each.n_tokens for each in self._all if each.is_whole is kind and each.is_in(live))
        if len(live.tokens) - max(places, default=0) >= _MIN_GAP_TOKENS:
            self.add(live)

    def park(self, live: HeldText, n_kept: int = 0) -> bool:
        """Hold a text that another one takes the place of, or a branch of it behind `n_kept` tokens, unless it is short. False: it
        is too large."""
        if n_kept:
            places = (each.n_tokens for each in self._all if each.is_whole and each.is_in(live))
            if len(live.tokens) - max(n_kept, *places, 0) < _MIN_GAP_TOKENS:
                return True
        is_held = not live.tokens or self._take(live, is_whole=True)
        if is_held and self._llama.has_partial_states:
            # An older copy of its beginning has a small one beside it (`mark`).
            self._all = [
                each for each in self._all if not each.is_whole or each.is_at_end_of(live) or not each.is_in(live)
            ]
        return is_held

    def put(self, name: str, adapters: str, kept: KeptText) -> bool:
        """Hold what was on disk. False: it is too large."""
        if len(kept.state) + len(kept.earlier[1]) > self._max_bytes:
            return False
        text = HeldText.kept(name, adapters, kept)
        self.put_earlier(text, *kept.earlier)
        self._hold(Checkpoint(text, bytearray(kept.state), is_whole=True))
        return True

    def put_earlier(self, text: HeldText, n_tokens: int, state: bytes | bytearray | memoryview) -> bool:
        """Hold a place before the end of a text (`earlier`), or there. False: it is too large, or none."""
        if not n_tokens or len(state) > self._max_bytes:
            return False
        before = text.copy()
        before.cut(n_tokens)
        self._hold(Checkpoint(before, bytearray(state), is_whole=not self._llama.has_partial_states))
        return True

    def place(self, live: HeldText, n_tokens: int) -> Checkpoint | None:
        """Return the last place in a text up to there."""
        places = [each for each in self._all if each.n_tokens <= n_tokens and each.is_in(live)]
        return max(places, key=lambda each: each.n_tokens, default=None)

    def earlier(self, live: HeldText) -> tuple[int, bytearray]:
        """Return the last place before the end of a text, to be kept with it: its last answer may be made again."""
        kind = not self._llama.has_partial_states
        places = [
            each
            for each in self._all
            if each.is_whole is kind and each.n_tokens < len(live.tokens) and each.is_in(live)
        ]
        last = max(places, key=lambda each: each.n_tokens, default=None)
        return (last.n_tokens, last.state) if last is not None else (0, bytearray())

    def _take(self, live: HeldText, *, is_whole: bool) -> bool:
        for each in self._all:
            if each.is_whole is is_whole and each.is_at_end_of(live):
                self._all.remove(each)
                self._all.append(
                    Checkpoint(live.copy(), each.state, each.is_whole)
                )  # what its tokens stand for is known by now
                return True
        if self._llama.state_bytes(live.number, is_partial=not is_whole) > self._max_bytes:
            return False
        self._hold(Checkpoint(live.copy(), self._llama.state(live.number, is_partial=not is_whole), is_whole))
        return True

    def _hold(self, new: Checkpoint) -> None:
        """Of the conversation that takes the most, the least recently used one goes first: others keep theirs."""
        self._all = [each for each in self._all if each.is_whole != new.is_whole or not each.is_at_end_of(new.text)]
        self._all.append(new)
        while self.n_bytes > self._max_bytes or len(self._all) > _MAX_NUMBER:
            sizes: Counter[str] = Counter()
            for each in self._all:
                sizes[each.text.name] += len(each.state)
            self._all.remove(max(self._all[:-1], key=lambda each: sizes[each.text.name]))  # the first of them

    def forget(self, name: str) -> None:
        self._all = [each for each in self._all if each.text.name != name]

    # Going back

    def n_known(self, tokens: Sequence[int], adapters: str, live: HeldText | None) -> int:
        """Return from how many of a prompt's tokens it would go on, `live` included; the last one is left to read."""
        n_live = 0
        if live is not None and live.adapters == adapters and live.n_common(tokens) == len(live.tokens) < len(tokens):
            n_live = len(live.tokens)
        found = self._best(tokens[:-1], adapters, live)
        return max(n_live, found[0].n_tokens if found else 0)

    def back_at(self, tokens: Sequence[int], adapters: str, live: HeldText | None) -> HeldText | None:
        """Put what most of a prompt begins with in the place of what is there; return that text. None: there is nothing of it."""
        while (found := self._best(tokens[:-1], adapters, live)) is not None:
            checkpoint, base = found
            if self._is_restored(checkpoint, base):
                self._all.remove(checkpoint)
                self._all.append(checkpoint)
                text = checkpoint.text.copy()
                text.number, text.n_kept, text.is_first = 0, -1, True
                return text
            live = None  # nothing is there any more
            self._all.remove(checkpoint)
        return None

    def repair(self, live: HeldText) -> int:
        """Go back to a place in a text whose state was half computed; return how many tokens of it are there then."""
        found = self._best(live.tokens, live.adapters, live)
        if found is not None and self._is_restored(*found):
            return found[0].n_tokens
        self._llama.roll_back(live.number, 0)
        return 0

    def _best(
        self, tokens: Sequence[int], adapters: str, live: HeldText | None
    ) -> tuple[Checkpoint, Checkpoint | None] | None:
        """Return the place furthest in a text, and what has to be brought back before, for its cells."""
        within = [each for each in self._all if each.is_within(tokens, adapters)]
        for each in sorted(within, key=lambda each: (each.n_tokens, not each.is_whole), reverse=True):
            if each.is_whole or each.is_in(live):
                return each, None
            base = next((other for other in self._all if other.is_whole and each.is_in(other.text)), None)
            if base is not None:
                return each, base
        return None

    def _is_restored(self, checkpoint: Checkpoint, base: Checkpoint | None) -> bool:
        llama, number = self._llama, 0
        if checkpoint.is_whole:
            return llama.restore(number, checkpoint.state) and llama.n_cached(number) == checkpoint.n_tokens
        if base is not None and not llama.restore(number, base.state):
            return False
        return llama.go_back(number, checkpoint.state, checkpoint.n_tokens)

    def _n_below(self, text: HeldText, n_tokens: int) -> int:
        """Return where the last place up to there is in a text."""
        return max((each.n_tokens for each in self._all if each.n_tokens <= n_tokens and each.is_in(text)), default=0)
