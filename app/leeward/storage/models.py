# SPDX-License-Identifier: Apache-2.0
"""Which model files were used, so that the picker can offer them again."""

import logging
import os
from pathlib import Path
from typing import NamedTuple

from leeward.domain.errors import StorageError
from leeward.storage.database import Database, storable
from leeward.storage.sqlite_file import opened_untouched

log = logging.getLogger(__name__)


class KnownModel(NamedTuple):
    """A model file that was loaded once; it may be gone."""

    path: Path
    name: str
    last_used_s: float


class KnownModels:
    """The model files one profile remembers. Blocking; may be called from any thread; every method may raise a StorageError."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def remember(self, path: Path, name: str, now_s: float) -> None:
        """Put `path` first in the order."""
        with self._database.transaction() as sql:
            sql.execute(
                "INSERT INTO known_model (path, name, last_used_s, ordinal) "
                "VALUES (?, ?, ?, (SELECT coalesce(max(ordinal), 0) + 1 FROM known_model)) "
                "ON CONFLICT (path) DO UPDATE SET "
                "name = excluded.name, last_used_s = excluded.last_used_s, ordinal = excluded.ordinal",
                (_stored(path), storable(name), now_s),
            )

    def all(self) -> list[KnownModel]:
        """Return the models, last used first."""
        with self._database.reading() as sql:
            rows = sql.execute("SELECT path, name, last_used_s FROM known_model ORDER BY ordinal DESC").fetchall()
        return [KnownModel(Path(os.fsdecode(path)), name, last_used_s) for path, name, last_used_s in rows]

    def forget(self, path: Path) -> None:
        """Take `path` off the list; without effect when it is not there. The file is not touched."""
        with self._database.transaction() as sql:
            sql.execute("DELETE FROM known_model WHERE path = ?", (_stored(path),))


def last_uses(database: Path) -> dict[Path, float]:
    """Return when each model was last used, in seconds since 1970, without opening the database for writing.

    Of a database that is not there, or that cannot be read: nothing.
    """
    if not database.exists():
        return {}
    try:
        with opened_untouched(database) as sql:
            rows = sql.execute("SELECT path, last_used_s FROM known_model").fetchall()
    except StorageError as error:
        log.debug("when models were used is not known: %r", error)
        return {}
    return {Path(os.fsdecode(path)): used_s for path, used_s in rows}


def _stored(path: Path) -> str | bytes:
    # File names are bytes on Linux; one that is no UTF-8 is kept as bytes.
    name = str(path)
    return name if storable(name) == name else os.fsencode(path)
