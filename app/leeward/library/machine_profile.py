# SPDX-License-Identifier: Apache-2.0
"""Measures how fast this machine computes, and says from that how fast another model will be.

The time of a token is taken for overhead + bytes / bandwidth, that of a token of a prompt for overhead + multiplications / rate.
Two models of different size give both numbers. What one model cannot say: how much of its time is overhead. Small models are
mostly that (SmolLM2 135M gets a third of what memory can deliver, Gemma 270M a half), so a larger one will be faster per
byte. Then the overhead is taken for nothing where the other model is larger and for everything where it is smaller: a
promise that is rather kept than not. Neither says what another type of weights costs (K-quants, IQ), nor what a model does
that only partly has room on a GPU: nothing is promised for that.
"""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from uuid import uuid4

from leeward.domain.generation import ChatMessage, FinishReason, GenerationRequest, Role, Sampling
from leeward.domain.ids import GenerationId
from leeward.domain.machine_profile import CALIBRATION_LIMIT_S, Machine, MachineProfile, SpeedSample
from leeward.domain.model_info import KvType, LoadedModel, LoadPlan, ModelInfo
from leeward.engine.protocol import (
    Engine,
    EngineDied,
    EngineEvent,
    EngineGaveUp,
    EngineStarted,
    Finished,
    GenerationFailed,
    LoadFailed,
    ModelLoaded,
)
from leeward.library.fit import kv_bytes_by_layer, plan_for
from leeward.library.model_check import check_model_file

N_ROUNDS = 5
N_CTX = 2048
N_TOKENS = 48
SMALLER_KV_SLOWDOWN = 2.0
"""Of reading a prompt with q8_0: 2.1 (SmolLM2) and 1.5 (Gemma) at 3,000 tokens on x86-64; 1.4 at 512."""

_DIFFERENT_SIZE = 1.5  # models nearer to each other say nothing of overhead above the noise
_MIN_DECODED = 8
_LONG_PROMPT_S = 2.0  # a prompt as long as is read in this time, within the next two
_MIN_WORDS, _MAX_WORDS = 32, 400  # five tokens a word would still fit
_POLL_S = 0.1
_SENTENCE = "the harbour lies at the end of a long bay where the wind comes from the west in winter and ships wait "
_SAMPLING = Sampling(temperature=1.0, min_p=0.0, top_p=1.0)


@dataclass(frozen=True, slots=True)
class Speed:
    """What is to be expected of a model.

    Attributes:
        prompt_s: Until a prompt of the length asked for is read.
        is_cautious: Only one size of model was measured: it will rather be faster.
    """

    prompt_s: float
    tokens_per_second: float
    is_cautious: bool


# What a model asks of a machine


def bytes_read(info: ModelInfo, depth_tokens: int, kv_type: KvType = KvType.F16) -> int:
    """Return what is read of memory to make one token behind so many others: weights once, keys and values of all."""
    return info.token_bytes + sum(kv_bytes_by_layer(info, depth_tokens, kv_type))


def prompt_work(info: ModelInfo, n_tokens: int) -> int:
    """Return the multiplications a token of a prompt takes: with every weight, and with half of the prompt in attention."""
    widths = info.head_dim_k + info.head_dim_v
    n_layers = sum(1 for heads in info.kv_heads if heads)
    return info.token_params + n_layers * info.n_heads * widths * n_tokens // 2


def expected_speed(
    profile: MachineProfile, info: ModelInfo, n_prompt: int, kv_type: KvType, *, is_on_gpu: bool
) -> Speed | None:
    """Return how fast a model will read so many tokens and write behind them; None when nothing like it was measured."""
    samples = [sample for sample in profile.samples if sample.is_on_gpu == is_on_gpu]
    if not samples or not info.token_bytes or not info.token_params:
        return None
    token_s, is_cautious = expected_s(
        [(sample.decode_bytes, 1 / sample.decode_tokens_per_second) for sample in samples],
        bytes_read(info, n_prompt, kv_type),
    )
    read_s, _ = expected_s(
        [(sample.prompt_work, 1 / sample.prompt_tokens_per_second) for sample in samples], prompt_work(info, n_prompt)
    )
    slowdown = 1.0 if kv_type is KvType.F16 else SMALLER_KV_SLOWDOWN
    return Speed(n_prompt * read_s * slowdown, 1 / token_s, is_cautious)


def expected_s(measured: Sequence[tuple[float, float]], amount: float) -> tuple[float, bool]:
    """Return the seconds that `amount` takes, from pairs of an amount and its seconds; and whether that is cautious.

    The line through them with the least relative error. Where there is no such line, or none that makes sense: the slowest
    that any of them promises alone.
    """
    amounts = [each for each, _ in measured]
    if max(amounts) >= _DIFFERENT_SIZE * min(amounts):
        weights = [1 / seconds**2 for _, seconds in measured]
        total = sum(weights)
        x = sum(w * a for w, (a, _) in zip(weights, measured, strict=True)) / total
        y = sum(w * s for w, (_, s) in zip(weights, measured, strict=True)) / total
        slope = sum(w * (a - x) * (s - y) for w, (a, s) in zip(weights, measured, strict=True)) / sum(
            w * (a - x) ** 2 for w, a in zip(weights, amounts, strict=True)
        )
        overhead = y - slope * x
        if slope > 0 and overhead >= 0:
            return overhead + slope * amount, False
    return max(seconds * max(1.0, amount / each) for each, seconds in measured), True


# Measuring


def calibrate(
    engine: Engine,
    path: Path,
    n_threads: int,
    is_stopped: Callable[[], bool] = lambda: False,
    clock: Callable[[], float] = time.monotonic,
) -> MachineProfile | None:
    """Load a model and measure it, for `CALIBRATION_LIMIT_S` at most; None when it was stopped, or too slow to say anything.

    Blocking; the thread is the one that takes the engine's events. The engine is a fresh one, and the caller closes it.

    Raises: AppError; another exception is a bug in the engine.
    """
    info = check_model_file(path)
    run = _Run(engine, is_stopped, clock)
    engine.start()
    started = run.until(EngineStarted)
    if not isinstance(started, EngineStarted):
        return None
    wanted = LoadPlan(path, n_ctx=N_CTX, n_threads=n_threads, kv_type=KvType.F16)
    engine.load(plan_for(info, wanted, started.devices).plan)
    loaded = run.until(ModelLoaded, LoadFailed)
    if not isinstance(loaded, ModelLoaded):
        engine.cancel_load()
        return None
    for number in range(N_ROUNDS):
        run.ask(f"{number}. Tell me a long story about a harbour.", N_TOKENS)
        run.ask(f"{number}. {story(run.n_words())}", 1)
        if run.is_over():
            break
    sample = None if is_stopped() else run.sample(info, loaded.model)
    machine = Machine.of(started.engine, started.devices, n_threads)
    return MachineProfile(machine, (sample,)) if sample else None


def story(n_words: int) -> str:
    """Return a text of so many words, about as many tokens."""
    words = _SENTENCE.split()
    return " ".join(words[number % len(words)] for number in range(n_words))


@dataclass(slots=True)
class _Run:
    """One measurement under way; `answers` holds what was measured, the shorter prompts first."""

    engine: Engine
    is_stopped: Callable[[], bool]
    clock: Callable[[], float]
    answers: list[Finished] = field(default_factory=list)
    deadline_s: float = field(init=False)

    def __post_init__(self) -> None:
        self.deadline_s = self.clock() + CALIBRATION_LIMIT_S

    def is_over(self) -> bool:
        return self.is_stopped() or self.clock() >= self.deadline_s

    def until(self, *kinds: type[EngineEvent]) -> EngineEvent | None:
        """Return the first event of these kinds; None when it is over before. Raises what the engine failed with."""
        while not self.is_over():
            event = self.engine.next_event(_POLL_S)
            _raise_failure(event)
            if isinstance(event, kinds):
                return event
        return None

    def ask(self, text: str, n_tokens: int) -> None:
        """Have one answer made; one that is cut short counts as far as it came."""
        if self.is_over():
            return
        request = GenerationRequest(
            GenerationId(uuid4().hex), (ChatMessage(Role.USER, text),), _SAMPLING, max_tokens=n_tokens
        )
        self.engine.generate(request)
        end = self.until(Finished)
        if end is None:
            self.engine.cancel(request.id)
        while not isinstance(end, Finished):  # the supervisor ends an engine that does not stop
            end = self.engine.next_event(_POLL_S)
            _raise_failure(end)
        self.answers.append(end)

    def n_words(self) -> int:
        """Return how long a prompt can be that is read soon, by what the last one took."""
        rates = self._prompt_rates()
        return round(max(_MIN_WORDS, min(_MAX_WORDS, _LONG_PROMPT_S * rates[-1][1]))) if rates else _MIN_WORDS

    def sample(self, info: ModelInfo, model: LoadedModel) -> SpeedSample | None:
        decoded = [end for end in self.answers if end.usage.completion_tokens >= _MIN_DECODED and end.timings.decode_s]
        prompts = self._prompt_rates()
        if not decoded or not prompts:
            return None
        # The longest prompts: a short one has not enough tokens to be computed together.
        longest = max(n_tokens for n_tokens, _ in prompts)
        long_prompts = [each for each in prompts if each[0] >= 0.8 * longest]
        depth = decoded[0].usage.prompt_tokens + N_TOKENS // 2
        return SpeedSample(
            model=info.path.name,
            is_on_gpu=model.device != "CPU",
            decode_bytes=bytes_read(info, depth),
            decode_tokens_per_second=median(end.timings.decode_tokens_per_second for end in decoded),
            prompt_work=prompt_work(info, longest),
            prompt_tokens_per_second=median(rate for _, rate in long_prompts),
            measured=datetime.now(UTC).isoformat(timespec="seconds"),
        )

    def _prompt_rates(self) -> list[tuple[int, float]]:
        """Return the tokens that were read of each prompt, and how many a second."""
        found = []
        for end in self.answers:
            n_read = end.usage.prompt_tokens - end.usage.reused_tokens
            is_read = end.reason is not FinishReason.CANCELLED or end.usage.completion_tokens > 0
            if is_read and n_read and end.timings.prompt_s:
                found.append((n_read, n_read / end.timings.prompt_s))
        return found


def _raise_failure(event: EngineEvent | None) -> None:
    match event:
        case EngineDied(error=error) | EngineGaveUp(error=error) | GenerationFailed(error=error):
            raise error
        case LoadFailed(error=Exception() as error):
            raise error
        case _:
            pass
