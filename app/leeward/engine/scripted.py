# SPDX-License-Identifier: Apache-2.0
"""An engine that says what it was told to say: for the demo, for work on the window, for tests. No process, no model."""

import threading
import time
from collections import deque
from collections.abc import Iterable, Sequence

from leeward.domain.errors import EngineEnded, EngineNotReady
from leeward.domain.generation import FinishReason, GenerationRequest, Receipt, Timings, ToolCall, Usage
from leeward.domain.ids import RequestId
from leeward.domain.model_info import KvType, LoadedModel, LoadPlan
from leeward.domain.queries import Query, QueryAnswer, TokenizeText, Tokens
from leeward.engine.protocol import (
    EngineDied,
    EngineEvent,
    EngineRestarting,
    EngineStarted,
    Finished,
    GenerationFailed,
    ModelLoaded,
    PromptProgress,
    QueryAnswered,
    QueryFailed,
    TextAppended,
    ToolCallProposed,
)

ENGINE = "scripted"
N_CTX = 4096

Piece = str | ToolCall | Exception


class ScriptedEngine:
    """Answers the n-th request with the n-th script, the last one again and again. Words count as tokens.

    A script is pieces of text and tool calls; an exception in it ends the answer with that failure. Queries get
    what `answers` holds, one after the other; without one they fail as if no model were loaded. Tokens are counted from the
    text while a model is loaded. What is asked beside a conversation gets `aside`. Implements `protocol.Engine`.
    """

    def __init__(
        self, scripts: Iterable[Sequence[Piece]], *, piece_interval_s: float = 0.0, aside: Sequence[Piece] = ()
    ) -> None:
        self._scripts = deque(scripts)
        self.aside = aside
        self._interval_s = piece_interval_s
        self._events: deque[EngineEvent] = deque()
        self._changed = threading.Condition()
        self._is_woken = False
        self._plan: LoadPlan | None = None
        self._answer: _Answer | None = None
        self._next_piece_s = 0.0
        self._questions: deque[Query] = deque()
        self.requests: list[GenerationRequest] = []
        self.read_ahead: list[GenerationRequest] = []
        self.recalled: list[str] = []
        self.forgotten: list[str] = []
        self.queries: list[Query] = []
        self.cores: list[tuple[int | None, bool]] = []
        self.answers: deque[QueryAnswer | Exception] = deque()

    def start(self) -> None:
        self._push(EngineStarted(ENGINE, ()))

    def load(self, plan: LoadPlan) -> None:
        self._plan = plan
        self._push(ModelLoaded(_loaded(plan)))

    def cancel_load(self) -> None:
        """Nothing to cancel: loading takes no time here."""

    def restart(self) -> None:
        with self._changed:
            answer, self._answer = self._answer, None
            if answer is not None:
                self._events.append(GenerationFailed(answer.request.id, EngineEnded()))
            self._events.append(EngineDied(EngineEnded()))
            if self._plan is not None:
                self._events.append(EngineRestarting(self._plan.path))
                self._events.append(ModelLoaded(_loaded(self._plan)))
            self._changed.notify()

    def recall(self, name: str) -> None:
        self.recalled.append(name)

    def forget(self, name: str) -> None:
        self.forgotten.append(name)

    def use_cores(self, max_threads: int | None, *, is_low_priority: bool) -> None:
        self.cores.append((max_threads, is_low_priority))

    def unload(self) -> None:
        self._plan = None

    def generate(self, request: GenerationRequest) -> None:
        if request.is_ahead:
            self.read_ahead.append(request)
            with self._changed:
                self._finish(_Answer(request, deque()), FinishReason.STOP)
                self._changed.notify()
            return
        self.requests.append(request)
        script = self.aside if request.is_aside else self._next_script()
        with self._changed:
            self._end(FinishReason.CANCELLED)  # one at a time
            self._answer = _Answer(request, deque(script))
            self._events.append(PromptProgress(request.id, 0, self._answer.n_prompt, self._answer.n_prompt, 0.0))
            self._changed.notify()

    def _next_script(self) -> Sequence[Piece]:
        return self._scripts.popleft() if len(self._scripts) > 1 else self._scripts[0]

    def ask(self, query: Query) -> None:
        with self._changed:
            self.queries.append(query)
            self._questions.append(query)
            self._changed.notify()

    def cancel(self, request_id: RequestId) -> None:
        with self._changed:
            if self._answer is not None and self._answer.request.id == request_id:
                self._end(FinishReason.CANCELLED)
            for query in [each for each in self._questions if each.id == request_id]:
                self._questions.remove(query)
                self._events.append(QueryFailed(query.id, None))
            self._changed.notify()

    def next_event(self, timeout_s: float) -> EngineEvent | None:
        deadline = time.monotonic() + timeout_s
        with self._changed:
            while True:
                self._advance(time.monotonic())
                if self._events:
                    return self._events.popleft()
                remaining = deadline - time.monotonic()
                if remaining <= 0 or self._is_woken:
                    self._is_woken = False
                    return None
                until_piece = self._next_piece_s - time.monotonic() if self._answer else remaining
                self._changed.wait(max(0.0, min(remaining, until_piece)))

    def wake(self) -> None:
        with self._changed:
            self._is_woken = True
            self._changed.notify()

    @property
    def process_id(self) -> int | None:
        return None

    def close(self) -> None:
        self._answer = None

    def _push(self, event: EngineEvent) -> None:
        with self._changed:
            self._events.append(event)
            self._changed.notify()

    def _advance(self, now_s: float) -> None:
        answer = self._answer
        while answer is None and self._questions:
            self._events.append(self._answered(self._questions.popleft()))
        if answer is None or now_s < self._next_piece_s:
            return
        self._next_piece_s = now_s + self._interval_s
        if not answer.script:
            self._end(FinishReason.TOOL_CALLS if answer.has_calls else FinishReason.STOP)
            return
        piece = answer.script.popleft()
        if isinstance(piece, Exception):
            self._answer = None
            self._events.append(GenerationFailed(answer.request.id, piece))
            return
        if isinstance(piece, ToolCall):
            answer.n_tokens += 1
            answer.has_calls = True
            self._events.append(ToolCallProposed(answer.request.id, piece, answer.n_tokens))
            return
        answer.n_tokens += max(1, len(piece.split()))
        self._events.append(TextAppended(answer.request.id, piece, answer.n_tokens))

    def _answered(self, query: Query) -> QueryAnswered | QueryFailed:
        if isinstance(query, TokenizeText) and self._plan is not None:
            words = query.text.split()
            return QueryAnswered(query.id, Tokens(tuple(range(len(words))), tuple(word.encode() for word in words)))
        given = self.answers.popleft() if self.answers else EngineNotReady()
        return QueryFailed(query.id, given) if isinstance(given, Exception) else QueryAnswered(query.id, given)

    def _end(self, reason: FinishReason) -> None:
        answer, self._answer = self._answer, None
        if answer is not None:
            self._finish(answer, reason)

    def _finish(self, answer: "_Answer", reason: FinishReason) -> None:
        if self._plan is None:
            return
        receipt = Receipt(self._plan.name, self._plan.path.name, 0, "", answer.request.sampling, ENGINE, N_CTX, 1)
        usage = Usage(answer.n_prompt, 0, answer.n_tokens)
        self._events.append(Finished(answer.request.id, reason, usage, Timings(0.0, 0.0, 0.0, 0.0), receipt))


class _Answer:
    def __init__(self, request: GenerationRequest, script: deque[Piece]) -> None:
        self.request = request
        self.script = script
        self.n_prompt = sum(len(message.content.split()) for message in request.messages)
        self.n_tokens = 0
        self.has_calls = False


def _loaded(plan: LoadPlan) -> LoadedModel:
    return LoadedModel(
        path=plan.path,
        name=plan.name or "Scripted",
        architecture=ENGINE,
        n_ctx=plan.n_ctx or N_CTX,
        n_ctx_train=N_CTX,
        n_params=0,
        n_vocab=0,
        size_bytes=0,
        template_note="",
        load_s=0.0,
        device="none",
        kv_type=plan.kv_type or KvType.F16,
        adapters=tuple(adapter.use for adapter in plan.adapters),
    )
