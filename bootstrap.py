# SPDX-License-Identifier: Apache-2.0
"""Set up and start Leeward from a checkout: `python3 bootstrap.py run` (or `make run`), and the same for its tests.

Runs on the standard library and on Python 3.8 as well, to be able to say what to do where that is all there is.
Touches three places only: `.venv/`, Leeward's cache folder, and (through apt-get, saying so) missing system libraries.
Every step is done in a temporary place and renamed, so a set-up that was interrupted goes on where it stopped.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

sys.path.insert(0, str(Path(__file__).resolve().parent / "build"))

from leeward_setup import engine, llama_bench, models, sources
from leeward_setup.common import (
    ENGINE_BUILD_LOCK,
    LOCK,
    OLD_ARM64_LOCK,
    ROOT,
    VENV,
    SetupError,
    base_python,
    cache_folder,
    in_venv,
    is_old_arm64,
    log_path,
    only_one_set_up,
    pip,
    read_lock,
    requirements,
    run,
    say,
    scratch_folder,
)
from leeward_setup.system import install_system_packages

STAMP = VENV / "leeward-setup.json"
OLDEST_PYTHON = (3, 11)
NEWEST_PYTHON = (3, 14)  # PySide6 6.11 has no wheels beyond
NEEDED_DISK_BYTES = 2_500_000_000


def use_a_supported_python(arguments: list[str]) -> None:
    """Start again with a Python that Leeward runs on, or say where to get one."""
    if OLDEST_PYTHON <= sys.version_info[:2] <= NEWEST_PYTHON:
        return
    for minor in range(NEWEST_PYTHON[1], OLDEST_PYTHON[1] - 1, -1):
        other = shutil.which(f"python3.{minor}")
        if other:
            sys.exit(subprocess.call([other, str(ROOT / "bootstrap.py"), *arguments]))
    raise SetupError(
        "Leeward needs Python {}.{} to {}.{}; this is {}.\n".format(
            *OLDEST_PYTHON, *NEWEST_PYTHON, platform.python_version()
        )
        + 'Ubuntu 22.04: sudo apt-get install python3.11 python3.11-venv   (they are in its "universe")\n'
        "elsewhere:    install one beside yours, from python.org or your package manager\n"
        "Then run the same command again; python3.11 to python3.14 are found by themselves.\n"
        "Or name it:   make run PYTHON=/path/to/python3.12"
    )


def make_environment() -> None:
    """Make `.venv` with everything in it: pinned requirements, the engine, and this checkout."""
    if read_stamp().get("python") != environment_identity() or not in_venv("python").exists():
        say("Making the environment .venv ...")
        command = [base_python(), "-m", "venv", "--clear", str(VENV)]
        run(command, "Making the environment", f"Remove {VENV} and run the same command again.")
        write_stamp(python=environment_identity())
    wheel = engine.engine_wheel() or engine.build_engine()
    say("Installing the pinned requirements ...")
    again = "Check the network connection and run the same command again."
    with scratch_folder() as folder:
        pinned = folder / "requirements.txt"
        pinned.write_text(requirements(), encoding="utf-8")
        options = ["--require-hashes", "--no-deps", "--only-binary", ":all:", "-r", str(pinned)]
        run(pip(in_venv("python"), "install", *options), "Installing the requirements", again)
    install_engine(wheel)
    editable = ["install", "--no-index", "--no-deps", "--no-build-isolation", "--editable", str(ROOT)]
    run(pip(in_venv("python"), *editable), "Installing Leeward", again)
    run(pip(in_venv("python"), "check"), "Checking the requirements", "Please report this: the lock is incomplete.")
    if not engine.engine_starts():
        say("The engine built earlier does not start on this machine.")
        shutil.rmtree(wheel.parent)
        install_engine(engine.build_engine())
        if not engine.engine_starts():
            raise SetupError(f"The engine does not start here. All of it: {log_path()}")


def install_engine(wheel: Path) -> None:
    options = ["--no-index", "--no-deps", "--force-reinstall", str(wheel)]
    run(pip(in_venv("python"), "install", *options), "Installing the engine", f"Remove {wheel.parent} and try again.")


def environment_identity() -> str:
    """Say which Python and which place `.venv` belongs to: its scripts name both."""
    return f"{sys.version} {os.path.realpath(base_python())} {VENV}"


def setup_key() -> str:
    """Change with anything that the environment is made from."""
    digest = hashlib.sha256(f"{environment_identity()} {engine.engine_key()} {is_old_arm64()}".encode())
    steps = sorted((ROOT / "build" / "leeward_setup").glob("*.py"))
    for path in (Path(__file__), *steps, LOCK, OLD_ARM64_LOCK, ROOT / "pyproject.toml"):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def read_stamp() -> dict[str, str]:
    try:
        stamp = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def write_stamp(**facts: str) -> None:
    STAMP.write_text(json.dumps(facts), encoding="utf-8")


def set_up(wanted: tuple[models.Model, ...], *, wants_sources: bool = False) -> None:
    """Bring the environment and the models to what this checkout asks for; quick when nothing changed."""
    key = setup_key()
    is_ready = is_environment_ready(key)
    is_engine_built = is_ready or engine.engine_wheel() is not None
    install_system_packages(needs_compiler=not is_engine_built, needs_venv_module=not is_ready)
    has_sources = not wants_sources or sources.llama_cpp_folder().is_dir()
    if is_ready and has_sources and all(models.has_model(model) for model in wanted):
        return
    with only_one_set_up():
        if not is_environment_ready(key):  # asked again: another set-up may have just ended
            check_disk()
            log_path().write_text("", encoding="utf-8")
            make_environment()
            write_stamp(python=environment_identity(), key=key)
        for model in wanted:
            if not models.has_model(model):
                models.fetch_model(model)
        if wants_sources and not sources.llama_cpp_folder().is_dir():
            sources.fetch_sources()
    say("Set-up is complete.")


def is_environment_ready(key: str) -> bool:
    return read_stamp().get("key") == key and in_venv("python").exists()


def check_disk() -> None:
    for folder in (ROOT, cache_folder()):
        free_bytes = shutil.disk_usage(folder).free
        if free_bytes < NEEDED_DISK_BYTES:
            raise SetupError(
                f"{folder} has {free_bytes / 1e9:.1f} GB free; the set-up needs {NEEDED_DISK_BYTES / 1e9:.1f} GB."
            )


def become(command: list[str]) -> NoReturn:
    """Hand over to `command` with its signals, its terminal and its exit code."""
    sys.stdout.flush()
    if os.name == "nt":
        sys.exit(subprocess.call(command))
    os.execv(command[0], command)  # noqa: S606 - a program of our own environment


def check() -> int:
    """Run every check, also after one that fails, and return the worst exit code."""
    commands = [
        ["ruff", "format", "--check", "."],
        ["ruff", "check", "."],
        ["mypy"],
        ["mypy", "bootstrap.py"],
        ["lint-imports", "--no-logo"],
        ["python", str(ROOT / "build" / "i18n.py"), "--check"],
    ]
    worst = 0
    for name, *arguments in commands:
        say(f"$ {' '.join([name, *arguments])}")
        worst = max(worst, abs(subprocess.call([str(in_venv(name)), *arguments], cwd=ROOT)))
    return worst


def lock() -> None:
    """Resolve pyproject.toml anew into the three lock files. They name no host."""
    uv = str(in_venv("uv")) if in_venv("uv").exists() else shutil.which("uv")
    if not uv:
        raise SetupError("`make lock` needs uv: `.venv/bin/pip install uv`, then run it again.")
    compile_ = [uv, "pip", "compile", "--quiet", "--universal", "--python-version", "3.11"]
    compile_ += ["--generate-hashes", "--no-header", "--no-annotate"]
    whole = [*compile_, "--upgrade", "pyproject.toml", "--group", "dev"]
    with only_one_set_up(), scratch_folder() as folder:
        bound = folder / "old-arm64.txt"
        bound.write_text("PySide6-Essentials==6.8.0.2\n", encoding="utf-8")
        hint = "Nothing was changed. Mend pyproject.toml and run it again."
        run([*whole, "-o", str(folder / "new")], "Resolving", hint)
        run([*whole, "--constraint", str(bound), "-o", str(folder / "old")], "Resolving for old boards", hint)
        run([*compile_, "--upgrade", "--group", "engine-build", "-o", str(folder / "build")], "Resolving", hint)
        common = read_lock(folder / "new")
        old_only = [lines for name, lines in read_lock(folder / "old") if (name, lines) not in common]
        LOCK.write_bytes((folder / "new").read_bytes())
        OLD_ARM64_LOCK.write_text("".join(old_only), encoding="utf-8")
        ENGINE_BUILD_LOCK.write_bytes((folder / "build").read_bytes())


def perform(command: str, arguments: list[str]) -> int:
    if command == "lock":
        lock()
        return 0
    wanted = {"run": (models.STARTER,), "setup": (models.STARTER,), "check": (), "i18n": ()}
    set_up(wanted.get(command, (models.STARTER, models.GEMMA)), wants_sources=command in ("test", "bench"))
    if command == "run":
        become([str(in_venv("leeward")), *arguments])
    os.chdir(ROOT)
    if command == "test":
        become([str(in_venv("python")), "-m", "pytest", *arguments])
    if command == "i18n":
        become([str(in_venv("python")), str(ROOT / "build" / "i18n.py"), *arguments])
    if command == "bench":
        llama_bench.build_llama_bench()
        become([str(in_venv("python")), str(ROOT / "tests" / "bench" / "run.py"), *arguments])
    return check() if command == "check" else 0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("command", choices=["setup", "run", "test", "check", "i18n", "bench", "lock"])
    parser.add_argument("arguments", nargs=argparse.REMAINDER, help="handed on to leeward, pytest or the benchmarks")
    options = parser.parse_args()
    try:
        use_a_supported_python(sys.argv[1:])
        return perform(options.command, options.arguments)
    except SetupError as error:
        sys.stdout.flush()
        print(f"\n{error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped. The same command goes on from here.", file=sys.stderr)
        return 130


if __name__ == "__main__":
    sys.exit(main())
