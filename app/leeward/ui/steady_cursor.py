# SPDX-License-Identifier: Apache-2.0
"""The text cursor blinks while somebody writes, then stands still: blinking wakes and repaints the window twice a second."""

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QGuiApplication

BLINKING_MS = 10_000
"""As long as GTK's `gtk-cursor-blink-timeout`."""


class SteadyCursor(QObject):
    """Lets the cursors of all text fields stand, seen, when for a while none was moved and no other field was gone to."""

    def __init__(self, blinking_ms: int = BLINKING_MS, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hints = QGuiApplication.styleHints()
        self._usual_ms = self._hints.cursorFlashTime()  # 0 where the desktop wants none
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(blinking_ms)
        self._timer.timeout.connect(self._stand)
        # Qt tells where the cursor is for input methods, so that every field does, whatever moves it.
        QGuiApplication.inputMethod().cursorRectangleChanged.connect(self._blink)
        self._timer.start()

    @Slot()
    def _blink(self) -> None:
        if self._hints.cursorFlashTime() != self._usual_ms:
            self._hints.setCursorFlashTime(self._usual_ms)
        self._timer.start()

    @Slot()
    def _stand(self) -> None:
        self._hints.setCursorFlashTime(0)
