# SPDX-License-Identifier: Apache-2.0
"""A9: an older program opens a newer database."""

import contextlib
import hashlib
import shutil
import sqlite3
from pathlib import Path

import pytest

from leeward.domain.errors import StorageTooNew
from leeward.storage.conversations import Conversations
from leeward.storage.database import Database
from leeward.storage.migrations import STEPS


def hashes(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.glob("chats.db*")}


def make_newer(folder: Path) -> Path:
    path = folder / "chats.db"
    with Database(path) as database:
        Conversations(database).create(1.0)
    with contextlib.closing(sqlite3.connect(path)) as sql:
        sql.execute(f"PRAGMA user_version = {len(STEPS) + 1}")
    return path


def test_A9_a_newer_database_is_refused_and_stays_as_it_is(tmp_path: Path) -> None:
    path = make_newer(tmp_path)
    before = hashes(tmp_path)
    with pytest.raises(StorageTooNew) as caught:
        Database(path)
    assert (caught.value.found_version, caught.value.known_version) == (len(STEPS) + 1, len(STEPS))
    assert hashes(tmp_path) == before
    assert not (tmp_path / "backups").exists()


def test_A9_so_is_one_that_was_killed_with_its_log_open(tmp_path: Path) -> None:
    source = make_newer(tmp_path)
    killed = tmp_path / "killed"
    killed.mkdir()
    with contextlib.closing(sqlite3.connect(source)) as sql:
        sql.execute(f"PRAGMA user_version = {len(STEPS) + 2}")  # stands in the log only
        for suffix in ("", "-wal"):
            shutil.copy(f"{source}{suffix}", killed)
    before = hashes(killed)
    assert set(before) == {"chats.db", "chats.db-wal"}
    with pytest.raises(StorageTooNew) as caught:
        Database(killed / "chats.db")
    assert caught.value.found_version == len(STEPS) + 2
    after = hashes(killed)
    assert {name: after[name] for name in before} == before
