# SPDX-License-Identifier: Apache-2.0
"""A KV cache of many texts, which share the cells of what they begin with alike.

A prompt goes on from the text it has most in common with: that text itself where the prompt only adds to it, else another one
that shares its beginning. So a chat, its other branches and a title asked beside it are all still there. Other texts leave the
cache for the disk or for memory (`parking`), and come back from there. See docs/decisions/0027.
"""

from collections.abc import Sequence

from leeward.domain.errors import AsideRefused
from leeward.engine.child.cache import MAX_ASIDE_TOKENS, Cache
from leeward.engine.child.checkpoints import Checkpoint, Checkpoints
from leeward.engine.child.held_text import HeldText
from leeward.engine.child.kv_files import KeptText, Shelf
from leeward.engine.child.llama import Llama
from leeward.engine.child.parking import Parking

MIN_SHIFT_TOKENS = 64
"""A text that lost its middle is moved together where at least so many tokens need not be read again."""

_MAX_BESIDE_TOKENS = 256  # of all texts; so many cells at a time are looked at
_MIN_BESIDE_TOKENS = 64  # of one
_MIN_BACK_TOKENS = 64


class SharingCache(Cache):
    """Texts in sequences of llama.cpp that share cells."""

    def __init__(self, llama: Llama, shelf: Shelf | None = None) -> None:
        super().__init__(llama, shelf)
        self._parking = Parking(llama)
        self._windows = Checkpoints(llama) if llama.n_swa else None

    @property
    def _copied(self) -> list[HeldText]:
        return self._parking.texts

    # The beginning of an answer

    def begin(self, tokens: Sequence[int], adapters: str, name: str, *, is_exact: bool) -> HeldText:
        """As `Cache.begin`. Beside an exact answer nothing else stays in the cache."""
        self.recall(name, adapters)  # before the best is looked for: it may have to make room
        self._unpark(tokens, adapters)
        best = self._best(tokens, adapters, name)
        held = self._alone(best, tokens, adapters) if is_exact else self._shared(best, tokens, adapters, name)
        held.is_exact = is_exact
        self._put_aside(self._take(held, name))
        return held

    def _shared(self, best: HeldText | None, tokens: Sequence[int], adapters: str, name: str) -> HeldText:
        """Go on with the best text, or with a fork of it where it is needed as it is."""
        if best is None:
            return self._fresh(adapters)
        self._shift(best, tokens, name)
        n_common = self._n_usable(best, tokens)
        if not n_common:
            return self._fresh(adapters)
        is_asked_again = n_common == len(tokens) - 1 and not name  # nobody goes back to the answer before
        is_needed = len(best.tokens) > n_common or best.name not in ("", name)
        if best.is_busy or (is_needed and not is_asked_again):
            return self._fork(best, n_common)
        return self._cut(best, n_common)

    def _alone(self, best: HeldText | None, tokens: Sequence[int], adapters: str) -> HeldText:
        """Go on with the best text alone, where it lies as it would in an empty cache. A prompt that is wholly there is read again
        from where the piece with its last token began, or from where it went on from what was there, if that was not exact.
        """
        for held in self.held:
            if (held is not best or not held.is_first) and not held.is_busy:
                self._stow(held)
                self._let_go(held)
        if best is None or best.is_busy or best not in self._held:
            return self._fresh(adapters)
        n_best = best.n_common(tokens)
        n_common, goes_on = min(n_best, len(tokens) - 1), n_best < len(tokens)
        if not goes_on:
            went_on_at = best.prompt_start(n_common)
            goes_on = went_on_at > 0 and not best.is_exact
            n_common = went_on_at if goes_on else best.piece_start(n_common)
        n_common = self._n_reached(best, n_common)
        if not n_common:
            self._stow(best)
            self._let_go(best)
            return self._fresh(adapters)
        held = self._cut(best, n_common)
        if goes_on:
            self._settle_window(held)
        return held

    def _settle_window(self, held: HeldText) -> None:
        """Let a sliding window lie where it would after a restart: sums over cells that lie elsewhere have other last digits."""
        n_tokens = len(held.tokens)
        if self._windows is None or n_tokens <= self._llama.n_swa:
            return
        window = self._llama.state(held.number, is_partial=True)
        is_held = self._windows.put_earlier(held, n_tokens, window)  # what is before it cannot be seen any more
        if is_held and not self._llama.go_back(held.number, window, n_tokens):
            held.cut(0)

    def _cut(self, held: HeldText, n_tokens: int) -> HeldText:
        held.cut(n_tokens if self._is_back(held, held.number, n_tokens) else 0)
        return held

    def begin_aside(self, tokens: Sequence[int], adapters: str, n_answer: int) -> HeldText:
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
        if self._reaches(held, n_tokens):
            return n_tokens
        place = self._place(held, n_tokens)
        return place.n_tokens if place is not None else 0

    def _is_back(self, held: HeldText, number: int, n_tokens: int) -> bool:
        """Let a sequence, its own or one that shares its cells, hold the first tokens of a text (`_n_reached`)."""
        if self._reaches(held, n_tokens):
            return self._llama.roll_back(number, n_tokens)
        place = self._place(held, n_tokens)
        return place is not None and self._llama.go_back(number, place.state, n_tokens)

    def _reaches(self, held: HeldText, n_tokens: int) -> bool:
        return n_tokens == len(held.tokens) or self._llama.reaches_back(held.number, n_tokens)

    def _place(self, held: HeldText, n_tokens: int) -> Checkpoint | None:
        return self._windows.place(held, n_tokens) if self._windows is not None else None

    def _shift(self, held: HeldText, tokens: Sequence[int], name: str) -> None:
        """Where a prompt lacks something from the middle of the text, move what is behind it up."""
        if not name or held.name != name or held.is_busy or not self._llama.can_shift:
            return
        n_common = held.n_common(tokens)
        rest, needle = held.tokens[n_common:], list(tokens[n_common : n_common + MIN_SHIFT_TOKENS])
        if len(needle) < MIN_SHIFT_TOKENS or len(rest) <= MIN_SHIFT_TOKENS:
            return
        n_gap = _find(rest, needle)
        # Cells that another text shares would move for that one too.
        others = [each for each in self._held if each is not held and each.n_common(held.tokens) > n_common]
        if n_gap <= 0 or any(each.is_busy for each in others):
            return
        for each in others:
            self._stow(each)
            self._let_go(each)
        self._llama.cut_out(held.number, n_common, n_common + n_gap)
        held.cut(n_common)
        held.tokens += rest[n_gap:]
        held.is_first = False

    def reads_to(self, n_total: int) -> int:
        return n_total

    def mark(self, held: HeldText, *, is_passing: bool) -> None:
        pass  # a text can be cut anywhere

    def _without_rest(self, held: HeldText) -> int:
        return len(held.tokens) if self._llama.roll_back(held.number, len(held.tokens)) else 0

    # Room

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
        super()._bring_back(text, state)

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

    # On disk

    def _earlier(self, held: HeldText) -> tuple[int, bytes | bytearray]:
        # llama.cpp writes of a sliding window what the next token sees.
        taken = {each.number for each in self._held}
        spare = next((each for each in range(self._llama.n_sequences) if each not in taken), None)
        n_tokens = held.last_turn(self._llama.n_ctx if held.is_exact else MAX_ASIDE_TOKENS)
        if self._windows is None or spare is None or not n_tokens or len(held.tokens) <= self._llama.n_swa:
            return 0, b""
        if not self._llama.reaches_back(held.number, n_tokens):
            return self._windows.earlier(held)
        self._llama.share(held.number, spare, n_tokens)
        state = self._llama.state(spare, is_partial=True)
        self._llama.roll_back(spare, 0)
        return n_tokens, state

    def _put_back(self, name: str, adapters: str, kept: KeptText) -> None:
        text = HeldText.kept(name, adapters, kept)
        text.n_kept = len(text.tokens)
        self._bring_back(text, kept.state)
        if self._windows is not None:
            self._windows.put_earlier(text, *kept.earlier)

    def forget(self, name: str) -> None:
        super().forget(name)
        self._parking.forget(name)
        if self._windows is not None:
            self._windows.forget(name)


def _find(tokens: list[int], needle: list[int]) -> int:
    """Return where in `tokens` the needle begins; -1 when it does not occur."""
    for index in range(1, len(tokens) - len(needle) + 1):
        if tokens[index] == needle[0] and tokens[index : index + len(needle)] == needle:
            return index
    return -1
