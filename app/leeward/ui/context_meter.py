# SPDX-License-Identifier: Apache-2.0
"""A small ring that shows how much of the model's context the conversation fills."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from leeward.ui.controls import PlainLabel
from leeward.ui.theme import Theme

_WARN_SHARE = 0.8
_FULL_SHARE = 0.95


class _Ring(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._share = 0.0
        self.setFixedSize(QSize(18, 18))

    def set_share(self, share: float, theme: Theme) -> None:
        self._share, self._theme = share, theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        circle = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        painter.setPen(QPen(QColor(self._theme.border), 3))
        painter.drawEllipse(circle)
        pen = QPen(QColor(self._color()), 3)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        if self._share > 0:
            painter.drawArc(circle, 90 * 16, -max(1, round(self._share * 360 * 16)))

    def _color(self) -> str:
        if self._share >= _FULL_SHARE:
            return self._theme.danger
        return self._theme.warning if self._share >= _WARN_SHARE else self._theme.accent


class ContextMeter(QWidget):
    """The ring and "1,240 / 8,192". Hidden until both numbers are known."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._n_used = 0
        self._n_ctx = 0
        self._ring = _Ring(theme)
        self.label = PlainLabel("", "muted")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(4, 0, 4, 0)
        layout.setSpacing(7)
        layout.addWidget(self._ring)
        layout.addWidget(self.label)
        self.set_values(0, 0)

    def set_values(self, n_used: int, n_ctx: int) -> None:
        """Show `n_used` of `n_ctx` tokens; nothing when the context length is not known."""
        self._n_used, self._n_ctx = n_used, n_ctx
        self.setVisible(n_ctx > 0)
        share = min(1.0, n_used / n_ctx) if n_ctx else 0.0
        self._ring.set_share(share, self._theme)
        self.label.setText(f"{n_used:,} / {n_ctx:,}")
        words = f"Context: {n_used:,} of {n_ctx:,} tokens, {round(share * 100)} % full"
        self.setAccessibleName(words)
        self.setToolTip(words)

    def set_compact(self, *, is_compact: bool) -> None:
        """Show the ring without the numbers."""
        self.label.setVisible(not is_compact)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.set_values(self._n_used, self._n_ctx)
