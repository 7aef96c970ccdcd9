# SPDX-License-Identifier: Apache-2.0
"""Which rows of a damaged file are conversations and messages, and how they become a sound database again."""

import bisect
import sqlite3
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from leeward.domain.conversation import MessageStatus
from leeward.domain.generation import Role
from leeward.storage import pages
from leeward.storage.database import Database
from leeward.storage.pages import Row, Value

_ROLES: Final = frozenset(role.value for role in Role)
_N_FIRST_COLUMNS: Final = 7  # of a conversation, without its id, as schema 1 has them
_UNORDERED: Final = (None, 0, 0, "")  # what schema 2 adds: folder, pin, archive, tags
_STATUSES: Final = frozenset(status.value for status in MessageStatus)


@dataclass(slots=True)
class Rescued:
    """The rows by their ids, the columns in the order of the schema without the id. The shapes are checked."""

    conversations: dict[int, tuple[Value, ...]] = field(default_factory=dict)
    messages: dict[int, tuple[Value, ...]] = field(default_factory=dict)
    models: dict[int, tuple[Value, ...]] = field(default_factory=dict)
    folders: dict[int, tuple[Value, ...]] = field(default_factory=dict)


def read_rescued(database: Path) -> Rescued:
    """Find the rows that can still be read. To which table a row belongs is told by its shape."""
    rescued = Rescued()
    for row in pages.rows(database):
        if _is_message(row):
            rescued.messages[row.row_id] = row.values[1:]
        elif _is_conversation(row):
            # A row that was not written since schema 2 came ends before the columns of that.
            first, added = row.values[1 : _N_FIRST_COLUMNS + 1], row.values[_N_FIRST_COLUMNS + 1 :]
            rescued.conversations[row.row_id] = first + (added or _UNORDERED)
        elif _is_model(row):
            rescued.models[row.row_id] = row.values[1:]
        elif _is_folder(row):
            rescued.folders[row.row_id] = row.values[1:]
    return rescued


def write_rescued(rescued: Rescued, database: Database) -> None:
    """Fill an empty database. What pointed to a lost row is joined to what is left:

    a message without its conversation gets a new one, without its parent the message before it as the parent, a
    conversation without its leaf shows its newest message, and one without its folder lies in none.
    """
    by_conversation: dict[Value, list[int]] = {}  # lists in order of the ids
    for message_id, values in sorted(rescued.messages.items()):
        by_conversation.setdefault(values[0], []).append(message_id)
    with database.transaction() as sql:
        sql.execute("PRAGMA defer_foreign_keys = ON")  # conversations and messages point at each other
        sql.executemany(
            "INSERT INTO folder (id, name, is_open) VALUES (?, ?, ?)",
            [(folder_id, *values) for folder_id, values in sorted(rescued.folders.items())],
        )
        for conversation_id, (*first, folder_id, pin, archive, tags) in sorted(rescued.conversations.items()):
            values = (*first, folder_id if folder_id in rescued.folders else None, pin, archive, tags)
            _insert_conversation(sql, conversation_id, values, by_conversation.get(conversation_id, []))
        for lost_id, message_ids in by_conversation.items():
            if lost_id not in rescued.conversations:
                created_at_s = rescued.messages[message_ids[0]][4]
                values = ("", None, "", created_at_s, created_at_s, message_ids[-1], None, *_UNORDERED)
                _insert_conversation(sql, lost_id, values, message_ids)
        for message_id, values in sorted(rescued.messages.items()):
            _insert_message(sql, message_id, values, by_conversation[values[0]])
        sql.executemany(
            "INSERT OR IGNORE INTO known_model (id, path, name, last_used_s, ordinal) VALUES (?, ?, ?, ?, ?)",
            [(model_id, *values) for model_id, values in sorted(rescued.models.items())],
        )


def _insert_conversation(
    sql: sqlite3.Connection, conversation_id: Value, values: tuple[Value, ...], message_ids: list[int]
) -> None:
    title, leaf_id, *rest = values
    if leaf_id is None or not _holds(message_ids, leaf_id):
        leaf_id = message_ids[-1] if message_ids else None
    sql.execute(
        "INSERT INTO conversation "
        "(id, title, leaf_id, draft, created_at_s, updated_at_s, ordinal, deleted_at_s, "
        "folder_id, is_pinned, is_archived, tags) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (conversation_id, title, leaf_id, *rest),
    )


def _insert_message(sql: sqlite3.Connection, message_id: int, values: tuple[Value, ...], siblings: list[int]) -> None:
    conversation_id, parent_id, *rest = values
    if parent_id is not None and not _holds(siblings, parent_id):
        before = bisect.bisect_left(siblings, message_id)
        parent_id = siblings[before - 1] if before else None
    sql.execute(
        "INSERT INTO message "
        "(id, conversation_id, parent_id, role, status, created_at_s, details, reasoning, content) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (message_id, conversation_id, parent_id, *rest),
    )


def _is_conversation(row: Row) -> bool:
    match row.values:
        case (
            None,
            str(),
            None | int(),
            str(),
            int() | float(),
            int() | float(),
            int(),
            None | int() | float(),
            *added,
        ):
            return row.row_id > 0 and (not added or _is_order(tuple(added)))
    return False


def _is_order(values: tuple[Value, ...]) -> bool:
    match values:
        case (None | int(), 0 | 1, 0 | 1, str()):
            return True
    return False


def _is_folder(row: Row) -> bool:
    match row.values:
        case (None, str(), 0 | 1):
            return row.row_id > 0
    return False


def _is_message(row: Row) -> bool:
    match row.values:
        case (None, int(), parent_id, str(role), str(status), int() | float(), None | str(), str(), str()):
            is_tree = parent_id is None or (isinstance(parent_id, int) and parent_id < row.row_id)
            return row.row_id > 0 and is_tree and role in _ROLES and status in _STATUSES
    return False


def _is_model(row: Row) -> bool:
    match row.values:
        case (None, str() | bytes(), str(), int() | float(), int()):
            return row.row_id > 0
    return False


def _holds(sorted_ids: list[int], value: Value) -> bool:
    if not isinstance(value, int):
        return False
    index = bisect.bisect_left(sorted_ids, value)
    return index < len(sorted_ids) and sorted_ids[index] == value
