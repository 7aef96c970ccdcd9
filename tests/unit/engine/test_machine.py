# SPDX-License-Identifier: Apache-2.0
import pytest

from helpers.machine_files import cpus, write_machine
from leeward.engine import machine

GIB = 1024**3
MEMINFO = "MemTotal: 8388608 kB\nMemAvailable: 4194304 kB\nSwapTotal: 1024 kB\nSwapFree: 512 kB\n"


@pytest.mark.parametrize(("said", "cores"), [("200000 100000", 2.0), ("50000 100000", 0.5), ("max 100000", None)])
def test_the_processor_time_of_a_container_is_read(tmp_path, said, cores):
    write_machine(tmp_path, {"proc/self/cgroup": "0::/app\n", "sys/fs/cgroup/app/cpu.max": said})
    assert machine.quota_cores(tmp_path) == cores


def test_the_tightest_of_nested_groups_counts(tmp_path):
    write_machine(
        tmp_path,
        {
            "proc/self/cgroup": "0::/outer/inner\n",
            "sys/fs/cgroup/outer/cpu.max": "150000 100000",
            "sys/fs/cgroup/outer/inner/cpu.max": "400000 100000",
        },
    )
    assert machine.quota_cores(tmp_path) == 1.5


def test_a_path_of_the_host_is_looked_for_at_the_top(tmp_path):
    write_machine(tmp_path, {"proc/self/cgroup": "0::/docker/abc\n", "sys/fs/cgroup/cpu.max": "100000 100000"})
    assert machine.quota_cores(tmp_path) == 1.0


def test_control_groups_of_the_first_version_are_read(tmp_path):
    write_machine(
        tmp_path,
        {
            "proc/self/cgroup": "5:memory:/a\n4:cpu,cpuacct:/a\n3:name=systemd:/\n",
            "proc/meminfo": MEMINFO,
            "sys/fs/cgroup/cpu,cpuacct/a/cpu.cfs_quota_us": "300000",
            "sys/fs/cgroup/cpu,cpuacct/a/cpu.cfs_period_us": "100000",
            "sys/fs/cgroup/memory/a/memory.limit_in_bytes": str(2 * GIB),
            "sys/fs/cgroup/memory/a/memory.usage_in_bytes": str(GIB),
            "sys/fs/cgroup/memory/memory.limit_in_bytes": str(2**63 - 4096),
        },
    )
    assert machine.quota_cores(tmp_path) == 3.0
    assert machine.memory(tmp_path) == machine.Memory(2 * GIB, GIB, 2**20, 2**19, 2 * GIB)


def test_without_a_quota_there_is_none(tmp_path):
    write_machine(tmp_path, {"proc/self/cgroup": "4:cpu:/\n", "sys/fs/cgroup/cpu/cpu.cfs_quota_us": "-1"})
    assert machine.quota_cores(tmp_path) is None
    assert machine.quota_cores(tmp_path / "nothing") is None


def test_cached_files_of_a_container_do_not_count_as_used(tmp_path):
    write_machine(
        tmp_path,
        {
            "proc/self/cgroup": "0::/\n",
            "proc/meminfo": MEMINFO,
            "sys/fs/cgroup/memory.max": str(3 * GIB),
            "sys/fs/cgroup/memory.current": str(2 * GIB),
            "sys/fs/cgroup/memory.stat": f"anon 1\ninactive_file {GIB}\n",
        },
    )
    assert machine.memory(tmp_path).available == 2 * GIB


def test_memory_without_a_container_is_what_the_kernel_says(tmp_path):
    write_machine(tmp_path, {"proc/meminfo": MEMINFO})
    assert machine.memory(tmp_path) == machine.Memory(8 * GIB, 4 * GIB, 2**20, 2**19, None)
    assert machine.memory(tmp_path / "nothing").total > 0  # psutil knows


def test_efficiency_cores_are_left_out(tmp_path):
    intel = write_machine(
        tmp_path / "intel", {"sys/devices/cpu_core/cpus": "0-11", "sys/devices/cpu_atom/cpus": "12-19"}
    )
    assert machine.performance_cpus(intel) == set(range(12))
    board = {0: 530, 1: 530, 2: 530, 3: 530, 4: 1024, 5: 1024, 6: 1000, 7: 1000}
    assert machine.performance_cpus(write_machine(tmp_path / "arm", cpus(8, capacities=board))) == {4, 5, 6, 7}
    same = dict.fromkeys(range(4), 1024)
    assert machine.performance_cpus(write_machine(tmp_path / "same", cpus(4, capacities=same))) is None
    assert machine.performance_cpus(tmp_path / "nothing") is None


def test_hyper_threads_of_a_core_are_one_core(tmp_path):
    write_machine(tmp_path, cpus(8, siblings=2))
    assert machine.n_physical(set(range(8)), tmp_path) == 4
    assert machine.n_physical({0, 1, 2}, tmp_path) == 2
    assert machine.n_physical({0, 1, 2}, tmp_path / "nothing") is None


def test_only_what_all_processors_have_is_an_instruction_set_of_the_machine(tmp_path):
    write_machine(tmp_path, {"proc/cpuinfo": "flags\t: sse3 avx2\n\nflags\t: sse3\n"})
    assert machine.cpu_flags(tmp_path) == {"sse3"}
    arm = write_machine(tmp_path / "arm", {"proc/cpuinfo": "Features\t: fp asimd asimddp i8mm\n"})
    assert "i8mm" in machine.cpu_flags(arm)
    assert machine.cpu_flags(tmp_path / "nothing") == frozenset()


def test_kernel_lists_are_read():
    assert machine.cpu_list("0-2,5,7-8") == {0, 1, 2, 5, 7, 8}
    assert machine.cpu_list("") == set()
