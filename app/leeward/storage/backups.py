# SPDX-License-Identifier: Apache-2.0
"""Copies of the database, checked when they are made and thinned with age."""

import contextlib
import datetime as dt
import logging
import os
import re
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from leeward.domain.errors import StorageCorrupt, StorageError
from leeward.storage.atomic import os_errors_translated, sync_folder
from leeward.storage.sqlite_file import check, connect, opened_untouched

log = logging.getLogger(__name__)

DAILY: Final = 12
WEEKLY: Final = 10
MONTHLY: Final = 9
INTERVAL_S: Final = 24 * 3600.0

_NAME = re.compile(r"chats-(\d{6,})-(\d{8}T\d{6})Z(?:-before-(\d+))?\.db")
_TIME = "%Y%m%dT%H%M%S"


@dataclass(frozen=True, slots=True)
class Backup:
    """One copy.

    Attributes:
        number: Grows with every copy: the order, immune to a wrong clock.
        made_at: By the clock of the machine, in UTC.
        before_version: The schema this copy still has, when it was made because of a migration.
    """

    path: Path
    number: int
    made_at: dt.datetime
    before_version: int | None


class Backups:
    """The copies in one folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def all(self) -> list[Backup]:
        """Return the copies, newest first. Other files in the folder are left out."""
        if not self.folder.is_dir():
            return []
        with os_errors_translated(self.folder):
            found = [_backup(path) for path in self.folder.iterdir()]
        return sorted((backup for backup in found if backup is not None), key=lambda backup: -backup.number)

    def is_due(self, now_s: float) -> bool:
        """Say whether the newest copy is older than a day; also when the clock was set back before it."""
        newest = next(iter(self.all()), None)
        return newest is None or not 0 <= now_s - newest.made_at.timestamp() < INTERVAL_S

    def make(self, database: Path, now_s: float) -> Backup:
        """Copy `database`, which may be in use, and thin the older copies. Blocking; reads the whole file.

        Raises:
            StorageCorrupt: The database is damaged: no copy was made and none removed.
        """
        backup = self._copy(database, now_s, "")
        self.thin()
        return backup

    def make_before_upgrade(self, database: Path, version: int, now_s: float) -> Backup:
        """Copy `database` before its schema leaves `version`. The newest such copy of each version is kept for good."""
        return self._copy(database, now_s, f"-before-{version + 1}")

    def thin(self) -> None:
        """Remove the copies that `kept` does not name."""
        backups = self.all()
        keep = kept(backups)
        with os_errors_translated(self.folder):
            for backup in backups:
                if backup not in keep:
                    backup.path.unlink()

    def newest_good(self) -> Backup | None:
        """Return the newest copy that still passes the check, or None."""
        for backup in self.all():
            try:
                check_file(backup.path)
            except StorageError as error:
                log.warning("the backup %s cannot be used: %r", backup.path, error)
            else:
                return backup
        return None

    def _copy(self, database: Path, now_s: float, suffix: str) -> Backup:
        newest = next(iter(self.all()), None)
        number = newest.number + 1 if newest else 1
        made_at = dt.datetime.fromtimestamp(now_s, dt.UTC)
        target = self.folder / f"chats-{number:06}-{made_at.strftime(_TIME)}Z{suffix}.db"
        unfinished = self.folder / "unfinished"
        with os_errors_translated(self.folder):
            self.folder.mkdir(mode=0o700, exist_ok=True)
            make_private_file(unfinished)
        try:
            copy_pages(database, unfinished)
            check_file(unfinished)
            with os_errors_translated(target):
                sync_file(unfinished)
                unfinished.replace(target)
                sync_folder(self.folder)
        except StorageCorrupt as error:
            raise StorageCorrupt(database, error.detail) from error
        finally:
            with contextlib.suppress(OSError):
                unfinished.unlink(missing_ok=True)
        log.info("backup made: %s", target)
        return Backup(target, number, made_at, int(suffix.rpartition("-")[2]) if suffix else None)


def kept(backups: Sequence[Backup]) -> set[Backup]:
    """Return which copies stay: the newest of each of the last 12 days, 10 weeks and 9 months that have one (UTC),
    and the newest one made before each upgrade.

    Days without a copy do not count, so that a machine that was off for a year loses nothing when it is used again.
    """
    newest_first = sorted(backups, key=lambda backup: -backup.number)
    upgrades = [backup for backup in newest_first if backup.before_version is not None]
    keep = {backup.before_version: backup for backup in reversed(upgrades)}
    return {
        *keep.values(),
        *_newest_of_each(newest_first, lambda backup: backup.made_at.date(), DAILY),
        *_newest_of_each(newest_first, lambda backup: backup.made_at.isocalendar()[:2], WEEKLY),
        *_newest_of_each(newest_first, lambda backup: (backup.made_at.year, backup.made_at.month), MONTHLY),
    }


def check_file(path: Path) -> None:
    """Raise StorageCorrupt when the database at `path` is damaged."""
    with opened_untouched(path) as sql:
        check(sql, path)


def make_private_file(path: Path) -> None:
    """Make an empty file at `path` that only its owner can read, in the place of what is there."""
    path.unlink(missing_ok=True)
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    path.chmod(0o600)  # whatever the umask


def sync_file(path: Path) -> None:
    """Put the content of `path` on the disk."""
    descriptor = os.open(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _newest_of_each(newest_first: Sequence[Backup], span: Callable[[Backup], Hashable], limit: int) -> list[Backup]:
    newest: dict[Hashable, Backup] = {}
    for backup in newest_first:
        newest.setdefault(span(backup), backup)
    return list(newest.values())[:limit]


def _backup(path: Path) -> Backup | None:
    match = _NAME.fullmatch(path.name)
    if match is None:
        return None
    try:
        made_at = dt.datetime.strptime(match[2], _TIME).replace(tzinfo=dt.UTC)
    except ValueError:
        return None
    return Backup(path, int(match[1]), made_at, int(match[3]) if match[3] else None)


def copy_pages(source: Path, target: Path) -> None:
    """Copy the database at `source`, which may be in use, into the empty file `target`, as it is at one moment."""
    # A connection of its own: who writes chats meanwhile does not wait, and the copy is of one moment.
    with opened_untouched(source) as old, contextlib.closing(connect(target)) as new:
        old.backup(new)
        new.execute("PRAGMA journal_mode = DELETE")  # one file, complete without a log beside it
