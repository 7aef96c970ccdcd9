# SPDX-License-Identifier: Apache-2.0
"""What is found on this machine against what the engine was built for: what is missing, and how to get it.

Pure functions of facts, but for those that take a `root`: they read the kernel's small files below it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from leeward.domain.model_info import Device
from leeward.engine.machine import ROOT, Memory, text_of
from leeward.library.graphics import Graphics, Nvidia
from leeward.library.in_words import size_text

_LITTLE_MEMORY_BYTES = 10**9
_OLDEST_CUDA_12_DRIVER = 525  # CUDA Toolkit release notes, table of driver versions: CUDA 12.x needs 525.60.13

# What ggml's CPU backend calls an instruction set (ggml-cpu.cpp), and what the kernel calls the flags it needs.
_INSTRUCTION_SETS = {
    "SSE3": ("pni",),
    "SSSE3": ("ssse3",),
    "AVX": ("avx",),
    "F16C": ("f16c",),
    "FMA": ("fma",),
    "BMI2": ("bmi2",),
    "AVX2": ("avx2",),
    "AVX_VNNI": ("avx_vnni",),
    "AVX512": ("avx512f", "avx512cd", "avx512vl", "avx512dq", "avx512bw"),
    "AVX512_VBMI": ("avx512vbmi",),
    "AVX512_VNNI": ("avx512_vnni",),
    "AVX512_BF16": ("avx512_bf16",),
    "AMX_INT8": ("amx_int8",),
    "NEON": ("asimd",),
    "FP16_VA": ("asimdhp",),
    "DOTPROD": ("asimddp",),
    "MATMUL_INT8": ("i8mm",),
    "SVE": ("sve",),
}

_REBUILD = "make setup"
_RPC = "RPC"


@dataclass(frozen=True, slots=True)
class Finding:
    """`is_problem`: something does not work. Else it works, and could work better."""

    sentence: str
    remedy: str
    is_problem: bool = False


@dataclass(frozen=True, slots=True)
class BackendState:
    """One line a backend: "CUDA", "not in this build; hardware seen"."""

    name: str
    state: str


@dataclass(frozen=True, slots=True)
class Build:
    """What the engine said of itself. `flags`: instruction sets of this machine (`machine.cpu_flags`)."""

    backends: tuple[str, ...]
    devices: tuple[Device, ...]
    flags: frozenset[str] = frozenset()

    def has(self, backend: str) -> bool:
        return backend in self.backends

    def devices_of(self, backend: str) -> list[Device]:
        return [device for device in self.devices if device.backend == backend]


# Processor


def processor(build: Build) -> Iterator[Finding]:
    """Compare the instruction sets of the build with those of the machine; says nothing where one is not known."""
    built = {feature.partition("=")[0] for device in build.devices_of("CPU") for feature in device.features}
    if not built or not build.flags:
        return
    here = {name for name, flags in _INSTRUCTION_SETS.items() if build.flags.issuperset(flags)}
    needed = [name for name in _INSTRUCTION_SETS if name in built and name not in here]
    unused = [name for name in _INSTRUCTION_SETS if name in here and name not in built]
    if needed:
        yield Finding(
            f"The engine uses instructions this processor does not have ({', '.join(needed)}): it will end when it computes.",
            f"It was built on another machine. Build it here: {_REBUILD}.",
            is_problem=True,
        )
    if unused:
        yield Finding(
            f"This processor has faster instructions than the engine was built to use ({', '.join(unused)}).",
            f"Build it on this machine: {_REBUILD}. (An old compiler may not know them.)",
        )


# Graphics cards


def graphics(build: Build, seen: Graphics) -> Iterator[Finding]:
    yield from _nvidia(build, seen)
    yield from _vulkan(build, seen)
    if seen.has_rocm and not (build.has("ROCm") or build.has("Vulkan")):
        yield Finding(
            "An AMD card with its compute driver is here, but the engine was not built for it.",
            _build_with("HIP", "AMD's HIP SDK (ROCm)") + " Vulkan is the simpler way.",
        )
    if seen.is_apple_silicon and not build.has("Metal"):
        yield Finding(
            "This Mac has a graphics processor, but the engine was not built for it.", _build_with("METAL", "")
        )
    for backend in sorted({"CUDA", "Vulkan", "ROCm", "Metal"}.intersection(build.backends)):
        if not build.devices_of(backend):
            yield Finding(
                f"The engine was built for {backend} but finds no device for it: everything is computed by the processor.",
                _no_device_remedy(seen),
                is_problem=True,
            )


def _no_device_remedy(seen: Graphics) -> str:
    if seen.is_container:
        return "This is a container: give it the card (docker run --gpus all, or --device /dev/dri)."
    return "Install the driver of the card and start the computer again; the lines of this report say what is seen."


def _nvidia(build: Build, seen: Graphics) -> Iterator[Finding]:
    card = seen.nvidia
    if not card.is_seen:
        return
    if not card.has_libcuda:
        yield Finding("An NVIDIA card is here, but its driver's library (libcuda) is not.", _libcuda_remedy(seen))
        return
    if 0 < card.driver_major < _OLDEST_CUDA_12_DRIVER:
        yield Finding(
            f"The NVIDIA driver {card.driver} is too old for CUDA 12, which needs {_OLDEST_CUDA_12_DRIVER} or newer.",
            "Install a newer driver, or build with a CUDA 11 toolkit.",
        )
    if card.driver and not card.has_device_node:
        yield Finding(
            "The NVIDIA driver is loaded, but /dev/nvidia0 is not here.",
            _no_device_remedy(seen)
            if seen.is_container
            else "Run nvidia-modprobe as root, or start the computer again.",
        )
    if not build.has("CUDA"):
        name = "This is an NVIDIA Jetson" if card.is_jetson else "This machine has an NVIDIA card with its driver"
        toolkit = "the CUDA toolkit of JetPack (nvidia-jetpack)" if card.is_jetson else "the CUDA toolkit (nvcc)"
        yield Finding(f"{name}, but the engine was built without CUDA.", _build_with("CUDA", toolkit))


def _libcuda_remedy(seen: Graphics) -> str:
    card: Nvidia = seen.nvidia
    if seen.is_container:
        return _no_device_remedy(seen)
    if card.is_wsl:
        return "Install NVIDIA's driver in Windows (not in here): it brings libcuda to /usr/lib/wsl/lib."
    if card.is_jetson:
        return "Install NVIDIA's package nvidia-l4t-cuda (part of JetPack)."
    return "Install NVIDIA's driver (on Debian the package nvidia-driver, which brings libcuda1)."


def _vulkan(build: Build, seen: Graphics) -> Iterator[Finding]:
    if seen.closed_nodes:
        yield Finding(
            f"This user may not use {', '.join(seen.closed_nodes)}: the card cannot compute for Leeward.",
            "sudo usermod -aG render,video $USER, then log out and in again.",
        )
    if not seen.render_nodes:
        if seen.vendors and seen.is_container and not seen.nvidia.has_device_node:
            yield Finding(
                f"A graphics card ({', '.join(seen.vendors)}) is in this machine but not in this container.",
                _no_device_remedy(seen),
            )
        return
    if not (seen.has_vulkan and seen.has_vulkan_driver):
        yield Finding(
            "There is a graphics device, but no Vulkan driver for it.",
            "Install it (on Debian: libvulkan1 and mesa-vulkan-drivers).",
        )
    elif not (build.has("Vulkan") or build.has("CUDA") or build.has("ROCm")) and not seen.nvidia.is_seen:
        yield Finding(
            "There is a graphics device with a Vulkan driver, but the engine was built for the processor only.",
            _build_with("VULKAN", "libvulkan-dev, spirv-headers and glslc")
            + " A small device inside the processor may not be faster.",
        )


def _build_with(backend: str, needs: str) -> str:
    needed = f"Install {needs}, then: " if needs else ""
    return f'{needed}LEEWARD_CMAKE_ARGS="-DGGML_{backend}=on" {_REBUILD}.'


def backend_states(build: Build, seen: Graphics) -> list[BackendState]:
    """Return a line for every backend that a computer of today may use, and for what else the build has."""
    hardware = {
        "CUDA": seen.nvidia.is_seen,
        "ROCm": seen.has_rocm,
        "Vulkan": bool(seen.render_nodes) and seen.has_vulkan,
        "Metal": seen.is_apple_silicon,
        _RPC: False,
    }
    others = [name for name in build.backends if name not in hardware and name != "CPU"]
    return [
        BackendState(name, _state(name, build, is_seen=hardware.get(name, False)))
        for name in ("CPU", *hardware, *others)
    ]


def _state(name: str, build: Build, *, is_seen: bool) -> str:
    found = build.devices_of(name)
    if found:
        return "in this build: " + ", ".join(_device_in_words(device) for device in found)
    if name == _RPC:
        return "in this build; --rpc HOST:PORT uses it" if build.has(name) else "not in this build"
    return f"{'in' if build.has(name) else 'not in'} this build, {'hardware seen' if is_seen else 'no hardware seen'}"


def _device_in_words(device: Device) -> str:
    if device.kind == "CPU":
        return f"{device.description} ({', '.join(device.features) or 'plain'})"
    sizes = f"{size_text(device.free_bytes)} of {size_text(device.total_bytes)} free"
    return f"{device.name} ({device.description}, {sizes})"


# The rest of the machine


def memory(found: Memory) -> Iterator[Finding]:
    if found.available < _LITTLE_MEMORY_BYTES:
        yield Finding(
            f"Only {size_text(found.available)} of memory is free.",
            "Close other programs, or choose a small model and a short context length."
            + (" The limit is that of the container." if found.limit else "")
            + ("" if found.swap_total else " There is no swap either; zram-tools gives some on a small board."),
        )


def power(root: Path = ROOT, firmware: str = "") -> Iterator[Finding]:
    """Say what holds the processor back. `firmware`: what `vcgencmd get_throttled` says, on a Raspberry Pi."""
    governors = {text_of(file) for file in root.glob("sys/devices/system/cpu/cpu[0-9]*/cpufreq/scaling_governor")}
    if "powersave" in governors and "intel_pstate" not in _drivers(root) and "amd-pstate-epp" not in _drivers(root):
        yield Finding(
            "The processor is kept at its lowest speed (governor powersave).",
            "echo schedutil | sudo tee /sys/devices/system/cpu/cpu*/cpufreq/scaling_governor",
        )
    if any(text_of(file) == "Discharging" for file in root.glob("sys/class/power_supply/BAT*/status")):
        yield Finding("The computer runs on its battery, which may slow it down.", "Connect the power supply.")
    said = throttling(firmware or _firmware_file(root))
    if said:
        yield Finding(
            f"The firmware of this board reports: {', '.join(said)}.", "Use a stronger power supply and a cooler."
        )


def throttling(text: str) -> list[str]:
    """Return in words what `vcgencmd get_throttled` says ("throttled=0x50005").

    Bits: raspberrypi.com/documentation/computers/os.html#get_throttled.
    """
    try:
        bits = int(text.rpartition("=")[2].strip() or "0", 16)
    except ValueError:
        return []
    words = ("under-voltage", "a capped frequency", "throttling", "the soft temperature limit")
    now = [word for bit, word in enumerate(words) if bits >> bit & 1]
    before = [f"{word} earlier" for bit, word in enumerate(words) if bits >> (bit + 16) & 1 and not bits >> bit & 1]
    return now + before


def _drivers(root: Path) -> set[str]:
    """Under these two "powersave" is the name of the ordinary, adaptive governor."""
    return {text_of(file) for file in root.glob("sys/devices/system/cpu/cpu[0-9]*/cpufreq/scaling_driver")}


def _firmware_file(root: Path) -> str:
    return next((text_of(file) for file in root.glob("sys/devices/platform/soc/*firmware/get_throttled")), "")


def models_folder(folder: Path, kind: str, *, is_remote: bool) -> Iterator[Finding]:
    """`kind`, `is_remote`: of the file system (`storage.mounts`)."""
    if is_remote:
        yield Finding(
            f"Models lie on {kind} ({folder}): a lost connection ends the engine while it computes.",
            "Keep models on a disk of this machine, or choose another place with --profile.",
        )


def rpc(servers: Sequence[str], build: Build, unreachable: Iterable[tuple[str, str]]) -> Iterator[Finding]:
    """`unreachable`: servers that do not answer, each with the reason."""
    if servers and not build.has(_RPC):
        yield Finding(
            f"The engine was built without RPC, so {', '.join(servers)} cannot be used.",
            _build_with(_RPC, ""),
            is_problem=True,
        )
    for server, reason in unreachable:
        yield Finding(
            f"Nothing answers at {server}: {reason}.",
            "Start llama.cpp's rpc-server there, and check address and port.",
            is_problem=True,
        )
