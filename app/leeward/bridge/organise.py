# SPDX-License-Identifier: Apache-2.0
"""The order of the chats for the window: folders, pins, archive, tags, the bin, and temporary chats."""

import logging
import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from leeward.domain.conversation import Conversation, Folder
from leeward.domain.ids import ConversationId, FolderId

if TYPE_CHECKING:
    from leeward.bridge.tasks import TaskThread
    from leeward.storage.folders import Folders
    from leeward.storage.temporary import ConversationStore

log = logging.getLogger(__name__)


class OrganiseBridge(QObject):
    """Changes where chats stand in the list without blocking the UI thread.

    Signals:
        folders_listed(list[Folder])            by name
        changed()                               the chats are to be listed again
        bin_listed(list[Conversation])          what is in the bin, newest first
        folder_deleted(Folder, list[ConversationId])   with the chats that lay in it, for `restore_folder`
        archived(ConversationId, bool)          was put into the archive, or taken out
        purged(list[ConversationId])            deleted for good
        temporary_made(ConversationId)          an empty chat that is in memory only
        failed(Exception)                       an AppError, or another exception when it is a bug
    """

    folders_listed = Signal(object)
    changed = Signal()
    bin_listed = Signal(object)
    folder_deleted = Signal(object, object)
    archived = Signal(object, bool)
    purged = Signal(object)
    temporary_made = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        store: "ConversationStore",
        folders: "Folders",
        thread: "TaskThread",
        clock: Callable[[], float] = time.time,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._folders = folders
        self._thread = thread
        self._clock = clock

    def refresh(self) -> None:
        """Read the folders; `folders_listed` follows."""
        self._run(self._folders.all, self.folders_listed.emit)

    def list_bin(self) -> None:
        """Read what is in the bin; `bin_listed` follows."""
        self._run(lambda: self._store.all(deleted=True), self.bin_listed.emit)

    # Folders

    def create_folder(self, name: str, conversation_id: ConversationId | None = None) -> None:
        """Make a folder, and put a chat into it."""

        def create() -> None:
            folder = self._folders.create(name)
            if conversation_id is not None:
                self._store.move(conversation_id, folder.id)

        self._change_folders(create)

    def rename_folder(self, folder_id: FolderId, name: str) -> None:
        self._change_folders(lambda: self._folders.rename(folder_id, name))

    def open_folder(self, folder_id: FolderId, *, is_open: bool) -> None:
        """Remember whether the list shows what is in it."""
        self._run(lambda: self._folders.set_open(folder_id, is_open=is_open), lambda _: self.refresh())

    def delete_folder(self, folder: Folder) -> None:
        """Take a folder away; its chats stay. `folder_deleted` follows."""

        def answer(conversation_ids: list[ConversationId]) -> None:
            self.folder_deleted.emit(folder, conversation_ids)
            self._on_folders_changed()

        self._run(lambda: self._folders.delete(folder.id), answer)

    def restore_folder(self, folder: Folder, conversation_ids: list[ConversationId]) -> None:
        self._change_folders(lambda: self._folders.restore(folder, conversation_ids))

    # Chats

    def move(self, conversation_id: ConversationId, folder_id: FolderId | None) -> None:
        """Put a chat into a folder; None takes it out of any."""
        self._change(lambda: self._store.move(conversation_id, folder_id))

    def pin(self, conversation_id: ConversationId, *, is_pinned: bool) -> None:
        self._change(lambda: self._store.set_pinned(conversation_id, is_pinned=is_pinned))

    def archive(self, conversation_id: ConversationId, *, is_archived: bool) -> None:
        """Put a chat into the archive, or take it out; `archived` follows."""

        def answer(_: object) -> None:
            self.archived.emit(conversation_id, is_archived)
            self.changed.emit()

        self._run(lambda: self._store.set_archived(conversation_id, is_archived=is_archived), answer)

    def tag(self, conversation_id: ConversationId, tags: Sequence[str]) -> None:
        """Give a chat these tags and no others."""
        self._change(lambda: self._store.set_tags(conversation_id, tags))

    def purge(self, conversation_ids: Sequence[ConversationId]) -> None:
        """Delete for good what of these is in the bin; `purged` and `bin_listed` follow."""

        def answer(_: object) -> None:
            self.purged.emit(list(conversation_ids))
            self.list_bin()

        self._run(lambda: self._store.purge(conversation_ids), answer)

    def make_temporary(self) -> None:
        """Begin a chat that is in memory only; `temporary_made` follows."""
        now_s = self._clock()

        def answer(conversation: Conversation) -> None:
            self.temporary_made.emit(conversation.id)

        self._run(lambda: self._store.create_temporary(now_s), answer)

    # Inside

    def _change(self, call: Callable[[], None]) -> None:
        self._run(call, lambda _: self.changed.emit())

    def _change_folders(self, call: Callable[[], None]) -> None:
        self._run(call, lambda _: self._on_folders_changed())

    def _on_folders_changed(self) -> None:
        self.refresh()
        self.changed.emit()

    def _run(self, call: Callable[[], Any], on_done: Callable[[Any], None]) -> None:
        self._thread.run(call, on_done, self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        # The type only: the message of a foreign error may hold a title.
        log.error("the order of the chats could not be changed: %s", type(error).__name__)
        self.failed.emit(error)
