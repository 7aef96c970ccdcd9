# SPDX-License-Identifier: Apache-2.0
"""Chats for the window: storage calls on the storage thread, answers as signals with frozen values."""

import logging
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from leeward.bridge.message_tree import MessageTreeBridge
from leeward.domain.conversation import Conversation, Message, SearchHit, split_tags
from leeward.domain.errors import StorageFull, StorageLocked
from leeward.domain.ids import ConversationId, MessageId

if TYPE_CHECKING:
    from leeward.bridge.tasks import TaskThread
    from leeward.storage.conversations import Conversations

log = logging.getLogger(__name__)

_DRAFT_DELAY_MS = 500
_RETRY_DELAY_MS = 5_000
_MAX_HITS = 50


class ConversationsBridge(QObject):
    """Reads and changes chats without blocking the UI thread. Their order in the list is `organise`.

    A chat that has no message yet is the *blank* one: it only holds what was typed into a new chat. There is at most
    one that is used; it is made when there is something to keep.

    Attributes:
        tree: The same for the messages of a chat.

    Signals:
        listed(list[Conversation])             every chat that has messages, newest first; temporary ones before
        opened(ConversationId, list[Message])  the shown branch, oldest first
        deleted(ConversationId)
        restored(ConversationId)
        found(str, list[SearchHit])            the query, and what matches it; only for the newest query. A second time
                                               when more is found after the first
        failed(Exception)                      an AppError, or another exception when it is a bug
        recovered()                            drafts are saved again after `failed`
    """

    listed = Signal(object)
    opened = Signal(object, object)
    deleted = Signal(object)
    restored = Signal(object)
    found = Signal(str, object)
    failed = Signal(object)
    recovered = Signal()

    def __init__(
        self,
        conversations: "Conversations",
        thread: "TaskThread",
        clock: Callable[[], float] = time.time,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._conversations = conversations
        self._thread = thread
        self._clock = clock
        self.tree = MessageTreeBridge(conversations.tree, thread, clock, self)
        self._query = ""
        self._tags: frozenset[str] = frozenset()
        self._blank_id: ConversationId | None = None
        self._is_blank_wanted = False
        self._made_blank_id: ConversationId | None = None
        self._drafts: dict[ConversationId | None, str] = {}
        self._unsaved: set[ConversationId | None] = set()
        self._is_failing = False
        self._draft_timer = QTimer(self)
        self._draft_timer.setSingleShot(True)
        self._draft_timer.timeout.connect(self.save_drafts)

    @property
    def blank_id(self) -> ConversationId | None:
        """The chat without messages that holds what was typed into a new chat, when there is one."""
        return self._blank_id

    def refresh(self) -> None:
        """Read the list; `listed` follows."""
        self._run(self._conversations.listed, self._on_listed)

    def open(self, conversation_id: ConversationId, message_id: MessageId | None = None) -> None:
        """Read the shown branch; `opened` follows. With a message that is on another one, that is shown from now on."""

        def answer(messages: list[Message]) -> None:
            self.opened.emit(conversation_id, messages)

        if message_id is None:
            self._run(lambda: self._conversations.branch(conversation_id), answer)
        else:
            self._run(lambda: self._conversations.branch_with(conversation_id, message_id), answer)

    def rename(self, conversation_id: ConversationId, title: str) -> None:
        """Change the title; `listed` follows."""
        self._run(lambda: self._conversations.rename(conversation_id, title), lambda _: self.refresh())

    @Slot(object, str, str)
    def retitle(self, conversation_id: ConversationId, before: str, title: str) -> None:
        """Change the title unless it was changed since it was `before`; `listed` follows where it is."""

        def answer(is_changed: bool) -> None:  # noqa: FBT001  what storage returned
            if is_changed:
                self.refresh()

        self._run(lambda: self._conversations.retitle(conversation_id, before, title), answer)

    def delete(self, conversation_id: ConversationId) -> None:
        """Put a chat into the bin; `deleted` follows, and `restore` takes it back."""
        now_s = self._clock()
        self._run(
            lambda: self._conversations.delete(conversation_id, now_s),
            lambda _: self.deleted.emit(conversation_id),
        )

    def restore(self, conversation_id: ConversationId) -> None:
        """Take a chat out of the bin; `restored` and `listed` follow."""

        def answer(_: object) -> None:
            self.restored.emit(conversation_id)
            self.refresh()

        self._run(lambda: self._conversations.restore(conversation_id), answer)

    def search(self, query: str) -> None:
        """Look for `query` in all chats; `found` follows unless another query comes first. "#tag" narrows it."""
        self._query = query
        words, tags = split_tags(query, self._tags)

        def if_wanted(look: Callable[..., list[SearchHit]]) -> list[SearchHit] | None:
            return look(words, _MAX_HITS, tags) if query == self._query else None

        def answer_first(hits: list[SearchHit] | None) -> None:
            if hits and query == self._query:
                self.found.emit(query, hits)
            if hits is not None and len(hits) < _MAX_HITS:
                self._run(lambda: if_wanted(self._conversations.search), lambda all_hits: answer_all(hits, all_hits))

        def answer_all(first: list[SearchHit], hits: list[SearchHit] | None) -> None:
            if hits is not None and query == self._query and (hits != first or not hits):
                self.found.emit(query, hits)

        self._run(lambda: if_wanted(self._conversations.search_whole_words), answer_first)

    def draft(self, conversation_id: ConversationId | None) -> str:
        """Return what was typed and not sent; None is a new chat."""
        return self._drafts.get(conversation_id, "")

    def keep_draft(self, conversation_id: ConversationId | None, text: str) -> None:
        """Save what is typed within half a second; None is a new chat. Tried again by itself when the disk is full."""
        if conversation_id == self._blank_id:
            conversation_id = None
        if self._drafts.get(conversation_id, "") == text:
            return
        self._drafts[conversation_id] = text
        self._unsaved.add(conversation_id)
        if not self._draft_timer.isActive() or self._is_failing:
            self._draft_timer.start(_DRAFT_DELAY_MS)

    @Slot()
    def save_drafts(self) -> None:
        """Hand every unsaved draft to storage now."""
        self._draft_timer.stop()
        for conversation_id in tuple(self._unsaved):
            self._unsaved.discard(conversation_id)
            if conversation_id is None:
                self._save_blank_draft()
            else:
                self._save_draft(conversation_id, conversation_id)

    def _save_blank_draft(self) -> None:
        text = self._drafts.get(None, "")
        if self._blank_id is not None:
            self._save_draft(self._blank_id, None)
        elif text or self._is_blank_wanted:
            self._is_blank_wanted = True
            now_s = self._clock()
            # At the end of the program no event loop is left that could save after an answer to `create`.
            self._thread.run(lambda: self._keep_in_blank(text, now_s), self._on_blank_made, self._on_blank_failed)

    def _keep_in_blank(self, text: str, now_s: float) -> ConversationId:
        # Runs on the storage thread; nothing else touches `_made_blank_id`.
        if self._made_blank_id is None:
            self._made_blank_id = self._conversations.create(now_s).id
        self._conversations.save_draft(self._made_blank_id, text)
        return self._made_blank_id

    def _forget_made_blank(self) -> None:
        self._made_blank_id = None

    def _on_blank_made(self, blank_id: ConversationId) -> None:
        self._is_blank_wanted = False
        self._blank_id = blank_id
        self._on_draft_saved()

    def _on_blank_failed(self, error: Exception) -> None:
        self._is_blank_wanted = False
        self._on_draft_failed(None, error)

    def _save_draft(self, conversation_id: ConversationId, key: ConversationId | None) -> None:
        text = self._drafts.get(key, "")
        self._thread.run(
            lambda: self._conversations.save_draft(conversation_id, text),
            lambda _: self._on_draft_saved(),
            lambda error: self._on_draft_failed(key, error),
        )

    def _on_draft_saved(self) -> None:
        if self._is_failing and not self._unsaved:
            self._is_failing = False
            self.recovered.emit()

    def _on_draft_failed(self, key: ConversationId | None, error: Exception) -> None:
        is_first = not self._is_failing
        if isinstance(error, (StorageFull, StorageLocked)):
            self._is_failing = True
            self._unsaved.add(key)
            self._draft_timer.start(_RETRY_DELAY_MS)
        if is_first:
            self._on_failed(error)

    def _on_listed(self, conversations: list[Conversation]) -> None:
        blanks = [each for each in conversations if each.leaf_id is None and not each.is_temporary]
        if self._blank_id is None and blanks and not self._is_blank_wanted:
            self._adopt_blank(blanks[0])
        elif self._blank_id is not None and all(each.id != self._blank_id for each in blanks):
            self._give_up_blank(self._blank_id)
        listed = [each for each in conversations if each.leaf_id is not None or each.is_temporary]
        for each in listed:
            self._drafts.setdefault(each.id, each.draft)
        self._tags = frozenset(tag for each in listed for tag in each.tags)
        self.listed.emit(listed)

    def _adopt_blank(self, blank: Conversation) -> None:
        self._blank_id = blank.id
        self._drafts.setdefault(None, blank.draft)

    def _give_up_blank(self, blank_id: ConversationId) -> None:
        # It was sent: it is a chat like any other now, and what was typed since is its draft.
        self._blank_id = None
        self._thread.run(self._forget_made_blank, lambda _: None, self._on_failed)
        self._drafts[blank_id] = self._drafts.pop(None, "")
        if None in self._unsaved:
            self._unsaved.discard(None)
            self._unsaved.add(blank_id)

    def _run(self, call: Callable[[], Any], on_done: Callable[[Any], None]) -> None:
        self._thread.run(call, on_done, self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        # The type only: the message of a foreign error may hold what was typed.
        log.error("a chat could not be read or changed: %s", type(error).__name__)
        self.failed.emit(error)
