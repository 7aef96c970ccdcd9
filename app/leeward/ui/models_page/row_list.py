# SPDX-License-Identifier: Apache-2.0
"""A list of the Models page and how a row of it is drawn: no widget a row, so that thousands scroll."""

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from leeward.library.verdict import VerdictKind
from leeward.ui.models_page.rows import Index, Row, RowModel
from leeward.ui.theme import Theme

_PADDING_PX = 10
_GAP_PX = 8


def verdict_color(kind: VerdictKind, theme: Theme) -> str:
    """Return the colour that goes with the word; never shown without it."""
    if kind is VerdictKind.FITS:
        return theme.success
    return theme.danger if kind is VerdictKind.TOO_LARGE else theme.warning


class RowList(QListView):
    """A click, Enter or Space chooses a row; the arrow keys only move.

    Signals:
        chosen(object)   the payload
    """

    chosen = Signal(object)

    def __init__(self, name: str, theme: Theme) -> None:
        super().__init__()
        self.rows = RowModel()
        self._delegate = _RowDelegate(theme)
        self.setModel(self.rows)
        self.setItemDelegate(self._delegate)
        self.setProperty("kind", "rows")
        self.setAccessibleName(name)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._choose)

    def set_theme(self, theme: Theme) -> None:
        self._delegate.theme = theme
        self.doItemsLayout()

    def go_to_first(self) -> None:
        """Take the keyboard, at the first row that can be chosen."""
        self.setFocus(Qt.FocusReason.TabFocusReason)
        for number in range(self.rows.rowCount()):
            index = self.rows.index(number)
            if index.flags() & Qt.ItemFlag.ItemIsEnabled:
                self.setCurrentIndex(index)
                return

    def row_height(self) -> int:
        return self._delegate.height(self.font())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _choose(self, index: QModelIndex) -> None:
        row = self.rows.row(index)
        if row is not None and row.payload is not None:
            self.chosen.emit(row.payload)


class _RowDelegate(QStyledItemDelegate):
    """Two lines: title, tag and what stands aside; details and the verdict. Plain text only."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme

    @staticmethod
    def height(font: QFont) -> int:
        return QFontMetrics(font).height() + QFontMetrics(_small(font)).height() + 16

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 - Qt's signature
        return QSize(100, self.height(option.font))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(RowModel.RowRole)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = option.rect.adjusted(2, 1, -2, -1)
        if row.payload is None and not (row.title and row.details):
            self._paint_remark(painter, option, area.adjusted(_PADDING_PX, 4, -_PADDING_PX, -4), row)
        else:
            if row.payload is not None:
                self._paint_background(painter, option, area)
            self._paint_row(painter, option, area.adjusted(_PADDING_PX, 6, -_PADDING_PX, -6), row)
        painter.restore()

    def _paint_remark(self, painter: QPainter, option: QStyleOptionViewItem, area: QRect, row: Row) -> None:
        font = _small(option.font)
        font.setWeight(QFont.Weight.DemiBold if row.title else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(QColor(self.theme.text_muted))
        if row.details:
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
            painter.drawText(area, int(flags), row.details)
        else:
            painter.drawText(area, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, row.title)

    def _paint_background(self, painter: QPainter, option: QStyleOptionViewItem, area: QRect) -> None:
        state = option.state
        is_selected = bool(state & QStyle.StateFlag.State_Selected)
        if is_selected or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.theme.user_bubble if is_selected else self.theme.surface_hover))
            painter.drawRoundedRect(area, 9, 9)
        if state & QStyle.StateFlag.State_HasFocus and state & QStyle.StateFlag.State_Active:
            painter.setPen(QColor(self.theme.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 8, 8)

    def _paint_row(self, painter: QPainter, option: QStyleOptionViewItem, area: QRect, row: Row) -> None:
        strong, small = QFont(option.font), _small(option.font)
        strong.setWeight(QFont.Weight.DemiBold)
        upper = QRect(area.left(), area.top(), area.width(), QFontMetrics(strong).height())
        lower = QRect(area.left(), upper.bottom() + 4, area.width(), QFontMetrics(small).height())
        upper.setRight(self._paint_right(painter, small, upper, row.aside, self.theme.text_muted))
        if row.tag:
            room = QFontMetrics(small).horizontalAdvance(row.tag) + _GAP_PX
            name_px = min(upper.width() - room, QFontMetrics(strong).horizontalAdvance(row.title) + 2)
            tag_area = upper.adjusted(name_px + _GAP_PX, 0, 0, 0)
            self._paint_left(painter, small, tag_area, row.tag, self.theme.accent)
            upper.setWidth(name_px)
        color = self.theme.text_muted if row.payload is None or row.is_dim else self.theme.text
        self._paint_left(painter, strong, upper, row.title, color)
        if row.verdict is not None:
            color = verdict_color(row.verdict, self.theme)
            lower.setRight(self._paint_right(painter, small, lower, f"● {row.verdict}", color))
        self._paint_left(painter, small, lower, row.details, self.theme.text_muted)

    @staticmethod
    def _paint_right(painter: QPainter, font: QFont, area: QRect, text: str, color: str) -> int:
        """Return where the room to the left of it ends."""
        if not text:
            return area.right()
        painter.setFont(font)
        painter.setPen(QColor(color))
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, text)
        return area.right() - QFontMetrics(font).horizontalAdvance(text) - _GAP_PX

    @staticmethod
    def _paint_left(painter: QPainter, font: QFont, area: QRect, text: str, color: str) -> None:
        painter.setFont(font)
        painter.setPen(QColor(color))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(max(7.5, font.pointSizeF() - 1.5))
    return small
