# SPDX-License-Identifier: Apache-2.0
"""When the first word comes of models that are not loaded, by what was measured when they last were."""

import logging
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from leeward.bridge.first_word import foretold
from leeward.bridge.tasks import TaskThread
from leeward.library.prediction import Prediction

if TYPE_CHECKING:
    from leeward.bridge.first_word import Readings
    from leeward.bridge.generation import GenerationBridge

log = logging.getLogger(__name__)


class FirstWords(QObject):
    """Signals:
    known(dict[Path, Prediction])   of those that were measured here with the engine of now
    """

    known = Signal(object)

    def __init__(
        self, readings: "Readings", generation: "GenerationBridge", thread: TaskThread, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._readings = readings
        self._generation = generation
        self._thread = thread

    def read(self, paths: Iterable[Path]) -> None:
        """Look what is known of these models; `known` follows."""
        wanted = tuple(paths)
        self._thread.run(lambda: self._look(wanted), self.known.emit, self._on_failed)

    def _look(self, paths: tuple[Path, ...]) -> dict[Path, Prediction]:
        engine, devices = self._generation.machine()
        found = {path: foretold(self._readings, path, engine, devices) for path in paths}
        return {path: prediction for path, prediction in found.items() if prediction is not None}

    def _on_failed(self, error: Exception) -> None:
        log.warning("what was measured of models could not be read: %r", error)
