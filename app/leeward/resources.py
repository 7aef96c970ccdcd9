# SPDX-License-Identifier: Apache-2.0
"""Where the files under `resources/` are: in a checkout, in an installed wheel and in a frozen bundle."""

import functools
import sys
from pathlib import Path


def path(name: str) -> Path:
    """Return the file or folder `name` (with forward slashes) of `resources/`. It need not exist."""
    return _root() / name


@functools.cache
def _root() -> Path:
    bundle = getattr(sys, "_MEIPASS", None)  # set by PyInstaller
    if bundle:
        return Path(bundle) / "resources"
    here = Path(__file__).resolve().parent
    installed = here / "resources_data"  # [tool.hatch.build.targets.wheel.force-include]
    return installed if installed.is_dir() else here.parent.parent / "resources"
