# SPDX-License-Identifier: Apache-2.0
"""Bytes of a GGUF file by range, and a cursor over them that never believes a length before it has been compared."""

import struct
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self

from leeward.domain.errors import ModelNotFound, ModelUnreadable
from leeward.i18n import mark
from leeward.library.in_words import size_text

MAX_HEADER_BYTES = 64 * 1024**2
CHUNK_BYTES = 1024**2

_U64 = struct.Struct("<Q")


class DamagedHeader(Exception):
    """Why the header is not believed: a phrase that fits behind "it cannot be loaded: ". Becomes ModelUnreadable."""


class Source(Protocol):
    """A file that is read by ranges, on a disk or behind HTTP.

    Attributes:
        path: What to call it in an error.
        size_bytes: Of the whole file.
    """

    path: Path
    size_bytes: int

    def read(self, offset: int, size: int) -> bytes:
        """Return `size` bytes; fewer only where the file ends. Blocking."""


class FileSource:
    """A file on a disk. A context manager.

    Raises (constructor): ModelNotFound, ModelUnreadable.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            # A pipe would wait for a writer, and a device has no size.
            if not path.is_file():
                raise ModelUnreadable(path, mark("it is not a file")) if path.exists() else ModelNotFound(path)
            self._file = path.open("rb", buffering=0)
            self.size_bytes = self._file.seek(0, 2)
        except OSError as error:
            raise ModelUnreadable(path, error.strerror or str(error)) from error

    def read(self, offset: int, size: int) -> bytes:
        """Return a range. Raises ModelUnreadable when the disk cannot."""
        try:
            self._file.seek(offset)
            return self._file.read(size)
        except OSError as error:
            raise ModelUnreadable(self.path, error.strerror or str(error)) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._file.close()


class Cursor:
    """Reads on from the beginning of a source. Raises DamagedHeader before it would go past the end or the limit."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._end = min(source.size_bytes, MAX_HEADER_BYTES)
        self._start = 0  # where `_data` lies in the file
        self._data = b""
        self._at = 0  # in `_data`

    @property
    def position(self) -> int:
        return self._start + self._at

    @property
    def n_left(self) -> int:
        """Bytes that may still be read."""
        return self._end - self.position

    def take(self, size: int) -> bytes:
        self._hold(size)
        self._at += size
        return self._data[self._at - size : self._at]

    def unpack(self, form: struct.Struct) -> tuple[int | float | bool, ...]:
        self._hold(form.size)
        self._at += form.size
        return form.unpack_from(self._data, self._at - form.size)

    def u64(self) -> int:
        self._hold(8)
        self._at += 8
        return int(_U64.unpack_from(self._data, self._at - 8)[0])

    def skip(self, size: int) -> None:
        self._check(size)
        self._at += size
        if self._at > len(self._data):
            self._start, self._data, self._at = self.position, b"", 0

    def count(self, what: str, *, least_bytes: int, limit: int) -> int:
        """Read a count of things that take at least `least_bytes` each; refuse one that cannot be."""
        n = self.u64()
        if n > limit:
            raise DamagedHeader(f"it claims {n:,} {what}, and no more than {limit:,} are read")
        if n * least_bytes > self.n_left:
            raise DamagedHeader(f"it claims {n:,} {what}, and there is no room for them in the file")
        return n

    def strings(self, n: int) -> list[bytes]:
        """Read `n` strings that follow each other."""
        found: list[bytes] = []
        unpack_from = _U64.unpack_from
        while len(found) < n:
            self._hold(8)
            data, at = self._data, self._at
            last = len(data) - 8
            n_missing = n - len(found)
            while n_missing and at <= last:
                stop = at + 8 + unpack_from(data, at)[0]
                if stop > len(data):
                    break
                found.append(data[at + 8 : stop])
                at = stop
                n_missing -= 1
            if at == self._at:  # longer than what was held
                found.append(self.take(self.u64()))
            else:
                self._at = at
        return found

    def skip_strings(self, n: int) -> None:
        """Go past `n` strings without making objects of them."""
        unpack_from = _U64.unpack_from
        while n:
            self._hold(8)
            data, at = self._data, self._at
            last = len(data) - 8
            while n and at <= last:
                at += 8 + unpack_from(data, at)[0]
                n -= 1
            self.skip(at - self._at)

    def _check(self, size: int) -> None:
        if size <= self.n_left:
            return
        if self._end < self._source.size_bytes:
            raise DamagedHeader(f"its header is longer than {size_text(MAX_HEADER_BYTES)}")
        raise DamagedHeader(mark("the file ends within its header: it is cut off or damaged"))

    def _hold(self, size: int) -> None:
        """Have the next `size` bytes in memory."""
        if len(self._data) - self._at >= size:
            return
        self._check(size)
        start = self.position
        held = self._data[self._at :]
        wanted = min(max(size, CHUNK_BYTES), self.n_left) - len(held)
        self._data = held + self._source.read(start + len(held), wanted)
        self._start, self._at = start, 0
        if len(self._data) < size:
            raise DamagedHeader(mark("the file became shorter while it was read"))
