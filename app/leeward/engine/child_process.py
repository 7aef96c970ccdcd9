# SPDX-License-Identifier: Apache-2.0
"""One engine process as its parent holds it: its pipe, its last words, its end."""

import contextlib
import math
import os
import queue
import select
import signal
import socket
import struct
import sys
import tempfile
import threading
from collections.abc import Collection
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path

from leeward.engine.out_of_memory import is_want_of_memory

LAST_WORDS_BYTES = 65_536


class Outbox(threading.Thread):
    """Sends frames to one engine process.

    A thread, though only `bridge` should start any: a process that hangs stops reading, and whoever writes to it then
    waits. That must not be the thread that watches the heartbeat. It ends with the pipe.
    """

    def __init__(self, connection: Connection) -> None:
        super().__init__(name="engine outbox", daemon=True)
        self._connection = connection
        self._frames: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()

    def send(self, data: bytes) -> None:
        self._frames.put(data)

    def end(self) -> None:
        """Send what is waiting, then end."""
        self._frames.put(None)

    def run(self) -> None:
        while (data := self._frames.get()) is not None:
            try:
                self._connection.send_bytes(data)
            except (OSError, ValueError):  # the process is gone, or the connection was closed here
                return


class Ears:
    """Waits for what comes from some connections, and for the ends of processes (their sentinels).

    As `multiprocessing.connection.wait`, which makes a selector each time: a fifth of what a piece of text costs in this process, and
    what it costs the engine lacks, where all cores compute.
    """

    def __init__(self, *sources: Connection | int) -> None:
        self._sources = sources
        if sys.platform != "win32":
            self._poll = select.poll()
            self._by_number = {each if isinstance(each, int) else each.fileno(): each for each in sources}
            for number in self._by_number:
                self._poll.register(number, select.POLLIN)

    def wait(self, timeout_s: float) -> Collection[object]:
        """Return those of which something has come, or whose other end is gone; none when the time is over."""
        if sys.platform == "win32":
            return wait(self._sources, timeout_s)
        return [self._by_number[number] for number, _ in self._poll.poll(math.ceil(timeout_s * 1000))]


@dataclass(slots=True)
class Child:
    """One engine process.

    Attributes:
        ears: For what comes from it, and for its end.
        is_ready: It has imported its library and takes models.
        is_watched: It has something to do, so that its heart is to beat; at rest it says nothing and wakes nobody.
    """

    process: BaseProcess
    connection: Connection
    outbox: Outbox
    ears: Ears
    last_beat_s: float
    oom_kills: int
    is_ready: bool = False
    is_watched: bool = True
    warned_s: float = 0.0

    def end(self) -> int | None:
        """End the process by force if it still runs, close everything, return the exit code."""
        if self.process.exitcode is None:
            self.process.kill()
            self.process.join()
        exit_code = self.process.exitcode
        self.outbox.end()
        self.outbox.join()  # the other end is closed: nothing can block it any more
        self.connection.close()
        self.process.close()
        return exit_code


class Complaints:
    """The file that native code writes its last words to; one of our own where the caller has none."""

    def __init__(self, path: Path | None) -> None:
        self.path = path or _scratch_file()
        self._is_own = path is None and self.path != Path(os.devnull)
        self._start = 0

    def forget(self) -> None:
        """What stands there now is of an earlier process."""
        with contextlib.suppress(OSError):
            self._start = self.path.stat().st_size

    def are_of_memory(self) -> bool:
        """Whether the last words were about memory that could not be had."""
        try:
            with self.path.open("rb") as file:
                file.seek(max(self._start, file.seek(0, os.SEEK_END) - LAST_WORDS_BYTES))
                return is_want_of_memory(file.read().decode("utf-8", "replace"))
        except OSError:
            return False

    def close(self) -> None:
        if self._is_own:
            with contextlib.suppress(OSError):
                self.path.unlink()


def _scratch_file() -> Path:
    try:
        handle, name = tempfile.mkstemp(prefix="leeward-engine-")
    except OSError:  # nowhere to write: the last words are lost, nothing else
        return Path(os.devnull)
    os.close(handle)
    return Path(name)


def limit_reads(connection: Connection, limit_s: float) -> None:
    """Let a message that begins and does not go on end in an OSError. On Windows messages come whole."""
    if sys.platform == "win32":
        return
    with socket.socket(fileno=os.dup(connection.fileno())) as same:  # a duplex Pipe is a pair of sockets
        same.setsockopt(
            socket.SOL_SOCKET, socket.SO_RCVTIMEO, struct.pack("ll", int(limit_s), int(limit_s % 1 * 1_000_000))
        )


def oom_kills() -> int:
    """Return how many processes the Linux kernel ended for want of memory since boot; 0 where it does not say."""
    try:
        lines = Path("/proc/vmstat").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("oom_kill ")), 0)


def was_out_of_memory(exit_code: int | None, oom_kills_before: int) -> bool:
    return exit_code == -getattr(signal, "SIGKILL", 9) and oom_kills() > oom_kills_before
