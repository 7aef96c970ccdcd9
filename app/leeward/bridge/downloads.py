# SPDX-License-Identifier: Apache-2.0
"""The queue of downloads: some run at once, the others wait; what was begun is kept over restarts."""

import enum
import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from leeward.domain.errors import AppError
from leeward.domain.ids import DownloadId
from leeward.library.pace import Progress
from leeward.library.pull import Pull, PullPlan, discard, done_bytes
from leeward.library.transfer import Cancelled
from leeward.library.web import StopFlag, Surroundings

if TYPE_CHECKING:
    from leeward.bridge.tasks import TaskThread
    from leeward.library.download_list import DownloadList

log = logging.getLogger(__name__)

PROGRESS_INTERVAL_MS = 100


class DownloadState(enum.StrEnum):
    QUEUED = "queued"
    RUNNING = "running"
    PAUSED = "paused"
    FAILED = "failed"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Download:
    """Attributes:
    done_bytes: When it last changed its state; while it runs see `progressed`.
    error: Why it failed.
    """

    id: DownloadId
    plan: PullPlan
    state: DownloadState
    done_bytes: int = 0
    error: Exception | None = None


@dataclass(frozen=True, slots=True)
class _Outcome:
    id: DownloadId
    paths: tuple[Path, ...] = ()
    error: BaseException | None = None
    done_bytes: int = 0


class Downloads(QObject):
    """Runs downloads on threads of its own. Nothing is fetched unless `add` or `resume` was called in this session.

    Every run ends in exactly one of `finished`, `failed`, or a `changed` to PAUSED, or is cancelled and not listed any more.

    Signals:
        listed(tuple[Download, ...])                         one was added or taken away; in their order
        changed(DownloadId, Download)                        its state is another one
        progressed(tuple[tuple[DownloadId, Progress], ...])  of all that moved, at most ten times a second
        finished(DownloadId, tuple[Path, ...])               the verified files, the one to load first
        failed(DownloadId, Exception)                        an AppError, or another exception when it is a bug
        not_kept(Exception)                                  the list could not be saved; the downloads go on
    """

    listed = Signal(object)
    changed = Signal(str, object)
    progressed = Signal(object)
    finished = Signal(str, object)
    failed = Signal(str, object)
    not_kept = Signal(object)
    _ended = Signal(object)

    def __init__(
        self,
        kept: "DownloadList",
        thread: "TaskThread",
        surroundings: Callable[[], Surroundings],
        n_at_once: int = 2,
        parent: QObject | None = None,
    ) -> None:
        """`surroundings`: asked at every start, so that settings of the network act on the next one."""
        super().__init__(parent)
        self._kept = kept
        self._thread = thread
        self._surroundings = surroundings
        self._n_at_once = n_at_once
        self._downloads: dict[DownloadId, Download] = {}
        self._stops: dict[DownloadId, StopFlag] = {}
        self._workers: dict[DownloadId, threading.Thread] = {}
        self._cancelled: set[DownloadId] = set()
        self._is_closed = False
        self._lock = threading.Lock()
        self._moved: dict[DownloadId, Progress] = {}  # written by the threads that fetch
        self._ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)
        self._timer = QTimer(self)
        self._timer.setInterval(PROGRESS_INTERVAL_MS)
        self._timer.timeout.connect(self._tell_progress)

    @property
    def all(self) -> tuple[Download, ...]:
        return tuple(self._downloads.values())

    def load(self) -> None:
        """List what was not finished in the last session as paused, where it really is; `listed` follows."""
        self._thread.run(self._read, self._on_read, self._on_kept_failed)

    def add(self, plan: PullPlan) -> DownloadId:
        """Put a plan at the end of the queue. A plan for the same files that is listed already is resumed instead."""
        for known in self._downloads.values():
            if known.plan.paths == plan.paths and known.state is not DownloadState.DONE:
                self.resume(known.id)
                return known.id
        download = Download(DownloadId(uuid4().hex), plan, DownloadState.QUEUED)
        self._downloads[download.id] = download
        self._save()
        self.listed.emit(self.all)
        self._start_next()
        return download.id

    def pause(self, download_id: DownloadId) -> None:
        """Stop it and keep what has come; `changed` follows. Without effect on what neither runs nor waits."""
        download = self._downloads.get(download_id)
        if download and download.state is DownloadState.RUNNING:
            self._stops[download_id].set()
        elif download and download.state is DownloadState.QUEUED:
            self._change(replace(download, state=DownloadState.PAUSED))

    def resume(self, download_id: DownloadId) -> None:
        """Put what is paused or failed into the queue again."""
        download = self._downloads.get(download_id)
        if download and download.state in (DownloadState.PAUSED, DownloadState.FAILED):
            self._change(replace(download, state=DownloadState.QUEUED, error=None))
            self._start_next()

    def cancel(self, download_id: DownloadId) -> None:
        """Stop it, remove what has come, and take it off the list; of a finished one only the last. `listed` follows."""
        download = self._downloads.get(download_id)
        if download is None:
            return
        if download.state is DownloadState.RUNNING:
            self._cancelled.add(download_id)
            self._stops[download_id].set()
        else:
            self._take_away(download)

    def set_n_at_once(self, n_at_once: int) -> None:
        """How many run at once, and how many files of one; what runs already goes on."""
        self._n_at_once = n_at_once
        self._start_next()

    def close(self, timeout_s: float = 10.0) -> None:
        """Stop all that runs and wait for its threads; what has come is kept. Blocking. May be called twice."""
        self._is_closed = True
        self._timer.stop()
        for stop in self._stops.values():
            stop.set()
        for worker in self._workers.values():
            worker.join(timeout_s)

    # Running

    def _start_next(self) -> None:
        for download in self.all:
            if self._is_closed or len(self._workers) >= self._n_at_once:
                return
            if download.state is DownloadState.QUEUED:
                self._start(download)

    def _start(self, download: Download) -> None:
        stop = StopFlag()
        n_parallel, around = self._n_at_once, self._surroundings()

        def work() -> None:
            try:
                pull = Pull(download.plan, around, stop, self._note_progress(download.id), n_parallel=n_parallel)
                outcome = _Outcome(download.id, pull.run(), done_bytes=download.plan.size_bytes)
            except BaseException as error:  # noqa: BLE001 - the top of a worker: whatever it is, it is told
                outcome = _Outcome(download.id, error=error, done_bytes=_done(download.plan))
            self._ended.emit(outcome)

        self._stops[download.id] = stop
        self._workers[download.id] = threading.Thread(target=work, name=f"download {download.id[:8]}", daemon=True)
        self._change(replace(download, state=DownloadState.RUNNING))
        self._timer.start()
        self._workers[download.id].start()

    def _note_progress(self, download_id: DownloadId) -> Callable[[Progress], None]:
        def note(progress: Progress) -> None:
            with self._lock:
                self._moved[download_id] = progress

        return note

    @Slot()
    def _tell_progress(self) -> None:
        with self._lock:
            moved, self._moved = self._moved, {}
        if moved:
            self.progressed.emit(tuple(moved.items()))
        if not self._workers:
            self._timer.stop()

    @Slot(object)
    def _on_ended(self, outcome: _Outcome) -> None:
        self._workers.pop(outcome.id).join()
        del self._stops[outcome.id]
        self._tell_progress()
        download = replace(self._downloads[outcome.id], done_bytes=outcome.done_bytes)
        error = outcome.error
        if outcome.id in self._cancelled:
            self._cancelled.discard(outcome.id)
            self._take_away(replace(download, state=DownloadState.DONE if error is None else DownloadState.PAUSED))
        elif error is None:
            self._change(replace(download, state=DownloadState.DONE))
            self._save()
            self.finished.emit(outcome.id, outcome.paths)
        elif isinstance(error, Cancelled):
            self._change(replace(download, state=DownloadState.PAUSED))
        else:
            if not isinstance(error, AppError):
                log.error("a download failed", exc_info=error)
            self._change(replace(download, state=DownloadState.FAILED, error=_as_exception(error)))
            self.failed.emit(outcome.id, _as_exception(error))
        self._start_next()

    # The list

    def _change(self, download: Download) -> None:
        self._downloads[download.id] = download
        self.changed.emit(download.id, download)

    def _take_away(self, download: Download) -> None:
        del self._downloads[download.id]
        self._save()
        if download.state is not DownloadState.DONE:
            self._thread.run(lambda: discard(download.plan), lambda _: None, self._on_kept_failed)
        self.listed.emit(self.all)

    def _save(self) -> None:
        plans = [download.plan for download in self.all if download.state is not DownloadState.DONE]
        self._thread.run(lambda: self._kept.save(plans), lambda _: None, self._on_kept_failed)

    def _read(self) -> list[tuple[PullPlan, int]]:
        return [(plan, _done(plan)) for plan in self._kept.load()]

    def _on_read(self, found: list[tuple[PullPlan, int]]) -> None:
        known = {download.plan.paths for download in self.all}
        for plan, n_done in found:
            if plan.paths not in known:
                download = Download(DownloadId(uuid4().hex), plan, DownloadState.PAUSED, n_done)
                self._downloads[download.id] = download
        self.listed.emit(self.all)

    def _on_kept_failed(self, error: Exception) -> None:
        log.warning("the list of downloads or the rest of one could not be changed: %r", error)
        self.not_kept.emit(error)


def _done(plan: PullPlan) -> int:
    """0 where the disk is away."""
    try:
        return done_bytes(plan)
    except OSError:
        return 0


def _as_exception(error: BaseException) -> Exception:
    return error if isinstance(error, Exception) else RuntimeError(f"{type(error).__name__} in a download")
