# SPDX-License-Identifier: Apache-2.0
"""Where a model file came from: a small JSON file beside every file that Leeward made. No such file: not ours."""

from dataclasses import dataclass
from pathlib import Path

import msgspec

from leeward.storage.atomic import atomic_write

SUFFIX = ".json"
_MAX_BYTES = 64 * 1024


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where one file came from. Texts are "" and numbers 0 where that is not known.

    Attributes:
        repository, revision, file: On the Hub.
        url: Where else it came from.
        sha256: Of the whole file, as it was compared when the file was made; every sidecar of ours has it.
        license: As its source says.
        made_s: When, in seconds since 1970.
    """

    sha256: str
    size_bytes: int
    repository: str = ""
    revision: str = ""
    file: str = ""
    url: str = ""
    license: str = ""
    made_s: float = 0.0


def sidecar_path(model: Path) -> Path:
    return model.with_name(model.name + SUFFIX)


def read_provenance(model: Path) -> Provenance | None:
    """Return what lies beside the file; None when nothing of ours does. Never fails."""
    try:
        path = sidecar_path(model)
        if path.is_symlink() or path.stat().st_size > _MAX_BYTES:
            return None
        return msgspec.json.decode(path.read_bytes(), type=Provenance)
    except (OSError, ValueError, RecursionError):  # msgspec's errors are ValueErrors
        return None


def write_provenance(model: Path, provenance: Provenance) -> None:
    """Say that this file is ours. Raises StorageFull, StorageReadOnly."""
    atomic_write(sidecar_path(model), msgspec.json.format(msgspec.json.encode(provenance), indent=1))
