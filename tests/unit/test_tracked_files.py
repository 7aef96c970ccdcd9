# SPDX-License-Identifier: Apache-2.0
"""No file of the project ties it to one machine: no package-index host, no path of somebody's home."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent

# In pieces, or this file would be its own first finding.
FORBIDDEN = re.compile(
    "|".join(
        [
            "py" + r"pi\.(org|python\.org)",
            "files" + r"\.pythonhosted",
            "--(extra-)?index" + "-url",
            "find" + "-links",
            r"(?<![\w.~-])/(work|root)/" + r"[\w.]",
            "/tmp/" + "brief",
            "/opt/" + "pypi",
            re.escape(str(Path.home())) + "/" if len(Path.home().parts) > 2 else "(?!)",
        ]
    )
)


def _tracked_files() -> list[Path]:
    try:
        listing = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):  # unpacked from an archive, or a checkout of another user
        pytest.skip("not a git checkout")
    return [ROOT / name for name in listing.split("\0") if name]


def test_no_tracked_file_names_an_index_or_a_developers_machine() -> None:
    findings = []
    for path in _tracked_files():
        content = path.read_bytes() if path.is_file() else b""
        if b"\0" in content:
            continue  # pictures, fonts, databases
        for number, line in enumerate(content.decode("utf-8", "replace").splitlines(), start=1):
            found = FORBIDDEN.search(line)
            if found:
                findings.append(f"{path.relative_to(ROOT)}:{number}: {found[0]}")
    assert findings == []


@pytest.mark.parametrize("line", ["cd /wo" + "rk/main", "see /ro" + "ot/.config", "https://" + "py" + "pi.org/simple"])
def test_a_slip_would_be_noticed(line: str) -> None:
    assert FORBIDDEN.search(line)
