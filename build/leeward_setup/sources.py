# SPDX-License-Identifier: Apache-2.0
"""The engine's sources: the archive it is built from, kept, and what tests and benchmarks take out of it."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import tarfile
from pathlib import Path, PurePosixPath

from .common import (
    ENGINE,
    ENGINE_BUILD_LOCK,
    SetupError,
    base_python,
    cache_folder,
    engine_requirement,
    engine_version,
    pip,
    run,
    say,
    scratch_folder,
)

# Chat templates and vocabularies with their test vectors (75 MB), and what llama-bench is compiled from.
KEPT = ("LICENSE", "models", "include", "ggml/include", "common", "tools/llama-bench", "vendor/nlohmann")

AGAIN = "Check the network connection and run the same command again."


def build_tools(folder: Path) -> Path:
    """Make an environment in `folder` with CMake, Ninja and the build backend, all pinned; return its Python."""
    hint = "Check the free disk space and run the same command again."
    run([base_python(), "-m", "venv", str(folder / "venv")], "Making an environment for the build", hint)
    is_windows = os.name == "nt"
    python = folder / "venv" / ("Scripts" if is_windows else "bin") / ("python.exe" if is_windows else "python")
    options = ["--require-hashes", "--no-deps", "-r", str(ENGINE_BUILD_LOCK)]
    run(pip(python, "install", *options), "Installing the build tools", AGAIN)
    return python


def archive_path() -> Path:
    return cache_folder() / "sources" / f"llama_cpp_python-{engine_version()}.tar.gz"


def has_archive() -> bool:
    """Whether the archive is there and has the hash that the lock names."""
    try:
        with archive_path().open("rb") as file:
            digest = hashlib.sha256()
            while piece := file.read(1 << 20):
                digest.update(piece)
    except OSError:
        return False
    return digest.hexdigest() in re.findall(r"sha256:([0-9a-f]{64})", engine_requirement())


def fetch_archive(python: Path, folder: Path) -> Path:
    """Return the archive of the engine's sources, downloaded if it is not there.

    `python` is that of `build_tools`: pip runs the build backend even for a download, to ask it for names.
    """
    if has_archive():
        return archive_path()
    pinned = folder / "engine.txt"
    pinned.write_text(engine_requirement(), encoding="utf-8")
    options = ["--no-deps", "--no-build-isolation", "--require-hashes", "--no-binary", ENGINE, "--no-cache-dir"]
    run(
        pip(python, "download", *options, "-d", str(folder / "archive"), "-r", str(pinned)),
        "Fetching the engine's sources",
        AGAIN,
    )
    archive_path().parent.mkdir(parents=True, exist_ok=True)
    (archive,) = (folder / "archive").glob("*.tar.gz")
    archive.replace(archive_path())
    if not has_archive():
        raise SetupError(f"{archive_path()} is not the file it should be. Remove it and run the same command again.")
    return archive_path()


def llama_cpp_folder() -> Path:
    """Return where the kept part of llama.cpp's sources lies."""
    digest = hashlib.sha256((engine_requirement() + " ".join(KEPT)).encode()).hexdigest()[:12]
    return cache_folder() / "sources" / f"llama.cpp-{engine_version()}-{digest}"


def fetch_sources() -> None:
    """Put llama.cpp's templates, vocabularies and headers into the cache folder."""
    say(
        "Unpacking llama.cpp's sources for tests and benchmarks ..."
        if has_archive()
        else "Fetching the engine's sources, 77 MB ..."
    )
    with scratch_folder() as folder:
        archive = archive_path() if has_archive() else fetch_archive(build_tools(folder), folder)
        unpack(archive, folder / "llama.cpp")
        for old in archive.parent.glob("llama.cpp-*"):
            shutil.rmtree(old)
        (folder / "llama.cpp").rename(llama_cpp_folder())


def unpack(archive: Path, target: Path) -> None:
    """Write the kept files of vendor/llama.cpp below `target`."""
    with tarfile.open(archive) as members:
        for member in members:
            parts = PurePosixPath(member.name).parts[1:]
            inside = "/".join(parts[2:])
            if not member.isfile() or parts[:2] != ("vendor", "llama.cpp") or not is_kept(inside):
                continue
            content = members.extractfile(member)
            assert content is not None  # noqa: S101 - it is a file: for the type checker
            path = target / inside
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("wb") as out:
                shutil.copyfileobj(content, out)


def is_kept(inside: str) -> bool:
    return ".." not in inside.split("/") and any(inside == kept or inside.startswith(kept + "/") for kept in KEPT)
