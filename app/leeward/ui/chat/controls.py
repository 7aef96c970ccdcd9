# SPDX-License-Identifier: Apache-2.0
"""Small widgets around the text of a message: name, status, buttons, the switch of the reasoning."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QScrollBar, QSizePolicy, QStyle, QToolButton, QWidget

from leeward.i18n import mark, tr
from leeward.ui import icons
from leeward.ui.chat.style import ChatStyle
from leeward.ui.direction import is_mirrored, line_start
from leeward.ui.theme import Theme

BUTTON_PX = 32  # for a finger
_ICON_PX = 16
_JUMP_PX = 36
_NEWS = mark("New text")


def plain_label(parent: QWidget) -> QLabel:
    """Return a label that shows markup as it is written."""
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setAlignment(line_start() | Qt.AlignmentFlag.AlignVCenter)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    return label


class ElidedLabel(QLabel):
    """One line of plain text that ends in "…" where there is no room; screen readers get all of it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._full_text = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(line_start() | Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    @property
    def full_text(self) -> str:
        return self._full_text

    def set_full_text(self, text: str) -> None:
        self._full_text = text
        self.setAccessibleName(text)
        self._elide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        self.setText(self.fontMetrics().elidedText(self._full_text, Qt.TextElideMode.ElideRight, self.width()))


def set_text_color(widget: QWidget, color: str) -> None:
    palette = widget.palette()
    palette.setColor(QPalette.ColorRole.WindowText, QColor(color))
    palette.setColor(QPalette.ColorRole.Text, QColor(color))
    widget.setPalette(palette)


class IconButton(QToolButton):
    """A button that is only its icon; it has a name for screen readers and a tooltip."""

    def __init__(self, icon_name: str, label: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self._theme: Theme | None = None
        self._is_faint = False
        self.setAccessibleName(label)
        self.setToolTip(label)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedSize(BUTTON_PX, BUTTON_PX)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def set_faint(self, *, is_faint: bool) -> None:
        """Draw it only under the pointer and with the focus. It stays reachable."""
        if is_faint != self._is_faint:
            self._is_faint = is_faint
            self.update()

    def set_icon_name(self, icon_name: str) -> None:
        if icon_name != self._icon_name:
            self._icon_name = icon_name
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        if self._theme is None or (self._is_faint and not self.hasFocus() and not self.underMouse()):
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        is_hot = self.isEnabled() and (self.underMouse() or self.isDown())
        if is_hot:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._theme.surface_hover))
            painter.drawRoundedRect(rect, 6, 6)
        if self.hasFocus():
            painter.setPen(QColor(self._theme.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect, 6, 6)
        color = self._theme.text if is_hot else self._theme.text_muted
        if not self.isEnabled():
            color = self._theme.border
        if self._icon_name == "check":
            color = self._theme.success
        drawn = icons.pixmap(self._icon_name, color, _ICON_PX, self.devicePixelRatio())
        offset = (BUTTON_PX - _ICON_PX) // 2
        painter.drawPixmap(offset, offset, drawn)
        painter.end()


class NameWidget(QWidget):
    """Who speaks: an icon and the name of the model."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._label = ElidedLabel(self)
        self._theme: Theme | None = None

    def show_name(self, name: str, style: ChatStyle) -> None:
        self._label.setFont(style.bold_font)
        self._label.set_full_text(name)
        set_text_color(self._label, style.theme.text)
        self._theme = style.theme
        self.setAccessibleName(tr("{name} said", name=name))

    def fit(self, width: int) -> int:
        del width
        return self._label.fontMetrics().height() + 6

    def resizeEvent(self, event: QResizeEvent) -> None:
        del event
        self._label.setGeometry(0 if is_mirrored() else 26, 0, max(0, self.width() - 26), self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        if self._theme is not None:
            painter = QPainter(self)
            drawn = icons.pixmap("sparkles", self._theme.accent, 18, self.devicePixelRatio())
            x = self.width() - 18 if is_mirrored() else 0
            painter.drawPixmap(x, (self.height() - 18) // 2, drawn)
            painter.end()


class StatusWidget(QLabel):
    """One muted line: what the engine does before text arrives, or that a system prompt is set."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(line_start() | Qt.AlignmentFlag.AlignVCenter)
        self.setWordWrap(True)

    def show_status(self, text: str, style: ChatStyle) -> None:
        self.setText(text)
        self.setAccessibleName(text)
        self.setFont(style.small_font)
        set_text_color(self, style.theme.text_muted)

    def fit(self, width: int) -> int:
        return max(self.heightForWidth(width), self.fontMetrics().height()) + 4


class ReasoningWidget(QToolButton):
    """Opens and folds what the model thought before it answered."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._style: ChatStyle | None = None

    def show_state(self, text: str, style: ChatStyle, *, is_open: bool) -> None:
        self._style = style
        self.setFont(style.small_font)
        self.setText(text)
        self.setCheckable(True)
        self.setChecked(is_open)
        self.setAccessibleName(tr("{text}, shown", text=text) if is_open else tr("{text}, hidden", text=text))
        self.update()

    def fit(self, width: int) -> int:
        del width
        return self.fontMetrics().height() + 14

    def natural_width(self) -> int:
        return self.fontMetrics().horizontalAdvance(self.text()) + 36

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        if self._style is None:
            return
        theme = self._style.theme
        chevron = "chevron-down" if self.isChecked() else "chevron-right"
        paint_pill(self, theme, icon=(chevron, theme.text_muted), ground=theme.window, color=theme.text_muted)


class JumpButton(QToolButton):
    """A round button over the text that goes to its end; a pill with words while text arrives out of sight."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme: Theme | None = None
        self.setAccessibleName(tr("Jump to the newest message"))
        self.setToolTip(tr("Jump to the newest message"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedSize(_JUMP_PX, _JUMP_PX)
        self.hide()

    def set_news(self, *, is_news: bool) -> None:
        """Say that there is new text below. The width changes: place it again."""
        if is_news != bool(self.text()):
            self.setText(tr(_NEWS) if is_news else "")
            more_px = self.fontMetrics().horizontalAdvance(self.text()) + 14 if is_news else 0
            self.setFixedWidth(_JUMP_PX + more_px)
            self.update()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        if self._theme is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(self._theme.accent if self.hasFocus() else self._theme.border))
        painter.setBrush(QColor(self._theme.surface_hover if self.underMouse() else self._theme.surface))
        radius = _JUMP_PX / 2 - 1
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
        painter.setPen(QColor(self._theme.text))
        words = self.rect().adjusted(_JUMP_PX - 4, 0, 0, 0)
        painter.drawText(_visual(self, words), Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.drawPixmap(
            _visual(self, QRect(9, 9, 18, 18)).topLeft(),
            icons.pixmap("arrow-down", self._theme.text, 18, self.devicePixelRatio()),
        )
        painter.end()


class QuietScrollBar(QScrollBar):
    """Draws nothing while there is nothing to scroll."""

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.maximum() > self.minimum():
            super().paintEvent(event)


def paint_pill(button: QToolButton, theme: Theme, *, icon: tuple[str, str], ground: str, color: str) -> None:
    """Paint a button with round ends: an icon, of its colour, and its text."""
    painter = QPainter(button)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(theme.accent if button.hasFocus() else theme.border))
    painter.setBrush(QColor(theme.surface_hover if button.underMouse() else ground))
    frame = QRectF(button.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.drawRoundedRect(frame, frame.height() / 2, frame.height() / 2)
    drawn = icons.pixmap(*icon, 14, button.devicePixelRatio())
    painter.drawPixmap(_visual(button, QRect(9, (button.height() - 14) // 2, 14, 14)).topLeft(), drawn)
    painter.setPen(QColor(color))
    painter.setFont(button.font())
    painter.drawText(
        _visual(button, button.rect().adjusted(26, 0, -8, 0)), Qt.AlignmentFlag.AlignVCenter, button.text()
    )
    painter.end()


def _visual(widget: QWidget, area: QRect) -> QRect:
    return QStyle.visualRect(widget.layoutDirection(), widget.rect(), area)
