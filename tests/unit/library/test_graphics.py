# SPDX-License-Identifier: Apache-2.0
"""Graphics hardware, on machines made of files."""

from pathlib import Path

import pytest

from helpers.machine_files import write_machine
from leeward.library.graphics import Graphics, is_container, look

DRIVER = (
    "NVRM version: NVIDIA UNIX x86_64 Kernel Module  535.183.01  Sun May 12 19:39:15 UTC 2024\nGCC version:  gcc 12\n"
)
OPEN_DRIVER = "NVRM version: NVIDIA UNIX Open Kernel Module for x86_64  570.86.15  Release Build  (builder@host)\n"


def card(vendor: str, slot: str = "0000:01:00.0", kind: str = "0x030000") -> dict[str, str]:
    device = f"sys/bus/pci/devices/{slot}"
    return {f"{device}/vendor": vendor, f"{device}/class": kind}


def seen(root: Path, files: dict[str, str], *, closed: tuple[str, ...] = ()) -> Graphics:
    return look(write_machine(root, files), lambda node: node.name not in closed)


def test_a_machine_without_anything_has_nothing(tmp_path):
    found = look(tmp_path)
    assert found.vendors == found.render_nodes == ()
    assert not found.nvidia.is_seen
    assert not found.is_container


@pytest.mark.parametrize(("text", "version", "major"), [(DRIVER, "535.183.01", 535), (OPEN_DRIVER, "570.86.15", 570)])
def test_nvidia_is_seen_with_driver_version_node_and_library(tmp_path, text, version, major):
    files = {
        **card("0x10de"),
        "proc/driver/nvidia/version": text,
        "dev/nvidia0": "",
        "usr/lib/x86_64-linux-gnu/libcuda.so.1": "",
    }
    found = seen(tmp_path, files)
    assert found.vendors == ("NVIDIA",)
    assert (found.nvidia.driver, found.nvidia.driver_major) == (version, major)
    assert found.nvidia.has_device_node
    assert found.nvidia.has_libcuda


def test_a_card_without_a_driver_is_seen_on_the_bus(tmp_path):
    found = seen(tmp_path, {**card("0x10de"), **card("0x8086", "0000:00:1f.3", "0x040300")})  # the second is for sound
    assert found.vendors == ("NVIDIA",)
    assert found.nvidia.is_seen
    assert (found.nvidia.driver, found.nvidia.has_libcuda) == ("", False)


@pytest.mark.parametrize("folder", ["tegra", "nvidia"])
def test_a_jetson_is_known_by_its_release_file(tmp_path, folder):
    library = f"usr/lib/aarch64-linux-gnu/{folder}/libcuda.so.1"
    found = seen(tmp_path, {"etc/nv_tegra_release": "# R36 (release)", library: ""})
    assert found.nvidia.is_jetson
    assert found.nvidia.is_seen
    assert found.nvidia.has_libcuda


def test_a_card_of_windows_is_seen_in_its_linux(tmp_path):
    found = seen(tmp_path, {"dev/dxg": "", "usr/lib/wsl/lib/libcuda.so.1": ""})
    assert found.nvidia.is_wsl
    assert found.nvidia.is_seen


def test_render_nodes_that_the_user_may_not_use_are_told_apart(tmp_path):
    files = {"dev/dri/renderD128": "", "dev/dri/renderD129": "", "dev/dri/card0": ""}
    found = seen(tmp_path, files, closed=("renderD129",))
    assert found.render_nodes == ("/dev/dri/renderD128", "/dev/dri/renderD129")
    assert found.closed_nodes == ("/dev/dri/renderD129",)


def test_vulkan_needs_a_loader_and_a_driver(tmp_path):
    found = seen(tmp_path, {"usr/lib/aarch64-linux-gnu/libvulkan.so.1": ""})
    assert (found.has_vulkan, found.has_vulkan_driver) == (True, False)
    assert seen(tmp_path, {"usr/share/vulkan/icd.d/broadcom_icd.json": "{}"}).has_vulkan_driver


def test_amd_is_seen_with_its_compute_driver(tmp_path):
    found = seen(tmp_path, {**card("0x1002"), "dev/kfd": ""})
    assert found.vendors == ("AMD",)
    assert found.has_rocm


@pytest.mark.parametrize(
    "files", [{".dockerenv": ""}, {"run/.containerenv": ""}, {"proc/1/cgroup": "0::/kubepods/besteffort/pod1\n"}]
)
def test_a_container_is_known_by_its_files(tmp_path, files):
    assert is_container(write_machine(tmp_path, files))
    assert not is_container(write_machine(tmp_path / "host", {"proc/1/cgroup": "0::/init.scope\n"}))
