# SPDX-License-Identifier: Apache-2.0
"""What something that was measured holds for: one file of a model, one engine, one machine. And where such things are kept."""

import hashlib
import logging
import platform
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Generic, TypeVar

import msgspec

from leeward.domain.errors import StorageError
from leeward.domain.model_info import Device
from leeward.storage.atomic import atomic_write

log = logging.getLogger(__name__)

T = TypeVar("T")


def measured_for(path: Path, engine: str, devices: Sequence[Device], *more: str) -> str:
    """Return a key that is another one for a changed file, another engine, machine or `more`."""
    try:
        stat = path.stat()
        file = f"{path.name} {stat.st_size} {stat.st_mtime_ns}"
    except OSError:
        file = str(path)
    machine = [platform.node(), *(f"{each.name} {each.description} {each.total_bytes}" for each in devices)]
    return hashlib.sha256("\n".join([file, engine, *more, *machine]).encode("utf-8", "replace")).hexdigest()[:32]


class KeyedFile(Generic[T]):
    """Values by key in one JSON file, the newest last. Blocking. A file that cannot be read counts as empty."""

    def __init__(self, path: Path, kind: Any, max_kept: int) -> None:
        """`kind`: T itself. `max_kept`: the oldest beyond this are forgotten."""
        self._path = path
        self._decoder: msgspec.json.Decoder[dict[str, T]] = msgspec.json.Decoder(dict[str, kind])
        self._max_kept = max_kept

    def get(self, key: str) -> T | None:
        return self._read().get(key)

    def put(self, key: str, value: T) -> None:
        """Keep a value. What cannot be written is not kept."""
        kept = self._read()
        kept.pop(key, None)
        kept[key] = value
        try:
            atomic_write(self._path, msgspec.json.encode(dict(list(kept.items())[-self._max_kept :])))
        except StorageError as error:
            log.warning("a measurement is not kept: %r", error)

    def _read(self) -> dict[str, T]:
        try:
            return self._decoder.decode(self._path.read_bytes())
        except (OSError, msgspec.MsgspecError, RecursionError, ValueError):
            return {}
