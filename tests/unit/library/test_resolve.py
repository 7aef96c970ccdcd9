# SPDX-License-Identifier: Apache-2.0
from pathlib import Path

import pytest

from leeward.domain.errors import ModelNotFound
from leeward.library.resolve import resolve_model


@pytest.fixture
def folder(tmp_path):
    for name in ("Mistral-7B-Q4.gguf", "mistral-nemo.gguf", "notes.txt"):
        (tmp_path / name).write_bytes(b"GGUF")
    return tmp_path


def test_a_path_is_that_file(folder):
    assert resolve_model(str(folder / "mistral-nemo.gguf"), []).path == folder / "mistral-nemo.gguf"


@pytest.mark.parametrize(
    ("wanted", "file"),
    [
        ("mistral-nemo", "mistral-nemo.gguf"),
        ("MISTRAL-NEMO.GGUF", "mistral-nemo.gguf"),
        ("mistral-7b", "Mistral-7B-Q4.gguf"),
        ("mistral", "Mistral-7B-Q4.gguf"),
    ],
)
def test_a_name_or_its_beginning_finds_the_file_in_a_folder(folder, wanted, file):
    assert resolve_model(wanted, [folder]).path.name == file


@pytest.mark.parametrize("wanted", ["nothing", "notes", "./gone.gguf"])
def test_what_is_not_there_is_named(folder, wanted):
    with pytest.raises(ModelNotFound) as caught:
        resolve_model(wanted, [folder, folder / "no such folder"])
    assert caught.value.path == Path(wanted)


def test_the_starter_model_has_its_own_name(starter_model, monkeypatch):
    monkeypatch.setenv("LEEWARD_STARTER", str(starter_model))
    assert resolve_model("starter", []).name == "SmolLM2 135M Instruct"


def test_a_missing_starter_model_is_said(monkeypatch, tmp_path):
    monkeypatch.setenv("LEEWARD_STARTER", str(tmp_path / "gone.gguf"))
    with pytest.raises(ModelNotFound):
        resolve_model("starter", [])
