# SPDX-License-Identifier: Apache-2.0
"""Everything below the bridge runs where PySide6 is not installed: on a board without a screen, in another program."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import leeward

ROOT = Path(__file__).resolve().parent.parent.parent

IMPORT_ALL = """
import importlib, sys

class NoQt:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in {"PySide6", "shiboken6"}:
            raise ModuleNotFoundError(f"{name} is blocked", name=name)

sys.meta_path.insert(0, NoQt())
for name in sys.argv[1:]:
    importlib.import_module(name)
"""


def _rooms_with_qt() -> set[str]:
    """Return what stands in the layers from the bridge upwards (but the terminal), and what starts the program."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    (contract,) = [each for each in project["tool"]["importlinter"]["contracts"] if each["type"] == "layers"]
    layers = [re.split(r"\s*[|:]\s*", layer) for layer in contract["layers"]]
    upper = layers[: layers.index(["bridge"]) + 1]
    return {"__main__"} | {room for layer in upper for room in layer} - {"cli"}


def _core_modules() -> list[str]:
    package = Path(leeward.__file__).parent
    with_qt = _rooms_with_qt()
    names = []
    for path in sorted(package.rglob("*.py")):
        parts = path.relative_to(package).with_suffix("").parts
        if parts[0] not in with_qt:
            names.append(".".join(["leeward", *(part for part in parts if part != "__init__")]))
    return names


def test_every_module_of_the_core_imports_without_qt() -> None:
    names = _core_modules()
    assert {"leeward.domain.errors", "leeward.engine.protocol", "leeward.library.starter"} <= set(names)
    command = [sys.executable, "-c", IMPORT_ALL, *names]
    result = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert result.returncode == 0, result.stderr


def test_the_block_would_be_noticed() -> None:
    command = [sys.executable, "-c", IMPORT_ALL, "PySide6.QtCore"]
    result = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert result.returncode != 0
    assert "PySide6 is blocked" in result.stderr
