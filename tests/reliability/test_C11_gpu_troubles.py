# SPDX-License-Identifier: Apache-2.0
"""C11: a graphics card without room, without a driver, or gone: fewer layers, then the CPU, and each step is said.

The engine processes here are scripted: they say that they have a card, and fail in the ways a card does. No run on a real
graphics card was made: that llama.cpp's CUDA backend ends in just these ways is taken from its sources and its bug reports.
"""

import itertools
import time
from functools import partial
from pathlib import Path

import pytest

from helpers import small_machines
from helpers.small_machines import ALL_LAYERS, DIE, Failure, Machine
from leeward.domain.errors import EngineStopped, ModelTooLarge, ModelUnreadable
from leeward.domain.generation import ChatMessage, GenerationRequest, Role
from leeward.domain.ids import GenerationId
from leeward.domain.memory import StepKind
from leeward.domain.model_info import LoadPlan
from leeward.engine.protocol import (
    EngineDied,
    EngineGaveUp,
    EngineRestarting,
    EngineStarted,
    GenerationFailed,
    LoadFailed,
    LoadRetrying,
    ModelLoaded,
    TextAppended,
)
from leeward.engine.supervisor import Supervisor
from leeward.error_text import describe, describe_step

PLAN = LoadPlan(Path("/models/fake.gguf"), n_ctx=2048, n_gpu_layers=ALL_LAYERS)
LADDER = (11, 3, 1, 0)
CASES = list(itertools.product(Failure, (20, 11, 4, 1, 0)))


@pytest.fixture
def start():
    engines = []

    def make(machine: Machine) -> Supervisor:
        engines.append(Supervisor(child_main=partial(small_machines.run, machine)))
        return engines[-1]

    yield make
    for engine in engines:
        engine.close()


def until(engine, *kinds):
    """Return the events up to the first of `kinds`."""
    seen, deadline = [], time.monotonic() + 60.0
    while time.monotonic() < deadline:
        event = engine.next_event(0.5)
        if event is not None:
            seen.append(event)
            if isinstance(event, kinds):
                return seen
    raise AssertionError(f"no {kinds} among {seen}")


def retries(seen):
    return [event for event in seen if isinstance(event, LoadRetrying)]


def ask(engine, text="Hi"):
    engine.generate(GenerationRequest(GenerationId("a"), (ChatMessage(Role.USER, text),)))


def test_C11_there_are_twenty_cases():
    assert len(CASES) == 20


@pytest.mark.parametrize(("failure", "room_layers"), CASES, ids=lambda value: getattr(value, "name", str(value)))
def test_C11_fewer_layers_are_tried_then_the_cpu_and_each_step_is_said(start, failure, room_layers):
    engine = start(Machine(room_layers=room_layers, failure=failure))
    engine.load(PLAN)
    seen = until(engine, ModelLoaded, LoadFailed, EngineGaveUp)
    assert isinstance(seen[-1], ModelLoaded)
    assert not any(isinstance(event, EngineDied) for event in seen)  # the user has nothing to do
    tried = [event.step.amount for event in retries(seen)]
    assert tried == [n for n in LADDER if n > room_layers] + [next(n for n in LADDER if n <= room_layers)]
    for event in retries(seen):
        assert event.step.kind is (StepKind.GPU_LAYERS if event.step.amount else StepKind.CPU_ONLY)
        assert event.step.plan.n_ctx == PLAN.n_ctx
        assert "graphics card" in describe_step(event.step)
        assert describe(event.error).sentence
        is_memory = isinstance(event.error, ModelTooLarge) or event.error.is_out_of_memory
        assert is_memory == (failure in (Failure.FAULT, Failure.ABORT_OUT_OF_MEMORY))
    ask(engine)
    assert isinstance(until(engine, TextAppended, GenerationFailed)[-1], TextAppended)


def test_C11_a_long_context_is_given_up_before_layers(start):
    engine = start(Machine(room_layers=11, failure=Failure.ABORT_OUT_OF_MEMORY))
    engine.load(LoadPlan(PLAN.path, n_ctx=8192, n_gpu_layers=ALL_LAYERS))
    steps = [(event.step.kind, event.step.amount) for event in retries(until(engine, ModelLoaded, LoadFailed))]
    assert steps == [(StepKind.CONTEXT, 4096), (StepKind.CONTEXT, 2048), (StepKind.GPU_LAYERS, 11)]


def test_C11_where_nobody_counted_layers_the_cpu_is_next(start):
    engine = start(Machine(room_layers=0, failure=Failure.NO_DEVICE))
    engine.load(LoadPlan(PLAN.path, n_ctx=2048))
    seen = until(engine, ModelLoaded, LoadFailed)
    assert [event.step.kind for event in retries(seen)] == [StepKind.CPU_ONLY]


def test_C11_a_file_that_ends_the_engine_on_the_cpu_too_is_given_up(start):
    engine = start(Machine(room_layers=-1, failure=Failure.DRIVER_CRASH))
    engine.load(PLAN)
    seen = until(engine, ModelLoaded, LoadFailed)
    assert [event.step.amount for event in retries(seen)] == list(LADDER)
    assert isinstance(seen[-1].error, ModelUnreadable)
    assert engine.next_event(0.3) is None


def test_C11_a_plan_without_the_card_is_not_tried_again(start):
    engine = start(Machine(room_layers=-1, failure=Failure.DRIVER_CRASH))
    engine.load(LoadPlan(PLAN.path, n_ctx=2048, n_gpu_layers=0))
    seen = until(engine, ModelLoaded, LoadFailed)
    assert [type(event) for event in seen] == [EngineStarted, LoadFailed]


def test_C11_a_card_that_is_lost_while_it_answers_is_used_again_by_a_new_process(start):
    engine = start(Machine(room_layers=ALL_LAYERS))
    engine.load(PLAN)
    until(engine, ModelLoaded)
    first_process = engine.process_id
    ask(engine, DIE)
    seen = until(engine, ModelLoaded, LoadFailed, EngineGaveUp)
    assert [type(event) for event in seen] == [
        TextAppended,
        GenerationFailed,
        EngineDied,
        EngineRestarting,
        EngineStarted,
        ModelLoaded,
    ]
    assert isinstance(seen[1].error, EngineStopped)
    assert engine.process_id != first_process
    ask(engine)
    assert isinstance(until(engine, TextAppended, GenerationFailed)[-1], TextAppended)


def test_C11_a_card_that_is_lost_again_and_again_ends_the_restarts(start):
    engine = start(Machine(room_layers=ALL_LAYERS))
    engine.load(PLAN)
    until(engine, ModelLoaded)
    for _ in range(2):
        ask(engine, DIE)
        until(engine, ModelLoaded)
    ask(engine, DIE)
    end = until(engine, EngineGaveUp, ModelLoaded)[-1]
    assert isinstance(end, EngineGaveUp)
    assert describe(end.error).next_step
    assert engine.next_event(0.3) is None
