# SPDX-License-Identifier: Apache-2.0
"""Text of foreign origin, read-only: it loads nothing, opens nothing, and leaves scrolling to the view."""

from typing import Protocol

from PySide6.QtCore import QKeyCombination, QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QContextMenuEvent, QImage, QKeyEvent, QKeySequence, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QTextBrowser, QWidget

from leeward.ui.chat.text_menu import CopyForm

COPY_MARKDOWN_KEY = QKeyCombination(Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier, Qt.Key.Key_C)
_INTERACTION = (
    Qt.TextInteractionFlag.TextSelectableByMouse
    | Qt.TextInteractionFlag.TextSelectableByKeyboard
    | Qt.TextInteractionFlag.LinksAccessibleByMouse
    | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
)

_SCROLL_KEYS = (
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
)


class SelectionHost(Protocol):
    """What knows the selection across widgets."""

    def press(self, widget: QWidget, event: QMouseEvent) -> None: ...
    def drag(self, widget: QWidget, event: QMouseEvent) -> bool:
        """Return True when the selection goes beyond the widget and was made."""
        ...

    def release(self) -> None: ...
    def select_all(self) -> None: ...
    def copy(self, widget: QWidget | None = None) -> None: ...
    def copy_as(self, form: CopyForm, widget: QWidget | None = None) -> None: ...
    def selected_text(self, widget: QWidget | None = None) -> str: ...
    def open_menu(self, widget: QWidget, position: QPoint, address: str) -> None:
        """Offer what can be done with the text of `widget`; `address` is of the link at `position`, or empty."""
        ...


class ForeignText(QTextBrowser):
    """Read-only text of foreign origin: no address in it is ever loaded, and a click on a link only says so."""

    def __init__(self, parent: QWidget, host: SelectionHost) -> None:
        super().__init__(parent)
        self._host = host
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(_INTERACTION)
        self.document().setDocumentMargin(0)
        self.viewport().setAutoFillBackground(False)
        # Each paragraph is at the side from which it is read; this only says from where one scrolls.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        # Else the text is laid out again for the size the widget had before, each time it changes.
        self.setLineWrapMode(QTextBrowser.LineWrapMode.FixedPixelWidth)

    def lay_out_formulas(self) -> None:
        """Lay out anew: the sizes of formulas have changed."""
        self.document().markContentsDirty(0, self.document().characterCount())

    def set_text_width(self, width: int) -> None:
        if self.lineWrapColumnOrWidth() != width:
            self.setLineWrapColumnOrWidth(width)

    def loadResource(self, kind: int, name: QUrl | str) -> QImage:
        # An empty answer would make Qt open the path itself.
        del kind, name
        return QImage()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:  # another opens the menu of what is selected
            self._host.press(self, event)
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not (event.buttons() & Qt.MouseButton.LeftButton and self._host.drag(self, event)):
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._host.release()
        super().mouseReleaseEvent(event)
        event.accept()  # also one that ends beyond the widget

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not taken_by_view(self, event, self._host):
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        scroll_sideways(self, event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self._host.open_menu(self, event.globalPos(), self.anchorAt(event.pos()))

    def createMimeDataFromSelection(self) -> QMimeData:
        return selected_data(self, self._host)


def taken_by_view(widget: QWidget, event: QKeyEvent, host: SelectionHost) -> bool:
    """Select everything, or leave the key to the view, which scrolls."""
    if event.matches(QKeySequence.StandardKey.SelectAll):
        host.select_all()
        return True
    if event.matches(QKeySequence.StandardKey.Copy):
        host.copy(widget)
        return True
    if event.keyCombination() == COPY_MARKDOWN_KEY:
        host.copy_as(CopyForm.MARKDOWN, widget)
        return True
    if event.key() in _SCROLL_KEYS and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
        event.ignore()
        return True
    return False


def scroll_sideways(area: QAbstractScrollArea, event: QWheelEvent) -> None:
    """Take a sideways movement; up and down are the view's."""
    delta = event.angleDelta()
    if abs(delta.x()) <= abs(delta.y()) and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
        event.ignore()
        return
    bar = area.horizontalScrollBar()
    bar.setValue(bar.value() - (delta.x() or delta.y()) // 2)
    event.accept()


def selected_data(widget: QWidget, host: SelectionHost) -> QMimeData:
    data = QMimeData()
    data.setText(host.selected_text(widget))
    return data
