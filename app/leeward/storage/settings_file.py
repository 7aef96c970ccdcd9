# SPDX-License-Identifier: Apache-2.0
"""The settings and the state of the window as small TOML files."""

import base64
import datetime as dt
import enum
import logging
import time
import tomllib
from collections.abc import Callable
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Final

from leeward.domain.errors import SettingsUnreadable, StorageError
from leeward.domain.ids import ConversationId
from leeward.domain.settings import Settings
from leeward.storage.atomic import atomic_write
from leeward.storage.toml_text import dumps

log = logging.getLogger(__name__)

_MAX_BYTES: Final = 8 * 1024**2
"""Far more than settings can be (a system prompt of a million words); a larger file is not ours."""


@dataclass(frozen=True, slots=True)
class BadSetting:
    """One value in the file that cannot be used; the default stands in for it.

    Attributes:
        reason: In English, for details.
    """

    name: str
    reason: str


class SettingsFile:
    """settings.toml. Keys that this version does not know are kept and written back.

    Attributes:
        problems: What the last `load` found: a SettingsUnreadable when the file does not parse, a BadSetting for each
            value that is not allowed.
    """

    def __init__(self, path: Path, clock: Callable[[], float] = time.time) -> None:
        self._path = path
        self._clock = clock
        self._unknown: dict[str, Any] = {}
        self.problems: list[SettingsUnreadable | BadSetting] = []

    def load(self) -> Settings:
        """Return what the file says, with defaults for all else. Never fails: see `problems`.

        A file that does not parse is moved aside, so that saving cannot overwrite what the user wrote.
        """
        self.problems = []
        self._unknown = {}
        try:
            table = _read(self._path)
        except SettingsUnreadable as error:
            self.problems.append(error)
            log.warning("the settings cannot be read: %s", error.reason)
            self._move_aside()
            return Settings()
        return self._settings(table)

    def save(self, settings: Settings) -> None:
        """Write the settings.

        Raises:
            StorageError: The old file is untouched.
        """
        known = {declared.name: _plain(getattr(settings, declared.name)) for declared in fields(settings)}
        atomic_write(self._path, dumps({**known, **self._unknown}).encode())

    def _settings(self, table: dict[str, Any]) -> Settings:
        settings = Settings()
        kinds = {declared.name: declared.type for declared in fields(Settings)}
        for name, value in table.items():
            if name not in kinds:
                self._unknown[name] = value
                continue
            try:
                settings = settings.with_value(name, _typed(value, kinds[name]))
            except (ValueError, TypeError, OverflowError) as error:
                self.problems.append(BadSetting(name, str(error)))
                log.warning("the setting %s has a value that is not allowed; the default is used", name)
        return settings

    def _move_aside(self) -> None:
        moment = dt.datetime.fromtimestamp(self._clock(), dt.UTC).strftime("%Y%m%dT%H%M%SZ")
        aside = self._path.with_name(f"{self._path.name}.bad-{moment}")
        try:
            self._path.replace(aside)
        except OSError as error:
            log.warning("the settings file cannot be moved aside: %s", error)


@dataclass(frozen=True, slots=True)
class WindowState:
    """How the window was left.

    Attributes:
        geometry: What the toolkit's own save gave; empty when never saved.
        is_sidebar_shown: None when it was never decided.
        conversation_id: The conversation that was open.
    """

    geometry: bytes = b""
    is_sidebar_shown: bool | None = None
    conversation_id: ConversationId | None = None


class WindowStateFile:
    """state.toml. A convenience: neither reading nor writing it ever fails."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def load(self) -> WindowState:
        """Return what was saved, without the parts that cannot be used."""
        try:
            table = _read(self._path)
        except SettingsUnreadable as error:
            log.warning("the window's state cannot be read: %s", error.reason)
            return WindowState()
        geometry, is_shown, last = (table.get(name) for name in ("geometry", "is_sidebar_shown", "conversation_id"))
        return WindowState(
            _decoded(geometry) if isinstance(geometry, str) else b"",
            is_shown if isinstance(is_shown, bool) else None,
            ConversationId(last) if isinstance(last, int) and not isinstance(last, bool) else None,
        )

    def save(self, state: WindowState) -> None:
        table: dict[str, Any] = {"geometry": base64.b64encode(state.geometry).decode()}
        if state.is_sidebar_shown is not None:
            table["is_sidebar_shown"] = state.is_sidebar_shown
        if state.conversation_id is not None:
            table["conversation_id"] = int(state.conversation_id)
        try:
            atomic_write(self._path, dumps(table).encode())
        except StorageError as error:
            log.warning("the window's state is not saved: %r", error)


def _read(path: Path) -> dict[str, Any]:
    """Return the table in `path`; an empty one when there is no file."""
    try:
        if path.stat().st_size > _MAX_BYTES:
            raise SettingsUnreadable(path, "the file is too large")
        return tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise SettingsUnreadable(path, error.strerror or "") from error
    except (ValueError, RecursionError) as error:  # not TOML, not UTF-8, or nested without end
        raise SettingsUnreadable(path, str(error)) from error


def _typed(value: Any, kind: Any) -> Any:
    """Return `value` as a setting of the type `kind`, or raise ValueError or TypeError."""
    if issubclass(kind, enum.Enum):
        return kind(value)
    if kind is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if type(value) is not kind:  # True is an int for isinstance
        raise TypeError(f"must be {kind.__name__}, not {type(value).__name__}")
    return value


def _plain(value: Any) -> Any:
    return value.value if isinstance(value, enum.Enum) else value


def _decoded(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except ValueError:
        return b""
