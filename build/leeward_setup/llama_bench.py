# SPDX-License-Identifier: Apache-2.0
"""llama-bench for `make bench`: compiled from the vendored sources, linked with the very libraries of the engine.

So both run the same kernels, and what differs is what stands around them.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from . import engine, sources
from .common import cache_folder, in_venv, run, say, scratch_folder
from .system import install_system_packages

LIBRARIES = ("llama-common", "llama", "ggml", "ggml-base")


def program() -> Path:
    """Return where llama-bench lies for the engine of this machine: beside its wheel, and gone with it."""
    return cache_folder() / "engine" / engine.engine_key() / "llama-bench"


def library_folder() -> Path:
    """Return the folder with the engine's libraries in `.venv`."""
    code = "import sysconfig; print(sysconfig.get_path('platlib'))"
    return Path(subprocess.check_output([str(in_venv("python")), "-c", code]).decode().strip()) / "lib"


def build_llama_bench() -> None:
    """Compile llama-bench if it is not there; needs sources.fetch_sources and the installed engine."""
    if program().exists():
        return
    if not sys.platform.startswith("linux"):
        say("llama-bench is built on Linux only so far: the benchmarks leave it out.")
        return
    install_system_packages(needs_compiler=True, needs_venv_module=False)
    say("Compiling llama-bench, half a minute ...")
    vendored, libraries = sources.llama_cpp_folder(), library_folder()
    with scratch_folder() as folder:
        command = [os.environ.get("CXX", "c++"), "-std=c++17", "-O2", "-DNDEBUG", "-pthread"]
        command += [f"-I{vendored / name}" for name in ("include", "ggml/include", "common", "vendor")]
        command += [str(path) for path in sorted((vendored / "tools" / "llama-bench").glob("*.cpp"))]
        # No rpath: the environment may move, so whoever runs it sets LD_LIBRARY_PATH.
        command += [f"-L{libraries}", f"-Wl,-rpath-link,{libraries}", *(f"-l{name}" for name in LIBRARIES)]
        command += ["-o", str(folder / "llama-bench")]
        run(command, "Compiling llama-bench", "Check the compiler (c++ --version) and run the same command again.")
        program().parent.mkdir(parents=True, exist_ok=True)
        (folder / "llama-bench").replace(program())
