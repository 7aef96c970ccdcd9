# SPDX-License-Identifier: Apache-2.0
"""Where the built-in starter model lies: the small model every installation can answer with at once."""

import hashlib
import logging
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import platformdirs

log = logging.getLogger(__name__)

FILE_NAME = "SmolLM2-135M-Instruct.Q4_1.gguf"
SIZE_BYTES = 98_362_432
SHA256 = "b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53"
DISPLAY_NAME = "SmolLM2 135M Instruct"
LICENSE = "Apache-2.0"

PATH_VARIABLE = "LEEWARD_STARTER"
"""Names the file itself. It wins over every other place."""


@dataclass(frozen=True, slots=True)
class StarterModel:
    """The starter model as found on this machine. Its size was compared, its content was not: see `verify`."""

    path: Path
    display_name: str = DISPLAY_NAME
    license: str = LICENSE


def find_starter() -> StarterModel | None:
    """Find the starter model, or None where it was never installed. Quick: reads no content."""
    for candidate in _candidates():
        try:
            size_bytes = candidate.stat().st_size
        except OSError:
            continue
        if size_bytes == SIZE_BYTES:
            return StarterModel(candidate)
        log.warning("Not the starter model: %s has %d bytes instead of %d", candidate, size_bytes, SIZE_BYTES)
    return None


def verify(path: Path) -> bool:
    """Say whether the file is the starter model, by SHA-256. Reads all of it: about 0.1 s; blocking.

    Raises:
        OSError: The file cannot be read.
    """
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest() == SHA256


def models_cache_folder() -> Path:
    """Return the folder that `bootstrap.py` puts models into (`bootstrap.cache_folder() / "models"`)."""
    return platformdirs.user_cache_path("leeward", appauthor=False) / "models"


def _candidates() -> Iterator[Path]:
    named = os.environ.get(PATH_VARIABLE)
    if named:
        yield Path(named)
        return  # no quiet substitute for a file that was asked for by name
    bundle = getattr(sys, "_MEIPASS", None)  # set by PyInstaller
    if bundle:
        yield Path(bundle) / "models" / FILE_NAME
    yield Path(sys.executable).parent / "models" / FILE_NAME
    yield models_cache_folder() / FILE_NAME
