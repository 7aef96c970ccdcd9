# SPDX-License-Identifier: Apache-2.0
"""C13: three deaths in five minutes end the restarts, and a way on is offered."""

import time
from pathlib import Path

import pytest

from helpers import fake_children
from leeward.domain.generation import ChatMessage, GenerationRequest, Role
from leeward.domain.ids import GenerationId
from leeward.domain.model_info import LoadPlan
from leeward.engine.protocol import EngineDied, EngineGaveUp, EngineRestarting, ModelLoaded
from leeward.engine.supervisor import Supervisor
from leeward.error_text import describe

PLAN = LoadPlan(Path("/models/fake.gguf"))


@pytest.fixture
def start():
    engines = []

    def make(child_main):
        engines.append(Supervisor(child_main=child_main))
        return engines[-1]

    yield make
    for engine in engines:
        engine.close()


def until_given_up(engine, on_loaded=lambda: None):
    seen, deadline = [], time.monotonic() + 60
    while time.monotonic() < deadline:
        event = engine.next_event(0.5)
        if isinstance(event, ModelLoaded):
            on_loaded()
        if event is not None:
            seen.append(type(event))
            if isinstance(event, EngineGaveUp):
                return seen, event
    raise AssertionError(seen)


def test_C13_an_engine_that_dies_at_every_start_is_tried_exactly_three_times(start):
    engine = start(fake_children.dies_at_start)
    engine.load(PLAN)
    seen, end = until_given_up(engine)
    assert seen.count(EngineDied) == 3
    assert seen.count(EngineRestarting) == 2
    assert end.error.n_deaths == 3
    assert engine.next_event(0.5) is None  # nothing more is tried by itself
    assert engine.process_id is None


def test_C13_an_engine_that_dies_at_every_answer_is_tried_exactly_three_times(start):
    engine = start(fake_children.dies_after_some_text)
    engine.load(PLAN)
    numbers = iter(range(100))

    def ask():
        engine.generate(GenerationRequest(GenerationId(str(next(numbers))), (ChatMessage(Role.USER, "Hi"),)))

    seen, _ = until_given_up(engine, on_loaded=ask)
    assert seen.count(EngineDied) == 3
    assert engine.next_event(0.5) is None


def test_C13_the_user_is_told_what_to_do_and_may_try_again(start):
    engine = start(fake_children.dies_at_start)
    engine.load(PLAN)
    text = describe(until_given_up(engine)[1].error)
    assert "3 times" in text.sentence
    assert text.next_step
    engine.load(PLAN)
    assert until_given_up(engine)[0].count(EngineDied) == 3
