# SPDX-License-Identifier: Apache-2.0
"""What the kernel says of processor and memory, limits of a container included.

Everything is read below `root`, so that a test can build a machine of files. Where there are no such files (macOS,
Windows) the answers are None or empty, and psutil knows the rest.
"""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import psutil

from leeward.domain.model_info import Device

ROOT = Path("/")

_CGROUPS = "sys/fs/cgroup"
_CPUS = "sys/devices/system/cpu"
_NO_LIMIT_BYTES = 1 << 60
"""The first version of control groups says "no limit" with a number near 2**63."""

_SLOW_SHARE = 0.6
"""Cores with less than this share of the fastest one's capacity count as efficiency cores. Nobody measured it: an A55
beside an A76 has 0.52, the middle cores of three kinds have 0.8 and more."""


@dataclass(frozen=True, slots=True)
class Memory:
    """In bytes. `limit`: of the container, None without one; `total` and `available` respect it."""

    total: int
    available: int
    swap_total: int
    swap_free: int
    limit: int | None


def text_of(path: Path) -> str:
    """Return what a file of the kernel says, without the white space around it; "" when it cannot be read."""
    try:
        return path.read_text(encoding="utf-8", errors="replace").strip(" \n\t\0")
    except OSError:
        return ""


# Control groups


def quota_cores(root: Path = ROOT) -> float | None:
    """Return how many cores' time this container may use; None when it may use all."""
    found = []
    for folder in _groups(root, "cpu"):
        quota, _, period = text_of(folder / "cpu.max").partition(" ")
        if not quota:
            quota, period = text_of(folder / "cpu.cfs_quota_us"), text_of(folder / "cpu.cfs_period_us")
        if quota.isdigit() and period.isdigit() and int(period):  # "max" and -1 mean no limit
            found.append(int(quota) / int(period))
    return min(found, default=None)


def memory_now(devices: Sequence[Device]) -> list[Device]:
    """Return the devices with the main memory that is free now."""
    available = memory().available
    return [replace(each, free_bytes=available) if each.kind == "CPU" else each for each in devices]


def private_bytes(process_id: int | None) -> int:
    """Return the memory that comes free when this process lets its model go: without mapped files. 0 when it is gone."""
    if process_id is None:
        return 0
    try:
        found = psutil.Process(process_id).memory_info()
    except psutil.Error:
        return 0
    return max(0, int(found.rss - getattr(found, "shared", 0)))


def memory(root: Path = ROOT) -> Memory:
    """Return the memory that this process can count on."""
    lines = [line.split() for line in text_of(root / "proc/meminfo").splitlines()]
    said = {words[0].rstrip(":"): int(words[1]) * 1024 for words in lines if len(words) > 1 and words[1].isdigit()}
    if "MemAvailable" in said:
        total, available = said["MemTotal"], said["MemAvailable"]
        swap_total, swap_free = said.get("SwapTotal", 0), said.get("SwapFree", 0)
    else:
        whole, swap = psutil.virtual_memory(), psutil.swap_memory()
        total, available, swap_total, swap_free = whole.total, whole.available, swap.total, swap.free
    limit = None
    for folder in _groups(root, "memory"):
        limit_bytes = _number(folder, "memory.max", "memory.limit_in_bytes")
        if limit_bytes is None or limit_bytes >= _NO_LIMIT_BYTES:
            continue
        limit = min(limit_bytes, limit or limit_bytes)
        used = _number(folder, "memory.current", "memory.usage_in_bytes") or 0
        available = max(0, min(available, limit_bytes - used + _reclaimable(folder)))
    return Memory(min(total, limit or total), available, swap_total, swap_free, limit)


def _groups(root: Path, controller: str) -> Iterator[Path]:
    """Yield the folders of this process's group and of all groups around it: the tightest limit counts."""
    for line in text_of(root / "proc/self/cgroup").splitlines():
        _, controllers, path = line.split(":", 2)
        if controllers and controller not in controllers.split(","):
            continue
        # Inside a container the path may be that of the host: then only the top is there.
        base = root / _CGROUPS / controllers if controllers else root / _CGROUPS
        own = base / path.lstrip("/")
        for folder in (own, *own.parents):
            if folder.is_dir():
                yield folder
            if folder == base:
                break


def _number(folder: Path, *names: str) -> int | None:
    return next((int(text) for name in names if (text := text_of(folder / name)).isdigit()), None)


def _reclaimable(folder: Path) -> int:
    """Return the bytes of cached files that count as used but are given back when something else needs them."""
    for line in text_of(folder / "memory.stat").splitlines():
        name, _, value = line.partition(" ")
        if name in ("inactive_file", "total_inactive_file") and value.isdigit():
            return int(value)
    return 0


# Cores


def performance_cpus(root: Path = ROOT) -> set[int] | None:
    """Return the logical processors of the fast kind; None where all are alike or nothing is known."""
    if efficient := cpu_list(text_of(root / "sys/devices/cpu_atom/cpus")):  # Intel
        return cpu_list(text_of(root / "sys/devices/cpu_core/cpus")) - efficient or None
    capacities = {
        int(file.parent.name.removeprefix("cpu")): int(text)
        for file in root.glob(f"{_CPUS}/cpu[0-9]*/cpu_capacity")
        if (text := text_of(file)).isdigit()
    }
    fast = {cpu for cpu, capacity in capacities.items() if capacity >= _SLOW_SHARE * max(capacities.values())}
    return fast if len(fast) < len(capacities) else None


def n_physical(cpus: set[int], root: Path = ROOT) -> int | None:
    """Return how many cores these logical processors belong to; None where the kernel does not say."""
    siblings = {text_of(root / f"{_CPUS}/cpu{cpu}/topology/thread_siblings_list") for cpu in cpus}
    return None if "" in siblings else len(siblings)


def allowed_cpus() -> set[int]:
    """Return the logical processors this process may run on."""
    if hasattr(os, "sched_getaffinity"):
        return set(os.sched_getaffinity(0))
    return set(range(os.cpu_count() or 1))


def n_running(root: Path = ROOT) -> int | None:
    """Return how many threads of the whole machine compute or wait for a core just now, with the one that asks; None where
    the kernel does not say."""
    for line in reversed(text_of(root / "proc/stat").splitlines()):
        name, _, value = line.partition(" ")
        if name == "procs_running":
            return int(value)
    return None


def cpu_list(text: str) -> set[int]:
    """Return the numbers of a kernel list ("0-3,8")."""
    found: set[int] = set()
    for part in filter(None, text.split(",")):
        first, _, last = part.partition("-")
        found |= set(range(int(first), int(last or first) + 1))
    return found


def cpu_flags(root: Path = ROOT) -> frozenset[str]:
    """Return the instruction sets that every processor has, in the kernel's names; empty where it does not say."""
    found: frozenset[str] | None = None
    for line in text_of(root / "proc/cpuinfo").splitlines():
        name, _, value = line.partition(":")
        if name.strip() in ("flags", "Features"):  # x86, ARM
            found = frozenset(value.split()) if found is None else found & frozenset(value.split())
    return found or frozenset()
