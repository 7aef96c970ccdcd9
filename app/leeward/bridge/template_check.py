# SPDX-License-Identifier: Apache-2.0
"""Checks the chat template of one model, with an engine of its own, beside the window."""

import logging
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

from leeward.domain.queries import TemplateReport
from leeward.library.template_check import check_template

if TYPE_CHECKING:
    from leeward.engine.protocol import Engine

log = logging.getLogger(__name__)

_CLOSE_S = 10.0

Check = Callable[["Engine", Path, str, Callable[[], bool]], TemplateReport | None]


class TemplateCheck(QObject):
    """One check at a time, on a thread of its own. What was found is remembered until the program ends.

    Signals:
        checked(Path, TemplateReport | None)   None when it was cancelled
        failed(Path, Exception)                an AppError, or another exception when it is a bug
    """

    checked = Signal(object, object)
    failed = Signal(object, object)
    _done = Signal(object, str, object)

    def __init__(
        self, make_engine: "Callable[[], Engine]", check: Check = check_template, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._make_engine = make_engine
        self._check = check
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None
        self._running: Path | None = None
        self._found: dict[tuple[Path, str], TemplateReport] = {}
        self._done.connect(self._on_done, Qt.ConnectionType.QueuedConnection)

    @property
    def running(self) -> Path | None:
        """The model that is being checked."""
        return self._running

    def found(self, path: Path, template: str) -> TemplateReport | None:
        """Return what was found of this model with this template, "" for the file's own."""
        return self._found.get((path, template))

    def start(self, path: Path, template: str) -> None:
        """Check the model at `path`; `checked` or `failed` follows. `template`: "" is the file's own."""
        if self._thread is not None:
            return
        self._stop.clear()
        self._running = path

        def work() -> None:
            result: TemplateReport | Exception | None
            try:
                with closing(self._make_engine()) as engine:
                    result = self._check(engine, path, template, self._stop.is_set)
            except Exception as error:  # noqa: BLE001 - the top of a worker: the error goes to whoever asked
                result = error
            self._done.emit(path, template, result)

        self._thread = threading.Thread(target=work, name="template check", daemon=True)
        self._thread.start()

    def cancel(self) -> None:
        """Stop it; `checked` follows. Without effect when none runs."""
        self._stop.set()

    def close(self) -> None:
        """Stop it and wait. Blocking. May be called twice."""
        self._stop.set()
        if self._thread is not None:
            self._thread.join(_CLOSE_S)

    @Slot(object, str, object)
    def _on_done(self, path: Path, template: str, result: TemplateReport | Exception | None) -> None:
        if self._thread is not None:
            self._thread.join()
        self._thread, self._running = None, None
        if isinstance(result, Exception):
            log.warning("a chat template could not be checked: %s", type(result).__name__)
            self.failed.emit(path, result)
            return
        if result is not None:
            self._found[path, template] = result
        self.checked.emit(path, result)
