# SPDX-License-Identifier: Apache-2.0
"""The engine process: a command loop, an inference thread and a heartbeat thread.

The command loop does nothing but read: it notices at once when the parent is gone, and a Stop while the inference thread
is deep inside llama.cpp.
"""

import importlib.metadata
import logging
import os
import queue
import sys
import threading
import time
from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from leeward.domain.errors import EngineNotReady
from leeward.domain.generation import GenerationRequest
from leeward.domain.ids import GenerationId
from leeward.domain.model_info import LoadPlan
from leeward.engine import frames
from leeward.engine.child.cores import CoreWatch, n_cores
from leeward.engine.protocol import EngineStarted, LoadProgress, ModelLoaded

if TYPE_CHECKING:
    from leeward.engine.child.llama import Llama, NativeLog
    from leeward.engine.child.sequences import Slot

BEAT_INTERVAL_S = 0.5
OOM_SCORE_ADJ = 800
"""The kernel ends the process with the highest score first: this one, never the window."""


def run(connection: Connection, stderr_path: str) -> None:
    """Be the engine until the parent closes the pipe or says Close. `stderr_path`: where native code may complain."""
    _prepare_process(stderr_path)
    EngineProcess(connection).run()
    # Not a normal exit: the inference thread may be inside llama.cpp for a while yet.
    os._exit(0)


def _prepare_process(stderr_path: str) -> None:
    # Read when libgomp is loaded. Its default spins so long that two processes on one core stand still; 0 and
    # OMP_WAIT_POLICY=passive halve the speed of a quiet machine (docs/decisions/0003).
    os.environ.setdefault("GOMP_SPINCOUNT", "300")
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # numpy's, which only llama-cpp-python's import needs
    os.environ.setdefault("GGML_NO_BACKTRACE", "1")  # else an assertion starts a debugger
    file = os.open(stderr_path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    os.dup2(file, 2)
    os.close(file)
    if sys.platform.startswith("linux"):
        _die_with_parent()


def _die_with_parent() -> None:
    import ctypes  # noqa: PLC0415  Linux only, like the next
    import resource  # noqa: PLC0415
    import signal  # noqa: PLC0415

    pr_set_pdeathsig = 1
    ctypes.CDLL(None).prctl(pr_set_pdeathsig, signal.SIGKILL)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        Path("/proc/self/oom_score_adj").write_text(str(OOM_SCORE_ADJ), encoding="ascii")
    except OSError:
        logging.getLogger(__name__).warning("cannot offer this process to the out-of-memory killer first")
    # Ctrl+C in a terminal goes to the whole group; the parent decides what it means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)


class EngineProcess:
    """The three threads and what they share. Frames leave through `send`, which any thread may call."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._send_lock = threading.Lock()
        self._work: queue.SimpleQueue[LoadPlan | frames.Generate | frames.Unload] = queue.SimpleQueue()
        self._cancelled: set[GenerationId] = set()
        self._turn_lock = threading.Lock()  # between waiting and running
        self._waiting: dict[GenerationId, GenerationRequest] = {}
        self._running: GenerationId | None = None
        self._load_number = 0  # of the newest load asked for; an older one under way is of no use
        self._version = f"llama-cpp-python {importlib.metadata.version('llama-cpp-python')}"
        self._cores = CoreWatch()
        self._plan: LoadPlan | None = None
        self._llama: Llama | None = None
        self._slot: Slot | None = None
        self._log: NativeLog | None = None

    def run(self) -> None:
        """Read commands until the pipe ends."""
        threading.Thread(target=self._beat, name="heartbeat", daemon=True).start()
        threading.Thread(target=self._infer, name="inference", daemon=True).start()
        while True:
            try:
                command = frames.decode_to_child(self._connection.recv_bytes(frames.MAX_FRAME_BYTES))
            except (EOFError, OSError, msgspec.MsgspecError):
                return
            if isinstance(command, frames.Close):
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
            case frames.Load(plan=plan):
                self._abort_running()
                self._load_number += 1
                self._work.put(plan)
            case frames.CancelLoad():
                self._load_number += 1
            case frames.Unload():
                self._abort_running()
                self._work.put(command)
            case frames.Generate(request=request):
                with self._turn_lock:
                    self._waiting[request.id] = request
                self._work.put(command)
            case frames.Cancel(id=generation_id):
                self._cancel(generation_id)

    def _cancel(self, generation_id: GenerationId) -> None:
        slot, llama = self._slot, self._llama
        with self._turn_lock:
            waiting = self._waiting.pop(generation_id, None) if slot is not None else None
            if generation_id == self._running and llama is not None:
                self._cancelled.add(generation_id)
                llama.abort.set(is_set=True)
        if waiting is not None and slot is not None:
            self.send(slot.cancelled(waiting))

    def _abort_running(self) -> None:
        running = self._running
        if running is not None:
            self._cancel(running)

    def _beat(self) -> None:
        while True:
            try:
                self._cores.sample(time.monotonic())
                self.send(frames.Beat())
            except MemoryError:  # a template is at its limit just now
                pass
            time.sleep(BEAT_INTERVAL_S)

    # The inference thread

    def _infer(self) -> None:
        from leeward.engine.child.devices import devices  # noqa: PLC0415  loads libllama: the heart beats by then
        from leeward.engine.child.llama import NativeLog  # noqa: PLC0415

        self._log = NativeLog(lambda level, text: self.send(frames.LogLine(level, text[:2000])))
        self.send(EngineStarted(self._version, tuple(devices())))
        while True:
            work = self._work.get()
            match work:
                case LoadPlan():
                    self._load(work)
                case frames.Unload():
                    self._unload()
                case frames.Generate(request=request):
                    self._generate(request)

    def _unload(self) -> None:
        self._slot = None
        if self._llama is not None:
            self._llama.close()
            self._llama = None

    def _load(self, plan: LoadPlan) -> None:
        from leeward.engine.child.llama import Llama, LoadCancelled  # noqa: PLC0415
        from leeward.engine.child.sequences import Slot  # noqa: PLC0415
        from leeward.engine.child.templates import choose_template  # noqa: PLC0415

        assert self._log is not None  # noqa: S101  set before the first command is taken
        self._unload()
        number, last_sent = self._load_number, -1.0

        def on_progress(fraction: float) -> bool:
            nonlocal last_sent
            if fraction - last_sent >= 0.01 or fraction >= 1:
                last_sent = fraction
                self.send(LoadProgress(plan.path, fraction))
            return self._load_number == number

        try:
            llama = Llama(plan, self._log, on_progress)
        except LoadCancelled:
            self.send(frames.LoadFault(plan.path, None))
            return
        except Exception as error:  # noqa: BLE001  the top of this thread: the parent is told
            self.send(frames.LoadFault(plan.path, frames.Fault.of(error)))
            return
        vocabulary = llama.vocabulary
        template, note = choose_template(
            llama.chat_template, llama.has_token, bos_text=vocabulary.bos_text, eos_text=vocabulary.eos_text
        )
        self._plan, self._llama = plan, llama
        self._slot = Slot(llama, template, self._version)
        self.send(ModelLoaded(replace(llama.info, template_note=note)))

    def _generate(self, request: GenerationRequest) -> None:
        with self._turn_lock:
            if self._waiting.pop(request.id, None) is None:
                return  # stopped before its turn
            self._running = request.id
        try:
            self._ready_slot().generate(
                request, self._n_threads(request), self.send, lambda: request.id in self._cancelled
            )
        except Exception as error:  # noqa: BLE001  the top of this thread: the parent is told
            self.send(frames.GenerationFault(request.id, frames.Fault.of(error)))
        finally:
            with self._turn_lock:
                self._running = None
                self._cancelled.discard(request.id)
                if self._llama is not None:
                    self._llama.abort.set(is_set=False)

    def _ready_slot(self) -> "Slot":
        if self._slot is None:
            raise EngineNotReady
        return self._slot

    def _n_threads(self, request: GenerationRequest) -> int:
        if self._plan is not None and self._plan.n_threads is not None:
            return self._plan.n_threads
        # A given seed asks for the same numbers again; how sums are split over threads can change their last digits.
        return self._cores.free_cores() if request.sampling.seed is None else n_cores()
