# SPDX-License-Identifier: Apache-2.0
"""`leeward doctor` and `leeward --selfcheck`: what is here, what is missing, how to get it."""

import argparse
import importlib.metadata
import importlib.util
import os
import platform
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
import psutil

from leeward import __version__
from leeward.cli.exit_codes import ExitCode
from leeward.cli.screen import has_screen
from leeward.cli.session import EngineFault, Session
from leeward.domain.errors import AppError
from leeward.domain.generation import ChatMessage, Role, Sampling
from leeward.domain.model_info import LoadPlan
from leeward.engine.protocol import Engine
from leeward.error_text import describe
from leeward.library.resolve import gguf_files
from leeward.library.starter import find_starter, verify

_GIB = 1024**3
_FEW_BYTES = _GIB
_PACKAGES = ("llama-cpp-python", "PySide6-Essentials", "huggingface-hub", "gguf", "msgspec", "Jinja2")


@dataclass(frozen=True, slots=True)
class Problem:
    sentence: str
    remedy: str


def doctor(arguments: argparse.Namespace, engine: Engine, profile: Path, models: Path) -> ExitCode:
    """Print what was found. FAILED when there is a problem."""
    problems: list[Problem] = []
    report = {
        "leeward": __version__,
        "machine": _machine(),
        "versions": _versions(),
        "engine": _engine(engine, problems),
        "profile": _profile(profile, problems),
        "models": _models(models, problems),
        "window": _window(problems),
        "problems": [{"sentence": problem.sentence, "remedy": problem.remedy} for problem in problems],
    }
    if arguments.json:
        print(msgspec.json.encode(report).decode())
    else:
        _print(report)
    return ExitCode.FAILED if problems else ExitCode.OK


def selfcheck(engine: Engine) -> ExitCode:
    """Check for real: the engine starts, has a device, and the starter model (where installed) answers."""
    with Session(engine) as session:
        started = session.devices()
        if not started.devices:
            print("leeward: the engine has no device to compute on. Build it again: make setup.", file=sys.stderr)
            return ExitCode.FAILED
        print(f"engine: {started.engine} on {', '.join(device.name for device in started.devices)}")
        starter = find_starter()
        if starter is None:
            print("starter model: not installed, nothing to answer with")
            return ExitCode.OK
        if not verify(starter.path):
            print("leeward: the starter model's file is damaged. Delete it and run make setup.", file=sys.stderr)
            return ExitCode.FAILED
        session.load(LoadPlan(starter.path, starter.display_name))
        messages = (ChatMessage(Role.USER, "Say hello."),)
        answer = session.ask(messages, Sampling(temperature=0, seed=0), 8, lambda _text: None)
    if answer.usage.completion_tokens == 0:
        print("leeward: the starter model said nothing.", file=sys.stderr)
        return ExitCode.FAILED
    print(f"starter model: answers, {answer.usage.completion_tokens} tokens")
    return ExitCode.OK


def _machine() -> dict[str, Any]:
    memory = psutil.virtual_memory()
    return {
        "system": f"{platform.system()} {platform.release()}",
        "architecture": platform.machine(),
        "python": platform.python_version(),
        "cores": psutil.cpu_count(logical=False) or os.cpu_count(),
        "threads": os.cpu_count(),
        "memory_bytes": memory.total,
        "free_memory_bytes": memory.available,
    }


def _versions() -> dict[str, str]:
    found = {}
    for name in _PACKAGES:
        try:
            found[name] = importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            found[name] = "missing"
    return found


def _engine(engine: Engine, problems: list[Problem]) -> dict[str, Any]:
    try:
        with Session(engine) as session:
            started = session.devices()
    except (AppError, EngineFault) as error:
        text = describe(error)
        problems.append(Problem(f"The engine does not start. {text.sentence}", "Build it again: make setup."))
        return {"name": "", "devices": []}
    if all(device.kind == "CPU" for device in started.devices) and shutil.which("nvidia-smi"):
        problems.append(
            Problem(
                "This machine has an NVIDIA driver, but the engine was built for the CPU only.",
                "LEEWARD_CMAKE_ARGS=-DGGML_CUDA=ON make setup builds it for CUDA (needs the CUDA toolkit).",
            )
        )
    return {"name": started.engine, "devices": msgspec.to_builtins(started.devices)}


def _profile(folder: Path, problems: list[Problem]) -> dict[str, Any]:
    existing = next(parent for parent in (folder, *folder.parents) if parent.exists())
    free = shutil.disk_usage(existing).free
    if not os.access(existing, os.W_OK):
        problems.append(
            Problem(f"The profile folder {folder} cannot be written.", "Choose another one with --profile.")
        )
    if free < _FEW_BYTES:
        problems.append(Problem("Less than 1 GiB is free where chats are kept.", "Free some space on that disk."))
    return {"folder": str(folder), "exists": folder.exists(), "free_bytes": free}


def _models(folder: Path, problems: list[Problem]) -> dict[str, Any]:
    starter = find_starter()
    if starter is None:
        problems.append(
            Problem("The starter model is not installed.", "Run make setup, or open a GGUF file of your own.")
        )
    return {
        "starter": str(starter.path) if starter else "",
        "folder": str(folder),
        "files": [file.name for file in gguf_files(folder)],
    }


def _window(problems: list[Problem]) -> dict[str, Any]:
    has_qt = importlib.util.find_spec("PySide6") is not None
    if not has_qt:
        problems.append(Problem("PySide6 is not installed: there is no window, only the terminal.", "Run make setup."))
    return {"qt": has_qt, "display": has_screen()}


def _print(report: dict[str, Any]) -> None:
    machine, engine = report["machine"], report["engine"]
    print(f"Leeward {report['leeward']}, Python {machine['python']}, {machine['system']} ({machine['architecture']})")
    print(
        f"Machine   {machine['cores']} cores, {machine['memory_bytes'] / _GIB:.1f} GiB memory, "
        f"{machine['free_memory_bytes'] / _GIB:.1f} GiB free"
    )
    print(f"Engine    {engine['name'] or 'does not start'}")
    for device in engine["devices"]:
        print(f"          {device['name']}: {device['description']} ({device['kind']})")
    print(f"Versions  {', '.join(f'{name} {version}' for name, version in report['versions'].items())}")
    profile, models = report["profile"], report["models"]
    print(f"Profile   {profile['folder']} ({profile['free_bytes'] / _GIB:.1f} GiB free)")
    print(f"Models    starter: {models['starter'] or 'not installed'}")
    print(f"          {models['folder']}: {', '.join(models['files']) or 'no files'}")
    print(
        f"Window    {'Qt is installed' if report['window']['qt'] else 'no Qt'}, "
        f"{'a screen' if report['window']['display'] else 'no screen: use leeward ask or leeward chat'}"
    )
    for problem in report["problems"]:
        print(f"\nProblem   {problem['sentence']}\n          {problem['remedy']}")
    if not report["problems"]:
        print("\nNo problems found.")
