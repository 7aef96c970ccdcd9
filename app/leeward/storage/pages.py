# SPDX-License-Identifier: Apache-2.0
"""Rows read straight from the pages of an SQLite file, for files that SQLite itself gives up on.

Format: https://www.sqlite.org/fileformat2.html. Every number in the file is doubted: the file is damaged.
"""

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

Value = int | float | str | bytes | None

_MAGIC: Final = b"SQLite format 3\x00"
_DEFAULT_PAGE_BYTES: Final = 4096
_PAGE_SIZES: Final = frozenset(2**n for n in range(9, 17))
_TABLE_LEAF: Final = 0x0D
_WAL_HEADER_BYTES: Final = 32
_FRAME_HEADER_BYTES: Final = 24
_MAX_PAYLOAD_BYTES: Final = 1_000_000_000  # SQLite's own limit of a row
_MAX_COLUMNS: Final = 64
_INTEGER_BYTES: Final = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}


class Row(NamedTuple):
    """One row of some table.

    Attributes:
        row_id: Stands for the column that is the INTEGER PRIMARY KEY, whose value is None.
        values: In the order of the columns.
    """

    row_id: int
    values: tuple[Value, ...]


class DamagedRowError(ValueError):
    """The bytes at hand are no row."""


def rows(database: Path) -> Iterator[Row]:
    """Give every row that can be read in any table of `database`, its write-ahead log included.

    Rows whose text was cut by a damaged page are given with the text up to there. Nothing is written.
    """
    pages = Pages(database)
    for page in pages.all():
        yield from pages.rows_of(page)


class Pages:
    """The pages of one file in memory, with those of the log over them."""

    def __init__(self, database: Path) -> None:
        data = database.read_bytes() if database.exists() else b""
        log_file = database.with_name(database.name + "-wal")
        log = log_file.read_bytes() if log_file.exists() else b""
        self._page_bytes = _page_bytes(data, log)
        size = self._page_bytes
        self._pages = {
            number: data[offset : offset + size].ljust(size, b"\x00")
            for number, offset in enumerate(range(0, len(data), size), start=1)
        }
        self._pages.update(_committed_frames(log, size))

    def all(self) -> Iterator[int]:
        return iter(sorted(self._pages))

    def rows_of(self, number: int) -> Iterator[Row]:
        """Give the rows on one page; none when it is not a leaf of a table."""
        page = self._pages[number]
        header = 100 if number == 1 else 0
        if page[header] != _TABLE_LEAF:
            return
        n_cells = struct.unpack_from(">H", page, header + 3)[0]
        for index in range(min(n_cells, (len(page) - header - 8) // 2)):
            start = struct.unpack_from(">H", page, header + 8 + 2 * index)[0]
            try:
                yield self._row(page, start)
            except (DamagedRowError, IndexError, struct.error):
                continue

    def _row(self, page: bytes, start: int) -> Row:
        n_payload, position = _varint(page, start)
        row_id, position = _varint(page, position)
        if not 0 < n_payload <= _MAX_PAYLOAD_BYTES:
            raise DamagedRowError
        row_id = row_id - 2**64 if row_id >= 2**63 else row_id
        # "The amount of payload that spills" in the description of the format; no bytes are reserved in our files.
        usable = self._page_bytes
        n_local = n_payload
        if n_payload > usable - 35:
            least = (usable - 12) * 32 // 255 - 23
            n_local = least + (n_payload - least) % (usable - 4)
            n_local = n_local if n_local <= usable - 35 else least
        payload = bytearray(page[position : position + n_local])
        if len(payload) < n_local:
            raise DamagedRowError
        if n_local < n_payload:
            following = struct.unpack_from(">I", page, position + n_local)[0]
            self._append_overflow(payload, following, n_payload)
        return Row(row_id, _record(bytes(payload)))

    def _append_overflow(self, payload: bytearray, number: int, n_payload: int) -> None:
        seen: set[int] = set()
        while len(payload) < n_payload and number in self._pages and number not in seen:
            seen.add(number)
            page = self._pages[number]
            payload += page[4 : 4 + n_payload - len(payload)]
            number = struct.unpack_from(">I", page)[0]


def _record(payload: bytes) -> tuple[Value, ...]:
    n_header, position = _varint(payload, 0)
    if n_header > len(payload):
        raise DamagedRowError
    kinds = []
    while position < n_header:
        kind, position = _varint(payload, position)
        kinds.append(kind)
    if position != n_header or not 0 < len(kinds) <= _MAX_COLUMNS:
        raise DamagedRowError
    values: list[Value] = []
    for kind in kinds:
        value, position = _value(payload, position, kind)
        values.append(value)
    return tuple(values)


def _value(payload: bytes, position: int, kind: int) -> tuple[Value, int]:
    if kind in _INTEGER_BYTES:
        end = position + _INTEGER_BYTES[kind]
        return int.from_bytes(_exactly(payload, position, end), "big", signed=True), end
    if kind == 7:
        return struct.unpack(">d", _exactly(payload, position, position + 8))[0], position + 8
    if kind in {8, 9}:
        return kind - 8, position
    if kind >= 12:
        end = position + (kind - 12) // 2
        data = payload[position:end]  # may be shorter: what a damaged page left of a long text
        return (data.decode(errors="replace") if kind % 2 else data), end
    if kind == 0:
        return None, position
    raise DamagedRowError


def _exactly(payload: bytes, start: int, end: int) -> bytes:
    if end > len(payload):
        raise DamagedRowError
    return payload[start:end]


def _varint(data: bytes, position: int) -> tuple[int, int]:
    value = 0
    for index in range(8):
        byte = data[position + index]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, position + index + 1
    return value << 8 | data[position + 8], position + 9


def _page_bytes(data: bytes, log: bytes) -> int:
    """Return the page size by the file's header, else by the log's, else what SQLite chooses."""
    candidates = []
    if data[:16] == _MAGIC and len(data) >= 18:
        size = struct.unpack_from(">H", data, 16)[0]
        candidates.append(65536 if size == 1 else size)
    if len(log) >= _WAL_HEADER_BYTES:
        candidates.append(struct.unpack_from(">I", log, 8)[0])
    return next((size for size in candidates if size in _PAGE_SIZES), _DEFAULT_PAGE_BYTES)


def _committed_frames(log: bytes, page_bytes: int) -> dict[int, bytes]:
    """Return the pages in a write-ahead log up to its last commit.

    Checksums are not looked at: the salt tells frames of an older round, and every row is doubted anyway.
    """
    committed: dict[int, bytes] = {}
    pending: dict[int, bytes] = {}
    salt = log[16:24]
    frame_bytes = _FRAME_HEADER_BYTES + page_bytes
    for start in range(_WAL_HEADER_BYTES, len(log) - frame_bytes + 1, frame_bytes):
        number, n_after_commit = struct.unpack_from(">II", log, start)
        if log[start + 8 : start + 16] != salt:
            break
        pending[number] = log[start + _FRAME_HEADER_BYTES : start + frame_bytes]
        if n_after_commit:
            committed.update(pending)
            pending.clear()
    return committed
