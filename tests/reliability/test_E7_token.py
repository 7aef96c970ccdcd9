# SPDX-License-Identifier: Apache-2.0
"""E7: the access token lies in one place only, readable by its owner, and goes to the endpoint only."""

import stat
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from helpers.fake_hub import FakeHub, FakeRepo, serving
from leeward.storage.profile import Profile
from leeward.storage.secrets import TokenStore

CANARY = "hf_canary0123456789"
LEEWARD = [sys.executable, "-m", "leeward", "--verbose", "--profile"]


@pytest.fixture
def server():
    repo = FakeRepo({"m.gguf": b"GGUF" + bytes(100_000)}, is_gated=True)
    with serving(FakeHub(repos={"org/m": repo}, tokens={CANARY: True})) as hub:
        yield hub


def test_E7_the_token_is_in_its_file_and_nowhere_else(server, tmp_path):
    profile = Profile(tmp_path / "profile")
    profile.create()
    profile.settings_file.write_text(f'hub_endpoint = "{server.address}"\n')
    told = subprocess.run(
        [*LEEWARD, str(profile.root), "models", "token"],
        input=f"{CANARY}\n",
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    server.faults = [("stall",)]
    with subprocess.Popen(
        [*LEEWARD, str(profile.root), "models", "pull", "org/m"],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as fetching:
        assert server.stalled.wait(60)
        process = psutil.Process(fetching.pid)
        seen = str([(each.cmdline(), each.environ()) for each in (process, *process.children(recursive=True))])
        server.release.set()
        seen += fetching.communicate(timeout=60)[0] + told.stdout + told.stderr
        assert fetching.returncode == 0, seen
    assert CANARY not in seen
    hits = [path for path in profile.root.rglob("*") if path.is_file() and CANARY.encode() in path.read_bytes()]
    assert hits == [profile.token_file]
    home = Path.home()
    assert [path for path in home.rglob("*") if path.is_file() and CANARY.encode() in path.read_bytes()] == []
    if sys.platform != "win32":
        assert stat.S_IMODE(profile.token_file.stat().st_mode) == 0o600


def test_E7_another_server_never_sees_the_token(server, tmp_path):
    """The content of files lies elsewhere: the Hub sends on to it."""
    profile = Profile(tmp_path / "profile")
    profile.create()
    TokenStore(profile.token_file).set(CANARY)
    with serving(FakeHub()) as other:
        other.blobs = server.blobs
        server.repos["org/m"].files["m.gguf"] = b"GGUF" + bytes(1000)
        address, server.address = server.address, other.address  # where it sends on to
        profile.settings_file.write_text(f'hub_endpoint = "{address}"\n')
        subprocess.run([*LEEWARD, str(profile.root), "models", "pull", "org/m"], timeout=60, check=True)
    assert CANARY in str(server.requests)
    assert [path for path, _ in other.requests] == [f"/cdn/{server.blob(b'GGUF' + bytes(1000))}"]
    assert CANARY not in str(other.requests)


def test_E7_without_its_file_only_the_token_is_lost(tmp_path):
    token = TokenStore(tmp_path / "hub.token")
    assert token.get() == ""
    token.set(CANARY)
    assert token.get() == CANARY
    (tmp_path / "hub.token").write_bytes(b"\xff\xfe" * 10_000)
    assert TokenStore(tmp_path / "hub.token").get() == ""
    token.set("")
    token.set("")
    assert list(tmp_path.iterdir()) == []
