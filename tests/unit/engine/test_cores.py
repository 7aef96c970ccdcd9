# SPDX-License-Identifier: Apache-2.0
import subprocess
import sys
import time

import pytest

from helpers.machine_files import cpus, write_machine
from leeward.engine import machine
from leeward.engine.child.cores import STALE_S, CoreWatch, n_cores

EIGHT = set(range(8))


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


@pytest.mark.parametrize(
    ("n_usable", "used_by_others", "free"),
    [(2, 0.1, 2), (2, 0.67, 1), (2, 1.0, 1), (2, 1.9, 1), (8, 1.0, 7), (8, 0.3, 8), (8, -0.2, 8)],
)
def test_one_thread_fewer_for_every_core_that_is_taken(n_usable, used_by_others, free):
    cores = CoreWatch()
    cores._n_usable = cores._n_cores = n_usable
    cores._samples.extend([(10.0, 100.0), (12.0, 100.0 + 2 * used_by_others)])
    assert cores.free_cores() == free


@pytest.mark.parametrize(
    ("limit", "used_by_others", "free"), [(2, 0.0, 2), (2, 1.0, 2), (2, 3.0, 1), (8, 0.0, 8), (8, 1.0, 3), (4, 4.0, 1)]
)
def test_a_limit_holds_while_all_cores_are_free_and_others_still_lower_it(limit, used_by_others, free):
    cores = CoreWatch()
    cores._n_usable = cores._n_cores = 4
    cores._samples.extend([(10.0, 100.0), (12.0, 100.0 + 2 * used_by_others)])
    assert cores.free_cores(limit) == free <= max(cores.free_cores(), limit)


def test_a_step_of_the_clock_between_two_close_samples_is_no_busy_core():
    cores = CoreWatch()
    cores._n_usable = cores._n_cores = 4
    cores._samples.extend([(10.0, 100.0), (10.002, 100.01)])
    assert cores.free_cores() == 4


def test_the_count_follows_the_last_two_seconds():
    cores = CoreWatch()
    cores._n_usable = cores._n_cores = 4
    cores._samples.extend([(float(second), 2.0 * second) for second in range(3)])
    assert cores.free_cores() == 2
    cores._samples.clear()
    cores._samples.extend([(float(second), 4.0) for second in range(2, 5)])
    assert cores.free_cores() == 4


def test_a_container_gets_no_more_threads_than_its_quota(tmp_path):
    assert n_cores(write_machine(tmp_path, cpus(8)), EIGHT) == 8
    quota = {"proc/self/cgroup": "0::/\n", "sys/fs/cgroup/cpu.max": "250000 100000"}
    assert n_cores(write_machine(tmp_path, quota), EIGHT) == 2
    # What others use is taken from the machine, not from the quota: two of eight cores are enough for two threads.
    cores = CoreWatch(tmp_path, EIGHT)
    cores._samples.extend([(0.0, 0.0), (1.0, 6.0)])
    assert cores.free_cores() == 2
    write_machine(tmp_path, {"sys/fs/cgroup/cpu.max": "50000 100000"})
    assert n_cores(tmp_path, EIGHT) == 1


def test_threads_go_to_cores_of_the_fast_kind_only(tmp_path):
    board = {cpu: 1024 if cpu >= 4 else 530 for cpu in range(8)}
    assert n_cores(write_machine(tmp_path / "arm", cpus(8, capacities=board)), EIGHT) == 4
    hybrid = cpus(4, siblings=2) | {"sys/devices/cpu_core/cpus": "0-3", "sys/devices/cpu_atom/cpus": "4-7"}
    assert n_cores(write_machine(tmp_path / "hybrid", hybrid), EIGHT) == 2


def test_a_process_bound_to_slow_cores_uses_them(tmp_path):
    board = {cpu: 1024 if cpu >= 4 else 530 for cpu in range(8)}
    assert n_cores(write_machine(tmp_path, cpus(8, capacities=board)), {0, 1}) == 2


def test_the_own_machine_has_at_least_one_core_of_each_count():
    assert 1 <= n_cores() <= len(machine.allowed_cpus())


def test_what_was_measured_before_a_long_rest_is_forgotten():
    cores = CoreWatch()
    cores.sample(100.0)
    cores.sample(101.0)
    cores.sample(101.0 + STALE_S)
    assert len(cores._samples) == 1
    assert cores.free_cores() == n_cores()


@pytest.mark.parametrize(("n_running", "free"), [(1, 2), (2, 1), (None, 1)])
def test_who_computed_during_a_rest_and_is_done_takes_no_core(tmp_path, n_running, free):
    text = "cpu  1 2 3\n" + (f"procs_running {n_running}\nprocs_blocked 0\n" if n_running else "")
    cores = CoreWatch(write_machine(tmp_path, {"proc/stat": text}))
    cores._n_usable = cores._n_cores = 2
    cores._samples.append((100.0, -1e6))  # since then others used more than there is
    cores.begin(103.0)
    assert cores.free_cores() == free


def test_the_one_who_sent_the_work_may_still_be_awake(tmp_path, monkeypatch):
    cores = CoreWatch(tmp_path)
    cores._n_usable = cores._n_cores = 2
    running = iter((2, 2, 1))
    monkeypatch.setattr(machine, "n_running", lambda _root: next(running))
    cores._samples.append((100.0, -1e6))
    cores.begin(103.0)
    assert cores.free_cores() == 2


def test_the_thread_that_asks_is_running():
    if sys.platform == "linux":
        assert (machine.n_running() or 0) >= 1
