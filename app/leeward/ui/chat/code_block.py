# SPDX-License-Identifier: Apache-2.0
"""The widget that shows a block of code: a frame, the language, what can be done with it, colours that come a little later."""

from math import ceil

from PySide6.QtCore import QMimeData, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextLayout,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from leeward.chat.tool_rules import tool_label
from leeward.i18n import mark, tr
from leeward.ui.chat.controls import BUTTON_PX, IconButton, plain_label, set_text_color
from leeward.ui.chat.highlight import Highlighter, LineFormats
from leeward.ui.chat.model import CodeBlock
from leeward.ui.chat.style import ChatStyle
from leeward.ui.chat.text_area import SelectionHost, scroll_sideways, selected_data, taken_by_view
from leeward.ui.chat.utf16 import utf16_length

_CODE_HEAD_PX = 36
_CODE_PAD_PX = 14
_RADIUS_PX = 10
_WRAP = mark("Wrap long lines")
_UNWRAP = mark("Do not wrap long lines")


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
        # Code is read from the left in every language; letters of another script in it do not turn the line around.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        option = self.document().defaultTextOption()
        option.setTextDirection(Qt.LayoutDirection.LeftToRight)
        self.document().setDefaultTextOption(option)
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

    def lines_height(self, *, is_even: bool) -> int:
        """Return the height of all lines. `is_even`: none is wrapped or has letters of another font."""
        layout = self.document().documentLayout()
        block = self.document().firstBlock()
        if is_even:
            return ceil(layout.blockBoundingRect(block).height() * self.document().blockCount())
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
        self._host.open_menu(self, event.globalPos(), "")

    def createMimeDataFromSelection(self) -> QMimeData:
        return selected_data(self, self._host)


class CodeWidget(QFrame):
    """A framed block of code with its language, and buttons that copy it, save it and wrap its lines.

    Signals:
        copy_requested(CodeWidget), save_requested(CodeWidget)
        wrap_toggled()     for all blocks of code: long lines are wrapped, or no longer
        fold_toggled()     for all calls of tools: they are shown, or no longer
    """

    copy_requested = Signal(QWidget)
    save_requested = Signal(QWidget)
    wrap_toggled = Signal()
    fold_toggled = Signal()

    def __init__(self, parent: QWidget, host: SelectionHost, highlighter: Highlighter) -> None:
        super().__init__(parent)
        self._highlighter = highlighter
        self._block: CodeBlock | None = None
        self._style: ChatStyle | None = None
        self._is_joined = False
        self._is_folded = False
        self._formats: dict[str, QTextCharFormat] = {}
        self._longest_px = 0.0
        self._colored: list[LineFormats] = []
        self.text = CodeText(self, host)
        self._label = plain_label(self)
        self.button = IconButton("copy", tr("Copy code"), self)
        self.button.clicked.connect(lambda: self.copy_requested.emit(self))
        self.save = IconButton("download", tr("Save code as a file"), self)
        self.save.clicked.connect(lambda: self.save_requested.emit(self))
        self.wrap = IconButton("text-wrap", tr(_WRAP), self)
        self.wrap.setCheckable(True)
        self.wrap.clicked.connect(self.wrap_toggled)
        self.fold = IconButton("chevron-up", tr("Hide what is in it"), self)
        self.fold.clicked.connect(self.fold_toggled)
        self.buttons = (self.fold, self.wrap, self.save, self.button)
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
            self._label.setText(block.language or tr("text"))
            self.text.setAccessibleName(
                tr("Code, {language}", language=block.language) if block.language else tr("Code")
            )
            self.setAccessibleName(self.text.accessibleName())
            if block.language:
                self.button.setAccessibleName(tr("Copy {language} code", language=block.language))
                self.save.setAccessibleName(tr("Save {language} code as a file", language=block.language))
            else:
                self.button.setAccessibleName(tr("Copy code"))
                self.save.setAccessibleName(tr("Save code as a file"))
            self._label.setVisible(block.part == 0)
            for button in self.buttons:
                button.setVisible(block.part == 0 and (block.is_tool or button is not self.fold))
            self.button.set_icon_name("copy")
        if block.is_tool:
            self._label.setText(tool_label(block.language, block.text))
            self.text.setAccessibleName(self._label.text())
            self.setAccessibleName(self._label.text())
        self._highlighter.ask(self, is_growing=is_growing)

    def set_wrapped(self, *, is_wrapped: bool) -> None:
        """Wrap lines that are longer than the block is wide. Call before `fit`."""
        mode = QPlainTextEdit.LineWrapMode.WidgetWidth if is_wrapped else QPlainTextEdit.LineWrapMode.NoWrap
        if mode != self.text.lineWrapMode():
            self.text.setLineWrapMode(mode)
            self.wrap.setChecked(is_wrapped)
            self.wrap.setAccessibleName(tr(_UNWRAP if is_wrapped else _WRAP))
            self.wrap.setToolTip(tr(_UNWRAP if is_wrapped else _WRAP))

    def set_folded(self, *, is_folded: bool) -> None:
        """Show the head only. Call before `fit`."""
        if is_folded != self._is_folded:
            self._is_folded = is_folded
            self.text.setVisible(not is_folded)
            self.fold.set_icon_name("chevron-down" if is_folded else "chevron-up")
            words = tr("Show what is in it") if is_folded else tr("Hide what is in it")
            self.fold.setAccessibleName(words)
            self.fold.setToolTip(words)

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
        if self._is_folded:
            return head + 2
        is_wrapped = self.text.lineWrapMode() != QPlainTextEdit.LineWrapMode.NoWrap
        is_wide = self._longest_px > width - 2 * _CODE_PAD_PX
        if is_wide and is_wrapped:  # Qt lays the lines out for the width the widget has
            self.text.resize(width - 2 * _CODE_PAD_PX, max(1, self.text.height()))
        is_even = self._block is not None and self._block.text.isascii() and not (is_wide and is_wrapped)
        is_wide = is_wide and not is_wrapped
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOn if is_wide else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if self.text.horizontalScrollBarPolicy() != policy:
            self.text.setHorizontalScrollBarPolicy(policy)
        bar = self.text.horizontalScrollBar().sizeHint().height() + 2 if is_wide else 0
        foot = 0 if self._is_joined else _CODE_PAD_PX
        return head + self.text.lines_height(is_even=is_even) + 2 + bar + foot

    def resizeEvent(self, event: QResizeEvent) -> None:
        del event
        head = _CODE_HEAD_PX if self._block is None or self._block.part == 0 else 0
        foot = 0 if self._is_joined else _CODE_PAD_PX
        right = self.width() - 6
        is_mirrored = self.isRightToLeft()
        for button in reversed(self.buttons):
            right -= BUTTON_PX
            x = self.width() - right - BUTTON_PX if is_mirrored else right
            button.move(x, (_CODE_HEAD_PX - BUTTON_PX) // 2)
        room = max(0, right - _CODE_PAD_PX - 4)
        x = self.width() - _CODE_PAD_PX - room if is_mirrored else _CODE_PAD_PX
        self._label.setGeometry(x, 2, room, _CODE_HEAD_PX - 4)
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
        for button in self.buttons:
            button.set_theme(style.theme)
        self._formats = {}
        self._colored = []
        for family, color in style.theme.syntax.items():
            made = QTextCharFormat()
            made.setForeground(QColor(color))
            self._formats[family] = made


def _longest_px(text: str, style: ChatStyle) -> float:
    longest = max(text.expandtabs(8).split("\n"), key=len)
    if longest.isascii():
        return len(longest) * style.code_metrics.horizontalAdvance("m")
    return style.code_metrics.horizontalAdvance(longest)
