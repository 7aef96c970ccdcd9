# SPDX-License-Identifier: Apache-2.0
"""What tests take out of llama.cpp's sources. `make test` puts them into the cache folder; missing is an error, never a skip."""

from pathlib import Path

from leeward_setup import sources

# Computed before conftest.py gives the tests an empty home of their own.
_FOLDER = sources.llama_cpp_folder()


def llama_cpp() -> Path:
    """Return the folder with a part of llama.cpp's sources (leeward_setup/sources.py: KEPT).

    Raises:
        FileNotFoundError: It is not there.
    """
    if not _FOLDER.is_dir():
        raise FileNotFoundError(f"The tests need llama.cpp's sources in {_FOLDER}. `make test` puts them there.")
    return _FOLDER
