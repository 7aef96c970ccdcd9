# SPDX-License-Identifier: Apache-2.0
"""How native code says that memory ran out, and how much of it this process has."""

import psutil

_PHRASES = (
    "bad_alloc",
    "cannot allocate memory",
    "failed to allocate",
    "unable to allocate",
    "insufficient memory",
    "out of memory",
    "outofmemory",
    "not enough memory",
    "erroroutofdevicememory",
    "mem_buffer != null",  # what ggml_init asserts of malloc
    "thread creation failed",  # libgomp: there is no room for a stack
    "memoryerror",  # Python, where nobody caught it
    "can't start new thread",  # Python, as libgomp
)


def is_want_of_memory(text: str) -> bool:
    """Whether this is what C++, ggml or a driver says when there is no memory left."""
    small = text.lower()
    return any(phrase in small for phrase in _PHRASES)


def resident_bytes() -> int:
    """Return the physical memory of this process, mapped files included."""
    return int(psutil.Process().memory_info().rss)
