# SPDX-License-Identifier: Apache-2.0
"""What a model at an address is, by a few requests for its beginning."""

import argparse
import dataclasses
import json

import pytest

from helpers.fake_hub import FakeHub, serving
from helpers.tiny_gguf import write_tiny_gguf
from leeward.cli.exit_codes import ExitCode
from leeward.cli.fit import fit
from leeward.domain.errors import HubBusy, HubNotFound, HubRefused, ModelUnreadable, UnsafeAddress
from leeward.domain.model_info import Device
from leeward.domain.network import NetworkSettings
from leeward.engine.protocol import EngineStarted
from leeward.engine.scripted import ScriptedEngine
from leeward.library.model_check import check_model_file
from leeward.library.models import Library
from leeward.library.remote_model import read_remote_model
from leeward.library.web import StopFlag, Surroundings
from leeward.storage.profile import Profile


class EngineWithMemory(ScriptedEngine):
    def __init__(self, free_bytes: int):
        super().__init__([[]])
        self._free_bytes = free_bytes

    def start(self):
        self._push(EngineStarted("scripted", (Device("CPU", "", "CPU", 1 << 40, self._free_bytes),)))


@pytest.fixture
def path(tmp_path):
    path = write_tiny_gguf(tmp_path / "tiny.gguf")
    path.write_bytes(path.read_bytes() + bytes(20_000_000))  # weights that need not come
    return path


@pytest.fixture
def hub(path):
    with serving(FakeHub({"tiny.gguf": path.read_bytes(), "page.gguf": b"<html>" * 100})) as hub:
        yield hub


def around(hub) -> Surroundings:
    return Surroundings(network=NetworkSettings(hub.address, is_loopback_http_allowed=True))


def read(hub, name: str):
    return read_remote_model(f"{hub.address}/o/r/{name}", around(hub), StopFlag())


def test_a_remote_model_is_what_its_file_is(hub, path):
    for name in ("resolve/main/tiny.gguf", "blob/main/tiny.gguf"):
        found = read(hub, name)
        assert dataclasses.replace(found, path=path) == check_model_file(path)
        assert "/resolve/" in hub.requests[-1][0]
    assert len(hub.requests) == 4  # its size and its header, twice


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        (("status", 403, {}), HubRefused),
        (("status", 404, {}), HubNotFound),
        (("status", 500, {}), HubBusy),
        (("norange",), HubBusy),
        (("wrong-range",), HubBusy),
        (("redirect", "http://elsewhere.test/tiny.gguf"), UnsafeAddress),
    ],
)
def test_refusals_are_told_before_anything_is_read(hub, fault, kind):
    hub.faults[:] = [fault]
    with pytest.raises(kind):
        read(hub, "resolve/main/tiny.gguf")


def test_what_is_no_model_is_told(hub):
    with pytest.raises(ModelUnreadable):
        read(hub, "resolve/main/page.gguf")


@pytest.mark.parametrize(
    ("free_bytes", "kind", "code"), [(1 << 34, "fits", ExitCode.OK), (1000, "too large", ExitCode.MODEL)]
)
def test_fit_tells_of_an_address_what_it_tells_of_a_file(hub, path, capsys, free_bytes, kind, code):
    profile = Profile(path.with_name("profile"))
    profile.create()
    profile.settings_file.write_text(f'hub_endpoint = "{hub.address}"\n')
    told = []
    for wanted in (f"{hub.address}/o/r/resolve/main/tiny.gguf", str(path)):
        arguments = argparse.Namespace(file=wanted, context=1024, kv_type=None, moe_on_cpu=False, threads=1, json=True)
        assert fit(arguments, EngineWithMemory(free_bytes), Library(profile), profile) is code
        told.append(json.loads(capsys.readouterr().out))
    assert told[0] == told[1]
    assert (told[0]["kind"], told[0]["n_ctx"], told[0]["promise"]) == (kind, 1024, None)
    assert len(told[0]["sentences"]) == 3
