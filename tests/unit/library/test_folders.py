# SPDX-License-Identifier: Apache-2.0
import os
from dataclasses import replace
from pathlib import Path

import pytest

from helpers.tiny_gguf import write_tiny_gguf
from leeward.domain.errors import ModelNotFound, ModelNotOurs, ModelUnreadable
from leeward.domain.model_info import FileKind
from leeward.domain.model_settings import ModelSettings
from leeward.library.entries import FILE, EntryState, projectors_of
from leeward.library.folders import Places, Scan, scan
from leeward.library.models import Library
from leeward.library.provenance import Provenance, read_provenance, sidecar_path, write_provenance
from leeward.library.removal import Removal, removal_of, remove
from leeward.storage.profile import Profile


@pytest.fixture
def profile(tmp_path):
    profile = Profile(tmp_path / "profile")
    profile.create()
    return profile


@pytest.fixture
def library(profile):
    return Library(profile, roots=dict)


def by_name(found: Scan):
    return {entry.name: entry for entry in found.entries}


def made_by_us(path: Path) -> Path:
    write_provenance(path, Provenance(sha256="0" * 64, size_bytes=path.stat().st_size, repository="a/b"))
    return path


def test_folders_in_folders_are_looked_through_and_other_files_passed_over(tmp_path):
    for name in ("a.gguf", "deep/er/B.GGUF", "c.gguf.part", "d.txt", ".e.gguf", ".git/f.gguf"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"")
    (tmp_path / "folder.gguf").mkdir()
    os.mkfifo(tmp_path / "pipe.gguf")
    found = scan(Places((tmp_path,)), Scan())
    assert sorted(by_name(found)) == ["B", "a"]
    assert all(entry.state is EntryState.UNREAD for entry in found.entries)


def test_headers_are_read_once_until_the_file_changes(library, profile):
    path = write_tiny_gguf(profile.models / "tiny.gguf")
    assert [entry.state for entry in library.scan().entries] == [EntryState.UNREAD]
    assert [entry.info.name for entry in library.read_headers()] == ["Tiny"]
    again = Library(profile, roots=dict)
    assert by_name(again.scan())["tiny"].info.architecture == "llama"
    assert list(again.read_headers()) == []
    path.write_bytes(b"GGUF and no more")
    (entry,) = again.read_scan().entries
    assert entry.state is EntryState.DAMAGED
    assert "GGUF version" in entry.damage


def test_projectors_and_adapters_are_told_apart(library, profile):
    (profile.models / "see").mkdir()
    write_tiny_gguf(profile.models / "see" / "tiny.gguf")
    (profile.models / "see" / "mmproj-tiny-f16.gguf").write_bytes(b"GGUF")
    entries = library.scan().entries
    model, projector = (next(e for e in entries if e.kind is kind) for kind in (FileKind.MODEL, FileKind.PROJECTOR))
    assert projectors_of(model, entries) == [projector]
    assert not projector.can_be_loaded


def test_a_damaged_snapshot_is_only_read_again(library, profile):
    write_tiny_gguf(profile.models / "tiny.gguf")
    library.read_scan()
    profile.library_snapshot.write_bytes(b"{}}")
    assert by_name(Library(profile, roots=dict).read_scan())["tiny"].state is EntryState.READY


def test_a_file_is_added_in_place_and_forgotten_without_being_touched(library, profile, tmp_path):
    path = write_tiny_gguf(tmp_path / "elsewhere.gguf")
    assert library.add(path).info.name == "Tiny"
    (entry,) = library.scan().entries
    assert (entry.path, entry.origin) == (path, FILE)
    assert library.remove(entry) is Removal.FORGET
    assert path.exists()
    assert library.scan().entries == ()


def test_what_is_no_model_is_not_added(library, tmp_path):
    with pytest.raises(ModelNotFound):
        library.add(tmp_path / "gone.gguf")
    (tmp_path / "bad.gguf").write_bytes(b"no model")
    with pytest.raises(ModelUnreadable):
        library.add(tmp_path / "bad.gguf")
    assert library.scan().entries == ()


def test_any_part_of_a_split_model_adds_all_of_it(library, tmp_path):
    write_tiny_gguf(tmp_path / "tiny.gguf", n_tensors_a_file=4)
    entry = library.add(tmp_path / "tiny-00002-of-00003.gguf")
    assert (entry.path.name, entry.n_files, entry.name) == ("tiny-00001-of-00003.gguf", 3, "tiny")


def test_a_folder_on_another_drive_is_added_and_taken_off_the_list(library, tmp_path):
    (tmp_path / "drive").mkdir()
    write_tiny_gguf(tmp_path / "drive" / "tiny.gguf")
    assert library.add(tmp_path / "drive") is None
    assert list(by_name(library.scan())) == ["tiny"]
    assert library.forget(tmp_path / "drive")
    assert not library.forget(tmp_path / "drive")
    assert library.scan().entries == ()
    assert (tmp_path / "drive" / "tiny.gguf").exists()


def test_only_files_that_leeward_made_are_deleted(library, profile):
    ours = made_by_us(write_tiny_gguf(profile.models / "ours.gguf"))
    theirs = write_tiny_gguf(profile.models / "theirs.gguf")
    replaced = made_by_us(write_tiny_gguf(profile.models / "replaced.gguf"))
    replaced.write_bytes(b"put here by the user")
    entries = by_name(library.scan())
    assert [entries[name].has_sidecar for name in ("ours", "theirs")] == [True, False]
    assert remove(entries["ours"]) is Removal.DELETE
    assert not ours.exists()
    assert not sidecar_path(ours).exists()
    for path in (theirs, replaced):
        with pytest.raises(ModelNotOurs):
            remove(entries[path.stem])
        assert path.exists()


def test_all_parts_of_a_split_model_are_deleted_or_none(library, profile):
    parts = sorted(write_tiny_gguf(profile.models / "tiny.gguf", n_tensors_a_file=4).parent.glob("tiny-*"))
    made_by_us(parts[0])
    with pytest.raises(ModelNotOurs):
        remove(by_name(library.scan())["tiny"])
    assert all(part.exists() for part in parts)
    for part in parts:
        made_by_us(part)
    assert remove(by_name(library.scan())["tiny"]) is Removal.DELETE
    assert list(profile.models.iterdir()) == []


def test_what_is_not_there_any_more_cannot_be_deleted(library, profile):
    write_tiny_gguf(profile.models / "tiny.gguf")
    (entry,) = library.scan().entries
    entry.path.unlink()
    with pytest.raises(ModelNotFound):
        removal_of(entry)


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"sha256": 1, "size_bytes": 2}', "\x00", '{"sha256": "a"}'])
def test_a_file_beside_a_model_that_is_not_ours_says_nothing(tmp_path, text):
    (tmp_path / "m.gguf.json").write_text(text)
    assert read_provenance(tmp_path / "m.gguf") is None


def test_provenance_of_a_newer_version_is_understood(tmp_path):
    (tmp_path / "m.gguf.json").write_text('{"sha256": "a", "size_bytes": 2, "later": {}}')
    assert read_provenance(tmp_path / "m.gguf") == Provenance("a", 2)


def test_settings_follow_a_file_that_is_moved(library, profile, tmp_path):
    path = write_tiny_gguf(profile.models / "tiny.gguf")
    library.set_settings(path, ModelSettings(n_ctx=256))
    moved = path.rename(tmp_path / "tiny.gguf")
    assert library.settings_of(moved) == ModelSettings(n_ctx=256)
    assert library.settings_of(path) == ModelSettings()
    library.set_settings(moved, ModelSettings())
    assert library.settings_of(moved) == ModelSettings()


def test_a_name_finds_what_can_be_loaded_before_what_cannot(library, profile, tmp_path):
    (profile.models / "tiny-a.gguf").write_bytes(b"damaged")
    write_tiny_gguf(profile.models / "tiny-b.gguf")
    library.read_scan()
    assert library.find("TINY").path.name == "tiny-b.gguf"
    assert library.find("tiny-a.gguf").path.name == "tiny-a.gguf"
    with pytest.raises(ModelNotFound):
        library.find("nothing")


def test_a_command_makes_no_profile(tmp_path):
    library = Library(Profile(tmp_path / "p"), roots=dict)
    assert library.read_scan().entries == ()
    assert not (tmp_path / "p").exists()


def test_entries_are_greyed_when_a_single_file_is_away(library, tmp_path):
    path = write_tiny_gguf(tmp_path / "usb.gguf")
    library.add(path)
    library.read_scan()
    path.rename(tmp_path / "x")
    (entry,) = library.scan().entries
    assert (entry.state, entry.info.name, entry.size_bytes > 0) == (EntryState.AWAY, "Tiny", True)
    (tmp_path / "x").rename(path)
    assert library.scan().entries == (replace(entry, is_away=False),)


def test_a_file_that_could_not_be_read_is_tried_again(library, profile):
    path = write_tiny_gguf(profile.models / "tiny.gguf")
    (entry,) = library.read_scan().entries
    library._last = replace(library._last, entries=(replace(entry, info=None, damage="Input/output error"),))
    assert by_name(library.scan())["tiny"].state is EntryState.DAMAGED
    assert [read.state for read in library.read_headers()] == [EntryState.READY]
    assert path.exists()


def test_what_cannot_be_undone_needs_the_whole_name(library, profile):
    path = write_tiny_gguf(profile.models / "tiny.gguf")
    assert library.find("ti").path == path
    with pytest.raises(ModelNotFound):
        library.find("ti", is_exact=True)
    for name in ("tiny", "TINY.gguf", str(path)):
        assert library.find(name, is_exact=True).path == path
