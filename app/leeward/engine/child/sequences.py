# SPDX-License-Identifier: Apache-2.0
"""What a request becomes: its prompt as tokens, those of them that the KV cache has not read yet, and the answers."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import msgspec

from leeward.domain.errors import ModelUnsuited
from leeward.domain.generation import ChatMessage, GenerationRequest, PromptOptions, Receipt
from leeward.domain.queries import PromptView
from leeward.engine.child.answer import Answer, Emit, IsCancelled, Prompt
from leeward.engine.child.answer_format import answer_format
from leeward.engine.child.batch import Batch
from leeward.engine.child.cache import Cache
from leeward.engine.child.kv_files import Shelf, Span
from leeward.engine.child.llama import Llama
from leeward.engine.child.prompt_view import view
from leeward.engine.child.rendering import with_begun
from leeward.engine.child.sharing_cache import SharingCache
from leeward.engine.child.single_cache import SingleCache
from leeward.engine.child.speculation import Guesser, Payoff
from leeward.engine.child.templates import ChatTemplate, Rendered

FreeThreads = Callable[[], int]
"""Returns with how many threads to compute now."""


class Slot:
    """One model with all it has read: prompts that continue what its cache holds are read from there on.

    Attributes:
        format: How the model thinks and calls tools.
        cache: What the model has read.
        payoff: What reading ahead brings with it; None never reads ahead.
        guesser: The draft model, where one was loaded.
    """

    def __init__(self, llama: Llama, template: ChatTemplate, engine: str, shelf: Shelf | None = None) -> None:
        self._llama = llama
        self._template = template
        self._engine = engine
        self.format = answer_format(template.source, llama.has_token)
        self.cache: Cache = (SharingCache if llama.can_share else SingleCache)(llama, shelf)
        self.payoff: Payoff | None = Payoff()
        self.guesser: Guesser | None = None

    def answer(self, request: GenerationRequest, emit: Emit, is_cancelled: IsCancelled) -> Answer:
        """Return the answers to a request, for a `Batch`; events go to `emit`, the last one is Finished.

        What they fail with (`Answer.error`):
            ContextOverflow, TemplateFailed, AdapterUnfit, ToolsUnsupported, AsideRefused: Nothing was read.
            GrammarInvalid: Nothing was read, or the answer could not go on.

        Raises ModelUnsuited.
        """
        if not self._llama.can_generate:
            raise ModelUnsuited("it turns texts into vectors or scores and cannot write")
        return Answer(self, request, emit, is_cancelled)

    def generate(self, request: GenerationRequest, free: FreeThreads, emit: Emit, is_cancelled: IsCancelled) -> None:
        """Make the answers to one request. Blocking. Raises what they fail with.

        `free` is asked at the beginning and about twice a second: an answer may take minutes, and what else the machine
        does changes meanwhile.
        """
        batch = Batch(self._llama, self.cache, lambda _is_exact: free(), lambda: False)
        answer = self.answer(request, emit, is_cancelled)
        batch.add(answer)
        while batch.running:
            batch.step()
        if answer.error is not None:
            raise answer.error

    # What a prompt becomes

    def prompt(self, request: GenerationRequest) -> Prompt:
        rendered = self._template.render(request.messages, self._llama, request.options)
        if request.begun is not None:
            rendered = with_begun(rendered, self.format.begun_after(rendered.text, request.begun), self._llama)
        if request.is_ahead:
            rendered = ahead(rendered)
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
        """Return the tokens of a text in the cache and those of what comes new, when the prompt begins as that text."""
        (n_known, _), tokens = self.cache.best_mark(rendered.text, literal_spans(rendered))
        if not n_known:
            return None
        rest, position = [], 0
        for piece, is_literal in rendered.pieces:
            new = piece[max(0, n_known - position) :]
            position += len(piece)
            if new:
                rest.append((new, is_literal))
        if not rest:
            return tokens
        (first, is_literal), *others = rest
        return tokens + self._tokenize_behind(first, is_literal) + self._tokenize_pieces(others)

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


def literal_spans(rendered: Rendered) -> tuple[Span, ...]:
    """Return where in the rendered text control tokens are only spelled."""
    spans, position = [], 0
    for piece, is_literal in rendered.pieces:
        if is_literal:
            spans.append((position, position + len(piece)))
        position += len(piece)
    return tuple(spans)


def ahead(rendered: Rendered) -> Rendered:
    """Return what of a prompt will be there however its last message goes on: up to the last whole word of that."""
    span = rendered.spans[-1] if rendered.spans else None
    start, end = span or (0, 0)
    while end > start and not rendered.text[end - 1].isspace():
        end -= 1
    end = start + len(rendered.text[start:end].rstrip())
    pieces, position = [], 0
    for piece, is_literal in rendered.pieces:
        kept = piece[: max(0, end - position)]
        position += len(piece)
        if kept:
            pieces.append((kept, is_literal))
    return replace(rendered, text=rendered.text[:end], pieces=tuple(pieces))
