# SPDX-License-Identifier: Apache-2.0
"""One worker thread that runs calls one after the other and hands their answers to the thread that asked."""

import logging
import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

log = logging.getLogger(__name__)

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Task:
    call: Callable[[], Any]
    on_done: Callable[[Any], None]
    on_failed: Callable[[Exception], None]


@dataclass(frozen=True, slots=True)
class _Answer:
    task: _Task
    value: Any
    error: Exception | None


class TaskThread(QObject):
    """Runs blocking calls away from the UI thread, in the order they were given.

    Every `run` ends in exactly one `on_done` or `on_failed`, called on the thread this object lives in, unless that
    thread's event loop has ended. Only frozen values should cross.
    """

    _answered = Signal(object)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks: queue.SimpleQueue[_Task | None] = queue.SimpleQueue()
        self._is_closed = False
        self._answered.connect(self._on_answered, Qt.ConnectionType.QueuedConnection)
        self._thread = threading.Thread(target=self._work, name=name, daemon=True)
        self._thread.start()

    def run(
        self,
        call: Callable[[], T],
        on_done: Callable[[T], None],
        on_failed: Callable[[Exception], None],
    ) -> None:
        """Run `call` on the worker. After `close` nothing is run."""
        if not self._is_closed:
            self._tasks.put(_Task(call, on_done, on_failed))

    def end_when_done(self) -> None:
        """Take no more calls, and end the thread after those that were given. Does not wait."""
        if not self._is_closed:
            self._is_closed = True
            self._tasks.put(None)

    def close(self, timeout_s: float = 10.0) -> None:
        """Finish what was given, then end the thread. Blocking. May be called twice.

        A call that hangs longer than `timeout_s` is left behind: the thread is a daemon, the program can still end.
        """
        self.end_when_done()
        self._thread.join(timeout_s)
        if self._thread.is_alive():
            log.error("the thread %s did not end within %s s", self._thread.name, timeout_s)

    def _work(self) -> None:
        while (task := self._tasks.get()) is not None:
            try:
                answer = _Answer(task, task.call(), None)
            except Exception as error:  # noqa: BLE001 - the top of a worker: the error goes to whoever asked
                answer = _Answer(task, None, error)
            self._answered.emit(answer)

    @Slot(object)
    def _on_answered(self, answer: _Answer) -> None:
        if answer.error is None:
            answer.task.on_done(answer.value)
        else:
            answer.task.on_failed(answer.error)
