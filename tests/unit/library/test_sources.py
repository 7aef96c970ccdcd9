# SPDX-License-Identifier: Apache-2.0
"""Where models come from, over real files as other programs lay them."""

import pytest

from helpers.other_programs import write_ollama
from helpers.tiny_gguf import write_tiny_gguf
from leeward.library.models import Library
from leeward.library.sources import source_text
from leeward.storage.profile import Profile


@pytest.fixture
def library(tmp_path):
    profile = Profile(tmp_path / "p")
    profile.create()
    write_tiny_gguf(profile.models / "own.gguf")
    write_ollama(tmp_path / "ollama")
    roots = {"ollama": (tmp_path / "ollama", tmp_path / "nowhere"), "jan": (tmp_path / "jan",)}
    return Library(profile, roots=lambda: roots)


def sources(library):
    library.read_scan()
    return {source.what: source for source in library.sources()}


def test_leewards_own_folder_is_first_and_other_programs_are_those_that_are_here(library, tmp_path):
    own, ollama = sources(library).values()
    assert (own.is_own, own.n_models, own.is_listed) == (True, 1, True)
    assert own.size_bytes == (library.own_folder / "own.gguf").stat().st_size
    assert (ollama.what, ollama.name, ollama.n_models, ollama.is_listed) == ("ollama", "Ollama", 1, False)
    assert ollama.places == (tmp_path / "ollama",)


def test_a_program_is_listed_when_it_was_added_and_is_not_after_it_was_taken_off(library):
    library.add_program("ollama")
    assert sources(library)["ollama"].is_listed
    assert library.forget("ollama")
    assert not sources(library)["ollama"].is_listed


def test_a_listed_program_that_is_gone_can_still_be_taken_off(library):
    library.add_program("jan")
    jan = sources(library)["jan"]
    assert (jan.is_listed, jan.is_away, jan.n_models) == (True, True, 0)
    assert source_text(jan) == "not found on this computer now"


def test_a_folder_that_is_away_says_what_was_in_it(library, tmp_path):
    drive = tmp_path / "drive"
    drive.mkdir()
    write_tiny_gguf(drive / "a.gguf")
    write_tiny_gguf(drive / "b.gguf")
    library.add(drive)
    assert source_text(sources(library)[drive]).startswith("2 models, ")
    drive.rename(tmp_path / "unplugged")
    away = sources(library)[drive]
    assert (away.is_away, away.n_models) == (True, 2)
    assert source_text(away).startswith("away: the drive or folder is not there; 2 models, ")


def test_a_single_file_is_a_place_of_its_own(library, tmp_path):
    file = write_tiny_gguf(tmp_path / "single.gguf")
    library.add(file)
    assert source_text(sources(library)[file]).endswith("kB")
    file.unlink()
    gone = sources(library)[file]
    assert gone.is_away
    assert source_text(gone) == "away: the drive or file is not there"
    assert library.forget(file)
    assert file not in sources(library)


def test_a_folder_of_another_user_is_no_failure(library, tmp_path):
    (tmp_path / "ollama").chmod(0)
    try:
        assert sources(library)["ollama"].n_models in (0, 1)  # 1: for root every folder is open
    finally:
        (tmp_path / "ollama").chmod(0o755)
