# SPDX-License-Identifier: Apache-2.0
"""The access token for the window: a keyring that is locked asks its user, and nothing else may wait for that."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from leeward.bridge.tasks import TaskThread

if TYPE_CHECKING:
    from leeward.storage.secrets import TokenStore


class TokenBridge(QObject):
    """Keeps the token on a thread of its own.

    Signals:
        kept(bool)          it is kept (True) or forgotten (False)
        failed(Exception)   nothing was changed; ValueError for what cannot be a token
    """

    kept = Signal(bool)
    failed = Signal(object)

    def __init__(self, store: "TokenStore", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._thread = TaskThread("token", self)

    def get(self) -> str:
        """Return the token, "" when there is none. Blocking; for worker threads."""
        return self._store.get()

    def set(self, token: str) -> None:
        """Keep the token; "" forgets it."""
        self._thread.run(lambda: self._store.set(token), lambda _none: self.kept.emit(bool(token)), self.failed.emit)

    def close(self) -> None:
        self._thread.close(timeout_s=1.0)
