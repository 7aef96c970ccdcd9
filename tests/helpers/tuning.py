# SPDX-License-Identifier: Apache-2.0
"""A search for the fastest way, run to its end; and a machine made of numbers to run it on."""

import random
from collections.abc import Callable

from leeward.domain.queries import MeasureSpeed, SpeedMeasured
from leeward.domain.tuning import Tuning
from leeward.library.tuning import Search

Rates = Callable[[MeasureSpeed], tuple[float, float] | None]


def run_to_end(search: Search, measure: Callable[[MeasureSpeed], SpeedMeasured | None]) -> Tuning:
    try:
        query = next(search)
        while True:
            query = search.send(measure(query))
    except StopIteration as end:
        found: Tuning = end.value
        return found


class PaperMachine:
    """Computes as fast as `rates` says, but for noise, and takes as long on its clock. None of them does not fit."""

    def __init__(self, rates: Rates, noise: float = 0.0, seed: int = 1) -> None:
        self.now_s = 0.0
        self.asked: list[MeasureSpeed] = []
        self.disturbed: set[int] = set()  # numbers of the measurements beside which other programs compute
        self._rates = rates
        self._noise = noise
        self._chance = random.Random(seed)

    def clock(self) -> float:
        return self.now_s

    def measure(self, query: MeasureSpeed) -> SpeedMeasured | None:
        self.asked.append(query)
        rates = self._rates(query)
        if rates is None:
            return None
        prompt, decode = (rate * max(0.2, self._chance.gauss(1.0, self._noise)) for rate in rates)
        self.now_s += 2 * (query.n_prompt / prompt + query.n_decode / decode) + 0.02
        return SpeedMeasured(prompt, decode, is_disturbed=len(self.asked) in self.disturbed)
