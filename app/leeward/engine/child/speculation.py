# SPDX-License-Identifier: Apache-2.0
"""Speculation: tokens that may come next are read together with the one that does, where a measurement says that it is quicker.

What may come next is looked up: where the last three tokens stood before, in the prompt or in the answer, what followed them may
follow again. Each token of the answer says whether that would have been right, whether it was read ahead or not: so how often it
is right costs nothing to know. Only what a wider decode costs has to be tried, and is tried only where it may pay. What is drawn
is the same as without: each token by its own logits, and what was read behind a wrong one is dropped. See docs/decisions/0030.
"""

import itertools
import time
from collections import deque
from collections.abc import Callable, Sequence
from typing import Protocol

DRAFTS = (1, 3, 7, 15)
"""How many tokens are read ahead: the kernels of ggml for processors take rows by four, so 4, 8 and 16 with the one before."""

MIN_GAIN = 1.05
"""So much quicker it must be expected to be: below lie the costs that are not counted and the noise of the measurement."""

_N_TOKENS = 3  # that are looked for: with two, free text is full of them
_MIN_SHARE = 0.6  # of a draft has to be expected to be right, to try what it costs
_N_TRIES = 3
_HOPELESS = 0.75  # no second try of what is that far from paying
_PLAIN_EVERY = 32  # steps one is made without a draft, to see what that costs by now
_N_STREAKS = 6  # 0, 1, 2-3, 4-7, 8-15 and more tokens in a row that were right
_DECAY = 0.98  # of what was seen earlier, with each time it is seen again
_UNKNOWN = 0.5
_UNKNOWN_GUESS = 0.8  # of a draft model, whose guesses are seen only where they are read: it must be given a try
_WEIGHT = 2.0  # of shorter streaks, where a longer one was hardly seen

Clock = Callable[[], float]


class Lookup:
    """Finds what followed the last tokens where they stood before.

    Attributes:
        n_right: So many tokens in a row were what it said.
    """

    def __init__(self, tokens: Sequence[int]) -> None:
        self._tokens = list(tokens)
        runs = zip(*(self._tokens[start:] for start in range(_N_TOKENS)), strict=False)
        self._behind = dict(zip(runs, range(_N_TOKENS, len(self._tokens) + 1), strict=False))
        self._at = -1  # where the next token is expected to stand; -1: nowhere
        self.n_right = 0

    def push(self, token: int) -> bool | None:
        """Take the next token; return whether it is what was expected, None where nothing was."""
        tokens, at = self._tokens, self._at
        is_right = tokens[at] == token if at >= 0 else None
        tokens.append(token)
        run = tuple(tokens[-_N_TOKENS:])
        if is_right:
            self._at, self.n_right = at + 1, self.n_right + 1
        else:
            self._at, self.n_right = self._behind.get(run, -1), 0
        self._behind[run] = len(tokens)
        return is_right

    @property
    def tokens(self) -> Sequence[int]:
        """The prompt and what was taken."""
        return self._tokens

    @property
    def is_lost(self) -> bool:
        """Whether nothing is expected."""
        return self._at < 0

    def expected(self, n: int) -> list[int]:
        """Return the next `n` tokens as they are expected; none when nothing is."""
        found = self._tokens[self._at : self._at + n] if self._at >= 0 else []
        return (found * n)[:n]  # what reaches the end of the text repeats itself


class Chances:
    """How often in this answer the next token was what was expected, by how many in a row were. Copies are long; what free text
    has in common with itself is short."""

    def __init__(self, unknown: float = _UNKNOWN) -> None:
        """`unknown`: what is taken for the chance before anything was seen."""
        self._unknown = unknown
        self._seen = [[0.0, 0.0] for _ in range(_N_STREAKS)]  # times it was right, and times in all
        self._chances = [unknown] * _N_STREAKS

    def learn(self, n_right: int, *, is_right: bool) -> None:
        """Say whether the token behind so many right ones was right too."""
        seen = self._seen[_streak(n_right)]
        seen[0] = seen[0] * _DECAY + is_right
        seen[1] = seen[1] * _DECAY + 1
        chance = self._unknown
        for streak, (n_hits, n_all) in enumerate(self._seen):
            chance = (n_hits + _WEIGHT * chance) / (n_all + _WEIGHT)
            self._chances[streak] = chance

    def behind(self, n_right: int) -> float:
        """Return the chance of the next token behind so many right ones."""
        return self._chances[_streak(n_right)]


class Payoff:
    """What steps with drafts cost lately, with one model, and which draft pays."""

    def __init__(self, old_steps: int = 512) -> None:
        """`old_steps`: after so many without a draft, the one that came nearest to paying is tried again."""
        self._old_steps = old_steps
        self._plain: deque[float] = deque(maxlen=5)  # seconds
        self._costs: dict[int, deque[float]] = {n: deque(maxlen=5) for n in DRAFTS}  # in steps without a draft
        self._n_steps = self._n_since_plain = self._tried_at = 0

    def measure(self, n_drafted: int, seconds: float) -> None:
        """Say how long a step took that read so many tokens ahead."""
        self._n_steps += 1
        if not n_drafted:
            self._n_since_plain = 0
            self._plain.append(seconds)
            return
        self._n_since_plain += 1
        if n_drafted in self._costs and self._plain:
            self._costs[n_drafted].append(seconds / _median(self._plain))
            self._tried_at = self._n_steps

    def best(self, chances: Chances, n_right: int, n_most: int) -> int:
        """Return how many tokens to read ahead, `n_most` at most, behind so many that were right."""
        if len(self._plain) < _N_TRIES or self._n_since_plain >= _PLAIN_EVERY:
            return 0
        best, best_gain, n_of_best = 0, 0.0, 0.0
        n_counted, chance, n_expected, least_cost = 0, 1.0, 1.0, 1.0
        for n in DRAFTS:
            if n > n_most:
                break
            for number in range(n_counted, n):
                chance *= chances.behind(n_right + number)
                n_expected += chance
            n_counted, costs = n, self._costs[n]
            if len(costs) < _N_TRIES and not (costs and n_expected < _HOPELESS * min(costs)):
                # A wider step does not cost less.
                if n_expected - 1 >= _MIN_SHARE * n and n_expected / least_cost > MIN_GAIN:
                    return n
                continue
            least_cost = _median(costs)
            if n_expected / least_cost > best_gain:
                best, best_gain, n_of_best = n, n_expected / least_cost, n_expected
        if best_gain > MIN_GAIN:
            return best
        if best and self._n_steps - self._tried_at > self._old_steps and n_of_best - 1 >= _MIN_SHARE * best:
            self._costs[best].clear()  # it may cost less by now
            return best
        return 0


class Guesser(Protocol):
    """Who guesses what comes next at a cost: a draft model.

    Attributes:
        payoff: Of its drafts; what they take to be made is a part of the cost.
    """

    payoff: Payoff

    def begin(self, tokens: Sequence[int]) -> None:
        """Another text is made, which begins with these tokens."""

    def guess(self, tokens: Sequence[int], n: int) -> list[int]:
        """Return `n` tokens that may follow; none when it has not read the text yet, but a part of it."""


class Foresight:
    """What one answer reads ahead."""

    def __init__(
        self,
        payoff: Payoff,
        prompt: Sequence[int],
        is_end: Callable[[int], bool],
        clock: Clock = time.perf_counter,
        guesser: Guesser | None = None,
    ) -> None:
        """`is_end`: whether a token ends the answer: nothing comes behind it."""
        self._payoff = payoff
        self._chances = Chances()
        self._lookup = Lookup(prompt)
        self._is_end = is_end
        self._clock = clock
        self._guesser = guesser
        self._guess_chances = Chances(_UNKNOWN_GUESS)
        self._n_guessed = 0  # so many guesses in a row were right
        self._guessed: list[int] = []  # and are not known to be right or wrong
        self._began_s = 0.0
        self._n_drafted = -1  # in the step that is being made; -1: there is none, or none to be measured
        if guesser is not None:
            guesser.begin(prompt)

    def take(self, token: int) -> None:
        """Take a token that was drawn."""
        n_right = self._lookup.n_right
        is_right = self._lookup.push(token)
        if is_right is not None:
            self._chances.learn(n_right, is_right=is_right)
        if self._guessed:
            was_guessed = self._guessed[0] == token
            self._guess_chances.learn(self._n_guessed, is_right=was_guessed)
            self._n_guessed = self._n_guessed + 1 if was_guessed else 0
            self._guessed = self._guessed[1:] if was_guessed else []

    def draft(self, n_most: int) -> list[int]:
        """Return what to read behind the last token, `n_most` at most; the step begins now."""
        lookup, drafted = self._lookup, []
        self._began_s = self._clock()
        self._guessed = []
        self._n_drafted = 0
        if not lookup.is_lost and (n_best := self._payoff.best(self._chances, lookup.n_right, n_most)):
            drafted = self._until_end(lookup.expected(n_best))
        elif self._guesser is not None:
            drafted = self._guess(self._guesser, n_most)
        if self._n_drafted >= 0:
            self._n_drafted = len(drafted)
        return drafted

    def _guess(self, guesser: Guesser, n_most: int) -> list[int]:
        n_best = guesser.payoff.best(self._guess_chances, self._n_guessed, n_most)
        if not n_best:
            return []
        guessed = guesser.guess(self._lookup.tokens, n_best)
        if not guessed:
            self.forget_step()  # it has read some of the text, which is no plain step
        self._guessed = self._until_end(guessed)
        return list(self._guessed)

    def _until_end(self, tokens: list[int]) -> list[int]:
        return list(itertools.takewhile(lambda each: not self._is_end(each), tokens))

    def forget_step(self) -> None:
        """Do not measure the step: something else was in it."""
        self._n_drafted = -1

    def end_step(self) -> None:
        """The first token behind a step was drawn; later ones that were read in it change nothing."""
        n_drafted, guesser = self._n_drafted, self._guesser
        if n_drafted < 0:
            return
        seconds = self._clock() - self._began_s
        self._n_drafted = -1
        if guesser is not None and (self._guessed or not n_drafted):
            guesser.payoff.measure(n_drafted, seconds)
        if not self._guessed:
            self._payoff.measure(n_drafted, seconds)


def _streak(n_right: int) -> int:
    return min(n_right.bit_length(), _N_STREAKS - 1)


def _median(values: Sequence[float] | deque[float]) -> float:
    return sorted(values)[len(values) // 2]
