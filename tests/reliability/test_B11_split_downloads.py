# SPDX-License-Identifier: Apache-2.0
"""B11, the half of it that downloads: a model in several files comes whole or not at all."""

import pytest

from helpers.fake_hub import COMMIT, FakeHub, FakeRepo, serving
from helpers.tiny_gguf import write_tiny_gguf
from leeward.domain.errors import HubNotFound, NothingToFetch, TransferDamaged
from leeward.domain.hub import RepoFile, Repository
from leeward.domain.network import NetworkSettings
from leeward.library.offers import choose
from leeward.library.pull import Pull, plan_pull
from leeward.library.web import StopFlag, Surroundings

NAMES = [f"m-{number:05}-of-00003.gguf" for number in (1, 2, 3)]


@pytest.fixture
def parts(tmp_path):
    data = write_tiny_gguf(tmp_path / "tiny.gguf").read_bytes()
    return {name: data + bytes([number]) for number, name in enumerate(NAMES)}


@pytest.fixture
def hub(parts):
    with serving(FakeHub(repos={"org/m": FakeRepo(dict(parts))})) as hub:
        yield hub


def _repository(hub, parts):
    files = tuple(RepoFile(name, len(data), hub.blob(data)) for name, data in parts.items())
    return Repository("org/m", COMMIT, "", False, files)


def _pull(hub, repository, folder):
    plan = plan_pull(hub.address, repository, choose(repository), folder)
    network = NetworkSettings(hub.address, is_loopback_http_allowed=True)
    around = Surroundings(network=network, free_bytes=lambda _folder: 2**40, sleep=lambda _stop, _seconds: None)
    return Pull(plan, around, StopFlag()).run()


@pytest.mark.parametrize("missing", NAMES)
def test_B11_a_part_the_repository_does_not_list_is_named_and_nothing_is_fetched(hub, parts, missing, tmp_path):
    folder = tmp_path / "models"
    folder.mkdir()
    listed = {name: data for name, data in parts.items() if name != missing}
    with pytest.raises(NothingToFetch) as told:
        _pull(hub, _repository(hub, listed), folder)
    assert f"part {NAMES.index(missing) + 1} of 3 is missing" in told.value.reason
    assert hub.requests == []
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("missing", NAMES)
def test_B11_a_part_that_cannot_be_had_leaves_no_half_model(hub, parts, missing, tmp_path):
    folder = tmp_path / "models"
    folder.mkdir()
    repository = _repository(hub, parts)
    del hub.repos["org/m"].files[missing]
    with pytest.raises(HubNotFound):
        _pull(hub, repository, folder)
    assert list(folder.rglob("*.gguf")) == []
    hub.repos["org/m"].files[missing] = parts[missing]
    assert [path.read_bytes() for path in _pull(hub, repository, folder)] == list(parts.values())


@pytest.mark.parametrize("bad", NAMES)
def test_B11_a_damaged_part_leaves_no_half_model(hub, parts, bad, tmp_path):
    folder = tmp_path / "models"
    folder.mkdir()
    repository = _repository(hub, parts)
    right = hub.blobs[hub.blob(parts[bad])]
    wrong = bytearray(right)
    wrong[-5] ^= 1
    hub.blobs[hub.blob(parts[bad])] = memoryview(wrong)
    with pytest.raises(TransferDamaged):
        _pull(hub, repository, folder)
    assert list(folder.rglob("*.gguf")) == []
    hub.blobs[hub.blob(parts[bad])] = right
    assert [path.name for path in _pull(hub, repository, folder)] == NAMES
