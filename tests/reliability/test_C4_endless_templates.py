# SPDX-License-Identifier: Apache-2.0
"""C4: chat templates without end, without bounds or without sense. All end in time, and the engine goes on."""

import concurrent.futures
import signal
import sys
import time

import pytest

from helpers import template_runner
from helpers.tiny_gguf import write_tiny_gguf
from leeward.domain.generation import ChatMessage, GenerationRequest, Role
from leeward.domain.ids import GenerationId
from leeward.domain.model_info import LoadPlan
from leeward.engine.protocol import EngineDied, Finished, GenerationFailed, LoadFailed, ModelLoaded
from leeward.engine.supervisor import Supervisor

MAX_CPU_S = 3.0

DOUBLED = "{% set n = namespace(x=['a'], y=['a']) %}{% for i in range(60) %}{% set n.x = [n.x, n.x] %}"
KILLERS = [
    # One comparison of two lists that are 2**60 long when written out: Python looks for no exception inside it.
    DOUBLED + "{% set n.y = [n.y, n.y] %}{% endfor %}{{ n.x == n.y }}",
    DOUBLED + "{% set n.y = [n.y, n.y] %}{% endfor %}{{ n.y in [1, n.x] }}",
]
TEMPLATES = [
    # Time.
    "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
    "{% for a in range(99999) %}{% set x = range(99999) | list | sort %}{% endfor %}",
    "{% macro f(n) %}{% if n %}{{ f(n - 1) }}{{ f(n - 1) }}{% endif %}{% endmacro %}{{ f(60) }}",
    "{% for a in range(99999) %}{% set x = ('ab' * 9999) | replace('a', 'b') | upper | reverse %}{% endfor %}",
    "{% for a in range(99999) recursive %}{{ loop(range(9999)) }}{% endfor %}",
    "{% for a in range(99999) %}{{ range(99999) | sum }}{% endfor %}",
    # Memory.
    "{% set n = namespace(x='a') %}{% for i in range(60) %}{% set n.x = n.x ~ n.x %}{% endfor %}{{ n.x }}",
    "{% set n = namespace(x=[1]) %}{% for i in range(60) %}{% set n.x = n.x + n.x %}{% endfor %}{{ n.x }}",
    "{{ 'x' | center(3000000000) }}",
    "{{ '%3000000000d' % 1 }}",
    "{{ '{:>3000000000}'.format(1) }}",
    "{{ ('a' * 999999) | replace('a', 'b' * 999999) }}",
    "{{ 'x'.ljust(3000000000) }}",
    "{{ ('\\t' * 999999).expandtabs(999999) }}",
    DOUBLED + "{% endfor %}{{ n.x | tojson }}",
    DOUBLED + "{% endfor %}{{ n.x }}",
    # Numbers.
    "{{ 2 ** 100000000 }}",
    "{% set n = namespace(x=2) %}{% for i in range(60) %}{% set n.x = n.x * n.x %}{% endfor %}{{ n.x }}",
    "{% set n = namespace(x=2) %}{% for i in range(60) %}{% set n.x = n.x ** 64 %}{% endfor %}{{ n.x }}",
    "{{ 'a' * 2000000000 }}",
    "{{ range(1000000000) | list }}",
    # Output.
    "{% for i in range(99999) %}{{ 'x' * 1000 }}{% endfor %}",
    "{{ lipsum(n=99999, min=99, max=100) }}",
    # Depth.
    "{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}",
    "{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}",
    "{% if 1 %}" * 500 + "{% endif %}" * 500,
    # Sense.
    "{% if %}",
    "{{ nothing.at.all }}",
]


def test_C4_every_template_ends_within_three_seconds_of_cpu():
    sources = TEMPLATES + KILLERS
    assert len(sources) == 30
    halves = [sources[0::2], sources[1::2]]
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        found = list(pool.map(template_runner.run_all, halves))
    for source, result in zip(halves[0] + halves[1], found[0] + found[1], strict=True):
        print("C4:", source[:60], result)
        if "signal" in result:
            assert result["signal"] == signal.SIGVTALRM  # the kernel counts exactly
        else:
            assert result["cpu_s"] <= MAX_CPU_S, source[:100]
            assert "using the built-in one named plain" in result["note"], source[:100]
    assert sum("signal" in result for half in found for result in half) <= 6


class Engine:
    def __init__(self):
        self.supervisor = Supervisor()

    def until(self, *kinds, limit_s=60.0):
        seen, deadline = [], time.monotonic() + limit_s
        while time.monotonic() < deadline:
            event = self.supervisor.next_event(1.0)
            seen += [event] if event is not None else []
            if isinstance(event, kinds):
                return event
        raise AssertionError(f"no {kinds} among {seen}")

    def load(self, path):
        self.supervisor.load(LoadPlan(path, n_threads=1))

    def ask(self):
        message = ChatMessage(Role.USER, "the and")
        self.supervisor.generate(GenerationRequest(GenerationId("1"), (message,), max_tokens=3))
        return self.until(Finished, GenerationFailed)


@pytest.fixture
def engine():
    engine = Engine()
    yield engine
    engine.supervisor.close()


def test_C4_the_engine_answers_with_a_builtin_template_after_an_endless_one(engine, tmp_path):
    engine.load(write_tiny_gguf(tmp_path / "endless.gguf", template=TEMPLATES[0]))
    loaded = engine.until(ModelLoaded)
    assert "it takes too long; using the built-in one named plain" in loaded.model.template_note
    assert isinstance(engine.ask(), Finished)


def test_C4_a_template_that_ends_the_engine_process_does_not_end_this_one(engine, tmp_path):
    if sys.platform == "win32":
        pytest.skip("there is no limit of CPU time on Windows: the heartbeat ends the process, which takes longer")
    engine.load(write_tiny_gguf(tmp_path / "killer.gguf", template=KILLERS[0]))
    assert isinstance(engine.until(EngineDied, LoadFailed), EngineDied | LoadFailed)
    engine.load(write_tiny_gguf(tmp_path / "good.gguf"))
    engine.until(ModelLoaded)
    assert isinstance(engine.ask(), Finished)
