# SPDX-License-Identifier: Apache-2.0
"""What the KV cache holds: of the conversation, and of something that is asked beside it.

What is asked beside shares the cells of what it has in common with the conversation and puts its own behind them; they are
let go of afterwards. So whatever happens to it, the conversation's cells are never touched (docs/decisions/0025).
"""

from collections.abc import Sequence
from types import TracebackType
from typing import Self

from leeward.domain.errors import AsideRefused
from leeward.domain.generation import Adapter, GenerationRequest
from leeward.engine.child.llama import Llama

MAX_ASIDE_TOKENS = 512
"""So many tokens may be read for what is asked beside: one piece. Above that (a model's long answer that its template shows
without the reasoning) a machine without a graphics card would compute for half a minute. Not measured."""

Span = tuple[int, int]
"""Start and end in a text, in characters."""


class Cache:
    """The conversation in the cache.

    Attributes:
        tokens: What it holds.
        text: What these tokens were made from; None when it cannot be told.
        literals: Where control tokens are only spelled in that text.
    """

    def __init__(self, llama: Llama) -> None:
        self._llama = llama
        self.tokens: list[int] = []
        self.text: str | None = ""
        self.literals: tuple[Span, ...] = ()
        self._pieces: list[tuple[int, int]] = []  # the first token of each piece that was read at once, and its end

    def use_adapters(self, adapters: Sequence[Adapter] | None) -> None:
        """Lay these over the model; None: its own. What was read with others is of no use any more. Raises AdapterUnfit."""
        if self._llama.adapters.use(adapters):
            self._llama.roll_back(0)
            self.tokens.clear()
            self._pieces.clear()
            self.text = None

    def reuse(self, tokens: Sequence[int], *, is_exact: bool) -> int:
        """Roll the cache back to what `tokens` has in common with it; return how many tokens that is.

        At least the last token is left to read: its logits are needed. `is_exact`: a prompt that is wholly in the cache
        is read again from where the piece with its last token began, so that the same numbers come out as the first
        time.
        """
        n_common = self.n_common(tokens)
        if n_common >= len(tokens):
            n_common = len(tokens) - 1
            if is_exact:
                n_common = next((start for start, end in self._pieces if start <= n_common < end), n_common)
        if not self._llama.roll_back(n_common):
            n_common = 0
        del self.tokens[n_common:]
        self._pieces = [(start, end) for start, end in self._pieces if end <= n_common]
        self.text = None
        return n_common

    def n_common(self, tokens: Sequence[int]) -> int:
        """Return how many tokens a prompt and the cache begin with alike."""
        for index, (ours, theirs) in enumerate(zip(self.tokens, tokens, strict=False)):
            if ours != theirs:
                return index
        return min(len(self.tokens), len(tokens))

    def read(self, tokens: Sequence[int], *, is_last: bool) -> None:
        """Read one piece of a prompt."""
        self._llama.decode(tokens, has_logits=is_last)
        self._pieces.append((len(self.tokens), len(self.tokens) + len(tokens)))
        self.tokens += tokens

    def append(self, token: int) -> None:
        """Read one token of the answer."""
        self._llama.decode_one(token)
        self.tokens.append(token)

    def settle(self, text: str, literals: tuple[Span, ...]) -> None:
        """Say what the cached tokens stand for, after an answer; without it that is not known."""
        self.text, self.literals = text, literals

    def repair(self) -> None:
        """After an abort or a failure inside llama_decode: hold what the cache really holds."""
        n_cached = self._llama.n_cached
        if n_cached > len(self.tokens) and not self._llama.roll_back(len(self.tokens)):
            n_cached = 0  # as on recurrent models, whose memory cannot be cut
        if n_cached < len(self.tokens):
            del self.tokens[n_cached:]
            self._pieces = [(start, end) for start, end in self._pieces if end <= n_cached]


class Aside(Cache):
    """Something asked beside the conversation in `cache`, which is as it was when this ends (`with`)."""

    def __init__(self, llama: Llama, cache: Cache, request: GenerationRequest) -> None:
        super().__init__(llama)
        self._cache = cache
        self._n_answer = request.max_tokens or 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._llama.end_aside()

    def use_adapters(self, adapters: Sequence[Adapter] | None) -> None:
        """Raises AsideRefused where other ones lie over the model: what was read is of no use with these."""
        if not self._llama.adapters.are_in_use(adapters):
            raise AsideRefused("other adapters lie over the model")

    def reuse(self, tokens: Sequence[int], *, is_exact: bool) -> int:  # noqa: ARG002  an aside is never asked again
        """Share with the conversation what `tokens` has in common with it; return how many tokens that is.

        Raises AsideRefused where that cannot be done or the rest has no room; nothing was touched then.
        """
        if not self._llama.can_aside:
            raise AsideRefused("the memory of this model holds one text only")
        n_common = min(self._cache.n_common(tokens), len(tokens) - 1)
        n_new = len(tokens) - n_common
        if n_new > MAX_ASIDE_TOKENS:
            raise AsideRefused(f"{n_new} tokens would have to be read for it")
        if len(self._cache.tokens) + n_new + self._n_answer > self._llama.n_ctx:
            raise AsideRefused("the context has no room for it beside the conversation")
        self._llama.begin_aside(n_common)
        self.tokens = list(tokens[:n_common])
        return n_common

    def read(self, tokens: Sequence[int], *, is_last: bool) -> None:
        self._llama.decode(tokens, has_logits=is_last, is_aside=True)
        self.tokens += tokens

    def append(self, token: int) -> None:
        self._llama.decode([token], is_aside=True)
        self.tokens.append(token)

    def repair(self) -> None:
        """Nothing to mend: all of it is let go of."""
