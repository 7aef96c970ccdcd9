# SPDX-License-Identifier: Apache-2.0
"""Several answers at once: what four bring together against one alone, and what the window keeps beside three others.

All ratios are of neighbours in one run. "front" is the answer in the window, the three beside it are in the background.
"""

import json
import statistics
import time
from pathlib import Path
from typing import Any

from helpers import models
from helpers.bench import Engine, ratio, rounds, spread
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

    def ask(self, n_front: int, n_back: int = 0) -> list[tuple[bool, float, float, int]]:
        """Return of each answer whether it was in front, when its first and last text came, and its tokens between."""
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
        return [
            (kinds[each], came[0][0], came[-1][0], came[-1][1] - came[0][1]) for each, came in texts.items() if came
        ]

    def total_rate(self, n: int) -> float:
        """Return tokens per second of all, while all were written."""
        answers = self.ask(n)
        return sum(each[3] for each in answers) / (max(each[2] for each in answers) - min(each[1] for each in answers))

    def front_rate(self, n_back: int) -> float:
        (answer,) = [each for each in self.ask(1, n_back) if each[0]]
        return answer[3] / (answer[2] - answer[1])


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
    }


def main() -> None:
    print(json.dumps({"smol": measure(models.starter_path()), "gemma": measure(models.gemma_path())}))


if __name__ == "__main__":
    main()
