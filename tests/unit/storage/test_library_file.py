# SPDX-License-Identifier: Apache-2.0
import json
import os
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from filelock import FileLock

from leeward.domain.errors import StorageLocked
from leeward.domain.model_settings import ModelSettings, model_key
from leeward.storage import library_file
from leeward.storage.library_file import LibraryContents, LibraryFile

KEY = model_key("a.gguf", 5)
SETTINGS = ModelSettings(n_ctx=4096, kv_type="q8_0", template="chatml", adapters=((Path("/x/lora.gguf"), 0.5),))


@pytest.fixture
def file(tmp_path):
    return LibraryFile(tmp_path / "library.json", clock=lambda: 7)


def test_what_was_written_is_read_again(file):
    odd = Path(os.fsdecode(b"/models/\xff"))  # names of files need not be UTF-8
    contents = LibraryContents((Path("/m"), odd), (Path("/f/é.gguf"),), ("ollama",), {KEY: SETTINGS})
    file.update(lambda _: contents)
    assert file.read() == contents


def test_keys_that_are_not_known_are_kept(file, tmp_path):
    foreign = {"later": 1, "models": {KEY: {"n_ctx": 512, "later": [2]}, "odd": 3}}
    (tmp_path / "library.json").write_text(json.dumps(foreign))
    file.update(lambda contents: replace(contents, models={KEY: ModelSettings(n_batch=64)}))
    table = json.loads((tmp_path / "library.json").read_text())
    assert table["later"] == 1
    assert table["models"] == {KEY: {"n_batch": 64, "later": [2]}, "odd": 3}


def test_settings_that_were_dropped_are_gone(file):
    file.update(lambda contents: replace(contents, models={KEY: SETTINGS}))
    file.update(lambda contents: replace(contents, models={}))
    assert file.read().models == {}


def test_a_value_that_is_not_allowed_is_left_out_and_the_others_count(file, tmp_path):
    entry = {"n_ctx": -5, "n_threads": True, "kv_type": "q9", "use_mmap": False, "temperature": 1}
    (tmp_path / "library.json").write_text(json.dumps({"models": {KEY: entry}, "folders": "no list"}))
    assert file.read() == LibraryContents(models={KEY: ModelSettings(use_mmap=False, temperature=1.0)})


@pytest.mark.parametrize("broken", [b"{", b"\xff", b"[1]", b"[" * 100_000])
def test_a_file_that_does_not_parse_is_kept_beside(file, tmp_path, broken):
    (tmp_path / "library.json").write_bytes(broken)
    assert file.read() == LibraryContents()
    file.update(lambda contents: replace(contents, programs=("jan",)))
    assert (tmp_path / "library.json.bad-7").read_bytes() == broken
    assert file.read().programs == ("jan",)


def test_two_writers_at_once_lose_nothing(file):
    def add(number):
        file.update(lambda contents: replace(contents, folders=(*contents.folders, Path(f"/{number}"))))

    threads = [threading.Thread(target=add, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {str(folder) for folder in file.read().folders} == {f"/{number}" for number in range(8)}


def test_a_lock_that_is_never_given_back_is_said(file, tmp_path, monkeypatch):
    monkeypatch.setattr(library_file, "LOCK_WAIT_S", 0.05)
    with FileLock(tmp_path / "library.json.lock"), pytest.raises(StorageLocked):
        file.update(lambda contents: contents)
    assert not (tmp_path / "library.json").exists()
