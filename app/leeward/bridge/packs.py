# SPDX-License-Identifier: Apache-2.0
"""Model packs for the window: made, looked into and unpacked on a thread of their own."""

import logging
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from leeward.bridge.models import ModelChoice
from leeward.bridge.tasks import TaskThread
from leeward.domain.errors import AppError
from leeward.library.entries import ModelEntry
from leeward.library.folders import with_header
from leeward.library.pace import Pace
from leeward.library.pack import Cancelled, Manifest, OnProgress, Room, pack, read_manifest, room_for, unpack

log = logging.getLogger(__name__)

T = TypeVar("T")


class Packs(QObject):
    """One at a time. `make` and `unpack` end in exactly one of `made` or `unpacked`, `stopped`, `failed`.

    Signals:
        measured(Room)            what a new pack needs and what is free where it is to be
        opened(Manifest, Room)    what a pack holds, and what it needs where models are kept
        progressed(Progress)
        made(Manifest)
        unpacked(tuple[Path, ...])   the verified files, the first one of each model
        stopped()
        failed(Exception)         an AppError, or another exception when it is a bug
    """

    measured = Signal(object)
    opened = Signal(object, object)
    progressed = Signal(object)
    made = Signal(object)
    unpacked = Signal(object)
    stopped = Signal()
    failed = Signal(object)
    _moved = Signal(object)

    def __init__(
        self, models_folder: Path, entry_of: Callable[[Path], ModelEntry], parent: QObject | None = None
    ) -> None:
        """`models_folder`: where unpacked models go. `entry_of`: a file that no library has listed; called on the thread."""
        super().__init__(parent)
        self.models_folder = models_folder
        self._entry_of = entry_of
        self._stop = threading.Event()
        self._thread = TaskThread("packs")
        self._moved.connect(self.progressed, Qt.ConnectionType.QueuedConnection)

    def measure(self, choices: Sequence[ModelChoice], folder: Path) -> None:
        """Count what these models need; `measured` follows, or `failed`."""
        self._run(lambda: room_for(sum(self._entry(each).size_bytes for each in choices), folder), self.measured.emit)

    def open(self, folder: Path) -> None:
        """Read the list of a pack; nothing is copied or verified yet. `opened` follows, or `failed`."""

        def read() -> tuple[Manifest, Room]:
            manifest = read_manifest(folder)
            n_bytes = sum(file.size_bytes for model in manifest.models for file in model.files)
            return manifest, room_for(n_bytes, self.models_folder)

        self._run(read, lambda found: self.opened.emit(*found))

    def make(self, choices: Sequence[ModelChoice], folder: Path) -> None:
        """Copy models into the pack in `folder`, and write their hashes."""
        on_progress = self._begin()
        self._run(lambda: pack([self._entry(each) for each in choices], folder, on_progress), self.made.emit)

    def unpack(self, folder: Path) -> None:
        """Copy the models of a pack to those that are here; they count when every hash was compared."""
        on_progress = self._begin()
        self._run(lambda: tuple(unpack(folder, self.models_folder, on_progress, now_s=time.time())), self.unpacked.emit)

    def cancel(self) -> None:
        """Stop what runs; `stopped` follows. What was copied is kept for the next try."""
        self._stop.set()

    def close(self) -> None:
        """Stop what runs and end the thread. Blocking."""
        self.cancel()
        self._thread.close()

    def _begin(self) -> OnProgress:
        stop = self._stop = threading.Event()
        pace: list[Pace] = []

        def on_progress(_name: str, n_done: int, n_total: int) -> bool:
            if not pace:
                pace.append(Pace(n_total))
            progress = pace[0].push(n_done, time.monotonic())
            if progress is not None:
                self._moved.emit(progress)
            return not stop.is_set()

        return on_progress

    def _run(self, call: Callable[[], T], on_done: Callable[[T], None]) -> None:
        self._thread.run(call, on_done, self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, Cancelled):
            self.stopped.emit()
            return
        if not isinstance(error, AppError):
            log.error("a model pack failed", exc_info=error)
        self.failed.emit(error)

    def _entry(self, choice: ModelChoice) -> ModelEntry:
        entry = choice.entry or with_header(self._entry_of(choice.path))
        return replace(entry, name=choice.name)
