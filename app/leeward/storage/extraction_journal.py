# SPDX-License-Identifier: Apache-2.0
"""What an extraction has done so far, a line a file, so that it goes on where it was after a kill."""

import contextlib
import json
import logging
import os
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import msgspec
from filelock import FileLock, Timeout

from leeward.domain.errors import StorageLocked, StorageReadOnly
from leeward.storage.atomic import os_errors_translated

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Done:
    """One file that needs not be read again as long as neither it nor the task changes.

    Attributes:
        text: SHA-256 of the file.
        task: Of all that shapes the answer.
        values: What each of its parts gave.
    """

    text: str
    task: str
    values: list[Any]


class Journal:
    """A context manager around a file of JSON lines. One writer at a time; the lock ends with its process.

    Raises (on entering): StorageLocked, StorageReadOnly, StorageFull.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = FileLock(self.lock_path(path), timeout=0, mode=0o600)
        self._known: dict[tuple[str, str], list[Any]] = {}
        self._file: int | None = None
        self._is_kept = False

    @staticmethod
    def lock_path(path: Path) -> Path:
        return path.with_name(f".{path.name}.lock")

    def __enter__(self) -> Self:
        with os_errors_translated(self._path):
            try:
                self._lock.acquire()
            except Timeout as error:  # an OSError too: it must not reach the translation
                raise StorageLocked(self._path) from error
            except NotImplementedError as error:  # filelock: the file system has no locks
                raise StorageReadOnly(self._path) from error
        try:
            with os_errors_translated(self._path):
                self._open()
        except BaseException:
            self._lock.release()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._file is not None:
            os.close(self._file)
            self._file = None
            with contextlib.suppress(OSError):
                if not self._is_kept and not self._path.stat().st_size:  # nothing was done: nothing to go on with
                    self._path.unlink()
        # While it is held: filelock gives nobody a lock on a file that has no name any more. Windows removes it itself.
        with contextlib.suppress(OSError):
            Path(self._lock.lock_file).unlink()
        self._lock.release()

    def values_of(self, text: str, task: str) -> list[Any] | None:
        """Return what a file of this hash gave under this task; None if it was not done."""
        return self._known.get((text, task))

    def add(self, done: Done) -> None:
        """Put one more on the disk. Raises StorageFull, StorageReadOnly."""
        if self._file is None:
            raise ValueError("the journal is not open")
        data = msgspec.json.encode(done) + b"\n"
        with os_errors_translated(self._path):
            while data:
                data = data[os.write(self._file, data) :]
            os.fsync(self._file)
        self._known[done.text, done.task] = done.values

    def keep(self) -> None:
        """Leave the file where it is even with nothing in it: it says that a table beside it was made by us."""
        self._is_kept = True

    def _open(self) -> None:
        self._file = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0), 0o600)
        with os.fdopen(os.dup(self._file), "rb") as file:
            last = b"\n"
            for line in file:
                last = line
                self._take(line)
        if not last.endswith(b"\n"):  # cut by a kill or a full disk: what comes begins on a line of its own
            os.write(self._file, b"\n")

    def _take(self, line: bytes) -> None:
        try:
            done = msgspec.convert(json.loads(line), Done)
        except (ValueError, RecursionError):
            log.info("a line of the journal cannot be used")
            return
        self._known[done.text, done.task] = done.values
