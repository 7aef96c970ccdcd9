# SPDX-License-Identifier: Apache-2.0
"""Numbers as a person says them."""


def size_text(n_bytes: float) -> str:
    """Return "5.2 GB", "270 MB", "140 kB", "372 B"."""
    if n_bytes >= 999.5e6:
        return f"{n_bytes / 1e9:.1f} GB"
    for unit, size in (("MB", 1e6), ("kB", 1e3)):
        if n_bytes >= 0.9995 * size:
            return f"{round(n_bytes / size)} {unit}"
    return f"{round(n_bytes)} B"


def duration_text(seconds: float) -> str:
    """Return a duration in the unit that fits: "4 s", "2 min", "3 h"."""
    if seconds < 90:
        return f"{max(1, round(seconds))} s"
    if seconds < 90 * 60:
        return f"{round(seconds / 60)} min"
    return f"{round(seconds / 3600)} h"


def words_rate_text(words_per_second: float) -> str:
    """Return "12 words a second", "1 word a second", "a word every 3 s"."""
    if words_per_second < 0.75:
        return f"a word every {duration_text(1 / max(words_per_second, 1e-6))}"
    n = round(words_per_second)
    return f"{n} word{'s' * (n != 1)} a second"


def memory_text(planned_bytes: int, used_bytes: int) -> str:
    """Return what a model was to take of memory beside what it does: "270 MB of memory planned, 265 MB used".

    0 is what nobody counted or measured.
    """
    parts = []
    if planned_bytes:
        parts.append(f"{size_text(planned_bytes)} of memory planned")
    if used_bytes:
        parts.append(f"{size_text(used_bytes)} used")
    return ", ".join(parts)
