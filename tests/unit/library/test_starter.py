# SPDX-License-Identifier: Apache-2.0
"""The starter model is found where it may lie, and only the real one."""

import shutil
import sys
from pathlib import Path

import pytest

from leeward.library import starter


@pytest.fixture(autouse=True)
def _nothing_installed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv(starter.PATH_VARIABLE)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "program" / "leeward"))
    monkeypatch.setattr(starter, "models_cache_folder", lambda: tmp_path / "cache" / "models")


def _file_of_the_right_size(path: Path) -> Path:
    path.parent.mkdir(parents=True)
    with path.open("wb") as file:
        file.truncate(starter.SIZE_BYTES)  # sparse: takes no room
    return path


def test_no_starter_is_none() -> None:
    assert starter.find_starter() is None


def test_the_cache_folder_is_looked_into(tmp_path: Path) -> None:
    path = _file_of_the_right_size(tmp_path / "cache" / "models" / starter.FILE_NAME)
    found = starter.find_starter()
    assert found is not None
    assert (found.path, found.display_name, found.license) == (path, "SmolLM2 135M Instruct", "Apache-2.0")


def test_beside_the_program_comes_before_the_cache(tmp_path: Path) -> None:
    _file_of_the_right_size(tmp_path / "cache" / "models" / starter.FILE_NAME)
    beside = _file_of_the_right_size(tmp_path / "program" / "models" / starter.FILE_NAME)
    found = starter.find_starter()
    assert found is not None
    assert found.path == beside


def test_a_frozen_bundle_brings_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _file_of_the_right_size(tmp_path / "program" / "models" / starter.FILE_NAME)
    inside = _file_of_the_right_size(tmp_path / "bundle" / "models" / starter.FILE_NAME)
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path / "bundle"), raising=False)
    found = starter.find_starter()
    assert found is not None
    assert found.path == inside


def test_a_file_named_by_the_environment_is_never_replaced_by_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _file_of_the_right_size(tmp_path / "cache" / "models" / starter.FILE_NAME)
    monkeypatch.setenv(starter.PATH_VARIABLE, str(tmp_path / "gone.gguf"))
    assert starter.find_starter() is None


def test_half_a_download_is_passed_over(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    half = tmp_path / "program" / "models" / starter.FILE_NAME
    half.parent.mkdir(parents=True)
    half.write_bytes(b"GGUF")
    whole = _file_of_the_right_size(tmp_path / "cache" / "models" / starter.FILE_NAME)
    found = starter.find_starter()
    assert found is not None
    assert found.path == whole
    assert "has 4 bytes" in caplog.text


@pytest.mark.model
def test_the_real_file_verifies_and_one_changed_byte_does_not(starter_model: Path, tmp_path: Path) -> None:
    assert starter.verify(starter_model)
    changed = tmp_path / "changed.gguf"
    shutil.copyfile(starter_model, changed)
    with changed.open("r+b") as file:
        file.seek(starter.SIZE_BYTES // 2)
        byte = file.read(1)
        file.seek(-1, 1)
        file.write(bytes([byte[0] ^ 1]))
    assert not starter.verify(changed)
