# SPDX-License-Identifier: Apache-2.0
"""How a machine is measured, when measuring ends, and what follows from it for other models."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.tiny_gguf import N_EMBD, N_FF, N_VOCAB, write_tiny_gguf
from leeward.domain.errors import EngineEnded, ModelNotFound
from leeward.domain.generation import Timings, Usage
from leeward.domain.machine_profile import CALIBRATION_LIMIT_S
from leeward.domain.model_info import Device
from leeward.engine.protocol import EngineStarted, Finished, ModelLoaded
from leeward.engine.scripted import ScriptedEngine
from leeward.engine.supervisor import Supervisor
from leeward.library.machine_profile import N_ROUNDS, bytes_read, calibrate, expected_s, prompt_work
from leeward.library.model_check import check_model_file

CPU = Device("CPU", "a processor", "CPU", 16 << 30, 8 << 30)
amounts, seconds = st.floats(1e6, 1e11), st.floats(1e-4, 10)


class MeasuredEngine(ScriptedEngine):
    """Tells that it reads 200 and writes 20 tokens a second, on the CPU; every answer moves the clock on by `answer_s`."""

    def __init__(self, answer_s: float = 0.1):
        super().__init__([["word " * 48]])
        self.now_s = 0.0
        self._answer_s = answer_s

    def start(self):
        self._push(EngineStarted("scripted 1", (CPU,)))

    def next_event(self, timeout_s):
        event = super().next_event(timeout_s)
        if isinstance(event, ModelLoaded):
            return ModelLoaded(dataclasses.replace(event.model, device="CPU"))
        if not isinstance(event, Finished):
            return event
        self.now_s += self._answer_s
        n_prompt = event.usage.prompt_tokens
        n_tokens = event.usage.completion_tokens
        timings = Timings(n_prompt / 200, n_prompt / 200, n_tokens / 20, 20.0)
        return Finished(event.id, event.reason, Usage(n_prompt, 0, n_tokens), timings, event.receipt)


@pytest.fixture
def tiny(tmp_path):
    return write_tiny_gguf(tmp_path / "tiny.gguf")


# What a model asks of a machine


def test_a_token_reads_every_weight_but_the_table_of_inputs(tiny):
    info = check_model_file(tiny)
    layer = 4 * N_EMBD * N_EMBD + 3 * N_EMBD * N_FF
    assert info.token_params == layer
    assert info.token_bytes == info.weight_bytes - 4 * N_VOCAB * N_EMBD
    assert bytes_read(info, 256) == info.token_bytes + 256 * 2 * N_EMBD * 2


def test_long_prompts_are_more_work_a_token(tiny):
    info = check_model_file(tiny)
    assert info.token_params == prompt_work(info, 0) < prompt_work(info, 100) < prompt_work(info, 1000)


@pytest.mark.model
def test_a_tied_table_is_read_whole_because_it_is_the_output_too(starter_model, gemma_model):
    for path in (starter_model, gemma_model):
        info = check_model_file(path)
        assert info.token_bytes == info.weight_bytes
        assert info.token_params == pytest.approx(info.n_params - info.n_vocab * info.n_embd, rel=0.01)


# What follows for other models


@given(st.floats(1e-4, 0.1), st.floats(1e9, 1e12), amounts, st.floats(1.6, 50))
def test_two_models_give_overhead_and_bandwidth(overhead, bandwidth, one, times):
    def took(amount):
        return overhead + amount / bandwidth

    other, asked = one * times, one * 7
    found, is_cautious = expected_s([(one, took(one)), (other, took(other))], asked)
    if not is_cautious:  # else the overhead is so small that rounding made it negative
        assert found == pytest.approx(took(asked), rel=1e-3)
    assert found >= took(asked) * 0.999


@given(amounts, seconds, amounts)
def test_one_model_promises_a_larger_one_by_its_bytes_and_a_smaller_one_not_more_than_itself(measured, took_s, asked):
    found, is_cautious = expected_s([(measured, took_s)], asked)
    assert is_cautious
    assert found == pytest.approx(took_s * max(1.0, asked / measured))


@given(st.lists(st.tuples(amounts, seconds), min_size=1, max_size=5), amounts, amounts)
def test_more_work_never_takes_less_time(measured, one, other):
    less, more = (expected_s(measured, amount)[0] for amount in sorted((one, other)))
    assert 0 < less <= more * (1 + 1e-9)


def test_a_larger_model_that_was_faster_is_no_reason_for_a_line():
    assert expected_s([(1e8, 0.010), (2e8, 0.009)], 4e8) == (0.04, True)


# Measuring


def test_a_calibration_takes_the_engines_own_times(tiny):
    engine = MeasuredEngine()
    found = calibrate(engine, tiny, 2, clock=lambda: engine.now_s)
    (sample,) = found.samples
    assert (found.machine.engine, found.machine.devices, found.machine.n_threads) == (
        "scripted 1",
        ("CPU: a processor",),
        2,
    )
    assert (sample.model, sample.is_on_gpu) == ("tiny.gguf", False)
    assert sample.decode_tokens_per_second == 20.0
    assert sample.prompt_tokens_per_second == pytest.approx(200.0)
    assert sample.bytes_per_second == sample.decode_bytes * 20.0
    assert len(engine.requests) == 2 * N_ROUNDS
    prompts = [request.messages[-1].content for request in engine.requests]
    assert len(set(prompts)) == len(prompts)  # or the cache would have them


def test_a_slow_machine_is_measured_for_its_time_and_no_longer(tiny):
    engine = MeasuredEngine(answer_s=CALIBRATION_LIMIT_S / 3)
    assert calibrate(engine, tiny, 2, clock=lambda: engine.now_s) is not None
    assert len(engine.requests) == 3


def test_a_stopped_calibration_says_nothing(tiny):
    engine = MeasuredEngine()
    assert calibrate(engine, tiny, 2, lambda: len(engine.requests) >= 3, lambda: engine.now_s) is None
    assert len(engine.requests) == 3
    assert calibrate(engine, tiny, 2, lambda: True) is None


def test_answers_of_nothing_measure_nothing(tiny):
    engine = MeasuredEngine()
    engine._scripts[0] = []
    assert calibrate(engine, tiny, 2, clock=lambda: engine.now_s) is None


def test_failures_are_told(tiny, tmp_path):
    engine = MeasuredEngine()
    engine._scripts[0] = [EngineEnded()]
    with pytest.raises(EngineEnded):
        calibrate(engine, tiny, 2)
    with pytest.raises(ModelNotFound):
        calibrate(engine, tmp_path / "gone.gguf", 2)


def test_a_real_engine_is_measured(tmp_path):
    path = write_tiny_gguf(tmp_path / "tiny.gguf")
    engine = Supervisor()
    try:
        found = calibrate(engine, path, 1)
    finally:
        engine.close()
    (sample,) = found.samples
    assert sample.decode_tokens_per_second > 0
    assert sample.prompt_tokens_per_second > 0
    assert found.machine.devices[0].startswith("CPU: ")
