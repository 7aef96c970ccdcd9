# SPDX-License-Identifier: Apache-2.0
"""How near the foretold time of the first word is, over prompts of several kinds.

The machine is measured and the model answers a few prompts, as in the window; then a mixed set follows in random order: fresh
prompts and such that go on with what was read, short and long. Each is counted and foretold before it is asked, as the
composer does it; every answer teaches. `measured_only`: the same by the measured machine alone, before any answer.
"""

import json
import random
import statistics
import tempfile
from pathlib import Path
from typing import Any

from helpers import models
from helpers.bench import Engine, rounds, story
from leeward.bridge.first_word import MAX_MODELS, FirstWord
from leeward.chat.context import TEMPLATE_TOKENS
from leeward.domain.generation import ChatMessage, Role, Sampling
from leeward.domain.ids import QueryId
from leeward.domain.machine_profile import Reading
from leeward.domain.model_info import LoadPlan
from leeward.domain.queries import TokenizeText
from leeward.engine.child.cores import n_cores
from leeward.engine.protocol import EngineEvent, EngineStarted, Finished, ModelLoaded, QueryAnswered
from leeward.engine.supervisor import Supervisor
from leeward.library.machine_profile import calibrate
from leeward.library.model_check import check_model_file
from leeward.storage.machine_profile import MachineProfileFile
from leeward.storage.measured_for import KeyedFile

FRESH_WORDS = (12, 40, 120, 300, 600, 1100)
CONTINUED_WORDS = (15, 30, 60, 90, 150, 350)
TEACHING_WORDS = ((25, False), (300, False), (60, True), (700, False), (20, True))
ROUNDS = 2
N_CTX = 4096
ANSWER_TOKENS = 12
GREEDY = Sampling(temperature=0)


class _Watched(Engine):
    """Keeps what the engine said of itself."""

    started: EngineStarted
    loaded: ModelLoaded

    def _next_event(self) -> EngineEvent | None:
        event = super()._next_event()
        if isinstance(event, EngineStarted):
            self.started = event
        elif isinstance(event, ModelLoaded):
            self.loaded = event
        return event

    def n_tokens(self, text: str) -> int:
        self.supervisor.ask(TokenizeText(QueryId("n"), text))
        return len(self.until(QueryAnswered).answer.ids)


class _Chat:
    """A chat whose answers are foretold."""

    def __init__(self, path: Path, folder: Path) -> None:
        profiles = MachineProfileFile(folder / "machine.json")
        engine = Supervisor()
        measured = calibrate(engine, path, n_cores())
        engine.close()
        if measured is not None:
            profiles.add(measured)
        self.engine = _Watched(LoadPlan(path, n_ctx=N_CTX))
        self.first_word = FirstWord(KeyedFile(folder / "readings.json", tuple[Reading, ...], MAX_MODELS), profiles)
        started = self.engine.started
        info = check_model_file(path)
        self.first_word.begin(self.engine.loaded.model, info, started.engine, started.devices, n_cores())
        self._messages: list[ChatMessage] = []
        self._n_cached = self._n_asked = 0

    def ask(self, n_words: int, *, is_continued: bool) -> tuple[float | None, Finished]:
        """Return the foretold seconds, and how it ended."""
        self._n_asked += 1
        text = story(n_words, f"{self._n_asked} is what we begin with:")
        if not is_continued:
            self._messages, self._n_cached = [], 0
        n_new = self.engine.n_tokens(text) + TEMPLATE_TOKENS
        foretold_s = self.first_word.seconds(n_new, self._n_cached)
        self._messages.append(ChatMessage(Role.USER, text))
        reply = self.engine.ask(tuple(self._messages), ANSWER_TOKENS, GREEDY)
        self._messages.append(ChatMessage(Role.ASSISTANT, reply.text))
        self._n_cached = reply.end.usage.prompt_tokens + reply.end.usage.completion_tokens
        self.first_word.learn(reply.end)
        return foretold_s, reply.end


def measure(path: Path) -> dict[str, Any]:
    chance = random.Random(1)
    asked = [(n, False) for n in FRESH_WORDS] + [(n, True) for n in CONTINUED_WORDS]
    with tempfile.TemporaryDirectory() as folder:
        chat = _Chat(path, Path(folder))
        before = [_off(chat, 400, is_continued=False)]
        for n_words, is_continued in TEACHING_WORDS:
            chat.ask(n_words, is_continued=is_continued)
        off: dict[bool, list[float]] = {False: [], True: []}
        for _ in range(rounds(ROUNDS)):
            for n_words, is_continued in chance.sample(asked, len(asked)):
                off[is_continued].append(_off(chat, n_words, is_continued=is_continued))
        chat.engine.close()
    every = off[False] + off[True]
    return {
        "n_prompts": len(every),
        "off_median": statistics.median(every),
        "off_median_fresh": statistics.median(off[False]),
        "off_median_continued": statistics.median(off[True]),
        "off_worst": max(every),
        "off_measured_only": before[0],
    }


def _off(chat: _Chat, n_words: int, *, is_continued: bool) -> float:
    """Return how far off the foretold time is, as a share of what it took; 1 where nothing was foretold."""
    foretold_s, end = chat.ask(n_words, is_continued=is_continued)
    return 1.0 if foretold_s is None else abs(foretold_s - end.timings.first_token_s) / end.timings.first_token_s


def main() -> None:
    print(json.dumps({"smol": measure(models.starter_path()), "gemma": measure(models.gemma_path())}, indent=2))


if __name__ == "__main__":
    main()
