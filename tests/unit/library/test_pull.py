# SPDX-License-Identifier: Apache-2.0
"""A model with all its files: parts beside each other, one sum of progress, one refusal before anything is begun."""

import dataclasses
import threading

import pytest

from helpers.fake_hub import COMMIT, FakeHub, FakeRepo, serving
from leeward.domain.errors import FolderAway, HubRefused, NoRoomForDownload
from leeward.domain.hub import RepoFile, Repository
from leeward.domain.network import NetworkSettings
from leeward.library.offers import choose
from leeward.library.provenance import read_provenance
from leeward.library.pull import Pull, plan_pull
from leeward.library.transfer import Cancelled
from leeward.library.web import StopFlag, Surroundings

PARTS = {f"Q8_0/m-{number:05}-of-00003.gguf": b"GGUF" + bytes([number]) * 100_000 for number in (1, 2, 3)}
FILES = PARTS | {"mmproj-F16.gguf": b"GGUF" + bytes(1000)}


class Rig:
    def __init__(self, hub, root):
        self.hub, self.root, self.stop, self.told = hub, root, StopFlag(), []
        files = tuple(RepoFile(path, len(data), hub.blob(data)) for path, data in FILES.items())
        self.repository = Repository("org/m", COMMIT, "mit", False, files)
        self.plan = plan_pull(hub.address, self.repository, choose(self.repository), root)
        self.around = Surroundings(
            network=NetworkSettings(hub.address, is_loopback_http_allowed=True),
            free_bytes=lambda _folder: 2**40,
            sleep=lambda _stop, _seconds: None,
        )

    def pull(self, **options):
        return Pull(self.plan, self.around, self.stop, self.told.append, **options).run()


@pytest.fixture
def rig(tmp_path):
    with serving(FakeHub(repos={"org/m": FakeRepo(FILES)})) as hub:
        yield Rig(hub, tmp_path)


@pytest.mark.parametrize("n_parallel", [1, 2, 8])
def test_all_files_of_a_model_lie_in_one_folder_with_their_provenance(rig, n_parallel):
    paths = rig.pull(n_parallel=n_parallel)
    assert [path.relative_to(rig.root).as_posix() for path in paths] == [
        *(f"org/m/{path}" for path in PARTS),
        "org/m/Q8_0/mmproj-F16.gguf",
    ]
    assert [path.read_bytes() for path in paths] == list(FILES.values())
    made = read_provenance(paths[1])
    assert (made.repository, made.revision, made.license) == ("org/m", COMMIT, "mit")
    assert made.file == "Q8_0/m-00002-of-00003.gguf"
    assert rig.told[-1].done_bytes == rig.told[-1].size_bytes == sum(map(len, FILES.values()))
    dones = [progress.done_bytes for progress in rig.told]
    assert dones == sorted(dones)


def test_no_more_than_the_limit_run_beside_each_other(rig):
    running, most, lock = set(), [], threading.Lock()
    real = rig.around.open_part

    def counted(path):
        file = real(path)
        with lock:
            running.add(path)
            most.append(len(running))
        close = file.close

        class Counted:
            def __enter__(self):
                return file

            def __exit__(self, *_):
                with lock:
                    running.discard(path)
                close()

        return Counted()

    rig.around = dataclasses.replace(rig.around, open_part=counted)
    rig.pull(n_parallel=2)
    assert max(most) <= 2
    assert len(most) == 4


def test_room_is_looked_for_before_anything_is_begun_and_for_all_files_together(rig):
    needed = sum(map(len, FILES.values())) + 1024**3
    rig.around = dataclasses.replace(rig.around, free_bytes=lambda _folder: needed - 1)
    with pytest.raises(NoRoomForDownload):
        rig.pull()
    assert rig.hub.requests == []
    rig.around = dataclasses.replace(rig.around, free_bytes=lambda _folder: needed)
    rig.pull()


def test_a_model_folder_that_is_away_is_not_made_anew(rig):
    rig.root.rmdir()
    with pytest.raises(FolderAway):
        rig.pull()
    assert not rig.root.exists()


def test_the_reason_of_one_part_ends_the_others_and_is_told(rig):
    rig.hub.repos["org/m"].is_gated = True
    with pytest.raises(HubRefused):
        rig.pull()


def test_a_stop_keeps_what_has_come_and_the_next_run_goes_on(rig):
    rig.hub.faults = [("cut", 50_000), ("stall",), ("stall",), ("stall",)]
    ended = threading.Event()

    def work():
        with pytest.raises(Cancelled):
            rig.pull(n_parallel=4)
        ended.set()

    thread = threading.Thread(target=work)
    thread.start()
    assert rig.hub.stalled.wait(20)
    rig.stop.set()
    assert ended.wait(20)
    thread.join()
    assert list(rig.plan.folder.glob("*.gguf")) == []
    rig.hub.faults, rig.stop = [], StopFlag()
    assert [path.read_bytes() for path in rig.pull()] == list(FILES.values())


def test_what_is_there_already_is_checked_and_not_fetched_again(rig):
    rig.pull()
    n_requests = len(rig.hub.requests)
    rig.told.clear()
    rig.pull()
    assert len(rig.hub.requests) == n_requests
