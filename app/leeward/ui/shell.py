# SPDX-License-Identifier: Apache-2.0
"""Places the sidebar beside the content, or over it where the window is narrow."""

from PySide6.QtCore import QEasingCurve, QPoint, QPropertyAnimation, Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from leeward.ui.direction import is_mirrored

NARROW_PX = 640
_SIDEBAR_PX = 268
_SLIDE_MS = 140


class _Scrim(QWidget):
    """Darkens the content under the overlay; a click closes it.

    Signals:
        pressed()
    """

    pressed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("scrim")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.hide()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002 - Qt's signature
        self.pressed.emit()


class Shell(QWidget):
    """Two children with places computed here. The overlay slides; beside the content nothing moves, because a chat
    that is laid out anew in every frame stutters.
    """

    def __init__(self, sidebar: QWidget, content: QWidget) -> None:
        super().__init__()
        self._sidebar = sidebar
        self._content = content
        self._is_docked = True  # the wish for wide windows; kept while the window is narrow
        self._is_overlay_open = False
        self._scrim = _Scrim(self)
        # Children in the order of Tab: sidebar first.
        sidebar.setParent(self)
        content.setParent(self)
        self._slide = QPropertyAnimation(sidebar, b"pos", self)
        self._slide.setDuration(_SLIDE_MS)
        self._slide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._slide.finished.connect(self._on_slide_finished)
        self._scrim.pressed.connect(self.close_overlay)

    @property
    def is_narrow(self) -> bool:
        return self.width() < NARROW_PX

    @property
    def is_docked(self) -> bool:
        """Whether the sidebar stands beside the content in a wide window."""
        return self._is_docked

    @property
    def is_sidebar_shown(self) -> bool:
        return self._is_overlay_open if self.is_narrow else self._is_docked

    def set_docked(self, *, is_docked: bool) -> None:
        self._is_docked = is_docked
        self._place()

    def show_sidebar(self, *, is_shown: bool) -> None:
        if not self.is_narrow:
            self.set_docked(is_docked=is_shown)
        elif is_shown != self._is_overlay_open:
            self._is_overlay_open = is_shown
            self._slide_overlay()

    def close_overlay(self) -> None:
        """Close the overlay; a docked sidebar stays."""
        if self.is_narrow:
            self.show_sidebar(is_shown=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self.is_narrow:
            self._is_overlay_open = False
        self._place()

    def _place(self) -> None:
        self._slide.stop()
        width = self._overlay_width() if self.is_narrow else _SIDEBAR_PX
        left = width if not self.is_narrow and self._is_docked else 0
        self._content.setGeometry(0 if is_mirrored() else left, 0, self.width() - left, self.height())
        self._sidebar.setGeometry(self._sidebar_x(is_shown=True), 0, width, self.height())
        self._sidebar.setVisible(self.is_sidebar_shown)
        self._scrim.setGeometry(self.rect())
        self._scrim.setVisible(self._is_overlay_open)
        if self._is_overlay_open:
            self._raise_overlay()

    def _slide_overlay(self) -> None:
        width = self._overlay_width()
        self._slide.stop()
        if self._is_overlay_open:
            self._sidebar.setGeometry(self._sidebar_x(is_shown=False), 0, width, self.height())
            self._sidebar.show()
            self._scrim.setGeometry(self.rect())
            self._scrim.show()
            self._raise_overlay()
        self._slide.setStartValue(self._sidebar.pos())
        self._slide.setEndValue(QPoint(self._sidebar_x(is_shown=self._is_overlay_open), 0))
        self._slide.start()

    def _on_slide_finished(self) -> None:
        if not self._is_overlay_open:
            self._sidebar.hide()
            self._scrim.hide()

    def _raise_overlay(self) -> None:
        self._scrim.raise_()
        self._sidebar.raise_()

    def _sidebar_x(self, *, is_shown: bool) -> int:
        width = self._overlay_width() if self.is_narrow else _SIDEBAR_PX
        if is_mirrored():
            return self.width() - width if is_shown else self.width()
        return 0 if is_shown else -width

    def _overlay_width(self) -> int:
        return min(_SIDEBAR_PX, max(180, self.width() - 56))
