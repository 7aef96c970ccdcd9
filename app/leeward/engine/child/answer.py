# SPDX-License-Identifier: Apache-2.0
"""The answers to one request in the making, step by step: each step is something that has to be read next."""

import secrets
import time
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leeward.domain.errors import AsideRefused, ContextOverflow, GrammarInvalid
from leeward.domain.generation import FinishReason, GenerationRequest, Timings, Usage
from leeward.engine.child.cache import Cache
from leeward.engine.child.choice import AnswerMode, Choice, ChoiceEvent
from leeward.engine.child.held_text import HeldText
from leeward.engine.child.kv_files import Span
from leeward.engine.child.llama import DecodeAborted, NoRoom
from leeward.engine.child.sampling import TokenSource
from leeward.engine.child.speculation import Foresight
from leeward.engine.child.vocabulary import DecodeFailed
from leeward.engine.out_of_memory import resident_bytes
from leeward.engine.protocol import Finished, PromptProgress

if TYPE_CHECKING:
    from leeward.engine.child.sequences import Slot

RESERVE_TOKENS = 32
"""Room a prompt must leave for its answer, else it does not fit."""

_GRID_TOKENS = 256
"""Attention is computed over a multiple of so many cells (llama-kv-cache.cpp): over fewer of them where a piece ends at one."""

SlotEvent = PromptProgress | ChoiceEvent | Finished
Emit = Callable[[SlotEvent], None]
IsCancelled = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Prompt:
    """A prompt as tokens. `text` is what was rendered, `literals` where control tokens are only spelled in it."""

    text: str
    tokens: list[int]
    literals: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """Tokens to be read next, behind what a text of the cache holds; the logits of so many, the last ones, are wanted."""

    tokens: Sequence[int]
    n_logits: int = 1


class _Cancelled(Exception):
    """The user stopped the answer."""


class Answer:
    """The answers to one request.

    Attributes:
        request: What was asked.
        held: The text of the cache that is added to; None between two.
        is_exact: The same numbers are to come out as if nothing else were computed.
        is_background: Nobody waits for it in front of the window.
        is_reading: The prompt is being read.
        step: What has to be read next; None when the answer is over.
        error: Why it failed; None when it did not.
        n_threads: With how many threads it began.
        piece_tokens: So many tokens of the prompt are read at once.
        row: Of the last token of `step` in the decode that read it.
        is_alone: Nothing else is being made.
        goes_on: Says whether it may read its next token by itself, without the way through the batch.
    """

    def __init__(self, slot: "Slot", request: GenerationRequest, emit: Emit, is_cancelled: IsCancelled) -> None:
        self.request = request
        self.held: HeldText | None = None
        self.is_exact = request.sampling.seed is not None and not request.is_aside
        self.is_background = request.is_background or request.is_aside or request.is_ahead
        self.is_reading = True
        self.step: Step | None = None
        self.error: Exception | None = None
        self.n_threads = 0
        self.piece_tokens = slot.llama.n_batch
        self.row = 0
        self.is_alone = False
        self.goes_on: Callable[[], bool] = lambda: False
        self._slot = slot
        self._llama = slot.llama
        self._cache: Cache = slot.cache
        self._emit = emit
        self.is_cancelled = is_cancelled
        self._first_token_at = 0.0  # of the choice that is made
        self._decode_s = 0.0  # of all choices
        self._n_drafted = self._n_accepted = 0
        self._steps = self._make_all()

    def go_on(self, error: Exception | None = None) -> None:
        """Go on after `step` was read, or could not be because of `error`. What it then needs is in `step`."""
        try:
            self.step = self._steps.throw(error) if error is not None else next(self._steps)
        except StopIteration:
            self.step = None
        except MemoryError:
            raise
        except Exception as failure:  # noqa: BLE001  the top of an answer: whoever asked is told
            self.step, self.error = None, failure
        if self.step is None and self.held is not None:
            self._cache.end(self.held, is_kept=not self.request.is_aside)
            self.held = None

    def _make_all(self) -> Generator[Step, None, None]:
        started = time.monotonic()
        request, llama = self.request, self._llama
        prompt = self._slot.prompt(request)
        n_prompt, n_ctx = len(prompt.tokens), llama.n_ctx
        if not prompt.tokens:  # nothing of it is sure yet
            self._emit(self._finished(FinishReason.STOP, Usage(0, 0, 0), Timings(0.0, 0.0, 0.0, 0.0), seed=0))
            return
        if n_prompt + RESERVE_TOKENS > n_ctx:
            raise ContextOverflow(n_prompt=n_prompt, n_ctx=n_ctx)
        seed = secrets.randbelow(2**32 - 1) if request.sampling.seed is None else request.sampling.seed
        if request.is_aside and not llama.adapters.are_in_use(request.adapters):
            raise AsideRefused("other adapters lie over the model")
        llama.adapters.use(request.adapters)
        mode = AnswerMode.of(self._slot.format, request, llama, prompt=prompt.text, stop=self._slot.template_stop)
        if request.is_aside and mode.is_thinking:
            raise AsideRefused("the model would think first")
        prompt_s = first_token_s = 0.0
        n_reused = n_completion = n_measured = 0
        reason = FinishReason.STOP
        for number in range(request.n_choices):
            choice = Choice(number, llama, request, mode, self._emit)
            source = choice.source(seed, prompt.tokens)  # may refuse: before the cache is touched
            try:
                held = self._begin(prompt)
                n_kept = len(held.tokens)
                read_from = self._first_token_at = time.monotonic()
                reason = yield from self._make(choice, source, prompt, held)
            finally:
                source.close()
            if number == 0:
                n_reused, prompt_s = n_kept, self._first_token_at - read_from
                first_token_s = self._first_token_at - started
            n_completion += choice.n_tokens
            n_measured += max(0, choice.n_tokens - 1)
            if reason is FinishReason.CANCELLED:
                break
        speed = n_measured / self._decode_s if self._decode_s else 0.0
        drafted = (self._n_drafted, self._n_accepted)
        timings = Timings(prompt_s, first_token_s, self._decode_s, speed, *drafted)
        self._emit(self._finished(reason, Usage(n_prompt, n_reused, n_completion), timings, seed))

    def _finished(self, reason: FinishReason, usage: Usage, timings: Timings, seed: int) -> Finished:
        return Finished(
            id=self.request.id,
            reason=reason,
            usage=usage,
            timings=timings,
            receipt=self._slot.receipt(self.request, seed, self.n_threads),
            memory_bytes=max(0, resident_bytes() - self._llama.bytes_before),
        )

    def _begin(self, prompt: Prompt) -> HeldText:
        request, cache = self.request, self._cache
        if self.held is not None:  # of the choice before
            cache.end(self.held)
            self.held = None
        adapters = self._llama.adapters.tag(request.adapters)
        if request.is_aside:
            self.held = cache.begin_aside(prompt.tokens, adapters, request.max_tokens or 0)
        else:
            self.held = cache.begin(prompt.tokens, adapters, request.keep_as, is_exact=self.is_exact)
        return self.held

    def _make(
        self, choice: Choice, source: TokenSource, prompt: Prompt, held: HeldText
    ) -> Generator[Step, None, FinishReason]:
        """Make one answer; return why it ended."""
        reason = FinishReason.CANCELLED
        n_ctx, n_prompt = self._llama.n_ctx, len(prompt.tokens)
        try:
            yield from self._read_prompt(prompt, held)
            if self.request.is_ahead:
                self._first_token_at = time.monotonic()
                return FinishReason.STOP
            token = source.draw()
            self._first_token_at = time.monotonic()
            n_room = min(self.request.max_tokens or n_ctx, n_ctx - n_prompt)
            reason = yield from self._decode(choice, source, token, n_room, self._foresight(prompt, held))
        except (DecodeAborted, _Cancelled):
            self._cache.repair(held)
        except NoRoom:
            if self.is_reading:
                raise DecodeFailed(1) from None
            reason = FinishReason.LENGTH
        except (DecodeFailed, GrammarInvalid):
            self._cache.repair(held)
            choice.flush()
            raise
        if choice.n_tokens:
            self._decode_s += max(time.monotonic() - self._first_token_at, 0.0)
        reason = choice.finish(reason)
        n_said = len(held.tokens) - n_prompt
        text = choice.text_of(n_said) if n_said >= 0 else None
        if text is not None:
            end = (len(prompt.text) + len(text), len(held.tokens))
            held.settle(prompt.text + text, prompt.literals, (len(prompt.text), n_prompt), end)
        return reason

    def _read_prompt(self, prompt: Prompt, held: HeldText) -> Generator[Step, None, None]:
        n_reused, n_total, started = len(held.tokens), len(prompt.tokens), time.monotonic()
        self._emit(PromptProgress(self.request.id, n_reused, 0, n_total, 0.0))
        # In pieces: between two of them is the moment to tell how far it is.
        self.is_reading, start = True, n_reused
        is_asked_again = not (self.request.is_ahead or self.request.is_aside)
        pause = self._cache.reads_to(n_total) if is_asked_again else n_total
        while start < n_total:
            end = self._piece_end(start, pause if start < pause else n_total)
            yield Step(prompt.tokens[start:end], n_logits=int(end >= n_total))
            held.pieces.append((start, end))
            if end < n_total and not self.request.is_aside:
                self._cache.mark(held, is_passing=end != pause)
            start = end
            elapsed_s = time.monotonic() - started
            self._emit(PromptProgress(self.request.id, n_reused, end - n_reused, n_total, elapsed_s))
            if self.is_cancelled():
                raise _Cancelled
        self.is_reading = False
        self._cache.measure(n_total - n_reused, time.monotonic() - started)

    def _piece_end(self, start: int, limit: int) -> int:
        end = start + self.piece_tokens
        if end >= limit:
            return limit
        on_grid = end - end % _GRID_TOKENS
        # Where a piece is no multiple of it, every one would be cut short, not only the first.
        can_stay = self.piece_tokens % _GRID_TOKENS == 0 and on_grid - start >= self.piece_tokens // 2
        return on_grid if can_stay else end

    def _decode(
        self, choice: Choice, source: TokenSource, token: int, n_room: int, foresight: Foresight | None
    ) -> Generator[Step, None, FinishReason]:
        llama, is_cancelled = self._llama, self.is_cancelled
        ahead: list[int] = []  # what was read behind the token, and may be what comes
        try:
            while not llama.is_end(token):
                if choice.take(token, source):
                    return FinishReason.STOP
                if is_cancelled():
                    raise _Cancelled
                if choice.n_tokens >= n_room:
                    return FinishReason.LENGTH
                if foresight is not None:
                    foresight.take(token)
                if ahead and ahead[0] == token:
                    del ahead[0]
                    self._n_accepted += 1
                else:
                    self._drop(ahead)
                    drafted = self._draft(foresight, n_room - choice.n_tokens - 1)
                    if drafted or not self._reads_alone(token):
                        drafted = yield from self._read_ahead(token, drafted, foresight)
                    ahead = drafted
                llama.select(self.row - len(ahead))
                token = source.draw()
                if foresight is not None:
                    foresight.end_step()
            return FinishReason.STOP
        finally:
            self._drop(ahead)

    # Speculation

    def _foresight(self, prompt: Prompt, held: HeldText) -> Foresight | None:
        """Return None where nothing may be read ahead: a wrong draft has to be dropped, and wider sums differ in last digits."""
        llama, payoff = self._llama, self._slot.payoff
        if payoff is None or self.is_exact or not llama.can_share:
            return None
        if not llama.reaches_back(held.number, len(held.tokens)):
            return None
        return Foresight(payoff, prompt.tokens, llama.is_end, guesser=self._slot.guesser)

    def _draft(self, foresight: Foresight | None, n_room: int) -> list[int]:
        """Return what may come behind the token that was drawn."""
        if foresight is None:
            return []
        # While others are made too, the cores have enough to do.
        return foresight.draft(min(n_room, self._llama.n_batch // 4) if self.is_alone else 0)

    def _reads_alone(self, token: int) -> bool:
        """Read the token that was drawn, if it may be read here. False: the batch has to, and knows what to do where it failed."""
        held = self.held
        if held is None or not self.goes_on():
            return False
        try:
            self._llama.decode_one(held.number, token)
        except (DecodeAborted, NoRoom):
            self._cache.repair(held)
            return False
        held.tokens.append(token)
        self.row = 0
        return True

    def _read_ahead(
        self, token: int, drafted: list[int], foresight: Foresight | None
    ) -> Generator[Step, None, list[int]]:
        """Let the batch read the token that was drawn, and what may come behind it; return what of that was read."""
        try:
            yield Step((token, *drafted), 1 + len(drafted))
        except NoRoom:
            if not drafted or foresight is None:
                raise
            drafted = []
            foresight.forget_step()
            yield Step((token,))
        self._n_drafted += len(drafted)
        if foresight is not None and not self.is_alone:
            foresight.forget_step()
        return drafted

    def _drop(self, ahead: list[int]) -> None:
        """Drop what was read ahead and does not come."""
        held = self.held
        if not ahead or held is None:
            return
        n_right = len(held.tokens) - len(ahead)
        ahead.clear()
        if self._llama.roll_back(held.number, n_right):
            del held.tokens[n_right:]
        else:
            held.cut(0)
            raise DecodeFailed(1)
