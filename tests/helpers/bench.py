# SPDX-License-Identifier: Apache-2.0
"""What the benchmarks of the engine share: the engine process, llama-bench, two things in turn, a busy machine."""

import contextlib
import json
import multiprocessing
import os
import statistics
import subprocess
import sys
import sysconfig
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, TypeVar

from leeward_setup import llama_bench

from leeward.domain.generation import ChatMessage, GenerationRequest, Role, Sampling
from leeward.domain.ids import GenerationId
from leeward.domain.kv import KvStore
from leeward.domain.model_info import LoadPlan
from leeward.domain.settings import Settings
from leeward.engine.protocol import (
    EngineDied,
    EngineEvent,
    EngineStarted,
    Finished,
    GenerationFailed,
    LoadFailed,
    ModelLoaded,
    ReasoningAppended,
    TextAppended,
)
from leeward.engine.supervisor import ChildMain, Supervisor, run_child
from leeward.library.fit import plan_for
from leeward.library.model_check import check_model_file

QUICK_ROUNDS = 3
T = TypeVar("T")
USUAL = Settings().sampling
_SENTENCE = "The harbour lies at the end of a long and narrow bay where the wind comes from the west in winter. "


def rounds(n: int) -> int:
    """Return how often to measure: `n` times, or few with --quick."""
    return min(n, QUICK_ROUNDS) if "--quick" in sys.argv else n


def story(n_words: int, first_word: str = "") -> str:
    """Return a text of so many words. Two with different first words share no tokens in the cache behind it."""
    words = (first_word + " " + _SENTENCE * (n_words // 15)).split()
    return " ".join(words[:n_words])


def user(text: str) -> tuple[ChatMessage, ...]:
    return (ChatMessage(Role.USER, text),)


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer as it arrived here: (seconds, tokens by then) of each piece of text, and its end."""

    began_s: float
    pieces: tuple[tuple[float, int], ...]
    text: str
    end: Finished

    @property
    def tokens_per_second(self) -> float:
        (first_s, first), (last_s, last) = self.pieces[0], self.pieces[-1]
        return (last - first) / (last_s - first_s)

    @property
    def first_text_s(self) -> float:
        return self.pieces[0][0] - self.began_s


class Engine:
    """The engine process with one model, planned and driven through the supervisor as the program does it.

    Attributes:
        plan: How the model was loaded.
        ready_s: Seconds from the start of the process to the model being loaded.
    """

    def __init__(
        self,
        plan: LoadPlan,
        child_main: ChildMain = run_child,
        kept: Callable[[], KvStore | None] = lambda: None,
    ) -> None:
        info = check_model_file(plan.path)
        self.supervisor = Supervisor(child_main=child_main, kept=kept)
        began_s = time.perf_counter()
        self.supervisor.start()
        self.plan = plan_for(info, plan, self.until(EngineStarted).devices).plan
        self.supervisor.load(self.plan)
        loaded = self.until(ModelLoaded, LoadFailed)
        self.ready_s = time.perf_counter() - began_s
        if isinstance(loaded, LoadFailed):
            raise RuntimeError(f"{plan.path} does not load") from loaded.error  # noqa: TRY004  it is no wrong type
        self._n = 0

    def until(self, *kinds: type[EngineEvent]) -> Any:
        while not isinstance(event := self._next_event(), kinds):
            pass
        return event

    def _next_event(self) -> EngineEvent | None:
        """Raises RuntimeError when the process has ended: what was asked for would never come."""
        event = self.supervisor.next_event(5.0)
        if isinstance(event, EngineDied):
            raise RuntimeError("the engine ended") from event.error  # noqa: TRY004  it is no wrong type
        return event

    def begin(self, messages: tuple[ChatMessage, ...], max_tokens: int | None, sampling: Sampling) -> GenerationId:
        self._n += 1
        request = GenerationRequest(GenerationId(str(self._n)), messages, sampling, max_tokens)
        self.supervisor.generate(request)
        return request.id

    def ask(self, messages: tuple[ChatMessage, ...], max_tokens: int, sampling: Sampling = USUAL) -> Reply:
        began_s = time.perf_counter()
        self.begin(messages, max_tokens, sampling)
        pieces, text = [], []
        while True:
            match self._next_event():
                case TextAppended() | ReasoningAppended() as event:
                    pieces.append((time.perf_counter(), event.n_tokens))
                    text.append(event.text)
                case Finished() as end:
                    return Reply(began_s, tuple(pieces), "".join(text), end)
                case GenerationFailed(error=error):
                    raise error
                case _:
                    pass

    def decode_rate(self, text: str, n_tokens: int) -> float:
        """Return tokens per second of an answer of so many tokens to `text`, each of which took a decode: a model that ends sooner
        is asked again, and so is one that copied what was read ahead."""
        while True:
            reply = self.ask(user(text), n_tokens)
            if reply.end.usage.completion_tokens >= n_tokens and not reply.end.timings.accepted_tokens:
                return reply.tokens_per_second

    def close(self) -> None:
        self.supervisor.close()


def run_child_with_default_waiting(connection: Connection, stderr_path: str) -> None:
    """Be the engine process, but wait as libgomp does when nobody tells it how (its env.c)."""
    os.environ["GOMP_SPINCOUNT"] = "300000"
    run_child(connection, stderr_path)


def has_llama_bench() -> bool:
    """Whether llama-bench was built for the engine of this machine: `make bench` does it, on Linux."""
    return llama_bench.program().exists()


def native_rate(
    path: Path, *, n_prompt: int = 0, n_gen: int = 0, depth: int = 0, n_threads: int, has_large_pages: bool = False
) -> float:
    """Return tokens per second of one llama-bench run, with flash attention and the same libraries as the engine's.

    `has_large_pages`: The weights are read into large pages, as the engine does it, in place of llama.cpp's mapped file.
    """
    options = ["-m", str(path), "-p", str(n_prompt), "-n", str(n_gen), "-d", str(depth), "-t", str(n_threads)]
    environment = {**os.environ, "LD_LIBRARY_PATH": str(Path(sysconfig.get_path("platlib")) / "lib")}
    if has_large_pages:
        options += ["-lm", "none"]
        environment["GLIBC_TUNABLES"] = "glibc.malloc.hugetlb=1"
    result = subprocess.run(
        [str(llama_bench.program()), *options, "-r", "1", "-fa", "1", "-o", "json"],
        capture_output=True,
        text=True,
        check=True,
        env=environment,
    )
    (run,) = json.loads(result.stdout)
    return float(run["avg_ts"])


def compare(ours: Callable[[], T], theirs: Callable[[], T], n_rounds: int) -> tuple[list[T], list[T]]:
    """Return what both gave, round by round: A B, B A, A B ... The speed of a machine drifts, neighbours share it."""
    pairs = []
    for number in range(n_rounds):
        if number % 2:
            second = theirs()
            pairs.append((ours(), second))
        else:
            first = ours()
            pairs.append((first, theirs()))
    return [pair[0] for pair in pairs], [pair[1] for pair in pairs]


def ratio(ours: list[float], theirs: list[float]) -> float:
    """Return the median of the ratios of neighbours."""
    return statistics.median(a / b for a, b in zip(ours, theirs, strict=True))


def spread(ours: list[float], theirs: list[float]) -> list[float]:
    """Return the smallest and the largest ratio of neighbours."""
    ratios = [a / b for a, b in zip(ours, theirs, strict=True)]
    return [min(ratios), max(ratios)]


def _spin(seconds: float) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        pass


@contextlib.contextmanager
def busy_machine(n_processes: int, limit_s: float = 300.0) -> Iterator[None]:
    """Keep so many processes computing, for `limit_s` at most."""
    context = multiprocessing.get_context("spawn")
    processes = [context.Process(target=_spin, args=(limit_s,), daemon=True) for _ in range(n_processes)]
    for process in processes:
        process.start()
    try:
        yield
    finally:
        for process in processes:
            process.kill()
            process.join()


def drain(pipe: Connection) -> None:
    """Read and throw away until the pipe ends: the parent process of an engine that runs in this one."""
    with contextlib.suppress(EOFError):
        while True:
            pipe.recv_bytes()
