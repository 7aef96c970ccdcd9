# SPDX-License-Identifier: Apache-2.0
"""One of the answers to a request: what its tokens become, and what they stand for in the cache."""

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
        return cls(form, demands, spelled, form.is_thinking_after(prompt), stop)


class Choice:
    """Takes the tokens of one answer and emits what they become.

    Attributes:
        number: Which choice, from 0.
        n_tokens: Taken so far.
        cached_text: What those of its tokens stand for that are in the KV cache; None while they end inside a character.
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
            reasoning=ReasoningSplitter(mode.format.reasoning, is_open=mode.is_thinking),
            tool_calls=mode.demands.parser(),
        )
        self._text = ""
        self._cached_text: list[str] = []
        self._is_cached_text_whole = True
        self._probabilities: list[TopTokens] = []  # of the tokens since the last event
        self._log_probability = 0.0  # of all tokens together
        self._n_calls = 0

    def source(self, seed: int, prompt: list[int]) -> TokenSource:
        """Return where the tokens come from; the caller closes it."""
        source = TokenSource(self._llama, self._request, seed + self.number, prompt)
        self._constraint.begin(source)
        return source

    def take(self, token: int, source: TokenSource) -> bool:
        """Take the token that was drawn; return whether a stop string ends the answer with it."""
        self.n_tokens += 1
        if self._request.n_probs:
            self._probabilities.append(source.probabilities(token))
        if self._request.n_choices > 1:
            self._log_probability += source.log_probability(token)
        is_mark = token in self._spelled
        self._text = self._joiner.push(self._llama.spelled_piece(token) if is_mark else self._llama.piece(token))
        self._show(self._parser.push(self._text))
        self._constraint.advance(self._parser, source, token, self._text)
        return self._parser.is_stopped

    def cached(self) -> None:
        """The last token is in the KV cache now."""
        self._cached_text.append(self._text)
        self._is_cached_text_whole = not self._joiner.is_mid_character

    @property
    def cached_text(self) -> str | None:
        return "".join(self._cached_text) if self._is_cached_text_whole else None

    def flush(self) -> None:
        """Emit what was held back."""
        self._show(self._parser.push(self._joiner.flush()))
        self._show(self._parser.flush())

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
            told = (self.n_tokens, tuple(self._probabilities), self.number)
            self._probabilities.clear()
            match part:
                case Reasoning(text=text):
                    self._emit(ReasoningAppended(self._request.id, text, *told))
                case ToolCall():
                    self._n_calls += 1
                    self._emit(ToolCallProposed(self._request.id, part, *told))
                case _:
                    self._emit(TextAppended(self._request.id, part, *told))
