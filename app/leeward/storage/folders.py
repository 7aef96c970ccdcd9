# SPDX-License-Identifier: Apache-2.0
"""Folders of conversations. A conversation says itself in which one it lies."""

from leeward.domain.conversation import Folder
from leeward.domain.ids import ConversationId, FolderId
from leeward.storage.database import Database, storable


class Folders:
    """All folders of one profile. Blocking; may be called from any thread. What is returned is committed.

    Every method may raise a StorageError; then nothing of it was kept. An id that does not exist is a KeyError.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> list[Folder]:
        """Return the folders by name."""
        with self._database.reading() as sql:
            rows = sql.execute("SELECT id, name, is_open FROM folder").fetchall()
        folders = [Folder(FolderId(folder_id), name, bool(is_open)) for folder_id, name, is_open in rows]
        return sorted(folders, key=lambda folder: (folder.name.casefold(), folder.id))

    def create(self, name: str) -> Folder:
        with self._database.transaction() as sql:
            row_id = sql.execute("INSERT INTO folder (name) VALUES (?)", (storable(name),)).lastrowid
        return Folder(FolderId(row_id or 0), storable(name))

    def rename(self, folder_id: FolderId, name: str) -> None:
        self._set(folder_id, "name", storable(name))

    def set_open(self, folder_id: FolderId, *, is_open: bool) -> None:
        self._set(folder_id, "is_open", is_open)

    def delete(self, folder_id: FolderId) -> list[ConversationId]:
        """Take a folder away and nothing else; return the conversations that lay in it and now lie in none."""
        with self._database.transaction() as sql:
            rows = sql.execute("SELECT id FROM conversation WHERE folder_id = ?", (folder_id,)).fetchall()
            sql.execute("UPDATE conversation SET folder_id = NULL WHERE folder_id = ?", (folder_id,))
            if not sql.execute("DELETE FROM folder WHERE id = ?", (folder_id,)).rowcount:
                raise KeyError(folder_id)
        return [conversation_id for (conversation_id,) in rows]

    def restore(self, folder: Folder, conversation_ids: list[ConversationId]) -> None:
        """Undo `delete`. What was moved elsewhere in between, or purged, stays so."""
        with self._database.transaction() as sql:
            sql.execute(
                "INSERT INTO folder (id, name, is_open) VALUES (?, ?, ?)",
                (folder.id, storable(folder.name), folder.is_open),
            )
            sql.executemany(
                "UPDATE conversation SET folder_id = ? WHERE id = ? AND folder_id IS NULL",
                [(folder.id, conversation_id) for conversation_id in conversation_ids],
            )

    def _set(self, folder_id: FolderId, column: str, value: str | int) -> None:
        with self._database.transaction() as sql:
            changed = sql.execute(
                f"UPDATE folder SET {column} = ? WHERE id = ?",  # noqa: S608 - column is one of ours
                (value, folder_id),
            ).rowcount
            if not changed:
                raise KeyError(folder_id)
