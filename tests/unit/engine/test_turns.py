# SPDX-License-Identifier: Apache-2.0
"""Who has to wait for the inference thread gets a turn, and what ends that thread is said in words that the parent knows."""

import multiprocessing
import subprocess
import sys

import pytest

from helpers.tiny_gguf import write_tiny_gguf
from leeward.domain.generation import ChatMessage, GenerationRequest, Role, Sampling
from leeward.domain.ids import GenerationId
from leeward.domain.model_info import LoadPlan
from leeward.engine import frames
from leeward.engine.child.llama import NativeLog
from leeward.engine.child.main import EngineProcess
from leeward.engine.out_of_memory import is_want_of_memory


@pytest.fixture
def engine(tmp_path):
    """The inference thread's work, step by step on the thread of the test."""
    ours, theirs = multiprocessing.Pipe()
    made = EngineProcess(theirs)
    made._log = NativeLog(lambda _level, _text: None)
    path = write_tiny_gguf(tmp_path / "tiny.gguf")
    made._take(frames.Load(LoadPlan(path, n_threads=1), None))
    made._work_once()
    yield made
    made._unload()
    ours.close()
    theirs.close()


def request(name, **options):
    options = {"sampling": Sampling(temperature=0), "max_tokens": 6, **options}
    return GenerationRequest(GenerationId(name), (ChatMessage(Role.USER, f"{name} boat"),), **options)


LATER = ("later 0", "later 1", "later 2")


def test_who_waits_is_not_overtaken(engine, monkeypatch):
    ended = []
    on_over, llama = engine._on_over, engine._model.llama
    # There is always one that could begin beside the first.
    arriving = [request("exact", sampling=Sampling(temperature=0, seed=1)), *map(request, LATER)]

    def while_more_arrive(decode):
        def decode_and_take(*args):
            read = decode(*args)
            if arriving:
                assert not ended
                engine._take(frames.Generate(arriving.pop(0)))
            return read

        return decode_and_take

    monkeypatch.setattr(engine, "_on_over", lambda answer: (ended.append(answer.request.id), on_over(answer)))
    for name in ("decode", "decode_one"):
        monkeypatch.setattr(llama, name, while_more_arrive(getattr(llama, name)))
    engine._take(frames.Generate(request("first", max_tokens=40)))
    for _ in range(200):
        if len(ended) == 5:
            break
        engine._work_once()
    assert ended[:2] == ["first", "exact"]
    assert set(ended[2:]) == set(LATER)


def test_a_lone_answer_goes_on_within_a_step(engine):
    # With a seed nothing is read ahead: each token takes a decode of its own.
    engine._take(frames.Generate(request("first", sampling=Sampling(temperature=0, seed=1), max_tokens=12)))
    engine._take_work(engine._next_work(is_idle=False))
    engine._begin_generations()
    assert [answer.request.id for answer in engine._model.batch.step()] == ["first"]


OUT_OF_MEMORY = """
from types import SimpleNamespace
from leeward.engine.child.main import EngineProcess
def step():
    raise MemoryError("std::bad_alloc")
engine = EngineProcess(None)
abort = SimpleNamespace(set=lambda is_set: None)
batch = SimpleNamespace(running=[1], step=step)
engine._model = SimpleNamespace(batch=batch, llama=SimpleNamespace(abort=abort))
engine.{how}()
print("went on")
"""


@pytest.mark.parametrize("how", ["_work_once", "_end_all"])
def test_a_step_without_memory_ends_the_process_with_words_for_it(how):
    code = OUT_OF_MEMORY.replace("{how}", how)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 1, done.stderr
    assert is_want_of_memory(done.stderr)
    assert "Traceback" not in done.stderr
    assert "went on" not in done.stdout
