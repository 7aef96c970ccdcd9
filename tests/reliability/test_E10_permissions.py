# SPDX-License-Identifier: Apache-2.0
"""E10: nobody else on the machine can read what is in the profile."""

import logging
import os
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from leeward import logs
from leeward.domain.generation import Role
from leeward.domain.settings import Settings
from leeward.storage import recovery
from leeward.storage.backups import Backups
from leeward.storage.conversations import Conversations
from leeward.storage.database import Database
from leeward.storage.profile import Profile, ProfileLock
from leeward.storage.settings_file import SettingsFile, WindowState, WindowStateFile


@pytest.fixture(params=[0o000, 0o002, 0o022, 0o027, 0o077], ids=lambda umask: f"umask {umask:03o}")
def _umask(request: pytest.FixtureRequest) -> Iterator[None]:
    old = os.umask(request.param)
    yield
    os.umask(old)


def modes(root: Path) -> dict[str, int]:
    paths = [root, *root.rglob("*")]
    return {str(path.relative_to(root)): stat.S_IMODE(path.lstat().st_mode) for path in paths}


def check(root: Path) -> set[str]:
    found = modes(root)
    wrong = {name: oct(mode) for name, mode in found.items() if mode != (0o700 if (root / name).is_dir() else 0o600)}
    assert wrong == {}
    return set(found)


@pytest.mark.usefixtures("_umask")
def test_E10_every_file_is_the_owners_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    elsewhere = tmp_path / "tmp"
    elsewhere.mkdir()
    monkeypatch.setenv("TMPDIR", str(elsewhere))
    monkeypatch.setattr(tempfile, "tempdir", None)
    profile = Profile(tmp_path / "profile")
    profile.create()
    with ProfileLock(profile), logs.configure(profile.logs, verbose=False):
        logging.getLogger("leeward.test").info("started")
        SettingsFile(profile.settings_file).save(Settings())
        WindowStateFile(profile.state_file).save(WindowState(b"x"))
        with Database(profile.database) as database:
            conversations = Conversations(database)
            conversation = conversations.create(1.0)
            for _ in range(20):
                conversations.add_message(conversation.id, None, Role.USER, "word " * 5000, 1.0)
            conversations.delete(conversation.id, 0.0)
            Backups(profile.backups).make(profile.database, 1.0)
            conversations.purge_bin(1.0, 0.0)
            names = check(profile.root)
    assert names >= {"chats.db", "chats.db-wal", "chats.db-shm", "settings.toml", "state.toml", "logs/leeward.log"}
    assert any(name.startswith("backups/chats-") for name in names)
    recovery.salvage(profile, 1.0)
    assert any(name.startswith("chats.corrupt-") for name in check(profile.root))
    assert list(elsewhere.iterdir()) == []


def test_E10_a_database_that_was_opened_to_others_is_closed_again(tmp_path: Path) -> None:
    path = tmp_path / "chats.db"
    Database(path).close()
    path.chmod(0o644)
    with Database(path):
        assert {mode & 0o077 for name, mode in modes(tmp_path).items() if name.startswith("chats")} == {0}


def test_E10_an_empty_folder_made_by_the_user_becomes_private(tmp_path: Path) -> None:
    folder = tmp_path / "made"
    folder.mkdir()
    folder.chmod(0o777)
    Profile(folder).create()
    check(folder)
