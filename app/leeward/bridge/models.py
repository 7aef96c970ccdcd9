# SPDX-License-Identifier: Apache-2.0
"""The models that were opened before: storage calls on the storage thread."""

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from leeward.domain.model_settings import ModelSettings
from leeward.library.suggested import suggested_by

if TYPE_CHECKING:
    from leeward.bridge.tasks import TaskThread
    from leeward.library.entries import ModelEntry
    from leeward.storage.models import KnownModels

log = logging.getLogger(__name__)

SetAndSuggested = tuple[ModelSettings, ModelSettings]
"""What the user set for a model, and what its makers suggest."""


@dataclass(frozen=True, slots=True)
class ModelChoice:
    """A model the user can pick.

    Attributes:
        is_there: False when its file could not be found just now.
        entry: As the library found it; None of one that is not in it, or where nobody asked the library.
    """

    path: Path
    name: str
    is_there: bool = True
    entry: "ModelEntry | None" = None

    @property
    def can_be_loaded(self) -> bool:
        """Whether it may be offered: as far as known by now."""
        return self.is_there and (self.entry is None or self.entry.can_be_loaded)


class ModelsBridge(QObject):
    """Reads and changes the list of known models without blocking the UI thread.

    Signals:
        listed(list[ModelChoice])   the last used first
        failed(Exception)           an AppError, or another exception when it is a bug
    """

    listed = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        known: "KnownModels",
        thread: "TaskThread",
        settings_of: Callable[[Path], ModelSettings],
        clock: Callable[[], float] = time.time,
        parent: QObject | None = None,
    ) -> None:
        """`settings_of`: what was set for the model at a path; called on `thread`."""
        super().__init__(parent)
        self._known = known
        self._thread = thread
        self._settings_of = settings_of
        self._clock = clock

    def refresh(self) -> None:
        """Read the list and look which files are there; `listed` follows."""
        self._thread.run(self._choices, self.listed.emit, self._on_failed)

    def remember(self, path: Path, name: str) -> None:
        """Keep that this model was used now; `listed` follows."""
        now_s = self._clock()
        self._thread.run(lambda: self._known.remember(path, name, now_s), lambda _: self.refresh(), self._on_failed)

    def forget(self, path: Path) -> None:
        """Take a model off the list; the file stays. `listed` follows."""
        self._thread.run(lambda: self._known.forget(path), lambda _: self.refresh(), self._on_failed)

    def read_settings(self, path: Path, on_done: Callable[[SetAndSuggested], None]) -> None:
        """Read what was set for one model and what it suggests, and hand it over; nothing when it cannot be read."""

        def on_failed(error: Exception) -> None:
            self._on_failed(error)
            on_done((ModelSettings(), ModelSettings()))

        self._thread.run(lambda: (self._settings_of(path), suggested_by(path)), on_done, on_failed)

    def _choices(self) -> list[ModelChoice]:
        return [ModelChoice(each.path, each.name, each.path.is_file()) for each in self._known.all()]

    def _on_failed(self, error: Exception) -> None:
        log.error("the list of models could not be read or changed: %s", type(error).__name__)
        self.failed.emit(error)
