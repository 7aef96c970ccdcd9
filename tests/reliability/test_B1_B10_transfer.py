# SPDX-License-Identifier: Apache-2.0
"""B1, B3-B8, B10: one file from a server that has every fault; what is in place is right, or nothing is."""

import dataclasses
import errno
import io
import random
import threading

import pytest

from helpers.fake_hub import COMMIT, FakeHub, serving
from leeward.domain.errors import (
    FileTooLarge,
    HubBusy,
    HubNotFound,
    HubRefused,
    NoRoomForDownload,
    StorageFull,
    TransferDamaged,
)
from leeward.domain.network import NetworkSettings
from leeward.error_text import describe
from leeward.library.provenance import read_provenance
from leeward.library.transfer import Cancelled, RemoteFile, Transfer, note_path, part_path
from leeward.library.web import StopFlag, Surroundings

DATA = b"GGUF" + random.Random(1).randbytes(3_000_000)
NAME = "m.gguf"


class Rig:
    def __init__(self, hub, folder):
        self.hub, self.folder, self.waits, self.stop = hub, folder, [], StopFlag()
        self.around = Surroundings(
            network=NetworkSettings(endpoint=hub.address, is_loopback_http_allowed=True),
            sleep=lambda _stop, seconds: self.waits.append(seconds),
            jitter=lambda: 0.0,
            free_bytes=lambda _folder: 2**40,
        )
        self.remote = RemoteFile(
            f"{hub.address}/o/r/resolve/{COMMIT}/{NAME}", "o/r", COMMIT, NAME, len(DATA), hub.sha256(NAME), "mit"
        )

    def transfer(self):
        return Transfer(self.remote, self.folder, self.around, self.stop)

    def run(self, *faults):
        self.hub.faults[:] = faults
        return self.transfer().run()

    def nothing_in_place(self):
        return not (self.folder / NAME).exists()


@pytest.fixture
def rig(tmp_path):
    with serving(FakeHub({NAME: DATA})) as hub:
        yield Rig(hub, tmp_path)


def test_B1_cut_50_times_the_file_is_identical_and_little_is_sent_twice(rig):
    draw = random.Random(2)
    path = rig.run(*(("cut", draw.randrange(1, 100_000)) for _ in range(50)))
    assert path.read_bytes() == DATA
    assert rig.hub.sent_bytes - len(DATA) <= 1024**2, "all 50 cuts together; the row allows that much for each"
    assert not part_path(path).exists()
    assert not note_path(path).exists()
    assert read_provenance(path).sha256 == rig.remote.sha256


def test_B3_each_of_200_flipped_bits_is_caught(rig):
    small = DATA[:20_000]
    rig.hub.files[NAME] = small
    rig.remote = dataclasses.replace(rig.remote, size_bytes=len(small), sha256=rig.hub.sha256(NAME))
    draw = random.Random(3)
    for _ in range(200):
        at = draw.randrange(len(small))
        with pytest.raises(TransferDamaged):
            rig.run(("flip", at), ("flip", at))
        assert list(rig.folder.iterdir()) == []


def test_B3_a_damaged_file_is_fetched_once_again(rig):
    assert rig.run(("flip", 9)).read_bytes() == DATA


@pytest.mark.parametrize("is_resumed", [False, True])
@pytest.mark.parametrize("fault", [("norange",), ("wrong-range",), ("short", 1000), ("long",), ("html",), ("etag",)])
def test_B4_B7_a_wrong_answer_is_never_mixed_in(rig, fault, is_resumed):
    first = [("cut", 1_000_000)] if is_resumed else []
    assert rig.run(*first, fault).read_bytes() == DATA


def test_B4_a_web_page_is_given_up_at_once(rig):
    with pytest.raises(TransferDamaged):
        rig.run(("html",), ("html",))
    assert rig.nothing_in_place()


@pytest.mark.parametrize("stall", [("stall",), ("stall", 500_000)])
def test_B5_stop_acts_while_the_server_is_silent(rig, stall):
    ended = threading.Event()

    def work():
        with pytest.raises(Cancelled):
            rig.run(stall)
        ended.set()

    thread = threading.Thread(target=work)
    thread.start()
    assert rig.hub.stalled.wait(20)
    rig.stop.set()
    assert ended.wait(20), "far less than the 30 s of the stall limit"
    thread.join()


@pytest.mark.parametrize("stall", [("stall",), ("stall", 500_000)])
def test_B5_a_silent_server_is_asked_again(rig, stall):
    rig.around = dataclasses.replace(rig.around, stall_s=0.2)
    assert rig.run(stall).read_bytes() == DATA
    assert rig.waits == [1.0]


@pytest.mark.parametrize("status", [408, 429, 500, 502, 503, 504])
def test_B6_a_busy_server_is_asked_six_times_with_growing_waits(rig, status):
    with pytest.raises(HubBusy):
        rig.run(*[("status", status, {})] * 7)
    assert len(rig.hub.requests) == 6
    assert rig.waits == [1.0, 2.0, 4.0, 8.0, 16.0]
    rig.waits.clear()
    assert rig.run(*[("status", status, {})] * 5).read_bytes() == DATA


@pytest.mark.parametrize("headers", [{"Retry-After": "17"}, {"RateLimit": '"api";r=0;t=17'}])
def test_B6_the_server_says_how_long_to_wait(rig, headers):
    rig.run(("status", 429, headers))
    assert rig.waits == [17.0]


def test_B6_a_server_that_asks_for_hours_is_not_waited_for(rig):
    with pytest.raises(HubBusy) as told:
        rig.run(("status", 429, {"Retry-After": "86400"}))
    assert told.value.wait_s == 86400
    assert (len(rig.hub.requests), rig.waits) == (1, [])


@pytest.mark.parametrize(("status", "kind"), [(401, HubRefused), (403, HubRefused), (404, HubNotFound)])
def test_B7_a_refusal_is_told_and_not_repeated(rig, status, kind):
    with pytest.raises(kind):
        rig.run(("status", status, {}))
    assert len(rig.hub.requests) == 1
    assert rig.nothing_in_place()


def test_B7_a_part_of_another_commit_is_not_gone_on_with(rig):
    with pytest.raises(HubNotFound):
        rig.run(("cut", 1_000_000), ("status", 404, {}))
    rig.remote = dataclasses.replace(rig.remote, commit="d" * 40)
    assert rig.run().read_bytes() == DATA
    assert "Range" not in rig.hub.requests[-1][1]


def test_B8_too_little_room_is_told_before_anything_is_fetched(rig):
    rig.around = dataclasses.replace(rig.around, free_bytes=lambda _folder: len(DATA) + 1024**3 - 1)
    with pytest.raises(NoRoomForDownload):
        rig.run()
    assert rig.hub.requests == []


class FullAt(io.FileIO):
    """A file whose k-th write is cut in half, and the rest finds no room."""

    n_left = 0
    code = errno.ENOSPC

    def write(self, data):
        self.n_left -= 1
        if self.n_left == 0:
            return super().write(data[: max(1, len(data) // 2)])
        if self.n_left < 0:
            raise OSError(self.code, "full")
        return super().write(data)


def test_B8_a_full_disk_at_each_of_64_writes_keeps_the_part(rig):
    good = rig.around
    for k in range(1, 65):

        def full(path, k=k):
            file = FullAt(path, "r+b")
            file.n_left = k
            return file

        rig.around = dataclasses.replace(good, open_part=full)
        try:
            rig.run()
        except StorageFull:
            assert rig.nothing_in_place()
            rig.around = good
            path = rig.run()
        else:
            path = rig.folder / NAME
        assert path.read_bytes() == DATA
        path.unlink()


def test_B8_a_file_larger_than_the_file_system_allows_has_words_of_its_own(rig):
    def limited(path):
        file = FullAt(path, "r+b")
        file.n_left, file.code = 3, errno.EFBIG
        return file

    rig.around = dataclasses.replace(rig.around, open_part=limited)
    with pytest.raises(FileTooLarge) as told:
        rig.run()
    assert "FAT32" in describe(told.value).next_step
    assert rig.nothing_in_place()
    assert part_path(rig.folder / NAME).stat().st_size > 0


def test_B10_E7_another_host_never_sees_the_token(rig):
    with serving(FakeHub({NAME: DATA})) as other:
        rig.around = dataclasses.replace(rig.around, token=lambda: "canary-token")
        path = rig.run(("redirect", f"{other.address}/cdn/{NAME}"))
    assert path.read_bytes() == DATA
    assert "canary-token" in str(rig.hub.requests)
    assert "canary" not in str(other.requests)
    assert all(b"canary" not in each.read_bytes() for each in rig.folder.iterdir())
