# SPDX-License-Identifier: Apache-2.0
"""How much of the machine models may take: what a mode means on mains, on battery and where it gets hot."""

import enum
from dataclasses import dataclass


class PowerMode(enum.StrEnum):
    QUIET = "quiet"
    BALANCED = "balanced"
    FULL = "full"


@dataclass(frozen=True, slots=True)
class Power:
    """What may be taken now.

    Attributes:
        max_threads: How many threads compute at most; None is as many as there are free cores.
        is_low_priority: Other programs go first.
        is_saving: Nothing is done that nobody asked for.
    """

    max_threads: int | None = None
    is_low_priority: bool = False
    is_saving: bool = False


def power_now(mode: PowerMode, n_cores: int, *, is_on_battery: bool, is_hot: bool) -> Power:
    """Return what `mode` means. Where it is too hot all modes are quiet: the processor would slow itself down anyway."""
    half = max(1, n_cores // 2)
    if mode is PowerMode.QUIET:
        return Power(half, is_low_priority=True, is_saving=is_on_battery or is_hot)
    if is_hot:
        return Power(half, is_saving=True)
    if mode is PowerMode.BALANCED and is_on_battery:
        return Power(half, is_saving=True)
    return Power()
