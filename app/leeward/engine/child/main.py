# SPDX-License-Identifier: Apache-2.0
"""The engine process: a command loop, an inference thread and a heartbeat thread, which rests while there is no work.

The command loop does nothing but read: it notices at once when the parent is gone, and a Stop while the inference thread
is deep inside llama.cpp.
"""

import contextlib
import importlib.metadata
import logging
import os
import queue
import threading
import time
from collections import deque
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING

import msgspec
import psutil

from leeward.domain.errors import EngineNotReady
from leeward.domain.generation import FinishReason, GenerationRequest, Receipt, Timings, Usage
from leeward.domain.ids import QueryId, RequestId
from leeward.domain.kv import KvStore
from leeward.domain.model_info import LoadPlan
from leeward.domain.queries import (
    DetokenizeTokens,
    ExamineFile,
    MeasureSpeed,
    Query,
    QueryAnswer,
    SpeedMeasured,
    TokenizeText,
    ViewPrompt,
)
from leeward.engine import frames
from leeward.engine.child.cores import CoreWatch, n_cores
from leeward.engine.child.priority import lower_priority
from leeward.engine.child.process import end_for_want_of_memory, prepare
from leeward.engine.child.work import WorkQueue
from leeward.engine.protocol import EngineStarted, Finished, LoadProgress, ModelLoaded, QueryAnswered

if TYPE_CHECKING:
    from leeward.engine.child.answer import Answer
    from leeward.engine.child.batch import Batch
    from leeward.engine.child.cache import Cache
    from leeward.engine.child.llama import NativeLog
    from leeward.engine.child.loaded import Loaded

BEAT_INTERVAL_S = 0.5
KEEP_AFTER_S = 1.5
"""Nothing is asked for so long: then what was read is written to disk, one text at a time."""

CLOSE_S = 0.8
"""For keeping what was read: the parent waits a little longer for the end."""


def run(connection: Connection, stderr_path: str) -> None:
    """Be the engine until the parent closes the pipe or says Close. `stderr_path`: where native code may complain."""
    prepare(stderr_path)
    EngineProcess(connection).run()
    # Not a normal exit: the inference thread may be inside llama.cpp for a while yet.
    os._exit(0)


@dataclass(frozen=True, slots=True)
class _Load:
    """`number`: a load with a smaller number than the newest is of no use any more."""

    plan: LoadPlan
    number: int
    kept: KvStore | None


_Work = _Load | frames.Generate | frames.Ask | frames.Unload | frames.Recall | frames.Forget
_QUICK = (TokenizeText, DetokenizeTokens, ViewPrompt)
"""Queries that are answered between two steps of an answer."""


class EngineProcess:
    """The three threads and what they share. Frames leave through `send`, which any thread may call."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._send_lock = threading.Lock()
        self._work: WorkQueue[_Work | None] = WorkQueue(self._begin_sampling)
        self._cancelled: set[RequestId] = set()
        self._turn_lock = threading.Lock()  # between waiting and running
        self._waiting: dict[RequestId, GenerationRequest | Query] = {}
        self._running: set[RequestId] = set()
        self._is_closing = threading.Event()
        self._is_closed = threading.Event()
        self._load_number = 0  # of the newest load asked for; an older one under way is of no use
        self._version = f"llama-cpp-python {importlib.metadata.version('llama-cpp-python')}"
        self._cores = CoreWatch()
        self._max_threads: int | None = None
        self._model: Loaded | None = None
        self._pending: list[GenerationRequest] = []  # cannot begin yet
        self._slow: deque[Query] = deque()  # wait until no answer is made
        self._trial: QueryId | None = None  # what gives way to everything else
        self._is_all_kept = True
        self._log: NativeLog | None = None

    def run(self) -> None:
        """Read commands until the pipe ends."""
        threading.Thread(target=self._beat, name="heartbeat", daemon=True).start()
        threading.Thread(target=self._infer, name="inference", daemon=True).start()
        while True:
            try:
                # In a read, Linux wakes it whenever the other side takes what was sent: that halts a thread that computes.
                self._connection.poll(None)
                command = frames.decode_to_child(self._connection.recv_bytes(frames.MAX_FRAME_BYTES))
            except (EOFError, OSError, msgspec.MsgspecError):
                return
            if isinstance(command, frames.Close):
                self._close()
                return
            self._take(command)

    def send(self, frame: frames.FromChild) -> None:
        data = frames.encode(frame)
        with self._send_lock:
            try:
                self._connection.send_bytes(data)
            except OSError:
                os._exit(0)  # nobody listens any more

    def _take(self, command: frames.ToChild) -> None:
        match command:
            case frames.Load(plan=plan, kept=kept):
                self._cancel_all()
                self._load_number += 1
                self._work.put(_Load(plan, self._load_number, kept))
            case frames.CancelLoad():
                self._load_number += 1
            case frames.Unload():
                self._cancel_all()
                self._load_number += 1
                self._work.put(command)
            case frames.Generate(request=request) | frames.Ask(query=request):
                with self._turn_lock:
                    self._waiting[request.id] = request
                self._stop_trial()
                self._work.put(command)
            case frames.Recall() | frames.Forget():
                self._stop_trial()
                self._work.put(command)
            case frames.UseCores(max_threads=max_threads, is_low_priority=is_low_priority):
                self._max_threads = max_threads
                if is_low_priority:
                    lower_priority()
            case frames.Cancel(id=request_id):
                self._cancel(request_id)

    def _cancel(self, request_id: RequestId) -> None:
        model = self._model
        with self._turn_lock:
            waiting = self._waiting.pop(request_id, None)
            if request_id in self._running and model is not None:
                self._cancelled.add(request_id)
                model.llama.abort.set(is_set=True)
        if isinstance(waiting, GenerationRequest):
            self.send(cancelled(waiting, self._version))
        elif waiting is not None:
            self.send(frames.QueryFault(waiting.id, None))

    def _stop_trial(self) -> None:
        if self._trial is not None:
            self._cancel(self._trial)

    def _cancel_all(self) -> None:
        """The model they wait for goes."""
        with self._turn_lock:
            ids = [*self._waiting, *self._running]
        for request_id in ids:
            self._cancel(request_id)

    def _beat(self) -> None:
        while True:
            self._sample()
            with contextlib.suppress(MemoryError):  # a template is at its limit just now
                self.send(frames.Beat())
            time.sleep(BEAT_INTERVAL_S)
            self._work.wait_for_work()

    def _begin_sampling(self) -> None:
        with contextlib.suppress(OSError, MemoryError, psutil.Error):  # as below
            self._cores.begin(time.monotonic())

    def _sample(self) -> None:
        with contextlib.suppress(OSError, MemoryError, psutil.Error):  # known well enough from before
            self._cores.sample(time.monotonic())

    # The inference thread

    def _infer(self) -> None:
        try:
            self._work_for_ever()
        except BaseException as error:  # noqa: BLE001  nobody would ever answer again: let the parent start a new process
            self.send(frames.LogLine(logging.ERROR, f"the inference thread ended: {error!r}"[: frames.MAX_TEXT]))
            os._exit(1)

    def _work_for_ever(self) -> None:
        from leeward.engine.child.devices import backends  # noqa: PLC0415  loads libllama: the heart beats by then
        from leeward.engine.child.llama import NativeLog  # noqa: PLC0415

        self._log = NativeLog(lambda level, text: self.send(frames.LogLine(level, text[: frames.MAX_TEXT])))
        found = backends()
        self.send(EngineStarted(self._version, tuple(found.devices()), found.names()))
        while not self._is_closing.is_set():
            self._work_once()
        self._unload()
        self._is_closed.set()

    def _work_once(self) -> None:
        """Take what has come, then go on with the answers that are being made; wait where there are none."""
        is_idle = not self._is_answering
        if is_idle:
            self._answer_slow()
        try:
            while True:
                self._take_work(self._next_work(is_idle=is_idle))
                is_idle = False
        except queue.Empty:
            pass
        self._begin_generations()
        if self._model is not None and self._model.batch.running:
            self._clear_abort()
            batch = self._model.batch
            while not (self._step(batch) or self._work.has_any):
                pass

    def _step(self, batch: "Batch") -> bool:
        """Make one step of the answers; return whether one of them is over."""
        try:
            over = batch.step()
        except MemoryError as error:
            end_for_want_of_memory(error)
        for answer in over:
            self._on_over(answer)
        return bool(over)

    def _next_work(self, *, is_idle: bool) -> "_Work | None":
        """Raises queue.Empty where there is none; one that waits may be used to keep what was read."""
        if not is_idle:
            return self._work.get_nowait()
        is_kept = self._model is None or self._is_all_kept
        try:
            return self._work.get(timeout=None if is_kept else KEEP_AFTER_S)
        except queue.Empty:
            if self._model is not None:
                self._is_all_kept = not self._model.slot.cache.keep_one()
            raise

    def _take_work(self, work: "_Work | None") -> None:
        match work:
            case _Load():
                self._end_all()
                self._load(work)
            case frames.Unload():
                self._end_all()
                self._unload()
            case frames.Generate(request=request):
                self._pending.append(request)
            case frames.Ask(query=query) if isinstance(query, _QUICK):
                self._ask(query)
            case frames.Ask(query=query):
                self._slow.append(query)
            case frames.Recall(name=name):
                self._recall(name)
            case frames.Forget(name=name):
                if self._model is not None:
                    self._model.slot.cache.forget(name)
            case None:  # only to be woken
                pass

    def _answer_slow(self) -> None:
        """Answer what would hold up answers, now that none is being made."""
        while self._slow:
            self._ask(self._slow.popleft())

    def _recall(self, name: str) -> None:
        if self._model is not None and not self._is_answering:
            self._model.slot.cache.recall(name, self._model.llama.adapters.tag(None))

    def _end_all(self) -> None:
        """The model goes: all that is being made was stopped (`_cancel_all`)."""
        self._begin_generations()
        self._answer_slow()
        while self._model is not None and self._model.batch.running:
            self._step(self._model.batch)

    def _clear_abort(self) -> None:
        """What was stopped may have ended before it was aborted."""
        with self._turn_lock:
            if self._model is not None and not self._cancelled & self._running:
                self._model.llama.abort.set(is_set=False)

    def _begin_generations(self) -> None:
        """Begin what can be made beside what is being made, those that somebody waits for first."""
        self._pending.sort(key=lambda request: request.is_background or request.is_aside or request.is_ahead)
        waiting, self._pending = self._pending, []
        for request in waiting:
            with self._turn_lock:
                if request.id not in self._waiting:
                    continue  # stopped before its turn
            # Who waits is not overtaken: else an exact answer, which is made alone, might never be made.
            if self._pending or not self._begin_generation(request):
                self._pending.append(request)

    def _begin_generation(self, request: GenerationRequest) -> bool:
        """Return False where it has to wait."""
        try:
            model = self._ready()
            answer = model.slot.answer(request, self.send, lambda: request.id in self._cancelled)
            if not model.batch.can_take(answer):
                return False
            if self._begin_turn(request.id):
                self._is_all_kept = False
                model.batch.add(answer)
        except MemoryError as error:
            end_for_want_of_memory(error)
        except Exception as error:  # noqa: BLE001  the top of this thread: the parent is told
            self._begin_turn(request.id)
            self._end_turn(request.id)
            self.send(frames.GenerationFault(request.id, frames.Fault.of(error)))
        return True

    def _on_over(self, answer: "Answer") -> None:
        self._end_turn(answer.request.id)
        if answer.error is not None:
            self.send(frames.GenerationFault(answer.request.id, frames.Fault.of(answer.error)))

    def _close(self) -> None:
        """Keep what was read, within the time that the parent waits."""
        self._cancel_all()
        self._is_closing.set()
        self._work.put(None)
        self._is_closed.wait(CLOSE_S)

    def _unload(self) -> None:
        model, self._model = self._model, None
        if model is not None:
            model.close(CLOSE_S)

    def _load(self, work: _Load) -> None:
        from leeward.engine.child.batch import Batch  # noqa: PLC0415  libllama is loaded by now
        from leeward.engine.child.llama import Llama, LoadCancelled  # noqa: PLC0415
        from leeward.engine.child.loaded import Loaded, told  # noqa: PLC0415

        assert self._log is not None  # noqa: S101  set before the first command is taken
        plan, last_sent = work.plan, -1.0

        def on_progress(fraction: float) -> bool:
            nonlocal last_sent
            if fraction - last_sent >= 0.01 or fraction >= 1:
                last_sent = fraction
                self.send(LoadProgress(plan.path, fraction))
            return self._load_number == work.number

        def batch(llama: Llama, cache: "Cache") -> Batch:
            return Batch(llama, cache, lambda exact: self._n_threads(is_exact=exact), lambda: self._work.has_any)

        try:
            self._unload()
            if self._load_number == work.number:
                self._model = Loaded(plan, work.kept, self._version, self._log, on_progress, batch)
            self.send(ModelLoaded(self._model.info) if self._model else frames.LoadFault(plan.path, None))
        except LoadCancelled:
            self.send(frames.LoadFault(plan.path, None))
        except Exception as error:  # noqa: BLE001  the top of this thread: the parent is told
            self.send(frames.LoadFault(plan.path, frames.Fault.of(told(error, plan.path))))

    def _ask(self, query: Query) -> None:
        self._trial = query.id if isinstance(query, MeasureSpeed) else None
        if self._trial is not None and len(self._waiting) > 1:  # what came before anybody could know of a trial
            self._cancel(query.id)
        if not self._begin_turn(query.id):
            return
        try:
            answer = self._answer(query)
            self.send(frames.QueryFault(query.id, None) if answer is None else QueryAnswered(query.id, answer))
        except MemoryError as error:
            end_for_want_of_memory(error)
        except Exception as error:  # noqa: BLE001  the top of this thread: the parent is told
            self.send(frames.QueryFault(query.id, frames.Fault.of(error)))
        finally:
            self._trial = None
            self._end_turn(query.id)

    def _answer(self, query: Query) -> QueryAnswer | None:
        if isinstance(query, ExamineFile):
            from leeward.engine.child.queries import examine_file  # noqa: PLC0415  libllama is loaded by now

            assert self._log is not None  # noqa: S101  set before the first command is taken
            return examine_file(query, self._log)
        answer = self._ready().desk.answer(query, self._n_threads())
        if isinstance(answer, SpeedMeasured):
            self._sample()
            return msgspec.structs.replace(answer, is_disturbed=self._cores.free_cores() < n_cores())
        return answer

    def _begin_turn(self, request_id: RequestId) -> bool:
        """Return False for a request that was stopped before its turn."""
        with self._turn_lock:
            if self._waiting.pop(request_id, None) is None:
                return False
            self._running.add(request_id)
        return True

    def _end_turn(self, request_id: RequestId) -> None:
        with self._turn_lock:
            self._running.discard(request_id)
            self._cancelled.discard(request_id)
            if self._model is not None and not self._cancelled & self._running:
                self._model.llama.abort.set(is_set=False)

    def _ready(self) -> "Loaded":
        if self._model is None:
            raise EngineNotReady
        return self._model

    @property
    def _is_answering(self) -> bool:
        return self._model is not None and bool(self._model.batch.running)

    def _n_threads(self, *, is_exact: bool = False) -> int:
        if self._model is not None and self._model.plan.n_threads is not None:
            return self._model.plan.n_threads
        # A given seed asks for the same numbers again; how sums are split over threads can change their last digits.
        return n_cores() if is_exact else self._cores.free_cores(self._max_threads)


def cancelled(request: GenerationRequest, engine: str) -> Finished:
    """Return the end of an answer that was stopped before its turn: no model has seen it."""
    receipt = Receipt("", "", 0, "", replace(request.sampling, seed=request.sampling.seed or 0), engine, 0, 0)
    timings = Timings(0.0, 0.0, 0.0, 0.0)
    return Finished(request.id, FinishReason.CANCELLED, Usage(0, 0, 0), timings, receipt)
