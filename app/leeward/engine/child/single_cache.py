# SPDX-License-Identifier: Apache-2.0
"""The memory of a model that cannot be cut: it holds one text, and goes back to `checkpoints` of it and of others."""

from collections.abc import Sequence

from leeward.domain.errors import AsideRefused
from leeward.engine.child.cache import MAX_ASIDE_TOKENS, Cache
from leeward.engine.child.checkpoints import Checkpoints
from leeward.engine.child.held_text import HeldText
from leeward.engine.child.kv_files import KeptText, Shelf
from leeward.engine.child.llama import Llama


class SingleCache(Cache):
    """One text. Every answer is exact: the last token of a prompt is read alone, then as before."""

    def __init__(self, llama: Llama, shelf: Shelf | None = None) -> None:
        super().__init__(llama, shelf)
        self._checkpoints = Checkpoints(llama)

    @property
    def _copied(self) -> list[HeldText]:
        return self._checkpoints.texts

    def begin(self, tokens: Sequence[int], adapters: str, name: str, *, is_exact: bool) -> HeldText:  # noqa: ARG002
        self.recall(name, adapters)  # before the best is looked for: it may have to make room
        return self._take(self._back_at(tokens, adapters, name), name)

    def begin_aside(self, tokens: Sequence[int], adapters: str, n_answer: int) -> HeldText:
        live = self._idle
        n_new = len(tokens) - self._checkpoints.n_known(tokens, adapters, live)
        if n_new > MAX_ASIDE_TOKENS:
            raise AsideRefused(f"{n_new} tokens would have to be read for it")
        if len(tokens) + n_answer > self._llama.n_ctx:
            raise AsideRefused("the context has no room for it")
        if live is not None and not self._checkpoints.park(live):
            raise AsideRefused("the memory of this model holds one text only, and there is no room for a copy of it")
        return self._take(self._back_at(tokens, adapters, "", is_parked=True), "")

    def _back_at(self, tokens: Sequence[int], adapters: str, name: str, *, is_parked: bool = False) -> HeldText:
        """Go on with the text that is there, or from a checkpoint."""
        live, checkpoints = self._idle, self._checkpoints
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

    def reads_to(self, n_total: int) -> int:
        return n_total - 1

    def mark(self, held: HeldText, *, is_passing: bool) -> None:
        self._checkpoints.add(held, is_passing=is_passing)

    def _without_rest(self, held: HeldText) -> int:
        return self._checkpoints.repair(held)

    def _stow(self, held: HeldText) -> bool:
        self.keep(held)
        return self._checkpoints.park(held)

    def _fresh(self, adapters: str) -> HeldText:
        while self.make_room():
            pass
        return super()._fresh(adapters)

    def _earlier(self, held: HeldText) -> tuple[int, bytes | bytearray]:
        return self._checkpoints.earlier(held)

    def _has(self, name: str) -> bool:
        return super()._has(name) or self._checkpoints.has(name)

    def _put_back(self, name: str, adapters: str, kept: KeptText) -> None:
        if not self._checkpoints.put(name, adapters, kept):
            text = HeldText.kept(name, adapters, kept)
            text.n_kept = len(text.tokens)
            self._bring_back(text, kept.state)

    def forget(self, name: str) -> None:
        super().forget(name)
        self._checkpoints.forget(name)
