# SPDX-License-Identifier: Apache-2.0
"""The list of chats as a widget: what clicks, keys and drags do."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu, QStyle

from leeward.domain.conversation import Folder
from leeward.i18n import tr
from leeward.ui.conversation_delegate import ConversationDelegate, menu_rect
from leeward.ui.conversation_list import ConversationModel, ListWishes
from leeward.ui.conversation_menu import row_menu
from leeward.ui.conversation_rows import Entry, Row, RowKind
from leeward.ui.theme import Theme

_MAX_UNEVEN = 500
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class ConversationView(QListView):
    """The list itself. A click, Enter or Space opens a row; no single key changes or deletes one.

    Signals:
        chosen(Row)     a chat or a hit
        left()          Escape was pressed
    """

    chosen = Signal(object)
    left = Signal()

    def __init__(self, model: ConversationModel, wishes: ListWishes, theme: Theme) -> None:
        super().__init__()
        self._model = model
        self._wishes = wishes
        self._theme = theme
        self._folders: Sequence[Folder] = ()
        self._delegate = ConversationDelegate(theme)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setProperty("kind", "conversations")
        self.setAccessibleName(tr("Conversations"))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the caret in the composer
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)  # F2
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDragDropOverwriteMode(True)  # into a row, never between two: the order is not the user's
        self.setDropIndicatorShown(False)  # the delegate marks the row
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.clicked.connect(self._on_row_clicked)

    @property
    def delegate(self) -> ConversationDelegate:
        return self._delegate

    @property
    def is_editing(self) -> bool:
        """Whether a title is being edited in place."""
        return self.state() is QAbstractItemView.State.EditingState

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._delegate.set_theme(theme)
        self.doItemsLayout()

    def set_folders(self, folders: Sequence[Folder]) -> None:
        self._folders = folders

    def show_entries(self, entries: Sequence[Entry], *, have_details: bool) -> None:
        """List these; with details, every chat has a second line."""
        self._delegate.has_details = have_details
        # Turning it off and on makes Qt ask for the height again. Only in a short list have headings one of their own.
        self.setUniformItemSizes(False)
        self.setUniformItemSizes(not have_details or len(entries) > _MAX_UNEVEN)
        self._model.set_entries(entries)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        row = self._model.row(index)
        if event.key() in _ENTER:
            self._choose(index)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif row is not None and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            onwards = Qt.Key.Key_Left if self.isRightToLeft() else Qt.Key.Key_Right
            self._open_or_close(row, is_open=event.key() == onwards)
        else:
            super().keyPressEvent(event)

    def _open_or_close(self, row: Row, *, is_open: bool) -> None:
        if row.folder is not None:
            if row.folder.is_open != is_open:
                self._wishes.folder_open_wanted.emit(row.folder.id, is_open)
        elif not is_open:
            folder_id = self._model.folder_at(self.currentIndex())
            if folder_id is not None:
                self.setCurrentIndex(self._model.index_of_folder(folder_id))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid() and self._is_on_menu(index, event):
            self.show_menu(index, self.viewport().mapToGlobal(event.position().toPoint()))
            return
        super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            index = self.currentIndex()
            place = self.viewport().mapToGlobal(self.visualRect(index).center())
        else:
            index = self.indexAt(event.pos())
            place = event.globalPos()
        self.show_menu(index, place)

    def _is_on_menu(self, index: QModelIndex, event: QMouseEvent) -> bool:
        row_rect = self.visualRect(index)
        area = menu_rect(row_rect).adjusted(-6, -8, 8, 8)
        return bool(QStyle.visualRect(self.layoutDirection(), row_rect, area).contains(event.position().toPoint()))

    def menu_of(self, index: QModelIndex) -> QMenu | None:
        """Return a menu with what can be done with a row; it goes when it is closed."""
        row = self._model.row(index)
        if row is None or row.kind is RowKind.HEADING:
            return None
        return row_menu(row, self._folders, self._wishes, lambda: self._rename(row), self, self._theme)

    def show_menu(self, index: QModelIndex, place: QPoint) -> None:
        menu = self.menu_of(index)
        if menu is not None:
            menu.popup(place)

    def _rename(self, row: Row) -> None:
        # By what it is and not where it was: the list may have been read again while the menu was open.
        folder = row.folder
        index = self._model.index_of_folder(folder.id) if folder else self._model.index_of(row.conversation_id)
        if index.isValid():
            self.edit(index)

    @Slot(QModelIndex)
    def _on_row_clicked(self, index: QModelIndex) -> None:
        self._choose(index)

    def _choose(self, index: QModelIndex) -> None:
        row = self._model.row(index)
        if row is None or row.kind is RowKind.HEADING:
            return
        if row.folder is not None:
            self._wishes.folder_open_wanted.emit(row.folder.id, not row.folder.is_open)
        elif row.is_binned:
            self.show_menu(index, self.viewport().mapToGlobal(self.visualRect(index).center()))
        else:
            self.chosen.emit(row)

    # Dragging: chats of this list only, another program's ids are not ours

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.source() is self:
            super().dragEnterEvent(event)
        else:
            event.ignore()  # for the window: it takes model files

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)
        folder_id = self._model.folder_at(self.indexAt(event.position().toPoint()))
        self._mark_drop(self._model.index_of_folder(folder_id).row() if folder_id is not None else -1)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._mark_drop(-1)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self._mark_drop(-1)
        if event.source() is self:
            super().dropEvent(event)

    def _mark_drop(self, row: int) -> None:
        if self._delegate.drop_row != row:
            self._delegate.drop_row = row
            self.viewport().update()
