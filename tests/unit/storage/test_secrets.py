# SPDX-License-Identifier: Apache-2.0
"""Where the access token lies: in the keyring of the system, else in a file."""

import stat

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked, PasswordDeleteError

from leeward.storage.secrets import TokenStore


class MemoryKeyring(KeyringBackend):
    priority = 1

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}
        self.is_locked = False

    def get_password(self, service, username):
        if self.is_locked:
            raise KeyringLocked
        return self.kept.get((service, username))

    def set_password(self, service, username, password):
        if self.is_locked:
            raise KeyringLocked
        self.kept[service, username] = password

    def delete_password(self, service, username):
        if self.kept.pop((service, username), None) is None:
            raise PasswordDeleteError


@pytest.fixture
def ring():
    before = keyring.get_keyring()
    made = MemoryKeyring()
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


def test_a_keyring_keeps_the_token_and_no_file_does(ring, tmp_path):
    path = tmp_path / "hub.token"
    TokenStore(path).set("hf_one")
    assert TokenStore(path).get() == "hf_one"
    assert list(ring.kept.values()) == ["hf_one"]
    assert list(tmp_path.iterdir()) == []
    TokenStore(tmp_path / "other.token").set("hf_two")  # another profile
    assert TokenStore(path).get() == "hf_one"
    TokenStore(path).set("")
    assert TokenStore(path).get() == ""
    assert list(ring.kept.values()) == ["hf_two"]


def test_a_file_keeps_it_where_the_keyring_is_locked_and_moves_into_it_later(ring, tmp_path):
    path = tmp_path / "hub.token"
    ring.is_locked = True
    store = TokenStore(path)
    store.set("hf_one")
    assert (path.read_text(), stat.S_IMODE(path.stat().st_mode)) == ("hf_one", 0o600)
    assert store.get() == "hf_one"
    ring.is_locked = False
    store.set("hf_two")
    assert store.get() == "hf_two"
    assert not path.exists()


def test_what_is_no_token_is_refused_and_what_the_keyring_says_is_looked_at(ring, tmp_path):
    path = tmp_path / "hub.token"
    with pytest.raises(ValueError, match="token"):
        TokenStore(path).set("two words")
    ring.kept["Leeward", str(path)] = "a\nheader: x"
    assert TokenStore(path).get() == ""
