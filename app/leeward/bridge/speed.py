# SPDX-License-Identifier: Apache-2.0
"""Measures how fast a model is, for the window: with an engine of its own, so that chats go on."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

from leeward.bridge.engine_job import EngineJob
from leeward.bridge.tasks import TaskThread
from leeward.domain.errors import StorageError
from leeward.domain.kv import KvStore
from leeward.domain.model_settings import load_plan
from leeward.domain.settings import Settings
from leeward.domain.speed import SpeedReport
from leeward.library.speed import SpeedProgress, measure_speed
from leeward.storage.kv_folder import KvFolder

if TYPE_CHECKING:
    from leeward.engine.protocol import Engine
    from leeward.library.entries import ModelEntry
    from leeward.library.models import Library
    from leeward.storage.speed_history import SpeedHistory

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Measured:
    """A new measurement.

    Attributes:
        earlier: Those that were kept before, the oldest first.
        unkept: Why it could not be kept; None when it was.
    """

    report: SpeedReport
    earlier: tuple[SpeedReport, ...]
    unkept: StorageError | None = None


class SpeedBridge(QObject):
    """One measurement at a time. All methods are for the UI thread and return at once, `close` excepted.

    Signals:
        found(tuple[ModelEntry, ...], tuple[SpeedReport, ...])   what the library has, and the history, the oldest first
        progressed(SpeedProgress)
        ended(Measured | None)   None when it was stopped
        failed(Exception)        an AppError, or another exception when it is a bug
    """

    found = Signal(object, object)
    progressed = Signal(object)
    ended = Signal(object)
    failed = Signal(object)
    _told = Signal(object)

    def __init__(
        self,
        make_engine: "Callable[..., Engine]",
        library: "Library",
        history: "SpeedHistory",
        parent: QObject | None = None,
    ) -> None:
        """`make_engine`: gets as `kept` what says where the engine is to keep what it reads. `library`: used by nobody else."""
        super().__init__(parent)
        self._library = library
        self._history = history
        self._thread = TaskThread("speed")
        self._store: KvStore | None = None  # of the measurement under way
        self._job = EngineJob("speed", lambda: make_engine(kept=lambda: self._store), self)
        self._job.ended.connect(self._on_ended)
        self._told.connect(self.progressed, Qt.ConnectionType.QueuedConnection)

    @property
    def is_running(self) -> bool:
        return self._job.is_running

    def look(self) -> None:
        """See which models are here and what was measured before; `found` follows. A list that cannot be read is empty."""
        self._thread.run(
            lambda: (self._entries(), self._history.read()), lambda found: self.found.emit(*found), self.failed.emit
        )

    def start(self, path: Path, name: str, settings: Settings) -> None:
        """Measure the model at `path`, called `name` and loaded as the settings and its own ones say; `ended` or `failed` follows."""

        def measure(engine: "Engine", is_stopped: Callable[[], bool]) -> Measured | None:
            plan = load_plan(settings, self._library.settings_of(path), path, name)
            with TemporaryDirectory(prefix="leeward-") as folder:
                self._store = KvStore(Path(folder))
                kept = KvFolder(Path(folder))
                report = measure_speed(engine, plan, kept=kept, is_stopped=is_stopped, on_progress=self._tell)
                engine.close()  # it writes there
            return None if report is None else self._kept(report)

        self._job.start(measure)

    def cancel(self) -> None:
        """Stop it; `ended` follows. Without effect when none runs."""
        self._job.cancel()

    def close(self) -> None:
        """Stop it and wait. Blocking. May be called twice."""
        self._job.close()
        self._thread.close()

    # On other threads

    def _tell(self, progress: SpeedProgress) -> None:
        self._told.emit(progress)

    def _kept(self, report: SpeedReport) -> Measured:
        try:
            return Measured(report, self._history.add(report))
        except StorageError as error:  # what was measured is shown all the same
            log.warning("a measurement could not be kept: %r", error)
            return Measured(report, self._history.read(), error)

    def _entries(self) -> "tuple[ModelEntry, ...]":
        try:
            return self._library.scan().entries
        except (StorageError, OSError) as error:
            log.warning("the models could not be listed: %r", error)
            return ()

    @Slot(object)
    def _on_ended(self, result: Measured | Exception | None) -> None:
        if isinstance(result, Exception):
            log.warning("the speed could not be measured: %r", result)
            self.failed.emit(result)
        else:
            self.ended.emit(result)
