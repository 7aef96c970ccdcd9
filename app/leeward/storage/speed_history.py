# SPDX-License-Identifier: Apache-2.0
"""Every measurement of speed, in one file of the profile folder, so that a later one can be compared."""

from datetime import datetime
from pathlib import Path
from typing import Any, Final

import msgspec

from leeward.domain.speed import SpeedReport
from leeward.storage.atomic import atomic_write, os_errors_translated

MAX_REPORTS: Final = 100
_MAX_BYTES: Final = 8 * 1024**2


class SpeedHistory:
    """Blocking. A file that cannot be read counts as empty, and a report that cannot be read as not there."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self) -> tuple[SpeedReport, ...]:
        """Return all reports that are kept, the oldest first."""
        try:
            if self._path.stat().st_size > _MAX_BYTES:
                return ()
            found = msgspec.json.decode(self._path.read_bytes(), type=list[Any])
        except (OSError, msgspec.MsgspecError, RecursionError, UnicodeDecodeError):
            return ()
        return tuple(report for each in found if (report := _report(each)) is not None)[-MAX_REPORTS:]

    def add(self, report: SpeedReport) -> tuple[SpeedReport, ...]:
        """Keep one more, and return those that were there before. Raises StorageError."""
        earlier = self.read()
        with os_errors_translated(self._path):
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        atomic_write(self._path, msgspec.json.encode((*earlier, report)[-MAX_REPORTS:]))
        return earlier


def _report(value: Any) -> SpeedReport | None:
    try:
        report = msgspec.convert(value, SpeedReport)
        datetime.fromisoformat(report.measured)
    except (msgspec.MsgspecError, RecursionError, ValueError):
        return None
    return report
