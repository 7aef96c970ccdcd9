# SPDX-License-Identifier: Apache-2.0
# ruff: noqa: E402  libgomp reads how to wait when it is loaded
"""Tokens read ahead: how much quicker a text is copied, and that free text is not written slower.

The engine's loop runs in this process, with and without in turn, A B B A, on the same model in memory. "first_copy" is the first
answer of a model that was just loaded, in which all is learned. Free text is the same each time, and does not repeat itself: answers
that are drawn anew differ more among each other than with and without. Ratios are of neighbours.
"""

import json
import statistics
from functools import partial
from pathlib import Path
from typing import Any

from leeward.engine.child.waiting import choose_waiting

choose_waiting()  # as the engine process does

from helpers import models
from helpers.bench import compare, ratio, rounds, spread, user
from leeward.domain.generation import GenerationRequest, Sampling
from leeward.domain.ids import GenerationId
from leeward.domain.model_info import LoadPlan
from leeward.engine.child.cores import n_cores
from leeward.engine.child.llama import Llama, NativeLog
from leeward.engine.child.sequences import Slot
from leeward.engine.child.speculation import Payoff
from leeward.engine.child.templates import choose_template
from leeward.engine.protocol import Finished

ROUNDS = 7
N_TOKENS = 144
MAX_TRIES = 5  # an answer may end at once
GREEDY = Sampling(temperature=0, repeat_penalty=1)
FREELY = Sampling(temperature=0, repeat_penalty=1.3, repeat_last_n=256)
TEXT = (
    "The harbour lies at the end of a long and narrow bay. In winter the wind comes from the west, and the ships wait for days "
    "behind the mole. Old Marten counts them every morning: seven cutters, three brigs and a whaler with a broken mast. His "
    "daughter Ilse sells smoked eel to the crews, and on Sundays she reads them letters from home, because most of them cannot "
    "read. When the ice breaks in March, the church bell rings twice, and the whole town comes down to the water to see them off."
)
COPY = f"Repeat this text word by word, without any change:\n\n{TEXT}\n\n{TEXT}"
FREE = "Write a very long and detailed story about a village in the mountains, its people and its seasons."


class Writer:
    """One model in this process."""

    def __init__(self, path: Path) -> None:
        self._llama = Llama(LoadPlan(path), NativeLog(lambda _level, _text: None), lambda _fraction: True)
        choice = choose_template(
            self._llama.chat_template, self._llama.template_facts, self._llama, wanted=None, reference=None
        )
        self._slot = Slot(self._llama, choice.template, "bench")
        self._payoff = Payoff()
        self.drafted: list[float] = []  # share of the tokens of an answer

    def write(self, prompt: str, sampling: Sampling, *, is_ahead: bool) -> float:
        """Return tokens per second."""
        end = self._ask(prompt, sampling, is_ahead=is_ahead)
        for _ in range(MAX_TRIES):
            if end.usage.completion_tokens > N_TOKENS // 3:
                break
            end = self._ask(prompt, sampling, is_ahead=is_ahead)
        if is_ahead:
            self.drafted.append(end.timings.drafted_tokens / max(1, end.usage.completion_tokens))
        return end.timings.decode_tokens_per_second

    def _ask(self, prompt: str, sampling: Sampling, *, is_ahead: bool) -> Finished:
        events: list[Any] = []
        self._slot.payoff = self._payoff if is_ahead else None
        request = GenerationRequest(GenerationId("a"), user(prompt), sampling, N_TOKENS)
        self._slot.generate(request, n_cores, events.append, lambda: False)
        end = events[-1]
        assert isinstance(end, Finished)
        return end

    def close(self) -> None:
        self._llama.close()


def measure(path: Path) -> dict[str, Any]:
    writer = Writer(path)
    without_s = writer.write(COPY, GREEDY, is_ahead=False)
    results: dict[str, Any] = {"first_copy_over_without": writer.write(COPY, GREEDY, is_ahead=True) / without_s}
    for name, prompt, sampling in (("free", FREE, FREELY), ("copy", COPY, GREEDY)):
        writer.drafted.clear()
        pairs = compare(
            partial(writer.write, prompt, sampling, is_ahead=True),
            partial(writer.write, prompt, sampling, is_ahead=False),
            rounds(ROUNDS),
        )
        results |= {
            f"{name}_over_without": ratio(*pairs),
            f"{name}_over_without_min_max": spread(*pairs),
            f"{name}_tokens_per_s": statistics.median(pairs[0]),
            f"{name}_drafted_per_token": statistics.median(writer.drafted),
        }
    writer.close()
    return results


def main() -> None:
    print(json.dumps({"smol": measure(models.starter_path()), "gemma": measure(models.gemma_path())}))


if __name__ == "__main__":
    main()
