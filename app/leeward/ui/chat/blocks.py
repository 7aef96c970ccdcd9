# SPDX-License-Identifier: Apache-2.0
"""The widgets that show a text block or a table. They are recycled: a widget shows many blocks in its life."""

from math import ceil
from typing import Any

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QTextCursor, QTextLine, QTextOption, QTextTable
from PySide6.QtWidgets import QWidget

from leeward.i18n import tr
from leeward.ui.chat.model import Style, TableBlock, TextBlock, spell
from leeward.ui.chat.render import write_table, write_text
from leeward.ui.chat.style import CHIP_PAD_PX, ChatStyle
from leeward.ui.chat.text_area import ForeignText, SelectionHost
from leeward.ui.chat.utf16 import utf16_length


class TextWidget(ForeignText):
    """A paragraph, a heading or an item of a list."""

    def __init__(self, parent: QWidget, host: SelectionHost) -> None:
        super().__init__(parent, host)
        self._block: TextBlock | None = None
        self._style: ChatStyle | None = None
        self._is_muted = False
        self._has_caret = False
        self._code_ranges: list[tuple[int, int]] = []
        self._found: list[tuple[int, int, str]] = []
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)

    def show_block(self, block: TextBlock, style: ChatStyle, *, is_muted: bool = False) -> None:
        is_same_look = style is self._style and is_muted == self._is_muted
        if is_same_look and block is self._block:
            return
        if style is not self._style:
            self.setPalette(style.palette)
        old = self._block if is_same_look else None
        write_text(self.document(), block, style, old=old, is_muted=is_muted)
        if old is None:
            self.moveCursor(QTextCursor.MoveOperation.Start)  # the caret of the keyboard was pushed to the end
        self._block, self._style, self._is_muted = block, style, is_muted
        self._code_ranges = _code_ranges(block)
        self.setAccessibleName(_name_of(block))
        # Of a formula a screen reader would get one strange character.
        description = spell(block.text, block) if block.formulas else ""
        if description or self.accessibleDescription():
            self.setAccessibleDescription(description)

    def set_found(self, found: list[tuple[int, int, str]]) -> None:
        """Draw a colour behind what was found: from, to (UTF-16), and the colour."""
        if found != self._found:
            self._found = found
            self.viewport().update()

    def set_caret(self, *, is_shown: bool) -> None:
        """Show where text is arriving."""
        if is_shown != self._has_caret:
            self._has_caret = is_shown
            self.viewport().update()

    def fit(self, width: int) -> int:
        """Lay the text out at `width` and return its height."""
        self.set_text_width(width)
        return ceil(self.document().size().height())

    def shrink(self, width: int) -> None:
        """After `fit`, make the text no wider than its longest line."""
        self.set_text_width(min(width, ceil(self.document().idealWidth()) + 1))

    def natural_width(self) -> int:
        return self.lineWrapColumnOrWidth()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._style is not None and (self._code_ranges or self._has_caret or self._found):
            self._paint_marks(self._style)
        super().paintEvent(event)

    def _paint_marks(self, style: ChatStyle) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(style.theme.code_inline))
        for start, end in self._code_ranges:
            for rect in self._rects(start, end, style):
                painter.drawRoundedRect(rect, 4, 4)
        for start, end, color in self._found:
            painter.setBrush(QColor(color))
            for rect in self._rects(start, end, style):
                painter.drawRoundedRect(rect.adjusted(CHIP_PAD_PX - 1, 0, 1 - CHIP_PAD_PX // 2, 0), 3, 3)
        if self._has_caret:
            cursor = QTextCursor(self.document())
            cursor.movePosition(QTextCursor.MoveOperation.End)
            for rect in self._rects(cursor.position(), cursor.position(), style):
                painter.setBrush(QColor(style.theme.accent))
                is_from_right = self.document().lastBlock().textDirection() is Qt.LayoutDirection.RightToLeft
                x = rect.right() - 5 if is_from_right else rect.right() + 2
                painter.drawRoundedRect(QRectF(x, rect.top() + 2, 3, rect.height() - 4), 1.5, 1.5)
        painter.end()

    def _rects(self, start: int, end: int, style: ChatStyle) -> list[QRectF]:
        """Return where the characters stand, a rectangle for every line they run over."""
        block = self.document().findBlock(start)
        layout = block.layout()
        begin, finish = start - block.position(), end - block.position()
        metrics = style.code_metrics
        rects = []
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            first, last = line.textStart(), line.textStart() + line.textLength()
            if first > finish or last < begin or (first == finish and number) or (last == begin < finish):
                continue
            left, right = _sides_of(line, max(begin, first), min(finish, last))
            baseline = layout.position().y() + line.y() + line.ascent()
            top = baseline - metrics.ascent() - 1
            rects.append(
                QRectF(
                    layout.position().x() + left - CHIP_PAD_PX, top, right - left + CHIP_PAD_PX, metrics.height() + 2
                )
            )
        return rects


class TableWidget(ForeignText):
    """A table; wider than the column it scrolls sideways."""

    def __init__(self, parent: QWidget, host: SelectionHost) -> None:
        super().__init__(parent, host)
        self._block: TableBlock | None = None
        self._style: ChatStyle | None = None
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setWordWrapMode(QTextOption.WrapMode.WordWrap)  # a cell is at least as wide as its longest word

    def show_block(self, block: TableBlock, style: ChatStyle) -> None:
        if block == self._block and style is self._style:
            return
        if style is not self._style:
            self.setPalette(style.palette)
        self._block, self._style = block, style
        write_table(self.document(), block, style)
        self.moveCursor(QTextCursor.MoveOperation.Start)  # or it would be scrolled to the last cell
        self.horizontalScrollBar().setValue(0)
        self.setAccessibleName(
            tr("Table, {rows} rows, {columns} columns", rows=len(block.rows), columns=len(block.alignments))
        )
        self.setAccessibleDescription(spell(block.text, block))

    def cell_place(self, row: int, column: int) -> int:
        """Return the place in the document at which a cell begins."""
        table = self.document().rootFrame().childFrames()[0]
        assert isinstance(table, QTextTable)  # noqa: S101 - `write_table` writes nothing else
        return table.cellAt(row, column).firstCursorPosition().position()

    def fit(self, width: int) -> int:
        self.set_text_width(width)
        size = self.document().size()
        bar = self.horizontalScrollBar().sizeHint().height() if size.width() > width else 0
        return ceil(size.height()) + bar


def _sides_of(line: QTextLine, start: int, end: int) -> tuple[float, float]:
    """Return the left and the right end of characters that are read in one direction."""
    # The stubs say `object`; it is the place and the position it belongs to. Where the direction changes, a place
    # between two letters is at two places: so the far side of the last letter is asked for.
    found: Any = line.cursorToX(start)
    other: Any = line.cursorToX(end - 1, QTextLine.Edge.Trailing) if end > start else found
    return min(found[0], other[0]), max(found[0], other[0])


def _name_of(block: TextBlock) -> str:
    if block.lines and block.lines[0].level:
        return tr("Heading {level}", level=block.lines[0].level)
    if block.lines and block.lines[0].marker:
        return tr("List item")
    return tr("Quote") if block.place.quote else tr("Paragraph")


def _code_ranges(block: TextBlock) -> list[tuple[int, int]]:
    ranges = []
    position = 0
    for line in block.lines:
        place = position + (utf16_length(line.marker) + 1 if line.marker else 0)
        for span in line.spans:
            length = utf16_length(span.text)
            if span.style & Style.CODE:
                ranges.append((place, place + length))
            place += length
        position = place + 1
    return ranges
