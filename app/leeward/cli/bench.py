# SPDX-License-Identifier: Apache-2.0
"""`leeward bench`: how fast this machine reads and writes with a model, and how that compares with its memory's speed."""

import argparse
import time
from dataclasses import dataclass
from statistics import median
from typing import Any

import msgspec
import numpy as np

from leeward.cli.ask import load
from leeward.cli.exit_codes import ExitCode
from leeward.cli.session import Answer, Session
from leeward.domain.generation import ChatMessage, FinishReason, Role, Sampling
from leeward.engine.protocol import Engine
from leeward.library.in_words import memory_text
from leeward.library.machine_profile import story
from leeward.library.model_check import check_model_file
from leeward.library.models import Library

DEPTHS = (64, 512, 1536)
"""Tokens of the prompt, about."""

N_TOKENS = 48
_TRAFFIC_BYTES = 256 * 1024**2


@dataclass(frozen=True, slots=True)
class Depth:
    """What was measured with a prompt of `prompt_tokens`; rates in tokens per second, times in seconds."""

    prompt_tokens: int
    prompt_rate: float
    decode_rate: float
    first_token_cold_s: float
    first_token_warm_s: float


def bench(arguments: argparse.Namespace, engine: Engine, library: Library) -> ExitCode:
    """Measure one model, about half a minute for a small one. Raises AppError, EngineFault."""
    bandwidth = memory_bandwidth()
    with Session(engine) as session:
        model = load(arguments, session, library)
        depths, memory_bytes, n_threads = [], 0, 0
        for number, n_words in enumerate(DEPTHS):
            if n_words + N_TOKENS + 128 > model.n_ctx:
                break
            cold = _answer(session, f"Story {number}: {story(n_words)}")
            warm = _answer(session, f"Story {number}: {story(n_words)}")
            if FinishReason.CANCELLED in (cold.best.finish_reason, warm.best.finish_reason):
                return ExitCode.INTERRUPTED
            depths.append(_depth(cold, warm))
            memory_bytes, n_threads = warm.memory_bytes, warm.receipt.n_threads
    weight_bytes = check_model_file(model.path).weight_bytes
    report: dict[str, Any] = {
        "model": model.name,
        "device": model.device,
        "threads": n_threads,
        "load_s": model.load_s,
        "memory_bytes": memory_bytes,
        "planned_bytes": model.planned_bytes,
        "depths": msgspec.to_builtins(depths),
        "memory_bandwidth_bytes_per_s": bandwidth,
        # Every token reads all weights once: faster than this no processor can be (not so for mixtures of experts).
        "decode_limit_tokens_per_s": bandwidth / weight_bytes if weight_bytes else 0.0,
    }
    if arguments.json:
        print(msgspec.json.encode(report).decode())
    else:
        _print(report)
    return ExitCode.OK


def memory_bandwidth(seconds: float = 1.0) -> float:
    """Return bytes per second of reading an array larger than the caches, by one thread (numpy's sum), the best of a second.

    More threads read more: a limit from this is too low for a machine with many memory channels.
    """
    values = np.ones(_TRAFFIC_BYTES // 8)
    best, end = 0.0, time.perf_counter() + seconds
    while time.perf_counter() < end:
        began = time.perf_counter()
        values.sum()
        best = max(best, values.nbytes / (time.perf_counter() - began))
    return best


def _answer(session: Session, text: str) -> Answer:
    sampling = Sampling(temperature=1.0, min_p=0.0, top_p=1.0)
    return session.ask((ChatMessage(Role.USER, text),), sampling, N_TOKENS, lambda _text: None)


def _depth(cold: Answer, warm: Answer) -> Depth:
    n_read = cold.usage.prompt_tokens - cold.usage.reused_tokens
    return Depth(
        prompt_tokens=cold.usage.prompt_tokens,
        prompt_rate=n_read / cold.timings.prompt_s if cold.timings.prompt_s else 0.0,
        decode_rate=median(each.timings.decode_tokens_per_second for each in (cold, warm)),
        first_token_cold_s=cold.timings.first_token_s,
        first_token_warm_s=warm.timings.first_token_s,
    )


def _print(report: dict[str, Any]) -> None:
    print(f"{report['model']} on {report['device']}, {report['threads']} threads, loaded in {report['load_s']:.1f} s")
    print(f"Memory       {memory_text(report['planned_bytes'], report['memory_bytes'])}")
    print(f"{'Prompt':<13}{'reads':>12}{'writes':>12}{'first token':>14}{'asked again':>14}")
    for depth in report["depths"]:
        print(
            f"{depth['prompt_tokens']:<13,}{depth['prompt_rate']:>8.0f} t/s{depth['decode_rate']:>8.1f} t/s"
            f"{depth['first_token_cold_s']:>12.2f} s{depth['first_token_warm_s']:>12.2f} s"
        )
    print(
        f"Limit        one core reads {report['memory_bandwidth_bytes_per_s'] / 1e9:.1f} GB/s of memory: "
        f"{report['decode_limit_tokens_per_s']:.0f} t/s if nothing else took time"
    )
