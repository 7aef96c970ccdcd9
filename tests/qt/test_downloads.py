# SPDX-License-Identifier: Apache-2.0
"""The queue of downloads: how many run, pause and resume over restarts, cancel, and few signals."""

import time

import pytest

from helpers.fake_hub import COMMIT, FakeHub, FakeRepo, serving
from leeward.bridge.downloads import Downloads, DownloadState
from leeward.bridge.tasks import TaskThread
from leeward.domain.errors import FolderAway, HubRefused
from leeward.domain.hub import RepoFile, Repository
from leeward.domain.network import NetworkSettings
from leeward.library.download_list import DownloadList
from leeward.library.offers import choose
from leeward.library.pull import plan_pull
from leeward.library.web import Surroundings

SIZE = 300_000


class Rig:
    def __init__(self, hub, folder, qtbot):
        self.hub, self.folder, self.qtbot = hub, folder, qtbot
        self.models = folder / "models"
        self.models.mkdir()
        self.kept = DownloadList(folder / "downloads.json")
        self.thread = TaskThread("storage")
        self.queues = []
        self.most_running = 0
        self.downloads = self.queue()

    def queue(self, n_at_once=2):
        network = NetworkSettings(self.hub.address, is_loopback_http_allowed=True)
        around = Surroundings(network=network, free_bytes=lambda _f: 2**40, sleep=lambda stop, _s: stop.wait(0.01))
        made = Downloads(self.kept, self.thread, lambda: around, n_at_once)
        made.changed.connect(self._count)
        self.queues.append(made)
        return made

    def _count(self, _id, _download):
        n_running = sum(each.state is DownloadState.RUNNING for each in self.downloads.all)
        self.most_running = max(self.most_running, n_running)

    def plan(self, number=0):
        data = b"GGUF" + bytes([number]) * SIZE
        repo = f"org/m{number}"
        self.hub.repos.setdefault(repo, FakeRepo({"m.gguf": data}))
        file = RepoFile("m.gguf", len(data), self.hub.blob(data))
        repository = Repository(repo, COMMIT, "mit", False, (file,))
        return plan_pull(self.hub.address, repository, choose(repository), self.models)

    def state(self, download_id):
        return next((each.state for each in self.downloads.all if each.id == download_id), None)

    def wait_for(self, download_id, state):
        self.qtbot.waitUntil(lambda: self.state(download_id) is state, timeout=20_000)

    def settle(self):
        """Wait until the storage thread has done what it was given."""
        done = []
        self.thread.run(lambda: None, done.append, done.append)
        self.qtbot.waitUntil(lambda: bool(done))


@pytest.fixture
def rig(qapp, qtbot, tmp_path):
    with serving(FakeHub()) as hub:
        made = Rig(hub, tmp_path, qtbot)
        yield made
        hub.release.set()
        for queue in made.queues:
            queue.close()
        made.thread.close()


def test_a_download_ends_with_its_verified_file_and_leaves_the_kept_list(rig, qtbot):
    plan = rig.plan()
    with qtbot.waitSignal(rig.downloads.finished, timeout=20_000) as finished:
        made = rig.downloads.add(plan)
    assert finished.args == [made, plan.paths]
    assert plan.paths[0].stat().st_size == SIZE + 4
    assert rig.state(made) is DownloadState.DONE
    rig.settle()
    assert rig.kept.load() == []


def test_no_more_than_the_setting_run_at_once_and_all_end(rig, qtbot):
    ids = [rig.downloads.add(rig.plan(number)) for number in range(6)]
    for each in ids:
        rig.wait_for(each, DownloadState.DONE)
    assert rig.most_running == 2


def test_a_paused_download_goes_on_where_it_was(rig, qtbot):
    rig.hub.faults = [("cut", 100_000), ("stall",)]
    plan = rig.plan()
    made = rig.downloads.add(plan)
    qtbot.waitUntil(rig.hub.stalled.is_set, timeout=20_000)
    rig.downloads.pause(made)
    rig.wait_for(made, DownloadState.PAUSED)
    (download,) = rig.downloads.all
    assert 0 < download.done_bytes <= 100_000
    assert not plan.paths[0].exists()
    rig.downloads.resume(made)
    rig.wait_for(made, DownloadState.DONE)
    assert f"bytes={download.done_bytes}-" in str(rig.hub.requests[-1])


def test_B2_after_a_restart_it_is_shown_paused_at_its_true_offset_and_asks_nobody(rig, qtbot):
    rig.hub.faults = [("cut", 100_000), ("stall",)]
    plan = rig.plan()
    rig.downloads.add(plan)
    qtbot.waitUntil(rig.hub.stalled.is_set, timeout=20_000)
    rig.downloads.close()
    n_requests = len(rig.hub.requests)
    rig.downloads = rig.queue()
    with qtbot.waitSignal(rig.downloads.listed) as listed:
        rig.downloads.load()
    (download,) = listed.args[0]
    part = plan.folder / "m.gguf.part"
    assert (download.state, download.done_bytes) == (DownloadState.PAUSED, part.stat().st_size)
    assert download.done_bytes > 0
    assert download.plan == plan
    assert len(rig.hub.requests) == n_requests, "nobody asked for it"
    rig.downloads.resume(download.id)
    rig.wait_for(download.id, DownloadState.DONE)


def test_a_cancelled_download_leaves_nothing(rig, qtbot):
    rig.hub.faults = [("cut", 100_000), ("stall",)]
    made = rig.downloads.add(rig.plan())
    qtbot.waitUntil(rig.hub.stalled.is_set, timeout=20_000)
    rig.downloads.set_n_at_once(1)
    waiting = [rig.downloads.add(rig.plan(number)) for number in (1, 2)]
    rig.downloads.cancel(waiting[1])
    rig.downloads.cancel(made)
    qtbot.waitUntil(lambda: rig.state(made) is None, timeout=20_000)
    rig.wait_for(waiting[0], DownloadState.DONE)
    rig.settle()
    assert sorted(path.name for path in rig.models.rglob("*") if path.is_file()) == ["m.gguf", "m.gguf.json"]
    assert [each.id for each in rig.downloads.all] == [waiting[0]]
    assert rig.kept.load() == []


def test_a_failure_is_told_once_and_can_be_tried_again(rig, qtbot):
    plan = rig.plan()
    rig.hub.repos["org/m0"].is_gated = True
    told = []
    rig.downloads.failed.connect(lambda download_id, error: told.append((download_id, type(error))))
    made = rig.downloads.add(plan)
    rig.wait_for(made, DownloadState.FAILED)
    assert told == [(made, HubRefused)]
    rig.hub.repos["org/m0"].is_gated = False
    assert rig.downloads.add(plan) == made, "the same files are one download"
    rig.wait_for(made, DownloadState.DONE)
    assert rig.downloads.all[0].error is None


def test_a_folder_that_is_away_fails_and_is_not_made_anew(rig, qtbot):
    plan = rig.plan()
    rig.models.rmdir()
    with qtbot.waitSignal(rig.downloads.failed, timeout=20_000) as failed:
        rig.downloads.add(plan)
    assert isinstance(failed.args[1], FolderAway)
    assert not rig.models.exists()


def test_a_download_that_waits_can_be_paused_and_a_larger_limit_starts_it(rig, qtbot):
    rig.hub.faults = [("stall",)] * 2
    first = [rig.downloads.add(rig.plan(number)) for number in (0, 1)]
    third, fourth = rig.downloads.add(rig.plan(2)), rig.downloads.add(rig.plan(3))
    rig.downloads.pause(third)
    assert (rig.state(third), rig.state(fourth)) == (DownloadState.PAUSED, DownloadState.QUEUED)
    rig.qtbot.waitUntil(lambda: not rig.hub.faults, timeout=20_000)
    rig.downloads.set_n_at_once(3)
    rig.wait_for(fourth, DownloadState.DONE)
    assert rig.state(third) is DownloadState.PAUSED
    for each in first:
        rig.downloads.pause(each)
        rig.wait_for(each, DownloadState.PAUSED)


def test_progress_comes_at_most_ten_times_a_second_and_ends_at_the_end(rig, qtbot):
    rig.hub.bytes_per_second = 300_000
    told = []
    rig.downloads.progressed.connect(lambda moved: told.append((time.monotonic(), moved)))
    begin = time.monotonic()
    ids = [rig.downloads.add(rig.plan(number)) for number in (0, 1)]
    for each in ids:
        rig.wait_for(each, DownloadState.DONE)
    seconds = time.monotonic() - begin
    assert 2 <= len(told) <= 10 * seconds + len(ids) + 1
    last = {download_id: progress for _, moved in told for download_id, progress in moved}
    assert [last[each].done_bytes for each in ids] == [SIZE + 4] * 2
    assert any(progress.left_s for _, moved in told for _, progress in moved)


def test_a_list_that_cannot_be_read_is_an_empty_one(rig, tmp_path, caplog):
    path = tmp_path / "downloads.json"
    for text in ("", "{", "[]", '[{"name": 3}]', "[" * 100_000):
        path.write_text(text)
        assert DownloadList(path).load() == []
