# SPDX-License-Identifier: Apache-2.0
"""All models one profile knows: what lies in its folders, what was added, what other programs have, and their settings."""

import logging
import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import msgspec

from leeward.domain.errors import ModelNotFound, ModelUnreadable, StorageError
from leeward.domain.model_info import FileKind
from leeward.domain.model_settings import ModelSettings
from leeward.domain.paths import decode_path, encode_path
from leeward.library.entries import FILE, PROGRAM_NAMES, ModelEntry
from leeward.library.folders import Places, Scan, first_part, scan, with_header
from leeward.library.header import read_header
from leeward.library.model_check import kind_of
from leeward.library.other_programs import Roots, models_of, usual_roots
from leeward.library.removal import Removal, remove
from leeward.library.sources import Source, sources_of
from leeward.storage.atomic import atomic_write
from leeward.storage.library_file import LibraryContents, LibraryFile
from leeward.storage.profile import Profile

log = logging.getLogger(__name__)

T = TypeVar("T")

_MAX_SNAPSHOT_BYTES = 64 * 1024**2


class Library:
    """The models of one profile. Blocking; belongs to one thread at a time.

    The list of the last scan is kept in the profile, so that headers are read once and a folder that is away is still
    listed. It is a cache: without it everything is read again.
    """

    def __init__(self, profile: Profile, roots: Callable[[], Roots] = usual_roots) -> None:
        """`roots`: where other programs keep their models."""
        self.own_folder = profile.models
        self._snapshot = profile.library_snapshot
        self._file = LibraryFile(profile.library_file)
        self._roots = roots
        self._last: Scan | None = None
        self._kept: Scan | None = None  # what the file says

    # What is there

    def scan(self) -> Scan:
        """Look what is there now; facts of files that changed are missing until `read_headers`."""
        contents = self._file.read()
        references: list[ModelEntry] = []
        if contents.programs:
            roots = self._roots()
            references = [entry for program in contents.programs for entry in models_of(program, roots)]
        has_own = self.own_folder.is_dir() or self.own_folder.is_symlink()  # a link may lead to a disk that is away
        folders = (self.own_folder, *contents.folders) if has_own else contents.folders
        self._last = scan(Places(folders, contents.files, tuple(references)), self._last_scan())
        return self._last

    def read_headers(self) -> Iterator[ModelEntry]:
        """Yield each entry of the last scan that was not read yet, with what its header says; keep the list at the end.

        May be left half-way: what was read is kept.
        """
        known = {entry.path: entry for entry in self._last_scan().entries}
        try:
            for entry in self._last_scan().entries:
                read = with_header(entry)
                if read != entry:
                    known[entry.path] = read
                    yield read
        finally:
            self._last = replace(self._last_scan(), entries=tuple(known.values()))
            self._keep()

    def read_scan(self) -> Scan:
        """Return what is there now with all headers read."""
        self.scan()
        for _ in self.read_headers():
            pass
        return self._last_scan()

    def sources(self) -> tuple[Source, ...]:
        """Return where the models of the last scan come from, and what other programs have on this machine."""
        return tuple(sources_of(self.own_folder, self._file.read(), self._last_scan(), self._roots()))

    def find(self, wanted: str, *, is_exact: bool = False) -> ModelEntry:
        """Return the model that a name or path means: exactly, else one whose name begins so. Case does not matter.

        Args:
            is_exact: Do not guess: for what cannot be undone.

        Raises:
            ModelNotFound: There is none that could be loaded.
        """
        name = wanted.casefold()
        entries = [entry for entry in self.scan().entries if entry.kind is not FileKind.PROJECTOR]
        # What is there goes before what is away or broken: the error then says what is wrong with that one.
        entries.sort(key=lambda entry: not entry.can_be_loaded)
        for matches in (_is_called,) if is_exact else (_is_called, _begins_with):
            for entry in entries:
                if matches(entry, name):
                    return entry
        raise ModelNotFound(Path(wanted))

    def entry_named(self, wanted: str) -> ModelEntry:
        """Return what a path or a name means, with what its header says. Raises ModelNotFound."""
        path = first_part(Path(os.path.abspath(Path(wanted).expanduser())))  # noqa: PTH100  resolve() would follow links
        return with_header(_only(path) if path.is_file() else self.find(wanted))

    def entry_of(self, path: Path) -> ModelEntry:
        """Return a file as it is now, by itself; `is_away` when it is not there."""
        return _only(first_part(path))

    # Settings

    def settings_of(self, path: Path) -> ModelSettings:
        """Return what was set for the model at `path`; nothing where the file is not there."""
        entry = self.entry_of(path)
        return ModelSettings() if entry.is_away else self._file.read().settings_of(entry.key)

    def set_settings(self, path: Path, settings: ModelSettings) -> None:
        """Keep settings of a model; without any they are dropped. Raises ModelNotFound, StorageError."""
        entry = self.entry_of(path)
        if entry.is_away:
            raise ModelNotFound(path)

        def change(contents: LibraryContents) -> LibraryContents:
            models = {key: value for key, value in contents.models.items() if key != entry.key}
            return replace(contents, models=models | ({entry.key: settings} if settings.given() else {}))

        self._file.update(change)

    # Changes

    def add(self, path: Path) -> ModelEntry | None:
        """Add a model file or a folder in place. Returns the entry of a file, as its header says.

        Raises:
            ModelNotFound: There is nothing at `path`.
            ModelUnreadable: The file is no GGUF file, or no whole model.
            StorageError: It could not be kept.
        """
        path = Path(os.path.abspath(path.expanduser()))  # noqa: PTH100  resolve() would follow links
        if path.is_dir():
            self._file.update(lambda contents: replace(contents, folders=_with(contents.folders, path)))
            return None
        path = first_part(path)
        kind_of(read_header(path))
        entry = with_header(_only(path))
        if entry.damage:
            raise ModelUnreadable(path, entry.damage)
        if entry.missing:
            raise ModelNotFound(path.with_name(entry.missing))
        self._file.update(lambda contents: replace(contents, files=_with(contents.files, path)))
        return entry

    def add_program(self, program: str) -> list[ModelEntry]:
        """Show the models of another program from now on; returns them. Raises StorageError, KeyError."""
        if program not in PROGRAM_NAMES:
            raise KeyError(program)
        self._file.update(lambda contents: replace(contents, programs=_with(contents.programs, program)))
        return models_of(program, self._roots())

    def forget(self, what: Path | str) -> bool:
        """Take a folder, a single file or a program off the list; False when it is not on it. Raises StorageError.

        No file is touched.
        """
        path = Path(os.path.abspath(Path(what).expanduser()))  # noqa: PTH100  as above
        before = self._file.read()

        def without(contents: LibraryContents) -> LibraryContents:
            return replace(
                contents,
                folders=tuple(each for each in contents.folders if each != path),
                files=tuple(each for each in contents.files if each != path),
                programs=tuple(each for each in contents.programs if each != what),
            )

        return without(before) != before and self._file.update(without) != before

    def remove(self, entry: ModelEntry) -> Removal:
        """Take one model away: see `removal.removal_of`.

        Raises:
            ModelNotFound, ModelNotOurs: Nothing was touched.
            StorageError: It could not be deleted.
        """
        removal = remove(entry)
        if entry.origin == FILE:
            self.forget(entry.path)
        return removal

    # The list of the last scan

    def _last_scan(self) -> Scan:
        if self._last is None:
            self._last = self._kept = _read_snapshot(self._snapshot)
        return self._last

    def _keep(self) -> None:
        if self._last == self._kept or not self._snapshot.parent.is_dir():
            return  # a command makes no profile
        entries = tuple(entry for entry in self._last_scan().entries if _is_text(entry.path))
        try:
            data = msgspec.json.encode(replace(self._last_scan(), entries=entries), enc_hook=encode_path)
            atomic_write(self._snapshot, data)
            self._kept = self._last
        except (StorageError, UnicodeEncodeError) as error:
            log.warning("the list of models is not kept: %r", error)


def _read_snapshot(path: Path) -> Scan:
    try:
        if path.stat().st_size > _MAX_SNAPSHOT_BYTES:
            return Scan()
        return msgspec.json.decode(path.read_bytes(), type=Scan, dec_hook=decode_path)
    except (OSError, ValueError, RecursionError) as error:
        log.debug("there is no list of models of before: %s", error)
        return Scan()


def _is_text(path: Path) -> bool:
    try:
        str(path).encode()
    except UnicodeEncodeError:  # names of files are bytes on Linux
        return False
    return True


def _only(path: Path) -> ModelEntry:
    """Return the entry of one file by itself."""
    (entry,) = scan(Places(files=(path,)), Scan()).entries
    return entry


def _with(values: tuple[T, ...], value: T) -> tuple[T, ...]:
    return values if value in values else (*values, value)


def _is_called(entry: ModelEntry, name: str) -> bool:
    return name in (entry.name.casefold(), entry.path.name.casefold(), str(entry.path).casefold())


def _begins_with(entry: ModelEntry, name: str) -> bool:
    return entry.name.casefold().startswith(name)
