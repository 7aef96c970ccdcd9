# SPDX-License-Identifier: Apache-2.0
"""The list of chats as Qt's model: rows are made of entries when they come into sight."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QMimeData, QModelIndex, QObject, QPersistentModelIndex, QStringListModel, Qt, Signal

from leeward.domain.ids import ConversationId, FolderId
from leeward.i18n import plural, tr
from leeward.ui.controls import plain_tooltip
from leeward.ui.conversation_rows import (
    MATCH_END,
    MATCH_START,
    Entry,
    Row,
    RowKind,
    conversation_of,
    is_heading,
    one_line,
    row_of,
)

Index = QModelIndex | QPersistentModelIndex

MIME_TYPE = "application/x-leeward-conversation"


class ListWishes(QObject):
    """What the user wants done with a row; the widgets of the list say it here.

    Signals:
        rename_wanted(ConversationId, str)
        pin_wanted(ConversationId, bool)
        archive_wanted(ConversationId, bool)
        move_wanted(ConversationId, FolderId | None)
        tags_wanted(Conversation)                     ask for them
        export_wanted(ConversationId)                 ask for a file
        delete_wanted(ConversationId)                 into the bin
        restore_wanted(ConversationId)
        purge_wanted(list[Conversation])              ask, then delete for good
        new_folder_wanted(ConversationId | None)      ask for a name; the chat goes into it
        folder_rename_wanted(FolderId, str)
        folder_open_wanted(FolderId, bool)
        folder_delete_wanted(Folder)
        chat_menu_made(QMenu, Conversation)           whoever has something more for it adds it now
    """

    rename_wanted = Signal(object, str)
    pin_wanted = Signal(object, bool)
    archive_wanted = Signal(object, bool)
    move_wanted = Signal(object, object)
    tags_wanted = Signal(object)
    export_wanted = Signal(object)
    delete_wanted = Signal(object)
    restore_wanted = Signal(object)
    purge_wanted = Signal(object)
    new_folder_wanted = Signal(object)
    folder_rename_wanted = Signal(object, str)
    folder_open_wanted = Signal(object, bool)
    folder_delete_wanted = Signal(object)
    chat_menu_made = Signal(object, object)


class ConversationModel(QStringListModel):
    """The entries as Qt's model. A chat can be dragged into a folder, or out of one.

    The strings of the base class are empty and stand for the number of rows: Qt asks for it three times a row when it
    lays out a list, which 20,000 calls into Python would make slow.
    """

    RowRole = Qt.ItemDataRole.UserRole

    def __init__(self, wishes: ListWishes) -> None:
        super().__init__()
        self._wishes = wishes
        self._entries: Sequence[Entry] = ()
        self._places: dict[ConversationId, int] | None = None

    def set_entries(self, entries: Sequence[Entry]) -> None:
        self._entries = entries
        self._places = None
        self.setStringList([""] * len(entries))

    def index_of(self, conversation_id: ConversationId | None) -> QModelIndex:
        """Return where the conversation is; an invalid index when it is not listed."""
        place = None if conversation_id is None else self._all_places().get(conversation_id)
        return QModelIndex() if place is None else self.index(place)

    def index_of_folder(self, folder_id: FolderId) -> QModelIndex:
        for place, entry in enumerate(self._entries):
            if isinstance(entry, Row) and entry.folder is not None and entry.folder.id == folder_id:
                return self.index(place)
        return QModelIndex()

    def first(self) -> QModelIndex:
        """Return the first row that can be chosen."""
        for place, entry in enumerate(self._entries):
            if not is_heading(entry):
                return self.index(place)
        return QModelIndex()

    def is_heading(self, index: Index) -> bool:
        return is_heading(self._entries[index.row()])

    def row(self, index: Index) -> Row | None:
        return row_of(self._entries[index.row()]) if index.isValid() and index.row() < len(self._entries) else None

    def conversation_ids(self) -> list[ConversationId]:
        """Return the listed conversations from top to bottom."""
        return list(self._all_places())

    def _all_places(self) -> dict[ConversationId, int]:
        if self._places is None:
            self._places = {}
            for place, entry in enumerate(self._entries):
                conversation = conversation_of(entry)
                if conversation is not None:
                    self._places.setdefault(conversation.id, place)
        return self._places

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index)
        if row is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(row)
        if role == Qt.ItemDataRole.ToolTipRole and row.kind is RowKind.CHAT:
            tags = " ".join(f"#{tag}" for tag in row.conversation.tags) if row.conversation is not None else ""
            return plain_tooltip(f"{row.title}\n{tags}" if tags else row.title)
        return row if role == self.RowRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        row = self.row(index)
        if row is None:
            return Qt.ItemFlag.ItemIsDropEnabled  # below the last row: out of every folder
        if row.kind is RowKind.HEADING:
            return Qt.ItemFlag.ItemNeverHasChildren
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        if not row.is_binned:
            flags |= Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsDropEnabled
            if row.conversation is not None and not row.conversation.is_temporary:
                flags |= Qt.ItemFlag.ItemIsDragEnabled
        return flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        # After a drag Qt "clears" the row that was moved by setting it to nothing.
        title = one_line(value) if isinstance(value, str) else ""
        row = self.row(index)
        if row is None or row.kind is RowKind.HEADING or role != Qt.ItemDataRole.EditRole or not title:
            return False
        if title != row.title:
            entries = list(self._entries)
            entries[index.row()] = replace(row, title=title, marked_title="")
            self._entries = entries
            self.dataChanged.emit(index, index)
            if row.folder is not None:
                self._wishes.folder_rename_wanted.emit(row.folder.id, title)
            else:
                self._wishes.rename_wanted.emit(row.conversation_id, title)
        return True

    # Dragging

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [MIME_TYPE]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        row = self.row(indexes[0]) if indexes else None
        if row is not None and row.conversation_id is not None:
            data.setData(MIME_TYPE, str(row.conversation_id).encode())
        return data

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        del action, row, column
        if not data.hasFormat(MIME_TYPE):
            return False
        dragged = ConversationId(int(bytes(data.data(MIME_TYPE).data()).decode()))
        self._wishes.move_wanted.emit(dragged, self.folder_at(parent))
        return True

    def folder_at(self, index: Index) -> FolderId | None:
        """Return the folder that a row is, or lies in."""
        row = self.row(index)
        if row is None:
            return None
        if row.folder is not None:
            return row.folder.id
        return row.conversation.folder_id if row.conversation is not None and row.is_indented else None


def spoken(row: Row) -> str:
    """Return what a screen reader says of a row."""
    if row.folder is not None:
        n = row.n_chats
        if row.folder.is_open:
            return plural("Folder {name}, {n:,} chat, open", "Folder {name}, {n:,} chats, open", n, name=row.title)
        return plural("Folder {name}, {n:,} chat, closed", "Folder {name}, {n:,} chats, closed", n, name=row.title)
    detail = row.detail.replace(MATCH_START, "").replace(MATCH_END, "")
    if row.conversation is not None and row.conversation.is_temporary:
        detail = detail or tr("temporary")
    return f"{row.title}: {detail}" if detail else row.title
