# SPDX-License-Identifier: Apache-2.0
"""B11: a model in several files is one item; with a file missing or bad it is not offered, and the file is named."""

import pytest

from helpers.tiny_gguf import write_tiny_gguf
from leeward.domain.errors import ModelError
from leeward.library.entries import EntryState
from leeward.library.model_check import check_model_file
from leeward.library.models import Library
from leeward.storage.profile import Profile

PARTS = [f"tiny-{number:05d}-of-00003.gguf" for number in (1, 2, 3)]


@pytest.fixture
def profile(tmp_path):
    profile = Profile(tmp_path / "p")
    profile.create()
    write_tiny_gguf(profile.models / "tiny.gguf", n_tensors_a_file=4)
    assert sorted(path.name for path in profile.models.iterdir()) == PARTS
    return profile


def only_entry(profile):
    (entry,) = Library(profile, roots=dict).read_scan().entries
    return entry


def test_B11_a_whole_model_is_one_item(profile):
    entry = only_entry(profile)
    assert (entry.state, entry.n_files, entry.name) == (EntryState.READY, 3, "tiny")
    assert entry.size_bytes == sum(path.stat().st_size for path in profile.models.iterdir())
    assert entry.can_be_loaded


@pytest.mark.parametrize("part", PARTS)
def test_B11_a_missing_part_is_named_and_nothing_is_offered(profile, part):
    (profile.models / part).unlink()
    entry = only_entry(profile)
    assert (entry.state, entry.missing, entry.can_be_loaded) == (EntryState.INCOMPLETE, part, False)
    with pytest.raises(ModelError) as caught:
        check_model_file(profile.models / PARTS[0])
    assert caught.value.path.name == part


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("damage", ["flipped", "cut", "swapped"])
def test_B11_a_bad_part_is_named_and_nothing_is_offered(profile, part, damage):
    path = profile.models / part
    data = bytearray(path.read_bytes())
    if damage == "flipped":
        data[9] ^= 0xFF  # in the number of tensors
    elif damage == "cut":
        del data[-40:]
    else:
        data = bytearray((profile.models / PARTS[PARTS.index(part) - 1]).read_bytes())
    path.write_bytes(data)
    entry = only_entry(profile)
    assert (entry.state, entry.can_be_loaded) == (EntryState.DAMAGED, False)
    assert part == PARTS[0] or part in entry.damage
    with pytest.raises(ModelError):
        check_model_file(profile.models / PARTS[0])


def test_B11_a_part_that_comes_back_makes_the_model_whole(profile):
    away = (profile.models / PARTS[1]).rename(profile.root / "away")
    assert only_entry(profile).state is EntryState.INCOMPLETE
    away.rename(profile.models / PARTS[1])
    assert only_entry(profile).state is EntryState.READY
