# SPDX-License-Identifier: Apache-2.0
"""CPU time per token outside llama_decode, and whether it grows with the answer: around token 100 and around token 4,000.

The loop of the engine process (child/sequences) runs in this process with one thread, whose own CPU clock is read before and
after each decode: other processes disturb its caches, but not its clock. Events are encoded and sent through a pipe as there.
Text goes out every 33 ms, in a frame whose cost is counted apart: how many tokens share one depends on how fast they come.
In turn with it runs the barest loop there is, with llama.cpp's own sampling: llama_sampler_sample, llama_token_to_piece,
llama_decode. How fast a machine is just now shows in both, and so does what a long cache of keys and values drives out of the
processor's caches.
"""

import ctypes
import json
import multiprocessing
import statistics
import time
from itertools import pairwise
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import llama_cpp

from helpers import models
from helpers.bench import drain, rounds
from leeward.domain.generation import ChatMessage, GenerationRequest, Role, Sampling
from leeward.domain.ids import GenerationId
from leeward.domain.model_info import LoadPlan
from leeward.engine import frames
from leeward.engine.child.cores import n_cores
from leeward.engine.child.llama import N_BATCH, Llama, NativeLog, Piece
from leeward.engine.child.sampling import SamplerChain
from leeward.engine.child.sequences import Slot
from leeward.engine.child.templates import choose_template
from leeward.engine.protocol import EngineEvent

ROUNDS = 7
LONG_ROUNDS = 3
"""Of them so many go on to the second window: filling the cache takes its time."""
WINDOW = 120
EARLY, LATE = 100, 4000
_WINDOWS = ((EARLY, ROUNDS), (LATE, LONG_ROUNDS))
N_CTX = 4608
PROMPT = "Write a long story about a harbour, with headings, lists and a table."


class DecodeClock:
    """Stands in front of `Llama.decode_one` and notes when each call began and ended, in CPU microseconds.

    The tokens between the two windows are put off and read in large pieces before the second one: 4,000 single decodes take
    a minute, and what is measured there needs the cache as full as it would be.
    """

    def __init__(self, llama: Llama) -> None:
        self._llama = llama
        self._decode = llama.decode_one
        self._put_off: list[int] = []
        self.spans: list[tuple[float, float]] = []
        self.sent: set[int] = set()

    def note_frame(self) -> None:
        self.sent.add(len(self.spans))

    def __call__(self, sequence: int, token: int) -> None:
        if EARLY + WINDOW <= len(self.spans) < LATE - WINDOW // 2:
            self._put_off.append(token)
            self.spans.append((0.0, 0.0))
            return
        if self._put_off:
            self._llama.set_threads(n_cores())
            for start in range(0, len(self._put_off), N_BATCH):
                self._llama.decode([Piece(sequence, self._put_off[start : start + N_BATCH], n_logits=0)])
            self._llama.set_threads(1)
            self._put_off.clear()
        began = time.thread_time_ns()
        self._decode(sequence, token)
        self.spans.append((began / 1000, time.thread_time_ns() / 1000))

    def outside_us(self, middle: int, *, is_sent: bool = False) -> list[float]:
        """Return the time from one decode to the next for the tokens around this one, for those with or without a frame."""
        first = middle - WINDOW // 2
        near = pairwise(self.spans[first : first + WINDOW])
        spans = enumerate(near, first + 1)
        return [began - ended for number, ((_, ended), (began, _)) in spans if (number in self.sent) == is_sent]


def one_answer(llama: Llama, out: Connection, seed: int, n_tokens: int) -> DecodeClock:
    llama.roll_back(0, 0)
    slot = Slot(llama, choose_template(llama.chat_template, llama.template_facts, llama).template, "bench")
    request = GenerationRequest(GenerationId("bench"), (ChatMessage(Role.USER, PROMPT),), Sampling(seed=seed), n_tokens)
    clock, is_end = DecodeClock(llama), llama.is_end
    llama.decode_one = clock
    # The same logits over and over would end the answer sooner or later.
    llama.is_end = lambda token: is_end(token) and False

    def emit(event: EngineEvent) -> None:
        clock.note_frame()
        out.send_bytes(frames.encode(event))

    try:
        slot.generate(request, lambda: 1, emit, lambda: False)
    finally:
        del llama.decode_one
        llama.is_end = is_end
    return clock


def bare_answer(llama: Llama, seed: int, n_tokens: int) -> DecodeClock:
    llama.roll_back(0, 0)
    llama.decode([Piece(0, llama.tokenize(PROMPT, parse_special=False))])
    chain = SamplerChain(llama, Sampling(seed=seed), seed, ())
    clock = DecodeClock(llama)
    buffer = ctypes.create_string_buffer(256)
    for _ in range(n_tokens):
        token = llama.sample(chain.pointer)
        n = llama_cpp.llama_token_to_piece(llama.vocab, token, buffer, len(buffer), 0, False)
        _ = buffer.raw[:n]
        clock(0, token)
    chain.close()
    return clock


def measure(path: Path, out: Connection) -> dict[str, Any]:
    plan = LoadPlan(path, n_ctx=N_CTX, n_threads=1)
    llama = Llama(plan, NativeLog(lambda _level, _text: None), lambda _fraction: True)
    early, late = EARLY + WINDOW, LATE + WINDOW // 2
    one_answer(llama, out, 0, early)
    pairs = []
    for seed in range(1, rounds(ROUNDS) + 1):
        n_tokens = late if seed <= LONG_ROUNDS else early
        pairs.append((one_answer(llama, out, seed, n_tokens), bare_answer(llama, seed, n_tokens)))
    llama.close()
    ours = {at: [statistics.median(clock.outside_us(at)) for clock, _ in pairs[:n]] for at, n in _WINDOWS}
    bare = {at: [statistics.median(clock.outside_us(at)) for _, clock in pairs[:n]] for at, n in _WINDOWS}
    decodes = [end - begin for clock, _ in pairs for begin, end in clock.spans[50:150]]
    return {
        "outside_decode_us_per_token": statistics.median(ours[EARLY]),
        "bare_loop_us_per_token": statistics.median(bare[EARLY]),
        "outside_over_bare_loop": _ratio(ours[EARLY], bare[EARLY]),
        "outside_decode_us_per_token_at_4000": statistics.median(ours[LATE]),
        "bare_loop_us_per_token_at_4000": statistics.median(bare[LATE]),
        "outside_over_bare_loop_at_4000": _ratio(ours[LATE], bare[LATE]),
        "frame_us": statistics.median(us for clock, _ in pairs for us in clock.outside_us(EARLY, is_sent=True))
        - statistics.median(ours[EARLY]),
        "token_4000_over_100": _ratio(ours[LATE], ours[EARLY][:LONG_ROUNDS]),
        "bare_loop_token_4000_over_100": _ratio(bare[LATE], bare[EARLY][:LONG_ROUNDS]),
        "decode_us_median": statistics.median(decodes),
        "n_answers": len(pairs),
        "n_long_answers": min(LONG_ROUNDS, len(pairs)),
    }


def _ratio(some: list[float], others: list[float]) -> float:
    return statistics.median(a / b for a, b in zip(some, others, strict=True))


def main() -> None:
    paths = {"smol": models.starter_path(), "gemma": models.gemma_path()}
    context = multiprocessing.get_context("spawn")
    theirs, ours = context.Pipe(duplex=False)
    reader = context.Process(target=drain, args=(theirs,))
    reader.start()
    theirs.close()
    result = {name: measure(path, ours) for name, path in paths.items()}
    ours.close()
    reader.join()
    print(json.dumps({"llama_cpp": llama_cpp.__version__, **result}, indent=2))


if __name__ == "__main__":
    main()
