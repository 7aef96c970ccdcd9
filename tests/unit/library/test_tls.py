# SPDX-License-Identifier: Apache-2.0
"""Search and transfer over TLS, with a certificate that only the setting makes trusted."""

import contextlib
import shutil
import subprocess

import pytest

from helpers.fake_hub import FakeHub, FakeRepo, serving
from leeward.domain.errors import Offline, UnsafeAddress
from leeward.domain.network import NetworkSettings
from leeward.library.hub import Hub
from leeward.library.offers import choose
from leeward.library.pull import Pull, plan_pull
from leeward.library.web import StopFlag, Surroundings

DATA = b"GGUF" + bytes(range(256)) * 20_000


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    if shutil.which("openssl") is None:
        pytest.skip("openssl makes the certificate")
    folder = tmp_path_factory.mktemp("tls")
    key, made, both = folder / "key.pem", folder / "made.pem", folder / "both.pem"
    subprocess.run(
        [
            "openssl",
            "req",
            "-x509",
            "-newkey",
            "rsa:2048",
            "-nodes",
            "-days",
            "2",
            "-subj",
            "/CN=127.0.0.1",
            "-addext",
            "subjectAltName=IP:127.0.0.1",
            "-keyout",
            key,
            "-out",
            made,
        ],
        check=True,
        capture_output=True,
    )
    both.write_bytes(key.read_bytes() + made.read_bytes())
    return both


@pytest.fixture
def server(certificate):
    with serving(FakeHub(repos={"org/m": FakeRepo({"m.gguf": DATA})}), certificate) as hub:
        yield hub


def _pull(network, folder):
    with contextlib.closing(Hub(network)) as hub:
        repository = hub.repository("org/m")
    around = Surroundings(network=network, free_bytes=lambda _folder: 2**40, sleep=lambda _stop, _seconds: None)
    plan = plan_pull(network.endpoint, repository, choose(repository), folder)
    (path,) = Pull(plan, around, StopFlag()).run()
    return path


def test_a_mirror_with_a_certificate_of_its_own_is_used_where_the_user_says_so(server, certificate, tmp_path):
    server.faults = [("cut", 1_000_000)]
    assert _pull(NetworkSettings(server.address, ca_file=certificate), tmp_path).read_bytes() == DATA
    with pytest.raises(Offline):
        _pull(NetworkSettings(server.address), tmp_path)


def test_B10_from_https_nobody_is_led_to_http(server, certificate, tmp_path):
    with serving(FakeHub({"m.gguf": DATA})) as plain:
        server.faults = [("redirect", f"{plain.address}/m.gguf")]
        network = NetworkSettings(server.address, ca_file=certificate, is_loopback_http_allowed=True)
        with pytest.raises(UnsafeAddress):
            _pull(network, tmp_path)
        assert plain.requests == []
