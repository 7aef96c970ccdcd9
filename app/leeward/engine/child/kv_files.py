# SPDX-License-Identifier: Apache-2.0
"""Keys and values on disk: what a model has read of a conversation, so that it need not read it again.

One file a conversation and model. A file is believed only when its checksum is right and it was made by the same model, engine
and settings; any other is deleted, and the text is read again. Nothing here raises: what cannot be kept is not.
"""

import contextlib
import hashlib
import logging
import mmap
import os
import queue
import struct
import threading
import time
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec
import numpy as np

from leeward.domain.kv import SUFFIX, KvStore, kv_file_name

log = logging.getLogger(__name__)

Span = tuple[int, int]
"""Start and end in a text, in characters."""

Mark = tuple[int, int]
"""A place where a token ends with a character: so many characters, so many tokens."""

_MAGIC = b"leewrdKV"
_PREFIX = struct.Struct("<8sIIQ")  # magic, CRC-32 of all behind, bytes of the head, bytes of the state
_N_SAMPLES, _SAMPLE_BYTES = 64, 64 * 1024
_WRITE_BYTES = 4 * 1024 * 1024


class _Head(msgspec.Struct, frozen=True):
    key: str
    n_tokens: int
    text: str | None
    literals: tuple[Span, ...]
    marks: tuple[Mark, ...]
    earlier: tuple[int, int] = (0, 0)  # tokens and bytes
    pieces: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class KeptText:
    """What a cache held of a text. `text`, `literals`, `marks`, `pieces`: see `HeldText`; `state`: of `Llama.state`.

    `earlier`: tokens and state of a checkpoint within it, where its memory cannot be cut.
    """

    tokens: list[int]
    text: str | None
    literals: tuple[Span, ...]
    marks: tuple[Mark, ...]
    state: bytearray | memoryview
    earlier: tuple[int, bytes | bytearray | memoryview] = (0, b"")
    pieces: tuple[Span, ...] = ()


def fingerprint(path: Path) -> str:
    """Return what tells one model file from another: a digest of its size and of 64 places in it. Raises OSError."""
    digest = hashlib.blake2b(digest_size=16)
    with path.open("rb") as file:
        size = file.seek(0, os.SEEK_END)
        digest.update(str(size).encode())
        for number in range(_N_SAMPLES):
            file.seek(max(0, size - _SAMPLE_BYTES) * number // (_N_SAMPLES - 1))
            digest.update(file.read(_SAMPLE_BYTES))
    return digest.hexdigest()


def encode(key: str, kept: KeptText) -> list[bytes | bytearray | memoryview]:
    """Return the parts of a file."""
    n_earlier, earlier = kept.earlier
    facts = _Head(key, len(kept.tokens), kept.text, kept.literals, kept.marks, (n_earlier, len(earlier)), kept.pieces)
    head = msgspec.msgpack.encode(facts)
    parts = [head, np.asarray(kept.tokens, "<i4").tobytes(), kept.state, earlier]
    crc = 0
    for part in parts:
        crc = zlib.crc32(part, crc)
    return [_PREFIX.pack(_MAGIC, crc, len(head), len(kept.state)), *parts]


def decode(key: str, view: memoryview) -> KeptText | None:
    """Return what a file holds; None for one that is damaged or was not made for `key`."""
    if len(view) < _PREFIX.size:
        return None
    magic, crc, n_head, n_state = _PREFIX.unpack_from(view)
    if magic != _MAGIC or zlib.crc32(view[_PREFIX.size :]) != crc:
        return None
    try:
        head = msgspec.msgpack.decode(view[_PREFIX.size : _PREFIX.size + n_head], type=_Head)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return None
    start = _PREFIX.size + n_head
    end = start + 4 * head.n_tokens
    n_earlier, n_bytes = head.earlier
    if head.key != key or end + n_state + n_bytes != len(view):
        return None
    tokens = np.frombuffer(view[start:end], "<i4").tolist()
    state, earlier = view[end : end + n_state], view[end + n_state :]
    return KeptText(tokens, head.text, head.literals, head.marks, state, (n_earlier, earlier), head.pieces)


class Shelf:
    """The files of one model in the folder of a `KvStore`. Files are written by a thread of their own."""

    def __init__(self, store: KvStore, model: str) -> None:
        """`model`: what of file, engine and settings makes one state unfit for another."""
        self._store = store
        self._model = hashlib.sha256(model.encode("utf-8", "replace")).hexdigest()[:16]
        self._queue: queue.SimpleQueue[tuple[str, str, KeptText] | None] = queue.SimpleQueue()
        self._pending: dict[str, KeptText] = {}  # not written yet
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None

    def read(self, name: str, adapters: str) -> KeptText | None:
        """Return what is kept under a name; None when nothing of use is. `adapters`: what lies over the model."""
        with self._lock:
            pending = self._pending.get(name)
        if pending is not None:
            return pending
        path = self._path(name)
        try:
            # Mapped: twice as quick as read. Nobody writes to such a file, it is only replaced or deleted.
            with path.open("rb") as file:
                data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            os.utime(path)  # the least recently used ones go first
        except FileNotFoundError:
            return None
        except (OSError, ValueError):  # ValueError: it is empty
            self.forget(name)
            return None
        kept = decode(self._key(adapters), memoryview(data))
        if kept is None:
            log.warning("what was kept of a conversation is damaged or of something else; it is read again")
            self.forget(name)
        return kept

    def has(self, name: str) -> bool:
        """Whether something is kept under a name, or is about to be."""
        with self._lock:
            return name in self._pending or self._path(name).exists()

    def write(self, name: str, adapters: str, kept: KeptText) -> None:
        """Have it written soon."""
        with self._lock:
            self._pending[name] = kept
        if self._thread is None:
            self._thread = threading.Thread(target=self._write_all, name="kv files", daemon=True)
            self._thread.start()
        self._queue.put((name, self._key(adapters), kept))

    def forget(self, name: str) -> None:
        """Delete what is kept under a name, or is about to be."""
        with self._lock:
            self._pending.pop(name, None)
            self._unlink(name)

    def _unlink(self, name: str) -> None:
        with contextlib.suppress(OSError):
            self._path(name).unlink()

    def close(self, timeout_s: float) -> None:
        """Wait until all is written, or so long. What is not written by then is not kept."""
        if self._thread is not None:
            self._queue.put(None)
            self._thread.join(timeout_s)
            self._thread = None

    def _key(self, adapters: str) -> str:
        return f"{self._model} {adapters}"

    def _path(self, name: str) -> Path:
        return self._store.folder / kv_file_name(name, self._model)

    def _write_all(self) -> None:
        while (work := self._queue.get()) is not None:
            name, key, kept = work
            try:
                if self._pending.get(name) is kept:  # else there is a newer one, or it is not wanted any more
                    self._write(self._path(name), encode(key, kept))
            except (OSError, MemoryError) as error:
                log.warning("what was read of a conversation is not kept: %s", error)
            with self._lock:
                if name not in self._pending:  # it was to be forgotten meanwhile
                    self._unlink(name)
                elif self._pending[name] is kept:
                    del self._pending[name]

    def _write(self, path: Path, parts: Sequence[bytes | bytearray | memoryview]) -> None:
        size = sum(map(len, parts))
        make_room(self._store, size, path)
        if size > self._store.quota_bytes:
            return
        # Its checksum tells a file that a power cut left half written: no fsync, which would keep the disk busy.
        unfinished = path.with_name(f".{path.name}.{os.getpid()}.tmp")
        try:
            with open(unfinished, "wb", opener=_private) as file:
                for part in parts:
                    view = memoryview(part)
                    file.writelines(view[start : start + _WRITE_BYTES] for start in range(0, len(view), _WRITE_BYTES))
            unfinished.replace(path)
        finally:
            with contextlib.suppress(OSError):
                unfinished.unlink()


def make_room(store: KvStore, size: int, target: Path) -> None:
    """Delete the least recently used files until one of `size` bytes fits the quota in the place of `target`, and what an
    earlier process left unfinished."""
    found: list[tuple[float, int, Path]] = []
    for path in store.folder.iterdir():
        with contextlib.suppress(OSError):
            status = path.stat()
            if path.suffix == ".tmp" and time.time() - status.st_mtime > 60:
                path.unlink()
            elif path.suffix == SUFFIX and path != target:
                found.append((status.st_mtime, status.st_size, path))
    n_bytes = size + sum(each for _, each, _ in found)
    for _, each, path in sorted(found):
        if n_bytes <= store.quota_bytes:
            return
        with contextlib.suppress(OSError):
            path.unlink()
            n_bytes -= each


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
