# SPDX-License-Identifier: Apache-2.0
"""The rows of the sidebar: conversations under date headings, or what a search found; and how a row is drawn."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from leeward.domain.conversation import Conversation, SearchHit
from leeward.domain.ids import ConversationId
from leeward.ui import icons
from leeward.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex

_GROUPS = ("Today", "Yesterday", "Previous 7 days", "Older")
_NO_TITLE = "Untitled chat"
_MAX_BEFORE_MATCH = 12
_MATCH_START, _MATCH_END = "\x02", "\x03"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the list. A heading has no conversation; only a search hit has a snippet."""

    title: str
    conversation_id: ConversationId | None = None
    snippet: str = ""


def date_group(updated_at_s: float, today: dt.date) -> int:
    """Return which of the headings a chat stands under: 0 is today, 3 is older."""
    try:
        age_days = (today - dt.datetime.fromtimestamp(updated_at_s).astimezone().date()).days
    except (OverflowError, ValueError, OSError):
        return len(_GROUPS) - 1  # a clock far outside what the platform can show
    if age_days <= 0:
        return 0
    if age_days == 1:
        return 1
    return 2 if age_days <= 7 else 3


def rows_by_date(conversations: Iterable[Conversation], today: dt.date) -> list[Row]:
    """Return headings and chats, in the order given (newest first).

    A heading stands once and never goes back to a newer one, even when the clock was wrong for a while.
    """
    rows: list[Row] = []
    last_group = -1
    for each in conversations:
        group = max(last_group, date_group(each.updated_at_s, today))
        if group != last_group:
            rows.append(Row(_GROUPS[group]))
            last_group = group
        rows.append(Row(one_line(each.title) or _NO_TITLE, each.id))
    return rows


def rows_of_hits(hits: Sequence[SearchHit]) -> list[Row]:
    """Return one heading that counts, and the hits."""
    heading = "Nothing found" if not hits else "1 chat found" if len(hits) == 1 else f"{len(hits)} chats found"
    return [Row(heading)] + [
        Row(one_line(hit.title) or _NO_TITLE, hit.conversation_id, one_line(hit.snippet)) for hit in hits
    ]


def one_line(text: str) -> str:
    return " ".join(text.split())


class ConversationModel(QAbstractListModel):
    """The rows as Qt's model.

    Signals:
        rename_requested(ConversationId, str)   a title was edited in place
    """

    rename_requested = Signal(object, str)
    RowRole = Qt.ItemDataRole.UserRole

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[Row] = []
        self._places: dict[ConversationId, int] = {}

    def set_rows(self, rows: list[Row]) -> None:
        self.beginResetModel()
        self._rows = rows
        self._places = {row.conversation_id: i for i, row in enumerate(rows) if row.conversation_id is not None}
        self.endResetModel()

    def index_of(self, conversation_id: ConversationId | None) -> QModelIndex:
        """Return where the conversation is; an invalid index when it is not listed."""
        place = None if conversation_id is None else self._places.get(conversation_id)
        return QModelIndex() if place is None else self.index(place)

    def row(self, index: Index) -> Row | None:
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def conversation_ids(self) -> list[ConversationId]:
        """Return the listed conversations from top to bottom."""
        return list(self._places)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index)
        if row is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            snippet = row.snippet.replace(_MATCH_START, "").replace(_MATCH_END, "")
            return f"{row.title}: {snippet}" if snippet else row.title
        return row if role == self.RowRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        row = self.row(index)
        if row is None or row.conversation_id is None:
            return Qt.ItemFlag.ItemNeverHasChildren
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsEditable
            | Qt.ItemFlag.ItemNeverHasChildren
        )

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row = self.row(index)
        title = one_line(str(value))
        if row is None or row.conversation_id is None or role != Qt.ItemDataRole.EditRole or not title:
            return False
        if title != row.title:
            self._rows[index.row()] = Row(title, row.conversation_id, row.snippet)
            self.dataChanged.emit(index, index)
            self.rename_requested.emit(row.conversation_id, title)
        return True


class ConversationDelegate(QStyledItemDelegate):
    """Draws a row: headings small and muted, titles in one line, snippets with the match in bold. Plain text only."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._current: ConversationId | None = None
        self.is_search = False

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme

    def set_current(self, conversation_id: ConversationId | None) -> None:
        """Mark the conversation that is shown; the keyboard's row may be another one."""
        self._current = conversation_id

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 - Qt's signature
        # One height for all rows of a list: with uniform rows Qt does not ask each of 20,000.
        line = QFontMetrics(option.font).height()
        return QSize(100, 2 * line + 14 if self.is_search else line + 14)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ConversationModel.RowRole)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = option.rect.adjusted(0, 1, 0, -1)
        if row.conversation_id is None:
            self._paint_heading(painter, option, area, row.title)
        else:
            self._paint_conversation(painter, option, area, row)
        painter.restore()

    def _paint_heading(self, painter: QPainter, option: QStyleOptionViewItem, area: QRect, title: str) -> None:
        font = QFont(option.font)
        font.setPointSizeF(max(7.5, font.pointSizeF() - 1.5))
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(self._theme.text_muted))
        area = area.adjusted(10, 0, -10, -4)
        painter.drawText(area, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, title)

    def _paint_conversation(self, painter: QPainter, option: QStyleOptionViewItem, area: QRect, row: Row) -> None:
        state = option.state
        is_current = row.conversation_id == self._current
        has_focus = bool(state & QStyle.StateFlag.State_HasFocus) and bool(state & QStyle.StateFlag.State_Active)
        is_hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        if is_current or is_hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._theme.user_bubble if is_current else self._theme.surface_hover))
            painter.drawRoundedRect(area, 9, 9)
        if has_focus:
            painter.setPen(QColor(self._theme.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 8, 8)
        right = 34 if is_hovered else 10
        text_area = area.adjusted(10, 0, -right, 0)
        if is_hovered:
            place = menu_rect(area)
            ratio = painter.device().devicePixelRatioF()
            painter.drawPixmap(place.topLeft(), icons.pixmap("ellipsis", self._theme.text_muted, 16, ratio))
        font = QFont(option.font)
        if is_current:
            font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(self._theme.text))
        metrics = QFontMetrics(font)
        title = metrics.elidedText(row.title, Qt.TextElideMode.ElideRight, text_area.width())
        if not self.is_search:
            painter.drawText(text_area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, title)
            return
        text_area = text_area.adjusted(0, 5, 0, -5)
        painter.drawText(text_area, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, title)
        text_area.setTop(text_area.top() + metrics.height())
        self._paint_snippet(painter, option.font, text_area, row.snippet)

    def _paint_snippet(self, painter: QPainter, base: QFont, area: QRect, snippet: str) -> None:
        plain = QFont(base)
        plain.setPointSizeF(max(7.5, base.pointSizeF() - 1.5))
        bold = QFont(plain)
        bold.setWeight(QFont.Weight.DemiBold)
        x = area.left()
        for text, is_match in split_matches(snippet_from_match(snippet)):
            font = bold if is_match else plain
            metrics = QFontMetrics(font)
            left = area.right() - x
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, left)
            painter.setFont(font)
            painter.setPen(QColor(self._theme.accent if is_match else self._theme.text_muted))
            place = QRect(x, area.top(), max(0, left), area.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
            x += metrics.horizontalAdvance(text)
            if shown != text or x >= area.right():
                return


def menu_rect(row_rect: QRect) -> QRect:
    """Return where the menu button of a hovered row is."""
    return QRect(row_rect.right() - 26, row_rect.center().y() - 8, 16, 16)


def snippet_from_match(snippet: str) -> str:
    """Cut what stands before the first match to a few words: the list is narrow, and the match is the point."""
    before, mark, after = snippet.partition(_MATCH_START)
    if not mark or len(before) <= _MAX_BEFORE_MATCH:
        return snippet
    kept = before[-_MAX_BEFORE_MATCH:]
    return f"…{kept.partition(' ')[2] or kept}{mark}{after}"


def split_matches(snippet: str) -> list[tuple[str, bool]]:
    """Split "a \\x02b\\x03 c" into pieces and whether each is a match."""
    pieces: list[tuple[str, bool]] = []
    is_match = False
    for marked in snippet.replace(_MATCH_END, _MATCH_START).split(_MATCH_START):
        if marked:
            pieces.append((marked, is_match))
        is_match = not is_match
    return pieces
