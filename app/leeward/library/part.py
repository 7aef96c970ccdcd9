# SPDX-License-Identifier: Apache-2.0
"""The bytes of a transfer on the disk and their SHA-256. Both are worked on beside the network, in threads of its own."""

import contextlib
import hashlib
import os
from collections import deque
from concurrent.futures import Future, ThreadPoolExecutor
from types import TracebackType
from typing import BinaryIO, Self

SYNC_EVERY_BYTES = 4 * 1024**2
MOST_UNSYNCED_BYTES = 64 * 1024**2
"""A disk that is slower than the network may be so far behind: what a power cut can cost."""

_MOST_UNHASHED = 16


class Part:
    """Writes to `file`, which the caller opens and closes. Belongs to one thread; close it before the file.

    Attributes:
        done_bytes: Written so far.
        etag: What the server called the content that it is of.
    """

    def __init__(self, file: BinaryIO) -> None:
        self.done_bytes = 0
        self.etag = ""
        self._file = file
        self._hash = hashlib.sha256()
        self._hashing: deque[Future[None]] = deque()
        self._hasher = ThreadPoolExecutor(1, thread_name_prefix="hash")
        self._synced_bytes = 0
        self._syncing: Future[None] | None = None
        self._syncer = ThreadPoolExecutor(1, thread_name_prefix="sync")

    def write(self, data: bytes) -> None:
        """Add to the end. Raises OSError; what was written of `data` is taken back."""
        try:
            left = memoryview(data)
            while left:
                left = left[self._file.write(left) :]
        except OSError:
            with contextlib.suppress(OSError):  # it is not in the hash
                self._file.truncate(self.done_bytes)
            raise
        self._add(data)
        self._sync_beside()

    def take_up(self, most_bytes: int) -> bool:
        """Hash one more piece of what lies there; False at the end of it, or of `most_bytes` in all. Raises OSError."""
        data = self._file.read(min(1024**2, most_bytes - self.done_bytes))
        self._add(data)
        return bool(data)

    def end_here(self) -> None:
        """Cut off what lies behind what was taken up."""
        self._file.seek(self.done_bytes)
        self._file.truncate()
        self._synced_bytes = self.done_bytes

    def start_over(self) -> None:
        self._wait_for_hash(0)
        self.done_bytes, self.etag = 0, ""
        self._hash = hashlib.sha256()
        self.end_here()

    def hexdigest(self) -> str:
        """Return the hash of all bytes so far."""
        self._wait_for_hash(0)
        return self._hash.hexdigest()

    def sync(self) -> None:
        """Put all of it on the disk. Raises OSError."""
        if self._syncing:
            self._syncing.result()
        os.fsync(self._file.fileno())

    def close(self) -> None:
        """End the threads. Blocking."""
        self._hasher.shutdown()
        self._syncer.shutdown()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _add(self, data: bytes) -> None:
        self._hashing.append(self._hasher.submit(self._hash.update, data))
        self.done_bytes += len(data)
        self._wait_for_hash(_MOST_UNHASHED)

    def _wait_for_hash(self, n_left: int) -> None:
        while len(self._hashing) > n_left:
            self._hashing.popleft().result()

    def _sync_beside(self) -> None:
        unsynced = self.done_bytes - self._synced_bytes
        if unsynced < SYNC_EVERY_BYTES:
            return
        if self._syncing and not self._syncing.done() and unsynced < MOST_UNSYNCED_BYTES:
            return
        if self._syncing:
            self._syncing.result()
        self._synced_bytes = self.done_bytes
        self._syncing = self._syncer.submit(os.fsync, self._file.fileno())
