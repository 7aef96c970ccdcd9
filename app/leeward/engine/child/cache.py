# SPDX-License-Identifier: Apache-2.0
"""What the KV cache holds: several texts, which share the cells of what they begin with alike.

A prompt goes on from the text it has most in common with: that text itself where the prompt only adds to it, else another one
that shares its beginning. So a chat, its other branches and a title asked beside it are all still there. Other texts leave the
cache for the disk (`kv_files`) or for memory (`parking`), and come back from there. See docs/decisions/0027. A model whose memory cannot be cut holds one text, and goes back to `checkpoints` of it and of others.
"""

import time
from collections.abc import Sequence

from leeward.domain.errors import AsideRefused
from leeward.engine.child.checkpoints import Checkpoints
from leeward.engine.child.held_text import HeldText
from leeward.engine.child.kv_files import KeptText, Mark, Shelf, Span
from leeward.engine.child.llama import Llama
from leeward.engine.child.parking import Parking

MAX_ASIDE_TOKENS = 512
"""So many tokens may be read for what is asked beside: one piece. Above that (a model's long answer that its template shows
without the reasoning) a machine without a graphics card would compute for half a minute. Not measured."""

MIN_SHIFT_TOKENS = 64
"""A text that lost its middle is moved together where at least so many tokens need not be read again."""

_DISK_BYTES_PER_S = 200e6  # a slow one: a memory card reads 20 to 90 MB/s, an SSD 500 and more
_MIN_GAIN_S = 0.25
_MAX_OF_A_NAME = 3  # branches of one conversation
_MAX_BESIDE_TOKENS = 256  # of all texts; so many cells at a time are looked at
_MIN_BESIDE_TOKENS = 64  # of one
_MIN_BACK_TOKENS = 64


class Cache:
    """All texts in the cache of one model. Not thread-safe."""

    def __init__(self, llama: Llama, shelf: Shelf | None = None) -> None:
        self._llama = llama
        self._shelf = shelf
        self._checkpoints = None if llama.can_share else Checkpoints(llama)
        self._parking = Parking(llama)
        self._windows = Checkpoints(llama) if llama.can_share and llama.n_swa else None
        self._held: list[HeldText] = []
        self._n_used = 0
        self._read_tokens_per_s = 0.0  # 0: not known yet

    @property
    def held(self) -> tuple[HeldText, ...]:
        """The texts, the least recently used first."""
        return tuple(self._held)

    def best_mark(self, text: str, literals: tuple[Span, ...]) -> tuple[Mark, list[int]]:
        """Return how far a prompt's text is that of a text in the cache, and the tokens up to there.

        The tokens a model produced need not be those its text would be cut into: comparing texts keeps them.
        """
        best, tokens = (0, 0), []
        for held in (*self._held, *(self._parking if self._checkpoints is None else self._checkpoints).texts):
            mark = held.mark_within(text, literals)
            if mark > best:
                best, tokens = mark, held.tokens[: mark[1]]
        return best, tokens

    # The beginning and the end of an answer

    def begin(self, tokens: Sequence[int], adapters: str, name: str, *, is_exact: bool) -> HeldText:
        """Return a text that holds what a prompt begins with, as far as the cache knows it; it is busy until `end`.

        At least the last token is left to read: its logits are needed. `is_exact`: the same numbers are to come out as for
        the same prompt alone. So nothing else stays in the cache, and a prompt that is wholly there is read again from where
        the piece with its last token began.
        """
        self.recall(name, adapters)  # before the best is looked for: it may have to make room
        if self._checkpoints is not None:  # always exact: the last token of a prompt is read alone, then as before
            return self._take(self._back_at(tokens, adapters, name, self._checkpoints), name)
        self._unpark(tokens, adapters)
        held = self._take(self._with_beginning_of(tokens, adapters, name, is_exact=is_exact), name)
        self._put_aside(held)
        return held

    def _with_beginning_of(self, tokens: Sequence[int], adapters: str, name: str, *, is_exact: bool) -> HeldText:
        best = self._best(tokens, adapters, name)
        n_best = best.n_common(tokens) if best is not None else 0
        if is_exact:
            best, n_best = self._alone(best, n_best)
        if best is not None and not is_exact:
            n_best = self._shifted(best, tokens, n_best, name)
        n_common = min(n_best, len(tokens) - 1)
        if best is not None and is_exact and n_best >= len(tokens):
            n_common = next((start for start, end in best.pieces if start <= n_common < end), n_common)
        n_common = self._n_reached(best, n_common) if best is not None else 0
        if best is None or not n_common:
            if is_exact and best is not None:
                self._alone(None, 0)
            return self._fresh(adapters)
        is_longer = len(best.tokens) > n_common
        is_asked_again = n_common == len(tokens) - 1 and not name  # nobody goes back to the answer before
        can_fork = self._llama.can_share and not is_exact and not is_asked_again
        if best.is_busy or (is_longer and can_fork) or (best.name not in ("", name) and can_fork):
            return self._fork(best, n_common)
        best.cut(n_common if self._is_back(best, best.number, n_common) else 0)
        return best

    def begin_aside(self, tokens: Sequence[int], adapters: str, n_answer: int) -> HeldText:
        """The same for something asked beside a conversation, of which nothing stays. Raises AsideRefused."""
        if self._checkpoints is not None:
            return self._aside_at(tokens, adapters, n_answer, self._checkpoints)
        best = self._best(tokens, adapters, "")
        n_common = self._n_usable(best, tokens) if best is not None else 0
        n_new = len(tokens) - n_common
        if n_new > MAX_ASIDE_TOKENS:
            raise AsideRefused(f"{n_new} tokens would have to be read for it")
        longest = max((len(held.tokens) for held in self._held), default=0)
        if longest + n_new + n_answer > self._llama.n_ctx:
            raise AsideRefused("the context has no room for it beside the conversation")
        if best is None or not n_common:
            return self._take(self._fresh(adapters), "")
        return self._take(self._fork(best, n_common), "")

    def _back_at(
        self, tokens: Sequence[int], adapters: str, name: str, checkpoints: Checkpoints, *, is_parked: bool = False
    ) -> HeldText:
        """The same where a text cannot be cut: go on with the one that is there, or from a checkpoint."""
        live = next((held for held in self._held if not held.is_busy), None)
        if live is None:
            held = checkpoints.back_at(tokens, adapters, None)
            return held or self._fresh(adapters)
        if live.name not in ("", name):
            self.keep(live)
        n_known = checkpoints.n_known(tokens, adapters, live)
        if live.adapters == adapters and n_known == len(live.tokens) == live.n_common(tokens):
            checkpoints.mark(live)
            return live
        if not is_parked:
            checkpoints.park(live, 0 if live.name != name else min(n_known, live.n_common(tokens)))
        held = checkpoints.back_at(tokens, adapters, live)
        if held is None:
            self._let_go(live)
            return self._fresh(adapters)
        self._held.remove(live)
        return held

    def _aside_at(self, tokens: Sequence[int], adapters: str, n_answer: int, checkpoints: Checkpoints) -> HeldText:
        live = next((held for held in self._held if not held.is_busy), None)
        n_new = len(tokens) - checkpoints.n_known(tokens, adapters, live)
        if n_new > MAX_ASIDE_TOKENS:
            raise AsideRefused(f"{n_new} tokens would have to be read for it")
        if len(tokens) + n_answer > self._llama.n_ctx:
            raise AsideRefused("the context has no room for it")
        if live is not None and not checkpoints.park(live):
            raise AsideRefused("the memory of this model holds one text only, and there is no room for a copy of it")
        return self._take(self._back_at(tokens, adapters, "", checkpoints, is_parked=True), "")

    def reads_to(self, n_total: int) -> int:
        """Return where to pause in a prompt of so many tokens, to be able to come back there."""
        return n_total - 1 if self._checkpoints is not None else n_total

    def mark(self, held: HeldText, *, is_passing: bool) -> None:
        """Be able to come back to where a text is now; `is_passing`: until the next such place."""
        if self._checkpoints is not None:
            self._checkpoints.add(held, is_passing=is_passing)

    def end(self, held: HeldText, *, is_kept: bool = True) -> None:
        """Give a text back."""
        held.is_busy = False
        if not is_kept or not held.tokens:
            self._let_go(held)

    def repair(self, held: HeldText) -> None:
        """After an abort or a failure inside llama_decode: hold what the cache really holds."""
        n_cached = self._llama.n_cached(held.number)
        if n_cached > len(held.tokens) and self._checkpoints is not None:
            held.cut(self._checkpoints.repair(held))
            return
        if n_cached > len(held.tokens) and not self._llama.roll_back(held.number, len(held.tokens)):
            n_cached = 0
        if n_cached < len(held.tokens):
            held.cut(n_cached)

    # Room

    def make_room(self) -> bool:
        """Let go of the text that was used least recently, and keep it on disk where that is worth it. False: all are busy."""
        idle = [held for held in self._held if not held.is_busy]
        if not idle:
            return False
        if self._checkpoints is not None:
            self.keep(idle[0])
            self._checkpoints.park(idle[0])
        else:
            self._stow(idle[0])
        self._let_go(idle[0])
        return True

    def _put_aside(self, wanted: HeldText | None) -> None:
        """Let texts leave the cache but for what they share with `wanted`: attention goes over their cells too, only to find that
        they are masked. SmolLM2 wrote 9 % slower behind less than 256 tokens of other chats."""
        beside = [
            (held, len(held.tokens) - (wanted.n_common(held.tokens) if wanted is not None else 0))
            for held in self.held
            if held is not wanted and not held.is_busy
        ]
        n_beside = sum(n_own for _, n_own in beside)
        for held, n_own in beside:  # the least recently used first
            # A copy is of the whole text, so one that shares most of its cells is left there as long as there are few.
            is_apart = n_own >= _MIN_BESIDE_TOKENS and 2 * n_own >= len(held.tokens)
            if n_own and (is_apart or n_beside >= _MAX_BESIDE_TOKENS) and self._stow(held):
                self._let_go(held)
                n_beside -= n_own

    def _stow(self, held: HeldText) -> bool:
        """Have a copy of a text, on disk or in memory. False: there is no room for one."""
        if self._shelf is not None and held.name and self._is_newest(held):
            is_kept = held.n_kept == len(held.tokens) or self.keep(held)
            if is_kept and self._shelf.has(held.name):
                return True
        if self._windows is not None:
            self._windows.put_earlier(held, *self._earlier(held))
        return self._parking.put(held)

    def _unpark(self, tokens: Sequence[int], adapters: str) -> None:
        """Bring a text back that has clearly more in common with a prompt than those in the cache."""
        parked = self._parking.best(tokens, adapters)
        if parked is None:
            return
        n_common = max((held.n_common(tokens) for held in self._held if held.adapters == adapters), default=0)
        if parked.n_common(tokens) >= n_common + _MIN_BACK_TOKENS:
            self._bring_back(parked, self._parking.take_out(parked))

    def _bring_back(self, text: HeldText, state: bytearray | memoryview) -> None:
        self._put_aside(None)
        fresh = self._fresh(text.adapters)
        text.number, text.is_first = fresh.number, fresh.is_first
        while not self._llama.restore(text.number, state):
            if not self.make_room():
                return
        if self._llama.n_cached(text.number) == len(text.tokens):
            self._take(text, text.name).is_busy = False
        else:
            self._llama.roll_back(text.number, 0)

    def _let_go(self, held: HeldText) -> None:
        self._llama.roll_back(held.number, 0)
        self._held.remove(held)

    def _fresh(self, adapters: str) -> HeldText:
        if not self._llama.can_share:
            while self.make_room():
                pass
        while len(self._held) >= self._llama.n_sequences:
            if not self.make_room():
                raise RuntimeError("more answers at once than the cache has sequences")
        taken = {held.number for held in self._held}
        number = next(each for each in range(self._llama.n_sequences) if each not in taken)
        return HeldText(number, adapters, is_first=True)

    def _fork(self, source: HeldText, n_tokens: int) -> HeldText:
        was_busy, source.is_busy = source.is_busy, True  # it must not make room for its own fork
        fork = self._fresh(source.adapters)
        source.is_busy = was_busy
        self._llama.share(source.number, fork.number, n_tokens)
        n_tokens = n_tokens if self._is_back(source, fork.number, n_tokens) else 0
        fork.tokens, fork.text, fork.literals = list(source.tokens), source.text, source.literals
        fork.marks, fork.pieces = source.marks, list(source.pieces)
        fork.cut(n_tokens)
        return fork

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

    def _best(self, tokens: Sequence[int], adapters: str, name: str) -> HeldText | None:
        alike = [held for held in self._held if held.adapters == adapters and self._n_usable(held, tokens)]
        return max(
            alike,
            key=lambda held: (self._n_usable(held, tokens), not held.is_busy, held.name == name, held.used),
            default=None,
        )

    def _n_usable(self, held: HeldText, tokens: Sequence[int]) -> int:
        return self._n_reached(held, min(held.n_common(tokens), len(tokens) - 1))

    def _n_reached(self, held: HeldText, n_tokens: int) -> int:
        """Return how many of the first tokens of a text can be gone on from: where its sliding window was pruned, not any number."""
        if n_tokens == len(held.tokens) or self._llama.reaches_back(held.number, n_tokens):
            return n_tokens
        place = self._windows.place(held, n_tokens) if self._windows is not None else None
        return place.n_tokens if place is not None else 0

    def _is_back(self, held: HeldText, number: int, n_tokens: int) -> bool:
        """Let a sequence, its own or one that shares its cells, hold the first tokens of a text (`_n_reached`)."""
        if n_tokens == len(held.tokens) or self._llama.reaches_back(held.number, n_tokens):
            return self._llama.roll_back(number, n_tokens)
        place = self._windows.place(held, n_tokens) if self._windows is not None else None
        return place is not None and self._llama.go_back(number, place.state, n_tokens)

    def _alone(self, best: HeldText | None, n_best: int) -> tuple[HeldText | None, int]:
        """Let go of all but the best text; of that too where it does not lie as it would in an empty cache."""
        for held in self.held:
            if (held is not best or not held.is_first) and not held.is_busy:
                self._stow(held)
                self._let_go(held)
        return (best, n_best) if best in self._held and best is not None and not best.is_busy else (None, 0)

    def _shifted(self, held: HeldText, tokens: Sequence[int], n_common: int, name: str) -> int:
        """Where a prompt lacks something from the middle of the text, move what is behind it up; return what is common then."""
        if not name or held.name != name or held.is_busy or not self._llama.can_shift:
            return n_common
        rest, needle = held.tokens[n_common:], list(tokens[n_common : n_common + MIN_SHIFT_TOKENS])
        if len(needle) < MIN_SHIFT_TOKENS or len(rest) <= MIN_SHIFT_TOKENS:
            return n_common
        n_gap = _find(rest, needle)
        if n_gap <= 0:
            return n_common
        # Cells that another text shares would move for that one too.
        others = [each for each in self._held if each is not held and each.n_common(held.tokens) > n_common]
        if any(each.is_busy for each in others):
            return n_common
        for each in others:
            self._stow(each)
            self._let_go(each)
        self._llama.cut_out(held.number, n_common, n_common + n_gap)
        moved = held.tokens[n_common + n_gap :]
        held.cut(n_common)
        held.tokens += moved
        held.is_first = False
        return held.n_common(tokens)

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
        kept = KeptText(list(held.tokens), held.text, held.literals, held.marks, state, self._earlier(held))
        self._shelf.write(held.name, held.adapters, kept)
        held.n_kept = len(held.tokens)
        return True

    def _earlier(self, held: HeldText) -> tuple[int, bytes | bytearray]:
        """Return a place before the end of a text, where one has to be kept: llama.cpp writes of a sliding window what the next
        token sees."""
        if self._checkpoints is not None:
            return self._checkpoints.earlier(held)
        taken = {each.number for each in self._held}
        spare = next((each for each in range(self._llama.n_sequences) if each not in taken), None)
        n_tokens = held.last_turn(MAX_ASIDE_TOKENS)
        if self._windows is None or spare is None or not n_tokens or len(held.tokens) <= self._llama.n_swa:
            return 0, b""
        if not self._llama.reaches_back(held.number, n_tokens):
            return self._windows.earlier(held)
        self._llama.share(held.number, spare, n_tokens)
        state = self._llama.state(spare, is_partial=True)
        self._llama.roll_back(spare, 0)
        return n_tokens, state

    def keep_one(self) -> bool:
        """Keep one text that is not on disk yet, the most recently used first. False: there is none."""
        return any(self.keep(held) for held in reversed(self._held) if not held.is_busy and self._is_newest(held))

    def forget(self, name: str) -> None:
        """Keep nothing under a name any more."""
        for held in self.held:
            if held.name == name:
                held.name = ""
        self._parking.forget(name)
        for checkpoints in (self._checkpoints, self._windows):
            if checkpoints is not None:
                checkpoints.forget(name)
        if self._shelf is not None:
            self._shelf.forget(name)

    def close(self, timeout_s: float) -> None:
        """Keep all that is worth it; what is not written in time is not kept."""
        end_s = time.monotonic() + timeout_s
        while time.monotonic() < end_s and self.keep_one():
            pass
        if self._shelf is not None:
            self._shelf.close(max(0.0, end_s - time.monotonic()))

    def recall(self, name: str, adapters: str) -> None:
        """Bring a text back from disk, unless the cache holds it."""
        checkpoints = self._checkpoints
        if self._shelf is None or not name or any(held.name == name for held in self._held):
            return
        if checkpoints is not None and checkpoints.has(name):
            return
        kept = self._shelf.read(name, adapters)
        if kept is None or not kept.tokens or len(kept.tokens) > self._llama.n_ctx:
            return
        if checkpoints is None or not checkpoints.put(name, adapters, kept):
            text = HeldText.kept(name, adapters, kept)
            text.n_kept = len(text.tokens)
            self._bring_back(text, kept.state)
            if self._windows is not None:
                self._windows.put_earlier(text, *kept.earlier)

    def _is_newest(self, held: HeldText) -> bool:
        """Whether no other branch of the same conversation was used later: one of them is kept."""
        return not any(each.name == held.name and each.used > held.used for each in self._held)

    def _is_worth_it(self, held: HeldText) -> bool:
        if not self._read_tokens_per_s:
            return False
        read_s = len(held.tokens) / self._read_tokens_per_s
        return read_s > _MIN_GAIN_S + self._llama.state_bytes(held.number) / _DISK_BYTES_PER_S


def _find(tokens: list[int], needle: list[int]) -> int:
    """Return where in `tokens` the needle begins; -1 when it does not occur."""
    for index in range(1, len(tokens) - len(needle) + 1):
        if tokens[index] == needle[0] and tokens[index : index + len(needle)] == needle:
            return index
    return -1
