# SPDX-License-Identifier: Apache-2.0
"""A8: upgrades from every released schema, also when they are killed in the middle."""

import contextlib
import hashlib
import shutil
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from helpers import migration_victim
from leeward.domain.conversation import MessageStatus
from leeward.domain.errors import StorageFull
from leeward.storage import recovery
from leeward.storage.backups import Backups
from leeward.storage.conversations import Conversations
from leeward.storage.database import Database
from leeward.storage.folders import Folders
from leeward.storage.migrations import STEPS
from leeward.storage.models import KnownModels
from leeward.storage.profile import Profile

DATABASES = Path(__file__).parent.parent / "data" / "databases"
GOLDEN = sorted(DATABASES.glob("schema-*.db"))
CONTENT = {
    "conversation": "id, title, leaf_id, draft, created_at_s, updated_at_s, ordinal, deleted_at_s",
    "message": "id, conversation_id, parent_id, role, status, created_at_s, details, reasoning, content",
    "known_model": "id, path, name, last_used_s, ordinal",
}
N_ROWS = {"conversation": 4, "message": 38, "known_model": 2}


@pytest.fixture(params=GOLDEN, ids=lambda path: path.stem)
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / "chats.db"
    shutil.copyfile(request.param, path)
    return path


def content(path: Path) -> dict[str, tuple[int, str]]:
    """Return the number of rows of each table and a hash over them, of the columns that every version has."""
    with contextlib.closing(sqlite3.connect(path)) as sql:
        found = {}
        for table, columns in CONTENT.items():
            rows = sql.execute(f"SELECT {columns} FROM {table} ORDER BY id").fetchall()
            found[table] = (len(rows), hashlib.sha256(repr(rows).encode()).hexdigest())
        return found


def version(path: Path) -> int:
    with contextlib.closing(sqlite3.connect(path)) as sql:
        return int(sql.execute("PRAGMA user_version").fetchone()[0])


def test_A8_there_is_a_saved_database_for_each_released_schema() -> None:
    assert [path.name for path in GOLDEN] == [f"schema-{number}.db" for number in range(1, len(STEPS) + 1)]
    assert [version(path) for path in GOLDEN] == list(range(1, len(STEPS) + 1))


def test_A8_every_released_database_opens_with_all_its_rows(old: Path) -> None:
    before = content(old)
    with Database(old) as database:
        conversations = Conversations(database)
        assert conversations.interrupt_unfinished() == 1
        titles = [conversation.title for conversation in conversations.all()]
        assert titles == ["", "Grüße aus Köln 🙂", "Sailing to windward"]
        last = conversations.branch(conversations.all()[0].id)[-1]
        assert (last.status, last.content) == (MessageStatus.INTERRUPTED, "Being written while the power went")
        first = conversations.branch(conversations.all()[-1].id)
        assert first[1].details is not None
        assert first[1].details.receipt is not None
        assert first[1].details.receipt.sampling.seed == 42
        assert [hit.title for hit in conversations.search("windward")] == ["Sailing to windward"]
        assert [model.name for model in KnownModels(database).all()] == ["Other", "Tiny"]
        with database.transaction() as sql:
            sql.execute("UPDATE message SET status = 'partial' WHERE id = ?", (last.id,))
    assert content(old) == before
    assert {table: n_rows for table, (n_rows, _) in before.items()} == N_ROWS


def test_A8_a_released_step_was_not_edited(tmp_path: Path) -> None:
    with Database(tmp_path / "new.db"):
        pass

    def schema(path: Path) -> list[tuple[str]]:
        with contextlib.closing(sqlite3.connect(path)) as sql:
            return sql.execute(
                "SELECT name, sql FROM sqlite_master WHERE name NOT LIKE '%\\_search\\_%' ESCAPE '\\' OR type = 'trigger' ORDER BY name"
            ).fetchall()

    assert schema(tmp_path / "new.db") == schema(GOLDEN[-1])


def test_A8_rows_are_salvaged_from_every_released_database(old: Path) -> None:
    data = bytearray(old.read_bytes())
    data[:100] = bytes(100)
    old.write_bytes(data)
    recovered = recovery.salvage(Profile(old.parent), 1.0)
    assert (recovered.n_conversations, recovered.n_messages) == (N_ROWS["conversation"], N_ROWS["message"])
    with Database(old) as database:
        assert [model.name for model in KnownModels(database).all()] == ["Other", "Tiny"]


def test_A8_folders_pins_and_tags_are_upgraded_and_salvaged(old: Path) -> None:
    found = version(old)
    expected = ("Boats", True, True, ("cut", "köln")) if found >= 2 else (None, False, False, ())

    def order(database: Database) -> tuple[str | None, bool, bool, tuple[str, ...]]:
        third, second, first = Conversations(database).all()
        names = {folder.id: folder.name for folder in Folders(database).all()}
        return names.get(first.folder_id), second.is_pinned, third.is_archived, third.tags

    with Database(old) as database:
        assert order(database) == expected
    data = bytearray(old.read_bytes())
    data[:100] = bytes(100)
    old.write_bytes(data)
    recovery.salvage(Profile(old.parent), 1.0)
    with Database(old) as database:
        assert order(database) == expected


def test_A8_killed_at_any_statement_the_database_is_old_or_new(old: Path) -> None:
    source = old.with_name("source.db")
    shutil.copyfile(old, source)
    before = content(source)
    old_version, new_version = version(source), len(migration_victim.STEPS)
    seen = []
    for kill_at in range(200):
        for leftover in (old, old.with_name("chats.db-wal"), old.with_name("chats.db-shm")):
            leftover.unlink(missing_ok=True)
        shutil.rmtree(old.parent / "backups", ignore_errors=True)
        shutil.copyfile(source, old)
        command = [sys.executable, migration_victim.__file__, str(old), str(kill_at)]
        done = subprocess.run(command, check=False, capture_output=True, text=True)
        assert done.returncode in {0, -signal.SIGKILL}, done.stderr
        found = version(old)
        seen.append(found)
        if found > old_version:
            # The copy was there before the first change.
            [backup] = Backups(old.parent / "backups").all()
            assert (content(backup.path), version(backup.path)) == (before, old_version)
        with Database(old, steps=migration_victim.STEPS):  # goes on where it was
            pass
        assert (content(old), version(old)) == (before, new_version)
        with contextlib.closing(sqlite3.connect(old)) as sql:
            assert sql.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            assert sql.execute("SELECT count(*) FROM message WHERE stars <> length(content)").fetchone() == (0,)
            assert sql.execute("SELECT count(*) FROM label").fetchone() == (N_ROWS["conversation"],)
        if done.returncode == 0:
            break
    assert set(seen) == set(range(old_version, new_version + 1))
    assert seen == sorted(seen)
    assert len(seen) > len(migration_victim.NEXT_STEP) + 3


def test_A8_killed_while_it_is_created_the_next_start_works(tmp_path: Path) -> None:
    path = tmp_path / "chats.db"
    n_kills = 0
    for kill_at in range(0, 200, 3):
        for leftover in (path, tmp_path / "chats.db-wal", tmp_path / "chats.db-shm"):
            leftover.unlink(missing_ok=True)
        command = [sys.executable, migration_victim.__file__, str(path), str(kill_at)]
        done = subprocess.run(command, check=False, capture_output=True, text=True)
        assert done.returncode in {0, -signal.SIGKILL}, done.stderr
        n_kills += done.returncode != 0
        with Database(path, steps=migration_victim.STEPS) as database:
            assert Conversations(database).all() == []
        if done.returncode == 0:
            break
    assert n_kills > 10
    assert not list((tmp_path).glob("backups/*"))


def test_A8_without_room_for_the_backup_nothing_is_migrated(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before, found = old.read_bytes(), version(old)

    def fail(_self: Backups, database: Path, _version: int, _now_s: float) -> None:
        raise StorageFull(database)

    monkeypatch.setattr(Backups, "make_before_upgrade", fail)
    with pytest.raises(StorageFull):
        Database(old, steps=migration_victim.STEPS)
    assert version(old) == found
    assert content(old)["message"][0] == N_ROWS["message"]
    assert old.read_bytes() == before
