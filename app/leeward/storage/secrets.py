# SPDX-License-Identifier: Apache-2.0
"""Secrets of the user: the access token for the Hub. They are kept here and nowhere else."""

import logging
from pathlib import Path

from leeward.storage.atomic import atomic_write, os_errors_translated

log = logging.getLogger(__name__)

_MAX_BYTES = 4096


class TokenFile:
    """One secret in a file that only its owner can read. Blocking."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def get(self) -> str:
        """Return the secret, "" when there is none. Never fails: without it things that are open to all still work."""
        try:
            if self._path.stat().st_size > _MAX_BYTES:
                return ""
            token = self._path.read_text("ascii").strip()
        except FileNotFoundError:
            return ""
        except (OSError, ValueError) as error:
            log.warning("the access token cannot be read: %s", type(error).__name__)
            return ""
        return token if is_token(token) else ""

    def set(self, token: str) -> None:
        """Keep the secret; "" removes it. Raises ValueError for what cannot be one, StorageError."""
        if token and not is_token(token):
            raise ValueError("not an access token")
        if token:
            atomic_write(self._path, token.encode("ascii"), mode=0o600)
            return
        with os_errors_translated(self._path):
            self._path.unlink(missing_ok=True)


def is_token(text: str) -> bool:
    """Say whether `text` can be sent in a header: one word of printable ASCII."""
    return bool(text) and len(text) <= _MAX_BYTES and text.isascii() and text.isprintable() and " " not in text
