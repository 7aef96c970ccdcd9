# SPDX-License-Identifier: Apache-2.0
"""Versions, edits, copies and deletions of messages for the window: storage calls on the storage thread."""

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from leeward.domain.generation import Role
from leeward.domain.ids import ConversationId, MessageId
from leeward.domain.message_tree import Deletion
from leeward.storage.message_tree import MessageTree

if TYPE_CHECKING:
    from leeward.bridge.tasks import TaskThread

log = logging.getLogger(__name__)


class MessageTreeBridge(QObject):
    """Changes which messages a conversation shows, without blocking the UI thread.

    Signals:
        versions_read(ConversationId, Versions)
        changed(ConversationId)               another branch of it is shown now
        deleted(Deletion)                     `restore` takes it back
        emptied(ConversationId)               nothing was deleted: no message would be left
        forked(ConversationId)                the new conversation
        headings_read(ConversationId, list[Heading])
        failed(Exception)                     nothing was changed
    """

    versions_read = Signal(object, object)
    changed = Signal(object)
    deleted = Signal(object)
    emptied = Signal(object)
    forked = Signal(object)
    headings_read = Signal(object, object)
    failed = Signal(object)

    def __init__(self, tree: MessageTree, thread: "TaskThread", clock: Callable[[], float], parent: QObject) -> None:
        super().__init__(parent)
        self._tree = tree
        self._thread = thread
        self._clock = clock

    def read_versions(self, conversation_id: ConversationId) -> None:
        self._run(
            lambda: self._tree.versions(conversation_id),
            lambda versions: self.versions_read.emit(conversation_id, versions),
        )

    def read_headings(self, conversation_id: ConversationId) -> None:
        """Read the first words of every message."""
        self._run(
            lambda: self._tree.headings(conversation_id),
            lambda headings: self.headings_read.emit(conversation_id, headings),
        )

    def show(self, conversation_id: ConversationId, message_id: MessageId) -> None:
        """Show the newest branch through a message."""
        self._change(conversation_id, lambda: self._tree.show(conversation_id, message_id))

    def edit(self, conversation_id: ConversationId, message_id: MessageId, text: str) -> None:
        """Show another version of a message; what follows it follows that, too."""
        now_s = self._clock()
        self._change(conversation_id, lambda: self._tree.edit(conversation_id, message_id, text, now_s))

    def insert(self, conversation_id: ConversationId, after_id: MessageId, role: Role, text: str) -> None:
        """Show a new message between this one and what follows it."""
        now_s = self._clock()
        self._change(conversation_id, lambda: self._tree.insert(conversation_id, after_id, role, text, now_s))

    def fork(self, conversation_id: ConversationId, message_id: MessageId) -> None:
        """Begin a conversation with copies of the messages up to this one."""
        now_s = self._clock()
        self._run(lambda: self._tree.fork(conversation_id, message_id, now_s), self.forked.emit)

    def delete(self, conversation_id: ConversationId, message_id: MessageId) -> None:
        """Put a message and all that follows it into the bin. Ends in `deleted` and `changed`, or in `emptied`."""
        now_s = self._clock()

        def answer(deletion: Deletion | None) -> None:
            if deletion is None:
                self.emptied.emit(conversation_id)
                return
            self.deleted.emit(deletion)
            self.changed.emit(conversation_id)

        self._run(lambda: self._tree.delete(conversation_id, message_id, now_s), answer)

    def restore(self, deletion: Deletion) -> None:
        """Take back a deletion. Ends in `changed`, or in `forked` where it came back as a conversation of its own."""

        def answer(conversation_id: ConversationId) -> None:
            is_back = conversation_id == deletion.conversation_id
            (self.changed if is_back else self.forked).emit(conversation_id)

        self._run(lambda: self._tree.restore(deletion), answer)

    def _change(self, conversation_id: ConversationId, call: Callable[[], object]) -> None:
        self._run(call, lambda _: self.changed.emit(conversation_id))

    def _run(self, call: Callable[[], Any], on_done: Callable[[Any], None]) -> None:
        self._thread.run(call, on_done, self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        # The type only: the message of a foreign error may hold what was typed.
        log.error("a message could not be changed: %s", type(error).__name__)
        self.failed.emit(error)
