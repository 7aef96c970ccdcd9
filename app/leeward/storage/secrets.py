# SPDX-License-Identifier: Apache-2.0
"""Secrets of the user: the access token for the Hub. The keyring of the system keeps it, or a file of ours where there is none."""

import logging
from pathlib import Path

from leeward.storage.atomic import atomic_write, os_errors_translated

log = logging.getLogger(__name__)

_MAX_BYTES = 4096


SERVICE = "Leeward"
"""What the keyring shows the secret under."""


class TokenStore:
    """One secret of one profile. Blocking: a keyring that is locked asks the user.

    `path`: The file for systems without a keyring, readable for its owner only. It also is the name in the keyring.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._known: str | None = None

    def get(self) -> str:
        """Return the secret, "" when there is none. Never fails: without it things that are open to all still work."""
        if self._known is None:
            token = self._read_file() or self._ask_keyring()
            self._known = token if is_token(token) else ""
        return self._known

    def set(self, token: str) -> None:
        """Keep the secret; "" removes it. Raises ValueError for what cannot be one, StorageError."""
        if token and not is_token(token):
            raise ValueError("not an access token")
        self._known = None
        if token and not self._tell_keyring(token):
            atomic_write(self._path, token.encode("ascii"), mode=0o600)
            return
        if not token:
            self._tell_keyring("")
        with os_errors_translated(self._path):
            self._path.unlink(missing_ok=True)

    @property
    def _name(self) -> str:
        return str(self._path)

    def _ask_keyring(self) -> str:
        import keyring  # noqa: PLC0415  looks for its backends, which takes a while

        try:
            return keyring.get_password(SERVICE, self._name) or ""
        except Exception as error:  # noqa: BLE001  a backend may raise anything, D-Bus errors among them
            log.info("there is no keyring to ask: %s", type(error).__name__)
            return ""

    def _tell_keyring(self, token: str) -> bool:
        """Return whether the keyring keeps the secret now, or forgot it."""
        import keyring  # noqa: PLC0415

        try:
            if token:
                keyring.set_password(SERVICE, self._name, token)
            else:
                keyring.delete_password(SERVICE, self._name)
            return keyring.get_password(SERVICE, self._name) == (token or None)
        except Exception as error:  # noqa: BLE001  as above
            log.info("the keyring does not keep the token: %s", type(error).__name__)
            return False

    def _read_file(self) -> str:
        try:
            if self._path.stat().st_size > _MAX_BYTES:
                return ""
            return self._path.read_text("ascii").strip()
        except FileNotFoundError:
            return ""
        except (OSError, ValueError) as error:
            log.warning("the access token cannot be read: %s", type(error).__name__)
            return ""


def is_token(text: str) -> bool:
    """Say whether `text` can be sent in a header: one word of printable ASCII."""
    return bool(text) and len(text) <= _MAX_BYTES and text.isascii() and text.isprintable() and " " not in text
