# SPDX-License-Identifier: Apache-2.0
"""A small ring that shows how much of the model's context the conversation fills; a click says with what."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QHideEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from leeward.chat.context_parts import ContextParts
from leeward.i18n import number, tr
from leeward.ui.controls import PlainLabel
from leeward.ui.direction import is_mirrored
from leeward.ui.theme import Theme

_WARN_SHARE = 0.8
_FULL_SHARE = 0.95
_POPOVER_PX = 264
_BAR_PX = 8


class _Ring(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._share = 0.0
        self.setFixedSize(QSize(18, 18))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

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


class ContextMeter(QAbstractButton):
    """The ring and "1,240 / 8,192". Hidden until both numbers are known."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._n_used = 0
        self._n_ctx = 0
        self._parts: ContextParts | None = None
        self._wait = ""
        self._ring = _Ring(theme)
        self.label = PlainLabel("", "muted")
        self.label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMinimumHeight(32)  # for a finger
        layout = QHBoxLayout(self)
        layout.setContentsMargins(6, 4, 6, 4)
        layout.setSpacing(7)
        layout.addWidget(self._ring)
        layout.addWidget(self.label)
        self.popover: ContextPopover | None = None
        self.clicked.connect(self.show_parts)
        self.set_values(0, 0)

    def set_values(self, n_used: int, n_ctx: int) -> None:
        """Show `n_used` of `n_ctx` tokens; nothing when the context length is not known."""
        self._n_used, self._n_ctx = n_used, n_ctx
        self.setVisible(n_ctx > 0)
        share = min(1.0, n_used / n_ctx) if n_ctx else 0.0
        self._ring.set_share(share, self._theme)
        self.label.setText(f"{number(n_used)} / {number(n_ctx)}")
        words = tr(
            "Context: {used:,} of {size:,} tokens, {percent} % full",
            used=n_used,
            size=n_ctx,
            percent=round(share * 100),
        )
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.updateGeometry()

    def set_parts(self, parts: ContextParts, wait: str = "") -> None:
        """Show what is sent with the next message. `wait`: how long the first word of the answer will take, as a sentence."""
        self._parts, self._wait = parts, wait
        self.set_values(parts.total, parts.n_ctx)
        costs = [f"{name}: {number(n)}" for name, n, _ in rows(parts, self._theme)]
        self.setToolTip("\n".join([self.toolTip(), *costs, *([wait] if wait else [])]))
        if self.popover is not None and self.popover.isVisible():
            self.popover.show_parts(parts, self._theme, wait)

    def show_parts(self) -> None:
        """Open what the numbers are made of, or close it."""
        if self.popover is not None and self.popover.isVisible():
            self.popover.hide()
        elif self._parts is not None and self._parts.n_ctx == self._n_ctx:
            self.popover = self.popover or ContextPopover(self.window())
            self.popover.show_parts(self._parts, self._theme, self._wait)
            self.popover.open_below(self)
            self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.popover is not None and self.popover.isVisible():
            self.popover.hide()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self.popover is not None:
            self.popover.hide()

    def set_compact(self, *, is_compact: bool) -> None:
        """Show the ring without the numbers."""
        self.label.setVisible(not is_compact)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.set_values(self._n_used, self._n_ctx)

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.sizeHint() if layout is not None else super().sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._theme.surface_hover))
            painter.drawRoundedRect(rect, 9, 9)
        if self.hasFocus():
            painter.setPen(QPen(QColor(self._theme.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect, 9, 9)


class ContextPopover(QFrame):
    """The parts with their tokens. A click anywhere, Esc or another focus closes it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("popover")
        self.setAccessibleName(tr("What fills the context"))
        self._bar = _Bar()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self.wait = PlainLabel("", is_wrapped=True)
        self._words = PlainLabel("", "muted", is_wrapped=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.setSpacing(10)
        layout.addWidget(PlainLabel(tr("What the model reads next"), "strong"))
        layout.addWidget(self._bar)
        layout.addLayout(self._grid)
        layout.addWidget(self.wait)
        layout.addWidget(self._words)
        self.setFixedWidth(_POPOVER_PX)

    def open_below(self, button: QWidget) -> None:
        """Show it under a button of the same window."""
        self.adjustSize()
        x = 0 if is_mirrored() else button.width() - self.width()
        corner = button.mapTo(button.window(), QPoint(x, button.height() + 2))
        self.move(min(max(4, corner.x()), button.window().width() - self.width() - 4), corner.y())
        self.show()
        self.raise_()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._watch(is_watching=True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._watch(is_watching=False)

    def _watch(self, *, is_watching: bool) -> None:
        app = QApplication.instance()
        if app is not None:
            (app.installEventFilter if is_watching else app.removeEventFilter)(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_outside = isinstance(watched, QWidget) and not isinstance(watched, ContextMeter)
        if event.type() == QEvent.Type.MouseButtonPress and is_outside:
            self.hide()
        return super().eventFilter(watched, event)

    def show_parts(self, parts: ContextParts, theme: Theme, wait: str = "") -> None:
        self.wait.setText(wait)
        self.wait.setVisible(bool(wait))
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        shown = rows(parts, theme)
        self._bar.show_shares([(n / max(1, parts.n_ctx), color) for _, n, color in shown])
        for row, (name, n_tokens, color) in enumerate(shown):
            dot = _Dot(color)
            words, count = PlainLabel(name), PlainLabel(number(n_tokens))
            count.setAlignment(Qt.AlignmentFlag.AlignLeft if is_mirrored() else Qt.AlignmentFlag.AlignRight)
            count.setAccessibleName(tr("{part}: {n:,} tokens", part=name, n=n_tokens))
            for column, widget in enumerate((dot, words, count)):
                self._grid.addWidget(widget, row, column)
        room = tr(
            "An answer is left room for {room:,} tokens; the context has {size:,}.", room=parts.room, size=parts.n_ctx
        )
        guess = tr("Some of it is a guess until the model has counted it.")
        self._words.setText(room if parts.is_exact else f"{guess} {room}")


class _Dot(QWidget):
    def __init__(self, color: str) -> None:
        super().__init__()
        self._color = color
        self.setFixedSize(QSize(10, 10))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._color))
        painter.drawEllipse(self.rect())


class _Bar(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._shares: list[tuple[float, str]] = []
        self.setFixedHeight(_BAR_PX)

    def show_shares(self, shares: list[tuple[float, str]]) -> None:
        self._shares = shares
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        left = 0.0
        for share, color in self._shares:
            width = min(share * self.width(), self.width() - left)
            x = self.width() - left - width if is_mirrored() else left
            painter.fillRect(QRectF(x, 0, width, self.height()), QColor(color))
            left += width


def rows(parts: ContextParts, theme: Theme) -> list[tuple[str, int, str]]:
    """Return each part as its name, its tokens and its colour."""
    return [
        (tr("System prompt"), parts.system, theme.syntax["keyword"]),
        (tr("The chat so far"), parts.history, theme.accent),
        (tr("Attached files"), parts.attachments, theme.syntax["operator"]),
        (tr("What you are writing"), parts.draft, theme.syntax["string"]),
        (tr("Free"), parts.n_free, theme.border),
    ]
