# SPDX-License-Identifier: Apache-2.0
"""One engine for one command: load a model, ask, get the answer while it comes. No threads, no profile."""

import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from types import FrameType, TracebackType
from typing import Any, Self, TypeVar
from uuid import uuid4

from leeward.domain.errors import AppError
from leeward.domain.generation import (
    ChatMessage,
    FinishReason,
    GenerationRequest,
    PromptOptions,
    Receipt,
    Sampling,
    Timings,
    ToolCall,
    Usage,
)
from leeward.domain.ids import GenerationId
from leeward.domain.model_info import LoadedModel, LoadPlan
from leeward.domain.queries import Query, QueryAnswer
from leeward.engine.protocol import (
    ChoiceEnded,
    Engine,
    EngineDied,
    EngineEvent,
    EngineGaveUp,
    EngineSilent,
    EngineStarted,
    Finished,
    GenerationFailed,
    LoadFailed,
    LoadRetrying,
    ModelLoaded,
    QueryAnswered,
    QueryFailed,
    ReasoningAppended,
    TextAppended,
    ToolCallProposed,
)
from leeward.error_text import describe, describe_step
from leeward.library.draft_check import with_checked_companions
from leeward.library.fit import plan_for
from leeward.library.model_check import check_model_file

POLL_S = 0.25

Kind = TypeVar("Kind", bound=QueryAnswer)
OnText = Callable[[str], None]


class EngineFault(Exception):
    """A bug in the engine process; the text says which."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several answers; `mean_log_probability` is None where only one was asked for."""

    text: str
    reasoning: str
    tool_calls: tuple[ToolCall, ...]
    finish_reason: FinishReason
    n_tokens: int
    mean_log_probability: float | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a request. `choices`: most probable first; there is always one. `memory_bytes`: see Finished."""

    choices: tuple[Choice, ...]
    usage: Usage
    timings: Timings
    receipt: Receipt
    memory_bytes: int = 0

    @property
    def best(self) -> Choice:
        return self.choices[0]


@dataclass(frozen=True, slots=True)
class Shape:
    """What the answer must look like. See GenerationRequest."""

    grammar: str = ""
    json_schema: str = ""
    tools: tuple[dict[str, Any], ...] = ()
    tool_choice: str = "auto"
    n_choices: int = 1
    stop: tuple[str, ...] = ()
    is_reasoning: bool | None = None


FREE = Shape()


class Session:
    """A context manager around an engine. Ctrl+C ends the answer, not the program, while one is made."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._started: EngineStarted | None = None
        self._is_interrupted = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._engine.close()

    def devices(self) -> EngineStarted:
        """Start the engine and return what it found. Raises AppError."""
        if self._started is not None:
            return self._started
        self._engine.start()
        while True:
            match self._next():
                case EngineStarted() as started:
                    self._started = started
                    return started
                case EngineDied(error=error):
                    raise error
                case _:
                    pass

    def load(self, plan: LoadPlan) -> LoadedModel:
        """Load a model, after a look at its header and at what is to lie over it. Raises AppError, EngineFault."""
        info = check_model_file(plan.path)
        fit = plan_for(info, with_checked_companions(plan), self.devices().devices)
        for note in fit.notes:
            _say(note)
        self._engine.load(fit.plan)
        while True:
            match self._next():
                case ModelLoaded(model=model):
                    return model
                case LoadRetrying(step=step, error=error):
                    _say(f"{describe(error).sentence} {describe_step(step)}")
                case LoadFailed(error=error):
                    raise _for_people(error)
                case _:
                    pass

    def ask(
        self,
        messages: tuple[ChatMessage, ...],
        sampling: Sampling,
        max_tokens: int | None,
        on_text: OnText,
        shape: Shape = FREE,
    ) -> Answer:
        """Return the answer; `on_text` gets it piece by piece. After Ctrl+C it is what was said until then.

        Raises AppError, EngineFault.
        """
        request = replace(
            GenerationRequest(GenerationId(uuid4().hex), messages, sampling, max_tokens),
            grammar=shape.grammar,
            json_schema=shape.json_schema,
            stop=shape.stop,
            options=PromptOptions(tools=shape.tools, is_reasoning=shape.is_reasoning),
            tool_choice=shape.tool_choice,
            n_choices=shape.n_choices,
        )
        parts = _Parts()
        self._is_interrupted = False
        previous = signal.signal(signal.SIGINT, self._on_interrupt)
        try:
            self._engine.generate(request)
            while True:
                if self._is_interrupted:
                    self._engine.cancel(request.id)
                match self._next():
                    case TextAppended() as event:
                        parts.take(event)
                        on_text(event.text)
                    case ReasoningAppended() | ToolCallProposed() | ChoiceEnded() as event:
                        parts.take(event)
                    case Finished() as end:
                        return Answer(parts.choices(end), end.usage, end.timings, end.receipt, end.memory_bytes)
                    case GenerationFailed(error=error):
                        raise _for_people(error)
                    case _:
                        pass
        finally:
            signal.signal(signal.SIGINT, previous)

    def query(self, query: Query, kind: type[Kind]) -> Kind:
        """Return the answer, which is a `kind`, to something that is no chat. Raises AppError, EngineFault."""
        self._engine.ask(query)
        while True:
            match self._next():
                case QueryAnswered(answer=answer):
                    if not isinstance(answer, kind):
                        raise EngineFault(f"{type(answer).__name__} is no answer to {type(query).__name__}")
                    return answer
                case QueryFailed(error=error):
                    raise _for_people(error)
                case _:
                    pass

    def _on_interrupt(self, _signal: int, _frame: FrameType | None) -> None:
        self._is_interrupted = True

    def _next(self) -> EngineEvent | None:
        event = self._engine.next_event(POLL_S)
        if isinstance(event, EngineGaveUp):
            raise event.error
        if isinstance(event, EngineSilent):
            print(
                f"leeward: the engine has given no sign of life for {event.silent_s:.0f} seconds; "
                f"it is ended after {event.limit_s:.0f}.",
                file=sys.stderr,
            )
        return event


def _say(sentence: str) -> None:
    print(f"leeward: {sentence}", file=sys.stderr, flush=True)


def _for_people(error: Exception | None) -> Exception:
    return error if isinstance(error, AppError) else EngineFault(str(error))


class _Parts:
    """Collects what belongs to each choice."""

    def __init__(self) -> None:
        self._events: dict[int, list[TextAppended | ReasoningAppended | ToolCallProposed]] = {}
        self._ends: list[ChoiceEnded] = []

    def take(self, event: TextAppended | ReasoningAppended | ToolCallProposed | ChoiceEnded) -> None:
        if isinstance(event, ChoiceEnded):
            self._ends.append(event)
        else:
            self._events.setdefault(event.choice, []).append(event)

    def choices(self, end: Finished) -> tuple[Choice, ...]:
        if not self._ends:
            return (self._choice(0, end.reason, end.usage.completion_tokens, None),)
        # An answer without a token has no probability: it comes last.
        ranked = sorted(self._ends, key=lambda each: (each.n_tokens > 0, each.mean_log_probability), reverse=True)
        return tuple(
            self._choice(each.choice, each.reason, each.n_tokens, each.mean_log_probability) for each in ranked
        )

    def _choice(self, number: int, reason: FinishReason, n_tokens: int, mean: float | None) -> Choice:
        events = self._events.get(number, [])
        return Choice(
            "".join(event.text for event in events if isinstance(event, TextAppended)),
            "".join(event.text for event in events if isinstance(event, ReasoningAppended)),
            tuple(event.call for event in events if isinstance(event, ToolCallProposed)),
            reason,
            n_tokens,
            mean,
        )
