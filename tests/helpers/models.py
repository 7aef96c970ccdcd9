# SPDX-License-Identifier: Apache-2.0
"""The real models that tests run on. `make test` puts them into the cache folder; a missing one is an error, never a skip."""

import os
from pathlib import Path

from leeward.library import starter

GEMMA_FILE_NAME = "gemma-3-270m-q4_k_m.gguf"
GEMMA_SIZE_BYTES = 253_113_024
GEMMA_SHA256 = "a5fd3b62230aa5ec60212297dc9d20eaa70578ac519e00d93a17e44c087a6818"

# Read before conftest.py gives the tests an empty home of their own.
MODELS_FOLDER = starter.models_cache_folder()
_STARTER_FROM_OUTSIDE = os.environ.get(starter.PATH_VARIABLE)


def starter_path() -> Path:
    """Return the path of SmolLM2-135M-Instruct (Q4_1).

    Raises:
        FileNotFoundError: It is not installed.
    """
    path = Path(_STARTER_FROM_OUTSIDE or MODELS_FOLDER / starter.FILE_NAME)
    return _existing(path, starter.SIZE_BYTES)


def gemma_path() -> Path:
    """Return the path of Gemma 3 270M (Q4_K_M), a model with sliding-window attention.

    Raises:
        FileNotFoundError: It is not installed.
    """
    return _existing(MODELS_FOLDER / GEMMA_FILE_NAME, GEMMA_SIZE_BYTES)


def _existing(path: Path, size_bytes: int) -> Path:
    if not path.is_file() or path.stat().st_size != size_bytes:
        raise FileNotFoundError(f"The tests need the model {path} ({size_bytes} bytes). `make test` installs it.")
    return path
