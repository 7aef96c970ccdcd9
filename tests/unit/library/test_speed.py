# SPDX-License-Identifier: Apache-2.0
"""Measuring how fast a model is: against an engine that tells its own times, within the time and the context there is."""

import dataclasses
import getpass
import platform
from pathlib import Path

import pytest

from helpers.tiny_gguf import write_tiny_gguf
from leeward.domain.errors import EngineEnded, ModelNotFound
from leeward.domain.generation import Timings, Usage
from leeward.domain.kv import KvStore
from leeward.domain.model_info import Device, LoadPlan
from leeward.domain.speed import LeftOut, LeftOutReason, SpeedAtDepth, change_of
from leeward.engine.protocol import EngineStarted, Finished, ModelLoaded
from leeward.engine.scripted import ScriptedEngine
from leeward.engine.supervisor import Supervisor
from leeward.library import speed
from leeward.library.speed import DEPTHS, LIMIT_S, Stage, measure_speed, memory_bandwidth
from leeward.library.speed_text import (
    change_text,
    left_out_text,
    limit_text,
    line_of,
    model_text,
    sentences_of,
    share_text,
    table_of,
)
from leeward.storage.kv_folder import KvFolder

CPU = Device("CPU", "A Processor 9", "CPU", 16 << 30, 8 << 30)


class TimedEngine(ScriptedEngine):
    """Reads 400 and writes 20 tokens a second by its own word; every answer moves the clock on by `answer_s`."""

    def __init__(self, answer_s: float = 0.1, device: str = "CPU", n_ctx: int = 8192):
        super().__init__([["word " * 48]])
        self.now_s = 0.0
        self.answer_s, self.device, self.n_ctx = answer_s, device, n_ctx

    def start(self):
        self._push(EngineStarted("scripted 1", (CPU,)))

    def next_event(self, timeout_s):
        event = super().next_event(timeout_s)
        if isinstance(event, ModelLoaded):
            return ModelLoaded(dataclasses.replace(event.model, device=self.device, n_ctx=self.n_ctx, load_s=0.5))
        if not isinstance(event, Finished):
            return event
        self.now_s += self.answer_s
        n_prompt = event.usage.prompt_tokens
        is_again = self.requests[-1].messages in [each.messages for each in self.requests[:-1]]
        first_s = 0.01 if is_again else n_prompt / 400
        timings = Timings(n_prompt / 400, first_s, 2.4, 20.0)
        usage = Usage(n_prompt, n_prompt if is_again else 0, event.usage.completion_tokens)
        return Finished(event.id, event.reason, usage, timings, event.receipt, memory_bytes=1000 * n_prompt)


@pytest.fixture(autouse=True)
def known_memory(monkeypatch):
    monkeypatch.setattr(speed, "memory_bandwidth", lambda n_threads: 1e9 * n_threads)


@pytest.fixture
def tiny(tmp_path):
    return write_tiny_gguf(tmp_path / "tiny.gguf")


def measured(path, engine=None, **options):
    engine = engine or TimedEngine()
    return measure_speed(engine, LoadPlan(path, n_threads=2), clock=lambda: engine.now_s, **options)


def test_every_depth_is_read_once_and_asked_again(tiny):
    engine, seen = TimedEngine(), []
    report = measured(tiny, engine, on_progress=seen.append)
    assert [each.depth_tokens for each in report.depths] == list(DEPTHS)
    assert report.left_out == ()
    for each in report.depths:
        assert each.prompt_tokens == each.depth_tokens + 1  # the words, and the mark that makes the prompt a new one
        assert (each.prompt_rate, each.decode_rate) == (pytest.approx(400), 20.0)
        assert each.first_token_warm_s < each.first_token_cold_s == each.prompt_tokens / 400
    prompts = [request.messages[-1].content for request in engine.requests]
    assert prompts[::2] == prompts[1::2]
    assert len(set(prompts)) == len(DEPTHS)
    assert report.memory_bytes == 1000 * report.depths[-1].prompt_tokens
    assert (report.model_file, report.engine, report.device) == ("tiny.gguf", "scripted 1", "CPU")
    assert report.first_token_restored_s is None
    stages = [each.stage for each in seen]
    assert stages == [Stage.MEMORY, Stage.LOADING, *(Stage.READING, Stage.AGAIN) * len(DEPTHS)]
    assert [each.n_done for each in seen[2:]] == list(range(2 * len(DEPTHS)))


def test_two_measurements_never_ask_the_same(tiny):
    engines = TimedEngine(), TimedEngine()
    for engine in engines:
        measured(tiny, engine)
    first, second = ({request.messages for request in engine.requests} for engine in engines)
    assert not first & second, "keys and values of the first may be on disk"


def test_what_the_context_has_no_room_for_is_left_out_and_said(tiny):
    report = measured(tiny, TimedEngine(n_ctx=2048))
    assert [each.depth_tokens for each in report.depths] == [64, 512, 1536]
    assert report.left_out == (LeftOut(4096, LeftOutReason.CONTEXT),)
    assert "4,096" in left_out_text(report)
    assert "2,048" in left_out_text(report)


def test_what_would_take_too_long_is_left_out_and_said(tiny):
    engine = TimedEngine(answer_s=LIMIT_S / 2 - 2)
    report = measured(tiny, engine)
    assert [each.depth_tokens for each in report.depths] == [64]
    assert report.left_out == tuple(LeftOut(each, LeftOutReason.TIME) for each in DEPTHS[1:])
    assert len(engine.requests) == 2, "it would not have been whole in the time that was left"
    assert "90 seconds" in left_out_text(report)


def test_an_answer_that_is_not_whole_in_time_does_not_count(tiny):
    report = measured(tiny, TimedEngine(answer_s=LIMIT_S + 1))
    assert report.depths == ()
    assert [each.reason for each in report.left_out] == [LeftOutReason.TIME] * len(DEPTHS)
    assert report.decode_share == 0
    assert limit_text(report) == ""
    assert "too slow" in line_of(report, "today")
    assert share_text(report)


@pytest.mark.parametrize("n_asked", [0, 1, 3])
def test_a_stopped_measurement_says_nothing(tiny, n_asked):
    engine = TimedEngine()
    assert measured(tiny, engine, is_stopped=lambda: len(engine.requests) >= n_asked) is None
    assert len(engine.requests) == n_asked


def test_failures_are_told(tiny, tmp_path):
    engine = TimedEngine()
    engine._scripts[0] = [EngineEnded()]
    with pytest.raises(EngineEnded):
        measured(tiny, engine)
    with pytest.raises(ModelNotFound):
        measured(tmp_path / "gone.gguf")


def test_the_limit_is_that_of_the_weights_and_of_the_fastest_reading(tiny):
    report = measured(tiny)
    assert report.bytes_per_s == 2e9
    assert 2e9 / report.decode_limit > report.model_size_bytes / 2
    assert report.decode_share == pytest.approx(20 / report.decode_limit)
    assert "Writing reaches" in limit_text(report)
    faster = dataclasses.replace(report, decode_limit=10.0)
    assert "caches" in limit_text(faster)
    assert limit_text(measured(tiny, TimedEngine(device="CUDA0: a card"))) == "", "the limit is that of main memory"


def test_memory_is_read_by_one_thread_and_by_several():
    assert memory_bandwidth.__module__ == "leeward.library.speed"
    for n_threads in (1, 2, 3):
        assert 1e7 < memory_bandwidth(n_threads, 0.0) < 1e14


def test_a_report_is_compared_with_the_one_before_of_the_same_model(tiny):
    report = measured(tiny)
    half = tuple(
        dataclasses.replace(each, prompt_rate=each.prompt_rate / 2, decode_rate=each.decode_rate * 2)
        for each in report.depths[:2]
    )
    before = dataclasses.replace(report, depths=half, measured="2026-11-12T10:00:00+00:00")
    other = dataclasses.replace(report, model_file="other.gguf")
    change = change_of(report, (report, before, other))
    assert change.since is before
    assert (change.prompt_ratio, change.decode_ratio) == (pytest.approx(2), pytest.approx(0.5))
    assert change_text(change, "12 Nov") == "Reads 2.00 times and writes 0.50 times as fast as on 12 Nov."
    assert change_of(report, (other,)) is None
    assert change_of(dataclasses.replace(report, depths=()), (before,)) is None


def test_the_table_has_a_value_for_every_depth(tiny):
    report = measured(tiny)
    rows = table_of(report)
    assert [label for label, _ in rows][-1] == "Memory"
    assert {len(values) for _, values in rows} == {len(DEPTHS)}
    assert rows[1][1][0] == "400"
    silent = dataclasses.replace(report, depths=(SpeedAtDepth(64, 65, 0, 0, 0.05, 12.34),))
    rows = dict(table_of(silent))
    assert "Memory" not in rows
    assert rows["First word"] == ["50 ms"]
    assert rows["First word, asked again"] == ["12.3 s"]


def test_the_restored_first_word_is_told_where_it_was_measured(tiny):
    report = measured(tiny)
    assert "disk" not in " ".join(sentences_of(report))
    restored = dataclasses.replace(report, first_token_restored_s=0.25)
    assert "First word of a chat that was kept on disk: 0.25 s." in sentences_of(restored)


def test_a_name_that_says_how_the_weights_are_stored_does_not_say_it_twice(tiny):
    report = dataclasses.replace(measured(tiny), model="Tiny", quantization="Q4_K")
    assert model_text(report) == "Tiny Q4_K"
    assert model_text(dataclasses.replace(report, model="tiny.q4_k")) == "tiny.q4_k"


def test_what_is_shared_says_nothing_of_whose_machine_it_is(tiny, tmp_path):
    text = share_text(measured(tiny))
    for personal in (platform.node(), str(Path.home()), str(tmp_path), getpass.getuser(), "/", "\\"):
        assert personal not in text.replace("tokens/s", "").replace("GNU/Linux", "")
    for told in ("Scripted", "F32", "A Processor 9", "cores", "scripted 1", "Writes, tokens/s", "20.0"):
        assert told in text


@pytest.mark.model
def test_a_real_engine_brings_the_longest_prompt_back_from_disk(starter_model, tmp_path):
    engine = Supervisor(kept=lambda: KvStore(tmp_path))
    try:
        report = measure_speed(engine, LoadPlan(starter_model, n_ctx=2048), kept=KvFolder(tmp_path))
    finally:
        engine.close()
    assert list(tmp_path.glob("*.kv"))
    assert report.first_token_restored_s < report.depths[-1].first_token_cold_s / 4


def test_what_is_not_kept_is_not_waited_for_long(tiny, tmp_path, monkeypatch):
    monkeypatch.setattr(speed, "_KEPT_WITHIN_S", 0.1)
    engine = TimedEngine()
    monkeypatch.setattr(engine, "next_event", tick(engine, engine.next_event))
    assert measured(tiny, engine, kept=KvFolder(tmp_path)).first_token_restored_s is None
    assert engine.requests[-1].keep_as


def tick(engine, next_event):
    def ticking(timeout_s):
        engine.now_s += 0.001
        return next_event(timeout_s)

    return ticking


def test_a_real_engine_is_measured(tiny):
    engine, seen = Supervisor(), []
    try:
        report = measure_speed(engine, LoadPlan(tiny, n_threads=1, n_ctx=1024), on_progress=seen.append)
    finally:
        engine.close()
    assert [each.depth_tokens for each in report.depths] == [64, 512]
    assert all(0.5 < each.prompt_tokens / each.depth_tokens < 2.5 for each in report.depths)
    assert all(min(each.prompt_rate, each.decode_rate) > 0 for each in report.depths)
    assert report.depths[1].first_token_warm_s < report.depths[1].first_token_cold_s
    assert report.machine.cpu
    assert seen[-1].model.name == "Tiny"
