# SPDX-License-Identifier: Apache-2.0
"""B12: links in a model folder are listed as links, loops end, and deleting removes a link and never what it leads to."""

import sys

import pytest

from helpers.tiny_gguf import write_tiny_gguf
from leeward.domain.errors import ModelError
from leeward.library.entries import EntryState
from leeward.library.folders import MAX_DEPTH
from leeward.library.models import Library
from leeward.library.provenance import Provenance, write_provenance
from leeward.library.removal import Removal
from leeward.storage.profile import Profile

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="links need a right of their own there")


@pytest.fixture
def profile(tmp_path):
    profile = Profile(tmp_path / "p")
    profile.create()
    return profile


@pytest.fixture
def library(profile):
    return Library(profile, roots=dict)


@pytest.fixture
def canary(tmp_path):
    """A folder outside with a model in it that even has a sidecar of ours."""
    folder = tmp_path / "canary"
    folder.mkdir()
    path = write_tiny_gguf(folder / "canary.gguf")
    write_provenance(path, Provenance("0" * 64, path.stat().st_size))
    return folder


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_B12_deleting_a_link_leaves_the_file_it_leads_to(profile, library, canary):
    before = contents(canary)
    link = profile.models / "linked.gguf"
    link.symlink_to(canary / "canary.gguf")
    write_provenance(link, Provenance("0" * 64, (canary / "canary.gguf").stat().st_size))
    (entry,) = library.scan().entries
    assert entry.is_linked
    assert library.remove(entry) is Removal.UNLINK
    assert not link.is_symlink()
    assert contents(canary) == before


def test_B12_what_lies_in_a_linked_folder_is_listed_and_not_deleted(profile, library, canary):
    before = contents(canary)
    (profile.models / "link").symlink_to(canary)
    (entry,) = library.scan().entries
    assert (entry.is_linked, entry.can_be_loaded) == (True, True)
    with pytest.raises(ModelError):
        library.remove(entry)
    assert contents(canary) == before
    assert (profile.models / "link").is_symlink()


def test_B12_a_file_that_became_a_link_after_the_scan_is_only_unlinked(profile, library, canary):
    path = write_tiny_gguf(profile.models / "ours.gguf")
    write_provenance(path, Provenance("0" * 64, path.stat().st_size))
    (entry,) = library.scan().entries
    before = contents(canary)
    path.unlink()
    path.symlink_to(canary / "canary.gguf")
    assert library.remove(entry) is Removal.UNLINK
    assert contents(canary) == before


def test_B12_a_link_that_leads_nowhere_is_listed_with_the_reason(profile, library):
    (profile.models / "broken.gguf").symlink_to(profile.root / "gone.gguf")
    (entry,) = library.read_scan().entries
    assert (entry.state, entry.can_be_loaded) == (EntryState.DAMAGED, False)
    assert "link" in entry.damage


def test_B12_loops_end_and_every_model_is_listed_once(profile, library):
    deep = profile.models / "a" / "b"
    deep.mkdir(parents=True)
    write_tiny_gguf(deep / "tiny.gguf")
    (deep / "up").symlink_to(profile.models)
    (deep / "self").symlink_to(deep)
    (deep / "dead.gguf").symlink_to(deep / "dead.gguf")
    names = [entry.name for entry in library.scan().entries]
    assert sorted(names) == ["dead", "tiny"]


def test_B12_folders_without_end_are_left_at_some_depth(profile, library):
    folder = profile.models
    for _ in range(MAX_DEPTH + 4):
        folder /= "d"
    folder.mkdir(parents=True)
    write_tiny_gguf(folder / "tiny.gguf")
    assert library.scan().entries == ()


def test_B12_a_thousand_entries_with_links_are_scanned(profile, library, canary):
    for number in range(500):
        (profile.models / f"{number}.gguf").write_bytes(b"GGUF")
        (profile.models / f"link-{number}.gguf").symlink_to(canary / "canary.gguf")
    (profile.models / "loop").symlink_to(profile.models)
    entries = library.scan().entries  # how long it takes: tests/bench/bench_scan.py
    assert (len(entries), sum(entry.is_linked for entry in entries)) == (1000, 500)
