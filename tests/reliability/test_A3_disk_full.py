# SPDX-License-Identifier: Apache-2.0
"""A3: the disk is full at every write of a session (the part of the store)."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from leeward.domain.conversation import Conversation, Message, MessageStatus
from leeward.domain.errors import StorageFull
from leeward.domain.generation import Role
from leeward.storage.conversations import Conversations
from leeward.storage.database import Database

N_TURNS = 10  # 20 messages
TEXT = "Some words, far more than one page of the file holds. " * 200
NO_LIMIT = 2**30


class Disk:
    """Leaves room for a number of pages; SQLite then fails as it does on a full disk."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def leave_pages(self, n_pages: int) -> None:
        with self._database.reading() as sql:
            size = sql.execute("PRAGMA page_count").fetchone()[0]
            sql.execute(f"PRAGMA max_page_count = {size + n_pages}")


def everything(conversations: Conversations) -> list[tuple[Conversation, dict[int, Message]]]:
    return [(conversation, conversations.messages(conversation.id)) for conversation in conversations.all()]


class Writer:
    """Does each write again with room for 0, 1, 2, ... pages until it goes through, as a user who frees some space."""

    def __init__(self, database: Database) -> None:
        self.conversations = Conversations(database)
        self.n_faults = 0
        self._path = database.path
        self._disk = Disk(database)

    def write(self, operation: Callable[..., Any], *arguments: object) -> Any:
        before = everything(self.conversations)
        for n_pages in range(100):
            self._disk.leave_pages(n_pages)
            try:
                kept = operation(*arguments)
            except StorageFull as error:
                failed_path = error.path
            else:
                self._disk.leave_pages(NO_LIMIT)
                return kept
            self.n_faults += 1
            assert failed_path == self._path
            assert everything(self.conversations) == before  # and reading works
        pytest.fail("100 free pages are not enough for one write")


def test_A3_a_full_disk_at_any_write_keeps_all_or_nothing(tmp_path: Path) -> None:
    with Database(tmp_path / "chats.db") as database:
        writer = Writer(database)
        session(writer)
        last = everything(writer.conversations)
    with Database(tmp_path / "chats.db") as database:
        assert everything(Conversations(database)) == last
        with database.reading() as sql:
            assert sql.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    [(conversation, messages)] = last
    assert conversation.draft == ""
    assert [message.content for message in messages.values()] == [
        text for turn in range(N_TURNS) for text in (f"{turn} {TEXT}", f"{turn} {TEXT}{TEXT}")
    ]
    assert writer.n_faults >= 60


def session(writer: Writer) -> None:
    store, write = writer.conversations, writer.write
    conversation_id = store.create(1.0).id
    parent_id = None
    for turn in range(N_TURNS):
        typed = f"{turn} {TEXT}"
        write(store.save_draft, conversation_id, typed)
        assert store.get(conversation_id).draft == typed
        question = write(store.add_message, conversation_id, parent_id, Role.USER, typed, 2.0)
        reply = write(store.begin_reply, conversation_id, question.id, 3.0)
        for length in (2000, 8000, len(typed)):
            write(store.checkpoint_reply, reply.id, typed[:length], "")
        parent_id = write(store.finish_reply, reply.id, MessageStatus.COMPLETE, typed + TEXT, "", None).id
