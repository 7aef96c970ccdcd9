# SPDX-License-Identifier: Apache-2.0
"""Measures how fast this machine is, with an engine of its own, beside the window."""

import logging
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from leeward.bridge.engine_job import EngineJob
from leeward.domain.machine_profile import Machine, MachineProfile
from leeward.engine.child.cores import n_cores
from leeward.library.machine_profile import calibrate

if TYPE_CHECKING:
    from leeward.domain.model_info import Device
    from leeward.engine.protocol import Engine
    from leeward.storage.machine_profile import MachineProfileFile

log = logging.getLogger(__name__)


class Measuring(QObject):
    """One measurement at a time, on a thread of its own.

    Signals:
        ended(MachineProfile | None)   None when it was cancelled, or the machine is too slow or busy to say anything
        failed(Exception)              an AppError, or another exception when it is a bug
    """

    ended = Signal(object)
    failed = Signal(object)

    def __init__(
        self, make_engine: "Callable[[], Engine]", kept: "MachineProfileFile", parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._kept = kept
        self._job = EngineJob("measuring", make_engine, self)
        self._job.ended.connect(self._on_ended)

    @property
    def is_running(self) -> bool:
        return self._job.is_running

    def profile(self, engine: str, devices: "tuple[Device, ...]", n_threads: int) -> MachineProfile | None:
        """Return what was measured of this machine; None when nothing was. Reads a small file.

        `engine`: "" where none was started yet; then it is taken to be the one that was measured.
        """
        if not engine:
            return self._kept.read()
        return self._kept.read(Machine.of(engine, devices, n_threads or n_cores()))

    def start(self, path: Path, n_threads: int) -> None:
        """Measure with the model at `path`; `ended` or `failed` follows. `n_threads`: 0 takes all free cores."""

        def measure(engine: "Engine", is_stopped: Callable[[], bool]) -> MachineProfile | None:
            result = calibrate(engine, path, n_threads or n_cores(), is_stopped)
            return None if result is None else self._kept.add(result)

        self._job.start(measure)

    def cancel(self) -> None:
        """Stop it; `ended` follows. Without effect when none runs."""
        self._job.cancel()

    def close(self) -> None:
        """Stop it and wait. Blocking. May be called twice."""
        self._job.close()

    @Slot(object)
    def _on_ended(self, result: MachineProfile | Exception | None) -> None:
        if isinstance(result, Exception):
            log.warning("the machine could not be measured: %r", result)
            self.failed.emit(result)
        else:
            self.ended.emit(result)
