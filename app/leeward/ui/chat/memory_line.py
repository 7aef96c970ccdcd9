# SPDX-License-Identifier: Apache-2.0
"""The line before the first message that the model still sees."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from leeward.i18n import mark, tr
from leeward.ui.chat.controls import set_text_color
from leeward.ui.chat.style import ChatStyle

MEMORY_LINE = mark("The model's memory begins here")
_WHY = mark(
    "What stands above had left the model's memory when it answered last: there was no more room. It stays in the chat."
)
_GAP_PX = 12


class MemoryLine(QLabel):
    """Words in the middle of a line across the column."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._color = QColor()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setToolTip(tr(_WHY))
        self.setAccessibleName(tr(MEMORY_LINE))
        self.setAccessibleDescription(tr(_WHY))

    def show_line(self, style: ChatStyle) -> None:
        self._color = QColor(style.theme.warning)
        self.setFont(style.small_font)
        set_text_color(self, style.theme.warning)
        self.setText(tr(MEMORY_LINE))

    def fit(self, width: int) -> int:
        return max(self.heightForWidth(width), self.fontMetrics().height()) + 6

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        half = (self.width() - self.fontMetrics().horizontalAdvance(self.text())) // 2 - _GAP_PX
        if half > 0:
            painter = QPainter(self)
            painter.setPen(self._color)
            middle = self.height() // 2
            painter.drawLine(0, middle, half, middle)
            painter.drawLine(self.width() - half, middle, self.width(), middle)
            painter.end()
