# SPDX-License-Identifier: Apache-2.0
"""What waits for the inference thread, and whether that thread is at rest: then nothing in the process need wake up."""

import queue
import threading
import time
from collections import deque
from collections.abc import Callable
from typing import Generic, TypeVar

Work = TypeVar("Work")


class WorkQueue(Generic[Work]):
    """A queue that knows whether its reader waits.

    It is at rest from when the reader waits for something to come until something is put, not until the reader has it: so
    there is no moment at which work is under way and the queue says otherwise. A reader that was never there is at work.
    """

    def __init__(self, on_stirred: Callable[[], None]) -> None:
        """`on_stirred`: called by whoever puts something, at the end of a rest and before the reader gets it."""
        self._on_stirred = on_stirred
        self._items: deque[Work] = deque()
        self._changed = threading.Condition()
        self._is_at_rest = False

    @property
    def has_any(self) -> bool:
        """Whether something waits for the reader."""
        return bool(self._items)

    def put(self, item: Work) -> None:
        with self._changed:
            if self._is_at_rest:
                self._on_stirred()
                self._is_at_rest = False
            self._items.append(item)
            self._changed.notify_all()

    def get(self, timeout: float | None = None) -> Work:
        """Wait for the next one. Raises queue.Empty when none came for `timeout` seconds."""
        end_s = None if timeout is None else time.monotonic() + timeout
        with self._changed:
            while not self._items:
                self._is_at_rest = True
                left_s = None if end_s is None else end_s - time.monotonic()
                if left_s is not None and left_s <= 0:
                    break
                self._changed.wait(left_s)
            self._is_at_rest = False
            return self._next()

    def get_nowait(self) -> Work:
        """Raises queue.Empty when there is none."""
        with self._changed:
            return self._next()

    def _next(self) -> Work:
        if not self._items:
            raise queue.Empty
        return self._items.popleft()

    def wait_for_work(self) -> None:
        """Return at once while there is work, else when some comes."""
        with self._changed:
            while self._is_at_rest:
                self._changed.wait()
