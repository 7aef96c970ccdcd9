# SPDX-License-Identifier: Apache-2.0
"""The prompt library: prompts.toml in the profile, or the ready ones until something is changed."""

import logging
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from leeward import resources
from leeward.domain.errors import SettingsUnreadable
from leeward.domain.prompts import MAX_NAME, Prompt
from leeward.storage.atomic import atomic_write
from leeward.storage.toml_text import dumps

log = logging.getLogger(__name__)

_MAX_BYTES: Final = 8 * 1024**2


class PromptsFile:
    """All methods are blocking."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def load(self) -> tuple[Prompt, ...]:
        """Return the prompts.

        Raises:
            SettingsUnreadable: The file does not parse. It is moved aside, so that saving cannot overwrite what is in it.
        """
        try:
            return _prompts(self._path)
        except FileNotFoundError:
            return ready_prompts()
        except OSError as error:
            raise SettingsUnreadable(self._path, error.strerror or "") from error
        except (ValueError, RecursionError) as error:
            self._move_aside()
            raise SettingsUnreadable(self._path, str(error)) from error

    def save(self, prompts: Iterable[Prompt]) -> None:
        """Write the prompts. Raises StorageError; the old file is untouched then."""
        tables = (f"[[prompt]]\n{dumps({'name': each.name, 'text': each.text})}" for each in prompts)
        atomic_write(self._path, "\n".join(tables).encode())

    def _move_aside(self) -> None:
        try:
            self._path.replace(self._path.with_name(f"{self._path.name}.bad"))
        except OSError as error:
            log.warning("the file of prompts cannot be moved aside: %s", error)


def ready_prompts() -> tuple[Prompt, ...]:
    """Return the prompts that come with the program. Blocking."""
    return _prompts(resources.path("prompts.toml"))


def _prompts(path: Path) -> tuple[Prompt, ...]:
    if path.stat().st_size > _MAX_BYTES:
        raise ValueError("the file is too large")
    found = tomllib.loads(path.read_text("utf-8")).get("prompt", [])
    if not isinstance(found, list):
        raise ValueError("prompt is no list of tables")  # noqa: TRY004 - a file that cannot be used, like any other
    return tuple(_prompt(each) for each in found)


def _prompt(table: Any) -> Prompt:
    name, text = (table.get(key) for key in ("name", "text")) if isinstance(table, dict) else (None, None)
    if not isinstance(name, str) or not isinstance(text, str) or not name.strip():
        raise ValueError("a prompt needs a name and a text")
    return Prompt(" ".join(name.split())[:MAX_NAME], text)
