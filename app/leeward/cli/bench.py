# SPDX-License-Identifier: Apache-2.0
"""`leeward bench`: how fast this machine reads and writes with a model, and how that compares with its memory's speed."""

import argparse
import signal
import sys
import threading
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import msgspec

from leeward.cli.ask import plan_of
from leeward.cli.exit_codes import ExitCode
from leeward.domain.errors import StorageError
from leeward.domain.kv import KvStore
from leeward.domain.speed import SpeedChange, SpeedReport, change_of
from leeward.engine.protocol import Engine
from leeward.error_text import describe, describe_step
from leeward.library.in_words import memory_text
from leeward.library.models import Library
from leeward.library.speed import SpeedProgress, Stage, measure_speed
from leeward.library.speed_text import change_text, head_text, line_of, sentences_of, share_text, table_lines, table_of
from leeward.storage.kv_folder import KvFolder
from leeward.storage.profile import Profile
from leeward.storage.speed_history import SpeedHistory


def bench(
    arguments: argparse.Namespace, make_engine: Callable[..., Engine], library: Library, profile: Profile
) -> ExitCode:
    """Measure one model and keep the result, about half a minute for a small one; or list what was measured before.

    `make_engine` gets as `kept` what says where the engine is to keep what it reads.
    Raises AppError, or another exception for a bug in the engine.
    """
    history = SpeedHistory(profile.speed_file)
    if arguments.history:
        return _list(history.read(), is_json=arguments.json)
    report = _measured(arguments, make_engine, library)
    if report is None:
        return ExitCode.INTERRUPTED
    try:
        earlier = history.add(report)
    except StorageError as error:  # what was measured is told all the same
        _say(f"{describe(error).sentence} This measurement is not kept.")
        earlier = history.read()
    if arguments.share:
        print(share_text(report), end="")
    elif arguments.json:
        print(msgspec.json.encode(as_json(report, change_of(report, earlier))).decode())
    else:
        _print(report, change_of(report, earlier))
    return ExitCode.OK if report.depths else ExitCode.FAILED


def as_json(report: SpeedReport, change: SpeedChange | None) -> dict[str, Any]:
    """Return the object that `--json` prints: plain values only."""
    values: dict[str, Any] = msgspec.to_builtins(report)
    if report.first_token_restored_s is None:
        del values["first_token_restored_s"]
    return {
        **values,
        "threads": report.n_threads,
        "memory_bandwidth_bytes_per_s": report.one_thread_bytes_per_s,
        "memory_bandwidth_all_threads_bytes_per_s": report.all_threads_bytes_per_s,
        "decode_limit_tokens_per_s": report.decode_limit,
        "decode_share": report.decode_share,
        "compared": None if change is None else _change_as_json(change),
    }


def _change_as_json(change: SpeedChange) -> dict[str, Any]:
    return {
        "since": change.since.measured,
        "prompt_ratio": change.prompt_ratio,
        "decode_ratio": change.decode_ratio,
    }


def _measured(
    arguments: argparse.Namespace, make_engine: Callable[..., Engine], library: Library
) -> SpeedReport | None:
    """Measure until it is done, or Ctrl+C was pressed."""
    plan = plan_of(arguments, library)
    is_stopped = threading.Event()
    previous = signal.signal(signal.SIGINT, lambda _signal, _frame: is_stopped.set())
    try:
        with TemporaryDirectory(prefix="leeward-") as name:
            folder = Path(name)
            with closing(make_engine(kept=lambda: KvStore(folder))) as engine:
                return measure_speed(
                    engine, plan, kept=KvFolder(folder), is_stopped=is_stopped.is_set, on_progress=_on_progress
                )
    finally:
        signal.signal(signal.SIGINT, previous)


def _on_progress(progress: SpeedProgress) -> None:
    """Say what is odd about the model or the way it is loaded."""
    for note in progress.notes:
        _say(note)
    if progress.stage is Stage.RETRYING and progress.step is not None and progress.error is not None:
        _say(f"{describe(progress.error).sentence} {describe_step(progress.step)}")
    if progress.model is not None and progress.n_done == 0:
        for warning in filter(None, (progress.model.template_note, *progress.model.template_warnings)):
            _say(f"{warning}.")


def _say(sentence: str) -> None:
    print(f"leeward: {sentence}", file=sys.stderr, flush=True)


def _list(reports: tuple[SpeedReport, ...], *, is_json: bool) -> ExitCode:
    """Print what was measured before, the newest first, and how the newest compares."""
    if is_json:
        print(msgspec.json.encode(reports).decode())
        return ExitCode.OK
    if not reports:
        print("Nothing was measured yet. `leeward bench` measures.")
        return ExitCode.OK
    for report in reversed(reports):
        print(line_of(report, _date(report)))
    _print_change(change_of(reports[-1], reports[:-1]))
    return ExitCode.OK


def _print(report: SpeedReport, change: SpeedChange | None) -> None:
    print(head_text(report))
    memory = memory_text(report.planned_bytes, report.memory_bytes)
    if memory:
        print(memory)
    if report.depths:
        print("\n".join(table_lines(table_of(report))))
    print("\n".join(sentences_of(report)))
    _print_change(change)


def _print_change(change: SpeedChange | None) -> None:
    text = change_text(change, _date(change.since)) if change is not None else ""
    if text:
        print(text)


def _date(report: SpeedReport) -> str:
    day = datetime.fromisoformat(report.measured).astimezone()
    return f"{day.day} {day:%b %Y, %H:%M}"
