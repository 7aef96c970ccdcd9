# SPDX-License-Identifier: Apache-2.0
"""The engine process seen from the window: starts it, listens, notices when it is gone or stuck, starts it again."""

import logging
import multiprocessing
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import msgspec

from leeward.domain.errors import (
    AppError,
    EngineCrashLoop,
    EngineEnded,
    EngineHung,
    EngineNotReady,
    EngineStopped,
    ModelFileChanged,
    ModelTooLarge,
    ModelUnreadable,
    RpcUnavailable,
)
from leeward.domain.generation import GenerationRequest
from leeward.domain.ids import RequestId
from leeward.domain.kv import KvStore
from leeward.domain.model_info import LoadPlan
from leeward.domain.queries import ExamineFile, Query
from leeward.engine import frames
from leeward.engine.child_process import Child, Complaints, Ears, Outbox, limit_reads, oom_kills, was_out_of_memory
from leeward.engine.ladder import next_step
from leeward.engine.protocol import (
    EngineDied,
    EngineEvent,
    EngineGaveUp,
    EngineResponding,
    EngineRestarting,
    EngineSilent,
    EngineStarted,
    Finished,
    GenerationFailed,
    LoadFailed,
    LoadRetrying,
    ModelLoaded,
    QueryAnswered,
    QueryFailed,
)

log = logging.getLogger(__name__)

OVERSLEPT_S = 5.0
"""A wait that lasts so much longer than it should was a suspended machine or a stopped process, not a silent engine."""

ChildMain = Callable[[Connection, str], None]
Failed = Callable[[Any, Exception], EngineEvent]
"""Makes the event that tells of the failure of a request, from its id."""


def run_child(connection: Connection, stderr_path: str) -> None:
    """Be the engine process: what is started unless a test says otherwise."""
    from leeward.engine.child.main import run  # noqa: PLC0415  of no use in the process of the window

    run(connection, stderr_path)


@dataclass(frozen=True, slots=True)
class Patience:
    """How long the supervisor waits, in seconds, and how many deaths it takes.

    Attributes:
        silent_warn_s, silent_kill_s: Of something to do without a heartbeat until it is said, and until the process is ended; a LoadPlan
            may have another limit for the second.
        frame_s: From a part of a message to the next part; whoever reads it cannot do anything else.
        start_s: For a new process to import its library.
        cancel_s: From a Stop to the engine being free, else the process is ended.
        cancel_load_s: The same while a model is loaded. A large tensor or vocabulary takes longer than the start of a new
            process, and nothing is lost with this one.
        close_s: For a polite end.
        max_deaths, deaths_window_s: So many deaths in such a time end the restarts.
    """

    silent_warn_s: float = 10.0
    silent_kill_s: float = 60.0
    frame_s: float = 10.0
    start_s: float = 60.0
    cancel_s: float = 2.0
    cancel_load_s: float = 0.15
    close_s: float = 1.0
    max_deaths: int = 3
    deaths_window_s: float = 300.0


class Supervisor:
    """An `Engine` in a process of its own. See `protocol.Engine` for threads and order of events.

    The child process is started by the thread that calls `next_event`; on Linux it dies with that thread.
    """

    def __init__(
        self,
        *,
        child_main: ChildMain = run_child,
        patience: Patience = Patience(),
        stderr_path: Path | None = None,
        kept: Callable[[], KvStore | None] = lambda: None,
    ) -> None:
        """`kept` says for each load where the engine keeps what it has read of conversations; None: in memory only."""
        self._child_main = child_main
        self._kept = kept
        self._patience = patience
        self._complaints = Complaints(stderr_path)
        # "forkserver" and "fork" would copy a process with Qt and threads in it.
        self._context = multiprocessing.get_context("spawn")
        self._bell_receiver, self._bell_sender = self._context.Pipe(duplex=False)
        self._ears = Ears(self._bell_receiver)  # while there is no process
        self._is_woken = False
        self._commands: deque[Callable[[], None]] = deque()
        self._events: deque[EngineEvent] = deque()
        self._child: Child | None = None
        self._plan: LoadPlan | None = None  # what is, or is to be, loaded
        self._plan_data = b""  # its frame
        self._core_data = b""  # the frame that says how many threads; none yet
        self._n_loads = 0  # asked for and not answered
        self._has_gpu = False
        self._is_restart = False  # the load under way follows a death
        self._loaded_file: _FileState | None = None  # what the plan's file was when it was loaded
        self._active: dict[RequestId, Failed] = {}  # generations and queries under way
        self._cancels: dict[RequestId | None, float] = {}  # id (None: the load) to the time of the Stop
        self._deaths: deque[float] = deque()
        self._checked_s = 0.0  # until when the last wait was to last
        self._is_closed = False

    # Any thread

    def start(self) -> None:
        self._command(self._start)

    def load(self, plan: LoadPlan) -> None:
        try:
            data = frames.encode(frames.Load(plan, self._kept()))
        except UnicodeEncodeError:
            error = ModelUnreadable(plan.path, "its name cannot be written as text; give the file another name")
            self._command(lambda: self._events.append(LoadFailed(plan.path, error)))
            return
        self._command(lambda: self._load(plan, data))

    def cancel_load(self) -> None:
        self._command(self._cancel_load)

    def restart(self) -> None:
        self._command(self._restart)

    def unload(self) -> None:
        self._command(self._unload)

    def generate(self, request: GenerationRequest) -> None:
        data = frames.encode(frames.Generate(request))
        self._command(lambda: self._request(request.id, data, GenerationFailed))

    def ask(self, query: Query) -> None:
        data = frames.encode(frames.Ask(query))
        needs_model = not isinstance(query, ExamineFile)
        self._command(lambda: self._request(query.id, data, QueryFailed, needs_model=needs_model))

    def cancel(self, request_id: RequestId) -> None:
        self._command(lambda: self._cancel(request_id))

    def recall(self, name: str) -> None:
        self._command(lambda: self._send(frames.encode(frames.Recall(name))))

    def forget(self, name: str) -> None:
        self._command(lambda: self._send(frames.encode(frames.Forget(name))))

    def use_cores(self, max_threads: int | None, *, is_low_priority: bool) -> None:
        data = frames.encode(frames.UseCores(max_threads, is_low_priority))
        self._command(lambda: self._use_cores(data))

    def wake(self) -> None:
        self._is_woken = True
        self._ring()

    def _ring(self) -> None:
        try:
            self._bell_sender.send_bytes(b".")
        except OSError:
            log.debug("rung after close")

    @property
    def process_id(self) -> int | None:
        """Of the engine process; None when there is none."""
        child_now = self._child
        return child_now.process.pid if child_now else None

    @property
    def is_running(self) -> bool:
        """Whether there is an engine process."""
        return self._child is not None

    def _command(self, command: Callable[[], None]) -> None:
        self._commands.append(command)
        self._ring()

    # The thread of next_event

    def next_event(self, timeout_s: float) -> EngineEvent | None:
        deadline = time.monotonic() + timeout_s
        if self._child is not None:
            self._watch(self._child, time.monotonic())  # nobody may have called since the last answer, for minutes
        while True:
            while self._commands:
                self._commands.popleft()()
            remaining = deadline - time.monotonic()
            if self._events or self._is_woken or remaining < 0 or self._is_closed:
                self._is_woken = False
                return self._events.popleft() if self._events else None
            self._checked_s = time.monotonic() + min(remaining, self._until_next_check())
            self._wait(max(0.0, self._checked_s - time.monotonic()))
            self._check_patience(time.monotonic())

    def _wait(self, timeout_s: float) -> None:
        """Take in what has arrived."""
        child_now = self._child
        ready = (child_now.ears if child_now else self._ears).wait(timeout_s)
        if child_now is not None and child_now.connection in ready:
            self._receive(child_now)
        elif child_now is not None and child_now.process.sentinel in ready:
            self._on_death()
        if self._bell_receiver in ready:
            self._bell_receiver.recv_bytes()

    def _receive(self, child_now: Child) -> None:
        try:
            frame = frames.decode_from_child(child_now.connection.recv_bytes(frames.MAX_FRAME_BYTES))
        except (EOFError, OSError):
            self._on_death()
            return
        except msgspec.MsgspecError:
            log.exception("the engine sent something that is no frame")
            self._kill(None)
            return
        self._on_frame(child_now, frame)
        if child_now.is_ready:  # before that a heartbeat says nothing: the library may fail to load
            child_now.last_beat_s = time.monotonic()
            if child_now.warned_s:
                child_now.warned_s = 0.0
                self._events.append(EngineResponding())

    def _on_frame(self, child_now: Child, frame: frames.FromChild) -> None:
        match frame:
            case frames.Beat():
                return
            case frames.LogLine(level=level, text=text):
                log.log(level, "%s", text)
            case EngineStarted():
                child_now.is_ready = True
                self._has_gpu = any(device.kind != "CPU" for device in frame.devices)
                self._events.append(frame)
            case frames.LoadFault() | ModelLoaded():
                self._on_load_answer(frame)
            case frames.GenerationFault() | frames.QueryFault():
                self._on_fault(frame)
            case Finished(id=request_id) | QueryAnswered(id=request_id):
                if self._forget(request_id):
                    self._events.append(frame)
            case _:
                self._events.append(frame)

    def _on_fault(self, frame: frames.GenerationFault | frames.QueryFault) -> None:
        if not self._forget(frame.id):
            return
        if isinstance(frame, frames.GenerationFault):
            self._events.append(GenerationFailed(frame.id, frame.fault.to_error()))
        else:
            self._events.append(QueryFailed(frame.id, frame.fault.to_error() if frame.fault else None))

    def _on_load_answer(self, frame: frames.LoadFault | ModelLoaded) -> None:
        if not self._n_loads:
            return  # nobody asked
        self._n_loads -= 1
        if self._n_loads:
            return  # of a load that another one has replaced
        if isinstance(frame, ModelLoaded):
            self._on_load_ended(self._plan)
            self._events.append(frame)
            return
        error = frame.fault.to_error() if frame.fault else None
        if self._plan is not None and self._try_safer(self._plan, error):
            return
        self._on_load_ended(None)
        self._events.append(LoadFailed(frame.path, error))

    def _on_load_ended(self, plan: LoadPlan | None) -> None:
        self._plan = plan
        self._n_loads = 0
        self._is_restart = False
        self._cancels.pop(None, None)

    def _forget(self, request_id: RequestId) -> bool:
        """Return whether the answer was still under way."""
        self._cancels.pop(request_id, None)
        return self._active.pop(request_id, None) is not None

    # Commands

    def _load(self, plan: LoadPlan, data: bytes) -> None:
        self._deaths.clear()
        self._cancels.pop(None, None)
        self._begin_load(plan, data, is_restart=False)

    def _begin_load(self, plan: LoadPlan, data: bytes, *, is_restart: bool) -> None:
        self._plan, self._plan_data, self._is_restart = plan, data, is_restart
        self._loaded_file = _file_state(plan.path)
        self._n_loads += 1
        if self._start_child():
            self._send(data)
        else:
            self._on_load_ended(None)
            self._events.append(LoadFailed(plan.path, EngineStopped()))

    def _cancel_load(self) -> None:
        if self._n_loads:
            self._cancels.setdefault(None, time.monotonic())
            self._send(frames.encode(frames.CancelLoad()))

    def _restart(self) -> None:
        self._deaths.clear()
        self._is_restart = True  # so that a first load, too, is begun again
        self._kill(EngineEnded())

    def _unload(self) -> None:
        self._plan = None
        if self._active or self._n_loads:
            self._send(frames.encode(frames.Unload()))
        else:
            self._end_child()

    def _request(self, request_id: RequestId, data: bytes, failed: Failed, *, needs_model: bool = True) -> None:
        if self._child is None or (needs_model and self._plan is None):
            self._events.append(failed(request_id, EngineNotReady()))
            return
        self._active[request_id] = failed
        if self._plan is not None and self._is_overwritten(self._plan.path):
            self._kill(ModelFileChanged(self._plan.path))
            return
        self._send(data)

    def _is_overwritten(self, path: Path) -> bool:
        """Whether the loaded file was written to. One that was deleted or replaced is still mapped as it was."""
        now = _file_state(path)
        if self._n_loads or self._loaded_file is None or now is None or now == self._loaded_file:
            return False
        return now[0] == self._loaded_file[0]

    def _cancel(self, request_id: RequestId) -> None:
        if request_id in self._active:
            self._cancels.setdefault(request_id, time.monotonic())
            self._send(frames.encode(frames.Cancel(request_id)))

    def _use_cores(self, data: bytes) -> None:
        self._core_data = data
        self._send(data)

    def _send(self, data: bytes) -> None:
        if self._child is not None:
            self._child.outbox.send(data)

    # Birth and death

    def _start(self) -> None:
        if not self._start_child():
            self._events.append(EngineDied(EngineStopped()))

    def _start_child(self) -> bool:
        """Start the process unless it runs; False when the system has no room for another one."""
        if self._child is not None:
            return True
        ours, theirs = self._context.Pipe()
        limit_reads(ours, self._patience.frame_s)
        process = self._context.Process(
            target=self._child_main, args=(theirs, str(self._complaints.path)), name="leeward-engine", daemon=True
        )
        try:
            process.start()
        except OSError:
            log.exception("the engine process cannot be started")
            ours.close()
            return False
        finally:
            theirs.close()  # else the end of the child would never be seen as the end of the pipe
        outbox = Outbox(ours)
        outbox.start()
        self._complaints.forget()
        ears = Ears(self._bell_receiver, ours, process.sentinel)
        self._child = Child(process, ours, outbox, ears, time.monotonic(), oom_kills())
        if self._core_data:
            self._send(self._core_data)
        return True

    def _until_next_check(self) -> float:
        """Return the seconds until something may have taken too long."""
        child_now = self._child
        if child_now is None:
            return 3600.0
        now = time.monotonic()
        self._watch(child_now, now)
        limits = [child_now.last_beat_s + self._silence_limit(child_now) if child_now.is_watched else now + 3600.0]
        limits += [stopped + self._patience_with(request_id) for request_id, stopped in self._cancels.items()]
        return max(0.0, min(limits) - now)

    def _watch(self, child_now: Child, now_s: float) -> None:
        """Count silence from when there is something to do."""
        was_watched = child_now.is_watched
        child_now.is_watched = bool(not child_now.is_ready or self._n_loads or self._active or self._cancels)
        if child_now.is_watched and not was_watched:
            child_now.last_beat_s = now_s

    def _patience_with(self, request_id: RequestId | None) -> float:
        """Return the seconds that a Stop may take; None is the load."""
        return self._patience.cancel_load_s if request_id is None else self._patience.cancel_s

    def _silence_limit(self, child_now: Child) -> float:
        patience = self._patience
        if not child_now.is_ready:
            return patience.start_s
        return min(self._silent_kill_s, child_now.warned_s + patience.silent_warn_s)

    @property
    def _silent_kill_s(self) -> float:
        limit_s = self._plan.silence_limit_s if self._plan is not None else None
        return self._patience.silent_kill_s if limit_s is None else limit_s

    def _check_patience(self, now_s: float) -> None:
        child_now = self._child
        if child_now is None:
            return
        if now_s > self._checked_s + OVERSLEPT_S:
            # This process was stopped or suspended: the silence is its own.
            child_now.last_beat_s = max(child_now.last_beat_s, now_s - 1.0)
            self._cancels = dict.fromkeys(self._cancels, now_s)
        self._checked_s = now_s
        for request_id, stopped in self._cancels.items():
            if now_s - stopped >= self._patience_with(request_id):
                self._kill(EngineHung(silent_s=now_s - stopped))
                return
        if not child_now.is_watched:
            return
        silent_s = now_s - child_now.last_beat_s
        limit_s = self._silent_kill_s if child_now.is_ready else self._patience.start_s
        if silent_s >= limit_s:
            self._kill(EngineHung(silent_s=silent_s))
        elif silent_s >= self._silence_limit(child_now):
            child_now.warned_s = silent_s
            self._events.append(EngineSilent(silent_s, limit_s))

    def _kill(self, error: AppError | None) -> None:
        if self._child is not None:
            self._child.process.kill()
            self._on_death(error)

    def _on_death(self, error: AppError | None = None) -> None:
        """Report everything that was under way, and start again if that makes sense."""
        child_now, self._child = self._child, None
        if child_now is None:
            return
        child_now.process.join(timeout=2.0)
        exit_code = child_now.end()
        is_out_of_memory = was_out_of_memory(exit_code, child_now.oom_kills) or self._complaints.are_of_memory()
        error = error or EngineStopped(exit_code, is_out_of_memory=is_out_of_memory)
        if self._plan is not None and self._loaded_file not in (None, _file_state(self._plan.path)):
            # A mapped file that becomes shorter ends whoever reads behind its end (SIGBUS).
            error = ModelFileChanged(self._plan.path)
        log.warning("the engine process ended: %r", error)
        self._events.extend(failed(request_id, error) for request_id, failed in self._active.items())
        self._active.clear()
        was_cancelled = None in self._cancels
        self._cancels.clear()
        # A model whose first load ends the process is not tried again by itself. (Before it is ready the process has
        # not seen the model: that is no fault of the file.)
        is_first_load = self._n_loads > 0 and not self._is_restart and child_now.is_ready
        self._n_loads = 0
        if self._plan is not None and was_cancelled:
            self._events.append(LoadFailed(self._plan.path, None))
            self._on_load_ended(None)
        else:
            self._recover(error, is_first_load=is_first_load)

    def _recover(self, error: AppError, *, is_first_load: bool) -> None:
        plan, now = self._plan, time.monotonic()
        if plan is not None and is_first_load:
            if not self._try_safer(plan, error):
                self._on_load_ended(None)
                self._events.append(LoadFailed(plan.path, _load_error(plan, error)))
            return
        self._events.append(EngineDied(error))
        if plan is None:
            return
        self._deaths.append(now)
        while now - self._deaths[0] > self._patience.deaths_window_s:
            self._deaths.popleft()
        if len(self._deaths) >= self._patience.max_deaths:
            self._on_load_ended(None)
            self._events.append(
                EngineGaveUp(EngineCrashLoop(n_deaths=len(self._deaths), window_s=self._patience.deaths_window_s))
            )
            return
        self._events.append(EngineRestarting(plan.path))
        self._is_restart = True
        if not (_is_want_of_memory(error) and self._try_safer(plan, error)):
            self._begin_load(plan, self._plan_data, is_restart=True)

    def _try_safer(self, plan: LoadPlan, error: Exception | None) -> bool:
        """Load the model in the next safer way; False when there is none, that would not help, or the user stopped it."""
        if not isinstance(error, ModelTooLarge | EngineStopped) or None in self._cancels:
            return False
        has_gpu = self._has_gpu and not plan.rpc_servers  # whose end is told by itself
        step = next_step(plan, is_memory=_is_want_of_memory(error), has_gpu=has_gpu)
        if step is None:
            return False
        log.warning("trying a safer way to load: %s %s", step.kind, step.amount)
        self._events.append(LoadRetrying(plan.path, step, error))
        self._begin_load(step.plan, frames.encode(frames.Load(step.plan, self._kept())), is_restart=self._is_restart)
        return True

    def _end_child(self) -> None:
        """End the process politely, else by force."""
        child_now, self._child = self._child, None
        if child_now is not None:
            child_now.outbox.send(frames.encode(frames.Close()))
            child_now.process.join(timeout=self._patience.close_s)
            child_now.end()

    def close(self) -> None:
        if self._is_closed:
            return
        self._is_closed = True
        self._end_child()
        self._complaints.close()
        self._bell_sender.close()
        self._bell_receiver.close()


def _is_want_of_memory(error: AppError) -> bool:
    return isinstance(error, ModelTooLarge) or (isinstance(error, EngineStopped) and error.is_out_of_memory)


def _load_error(plan: LoadPlan, error: AppError) -> AppError:
    """Return what the end of the process means when it came from loading a model."""
    if isinstance(error, EngineStopped):
        if error.is_out_of_memory:
            return ModelTooLarge(plan.path)
        if plan.rpc_servers:  # llama.cpp ends the process when a server goes away or is none
            return RpcUnavailable(", ".join(plan.rpc_servers), reason="the engine ended while it used it")
        return ModelUnreadable(plan.path, "the engine ended while loading it")
    return error


_FileState = tuple[int, int, int]


def _file_state(path: Path) -> _FileState | None:
    """Return what tells one state of a file from another; None when there is no file."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_ino, status.st_size, status.st_mtime_ns
