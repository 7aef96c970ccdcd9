# SPDX-License-Identifier: Apache-2.0
"""The schema of the database as numbered steps. A released step is never edited: a change is a new step.

Only what SQLite 3.31 knows is used (Ubuntu 20.04, JetPack 5): no STRICT tables, no RETURNING.
"""

import re
import sqlite3
from collections.abc import Callable, Sequence

Step = tuple[str, ...]
"""The statements that lead from one version to the next."""

APPLICATION_ID = 0x4C656577
"""`PRAGMA application_id` of our files ("Leew"), so that another program's database is not taken for ours."""

_SCHEMA_1: Step = (
    # AUTOINCREMENT: an id is never given twice, so a late write to a purged message cannot hit another one.
    """
    CREATE TABLE conversation (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        title TEXT NOT NULL DEFAULT '' CHECK (typeof(title) = 'text'),
        leaf_id INTEGER,
        draft TEXT NOT NULL DEFAULT '' CHECK (typeof(draft) = 'text'),
        created_at_s REAL NOT NULL,
        updated_at_s REAL NOT NULL,
        ordinal INTEGER NOT NULL,
        deleted_at_s REAL,
        FOREIGN KEY (id, leaf_id) REFERENCES message (conversation_id, id)
    )
    """,
    "CREATE INDEX conversation_by_ordinal ON conversation (ordinal)",
    # The long columns come last: what walks the tree or groups hits need not read over them.
    # parent_id < id: a damaged or foreign file cannot hold a circle.
    """
    CREATE TABLE message (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        conversation_id INTEGER NOT NULL REFERENCES conversation (id),
        parent_id INTEGER CHECK (parent_id < id),
        role TEXT NOT NULL CHECK (typeof(role) = 'text'),
        status TEXT NOT NULL CHECK (status IN ('partial', 'complete', 'interrupted')),
        created_at_s REAL NOT NULL,
        details TEXT,
        reasoning TEXT NOT NULL DEFAULT '' CHECK (typeof(reasoning) = 'text'),
        content TEXT NOT NULL CHECK (typeof(content) = 'text'),
        UNIQUE (conversation_id, id),
        FOREIGN KEY (conversation_id, parent_id) REFERENCES message (conversation_id, id)
    )
    """,
    "CREATE INDEX message_by_parent ON message (conversation_id, parent_id)",
    "CREATE INDEX message_partial ON message (id) WHERE status = 'partial'",
    """
    CREATE TABLE known_model (
        id INTEGER PRIMARY KEY,
        path TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        last_used_s REAL NOT NULL,
        ordinal INTEGER NOT NULL
    )
    """,
    # The full-text indexes keep no copy of the text. A reply enters the index when it is finished, not at every
    # checkpoint: indexing the whole text again each second would be quadratic in its length.
    """
    CREATE VIRTUAL TABLE message_search USING fts5 (
        content, content='message', content_rowid='id', tokenize='unicode61 remove_diacritics 2'
    )
    """,
    """
    CREATE TRIGGER message_search_insert AFTER INSERT ON message WHEN new.status <> 'partial' BEGIN
        INSERT INTO message_search (rowid, content) VALUES (new.id, new.content);
    END
    """,
    """
    CREATE TRIGGER message_search_forget BEFORE UPDATE OF status, content ON message WHEN old.status <> 'partial' BEGIN
        INSERT INTO message_search (message_search, rowid, content) VALUES ('delete', old.id, old.content);
    END
    """,
    """
    CREATE TRIGGER message_search_update AFTER UPDATE OF status, content ON message WHEN new.status <> 'partial' BEGIN
        INSERT INTO message_search (rowid, content) VALUES (new.id, new.content);
    END
    """,
    """
    CREATE TRIGGER message_search_delete AFTER DELETE ON message WHEN old.status <> 'partial' BEGIN
        INSERT INTO message_search (message_search, rowid, content) VALUES ('delete', old.id, old.content);
    END
    """,
    """
    CREATE VIRTUAL TABLE title_search USING fts5 (
        title, content='conversation', content_rowid='id', tokenize='unicode61 remove_diacritics 2'
    )
    """,
    """
    CREATE TRIGGER title_search_insert AFTER INSERT ON conversation BEGIN
        INSERT INTO title_search (rowid, title) VALUES (new.id, new.title);
    END
    """,
    """
    CREATE TRIGGER title_search_update AFTER UPDATE OF title ON conversation BEGIN
        INSERT INTO title_search (title_search, rowid, title) VALUES ('delete', old.id, old.title);
        INSERT INTO title_search (rowid, title) VALUES (new.id, new.title);
    END
    """,
    """
    CREATE TRIGGER title_search_delete AFTER DELETE ON conversation BEGIN
        INSERT INTO title_search (title_search, rowid, title) VALUES ('delete', old.id, old.title);
    END
    """,
)

# Columns of their own and no tables of links: a salvaged row then keeps its place, its pin and its tags.
_SCHEMA_2: Step = (
    """
    CREATE TABLE folder (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL CHECK (typeof(name) = 'text'),
        is_open INTEGER NOT NULL DEFAULT 1 CHECK (is_open IN (0, 1))
    )
    """,
    "ALTER TABLE conversation ADD COLUMN folder_id INTEGER REFERENCES folder (id)",
    "ALTER TABLE conversation ADD COLUMN is_pinned INTEGER NOT NULL DEFAULT 0 CHECK (is_pinned IN (0, 1))",
    "ALTER TABLE conversation ADD COLUMN is_archived INTEGER NOT NULL DEFAULT 0 CHECK (is_archived IN (0, 1))",
    "ALTER TABLE conversation ADD COLUMN tags TEXT NOT NULL DEFAULT '' CHECK (typeof(tags) = 'text')",
)

_TOKENS = (
    "unicode61 remove_diacritics 2 categories ''L* N* Co Mn Mc'' separators ''"
    + "".join(map(chr, range(0xFE00, 0xFE10)))
    + "''"
)
"""Vowel signs and tone marks belong to the words of Thai, Hindi and others; what chooses the look of an emoji does not."""

# The indexes hold `search_text.separated`, which is not kept anywhere: FTS5 reads it from views when it shows a hit.
_SCHEMA_3: Step = (
    *(
        f"DROP TRIGGER {name}"
        for name in (
            "message_search_insert",
            "message_search_forget",
            "message_search_update",
            "message_search_delete",
            "title_search_insert",
            "title_search_update",
            "title_search_delete",
        )
    ),
    "DROP TABLE message_search",
    "DROP TABLE title_search",
    """
    CREATE VIEW message_text AS
        SELECT id, search_text(CAST(content AS BLOB)) AS content FROM message WHERE status <> 'partial'
    """,
    f"CREATE VIRTUAL TABLE message_search USING fts5 (content, content='message_text', content_rowid='id', tokenize='{_TOKENS}')",
    """
    CREATE TRIGGER message_search_insert AFTER INSERT ON message WHEN new.status <> 'partial' BEGIN
        INSERT INTO message_search (rowid, content) VALUES (new.id, search_text(CAST(new.content AS BLOB)));
    END
    """,
    """
    CREATE TRIGGER message_search_forget BEFORE UPDATE OF status, content ON message WHEN old.status <> 'partial' BEGIN
        INSERT INTO message_search (message_search, rowid, content)
            VALUES ('delete', old.id, search_text(CAST(old.content AS BLOB)));
    END
    """,
    """
    CREATE TRIGGER message_search_update AFTER UPDATE OF status, content ON message WHEN new.status <> 'partial' BEGIN
        INSERT INTO message_search (rowid, content) VALUES (new.id, search_text(CAST(new.content AS BLOB)));
    END
    """,
    """
    CREATE TRIGGER message_search_delete AFTER DELETE ON message WHEN old.status <> 'partial' BEGIN
        INSERT INTO message_search (message_search, rowid, content)
            VALUES ('delete', old.id, search_text(CAST(old.content AS BLOB)));
    END
    """,
    "CREATE VIEW title_text AS SELECT id, search_text(CAST(title AS BLOB)) AS title FROM conversation",
    f"CREATE VIRTUAL TABLE title_search USING fts5 (title, content='title_text', content_rowid='id', tokenize='{_TOKENS}')",
    """
    CREATE TRIGGER title_search_insert AFTER INSERT ON conversation BEGIN
        INSERT INTO title_search (rowid, title) VALUES (new.id, search_text(CAST(new.title AS BLOB)));
    END
    """,
    """
    CREATE TRIGGER title_search_update AFTER UPDATE OF title ON conversation BEGIN
        INSERT INTO title_search (title_search, rowid, title)
            VALUES ('delete', old.id, search_text(CAST(old.title AS BLOB)));
        INSERT INTO title_search (rowid, title) VALUES (new.id, search_text(CAST(new.title AS BLOB)));
    END
    """,
    """
    CREATE TRIGGER title_search_delete AFTER DELETE ON conversation BEGIN
        INSERT INTO title_search (title_search, rowid, title)
            VALUES ('delete', old.id, search_text(CAST(old.title AS BLOB)));
    END
    """,
    "INSERT INTO message_search (message_search) VALUES ('rebuild')",
    "INSERT INTO title_search (title_search) VALUES ('rebuild')",
)

STEPS: tuple[Step, ...] = (_SCHEMA_1, _SCHEMA_2, _SCHEMA_3)

COLUMNS: tuple[dict[str, str], ...] = (
    {
        "conversation": "id title leaf_id draft created_at_s updated_at_s ordinal deleted_at_s",
        "message": "id conversation_id parent_id role status created_at_s details reasoning content",
        "known_model": "id path name last_used_s ordinal",
    },
    {"conversation": "folder_id is_pinned is_archived tags", "folder": "id name is_open"},
    {},
)
"""What each step adds: a flipped bit in a column's name is damage that SQLite's own check does not see."""

SEARCH_TABLES = ("message_search", "title_search")

_MADE = re.compile(r"\s*CREATE (?:VIRTUAL TABLE|VIEW|TRIGGER) (\w+)")
_DROPPED = re.compile(r"\s*DROP (?:TABLE|VIEW|TRIGGER) (\w+)")


def derived(version: int) -> dict[str, str]:
    """Return the statements that made the indexes, views and triggers of a version, by name.

    SQLite keeps them word for word, and a flipped bit in one of them is damage that its own check does not see either.
    """
    made = {}
    for statement in (statement for step in STEPS[:version] for statement in step):
        if found := _MADE.match(statement):
            made[found[1]] = statement.strip()
        elif found := _DROPPED.match(statement):
            made.pop(found[1], None)
    return made


def version_of(connection: sqlite3.Connection) -> int:
    """Return the number of steps a database has gone."""
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version


def migrate(connection: sqlite3.Connection, steps: Sequence[Step], *, before_change: Callable[[int], object]) -> None:
    """Take the steps that are missing, each in one transaction together with its number.

    Args:
        connection: In autocommit mode (isolation_level None). Not newer than `steps`.
        steps: Step n leads from version n to n + 1.
        before_change: Called once with the version found, before the first step of a database that is not new; what it
            raises stops the migration.
    """
    found = version_of(connection)
    if 0 < found < len(steps):
        before_change(found)
    for number, step in enumerate(steps[found:], start=found + 1):
        connection.execute("BEGIN IMMEDIATE")
        try:
            for statement in step:
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {number}")
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
