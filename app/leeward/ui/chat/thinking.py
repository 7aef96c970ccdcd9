# SPDX-License-Identifier: Apache-2.0
"""How long a model thought before it answered, counted while it does and told afterwards."""

import time

from PySide6.QtCore import QObject, QTimer, Signal

from leeward.i18n import tr

_TICK_MS = 1_000


def reasoning_label(seconds: float, *, is_thinking: bool) -> str:
    """Return "Thinking… 5 s", "Thought for 1 min 20 s", or "Thoughts" where nobody counted."""
    whole = round(seconds)
    if whole < 1:
        return tr("Thinking…") if is_thinking else tr("Thought for a moment") if seconds > 0 else tr("Thoughts")
    words = (
        tr("{n} s", n=whole) if whole < 60 else tr("{minutes} min {seconds} s", minutes=whole // 60, seconds=whole % 60)
    )
    return tr("Thinking… {words}", words=words) if is_thinking else tr("Thought for {words}", words=words)


class ThinkingClock(QObject):
    """Counts the seconds of one reply's reasoning.

    Signals:
        ticked(float)     seconds so far, once a second while it runs
    """

    ticked = Signal(float)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._since_s = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(lambda: self.ticked.emit(time.monotonic() - self._since_s))

    def start(self) -> None:
        self._since_s = time.monotonic()
        self._timer.start()

    def stop(self) -> None:
        """End the count, with a last tick if it was running."""
        if self._timer.isActive():
            self._timer.stop()
            self.ticked.emit(time.monotonic() - self._since_s)
