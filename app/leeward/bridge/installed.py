# SPDX-License-Identifier: Apache-2.0
"""The models on this computer for the window: what the library finds, what is known of one, and taking one away."""

import logging
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from leeward.bridge.models import ModelChoice
from leeward.bridge.tasks import TaskThread
from leeward.domain.errors import ModelError
from leeward.domain.model_info import FileKind
from leeward.domain.model_settings import ModelSettings
from leeward.library.about import About, read_about
from leeward.library.adapter_check import check_adapters
from leeward.library.entries import ModelEntry
from leeward.library.folders import files_of
from leeward.library.removal import Removal, removal_of
from leeward.library.sources import Source
from leeward.library.suggested import suggested_by

if TYPE_CHECKING:
    from leeward.library.models import Library

log = logging.getLogger(__name__)

_READING_S = 0.3
"""How long headers are read before the list is told and other questions get their turn."""


@dataclass(frozen=True, slots=True)
class AboutChoice:
    """What is known of a model of the list.

    Attributes:
        about: None when its header cannot be read; `unread` says why.
        removal: What taking it away would do; None when it stays, and `kept` says why.
        is_in_use: It is one of the files that were named as in use.
        settings: What is set for it.
        suggested: What its makers suggest.
        adapter_bytes: Memory that the adapters take that are set for it.
        adapter_problem: Why these cannot be loaded; None when they can.
    """

    choice: ModelChoice
    about: About | None = None
    unread: Exception | None = None
    removal: Removal | None = None
    kept: Exception | None = None
    is_in_use: bool = False
    settings: ModelSettings = ModelSettings()
    suggested: ModelSettings = ModelSettings()
    adapter_bytes: int = 0
    adapter_problem: Exception | None = None


class InstalledModels(QObject):
    """Works on a thread of its own: a slow disk with models delays nothing else.

    Signals:
        listed(tuple[ModelEntry, ...])   what the library found; again, as more headers are read
        known(AboutChoice)
        added(Path)                      a file or a folder
        not_added(Path, Exception)
        sources_read(tuple[Source, ...])
        source_not_changed(Exception)
        removed(Path, Removal)
        not_removed(Path, Exception)     an AppError, or another exception when it is a bug
        settings_kept(Path, ModelSettings, frozenset[str])   all that is set now, and the names of what was changed
        settings_not_kept(Path, Exception)
        failed(Exception)                the list could not be read
    """

    listed = Signal(object)
    known = Signal(object)
    added = Signal(object)
    not_added = Signal(object, object)
    sources_read = Signal(object)
    source_not_changed = Signal(object)
    removed = Signal(object, object)
    not_removed = Signal(object, object)
    settings_kept = Signal(object, object, object)
    settings_not_kept = Signal(object, object)
    failed = Signal(object)

    def __init__(self, library: "Library", database: Path, parent: QObject | None = None) -> None:
        """`library`: used by nobody else. `database`: says when models were used."""
        super().__init__(parent)
        self._library = library
        self._database = database
        self._thread = TaskThread("library")
        self._entries: dict[Path, ModelEntry] = {}  # of the worker, as all below
        self._headers: Iterator[ModelEntry] = iter(())

    def refresh(self) -> None:
        """Look what is there; `listed` follows, at once with what was known of the headers before."""
        self._thread.run(self._scan, self._on_listed, self._on_failed)

    def read_about(self, choice: ModelChoice, in_use: Sequence[Path]) -> None:
        """Read what is known of a model; `known` follows. `in_use`: files that must stay."""
        self._thread.run(
            lambda: self._about(choice, in_use),
            self.known.emit,
            lambda error: self.known.emit(AboutChoice(choice, unread=error)),
        )

    def remove(self, choice: ModelChoice) -> None:
        """Take a model away as `AboutChoice.removal` says; `removed` or `not_removed` follows."""
        path = choice.path
        self._thread.run(
            lambda: self._remove(choice),
            lambda removal: self.removed.emit(path, removal),
            lambda error: self.not_removed.emit(path, error),
        )

    def change_settings(self, path: Path, changes: Mapping[str, Any]) -> None:
        """Set some of a model's settings, by name; None leaves one to Leeward. `settings_kept` follows, or not."""
        self._thread.run(
            lambda: self._change_settings(path, changes),
            lambda kept: self.settings_kept.emit(path, *kept),
            lambda error: self.settings_not_kept.emit(path, error),
        )

    def add(self, path: Path) -> None:
        """List this model file, or the models of this folder, from now on; `added` or `not_added` follows."""
        self._thread.run(
            lambda: self._library.add(path),
            lambda _entry: self.added.emit(path),
            lambda error: self.not_added.emit(path, error),
        )

    def read_sources(self) -> None:
        """Look what is there and where it comes from; `sources_read` and `listed` follow."""
        self._thread.run(lambda: (self._scan(), self._library.sources()), self._on_sources, self._on_failed)

    def forget(self, what: Path | str) -> None:
        """Take a folder, a file or a program off the list; no file is touched. `sources_read` follows in any case."""
        self._change_source(lambda: self._library.forget(what))

    def add_program(self, program: str) -> None:
        """List the models of another program from now on. `sources_read` follows in any case."""
        self._change_source(lambda: self._library.add_program(program))

    def _change_source(self, change: Callable[[], object]) -> None:
        self._thread.run(change, lambda _none: None, self.source_not_changed.emit)
        self.read_sources()

    def close(self) -> None:
        """Keep what was read, and end the thread. Blocking, for some seconds at most."""
        self._thread.run(self._stop_reading, lambda _: None, self._on_failed)
        self._thread.close()

    # On the worker

    def _scan(self) -> tuple[ModelEntry, ...]:
        self._stop_reading()
        self._entries = {entry.path: entry for entry in self._library.scan().entries}
        self._headers = self._library.read_headers()
        return tuple(self._entries.values())

    def _read_on(self) -> tuple[ModelEntry, ...] | None:
        """Read headers for a moment; None when there was none left."""
        end_s = time.monotonic() + _READING_S
        is_changed = False
        for entry in self._headers:
            self._entries[entry.path] = entry
            is_changed = True
            if time.monotonic() > end_s:
                break
        return tuple(self._entries.values()) if is_changed else None

    def _stop_reading(self) -> None:
        close = getattr(self._headers, "close", None)
        if close is not None:
            close()  # the library keeps what was read

    def _about(self, choice: ModelChoice, in_use: Sequence[Path]) -> AboutChoice:
        path = choice.path
        found = AboutChoice(choice, settings=self._library.settings_of(path), suggested=suggested_by(path))
        entry = choice.entry or self._library.entry_of(choice.path)
        try:
            found = replace(found, about=read_about(entry, self._entries.values(), self._database))
        except ModelError as error:
            found = replace(found, unread=error)
        try:
            found = replace(found, adapter_bytes=check_adapters(path, found.settings.adapters_to_load))
        except ModelError as error:
            found = replace(found, adapter_problem=error)
        try:
            found = replace(found, removal=_removal_of(choice))
        except ModelError as error:
            found = replace(found, kept=error)
        return replace(found, is_in_use=any(_is_same(file, used) for file in files_of(entry) for used in in_use))

    def _remove(self, choice: ModelChoice) -> Removal:
        removal = _removal_of(choice)
        return removal if choice.entry is None else self._library.remove(choice.entry)

    def _change_settings(self, path: Path, changes: Mapping[str, Any]) -> tuple[ModelSettings, frozenset[str]]:
        before = self._library.settings_of(path)
        own = replace(before, **changes)
        self._library.set_settings(path, own)
        return own, frozenset(name for name in changes if getattr(before, name) != getattr(own, name))

    # On the thread of the window

    def _on_listed(self, entries: tuple[ModelEntry, ...]) -> None:
        self.listed.emit(entries)
        self._thread.run(self._read_on, self._on_read_on, self._on_failed)

    def _on_sources(self, found: tuple[tuple[ModelEntry, ...], tuple[Source, ...]]) -> None:
        entries, sources = found
        self._on_listed(entries)
        self.sources_read.emit(sources)

    def _on_read_on(self, entries: tuple[ModelEntry, ...] | None) -> None:
        if entries is not None:
            self._on_listed(entries)

    def _on_failed(self, error: Exception) -> None:
        log.error("the models on this computer could not be listed: %s", type(error).__name__)
        self.failed.emit(error)


def merged(
    starter: ModelChoice | None, known: Iterable[ModelChoice], entries: Iterable[ModelEntry]
) -> list[ModelChoice]:
    """Return every model once: the starter, those that were opened before as they were used, all others by name."""
    found = {entry.path: entry for entry in entries if entry.kind is FileKind.MODEL}
    choices = {} if starter is None else {starter.path: starter}
    for each in known:
        entry = found.get(each.path)
        is_there = each.is_there if entry is None else not entry.is_away
        choices.setdefault(each.path, replace(each, is_there=is_there, entry=entry))
    for entry in sorted(found.values(), key=lambda entry: entry.name.casefold()):
        choices.setdefault(entry.path, ModelChoice(entry.path, entry.name, not entry.is_away, entry))
    return list(choices.values())


def _removal_of(choice: ModelChoice) -> Removal:
    """Return what taking it away does. Raises ModelNotFound, ModelNotOurs."""
    if choice.entry is None:
        return Removal.FORGET
    return removal_of(choice.entry)


def _is_same(one: Path, other: Path) -> bool:
    with suppress(OSError):
        return one.samefile(other)
    return one == other
