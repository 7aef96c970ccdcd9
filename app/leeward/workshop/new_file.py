# SPDX-License-Identifier: Apache-2.0
"""A file too large for memory that appears under its name whole and checked, or not at all."""

import contextlib
import errno
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from leeward.domain.errors import NotMade, TargetExists
from leeward.storage.atomic import sync_folder

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def part_of(target: Path) -> Path:
    """Return where a file is written until it is whole."""
    return target.with_name(f"{target.name}.part")


class NewFile:
    """The file while it is written. A context manager; without `finish` nothing of it is left behind.

    Of a process that was killed the part remains; the next one takes its place.

    Raises (everywhere): NotMade, TargetExists.
    """

    def __init__(self, target: Path, n_bytes: int, *, is_replacing: bool) -> None:
        """`n_bytes`: what will be written. Nothing is written yet."""
        self._target = target
        self._part = part_of(target)
        self._is_replacing = is_replacing
        self._file: BinaryIO | None = None
        self._check_target()
        with self._errors_translated():
            n_free = shutil.disk_usage(target.parent).free
        if n_free < n_bytes:
            raise NotMade(target, f"it takes {n_bytes:,} bytes, and {n_free:,} are free on that drive")

    def __enter__(self) -> Self:
        with self._errors_translated():
            self._part.unlink(missing_ok=True)  # never written into: it may be a second name of a whole file
            self._file = self._part.open("xb")
        return self

    def write(self, data: bytes | memoryview) -> None:
        assert self._file is not None  # noqa: S101  entered
        with self._errors_translated():
            self._file.write(data)

    def finish(self, check: Callable[[Path], object]) -> None:
        """Put it on the disk, let `check` look at it, and give it its name. What `check` raises is passed on."""
        assert self._file is not None  # noqa: S101  entered
        with self._errors_translated():
            self._file.flush()
            os.fsync(self._file.fileno())
        check(self._part)
        with self._errors_translated():
            if not self._is_ours(self._file):
                raise NotMade(self._target, "another program writes to the same place")
            self._file.close()
            self._give_name()
            sync_folder(self._target.parent)
        self._file = None

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if self._file is None:
            return
        is_ours = self._file.closed or self._is_ours(self._file)
        with contextlib.suppress(OSError):
            self._file.close()  # on a full disk it complains once more
        if is_ours:
            with contextlib.suppress(OSError):
                self._part.unlink()

    def _is_ours(self, file: BinaryIO) -> bool:
        """Say whether the part is still the file that was opened, and not that of a second run."""
        try:
            return os.path.samestat(os.fstat(file.fileno()), self._part.stat())
        except OSError:
            return False

    def _check_target(self) -> None:
        if not self._is_replacing and os.path.lexists(self._target):
            raise TargetExists(self._target)

    def _give_name(self) -> None:
        if self._is_replacing:
            self._part.replace(self._target)
            return
        # A rename would replace a file that came meanwhile; a second name does not.
        try:
            os.link(self._part, self._target)
        except FileExistsError as error:
            raise TargetExists(self._target) from error
        except OSError:  # no second names on this drive, as on memory cards
            self._check_target()
            self._part.rename(self._target)
        else:
            self._part.unlink()

    @contextlib.contextmanager
    def _errors_translated(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            reason = "the disk is full" if error.errno in _FULL else error.strerror or str(error)
            raise NotMade(self._target, reason) from error
