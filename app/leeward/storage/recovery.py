# SPDX-License-Identifier: Apache-2.0
"""What can be done about a damaged database. Nothing is ever deleted: the old files stay beside the new one.

The caller asks `examine`, lets the user choose, and calls one of `restore_backup`, `salvage` and `start_empty`. Each
builds the new database first, keeps the old files under `chats.corrupt-<time>`, and only then puts the new one in its
place; so an end of the program at any point leaves the old or the new database, and the question is asked again.
"""

import contextlib
import datetime as dt
import itertools
import logging
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from leeward.storage.atomic import os_errors_translated, sync_folder
from leeward.storage.backups import Backup, Backups, check_file, make_private_file, sync_file
from leeward.storage.database import Database
from leeward.storage.profile import Profile
from leeward.storage.rescue import Rescued, read_rescued, write_rescued
from leeward.storage.sqlite_file import opened_untouched

log = logging.getLogger(__name__)

_SUFFIXES: Final = ("", "-wal", "-shm", "-journal")


@dataclass(frozen=True, slots=True)
class Choices:
    """What is on offer. An empty start always is.

    Attributes:
        backup: The newest good copy; None when there is none.
        n_conversations, n_messages: What salvage would get out of the damaged file.
    """

    backup: Backup | None
    n_conversations: int
    n_messages: int


@dataclass(frozen=True, slots=True)
class Recovered:
    """What was done.

    Attributes:
        aside: Where the damaged file is kept now.
        n_conversations, n_messages: What the new database holds.
    """

    aside: Path
    n_conversations: int
    n_messages: int


def examine(profile: Profile) -> Choices:
    """Look at a database that was reported as StorageCorrupt. Reads only; blocking, as long as the file is large."""
    rescued = _rescued(profile.database)
    return Choices(Backups(profile.backups).newest_good(), len(rescued.conversations), len(rescued.messages))


def restore_backup(profile: Profile, backup: Backup, now_s: float) -> Recovered:
    """Put a copy in the place of the damaged database. The copy stays."""
    new = _new(profile)
    with os_errors_translated(new):
        make_private_file(new)
        shutil.copyfile(backup.path, new)
    check_file(new)
    return _replace(profile, new, now_s)


def salvage(profile: Profile, now_s: float) -> Recovered:
    """Put into the place of the damaged database a new one with every row that can still be read."""
    new = _new(profile)
    rescued = _rescued(profile.database)
    with _fresh(new) as database:
        write_rescued(rescued, database)
    return _replace(profile, new, now_s)


def start_empty(profile: Profile, now_s: float) -> Recovered:
    """Put an empty database in the place of the damaged one."""
    new = _new(profile)
    with _fresh(new):
        pass
    return _replace(profile, new, now_s)


def _rescued(path: Path) -> Rescued:
    with os_errors_translated(path):
        return read_rescued(path)


def _new(profile: Profile) -> Path:
    return profile.database.with_name(profile.database.name + ".recovered")


@contextlib.contextmanager
def _fresh(path: Path) -> Iterator[Database]:
    with os_errors_translated(path):
        for leftover in parts_of(path):
            leftover.unlink()
    with contextlib.closing(Database(path)) as database:
        yield database


def _replace(profile: Profile, new: Path, now_s: float) -> Recovered:
    n_conversations, n_messages = _counts(new)
    database = profile.database
    aside = _aside(database, now_s)
    with os_errors_translated(database):
        sync_file(new)
        for part in parts_of(database):
            keep(part, aside.with_name(aside.name + part.name.removeprefix(database.name)))
        sync_folder(database.parent)
        # The log belongs to the damaged file. It goes before the new one comes, which must never be joined with it.
        for part in parts_of(database):
            if part != database:
                part.unlink()
        new.replace(database)
        sync_folder(database.parent)
    log.warning("the damaged database is kept as %s", aside)
    return Recovered(aside, n_conversations, n_messages)


def parts_of(database: Path) -> list[Path]:
    """Return the files of a database that are there: itself and its logs."""
    candidates = [database.with_name(database.name + suffix) for suffix in _SUFFIXES]
    return [part for part in candidates if part.exists()]


def _aside(database: Path, now_s: float) -> Path:
    moment = dt.datetime.fromtimestamp(now_s, dt.UTC).strftime("%Y%m%dT%H%M%SZ")
    aside = database.with_name(f"{database.stem}.corrupt-{moment}")
    for number in itertools.count(2):
        if not parts_of(aside):
            break
        aside = database.with_name(f"{database.stem}.corrupt-{moment}-{number}")
    return aside


def keep(old: Path, kept: Path) -> None:
    """Give the file a second name; where the file system has none (FAT), copy it."""
    try:
        kept.hardlink_to(old)
    except OSError:
        make_private_file(kept)
        shutil.copyfile(old, kept)
        sync_file(kept)


def _counts(path: Path) -> tuple[int, int]:
    with opened_untouched(path) as sql:
        n_conversations: int = sql.execute("SELECT count(*) FROM conversation").fetchone()[0]
        n_messages: int = sql.execute("SELECT count(*) FROM message").fetchone()[0]
    return n_conversations, n_messages
