# SPDX-License-Identifier: Apache-2.0
"""The widgets that show one block each. They are recycled: a widget shows many blocks in its life."""

from math import ceil
from typing import Any, Protocol

from PySide6.QtCore import QMimeData, QRectF, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextLayout,
    QTextLine,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QPlainTextEdit, QTextBrowser, QWidget

from leeward.ui.chat.controls import IconButton, plain_label, set_text_color
from leeward.ui.chat.highlight import Highlighter, LineFormats
from leeward.ui.chat.model import CodeBlock, Style, TableBlock, TextBlock
from leeward.ui.chat.render import utf16_length, write_table, write_text
from leeward.ui.chat.style import CHIP_PAD_PX, ChatStyle

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
_CODE_HEAD_PX = 36
_CODE_PAD_PX = 14
_RADIUS_PX = 10


class SelectionHost(Protocol):
    """What knows the selection across widgets."""

    def press(self, widget: QWidget, event: QMouseEvent) -> None: ...
    def drag(self, widget: QWidget, event: QMouseEvent) -> bool:
        """Return True when the selection goes beyond the widget and was made."""
        ...

    def release(self) -> None: ...
    def select_all(self) -> None: ...
    def copy(self) -> None: ...
    def selected_text(self) -> str: ...


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
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.DefaultContextMenu)
        self.document().setDocumentMargin(0)
        self.viewport().setAutoFillBackground(False)
        # Else the text is laid out again for the size the widget had before, each time it changes.
        self.setLineWrapMode(QTextBrowser.LineWrapMode.FixedPixelWidth)

    def set_text_width(self, width: int) -> None:
        if self.lineWrapColumnOrWidth() != width:
            self.setLineWrapColumnOrWidth(width)

    def loadResource(self, kind: int, name: QUrl | str) -> QImage:
        # An empty answer would make Qt open the path itself.
        del kind, name
        return QImage()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._host.press(self, event)
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not (event.buttons() & Qt.MouseButton.LeftButton and self._host.drag(self, event)):
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._host.release()
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not _taken_by_view(event, self._host):
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        _scroll_sideways(self, event)

    def createMimeDataFromSelection(self) -> QMimeData:
        return _selected(self._host)


class TextWidget(ForeignText):
    """A paragraph, a heading or an item of a list."""

    def __init__(self, parent: QWidget, host: SelectionHost) -> None:
        super().__init__(parent, host)
        self._block: TextBlock | None = None
        self._style: ChatStyle | None = None
        self._is_muted = False
        self._has_caret = False
        self._code_ranges: list[tuple[int, int]] = []
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)

    def show_block(self, block: TextBlock, style: ChatStyle, *, is_muted: bool = False) -> None:
        is_same_look = style is self._style and is_muted == self._is_muted
        if is_same_look and block is self._block:
            return
        if style is not self._style:
            self.setPalette(style.palette)
        old = self._block if is_same_look else None
        write_text(self.document(), block, style, old=old, is_muted=is_muted)
        self._block, self._style, self._is_muted = block, style, is_muted
        self._code_ranges = _code_ranges(block)
        self.setAccessibleName(_name_of(block))

    def set_caret(self, *, is_shown: bool) -> None:
        """Show where text is arriving."""
        if is_shown != self._has_caret:
            self._has_caret = is_shown
            self.viewport().update()

    def fit(self, width: int) -> int:
        """Lay the text out at `width` and return its height."""
        self.set_text_width(width)
        return ceil(self.document().size().height())

    def natural_width(self) -> int:
        return ceil(self.document().idealWidth())

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._style is not None and (self._code_ranges or self._has_caret):
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
        if self._has_caret:
            cursor = QTextCursor(self.document())
            cursor.movePosition(QTextCursor.MoveOperation.End)
            for rect in self._rects(cursor.position(), cursor.position(), style):
                painter.setBrush(QColor(style.theme.accent))
                painter.drawRoundedRect(QRectF(rect.right() + 2, rect.top() + 2, 3, rect.height() - 4), 1.5, 1.5)
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
            left = _x_of(line, max(begin, first))
            right = _x_of(line, min(finish, last))
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

    def show_block(self, block: TableBlock, style: ChatStyle) -> None:
        if block == self._block and style is self._style:
            return
        if style is not self._style:
            self.setPalette(style.palette)
        self._block, self._style = block, style
        write_table(self.document(), block, style)
        self.setAccessibleName(f"Table, {len(block.rows)} rows, {len(block.alignments)} columns")
        self.setAccessibleDescription(block.text)

    def fit(self, width: int) -> int:
        self.set_text_width(width)
        size = self.document().size()
        bar = self.horizontalScrollBar().sizeHint().height() if size.width() > width else 0
        return ceil(size.height()) + bar


class CodeText(QPlainTextEdit):
    """The lines of a code block, one document block each. It scrolls sideways only."""

    def __init__(self, parent: QWidget, host: SelectionHost) -> None:
        super().__init__(parent)
        self._host = host
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.document().setDocumentMargin(0)
        self.viewport().setAutoFillBackground(False)

    def show_text(self, text: str, shown: str) -> bool:
        """Make it show `text`. Return True when that goes on from `shown` and was only added to."""
        if shown and text.startswith(shown):
            cursor = QTextCursor(self.document())
            cursor.movePosition(QTextCursor.MoveOperation.End)
            cursor.insertText(text[len(shown) :])
            return True
        self.setPlainText(text)
        return False

    def lines_height(self) -> int:
        layout = self.document().documentLayout()
        block = self.document().firstBlock()
        height = 0.0
        while block.isValid():
            height += layout.blockBoundingRect(block).height()
            block = block.next()
        return ceil(height)

    def set_line_formats(self, number: int, formats: list[QTextLayout.FormatRange]) -> None:
        block = self.document().findBlockByNumber(number)
        if block.isValid() and (formats or block.layout().formats()):
            block.layout().setFormats(formats)
            self.document().markContentsDirty(block.position(), block.length())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._host.press(self, event)
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not (event.buttons() & Qt.MouseButton.LeftButton and self._host.drag(self, event)):
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._host.release()
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not _taken_by_view(event, self._host):
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        _scroll_sideways(self, event)

    def createMimeDataFromSelection(self) -> QMimeData:
        return _selected(self._host)


class CodeWidget(QFrame):
    """A framed block of code with its language and a button that copies it."""

    copy_requested = Signal(QWidget)

    def __init__(self, parent: QWidget, host: SelectionHost, highlighter: Highlighter) -> None:
        super().__init__(parent)
        self._highlighter = highlighter
        self._block: CodeBlock | None = None
        self._style: ChatStyle | None = None
        self._is_joined = False
        self._formats: dict[str, QTextCharFormat] = {}
        self._longest_px = 0.0
        self._colored: list[LineFormats] = []
        self.text = CodeText(self, host)
        self._label = plain_label(self)
        self.button = IconButton("copy", "Copy code", self)
        self.button.clicked.connect(lambda: self.copy_requested.emit(self))
        self._copied_timer = QTimer(self)
        self._copied_timer.setSingleShot(True)
        self._copied_timer.setInterval(1500)
        self._copied_timer.timeout.connect(lambda: self.button.set_icon_name("copy"))

    def show_block(self, block: CodeBlock, style: ChatStyle, *, is_growing: bool, is_joined: bool) -> None:
        """Show `block`. `is_growing`: more lines will come; `is_joined`: the next block is a part of the same code."""
        is_restyled = style is not self._style
        if block is self._block and not is_restyled and is_joined == self._is_joined:
            return
        old, self._block = self._block, block
        self._is_joined = is_joined
        if is_restyled:
            self._set_style(style)
        if old is None or old.text != block.text or is_restyled:
            goes_on = old is not None and not is_restyled and old.language == block.language
            if not self.text.show_text(block.text, old.text if goes_on and old else ""):
                self._colored = []
            self._longest_px = _longest_px(block.text, style)
        if old is None or old.language != block.language or old.part != block.part:
            self._label.setText(block.language or "text")
            self.text.setAccessibleName(f"Code, {block.language}" if block.language else "Code")
            self.setAccessibleName(self.text.accessibleName())
            self.button.setAccessibleName(f"Copy {block.language} code" if block.language else "Copy code")
            self._label.setVisible(block.part == 0)
            self.button.setVisible(block.part == 0)
            self.button.set_icon_name("copy")
        self._highlighter.ask(self, is_growing=is_growing)

    def drop(self) -> None:
        """Stop work for what is shown: the widget goes back to the pool."""
        self._highlighter.forget(self)

    def source(self) -> tuple[str, str]:
        return (self._block.language, self._block.text) if self._block else ("", "")

    def color_line(self, number: int, formats: LineFormats) -> None:
        if number < len(self._colored) and self._colored[number] == formats:
            return
        self._colored += [[] for _ in range(number + 1 - len(self._colored))]
        self._colored[number] = formats
        ranges = []
        text = self.text.document().findBlockByNumber(number).text() if formats else ""
        for start, length, family in formats:
            made = QTextLayout.FormatRange()
            made.start = utf16_length(text[:start]) if not text.isascii() else start
            made.length = length if text.isascii() else utf16_length(text[start : start + length])
            made.format = self._formats[family]
            ranges.append(made)
        self.text.set_line_formats(number, ranges)

    def show_copied(self) -> None:
        self.button.set_icon_name("check")
        self._copied_timer.start()

    def fit(self, width: int) -> int:
        head = _CODE_HEAD_PX if self._block is None or self._block.part == 0 else 0
        is_wide = self._longest_px > width - 2 * _CODE_PAD_PX
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOn if is_wide else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if self.text.horizontalScrollBarPolicy() != policy:
            self.text.setHorizontalScrollBarPolicy(policy)
        bar = self.text.horizontalScrollBar().sizeHint().height() + 2 if is_wide else 0
        foot = 0 if self._is_joined else _CODE_PAD_PX
        return head + self.text.lines_height() + 2 + bar + foot

    def resizeEvent(self, event: QResizeEvent) -> None:
        del event
        head = _CODE_HEAD_PX if self._block is None or self._block.part == 0 else 0
        foot = 0 if self._is_joined else _CODE_PAD_PX
        self._label.setGeometry(_CODE_PAD_PX, 2, max(0, self.width() - 64), _CODE_HEAD_PX - 4)
        self.button.setGeometry(self.width() - 28 - 6, 4, 28, 28)
        self.text.setGeometry(_CODE_PAD_PX, head, self.width() - 2 * _CODE_PAD_PX, self.height() - head - foot)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        if self._style is None or self._block is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(self.rect())
        painter.setPen(QColor(self._style.theme.border))
        painter.setBrush(QColor(self._style.theme.code_background))
        # A part that continues another, or is continued, has its round corners beyond the clip.
        above = 20 if self._block.part else 0
        below = 20 if self._is_joined else 0
        frame = QRectF(self.rect()).adjusted(0.5, 0.5 - above, -0.5, -0.5 + below)
        painter.drawRoundedRect(frame, _RADIUS_PX, _RADIUS_PX)
        painter.end()

    def _set_style(self, style: ChatStyle) -> None:
        self._style = style
        self.text.setPalette(style.palette)
        self.text.setFont(style.code_font)
        self._label.setFont(style.small_font)
        set_text_color(self._label, style.theme.text_muted)
        self.button.set_theme(style.theme)
        self._formats = {}
        self._colored = []
        for family, color in style.theme.syntax.items():
            made = QTextCharFormat()
            made.setForeground(QColor(color))
            self._formats[family] = made


def _x_of(line: QTextLine, position: int) -> float:
    # The stubs say `object`; it is the place and the position it belongs to.
    found: Any = line.cursorToX(position)
    return float(found[0])


def _longest_px(text: str, style: ChatStyle) -> float:
    longest = max(text.expandtabs(8).split("\n"), key=len)
    if longest.isascii():
        return len(longest) * style.code_metrics.horizontalAdvance("m")
    return style.code_metrics.horizontalAdvance(longest)


def _name_of(block: TextBlock) -> str:
    if block.lines and block.lines[0].level:
        return f"Heading {block.lines[0].level}"
    if block.lines and block.lines[0].marker:
        return "List item"
    return "Quote" if block.place.quote else "Paragraph"


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


def _taken_by_view(event: QKeyEvent, host: SelectionHost) -> bool:
    """Select everything, or leave the key to the view, which scrolls."""
    if event.matches(QKeySequence.StandardKey.SelectAll):
        host.select_all()
        return True
    if event.matches(QKeySequence.StandardKey.Copy):
        host.copy()
        return True
    if event.key() in _SCROLL_KEYS and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
        event.ignore()
        return True
    return False


def _scroll_sideways(area: QAbstractScrollArea, event: QWheelEvent) -> None:
    """Take a sideways movement; up and down are the view's."""
    delta = event.angleDelta()
    if abs(delta.x()) <= abs(delta.y()) and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
        event.ignore()
        return
    bar = area.horizontalScrollBar()
    bar.setValue(bar.value() - (delta.x() or delta.y()) // 2)
    event.accept()


def _selected(host: SelectionHost) -> QMimeData:
    data = QMimeData()
    data.setText(host.selected_text())
    return data
