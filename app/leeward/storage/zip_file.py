# SPDX-License-Identifier: Apache-2.0
"""Zip files from elsewhere, opened so that neither their list nor a member can fill the memory.

Nothing is ever unpacked under a name that stands in the file: callers read members and choose the names.
"""

import contextlib
import errno
import os
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Final

from leeward.i18n import mark

MAX_LIST_BYTES: Final = 8 * 1024**2
"""Of the list of members, which zipfile reads as a whole: some 60,000 files. It takes about ten times that of memory."""

_END = b"PK\x05\x06"
_END_BYTES = 22
_END64_LOCATOR = b"PK\x06\x07"
_END64_LOCATOR_BYTES = 20
_END64 = b"PK\x06\x06"
_END64_BYTES = 56
_CHUNK_BYTES = 1024**2
_MAX_COMMENT_BYTES = 2**16
_ERRORS = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    UnicodeDecodeError,
    struct.error,
)


class BadZip(Exception):
    """The file cannot be read. The text says why, in English."""


def is_zip(beginning: bytes) -> bool:
    """Say whether a file that begins so is a zip file, be it an empty one."""
    return beginning.startswith((b"PK\x03\x04", _END))


@contextlib.contextmanager
def opened_zip(path: Path) -> Iterator[zipfile.ZipFile]:
    """Give a zip file whose members `read_member` and `member_chunks` read.

    Raises:
        BadZip: It is none, or its list is too long.
        OSError: It cannot be read.
    """
    with path.open("rb") as file:
        if _list_bytes(file) > MAX_LIST_BYTES:
            raise BadZip(mark("it holds too many files"))
        file.seek(0)
        with _errors_translated():
            archive = zipfile.ZipFile(file)
        with archive:
            yield archive


def read_member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, limit_bytes: int) -> bytes:
    """Return the content of a member. Raises BadZip, also when it is larger than `limit_bytes`."""
    content = bytearray()
    for chunk in member_chunks(archive, member):
        content += chunk
        if len(content) > limit_bytes:  # what the list says of the size need not be true
            raise BadZip(mark("a file in it is too large"))
    return bytes(content)


def member_chunks(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Iterator[bytes]:
    """Give the content of a member in pieces. Raises BadZip."""
    if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise BadZip(mark("it uses a method of compression that is not known"))
    with _errors_translated():
        opened = archive.open(member)
    with opened:
        while True:
            with _errors_translated():
                chunk = opened.read(_CHUNK_BYTES)
            if not chunk:
                return
            yield chunk


@contextlib.contextmanager
def _errors_translated() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno != errno.EINVAL:  # a place before the beginning of the file
            raise
        raise BadZip(mark("it is damaged")) from error
    except _ERRORS as error:  # encrypted members and unknown methods are among them
        raise BadZip(f"it is damaged or uses a method that is not known ({type(error).__name__})") from error


def _list_bytes(file: IO[bytes]) -> int:
    """Return how large the list of members says it is (APPNOTE.TXT 4.3.14 to 4.3.16), the larger one where there are two."""
    n_bytes = file.seek(0, os.SEEK_END)
    tail_at = max(0, n_bytes - _END_BYTES - _MAX_COMMENT_BYTES - _END64_LOCATOR_BYTES)
    file.seek(tail_at)
    tail = file.read()
    at = tail.rfind(_END)
    if at < 0 or len(tail) - at < _END_BYTES:
        raise BadZip(mark("it is no zip file, or its end is missing"))
    (size,) = struct.unpack_from("<I", tail, at + 12)
    locator_at = at - _END64_LOCATOR_BYTES
    if locator_at < 0 or not tail.startswith(_END64_LOCATOR, locator_at):
        return int(size)
    # Some versions of zipfile look right before the locator, others where it points: both must be the same record.
    record_at = tail_at + locator_at - _END64_BYTES
    file.seek(max(0, record_at))
    record = file.read(_END64_BYTES)
    points_at = struct.unpack_from("<Q", tail, locator_at + 8)[0]
    if len(record) < _END64_BYTES or not record.startswith(_END64) or points_at != record_at:
        raise BadZip(mark("its end is damaged"))
    return max(int(struct.unpack_from("<Q", record, 40)[0]), 0 if size == 2**32 - 1 else int(size))
