# SPDX-License-Identifier: Apache-2.0
"""How a row of the list of chats is drawn. Plain text only: titles and snippets come from models and users."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from leeward.domain.ids import ConversationId
from leeward.ui import icons
from leeward.ui.conversation_list import ConversationModel
from leeward.ui.conversation_rows import MATCH_END, MATCH_START, Row, RowKind
from leeward.ui.direction import draw_line, mirrored, reads_from_right
from leeward.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex

_MAX_BEFORE_MATCH = 12
_ICON_PX = 16
_INDENT_PX = 18
# The room of a run is its width: it must not be cut for a pixel that is missing.
_LINE = int((Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute).value) | int(
    Qt.TextFlag.TextDontClip.value | Qt.TextFlag.TextSingleLine.value
)


class ConversationDelegate(QStyledItemDelegate):
    """Headings small and muted, folders with an arrow and a number, titles in one line, a second line where there is one."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._current: ConversationId | None = None
        self.has_details = False
        self.drop_row = -1  # where a chat that is dragged would go

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme

    def set_current(self, conversation_id: ConversationId | None) -> None:
        """Mark the conversation that is shown; the keyboard's row may be another one."""
        self._current = conversation_id

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        # In a long list Qt asks for the first row only, a heading: it must be as high as the others.
        line = QFontMetrics(option.font).height()
        is_uniform = isinstance(option.widget, QListView) and option.widget.uniformItemSizes()
        model = index.model()
        is_heading = isinstance(model, ConversationModel) and model.is_heading(index)
        has_one_line = not self.has_details or (is_heading and not is_uniform)
        pad = 10 if self._theme.is_compact else 14
        return QSize(100, line + pad if has_one_line else 2 * line + pad)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ConversationModel.RowRole)
        editor.setGeometry(mirrored(option, option.rect.adjusted(self._left(row), 0, 0, 0)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(ConversationModel.RowRole)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = option.rect.adjusted(0, 1, 0, -1)
        if row.kind is RowKind.HEADING:
            self._paint_heading(painter, option, area, row.title)
        else:
            self._paint_ground(painter, option, area, row, is_drop=index.row() == self.drop_row)
            if row.kind is RowKind.FOLDER:
                self._paint_folder(painter, option, area, row)
            else:
                self._paint_conversation(painter, option, area, row)
        painter.restore()

    def _left(self, row: Row) -> int:
        return _INDENT_PX if row.is_indented or row.kind is RowKind.FOLDER else 0

    def _paint_heading(self, painter: QPainter, option: QStyleOptionViewItem, area: QRect, title: str) -> None:
        font = QFont(option.font)
        font.setPointSizeF(max(7.5, font.pointSizeF() - 1.5))
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(self._theme.text_muted))
        area = area.adjusted(10, 0, -10, -4)
        shown = QFontMetrics(font).elidedText(title, Qt.TextElideMode.ElideRight, area.width())
        draw_line(painter, option, area, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, shown)

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, area: QRect, row: Row, *, is_drop: bool
    ) -> None:
        state = option.state
        is_current = row.conversation_id is not None and row.conversation_id == self._current
        has_focus = bool(state & QStyle.StateFlag.State_HasFocus) and bool(state & QStyle.StateFlag.State_Active)
        if is_current or is_drop or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._theme.user_bubble if is_current else self._theme.surface_hover))
            painter.drawRoundedRect(area, 9, 9)
        if has_focus or is_drop:
            painter.setPen(QColor(self._theme.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 8, 8)

    def _paint_icon(self, painter: QPainter, option: QStyleOptionViewItem, name: str, place: QPoint) -> None:
        ratio = painter.device().devicePixelRatioF()
        area = mirrored(option, QRect(place, QSize(_ICON_PX, _ICON_PX)))
        painter.drawPixmap(area.topLeft(), icons.pixmap(name, self._theme.text_muted, _ICON_PX, ratio))

    def _text_area(self, painter: QPainter, option: QStyleOptionViewItem, area: QRect, row: Row) -> QRect:
        """Draw the menu button of a hovered row and return the room for its text."""
        is_hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if is_hovered:
            self._paint_icon(painter, option, "ellipsis", menu_rect(area).topLeft())
        return area.adjusted(10 + self._left(row), 0, -34 if is_hovered else -10, 0)

    def _paint_folder(self, painter: QPainter, option: QStyleOptionViewItem, area: QRect, row: Row) -> None:
        is_open = row.folder is not None and row.folder.is_open
        middle = area.center().y() - _ICON_PX // 2
        chevron = "chevron-down" if is_open else "chevron-right"
        self._paint_icon(painter, option, chevron, QPoint(area.left() + 6, middle))
        text_area = self._text_area(painter, option, area, row)
        painter.setFont(option.font)
        metrics = QFontMetrics(option.font)
        number = str(row.n_chats) if row.n_chats else ""
        painter.setPen(QColor(self._theme.text_muted))
        draw_line(painter, option, text_area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, number)
        room = text_area.width() - metrics.horizontalAdvance(number) - (8 if number else 0)
        painter.setPen(QColor(self._theme.text))
        title = metrics.elidedText(row.title, Qt.TextElideMode.ElideRight, room)
        draw_line(painter, option, text_area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, title)

    def _paint_conversation(self, painter: QPainter, option: QStyleOptionViewItem, area: QRect, row: Row) -> None:
        text_area = self._text_area(painter, option, area, row)
        font = QFont(option.font)
        if row.conversation_id == self._current:
            font.setWeight(QFont.Weight.DemiBold)
        line = QFontMetrics(font).height()
        pad = 1 if self._theme.is_compact else 5
        if self.has_details:
            text_area = text_area.adjusted(0, pad, 0, -pad)
        title_area = QRect(text_area.left(), text_area.top(), text_area.width(), line)
        if not self.has_details:
            title_area = text_area
        self._paint_runs(painter, mirrored(option, title_area), (font, self._theme.text), row.marked_title or row.title)
        if self.has_details:
            small = QFont(option.font)
            small.setPointSizeF(max(7.5, small.pointSizeF() - 1.5))
            text_area.setTop(text_area.top() + line)
            ink = (small, self._theme.text_muted)
            self._paint_runs(painter, mirrored(option, text_area), ink, snippet_from_match(row.detail))

    def _paint_runs(self, painter: QPainter, area: QRect, ink: tuple[QFont, str], marked: str) -> None:
        """Draw one line in which what stands between marks is bold and coloured."""
        runs = self._fitting_runs(area.width(), ink, marked)
        n_px = sum(width for _, _, _, width in runs)
        is_from_right = bool(reads_from_right(marked))
        is_at_right = painter.layoutDirection() is Qt.LayoutDirection.RightToLeft
        x = area.right() + 1 - n_px if is_at_right else area.left()
        painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft if is_from_right else Qt.LayoutDirection.LeftToRight)
        for font, color, shown, width in reversed(runs) if is_from_right else runs:
            painter.setFont(font)
            painter.setPen(QColor(color))
            place = QRect(x, area.top(), width, area.height())
            painter.drawText(place, _LINE, shown)
            x += width

    def _fitting_runs(self, room_px: int, ink: tuple[QFont, str], marked: str) -> list[tuple[QFont, str, str, int]]:
        """Return font, colour, text and width of the runs of one line; the last one is cut where there is no room."""
        plain, color = ink
        bold = QFont(plain)
        bold.setWeight(QFont.Weight.DemiBold)
        runs = []
        for text, is_match in split_matches(marked):
            font = bold if is_match else plain
            metrics = QFontMetrics(font)
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room_px)
            width = min(metrics.horizontalAdvance(shown), room_px)
            runs.append((font, self._theme.accent if is_match else color, shown, width))
            room_px -= width
            if shown != text or room_px <= 0:
                break
        return runs


def menu_rect(row_rect: QRect) -> QRect:
    """Return where the menu button of a hovered row is, in a row that is read from the left."""
    return QRect(row_rect.right() - 26, row_rect.center().y() - 8, 16, 16)


def snippet_from_match(snippet: str) -> str:
    """Cut what stands before the first match to a few words: the list is narrow, and the match is the point."""
    before, mark, after = snippet.partition(MATCH_START)
    if not mark or len(before) <= _MAX_BEFORE_MATCH:
        return snippet
    kept = before[-_MAX_BEFORE_MATCH:]
    return f"…{kept.partition(' ')[2] or kept}{mark}{after}"


def split_matches(snippet: str) -> list[tuple[str, bool]]:
    """Split "a \\x02b\\x03 c" into pieces and whether each is a match."""
    pieces: list[tuple[str, bool]] = []
    is_match = False
    for marked in snippet.replace(MATCH_END, MATCH_START).split(MATCH_START):
        if marked:
            pieces.append((marked, is_match))
        is_match = not is_match
    return pieces
