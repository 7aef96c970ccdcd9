# SPDX-License-Identifier: Apache-2.0
"""C9: too little memory is said before a load where it can be foreseen, and named where it shows later; it never costs the
window. The rule for what is foreseen is tried in tests/unit/library/test_fit.py.

The limit is one of address space (RLIMIT_AS) on a real engine process, which reads a real model's file without mapping it.
What is asked for in vain is then refused to malloc and mmap. That the kernel ends a process of a container that has used up
its memory was not tried here.
"""

import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import psutil
import pytest

from helpers import short_of_memory
from helpers.tiny_gguf import write_tiny_gguf
from leeward.domain.errors import EngineStopped, ModelTooLarge
from leeward.domain.generation import ChatMessage, GenerationRequest, Role
from leeward.domain.ids import GenerationId
from leeward.domain.model_info import Device, KvType, LoadPlan
from leeward.engine.machine import private_bytes
from leeward.engine.protocol import (
    EngineDied,
    EngineStarted,
    Finished,
    GenerationFailed,
    LoadFailed,
    LoadRetrying,
    ModelLoaded,
)
from leeward.engine.supervisor import Supervisor
from leeward.error_text import Remedy, describe
from leeward.library.fit import MARGIN, plan_for
from leeward.library.model_check import check_model_file

pytestmark = [
    pytest.mark.model,
    pytest.mark.skipif(sys.platform != "linux", reason="needs a limit of address space, and /proc"),
]

N_RUNS = 50
LOWEST, HIGHEST = 0.2, 1.1  # of the need
NAMED_RIGHT = 0.9


@dataclass(frozen=True)
class End:
    """How one run ended. `causes`: all that was said on the way."""

    has_answered: bool
    causes: tuple[Exception | None, ...]
    n_retries: int
    peak_bytes: int

    @property
    def is_named_right(self) -> bool:
        return all(is_want_of_memory(cause) for cause in self.causes) and bool(self.has_answered or self.causes)


def is_want_of_memory(error: Exception | None) -> bool:
    return isinstance(error, ModelTooLarge) or (isinstance(error, EngineStopped) and error.is_out_of_memory)


def run(plan: LoadPlan, limit_bytes: int | None, start_file: Path) -> End:
    """Load, then ask for a short answer."""
    engine = Supervisor(child_main=partial(short_of_memory.run, limit_bytes, str(start_file)))
    causes: list[Exception | None] = []
    n_retries, deadline = 0, time.monotonic() + 120.0
    try:
        engine.load(plan)
        while time.monotonic() < deadline:
            match engine.next_event(0.5):
                case ModelLoaded():
                    messages = (ChatMessage(Role.USER, "Hi"),)
                    engine.generate(GenerationRequest(GenerationId("a"), messages, max_tokens=2))
                case LoadRetrying(error=error):
                    n_retries += 1
                    causes.append(error)
                case GenerationFailed(error=error) | EngineDied(error=error) | LoadFailed(error=error):
                    causes.append(error)
                    return End(has_answered=False, causes=tuple(causes), n_retries=n_retries, peak_bytes=0)
                case Finished():
                    peak_bytes = short_of_memory.address_space_bytes(engine.process_id, "VmPeak")
                    return End(True, tuple(causes), n_retries, peak_bytes - int(start_file.read_text()))
        raise AssertionError(f"no end; {causes}")
    finally:
        engine.close()


@pytest.mark.timeout(600)
def test_C9_fifty_loads_with_too_little_memory_end_with_the_cause_named(starter_model, tmp_path):
    # One thread: several threads in several processes wait for one another on a busy machine.
    plans = [LoadPlan(starter_model, n_ctx=n_ctx, n_threads=1, use_mmap=False) for n_ctx in (512, 2048)]
    needs = [run(plan, None, tmp_path / "start").peak_bytes for plan in plans]

    def try_fraction(number: int) -> tuple[float, End]:
        fraction = LOWEST + (HIGHEST - LOWEST) * number / (N_RUNS - 1)
        which = number % len(plans)
        return fraction, run(plans[which], round(needs[which] * fraction), tmp_path / f"start-{number}")

    with ThreadPoolExecutor(max_workers=2) as pool:  # most of a run is a process that starts
        ends = list(pool.map(try_fraction, range(N_RUNS)))
    wrong = [(round(fraction, 2), end.causes) for fraction, end in ends if not end.is_named_right]
    n_answered = sum(end.has_answered for _, end in ends)
    n_retried = sum(end.n_retries > 0 for _, end in ends)
    print(f"named right {N_RUNS - len(wrong)} of {N_RUNS}, {n_answered} answered, {n_retried} tried smaller; {wrong}")
    assert len(wrong) <= N_RUNS * (1 - NAMED_RIGHT), wrong
    assert ends[-1][1].has_answered  # with enough memory it works
    assert not ends[0][1].has_answered  # and the limit is one
    assert n_retried


@pytest.fixture
def engine() -> Iterator[Supervisor]:
    made = Supervisor()
    yield made
    made.close()


def until(engine: Supervisor, kind: type):
    """Return the first event of `kind`; a failure of the load ends the wait."""
    deadline = time.monotonic() + 60.0
    while time.monotonic() < deadline:
        event = engine.next_event(0.5)
        if isinstance(event, kind):
            return event
        assert not isinstance(event, LoadFailed), event
    raise AssertionError(f"no {kind}")


def test_C9_a_load_that_will_not_fit_is_refused_before_it_begins_and_forced_goes_on(engine, starter_model):
    engine.start()
    devices = until(engine, EngineStarted).devices
    info, wanted = check_model_file(starter_model), LoadPlan(starter_model, n_ctx=512, kv_type=KvType.F16, n_threads=1)
    needed = round(plan_for(info, wanted, ()).estimate.main_bytes * MARGIN)

    def with_free(free_bytes: int) -> list[Device]:
        return [replace(each, free_bytes=free_bytes) for each in devices if each.kind == "CPU"]

    assert plan_for(info, wanted, with_free(needed + 1)).plan.n_ctx == 512
    with pytest.raises(ModelTooLarge) as refused:
        plan_for(info, wanted, with_free(needed - 2))
    assert (refused.value.needed_bytes, refused.value.available_bytes) == (needed, needed - 2)
    text = describe(refused.value)
    assert "needs more memory than this computer has free" in text.sentence
    assert text.remedy is Remedy.LOAD_ANYWAY
    engine.load(plan_for(info, replace(wanted, is_forced=True), with_free(needed - 2)).plan)
    assert until(engine, ModelLoaded).model.n_ctx == 512


def test_C9_memory_that_runs_out_while_it_answers_is_named_and_the_model_comes_back_with_less_context(tmp_path):
    engine = Supervisor()
    try:
        engine.load(LoadPlan(write_tiny_gguf(tmp_path / "tiny.gguf", n_layers=2), n_ctx=2048, n_threads=1))
        assert until(engine, ModelLoaded).model.n_ctx == 2048
        now_bytes = short_of_memory.address_space_bytes(engine.process_id)
        psutil.Process(engine.process_id).rlimit(psutil.RLIMIT_AS, (now_bytes, psutil.RLIM_INFINITY))
        # Its tokens, and what is made of them before, take some tens of MB.
        messages = (ChatMessage(Role.USER, "the and " * 100_000),)
        engine.generate(GenerationRequest(GenerationId("a"), messages, max_tokens=2))
        assert is_want_of_memory(until(engine, GenerationFailed).error)
        assert is_want_of_memory(until(engine, LoadRetrying).error)
        assert until(engine, ModelLoaded).model.n_ctx == 1024
    finally:
        engine.close()


@pytest.mark.parametrize("use_mmap", [True, False])
def test_C9_a_file_is_mapped_or_read_into_memory_of_its_own(engine, starter_model, use_mmap):
    engine.start()
    until(engine, EngineStarted)
    before = private_bytes(engine.process_id)
    engine.load(LoadPlan(starter_model, n_ctx=512, n_threads=1, use_mmap=use_mmap))
    until(engine, ModelLoaded)
    weights, grown = starter_model.stat().st_size, private_bytes(engine.process_id) - before
    mapped = [line for line in Path(f"/proc/{engine.process_id}/maps").read_text().splitlines() if "gguf" in line]
    assert bool(mapped) == use_mmap
    assert (grown > 0.9 * weights) == (not use_mmap), (grown, weights)
