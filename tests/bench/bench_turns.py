# SPDX-License-Identifier: Apache-2.0
"""What the cache saves in a long chat, and how soon a Stop acts: in a load, in a prompt, in an answer.

Ten turns with real answers grow to about 2,600 tokens. The tenth is asked with the nine before it in the cache and, in turn,
with an empty one: of each, the seconds to the first token.
"""

import json
import random
import statistics
import time
from pathlib import Path
from typing import Any

from helpers import models
from helpers.bench import Engine, ratio, rounds, spread, story, user
from leeward.domain.generation import ChatMessage, Role, Sampling
from leeward.domain.model_info import LoadPlan
from leeward.engine.child.cores import n_cores
from leeward.engine.protocol import Finished, LoadFailed, LoadProgress, ModelLoaded, PromptProgress, TextAppended

ROUNDS = 7
N_STOPS = 15
TURNS = 10
WORDS_A_TURN = 105
ANSWER_TOKENS = 130
GREEDY = Sampling(temperature=0, seed=1)


def conversation(engine: Engine) -> list[ChatMessage]:
    """Have the turns before the last; return them with its question."""
    messages: list[ChatMessage] = []
    for turn in range(TURNS):
        messages.append(ChatMessage(Role.USER, story(WORDS_A_TURN, f"Turn {turn}.") + " Go on with a long story."))
        if turn < TURNS - 1:
            messages.append(_answer(engine, messages))
    return messages


def _answer(engine: Engine, messages: list[ChatMessage]) -> ChatMessage:
    return ChatMessage(Role.ASSISTANT, engine.ask(tuple(messages), ANSWER_TOKENS, GREEDY).text)


def tenth_turn(path: Path) -> dict[str, Any]:
    engine = Engine(LoadPlan(path, n_threads=n_cores()))
    messages = conversation(engine)
    warm, cold, usage = [], [], None
    for _ in range(rounds(ROUNDS)):
        engine.ask(user("Something else."), 1, GREEDY)
        messages[-2] = _answer(engine, messages[:-2])  # the turns before are in the cache
        reply = engine.ask(tuple(messages), 1, GREEDY)
        warm.append(reply.end.timings.first_token_s)
        usage = reply.end.usage
        engine.ask(user("Something else."), 1, GREEDY)
        cold.append(engine.ask(tuple(messages), 1, GREEDY).end.timings.first_token_s)
    engine.close()
    return {
        "turn10_over_cold": ratio(warm, cold),
        "turn10_over_cold_min_max": spread(warm, cold),
        "turn10_s": statistics.median(warm),
        "cold_s": statistics.median(cold),
        "prompt_tokens": usage.prompt_tokens,
        "read_tokens": usage.prompt_tokens - usage.reused_tokens,
    }


def stops(path: Path) -> dict[str, Any]:
    engine, chance = Engine(LoadPlan(path)), random.Random(1)
    found = {
        "load": [_stop_load(engine, chance) for _ in range(N_STOPS)],
        "prompt": [_stop_answer(engine, PromptProgress, story(1400, f"Story {n}."), chance) for n in range(N_STOPS)],
        "answer": [_stop_answer(engine, TextAppended, f"Tell me long story {n}.", chance) for n in range(N_STOPS)],
    }
    engine.close()
    out: dict[str, Any] = {}
    for where, times in found.items():
        out |= {f"stop_ms_{where}_median": statistics.median(times), f"stop_ms_{where}_max": max(times)}
    return out


def _stop_load(engine: Engine, chance: random.Random) -> float:
    engine.supervisor.load(engine.plan)
    engine.until(LoadProgress)
    time.sleep(chance.uniform(0, 0.05))
    began = time.perf_counter()
    engine.supervisor.cancel_load()
    ended = engine.until(LoadFailed, ModelLoaded)
    took_ms = (time.perf_counter() - began) * 1000
    if isinstance(ended, LoadFailed):
        engine.supervisor.load(engine.plan)
        engine.until(ModelLoaded)
    return took_ms


def _stop_answer(
    engine: Engine, moment: type[PromptProgress | TextAppended], text: str, chance: random.Random
) -> float:
    generation = engine.begin(user(text), None, Sampling(temperature=1.5))
    engine.until(moment)
    time.sleep(chance.uniform(0, 0.2))
    began = time.perf_counter()
    engine.supervisor.cancel(generation)
    engine.until(Finished)
    return (time.perf_counter() - began) * 1000


def measure(path: Path) -> dict[str, Any]:
    return {**tenth_turn(path), **stops(path)}


def main() -> None:
    print(json.dumps({"smol": measure(models.starter_path()), "gemma": measure(models.gemma_path())}, indent=2))


if __name__ == "__main__":
    main()
