# SPDX-License-Identifier: Apache-2.0
"""One piece of work with an engine of its own, on a thread of its own, beside the window."""

import threading
from collections.abc import Callable
from contextlib import closing
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

if TYPE_CHECKING:
    from leeward.engine.protocol import Engine

_CLOSE_S = 10.0

Work = Callable[["Engine", Callable[[], bool]], object]
"""Gets a fresh engine, which is closed for it, and whether it is to stop. Blocking."""


class EngineJob(QObject):
    """One at a time.

    Signals:
        ended(object)   what the work returned, or the exception that it raised
    """

    ended = Signal(object)
    _done = Signal(object)

    def __init__(self, name: str, make_engine: "Callable[[], Engine]", parent: QObject) -> None:
        """`name`: of the thread."""
        super().__init__(parent)
        self._name = name
        self._make_engine = make_engine
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None
        self._done.connect(self._on_done, Qt.ConnectionType.QueuedConnection)

    @property
    def is_running(self) -> bool:
        return self._thread is not None

    def start(self, work: Work) -> None:
        """Begin; `ended` follows. Without effect while one runs."""
        if self._thread is not None:
            return
        self._stop.clear()

        def run() -> None:
            try:
                with closing(self._make_engine()) as engine:
                    result = work(engine, self._stop.is_set)
            except Exception as error:  # noqa: BLE001 - the top of a worker: the error goes to whoever asked
                result = error
            self._done.emit(result)

        self._thread = threading.Thread(target=run, name=self._name, daemon=True)
        self._thread.start()

    def cancel(self) -> None:
        """Ask the work to stop; `ended` follows. Without effect when none runs."""
        self._stop.set()

    def close(self) -> None:
        """Stop it and wait. Blocking. May be called twice."""
        self._stop.set()
        if self._thread is not None:
            self._thread.join(_CLOSE_S)

    @Slot(object)
    def _on_done(self, result: object) -> None:
        if self._thread is not None:
            self._thread.join()
            self._thread = None
        self.ended.emit(result)
