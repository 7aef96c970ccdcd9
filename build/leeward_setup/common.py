# SPDX-License-Identifier: Apache-2.0
"""What every step uses: where things lie, one set-up at a time, commands with a log, the pinned requirements."""

from __future__ import annotations

import contextlib
import os
import platform
import re
import shlex
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO, TextIO

ROOT = Path(__file__).resolve().parent.parent.parent
VENV = ROOT / ".venv"
LOCK = ROOT / "requirements.lock"
# PySide6 for 64-bit ARM boards with a glibc before 2.39 (Raspberry Pi OS 12, JetPack 6): what differs from LOCK.
OLD_ARM64_LOCK = ROOT / "requirements-old-arm64.lock"
# CMake, Ninja and the build backend that llama-cpp-python is built with, in an environment that is thrown away.
ENGINE_BUILD_LOCK = ROOT / "build" / "engine-build.lock"
ENGINE = "llama-cpp-python"


class SetupError(Exception):
    """Set-up cannot go on. The text says what to do."""


def say(text: str) -> None:
    print(text, flush=True)


def cache_folder() -> Path:
    """Return the folder for what is built or downloaded once. leeward.library.starter computes the same."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "leeward" / "Cache"
    chosen = Path(os.environ.get("XDG_CACHE_HOME", "").strip())
    if chosen.is_absolute():
        return chosen / "leeward"
    return Path.home() / ("Library/Caches" if sys.platform == "darwin" else ".cache") / "leeward"


def base_python() -> str:
    """Return the Python outside any environment: ours would else be made anew by the Python inside it."""
    return getattr(sys, "_base_executable", None) or sys.executable


def in_venv(name: str) -> Path:
    return VENV / ("Scripts" if os.name == "nt" else "bin") / (name + (".exe" if os.name == "nt" else ""))


@contextlib.contextmanager
def scratch_folder() -> Iterator[Path]:
    """Give a temporary folder on the same file system as the cache, so that results can be renamed into it."""
    folder = cache_folder() / f".tmp-{os.getpid()}"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def only_one_set_up() -> Iterator[None]:
    """Let a second set-up of the same user wait for the first: they share the cache, and perhaps the environment."""
    cache_folder().mkdir(parents=True, exist_ok=True)
    with (cache_folder() / "setup.lock").open("a+") as file:
        if sys.platform != "win32":
            import fcntl  # noqa: PLC0415 - not on Windows, where two set-ups at once are left to the user

            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                say("Waiting for another set-up of Leeward to end ...")
                fcntl.flock(file, fcntl.LOCK_EX)
        for left_over in cache_folder().glob(".tmp-*"):
            shutil.rmtree(left_over, ignore_errors=True)
        yield


def log_path() -> Path:
    return cache_folder() / "setup.log"


def run(command: list[str], what: str, hint: str, env: dict[str, str] | None = None) -> None:
    """Run a command with its output in the log file, showing only how far a build is.

    Raises:
        SetupError: It failed; the text holds the lines that name errors (else the last), the log file and `hint`.
    """
    log_path().parent.mkdir(parents=True, exist_ok=True)
    with log_path().open("a", encoding="utf-8") as log:
        log.write(f"\n$ {' '.join(shlex.quote(part) for part in command)}\n")
        try:
            process = subprocess.Popen(
                command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, env=env, cwd=ROOT
            )
        except OSError as error:
            raise SetupError(f"{what} failed: {error}\n{hint}") from error
        assert process.stdout is not None  # noqa: S101 - it is a pipe: for the type checker
        try:
            with process.stdout:
                telling = follow(process.stdout, log)
        except KeyboardInterrupt:  # the step got it too, from the terminal: let it tidy up
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(timeout=10)
            process.kill()
            raise
    if process.wait() != 0:
        shown = "".join(f"    {line[:200]}\n" for line in telling)
        raise SetupError(f"{what} failed.\n{shown}All of it: {log_path()}\n{hint}")


def follow(output: IO[bytes], log: TextIO) -> list[str]:
    """Copy `output` to `log`; return the first lines that name an error, or else the last lines."""
    errors: list[str] = []
    last: list[str] = []
    show = BuildProgress()
    for raw in output:
        line = raw.decode("utf-8", "replace")
        log.write(line)
        show.push(line, time.monotonic())
        if line.strip():
            last = [*last[-3:], line.strip()]
            if len(errors) < 6 and re.search(r"\berror: |CMake Error|cannot |No space left", line, re.IGNORECASE):
                errors.append(line.strip())
    show.flush()
    return errors or last


class BuildProgress:
    """Shows Ninja's "[12/220]": on one line of a terminal, else every half minute."""

    def __init__(self) -> None:
        self._shown_s = 0.0
        self._is_line_open = False

    def push(self, line: str, now_s: float) -> None:
        found = re.match(r"\s*\[(\d+)/(\d+)\]", line)
        is_terminal = sys.stdout.isatty()
        if not found or now_s - self._shown_s < (0.2 if is_terminal else 30):
            return
        self._shown_s = now_s
        self._is_line_open = is_terminal
        print(f"  step {found[1]} of {found[2]}", end="\r" if is_terminal else "\n", flush=True)

    def flush(self) -> None:
        if self._is_line_open:
            print()


def pip(python: Path, *arguments: str) -> list[str]:
    return [str(python), "-m", "pip", "--no-input", "--disable-pip-version-check", *arguments]


def read_lock(path: Path) -> list[tuple[str, str]]:
    """Split a requirements file with hashes into (name, lines); a name may stand twice, with other markers."""
    blocks: list[tuple[str, str]] = []
    for line in path.read_text(encoding="utf-8").splitlines(keepends=True):
        if line[:1].isalnum():
            blocks.append((line.split("==")[0], line))
        elif blocks and line.strip():
            blocks[-1] = (blocks[-1][0], blocks[-1][1] + line)
    return blocks


def requirements() -> str:
    """Return the lock for this machine, without the engine, which is installed from our own wheel."""
    replaced = read_lock(OLD_ARM64_LOCK) if is_old_arm64() else []
    dropped = {ENGINE} | {name for name, _ in replaced}
    kept = [(name, lines) for name, lines in read_lock(LOCK) if name not in dropped]
    # The 3.11.0rc1 of Ubuntu 22.04 is neither < 3.12 nor >= 3.12 to pip: ask for the version without the "rc1".
    return re.sub(
        r"python_full_version (<|>=) '(\d+\.\d+)'",
        r"python_version \1 '\2'",
        "".join(lines for _, lines in kept + replaced),
    )


def engine_requirement() -> str:
    return "".join(lines for name, lines in read_lock(LOCK) if name == ENGINE)


def engine_version() -> str:
    return engine_requirement().split("==")[1].split()[0]


def is_old_arm64() -> bool:
    return sys.platform == "linux" and platform.machine() == "aarch64" and glibc_version() < (2, 39)


def glibc_version() -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", platform.libc_ver()[1])) or (0,)
