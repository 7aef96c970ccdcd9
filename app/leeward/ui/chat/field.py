# SPDX-License-Identifier: Apache-2.0
"""The field a message is typed into: which key sends, what may be pasted, and placeholders that Tab goes through."""

import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit

from leeward.domain.settings import SendKey
from leeward.i18n import tr
from leeward.ui.direction import follow_text

PLACEHOLDER = re.compile(r"\{[^\W\d][\w ]{0,38}\}")
"""A variable of a prompt, "{language}"."""

_KEYS = {SendKey.ENTER: "Enter", SendKey.CTRL_ENTER: "Ctrl+Enter", SendKey.SHIFT_ENTER: "Shift+Enter"}


class Field(QPlainTextEdit):
    """Signals:
    send_pressed()
    stop_pressed()
    focus_changed(bool)
    files_given(list[Path])   pasted or dropped here
    menu_opening(QMenu, QTextCursor)   the place it is opened for

    Attributes:
        send_key: Enter with anything else starts a line.
        key_takers: Asked before the field itself, in this order, whether a key was for them.
    """

    send_pressed = Signal()
    stop_pressed = Signal()
    focus_changed = Signal(bool)
    files_given = Signal(object)
    menu_opening = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self.send_key = SendKey.ENTER
        self.key_takers: list[Callable[[QKeyEvent], bool]] = []
        self._is_filling = False  # Tab goes to the next placeholder
        self.setProperty("kind", "composer")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(tr("Message"))
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(2)
        follow_text(self)

    @property
    def send_key_name(self) -> str:
        return _KEYS[self.send_key]

    @property
    def line_key_name(self) -> str:
        return "Shift+Enter" if self.send_key is SendKey.ENTER else "Enter"

    def event(self, event: QEvent) -> bool:
        # Qt moves the focus by Tab before it asks for the key.
        is_tab = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Tab
        if is_tab and any(takes(event) for takes in self.key_takers):  # type: ignore[arg-type]  # a QKeyEvent, see above
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if any(takes(event) for takes in self.key_takers):
            event.accept()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._is_send_key(event.modifiers()):
                self.send_pressed.emit()
            else:
                self.textCursor().insertBlock()
                self.ensureCursorVisible()
        elif event.key() == Qt.Key.Key_Escape:
            self.stop_pressed.emit()
        else:
            super().keyPressEvent(event)

    def _is_send_key(self, modifiers: Qt.KeyboardModifier) -> bool:
        has_shift = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        has_control = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        match self.send_key:
            case SendKey.ENTER:
                return not has_shift
            case SendKey.CTRL_ENTER:
                return has_control
            case SendKey.SHIFT_ENTER:
                return has_shift

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        is_by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        place = self.textCursor() if is_by_key else self.cursorForPosition(event.pos())
        self.menu_opening.emit(menu, place)
        at = self.viewport().mapToGlobal(self.cursorRect().bottomLeft()) if is_by_key else event.globalPos()
        menu.popup(at)

    # Placeholders

    def begin_filling(self) -> None:
        """Select the first placeholder; typing replaces it and Tab goes to the next one."""
        self._is_filling = True
        self._select_placeholder(0)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001 - Qt's signature
        if self._is_filling and next and self._select_placeholder(self.textCursor().selectionEnd()):
            return True
        self._is_filling = False
        return super().focusNextPrevChild(next)

    def _select_placeholder(self, start: int) -> bool:
        text = self.document().toRawText().replace("\u2029", "\n")  # counted as the cursor counts, in UTF-16 units
        units = text.encode("utf-16-le")
        match = PLACEHOLDER.search(units[2 * start :].decode("utf-16-le", errors="replace"))
        if match is None:
            return False
        before = units[2 * start :].decode("utf-16-le", errors="replace")[: match.start()]
        first = start + len(before.encode("utf-16-le")) // 2
        cursor = self.textCursor()
        cursor.setPosition(first)
        cursor.setPosition(first + len(match[0].encode("utf-16-le")) // 2, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        return True

    # Qt

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focus_changed.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focus_changed.emit(False)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        # A model file that is dropped is the window's business.
        return bool(files_in(source)) or (source.hasText() and not has_files(source))

    def insertFromMimeData(self, source: QMimeData) -> None:
        files = files_in(source)
        if files:
            self.files_given.emit(files)
        elif source.hasText() and not has_files(source):
            self.insertPlainText(source.text())


def has_files(source: QMimeData) -> bool:
    return any(url.isLocalFile() for url in source.urls())


def files_in(source: QMimeData) -> list[Path]:
    """Return the files that are pasted or dropped, and are no models."""
    paths = [Path(url.toLocalFile()) for url in source.urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower() != ".gguf"]
