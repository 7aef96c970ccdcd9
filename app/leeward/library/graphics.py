# SPDX-License-Identifier: Apache-2.0
"""Graphics hardware and its drivers as the system shows them, whatever the engine was built for.

Everything is read below `root`, so that a test can build a machine of files. Nothing is started and nothing is loaded.
"""

import os
import platform
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from leeward.engine.machine import ROOT, text_of

_VENDORS = {"0x10de": "NVIDIA", "0x1002": "AMD", "0x8086": "Intel"}
_DISPLAY_CLASS = "0x03"
_LIBRARIES = ("usr/lib/*-linux-gnu*", "usr/lib64", "usr/lib", "lib/*-linux-gnu*", "usr/lib/wsl/lib", "usr/local/lib")

CanUse = Callable[[Path], bool]


def may_read_and_write(node: Path) -> bool:
    return os.access(node, os.R_OK | os.W_OK)


@dataclass(frozen=True, slots=True)
class Nvidia:
    """Attributes:
    driver: Version of the kernel's driver ("535.183.01"), "" without one.
    """

    is_seen: bool
    driver: str
    has_device_node: bool
    has_libcuda: bool
    is_jetson: bool
    is_wsl: bool

    @property
    def driver_major(self) -> int:
        return int(self.driver.split(".", 1)[0]) if self.driver else 0


@dataclass(frozen=True, slots=True)
class Graphics:
    """Attributes:
    vendors: Of the cards on the bus ("NVIDIA", "AMD", "Intel").
    render_nodes, closed_nodes: /dev/dri/renderD*: all of them, and those this user may not use.
    has_vulkan: The loader is there. `has_vulkan_driver`: so is a driver for it.
    has_rocm: AMD's compute driver (/dev/kfd).
    """

    vendors: tuple[str, ...]
    nvidia: Nvidia
    render_nodes: tuple[str, ...]
    closed_nodes: tuple[str, ...]
    has_vulkan: bool
    has_vulkan_driver: bool
    has_rocm: bool
    is_apple_silicon: bool
    is_container: bool


def look(root: Path = ROOT, can_use: CanUse = may_read_and_write) -> Graphics:
    """Return what is there; reads a few dozen small files."""
    vendors = _vendors(root)
    nodes = sorted(root.glob("dev/dri/renderD*"))
    return Graphics(
        vendors=vendors,
        nvidia=_nvidia(root, vendors),
        render_nodes=tuple(_name(node, root) for node in nodes),
        closed_nodes=tuple(_name(node, root) for node in nodes if not can_use(node)),
        has_vulkan=_has_library(root, "libvulkan.so.1"),
        has_vulkan_driver=any(
            next((root / folder).glob("*.json"), None) is not None
            for folder in ("usr/share/vulkan/icd.d", "usr/local/share/vulkan/icd.d", "etc/vulkan/icd.d")
        ),
        has_rocm=(root / "dev/kfd").exists(),
        is_apple_silicon=platform.system() == "Darwin" and platform.machine() == "arm64",
        is_container=is_container(root),
    )


def is_container(root: Path = ROOT) -> bool:
    """Whether this process runs in a container, as far as its files show."""
    if any((root / mark).exists() for mark in (".dockerenv", "run/.containerenv")):
        return True
    return re.search(r"docker|kubepods|containerd|/lxc", text_of(root / "proc/1/cgroup")) is not None


def _vendors(root: Path) -> tuple[str, ...]:
    found = set()
    for device in root.glob("sys/bus/pci/devices/*"):
        if text_of(device / "class").startswith(_DISPLAY_CLASS):
            found.add(_VENDORS.get(text_of(device / "vendor"), ""))
    return tuple(sorted(found - {""}))


def _nvidia(root: Path, vendors: tuple[str, ...]) -> Nvidia:
    version = re.search(r"NVRM version:.*?\s(\d+\.\d+[\d.]*)\s", text_of(root / "proc/driver/nvidia/version") + " ")
    is_jetson = (root / "etc/nv_tegra_release").exists()
    has_libcuda = _has_library(root, "libcuda.so.1") or _has_library(root, "libcuda.so")
    is_wsl = (root / "dev/dxg").exists()
    has_node = (root / "dev/nvidia0").exists()
    return Nvidia(
        is_seen="NVIDIA" in vendors or version is not None or is_jetson or has_node or (is_wsl and has_libcuda),
        driver=version.group(1) if version else "",
        has_device_node=has_node,
        has_libcuda=has_libcuda,
        is_jetson=is_jetson,
        is_wsl=is_wsl,
    )


def _has_library(root: Path, name: str) -> bool:
    # Jetson keeps libcuda one folder deeper.
    return any(
        next(root.glob(f"{folder}{deeper}/{name}"), None)
        for folder in _LIBRARIES
        for deeper in ("", "/tegra*", "/nvidia")
    )


def _name(node: Path, root: Path) -> str:
    return f"/{node.relative_to(root)}"
