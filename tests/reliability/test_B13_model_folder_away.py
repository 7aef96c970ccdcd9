# SPDX-License-Identifier: Apache-2.0
"""B13: a model folder that is not there loses nothing: its models stay listed, and nothing is made in its place."""

import os
import shutil

import pytest

from helpers.tiny_gguf import write_tiny_gguf
from leeward.library import folders
from leeward.library.entries import EntryState
from leeward.library.models import Library
from leeward.storage.profile import Profile


@pytest.fixture
def profile(tmp_path):
    profile = Profile(tmp_path / "p")
    profile.create()
    return profile


@pytest.fixture
def drive(tmp_path, profile):
    drive = tmp_path / "drive"
    (drive / "inner").mkdir(parents=True)
    write_tiny_gguf(drive / "a.gguf")
    write_tiny_gguf(drive / "inner" / "b.gguf", seed=2)
    Library(profile, roots=dict).add(drive)
    return drive


def states(library):
    return {entry.name: entry.state for entry in library.read_scan().entries}


READY = {"a": EntryState.READY, "b": EntryState.READY}
AWAY = {"a": EntryState.AWAY, "b": EntryState.AWAY}


def test_B13_away_and_back_while_the_program_runs(profile, drive):
    library = Library(profile, roots=dict)
    assert states(library) == READY
    away = drive.rename(drive.with_name("unplugged"))
    found = library.read_scan()
    assert found.away == (drive,)
    assert states(library) == AWAY
    assert {entry.info.name for entry in found.entries} == {"Tiny"}  # greyed with all that is known of them
    assert not any(entry.can_be_loaded for entry in found.entries)
    assert not drive.exists()  # nothing was made in its place
    away.rename(drive)
    assert states(library) == READY


def test_B13_away_at_the_start_of_the_program(profile, drive):
    assert states(Library(profile, roots=dict)) == READY
    drive.rename(drive.with_name("unplugged"))
    for _ in range(3):  # however often it is started meanwhile
        assert states(Library(profile, roots=dict)) == AWAY
    drive.with_name("unplugged").rename(drive)
    assert states(Library(profile, roots=dict)) == READY
    assert drive in Library(profile, roots=dict)._file.read().folders


@pytest.mark.parametrize("after", [1, 2, 3, 4, 5, 6])
def test_B13_away_in_the_middle_of_a_scan(profile, drive, monkeypatch, after):
    library = Library(profile, roots=dict)
    assert states(library) == READY
    calls = []
    real_scandir = os.scandir

    def unplugging_scandir(path):
        calls.append(path)
        if len(calls) == after and drive.exists():
            drive.rename(drive.with_name("unplugged"))
        return real_scandir(path)

    monkeypatch.setattr(folders.os, "scandir", unplugging_scandir)
    found = states(library)
    monkeypatch.undo()
    assert found in (READY, AWAY)
    assert (found == AWAY) == (not drive.exists())
    if not drive.exists():
        drive.with_name("unplugged").rename(drive)
    assert states(library) == READY


def test_B13_a_folder_within_that_cannot_be_read_keeps_its_models(profile, drive, monkeypatch):
    library = Library(profile, roots=dict)
    assert states(library) == READY
    real_scandir = os.scandir

    def failing_scandir(path):
        if os.fspath(path).endswith("inner"):
            raise PermissionError(13, "no right", path)
        return real_scandir(path)

    monkeypatch.setattr(folders.os, "scandir", failing_scandir)
    assert states(library) == {"a": EntryState.READY, "b": EntryState.AWAY}


def test_B13_an_empty_mount_point_is_a_folder_that_is_away(profile, drive, monkeypatch):
    library = Library(profile, roots=dict)
    is_mounted = True
    monkeypatch.setattr(folders.os.path, "ismount", lambda path: is_mounted and path == drive)
    assert states(library) == READY
    is_mounted = False
    shutil.move(drive, drive.with_name("unplugged"))
    drive.mkdir()  # what umount leaves behind
    assert states(library) == AWAY
    assert states(Library(profile, roots=dict)) == AWAY


def test_B13_models_that_were_really_deleted_leave_the_list(profile, drive):
    library = Library(profile, roots=dict)
    assert states(library) == READY
    (drive / "a.gguf").unlink()
    assert states(library) == {"b": EntryState.READY}
