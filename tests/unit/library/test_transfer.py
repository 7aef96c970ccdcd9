# SPDX-License-Identifier: Apache-2.0
"""A transfer beside others, after a crash at its end, and where another file lies already."""

import pytest

from helpers.fake_hub import COMMIT, FakeHub, serving
from leeward.domain.errors import AlreadyFetching, FileInTheWay
from leeward.domain.network import NetworkSettings
from leeward.library.pace import Pace
from leeward.library.provenance import read_provenance, sidecar_path
from leeward.library.transfer import RemoteFile, Transfer, note_path
from leeward.library.web import StopFlag, Surroundings

DATA = b"GGUF" + bytes(50_000)


@pytest.fixture
def make_transfer(tmp_path):
    with serving(FakeHub({"m.gguf": DATA})) as hub:
        network = NetworkSettings(hub.address, is_loopback_http_allowed=True)
        around = Surroundings(network=network, free_bytes=lambda _folder: 2**40)
        url = f"{hub.address}/o/r/resolve/{COMMIT}/m.gguf"
        remote = RemoteFile(url, "o/r", COMMIT, "m.gguf", len(DATA), hub.sha256("m.gguf"), "mit")

        def make():
            return Transfer(remote, tmp_path, around, StopFlag())

        make.hub = hub
        yield make


def test_two_transfers_of_one_file_do_not_write_into_each_other(make_transfer, tmp_path):
    with make_transfer().held(), pytest.raises(AlreadyFetching):
        make_transfer().run()
    make_transfer().run()
    assert sorted(each.name for each in tmp_path.iterdir()) == ["m.gguf", "m.gguf.json"]


def test_a_crash_between_the_file_and_its_provenance_is_made_good(make_transfer):
    first = make_transfer()
    first.fetch()
    first._part_path.replace(first.target)  # and here the power goes
    again = make_transfer()
    assert again.run().read_bytes() == DATA
    assert len(make_transfer.hub.requests) == 1
    assert read_provenance(again.target).repository == "o/r"
    assert not note_path(again.target).exists()


def test_a_file_that_is_there_already_is_neither_fetched_nor_called_ours(make_transfer):
    target = make_transfer().target
    target.write_bytes(DATA)
    assert make_transfer().run() == target
    assert make_transfer.hub.requests == []
    assert not sidecar_path(target).exists(), "it would make it deletable"


@pytest.mark.parametrize("other", [b"GGUF of the user", DATA + b"more"])
def test_another_file_of_that_name_is_not_touched(make_transfer, other):
    target = make_transfer().target
    target.write_bytes(other)
    with pytest.raises(FileInTheWay):
        make_transfer().run()
    assert target.read_bytes() == other


def test_speed_counts_what_came_over_the_network_only():
    pace = Pace(1000)
    pace.begin(600, now_s=10.0)
    assert pace.push(600, 10.0).left_s is None
    told = pace.push(700, 11.0)
    assert (told.bytes_per_second, told.left_s) == (100.0, 3.0)
    assert pace.push(701, 11.01) is None, "too early for another picture"
    assert pace.push(701, 11.02, is_waiting=True).left_s is None


def test_a_child_flag_is_set_with_its_parent_and_not_the_other_way():
    parent = StopFlag()
    first, second = parent.child(), parent.child()
    first.set()
    assert not parent.is_set()
    parent.set()
    assert second.is_set()
    assert parent.child().is_set()
