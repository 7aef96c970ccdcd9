# SPDX-License-Identifier: Apache-2.0
"""How long the threads of libgomp look whether there is something to do before they fall asleep: as long on every processor.

libgomp counts looks (GOMP_SPINCOUNT) and not time. A look takes 25 ns on an EPYC, and a few cycles where it holds no pause for other
threads, as on ARM (config/linux/futex.h). So it is measured: two threads do nothing, and the processor time of the second one until it
sleeps is that of its looks.
"""

import ctypes
import itertools
import os
import signal
import sys
from pathlib import Path
from typing import Final

from leeward.engine.machine import allowed_cpus

WAIT_S: Final = 0.001
"""Longer than a token takes to be drawn, and not much longer: two processes on one core stand still meanwhile (docs/decisions/0003)."""

_VARIABLE: Final = "GOMP_SPINCOUNT"
_N_LOOKS: Final = 20_000  # to measure, and where nothing is measured
_N_TRIES: Final = 3
_LIMIT_S: Final = 1


def choose_waiting() -> None:
    """Let the threads wait as `WAIT_S` says, unless whoever started the program says otherwise. Before libgomp is loaded."""
    if _VARIABLE not in os.environ:
        os.environ[_VARIABLE] = str(looks_in(WAIT_S) or _N_LOOKS)


def looks_in(seconds: float) -> int | None:
    """Return how many looks last so long here; None where that cannot be measured: not on Linux, on a single processor, without libgomp.

    Measured in a process of its own, which takes some milliseconds: libgomp reads the number once, when it is loaded.
    """
    if not sys.platform.startswith("linux") or len(allowed_cpus()) < 2:
        return None
    receiver, sender = os.pipe()
    try:
        process_id = os.fork()
    except OSError:
        os.close(receiver)
        os.close(sender)
        return None
    if process_id == 0:
        try:
            signal.signal(signal.SIGALRM, signal.SIG_DFL)
            signal.alarm(_LIMIT_S)  # ends it if anything hangs
            os.write(sender, str(_look_ns()).encode())
        finally:
            os._exit(0)
    os.close(sender)
    with os.fdopen(receiver, "rb") as answer:
        told = answer.read()
    os.waitpid(process_id, 0)
    return looks_of(float(told), seconds) if told else None


def looks_of(look_ns: float, seconds: float) -> int:
    """Return how many looks of `look_ns` last so long: a number that no wrong measurement makes absurd."""
    return round(min(max(seconds * 1e9 / max(look_ns, 1e-3), 5_000), 5_000_000))


def _look_ns() -> float:
    """Return the shortest time of a look. In a process with one thread, that has not loaded libgomp."""
    os.environ[_VARIABLE] = str(_N_LOOKS)
    libgomp = ctypes.CDLL("libgomp.so.1")
    nothing = ctypes.cast(ctypes.CDLL(None).getppid, ctypes.c_void_p)  # a C function that needs no argument
    used_ns = []
    for number in range(_N_TRIES + 1):
        libgomp.GOMP_parallel(nothing, None, ctypes.c_uint(2), ctypes.c_uint(0))
        second = next(each for each in Path("/proc/self/task").iterdir() if int(each.name) != os.getpid())
        if number == 0:  # on one processor the second thread would wait for the first one, too
            first_cpu, *_, last_cpu = sorted(allowed_cpus())
            os.sched_setaffinity(0, {first_cpu})
            os.sched_setaffinity(int(second.name), {last_cpu})
        while (second / "stat").read_text().rpartition(")")[2].split()[0] != "S":
            pass
        used_ns.append(int((second / "schedstat").read_text().split()[0]))
    return min(end - begin for begin, end in itertools.pairwise(used_ns)) / _N_LOOKS
