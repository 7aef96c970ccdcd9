# SPDX-License-Identifier: Apache-2.0
"""One engine for one command: load a model, ask, get the answer while it comes. No threads, no profile."""

import signal
from collections.abc import Callable
from dataclasses import dataclass, replace
from types import FrameType, TracebackType
from typing import Self
from uuid import uuid4

from leeward.domain.errors import AppError
from leeward.domain.generation import ChatMessage, FinishReason, GenerationRequest, Receipt, Sampling, Timings, Usage
from leeward.domain.ids import GenerationId
from leeward.domain.model_info import LoadedModel, LoadPlan
from leeward.engine.protocol import (
    Engine,
    EngineDied,
    EngineEvent,
    EngineGaveUp,
    EngineStarted,
    Finished,
    GenerationFailed,
    LoadFailed,
    ModelLoaded,
    ReasoningAppended,
    TextAppended,
)
from leeward.library.model_check import check_model_file

POLL_S = 0.25

OnText = Callable[[str], None]


class EngineFault(Exception):
    """A bug in the engine process; the text says which."""


@dataclass(frozen=True, slots=True)
class Answer:
    text: str
    reasoning: str
    finish_reason: FinishReason
    usage: Usage
    timings: Timings
    receipt: Receipt


@dataclass(frozen=True, slots=True)
class Shape:
    """What the answer must look like; at most one of the two. See GenerationRequest."""

    grammar: str = ""
    json_schema: str = ""


FREE = Shape()


class Session:
    """A context manager around an engine. Ctrl+C ends the answer, not the program, while one is made."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._is_interrupted = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._engine.close()

    def devices(self) -> EngineStarted:
        """Start the engine and return what it found. Raises AppError."""
        self._engine.start()
        while True:
            match self._next():
                case EngineStarted() as started:
                    return started
                case EngineDied(error=error):
                    raise error
                case _:
                    pass

    def load(self, plan: LoadPlan) -> LoadedModel:
        """Load a model, after a look at its header. Raises AppError, EngineFault."""
        check_model_file(plan.path)
        self._engine.load(plan)
        while True:
            match self._next():
                case ModelLoaded(model=model):
                    return model
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
        request = GenerationRequest(GenerationId(uuid4().hex), messages, sampling, max_tokens)
        request = replace(request, grammar=shape.grammar, json_schema=shape.json_schema)
        text: list[str] = []
        reasoning: list[str] = []
        self._is_interrupted = False
        previous = signal.signal(signal.SIGINT, self._on_interrupt)
        try:
            self._engine.generate(request)
            while True:
                if self._is_interrupted:
                    self._engine.cancel(request.id)
                match self._next():
                    case TextAppended(text=piece):
                        text.append(piece)
                        on_text(piece)
                    case ReasoningAppended(text=piece):
                        reasoning.append(piece)
                    case Finished() as end:
                        return Answer(
                            "".join(text), "".join(reasoning), end.reason, end.usage, end.timings, end.receipt
                        )
                    case GenerationFailed(error=error):
                        raise _for_people(error)
                    case _:
                        pass
        finally:
            signal.signal(signal.SIGINT, previous)

    def _on_interrupt(self, _signal: int, _frame: FrameType | None) -> None:
        self._is_interrupted = True

    def _next(self) -> EngineEvent | None:
        event = self._engine.next_event(POLL_S)
        if isinstance(event, EngineGaveUp):
            raise event.error
        return event


def _for_people(error: Exception | None) -> Exception:
    return error if isinstance(error, AppError) else EngineFault(str(error))
