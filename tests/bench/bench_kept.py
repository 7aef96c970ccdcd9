# SPDX-License-Identifier: Apache-2.0
"""A chat of 3,000 tokens that is opened again after a restart: how soon its next word comes, against reading it all.

The first word comes when the chat is brought back from disk, which begins when it is opened, and the last tokens of the question
are read; asked a second after that, and at once. The model is loaded before. Also whether an answer stutters while another chat is kept, and whether five chats of 2,000 tokens
in one session read anything again. The page cache is warm.
"""

import itertools
import json
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
from leeward.engine.child.cores import n_cores
from leeward.engine.protocol import Finished, GenerationFailed, TextAppended

ROUNDS = 5
N_CTX = 4096
FRAME_S = 0.033
GREEDY = Sampling(temperature=0)


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

    def ask(self, name: str, messages: list[ChatMessage], n_tokens: int = 16) -> tuple[str, Finished, float]:
        """Return the answer, its end and the seconds to the first text."""
        return self.frames(name, messages, n_tokens)[:3]

    def frames(
        self, name: str, messages: list[ChatMessage], n_tokens: int = 64
    ) -> tuple[str, Finished, float, list[float]]:
        """The same, and when each piece of text came."""
        self._n += 1
        request = GenerationRequest(GenerationId(f"k{self._n}"), tuple(messages), GREEDY, n_tokens, keep_as=name)
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


def reopened(path: Path, after_s: float) -> dict[str, Any]:
    """A question so long after the chat was opened: as soon as it is there, what was kept comes back."""
    cold, restored, is_same, read = [], [], [], []
    for number in range(rounds(ROUNDS)):
        with tempfile.TemporaryDirectory() as folder:
            chats = Chats(path, Path(folder))
            messages: list[ChatMessage] = []
            before = time.time()
            _, _, first_s = chats.turn("c", messages, story(2900, f"Chat {number}."))
            cold.append(first_s)
            chats.wait_until_kept("c", before)
            (file,) = Path(folder).glob("c.*")
            as_kept = file.rename(file.with_name("as-kept"))
            asked = [*messages, ChatMessage(Role.USER, "Go on.")]
            plain, *_ = chats.ask("c", asked)
            chats.engine.close()
            as_kept.replace(file)
            chats.start()
            chats.engine.supervisor.recall("c")
            end_s = time.monotonic() + after_s
            while time.monotonic() < end_s:
                chats.engine.supervisor.next_event(0.05)
            text, end, first_s = chats.ask("c", asked)
            restored.append(first_s)
            is_same.append(text == plain)
            read.append(end.usage.prompt_tokens - end.usage.reused_tokens)
            chats.engine.close()
    return {
        "cold_first_word_s": statistics.median(cold),
        "reopened_first_word_s": statistics.median(restored),
        "reopened_over_cold": ratio(restored, cold),
        "reopened_over_cold_min_max": spread(restored, cold),
        "tokens_read_after_reopening": statistics.median(read),
        "same_continuation": sum(is_same) / len(is_same),
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
    """Another chat answers while one of about 3,000 tokens is written: how often a frame of 33 ms brings no text, against the same
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
    """Return how many frames there would have been between two that came."""
    return sum(max(0, round((after - before) / FRAME_S) - 1) for before, after in itertools.pairwise(times))


def main() -> None:
    results: dict[str, Any] = {}
    for name, path in {"smol": models.starter_path(), "gemma": models.gemma_path()}.items():
        results[name] = {
            "reopened": reopened(path, 1.0),
            "reopened_and_asked_at_once": reopened(path, 0.0),
            "switching": switching(path),
            "saving": saving(path),
        }
    print(json.dumps(results))


if __name__ == "__main__":
    main()
