# SPDX-License-Identifier: Apache-2.0
"""B2: the program is killed again and again in the middle of a download; it goes on where it was, and ends right."""

import os
import random
import signal
import subprocess
import sys
import threading
from pathlib import Path

import msgspec
import pytest

from helpers import pull_victim
from helpers.fake_hub import COMMIT, FakeHub, FakeRepo, serving
from leeward.domain.hub import RepoFile, Repository
from leeward.library.offers import choose
from leeward.library.pull import plan_pull

N_KILLS = 100
DATA = b"GGUF" + random.Random(2).randbytes(64 * 1024**2 - 4)


@pytest.mark.skipif(sys.platform == "win32", reason="kills by fork and signal")
def test_B2_killed_a_hundred_times_it_is_right_and_little_comes_twice(tmp_path):
    draw = random.Random(3)
    with serving(FakeHub(repos={"org/m": FakeRepo({"m.gguf": DATA})}, bytes_per_second=20e6)) as hub:
        sha256 = hub.blob(DATA)
        repository = Repository("org/m", COMMIT, "mit", False, (RepoFile("m.gguf", len(DATA), sha256),))
        models = tmp_path / "models"
        models.mkdir()
        plan = plan_pull(hub.address, repository, choose(repository), models)
        target, part = plan.paths[0], plan.folder / "m.gguf.part"
        plan_file = tmp_path / "plan.json"
        plan_file.write_bytes(msgspec.json.encode(plan, enc_hook=str))
        environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
        command = [sys.executable, pull_victim.__file__, str(plan_file)]
        with subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment
        ) as victim:
            lost, n_kills, status = [], 0, -1
            while n_kills < N_KILLS or status != 0:
                had, sent = _size(part), hub.sent_bytes
                victim.stdin.write("go\n")
                victim.stdin.flush()
                pid = int(victim.stdout.readline())
                if n_kills < N_KILLS:
                    n_kills += 1
                    _wait_for(hub, sent + draw.randrange(100_000, 900_000), part)
                    os.kill(pid, signal.SIGKILL)
                status = int(victim.stdout.readline())
                lost.append(hub.sent_bytes - sent - (_size(target if status == 0 else part) - had))
            victim.stdin.close()
    assert target.read_bytes() == DATA
    assert max(lost) <= 4 * 1024**2
    assert sorted(each.name for each in plan.folder.iterdir()) == ["m.gguf", "m.gguf.json"], "no orphans"
    begins = [headers.get("Range") for path, headers in hub.requests if path.startswith("/cdn/")]
    assert len(begins) == N_KILLS + 1
    assert begins.count(None) <= 2, "all others went on in the middle"


def _wait_for(hub: FakeHub, n_bytes: int, part: Path) -> None:
    pause = threading.Event()
    for _ in range(20_000):
        if hub.sent_bytes >= n_bytes and part.exists():
            return
        pause.wait(0.001)
    raise AssertionError("nothing comes")


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0
