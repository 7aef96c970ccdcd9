# SPDX-License-Identifier: Apache-2.0
"""A chat of 3,000 tokens that is opened again after a restart: how soon its next word comes, against reading it all.

What was kept of it comes back from disk when it is opened; the model is loaded before. Also whether an answer stutters while
another chat is kept, and whether five chats of 2,000 tokens in one session read anything again. The page cache is warm.
"""

import itertools
import json
import shutil
import statistics
import tempfile
import time
from pathlib import Path
from typing import Any

from helpers import models
from helpers.bench import Engine, ratio, rounds, spread, story
from leeward.domain.generation import ChatMessage, GenerationRequest, Role, Sampling
from leeward.domain.ids import GenerationId
from leeward.domain.kv import KvStore
from leeward.domain.model_info import LoadPlan
from leeward.engine.child.choice import SEND_INTERVAL_S
from leeward.engine.child.cores import n_cores
from leeward.engine.protocol import Finished, GenerationFailed, TextAppended

ROUNDS = 5
N_CTX = 4096
TYPING_S = 1.0
GREEDY = Sampling(temperature=0)
EXACT = Sampling(temperature=0, seed=1)
"""The same words each time: without a seed tokens are read ahead where it pays just then, which changes last digits."""


class Chats:
    """An engine that keeps what it reads, and the chats that are held with it."""

    def __init__(self, path: Path, folder: Path) -> None:
        self._plan = LoadPlan(path, n_ctx=N_CTX, n_threads=n_cores())
        self._folder = folder
        self._n = 0
        self.engine = self.start()

    def start(self) -> Engine:
        self.engine = Engine(self._plan, kept=lambda: KvStore(self._folder))
        return self.engine

    def restart_with(self, file: Path, as_kept: Path) -> None:
        """Open a chat in a new engine, that finds of it what was kept then."""
        self.engine.close()
        shutil.copyfile(as_kept, file)
        self.start()
        self.engine.supervisor.recall("c")

    def ask(self, name: str, messages: list[ChatMessage], n_tokens: int = 16) -> tuple[str, Finished, float]:
        """Return the answer, its end and the seconds to the first text."""
        return self.frames(name, messages, n_tokens)[:3]

    def exact(self, name: str, messages: list[ChatMessage]) -> str:
        return self.frames(name, messages, sampling=EXACT)[0]

    def frames(
        self, name: str, messages: list[ChatMessage], n_tokens: int = 64, sampling: Sampling = GREEDY
    ) -> tuple[str, Finished, float, list[float]]:
        """The same, and when each piece of text came."""
        self._n += 1
        request = GenerationRequest(GenerationId(f"k{self._n}"), tuple(messages), sampling, n_tokens, keep_as=name)
        began, times, text = time.perf_counter(), [], ""
        self.engine.supervisor.generate(request)
        while True:
            match self.engine.supervisor.next_event(10.0):
                case TextAppended(text=more):
                    times.append(time.perf_counter() - began)
                    text += more
                case Finished() as end:
                    return text, end, times[0] if times else 0.0, times
                case GenerationFailed(error=error):
                    raise error
                case _:
                    pass

    def read_ahead(self, name: str, messages: list[ChatMessage]) -> None:
        """Let what is being written be read, as the window does where the user pauses."""
        self._n += 1
        request = GenerationRequest(GenerationId(f"k{self._n}"), tuple(messages), GREEDY, is_ahead=True, keep_as=name)
        self.engine.supervisor.generate(request)
        self.engine.until(Finished)

    def rest(self, seconds: float) -> None:
        """Take what comes from the engine for so long."""
        end_s = time.monotonic() + seconds
        while time.monotonic() < end_s:
            self.engine.supervisor.next_event(0.05)

    def turn(self, name: str, messages: list[ChatMessage], question: str) -> tuple[str, Finished, float]:
        """Ask one more question; the answer is added."""
        messages.append(ChatMessage(Role.USER, question))
        answer = self.ask(name, messages)
        messages.append(ChatMessage(Role.ASSISTANT, answer[0]))
        return answer

    def wait_until_kept(self, name: str, before: float) -> None:
        """Until its file is newer than `before`."""
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline:
            files = list(self._folder.glob(f"{name}.*"))
            if files and files[0].suffix == ".kv" and files[0].stat().st_mtime > before:
                return
            time.sleep(0.05)
        raise RuntimeError("nothing was kept")


def reopened(path: Path) -> dict[str, Any]:
    """A chat that was read cold and is opened after a restart: its last answer, asked for again; and one more question, in
    three ways: as it is written in the window, where it is read ahead; without that; and at once. Each time, and once more with
    a seed, whether the greedy answer is the same word for word as before the restart.
    """
    cold: list[float] = []
    first_s: dict[str, list[float]] = {name: [] for name in ("again", "written", "unread", "at_once")}
    n_read: dict[str, list[int]] = {name: [] for name in first_s}
    is_same: dict[str, list[bool]] = {name: [] for name in first_s}
    n_same_with_seed = 0
    for number in range(rounds(ROUNDS)):
        with tempfile.TemporaryDirectory() as folder:
            chats = Chats(path, Path(folder))
            before = time.time()
            question = [ChatMessage(Role.USER, story(2900, f"Chat {number}."))]
            answer, _, seconds = chats.ask("c", question)
            cold.append(seconds)
            chats.wait_until_kept("c", before)
            (file,) = Path(folder).glob("c.*")
            as_kept = file.with_name("as-kept")
            shutil.copyfile(file, as_kept)
            more = [*question, ChatMessage(Role.ASSISTANT, answer), ChatMessage(Role.USER, "Go on.")]
            # In this order: what was asked before is not read again as a whole, but only its last token, with other last digits.
            same = {"more": chats.ask("c", more)[0], "again": chats.ask("c", question)[0]}
            with_seed = chats.exact("c", more)
            for name, times in first_s.items():
                chats.restart_with(file, as_kept)
                if name != "at_once":
                    chats.rest(TYPING_S)
                if name == "written":
                    chats.read_ahead("c", more)
                text, end, seconds = chats.ask("c", question if name == "again" else more)
                times.append(seconds)
                n_read[name].append(end.usage.prompt_tokens - end.usage.reused_tokens)
                is_same[name].append(text == same.get(name, same["more"]))
            chats.restart_with(file, as_kept)
            n_same_with_seed += chats.exact("c", more) == with_seed
            chats.engine.close()
    told = {"cold_first_word_s": statistics.median(cold), "same_continuation_with_seed": n_same_with_seed / len(cold)}
    return told | {
        name: {
            "first_word_s": statistics.median(seconds),
            "over_cold": ratio(seconds, cold),
            "over_cold_min_max": spread(seconds, cold),
            "tokens_read": statistics.median(n_read[name]),
            "same_continuation": sum(is_same[name]) / len(cold),
        }
        for name, seconds in first_s.items()
    }


def switching(path: Path) -> dict[str, Any]:
    """Five chats of about 2,000 tokens, two rounds of a question each: what is read of the second round."""
    with tempfile.TemporaryDirectory() as folder:
        chats = Chats(path, Path(folder))
        messages: list[list[ChatMessage]] = [[] for _ in range(5)]
        for number, each in enumerate(messages):
            chats.turn(f"c{number}", each, story(1900, f"Chat {number}."))
        again, seconds = [], []
        for number, each in enumerate(messages):
            n_before = len(each)
            _, end, first_s = chats.turn(f"c{number}", each, "Go on.")
            new = sum(len(message.content.split()) for message in each[n_before:-1])
            again.append(end.usage.prompt_tokens - end.usage.reused_tokens - new)
            seconds.append(first_s)
        chats.engine.close()
    return {"tokens_beside_the_question": statistics.median(again), "first_word_s": statistics.median(seconds)}


def saving(path: Path) -> dict[str, Any]:
    """Another chat answers while one of about 3,000 tokens is written: how often text that was due did not come, against the same
    answer when nothing is written."""
    late, late_alone, held_up_s = [], [], []
    for number in range(rounds(ROUNDS)):
        with tempfile.TemporaryDirectory() as folder:
            chats = Chats(path, Path(folder))
            chats.turn("c", [], story(2900, f"Chat {number}."))
            *_, first_s, times = chats.frames("other", asked(f"{number} a"))
            if not list(Path(folder).glob("c.*")):
                raise RuntimeError("nothing was written beside the answer")
            late.append(n_late(times))
            time.sleep(2.5)
            *_, alone_s, times = chats.frames("", asked(f"{number} b"))
            late_alone.append(n_late(times))
            held_up_s.append(first_s - alone_s)
            chats.engine.close()
    return {
        "frames_late_while_saving": sum(late) / len(late),
        "frames_late_otherwise": sum(late_alone) / len(late_alone),
        "first_word_later_by_s": statistics.median(held_up_s),
    }


def asked(first: str) -> list[ChatMessage]:
    return [ChatMessage(Role.USER, f"{first}. Tell a long story about a town by the sea.")]


def n_late(times: list[float]) -> int:
    """Return how often text could have come between two that came."""
    return sum(max(0, round((after - before) / SEND_INTERVAL_S) - 1) for before, after in itertools.pairwise(times))


def main() -> None:
    results: dict[str, Any] = {}
    for name, path in {"smol": models.starter_path(), "gemma": models.gemma_path()}.items():
        results[name] = {
            "reopened": reopened(path),
            "switching": switching(path),
            "saving": saving(path),
        }
    print(json.dumps(results))


if __name__ == "__main__":
    main()
