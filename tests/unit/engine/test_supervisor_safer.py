# SPDX-License-Identifier: Apache-2.0
"""The supervisor tries safer ways to load, where that can help, and no others."""

import time
from functools import partial
from pathlib import Path

import pytest

from helpers import fake_children, small_machines
from helpers.small_machines import DIE, DIE_OF_MEMORY, MEET_MEMORY_ERROR, Failure, Machine
from leeward.domain.errors import EngineStopped, ModelTooLarge, ModelUnreadable
from leeward.domain.generation import ChatMessage, GenerationRequest, Role
from leeward.domain.ids import GenerationId
from leeward.domain.memory import StepKind
from leeward.domain.model_info import LoadPlan
from leeward.engine.protocol import (
    EngineDied,
    EngineEvent,
    EngineRestarting,
    EngineStarted,
    GenerationFailed,
    LoadFailed,
    LoadRetrying,
    ModelLoaded,
    TextAppended,
)
from leeward.engine.supervisor import Supervisor

PLAN = LoadPlan(Path("/models/fake.gguf"), n_ctx=4096)


@pytest.fixture
def start():
    engines = []

    def make(child_main, **options) -> Supervisor:
        engines.append(Supervisor(child_main=child_main, **options))
        return engines[-1]

    yield make
    for engine in engines:
        engine.close()


def on(**facts) -> partial:
    return partial(small_machines.run, Machine(**facts))


def until(engine: Supervisor, *kinds: type) -> list[EngineEvent]:
    seen: list[EngineEvent] = []
    deadline = time.monotonic() + 30.0
    while time.monotonic() < deadline:
        event = engine.next_event(0.5)
        if event is not None:
            seen.append(event)
            if isinstance(event, kinds):
                return seen
    raise AssertionError(f"no {kinds} among {seen}")


def steps(seen: list[EngineEvent]) -> list[tuple[StepKind, int]]:
    return [(event.step.kind, event.step.amount) for event in seen if isinstance(event, LoadRetrying)]


def ask(engine: Supervisor, text: str) -> None:
    engine.generate(GenerationRequest(GenerationId("a"), (ChatMessage(Role.USER, text),)))


def test_a_model_that_is_too_large_is_loaded_with_less_context(start):
    engine = start(on(room_ctx=1024))
    engine.load(PLAN)
    seen = until(engine, ModelLoaded, LoadFailed)
    assert steps(seen) == [(StepKind.CONTEXT, 2048), (StepKind.CONTEXT, 1024)]
    assert seen[-1].model.n_ctx == 1024
    assert all(isinstance(event.error, ModelTooLarge) for event in seen if isinstance(event, LoadRetrying))
    ask(engine, "Hi")  # what was loaded in the end can be asked
    assert isinstance(until(engine, TextAppended, GenerationFailed)[-1], TextAppended)


def test_a_load_fails_when_nothing_smaller_is_left(start):
    engine = start(on(room_ctx=100))
    engine.load(PLAN)
    seen = until(engine, LoadFailed, ModelLoaded)
    assert [amount for _, amount in steps(seen)] == [2048, 1024, 512]
    assert isinstance(seen[-1].error, ModelTooLarge)
    assert engine.next_event(0.3) is None


def test_a_process_that_ends_for_want_of_memory_is_started_again_with_less(start):
    engine = start(on(room_ctx=1024, failure=Failure.ABORT_OUT_OF_MEMORY))
    engine.load(PLAN)
    seen = until(engine, ModelLoaded, LoadFailed)
    assert [type(event) for event in seen] == [EngineStarted, LoadRetrying] * 2 + [EngineStarted, ModelLoaded]
    errors = [event.error for event in seen if isinstance(event, LoadRetrying)]
    assert all(isinstance(error, EngineStopped) and error.is_out_of_memory for error in errors)


def test_want_of_memory_is_named_when_the_last_process_ended_of_it(start):
    engine = start(on(room_ctx=100, failure=Failure.ABORT_OUT_OF_MEMORY))
    engine.load(PLAN)
    seen = until(engine, LoadFailed, ModelLoaded)
    assert len(steps(seen)) == 3
    assert isinstance(seen[-1].error, ModelTooLarge)


@pytest.mark.parametrize(
    "child_main", [fake_children.dies_while_loading, on(room_ctx=100, failure=Failure.DRIVER_CRASH)]
)
def test_C1_a_file_that_ends_the_engine_on_the_cpu_is_not_loaded_twice(start, child_main):
    engine = start(child_main)
    engine.load(PLAN)
    seen = until(engine, LoadFailed, ModelLoaded)
    assert [type(event) for event in seen] == [EngineStarted, LoadFailed]
    assert isinstance(seen[-1].error, ModelUnreadable)
    assert engine.next_event(0.3) is None
    assert engine.process_id is None


def test_C1_last_words_of_an_earlier_process_are_not_believed(start, tmp_path):
    complaints = tmp_path / "stderr.log"
    complaints.write_text("CUDA error: out of memory\n")
    engine = start(fake_children.dies_while_loading, stderr_path=complaints)
    engine.load(PLAN)
    seen = until(engine, LoadFailed, ModelLoaded)
    assert steps(seen) == []
    assert isinstance(seen[-1].error, ModelUnreadable)
    assert complaints.exists()  # it is not ours


@pytest.mark.parametrize("question", [DIE_OF_MEMORY, MEET_MEMORY_ERROR])
def test_an_answer_that_fills_the_memory_costs_context(start, question):
    engine = start(on())
    engine.load(PLAN)
    until(engine, ModelLoaded)
    ask(engine, question)
    seen = until(engine, ModelLoaded, LoadFailed)
    assert [type(event) for event in seen] == [
        TextAppended,
        GenerationFailed,
        EngineDied,
        EngineRestarting,
        LoadRetrying,
        EngineStarted,
        ModelLoaded,
    ]
    assert seen[1].error.is_out_of_memory
    assert steps(seen) == [(StepKind.CONTEXT, 2048)]
    assert seen[-1].model.n_ctx == 2048


def test_an_answer_that_ends_the_engine_otherwise_costs_nothing(start):
    engine = start(on())
    engine.load(PLAN)
    until(engine, ModelLoaded)
    ask(engine, DIE)
    seen = until(engine, ModelLoaded, LoadFailed)
    assert steps(seen) == []
    assert seen[-1].model.n_ctx == 4096


def test_a_new_load_begins_with_its_own_plan(start):
    engine = start(on(room_ctx=2048))
    engine.load(PLAN)
    assert until(engine, ModelLoaded)[-1].model.n_ctx == 2048
    engine.load(LoadPlan(PLAN.path, n_ctx=1500))
    seen = until(engine, ModelLoaded)
    assert steps(seen) == []
    assert seen[-1].model.n_ctx == 1500


def test_a_file_of_its_own_for_last_words_goes_with_the_engine():
    engine = Supervisor(child_main=on())
    path = engine._complaints.path
    assert path.exists()
    engine.close()
    assert not path.exists()


def test_a_load_that_was_stopped_is_not_tried_in_another_way(start):
    engine = start(on(room_ctx=1024))
    engine.load(PLAN)
    engine.cancel_load()  # before the fault is heard
    assert steps(until(engine, ModelLoaded, LoadFailed)) == []
    assert engine.next_event(0.5) is None
