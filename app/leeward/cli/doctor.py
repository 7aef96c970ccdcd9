# SPDX-License-Identifier: Apache-2.0
"""`leeward doctor` and `leeward --selfcheck`: what is here, what is missing, how to get it."""

import argparse
import importlib.metadata
import importlib.util
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Iterable
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
from leeward.engine import machine
from leeward.engine.child.cores import n_cores
from leeward.engine.protocol import Engine
from leeward.engine.rpc import why_silent
from leeward.error_text import describe
from leeward.library import doctor as rules
from leeward.library.doctor import Build, Finding, backend_states
from leeward.library.graphics import is_container, look
from leeward.library.in_words import size_text
from leeward.library.models import Library
from leeward.library.starter import find_starter, verify
from leeward.storage import mounts

_FEW_BYTES = 10**9
_WATCH_S = 0.5
"""How long the processor is watched to say how much of it is free."""

_PACKAGES = ("llama-cpp-python", "PySide6-Essentials", "huggingface-hub", "gguf", "msgspec", "Jinja2")


def doctor(arguments: argparse.Namespace, engine: Engine, profile: Path, library: Library) -> ExitCode:
    """Print what was found. FAILED when there is a problem; hints are none."""
    found: list[Finding] = []
    report = {
        "leeward": __version__,
        "machine": _machine(found),
        "versions": _versions(),
        "engine": _engine(engine, arguments.rpc, found),
        "profile": _profile(profile, found),
        "models": _models(library, found),
        "window": _window(found),
        "problems": _as_json(finding for finding in found if finding.is_problem),
        "hints": _as_json(finding for finding in found if not finding.is_problem),
    }
    if arguments.json:
        print(msgspec.json.encode(report).decode())
    else:
        _print(report)
    return ExitCode.FAILED if report["problems"] else ExitCode.OK


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


def _as_json(findings: Iterable[Finding]) -> list[dict[str, str]]:
    return [{"sentence": finding.sentence, "remedy": finding.remedy} for finding in findings]


def _machine(found: list[Finding]) -> dict[str, Any]:
    memory = machine.memory()
    busy = psutil.cpu_percent(interval=_WATCH_S) / 100
    found += rules.memory(memory)
    found += rules.power(firmware=_firmware())
    return {
        "system": f"{platform.system()} {platform.release()}",
        "architecture": platform.machine(),
        "python": platform.python_version(),
        "cores": psutil.cpu_count(logical=False) or os.cpu_count(),
        "threads": os.cpu_count(),
        "free_threads": round((os.cpu_count() or 1) * (1 - busy), 1),
        "quota_cores": machine.quota_cores(),
        "engine_threads": n_cores(),
        "is_container": is_container(),
        "memory_bytes": memory.total,
        "free_memory_bytes": memory.available,
        "memory_limit_bytes": memory.limit,
        "swap_bytes": memory.swap_total,
        "free_swap_bytes": memory.swap_free,
        "compressed_swap": "/dev/zram" in machine.text_of(machine.ROOT / "proc/swaps"),
    }


def _firmware() -> str:
    """Return what the firmware of a Raspberry Pi says of its power supply; "" elsewhere."""
    program = shutil.which("vcgencmd")
    if program is None:
        return ""
    try:
        return subprocess.run(  # noqa: S603  found in PATH, no argument from outside
            [program, "get_throttled"], capture_output=True, text=True, timeout=5, check=False
        ).stdout
    except (OSError, subprocess.SubprocessError):
        return ""


def _versions() -> dict[str, str]:
    found = {}
    for name in _PACKAGES:
        try:
            found[name] = importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            found[name] = "missing"
    return found


def _engine(engine: Engine, rpc_servers: list[str], found: list[Finding]) -> dict[str, Any]:
    try:
        with Session(engine) as session:
            started = session.devices()
    except (AppError, EngineFault) as error:
        text = describe(error)
        found.append(_problem(f"The engine does not start. {text.sentence}", "Build it again: make setup."))
        return {"name": "", "devices": [], "backends": []}
    build, seen = Build(started.backends, started.devices, machine.cpu_flags()), look()
    found += rules.processor(build)
    found += rules.graphics(build, seen)
    asked = rpc_servers if build.has("RPC") else []
    silent = [(server, reason) for server in asked if (reason := why_silent(server))]
    found += rules.rpc(rpc_servers, build, silent)
    return {
        "name": started.engine,
        "devices": msgspec.to_builtins(started.devices),
        "backends": msgspec.to_builtins(backend_states(build, seen)),
    }


def _profile(folder: Path, found: list[Finding]) -> dict[str, Any]:
    existing = next(parent for parent in (folder, *folder.parents) if parent.exists())
    free = shutil.disk_usage(existing).free
    if not os.access(existing, os.W_OK):
        found.append(_problem(f"The profile folder {folder} cannot be written.", "Choose another one with --profile."))
    if free < _FEW_BYTES:
        found.append(_problem("Less than 1 GB is free where chats are kept.", "Free some space on that disk."))
    return {"folder": str(folder), "exists": folder.exists(), "free_bytes": free}


def _models(library: Library, found: list[Finding]) -> dict[str, Any]:
    starter = find_starter()
    if starter is None:
        found.append(
            _problem("The starter model is not installed.", "Run make setup, or open a GGUF file of your own.")
        )
    folder = library.own_folder
    kind = mounts.file_system(folder)
    found += rules.models_folder(folder, kind, is_remote=mounts.is_remote(folder))
    scan = library.scan()
    found += [
        _problem(f"The model folder {away} is not available.", "Connect the drive it is on, or take it off the list.")
        for away in scan.away
    ]
    return {
        "starter": str(starter.path) if starter else "",
        "folder": str(folder),
        "file_system": kind,
        "files": [entry.path.name for entry in scan.entries],
    }


def _window(found: list[Finding]) -> dict[str, Any]:
    has_qt = importlib.util.find_spec("PySide6") is not None
    if not has_qt:
        found.append(_problem("PySide6 is not installed: there is no window, only the terminal.", "Run make setup."))
    return {"qt": has_qt, "display": has_screen()}


def _problem(sentence: str, remedy: str) -> Finding:
    return Finding(sentence, remedy, is_problem=True)


def _print(report: dict[str, Any]) -> None:
    here, engine = report["machine"], report["engine"]
    print(f"Leeward {report['leeward']}, Python {here['python']}, {here['system']} ({here['architecture']})")
    print(f"Machine   {_cores_in_words(here)}")
    print(f"          {_memory_in_words(here)}")
    print(f"Engine    {engine['name'] or 'does not start'}")
    for backend in engine["backends"]:
        print(f"          {backend['name']:<7} {backend['state']}")
    print(f"Versions  {', '.join(f'{name} {version}' for name, version in report['versions'].items())}")
    profile, models = report["profile"], report["models"]
    print(f"Profile   {profile['folder']} ({size_text(profile['free_bytes'])} free)")
    print(f"Models    starter: {models['starter'] or 'not installed'}")
    print(f"          {models['folder']}: {', '.join(models['files']) or 'no files'}")
    print(
        f"Window    {'Qt is installed' if report['window']['qt'] else 'no Qt'}, "
        f"{'a screen' if report['window']['display'] else 'no screen: use leeward ask or leeward chat'}"
    )
    for title, findings in (("Problem", report["problems"]), ("Hint", report["hints"])):
        for finding in findings:
            print(f"\n{title:<9} {finding['sentence']}\n          {finding['remedy']}")
    if not report["problems"]:
        print("\nNo problems found.")


def _cores_in_words(here: dict[str, Any]) -> str:
    quota = "" if here["quota_cores"] is None else f", limited to {here['quota_cores']:g} by the container"
    return (
        f"{here['cores']} cores, {here['threads']} threads{quota}; "
        f"{here['free_threads']:g} free now, the engine uses up to {here['engine_threads']}"
    )


def _memory_in_words(here: dict[str, Any]) -> str:
    limit = "" if here["memory_limit_bytes"] is None else " (the limit of the container)"
    swap = f"{size_text(here['swap_bytes'])} swap" if here["swap_bytes"] else "no swap"
    zram = " (compressed, in memory)" if here["compressed_swap"] else ""
    return f"{size_text(here['memory_bytes'])} memory{limit}, {size_text(here['free_memory_bytes'])} free; {swap}{zram}"
