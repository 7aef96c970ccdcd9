# SPDX-License-Identifier: Apache-2.0
"""What a request becomes: its prompt as tokens, those of them that the KV cache has not read yet, and the answers."""

import secrets
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import msgspec

from leeward.domain.errors import AsideRefused, ContextOverflow, GrammarInvalid, ModelUnsuited
from leeward.domain.generation import (
    ChatMessage,
    FinishReason,
    GenerationRequest,
    PromptOptions,
    Receipt,
    Timings,
    Usage,
)
from leeward.domain.queries import PromptView
from leeward.engine.child.answer_format import answer_format
from leeward.engine.child.cache import Aside, Cache, Span
from leeward.engine.child.choice import AnswerMode, Choice, ChoiceEvent
from leeward.engine.child.llama import DecodeAborted, Llama
from leeward.engine.child.prompt_view import view
from leeward.engine.child.rendering import with_begun
from leeward.engine.child.sampling import TokenSource
from leeward.engine.child.templates import ChatTemplate, Rendered
from leeward.engine.child.vocabulary import DecodeFailed
from leeward.engine.out_of_memory import resident_bytes
from leeward.engine.protocol import Finished, PromptProgress

RESERVE_TOKENS = 32
"""Room a prompt must leave for its answer, else it does not fit."""

SlotEvent = PromptProgress | ChoiceEvent | Finished
Emit = Callable[[SlotEvent], None]
IsCancelled = Callable[[], bool]
FreeThreads = Callable[[], int]
"""Returns with how many threads to compute now."""

_LOOK_INTERVAL_S = 0.5


class _Cancelled(Exception):
    """The user stopped the answer."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """A prompt as tokens. `text` is what was rendered, `literals` where control tokens are only spelled in it."""

    text: str
    tokens: list[int]
    literals: tuple[Span, ...]


class Slot:
    """One model with one conversation: prompts that continue what its cache holds are read from there on.

    Attributes:
        format: How the model thinks and calls tools.
        cache: What the model has read.
    """

    def __init__(self, llama: Llama, template: ChatTemplate, engine: str) -> None:
        self._llama = llama
        self._template = template
        self._engine = engine
        self.format = answer_format(template.source, llama.has_token)
        self.cache = Cache(llama)

    def generate(self, request: GenerationRequest, free: FreeThreads, emit: Emit, is_cancelled: IsCancelled) -> None:
        """Make the answers to a request. Blocking; events go to `emit`, the last one is Finished.

        `free` is asked at the beginning and about twice a second: an answer may take minutes, and what else the machine
        does changes meanwhile.

        Raises:
            ContextOverflow, TemplateFailed, AdapterUnfit, ModelUnsuited, ToolsUnsupported, AsideRefused: Nothing was read.
            GrammarInvalid: Nothing was read, or the answer could not go on.
        """
        if not self._llama.can_generate:
            raise ModelUnsuited("it turns texts into vectors or scores and cannot write")
        if not request.is_aside:
            _Answer(self, self.cache, request, free, emit, is_cancelled).run()
            return
        with Aside(self._llama, self.cache, request) as aside:
            _Answer(self, aside, request, free, emit, is_cancelled).run()

    # What a prompt becomes

    def prompt(self, request: GenerationRequest) -> Prompt:
        rendered = self._template.render(request.messages, self._llama, request.options)
        if request.begun is not None:
            rendered = with_begun(rendered, self.format.begun_after(rendered.text, request.begun), self._llama)
        return Prompt(rendered.text, self._tokenize(rendered), literal_spans(rendered))

    def view(
        self, messages: Sequence[ChatMessage | dict[str, Any]], options: PromptOptions | None = None
    ) -> PromptView:
        """Return what the model would see, message by message."""
        rendered = self._template.render(messages, self._llama, options)
        tokens = self._tokenize(rendered)
        shown = view(rendered, tokens, self._llama.spelled_piece)
        bos, bos_text = self._llama.vocabulary.bos, self._llama.vocabulary.bos_text
        is_added = tokens[:1] == [bos] and not rendered.text.startswith(bos_text)
        return msgspec.structs.replace(shown, added=bos_text) if is_added else shown

    def _tokenize(self, rendered: Rendered) -> list[int]:
        continued = self._continue(rendered)
        if continued is not None:
            return continued
        tokens = self._tokenize_pieces(rendered.pieces)
        vocabulary = self._llama.vocabulary
        if vocabulary.add_bos:
            # BOS exactly once, whether the template prints it or not.
            while tokens[:1] == [vocabulary.bos]:
                del tokens[0]
            tokens.insert(0, vocabulary.bos)
        return tokens

    def _continue(self, rendered: Rendered) -> list[int] | None:
        """Return the cached tokens plus those of the new text, when the prompt begins with the cached text.

        The tokens a model produced need not be those its text would be cut into: comparing texts keeps them.
        """
        text = self.cache.text
        if not text or not rendered.text.startswith(text):
            return None
        n_known = len(text)
        if (
            tuple((start, min(end, n_known)) for start, end in literal_spans(rendered) if start < n_known)
            != self.cache.literals
        ):
            return None  # the same text, but what was a control token in it is only spelled now, or the other way round
        rest, position = [], 0
        for piece, is_literal in rendered.pieces:
            new = piece[max(0, n_known - position) :]
            position += len(piece)
            if new:
                rest.append((new, is_literal))
        if not rest:
            return list(self.cache.tokens)
        (first, is_literal), *others = rest
        return self.cache.tokens + self._tokenize_behind(first, is_literal) + self._tokenize_pieces(others)

    def _tokenize_behind(self, piece: str, is_literal: bool) -> list[int]:  # noqa: FBT001  one of two values of a piece
        """Tokenize what goes on with a text: SentencePiece must not begin it with a space."""
        if self._llama.template_facts.adds_space:
            # A line break is a token of its own there, whatever follows.
            head = self._llama.tokenize("\n", parse_special=False)
            tokens = self._llama.tokenize("\n" + piece, parse_special=not is_literal)
            if tokens[: len(head)] == head:
                return tokens[len(head) :]
        return self._tokenize_pieces([(piece, is_literal)])

    def _tokenize_pieces(self, pieces: Sequence[tuple[str, bool]]) -> list[int]:
        tokens: list[int] = []
        for piece, is_literal in pieces:
            tokens += self._llama.tokenize(piece, parse_special=not is_literal)
        return tokens

    def receipt(self, request: GenerationRequest, seed: int, n_threads: int) -> Receipt:
        info, own = self._llama.info, self._llama.adapters.own
        adapters = own if request.adapters is None else request.adapters
        return Receipt(
            model_name=info.name,
            model_file=info.path.name,
            model_size_bytes=info.size_bytes,
            template_id=self._template.id,
            sampling=replace(request.sampling, seed=seed),
            engine=self._engine,
            n_ctx=info.n_ctx,
            n_threads=n_threads,
            adapters=tuple(adapter.use for adapter in adapters),
        )

    @property
    def llama(self) -> Llama:
        return self._llama

    @property
    def template_stop(self) -> tuple[str, ...]:
        return self._template.stop


class _Answer:
    """The answers to one request in the making."""

    def __init__(
        self,
        slot: Slot,
        cache: Cache,
        request: GenerationRequest,
        free: FreeThreads,
        emit: Emit,
        is_cancelled: IsCancelled,
    ) -> None:
        self._slot = slot
        self._cache = cache
        self._llama = slot.llama
        self._request = request
        self._free = free
        self._n_threads = free()
        self._looked_s = time.monotonic()
        self._emit = emit
        self._is_cancelled = is_cancelled
        self._first_token_at = 0.0  # of the choice that is made
        self._decode_s = 0.0  # of all choices

    def run(self) -> None:
        started = time.monotonic()
        request = self._request
        prompt = self._slot.prompt(request)
        n_prompt, n_ctx = len(prompt.tokens), self._llama.n_ctx
        if n_prompt + RESERVE_TOKENS > n_ctx:
            raise ContextOverflow(n_prompt=n_prompt, n_ctx=n_ctx)
        seed = secrets.randbelow(2**32 - 1) if request.sampling.seed is None else request.sampling.seed
        self._cache.use_adapters(request.adapters)
        mode = AnswerMode.of(self._slot.format, request, self._llama, prompt=prompt.text, stop=self._slot.template_stop)
        if request.is_aside and mode.is_thinking:
            raise AsideRefused("the model would think first")
        prompt_s = first_token_s = 0.0
        n_reused = n_completion = n_measured = 0
        reason = FinishReason.STOP
        for number in range(request.n_choices):
            choice = Choice(number, self._llama, request, mode, self._emit)
            source = choice.source(seed, prompt.tokens)  # may refuse: before the cache is touched
            n_kept = self._cache.reuse(prompt.tokens, is_exact=request.sampling.seed is not None)
            read_from = self._first_token_at = time.monotonic()
            reason = self._make(choice, source, prompt, n_kept)
            if number == 0:
                n_reused, prompt_s = n_kept, self._first_token_at - read_from
                first_token_s = self._first_token_at - started
            n_completion += choice.n_tokens
            n_measured += max(0, choice.n_tokens - 1)
            if reason is FinishReason.CANCELLED:
                break
        speed = n_measured / self._decode_s if self._decode_s else 0.0
        self._emit(
            Finished(
                id=request.id,
                reason=reason,
                usage=Usage(n_prompt, n_reused, n_completion),
                timings=Timings(prompt_s, first_token_s, self._decode_s, speed),
                receipt=self._slot.receipt(request, seed, self._n_threads),
                memory_bytes=max(0, resident_bytes() - self._llama.bytes_before),
            )
        )

    def _make(self, choice: Choice, source: TokenSource, prompt: Prompt, n_reused: int) -> FinishReason:
        """Make one answer; return why it ended."""
        self._llama.set_threads(self._n_threads)
        reason = FinishReason.CANCELLED
        n_ctx, n_prompt = self._llama.n_ctx, len(prompt.tokens)
        try:
            self._read_prompt(prompt, n_reused)
            token = source.draw()
            self._first_token_at = time.monotonic()
            reason = self._decode(choice, source, token, min(self._request.max_tokens or n_ctx, n_ctx - n_prompt))
        except (DecodeAborted, _Cancelled):
            self._cache.repair()
        except (DecodeFailed, GrammarInvalid):
            self._cache.repair()
            choice.flush()
            raise
        finally:
            source.close()
        if choice.n_tokens:
            self._decode_s += max(time.monotonic() - self._first_token_at, 0.0)
        reason = choice.finish(reason)
        n_cached = len(self._cache.tokens) - n_prompt
        text = choice.text_of(n_cached) if n_cached >= 0 else None
        if text is not None:
            self._cache.settle(prompt.text + text, prompt.literals)
        return reason

    def _read_prompt(self, prompt: Prompt, n_reused: int) -> None:
        n_total, started = len(prompt.tokens), time.monotonic()
        self._emit(PromptProgress(self._request.id, n_reused, 0, n_total, 0.0))
        # In pieces: between two of them is the moment to tell how far it is.
        n_batch = self._llama.n_batch
        for start in range(n_reused, n_total, n_batch):
            piece = prompt.tokens[start : start + n_batch]
            self._cache.read(piece, is_last=start + n_batch >= n_total)
            n_read = start + len(piece) - n_reused
            self._emit(PromptProgress(self._request.id, n_reused, n_read, n_total, time.monotonic() - started))
            if self._is_cancelled():
                raise _Cancelled
            self._follow_load()

    def _decode(self, choice: Choice, source: TokenSource, token: int, n_room: int) -> FinishReason:
        while not self._llama.is_end(token):
            if choice.take(token, source):
                return FinishReason.STOP
            if self._is_cancelled():
                raise _Cancelled
            if choice.n_tokens >= n_room:
                return FinishReason.LENGTH
            self._follow_load()
            self._cache.append(token)
            token = source.draw()
        return FinishReason.STOP

    def _follow_load(self) -> None:
        """Compute with as many threads as are free by now."""
        now_s = time.monotonic()
        if now_s - self._looked_s >= _LOOK_INTERVAL_S:
            self._looked_s = now_s
            self._llama.set_threads(self._free())


def literal_spans(rendered: Rendered) -> tuple[Span, ...]:
    """Return where in the rendered text control tokens are only spelled."""
    spans, position = [], 0
    for piece, is_literal in rendered.pieces:
        if is_literal:
            spans.append((position, position + len(piece)))
        position += len(piece)
    return tuple(spans)
