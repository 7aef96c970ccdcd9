# SPDX-License-Identifier: Apache-2.0
"""The engine process against llama.cpp itself, on both test models: decode, prompt, a busy machine, memory.

llama-bench is compiled from the vendored sources against the very libraries of the engine (leeward_setup/llama_bench.py)
and runs at the same depth, with as many threads and flash attention. It maps the file, as it does unless told otherwise; one that
is told to use large pages, as the engine does, is a second comparison. Both come in turn, A B B A; quoted is the median of the
ratios of neighbours. Each measurement is made in a new engine process, as llama-bench is one: what belongs to one process only,
such as where its memory lies, does not decide then. llama-bench has a warm-up, which reads a prompt and writes a token: so an answer
of two tokens comes before the one that is timed, and a prompt is read behind another one. What both prompts begin with is not read
again, so llama-bench begins at that depth as well.
"""

import json
import multiprocessing
import statistics
from contextlib import closing
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import llama_cpp
import psutil

from helpers import models
from helpers.bench import (
    Engine,
    busy_machine,
    compare,
    has_llama_bench,
    native_rate,
    ratio,
    rounds,
    run_child_with_default_waiting,
    spread,
    story,
    user,
)
from leeward.domain.model_info import LoadPlan
from leeward.domain.settings import Settings
from leeward.engine.child.cores import n_cores
from leeward.engine.child.llama import DEFAULT_N_CTX, N_BATCH

ROUNDS_DECODE, ROUNDS_PROMPT, ROUNDS_LIKE, ROUNDS_BUSY = 40, 20, 20, 7
N_TOKENS = 96
N_TOKENS_BUSY = 48
N_BUSY = 3
DECODE_WORDS = 350
PROMPT_WORDS = 800


def against_llama_bench(path: Path) -> dict[str, Any]:
    """Compare decode at the depth of a prompt, and the reading of a prompt of as many tokens."""
    n_threads = n_cores()
    plan = LoadPlan(path, n_threads=n_threads)

    def read_a_prompt(engine: Engine, number: int) -> tuple[int, int, float]:
        """Return how many tokens were there already, how many were read, and how many a second."""
        end = engine.ask(user(story(PROMPT_WORDS, f"Harbour {number}.")), 1).end
        n_read = end.usage.prompt_tokens - end.usage.reused_tokens
        return end.usage.reused_tokens, n_read, n_read / end.timings.prompt_s

    with closing(Engine(plan)) as engine:
        depth = engine.ask(user(story(DECODE_WORDS)), 8).end.usage.prompt_tokens
        read_a_prompt(engine, 1)
        n_there, n_prompt, _ = read_a_prompt(engine, 2)

    def decode_rate() -> float:
        with closing(Engine(plan)) as new:
            new.ask(user(story(DECODE_WORDS)), 2)
            return new.decode_rate(story(DECODE_WORDS), N_TOKENS)

    decode = compare(
        decode_rate,
        lambda: native_rate(path, n_gen=N_TOKENS, depth=depth, n_threads=n_threads),
        rounds(ROUNDS_DECODE),
    )

    like = compare(
        decode_rate,
        lambda: native_rate(path, n_gen=N_TOKENS, depth=depth, n_threads=n_threads, has_large_pages=True),
        rounds(ROUNDS_LIKE),
    )

    def prompt_rate() -> float:
        with closing(Engine(plan)) as new:
            read_a_prompt(new, 1)
            return read_a_prompt(new, 2)[-1]

    prompt = compare(
        prompt_rate,
        lambda: native_rate(path, n_prompt=n_prompt, depth=n_there, n_threads=n_threads),
        rounds(ROUNDS_PROMPT),
    )
    return {
        "decode_over_llama_bench": ratio(*decode),
        "decode_over_llama_bench_min_max": spread(*decode),
        "decode_tokens_per_second": statistics.median(decode[0]),
        "llama_bench_decode_tokens_per_second": statistics.median(decode[1]),
        "decode_over_llama_bench_in_large_pages": ratio(*like),
        "decode_over_llama_bench_in_large_pages_min_max": spread(*like),
        "decode_depth_tokens": depth,
        "prompt_over_llama_bench": ratio(*prompt),
        "prompt_over_llama_bench_min_max": spread(*prompt),
        "prompt_tokens_per_second": statistics.median(prompt[0]),
        "llama_bench_prompt_tokens_per_second": statistics.median(prompt[1]),
        "prompt_depth_tokens": n_there,
        "prompt_tokens": n_prompt,
        "n_threads": n_threads,
    }


def on_a_busy_machine(path: Path) -> dict[str, Any]:
    """Compare the engine as it is with one that waits as llama.cpp does by default, on all cores."""
    text = story(60)
    ours = Engine(LoadPlan(path))
    default = Engine(LoadPlan(path, n_threads=n_cores()), run_child_with_default_waiting)
    ours.ask(user(text), 8), default.ask(user(text), 8)
    with busy_machine(N_BUSY):
        # Free cores are counted over two seconds: let both pass them.
        ours.decode_rate(text, N_TOKENS_BUSY), default.decode_rate(text, N_TOKENS_BUSY)
        rates = compare(
            lambda: ours.decode_rate(text, N_TOKENS_BUSY),
            lambda: default.decode_rate(text, N_TOKENS_BUSY),
            rounds(ROUNDS_BUSY),
        )
    ours.close()
    default.close()
    return {
        "busy_decode_over_default_waiting": ratio(*rates),
        "busy_decode_over_default_waiting_min_max": spread(*rates),
        "busy_decode_tokens_per_second": statistics.median(rates[0]),
        "busy_n_processes": N_BUSY,
    }


def bare_loop(path: str, text: str, out: Connection) -> None:
    """Do in this process what an answer needs and nothing else; send the resident memory in bytes."""
    model = llama_cpp.llama_model_load_from_file(path.encode(), llama_cpp.llama_model_default_params())
    params = llama_cpp.llama_context_default_params()
    params.n_ctx, params.n_batch, params.n_ubatch = DEFAULT_N_CTX, N_BATCH, N_BATCH
    params.n_threads = params.n_threads_batch = n_cores()
    params.flash_attn_type, params.swa_full = 1, True
    context = llama_cpp.llama_init_from_model(model, params)
    vocab = llama_cpp.llama_model_get_vocab(model)
    n_vocab = llama_cpp.llama_vocab_n_tokens(vocab)
    data = text.encode()
    tokens = (llama_cpp.llama_token * len(data))()
    n_tokens = llama_cpp.llama_tokenize(vocab, data, len(data), tokens, len(data), True, False)
    chain = llama_cpp.llama_sampler_chain_init(llama_cpp.llama_sampler_chain_default_params())
    settings = Settings().sampling
    for sampler in (
        llama_cpp.llama_sampler_init_top_k(settings.top_k),
        llama_cpp.llama_sampler_init_penalties(n_vocab, settings.repeat_last_n, settings.repeat_penalty, 0.0, 0.0),
        llama_cpp.llama_sampler_init_top_p(settings.top_p, 1),
        llama_cpp.llama_sampler_init_min_p(settings.min_p, 1),
        llama_cpp.llama_sampler_init_temp(settings.temperature),
        llama_cpp.llama_sampler_init_dist(7),
    ):
        llama_cpp.llama_sampler_chain_add(chain, sampler)
    for start in range(0, n_tokens, N_BATCH):
        piece = (llama_cpp.llama_token * min(N_BATCH, n_tokens - start))(
            *tokens[start : min(start + N_BATCH, n_tokens)]
        )
        llama_cpp.llama_decode(context, llama_cpp.llama_batch_get_one(piece, len(piece)))
    for _ in range(N_TOKENS):
        one = (llama_cpp.llama_token * 1)(llama_cpp.llama_sampler_sample(chain, context, -1))
        llama_cpp.llama_decode(context, llama_cpp.llama_batch_get_one(one, 1))
    out.send(psutil.Process().memory_info().rss)


def memory(path: Path) -> dict[str, Any]:
    """Compare the resident memory of the engine process with that of the bare loop, after the same work."""
    text = story(PROMPT_WORDS)
    engine = Engine(LoadPlan(path, n_threads=n_cores()))
    engine.decode_rate(text, N_TOKENS)
    ours = psutil.Process(engine.supervisor.process_id).memory_info().rss
    engine.close()
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=bare_loop, args=(str(path), text, there))
    process.start()
    bare = here.recv()
    process.join()
    return {
        "rss_over_bare_loop_mb": (ours - bare) / 1e6,
        "engine_rss_mb": ours / 1e6,
        "bare_loop_rss_mb": bare / 1e6,
    }


def measure(path: Path) -> dict[str, Any]:
    native = against_llama_bench(path) if has_llama_bench() else {"llama_bench": "not built: `make bench` does it"}
    return {**native, **memory(path), **on_a_busy_machine(path)}


def main() -> None:
    print(json.dumps({"smol": measure(models.starter_path()), "gemma": measure(models.gemma_path())}, indent=2))


if __name__ == "__main__":
    main()
