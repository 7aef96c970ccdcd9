# SPDX-License-Identifier: Apache-2.0
"""What every test runs under: no screen, a home of its own, and nothing left running or logged as an error."""

import logging
import multiprocessing.resource_tracker
import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from helpers import models

# Before Qt is imported. LEEWARD_TEST_PLATFORM=xcb shows the windows.
os.environ["QT_QPA_PLATFORM"] = os.environ.get("LEEWARD_TEST_PLATFORM", "offscreen")

# No test touches the keyring of whoever runs it.
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"

# A shell has what it runs in the background ignore Ctrl+C, and the programs under test would inherit that.
signal.signal(signal.SIGINT, signal.default_int_handler)

LEFT_RUNNING_GRACE_S = 5.0


@pytest.fixture(scope="session", autouse=True)
def _own_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Nothing a test does may reach the user's own chats, settings or caches."""
    home = tmp_path_factory.mktemp("home")
    starter = os.environ.get("LEEWARD_STARTER", str(models.MODELS_FOLDER / models.starter.FILE_NAME))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HOME", str(home))
        for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
            patch.setenv(name, str(home / name.lower()))
        patch.setenv("LEEWARD_PROFILE", str(home / "profile"))
        patch.setenv("LEEWARD_STARTER", starter)
        yield


@pytest.fixture(scope="session")
def starter_model() -> Path:
    """SmolLM2-135M-Instruct: small, ChatML template, full attention."""
    return models.starter_path()


@pytest.fixture(scope="session")
def gemma_model() -> Path:
    """Gemma 3 270M: sliding-window attention, another template."""
    return models.gemma_path()


@pytest.fixture
def expect_error_log() -> list[str]:
    """Add a part of each ERROR message that the test brings about on purpose."""
    return []


class _ErrorRecords(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(f"{record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def _no_unexpected_error_log(expect_error_log: list[str]) -> Iterator[None]:
    handler = _ErrorRecords()
    root = logging.getLogger()
    root.addHandler(handler)
    yield
    root.removeHandler(handler)
    unexpected = [line for line in handler.messages if not any(part in line for part in expect_error_log)]
    if unexpected:
        pytest.fail("unexpected ERROR log records:\n" + "\n".join(unexpected), pytrace=False)


@pytest.fixture(autouse=True)
def _nothing_left_running(_own_home: None) -> Iterator[None]:
    """First in, last out: what fixtures of wider scope started before the test may go on."""
    threads_before = set(threading.enumerate())
    children_before = _children()
    yield
    deadline_s = time.monotonic() + LEFT_RUNNING_GRACE_S
    _until(lambda: not _new_threads(threads_before), deadline_s)
    _until(lambda: not _children() - children_before, deadline_s)
    left = [f"thread {thread.name}" for thread in _new_threads(threads_before)]
    for child in _children() - children_before:
        left.append(f"process {child.pid}: {_command_line(child)}")
        child.kill()  # or it would be blamed on every later test, and outlive them
    if left:
        pytest.fail("left running:\n" + "\n".join(left), pytrace=False)


def _until(is_done: Callable[[], bool], deadline_s: float) -> None:
    pause = threading.Event()
    while not is_done() and time.monotonic() < deadline_s:
        pause.wait(0.01)


def _new_threads(before: set[threading.Thread]) -> set[threading.Thread]:
    # A dummy stands for a thread that Qt started and that ran Python once; it stays listed after that thread's end.
    return {
        thread
        for thread in threading.enumerate()
        if thread not in before and type(thread) is not threading._DummyThread
    }


def _children() -> set[psutil.Process]:
    tracker = multiprocessing.resource_tracker._resource_tracker._pid  # one for the whole session, by design
    return {child for child in psutil.Process().children(recursive=True) if child.pid != tracker}


def _command_line(process: psutil.Process) -> str:
    try:
        return " ".join(process.cmdline())
    except psutil.Error:
        return "(ended)"
