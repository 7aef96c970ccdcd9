# SPDX-License-Identifier: Apache-2.0
"""What is drawn behind and beside the widgets: bubbles, bars of quotes, rules."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from leeward.ui.chat.items import BUBBLE_PAD_PX, Item, Piece, PieceKind, is_from_right
from leeward.ui.chat.model import Place
from leeward.ui.chat.style import INDENT_PX, MAX_INDENT_PX, QUOTE_PX, ChatStyle

BAND_PX = 24  # bubbles and bars reach at most this far beyond the widget
BUBBLE_SIDE_PX = 14
_BUBBLE_RADIUS_PX = 16
_BAR_PX = 3


def paint_marks(
    painter: QPainter, damaged: QRect, shown: Sequence[Piece], column: tuple[int, int], style: ChatStyle
) -> None:
    """Draw the marks of the pieces in sight; `column` is the left and the right end of the text column."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    bubbles: dict[Item, QRect] = {}
    for piece in shown:
        if piece.block is None or piece.widget is None:
            continue
        if piece.item.is_user:
            rect = piece.widget.geometry()
            bubbles[piece.item] = bubbles.get(piece.item, rect).united(rect)
        elif piece.kind is PieceKind.RULE:
            rect = piece.widget.geometry()
            painter.fillRect(QRect(rect.left(), rect.center().y(), rect.width(), 1), QColor(style.theme.border))
            _paint_bars(painter, piece, column, style)
        elif piece.is_muted or piece.block.place.quote:
            _paint_bars(painter, piece, column, style)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(style.theme.user_bubble))
    for item, rect in bubbles.items():
        if rect.top() - BAND_PX < damaged.bottom() and rect.bottom() + BAND_PX > damaged.top():
            _paint_bubble(painter, item, rect, style)


def _paint_bubble(painter: QPainter, item: Item, rect: QRect, style: ChatStyle) -> None:
    # Where more of the message is out of sight, so are the round corners.
    texts = [piece for piece in item.pieces if piece.block is not None]
    above = 0 if texts[0].widget is not None else _BUBBLE_RADIUS_PX * 2
    below = 0 if texts[-1].widget is not None else _BUBBLE_RADIUS_PX * 2
    bubble = QRectF(rect).adjusted(
        -BUBBLE_SIDE_PX, -BUBBLE_PAD_PX - above, BUBBLE_SIDE_PX, BUBBLE_PAD_PX + below - style.leading_px
    )
    painter.drawRoundedRect(bubble, _BUBBLE_RADIUS_PX, _BUBBLE_RADIUS_PX)


def _paint_bars(painter: QPainter, piece: Piece, column: tuple[int, int], style: ChatStyle) -> None:
    """Draw a bar for each quote around the piece, or the one of the reasoning."""
    place = piece.block.place if piece.block is not None else Place()
    rect = piece.widget.geometry()
    n_before = _n_bars_above(piece)
    bottom = rect.top() + rect.height() - (style.leading_px if piece.kind is PieceKind.TEXT else 0)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(style.theme.border))
    for level in range(min(1 if piece.is_muted else place.quote, 1 + MAX_INDENT_PX // QUOTE_PX)):
        inwards = place.indent * INDENT_PX + level * QUOTE_PX
        left = column[1] - inwards - _BAR_PX if is_from_right(piece) else column[0] + inwards
        top = rect.top() - (piece.gap + style.leading_px if level < n_before else 0)  # one bar along the whole quote
        painter.drawRect(QRect(left, top, _BAR_PX, bottom - top))


def _n_bars_above(piece: Piece) -> int:
    before = piece.item.pieces[piece.index - 1] if piece.index else None
    if before is None or before.block is None or piece.is_muted != before.is_muted:
        return 0
    return 1 if before.is_muted else before.block.place.quote
