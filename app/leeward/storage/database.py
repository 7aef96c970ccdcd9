# SPDX-License-Identifier: Apache-2.0
"""The SQLite file: opened durably, checked, migrated; every SQLite error is translated here."""

import contextlib
import logging
import sqlite3
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from leeward.domain.errors import StorageCorrupt, StorageError, StorageTooNew
from leeward.storage import mounts
from leeward.storage.atomic import os_errors_translated, sync_folder
from leeward.storage.backups import Backups, make_private_file
from leeward.storage.migrations import APPLICATION_ID, SEARCH_TABLES, STEPS, Step, migrate, version_of
from leeward.storage.sqlite_file import (
    check,
    connect,
    errors_translated,
    is_damage,
    opened_untouched,
    was_left_open,
)

log = logging.getLogger(__name__)

# quick_check reads the whole file: below this size it is not felt. A larger file is checked when the program did not
# close it, which is when damage is likely; and each backup is checked, whatever the size.
ALWAYS_CHECK_BYTES: Final = 32 * 1024**2
_LONG_UPGRADE_BYTES: Final = 16 * 1024**2
"""The indexes of so much text are built in about half a second on two cores of a laptop."""
_WAL_LIMIT_BYTES: Final = 4 * 1024**2


class Database:
    """One open database. Any thread may use it; one at a time does.

    Opening creates the file or migrates it (after a backup). The caller holds the profile's lock and closes.

    Args:
        path: Absolute.
        backups: Where the copy goes that is made before a migration; None means `backups` beside the file.
        steps: The schema; other than STEPS only in tests.
        clock: Unix time, for the names of backups.

    Raises:
        StorageCorrupt: Damaged, not a database, or not ours. The files are as they were: see `recovery`.
        StorageTooNew: Written by a newer Leeward; untouched.
        StorageReadOnly, StorageFull, StorageLocked: As they say.
    """

    def __init__(
        self,
        path: Path,
        *,
        backups: Path | None = None,
        steps: Sequence[Step] = STEPS,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self.path = path
        self._lock = threading.RLock()
        if not path.exists():
            _create(path, steps)
        must_check = _is_small(path) or was_left_open(path)
        check_untouched(path, known_version=len(steps), must_check=must_check)
        with os_errors_translated(path):
            if path.stat().st_mode & 0o077:
                path.chmod(0o600)
        with errors_translated(path):
            self._sql = connect(path)
        try:
            with errors_translated(path):
                _set_pragmas(self._sql, wal=not mounts.is_remote(path.parent))
                store = Backups(backups or path.parent / "backups")
                migrate(
                    self._sql, steps, before_change=lambda version: store.make_before_upgrade(path, version, clock())
                )
                if must_check:
                    _mend_search(self._sql)
        except BaseException:
            self._sql.close()
            raise

    @contextlib.contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Give the connection inside a write transaction: all of it is on the disk at the end, or none.

        Not to be nested. Blocks while another thread is inside, and up to 5 s while another program holds the file.

        Raises:
            StorageError: Nothing was kept.
        """
        with self._lock, errors_translated(self.path):
            self._sql.execute("BEGIN IMMEDIATE")
            try:
                yield self._sql
                self._sql.execute("COMMIT")
            except BaseException:
                if self._sql.in_transaction:  # SQLite itself rolls back after some errors
                    self._sql.execute("ROLLBACK")
                raise

    @contextlib.contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Give the connection for queries. Fetch all rows before leaving."""
        with self._lock, errors_translated(self.path):
            yield self._sql

    def close(self) -> None:
        """Bring the write-ahead log home and close. A second call is without effect."""
        with self._lock:
            self._sql.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def storable(text: str) -> str:
    """Return `text` in a form that UTF-8 has: pairs of surrogates joined, single ones (broken pastes) replaced."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def check_untouched(path: Path, *, known_version: int, must_check: bool) -> None:
    """Refuse a file that must not be opened for writing, without changing a byte of it.

    Raises:
        StorageCorrupt: Damaged, or not a database of Leeward.
        StorageTooNew: Of a later version than `known_version`.
    """
    if path.stat().st_size == 0:  # SQLite would take it for a new database and throw its log away
        raise StorageCorrupt(path, "the file is empty")
    with opened_untouched(path) as sql:
        version = version_of(sql)
        if version > known_version:
            raise StorageTooNew(path, version, known_version)
        if version < 1 or sql.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
            raise StorageCorrupt(path, "not a database of Leeward")
        if must_check:
            check(sql, path)


def is_upgrade_long(path: Path) -> bool:
    """Say whether opening a file will take so long that it should not be waited for on the UI thread."""
    if not path.exists() or path.stat().st_size < _LONG_UPGRADE_BYTES:
        return False
    try:
        with opened_untouched(path) as sql:
            return 0 < version_of(sql) < len(STEPS)
    except StorageError:
        return False  # opening will say it


def _is_small(path: Path) -> bool:
    return path.exists() and path.stat().st_size <= ALWAYS_CHECK_BYTES


def _set_pragmas(sql: sqlite3.Connection, *, wal: bool) -> None:
    # WAL needs memory shared between processes, which network file systems do not give.
    sql.execute("PRAGMA journal_mode = " + ("WAL" if wal else "DELETE"))
    sql.execute("PRAGMA synchronous = FULL")  # what is committed survives a power cut, also in WAL mode
    if sys.platform == "darwin":
        sql.execute("PRAGMA fullfsync = ON")  # there, fsync alone stops at the drive's cache
    sql.execute("PRAGMA foreign_keys = ON")
    sql.execute("PRAGMA secure_delete = ON")  # what the user deleted for good is overwritten
    sql.execute("PRAGMA temp_store = MEMORY")  # no chat text in /tmp
    sql.execute("PRAGMA cell_size_check = ON")
    sql.execute(f"PRAGMA journal_size_limit = {_WAL_LIMIT_BYTES}")


def _create(path: Path, steps: Sequence[Step]) -> None:
    """Build the database under another name, so that under its own there is never half of one."""
    if was_left_open(path):
        raise StorageCorrupt(path, "the file is missing, its write-ahead log is there")
    new = path.with_name(path.name + ".new")
    with os_errors_translated(path):
        new.with_name(new.name + "-journal").unlink(missing_ok=True)
        make_private_file(new)  # SQLite gives the log and its index the mode of the database
    with errors_translated(path), contextlib.closing(connect(new)) as sql:
        sql.execute("PRAGMA synchronous = FULL")
        migrate(sql, steps, before_change=lambda _version: None)
    with os_errors_translated(path):
        new.replace(path)
        sync_folder(path.parent)


def _mend_search(sql: sqlite3.Connection) -> None:
    """Build a full-text index again that does not hold together. It is derived: nothing is lost."""
    for table in SEARCH_TABLES:
        try:
            sql.execute(f"INSERT INTO {table} ({table}) VALUES ('integrity-check')")  # noqa: S608 - a constant
        except sqlite3.DatabaseError as error:
            if not is_damage(error):
                raise
            log.warning("the index %s is damaged (%s); it is built again", table, error)
            sql.execute("BEGIN IMMEDIATE")
            sql.execute(f"INSERT INTO {table} ({table}) VALUES ('rebuild')")  # noqa: S608 - a constant
            sql.execute("COMMIT")
