# SPDX-License-Identifier: Apache-2.0
"""Opening SQLite files, and what SQLite's errors mean to us."""

import contextlib
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from leeward.domain.errors import StorageCorrupt, StorageError, StorageFull, StorageLocked, StorageReadOnly
from leeward.storage import search_text
from leeward.storage.migrations import COLUMNS, derived, version_of

BUSY_TIMEOUT_S: Final = 5.0
_NEARLY_FULL_BYTES: Final = 1024**2


@contextlib.contextmanager
def errors_translated(path: Path) -> Iterator[None]:
    """Turn SQLite's errors about the file `path` into StorageErrors. Errors in our own SQL stay what they are: bugs."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        translated = _translate(error, path)
        if translated is None:
            raise
        raise translated from error


@contextlib.contextmanager
def opened_untouched(path: Path) -> Iterator[sqlite3.Connection]:
    """Give a connection for looking at a file that may be damaged in any way; everything odd is StorageCorrupt.

    To be used with statements that are plain: a general error of SQLite then means the file, not our SQL.
    """
    with errors_translated(path), contextlib.closing(_connect_read_only(path)) as sql:
        try:
            yield sql
        except sqlite3.OperationalError as error:
            if (
                getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_ERROR
            ):  # such as a format number that SQLite does not know
                raise StorageCorrupt(path, str(error)) from error
            raise


def check(sql: sqlite3.Connection, path: Path) -> None:
    """Raise StorageCorrupt when quick_check finds something, a column is missing or a trigger changed. Reads the whole file."""
    found = sql.execute("PRAGMA quick_check(1)").fetchone()[0]
    if found != "ok":
        raise StorageCorrupt(path, found)
    version = version_of(sql)
    made = dict(sql.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"))
    for name, statement in derived(version).items():
        if made.get(name) != statement:
            raise StorageCorrupt(path, f"what makes {name} is not as it was written")
    for tables in COLUMNS[:version]:
        for table, columns in tables.items():
            there = {row[1] for row in sql.execute(f"PRAGMA table_info({table})")}
            if not there.issuperset(columns.split()):
                raise StorageCorrupt(path, f"something of the table {table} is missing")


def was_left_open(path: Path) -> bool:
    """Say whether the last user of the database did not close it: then its log still holds something."""
    for suffix in ("-wal", "-journal"):
        log_file = path.with_name(path.name + suffix)
        if log_file.exists() and log_file.stat().st_size:
            return True
    return False


def connect(path: Path) -> sqlite3.Connection:
    """Open `path` for writing, in autocommit mode."""
    sql = sqlite3.connect(path, timeout=BUSY_TIMEOUT_S, isolation_level=None, check_same_thread=False)
    # One flipped bit in a text must not make its conversation unreadable, nor put the text into an error message.
    sql.text_factory = _text
    search_text.add_to(sql)
    return sql


def _connect_read_only(path: Path) -> sqlite3.Connection:
    """Open `path` so that not a byte of it is changed."""
    if path.with_name(path.name + "-journal").exists():
        # Left by a crash where there is no WAL (network drives): SQLite must roll back before anything can be read.
        return connect(path)
    # immutable: not even the files of the shared memory are made. Not where a log has to be read.
    mode = "mode=ro" if path.with_name(path.name + "-wal").exists() else "mode=ro&immutable=1"
    name = f"{path.absolute().as_uri()}?{mode}"
    sql = sqlite3.connect(name, uri=True, timeout=BUSY_TIMEOUT_S, isolation_level=None)
    sql.text_factory = _text
    return sql


def _text(data: bytes) -> str:
    return data.decode(errors="replace")


def is_damage(error: sqlite3.Error) -> bool:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


def _translate(error: sqlite3.DatabaseError, path: Path) -> StorageError | None:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # Python's own errors carry none
    is_full = code == sqlite3.SQLITE_FULL or (code == sqlite3.SQLITE_IOERR and _is_disk_full(path))
    if is_full:
        return StorageFull(path)
    if code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        return StorageLocked(path)
    if code in {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM}:
        return StorageReadOnly(path)
    if is_damage(error) or code == sqlite3.SQLITE_IOERR:
        return StorageCorrupt(path, str(error))
    return None


def _is_disk_full(path: Path) -> bool:
    # SQLite reports a full disk as a plain I/O error in some places (quota, shared memory, fsync).
    try:
        return shutil.disk_usage(path.parent).free < _NEARLY_FULL_BYTES
    except OSError:
        return False
