# SPDX-License-Identifier: Apache-2.0
"""Where the profile is, and who may write in it."""

import errno
import os
from pathlib import Path

import platformdirs
import pytest

from leeward.domain.errors import ProfileInUse, StorageFull, StorageReadOnly
from leeward.storage import atomic
from leeward.storage.atomic import atomic_write
from leeward.storage.database import Database
from leeward.storage.models import KnownModel, KnownModels
from leeward.storage.profile import Profile, ProfileLock, find_profile


def test_the_first_place_named_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "program"
    portable = program / "leeward-data"
    portable.mkdir(parents=True)
    monkeypatch.setenv("LEEWARD_PROFILE", str(tmp_path / "environment"))
    assert find_profile(tmp_path / "x", program_folder=program).root == tmp_path / "x"
    assert find_profile(None, program_folder=program).root == tmp_path / "environment"
    monkeypatch.delenv("LEEWARD_PROFILE")
    assert find_profile(None, program_folder=program).root == portable
    portable.rmdir()
    expected = Path(platformdirs.user_data_dir("leeward", appauthor=False))
    assert find_profile(None, program_folder=program).root == expected
    assert not expected.exists()


def test_a_relative_profile_becomes_absolute(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert find_profile(Path("here"), program_folder=tmp_path).root == tmp_path / "here"


def test_creating_twice_is_fine(tmp_path: Path) -> None:
    profile = Profile(tmp_path / "a" / "b")
    profile.create()
    profile.create()
    assert {path.name for path in profile.root.iterdir()} == {"backups", "kv", "logs", "models"}


def test_a_folder_used_otherwise_keeps_its_mode(tmp_path: Path) -> None:
    (tmp_path / "homework.txt").touch()
    tmp_path.chmod(0o755)
    Profile(tmp_path).create()
    assert tmp_path.stat().st_mode & 0o777 == 0o755


def test_a_file_in_the_place_of_the_profile_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StorageReadOnly):
        Profile(tmp_path / "file").create()


def test_one_writer_at_a_time(tmp_path: Path) -> None:
    profile = Profile(tmp_path)
    with ProfileLock(profile):
        with pytest.raises(ProfileInUse):
            ProfileLock(profile).acquire()
        with pytest.raises(ProfileInUse):
            ProfileLock(Profile(tmp_path)).acquire()
    with ProfileLock(profile):
        pass


def test_the_lock_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StorageReadOnly):
        ProfileLock(Profile(tmp_path / "file" / "x")).acquire()


def test_atomic_write_replaces_and_leaves_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "name.txt"
    atomic_write(path, b"one")
    atomic_write(path, b"two", mode=0o640)
    assert path.read_bytes() == b"two"
    assert path.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(("number", "error"), [(errno.ENOSPC, StorageFull), (errno.EROFS, StorageReadOnly)])
def test_a_failed_write_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, error: type[Exception]
) -> None:
    path = tmp_path / "name.txt"
    atomic_write(path, b"old")

    def fail(_descriptor: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(atomic.os, "fsync", fail)
    with pytest.raises(error):
        atomic_write(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_models_are_remembered_in_the_order_of_their_use(database: Database) -> None:
    models = KnownModels(database)
    models.remember(Path("/m/a.gguf"), "A", 9.0)
    models.remember(Path("/m/b.gguf"), "B", 5.0)
    models.remember(Path("/m/a.gguf"), "A again", 1.0)  # the clock went back
    assert models.all() == [KnownModel(Path("/m/a.gguf"), "A again", 1.0), KnownModel(Path("/m/b.gguf"), "B", 5.0)]
    models.forget(Path("/m/b.gguf"))
    models.forget(Path("/m/none.gguf"))
    assert [model.name for model in models.all()] == ["A again"]


def test_a_model_whose_name_is_no_utf8_is_found_again(database: Database, tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.gguf"))
    models = KnownModels(database)
    models.remember(path, "odd", 1.0)
    assert models.all()[0].path == path
