# SPDX-License-Identifier: Apache-2.0
"""The transfer of one file: resumed from what is on the disk, hashed as it comes, in place only when its SHA-256 is right.

While it runs, `<name>.part` holds the bytes and `<name>.part.json` says what they are of. huggingface_hub's own download
checks no hash and starts at byte 0 after a kill.
"""

import contextlib
import json
import logging
import re
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx2
from filelock import FileLock, Timeout

from leeward.domain.errors import (
    AlreadyFetching,
    FileInTheWay,
    FileTooLarge,
    HubBusy,
    NetworkError,
    NoRoomForDownload,
    Offline,
    TransferDamaged,
)
from leeward.i18n import mark
from leeward.library.pace import Pace, Progress
from leeward.library.part import Part
from leeward.library.provenance import Provenance, write_provenance
from leeward.library.web import (
    LONGEST_ASKED_WAIT_S,
    RETRIED,
    StopFlag,
    Surroundings,
    asked_wait_s,
    body_of,
    client_of,
    open_url,
    refusal,
)
from leeward.storage.atomic import atomic_write, os_errors_translated, sync_folder
from leeward.storage.mounts import file_system

log = logging.getLogger(__name__)

N_TRIES = 6
LONGEST_WAIT_S = 60.0
MARGIN_BYTES = 1024**3
_FAT_LIMIT_BYTES = 2**32 - 1
_CONTENT_RANGE = re.compile(r"bytes (\d+)-(\d+)/(\d+)")


@dataclass(frozen=True, slots=True)
class RemoteFile:
    """A file of one commit. `url` is pinned to the commit; `name` is safe to use in a folder."""

    url: str
    repo: str
    commit: str
    name: str
    size_bytes: int
    sha256: str
    license: str = ""
    path: str = ""


class Cancelled(Exception):
    """The user stopped or paused it; the part is kept."""


class _Again(Exception):
    """Try again. `status` 0 is a broken connection."""

    def __init__(self, status: int = 0, wait_s: float | None = None) -> None:
        super().__init__(status)
        self.status = status
        self.wait_s = wait_s


class _Damaged(Exception):
    """What arrived cannot be the file; the part is of no use."""


class Transfer:
    """Fetches one file into `folder`. `run` blocks; stop it from another thread by `stop`."""

    def __init__(
        self,
        remote: RemoteFile,
        folder: Path,
        around: Surroundings,
        stop: StopFlag,
        on_progress: Callable[[Progress], None] = lambda _progress: None,
    ) -> None:
        self.target = folder / remote.name
        self._remote = remote
        self._around = around
        self._stop = stop
        self._on_progress = on_progress
        self._part_path = part_path(self.target)
        self._note_path = note_path(self.target)
        self._pace = Pace(remote.size_bytes)

    def run(self) -> Path:
        """Return the verified file in its place.

        Raises:
            Cancelled: The flag was set; the part is kept. So it is with HubBusy, Offline, StorageFull and FileTooLarge.
            NetworkError, StorageError
        """
        with self.held():
            self.fetch()
            return self.put_in_place()

    @contextlib.contextmanager
    def held(self) -> Iterator[None]:
        """Keep everybody else from fetching the same file meanwhile. Raises AlreadyFetching, StorageError."""
        path = self._part_path.with_name(f"{self._part_path.name}.lock")
        lock = FileLock(path, timeout=0, mode=0o600, thread_local=False)
        with os_errors_translated(path):
            try:
                lock.acquire()
            except Timeout as error:  # an OSError too: it must not reach the translation
                raise AlreadyFetching(self.target) from error
        try:
            yield
        finally:
            with contextlib.suppress(OSError):  # Windows removes no open file
                path.unlink()  # under the lock: whoever waits for this one finds that it has no name any more
            lock.release()

    def fetch(self) -> None:
        """Bring all of it, verified, and leave it as the part. As `run`; call under `held`."""
        with os_errors_translated(self._part_path):
            if self._is_in_place():
                return
            self._check_room()
            is_kept = self._is_part_of_this()
            if not is_kept:
                self._note("")
                self._part_path.touch(mode=0o600)
            with self._around.open_part(self._part_path) as file, Part(file) as part:
                if is_kept:
                    self._take_up(part)
                    part.end_here()
                    part.etag = (read_note(self._note_path) or {}).get("etag", "")
                else:
                    part.start_over()
                self._fetch_until_right(part)

    def put_in_place(self) -> Path:
        """Make the verified part the file, and say where it came from.

        After a crash in between `fetch` finds the file by its note and goes on here.
        """
        remote = self._remote
        with os_errors_translated(self.target):
            if self._part_path.exists():
                self._part_path.replace(self.target)
                sync_folder(self.target.parent)
            if self._note_path.exists():  # else it was there before, and may be somebody else's
                origin = Provenance(
                    remote.sha256,
                    remote.size_bytes,
                    repository=remote.repo,
                    revision=remote.commit,
                    file=remote.path or remote.name,
                    license=remote.license,
                    made_s=time.time(),
                )
                write_provenance(self.target, origin)
                self._note_path.unlink()
        return self.target

    def _is_in_place(self) -> bool:
        """Say whether the file is there already. Raises FileInTheWay when another one is."""
        if not self.target.exists():
            return False
        with self.target.open("rb", buffering=0) as file, Part(file) as part:
            self._take_up(part)
            is_it = not file.read(1) and part.hexdigest() == self._remote.sha256
        if not is_it:
            raise FileInTheWay(self.target)
        self._part_path.unlink(missing_ok=True)
        return True

    def left_bytes(self) -> int:
        """Return how much is to be fetched yet, as the sizes of what lies there say."""
        if self.target.exists():
            return 0
        have = self._part_path.stat().st_size if self._part_path.exists() and self._is_part_of_this() else 0
        return max(0, self._remote.size_bytes - have)

    def discard(self) -> None:
        """Remove what has come so far; a file in its place stays. Call under `held`. Raises StorageError."""
        with os_errors_translated(self._part_path):
            self._drop_part()

    def _check_room(self) -> None:
        check_room(self.target, self.left_bytes(), self._remote.size_bytes, self._around)

    def _is_part_of_this(self) -> bool:
        note = read_note(self._note_path)
        same = note is not None and all(
            note.get(key) == getattr(self._remote, key) for key in ("commit", "sha256", "size_bytes")
        )
        return same and self._part_path.is_file()

    def _take_up(self, part: Part) -> None:
        """Hash what lies there; behind the announced end nothing is believed."""
        while part.take_up(self._remote.size_bytes):
            self._raise_if_stopped()
        self._pace.begin(part.done_bytes, self._around.clock())
        self._tell(part)

    def _fetch_until_right(self, part: Part) -> None:
        n_damaged = 0
        while True:
            try:
                self._fetch_all(part)
                self._verify(part)
                return
            except _Damaged as error:
                part.start_over()
                n_damaged += 1
                if n_damaged == 2:
                    self._drop_part()
                    raise TransferDamaged(self._remote.name, str(error)) from error
                log.warning("%s arrived damaged, fetched once again: %s", self._remote.name, error)

    def _verify(self, part: Part) -> None:
        if part.hexdigest() != self._remote.sha256:
            raise _Damaged(mark("its SHA-256 is another one"))
        part.sync()

    def _fetch_all(self, part: Part) -> None:
        n_failed = 0
        with client_of(self._around.network, stall_s=self._around.stall_s) as client:
            while part.done_bytes < self._remote.size_bytes:
                before = part.done_bytes
                try:
                    self._fetch_some(client, part)
                except _Again as again:
                    n_failed = 1 if part.done_bytes > before else n_failed + 1
                    if n_failed == N_TRIES:
                        raise self._given_up(again) from again
                    self._wait(part, again.wait_s, n_failed)

    def _wait(self, part: Part, asked_s: float | None, n_failed: int) -> None:
        wait_s = asked_s
        if wait_s is None:
            wait_s = min(LONGEST_WAIT_S, 2.0 ** (n_failed - 1)) * (1 + 0.25 * self._around.jitter())
        self._tell(part, is_waiting=True)
        self._around.sleep(self._stop, max(1.0, wait_s))
        self._raise_if_stopped()

    def _given_up(self, again: _Again) -> NetworkError:
        if again.status:
            return HubBusy(again.status, again.wait_s or 0.0)
        return Offline(urlsplit(self._remote.url).hostname or "")

    def _fetch_some(self, client: httpx2.Client, part: Part) -> None:
        """Send one request and write what it brings. Raises _Again, _Damaged, Cancelled, NetworkError."""
        self._raise_if_stopped()
        headers = {"Accept-Encoding": "identity"}
        if part.done_bytes:
            headers["Range"] = f"bytes={part.done_bytes}-"
        try:
            with open_url(client, self._remote.url, headers, self._around, self._stop) as response:
                self._check_status(response.status_code, response.headers)
                self._check_place(response, part)
                self._write(response, part)
        except (httpx2.TransportError, httpx2.StreamError) as error:
            self._raise_if_stopped()
            raise _Again from error
        if part.done_bytes < self._remote.size_bytes:
            raise _Again  # the server ended early and called it the end

    def _check_status(self, status: int, headers: httpx2.Headers) -> None:
        if status in RETRIED:
            wait_s = asked_wait_s(headers)
            if wait_s is not None and wait_s > LONGEST_ASKED_WAIT_S:
                raise HubBusy(status, wait_s)
            raise _Again(status, wait_s)
        page = f"{self._around.network.endpoint}/{self._remote.repo}"
        refused = refusal(status, headers, page=page, wanted=f"{self._remote.repo}/{self._remote.name}")
        if refused:
            raise refused
        if status not in (200, 206):
            raise _Damaged(f"the server answered with status {status}")

    def _check_place(self, response: httpx2.Response, part: Part) -> None:
        """Make sure that the body goes on where the part ends."""
        if "text/html" in response.headers.get("content-type", ""):
            raise _Damaged(mark("a web page came instead of the file"))
        etag = response.headers.get("etag", "")
        if part.done_bytes and part.etag and etag != part.etag:
            part.start_over()
            raise _Again(0, 1.0)
        if response.status_code == 206:
            found = _CONTENT_RANGE.fullmatch(response.headers.get("content-range", ""))
            if not found or int(found[1]) != part.done_bytes or int(found[3]) != self._remote.size_bytes:
                raise _Damaged("the server sent another range than asked for")
        elif part.done_bytes:
            part.start_over()  # it knows no ranges: all of it comes again
        if not part.done_bytes:
            part.etag = etag
            self._note(etag)

    def _write(self, response: httpx2.Response, part: Part) -> None:
        for chunk in body_of(response, self._around.stall_s):
            self._raise_if_stopped()
            if part.done_bytes == 0 and not chunk.startswith(b"GGUF"[: len(chunk)]):
                raise _Damaged(mark("it is not a GGUF file"))
            if part.done_bytes + len(chunk) > self._remote.size_bytes:
                raise _Damaged(mark("it is longer than announced"))
            part.write(chunk)
            self._tell(part)

    def _note(self, etag: str) -> None:
        atomic_write(self._note_path, json.dumps(asdict(self._remote) | {"etag": etag}).encode())

    def _drop_part(self) -> None:
        self._part_path.unlink(missing_ok=True)
        self._note_path.unlink(missing_ok=True)

    def _raise_if_stopped(self) -> None:
        if self._stop.is_set():
            raise Cancelled

    def _tell(self, part: Part, *, is_waiting: bool = False) -> None:
        progress = self._pace.push(part.done_bytes, self._around.clock(), is_waiting=is_waiting)
        if progress:
            self._on_progress(progress)


def check_room(target: Path, left_bytes: int, size_bytes: int, around: Surroundings) -> None:
    """Raise NoRoomForDownload or FileTooLarge when `left_bytes` more cannot lie beside `target`, with a margin."""
    if size_bytes > _FAT_LIMIT_BYTES and file_system(target.parent) in ("vfat", "msdos"):
        raise FileTooLarge(target)
    needed = left_bytes + max(MARGIN_BYTES, size_bytes // 20)
    free = around.free_bytes(target.parent)
    if free < needed:
        raise NoRoomForDownload(target, needed, free)


def part_path(target: Path) -> Path:
    return target.with_name(f"{target.name}.part")


def note_path(target: Path) -> Path:
    return target.with_name(f"{target.name}.part.json")


def read_note(path: Path) -> dict[str, Any] | None:
    """Return what a sidecar says, None when it is missing or not to be used."""
    try:
        note = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return None
    return note if isinstance(note, dict) else None
