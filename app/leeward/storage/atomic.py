# SPDX-License-Identifier: Apache-2.0
"""Whole-file writes that leave the old file or the new one, never half of one."""

import contextlib
import errno
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from leeward.domain.errors import FileTooLarge, NotMade, StorageFull, StorageReadOnly, TargetExists
from leeward.i18n import mark

# Room for what tempfile puts around it, below the 255 bytes of most file systems.
_NAME_CHARS = 50
_FULL = {errno.ENOSPC, errno.EDQUOT}


@contextlib.contextmanager
def os_errors_translated(path: Path) -> Iterator[None]:
    """Turn what the operating system says about writing `path` into StorageFull, FileTooLarge or StorageReadOnly."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise StorageFull(path) from error
        if error.errno == errno.EFBIG:
            raise FileTooLarge(path) from error
        raise StorageReadOnly(path) from error


@contextlib.contextmanager
def atomic_file(path: Path, *, mode: int = 0o600) -> Iterator[IO[bytes]]:
    """Give a file to write that takes the place of `path` at the end; on return it is on the disk.

    After an error or a crash the old content is there. It can be sought and read too.

    Raises:
        StorageFull: No room; the old file is untouched.
        StorageReadOnly: The folder cannot be written.
    """
    with os_errors_translated(path):
        # In the same folder: os.replace cannot cross file systems, and private text must not pass through /tmp.
        descriptor, name = tempfile.mkstemp(prefix=f".{path.name[:_NAME_CHARS]}.", suffix=".tmp", dir=path.parent)
        try:
            with os.fdopen(descriptor, "w+b") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            Path(name).chmod(mode)
            Path(name).replace(path)
        except BaseException:
            with contextlib.suppress(OSError):
                Path(name).unlink()
            raise
        sync_folder(path.parent)


def atomic_write(path: Path, data: bytes, *, mode: int = 0o600) -> None:
    """Replace `path` by `data`; on return it is on the disk. After a crash the old or the new content is there.

    Raises:
        StorageFull: No room; the old file is untouched.
        StorageReadOnly: The folder cannot be written.
    """
    with atomic_file(path, mode=mode) as file:
        file.write(data)


@contextlib.contextmanager
def new_file(path: Path, *, may_replace: bool) -> Iterator[IO[bytes]]:
    """Give a file to write that the user asked for at `path`, private to them; its folder is made.

    Raises:
        TargetExists: There is one already, and it may not be replaced.
        NotMade: It cannot be written; nothing of it is left.
    """
    if not may_replace and path.exists():
        raise TargetExists(path)
    try:
        with os_errors_translated(path):
            path.parent.mkdir(parents=True, exist_ok=True)
        with atomic_file(path) as file:
            yield file
    except StorageFull as error:
        raise NotMade(path, mark("the disk is full")) from error
    except FileTooLarge as error:
        raise NotMade(path, mark("its drive allows no file of that size")) from error
    except StorageReadOnly as error:
        raise NotMade(path, mark("its folder cannot be written")) from error


def sync_folder(folder: Path) -> None:
    """Put the names in `folder` on the disk, so that a file that was renamed or made is found after a power cut."""
    if sys.platform == "win32":
        return  # a folder cannot be opened there; NTFS journals its names
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        with contextlib.suppress(OSError):  # some network file systems refuse it: nothing better can be done there
            os.fsync(descriptor)
    finally:
        os.close(descriptor)
