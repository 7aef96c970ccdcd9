# SPDX-License-Identifier: Apache-2.0
"""Engine processes on machines that have little room: they speak the real frames and end as native code would."""

import enum
import os
import signal
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection
from typing import NoReturn

from helpers.fake_children import FakeChild, loaded
from leeward.domain.errors import ModelTooLarge
from leeward.domain.generation import FinishReason, Receipt, Timings, Usage
from leeward.domain.model_info import Device, LoadPlan
from leeward.engine import frames
from leeward.engine.child.process import end_for_want_of_memory
from leeward.engine.protocol import Finished, ModelLoaded

ALL_LAYERS = 33
MEMORY_BYTES = 123_000_000  # what an answer says the engine grew by
DIE, DIE_OF_MEMORY, MEET_MEMORY_ERROR = "lose the card", "fill the memory", "fill the memory of Python"
"""Questions whose answer ends the process."""

_DEVICES = (
    Device("CPU", "a processor", "CPU", 8 << 30, 4 << 30, "CPU"),
    Device("CUDA0", "a graphics card", "GPU", 8 << 30, 4 << 30, "CUDA"),
)


class Failure(enum.Enum):
    """How a load that finds no room fails: what native code writes, and the signal or exit code that ends it."""

    FAULT = ("", 0)
    ABORT_OUT_OF_MEMORY = ("CUDA error: out of memory\n  in function ggml_cuda_pool_malloc\n", signal.SIGABRT)
    DRIVER_CRASH = ("", signal.SIGSEGV)
    NO_DEVICE = ("CUDA error: no CUDA-capable device is detected\n", 1)


@dataclass(frozen=True)
class Machine:
    """`room_layers`: so many fit on the card; None is a machine without one. `room_ctx`: so much context fits."""

    room_layers: int | None = None
    room_ctx: int = 1 << 30
    failure: Failure = Failure.FAULT


def run(machine: Machine, connection: Connection, stderr_path: str) -> None:
    _OnSmallMachine(machine, connection, stderr_path).run()


class _OnSmallMachine(FakeChild):
    def __init__(self, machine: Machine, connection: Connection, stderr_path: str) -> None:
        super().__init__(connection)
        self._machine = machine
        self._stderr_path = stderr_path
        self.devices = _DEVICES[:1] if machine.room_layers is None else _DEVICES

    def on_load(self, command: frames.Load) -> None:
        plan, machine = command.plan, self._machine
        n_layers = ALL_LAYERS if plan.n_gpu_layers is None else plan.n_gpu_layers
        has_room = machine.room_layers is None or n_layers <= machine.room_layers
        if not has_room or (plan.n_ctx or 0) > machine.room_ctx:
            self._fail(plan)
        else:
            model = replace(loaded(plan), n_ctx=plan.n_ctx or 2048, planned_bytes=plan.planned_bytes)
            self.send(ModelLoaded(model))

    def on_generate(self, command: frames.Generate) -> None:
        super().on_generate(command)
        match command.request.messages[-1].content:
            case text if text == DIE:
                self._end("", signal.SIGABRT)
            case text if text == DIE_OF_MEMORY:
                self._end("terminate called after throwing an instance of 'std::bad_alloc'\n", signal.SIGABRT)

            case text if text == MEET_MEMORY_ERROR:
                os.dup2(os.open(self._stderr_path, os.O_WRONLY | os.O_APPEND), 2)
                end_for_want_of_memory(MemoryError())
        request = command.request
        receipt = Receipt("fake", "fake.gguf", 0, "", request.sampling, "fake", 2048, 1)
        times = Timings(0.0, 0.0, 0.0, 0.0)
        self.send(Finished(request.id, FinishReason.STOP, Usage(1, 0, 1), times, receipt, MEMORY_BYTES))

    def _fail(self, plan: LoadPlan) -> None:
        if self._machine.failure is Failure.FAULT:
            self.send(frames.LoadFault(plan.path, frames.Fault.of(ModelTooLarge(plan.path))))
        else:
            self._end(*self._machine.failure.value)

    def _end(self, last_words: str, how: int) -> NoReturn:
        with open(self._stderr_path, "a", encoding="utf-8") as file:  # noqa: PTH123  as native code appends to it
            file.write(last_words)
        if isinstance(how, signal.Signals):
            os.kill(os.getpid(), how)
        os._exit(how)
