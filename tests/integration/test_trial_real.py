# SPDX-License-Identifier: Apache-2.0
"""Speed measured with real models beside a chat, whose KV cache stays as it is."""

import sys
import threading
import time

import psutil
import pytest

from helpers.tiny_bert import write_tiny_bert
from leeward.domain.errors import ModelTooLarge, ModelUnsuited
from leeward.domain.generation import ChatMessage, GenerationRequest, Role, Sampling
from leeward.domain.ids import GenerationId, QueryId
from leeward.domain.model_info import KvType, LoadPlan
from leeward.domain.queries import MeasureSpeed, SpeedMeasured, TokenizeText
from leeward.engine.child import trial
from leeward.engine.child.llama import DecodeAborted, Llama, NativeLog
from leeward.engine.child.priority import NICENESS
from leeward.engine.protocol import Finished, ModelLoaded, QueryAnswered, QueryFailed, TextAppended
from leeward.engine.supervisor import Supervisor

ID = QueryId("q")
pytestmark = pytest.mark.model


def until(engine, *kinds):
    end_s = time.monotonic() + 60
    while time.monotonic() < end_s:
        event = engine.next_event(5.0)
        if isinstance(event, kinds):
            return event
    raise AssertionError(f"none of {kinds} came")


def let_it_begin(engine):
    """What was asked is sent by whoever waits for events."""
    end_s = time.monotonic() + 0.5
    while time.monotonic() < end_s:
        assert not isinstance(engine.next_event(0.1), QueryAnswered | QueryFailed)


@pytest.fixture
def engine(starter_model):
    made = Supervisor()
    made.load(LoadPlan(starter_model, n_ctx=1024))
    until(made, ModelLoaded)
    yield made
    made.close()


def ask(engine, number, *messages):
    sampling = Sampling(temperature=0)
    engine.generate(GenerationRequest(GenerationId(str(number)), messages, sampling, max_tokens=12))
    return until(engine, Finished)


def test_the_chat_goes_on_where_it_was(engine):
    question = ChatMessage(Role.USER, "Tell me about the harbour in ten words.")
    first = ask(engine, 1, question)
    ways = ((64, True, KvType.F16), (512, False, KvType.F16), (128, True, KvType.Q8_0))
    for number, (n_ubatch, flash, kv_type) in enumerate(ways):
        query = MeasureSpeed(QueryId(f"q{number}"), 1, n_ubatch, flash, kv_type, n_prompt=70, n_decode=4)
        engine.ask(query)
        answer = until(engine, QueryAnswered).answer
        assert isinstance(answer, SpeedMeasured)
        assert answer.prompt_tokens_per_second > answer.decode_tokens_per_second > 1
    again = ask(engine, 2, question)
    assert again.usage.reused_tokens >= first.usage.prompt_tokens - 1
    assert again.usage.completion_tokens == first.usage.completion_tokens


def test_a_measurement_that_is_cancelled_ends_at_once(engine):
    engine.ask(MeasureSpeed(ID, 1, n_prompt=7000, n_decode=500))
    let_it_begin(engine)
    began = time.monotonic()
    engine.cancel(ID)
    ended = until(engine, QueryAnswered, QueryFailed)
    assert isinstance(ended, QueryFailed)
    assert ended.error is None
    assert time.monotonic() - began < 1.0
    assert ask(engine, 1, ChatMessage(Role.USER, "Hi")).usage.completion_tokens > 0


def test_whatever_else_is_asked_stops_a_measurement(engine):
    for number, other in enumerate((TokenizeText(QueryId("t"), "Hi"), None)):
        trial = QueryId(f"q{number}")
        engine.ask(MeasureSpeed(trial, 1, n_prompt=7000, n_decode=500))
        let_it_begin(engine)
        began = time.monotonic()
        if other is not None:
            engine.ask(other)
        else:
            question = (ChatMessage(Role.USER, "Hi"),)
            engine.generate(GenerationRequest(GenerationId(str(number)), question, max_tokens=2))
        ended = until(engine, QueryFailed)
        assert (ended.id, ended.error) == (trial, None)
        until(engine, QueryAnswered, TextAppended)
        assert time.monotonic() - began < 1.0


def test_who_comes_right_behind_a_measurement_does_not_wait_for_it(engine):
    began = time.monotonic()
    engine.ask(MeasureSpeed(ID, 1, n_prompt=7000, n_decode=500))
    engine.ask(TokenizeText(QueryId("t"), "Hi"))
    assert until(engine, QueryAnswered).id == "t"
    assert time.monotonic() - began < 1.0
    engine.cancel(ID)


def test_the_engine_takes_as_many_threads_as_it_is_told_without_a_load_and_after_a_restart(engine):
    question = ChatMessage(Role.USER, "Hi")
    engine.use_cores(1, is_low_priority=True)
    assert ask(engine, 1, question).receipt.n_threads == 1
    assert psutil.Process(engine.process_id).nice() >= NICENESS or sys.platform == "win32"
    engine.restart()
    until(engine, ModelLoaded)
    assert ask(engine, 2, question).receipt.n_threads == 1


@pytest.fixture
def llama(starter_model):
    made = Llama(LoadPlan(starter_model, n_ctx=256), NativeLog(lambda _level, _text: None), lambda _fraction: True)
    yield made
    made.close()


def test_nothing_is_made_where_memory_would_not_do(llama, tmp_path):
    (tmp_path / "proc").mkdir()
    lines = ("MemTotal: 4194304 kB", "MemAvailable: 204800 kB", "SwapTotal: 0 kB", "SwapFree: 0 kB")
    (tmp_path / "proc/meminfo").write_text("\n".join(lines))
    with pytest.raises(ModelTooLarge) as refused:
        trial.measured_speed(llama, MeasureSpeed(ID, 1, n_ubatch=1024), tmp_path)
    assert refused.value.available_bytes == 200 << 20 < refused.value.needed_bytes + (128 << 20)


def test_the_context_is_freed_after_an_abort(llama):
    timer = threading.Timer(0.2, lambda: llama.abort.set(is_set=True))
    timer.start()
    with pytest.raises(DecodeAborted):
        trial.measured_speed(llama, MeasureSpeed(ID, 1, n_prompt=7000))
    timer.join()
    llama.abort.set(is_set=False)
    assert trial.measured_speed(llama, MeasureSpeed(ID, 1, n_prompt=8, n_decode=2)).decode_tokens_per_second > 0


def test_a_model_that_does_not_write_has_no_such_speed(tmp_path):
    path = write_tiny_bert(tmp_path / "bert.gguf").path
    made = Llama(LoadPlan(path), NativeLog(lambda _level, _text: None), lambda _fraction: True)
    with pytest.raises(ModelUnsuited):
        trial.measured_speed(made, MeasureSpeed(ID, 1))
    made.close()
