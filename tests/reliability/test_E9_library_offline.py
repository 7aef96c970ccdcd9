# SPDX-License-Identifier: Apache-2.0
"""E9: what the library does with models that are here makes no connection."""

import socket

import pytest

from helpers.other_programs import write_ollama
from helpers.tiny_gguf import write_tiny_gguf
from leeward.library.catalogue import catalogue, recommended
from leeward.library.models import Library
from leeward.library.pack import pack, unpack
from leeward.storage.profile import Profile


@pytest.fixture
def connections(monkeypatch):
    """Every try to reach something, which is refused."""
    tried = []

    def refuse(*arguments, **_options):
        tried.append(arguments)
        raise OSError("no network in this test")

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    return tried


def test_E9_the_guard_sees_a_connection(connections):
    with pytest.raises(OSError, match="no network"):
        socket.create_connection(("127.0.0.1", 9))
    assert connections


def test_E9_the_library_works_without_a_network(connections, tmp_path):
    profile = Profile(tmp_path / "p")
    profile.create()
    write_ollama(tmp_path / "ollama")
    library = Library(profile, roots=lambda: {"ollama": (tmp_path / "ollama",)})
    library.add(write_tiny_gguf(tmp_path / "tiny.gguf"))
    library.add_program("ollama")
    found = library.read_scan()
    assert len(found.entries) == 2
    pack(found.entries, tmp_path / "stick", lambda *_progress: True)
    unpack(tmp_path / "stick", profile.models, lambda *_progress: True, now_s=0)
    library.remove(library.find("llama3_8b"))
    assert all(recommended(entry, 2**40) for entry in catalogue())
    assert connections == []
