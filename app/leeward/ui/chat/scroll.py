# SPDX-License-Identifier: Apache-2.0
"""A scrolled column of messages: only what is in sight has widgets, only what was looked at was parsed."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHoverEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QShowEvent,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFrame, QWidget

from leeward.ui.chat.code_block import CodeWidget
from leeward.ui.chat.column import Column
from leeward.ui.chat.controls import JumpButton, QuietScrollBar
from leeward.ui.chat.find import ChatFinder
from leeward.ui.chat.footer import FooterWidget
from leeward.ui.chat.items import Item, Piece, PieceKind, is_from_right
from leeward.ui.chat.marks import BAND_PX, BUBBLE_SIDE_PX, paint_marks
from leeward.ui.chat.model import CodeBlock, TableBlock, TextBlock
from leeward.ui.chat.pool import WidgetPool
from leeward.ui.chat.selection import SelectionController, text_widget
from leeward.ui.chat.style import INDENT_PX, MAX_INDENT_PX, QUOTE_PX, ChatStyle
from leeward.ui.chat.text_area import COPY_MARKDOWN_KEY, ForeignText
from leeward.ui.chat.text_menu import CopyForm
from leeward.ui.direction import is_mirrored
from leeward.ui.theme import Theme

COLUMN_PX = 760
_NARROW_PX = 560
_BUBBLE_SHARE = 0.8
_BOTTOM_PX = 16
_MARGIN_PX = 120  # widgets are made this far out of sight, so that Tab finds the next one
_MAX_PASSES = 60  # as many as there may be folded calls in sight whose heights were those of open ones
_RULE_PX = 8
_STICKY_PX = 4
_DEFAULT_SIZE_PT = 11
_NOTCH = 120  # of a wheel, in Qt's eighths of a degree


class ColumnView(QAbstractScrollArea):
    """Places the pieces of the messages, and keeps to the end while it is there.

    Signals:
        zoom_requested(int)     text larger by so many steps, or smaller
        resized()
    """

    zoom_requested = Signal(int)
    resized = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = Column(ChatStyle(theme, _DEFAULT_SIZE_PT))
        self._y = 0  # of the window's upper edge, in the column
        self._kept_top = 0  # of the first piece that was in sight before and still is
        self._is_following = True
        self._is_placing = False
        self._turned = 0  # of the wheel, with Ctrl, that makes no step yet
        self._shown: list[Piece] = []
        self._widgets: list[QWidget] = []  # of `_shown`, as the focus goes through them
        self._hovered: Item | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAutoFillBackground(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Always there, or the text would move when it comes; it draws nothing while everything is in sight.
        self.setVerticalScrollBar(QuietScrollBar(self))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.verticalScrollBar().setSingleStep(48)
        self._selection = SelectionController(self)
        self.finder = ChatFinder(self)
        self._pool = WidgetPool(self.viewport(), self._selection)
        self._pool.formulas.changed.connect(self._on_formulas_changed)
        self._pool.code_wrap_toggled.connect(self._on_code_wrap_toggled)
        self._pool.tools_toggled.connect(self._on_tools_toggled)
        self._jump = JumpButton(self)
        self._jump.clicked.connect(self.scroll_to_end)
        self._apply_theme()

    def scroll_to_end(self) -> None:
        """Go to the end and stay there while text arrives."""
        self._is_following = True
        self._place()

    def select_in(self, piece: Piece, start: int, end: int) -> None:
        """Select a part of the text of `piece`; counted in UTF-16 units."""
        self._selection.select(piece, start, end)

    # What the parts ask for

    def pieces_in_sight(self) -> list[Piece]:
        return self._shown

    def piece_of(self, widget: QWidget | None) -> Piece | None:
        return self._pool.piece_of(widget)

    def selected_text(self) -> str:
        return self._selection.selected_text()

    def reveal(self, index: int, block: int, offset: int) -> None:
        """Bring a place into sight: a character (UTF-16) of the drawn text of a block of a message."""
        self._is_following = False
        item = self.column.item(index)
        piece = item.pieces[min(item.n_head + block, len(item.pieces) - 1)]
        if isinstance(piece.block, CodeBlock) and piece.block.is_tool and not self._pool.are_tools_open:
            self._on_tools_toggled()
        height = self.viewport().height()
        top = self._top_of(piece)
        if not self._y <= top <= self._y + height * 2 // 3:
            self._y = top - height // 3
        self._place(piece)
        widget = text_widget(piece)
        if widget is None:
            return
        # Within a long block the line itself; sideways, too, in code and tables.
        cursor = QTextCursor(widget.document())
        cursor.setPosition(min(offset, widget.document().characterCount() - 1))
        rect = widget.cursorRect(cursor)
        place = widget.viewport().mapTo(self.viewport(), rect.center())
        if not 64 <= place.y() <= height - 48:  # above may stand the bar of the search
            self.verticalScrollBar().setValue(self._y + place.y() - height // 3)
        sideways = widget.horizontalScrollBar()
        if not 0 <= rect.center().x() <= widget.viewport().width() - 40:
            sideways.setValue(sideways.value() + rect.center().x() - widget.viewport().width() // 2)

    def piece_at(self, y: int) -> Piece | None:
        """Return the text piece nearest to `y` in the window."""
        texts = [piece for piece in self._shown if piece.block is not None and piece.kind is not PieceKind.RULE]
        return min(texts, key=lambda piece: _distance(piece.widget.geometry(), y), default=None)

    # Placing

    def _place(self, anchor: Piece | None = None) -> None:
        """Give widgets to what is in sight, correct heights by them, and move everything to its place.

        Args:
            anchor: The piece to keep where it is; None means the first that was in sight before.
        """
        if self._is_placing or self.column.width <= 0:
            return
        self._is_placing = True
        shown: list[Piece] = []
        self._release(self._out_of_sight())
        anchor = anchor or next((piece for piece in self._shown if piece.widget is not None), None)
        self._kept_top = self._top_of(anchor) if anchor is not None else self._y
        for _ in range(_MAX_PASSES):
            end = self._end()
            self._y = end if self._is_following else max(0, min(self._y, end))
            shown = self._fit_in_sight()
            if self._end() == end or not (self._is_following or self._is_gap_above(shown)):
                break
        kept = set(shown)
        self._release(piece for piece in self._shown if piece not in kept and piece.widget is not None)
        self._shown = shown
        self._move_widgets()
        widgets = [piece.widget for piece in shown]
        if widgets != self._widgets:
            self._widgets = widgets
            self._order_focus()
            self.column.trim(shown)
        bar = self.verticalScrollBar()
        bar.setRange(0, self._end())
        bar.setPageStep(self.viewport().height())
        bar.setValue(self._y)
        self._jump.setVisible(self._y < self._end() - self.viewport().height() // 3)
        if self._jump.isHidden():
            self._set_news(is_news=False)
        self._is_placing = False

    def _is_gap_above(self, shown: list[Piece]) -> bool:
        """Whether heights were so wrong that something else is in sight than was fitted."""
        return self._y > self._end() or not shown or self._top_of(shown[0]) > max(0, self._y)

    def _end(self) -> int:
        return max(0, self.column.heights.total + _BOTTOM_PX - self.viewport().height())

    def _out_of_sight(self) -> list[Piece]:
        top, bottom = self._y - _MARGIN_PX, self._y + self.viewport().height() + _MARGIN_PX
        gone = []
        for piece in self._shown:
            y = self._top_of(piece)
            if piece.widget is not None and (y >= bottom or y + piece.item.heights[piece.index] <= top):
                gone.append(piece)
        return gone

    def _top_of(self, piece: Piece) -> int:
        return self.column.heights.top(piece.item.index) + piece.item.heights.top(piece.index)

    def _fit_in_sight(self) -> list[Piece]:
        column = self.column
        shown: list[Piece] = []
        index = column.heights.index_at(max(0, self._y - _MARGIN_PX))
        while 0 <= index < len(column):
            top = column.heights.top(index)
            if top >= self._y + self.viewport().height() + _MARGIN_PX:
                break
            guessed = column.heights[index]
            item = column.item(index)
            self._keep_in_place(top, column.heights[index] - guessed)
            self._fit_item(item, top, shown)
            index += 1
        return shown

    def _fit_item(self, item: Item, item_top: int, shown: list[Piece]) -> None:
        number = item.heights.index_at(max(0, self._y - _MARGIN_PX - item_top))
        below = self.viewport().height() + _MARGIN_PX
        while number < len(item.pieces):
            piece = item.pieces[number]
            top = item_top + item.heights.top(number)
            if top >= self._y + below:
                return
            self._pool.hand_out(piece)
            if piece.is_dirty:
                was_measured = piece.is_measured
                difference = self._fit(piece)
                if not was_measured:
                    self._keep_in_place(top, difference)
            shown.append(piece)
            number += 1

    def _fit(self, piece: Piece) -> int:
        """Fill the widget of `piece` and measure it. Return by how much its height was wrong."""
        item = piece.item
        width = self._text_width(piece)
        if isinstance(piece.widget, ForeignText):
            piece.widget.set_text_width(width)  # before the text, which would else be laid out twice
        self._pool.fill(piece, self.column.style)
        height = piece.gap + (_RULE_PX if piece.kind is PieceKind.RULE else piece.widget.fit(width))
        if self._is_snug(piece):
            piece.widget.shrink(width)
        difference = height - item.heights[piece.index]
        item.heights.set(piece.index, height)
        self.column.resized(item)
        piece.is_measured = True
        self._selection.show_in(piece)
        self.finder.show_in(piece)
        return difference

    def _keep_in_place(self, top: int, difference: int) -> None:
        """After a correction above what was in sight before, keep that where it is."""
        if top < self._kept_top and not self._is_following:
            self._y += difference
            self._kept_top += difference

    def _on_formulas_changed(self, sources: set[str]) -> None:
        for piece in self._shown:
            if isinstance(piece.block, TextBlock | TableBlock) and not sources.isdisjoint(piece.block.formulas):
                piece.widget.lay_out_formulas()
                piece.is_dirty = True
        self._place()

    def _on_code_wrap_toggled(self) -> None:
        self._pool.is_code_wrapped = not self._pool.is_code_wrapped
        self._show_code_again()

    def _on_tools_toggled(self) -> None:
        self._pool.are_tools_open = not self._pool.are_tools_open
        self._show_code_again()

    def _show_code_again(self) -> None:
        for item in self.column.made_items():
            for piece in item.pieces:
                piece.is_dirty = piece.is_dirty or piece.kind is PieceKind.CODE
        self._place()

    # Geometry

    def _column_left(self) -> int:
        return (self.viewport().width() - self.column.width) // 2

    def _indent(self, piece: Piece) -> int:
        if piece.is_muted:
            return QUOTE_PX
        if piece.block is None or piece.item.is_user:
            return 0
        place = piece.block.place
        return min(place.indent * INDENT_PX + place.quote * QUOTE_PX, MAX_INDENT_PX)

    def _text_width(self, piece: Piece) -> int:
        width = self.column.width
        if piece.item.is_user and piece.block is not None:
            share = 1.0 if width < _NARROW_PX else _BUBBLE_SHARE
            return round(width * share) - 2 * BUBBLE_SIDE_PX
        return max(60, width - self._indent(piece))

    def _is_snug(self, piece: Piece) -> bool:
        """A short message of the user is as wide as its text."""
        return piece.item.is_user and piece.kind is PieceKind.TEXT and len(piece.item.blocks) == 1

    def _widget_rects(self) -> list[QRect]:
        rects = []
        left = self._column_left()
        item: Item | None = None
        top = 0
        for piece in self._shown:
            if piece.item is not item:
                item = piece.item
                top = self._top_of(piece) - self._y
            height = item.heights[piece.index]
            rects.append(self._widget_rect(piece, left, top + piece.gap, height - piece.gap))
            top += height
        return rects

    def _widget_rect(self, piece: Piece, left: int, top: int, height: int) -> QRect:
        width = self._text_width(piece)
        if piece.kind is PieceKind.REASONING:
            width = min(width, piece.widget.natural_width())
        elif piece.item.is_user and piece.block is not None:
            if self._is_snug(piece):
                width = piece.widget.natural_width()
            left += BUBBLE_SIDE_PX if is_mirrored() else self.column.width - BUBBLE_SIDE_PX - width
        elif not is_from_right(piece):
            left += self._indent(piece)
        if piece.kind is PieceKind.REASONING and is_mirrored():
            left += self.column.width - width
        return QRect(left, top, width, height)

    def _move_widgets(self) -> None:
        viewport = self.viewport()
        rects = self._widget_rects()
        # What stays together is moved as a picture; only what is new or has another size is painted again.
        for piece, rect in zip(self._shown, rects, strict=True):
            if not piece.widget.isHidden():
                distance = rect.top() - piece.widget.y()
                if 0 < abs(distance) < viewport.height():
                    viewport.scroll(0, distance)
                break
        for piece, rect in zip(self._shown, rects, strict=True):
            widget = piece.widget
            is_hidden = widget.isHidden()
            if is_hidden or widget.geometry() != rect:
                band = rect if is_hidden else rect.united(widget.geometry())
                viewport.update(0, band.top() - BAND_PX, viewport.width(), band.height() + 2 * BAND_PX)
                widget.setGeometry(rect)
            if is_hidden:
                widget.show()

    def _order_focus(self) -> None:
        before: QWidget = self
        for piece in self._shown:
            for widget in _focus_widgets(piece.widget):
                QWidget.setTabOrder(before, widget)
                before = widget

    def _release(self, pieces: Iterable[Piece]) -> None:
        focused = QApplication.focusWidget()
        for piece in list(pieces):
            if piece.widget is None:
                continue
            if focused is not None and (piece.widget is focused or piece.widget.isAncestorOf(focused)):
                self.setFocus()
            self._pool.take_back(piece)

    # Looks

    def _set_style(self, style: ChatStyle) -> None:
        self._lay_out_again(style, self.column.width)
        self._apply_theme()

    def _apply_theme(self) -> None:
        theme = self.column.style.theme
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, QColor(theme.window))
        self.setPalette(palette)
        self._jump.set_theme(theme)
        self.viewport().update()

    def _lay_out_again(self, style: ChatStyle, width: int) -> None:
        """Guess heights anew, and keep the first piece in sight where it is."""
        anchor = next((piece for piece in self._shown if self._top_of(piece) >= self._y), None)
        offset = self._top_of(anchor) - self._y if anchor is not None else 0
        self.column.set_layout(style, width)
        if anchor is not None:
            self._y = self._top_of(anchor) - offset
        self._place(anchor)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(self.column.style.theme.window))
        left = self._column_left()
        paint_marks(painter, event.rect(), self._shown, (left, left + self.column.width), self.column.style)
        painter.end()

    def _set_news(self, *, is_news: bool) -> None:
        """Say at the button that leads to the end whether there is new text, or no longer."""
        self._jump.set_news(is_news=is_news)
        self._place_jump()

    def _place_jump(self) -> None:
        left = self.viewport().x() + (self.viewport().width() - self._jump.width()) // 2
        self._jump.move(left, self.viewport().height() - self._jump.height() - 14)

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        del event
        room = self.viewport().width()
        width = max(120, min(COLUMN_PX, room - 2 * (24 if room > _NARROW_PX else 14)))
        self._place_jump()
        if width != self.column.width:
            self._lay_out_again(self.column.style, width)
        else:
            self._place()
        self.resized.emit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._pool.highlighter.warm_up_later()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        del dx, dy
        if self._is_placing:
            return
        self._y = self.verticalScrollBar().value()
        self._is_following = self._y >= self._end() - _STICKY_PX
        self._place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        if event.matches(QKeySequence.StandardKey.Copy):
            self._selection.copy()
        elif event.keyCombination() == COPY_MARKDOWN_KEY:
            self._selection.copy_as(CopyForm.MARKDOWN)
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self._selection.select_all()
        elif event.key() == Qt.Key.Key_Escape and self.finder.is_active:
            self.finder.end_requested.emit()
        elif event.key() == Qt.Key.Key_Home:
            bar.setValue(bar.minimum())
        elif event.key() == Qt.Key.Key_End:
            self.scroll_to_end()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        self._turned += event.angleDelta().y()
        steps = int(self._turned / _NOTCH)
        self._turned -= steps * _NOTCH
        if steps:
            self.zoom_requested.emit(steps)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._selection.clear()
        super().mousePressEvent(event)

    def focusNextPrevChild(self, is_next: bool) -> bool:  # noqa: FBT001 - Qt's signature
        has_moved = super().focusNextPrevChild(is_next)
        piece = self.piece_of(QApplication.focusWidget())
        if piece is not None:
            self._show_piece(piece)
        return has_moved

    def _show_piece(self, piece: Piece) -> None:
        top = self._top_of(piece) + piece.gap
        bottom = self._top_of(piece) + piece.item.heights[piece.index]
        height = self.viewport().height()
        if top < self._y or bottom - top > height:
            self.verticalScrollBar().setValue(top - 8)
        elif bottom > self._y + height:
            self.verticalScrollBar().setValue(bottom + 8 - height)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.HoverMove, QEvent.Type.HoverEnter) and isinstance(event, QHoverEvent):
            self._hover(self._item_at(event.position().toPoint()))
        elif event.type() == QEvent.Type.HoverLeave:
            self._hover(None)
        return super().viewportEvent(event)

    def _item_at(self, point: QPoint) -> Item | None:
        index = self.column.heights.index_at(point.y() + self._y)
        return self.column.made_item(index)

    def _hover(self, item: Item | None) -> None:
        if item is self._hovered:
            return
        self._hovered = item
        for piece in self._shown:
            if isinstance(piece.widget, FooterWidget):
                piece.widget.set_hovered(is_hovered=piece.item is item)


def _distance(rect: QRect, y: int) -> int:
    return max(rect.top() - y, y - rect.bottom(), 0)


def _focus_widgets(widget: QWidget) -> list[QWidget]:
    """Return what takes the focus in `widget`, in the order it is read."""
    if isinstance(widget, CodeWidget):
        return [widget.text, *widget.buttons]
    if isinstance(widget, FooterWidget):
        return widget.focus_widgets()
    return [widget] if widget.focusPolicy() & Qt.FocusPolicy.TabFocus else []
