# SPDX-License-Identifier: Apache-2.0
"""Sentences of the status lines. Pure functions of numbers."""

from leeward.engine.protocol import PromptProgress
from leeward.i18n import tr
from leeward.library.in_words import duration_text

# Before this the speed is too rough to foretell anything.
_MIN_ELAPSED_S = 0.3


def reading_status(progress: PromptProgress, foretold_s: float | None = None) -> str:
    """Say how far the prompt is read: "Reading 512 of 3,020 tokens · 2,508 reused · 25 % · about 4 s".

    `foretold_s`: how long the whole was expected to take; said until the reading itself tells.
    """
    to_read = progress.n_total - progress.n_reused
    parts = [tr("Reading {to_read:,} of {n:,} tokens", to_read=to_read, n=progress.n_total)]
    if progress.n_reused:
        parts.append(tr("{n:,} reused", n=progress.n_reused))
    if progress.n_read and to_read > 0:
        parts.append(tr("{n} %", n=min(100, round(100 * progress.n_read / to_read))))
    left_s = _left_s(progress, to_read, foretold_s)
    if left_s is not None:
        parts.append(tr("about {time}", time=duration_text(left_s)))
    return " · ".join(parts)


def _left_s(progress: PromptProgress, to_read: int, foretold_s: float | None) -> float | None:
    if progress.n_read >= to_read:
        return None
    if progress.n_read and progress.elapsed_s >= _MIN_ELAPSED_S:
        return progress.elapsed_s / progress.n_read * (to_read - progress.n_read)
    return None if foretold_s is None else max(0.0, foretold_s - progress.elapsed_s)


def first_word_text(seconds: float) -> str:
    """Return "First word in about 4 s"."""
    return tr("First word in about {time}", time=duration_text(seconds))


def parameters_text(n_params: int) -> str:
    """Return the number of weights as people write it: "135M", "1.5B"."""
    if n_params >= 1_000_000_000:
        return f"{n_params / 1e9:.1f}B".replace(".0B", "B")
    if n_params >= 1_000_000:
        return f"{round(n_params / 1e6)}M"
    return f"{n_params:,}"
