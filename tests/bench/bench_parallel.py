# SPDX-License-Identifier: Apache-2.0
"""Several answers at once: what four bring together against one alone, and what the window keeps beside three others.

All ratios are of neighbours in one run. "front" is the answer in the window, the three beside it are in the background. The server
of llama.cpp, with four slots, is measured where bench_peers.py has installed xllamacpp.
"""

import itertools
import json
import statistics
import time
from pathlib import Path
from typing import Any

import numpy as np
from bench_peers import FOLDER, HERE, Peer, PeerError

from helpers import models
from helpers.bench import Engine, compare, ratio, rounds, spread
from leeward.domain.generation import ChatMessage, GenerationRequest, Role, Sampling
from leeward.domain.ids import GenerationId
from leeward.domain.model_info import LoadPlan
from leeward.engine.child.cores import n_cores
from leeward.engine.protocol import Finished, GenerationFailed, TextAppended

ROUNDS = 7
N_TOKENS = 96
SAMPLING = Sampling(temperature=1.0)
PROMPT = (
    "{number}. Write a very long and detailed story about a town by the sea, its harbour, its storms and its festivals."
)


class Together:
    """Answers that are asked for at the same time."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._n = 0

    def ask(self, n_front: int, n_back: int = 0) -> list[tuple[bool, "Arrived"]]:
        """Return of each answer whether it was in front, and when its text came."""
        kinds = {}
        for number in range(n_front + n_back):
            self._n += 1
            request = GenerationRequest(
                GenerationId(f"p{self._n}"),
                (ChatMessage(Role.USER, PROMPT.format(number=self._n)),),
                SAMPLING,
                N_TOKENS if number < n_front else 400,
                is_background=number >= n_front,
            )
            kinds[request.id] = number < n_front
            self._engine.supervisor.generate(request)
        texts: dict[str, list[tuple[float, int]]] = {each: [] for each in kinds}
        left = set(kinds)
        while left:
            match self._engine.supervisor.next_event(5.0):
                case TextAppended(id=request_id, n_tokens=n_tokens):
                    texts[request_id].append((time.perf_counter(), n_tokens))
                case Finished(id=request_id):
                    left.discard(request_id)
                    if not any(kinds[each] for each in left):  # the window has its answer
                        for each in left:
                            self._engine.supervisor.cancel(each)
                case GenerationFailed(error=error):
                    raise error
                case _:
                    pass
        return [(kinds[each], came) for each, came in texts.items() if came]

    def total_rate(self, n: int) -> float:
        return total_rate([came for _, came in self.ask(n)])

    def front_rate(self, n_back: int) -> float:
        return total_rate([came for is_front, came in self.ask(1, n_back) if is_front])


Arrived = list[tuple[float, int]]
"""When so many tokens of an answer were there."""


def total_rate(answers: list[Arrived]) -> float:
    """Return tokens per second of all answers, while all are written."""
    began_s, ended_s = max(each[0][0] for each in answers), min(each[-1][0] for each in answers)
    n_tokens = 0.0
    for each in answers:
        times, counts = zip(*each, strict=True)
        n_tokens += np.interp(ended_s, times, counts) - np.interp(began_s, times, counts)
    return float(n_tokens) / (ended_s - began_s)


def against_server(path: Path) -> dict[str, Any]:
    """Four answers at once, here and by llama.cpp's server."""
    program = FOLDER / "xllamacpp" / "bin" / "python"
    if not program.exists():
        return {"llama_server": "not installed: bench_peers.py --install does it"}
    server = Peer([str(program), str(HERE / "peers" / "xllamacpp_slots.py"), str(path), str(n_cores())], None)
    engine = Engine(LoadPlan(path, n_ctx=4 * 2048, n_threads=n_cores()))
    together = Together(engine)
    numbers = itertools.count(1)

    def served() -> float:
        texts = [PROMPT.format(number=next(numbers)) for _ in range(4)]
        return total_rate([list(zip(times, itertools.count(1))) for times in server.exchange([texts, N_TOKENS])])

    try:
        server.wait_until_ready()
        served(), together.total_rate(4)
        rates = compare(lambda: together.total_rate(4), served, rounds(ROUNDS))
    except (PeerError, BrokenPipeError) as error:
        return {"llama_server": str(error)}
    finally:
        engine.close()
        server.close()
    return {
        "four_over_llama_server": ratio(*rates),
        "four_over_llama_server_min_max": spread(*rates),
        "llama_server_tokens_per_s": statistics.median(rates[1]),
    }


def measure(path: Path) -> dict[str, Any]:
    engine = Engine(LoadPlan(path, n_threads=n_cores()))
    together = Together(engine)
    together.total_rate(2)
    one, four, front, beside = [], [], [], []
    for _ in range(rounds(ROUNDS)):
        one.append(together.total_rate(1))
        four.append(together.total_rate(4))
        front.append(together.front_rate(0))
        beside.append(together.front_rate(3))
    engine.close()
    return {
        "four_over_one": ratio(four, one),
        "four_over_one_min_max": spread(four, one),
        "front_beside_three_over_alone": ratio(beside, front),
        "front_beside_three_over_alone_min_max": spread(beside, front),
        "one_tokens_per_s": statistics.median(one),
        "four_tokens_per_s": statistics.median(four),
        **against_server(path),
    }


def main() -> None:
    print(json.dumps({"smol": measure(models.starter_path()), "gemma": measure(models.gemma_path())}))


if __name__ == "__main__":
    main()
