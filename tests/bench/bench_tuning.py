# SPDX-License-Identifier: Apache-2.0
"""What a trial finds is worth: the engine as it was tuned against llama.cpp's own defaults, on an idle machine and on one whose
cores all have something else to do.

Both engines are the same build in the same process around it. Defaults are those of llama.cpp's programs: a thread for each
physical core whatever else runs, batches of 2048 tokens computed 512 at once, flash attention where it can (it can here), a
mapped file, and the waiting of libgomp. They come in turn, A B B A; quoted is the median of the ratios of neighbours. Above 1 is faster.
On the idle machine each measurement is made in a new process: what belongs to one process only, such as where its memory lies,
does not decide then.
"""

import json
import statistics
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import psutil

from helpers import models
from helpers.bench import (
    Engine,
    busy_machine,
    compare,
    ratio,
    rounds,
    run_child_with_default_waiting,
    spread,
    story,
    user,
)
from helpers.tuning import run_to_end
from leeward.domain.model_info import LoadPlan
from leeward.domain.queries import MeasureSpeed, SpeedMeasured
from leeward.domain.tuning import Tuning
from leeward.engine.child.cores import n_cores
from leeward.engine.machine import allowed_cpus
from leeward.engine.protocol import QueryAnswered, QueryFailed
from leeward.library.tuning import Disturbed, Tried, search

ROUNDS, ROUNDS_BUSY = 11, 5
N_TOKENS, N_TOKENS_BUSY = 96, 32
N_WORDS, N_WORDS_BUSY = 400, 120
MAX_TRIES = 20
CALM_SHARE, CALM_S, LIMIT_S = 0.15, 0.4, 90.0


class Calm:
    """Waits for a moment in which nobody else computes, `LIMIT_S` in all."""

    def __init__(self) -> None:
        self._left_s = LIMIT_S

    def wait(self) -> None:
        psutil.cpu_percent()
        while self._left_s > 0:
            time.sleep(CALM_S)
            self._left_s -= CALM_S
            if psutil.cpu_percent() < 100 * CALM_SHARE:
                return


def tuning_of(path: Path, calm: Calm) -> tuple[Tuning, int]:
    """Return what a trial finds, and how many were made until no other program disturbed one."""
    engine = Engine(LoadPlan(path))

    def measure(query: MeasureSpeed) -> SpeedMeasured:
        engine.supervisor.ask(query)
        ended = engine.until(QueryAnswered, QueryFailed)
        if isinstance(ended, QueryFailed):
            raise RuntimeError("a way was not measured") from ended.error  # noqa: TRY004  it is no wrong type
        found: SpeedMeasured = ended.answer
        return found

    tried = Tried(n_cores(), max(n_cores(), len(allowed_cpus())))
    for number in range(1, MAX_TRIES + 1):
        calm.wait()
        try:
            found = run_to_end(search(tried), measure)
        except Disturbed:
            continue
        engine.close()
        return found, number
    engine.close()
    raise RuntimeError("other programs compute all the time: nothing can be compared")


class Reader:
    """Reads prompts that have nothing in common with those before."""

    def __init__(self, engine: Engine, n_words: int) -> None:
        self.engine = engine
        self._n_words = n_words
        self._n = 0

    def rate(self) -> float:
        self._n += 1
        end = self.engine.ask(user(story(self._n_words, f"{self._n}{self._n_words}")), 1).end
        return (end.usage.prompt_tokens - end.usage.reused_tokens) / end.timings.prompt_s


def idle_rates(start: Callable[[], Engine], calm: Calm) -> tuple[float, float]:
    """Return tokens per second, written and read, of an engine that is alone on the machine."""
    engine = start()
    engine.decode_rate(story(60), N_TOKENS_BUSY)
    calm.wait()
    written = engine.decode_rate(story(60), N_TOKENS)
    calm.wait()
    read = Reader(engine, N_WORDS).rate()
    engine.close()
    return written, read


def told(name: str, tuned: list[float], default: list[float]) -> dict[str, Any]:
    return {
        f"{name}_tuned_over_defaults": ratio(tuned, default),
        f"{name}_tuned_over_defaults_min_max": spread(tuned, default),
        f"{name}_tuned_tokens_per_s": statistics.median(tuned),
    }


def measure(path: Path) -> dict[str, Any]:
    calm = Calm()
    tuning, n_trials = tuning_of(path, calm)
    plan = LoadPlan(path, n_threads=psutil.cpu_count(logical=False), n_batch=2048, n_ubatch=512, use_mmap=True)

    def start_tuned() -> Engine:
        engine = Engine(tuning.applied(LoadPlan(path)))
        engine.supervisor.use_cores(tuning.max_threads, is_low_priority=False)
        return engine

    def start_default() -> Engine:
        return Engine(plan, run_child_with_default_waiting)

    result: dict[str, Any] = {
        "n_trials": n_trials,
        "n_threads": tuning.way.n_threads,
        "n_ubatch": tuning.way.n_ubatch,
        "flash_attention": tuning.way.flash_attention,
        "usual_n_threads": tuning.usual.n_threads,
        "default_n_threads": plan.n_threads,
    }
    idle = compare(partial(idle_rates, start_tuned, calm), partial(idle_rates, start_default, calm), rounds(ROUNDS))
    for name, number in (("idle_decode", 0), ("idle_prompt", 1)):
        result |= told(name, *([rates[number] for rates in side] for side in idle))
    both = start_tuned(), start_default()
    with busy_machine(n_cores()):
        for name, rates in (
            ("busy_decode", [partial(each.decode_rate, story(60), N_TOKENS_BUSY) for each in both]),
            ("busy_prompt", [Reader(each, N_WORDS_BUSY).rate for each in both]),
        ):
            for rate in rates:
                rate()
            result |= told(name, *compare(*rates, rounds(ROUNDS_BUSY)))
    for each in both:
        each.close()
    return result


def main() -> None:
    print(json.dumps({"smol": measure(models.starter_path()), "gemma": measure(models.gemma_path())}, indent=2))


if __name__ == "__main__":
    main()
