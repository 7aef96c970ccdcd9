# SPDX-License-Identifier: Apache-2.0
"""The conversation on screen: only what is in sight has widgets, only what was looked at was parsed."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, Signal
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
)
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFrame, QWidget

from leeward.domain.conversation import Message
from leeward.ui.chat.blocks import CodeWidget, ForeignText
from leeward.ui.chat.column import Column
from leeward.ui.chat.controls import FooterWidget, JumpButton
from leeward.ui.chat.items import BUBBLE_PAD_PX, Item, Piece, PieceKind
from leeward.ui.chat.model import Place
from leeward.ui.chat.pool import WidgetPool
from leeward.ui.chat.selection import SelectionController
from leeward.ui.chat.style import INDENT_PX, MAX_INDENT_PX, QUOTE_PX, ChatStyle
from leeward.ui.theme import Theme

if TYPE_CHECKING:
    from leeward.ui.chat.stream import MarkdownStream

COLUMN_PX = 760
_NARROW_PX = 560
_BUBBLE_SIDE_PX = 14
_BUBBLE_SHARE = 0.8
_BUBBLE_RADIUS_PX = 16
_BOTTOM_PX = 16
_MARGIN_PX = 120  # widgets are made this far out of sight, so that Tab finds the next one
_MAX_PASSES = 6
_BAND_PX = 24  # around a widget: bubbles and bars reach beyond it
_STICKY_PX = 4
_DEFAULT_SIZE_PT = 11
_WAITING = "Waiting for the model…"


class ChatView(QAbstractScrollArea):
    """Messages, oldest first, and the reply that is being written.

    Signals:
        link_clicked(str)               an http, https or mailto address; ask before opening it
        copy_requested(MessageId)
        regenerate_requested(MessageId)
    """

    link_clicked = Signal(str)
    copy_requested = Signal(object)
    regenerate_requested = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = Column(ChatStyle(theme, _DEFAULT_SIZE_PT))
        self._live: Item | None = None
        self._stream: MarkdownStream | None = None
        self._streamed: list[str] = []
        self._y = 0  # of the window's upper edge, in the column
        self._is_following = True
        self._is_placing = False
        self._shown: list[Piece] = []
        self._widgets: list[QWidget] = []  # of `_shown`, as the focus goes through them
        self._hovered: Item | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAutoFillBackground(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Conversation")
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.verticalScrollBar().setSingleStep(48)
        self._selection = SelectionController(self)
        self._pool = WidgetPool(self.viewport(), self._selection)
        self._pool.link_clicked.connect(self.link_clicked)
        self._pool.copy_requested.connect(lambda item: self._tell(self.copy_requested, item))
        self._pool.regenerate_requested.connect(lambda item: self._tell(self.regenerate_requested, item))
        self._pool.reasoning_toggled.connect(self._on_reasoning_toggled)
        self._jump = JumpButton(self)
        self._jump.clicked.connect(self.scroll_to_end)
        self._apply_theme()

    # What the window asks for

    def set_theme(self, theme: Theme) -> None:
        self._set_style(ChatStyle(theme, self.column.style.size_pt))

    def set_font_size(self, pt: int) -> None:
        self._set_style(ChatStyle(self.column.style.theme, pt))

    def show_messages(self, messages: Sequence[Message], *, assistant_name: str) -> None:
        """Replace everything, and go to the end."""
        self._release(self._shown)
        self._shown = []
        self._selection.clear()
        self._live = self._stream = self._hovered = None
        self.column.reset(messages, assistant_name)
        self._is_following = True
        self._place()
        self.viewport().update()

    def append_message(self, message: Message) -> None:
        self._unmark_last()
        self.column.append(message)
        self._is_following = True
        self._place()

    def begin_reply(self, assistant_name: str) -> None:
        """Show an empty reply with a status line."""
        from leeward.ui.chat.stream import MarkdownStream  # noqa: PLC0415 - the parser is imported when it is needed

        self._unmark_last()
        self._stream = MarkdownStream()
        self._streamed = []
        self._live = self.column.append(None, assistant_name)
        self._live.is_last = True
        self.set_reply_status(_WAITING)

    def set_reply_status(self, text: str) -> None:
        """Show what the engine does until the first text comes."""
        item = self._live
        if item is None or self._streamed or item.status == text:
            return
        item.status = text
        self._replace(item, 0, [])

    def append_text(self, text: str) -> None:
        """Add to the reply what came since the last call. Call at most 30 times a second."""
        if self._live is None or self._stream is None or not text:
            return
        self._live.status = ""
        self._streamed.append(text)
        change = self._stream.push(text)
        self._replace(self._live, change.start, change.blocks)

    def append_reasoning(self, text: str) -> None:
        item = self._live
        if item is None or not text:
            return
        item.status = ""
        is_new = not item.reasoning
        item.reasoning += text
        if is_new or item.is_reasoning_open:
            self._release(item.replace_all(self.column.style, self.column.width))
            self.column.resized(item)
            self._place()

    def finish_reply(self, message: Message | None) -> None:
        """End the reply. None: nothing came, and it is taken away."""
        item, stream = self._live, self._stream
        if item is None or stream is None:
            return
        self._live = self._stream = None
        if message is None:
            self._release(piece for piece in item.pieces if piece.widget is not None)
            self._shown = [piece for piece in self._shown if piece.item is not item]
            self.column.remove_last()
            self._place()
            return
        item.status = ""
        item.reasoning = message.reasoning
        is_same = "".join(self._streamed) == message.content
        change = stream.flush()
        self.column.settle(item, message)
        if is_same:
            item.blocks[change.start :] = change.blocks
        else:  # it was changed on the way into the database, or some of it never came here
            item.parse()
        self._release(item.replace_all(self.column.style, self.column.width))
        for piece in item.pieces:
            piece.is_dirty = True  # the caret goes, colours come
        self.column.resized(item)
        self._place()

    def select_all(self) -> None:
        self._selection.select_all()

    def copy(self) -> None:
        """Copy what is selected, from the text and not from the widgets."""
        self._selection.copy()

    def plain_text(self) -> str:
        """Return everything as it is drawn. Parses every message: for tests and export."""
        return "\n\n".join(self.column.texts())

    def scroll_to_end(self) -> None:
        self._is_following = True
        self._place()

    # What the parts ask for

    def pieces_in_sight(self) -> list[Piece]:
        return self._shown

    def piece_of(self, widget: QWidget | None) -> Piece | None:
        return self._pool.piece_of(widget)

    def piece_at(self, y: int) -> Piece | None:
        """Return the text piece nearest to `y` in the window."""
        texts = [piece for piece in self._shown if piece.block is not None and piece.kind is not PieceKind.RULE]
        return min(texts, key=lambda piece: _distance(piece.widget.geometry(), y), default=None)

    # Placing

    def _replace(self, item: Item, start: int, blocks: Sequence[Any]) -> None:
        self._release(item.replace_blocks(start, blocks, self.column.style, self.column.width))
        self.column.resized(item)
        self._place()

    def _place(self) -> None:
        """Give widgets to what is in sight, correct heights by them, and move everything to its place."""
        if self._is_placing or self.column.width <= 0:
            return
        self._is_placing = True
        shown: list[Piece] = []
        self._release(self._out_of_sight())
        for _ in range(_MAX_PASSES):
            end = self._end()
            self._y = end if self._is_following else max(0, min(self._y, end))
            shown = self._fit_in_sight()
            if self._end() == end or not self._is_following:
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
        self._is_placing = False

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
        height = piece.gap + (8 if piece.kind is PieceKind.RULE else piece.widget.fit(width))
        difference = height - item.heights[piece.index]
        item.heights.set(piece.index, height)
        self.column.resized(item)
        piece.is_measured = True
        self._selection.show_in(piece)
        return difference

    def _keep_in_place(self, top: int, difference: int) -> None:
        """After a correction above the window's edge, keep what is in sight where it is."""
        if top < self._y and not self._is_following:
            self._y += difference

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
            return round(width * share) - 2 * _BUBBLE_SIDE_PX
        return max(60, width - self._indent(piece))

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
        elif piece.item.is_user and piece.kind is PieceKind.TEXT:
            if len(piece.item.blocks) == 1:
                width = min(width, piece.widget.natural_width() + 1)
            left += self.column.width - _BUBBLE_SIDE_PX - width
        else:
            left += self._indent(piece)
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
                viewport.update(0, band.top() - _BAND_PX, viewport.width(), band.height() + 2 * _BAND_PX)
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
        self._place()
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(self.column.style.theme.window))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bubbles: dict[Item, QRect] = {}
        for piece in self._shown:
            if piece.block is None or piece.widget is None:
                continue
            if piece.item.is_user:
                rect = piece.widget.geometry()
                bubbles[piece.item] = bubbles.get(piece.item, rect).united(rect)
            elif piece.is_muted or piece.block.place.quote or piece.kind is PieceKind.RULE:
                self._paint_marks(painter, piece, piece.widget.geometry())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.column.style.theme.user_bubble))
        band = event.rect().adjusted(-self.width(), -_BAND_PX, self.width(), _BAND_PX)
        for item, rect in bubbles.items():
            if rect.intersects(band):
                self._paint_bubble(painter, item, rect)
        painter.end()

    def _paint_bubble(self, painter: QPainter, item: Item, rect: QRect) -> None:
        # Where more of the message is out of sight, so are the round corners.
        texts = [piece for piece in item.pieces if piece.block is not None]
        above = 0 if texts[0].widget is not None else _BUBBLE_RADIUS_PX * 2
        below = 0 if texts[-1].widget is not None else _BUBBLE_RADIUS_PX * 2
        bubble = QRectF(rect).adjusted(
            -_BUBBLE_SIDE_PX,
            -BUBBLE_PAD_PX - above,
            _BUBBLE_SIDE_PX,
            BUBBLE_PAD_PX + below - self.column.style.leading_px,
        )
        painter.drawRoundedRect(bubble, _BUBBLE_RADIUS_PX, _BUBBLE_RADIUS_PX)

    def _paint_marks(self, painter: QPainter, piece: Piece, rect: QRect) -> None:
        """Draw the bars of quotes and of the reasoning, and the line of a rule."""
        theme = self.column.style.theme
        if piece.kind is PieceKind.RULE:
            painter.fillRect(QRect(rect.left(), rect.center().y(), rect.width(), 1), QColor(theme.border))
        place = piece.block.place if piece.block is not None else Place()
        n_bars = 1 if piece.is_muted else place.quote
        n_before = self._n_bars_above(piece)
        leading = self.column.style.leading_px
        bottom = rect.top() + rect.height() - (leading if piece.kind is PieceKind.TEXT else 0)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.border))
        for level in range(min(n_bars, 1 + MAX_INDENT_PX // QUOTE_PX)):
            left = self._column_left() + place.indent * INDENT_PX + level * QUOTE_PX
            top = rect.top() - (piece.gap + leading if level < n_before else 0)  # one bar along the whole quote
            painter.drawRect(QRect(left, top, 3, bottom - top))

    def _n_bars_above(self, piece: Piece) -> int:
        before = piece.item.pieces[piece.index - 1] if piece.index else None
        if before is None or before.block is None or piece.is_muted != before.is_muted:
            return 0
        return 1 if before.is_muted else before.block.place.quote

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        del event
        room = self.viewport().width()
        width = max(120, min(COLUMN_PX, room - 2 * (24 if room > _NARROW_PX else 14)))
        self._jump.move((room - self._jump.width()) // 2, self.viewport().height() - self._jump.height() - 14)
        if width != self.column.width:
            self._lay_out_again(self.column.style, width)
        else:
            self._place()

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
            self.copy()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.select_all()
        elif event.key() == Qt.Key.Key_Home:
            bar.setValue(bar.minimum())
        elif event.key() == Qt.Key.Key_End:
            self.scroll_to_end()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
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

    def _on_reasoning_toggled(self, item: Item) -> None:
        item.is_reasoning_open = not item.is_reasoning_open
        self._is_following = False
        self._release(item.replace_all(self.column.style, self.column.width))
        self.column.resized(item)
        self._place()

    def _unmark_last(self) -> None:
        """The actions of what was the last message show under the pointer only."""
        item = self.column.made_item(len(self.column) - 1)
        if item is not None:
            item.is_last = False
            for piece in item.pieces:
                piece.is_dirty = piece.is_dirty or piece.kind is PieceKind.FOOTER

    def _tell(self, signal: Any, item: Item) -> None:
        if item.message is not None:
            signal.emit(item.message.id)


def _distance(rect: QRect, y: int) -> int:
    return max(rect.top() - y, y - rect.bottom(), 0)


def _focus_widgets(widget: QWidget) -> list[QWidget]:
    """Return what takes the focus in `widget`, in the order it is read."""
    if isinstance(widget, CodeWidget):
        return [widget.text, widget.button]
    if isinstance(widget, FooterWidget):
        return [widget.copy, widget.regenerate]
    return [widget] if widget.focusPolicy() & Qt.FocusPolicy.TabFocus else []
