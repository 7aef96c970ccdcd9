# SPDX-License-Identifier: Apache-2.0
"""The supervisor against engine processes that misbehave (the real pipe, real processes)."""

import multiprocessing
import os
import signal
import time
from functools import partial
from pathlib import Path

import pytest

from helpers import fake_children
from leeward.domain.errors import (
    EngineHung,
    EngineNotReady,
    EngineStopped,
    ModelUnreadable,
    RequestTooLarge,
    RpcUnavailable,
)
from leeward.domain.generation import ChatMessage, GenerationRequest, Role
from leeward.domain.ids import GenerationId, QueryId
from leeward.domain.model_info import LoadPlan
from leeward.domain.queries import TokenizeText
from leeward.engine.frames import EngineBug
from leeward.engine.protocol import (
    EngineDied,
    EngineEvent,
    EngineRestarting,
    EngineSilent,
    EngineStarted,
    GenerationFailed,
    LoadFailed,
    LoadProgress,
    ModelLoaded,
    PromptProgress,
    QueryFailed,
    TextAppended,
)
from leeward.engine.supervisor import Patience, Supervisor

PLAN = LoadPlan(Path("/models/fake.gguf"))


def request(name: str = "a", text: str = "Hi") -> GenerationRequest:
    return GenerationRequest(GenerationId(name), (ChatMessage(Role.USER, text),))


@pytest.fixture
def start():
    engines = []

    def make(child_main, **patience) -> Supervisor:
        engine = Supervisor(child_main=child_main, patience=Patience(**patience))
        engines.append(engine)
        return engine

    yield make
    for engine in engines:
        engine.close()


def collect(engine: Supervisor, *kinds: type, limit_s: float = 20.0) -> list[EngineEvent]:
    """Return all events up to the first of one of `kinds`."""
    seen: list[EngineEvent] = []
    deadline = time.monotonic() + limit_s
    while time.monotonic() < deadline:
        event = engine.next_event(0.2)
        if event is not None:
            seen.append(event)
            if isinstance(event, kinds):
                return seen
    raise AssertionError(f"no {kinds} among {seen}")


def kinds_of(events: list[EngineEvent]) -> list[type]:
    return [type(event) for event in events]


def test_a_death_during_an_answer_fails_it_and_loads_the_model_again(start):
    engine = start(fake_children.dies_after_some_text)
    engine.load(PLAN)
    collect(engine, ModelLoaded)
    engine.generate(request())
    seen = collect(engine, ModelLoaded)
    assert kinds_of(seen) == [
        TextAppended,
        GenerationFailed,
        EngineDied,
        EngineRestarting,
        EngineStarted,
        ModelLoaded,
    ]
    assert seen[1].error.exit_code == -9


def test_every_answer_under_way_fails_when_the_engine_dies(start):
    engine = start(fake_children.slow_but_beating)
    engine.load(PLAN)
    collect(engine, ModelLoaded)
    engine.generate(request("a"))
    engine.generate(request("b"))
    collect(engine, type(collect(engine, object)[0]))
    engine._child.process.kill()
    failed = {event.id for event in collect(engine, EngineDied) if isinstance(event, GenerationFailed)}
    assert failed == {"a", "b"}


def test_a_model_whose_first_load_ends_the_engine_is_not_tried_again(start):
    engine = start(fake_children.dies_while_loading)
    engine.load(PLAN)
    seen = collect(engine, LoadFailed)
    assert kinds_of(seen) == [EngineStarted, LoadFailed]
    assert isinstance(seen[-1].error, ModelUnreadable)
    assert engine.next_event(0.3) is None


def test_the_end_of_a_load_on_another_machine_is_not_blamed_on_the_file(start):
    engine = start(fake_children.dies_while_loading)
    engine.load(LoadPlan(PLAN.path, rpc_servers=("board:50052",)))
    error = collect(engine, LoadFailed)[-1].error
    assert isinstance(error, RpcUnavailable)
    assert error.server == "board:50052"


def test_silence_is_said_and_then_ended(start):
    engine = start(fake_children.falls_silent, silent_warn_s=0.3, silent_kill_s=0.8)
    engine.load(PLAN)
    collect(engine, ModelLoaded)
    engine.generate(request())
    seen = collect(engine, EngineDied)
    assert EngineSilent in kinds_of(seen)
    assert isinstance(seen[-1].error, EngineHung)


def test_an_engine_at_rest_may_be_silent_and_wakes_nobody(start):
    engine = start(fake_children.falls_silent, silent_warn_s=0.2, silent_kill_s=0.4)
    engine.load(PLAN)
    collect(engine, ModelLoaded)
    assert engine.next_event(1.2) is None
    assert engine._until_next_check() > 3000.0
    began = time.monotonic()
    engine.generate(request())
    assert kinds_of(collect(engine, EngineSilent))[-1] is EngineSilent
    assert time.monotonic() - began >= 0.2  # counted from the question, not from when it was heard last


def test_to_unload_with_nothing_under_way_ends_the_process_and_a_load_starts_another(start):
    engine = start(fake_children.slow_but_beating)
    engine.load(PLAN)
    collect(engine, ModelLoaded)
    first = engine.process_id
    engine.unload()
    assert engine.next_event(0.0) is None  # no event tells
    assert engine.process_id is None
    engine.load(PLAN)
    collect(engine, ModelLoaded)
    assert engine.process_id not in (None, first)


def test_the_end_of_an_engine_at_rest_is_noticed_at_once(start):
    engine = start(fake_children.falls_silent)
    engine.load(PLAN)
    collect(engine, ModelLoaded)
    engine._child.process.kill()
    began = time.monotonic()
    collect(engine, EngineDied)
    assert time.monotonic() - began < 5.0


def test_an_engine_that_does_not_hear_a_stop_is_ended(start):
    engine = start(fake_children.slow_but_beating, cancel_s=0.3)
    engine.load(PLAN)
    collect(engine, ModelLoaded)
    engine.generate(request())
    engine.cancel(GenerationId("a"))
    seen = collect(engine, ModelLoaded)
    assert isinstance(next(event for event in seen if isinstance(event, GenerationFailed)).error, EngineHung)


def test_rubbish_from_the_engine_ends_it_and_nothing_else(start, expect_error_log):
    expect_error_log.append("no frame")
    engine = start(fake_children.says_rubbish)
    engine.load(PLAN)
    collect(engine, ModelLoaded)
    engine.generate(request())
    assert ModelLoaded in kinds_of(collect(engine, ModelLoaded))


def test_the_end_of_the_pipe_is_noticed_at_once_even_when_the_process_lives_on(start):
    engine = start(fake_children.lives_on_without_pipe)
    engine.load(PLAN)
    collect(engine, ModelLoaded)
    engine.generate(request())
    began = time.monotonic()
    collect(engine, GenerationFailed)
    assert time.monotonic() - began < 5.0  # the process itself would sleep for an hour


def test_an_answer_without_a_model_is_refused(start):
    engine = start(fake_children.slow_but_beating)
    engine.generate(request())
    assert isinstance(collect(engine, GenerationFailed)[-1].error, EngineNotReady)


def test_a_request_over_the_frame_limit_is_refused_where_it_was_asked(start):
    engine = start(fake_children.slow_but_beating)
    with pytest.raises(RequestTooLarge):
        engine.generate(request(text="x" * (1024 * 1024 + 1)))


def test_wake_makes_a_waiting_next_event_return(start):
    engine = start(fake_children.slow_but_beating)
    engine.wake()
    began = time.monotonic()
    assert engine.next_event(60.0) is None
    assert time.monotonic() - began < 30.0


def test_a_fault_with_facts_that_do_not_fit_is_a_bug_and_not_the_end(start):
    engine = start(fake_children.faults_without_facts)
    engine.load(PLAN)
    assert isinstance(collect(engine, LoadFailed)[-1].error, EngineBug)
    engine.load(PLAN)
    assert isinstance(collect(engine, LoadFailed)[-1].error, EngineBug)


def test_a_file_whose_name_is_no_text_is_refused(start):
    engine = start(fake_children.slow_but_beating)
    engine.load(LoadPlan(Path(os.fsdecode(b"/models/caf\xe9.gguf"))))
    assert isinstance(collect(engine, LoadFailed)[-1].error, ModelUnreadable)


def test_a_system_without_room_for_a_process_is_a_failed_load(start, monkeypatch, expect_error_log):
    expect_error_log.append("cannot be started")
    engine = start(fake_children.slow_but_beating)

    def no_room(_self):
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(multiprocessing.get_context("spawn").Process, "start", no_room)
    engine.load(PLAN)
    assert isinstance(collect(engine, LoadFailed)[-1].error, EngineStopped)
    monkeypatch.undo()
    engine.load(PLAN)
    collect(engine, ModelLoaded)


@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="needs a signal that halts a process")
def test_a_large_message_to_a_halted_engine_does_not_block_the_watch(start):
    engine = start(fake_children.slow_but_beating, silent_warn_s=0.3, silent_kill_s=1.0)
    engine.load(PLAN)
    collect(engine, ModelLoaded)
    os.kill(engine.process_id, signal.SIGSTOP)
    engine.generate(request(text="x" * 900_000))
    seen = collect(engine, EngineDied)
    assert isinstance(seen[-1].error, EngineHung)


def test_an_engine_that_beats_but_is_never_ready_is_ended(start):
    engine = start(fake_children.beats_but_never_starts, start_s=0.8)
    engine.load(PLAN)
    assert isinstance(collect(engine, EngineDied)[-1].error, EngineHung)


def test_close_may_be_called_twice_and_leaves_no_process(start):
    engine = start(fake_children.slow_but_beating)
    engine.load(PLAN)
    collect(engine, ModelLoaded)
    engine.close()
    engine.close()
    assert engine.process_id is None


def test_only_the_last_of_several_loads_is_answered(start):
    engine = start(fake_children.slow_but_beating)
    for name in ("one", "two", "three"):
        engine.load(LoadPlan(Path(f"/models/{name}.gguf")))
    seen = collect(engine, ModelLoaded)
    assert [event.model.path.stem for event in seen if isinstance(event, ModelLoaded)] == ["three"]
    assert engine.next_event(0.2) is None


def ask(engine: Supervisor, name: str = "q") -> None:
    engine.ask(TokenizeText(QueryId(name), "the"))


def test_a_query_without_a_model_is_refused(start):
    engine = start(fake_children.slow_but_beating)
    ask(engine)
    failed = collect(engine, QueryFailed)[-1]
    assert (failed.id, type(failed.error)) == ("q", EngineNotReady)


def test_answers_and_queries_under_way_fail_in_their_order_when_the_engine_dies(start):
    engine = start(fake_children.slow_but_beating)
    engine.load(PLAN)
    collect(engine, ModelLoaded)
    ask(engine, "z")
    engine.generate(request("a"))
    ask(engine, "b")
    collect(engine, PromptProgress)
    engine._child.process.kill()
    failed = [event for event in collect(engine, EngineDied) if isinstance(event, GenerationFailed | QueryFailed)]
    assert [(type(event), event.id) for event in failed] == [
        (QueryFailed, "z"),
        (GenerationFailed, "a"),
        (QueryFailed, "b"),
    ]
    assert all(isinstance(event.error, EngineStopped) for event in failed)


def test_a_query_that_does_not_hear_a_stop_ends_the_engine(start):
    engine = start(fake_children.slow_but_beating, cancel_s=0.3)
    engine.load(PLAN)
    collect(engine, ModelLoaded)
    ask(engine)
    engine.cancel(QueryId("q"))
    engine.cancel(QueryId("nobody"))
    assert isinstance(collect(engine, QueryFailed)[-1].error, EngineHung)


def test_a_query_over_the_frame_limit_is_refused_where_it_was_asked(start):
    engine = start(fake_children.slow_but_beating)
    with pytest.raises(RequestTooLarge):
        engine.ask(TokenizeText(QueryId("q"), "x" * (1024 * 1024 + 1)))


def test_an_answer_to_a_load_that_nobody_asked_for_is_nothing(start):
    engine = start(fake_children.loads_unasked)
    engine.load(PLAN)
    collect(engine, ModelLoaded)
    engine.load(PLAN)
    collect(engine, ModelLoaded)


def test_an_engine_without_a_place_for_its_last_words_works(start, monkeypatch, tmp_path):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "gone"))
    engine = start(fake_children.slow_but_beating)
    engine.load(PLAN)
    collect(engine, ModelLoaded)


def test_a_load_that_does_not_heed_its_stop_ends_with_its_process_and_the_next_one_has_a_new_one(start):
    engine = start(fake_children.never_ends_a_load)
    engine.load(PLAN)
    collect(engine, LoadProgress)
    process_id = engine.process_id
    engine.cancel_load()
    assert kinds_of(collect(engine, LoadFailed, EngineDied)) == [LoadFailed]
    engine.load(PLAN)
    collect(engine, LoadProgress)
    assert engine.process_id != process_id


def test_a_model_that_comes_back_after_a_death_can_be_stopped_too(start, tmp_path):
    engine = start(partial(fake_children.loads_once, str(tmp_path / "loaded")))
    engine.load(PLAN)
    collect(engine, ModelLoaded)
    engine.generate(request())
    collect(engine, EngineRestarting)
    collect(engine, LoadProgress)
    engine.cancel_load()
    assert collect(engine, LoadFailed, EngineDied)[-1] == LoadFailed(PLAN.path, None)
    assert engine.next_event(0.3) is None
