# SPDX-License-Identifier: Apache-2.0
"""Files of keys and values: what is damaged or of something else is refused, every time, and the quota is kept."""

import os
import random
import subprocess
import sys
import time
from dataclasses import replace

import pytest

from leeward.domain.kv import KvStore, kv_file_name, kv_name, kv_name_of
from leeward.engine.child.kv_files import KeptText, Shelf, fingerprint

TEXT = KeptText(
    list(range(300)), "the text", ((0, 3),), ((8, 300),), bytearray(os.urandom(20_000)), pieces=((0, 256), (256, 290))
)


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "kv"
    made.mkdir()
    return made


def shelf(folder, model="model A", quota=10_000_000):
    return Shelf(KvStore(folder, quota), model)


def keep(folder, name="chat-1", text=TEXT, **options):
    made = shelf(folder, **options)
    made.write(name, "", text)
    made.close(5.0)


def same(found, text=TEXT):
    return (
        found is not None
        and (found.tokens, found.text, found.literals, found.marks, found.pieces)
        == (text.tokens, text.text, text.literals, text.marks, text.pieces)
        and bytes(found.state) == bytes(text.state)
    )


def test_a_checkpoint_within_a_text_is_found_again_with_it(folder):
    keep(folder, text=replace(TEXT, earlier=(120, os.urandom(5000))))
    whole = the_file(folder).read_bytes()
    found = shelf(folder).read("chat-1", "")
    assert same(found)
    assert (found.earlier[0], len(found.earlier[1])) == (120, 5000)
    assert whole.endswith(bytes(found.state) + bytes(found.earlier[1]))
    the_file(folder).write_bytes(whole[:-1])
    assert shelf(folder).read("chat-1", "") is None


def the_file(folder):
    (path,) = folder.iterdir()
    return path


def test_what_is_kept_is_found_again_and_private(folder):
    keep(folder)
    assert same(shelf(folder).read("chat-1", ""))
    assert the_file(folder).stat().st_mode & 0o777 == 0o600
    assert shelf(folder).read("chat-2", "") is None


def test_what_is_not_written_yet_is_found_too(folder):
    made = shelf(folder)
    made.write("chat-1", "", TEXT)
    assert same(made.read("chat-1", ""))
    made.close(5.0)


def test_a_flipped_byte_is_refused_wherever_it_is_and_the_file_goes(folder):
    keep(folder)
    whole = the_file(folder).read_bytes()
    path, rng = the_file(folder), random.Random(7)
    for _ in range(100):
        damaged = bytearray(whole)
        damaged[rng.randrange(len(whole))] ^= 1 << rng.randrange(8)
        path.write_bytes(damaged)
        assert shelf(folder).read("chat-1", "") is None
        assert not path.exists()
    path.write_bytes(whole)
    assert same(shelf(folder).read("chat-1", ""))


def test_a_truncated_file_is_refused_wherever_it_ends(folder):
    keep(folder)
    whole = the_file(folder).read_bytes()
    path, rng = the_file(folder), random.Random(8)
    for length in [0, 1, 23, 24, len(whole) - 1, *(rng.randrange(len(whole)) for _ in range(95))]:
        path.write_bytes(whole[:length])
        assert shelf(folder).read("chat-1", "") is None
        assert not path.exists()
    path.write_bytes(whole + b"\0")
    assert shelf(folder).read("chat-1", "") is None


def test_another_model_or_engine_does_not_find_it(folder):
    keep(folder)
    assert shelf(folder, model="model B").read("chat-1", "") is None
    assert same(shelf(folder).read("chat-1", ""))
    stolen = the_file(folder)
    stolen.rename(folder / kv_file_name("chat-1", shelf(folder, model="model B")._model))
    assert shelf(folder, model="model B").read("chat-1", "") is None  # under its name, but not its own


def test_other_adapters_are_refused(folder):
    keep(folder)
    assert shelf(folder).read("chat-1", "a.gguf 1 2 0.5") is None


def test_the_least_recently_used_go_when_the_quota_is_full(folder):
    for number in range(1, 5):
        keep(folder, f"chat-{number}", quota=70_000)
        os.utime(max(folder.iterdir(), key=lambda path: path.stat().st_mtime), (1000 + number, 1000 + number))
    assert sorted(kv_name_of(path.name) for path in folder.iterdir()) == ["chat-2", "chat-3", "chat-4"]
    assert shelf(folder).read("chat-2", "") is not None  # used now
    keep(folder, "chat-5", quota=70_000)
    assert sorted(kv_name_of(path.name) for path in folder.iterdir()) == ["chat-2", "chat-4", "chat-5"]
    assert sum(path.stat().st_size for path in folder.iterdir()) <= 70_000


def test_what_is_larger_than_the_quota_is_not_kept(folder):
    keep(folder, quota=10_000)
    assert list(folder.iterdir()) == []


def test_a_newer_text_takes_the_place_of_the_older_one(folder):
    keep(folder)
    newer = KeptText([7, 8, 9], None, (), (), bytearray(b"short"))
    keep(folder, text=newer)
    assert same(shelf(folder).read("chat-1", ""), newer)


def test_what_is_to_be_forgotten_is_not_written_any_more(folder):
    made = shelf(folder)
    made.write("chat-1", "", TEXT)
    made.forget("chat-1")
    made.close(5.0)
    assert made.read("chat-1", "") is None or not list(folder.iterdir())
    made.forget("chat-1")
    assert list(folder.iterdir()) == []


def test_a_folder_that_cannot_be_written_costs_nothing_but_the_file(tmp_path, caplog):
    made = shelf(tmp_path / "not there")
    made.write("chat-1", "", TEXT)
    made.close(5.0)
    assert made.read("chat-1", "") is None
    assert "not kept" in caplog.text


KILLED = """
import os, signal, sys, threading, time
from pathlib import Path
from leeward.domain.kv import KvStore
from leeward.engine.child.kv_files import KeptText, Shelf
threading.Thread(target=lambda: (time.sleep(float(sys.argv[2])), os.kill(os.getpid(), signal.SIGKILL)), daemon=True).start()
shelf = Shelf(KvStore(Path(sys.argv[1]), 10**10), "model A")
print("ready", flush=True)
number = 0
while True:
    number += 1
    shelf.write("chat-1", "", KeptText([number] * 1000, None, (), (), bytearray([number % 251]) * 4_000_000))
    time.sleep(0.002)
"""


def test_a_kill_at_any_moment_leaves_a_whole_file_or_none(folder):
    rng = random.Random(9)
    n_found = 0
    for _ in range(12):
        delay_s = 0.15 + rng.random() * 0.2
        subprocess.run(
            [sys.executable, "-c", KILLED, str(folder), str(delay_s)], check=False, timeout=60, capture_output=True
        )
        found = shelf(folder).read("chat-1", "")
        if found is not None:
            n_found += 1
            number = found.tokens[0]
            assert found.tokens == [number] * 1000
            assert set(bytes(found.state)) == {number % 251}
    assert n_found > 0


def test_what_a_killed_process_left_unfinished_goes(folder):
    left = folder / ".chat-9.0123456789abcdef.kv.77.tmp"
    left.write_bytes(b"half")
    os.utime(left, (time.time() - 3600,) * 2)
    keep(folder)
    assert [path.suffix for path in folder.iterdir()] == [".kv"]


def test_a_model_is_told_by_what_is_in_its_file(tmp_path):
    one, two = tmp_path / "one.gguf", tmp_path / "two.gguf"
    data = bytearray(os.urandom(300_000))
    one.write_bytes(data)
    two.write_bytes(data)
    assert fingerprint(one) == fingerprint(two)
    data[150_000] ^= 1
    two.write_bytes(data)
    assert fingerprint(one) != fingerprint(two)
    (tmp_path / "small.gguf").write_bytes(b"x")
    assert fingerprint(tmp_path / "small.gguf")


def test_names_of_files_hold_no_path():
    for name in ("", "../x", "a/b", "a b", "x" * 65):
        with pytest.raises(ValueError, match="letters"):
            kv_file_name(name, "m")
    assert kv_name_of(kv_file_name(kv_name(12), "m")) == "chat-12"
    assert kv_name(1 << 62) == ""  # a temporary chat
    assert kv_name_of("notes.txt") is None
