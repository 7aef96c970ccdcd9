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
from functools import partial
from pathlib import Path
from typing import Any
from uuid import uuid4

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
from leeward.domain.ids import QueryId
from leeward.domain.model_info import LoadPlan
from leeward.domain.queries import MeasureSpeed, SpeedMeasured, TokenizeText
from leeward.domain.tuning import Tuning
from leeward.engine.child.cores import WINDOW_S, n_cores
from leeward.engine.machine import allowed_cpus
from leeward.engine.protocol import QueryAnswered, QueryFailed
from leeward.library.tuning import Disturbed, Tried, search

ROUNDS, ROUNDS_BUSY = 7, 5
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

    def wait_beside(self, engine: Engine) -> None:
        """The same, until the engine does not count any more what the other one computed: it looks at the last two seconds."""
        engine.supervisor.ask(TokenizeText(QueryId(uuid4().hex), "Hi"))
        engine.until(QueryAnswered)
        time.sleep(WINDOW_S + 0.1)
        self.wait()


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


def compared(name: str, ours: Callable[[], float], theirs: Callable[[], float], n_rounds: int) -> dict[str, Any]:
    ours(), theirs()
    tuned, default = compare(ours, theirs, n_rounds)
    return {
        f"{name}_tuned_over_defaults": ratio(tuned, default),
        f"{name}_tuned_over_defaults_min_max": spread(tuned, default),
        f"{name}_tuned_tokens_per_s": statistics.median(tuned),
    }


def measure(path: Path) -> dict[str, Any]:
    calm = Calm()
    tuning, n_trials = tuning_of(path, calm)
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

    def writing(engine: Engine, n_tokens: int, *, is_idle: bool) -> float:
        if is_idle:
            calm.wait_beside(engine)
        return engine.decode_rate(story(60), n_tokens)

    def reading(reader: Reader, *, is_idle: bool) -> float:
        if is_idle:
            calm.wait_beside(reader.engine)
        return reader.rate()

    write = [partial(writing, each, N_TOKENS, is_idle=True) for each in both]
    result |= compared("idle_decode", write[0], write[1], rounds(ROUNDS))
    read = [partial(reading, Reader(each, N_WORDS), is_idle=True) for each in both]
    result |= compared("idle_prompt", read[0], read[1], rounds(ROUNDS))
    with busy_machine(n_cores()):
        write = [partial(writing, each, N_TOKENS_BUSY, is_idle=False) for each in both]
        result |= compared("busy_decode", write[0], write[1], rounds(ROUNDS_BUSY))
        read = [partial(reading, Reader(each, N_WORDS_BUSY), is_idle=False) for each in both]
        result |= compared("busy_prompt", read[0], read[1], rounds(ROUNDS_BUSY))
    for each in both:
        each.close()
    return result


def main() -> None:
    print(json.dumps({"smol": measure(models.starter_path()), "gemma": measure(models.gemma_path())}, indent=2))


if __name__ == "__main__":
    main()
