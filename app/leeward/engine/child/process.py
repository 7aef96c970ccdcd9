# SPDX-License-Identifier: Apache-2.0
"""What the operating system is to know of the engine process: how its threads wait, where it complains, when it ends."""

import logging
import os
import signal
import sys
from pathlib import Path
from typing import NoReturn

from leeward.engine.child.waiting import choose_waiting

OOM_SCORE_ADJ = 800
"""The kernel ends the process with the highest score first: this one, never the window."""


def prepare(stderr_path: str) -> None:
    """Before anything native is loaded. `stderr_path`: where native code may complain."""
    choose_waiting()
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # numpy's, which nothing here computes with
    os.environ.setdefault("GGML_NO_BACKTRACE", "1")  # else an assertion starts a debugger
    file = os.open(stderr_path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    os.dup2(file, 2)
    os.close(file)
    # Ctrl+C in a terminal goes to the whole group; the parent decides what it means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform.startswith("linux"):
        _die_with_parent()


def _die_with_parent() -> None:
    import ctypes  # noqa: PLC0415  Linux only, like the next
    import resource  # noqa: PLC0415

    pr_set_pdeathsig = 1
    ctypes.CDLL(None).prctl(pr_set_pdeathsig, signal.SIGKILL)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        Path("/proc/self/oom_score_adj").write_text(str(OOM_SCORE_ADJ), encoding="ascii")
    except OSError:
        logging.getLogger(__name__).warning("cannot offer this process to the out-of-memory killer first")


def end_for_want_of_memory(error: MemoryError) -> NoReturn:
    """End the process with the words that the parent knows: it starts a new one, with a model that takes less."""
    os.write(2, f"out of memory: {error!r}\n".encode())
    os._exit(1)
