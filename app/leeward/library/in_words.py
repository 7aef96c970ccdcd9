# SPDX-License-Identifier: Apache-2.0
"""Numbers as a person says them."""

from leeward.i18n import plural, tr


def size_text(n_bytes: float) -> str:
    """Return "5.2 GB", "270 MB", "140 kB", "372 B"."""
    if n_bytes >= 999.5e6:
        return tr("{n:.1f} GB", n=n_bytes / 1e9)
    for unit, size in ((tr("MB"), 1e6), (tr("kB"), 1e3)):
        if n_bytes >= 0.9995 * size:
            return f"{round(n_bytes / size)} {unit}"
    return tr("{n} B", n=round(n_bytes))


def duration_text(seconds: float) -> str:
    """Return a duration in the unit that fits: "4 s", "2 min", "3 h"."""
    if seconds < 90:
        return tr("{n} s", n=max(1, round(seconds)))
    if seconds < 90 * 60:
        return tr("{n} min", n=round(seconds / 60))
    return tr("{n} h", n=round(seconds / 3600))


def words_rate_text(words_per_second: float) -> str:
    """Return "12 words a second", "1 word a second", "a word every 3 s"."""
    if words_per_second < 0.75:
        return tr("a word every {time}", time=duration_text(1 / max(words_per_second, 1e-6)))
    n = round(words_per_second)
    return plural("{n} word a second", "{n} words a second", n)


def memory_text(planned_bytes: int, used_bytes: int) -> str:
    """Return what a model was to take of memory beside what it does: "270 MB of memory planned, 265 MB used".

    0 is what nobody counted or measured.
    """
    parts = []
    if planned_bytes:
        parts.append(tr("{size} of memory planned", size=size_text(planned_bytes)))
    if used_bytes:
        parts.append(tr("{size} used", size=size_text(used_bytes)))
    return ", ".join(parts)
