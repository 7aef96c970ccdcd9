# SPDX-License-Identifier: Apache-2.0
import errno
import json
import os
import re
import shutil
from pathlib import Path

import pytest

from helpers.other_programs import write_ollama
from helpers.tiny_gguf import write_tiny_gguf
from leeward.domain.errors import ModelNotFound, PackDamaged, StorageFull
from leeward.error_text import describe
from leeward.library.models import Library
from leeward.library.other_programs import models_of
from leeward.library.pack import MANIFEST, Cancelled, pack, read_manifest, room_for, unpack
from leeward.library.provenance import Provenance, read_provenance, write_provenance
from leeward.storage.profile import Profile


def going_on(_name, _n_done, _n_total):
    return True


@pytest.fixture
def profile(tmp_path):
    profile = Profile(tmp_path / "p")
    profile.create()
    return profile


@pytest.fixture
def entries(profile):
    """A model in one file and one in three."""
    write_tiny_gguf(profile.models / "one.gguf")
    write_tiny_gguf(profile.models / "three.gguf", n_tensors_a_file=4, seed=2)
    return Library(profile, roots=dict).read_scan().entries


@pytest.fixture
def stick(entries, tmp_path):
    pack(entries, tmp_path / "stick", going_on)
    return tmp_path / "stick"


def tree(folder: Path, ending: str = ""):
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob(f"*{ending}") if p.is_file()}


def test_models_come_out_of_a_pack_as_they_went_in(profile, stick, tmp_path):
    found = unpack(stick, tmp_path / "there", going_on, now_s=5)
    assert [path.name for path in found] == ["one.gguf", "three-00001-of-00003.gguf"]
    assert tree(tmp_path / "there", ".gguf") == tree(profile.models, ".gguf")
    made = read_provenance(found[0])
    assert (made.size_bytes, made.made_s) == (found[0].stat().st_size, 5)
    assert {path.suffix for path in (tmp_path / "there").iterdir()} == {".gguf", ".json"}


def test_a_pack_tells_licence_and_origin(entries, profile, tmp_path):
    entry = next(entry for entry in entries if entry.name == "one")
    pack([entry], tmp_path / "a", going_on)
    sha256 = read_manifest(tmp_path / "a").models[0].files[0].sha256
    write_provenance(entry.path, Provenance(sha256, entry.size_bytes, "owner/repo", "abc", license="Apache-2.0"))
    (model,) = pack([entry], tmp_path / "b", going_on).models
    assert (model.license, model.files[0].provenance.repository) == ("Apache-2.0", "owner/repo")
    (path,) = unpack(tmp_path / "b", tmp_path / "c", going_on, now_s=5)
    assert (read_provenance(path).revision, read_provenance(path).sha256) == ("abc", sha256)


def test_more_models_are_added_to_a_pack(entries, tmp_path):
    for entry in (*entries, entries[0]):
        pack([entry], tmp_path / "stick", going_on)
    assert sorted(model.name for model in read_manifest(tmp_path / "stick").models) == ["one", "three"]


def test_a_file_that_changed_since_its_download_is_not_packed(entries, tmp_path):
    entry = next(entry for entry in entries if entry.name == "one")
    write_provenance(entry.path, Provenance("0" * 64, entry.size_bytes))
    with pytest.raises(PackDamaged):
        pack([entry], tmp_path / "stick", going_on)
    assert not (tmp_path / "stick" / MANIFEST).exists()


def test_a_model_with_a_missing_file_is_not_packed(entries, profile, tmp_path):
    (profile.models / "three-00002-of-00003.gguf").unlink()
    with pytest.raises(ModelNotFound):
        pack(entries, tmp_path / "stick", going_on)


def test_a_model_of_ollama_gets_an_ending_in_a_pack(tmp_path):
    write_ollama(tmp_path / "ollama")
    pack(models_of("ollama", {"ollama": (tmp_path / "ollama",)}), tmp_path / "stick", going_on)
    (name,) = tree(tmp_path / "stick", ".gguf")
    assert re.fullmatch(r"llama3_8b-[0-9a-f]{12}\.gguf", name)


def test_a_pack_that_is_not_finished_has_neither_new_names_nor_new_lines(stick, entries, profile):
    """A file that changed is packed again and stopped half-way: the pack is still what its list says."""
    before = tree(stick)
    write_tiny_gguf(profile.models / "one.gguf", seed=9)
    steps = []
    entries = Library(profile, roots=dict).read_scan().entries
    with pytest.raises(Cancelled):
        pack(entries, stick, lambda *step: len(steps) < 2 and not steps.append(step))
    assert {name: data for name, data in tree(stick).items() if not name.endswith(".part")} == before
    pack(entries, stick, going_on)
    assert (stick / "one.gguf").read_bytes() == (profile.models / "one.gguf").read_bytes()
    assert tree(stick, ".part") == {}


def test_a_drive_that_is_taken_out_is_said_as_that(stick, tmp_path, monkeypatch):
    really_open = Path.open

    def gone(path, *arguments, **options):
        if path.suffix == ".gguf":
            raise OSError(errno.EIO, "Input/output error", str(path))
        return really_open(path, *arguments, **options)

    monkeypatch.setattr(Path, "open", gone)
    with pytest.raises(PackDamaged, match="perhaps its drive was taken out"):
        unpack(stick, tmp_path / "there", going_on, now_s=5)


def test_why_a_pack_is_not_made_is_said_as_that(entries, tmp_path):
    entry = next(entry for entry in entries if entry.name == "one")
    write_provenance(entry.path, Provenance("0" * 64, entry.size_bytes))
    with pytest.raises(PackDamaged) as caught:
        pack([entry], tmp_path / "stick", going_on)
    assert describe(caught.value).sentence.startswith("The model pack was not made, because of one.gguf: ")


def test_the_room_of_a_folder_that_is_to_be_is_that_of_its_disk(tmp_path):
    room = room_for(5, tmp_path / "new/er")
    assert room.is_enough
    assert abs(room.free_bytes - shutil.disk_usage(tmp_path).free) < 10**9
    assert not room_for(room.free_bytes * 2, tmp_path).is_enough


def test_hashing_what_is_here_already_can_be_stopped(stick, tmp_path):
    unpack(stick, tmp_path / "there", going_on, now_s=5)
    with pytest.raises(Cancelled):
        unpack(stick, tmp_path / "there", lambda *_step: False, now_s=5)


@pytest.mark.parametrize("n_steps", [1, 2, 3, 4])
def test_copying_goes_on_where_it_was_stopped(entries, tmp_path, n_steps, monkeypatch):
    monkeypatch.setattr("leeward.library.pack._CHUNK_BYTES", 40_000)
    steps = []

    def stopping(*step):
        steps.append(step)
        return len(steps) < n_steps

    with pytest.raises(Cancelled):
        pack(entries, tmp_path / "stick", stopping)
    assert not (tmp_path / "stick" / MANIFEST).exists()
    pack(entries, tmp_path / "stick", going_on)
    steps.clear()
    with pytest.raises(Cancelled):
        unpack(tmp_path / "stick", tmp_path / "there", stopping, now_s=5)
    assert tree(tmp_path / "there", ".gguf") == {}
    unpack(tmp_path / "stick", tmp_path / "there", going_on, now_s=5)
    assert tree(tmp_path / "there", ".gguf") == tree(tmp_path / "stick", ".gguf")


def test_a_rest_of_something_else_does_not_come_into_the_copy(stick, tmp_path):
    (tmp_path / "there").mkdir()
    (tmp_path / "there" / "one.gguf.part").write_bytes(os.urandom(1_000_000))
    unpack(stick, tmp_path / "there", going_on, now_s=5)
    assert tree(tmp_path / "there", ".gguf") == tree(stick, ".gguf")


@pytest.mark.parametrize("name", ["one.gguf", "three-00002-of-00003.gguf", "three-00003-of-00003.gguf"])
@pytest.mark.parametrize("damage", ["flipped", "cut", "gone", "link"])
def test_one_wrong_byte_and_nothing_of_a_pack_counts(stick, tmp_path, name, damage):
    data = bytearray((stick / name).read_bytes())
    data[len(data) // 2] ^= 1
    (stick / name).unlink()
    if damage == "flipped":
        (stick / name).write_bytes(data)
    elif damage == "cut":
        (stick / name).write_bytes(data[:-1])
    elif damage == "link":
        (stick / name).symlink_to("/etc/passwd")
    with pytest.raises(PackDamaged):
        unpack(stick, tmp_path / "there", going_on, now_s=5)
    assert tree(tmp_path / "there", ".gguf") == {}


def test_unpacking_twice_changes_nothing_and_another_model_of_the_name_stays(stick, tmp_path):
    there = tmp_path / "there"
    first = unpack(stick, there, going_on, now_s=5)
    assert unpack(stick, there, going_on, now_s=6) == first
    assert read_provenance(first[0]).made_s == 5
    first[0].write_bytes(b"the user's own")
    second = unpack(stick, there, going_on, now_s=7)
    assert first[0].read_bytes() == b"the user's own"
    assert second[0].parent.parent == there
    assert second[0].read_bytes() == (stick / "one.gguf").read_bytes()


def test_a_full_disk_is_said_before_anything_is_copied(stick, tmp_path, monkeypatch):
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: type("Usage", (), {"free": 10})())
    with pytest.raises(StorageFull):
        unpack(stick, tmp_path / "there", going_on, now_s=5)
    assert list((tmp_path / "there").iterdir()) == []


HOSTILE = ["../x.gguf", "/etc/x.gguf", "a/b.gguf", "a\\b.gguf", "..", "x.gguf\0", "C:x.gguf", "CON.gguf", "x.gguf.",
           "-x.gguf", "\u202ex.gguf", "x.txt", "", ".x.gguf", "n" * 300 + ".gguf"]  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_in_a_list_is_refused(stick, tmp_path, name):
    manifest = json.loads((stick / MANIFEST).read_text())
    manifest["models"][0]["files"][0]["name"] = name
    (stick / MANIFEST).write_text(json.dumps(manifest))
    with pytest.raises(PackDamaged):
        unpack(stick, tmp_path / "there", going_on, now_s=5)
    assert not (tmp_path / "there").exists()


@pytest.mark.parametrize(
    "text",
    ["", "{}", "[]", '{"format": "leeward-model-pack", "version": 2}', "[" * 100_000,
     '{"format": "leeward-model-pack", "version": 1, "models": [{"name": "a", "license": "", "files": []}]}',
     '{"format": "leeward-model-pack", "version": 1, "models": [{"name": "a", "license": "", "files": '
     '[{"name": "a.gguf", "size_bytes": -1, "sha256": "' + "0" * 64 + '"}]}]}'],
)  # fmt: skip
def test_a_list_that_is_none_is_refused(tmp_path, text):
    (tmp_path / MANIFEST).write_text(text)
    with pytest.raises(PackDamaged):
        unpack(tmp_path, tmp_path / "there", going_on, now_s=5)


def test_a_folder_without_a_list_is_no_pack(tmp_path):
    with pytest.raises(PackDamaged):
        read_manifest(tmp_path)


def test_parts_of_a_model_with_an_odd_name_stay_parts(profile, tmp_path):
    write_tiny_gguf(profile.models / "it's [odd].gguf", n_tensors_a_file=4)
    (entry,) = Library(profile, roots=dict).read_scan().entries
    pack([entry], tmp_path / "stick", going_on)
    there = Profile(tmp_path / "there")
    unpack(tmp_path / "stick", there.models, going_on, now_s=5)
    (unpacked,) = Library(there, roots=dict).read_scan().entries
    assert (unpacked.n_files, unpacked.missing, unpacked.damage) == (3, "", "")
    assert unpacked.can_be_loaded
