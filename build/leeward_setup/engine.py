# SPDX-License-Identifier: Apache-2.0
"""The engine: llama.cpp and its Python package, built once from source for this machine and kept as a wheel."""

from __future__ import annotations

import hashlib
import os
import platform
import re
import shutil
import subprocess
import sys
from pathlib import Path

from . import sources
from .common import (
    ENGINE_BUILD_LOCK,
    SetupError,
    cache_folder,
    engine_requirement,
    engine_version,
    glibc_version,
    in_venv,
    log_path,
    pip,
    run,
    say,
    scratch_folder,
)
from .system import install_system_packages


def cmake_args() -> str:
    """Return what the user asks of the build, such as -DGGML_CUDA=on. Nothing means: for this machine's CPU."""
    return " ".join(os.environ.get("LEEWARD_CMAKE_ARGS", "").split())


def engine_key() -> str:
    """Name a build by all that decides whether it runs here: version, flags, system, C library and CPU.

    A home folder that moves to another computer would else bring a library that dies of an illegal instruction.
    """
    facts = [
        engine_requirement(),
        ENGINE_BUILD_LOCK.read_text(encoding="utf-8"),
        cmake_args(),
        sys.platform,
        platform.machine(),
        str(glibc_version()),
        cpu_features(),
    ]
    digest = hashlib.sha256("\n".join(facts).encode()).hexdigest()[:12]
    return f"{engine_version()}-{sys.platform}-{platform.machine()}-{digest}"


def cpu_features() -> str:
    if platform.system() == "Linux":
        try:
            return parse_cpu_features(Path("/proc/cpuinfo").read_text(encoding="utf-8", errors="replace"))
        except OSError:
            return ""
    if platform.system() == "Darwin":
        return subprocess.check_output(["sysctl", "-n", "machdep.cpu.brand_string"]).decode()
    return os.environ.get("PROCESSOR_IDENTIFIER", "")


def parse_cpu_features(cpuinfo: str) -> str:
    """Return the instruction sets that compilers use by themselves, sorted.

    Other flags are left out: a new kernel lists more of them, and would cost a build for nothing.
    """
    x86 = re.search(r"^flags\s*:(.*)$", cpuinfo, re.MULTILINE)
    if x86:
        used = r"(mmx|sse|ssse|avx|amx|apx|fma|f16c|bmi|abm|lzcnt|popcnt|movbe|xop|tbm|gfni|vaes|vpclmul|sha|adx|pclmul|aes)"
        return " ".join(sorted({flag for flag in x86[1].split() if re.match(used, flag)}))
    arm = re.search(r"^Features\s*:(.*)$", cpuinfo, re.MULTILINE)
    return " ".join(sorted(arm[1].split())) if arm else ""


def engine_wheel() -> Path | None:
    """Return the wheel built for this machine, if it was."""
    return next(iter(sorted((cache_folder() / "engine" / engine_key()).glob("*.whl"))), None)


def build_engine() -> Path:
    """Build llama.cpp and its Python package from source."""
    install_system_packages(needs_compiler=True, needs_venv_module=True)
    target = cache_folder() / "engine" / engine_key()
    flags = cmake_args() or "for this machine's CPU"
    say(f"Building the engine from source, once, about 7 minutes on two cores ({flags}) ...")
    hint = COMPILER_HINT.get(sys.platform, "Check the compiler (c++ --version) and run the same command again.")
    with scratch_folder() as folder:
        python = sources.build_tools(folder)
        archive = sources.fetch_archive(python, folder)
        environment = {
            "CMAKE_BUILD_PARALLEL_LEVEL": str(build_jobs()),
            **os.environ,
            "CMAKE_ARGS": cmake_args(),
            "PATH": os.pathsep.join([str(python.parent), os.environ.get("PATH", "")]),
        }
        # No pip cache: pip would hand the same wheel to another CPU that shares the home folder.
        options = ["--no-deps", "--no-index", "--no-build-isolation", "--no-cache-dir", "-w", str(folder / "out")]
        run(pip(python, "wheel", "--verbose", *options, str(archive)), "Building the engine", hint, environment)
        (folder / "out" / "built-for.txt").write_text(f"{cmake_args()}\n{cpu_features()}\n", encoding="utf-8")
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.rmtree(target, ignore_errors=True)
        (folder / "out").rename(target)
    wheel = engine_wheel()
    if wheel is None:
        raise SetupError(f"The build gave no wheel. All of it: {log_path()}")
    return wheel


COMPILER_HINT = {
    "darwin": "Install the compilers with `xcode-select --install` and run the same command again.",
    "win32": 'Install "Visual Studio Build Tools" with "Desktop development with C++" and run the same command again.',
}


def build_jobs() -> int:
    """Return how many compilers to run at once: one a core, but a GiB of memory for each (boards have little)."""
    cores = os.cpu_count() or 1
    try:
        memory_gib = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 2**30
    except (AttributeError, ValueError, OSError):
        return cores
    return max(1, min(cores, memory_gib))


def engine_starts() -> bool:
    """Load the library in a process of its own: a build for another CPU dies there and not in Leeward."""
    code = "import llama_cpp; llama_cpp.llama_backend_init()"
    with log_path().open("a", encoding="utf-8") as log:
        return subprocess.call([str(in_venv("python")), "-c", code], stdout=log, stderr=log) == 0
