# SPDX-License-Identifier: Apache-2.0
"""Measures how fast this machine is, with an engine of its own, beside the window."""

import logging
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

from leeward.domain.machine_profile import Machine, MachineProfile
from leeward.engine.child.cores import n_cores
from leeward.library.machine_profile import calibrate

if TYPE_CHECKING:
    from leeward.domain.model_info import Device
    from leeward.engine.protocol import Engine
    from leeward.storage.machine_profile import MachineProfileFile

log = logging.getLogger(__name__)

_CLOSE_S = 10.0


class Measuring(QObject):
    """One measurement at a time, on a thread of its own.

    Signals:
        ended(MachineProfile | None)   None when it was cancelled, or the machine is too slow or busy to say anything
        failed(Exception)              an AppError, or another exception when it is a bug
    """

    ended = Signal(object)
    failed = Signal(object)
    _done = Signal(object)

    def __init__(
        self, make_engine: "Callable[[], Engine]", kept: "MachineProfileFile", parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._make_engine = make_engine
        self._kept = kept
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None
        self._done.connect(self._on_done, Qt.ConnectionType.QueuedConnection)

    @property
    def is_running(self) -> bool:
        return self._thread is not None

    def profile(self, engine: str, devices: "tuple[Device, ...]", n_threads: int) -> MachineProfile | None:
        """Return what was measured of this machine; None when nothing was. Reads a small file.

        `engine`: "" where none was started yet; then it is taken to be the one that was measured.
        """
        if not engine:
            return self._kept.read()
        return self._kept.read(Machine.of(engine, devices, n_threads or n_cores()))

    def start(self, path: Path, n_threads: int) -> None:
        """Measure with the model at `path`; `ended` or `failed` follows. `n_threads`: 0 takes all free cores."""
        if self._thread is not None:
            return
        self._stop.clear()

        def work() -> None:
            result: MachineProfile | Exception | None
            try:
                with closing(self._make_engine()) as engine:
                    result = calibrate(engine, path, n_threads or n_cores(), self._stop.is_set)
                if result is not None:
                    result = self._kept.add(result)
            except Exception as error:  # noqa: BLE001 - the top of a worker: the error goes to whoever asked
                result = error
            self._done.emit(result)

        self._thread = threading.Thread(target=work, name="measuring", daemon=True)
        self._thread.start()

    def cancel(self) -> None:
        """Stop it; `ended` follows. Without effect when none runs."""
        self._stop.set()

    def close(self) -> None:
        """Stop it and wait. Blocking. May be called twice."""
        self._stop.set()
        if self._thread is not None:
            self._thread.join(_CLOSE_S)

    @Slot(object)
    def _on_done(self, result: MachineProfile | Exception | None) -> None:
        if self._thread is not None:
            self._thread.join()
            self._thread = None
        if isinstance(result, Exception):
            log.warning("the machine could not be measured: %r", result)
            self.failed.emit(result)
        else:
            self.ended.emit(result)
