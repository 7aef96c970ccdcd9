# SPDX-License-Identifier: Apache-2.0
"""Conversations and their messages in the database."""

import contextlib
import logging
import operator
import sqlite3
from collections.abc import Sequence
from typing import Any, Final

import msgspec

from leeward.domain.conversation import Conversation, Message, MessageStatus, ReplyDetails, SearchHit
from leeward.domain.errors import StorageCorrupt
from leeward.domain.generation import Role
from leeward.domain.ids import ConversationId, FolderId, MessageId
from leeward.storage import search
from leeward.storage.database import Database, storable
from leeward.storage.message_tree import MessageTree

log = logging.getLogger(__name__)

BIN_KEEP_S: Final = 30 * 24 * 3600.0

_SELECT_CONVERSATION: Final = (
    "SELECT id, title, leaf_id, draft, created_at_s, updated_at_s, ordinal, deleted_at_s, "
    "folder_id, is_pinned, is_archived, tags FROM conversation"
)
_MESSAGE_COLUMNS: Final = (
    "message.id, message.conversation_id, message.parent_id, role, status, content, reasoning, created_at_s, details"
)
_SELECT_MESSAGE: Final = f"SELECT {_MESSAGE_COLUMNS} FROM message"  # noqa: S608 - a constant

# The recursion walks over ids only; parent_id < id ends it even in a damaged file.
_SELECT_BRANCH: Final = f"""
    WITH RECURSIVE path (id, parent_id) AS (
        SELECT message.id, message.parent_id
        FROM conversation JOIN message ON message.id = conversation.leaf_id WHERE conversation.id = ?
        UNION ALL
        SELECT message.id, message.parent_id FROM path JOIN message ON message.id = path.parent_id
        WHERE message.id < path.id
    )
    SELECT {_MESSAGE_COLUMNS} FROM path JOIN message ON message.id = path.id
"""  # noqa: S608 - a constant


class Conversations:
    """All conversations of one profile. Blocking; may be called from any thread. What is returned is committed.

    Every method may raise a StorageError; then nothing of it was kept. An id that does not exist is a KeyError.
    Times are Unix seconds and only shown: order goes by ids and ordinals, whatever the clock does.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    @property
    def tree(self) -> MessageTree:
        """What is done to messages besides writing on."""
        return MessageTree(self._database)

    # --- conversations ---

    def create(self, now_s: float) -> Conversation:
        """Begin an empty conversation, at the top of the order."""
        with self._database.transaction() as sql:
            row_id = sql.execute(
                "INSERT INTO conversation (created_at_s, updated_at_s, ordinal) VALUES (?, ?, ?)",
                (now_s, now_s, _next_ordinal(sql)),
            ).lastrowid
            return _get(sql, ConversationId(row_id or 0))

    def all(self, *, deleted: bool = False) -> list[Conversation]:
        """Return the conversations, newest first; with `deleted` those in the bin instead."""
        query = _SELECT_CONVERSATION + " WHERE (deleted_at_s IS NOT NULL) = ? ORDER BY ordinal DESC"
        with self._database.reading() as sql:
            rows = sql.execute(query, (deleted,)).fetchall()
        return [_conversation_of(row) for row in rows]

    def listed(self) -> list[Conversation]:
        """Return what the window lists: everything outside the bin, newest first."""
        return self.all()

    def get(self, conversation_id: ConversationId) -> Conversation:
        with self._database.reading() as sql:
            return _get(sql, conversation_id)

    def rename(self, conversation_id: ConversationId, title: str) -> None:
        self._set(conversation_id, "title", storable(title))

    def retitle(self, conversation_id: ConversationId, before: str, title: str) -> bool:
        """Change the title if it is still `before`; return whether it was."""
        with self._database.transaction() as sql:
            changed = sql.execute(
                "UPDATE conversation SET title = ? WHERE id = ? AND title = ?",
                (storable(title), conversation_id, storable(before)),
            ).rowcount
        return bool(changed)

    def save_draft(self, conversation_id: ConversationId, text: str) -> None:
        """Keep what is typed and not sent."""
        self._set(conversation_id, "draft", storable(text))

    def set_leaf(self, conversation_id: ConversationId, message_id: MessageId | None) -> None:
        """Show the branch that ends at `message_id` (None: before the first message)."""
        self._set(conversation_id, "leaf_id", message_id)

    def delete(self, conversation_id: ConversationId, now_s: float) -> None:
        """Move a conversation to the bin."""
        self._set(conversation_id, "deleted_at_s", now_s)

    def restore(self, conversation_id: ConversationId) -> None:
        """Take a conversation out of the bin."""
        self._set(conversation_id, "deleted_at_s", None)

    def purge_bin(self, now_s: float, keep_s: float = BIN_KEEP_S) -> int:
        """Delete for good what was put in the bin more than `keep_s` before `now_s`; return how many conversations."""
        with self._database.transaction() as sql:
            rows = sql.execute("SELECT id FROM conversation WHERE deleted_at_s < ?", (now_s - keep_s,)).fetchall()
            _purge(sql, rows)
        return len(rows)

    def purge(self, conversation_ids: Sequence[ConversationId]) -> int:
        """Delete these for good, as far as they are in the bin; return how many."""
        with self._database.transaction() as sql:
            rows = [
                (conversation_id,)
                for conversation_id in conversation_ids
                if sql.execute(
                    "SELECT 1 FROM conversation WHERE id = ? AND deleted_at_s IS NOT NULL", (conversation_id,)
                ).fetchone()
            ]
            _purge(sql, rows)
        return len(rows)

    # --- order in the list ---

    def set_pinned(self, conversation_id: ConversationId, *, is_pinned: bool) -> None:
        self._set(conversation_id, "is_pinned", is_pinned)

    def set_archived(self, conversation_id: ConversationId, *, is_archived: bool) -> None:
        self._set(conversation_id, "is_archived", is_archived)

    def set_tags(self, conversation_id: ConversationId, tags: Sequence[str]) -> None:
        self._set(conversation_id, "tags", storable(" ".join(tags)))

    def move(self, conversation_id: ConversationId, folder_id: FolderId | None) -> None:
        """Put a conversation into a folder; None takes it out of any."""
        self._set(conversation_id, "folder_id", folder_id)

    # --- messages ---

    def message(self, message_id: MessageId) -> Message:
        with self._database.reading() as sql:
            return self._message(sql, message_id)

    def messages(self, conversation_id: ConversationId) -> dict[MessageId, Message]:
        """Return all versions of all messages, oldest first."""
        with self._database.reading() as sql:
            rows = sql.execute(
                _SELECT_MESSAGE + " WHERE conversation_id = ? ORDER BY id", (conversation_id,)
            ).fetchall()
        messages = self._messages(rows)
        return {message.id: message for message in messages}

    def branch(self, conversation_id: ConversationId) -> list[Message]:
        """Return the messages from the root to the current leaf, oldest first."""
        with self._database.reading() as sql:
            rows = sql.execute(_SELECT_BRANCH, (conversation_id,)).fetchall()
        rows.sort(key=operator.itemgetter(0))  # here and not in SQL, which would copy every text through its sorter
        return self._messages(rows)

    def branch_with(self, conversation_id: ConversationId, message_id: MessageId) -> list[Message]:
        """Return the shown branch; when `message_id` is not on it, its own one is the shown branch from now on."""
        branch = self.branch(conversation_id)
        if any(message.id == message_id for message in branch):
            return branch
        with contextlib.suppress(KeyError):  # of another conversation, or purged
            self.tree.show(conversation_id, message_id)
        return self.branch(conversation_id)

    def add_message(
        self, conversation_id: ConversationId, parent_id: MessageId | None, role: Role, content: str, now_s: float
    ) -> Message:
        """Add a finished message, which becomes the leaf. A user's message clears the draft it came from."""
        with self._database.transaction() as sql:
            message = self._add(sql, conversation_id, parent_id, (role, MessageStatus.COMPLETE, content), now_s)
            if role is Role.USER:
                sql.execute("UPDATE conversation SET draft = '' WHERE id = ?", (conversation_id,))
        return message

    def begin_reply(self, conversation_id: ConversationId, parent_id: MessageId | None, now_s: float) -> Message:
        """Add an empty reply in the state PARTIAL, which becomes the leaf."""
        with self._database.transaction() as sql:
            return self._add(sql, conversation_id, parent_id, (Role.ASSISTANT, MessageStatus.PARTIAL, ""), now_s)

    def resume_reply(self, message_id: MessageId) -> None:
        """Make a finished reply PARTIAL again, so that more can be written to its end."""
        with self._database.transaction() as sql:
            sql.execute("UPDATE message SET status = 'partial' WHERE id = ?", (message_id,))

    def checkpoint_reply(self, message_id: MessageId, content: str, reasoning: str) -> None:
        """Keep what a reply says so far. Too late, after it was finished or purged: without effect."""
        with self._database.transaction() as sql:
            sql.execute(
                "UPDATE message SET content = ?, reasoning = ? WHERE id = ? AND status = 'partial'",
                (storable(content), storable(reasoning), message_id),
            )

    def finish_reply(
        self, message_id: MessageId, status: MessageStatus, content: str, reasoning: str, details: ReplyDetails | None
    ) -> Message:
        """End a reply as COMPLETE or INTERRUPTED and return it as it is kept.

        A reply ends once: one that is finished already stays as it is and is returned.
        """
        if status is MessageStatus.PARTIAL:
            raise ValueError("a finished reply cannot be partial")
        encoded = None if details is None else msgspec.json.encode(details).decode()
        with self._database.transaction() as sql:
            sql.execute(
                "UPDATE message SET status = ?, content = ?, reasoning = ?, details = ? "
                "WHERE id = ? AND status = 'partial'",
                (status.value, storable(content), storable(reasoning), encoded, message_id),
            )
            return self._message(sql, message_id)

    def interrupt_unfinished(self) -> int:
        """Mark replies that the end of the program cut off; return how many. Call at start, before any reply begins."""
        with self._database.transaction() as sql:
            return sql.execute("UPDATE message SET status = 'interrupted' WHERE status = 'partial'").rowcount

    # --- search ---

    def search(self, query: str, limit: int = 50, tags: Sequence[str] = ()) -> list[SearchHit]:
        """Return the conversations whose messages or title hold every word of `query`: see `search.hits`."""
        with self._database.reading() as sql:
            return search.hits(sql, search.Wanted(query, limit, tuple(tags)))

    def search_whole_words(self, query: str, limit: int = 50, tags: Sequence[str] = ()) -> list[SearchHit]:
        """Return the beginning of what `search` returns, at once."""
        with self._database.reading() as sql:
            return search.whole_word_hits(sql, search.Wanted(query, limit, tuple(tags)))

    # --- inside ---

    def _set(self, conversation_id: ConversationId, column: str, value: str | float | None) -> None:
        with self._database.transaction() as sql:
            changed = sql.execute(
                f"UPDATE conversation SET {column} = ? WHERE id = ?",  # noqa: S608 - column is one of ours
                (value, conversation_id),
            ).rowcount
            if not changed:
                raise KeyError(conversation_id)

    def _add(
        self,
        sql: sqlite3.Connection,
        conversation_id: ConversationId,
        parent_id: MessageId | None,
        parts: tuple[Role, MessageStatus, str],
        now_s: float,
    ) -> Message:
        role, status, content = parts
        ordinal = _next_ordinal(sql)
        message_id = MessageId(
            sql.execute(
                "INSERT INTO message (conversation_id, parent_id, role, status, created_at_s, content) "
                "VALUES (?, ?, ?, ?, ?, ?)",
                (conversation_id, parent_id, role.value, status.value, now_s, storable(content)),
            ).lastrowid
            or 0
        )
        sql.execute(
            "UPDATE conversation SET leaf_id = ?, updated_at_s = ?, ordinal = ? WHERE id = ?",
            (message_id, now_s, ordinal, conversation_id),
        )
        return self._message(sql, message_id)

    def _message(self, sql: sqlite3.Connection, message_id: MessageId) -> Message:
        row = sql.execute(_SELECT_MESSAGE + " WHERE id = ?", (message_id,)).fetchone()
        if row is None:
            raise KeyError(message_id)
        return self._messages([row])[0]

    def _messages(self, rows: list[tuple[Any, ...]]) -> list[Message]:
        try:
            return [_message_of(row) for row in rows]
        except ValueError as error:  # a role or status that nobody wrote
            raise StorageCorrupt(self._database.path, str(error)) from error


def _next_ordinal(sql: sqlite3.Connection) -> int:
    ordinal: int = sql.execute("SELECT coalesce(max(ordinal), 0) + 1 FROM conversation").fetchone()[0]
    return ordinal


def _get(sql: sqlite3.Connection, conversation_id: ConversationId) -> Conversation:
    row = sql.execute(_SELECT_CONVERSATION + " WHERE id = ?", (conversation_id,)).fetchone()
    if row is None:
        raise KeyError(conversation_id)
    return _conversation_of(row)


def _conversation_of(row: tuple[Any, ...]) -> Conversation:
    values: tuple[Any, ...] = (*row[:9], bool(row[9]), bool(row[10]), tuple(row[11].split()))
    return Conversation(*values)


def _purge(sql: sqlite3.Connection, rows: Sequence[tuple[ConversationId]]) -> None:
    # One statement each, because parents and children are checked against each other at its end.
    sql.executemany("UPDATE conversation SET leaf_id = NULL WHERE id = ?", rows)
    sql.executemany("DELETE FROM message WHERE conversation_id = ?", rows)
    sql.executemany("DELETE FROM conversation WHERE id = ?", rows)
    if rows:  # the indexes only mark what was deleted; this drops its words
        sql.execute("INSERT INTO message_search (message_search) VALUES ('optimize')")
        sql.execute("INSERT INTO title_search (title_search) VALUES ('optimize')")


def _message_of(row: tuple[Any, ...]) -> Message:
    message_id, conversation_id, parent_id, role, status, content, reasoning, created_at_s, details = row
    return Message(
        id=message_id,
        conversation_id=conversation_id,
        parent_id=parent_id,
        role=Role(role),
        status=MessageStatus(status),
        content=content,
        reasoning=reasoning,
        created_at_s=created_at_s,
        details=None if details is None else _details(details),
    )


def _details(encoded: str) -> ReplyDetails | None:
    try:
        return msgspec.json.decode(encoded, type=ReplyDetails)
    except msgspec.DecodeError as error:  # its words may quote what stands there: not for the log
        log.warning("the details of a reply cannot be read (%s)", type(error).__name__)
    return None
