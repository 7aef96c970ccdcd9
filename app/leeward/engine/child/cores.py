# SPDX-License-Identifier: Apache-2.0
"""How many cores are free: two threads on a machine with one busy core are slower than one."""

import time
from collections import deque
from pathlib import Path
from typing import Any

import psutil

from leeward.engine import machine

WINDOW_S = 2.0
MIN_WINDOW_S = 0.1
"""The kernel counts in steps of 10 ms: between two samples that are closer one step looks like several busy cores. Nobody measured
where that ends."""

STALE_S = 30.0
"""An engine that has nothing to do takes no samples. What was so long ago says nothing of the machine as it is now."""

_LOOKS, _LOOK_INTERVAL_S = 5, 0.001
"""Whoever sent the work is on its way to sleep."""

_SMALL = 4
"""A virtual machine or a board with up to four processors reports hyper-threads as the cores they mostly are."""


def n_cores(root: Path = machine.ROOT, allowed: set[int] | None = None) -> int:
    """Return how many threads can compute at once: cores of the fast kind, and what the container may use of them.

    `allowed`: the logical processors to use; None means those this process may run on.
    """
    quota = machine.quota_cores(root)
    usable = _n_usable(allowed or machine.allowed_cpus(), root)
    return usable if quota is None else max(1, min(usable, int(quota)))


def _n_usable(allowed: set[int], root: Path) -> int:
    # The fast cores would wait for the slow ones at the end of every matrix.
    cpus = allowed & (machine.performance_cpus(root) or allowed) or allowed
    if len(allowed) <= _SMALL:
        return max(1, len(cpus))
    physical = machine.n_physical(cpus, root) or psutil.cpu_count(logical=False) or len(cpus)
    return max(1, min(physical, len(cpus)))


class CoreWatch:
    """Counts the processor time that others used lately. Call `begin` when work begins, and `sample` about twice
    a second while there is some."""

    def __init__(self, root: Path = machine.ROOT, allowed: set[int] | None = None) -> None:
        self._root = root
        self._allowed = allowed or machine.allowed_cpus()
        self._n_usable = _n_usable(self._allowed, root)
        self._n_cores = n_cores(root, self._allowed)
        self._own = psutil.Process()
        self._samples: deque[tuple[float, float]] = deque()  # (time, processor seconds used by others since boot)

    def begin(self, now_s: float) -> None:
        """Take a sample after a rest. Who computed since the one before may be done by now, and then takes no core away."""
        self.sample(now_s)
        if self._free() < self._n_cores and self._is_alone():
            while len(self._samples) > 1:
                self._samples.popleft()

    def _is_alone(self) -> bool:
        """Whether no other thread of the machine has something to do, in one of a few looks."""
        for look in range(_LOOKS):
            if look:
                time.sleep(_LOOK_INTERVAL_S)
            if machine.n_running(self._root) == 1:
                return True
        return False

    def sample(self, now_s: float) -> None:
        if self._samples and now_s - self._samples[-1][0] >= STALE_S:
            self._samples.clear()
        # Only the processors this process may use: a large host may be busy elsewhere.
        each = psutil.cpu_times(percpu=True)
        busy = sum(_busy_s(each[cpu]) for cpu in self._allowed if cpu < len(each))
        own = self._own.cpu_times()
        self._samples.append((now_s, busy - own.user - own.system))
        while len(self._samples) > 2 and now_s - self._samples[1][0] >= WINDOW_S:
            self._samples.popleft()

    def free_cores(self, limit: int | None = None) -> int:
        """Return how many threads others leave room for, at least 1: a core each, but `limit` while all cores are free."""
        free = self._free()
        if limit is None:
            return free
        return limit if free >= self._n_cores else min(limit, free)

    def _free(self) -> int:
        if len(self._samples) < 2:
            return self._n_cores
        (first_s, first), (last_s, last) = self._samples[0], self._samples[-1]
        if last_s - first_s < MIN_WINDOW_S:
            return self._n_cores
        used_by_others = (last - first) / (last_s - first_s)
        return max(1, min(self._n_cores, round(self._n_usable - used_by_others)))


def _busy_s(times: Any) -> float:
    """Return the seconds a processor was not idle. (`user` holds the time of guests, which are listed once more.)"""
    not_busy = ("idle", "iowait", "guest", "guest_nice")
    return float(sum(times) - sum(getattr(times, name, 0.0) for name in not_busy))
