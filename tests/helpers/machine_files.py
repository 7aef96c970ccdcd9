# SPDX-License-Identifier: Apache-2.0
"""Machines made of files: what the kernel would say, below a folder."""

from pathlib import Path


def write_machine(root: Path, files: dict[str, str]) -> Path:
    """Write each file below `root`; return `root`."""
    for name, text in files.items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    return root


def cpus(n: int, *, siblings: int = 1, capacities: dict[int, int] | None = None) -> dict[str, str]:
    """Return the files of `n` logical processors, each core with `siblings` of them."""
    files = {}
    for cpu in range(n):
        first = cpu - cpu % siblings
        base = f"sys/devices/system/cpu/cpu{cpu}"
        files[f"{base}/topology/thread_siblings_list"] = f"{first}-{first + siblings - 1}" if siblings > 1 else str(cpu)
        if capacities:
            files[f"{base}/cpu_capacity"] = str(capacities[cpu])
    return files
