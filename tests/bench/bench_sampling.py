# SPDX-License-Identifier: Apache-2.0
"""CPU time per token outside llama_decode: of the draw and of everything, with and without a JSON schema.

The loop of the engine process (child/sequences) runs in this process with one thread, whose own CPU clock is read around
each part: other processes disturb its caches, but not its clock. Events are encoded and sent through a pipe as there. Plain
and schema answers come in turn, A B A B ...
"""

import json
import multiprocessing
import statistics
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import llama_cpp

from helpers import models
from leeward.domain.generation import ChatMessage, GenerationRequest, Role, Sampling
from leeward.domain.ids import GenerationId
from leeward.domain.model_info import LoadPlan
from leeward.engine import frames
from leeward.engine.child.llama import Llama, NativeLog
from leeward.engine.child.sampling import SamplerChain, TokenSource
from leeward.engine.child.sequences import Slot
from leeward.engine.child.templates import choose_template
from leeward.engine.protocol import TextAppended

ROUNDS = 7
N_TOKENS = 96
SAMPLING = Sampling(temperature=0.8)
PROMPT = "Tell me about a sailor, as JSON with a name, an age and a long story."
SCHEMA = json.dumps(
    {
        "type": "object",
        "properties": {
            "name": {"type": "string"},
            "age": {"type": "integer"},
            "story": {"type": "string", "minLength": 200, "maxLength": 600},
        },
        "required": ["name", "age", "story"],
    }
)


class Clock:
    """Stands in front of a function and notes the CPU time of each call, in microseconds."""

    def __init__(self, function: Callable[..., Any]) -> None:
        self._function = function
        self.us: list[float] = []

    def __call__(self, *arguments: Any) -> Any:
        started = time.thread_time_ns()
        try:
            return self._function(*arguments)
        finally:
            self.us.append((time.thread_time_ns() - started) / 1000)


class Answers:
    """Answers of one kind, and what they cost."""

    def __init__(self, slot: Slot, llama: Llama, out: Connection, schema: str) -> None:
        self._slot, self._llama, self._out, self._schema = slot, llama, out, schema
        self._draws: list[float] = []
        self._outside_us: list[float] = []
        self._n_refused = 0

    def make(self, seed: int) -> None:
        draw, decode = Clock(TokenSource.draw), Clock(self._llama.decode_one)
        text_began_us = 0.0
        sources: list[TokenSource] = []

        def timed_draw(source: TokenSource) -> int:
            sources[:] = [source]
            return draw(source)

        def send(event: Any) -> None:
            nonlocal text_began_us
            if isinstance(event, TextAppended) and not text_began_us:
                text_began_us = time.thread_time_ns() / 1000
            self._out.send_bytes(frames.encode(event))

        sampling = Sampling(temperature=SAMPLING.temperature, seed=seed)
        messages = (ChatMessage(Role.USER, PROMPT),)
        request = GenerationRequest(GenerationId("bench"), messages, sampling, N_TOKENS, json_schema=self._schema)
        original = TokenSource.draw
        TokenSource.draw, self._llama.decode_one = timed_draw, decode
        try:
            self._slot.generate(request, lambda: 1, send, lambda: False)
            ended_us = time.thread_time_ns() / 1000
        finally:
            TokenSource.draw = original
            del self._llama.decode_one
        self._draws += draw.us[1:]
        self._outside_us.append((ended_us - text_began_us - sum(decode.us)) / len(decode.us))
        self._n_refused += sources[0].n_refused

    def summary(self, name: str) -> dict[str, float]:
        return {
            f"{name}_draw_us_median": statistics.median(self._draws),
            f"{name}_draw_us_mean": statistics.mean(self._draws),
            f"{name}_outside_decode_us_per_token": statistics.median(self._outside_us),
            f"{name}_refused_share": self._n_refused / len(self._draws),
            f"{name}_n_tokens": len(self._draws),
        }


def measure(path: Path, out: Connection) -> dict[str, float]:
    llama = Llama(LoadPlan(path, n_threads=1), NativeLog(lambda _level, _text: None), lambda _fraction: True)
    slot = Slot(llama, choose_template(llama.chat_template, llama.template_facts, llama).template, "bench")
    plain, constrained = Answers(slot, llama, out, ""), Answers(slot, llama, out, SCHEMA)
    for seed in range(ROUNDS):
        plain.make(seed)
        constrained.make(seed)
    result = plain.summary("plain") | constrained.summary("schema")
    for kind in ("median", "mean"):
        result[f"schema_adds_us_{kind}"] = result[f"schema_draw_us_{kind}"] - result[f"plain_draw_us_{kind}"]
    result |= _against_llama_sampler_sample(llama)
    llama.close()
    return result


def _against_llama_sampler_sample(llama: Llama) -> dict[str, float]:
    """Draw in turn with our candidates and with llama.cpp's own call, a decode before each."""
    request = GenerationRequest(GenerationId("bench"), (ChatMessage(Role.USER, PROMPT),), SAMPLING)
    source, chain = TokenSource(llama, request, 1, []), SamplerChain(llama, SAMPLING, 1, [])
    ours = Clock(source.draw)
    theirs = Clock(lambda: llama_cpp.llama_sampler_sample(chain.pointer, llama._context, -1))
    for _ in range(N_TOKENS):
        llama.decode_one(0, ours())
        llama.decode_one(0, theirs())
    source.close()
    chain.close()
    return {
        "draw_us_median": statistics.median(ours.us),
        "llama_sampler_sample_us_median": statistics.median(theirs.us),
    }


def drain(pipe: Connection) -> None:
    try:
        while True:
            pipe.recv_bytes()
    except EOFError:
        pass


def main() -> None:
    context = multiprocessing.get_context("spawn")
    theirs, ours = context.Pipe(duplex=False)
    reader = context.Process(target=drain, args=(theirs,))
    reader.start()
    theirs.close()
    result = {"smol": measure(models.starter_path(), ours), "gemma": measure(models.gemma_path(), ours)}
    ours.close()
    reader.join()
    print(json.dumps(result, indent=2))


if __name__ == "__main__":
    main()
