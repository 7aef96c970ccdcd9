# SPDX-License-Identifier: Apache-2.0
"""What the user decided about models: folders, single files, other programs, settings per model. One small JSON file."""

import json
import logging
import time
import typing
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

import msgspec
from filelock import FileLock, Timeout

from leeward.domain.errors import StorageLocked, StorageReadOnly
from leeward.domain.model_settings import ModelKey, ModelSettings
from leeward.domain.paths import decode_path, encode_path
from leeward.storage.atomic import atomic_write, os_errors_translated

log = logging.getLogger(__name__)

LOCK_WAIT_S = 5.0
_MAX_BYTES = 16 * 1024**2

Table = dict[str, Any]


@dataclass(frozen=True, slots=True)
class LibraryContents:
    """What the file says.

    Attributes:
        folders: Model folders, beside the profile's own.
        files: Models that were added one by one and stay where they are.
        programs: Ids of other programs whose models are shown too.
        models: Settings of single models.
    """

    folders: tuple[Path, ...] = ()
    files: tuple[Path, ...] = ()
    programs: tuple[str, ...] = ()
    models: Mapping[ModelKey, ModelSettings] = field(default_factory=lambda: MappingProxyType({}))

    def settings_of(self, key: ModelKey) -> ModelSettings:
        return self.models.get(key, ModelSettings())


class LibraryFile:
    """library.json. Window and terminal may both write: a change reads, changes and writes under a lock.

    Keys that this version does not know are kept.
    """

    def __init__(self, path: Path, clock: Callable[[], float] = time.time) -> None:
        self._path = path
        self._clock = clock

    def read(self) -> LibraryContents:
        """Return what the file says; nothing of what cannot be used. Never fails."""
        return _contents(self._table() or {})

    def update(self, change: Callable[[LibraryContents], LibraryContents]) -> LibraryContents:
        """Change the file and return what it says now. Blocking, at most `LOCK_WAIT_S` behind another writer.

        A file that does not parse is moved aside first, so that what was in it is not lost.

        Raises:
            StorageLocked: Another process holds the lock.
            StorageFull, StorageReadOnly: The old file is untouched.
        """
        with self._locked():
            table = self._table()
            if table is None:
                self._move_aside()
                table = {}
            before = _contents(table)
            after = change(before)
            _put(table, before, after)
            # With all but ASCII escaped: names of files need not be UTF-8.
            atomic_write(self._path, json.dumps(table, indent=1).encode("ascii"))
            return after

    @contextmanager
    def _locked(self) -> Iterator[None]:
        lock = FileLock(self._path.with_name(f"{self._path.name}.lock"), timeout=LOCK_WAIT_S, mode=0o600)
        with os_errors_translated(self._path):
            try:
                lock.acquire()
            except Timeout as error:  # an OSError too: it must not reach the translation
                raise StorageLocked(self._path) from error
            except NotImplementedError as error:  # filelock: the file system has no locks
                raise StorageReadOnly(self._path) from error
        try:
            yield
        finally:
            lock.release()

    def _table(self) -> Table | None:
        """Return the file's table, an empty one when there is no file, None when it cannot be used."""
        try:
            if self._path.stat().st_size > _MAX_BYTES:
                raise ValueError("it is too large")  # noqa: TRY301  the same end as of any other file that is not ours
            table = json.loads(self._path.read_text("utf-8"))
        except FileNotFoundError:
            return {}
        except (OSError, ValueError, RecursionError) as error:
            log.warning("library.json cannot be read: %s", error)
            return None
        return table if isinstance(table, dict) else None

    def _move_aside(self) -> None:
        aside = self._path.with_name(f"{self._path.name}.bad-{int(self._clock())}")
        with os_errors_translated(self._path):
            self._path.replace(aside)


def _contents(table: Table) -> LibraryContents:
    models = table.get("models")
    return LibraryContents(
        folders=tuple(Path(text) for text in _texts(table, "folders")),
        files=tuple(Path(text) for text in _texts(table, "files")),
        programs=tuple(_texts(table, "programs")),
        models=MappingProxyType(
            {
                ModelKey(key): _settings(entry)
                for key, entry in (models.items() if isinstance(models, dict) else ())
                if isinstance(entry, dict)
            }
        ),
    )


def _texts(table: Table, name: str) -> list[str]:
    values = table.get(name)
    found = [text for text in values if isinstance(text, str) and text] if isinstance(values, list) else []
    return list(dict.fromkeys(found))


def _settings(entry: Table) -> ModelSettings:
    settings = ModelSettings()
    for name, kind in typing.get_type_hints(ModelSettings).items():
        if entry.get(name) is None:
            continue
        try:
            settings = settings.with_value(name, msgspec.convert(entry[name], kind, dec_hook=decode_path))
        except (ValueError, TypeError) as error:  # msgspec's is a ValueError
            log.warning("the setting %s of a model is not allowed and left out: %s", name, error)
    return settings


def _put(table: Table, before: LibraryContents, after: LibraryContents) -> None:
    """Write the contents into the table, past what else stands in it."""
    table |= {
        "folders": [str(path) for path in after.folders],
        "files": [str(path) for path in after.files],
        "programs": list(after.programs),
    }
    models: Table = table["models"] if isinstance(table.get("models"), dict) else {}
    for key in before.models.keys() - after.models.keys():
        del models[key]
    known = typing.get_type_hints(ModelSettings)
    for key, settings in after.models.items():
        if before.models.get(key) == settings:
            continue
        old = models.get(key)
        foreign = {name: value for name, value in (old or {}).items() if name not in known}
        models[key] = foreign | msgspec.to_builtins(settings.given(), enc_hook=encode_path)
    table["models"] = models
