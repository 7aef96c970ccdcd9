# SPDX-License-Identifier: Apache-2.0
"""How far a transfer is, how fast it is, and when it will be there."""

from collections import deque
from dataclasses import dataclass

INTERVAL_S = 0.25
"""Between two reports."""

WINDOW_S = 5.0
"""The speed is that of the last seconds."""


@dataclass(frozen=True, slots=True)
class Progress:
    """`is_waiting`: nothing comes just now; it is tried again."""

    done_bytes: int
    size_bytes: int
    bytes_per_second: float
    is_waiting: bool = False

    @property
    def left_s(self) -> float | None:
        """Seconds until all is there at this speed; None while nobody can tell."""
        left = self.size_bytes - self.done_bytes
        return left / self.bytes_per_second if self.bytes_per_second > 0 and not self.is_waiting else None


class Pace:
    """Makes `Progress` out of moments and bytes, as often as it is worth a look."""

    def __init__(self, size_bytes: int) -> None:
        self._size_bytes = size_bytes
        self._samples: deque[tuple[float, int]] = deque()
        self._told_s = float("-inf")

    def begin(self, done_bytes: int, now_s: float) -> None:
        """Count the speed from here: what was there before did not come over the network."""
        self._samples = deque([(now_s, done_bytes)])

    def push(self, done_bytes: int, now_s: float, *, is_waiting: bool = False) -> Progress | None:
        """Return what to show, None when it is too early for another picture. The last byte is always shown."""
        is_new = is_waiting or done_bytes >= self._size_bytes
        if not is_new and now_s - self._told_s < INTERVAL_S:
            return None
        self._told_s = now_s
        if self._samples and done_bytes < self._samples[-1][1]:
            self._samples.clear()  # it begins anew
        self._samples.append((now_s, done_bytes))
        while len(self._samples) > 2 and now_s - self._samples[0][0] > WINDOW_S:
            self._samples.popleft()
        since_s, since_bytes = self._samples[0]
        speed = (done_bytes - since_bytes) / (now_s - since_s) if now_s > since_s else 0.0
        return Progress(done_bytes, self._size_bytes, speed, is_waiting)
