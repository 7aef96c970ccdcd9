# SPDX-License-Identifier: Apache-2.0
"""Finds by trial how a model computes fastest on this machine.

From the usual way one thing after the other is changed: threads, flash attention, how many tokens are computed at once. Each
candidate is measured in turn with the best so far (A B A B), and takes its place only when it won every time, by a clear margin
at the median, and loses nothing elsewhere. In the end the best is compared with the usual way once more: what noise chose
loses there, so that tuned is not slower. The whole stays within a time; what does not get done stays as usual. A pair beside which
other programs computed is measured again; where they do it all the time nothing is found, for it would be the fastest way beside
them only. The time that they cost is given back.

How deep a text is matters to attention, so that is compared behind a prompt of some length. Batches are compared on a power of two
of tokens, so that there is no rest. With 300 tokens Gemma 3 270M seemed 3 % faster in batches of 256, and was 3 % slower at the
prompts of 480 that it was then asked.

KV types are not tried: f16 was the faster one on every machine that was measured, and where memory is short
`library/fit` has chosen the smaller one already, because the other does not fit.
"""

import time
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass, replace
from statistics import median
from typing import Any
from uuid import uuid4

from leeward.domain.ids import QueryId
from leeward.domain.model_info import KvType
from leeward.domain.queries import MeasureSpeed, SpeedMeasured
from leeward.domain.tuning import Tuning, Way

LIMIT_S = 20.0
MARGIN = 1.05
"""A candidate is faster by so much, or it is noise."""

NO_LOSS = 0.98
"""What it may lose at the other thing: less than this cannot be told from noise."""

_HOPELESS, _NO_GAIN = 0.93, 1.01  # after any pair
_N_PAIRS, _N_LAST_PAIRS = 3, 4
_PROMPT_S, _DECODE_S = 0.15, 0.12  # of one measurement
_LONG_PROMPT_S = 0.5
_MIN_PROMPT, _MAX_PROMPT = 24, 256
_MIN_DECODE, _MAX_DECODE = 3, 24
_MAX_DISTURBED = 8  # measurements that are repeated
_FEW = 4  # cores; more make one thread a candidate that cannot win
_UBATCHES = (1024, 256, 128, 64)

Search = Generator[MeasureSpeed, SpeedMeasured | None, Tuning]
"""Gives what to measure next and is sent what was measured, None where that does not fit into memory."""


@dataclass(frozen=True, slots=True)
class Tried:
    """What is tuned.

    Attributes:
        n_cores: Threads of the usual way.
        n_logical: Of the machine: hyper-threads and slow cores included.
        is_open: Names of `Way` that may be changed.
    """

    n_cores: int
    n_logical: int
    kv_type: KvType = KvType.F16
    is_open: frozenset[str] = frozenset({"n_threads", "n_ubatch", "flash_attention"})


@dataclass(frozen=True, slots=True)
class _Size:
    n_prompt: int
    n_decode: int


@dataclass(frozen=True, slots=True)
class _Compared:
    """Ratios of candidate and incumbent, pair by pair."""

    prompt: Sequence[float]
    decode: Sequence[float]

    @property
    def wins(self) -> bool:
        """Whether it is faster at one of the two, always and by the margin, and loses nothing at the other."""
        gains = [median(each) for each in (self.prompt, self.decode)]
        is_faster = any(median(each) >= MARGIN and min(each) > 1 for each in (self.prompt, self.decode))
        return is_faster and min(gains) >= NO_LOSS


class Disturbed(Exception):
    """Other programs use the cores."""


class _OutOfTime(Exception):
    """What is to be measured would take longer than is left."""


def search(tried: Tried, limit_s: float = LIMIT_S, clock: Callable[[], float] = time.monotonic) -> Search:
    """Look for the fastest way. It can be closed at any time; `limit_s` is kept as well as one measurement can be foretold.

    Raises Disturbed.
    """
    return (yield from _Trial(tried, clock, clock() + limit_s).run())


class _Trial:
    def __init__(self, tried: Tried, clock: Callable[[], float], deadline_s: float) -> None:
        self._tried = tried
        self._clock = clock
        self._deadline_s = deadline_s
        self._short = _Size(_MIN_PROMPT, _MIN_DECODE)
        self._long = self._whole_prompt = self._whole = self._short
        self._took_s: dict[_Size, float] = {}  # of one measurement, the longest
        self._n_disturbed = 0

    def run(self) -> Search:
        usual = best = Way(self._tried.n_cores)
        (first,) = yield from self._calm((usual,), self._short)
        if first is None:
            return Tuning(usual, usual)
        self._choose_sizes(first)
        try:
            for name, values in self._coordinates():
                for value in values:
                    change: dict[str, Any] = {name: value}
                    candidate = replace(best, **change)
                    if candidate != best and (yield from self._is_better(candidate, best, usual)):
                        best = candidate
        except _OutOfTime:
            pass
        if best == usual:
            return Tuning(usual, usual)
        return (yield from self._confirmed(best, usual))

    def _coordinates(self) -> list[tuple[str, Sequence[int | bool]]]:
        every: list[tuple[str, Sequence[int | bool]]] = [("n_threads", self._threads())]
        if self._tried.kv_type is KvType.F16:  # the others need it
            every.append(("flash_attention", (False,)))
        longest = self._whole.n_prompt
        # One batch must be computed in another number of pieces, else there is nothing to compare.
        every.append(("n_ubatch", [n for n in _UBATCHES if n < longest or longest >= 1024]))
        return [(name, values) for name, values in every if name in self._tried.is_open]

    def _threads(self) -> list[int]:
        n = self._tried.n_cores
        wanted = [self._tried.n_logical, 3 * n // 4, n // 2, *([1] if n <= _FEW else [])]
        return [each for number, each in enumerate(wanted) if 1 <= each != n and each not in wanted[:number]]

    def _choose_sizes(self, speed: SpeedMeasured) -> None:
        """Take prompts that are read in a moment: on a slow machine short ones."""
        prompt, decode = speed.prompt_tokens_per_second, speed.decode_tokens_per_second
        n_decode = round(max(_MIN_DECODE, min(_MAX_DECODE, _DECODE_S * decode)))
        n_long = round(max(_MIN_PROMPT, min(1024, _LONG_PROMPT_S * prompt)))
        self._short = _Size(round(max(_MIN_PROMPT, min(_MAX_PROMPT, _PROMPT_S * prompt))), n_decode)
        n_whole = 1 << (n_long.bit_length() - 1)
        self._long, self._whole_prompt, self._whole = (
            _Size(n_long, n_decode),
            _Size(n_whole, 1),
            _Size(n_whole, n_decode),
        )
        for size in (self._short, self._long, self._whole_prompt, self._whole):  # what is measured first does not count
            self._took_s[size] = 2 * size.n_prompt / prompt + (1 + size.n_decode) / decode

    def _size_for(self, one: Way, other: Way) -> _Size:
        """Return what tells these two apart."""
        if one.n_ubatch == other.n_ubatch:
            return self._short if one.flash_attention == other.flash_attention else self._long
        return self._whole_prompt if replace(one, n_ubatch=other.n_ubatch) == other else self._whole

    def _is_better(self, candidate: Way, best: Way, usual: Way) -> Generator[MeasureSpeed, SpeedMeasured | None, bool]:
        spare_s = 2 * _N_LAST_PAIRS * self._took_s[self._size_for(candidate, usual)]
        compared = yield from self._compared(candidate, best, _N_PAIRS, spare_s)
        return compared is not None and compared.wins

    def _confirmed(self, best: Way, usual: Way) -> Search:
        try:
            compared = yield from self._compared(best, usual, _N_LAST_PAIRS, 0.0)
        except _OutOfTime:
            compared = None
        if compared is None or not compared.wins:
            return Tuning(usual, usual)
        return Tuning(usual, best, median(compared.prompt), median(compared.decode))

    def _compared(
        self, candidate: Way, best: Way, n_pairs: int, spare_s: float
    ) -> Generator[MeasureSpeed, SpeedMeasured | None, _Compared | None]:
        """Measure the two in turn; None where the candidate does not fit or cannot win any more.

        Raises _OutOfTime where that, and `spare_s` behind it, would take longer than is left.
        """
        size = self._size_for(candidate, best)
        prompt: list[float] = []
        decode: list[float] = []
        if self._clock() + 2 * n_pairs * self._took_s[size] + spare_s > self._deadline_s:
            raise _OutOfTime
        for number in range(n_pairs):
            # The second of a pair is not always the same one: a machine that gets warm gets slower.
            order = (best, candidate) if number % 2 == 0 else (candidate, best)
            found = dict(zip(order, (yield from self._calm(order, size)), strict=True))
            one, other = found[candidate], found[best]
            if one is None or other is None:
                return None
            prompt.append(one.prompt_tokens_per_second / other.prompt_tokens_per_second)
            # One token alone says nothing.
            is_decode = size.n_decode >= _MIN_DECODE
            decode.append(one.decode_tokens_per_second / other.decode_tokens_per_second if is_decode else 1.0)
            if max(prompt[-1], decode[-1]) < _NO_GAIN or min(prompt[-1], decode[-1]) < _HOPELESS:
                return None
        return _Compared(prompt, decode)

    def _calm(
        self, ways: Sequence[Way], size: _Size
    ) -> Generator[MeasureSpeed, SpeedMeasured | None, list[SpeedMeasured | None]]:
        """Measure these one after the other, again where other programs computed meanwhile. Raises _OutOfTime, Disturbed."""
        while True:
            began_s, found = self._clock(), []
            for way in ways:
                if self._clock() + self._took_s.get(size, 0.0) > self._deadline_s:
                    raise _OutOfTime
                found.append((yield from self._measured(way, size)))
            if not any(each is not None and each.is_disturbed for each in found):
                return found
            self._n_disturbed += 1
            if self._n_disturbed > _MAX_DISTURBED:
                raise Disturbed
            self._deadline_s += self._clock() - began_s

    def _measured(self, way: Way, size: _Size) -> Generator[MeasureSpeed, SpeedMeasured | None, SpeedMeasured | None]:
        began_s = self._clock()
        found = yield MeasureSpeed(
            QueryId(uuid4().hex),
            n_threads=way.n_threads,
            n_ubatch=way.n_ubatch,
            flash_attention=way.flash_attention or self._tried.kv_type is not KvType.F16,
            kv_type=self._tried.kv_type,
            n_prompt=size.n_prompt,
            n_decode=size.n_decode,
        )
        if found is None or not found.is_disturbed:
            self._took_s[size] = max(self._took_s.get(size, 0.0), self._clock() - began_s)
        return found
