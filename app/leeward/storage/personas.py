# SPDX-License-Identifier: Apache-2.0
"""Personas as small TOML files: the user's own in the profile, the ready ones beside the program."""

import contextlib
import hashlib
import logging
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from leeward.domain.errors import PersonaNotFound, PersonaReady, PersonaUnreadable, TargetExists
from leeward.domain.persona import Persona, from_table, name_key, to_table
from leeward.i18n import mark
from leeward.storage.atomic import atomic_write, os_errors_translated
from leeward.storage.toml_text import dumps

log = logging.getLogger(__name__)

SUFFIX: Final = ".toml"
_MAX_BYTES: Final = 2 * 1024**2
"""More than the longest texts of a persona take together as a rule; a larger file is not ours."""

_MAX_STEM_BYTES: Final = 120
_RESERVED = re.compile(r"con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³]")  # as names of files on Windows


@dataclass(frozen=True, slots=True)
class KeptPersona:
    """A persona and the file it lies in. `is_ready`: it came with Leeward."""

    persona: Persona
    path: Path
    is_ready: bool = False


class Personas:
    """The personas of one profile. Blocking. One of the user's own hides a ready one of the same name."""

    def __init__(self, folder: Path, ready: Path) -> None:
        """`folder` holds the user's own; it is made when the first one is kept. `ready` is only read."""
        self._folder = folder
        self._ready = ready

    def read(self) -> tuple[list[KeptPersona], list[PersonaUnreadable]]:
        """Return all there are by name, and what is wrong with files that cannot be used. Never fails."""
        found: dict[str, KeptPersona] = {}
        problems: list[PersonaUnreadable] = []
        for is_ready, path in (*_files(self._folder, is_ready=False), *_files(self._ready, is_ready=True)):
            try:
                persona = read_persona(path)
            except PersonaUnreadable as error:
                log.warning("a persona cannot be read: %s", error.reason)
                problems.append(error)
                continue
            found.setdefault(name_key(persona.name), KeptPersona(persona, path, is_ready))
        return [kept for _, kept in sorted(found.items())], problems

    def find(self, name: str) -> KeptPersona:
        """Return the persona of this name; case does not matter. Raises PersonaNotFound."""
        kept = self._named(name)
        if kept is None:
            raise PersonaNotFound(name, tuple(each.persona.name for each in self.read()[0]))
        return kept

    def save(self, persona: Persona, *, is_replacing: bool) -> Path:
        """Keep a persona of the user's own.

        Raises:
            TargetExists: There is one of that name, and it is not to be replaced.
            StorageError: Nothing was changed.
        """
        old = self._named(persona.name)
        path = old.path if old and not old.is_ready else self._folder / file_name(persona.name)
        if path.exists() and not is_replacing:  # also a file of that name that cannot be read
            raise TargetExists(path)
        with os_errors_translated(self._folder):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_persona(persona, path)
        return path

    def remove(self, name: str) -> None:
        """Delete a persona of the user's own.

        Raises:
            PersonaNotFound
            PersonaReady: It came with Leeward.
            StorageError: It could not be deleted.
        """
        kept = self.find(name)
        if kept.is_ready:
            raise PersonaReady(kept.persona.name)
        with os_errors_translated(kept.path), contextlib.suppress(FileNotFoundError):
            kept.path.unlink()

    def _named(self, name: str) -> KeptPersona | None:
        key = name_key(name)
        return next((each for each in self.read()[0] if name_key(each.persona.name) == key), None)


def read_persona(path: Path) -> Persona:
    """Return the persona in a file. Raises PersonaUnreadable."""
    try:
        with path.open("rb") as file:
            data = file.read(_MAX_BYTES + 1)
        if len(data) > _MAX_BYTES:
            raise PersonaUnreadable(path, mark("the file is too large"))
        return from_table(tomllib.loads(data.decode("utf-8-sig")))
    except FileNotFoundError as error:
        raise PersonaUnreadable(path, mark("there is no such file")) from error
    except OSError as error:
        raise PersonaUnreadable(path, error.strerror or mark("it cannot be read")) from error
    except RecursionError as error:
        raise PersonaUnreadable(path, mark("it is nested too deeply")) from error
    except ValueError as error:  # not UTF-8, not TOML, or not allowed
        raise PersonaUnreadable(path, str(error)) from error


def write_persona(persona: Persona, path: Path) -> None:
    """Put a persona into a file of its own. Raises StorageError."""
    atomic_write(path, persona_text(persona).encode())


def persona_text(persona: Persona) -> str:
    return dumps(to_table(persona))


def file_name(name: str) -> str:
    """Return the name of the file for a persona: itself where it is harmless, else with a piece of its hash."""
    key = name_key(name)
    stem = re.sub(r"[^\w]+", "-", key).strip("-")
    stem = stem.encode("utf-8", "ignore")[:_MAX_STEM_BYTES].decode("utf-8", "ignore")
    if not stem or "-" in key or stem != key.replace(" ", "-") or _RESERVED.fullmatch(stem):
        stem = f"{stem or 'persona'}-{hashlib.sha256(key.encode('utf-8', 'replace')).hexdigest()[:8]}"
    return stem + SUFFIX


def _files(folder: Path, *, is_ready: bool) -> Iterator[tuple[bool, Path]]:
    try:
        paths = sorted(path for path in folder.iterdir() if path.suffix == SUFFIX and not path.name.startswith("."))
    except OSError:
        return  # nothing was kept yet
    for path in paths:
        yield is_ready, path
