# SPDX-License-Identifier: Apache-2.0
"""The transfer of one file: resumed from what is on the disk, hashed as it comes, in place only when its SHA-256 is right.

While it runs, `<name>.part` holds the bytes and `<name>.part.json` says what they are of. huggingface_hub's own download
checks no hash and starts at byte 0 after a kill.
"""

import contextlib
import hashlib
import json
import logging
import os
import re
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, BinaryIO
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
from leeward.library.pace import Pace, Progress
from leeward.library.provenance import Provenance, write_provenance
from leeward.library.web import (
    LONGEST_ASKED_WAIT_S,
    RETRIED,
    StopFlag,
    Surroundings,
    asked_wait_s,
    client_of,
    open_url,
    refusal,
)
from leeward.storage.atomic import atomic_write, os_errors_translated, sync_folder
from leeward.storage.mounts import file_system

log = logging.getLogger(__name__)

CHUNK_BYTES = 1024**2
SYNC_EVERY_BYTES = 4 * 1024**2
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


@dataclass(slots=True)
class _Part:
    """The bytes on the disk and their hash."""

    file: BinaryIO
    done_bytes: int = 0
    hash: Any = field(default_factory=hashlib.sha256)
    etag: str = ""

    def start_over(self) -> None:
        self.file.seek(0)
        self.file.truncate()
        self.done_bytes, self.hash, self.etag = 0, hashlib.sha256(), ""


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
            with self._around.open_part(self._part_path) as file:
                part = _Part(file)
                if is_kept:
                    self._hash_again(part)
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
        part = _Part(self.target.open("rb", buffering=0))
        with part.file:
            self._read_part(part)
            is_longer = bool(part.file.read(1))
        if is_longer or part.hash.hexdigest() != self._remote.sha256:
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

    def _hash_again(self, part: _Part) -> None:
        """Take up what lies there; behind the announced end nothing is believed."""
        self._read_part(part)
        part.file.seek(part.done_bytes)
        part.file.truncate()
        part.etag = (read_note(self._note_path) or {}).get("etag", "")

    def _read_part(self, part: _Part) -> None:
        buffer = memoryview(bytearray(CHUNK_BYTES))
        while part.done_bytes < self._remote.size_bytes:
            self._raise_if_stopped()
            n = part.file.readinto(buffer[: self._remote.size_bytes - part.done_bytes])  # type: ignore[attr-defined]
            if not n:
                break
            part.hash.update(buffer[:n])
            part.done_bytes += n
        self._pace.begin(part.done_bytes, self._around.clock())
        self._tell(part)

    def _fetch_until_right(self, part: _Part) -> None:
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

    def _verify(self, part: _Part) -> None:
        if part.hash.hexdigest() != self._remote.sha256:
            raise _Damaged("its SHA-256 is another one")
        os.fsync(part.file.fileno())

    def _fetch_all(self, part: _Part) -> None:
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

    def _wait(self, part: _Part, asked_s: float | None, n_failed: int) -> None:
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

    def _fetch_some(self, client: httpx2.Client, part: _Part) -> None:
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

    def _check_place(self, response: httpx2.Response, part: _Part) -> None:
        """Make sure that the body goes on where the part ends."""
        if "text/html" in response.headers.get("content-type", ""):
            raise _Damaged("a web page came instead of the file")
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

    def _write(self, response: httpx2.Response, part: _Part) -> None:
        synced = part.done_bytes
        try:
            for chunk in response.iter_raw():
                self._raise_if_stopped()
                if part.done_bytes == 0 and not chunk.startswith(b"GGUF"[: len(chunk)]):
                    raise _Damaged("it is not a GGUF file")
                if part.done_bytes + len(chunk) > self._remote.size_bytes:
                    raise _Damaged("it is longer than announced")
                _write_all(part.file, chunk)
                part.hash.update(chunk)
                part.done_bytes += len(chunk)
                if part.done_bytes - synced >= SYNC_EVERY_BYTES:
                    os.fsync(part.file.fileno())
                    synced = part.done_bytes
                self._tell(part)
        except OSError:
            # Part of a chunk may have been written that is not in the hash.
            with contextlib.suppress(OSError):
                part.file.truncate(part.done_bytes)
            raise

    def _note(self, etag: str) -> None:
        atomic_write(self._note_path, json.dumps(asdict(self._remote) | {"etag": etag}).encode())

    def _drop_part(self) -> None:
        self._part_path.unlink(missing_ok=True)
        self._note_path.unlink(missing_ok=True)

    def _raise_if_stopped(self) -> None:
        if self._stop.is_set():
            raise Cancelled

    def _tell(self, part: _Part, *, is_waiting: bool = False) -> None:
        progress = self._pace.push(part.done_bytes, self._around.clock(), is_waiting=is_waiting)
        if progress:
            self._on_progress(progress)


def _write_all(file: BinaryIO, data: bytes) -> None:
    left = memoryview(data)
    while left:
        left = left[file.write(left) :]


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
