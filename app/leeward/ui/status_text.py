# SPDX-License-Identifier: Apache-2.0
"""Sentences of the status lines. Pure functions of numbers."""

from leeward.engine.protocol import PromptProgress

# Before this the speed is too rough to foretell anything.
_MIN_ELAPSED_S = 0.3


def reading_status(progress: PromptProgress) -> str:
    """Say how far the prompt is read: "Reading 512 of 3,020 tokens · 2,508 reused · 25 % · about 4 s"."""
    to_read = progress.n_total - progress.n_reused
    parts = [f"Reading {to_read:,} of {progress.n_total:,} tokens"]
    if progress.n_reused:
        parts.append(f"{progress.n_reused:,} reused")
    if progress.n_read and to_read > 0:
        parts.append(f"{min(100, round(100 * progress.n_read / to_read))} %")
        if progress.elapsed_s >= _MIN_ELAPSED_S and progress.n_read < to_read:
            left_s = progress.elapsed_s / progress.n_read * (to_read - progress.n_read)
            parts.append(f"about {duration_text(left_s)}")
    return " · ".join(parts)


def duration_text(seconds: float) -> str:
    """Return a duration in the unit that fits: "4 s", "2 min", "3 h"."""
    if seconds < 90:
        return f"{max(1, round(seconds))} s"
    if seconds < 90 * 60:
        return f"{round(seconds / 60)} min"
    return f"{round(seconds / 3600)} h"


def memory_text(planned_bytes: int, used_bytes: int) -> str:
    """Return what a model was to take of memory and what it does: "270 MB of memory planned, 265 MB used"."""
    parts = []
    if planned_bytes:
        parts.append(f"{_size(planned_bytes)} of memory planned")
    if used_bytes:
        parts.append(f"{_size(used_bytes)} used")
    return ", ".join(parts)


def _size(n_bytes: int) -> str:
    return f"{n_bytes / 1e9:.1f} GB" if n_bytes >= 1e9 else f"{round(n_bytes / 1e6)} MB"


def parameters_text(n_params: int) -> str:
    """Return the number of weights as people write it: "135M", "1.5B"."""
    if n_params >= 1_000_000_000:
        return f"{n_params / 1e9:.1f}B".replace(".0B", "B")
    if n_params >= 1_000_000:
        return f"{round(n_params / 1e6)}M"
    return f"{n_params:,}"
