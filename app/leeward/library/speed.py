# SPDX-License-Identifier: Apache-2.0
"""Measures how fast a model reads and writes on this machine, and what this machine's memory would allow."""

import enum
import os
import platform
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from statistics import median
from uuid import uuid4

import numpy as np
import psutil

from leeward.domain.generation import ChatMessage, FinishReason, GenerationRequest, Role, Sampling
from leeward.domain.ids import GenerationId, QueryId
from leeward.domain.memory import Step
from leeward.domain.model_info import Device, LoadedModel, LoadPlan
from leeward.domain.queries import TokenizeText, Tokens
from leeward.domain.speed import LeftOut, LeftOutReason, MeasuredMachine, SpeedAtDepth, SpeedReport
from leeward.engine import machine
from leeward.engine.child.cores import n_cores
from leeward.engine.protocol import (
    Engine,
    EngineDied,
    EngineEvent,
    EngineGaveUp,
    EngineStarted,
    Finished,
    GenerationFailed,
    LoadFailed,
    LoadRetrying,
    ModelLoaded,
    QueryAnswered,
    QueryFailed,
)
from leeward.library.draft_check import with_checked_companions
from leeward.library.fit import plan_for
from leeward.library.machine_profile import bytes_read, story
from leeward.library.model_check import check_model_file
from leeward.library.offers import quantization_of
from leeward.storage.kv_folder import KvFolder

DEPTHS = (64, 512, 1536, 4096)
"""Tokens of the prompt, about."""

LIMIT_S = 90.0
"""Of measuring, once the model is loaded: how long that takes is the disk's."""

N_TOKENS = 48
"""Of each answer."""

_MARGIN_TOKENS = (
    128  # of the context: what the template puts around a prompt, and words that are cut otherwise than counted
)
_MIN_DECODED = 8
_SLOWER_AHEAD = (
    1.3  # a longer prompt takes more time a token than a shorter one. Nobody measured how much on which machine.
)
_TRAFFIC_BYTES = 256 * 1024**2
_TRAFFIC_S = 0.7
_POLL_S = 0.1
_KEPT_AS = "speed"
_KEPT_WITHIN_S = 10.0
_SAMPLING = Sampling(temperature=1.0, min_p=0.0, top_p=1.0)


class Stage(enum.Enum):
    """What a measurement is at."""

    MEMORY = enum.auto()
    LOADING = enum.auto()
    RETRYING = enum.auto()
    READING = enum.auto()
    AGAIN = enum.auto()


@dataclass(frozen=True, slots=True)
class SpeedProgress:
    """How far a measurement is.

    Attributes:
        n_done, n_steps: Of the depths, each counting for two.
        depth_tokens: Of READING and AGAIN.
        notes: Of LOADING: what is told about the way it is loaded, as sentences.
        step: Of RETRYING: what is tried next.
        error: Of RETRYING: why it did not load.
        model: Once it is loaded.
    """

    stage: Stage
    n_done: int = 0
    n_steps: int = 2 * len(DEPTHS)
    depth_tokens: int = 0
    notes: tuple[str, ...] = ()
    step: Step | None = None
    error: Exception | None = None
    model: LoadedModel | None = None


OnProgress = Callable[[SpeedProgress], object]


def measure_speed(
    engine: Engine,
    plan: LoadPlan,
    *,
    kept: KvFolder | None = None,
    is_stopped: Callable[[], bool] = lambda: False,
    on_progress: OnProgress = lambda _progress: None,
    clock: Callable[[], float] = time.monotonic,
) -> SpeedReport | None:
    """Load a model as planned and measure it, for about `LIMIT_S`; None when it was stopped.

    `kept`: an empty folder where the engine keeps what it has read; with it the model is loaded a second time.
    Depths that do not fit into the context or into the time are left out, and the report says which. Blocking; the thread is
    the one that takes the engine's events. The engine is a fresh one, and the caller closes it.

    Raises: AppError; another exception is a bug in the engine.
    """
    info = check_model_file(plan.path)
    n_threads = plan.n_threads or n_cores()
    on_progress(SpeedProgress(Stage.MEMORY))
    one_thread = memory_bandwidth(1)
    all_threads = memory_bandwidth(n_threads) if n_threads > 1 else one_thread
    run = _Run(engine, is_stopped, on_progress, clock)
    engine.start()
    started = run.until(EngineStarted)
    if not isinstance(started, EngineStarted):
        return None
    fit = plan_for(info, with_checked_companions(plan), started.devices)
    on_progress(SpeedProgress(Stage.LOADING, notes=tuple(fit.notes)))
    engine.load(fit.plan)
    loaded = run.until(ModelLoaded)
    if not isinstance(loaded, ModelLoaded):
        engine.cancel_load()
        return None
    run.measure(loaded.model)
    if is_stopped():
        return None
    restored_s = run.restored(fit.plan, loaded.model, kept) if kept is not None else None
    if is_stopped():
        return None
    all_threads = max(all_threads, memory_bandwidth(n_threads))  # something else may have read memory the first time
    limit = 0.0
    if loaded.model.device == "CPU" and run.depths:
        depth = run.depths[0].prompt_tokens + N_TOKENS // 2
        limit = max(one_thread, all_threads) / max(1, bytes_read(info, depth, loaded.model.kv_type))
    return SpeedReport(
        measured=datetime.now(UTC).isoformat(timespec="seconds"),
        model=loaded.model.name,
        model_file=info.path.name,
        model_size_bytes=info.file_bytes,
        quantization=quantization_of(info.path.name) or (info.mix[0].type_name if info.mix else ""),
        engine=started.engine,
        device=loaded.model.device,
        n_threads=run.n_threads or n_threads,
        n_ctx=loaded.model.n_ctx,
        load_s=loaded.model.load_s,
        memory_bytes=max((each.memory_bytes for each in run.depths), default=0),
        planned_bytes=loaded.model.planned_bytes,
        machine=this_machine(started.devices),
        depths=tuple(run.depths),
        left_out=tuple(run.left_out),
        one_thread_bytes_per_s=one_thread,
        all_threads_bytes_per_s=all_threads,
        decode_limit=limit,
        first_token_restored_s=restored_s,
    )


def memory_bandwidth(n_threads: int, seconds: float = _TRAFFIC_S) -> float:
    """Return bytes per second of reading an array larger than the caches (numpy's sum), the best of so many seconds.

    The threads are here and not in `bridge`: they live no longer than this call, and numpy lets go of the interpreter.
    """
    n_bytes = min(
        _TRAFFIC_BYTES, machine.memory().available // 8
    )  # less than the caches hold on the smallest machines only
    parts = np.array_split(np.ones(max(n_threads, n_bytes // 8)), n_threads)
    best, end = 0.0, time.perf_counter() + seconds
    with ThreadPoolExecutor(n_threads, thread_name_prefix="bandwidth") as pool:
        while True:
            began = time.perf_counter()
            for _ in pool.map(np.sum, parts):
                pass
            now = time.perf_counter()
            best = max(best, sum(part.nbytes for part in parts) / max(now - began, 1e-9))
            if now >= end:
                return best


def this_machine(devices: tuple[Device, ...]) -> MeasuredMachine:
    """Return what this machine is, without whose: no name of it, of a user or of a folder."""
    cpu = next((each.description for each in devices if each.kind == "CPU"), "")
    board = machine.text_of(machine.ROOT / "proc/device-tree/model")  # ARM boards say nothing else
    named = cpu if cpu and cpu != "CPU" else board or platform.machine()
    return MeasuredMachine(
        cpu=" ".join(named.split()),
        n_cores=psutil.cpu_count(logical=False) or os.cpu_count() or 1,
        memory_bytes=machine.memory().total,
        system=_system(),
    )


def _system() -> str:
    if platform.system() == "Linux":
        try:
            return platform.freedesktop_os_release().get("PRETTY_NAME", "Linux")
        except OSError:
            return "Linux"
    if platform.system() == "Darwin":
        return f"macOS {platform.mac_ver()[0]}"
    return f"{platform.system()} {platform.release()}"


@dataclass(slots=True)
class _Run:
    """One measurement under way."""

    engine: Engine
    is_stopped: Callable[[], bool]
    on_progress: OnProgress
    clock: Callable[[], float]
    depths: list[SpeedAtDepth] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    n_threads: int = 0
    _deadline_s: float = float("inf")
    # Keys and values of an earlier measurement may be on disk: the same prompt would not be read a second time.
    _mark: str = field(default_factory=lambda: uuid4().hex[:4])
    _text: str = ""  # the longest that was measured

    def measure(self, model: LoadedModel) -> None:
        self._deadline_s = self.clock() + LIMIT_S
        tokens_per_word = self._tokens_per_word()
        for number, depth in enumerate(DEPTHS):
            reason = self._reason_against(depth, model.n_ctx)
            if reason is not None:
                self.left_out += [LeftOut(each, reason) for each in DEPTHS[number:]]
                return
            progress = SpeedProgress(Stage.READING, 2 * number, depth_tokens=depth, model=model)
            text = f"{self._mark}{number} {story(max(1, round(depth / tokens_per_word)))}"
            self.on_progress(progress)
            cold = self._ask(text)
            if cold is not None:
                self.on_progress(replace(progress, stage=Stage.AGAIN, n_done=2 * number + 1))
            warm = self._ask(text) if cold is not None else None
            if cold is None or warm is None:
                self.left_out += [LeftOut(each, LeftOutReason.TIME) for each in DEPTHS[number:]]
                return
            self._text = text
            self.depths.append(_at_depth(depth, cold, warm))
            self.n_threads = warm.receipt.n_threads

    def restored(self, plan: LoadPlan, model: LoadedModel, kept: KvFolder) -> float | None:
        """Return the seconds to the first token of the longest prompt, which the model, loaded anew, finds on disk. None where it
        was not kept, as it would be read again as soon, or where the time does not suffice."""
        if not self._text or self._deadline_s - self.clock() < model.load_s + _KEPT_WITHIN_S:
            return None
        if self._ask(self._text, _KEPT_AS) is None:
            return None
        end_s = self.clock() + _KEPT_WITHIN_S
        while _KEPT_AS not in kept.sizes().by_name:
            _raise_failure(self.engine.next_event(_POLL_S))
            if self._is_over() or self.clock() >= end_s:
                return None
        self.engine.load(plan)
        if self.until(ModelLoaded) is None:
            self.engine.cancel_load()
            return None
        end = self._ask(self._text, _KEPT_AS)
        is_back = end is not None and end.usage.reused_tokens > end.usage.prompt_tokens // 2
        return end.timings.first_token_s if end is not None and is_back else None

    def _reason_against(self, depth: int, n_ctx: int) -> LeftOutReason | None:
        if depth + N_TOKENS + _MARGIN_TOKENS > n_ctx:
            return LeftOutReason.CONTEXT
        left_s = self._deadline_s - self.clock()
        last = self.depths[-1] if self.depths else None
        if last is not None and last.prompt_rate and last.decode_rate:
            needed_s = _SLOWER_AHEAD * (depth / last.prompt_rate + 2 * N_TOKENS / last.decode_rate)
        else:
            needed_s = 0.0
        return LeftOutReason.TIME if self.is_stopped() or left_s <= needed_s else None

    def _is_over(self) -> bool:
        return self.is_stopped() or self.clock() >= self._deadline_s

    def until(self, *kinds: type[EngineEvent]) -> EngineEvent | None:
        """Return the first event of these kinds; None when it is over before. Raises what the engine failed with."""
        while not self._is_over():
            event = self.engine.next_event(_POLL_S)
            if isinstance(event, LoadRetrying):
                self.on_progress(SpeedProgress(Stage.RETRYING, step=event.step, error=event.error))
            _raise_failure(event)
            if isinstance(event, kinds):
                return event
        return None

    def _tokens_per_word(self) -> float:
        """Return how many tokens a word of the stories takes of this model's; 1 where it cannot say."""
        text = story(64)
        query = TokenizeText(QueryId(uuid4().hex), text)
        self.engine.ask(query)
        answered = self.until(QueryAnswered, QueryFailed)
        if isinstance(answered, QueryAnswered) and isinstance(answered.answer, Tokens):
            return max(1.0, len(answered.answer.ids) / 64)
        return 1.0

    def _ask(self, text: str, keep_as: str = "") -> Finished | None:
        """Have one answer made; None when it was not whole at the end of the time."""
        if self._is_over():
            return None
        request = GenerationRequest(
            GenerationId(uuid4().hex),
            (ChatMessage(Role.USER, text),),
            _SAMPLING,
            max_tokens=N_TOKENS,
            keep_as=keep_as,
        )
        self.engine.generate(request)
        end = self.until(Finished)
        if end is None:
            self.engine.cancel(request.id)
        while not isinstance(end, Finished):  # the supervisor ends an engine that does not stop
            end = self.engine.next_event(_POLL_S)
            _raise_failure(end)
        return None if end.reason is FinishReason.CANCELLED else end


def _at_depth(depth: int, cold: Finished, warm: Finished) -> SpeedAtDepth:
    n_read = cold.usage.prompt_tokens - cold.usage.reused_tokens
    ends = [each for each in (cold, warm) if each.usage.completion_tokens >= _MIN_DECODED] or [cold, warm]
    return SpeedAtDepth(
        depth_tokens=depth,
        prompt_tokens=cold.usage.prompt_tokens,
        prompt_rate=n_read / cold.timings.prompt_s if cold.timings.prompt_s else 0.0,
        decode_rate=median(each.timings.decode_tokens_per_second for each in ends),
        first_token_cold_s=cold.timings.first_token_s,
        first_token_warm_s=warm.timings.first_token_s,
        memory_bytes=max(cold.memory_bytes, warm.memory_bytes),
    )


def _raise_failure(event: EngineEvent | None) -> None:
    match event:
        case EngineDied(error=error) | EngineGaveUp(error=error) | GenerationFailed(error=error):
            raise error
        case LoadFailed(error=Exception() as error):
            raise error
        case _:
            pass
