# SPDX-License-Identifier: Apache-2.0
"""C6, C8: the real engine process, killed and stopped at random moments, below the whole stack but the window.

(The window's side, notice and banner, is in tests/qt.)
"""

import itertools
import os
import random
import signal
import time
from pathlib import Path
from statistics import median

import pytest

from helpers.tiny_gguf import write_tiny_gguf
from leeward.chat.reply import Replies, ReplyEnded
from leeward.domain.conversation import MessageStatus
from leeward.domain.generation import ChatMessage, FinishReason, GenerationRequest, Role, Sampling
from leeward.domain.ids import GenerationId
from leeward.domain.model_info import LoadPlan
from leeward.domain.settings import Settings
from leeward.engine.protocol import (
    EngineDied,
    Finished,
    GenerationFailed,
    LoadFailed,
    LoadProgress,
    ModelLoaded,
    PromptProgress,
    TextAppended,
)
from leeward.engine.supervisor import Patience, Supervisor
from leeward.storage.conversations import Conversations
from leeward.storage.database import Database

# Signals that end native code: killed from outside, a wild pointer, a failed assertion.
SIGNALS = (signal.SIGKILL, signal.SIGSEGV, signal.SIGABRT)
NO_CRASH_LOOP = Patience(max_deaths=1000, cancel_load_s=2.0)


@pytest.fixture(scope="module")
def tiny_model(tmp_path_factory) -> Path:
    return write_tiny_gguf(tmp_path_factory.mktemp("model") / "tiny.gguf", n_layers=4)


@pytest.fixture
def engine(tiny_model):
    engine = Supervisor(patience=NO_CRASH_LOOP)
    engine.load(LoadPlan(tiny_model, n_ctx=16384))
    yield engine
    engine.close()


def until(engine, *kinds, each=lambda event: None, limit_s=60.0):
    deadline = time.monotonic() + limit_s
    while time.monotonic() < deadline:
        event = engine.next_event(0.5)
        if event is not None:
            each(event)
            if isinstance(event, kinds):
                return event
    raise AssertionError(f"no {kinds} in {limit_s} s")


def test_C6_an_engine_killed_while_it_answers_loses_no_message_and_comes_back(engine, tmp_path):
    chance = random.Random(6)
    database = Database(tmp_path / "chats.db")
    replies = Replies(engine, Conversations(database))
    conversations = Conversations(database)
    conversation = replies.create()
    until(engine, ModelLoaded)
    shown, n_asked = [], 0
    while len(shown) < 20:
        assert n_asked < 60
        cycle, n_asked = n_asked, n_asked + 1
        replies.send(conversation, f"Question {cycle}", Settings(seed=cycle, max_tokens=400))
        kill_after, n_texts, updates = chance.randrange(1, 4), 0, []  # pieces of text; some thirty tokens each
        killed_s = None
        while not any(isinstance(update, ReplyEnded) for update in updates):
            event = engine.next_event(10.0)
            assert event is not None
            n_texts += isinstance(event, TextAppended)
            if n_texts == kill_after and isinstance(event, TextAppended):
                killed_s = time.monotonic()
                os.kill(engine.process_id, SIGNALS[cycle % 3])
            updates += replies.handle(event, time.monotonic())
        ended = next(update for update in updates if isinstance(update, ReplyEnded))
        if killed_s is None:
            continue  # the answer was shorter
        if ended.error is not None:  # else its end was on its way already
            assert time.monotonic() - killed_s < 5.0
            assert ended.message.status is MessageStatus.INTERRUPTED
            shown.append(ended.message)
        until(engine, ModelLoaded)
    kept = {message.id: message for message in conversations.branch(conversation)}
    questions = [message.content for message in kept.values() if message.role is Role.USER]
    assert questions == [f"Question {cycle}" for cycle in range(n_asked)]
    assert all(kept[message.id].content == message.content for message in shown)
    database.close()


def test_C6_an_engine_killed_while_it_loads_is_reported(engine, tiny_model):
    until(engine, ModelLoaded)
    for number in SIGNALS:
        engine.load(LoadPlan(tiny_model))
        engine.next_event(0.0)  # hands the command over
        os.kill(engine.process_id, number)
        until(engine, LoadFailed, ModelLoaded, EngineDied)
        engine.load(LoadPlan(tiny_model))
        until(engine, ModelLoaded)


def ask(engine, number, text):
    request = GenerationRequest(
        GenerationId(f"g{number}"),
        (ChatMessage(Role.USER, text),),
        Sampling(temperature=2.0, top_k=0, top_p=1.0, min_p=0.0, repeat_penalty=1.0, seed=number),
    )
    engine.generate(request)
    return request.id


def stop_a_load(engine, plan, chance):
    """Return the seconds from Stop to the end of the load, whichever end that is: it may just have been done."""
    engine.load(plan)
    for _ in range(chance.randrange(4)):  # of its progress, or before any
        until(engine, LoadProgress, ModelLoaded)
    engine.cancel_load()
    stopped_s = time.monotonic()
    ended = until(engine, LoadFailed, ModelLoaded)
    assert isinstance(ended, ModelLoaded) or ended.error is None, ended
    return time.monotonic() - stopped_s


def stop_an_answer(engine, number, chance, *, is_begun):
    """Return the seconds from Stop to the end, from inside the prompt or from inside the answer.

    None when the answer had ended by itself before there was anything to stop.
    """
    generation = ask(engine, number, "hello " * chance.randrange(1, 200))
    if isinstance(until(engine, PromptProgress, Finished), Finished):
        return None
    if is_begun:
        for _ in range(chance.randrange(1, 20)):
            if isinstance(until(engine, TextAppended, Finished), Finished):
                return None
    stopped_s = time.monotonic()
    engine.cancel(generation)
    ended = until(engine, Finished, GenerationFailed)
    assert isinstance(ended, Finished), ended  # within two seconds: else it would have been ended by force
    assert ended.reason in (FinishReason.CANCELLED, FinishReason.LENGTH, FinishReason.STOP)
    return time.monotonic() - stopped_s


def test_C8_a_hundred_stops_in_loads_prompts_and_answers_leave_the_engine_free_within_two_seconds(engine, tiny_model):
    chance = random.Random(8)
    until(engine, ModelLoaded)
    numbers, process_id, waits = itertools.count(), engine.process_id, {"load": [], "prompt": [], "answer": []}
    for number in range(100):
        kind = ("load", "prompt", "answer")[number % 3]
        if kind == "load":
            waits[kind].append(stop_a_load(engine, LoadPlan(tiny_model), chance))
            engine.load(LoadPlan(tiny_model))
            until(engine, ModelLoaded)
        else:
            while (wait := stop_an_answer(engine, next(numbers), chance, is_begun=kind == "answer")) is None:
                pass
            waits[kind].append(wait)
    for kind, measured in waits.items():
        print(f"{kind}: {len(measured)} stops, median {median(measured):.4f} s, at most {max(measured):.4f} s")
        assert max(measured) < 2.0
    assert sum(map(len, waits.values())) == 100
    assert engine.process_id == process_id  # never ended by force
    generation = ask(engine, 1000, "and now?")
    assert until(engine, TextAppended).id == generation  # and the next one works
    engine.cancel(generation)
    until(engine, Finished)


@pytest.mark.model
def test_C8_a_stop_inside_a_long_prompt_and_a_load_acts_within_two_seconds(engine, starter_model):
    until(engine, ModelLoaded)
    engine.load(LoadPlan(starter_model))
    until(engine, LoadProgress)
    engine.cancel_load()
    assert isinstance(until(engine, LoadFailed, ModelLoaded), LoadFailed | ModelLoaded)
    engine.load(LoadPlan(starter_model))
    until(engine, ModelLoaded)
    for number in range(3):
        generation = ask(engine, number, f"{number} hello world. " * 800)
        until(engine, PromptProgress)
        stopped_s = time.monotonic()
        engine.cancel(generation)
        ended = until(engine, Finished, GenerationFailed)
        assert isinstance(ended, Finished)
        assert ended.reason is FinishReason.CANCELLED
        assert time.monotonic() - stopped_s < 2.0
