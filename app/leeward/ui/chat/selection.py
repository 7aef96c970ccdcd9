# SPDX-License-Identifier: Apache-2.0
"""A selection that runs over many messages, kept as places in the text and not in widgets."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtGui import QGuiApplication, QMouseEvent, QTextCursor
from PySide6.QtWidgets import QMenu, QWidget

from leeward.ui.chat.as_markdown import markdown_of, plain_part
from leeward.ui.chat.blocks import TableWidget
from leeward.ui.chat.code_block import CodeWidget
from leeward.ui.chat.items import Piece
from leeward.ui.chat.model import FORMULA_CHAR, spell
from leeward.ui.chat.text_menu import CopyForm, text_menu
from leeward.ui.chat.utf16 import utf16_length

if TYPE_CHECKING:
    from leeward.ui.chat.scroll import ColumnView

_SCROLL_MS = 30
_BEYOND = 1 << 30
# Of paragraphs, lines, cells and hard spaces in what Qt calls the selected text.
_QT_MARKS = {0x2029: "\n", 0x2028: "\n", 0xFDD0: "\n", 0xFDD1: None, 0xA0: " "}


@dataclass(frozen=True, slots=True, order=True)
class TextPlace:
    """A place between two characters.

    Attributes:
        item: Index of the message.
        piece: Index of the piece in it.
        offset: Counted in UTF-16 units, as Qt does.
    """

    item: int
    piece: int
    offset: int


class SelectionController(QObject):
    """Widgets report presses and drags. Within one widget Qt's own selection counts; beyond it, places here do."""

    def __init__(self, view: "ColumnView") -> None:
        super().__init__(view)
        self._view = view
        self._anchor: TextPlace | None = None
        self._head: TextPlace | None = None
        self._pressed: Piece | None = None
        self._owner: QWidget | None = None  # the widget whose own selection counts
        self._pointer = QPoint()
        self._menu: QMenu | None = None
        self._scroll_timer = QTimer(self)
        self._scroll_timer.setInterval(_SCROLL_MS)
        self._scroll_timer.timeout.connect(self._on_scroll_timer_timeout)

    @property
    def is_wide(self) -> bool:
        return self._anchor is not None and self._head is not None

    def clear(self) -> None:
        self._anchor = self._head = self._pressed = self._owner = None
        self._scroll_timer.stop()
        for piece in self._view.pieces_in_sight():
            self.show_in(piece)

    def press(self, widget: QWidget, event: QMouseEvent) -> None:
        del event
        self.clear()
        self._owner = widget
        self._pressed = self._view.piece_of(widget)

    def drag(self, widget: QWidget, event: QMouseEvent) -> bool:
        if self._pressed is None or self._pressed.widget is None:
            return self.is_wide
        self._pointer = self._view.viewport().mapFromGlobal(event.globalPosition().toPoint())
        found = self._view.piece_at(self._pointer.y())
        self._scroll_at_edge()
        if found is None or (found is self._pressed and not self.is_wide):
            return False
        if self._anchor is None:
            own: Any = widget
            self._anchor = self._place(self._pressed, own.textCursor().anchor())
        self._head = self._place(found, self._offset_at(found, self._pointer))
        self._show()
        return True

    def release(self) -> None:
        self._scroll_timer.stop()
        self._pressed = None

    def select_all(self) -> None:
        self._anchor = TextPlace(0, -1, 0)
        self._head = TextPlace(_BEYOND, _BEYOND, 0)
        self._show()

    def select(self, piece: Piece, start: int, end: int) -> None:
        """Select a part of one piece."""
        self.clear()
        self._anchor, self._head = self._place(piece, start), self._place(piece, end)
        self._show()

    def copy(self, widget: QWidget | None = None) -> None:
        text = self.selected_text(widget)
        if text:
            QGuiApplication.clipboard().setText(text)

    def selected_text(self, widget: QWidget | None = None) -> str:
        """Return the selected text. A message that is selected whole gives its source, Markdown included.

        Args:
            widget: Whose own selection counts when none runs over several; None is the one last clicked.
        """
        if self.is_wide:
            return "\n\n".join(part for part in self._parts(CopyForm.AS_WRITTEN) if part)
        return self._own_text(widget or self._owner, CopyForm.PLAIN)

    def selected_as(self, form: CopyForm, widget: QWidget | None = None) -> str:
        """Return the selected text all in one form; see `selected_text` for `widget`."""
        if self.is_wide:
            return "\n\n".join(part for part in self._parts(form) if part)
        return self._own_text(widget or self._owner, form)

    def copy_as(self, form: CopyForm, widget: QWidget | None = None) -> None:
        text = self.selected_as(form, widget)
        if text:
            QGuiApplication.clipboard().setText(text)

    def open_menu(self, widget: QWidget, position: QPoint, address: str) -> None:
        self._menu = self.menu(widget, address)  # kept as long as it is open
        self._menu.popup(position)

    def menu(self, widget: QWidget, address: str) -> QMenu:
        """Return the menu of the text in `widget`. What is selected may stand elsewhere."""
        return text_menu(self, widget if self.selected_text(widget) else None, address, self._view)

    def _own_text(self, widget: QWidget | None, form: CopyForm) -> str:
        """Return what is selected by Qt in one widget."""
        own: Any = widget
        piece = self._view.piece_of(widget)
        if own is None or piece is None or piece.block is None or not hasattr(own, "textCursor"):
            return ""
        cursor = own.textCursor()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        if start == end:
            return ""
        if isinstance(own, TableWidget):  # its places are not those of the text
            if form is CopyForm.MARKDOWN:
                return markdown_of([(piece.block, 0, 0)])
            n_before = own.toPlainText()[:start].count(FORMULA_CHAR)
            return spell(cursor.selectedText().translate(_QT_MARKS).strip("\n"), piece.block, n_before)
        if form is CopyForm.MARKDOWN:
            return markdown_of([(piece.block, start, end)])
        return plain_part(piece.block, start, end).strip("\n")

    def show_in(self, piece: Piece) -> None:
        """Mark in the piece's widget what of it is selected."""
        widget = text_widget(piece)
        if widget is None or (widget is self._owner and not self.is_wide):
            return
        cursor = widget.textCursor()
        start, end = self._range_in(piece)
        if isinstance(piece.widget, TableWidget) and end > start:
            cursor.select(QTextCursor.SelectionType.Document)
        elif end > start:
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        elif cursor.hasSelection():
            cursor.clearSelection()
        else:
            return
        widget.setTextCursor(cursor)

    def _show(self) -> None:
        for piece in self._view.pieces_in_sight():
            self.show_in(piece)

    def _place(self, piece: Piece, offset: int) -> TextPlace:
        return TextPlace(piece.item.index, piece.index, offset)

    def _offset_at(self, piece: Piece, point: QPoint) -> int:
        widget = text_widget(piece)
        if widget is None:
            return 0
        offset: int = widget.cursorForPosition(widget.viewport().mapFrom(self._view.viewport(), point)).position()
        return offset

    def _range_in(self, piece: Piece) -> tuple[int, int]:
        if self._anchor is None or self._head is None:
            return (0, 0)
        first, last = sorted((self._anchor, self._head))
        here = (piece.item.index, piece.index)
        if here < (first.item, first.piece) or here > (last.item, last.piece):
            return (0, 0)
        length = utf16_length(piece.text)
        start = first.offset if here == (first.item, first.piece) else 0
        end = last.offset if here == (last.item, last.piece) else length
        if isinstance(piece.widget, TableWidget):
            return (0, length)  # its places are not those of the text: whole or not at all
        return (min(start, length), min(end, length))

    def _parts(self, form: CopyForm) -> Iterator[str]:
        if self._anchor is None or self._head is None:
            return
        first, last = sorted((self._anchor, self._head))
        column = self._view.column
        for index in range(first.item, min(last.item, len(column) - 1) + 1):
            if (
                first < TextPlace(index, 0, 0)
                and last > TextPlace(index, _BEYOND - 1, 0)
                and form is not CopyForm.PLAIN
            ):
                yield column.source(index)
                continue
            selected = [
                (piece.block, *self._range_in(piece))
                for piece in column.item(index).pieces
                if piece.block is not None and self._range_in(piece) != (0, 0)
            ]
            if form is CopyForm.MARKDOWN:
                yield markdown_of(selected)
            else:
                yield "\n".join(plain_part(*part) for part in selected)

    def _scroll_at_edge(self) -> None:
        height = self._view.viewport().height()
        if 0 <= self._pointer.y() <= height:
            self._scroll_timer.stop()
        elif not self._scroll_timer.isActive():
            self._scroll_timer.start()

    def _on_scroll_timer_timeout(self) -> None:
        height = self._view.viewport().height()
        beyond = self._pointer.y() if self._pointer.y() < 0 else self._pointer.y() - height
        bar = self._view.verticalScrollBar()
        bar.setValue(bar.value() + max(-60, min(60, beyond)))
        found = self._view.piece_at(max(0, min(height, self._pointer.y())))
        if found is not None and self._anchor is not None:
            self._head = self._place(found, self._offset_at(found, self._pointer))
            self._show()


def text_widget(piece: Piece) -> Any:
    """Return the Qt text widget that shows the piece; None for pieces without selectable text or out of sight."""
    if piece.block is None or piece.widget is None:
        return None
    if isinstance(piece.widget, CodeWidget):
        return piece.widget.text
    return piece.widget if hasattr(piece.widget, "textCursor") else None
