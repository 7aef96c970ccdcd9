# SPDX-License-Identifier: Apache-2.0
import os
import subprocess
import sys
import time

import pytest

from leeward.engine.child import waiting
from leeward.engine.machine import allowed_cpus

LINUX_ONLY = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="libgomp is measured on Linux")
TWO_PROCESSORS = pytest.mark.skipif(len(allowed_cpus()) < 2, reason="needs a second processor")


@pytest.mark.parametrize(
    ("look_ns", "n"),
    [
        pytest.param(25.0, 40_000, id="EPYC"),
        pytest.param(2.5, 400_000, id="no pause"),
        pytest.param(0.0, 5_000_000, id="nothing measured"),
        pytest.param(1e6, 5_000, id="stopped meanwhile"),
    ],
)
def test_looks_are_counted_by_the_time_they_take(look_ns, n):
    assert waiting.looks_of(look_ns, 0.001) == n


ASK = """
import os
from leeward.engine.child.waiting import looks_in
n = looks_in(0.001)
assert "GOMP_SPINCOUNT" not in os.environ
assert "libgomp" not in open("/proc/self/maps").read()
try:
    os.waitpid(-1, os.WNOHANG)
except ChildProcessError:
    print(n)
"""


@LINUX_ONLY
@TWO_PROCESSORS
def test_a_look_of_this_machine_is_measured_and_leaves_nothing_behind():
    environment = {name: value for name, value in os.environ.items() if name != "GOMP_SPINCOUNT"}
    # In a process of its own, as the engine: here libgomp may be loaded by now.
    told = subprocess.run([sys.executable, "-c", ASK], env=environment, capture_output=True, text=True, check=True)
    assert 5_000 <= int(told.stdout) <= 5_000_000


@LINUX_ONLY
@TWO_PROCESSORS
@pytest.mark.parametrize("look", [lambda: 1 / 0, lambda: time.sleep(30)], ids=["fails", "hangs"])
def test_what_cannot_be_measured_is_not_known(monkeypatch, look):
    monkeypatch.setattr(waiting, "_look_ns", look)
    assert waiting.looks_in(0.001) is None


@pytest.mark.parametrize(("given", "n"), [({}, "40000"), ({"GOMP_SPINCOUNT": "7"}, "7")], ids=["nothing said", "said"])
def test_who_starts_the_program_may_say_how_threads_wait(monkeypatch, given, n):
    monkeypatch.setattr(waiting, "looks_in", lambda _seconds: 40_000)
    monkeypatch.setattr(waiting.os, "environ", given)
    waiting.choose_waiting()
    assert given == {"GOMP_SPINCOUNT": n}


def test_without_a_measurement_a_number_holds_that_was_good_somewhere(monkeypatch):
    given: dict[str, str] = {}
    monkeypatch.setattr(waiting, "looks_in", lambda _seconds: None)
    monkeypatch.setattr(waiting.os, "environ", given)
    waiting.choose_waiting()
    assert given == {"GOMP_SPINCOUNT": "20000"}


def test_a_single_processor_has_nobody_to_wait_for(monkeypatch):
    monkeypatch.setattr(waiting, "allowed_cpus", lambda: {0})
    monkeypatch.setattr(waiting.os, "fork", lambda: pytest.fail("nothing is measured"), raising=False)
    assert waiting.looks_in(0.001) is None
