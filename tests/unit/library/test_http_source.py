# SPDX-License-Identifier: Apache-2.0
"""A header over HTTP Range is the header of the file."""

import dataclasses

import pytest

from helpers.fake_hub import COMMIT, FakeHub, serving
from helpers.tiny_gguf import write_tiny_gguf
from leeward.domain.errors import HubBusy, HubRefused
from leeward.domain.network import NetworkSettings
from leeward.library.header import read_header
from leeward.library.http_source import HttpSource
from leeward.library.transfer import RemoteFile
from leeward.library.web import StopFlag, Surroundings


def test_a_remote_header_is_the_same_and_refusals_are_told(tmp_path):
    path = write_tiny_gguf(tmp_path / "t.gguf")
    data = path.read_bytes() + bytes(20_000_000)  # weights that need not come
    path.write_bytes(data)
    with serving(FakeHub({"t.gguf": data})) as hub:
        around = Surroundings(network=NetworkSettings(hub.address, is_loopback_http_allowed=True))
        remote = RemoteFile(f"{hub.address}/o/r/resolve/{COMMIT}/t.gguf", "o/r", COMMIT, "t.gguf", len(data), "")
        source = HttpSource(remote, around, StopFlag())
        found, local = read_header(source), read_header(path)
        assert dataclasses.replace(found, path=local.path) == local
        assert 0 < source.n_bytes_read <= 2 * 1024**2
        for fault, kind in ((("status", 403, {}), HubRefused), (("norange",), HubBusy), (("wrong-range",), HubBusy)):
            hub.faults[:] = [fault]
            with pytest.raises(kind):
                source.read(0, 100)


def test_a_broken_read_is_tried_again_and_what_was_read_is_kept(tmp_path):
    data = write_tiny_gguf(tmp_path / "t.gguf").read_bytes()
    waits = []
    with serving(FakeHub({"t.gguf": data})) as hub:
        network = NetworkSettings(hub.address, is_loopback_http_allowed=True)
        around = Surroundings(network=network, sleep=lambda _stop, seconds: waits.append(seconds))
        remote = RemoteFile(f"{hub.address}/o/r/resolve/{COMMIT}/t.gguf", "o/r", COMMIT, "t.gguf", len(data), "")
        source = HttpSource(remote, around, StopFlag())
        hub.faults[:] = [("status", 503, {}), ("cut", 10)]
        assert source.read(8, 1000) == data[8:1008]
        assert waits == [1.0, 2.0]
        n_requests = len(hub.requests)
        assert source.read(8, 1000) == data[8:1008]
        assert len(hub.requests) == n_requests
        hub.faults[:] = [("status", 503, {})] * 3
        with pytest.raises(HubBusy):
            source.read(0, 8)
