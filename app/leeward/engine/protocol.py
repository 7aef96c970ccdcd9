# SPDX-License-Identifier: Apache-2.0
"""The one interface to a running model, and the events it answers with.

An engine is a pump: requests return at once, and everything that happens is taken from `next_event`. So one thread can
drive several generations, and a front end without threads (the terminal) uses it as it is.

Order of events
    start:     EngineStarted, also behind every restart
    load:      LoadProgress*, after each LoadRetrying once more, then ModelLoaded | LoadFailed
    generate:  PromptProgress*, then in the order of the answer ReasoningAppended* TextAppended* ToolCallProposed*, then
               Finished | GenerationFailed     (each carries the id). With n_choices above 1 one choice after the other: each
               ends with ChoiceEnded, and between two of them some of the prompt may be read again.
    ask:       QueryAnswered | QueryFailed, between two steps of the answers that are being made where it takes no time.
               Answers are made at the same time as far as the engine can, those that somebody waits for first.
    any time:  EngineDied, after the failures of everything that was under way; then EngineRestarting or
               EngineGaveUp. After EngineRestarting the same model is loaded again by itself: LoadProgress* ModelLoaded.
"""

from pathlib import Path
from typing import Protocol

import msgspec

from leeward.domain.bounds import Count, Seconds, Share
from leeward.domain.errors import AppError, EngineCrashLoop
from leeward.domain.generation import FinishReason, GenerationRequest, Receipt, Timings, ToolCall, Usage
from leeward.domain.ids import GenerationId, QueryId, RequestId
from leeward.domain.memory import Step
from leeward.domain.model_info import Device, LoadedModel, LoadPlan
from leeward.domain.queries import Query, QueryAnswer


class LoadProgress(msgspec.Struct, frozen=True, tag=True):
    """`fraction` of the weights is in memory (0 to 1)."""

    path: Path
    fraction: Share


class ModelLoaded(msgspec.Struct, frozen=True, tag=True):
    model: LoadedModel


class LoadFailed(msgspec.Struct, frozen=True, tag=True):
    """No model is loaded. `error` is None when the user cancelled, and no AppError when it is a bug."""

    path: Path
    error: Exception | None


class LoadRetrying(msgspec.Struct, frozen=True, tag=True):
    """The model did not load because of `error`, and is tried again in a safer way."""

    path: Path
    step: Step
    error: AppError


class PromptProgress(msgspec.Struct, frozen=True, tag=True):
    """The prompt is being read.

    Attributes:
        n_reused: Tokens still in the KV cache, not read again.
        n_read: Tokens read so far for this request.
        n_total: Tokens of the whole prompt; reading is done when n_reused + n_read == n_total.
        elapsed_s: Since reading began.
    """

    id: GenerationId
    n_reused: Count
    n_read: Count
    n_total: Count
    elapsed_s: Seconds


class TextAppended(msgspec.Struct, frozen=True, tag=True):
    """More of the answer.

    Attributes:
        n_tokens: How many tokens the answer (of this choice) has by now.
        choice: Which of several answers, from 0.
        probabilities: Empty unless asked for (GenerationRequest.n_probs). Else for each token since the event before,
            pairs of a token's text and the probability the model gave it: the drawn token, then the most probable ones.
    """

    id: GenerationId
    text: str
    n_tokens: Count
    probabilities: tuple[tuple[tuple[str, float], ...], ...] = ()
    choice: int = 0


class ReasoningAppended(msgspec.Struct, frozen=True, tag=True):
    """More of what the model thinks before it answers (text between the model's reasoning marks)."""

    id: GenerationId
    text: str
    n_tokens: Count
    probabilities: tuple[tuple[tuple[str, float], ...], ...] = ()
    choice: int = 0


class ToolCallProposed(msgspec.Struct, frozen=True, tag=True):
    """The model asks for a tool; whether it is called is for others to say. The call is whole, and of a tool of the request.

    Its text is no part of the answer. A call that is cut or malformed comes as TextAppended.
    """

    id: GenerationId
    call: ToolCall
    n_tokens: int
    probabilities: tuple[tuple[tuple[str, float], ...], ...] = ()
    choice: int = 0


class ChoiceEnded(msgspec.Struct, frozen=True, tag=True):
    """One of several answers is whole.

    Attributes:
        mean_log_probability: Of its tokens, as the model gave them before any sampler (natural logarithm; the token that ends
            the turn is not counted); 0 when there are none.
    """

    id: GenerationId
    choice: int
    reason: FinishReason
    n_tokens: int
    mean_log_probability: float


class Finished(msgspec.Struct, frozen=True, tag=True):
    """The end. With several choices `usage` counts all, and `reason` is that of the last one that was made.

    `memory_bytes`: main memory that the engine grew by since before the model was loaded; 0 where it was not measured.
    """

    id: GenerationId
    reason: FinishReason
    usage: Usage
    timings: Timings
    receipt: Receipt
    memory_bytes: int = 0


class GenerationFailed(msgspec.Struct, frozen=True, tag=True):
    """The answer ended by a fault. What was said before stays valid.

    `error` is an AppError, or another exception when it is a bug.
    """

    id: GenerationId
    error: Exception


class QueryAnswered(msgspec.Struct, frozen=True, tag=True):
    id: QueryId
    answer: QueryAnswer


class QueryFailed(msgspec.Struct, frozen=True, tag=True):
    """There is no answer. `error` is None when it was cancelled, and no AppError when it is a bug."""

    id: QueryId
    error: Exception | None


class EngineStarted(msgspec.Struct, frozen=True, tag=True):
    """The engine process takes models.

    Attributes:
        engine: Name and version of what computes.
        devices: What it can compute on.
        backends: What it was built for, with or without a device here ("CPU", "CUDA", "RPC").
    """

    engine: str
    devices: tuple[Device, ...]
    backends: tuple[str, ...] = ()


class EngineSilent(msgspec.Struct, frozen=True, tag=True):
    """No heartbeat for `silent_s` seconds while there was work; the engine is ended by itself at `limit_s`. Said again while it lasts."""

    silent_s: float
    limit_s: float


class EngineResponding(msgspec.Struct, frozen=True, tag=True):
    """A sign of life after EngineSilent."""


class EngineDied(msgspec.Struct, frozen=True, tag=True):
    """The engine process is gone."""

    error: AppError


class EngineRestarting(msgspec.Struct, frozen=True, tag=True):
    """A new process loads the same model."""

    path: Path


class EngineGaveUp(msgspec.Struct, frozen=True, tag=True):
    """It died too often; nothing is started until `load` is called."""

    error: EngineCrashLoop


EngineEvent = (
    LoadProgress
    | ModelLoaded
    | LoadFailed
    | LoadRetrying
    | PromptProgress
    | TextAppended
    | ReasoningAppended
    | ToolCallProposed
    | ChoiceEnded
    | Finished
    | GenerationFailed
    | QueryAnswered
    | QueryFailed
    | EngineStarted
    | EngineSilent
    | EngineResponding
    | EngineDied
    | EngineRestarting
    | EngineGaveUp
)


class Engine(Protocol):
    """A place where a model runs.

    Thread: `next_event` belongs to one thread; every other method may be called from any thread and does not block
    longer than it takes to hand over one message.
    """

    @property
    def process_id(self) -> int | None:
        """Of the engine's process; None when it has none."""

    def start(self) -> None:
        """Start the engine without a model; EngineStarted follows. `load` does it by itself."""

    def load(self, plan: LoadPlan) -> None:
        """Load this model in place of whatever is loaded or being loaded. Resets the crash guard."""

    def cancel_load(self) -> None:
        """End the load under way; LoadFailed(error=None) follows. Does nothing when none is."""

    def restart(self) -> None:
        """End the engine by force and load the model again; what was under way fails with EngineEnded.

        Does nothing when no engine runs. Not counted as a death.
        """

    def unload(self) -> None:
        """Free the model; no event tells. Generations under way end as cancelled. With nothing under way the process of the
        engine ends, so that all its memory is free; `load` starts another one. Blocking for about a second at most where
        `next_event` is called."""

    def generate(self, request: GenerationRequest) -> None:
        """Begin an answer. Raises RequestTooLarge; every other failure comes as GenerationFailed."""

    def ask(self, query: Query) -> None:
        """Ask something beside answers, without touching what the model has read of a conversation. ExamineFile needs no
        loaded model, all others do.

        Raises RequestTooLarge; every other failure comes as QueryFailed.
        """

    def cancel(self, request_id: RequestId) -> None:
        """Stop an answer or a query; Finished(CANCELLED) or QueryFailed(None) follows, or the answer of a query that was
        ready by then. Does nothing for an unknown id."""

    def recall(self, name: str) -> None:
        """Bring back from disk what was kept of a conversation (`GenerationRequest.keep_as`), when nothing is being made; no
        event tells."""

    def forget(self, name: str) -> None:
        """Keep nothing of a conversation any more; no event tells. The file is for whoever deletes the conversation."""

    def use_cores(self, max_threads: int | None, *, is_low_priority: bool) -> None:
        """Compute with so many threads while nothing else does, from the next piece on and until told otherwise; None: one for
        each core. A plan that says how many, and answers with a seed, are left alone. A low priority is kept by the engine
        until it ends."""

    def next_event(self, timeout_s: float) -> EngineEvent | None:
        """Return the next event, or None when there is none for `timeout_s` seconds or `wake` was called."""

    def wake(self) -> None:
        """Make a waiting `next_event` return now."""

    def close(self) -> None:
        """End the engine and its process. Blocking, at most about two seconds. May be called twice."""
