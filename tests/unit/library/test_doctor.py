# SPDX-License-Identifier: Apache-2.0
"""What `leeward doctor` finds and advises: every finding with a way on."""

from dataclasses import replace
from pathlib import Path

import pytest

from helpers.machine_files import write_machine
from leeward.domain.model_info import Device
from leeward.engine.machine import Memory
from leeward.library import doctor
from leeward.library.doctor import Build
from leeward.library.graphics import Graphics, Nvidia

GIB = 1024**3
NO_NVIDIA = Nvidia(is_seen=False, driver="", has_device_node=False, has_libcuda=False, is_jetson=False, is_wsl=False)
NOTHING = Graphics(
    vendors=(), nvidia=NO_NVIDIA, render_nodes=(), closed_nodes=(), has_vulkan=False, has_vulkan_driver=False,
    has_rocm=False, is_apple_silicon=False, is_container=False,
)  # fmt: skip
NVIDIA = replace(NO_NVIDIA, is_seen=True, driver="535.183.01", has_device_node=True, has_libcuda=True)
CPU = Device("CPU", "A processor", "CPU", 8 * GIB, 4 * GIB, "CPU", features=("AVX2", "FMA", "LLAMAFILE"))
CUDA = Device("CUDA0", "A card", "GPU", 8 * GIB, 6 * GIB, "CUDA")
PLAIN = Build(("CPU",), (CPU,))
WITH_INTEL = replace(
    NOTHING, vendors=("Intel",), render_nodes=("/dev/dri/renderD128",), has_vulkan=True, has_vulkan_driver=True
)


def said(findings) -> list[doctor.Finding]:
    found = list(findings)
    for finding in found:
        assert finding.sentence.endswith(".")
        assert finding.remedy
    return found


def graphics(build=PLAIN, **seen) -> list[doctor.Finding]:
    return said(doctor.graphics(build, replace(NOTHING, **seen)))


def processor(features: str, flags: str) -> list[doctor.Finding]:
    cpu = replace(CPU, features=tuple(features.split()))
    return said(doctor.processor(Build(("CPU",), (cpu,), frozenset(flags.split()))))


def test_a_build_for_this_processor_needs_no_word():
    assert processor("SSE3 AVX AVX2 FMA LLAMAFILE", "pni avx avx2 fma sse2") == []
    assert processor("NEON DOTPROD SVE_CNT=16", "fp asimd asimddp") == []


def test_instructions_the_processor_does_not_have_are_a_problem():
    [finding] = processor("AVX AVX2 AVX512", "avx avx2 avx512f")
    assert finding.is_problem
    assert "(AVX512)" in finding.sentence


@pytest.mark.parametrize(
    ("features", "flags", "missing"),
    [
        ("AVX", "avx avx2 fma", "FMA, AVX2"),
        ("NEON", "asimd asimddp i8mm", "DOTPROD, MATMUL_INT8"),
        ("AVX2", "avx2 avx512f avx512cd avx512vl avx512dq avx512bw", "AVX512"),
    ],
)
def test_instructions_the_build_does_not_use_are_a_hint(features, flags, missing):
    [finding] = processor(features, flags)
    assert not finding.is_problem
    assert f"({missing})" in finding.sentence


def test_nothing_is_said_of_a_processor_that_is_not_known():
    assert processor("AVX2", "") == []
    assert processor("", "avx2") == []


def test_a_machine_without_a_card_needs_no_word():
    assert graphics() == []


def test_a_card_without_cuda_in_the_build_is_a_hint_with_the_line_to_type():
    [finding] = graphics(nvidia=NVIDIA)
    assert not finding.is_problem
    assert 'LEEWARD_CMAKE_ARGS="-DGGML_CUDA=on" make setup' in finding.remedy
    assert graphics(Build(("CPU", "CUDA"), (CPU, CUDA)), nvidia=NVIDIA) == []


def test_an_old_driver_is_said():
    old, _ = graphics(nvidia=replace(NVIDIA, driver="470.42.01"))
    assert "470.42.01" in old.sentence
    assert "525" in old.sentence


@pytest.mark.parametrize(
    ("card", "is_container", "word"),
    [
        (NVIDIA, False, "nvidia-driver"),
        (NVIDIA, True, "--gpus all"),
        (replace(NVIDIA, is_jetson=True), False, "nvidia-l4t-cuda"),
        (replace(NVIDIA, is_wsl=True), False, "in Windows"),
    ],
)
def test_a_missing_driver_library_is_said_for_each_kind_of_machine(card, is_container, word):
    [finding] = graphics(nvidia=replace(card, has_libcuda=False), is_container=is_container)
    assert "libcuda" in finding.sentence
    assert word in finding.remedy


def test_a_driver_without_its_node_is_said():
    node, _ = graphics(nvidia=replace(NVIDIA, has_device_node=False))
    assert "/dev/nvidia0" in node.sentence


def test_a_jetson_needs_no_node_and_is_told_of_jetpack():
    [finding] = graphics(nvidia=replace(NVIDIA, driver="", has_device_node=False, is_jetson=True))
    assert "JetPack" in finding.remedy


def test_a_backend_without_a_device_is_a_problem():
    [finding] = graphics(Build(("CPU", "CUDA"), (CPU,)), nvidia=NVIDIA)
    assert finding.is_problem
    assert "CUDA" in finding.sentence
    [inside] = graphics(Build(("CPU", "Vulkan"), (CPU,)), is_container=True)
    assert "--device /dev/dri" in inside.remedy


def test_vulkan_is_offered_where_a_driver_for_it_is():
    [finding] = said(doctor.graphics(PLAIN, WITH_INTEL))
    assert "-DGGML_VULKAN=on" in finding.remedy
    assert "glslc" in finding.remedy
    [driver] = said(doctor.graphics(PLAIN, replace(WITH_INTEL, has_vulkan_driver=False)))
    assert "mesa-vulkan-drivers" in driver.remedy


def test_a_node_that_is_closed_to_the_user_is_said_with_the_group():
    closed, _ = said(doctor.graphics(PLAIN, replace(WITH_INTEL, closed_nodes=("/dev/dri/renderD128",))))
    assert "usermod -aG render,video" in closed.remedy


def test_a_card_outside_of_the_container_is_said():
    [finding] = graphics(vendors=("AMD",), is_container=True)
    assert "not in this container" in finding.sentence


def test_amd_and_apple_are_told_how_to_build():
    assert "-DGGML_HIP=on" in graphics(has_rocm=True)[0].remedy
    assert "-DGGML_METAL=on" in graphics(is_apple_silicon=True)[0].remedy
    metal = Device("MTL0", "Apple M2", "GPU", GIB, GIB, "Metal")
    assert graphics(Build(("Metal", "CPU"), (metal, CPU)), is_apple_silicon=True) == []


def test_every_backend_has_a_line():
    build = Build(("CPU", "CUDA", "RPC", "BLAS"), (CPU, CUDA))
    lines = {state.name: state.state for state in doctor.backend_states(build, replace(NOTHING, has_rocm=True))}
    assert lines == {
        "CPU": "in this build: A processor (AVX2, FMA, LLAMAFILE)",
        "CUDA": "in this build: CUDA0 (A card, 6.4 GB of 8.6 GB free)",
        "ROCm": "not in this build, hardware seen",
        "Vulkan": "not in this build, no hardware seen",
        "Metal": "not in this build, no hardware seen",
        "RPC": "in this build; --rpc HOST:PORT uses it",
        "BLAS": "in this build, no hardware seen",
    }


def test_little_memory_is_said_with_what_the_limit_is():
    assert said(doctor.memory(Memory(8 * GIB, 4 * GIB, 0, 0, None))) == []
    [board] = said(doctor.memory(Memory(GIB, GIB // 2, 0, 0, None)))
    assert "zram" in board.remedy
    [container] = said(doctor.memory(Memory(GIB, GIB // 2, GIB, GIB, GIB)))
    assert "container" in container.remedy
    assert "zram" not in container.remedy


def test_what_holds_the_processor_back_is_said(tmp_path):
    cpufreq = "sys/devices/system/cpu/cpu0/cpufreq"
    slow = {f"{cpufreq}/scaling_governor": "powersave\n", f"{cpufreq}/scaling_driver": "cpufreq-dt\n"}
    battery = {"sys/class/power_supply/BAT0/status": "Discharging\n"}
    sentences = [finding.sentence for finding in said(doctor.power(write_machine(tmp_path, slow | battery)))]
    assert len(sentences) == 2
    # There it is the ordinary governor, which follows the load.
    adaptive = write_machine(tmp_path / "intel", {**slow, f"{cpufreq}/scaling_driver": "intel_pstate\n"})
    assert said(doctor.power(adaptive)) == []
    assert said(doctor.power(tmp_path / "nothing")) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("throttled=0x0", []),
        ("throttled=0x50005", ["under-voltage", "throttling"]),
        ("throttled=0x50000\n", ["under-voltage earlier", "throttling earlier"]),
        ("8", ["the soft temperature limit"]),
        ("", []),
        ("VCHI initialization failed", []),
    ],
)
def test_the_firmware_of_a_board_is_understood(tmp_path, text, words):
    assert doctor.throttling(text) == words
    assert len(said(doctor.power(tmp_path, text))) == bool(words)
    board = write_machine(tmp_path, {"sys/devices/platform/soc/soc:firmware/get_throttled": text})
    assert len(said(doctor.power(board))) == bool(words)


def test_models_behind_a_network_are_a_hint():
    assert said(doctor.models_folder(Path("/m"), "ext4", is_remote=False)) == []
    [finding] = said(doctor.models_folder(Path("/m"), "nfs4", is_remote=True))
    assert "nfs4" in finding.sentence


def test_other_machines_need_rpc_in_the_build_and_an_answer():
    assert said(doctor.rpc((), PLAIN, ())) == []
    [missing] = said(doctor.rpc(("board:50052",), PLAIN, ()))
    assert missing.is_problem
    assert "-DGGML_RPC=on" in missing.remedy
    [silent] = said(doctor.rpc(("board:50052",), Build(("CPU", "RPC"), (CPU,)), [("board:50052", "timed out")]))
    assert "timed out" in silent.sentence
