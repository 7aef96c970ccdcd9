# SPDX-License-Identifier: Apache-2.0
"""How many cores are free: two threads on a machine with one busy core are slower than one."""

import os
from collections import deque

import psutil

WINDOW_S = 2.0


def n_cores() -> int:
    """Return how many threads can compute at once: physical cores, or all logical ones on small machines.

    A virtual machine or a board with up to four processors reports hyper-threads as the cores they mostly are.
    """
    allowed = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    small = 4
    if allowed <= small:
        return max(1, allowed)
    return max(1, min(allowed, psutil.cpu_count(logical=False) or allowed))


class CoreWatch:
    """Counts the processor time that others used lately. Call `sample` about twice a second."""

    def __init__(self) -> None:
        self._n_cores = n_cores()
        self._own = psutil.Process()
        self._samples: deque[tuple[float, float]] = deque()  # (time, processor seconds used by others since boot)

    def sample(self, now_s: float) -> None:
        times, own = psutil.cpu_times(), self._own.cpu_times()
        busy = sum(times) - times.idle - getattr(times, "iowait", 0.0)
        self._samples.append((now_s, busy - own.user - own.system))
        while len(self._samples) > 2 and now_s - self._samples[1][0] >= WINDOW_S:
            self._samples.popleft()

    def free_cores(self) -> int:
        """Return the cores that others leave free, at least 1."""
        if len(self._samples) < 2:
            return self._n_cores
        (first_s, first), (last_s, last) = self._samples[0], self._samples[-1]
        used_by_others = (last - first) / max(last_s - first_s, 0.001)
        return max(1, min(self._n_cores, round(self._n_cores - used_by_others)))
