# SPDX-License-Identifier: Apache-2.0
"""A list of the Models page and how a row of it is drawn: no widget a row, so that thousands scroll."""

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from leeward.i18n import tr
from leeward.library.verdict import VerdictKind
from leeward.ui.direction import draw_line
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
        self._type = _Type(QFont())

    @property
    def _pad_px(self) -> int:
        return 3 if self.theme.is_compact else 6

    def height(self, font: QFont) -> int:
        kinds = self._kinds_of(font)
        return kinds.strong_metrics.height() + kinds.small_metrics.height() + 4 + 2 * self._pad_px

    def _kinds_of(self, font: QFont) -> "_Type":
        if font != self._type.base:
            self._type = _Type(font)
        return self._type

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
            self._paint_row(painter, option, area.adjusted(_PADDING_PX, self._pad_px, -_PADDING_PX, -self._pad_px), row)
        painter.restore()

    def _paint_remark(self, painter: QPainter, option: QStyleOptionViewItem, area: QRect, row: Row) -> None:
        kinds = self._kinds_of(option.font)
        painter.setFont(kinds.heading if row.title else kinds.small)
        painter.setPen(QColor(self.theme.text_muted))
        if row.details:
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
            painter.drawText(area, int(flags), row.details)
        else:
            draw_line(painter, option, area, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, row.title)

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
        kinds = self._kinds_of(option.font)
        strong, small = (kinds.strong, kinds.strong_metrics), (kinds.small, kinds.small_metrics)
        upper = QRect(area.left(), area.top(), area.width(), kinds.strong_metrics.height())
        lower = QRect(area.left(), upper.bottom() + 4, area.width(), kinds.small_metrics.height())
        upper.setRight(self._paint_right(painter, option, upper, row.aside, (*small, self.theme.text_muted)))
        if row.tag:
            room = kinds.small_metrics.horizontalAdvance(row.tag) + _GAP_PX
            name_px = min(upper.width() - room, kinds.strong_metrics.horizontalAdvance(row.title) + 2)
            tag_area = upper.adjusted(name_px + _GAP_PX, 0, 0, 0)
            self._paint_left(painter, option, tag_area, row.tag, (*small, self.theme.accent))
            upper.setWidth(name_px)
        color = self.theme.text_muted if row.payload is None or row.is_dim else self.theme.text
        self._paint_left(painter, option, upper, row.title, (*strong, color))
        if row.verdict is not None:
            color = verdict_color(row.verdict, self.theme)
            lower.setRight(self._paint_right(painter, option, lower, f"● {tr(row.verdict)}", (*small, color)))
        self._paint_left(painter, option, lower, row.details, (*small, self.theme.text_muted))

    @staticmethod
    def _paint_right(painter: QPainter, option: QStyleOptionViewItem, area: QRect, text: str, ink: "_Ink") -> int:
        """Return where the room to the left of it ends."""
        if not text:
            return area.right()
        font, metrics, color = ink
        painter.setFont(font)
        painter.setPen(QColor(color))
        draw_line(painter, option, area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, text)
        return area.right() - metrics.horizontalAdvance(text) - _GAP_PX

    @staticmethod
    def _paint_left(painter: QPainter, option: QStyleOptionViewItem, area: QRect, text: str, ink: "_Ink") -> None:
        font, metrics, color = ink
        painter.setFont(font)
        painter.setPen(QColor(color))
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        draw_line(painter, option, area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


_Ink = tuple[QFont, QFontMetrics, str]


class _Type:
    """The fonts of a row, made once: twenty rows are painted in every frame of scrolling."""

    def __init__(self, base: QFont) -> None:
        self.base = QFont(base)
        self.strong = QFont(base)
        self.strong.setWeight(QFont.Weight.DemiBold)
        self.small = QFont(base)
        self.small.setPointSizeF(max(7.5, base.pointSizeF() - 1.5))
        self.heading = QFont(self.small)
        self.heading.setWeight(QFont.Weight.DemiBold)
        self.strong_metrics = QFontMetrics(self.strong)
        self.small_metrics = QFontMetrics(self.small)
