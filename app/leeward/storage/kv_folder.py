# SPDX-License-Identifier: Apache-2.0
"""The folder of keys and values, as seen by whoever deletes conversations. Its files are written by the engine."""

import contextlib
from dataclasses import dataclass
from pathlib import Path

from leeward.domain.kv import SUFFIX, kv_name_of


@dataclass(frozen=True, slots=True)
class KvSizes:
    """Bytes on disk, by name of the conversation."""

    by_name: dict[str, int]

    @property
    def total(self) -> int:
        return sum(self.by_name.values())


class KvFolder:
    """Blocking. What cannot be read or deleted is passed over: it is of no use to anybody but the engine."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def sizes(self) -> KvSizes:
        found: dict[str, int] = {}
        for name, path in self._files():
            with contextlib.suppress(OSError):
                found[name] = found.get(name, 0) + path.stat().st_size
        return KvSizes(found)

    def delete(self, names: set[str] | None = None) -> None:
        """Delete what is kept under these names, of all models; None: everything."""
        for name, path in self._files():
            if names is None or name in names:
                with contextlib.suppress(OSError):
                    path.unlink()

    def _files(self) -> list[tuple[str, Path]]:
        try:
            paths = list(self._folder.glob(f"*{SUFFIX}"))
        except OSError:
            return []
        return [(name, path) for path in paths if (name := kv_name_of(path.name)) is not None]
