# SPDX-License-Identifier: Apache-2.0
from pathlib import Path

import pytest

from leeward.domain.errors import ModelNotFound
from leeward.library.models import Library
from leeward.library.resolve import resolve_model
from leeward.storage.profile import Profile


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "models"
    folder.mkdir()
    for name in ("Mistral-7B-Q4.gguf", "mistral-nemo.gguf", "notes.txt"):
        (folder / name).write_bytes(b"GGUF")
    return folder


@pytest.fixture
def library(folder):
    return Library(Profile(folder.parent), roots=dict)


def test_a_path_is_that_file(folder, library):
    assert resolve_model(str(folder / "mistral-nemo.gguf"), library).path == folder / "mistral-nemo.gguf"


@pytest.mark.parametrize(
    ("wanted", "file"),
    [
        ("mistral-nemo", "mistral-nemo.gguf"),
        ("MISTRAL-NEMO.GGUF", "mistral-nemo.gguf"),
        ("mistral-7b", "Mistral-7B-Q4.gguf"),
        ("mistral", "Mistral-7B-Q4.gguf"),
    ],
)
def test_a_name_or_its_beginning_finds_the_file_in_a_folder(library, wanted, file):
    assert resolve_model(wanted, library).path.name == file


@pytest.mark.parametrize("wanted", ["nothing", "notes", "./gone.gguf"])
def test_what_is_not_there_is_named(library, wanted):
    with pytest.raises(ModelNotFound) as caught:
        resolve_model(wanted, library)
    assert caught.value.path == Path(wanted)


def test_the_starter_model_has_its_own_name(library, starter_model, monkeypatch):
    monkeypatch.setenv("LEEWARD_STARTER", str(starter_model))
    assert resolve_model("starter", library).name == "SmolLM2 135M Instruct"


def test_a_missing_starter_model_is_said(library, monkeypatch, tmp_path):
    monkeypatch.setenv("LEEWARD_STARTER", str(tmp_path / "gone.gguf"))
    with pytest.raises(ModelNotFound):
        resolve_model("starter", library)
