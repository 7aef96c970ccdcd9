# SPDX-License-Identifier: Apache-2.0
"""What is done now and then while the program runs: backups of the chats, and the bin emptied of what is too old."""

import logging
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot

from leeward.bridge.tasks import TaskThread
from leeward.storage.backups import Backups

log = logging.getLogger(__name__)

FIRST_CHECK_MS = 30_000
"""The start is long over by then."""

CHECK_INTERVAL_MS = 3_600_000


class Upkeep(QObject):
    """Makes a backup on the storage thread when the newest one is old enough. A failure is logged: chats go on.

    Args:
        purge_bin: Deletes for good what was in the bin long enough at the Unix time it is given. It rewrites the index of
            all words then, which is nothing to wait for at the start.
    """

    def __init__(
        self,
        database: Path,
        backups: Backups,
        thread: TaskThread,
        purge_bin: Callable[[float], object],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._purge_bin = purge_bin
        self._database = database
        self._backups = backups
        self._thread = thread
        self._timer = QTimer(self)
        self._timer.setTimerType(self._timer.timerType().VeryCoarseTimer)
        self._timer.timeout.connect(self.check)
        self._timer.start(FIRST_CHECK_MS)

    @Slot()
    def check(self) -> None:
        """Make a backup if one is due, and empty the bin of what is too old."""
        self._timer.setInterval(CHECK_INTERVAL_MS)
        self._thread.run(self._make_if_due, lambda _made: None, self._on_failed)
        self._thread.run(lambda: self._purge_bin(time.time()), lambda _purged: None, self._on_purge_failed)

    def _make_if_due(self) -> bool:
        now_s = time.time()
        if not self._backups.is_due(now_s):
            return False
        self._backups.make(self._database, now_s)
        return True

    def _on_failed(self, error: Exception) -> None:
        log.warning("no backup was made: %r", error)

    def _on_purge_failed(self, error: Exception) -> None:
        log.warning("the bin was not purged: %r", error)
