# SPDX-License-Identifier: Apache-2.0
"""One of the answers to a request: what its tokens become, and what they stand for in the cache."""

import time
from collections.abc import Callable, Collection
from dataclasses import dataclass

from leeward.domain.answer import AnswerParser, Part, Reasoning
from leeward.domain.generation import FinishReason, GenerationRequest, ToolCall
from leeward.domain.stream import ReasoningSplitter, Utf8Joiner
from leeward.engine.child.answer_format import AnswerFormat
from leeward.engine.child.demands import Constraint, Demands
from leeward.engine.child.llama import Llama
from leeward.engine.child.sampling import TokenSource, TopTokens
from leeward.engine.protocol import ChoiceEnded, ReasoningAppended, TextAppended, ToolCallProposed

SEND_INTERVAL_S = 0.05
"""Text goes out at most so often. A frame takes 0.2 ms of a core that computes, and drawing it in the window 1 to 2 ms more
(docs/decisions/0003). A model that is slower than 20 tokens a second sends every one at once."""

ChoiceEvent = TextAppended | ReasoningAppended | ToolCallProposed | ChoiceEnded


@dataclass(frozen=True, slots=True)
class AnswerMode:
    """What holds for all choices of a request.

    Attributes:
        spelled: Control tokens that are marks of the answer's form: these, and no others, become text. What a model spells
            like a mark with plain tokens counts as the mark too: many vocabularies have no token for it, and only the model
            itself can write here.
        is_thinking: The prompt ends inside the reasoning.
        stop: Of the template.
    """

    format: AnswerFormat
    demands: Demands
    spelled: Collection[int]
    is_thinking: bool
    stop: tuple[str, ...]

    @classmethod
    def of(
        cls, form: AnswerFormat, request: GenerationRequest, llama: Llama, *, prompt: str, stop: tuple[str, ...]
    ) -> "AnswerMode":
        """Raises ToolsUnsupported, GrammarInvalid."""
        demands = Demands.of(request, form.tool_calls, llama)
        marks = (*form.reasoning, *demands.form.marks)
        tokens = (llama.tokenize(mark, parse_special=True) for mark in marks)
        spelled = frozenset(found[0] for found in tokens if len(found) == 1 and not llama.piece(found[0]))
        begun = request.begun
        is_thinking = form.is_thinking_after(prompt) if begun is None else bool(begun.reasoning and not begun.content)
        return cls(form, demands, spelled, is_thinking, stop)


class Choice:
    """Takes the tokens of one answer and emits what they become.

    Attributes:
        number: Which choice, from 0.
        n_tokens: Taken so far.
    """

    def __init__(
        self,
        number: int,
        llama: Llama,
        request: GenerationRequest,
        mode: AnswerMode,
        emit: Callable[[ChoiceEvent], None],
    ) -> None:
        self.number = number
        self.n_tokens = 0
        self._llama = llama
        self._request = request
        self._spelled = mode.spelled
        self._emit = emit
        self._constraint = Constraint(mode.demands, is_thinking=mode.is_thinking)
        self._joiner = Utf8Joiner()
        self._parser = AnswerParser(
            turn_stop=mode.stop,
            stop=request.stop,
            reasoning=ReasoningSplitter(
                mode.format.reasoning, is_open=mode.is_thinking, has_thought=request.begun is not None
            ),
            tool_calls=mode.demands.parser(),
        )
        # Nobody asks what these tokens are before their text is sent; at once they cost a third of what they cost one by one.
        self._can_wait = self._parser.is_plain and not request.n_probs and request.n_choices == 1
        self._taken: list[int] = []  # not read yet
        self._pieces: list[bytes] = []
        self._probabilities: list[TopTokens] = []  # of the tokens since the last event
        self._log_probability = 0.0  # of all tokens together
        self._n_calls = 0
        self._kind: type[TextAppended | ReasoningAppended] = TextAppended
        self._unsent = ""
        self._sent_s = 0.0

    def source(self, seed: int, prompt: list[int]) -> TokenSource:
        """Return where the tokens come from; the caller closes it."""
        source = TokenSource(self._llama, self._request, seed + self.number, prompt)
        self._constraint.begin(source)
        return source

    def take(self, token: int, source: TokenSource) -> bool:
        """Take the token that was drawn; return whether a stop string ends the answer with it."""
        self.n_tokens += 1
        self._taken.append(token)
        is_due = time.monotonic() - self._sent_s >= SEND_INTERVAL_S
        if self._can_wait and not is_due and not self._constraint.is_pending:
            return False
        if self._request.n_probs:
            self._probabilities.append(source.probabilities(token))
        if self._request.n_choices > 1:
            self._log_probability += source.log_probability(token)
        text = self._read()
        if is_due:
            self._send()
        if self._constraint.is_pending:
            self._constraint.advance(self._parser, source, token, text)
        return self._parser.is_stopped

    def _read(self) -> str:
        """Return the text of what was taken; what it is goes to the unsent."""
        llama, spelled = self._llama, self._spelled
        pieces = [llama.spelled_piece(each) if each in spelled else llama.piece(each) for each in self._taken]
        self._taken.clear()
        self._pieces += pieces
        text = self._joiner.push(b"".join(pieces))
        self._show(self._parser.push(text))
        return text

    def text_of(self, n_tokens: int) -> str | None:
        """Return what the first tokens stand for; None when they end inside a character."""
        joiner = Utf8Joiner()
        text = joiner.push(b"".join(self._pieces[:n_tokens]))
        return None if joiner.is_mid_character else text

    def flush(self) -> None:
        """Emit what was held back."""
        self._read()
        self._show(self._parser.push(self._joiner.flush()))
        self._show(self._parser.flush())
        self._send()

    def finish(self, reason: FinishReason) -> FinishReason:
        """Emit what was held back and how it ended; return why."""
        self.flush()
        if reason is FinishReason.STOP and self._n_calls:
            reason = FinishReason.TOOL_CALLS
        if self._request.n_choices > 1:
            mean = self._log_probability / self.n_tokens if self.n_tokens else 0.0
            self._emit(ChoiceEnded(self._request.id, self.number, reason, self.n_tokens, mean))
        return reason

    def _show(self, parts: list[Part]) -> None:
        for part in parts:
            if isinstance(part, ToolCall):
                self._send()
                self._n_calls += 1
                self._emit(ToolCallProposed(self._request.id, part, *self._told()))
                continue
            kind, text = (ReasoningAppended, part.text) if isinstance(part, Reasoning) else (TextAppended, part)
            if kind is not self._kind:
                self._send()
                self._kind = kind
            self._unsent += text

    def _send(self) -> None:
        if self._unsent:
            text, self._unsent = self._unsent, ""
            self._sent_s = time.monotonic()
            self._emit(self._kind(self._request.id, text, *self._told()))

    def _told(self) -> tuple[int, tuple[TopTokens, ...], int]:
        """Return what every event tells beside its text."""
        told = (self.n_tokens, tuple(self._probabilities), self.number)
        self._probabilities.clear()
        return told
