# SPDX-License-Identifier: Apache-2.0
"""What a trial finds is worth: the engine as it was tuned against llama.cpp's own defaults, on an idle machine and on one whose
cores all have something else to do.

Both engines are the same build in the same process around it. Defaults are those of llama.cpp's programs: a thread for each
physical core whatever else runs, batches of 2048 tokens computed 512 at once, flash attention where it can (it can here), and
the waiting of libgomp. They come in turn, A B B A; quoted is the median of the ratios of neighbours. Above 1 is faster.
"""

import json
import statistics
import time
from collections.abc import Callable
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

ROUNDS, ROUNDS_BUSY = 7, 5
N_TOKENS, N_TOKENS_BUSY = 96, 32
N_WORDS, N_WORDS_BUSY = 400, 120
MAX_TRIES, PAUSE_S = 5, 3.0


def tuning_of(path: Path) -> tuple[Tuning, int]:
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
        try:
            found = run_to_end(search(tried), measure)
        except Disturbed:
            time.sleep(PAUSE_S)
            continue
        engine.close()
        return found, number
    engine.close()
    raise RuntimeError("other programs compute all the time: nothing can be compared")


class Reader:
    """Reads prompts that have nothing in common with those before."""

    def __init__(self, engine: Engine, n_words: int) -> None:
        self._engine = engine
        self._n_words = n_words
        self._n = 0

    def rate(self) -> float:
        self._n += 1
        end = self._engine.ask(user(story(self._n_words, f"{self._n}{self._n_words}")), 1).end
        return (end.usage.prompt_tokens - end.usage.reused_tokens) / end.timings.prompt_s


def compared(name: str, tuned: Callable[[], float], default: Callable[[], float], n_rounds: int) -> dict[str, Any]:
    tuned(), default()
    ours, theirs = compare(tuned, default, n_rounds)
    return {
        f"{name}_tuned_over_defaults": ratio(ours, theirs),
        f"{name}_tuned_over_defaults_min_max": spread(ours, theirs),
        f"{name}_tuned_tokens_per_s": statistics.median(ours),
    }


def measure(path: Path) -> dict[str, Any]:
    tuning, n_trials = tuning_of(path)
    tuned = Engine(tuning.applied(LoadPlan(path)))
    tuned.supervisor.use_cores(tuning.max_threads, is_low_priority=False)
    plan = LoadPlan(path, n_threads=psutil.cpu_count(logical=False), n_batch=2048, n_ubatch=512)
    default = Engine(plan, run_child_with_default_waiting)
    result: dict[str, Any] = {
        "n_trials": n_trials,
        "n_threads": tuning.way.n_threads,
        "n_ubatch": tuning.way.n_ubatch,
        "flash_attention": tuning.way.flash_attention,
        "usual_n_threads": tuning.usual.n_threads,
        "default_n_threads": plan.n_threads,
    }
    both = tuned, default
    text = story(60)
    idle = [lambda each=each: each.decode_rate(text, N_TOKENS) for each in both]
    result |= compared("idle_decode", idle[0], idle[1], rounds(ROUNDS))
    result |= compared("idle_prompt", *(Reader(each, N_WORDS).rate for each in both), rounds(ROUNDS))
    with busy_machine(n_cores()):
        busy = [lambda each=each: each.decode_rate(text, N_TOKENS_BUSY) for each in both]
        result |= compared("busy_decode", busy[0], busy[1], rounds(ROUNDS_BUSY))
        result |= compared("busy_prompt", *(Reader(each, N_WORDS_BUSY).rate for each in both), rounds(ROUNDS_BUSY))
    for each in both:
        each.close()
    return result


def main() -> None:
    print(json.dumps({"smol": measure(models.starter_path()), "gemma": measure(models.gemma_path())}, indent=2))


if __name__ == "__main__":
    main()
