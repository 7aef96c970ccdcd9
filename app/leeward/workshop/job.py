# SPDX-License-Identifier: Apache-2.0
"""A merge in a process of its own: a damaged file or a lack of memory ends that, and Stop acts at once."""

import contextlib
import multiprocessing
import os
import signal
from multiprocessing.connection import Connection
from types import TracebackType
from typing import Self

import msgspec

from leeward.domain.errors import NotMade
from leeward.engine.frames import Fault
from leeward.workshop.new_file import part_of
from leeward.workshop.plan import MergePlan

MAX_FRAME_BYTES = 64 * 1024
NICENESS = 10
"""Answers go first."""


class Progress(msgspec.Struct, frozen=True, tag=True):
    """`fraction` of the model is merged (0 to 1)."""

    fraction: float


class Made(msgspec.Struct, frozen=True, tag=True):
    """The file is there, on the disk and checked."""

    n_bytes: int


class _Failed(msgspec.Struct, frozen=True, tag=True):
    fault: Fault


_decoder: msgspec.msgpack.Decoder[Progress | Made | _Failed] = msgspec.msgpack.Decoder(Progress | Made | _Failed)


class MergeJob:
    """One merge. A context manager; leaving it ends the process, and nothing is left of an unfinished file.

    Order of events: Progress* then Made, or an exception out of `next_event`.
    """

    def __init__(self, plan: MergePlan) -> None:
        self._target = plan.target
        context = multiprocessing.get_context("spawn")
        self._connection, theirs = context.Pipe(duplex=False)
        self._process = context.Process(target=_run, args=(theirs, plan), name="merge", daemon=True)
        self._process.start()
        theirs.close()  # so that the pipe ends with the process
        self._is_over = False

    @property
    def process_id(self) -> int | None:
        return self._process.pid

    def next_event(self, timeout_s: float) -> Progress | Made | None:
        """Return the next event, or None when there is none for `timeout_s` seconds.

        Raises what `merge` raises, and NotMade when the process ended by itself.
        """
        if not self._connection.poll(timeout_s):
            return None
        try:
            event = _decoder.decode(self._connection.recv_bytes(MAX_FRAME_BYTES))
        except (EOFError, OSError, msgspec.MsgspecError) as error:
            self.close()
            raise NotMade(self._target, "the process that wrote it ended, perhaps for want of memory") from error
        self._is_over = not isinstance(event, Progress)
        if isinstance(event, _Failed):
            raise event.fault.to_error()
        return event

    def close(self) -> None:
        """End the process and take away what it wrote. A file that was whole by then stays. May be called twice."""
        if self._connection.closed:
            return
        if not self._is_over:
            self._process.kill()
        self._process.join()
        self._connection.close()
        if not self._is_over:
            with contextlib.suppress(OSError):
                part_of(self._target).unlink()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()


def _run(connection: Connection, plan: MergePlan) -> None:
    from leeward.workshop.merge import merge  # noqa: PLC0415  the process of the window needs no numpy for this

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C goes to all processes of a terminal; the parent decides
    if hasattr(os, "nice"):
        os.nice(NICENESS)
    told = 0.0

    def on_progress(fraction: float) -> None:
        nonlocal told
        if fraction - told >= 0.01 or fraction >= 1:
            told = fraction
            connection.send_bytes(msgspec.msgpack.encode(Progress(fraction)))  # fails when nobody listens any more

    end: Made | _Failed
    try:
        end = Made(merge(plan, on_progress))
    except MemoryError:
        end = _Failed(Fault.of(NotMade(plan.target, "there is too little memory")))
    except Exception as error:  # noqa: BLE001  the top of this process: the parent is told
        end = _Failed(Fault.of(error))
    with contextlib.suppress(OSError):
        connection.send_bytes(msgspec.msgpack.encode(end))
