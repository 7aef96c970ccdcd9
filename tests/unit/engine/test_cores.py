# SPDX-License-Identifier: Apache-2.0
import subprocess
import sys
import time

from leeward.engine.child.cores import CoreWatch, n_cores


def watch(seconds):
    cores = CoreWatch()
    cores.sample(time.monotonic())
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        sum(range(1000))  # our own work is not others'
    cores.sample(time.monotonic())
    return cores.free_cores()


def test_nothing_is_known_before_two_samples():
    assert CoreWatch().free_cores() == n_cores()


def test_cores_that_others_burn_are_not_free():
    burners = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(n_cores())]
    try:
        assert watch(1.5) <= max(1, n_cores() - 1)
    finally:
        for burner in burners:
            burner.kill()
            burner.wait()


def test_there_is_always_one_core():
    cores = CoreWatch()
    cores._samples.extend([(0.0, 0.0), (1.0, 1e6)])
    assert cores.free_cores() == 1
