# SPDX-License-Identifier: Apache-2.0
"""How long a model thought before it answered, counted while it does and told afterwards."""

import time

from PySide6.QtCore import QObject, QTimer, Signal

_TICK_MS = 1_000


def reasoning_label(seconds: float, *, is_thinking: bool) -> str:
    """Return "Thinking… 5 s", "Thought for 1 min 20 s", or "Thoughts" where nobody counted."""
    whole = round(seconds)
    if whole < 1:
        return "Thinking…" if is_thinking else "Thought for a moment" if seconds > 0 else "Thoughts"
    words = f"{whole} s" if whole < 60 else f"{whole // 60} min {whole % 60} s"
    return f"Thinking… {words}" if is_thinking else f"Thought for {words}"


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
