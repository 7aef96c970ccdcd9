# SPDX-License-Identifier: Apache-2.0
"""E9: the Hub is asked when somebody asks for it, and nobody else is asked ever."""

import json
import subprocess
import sys

import pytest
from huggingface_hub import constants

from helpers.fake_hub import FakeHub, FakeRepo, serving


@pytest.fixture
def server():
    with serving(FakeHub(repos={"org/tiny-000": FakeRepo({"m.gguf": b"GGUF"})})) as hub:
        yield hub


WATCHED = """
import json, sys
seen = []
sys.addaudithook(lambda name, facts: seen.append(str(facts[1:])) if name == "socket.connect" else
                 seen.append(str(facts[:2])) if name == "socket.getaddrinfo" else None)
from leeward.domain.network import NetworkSettings
from leeward.library.hub import Hub
hub = Hub(NetworkSettings(sys.argv[1], is_loopback_http_allowed=True))
built = len(seen)
hub.repository("org/tiny-000")
hub.search("tiny").next_page()
hub.close()
print(json.dumps([built, seen]))
"""


def test_E9_the_hub_is_asked_when_it_is_asked_for_and_nobody_else_ever(server):
    result = subprocess.run(
        [sys.executable, "-c", WATCHED, server.address], capture_output=True, text=True, timeout=100, check=False
    )
    assert result.returncode == 0, result.stderr
    built, seen = json.loads(result.stdout)
    assert built == 0
    assert seen
    assert all("127.0.0.1" in address for address in seen), seen
    assert [path.split("?")[0] for path, _ in server.requests] == ["/api/models/org/tiny-000", "/api/models"]
    assert server.address != constants.ENDPOINT, "or the check above would be blind"
