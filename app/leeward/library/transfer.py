# SPDX-License-Identifier: Apache-2.0
"""The transfer of one file: resumed from what is on the disk, hashed as it comes, in place only when its SHA-256 is right.

While it runs, `<name>.part` holds the bytes and `<name>.part.json` says what they are of. huggingface_hub's own download
checks no hash and starts at byte 0 after a kill.
"""

import contextlib
import email.utils
import functools
import hashlib
import json
import logging
import os
import random
import re
import shutil
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO
from urllib.parse import urljoin, urlsplit

import httpx2

from leeward.domain.errors import (
    HubBusy,
    HubNotFound,
    HubRefused,
    NetworkError,
    NoRoomForDownload,
    Offline,
    TransferDamaged,
    UnsafeAddress,
)
from leeward.domain.network import NetworkSettings
from leeward.storage.atomic import atomic_write, os_errors_translated, sync_folder

log = logging.getLogger(__name__)

CHUNK_BYTES = 1024**2
SYNC_EVERY_BYTES = 4 * 1024**2
STALL_S = 30.0
N_TRIES = 6
LONGEST_WAIT_S = 60.0
PROGRESS_INTERVAL_S = 0.25
MARGIN_BYTES = 1024**3
_RETRIED = frozenset({408, 429, 500, 502, 503, 504})
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
_CONTENT_RANGE = re.compile(r"bytes (\d+)-(\d+)/(\d+)")
_RATE_LIMIT_RESET = re.compile(r"\bt=(\d+)")


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


@dataclass(frozen=True, slots=True)
class Progress:
    done_bytes: int
    size_bytes: int
    bytes_per_second: float
    is_waiting: bool = False


class Cancelled(Exception):
    """The user stopped or paused it; the part is kept."""


class StopFlag:
    """Stops a transfer from any thread, also one that waits for bytes: the connection is shut under it."""

    def __init__(self) -> None:
        self._event = threading.Event()
        self._lock = threading.Lock()
        self._socket: Any = None

    def set(self) -> None:
        with self._lock:
            self._event.set()
            self._shut()

    def is_set(self) -> bool:
        return self._event.is_set()

    def wait(self, seconds: float) -> None:
        self._event.wait(seconds)

    def watch(self, event_name: str, info: dict[str, Any]) -> None:
        """httpcore's trace extension: learns the socket as soon as there is one."""
        if event_name in ("connection.connect_tcp.complete", "connection.start_tls.complete"):
            with self._lock:
                self._socket = info["return_value"].get_extra_info("socket")
                if self._event.is_set():
                    self._shut()

    def _shut(self) -> None:
        import socket  # noqa: PLC0415

        if self._socket is not None:
            with contextlib.suppress(OSError):
                # Not SSLSocket.shutdown, which would take the TLS object away under a reading thread.
                socket.socket.shutdown(self._socket, socket.SHUT_RDWR)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a transfer uses of the world."""

    network: NetworkSettings = NetworkSettings()
    token: Callable[[], str] = str
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[StopFlag, float], None] = StopFlag.wait
    jitter: Callable[[], float] = random.random
    open_part: Callable[[Path], BinaryIO] = lambda path: path.open("r+b", buffering=0)
    free_bytes: Callable[[Path], int] = lambda folder: shutil.disk_usage(folder).free
    stall_s: float = STALL_S


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


def client_of(network: NetworkSettings, *, stall_s: float = STALL_S) -> httpx2.Client:
    """Return a client that follows no redirect by itself and reads nothing from the environment. The caller closes it."""
    return httpx2.Client(
        verify=_trusted(network.ca_file),
        proxy=network.proxy or None,
        trust_env=False,
        follow_redirects=False,
        timeout=httpx2.Timeout(stall_s, connect=10.0),
        limits=httpx2.Limits(max_keepalive_connections=0),  # each try has a connection that StopFlag has seen
    )


@functools.cache
def _trusted(ca_file: Path | None) -> ssl.SSLContext:
    """Certificates are read once: it takes longer than a request."""
    return ssl.create_default_context(cafile=ca_file) if ca_file else httpx2.create_ssl_context(trust_env=False)


@contextlib.contextmanager
def open_url(
    client: httpx2.Client, url: str, headers: dict[str, str], around: Surroundings, stop: StopFlag
) -> Iterator[httpx2.Response]:
    """Send a GET and follow at most 5 redirects: the token goes to the first host only, and never from https to http.

    Raises: UnsafeAddress, httpx2.HTTPError.
    """
    first = urlsplit(url)
    with contextlib.ExitStack() as stack:
        for _ in range(6):
            _check_address(url, around.network)
            here = urlsplit(url)
            sent = dict(headers)
            token = around.token()
            if token and (here.scheme, here.netloc) == (first.scheme, first.netloc):
                sent["Authorization"] = f"Bearer {token}"
            response = stack.enter_context(client.stream("GET", url, headers=sent, extensions={"trace": stop.watch}))
            if response.status_code not in _REDIRECTS:
                yield response
                return
            stack.pop_all().close()
            target = urljoin(url, response.headers.get("location", ""))
            if here.scheme == "https" and urlsplit(target).scheme != "https":
                raise UnsafeAddress(urlsplit(target).hostname or "")
            url = target
    raise UnsafeAddress(urlsplit(url).hostname or "")


def _check_address(url: str, network: NetworkSettings) -> None:
    parts = urlsplit(url)
    is_loopback = network.is_loopback_http_allowed and parts.scheme == "http" and parts.hostname in _LOOPBACK
    if not parts.hostname or not (parts.scheme == "https" or is_loopback):
        raise UnsafeAddress(parts.hostname or url[:80])


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
        self._told_s = -PROGRESS_INTERVAL_S
        self._speed = (around.clock(), 0, 0.0)

    def run(self) -> Path:
        """Return the verified file in its place.

        Raises:
            Cancelled: The flag was set; the part is kept. So it is with HubBusy, Offline and StorageFull.
            NetworkError, StorageError
        """
        with os_errors_translated(self._part_path):
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
            return self._put_in_place()

    def _check_room(self) -> None:
        have = self._part_path.stat().st_size if self._part_path.exists() else 0
        size = self._remote.size_bytes
        needed = max(0, size - have) + max(MARGIN_BYTES, size // 20)
        free = self._around.free_bytes(self.target.parent)
        if free < needed:
            raise NoRoomForDownload(self.target, needed, free)

    def _is_part_of_this(self) -> bool:
        note = read_note(self._note_path)
        same = note is not None and all(
            note.get(key) == getattr(self._remote, key) for key in ("commit", "sha256", "size_bytes")
        )
        return same and self._part_path.is_file()

    def _hash_again(self, part: _Part) -> None:
        """Take up what lies there; behind the announced end nothing is believed."""
        buffer = memoryview(bytearray(CHUNK_BYTES))
        while part.done_bytes < self._remote.size_bytes:
            self._raise_if_stopped()
            n = part.file.readinto(buffer[: self._remote.size_bytes - part.done_bytes])  # type: ignore[attr-defined]
            if not n:
                break
            part.hash.update(buffer[:n])
            part.done_bytes += n
        part.file.seek(part.done_bytes)
        part.file.truncate()
        part.etag = (read_note(self._note_path) or {}).get("etag", "")

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
        if status in _RETRIED:
            raise _Again(status, asked_wait_s(headers))
        if status in (401, 403):
            raise HubRefused(f"{self._around.network.endpoint}/{self._remote.repo}", status)
        if status in (404, 410):
            raise HubNotFound(f"{self._remote.repo}/{self._remote.name}")
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

    def _put_in_place(self) -> Path:
        remote = self._remote
        origin: dict[str, str | int] = {
            "repo": remote.repo,
            "commit": remote.commit,
            "sha256": remote.sha256,
            "license": remote.license,
        }
        origin |= {"size_bytes": remote.size_bytes, "fetched": datetime.now(UTC).isoformat(timespec="seconds")}
        atomic_write(provenance_path(self.target), json.dumps(origin, indent=1).encode())
        self._part_path.replace(self.target)
        sync_folder(self.target.parent)
        self._note_path.unlink(missing_ok=True)
        return self.target

    def _note(self, etag: str) -> None:
        atomic_write(self._note_path, json.dumps(asdict(self._remote) | {"etag": etag}).encode())

    def _drop_part(self) -> None:
        self._part_path.unlink(missing_ok=True)
        self._note_path.unlink(missing_ok=True)

    def _raise_if_stopped(self) -> None:
        if self._stop.is_set():
            raise Cancelled

    def _tell(self, part: _Part, *, is_waiting: bool = False) -> None:
        now_s = self._around.clock()
        if not is_waiting and now_s - self._told_s < PROGRESS_INTERVAL_S and part.done_bytes < self._remote.size_bytes:
            return
        self._told_s = now_s
        since_s, since_bytes, speed = self._speed
        if now_s - since_s >= 1.0 or speed == 0.0:
            speed = max(0, part.done_bytes - since_bytes) / max(now_s - since_s, 1e-3)
            self._speed = (now_s, part.done_bytes, speed)
        self._on_progress(Progress(part.done_bytes, self._remote.size_bytes, speed, is_waiting))


def _write_all(file: BinaryIO, data: bytes) -> None:
    left = memoryview(data)
    while left:
        left = left[file.write(left) :]


def asked_wait_s(headers: httpx2.Headers) -> float | None:
    """Return how long the server asks to wait, by `Retry-After` (seconds or a date) or the Hub's `RateLimit`."""
    text = headers.get("retry-after", "").strip()
    if text.isdecimal():
        return float(text)
    if text:
        with contextlib.suppress(ValueError):
            return max(0.0, (email.utils.parsedate_to_datetime(text) - datetime.now(UTC)).total_seconds())
    found = _RATE_LIMIT_RESET.search(headers.get("ratelimit", ""))
    return float(found[1]) if found else None


def part_path(target: Path) -> Path:
    return target.with_name(f"{target.name}.part")


def note_path(target: Path) -> Path:
    return target.with_name(f"{target.name}.part.json")


def provenance_path(target: Path) -> Path:
    """Return where it stands what a finished file is: repo, commit, sha256, license, size_bytes, fetched."""
    return target.with_name(f"{target.name}.json")


def read_note(path: Path) -> dict[str, Any] | None:
    """Return what a sidecar says, None when it is missing or not to be used."""
    try:
        note = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return None
    return note if isinstance(note, dict) else None
