# SPDX-License-Identifier: Apache-2.0
"""A model with all its files from a repository into a model folder: all of them verified, or none in place."""

import contextlib
import threading
from collections.abc import Callable
from concurrent.futures import FIRST_EXCEPTION, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from leeward.domain.errors import FolderAway
from leeward.domain.hub import RepoFile, Repository
from leeward.library.offers import Offer
from leeward.library.pace import Pace, Progress
from leeward.library.safe_name import safe_name
from leeward.library.transfer import Cancelled, RemoteFile, Transfer, check_room
from leeward.library.web import StopFlag, Surroundings
from leeward.storage.atomic import os_errors_translated


@dataclass(frozen=True, slots=True)
class PullPlan:
    """What to fetch and where to. Enough to go on after a restart without asking the Hub.

    Attributes:
        name: What to call it.
        root: The model folder; it must be there.
        folder: Below it, made when it is missing.
        files: All parts in their order, then what goes with them.
    """

    name: str
    root: Path
    folder: Path
    files: tuple[RemoteFile, ...]

    @property
    def size_bytes(self) -> int:
        return sum(file.size_bytes for file in self.files)

    @property
    def paths(self) -> tuple[Path, ...]:
        """Where the files will lie; the first one is what is loaded."""
        return tuple(self.folder / file.name for file in self.files)


def plan_pull(endpoint: str, repository: Repository, offer: Offer, root: Path) -> PullPlan:
    """Return how to fetch an offer: each repository has a folder of its own, so that names of two do not meet."""
    folder = root
    for piece in (*repository.repo.split("/"), *offer.files[0].path.split("/")[:-1]):
        folder /= safe_name(piece)
    return PullPlan(
        offer.name, root, folder, tuple(remote_file(endpoint, repository, file) for file in offer.all_files)
    )


def remote_file(endpoint: str, repository: Repository, file: RepoFile) -> RemoteFile:
    """Return how to fetch one file, or to read its header (`HttpSource`)."""
    return RemoteFile(
        url=f"{endpoint}/{repository.repo}/resolve/{repository.commit}/{quote(file.path)}",
        repo=repository.repo,
        commit=repository.commit,
        name=safe_name(file.path.rsplit("/", 1)[-1]),
        size_bytes=file.size_bytes,
        sha256=file.sha256,
        license=repository.license,
        path=file.path,
    )


def done_bytes(plan: PullPlan) -> int:
    """Return how much of it lies on the disk. Blocking; no network."""
    transfers = [Transfer(file, plan.folder, Surroundings(), StopFlag()) for file in plan.files]
    return plan.size_bytes - sum(transfer.left_bytes() for transfer in transfers)


def discard(plan: PullPlan) -> None:
    """Remove what has come so far of a plan that is given up, and folders that are empty then. Blocking; no network.

    Raises:
        AlreadyFetching: It runs.
        StorageError
    """
    if not plan.folder.is_dir():
        return
    for file in plan.files:
        transfer = Transfer(file, plan.folder, Surroundings(), StopFlag())
        with transfer.held():
            transfer.discard()
    folder = plan.folder
    with contextlib.suppress(OSError):  # one of them is not empty
        while folder != plan.root:
            folder.rmdir()
            folder = folder.parent


class Pull:
    """Fetches one plan. `run` blocks; stop it from another thread by `stop`."""

    def __init__(
        self,
        plan: PullPlan,
        around: Surroundings,
        stop: StopFlag,
        on_progress: Callable[[Progress], None] = lambda _progress: None,
        *,
        n_parallel: int = 2,
    ) -> None:
        """`on_progress` is called from the threads that fetch, one at a time."""
        self._plan = plan
        self._around = around
        self._stop = stop
        self._n_parallel = n_parallel
        self._group = stop.child()
        self._sum = _Sum(plan, around, on_progress)
        self._transfers = [
            Transfer(file, plan.folder, around, self._group.child(), self._sum.report_of(number))
            for number, file in enumerate(plan.files)
        ]

    def run(self) -> tuple[Path, ...]:
        """Return the verified files in their places, the one that is loaded first.

        Raises:
            Cancelled: The flag was set. Here and with most other errors the parts are kept: the next `run` goes on there.
            NetworkError, StorageError
        """
        if not self._plan.root.is_dir():
            raise FolderAway(self._plan.root)
        with os_errors_translated(self._plan.folder):
            self._plan.folder.mkdir(parents=True, exist_ok=True)
        with contextlib.ExitStack() as held:
            for transfer in self._transfers:
                held.enter_context(transfer.held())
            self._check_room()
            self._fetch_all()
            for transfer in reversed(self._transfers):  # without its first part nothing is a model yet
                transfer.put_in_place()
        return self._plan.paths

    def _check_room(self) -> None:
        lefts = [transfer.left_bytes() for transfer in self._transfers]
        self._sum.begin([file.size_bytes - left for file, left in zip(self._plan.files, lefts, strict=True)])
        if any(lefts):
            largest = max(self._plan.files, key=lambda file: file.size_bytes)
            check_room(self._plan.folder / largest.name, sum(lefts), largest.size_bytes, self._around)

    def _fetch_all(self) -> None:
        # The threads end with this call; who waits here can be interrupted.
        with ThreadPoolExecutor(self._n_parallel, thread_name_prefix="fetch") as pool:
            fetches: list[Future[None]] = [pool.submit(transfer.fetch) for transfer in self._transfers]
            try:
                wait(fetches, return_when=FIRST_EXCEPTION)
            finally:
                if not all(fetch.done() and fetch.exception() is None for fetch in fetches):
                    self._group.set()
        errors = [error for fetch in fetches if (error := fetch.exception())]
        if self._stop.is_set() and errors:
            raise Cancelled
        for error in sorted(errors, key=lambda error: isinstance(error, Cancelled)):  # why, not what followed
            raise error


class _Sum:
    """The progress of several files as one."""

    def __init__(self, plan: PullPlan, around: Surroundings, on_progress: Callable[[Progress], None]) -> None:
        self._sizes = [file.size_bytes for file in plan.files]
        self._done = [0] * len(plan.files)
        self._waiting: set[int] = set()
        self._running: set[int] = set()
        self._pace = Pace(plan.size_bytes)
        self._clock = around.clock
        self._on_progress = on_progress
        self._lock = threading.Lock()

    def begin(self, done: list[int]) -> None:
        self._done = done
        self._pace.begin(sum(done), self._clock())

    def report_of(self, number: int) -> Callable[[Progress], None]:
        def report(progress: Progress) -> None:
            with self._lock:
                self._done[number] = progress.done_bytes
                is_running = progress.done_bytes < self._sizes[number]
                (self._running.add if is_running else self._running.discard)(number)
                (self._waiting.add if progress.is_waiting else self._waiting.discard)(number)
                is_waiting = bool(self._running) and self._running <= self._waiting
                told = self._pace.push(sum(self._done), self._clock(), is_waiting=is_waiting)
                if told:
                    self._on_progress(told)

        return report
