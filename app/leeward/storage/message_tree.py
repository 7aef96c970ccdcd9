# SPDX-License-Identifier: Apache-2.0
"""What is done to the tree of a conversation besides writing on at its leaf. No text is ever overwritten or lost by it."""

import sqlite3
from collections.abc import Sequence
from typing import Final

import msgspec

from leeward.domain.conversation import ReplyDetails
from leeward.domain.errors import StorageCorrupt
from leeward.domain.generation import Role
from leeward.domain.ids import ConversationId, MessageId
from leeward.domain.message_tree import Deletion, Heading, Versions
from leeward.storage.database import Database, storable

_HEADING_CHARACTERS: Final = 200

# Both walk over ids only; parent_id < id ends them even in a damaged file.
_SELECT_BELOW: Final = """
    WITH RECURSIVE below (id) AS (
        SELECT id FROM message WHERE conversation_id = :conversation AND id = :message
        UNION ALL
        SELECT message.id FROM below JOIN message ON conversation_id = :conversation AND parent_id = below.id
        WHERE message.id > below.id
    )
    SELECT id FROM below
"""
_SELECT_PATH: Final = """
    WITH RECURSIVE path (id, parent_id) AS (
        SELECT id, parent_id FROM message WHERE conversation_id = :conversation AND id = :message
        UNION ALL
        SELECT message.id, message.parent_id FROM path JOIN message ON message.id = path.parent_id
        WHERE message.id < path.id
    )
    SELECT id FROM path ORDER BY id
"""


class MessageTree:
    """The trees of all conversations. Blocking; may be called from any thread. What is returned is committed.

    Every method may raise a StorageError; then nothing of it was done. An id that does not exist is a KeyError.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def versions(self, conversation_id: ConversationId) -> Versions:
        """Return which messages have others beside them."""
        query = "SELECT group_concat(id) FROM message WHERE conversation_id = ? GROUP BY parent_id HAVING count(*) > 1"
        with self._database.reading() as sql:
            rows = sql.execute(query, (conversation_id,)).fetchall()
        groups = (tuple(sorted(MessageId(int(each)) for each in ids.split(","))) for (ids,) in rows)
        return {message_id: group for group in groups for message_id in group}

    def headings(self, conversation_id: ConversationId) -> list[Heading]:
        """Return the first words of every message, oldest first."""
        query = (
            f"SELECT id, parent_id, role, substr(content, 1, {_HEADING_CHARACTERS}) "  # noqa: S608 - a constant
            "FROM message WHERE conversation_id = ? ORDER BY id"
        )
        with self._database.reading() as sql:
            rows = sql.execute(query, (conversation_id,)).fetchall()
        try:
            return [
                Heading(message_id, parent_id, Role(role), " ".join(text.split()))
                for message_id, parent_id, role, text in rows
            ]
        except ValueError as error:  # a role that nobody wrote
            raise StorageCorrupt(self._database.path, str(error)) from error

    def show(self, conversation_id: ConversationId, message_id: MessageId) -> None:
        """Show the newest branch through a message."""
        with self._database.transaction() as sql:
            _set_leaf(sql, conversation_id, _below(sql, conversation_id, message_id)[-1])

    def edit(self, conversation_id: ConversationId, message_id: MessageId, content: str, now_s: float) -> MessageId:
        """Show another version of a message, with copies of what follows it; the old ones stay. Return its id."""
        with self._database.transaction() as sql:
            parent_id, role, details = _get(sql, conversation_id, message_id)
            is_answer = role == Role.ASSISTANT
            new_id = _insert(
                sql, (conversation_id, parent_id, role, now_s, _edited(details) if is_answer else None, content)
            )
            tail = _tail(sql, conversation_id, message_id)
            _set_leaf(sql, conversation_id, _copy(sql, tail, conversation_id, new_id))
        return new_id

    def insert(
        self, conversation_id: ConversationId, after_id: MessageId, role: Role, content: str, now_s: float
    ) -> MessageId:
        """Show a new message after another one, with copies of what followed that. Return its id."""
        with self._database.transaction() as sql:
            _get(sql, conversation_id, after_id)
            details = _edited(None) if role is Role.ASSISTANT else None
            new_id = _insert(sql, (conversation_id, after_id, role.value, now_s, details, content))
            tail = _tail(sql, conversation_id, after_id)
            _set_leaf(sql, conversation_id, _copy(sql, tail, conversation_id, new_id))
        return new_id

    def fork(self, conversation_id: ConversationId, message_id: MessageId, now_s: float) -> ConversationId:
        """Begin a conversation with copies of the messages up to this one, in the same folder and with the same tags."""
        with self._database.transaction() as sql:
            path = _path(sql, conversation_id, message_id)
            title = _title(sql, conversation_id)
            forked_id = _new_conversation(sql, f"{title} (branch)" if title else "", now_s)
            sql.execute(
                "UPDATE conversation SET (folder_id, tags) = (SELECT folder_id, tags FROM conversation WHERE id = ?) "
                "WHERE id = ?",
                (conversation_id, forked_id),
            )
            _set_leaf(sql, forked_id, _copy(sql, path, forked_id, None))
        return forked_id

    def delete(self, conversation_id: ConversationId, message_id: MessageId, now_s: float) -> Deletion | None:
        """Move a message and all that follows it into the bin, and show the version beside it or what came before.

        Returns None, and does nothing, when no message of the user or the model would be left.
        """
        with self._database.transaction() as sql:
            parent_id, _, _ = _get(sql, conversation_id, message_id)
            if parent_id is not None and _get(sql, conversation_id, parent_id)[1] == Role.SYSTEM:
                above_id, _, _ = _get(sql, conversation_id, parent_id)
                if _beside(sql, conversation_id, message_id, parent_id) is None:
                    message_id, parent_id = parent_id, above_id  # a system prompt alone is no branch
            before = sql.execute("SELECT leaf_id FROM conversation WHERE id = ?", (conversation_id,)).fetchone()[0]
            shown = _beside(sql, conversation_id, message_id, parent_id)
            if shown is not None:
                leaf_id = _below(sql, conversation_id, shown)[-1]
            elif parent_id is None:
                return None
            else:
                leaf_id = parent_id
            taken = _below(sql, conversation_id, message_id)
            title = _title(sql, conversation_id)
            bin_id = _new_conversation(sql, f"{title} (deleted part)" if title else "", now_s)
            sql.execute("UPDATE conversation SET deleted_at_s = ? WHERE id = ?", (now_s, bin_id))
            _set_leaf(sql, conversation_id, leaf_id)
            _move(sql, conversation_id, bin_id, (message_id, None))
            _set_leaf(sql, bin_id, taken[-1])
        return Deletion(conversation_id, bin_id, message_id, parent_id, before)

    def restore(self, deletion: Deletion) -> ConversationId:
        """Take back a deletion; return the conversation that holds the messages then.

        That is one of its own when what they followed is not there any more.
        """
        with self._database.transaction() as sql:
            if sql.execute("SELECT 1 FROM conversation WHERE id = ?", (deletion.bin_id,)).fetchone() is None:
                raise KeyError(deletion.bin_id)  # the bin was emptied
            parent = sql.execute(
                "SELECT 1 FROM message WHERE conversation_id = ? AND id = ?",
                (deletion.conversation_id, deletion.parent_id),
            ).fetchone()
            if parent is None and deletion.parent_id is not None:
                sql.execute("UPDATE conversation SET deleted_at_s = NULL WHERE id = ?", (deletion.bin_id,))
                return deletion.bin_id
            sql.execute("UPDATE conversation SET leaf_id = NULL WHERE id = ?", (deletion.bin_id,))
            _move(sql, deletion.bin_id, deletion.conversation_id, (deletion.message_id, deletion.parent_id))
            sql.execute("DELETE FROM conversation WHERE id = ?", (deletion.bin_id,))
            _set_leaf(sql, deletion.conversation_id, deletion.leaf_id)
        return deletion.conversation_id


def _get(
    sql: sqlite3.Connection, conversation_id: ConversationId, message_id: MessageId
) -> tuple[MessageId | None, str, str | None]:
    row: tuple[MessageId | None, str, str | None] | None = sql.execute(
        "SELECT parent_id, role, details FROM message WHERE conversation_id = ? AND id = ?",
        (conversation_id, message_id),
    ).fetchone()
    if row is None:
        raise KeyError(message_id)
    return row


def _title(sql: sqlite3.Connection, conversation_id: ConversationId) -> str:
    title: str = sql.execute("SELECT title FROM conversation WHERE id = ?", (conversation_id,)).fetchone()[0]
    return title


def _ids(
    sql: sqlite3.Connection, query: str, conversation_id: ConversationId, message_id: MessageId
) -> list[MessageId]:
    rows = sql.execute(query, {"conversation": conversation_id, "message": message_id}).fetchall()
    if not rows:
        raise KeyError(message_id)
    return sorted(row[0] for row in rows)


def _below(sql: sqlite3.Connection, conversation_id: ConversationId, message_id: MessageId) -> list[MessageId]:
    """Return the message and all that follow it; the newest, which is the last, is a leaf."""
    return _ids(sql, _SELECT_BELOW, conversation_id, message_id)


def _path(sql: sqlite3.Connection, conversation_id: ConversationId, message_id: MessageId) -> list[MessageId]:
    """Return the messages from the first to this one."""
    return _ids(sql, _SELECT_PATH, conversation_id, message_id)


def _tail(sql: sqlite3.Connection, conversation_id: ConversationId, message_id: MessageId) -> list[MessageId]:
    """Return what follows the message on the branch that is shown."""
    leaf_id = sql.execute("SELECT leaf_id FROM conversation WHERE id = ?", (conversation_id,)).fetchone()[0]
    path = _path(sql, conversation_id, leaf_id) if leaf_id is not None else []
    return path[path.index(message_id) + 1 :] if message_id in path else []


def _beside(
    sql: sqlite3.Connection, conversation_id: ConversationId, message_id: MessageId, parent_id: MessageId | None
) -> MessageId | None:
    """Return the version before the message, else the one after it."""
    rows = sql.execute(
        "SELECT id FROM message WHERE conversation_id = ? AND parent_id IS ? AND id <> ? ORDER BY id",
        (conversation_id, parent_id, message_id),
    ).fetchall()
    others: list[MessageId] = [row[0] for row in rows]
    return next((each for each in reversed(others) if each < message_id), others[0] if others else None)


def _set_leaf(sql: sqlite3.Connection, conversation_id: ConversationId, leaf_id: MessageId | None) -> None:
    sql.execute("UPDATE conversation SET leaf_id = ? WHERE id = ?", (leaf_id, conversation_id))


def _new_conversation(sql: sqlite3.Connection, title: str, now_s: float) -> ConversationId:
    query = (
        "INSERT INTO conversation (title, created_at_s, updated_at_s, ordinal) "
        "SELECT ?, ?, ?, coalesce(max(ordinal), 0) + 1 FROM conversation"
    )
    return ConversationId(sql.execute(query, (title, now_s, now_s)).lastrowid or 0)


def _insert(
    sql: sqlite3.Connection, row: tuple[ConversationId, MessageId | None, str, float, str | None, str]
) -> MessageId:
    *others, content = row
    query = (
        "INSERT INTO message (conversation_id, parent_id, role, status, created_at_s, details, content) "
        "VALUES (?, ?, ?, 'complete', ?, ?, ?)"
    )
    return MessageId(sql.execute(query, (*others, storable(content))).lastrowid or 0)


def _copy(
    sql: sqlite3.Connection,
    message_ids: Sequence[MessageId],
    conversation_id: ConversationId,
    parent_id: MessageId | None,
) -> MessageId | None:
    """Copy messages in a row below `parent_id`; return the last copy, or `parent_id`."""
    query = (
        "INSERT INTO message (conversation_id, parent_id, role, status, created_at_s, details, reasoning, content) "
        "SELECT ?, ?, role, CASE status WHEN 'partial' THEN 'interrupted' ELSE status END, "
        "created_at_s, details, reasoning, content FROM message WHERE id = ?"
    )
    for message_id in message_ids:
        parent_id = MessageId(sql.execute(query, (conversation_id, parent_id, message_id)).lastrowid or 0)
    return parent_id


def _move(
    sql: sqlite3.Connection,
    source: ConversationId,
    target: ConversationId,
    top: tuple[MessageId, MessageId | None],
) -> None:
    """Give a message and all that follow it to another conversation; `top`: the first one, and what it is to follow."""
    message_id, parent_id = top
    # One statement: parents and children are checked against each other at its end.
    sql.execute(
        f"UPDATE message SET conversation_id = :target, "  # noqa: S608 - a constant
        f"parent_id = CASE id WHEN :message THEN :parent ELSE parent_id END WHERE id IN ({_SELECT_BELOW})",
        {"target": target, "conversation": source, "message": message_id, "parent": parent_id},
    )


def _edited(details: str | None) -> str:
    """Return the details of an answer that the user wrote, or changed; who made it first is kept."""
    try:
        before = msgspec.json.decode(details, type=ReplyDetails) if details else ReplyDetails()
    except msgspec.DecodeError:
        before = ReplyDetails()
    edited = ReplyDetails(
        receipt=before.receipt,
        model_name=before.model_name,
        is_edited=True,
        n_seen=before.n_seen,
        is_summary=before.is_summary,
    )
    return msgspec.json.encode(edited).decode()
