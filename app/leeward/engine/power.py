# SPDX-License-Identifier: Apache-2.0
"""Whether the machine runs on its battery, and whether it is too hot."""

from pathlib import Path

import psutil

from leeward.engine.machine import ROOT, text_of

_TRIPS = ("passive", "hot", "critical")
"""Kinds of trip points at which the kernel slows a processor down or switches it off (Documentation/driver-api/thermal)."""

_COOLER_MILLIDEGREES = 5000
"""So far below the trip point it has cooled down; nobody measured it."""


def is_on_battery() -> bool:
    """Return False also where nobody knows. (Not run by anybody on macOS and Windows; psutil reads it there, too.)"""
    read = getattr(psutil, "sensors_battery", None)  # not on every system
    try:
        battery = read() if read is not None else None
    except (OSError, RuntimeError, ValueError):  # files of the kernel that came and went
        return False
    return battery is not None and battery.power_plugged is False


def is_hot(root: Path = ROOT, *, was_hot: bool = False) -> bool:
    """Return whether a thermal zone of Linux is at its passive or critical trip point; elsewhere False.

    `was_hot`: then it is until it is some degrees cooler.
    """
    margin = _COOLER_MILLIDEGREES if was_hot else 0
    return any(_is_beyond(zone, margin) for zone in sorted(root.glob("sys/class/thermal/thermal_zone*")))


def _is_beyond(zone: Path, margin: int) -> bool:
    now = _number(zone / "temp")
    if now is None or now <= 0:  # a sensor that is off
        return False
    for kind in zone.glob("trip_point_*_type"):
        limit = _number(kind.with_name(kind.name.replace("_type", "_temp")))
        if text_of(kind) in _TRIPS and limit is not None and limit > 0 and now >= limit - margin:
            return True
    return False


def _number(path: Path) -> int | None:
    text = text_of(path)
    return int(text) if text.lstrip("-").isdigit() else None
