# SPDX-License-Identifier: Apache-2.0
"""Whole conversations read from the database and written into it, for export and import."""

import contextlib
import sqlite3
import threading
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import msgspec

from leeward.domain.conversation import Conversation, Message, MessageStatus
from leeward.domain.errors import StorageCorrupt
from leeward.domain.ids import ConversationId, FolderId, MessageId
from leeward.domain.whole_conversation import WholeConversation, WholeMessage
from leeward.storage.conversations import Conversations
from leeward.storage.database import Database, check_untouched, storable
from leeward.storage.folders import Folders
from leeward.storage.migrations import STEPS, version_of
from leeward.storage.profile import Profile, ProfileLock
from leeward.storage.sqlite_file import opened_untouched


class StoredConversations:
    """The conversations of one profile at one moment, for reading only; the window may go on writing."""

    def __init__(self, snapshot: "_Snapshot") -> None:
        self._path = snapshot.path
        self._conversations = Conversations(snapshot)
        self._folders: dict[FolderId | None, str] = {each.id: each.name for each in Folders(snapshot).all()}

    def all(self) -> list[Conversation]:
        """Return the conversations, newest first, without those in the bin."""
        return self._conversations.all()

    def whole(self, conversation: Conversation) -> WholeConversation:
        whole = _whole(conversation, self._conversations.messages(conversation.id), self._path)
        return replace(whole, folder=self._folders.get(conversation.folder_id, ""))


class _Snapshot(Database):
    """A database that is read through a connection of its own. Nothing is checked, made or migrated."""

    def __init__(self, path: Path, sql: sqlite3.Connection) -> None:
        self.path = path
        self._lock = threading.RLock()
        self._sql = sql


@contextlib.contextmanager
def opened_conversations(profile: Profile) -> Iterator[StoredConversations]:
    """Give the conversations of a profile that has a database.

    A database of an older Leeward is brought up to date first, which needs the profile for itself.

    Raises:
        StorageError: As when a Database is opened; ProfileInUse.
    """
    path = profile.database
    check_untouched(path, known_version=len(STEPS), must_check=False)
    with opened_untouched(path) as sql:
        is_old = version_of(sql) < len(STEPS)
    if is_old:
        with ProfileLock(profile), Database(path, backups=profile.backups):
            pass
    with opened_untouched(path) as sql:
        sql.execute("BEGIN")  # all is read as of one moment
        yield StoredConversations(_Snapshot(path, sql))


def add_whole(database: Database, whole: WholeConversation, *, is_dated: bool) -> ConversationId | None:
    """Add a conversation, all of it or nothing, and return its id; its place in the order is that of its date.

    Where the day it was begun is known (`is_dated`), one that is there already, as it is or with more messages behind,
    is not added again: None. A folder is that of its name; where there is none, it is made.
    """
    with database.transaction() as sql:
        if is_dated and _is_there(sql, database, whole):
            return None
        return _insert(sql, whole)


def settle_order(database: Database) -> None:
    """Give every conversation a place of its own in the order, after some were added by their date."""
    with database.transaction() as sql:
        rows = sql.execute("SELECT id FROM conversation ORDER BY ordinal, updated_at_s, id").fetchall()
        sql.executemany(
            "UPDATE conversation SET ordinal = ? WHERE id = ?",
            ((place, row_id) for place, (row_id,) in enumerate(rows, start=1)),
        )


def _whole(conversation: Conversation, messages: Mapping[MessageId, Message], path: Path) -> WholeConversation:
    """Return all but the folder, of which the conversation knows the id only."""
    places = {message_id: place for place, message_id in enumerate(messages)}
    try:
        return WholeConversation(
            title=conversation.title,
            messages=tuple(_whole_message(message, places) for message in messages.values()),
            leaf=None if conversation.leaf_id is None else places[conversation.leaf_id],
            created_at_s=conversation.created_at_s,
            updated_at_s=conversation.updated_at_s,
            draft=conversation.draft,
            is_pinned=conversation.is_pinned,
            is_archived=conversation.is_archived,
            tags=conversation.tags,
        )
    except (KeyError, ValueError) as error:  # rows that do not belong together
        raise StorageCorrupt(path, "a conversation is no tree") from error


def _whole_message(message: Message, places: Mapping[MessageId, int]) -> WholeMessage:
    return WholeMessage(
        parent=None if message.parent_id is None else places[message.parent_id],
        role=message.role,
        content=message.content,
        created_at_s=message.created_at_s,
        reasoning=message.reasoning,
        status=MessageStatus.INTERRUPTED if message.status is MessageStatus.PARTIAL else message.status,
        details=message.details,
    )


def _is_there(sql: sqlite3.Connection, database: Database, whole: WholeConversation) -> bool:
    rows = sql.execute(
        "SELECT id FROM conversation WHERE created_at_s = ? AND deleted_at_s IS NULL", (whole.created_at_s,)
    ).fetchall()
    conversations = Conversations(database)  # reads within the transaction that is open
    for (row_id,) in rows:
        there = _whole(conversations.get(row_id), conversations.messages(row_id), database.path)
        if there.messages[: len(whole.messages)] == whole.messages and (whole.messages or _is_same_blank(there, whole)):
            return True
    return False


def _is_same_blank(one: WholeConversation, other: WholeConversation) -> bool:
    """Whether two without a message say the same; where they lie in the list may have been changed since."""
    return (one.messages, one.title, one.draft, one.updated_at_s) == (
        other.messages, other.title, other.draft, other.updated_at_s
    )  # fmt: skip


def _insert(sql: sqlite3.Connection, whole: WholeConversation) -> ConversationId:
    # Behind what is newer. Places may be shared until `settle_order`; of those, the last one added is shown first.
    ordinal = sql.execute(
        "SELECT coalesce(max(ordinal), 0) FROM conversation WHERE updated_at_s <= ?", (whole.updated_at_s,)
    ).fetchone()[0]
    conversation_id = sql.execute(
        "INSERT INTO conversation (title, draft, created_at_s, updated_at_s, ordinal, "
        "folder_id, is_pinned, is_archived, tags) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            storable(whole.title),
            storable(whole.draft),
            whole.created_at_s,
            whole.updated_at_s,
            ordinal,
            _folder_id(sql, storable(whole.folder)) if whole.folder else None,
            whole.is_pinned,
            whole.is_archived,
            storable(" ".join(whole.tags)),
        ),
    ).lastrowid
    ids = _insert_messages(sql, conversation_id, whole)
    if whole.leaf is not None:
        sql.execute("UPDATE conversation SET leaf_id = ? WHERE id = ?", (ids[whole.leaf], conversation_id))
    return ConversationId(conversation_id or 0)


def _folder_id(sql: sqlite3.Connection, name: str) -> int | None:
    """Return the oldest folder of that name, or a new one."""
    (folder_id,) = sql.execute("SELECT min(id) FROM folder WHERE name = ?", (name,)).fetchone()
    return folder_id or sql.execute("INSERT INTO folder (name) VALUES (?)", (name,)).lastrowid


def _insert_messages(
    sql: sqlite3.Connection, conversation_id: int | None, whole: WholeConversation
) -> list[int | None]:
    """Write the messages and return their ids, in their order."""
    ids: list[int | None] = []
    for message in whole.messages:
        details = None if message.details is None else msgspec.json.encode(message.details).decode()
        ids.append(
            sql.execute(
                "INSERT INTO message (conversation_id, parent_id, role, status, created_at_s, details, reasoning, content) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    conversation_id,
                    None if message.parent is None else ids[message.parent],
                    message.role.value,
                    message.status.value,
                    message.created_at_s,
                    details,
                    storable(message.reasoning),
                    storable(message.content),
                ),
            ).lastrowid
        )
    return ids
