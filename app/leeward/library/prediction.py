# SPDX-License-Identifier: Apache-2.0
"""How long it takes until the first word of an answer, foretold from the answers before.

Reading takes c + a * n + b * n * (depth + n / 2) seconds: what begins every answer, the weights once for each new token, and
attention over all that stands before it. The three are fitted to what was measured of the same model on this machine, none
of them below nothing, with least relative error; newer readings weigh more, and those that lie far off (another program was
busy) less. What the machine's profile expects of the model counts like a few faint readings: it rules while nothing was
measured, and keeps a fit to short prompts from running away at long ones.
"""

import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

from leeward.domain.machine_profile import Reading

MAX_READINGS = 48
"""Older ones are forgotten."""

_NEWER = 0.88  # each reading weighs so much of the one behind it
_EXPECTED_WEIGHT = 0.05
_EXPECTED_AT = (64, 512, 2048)
_ROUNDS = 4  # of looking again which readings lie far off
_LEAST_OFF = 0.05  # what all of them may be off without weighing less
_LEAST_S = 1e-4
_DEEP_TOKENS = 256  # before the middle of what is read


@dataclass(frozen=True, slots=True)
class Prediction:
    """What reading takes: see the module."""

    start_s: float = 0.0
    token_s: float = 0.0
    pair_s: float = 0.0

    def seconds(self, n_new: int, depth: int) -> float:
        """Return the seconds until the first token of an answer to `n_new` tokens behind `depth` others."""
        return sum(x * each for x, each in zip(_terms(n_new, depth), self._factors, strict=True))

    @property
    def _factors(self) -> tuple[float, float, float]:
        return self.start_s, self.token_s, self.pair_s


def predict(readings: Sequence[Reading], expected: Callable[[int], float | None] | None = None) -> Prediction | None:
    """Return what fits to `readings`, oldest first; None where nothing is known.

    `expected`: seconds that so many tokens are expected to take behind none, where nothing was measured; None where that is
    not known either.
    """
    rows = [
        _Row(_terms(each.n_new, each.depth), each.seconds, _NEWER**age)
        for age, each in enumerate(reversed(readings[-MAX_READINGS:]))
        if each.n_new > 0 and each.seconds > _LEAST_S
    ]
    n_measured = len(rows)
    for n_tokens in _EXPECTED_AT:
        seconds = expected(n_tokens) if expected is not None else None
        if seconds:
            rows.append(_Row(_terms(n_tokens, 0), seconds, _EXPECTED_WEIGHT if n_measured else 1.0))
    if not rows:
        return None
    factors = _fitted(rows, [row.weight for row in rows])
    for _ in range(_ROUNDS if n_measured > 2 else 0):
        off = [abs(row.off(factors)) for row in rows]
        usual = max(_LEAST_OFF, 2 * median(off[:n_measured]))
        factors = _fitted(
            rows, [row.weight * min(1.0, usual / max(each, _LEAST_S)) for row, each in zip(rows, off, strict=True)]
        )
    return Prediction(*factors)


_Terms = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class _Row:
    terms: _Terms
    seconds: float
    weight: float

    def off(self, factors: _Terms) -> float:
        """Return how far off the factors are, as a share of what was measured."""
        return sum(x * each for x, each in zip(self.terms, factors, strict=True)) / self.seconds - 1


def _terms(n_new: int, depth: int) -> _Terms:
    return 1.0, float(n_new), n_new * (depth + n_new / 2)


def _fitted(rows: Sequence[_Row], weights: Sequence[float]) -> _Terms:
    """Return the factors, none below nothing, with the least sum of squares of `off`: the best of all choices of which are
    nothing (three factors make seven)."""
    best: _Terms = (0.0, 0.0, 0.0)
    least = float("inf")
    # Attention over short texts is nothing: a fit would take noise for it, and foretell hours for long ones.
    n_factors = 3 if max(row.terms[2] / row.terms[1] for row in rows) >= _DEEP_TOKENS else 2
    for n_used in range(1, n_factors + 1):
        for used in itertools.combinations(range(n_factors), n_used):
            solved = _solved(rows, weights, used)
            if solved is None or min(solved) < 0:
                continue
            error = sum(w * row.off(solved) ** 2 for w, row in zip(weights, rows, strict=True))
            if error < least * (1 - 1e-9):
                best, least = solved, error
    return best


def _solved(rows: Sequence[_Row], weights: Sequence[float], used: Sequence[int]) -> _Terms | None:
    """Solve the normal equations for the factors in `used`; None where the rows do not tell them apart."""
    n = len(used)
    columns = [[row.terms[index] / row.seconds for row in rows] for index in used]
    scales = [max(map(abs, column)) or 1.0 for column in columns]
    columns = [[x / scale for x in column] for column, scale in zip(columns, scales, strict=True)]
    table = [
        [
            *(sum(w * x * y for w, x, y in zip(weights, a, b, strict=True)) for b in columns),
            sum(w * x for w, x in zip(weights, a, strict=True)),
        ]
        for a in columns
    ]
    for step in range(n):
        pivot = max(range(step, n), key=lambda line: abs(table[line][step]))
        table[step], table[pivot] = table[pivot], table[step]
        if abs(table[step][step]) < 1e-12:
            return None
        for line in range(n):
            if line != step:
                share = table[line][step] / table[step][step]
                table[line] = [x - share * y for x, y in zip(table[line], table[step], strict=True)]
    factors = [0.0, 0.0, 0.0]
    for position, index in enumerate(used):
        factors[index] = table[position][n] / table[position][position] / scales[position]
    return factors[0], factors[1], factors[2]
