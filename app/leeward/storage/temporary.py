# SPDX-License-Identifier: Apache-2.0
"""Temporary chats: conversations that are in memory only, behind the interface of those that are kept."""

import functools
import inspect
import sqlite3
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from leeward.domain.conversation import FIRST_TEMPORARY_ID, Conversation, is_temporary
from leeward.domain.ids import ConversationId
from leeward.domain.message_tree import Deletion
from leeward.storage import search_text
from leeward.storage.conversations import Conversations
from leeward.storage.database import Database
from leeward.storage.message_tree import MessageTree
from leeward.storage.migrations import STEPS, migrate


class MemoryDatabase(Database):
    """A database that is never a file. Its ids begin where no kept conversation or message has one."""

    def __init__(self) -> None:  # not Database's own, which makes and checks the file
        self.path = Path(":memory:")
        self._lock = threading.RLock()
        self._sql = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        search_text.add_to(self._sql)
        migrate(self._sql, STEPS, before_change=lambda _version: None)
        self._sql.execute("PRAGMA foreign_keys = ON")
        self._sql.execute("PRAGMA temp_store = MEMORY")
        self._sql.executemany(
            "INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)",
            [("conversation", FIRST_TEMPORARY_ID), ("message", FIRST_TEMPORARY_ID)],
        )


class ConversationStore(Conversations):
    """The kept conversations and the temporary ones. To which of them a call goes, the id in it tells.

    What names no id (`create`, `all`, `search`, ...) is about the kept ones only, unless it is defined here. So whatever
    copies all conversations somewhere copies no temporary one. The caller closes.
    """

    def __init__(self, database: Database) -> None:
        super().__init__(database)
        self._memory = MemoryDatabase()
        self._temporary = Conversations(self._memory)

    @property
    def tree(self) -> MessageTree:
        return _Trees(self._database, self._memory)

    def create_temporary(self, now_s: float) -> Conversation:
        """Return an empty temporary conversation: the one there is, or a new one."""
        blank = next((each for each in self._temporary.all() if each.leaf_id is None), None)
        return blank or self._temporary.create(now_s)

    def listed(self) -> list[Conversation]:
        """Return the temporary conversations that hold something, then the kept ones; each newest first."""
        temporary = [each for each in self._temporary.all() if each.leaf_id is not None or each.draft]
        return temporary + self.all()

    def purge(self, conversation_ids: Sequence[ConversationId]) -> int:
        temporary = [each for each in conversation_ids if is_temporary(each)]
        kept = [each for each in conversation_ids if not is_temporary(each)]
        return (self._temporary.purge(temporary) if temporary else 0) + (super().purge(kept) if kept else 0)

    def close(self) -> None:
        """Let go of the temporary conversations."""
        self._memory.close()


class _Trees(MessageTree):
    """The trees of the kept conversations and of the temporary ones, told apart as in `ConversationStore`."""

    def __init__(self, database: Database, memory: Database) -> None:
        super().__init__(database)
        self._temporary = MessageTree(memory)

    def restore(self, deletion: Deletion) -> ConversationId:
        if is_temporary(deletion.conversation_id):
            return self._temporary.restore(deletion)
        return super().restore(deletion)


def by_id(method: Callable[..., Any]) -> bool:
    """Whether the first thing a method is given is the id of a conversation or of a message."""
    parameters = list(inspect.signature(method).parameters)
    return parameters[1:2] in (["conversation_id"], ["message_id"])


def route_by_id(target: type, base: type) -> None:
    """Give `target` every method of `base` that names an id first, so that temporary ids go to `target._temporary`."""

    def routed(method: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(method)
        def call(self: Any, first_id: int, *args: object, **named: object) -> Any:
            chosen = self._temporary if first_id >= FIRST_TEMPORARY_ID else self
            return method(chosen, first_id, *args, **named)

        return call

    for name, method in list(vars(base).items()):
        if inspect.isfunction(method) and not name.startswith("_") and by_id(method):
            setattr(target, name, routed(method))


route_by_id(ConversationStore, Conversations)
route_by_id(_Trees, MessageTree)
