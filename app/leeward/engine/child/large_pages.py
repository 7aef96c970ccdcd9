# SPDX-License-Identifier: Apache-2.0
"""Weights in large pages (2 MB on most processors). With small ones the processor looks up where each 4 kB lie, and that costs 6 to 8 %
of the time of a token, in which all weights are read once.

Linux gives large pages to memory of a program that asks for them, not to a mapped file (admin-guide/mm/transhuge.rst).
"""

import ctypes
import sys
from pathlib import Path

from leeward.engine.machine import ROOT, text_of

_LEAST_BYTES = 16 * 1024**2
"""Stacks of threads have 8 MB, of which they use little: nothing is asked for them."""

_MADV_HUGEPAGE = 14


def are_there(root: Path = ROOT) -> bool:
    """Whether the system gives large pages to whoever asks."""
    said = text_of(root / "sys/kernel/mm/transparent_hugepage/enabled")
    return "[always]" in said or "[madvise]" in said


def ask_for_them() -> None:
    """Let the memory that this process has reserved, and not yet written to, lie in large pages. Where there are none nothing changes."""
    if not sys.platform.startswith("linux"):
        return
    madvise = ctypes.CDLL(None).madvise
    madvise.argtypes = [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int]
    for start, size in large_regions(text_of(ROOT / "proc/self/maps")):
        madvise(start, size, _MADV_HUGEPAGE)


def large_regions(maps: str) -> list[tuple[int, int]]:
    """Return address and bytes of what is large, writable and no file's (proc_pid_maps(5))."""
    found = []
    for line in maps.splitlines():
        span, access, _offset, _device, inode, *name = line.split(maxsplit=5)
        start, end = (int(each, 16) for each in span.split("-"))
        if access == "rw-p" and inode == "0" and not name and end - start >= _LEAST_BYTES:
            found.append((start, end - start))
    return found
