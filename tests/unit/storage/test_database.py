# SPDX-License-Identifier: Apache-2.0
"""The database file: pragmas, errors, threads, what is refused."""

import contextlib
import shutil
import sqlite3
import threading
from pathlib import Path

import pytest

from leeward.domain.errors import StorageCorrupt, StorageLocked, StorageReadOnly
from leeward.domain.generation import Role
from leeward.storage import mounts
from leeward.storage.conversations import Conversations
from leeward.storage.database import Database


def pragma(database: Database, name: str) -> object:
    with database.reading() as sql:
        return sql.execute(f"PRAGMA {name}").fetchone()[0]


def test_the_connection_is_durable_and_private(database: Database) -> None:
    assert pragma(database, "journal_mode") == "wal"
    assert pragma(database, "synchronous") == 2  # FULL
    assert pragma(database, "foreign_keys") == 1
    assert pragma(database, "busy_timeout") == 5000
    assert pragma(database, "secure_delete") == 1
    assert pragma(database, "temp_store") == 2  # MEMORY


def test_a_failed_transaction_leaves_nothing(database: Database) -> None:
    def fail() -> None:
        with database.transaction() as sql:
            sql.execute("INSERT INTO known_model (path, name, last_used_s, ordinal) VALUES ('a', 'a', 1, 1)")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    with database.transaction() as sql:
        assert sql.execute("SELECT count(*) FROM known_model").fetchone() == (0,)


def test_threads_take_turns(database: Database) -> None:
    conversations = Conversations(database)
    conversation = conversations.create(1.0)

    def write() -> None:
        for number in range(25):
            conversations.add_message(conversation.id, None, Role.USER, str(number), 1.0)

    threads = [threading.Thread(target=write) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(conversations.messages(conversation.id)) == 100


def test_another_program_holding_the_file_is_said(database: Database) -> None:
    with database.reading() as sql:
        sql.execute("PRAGMA busy_timeout = 1")
    with contextlib.closing(sqlite3.connect(database.path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StorageLocked):
            Conversations(database).create(1.0)
        other.execute("ROLLBACK")
    Conversations(database).create(1.0)


def test_a_fault_in_our_own_sql_is_not_an_error_of_the_storage(database: Database) -> None:
    with pytest.raises(sqlite3.OperationalError, match="no such table"), database.reading() as sql:
        sql.execute("SELECT * FROM missing")


@pytest.mark.parametrize(
    "content", [b"", b"\x00" * 8192, b"not a database, only some text that is longer than a header of SQLite ..." * 20]
)
def test_a_file_that_is_no_database_is_refused_and_left_as_it_is(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "chats.db"
    path.write_bytes(content)
    with pytest.raises(StorageCorrupt):
        Database(path)
    assert path.read_bytes() == content
    assert list(tmp_path.iterdir()) == [path]


def test_the_database_of_another_program_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "chats.db"
    with contextlib.closing(sqlite3.connect(path)) as sql:
        sql.execute("CREATE TABLE bookmarks (url TEXT)")
    before = path.read_bytes()
    with pytest.raises(StorageCorrupt):
        Database(path)
    assert path.read_bytes() == before


def test_a_log_without_its_database_is_not_thrown_away(tmp_path: Path) -> None:
    path = tmp_path / "chats.db"
    with Database(path) as database:
        Conversations(database).create(1.0)
        shutil.copy(tmp_path / "chats.db-wal", tmp_path / "kept")
    path.unlink()
    shutil.move(tmp_path / "kept", tmp_path / "chats.db-wal")
    with pytest.raises(StorageCorrupt):
        Database(path)
    assert (tmp_path / "chats.db-wal").stat().st_size > 0


def test_what_a_killed_creation_left_is_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / "chats.db.new").write_bytes(b"half")
    (tmp_path / "chats.db.new-journal").write_bytes(b"half")
    with Database(tmp_path / "chats.db") as database:
        assert Conversations(database).all() == []


def test_a_database_in_a_folder_that_does_not_exist_is_read_only(tmp_path: Path) -> None:
    with pytest.raises(StorageReadOnly):
        Database(tmp_path / "nowhere" / "chats.db")


def test_closing_twice_is_fine(tmp_path: Path) -> None:
    database = Database(tmp_path / "chats.db")
    database.close()
    database.close()
    assert [path.name for path in tmp_path.iterdir()] == ["chats.db"]


def test_a_damaged_search_index_is_built_again(tmp_path: Path) -> None:
    path = tmp_path / "chats.db"
    with Database(path) as database:
        conversations = Conversations(database)
        conversation = conversations.create(1.0)
        conversations.add_message(conversation.id, None, Role.USER, "bowline", 1.0)
        writing = conversations.begin_reply(conversation.id, None, 1.0)
        conversations.checkpoint_reply(writing.id, "halyard", "")
        with database.transaction() as sql:
            sql.execute("UPDATE message_search_data SET block = zeroblob(length(block)) WHERE id > 10")
    with Database(path) as database:
        conversations = Conversations(database)
        assert len(conversations.search("bowline")) == 1
        assert conversations.search("halyard") == []
        conversations.interrupt_unfinished()
        assert len(conversations.search("halyard")) == 1


@pytest.mark.parametrize("name", ["message_search_insert", "message_text", "title_search"])
def test_a_flipped_bit_in_what_feeds_the_search_is_damage(tmp_path: Path, name: str) -> None:
    path = tmp_path / "chats.db"
    with Database(path) as database, database.transaction() as sql:
        sql.execute("PRAGMA writable_schema = ON")
        sql.execute("UPDATE sqlite_master SET sql = replace(sql, 'content', 'cont%nt') WHERE name = ?", (name,))
        sql.execute("UPDATE sqlite_master SET sql = replace(sql, 'title=', 'titlf=') WHERE name = ?", (name,))
        sql.execute("UPDATE sqlite_master SET sql = replace(sql, 'unicode61', 'unicode60') WHERE name = ?", (name,))
    with pytest.raises(StorageCorrupt):
        Database(path)


def test_one_damaged_letter_does_not_hide_a_conversation(database: Database) -> None:
    conversations = Conversations(database)
    conversation = conversations.create(1.0)
    conversations.add_message(conversation.id, None, Role.USER, "x", 1.0)
    with database.transaction() as sql:
        sql.execute("UPDATE message SET content = CAST(x'61ff62' AS TEXT)")
    assert [message.content for message in conversations.branch(conversation.id)] == ["a\ufffdb"]


@pytest.mark.parametrize(
    ("kind", "is_remote"),
    [("ext4", False), ("btrfs", False), ("nfs4", True), ("cifs", True), ("fuse.sshfs", True), ("9p", True)],
)
def test_network_file_systems_are_told_apart(tmp_path: Path, kind: str, *, is_remote: bool) -> None:
    folder = tmp_path / "my drive" / "profile"
    folder.mkdir(parents=True)
    table = tmp_path / "mounts"
    point = str(tmp_path / "my drive").replace(" ", r"\040")
    table.write_text(f"/dev/a / ext4 rw 0 0\nserver {point} {kind} rw 0 0\n/dev/b {point}x nfs rw 0 0\n")
    assert mounts.is_remote(folder, table) is is_remote
    assert mounts.is_remote(tmp_path, table) is False


def test_an_unknown_mount_table_means_local(tmp_path: Path) -> None:
    assert mounts.is_remote(tmp_path, tmp_path / "missing") is False


def test_a_network_drive_gets_no_write_ahead_log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mounts, "is_remote", lambda _folder: True)
    with Database(tmp_path / "chats.db") as database:
        assert pragma(database, "journal_mode") == "delete"
        Conversations(database).create(1.0)
        assert not (tmp_path / "chats.db-wal").exists()
