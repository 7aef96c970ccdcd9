# SPDX-License-Identifier: Apache-2.0
"""Where the machine's profile is kept: one file of the profile folder."""

from pathlib import Path

import msgspec

from leeward.domain.machine_profile import Machine, MachineProfile
from leeward.storage.atomic import atomic_write, os_errors_translated


class MachineProfileFile:
    """Blocking. A file that cannot be read counts as empty."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self, machine: Machine | None = None) -> MachineProfile | None:
        """Return what was measured; None when nothing was, or not on `machine`."""
        try:
            found = msgspec.json.decode(self._path.read_bytes(), type=MachineProfile)
        except (OSError, msgspec.MsgspecError, RecursionError):
            return None
        is_stale = machine is not None and found.machine != machine
        return None if is_stale or not all(map(_is_sound, found.samples)) else found

    def add(self, measured: MachineProfile) -> MachineProfile:
        """Keep a measurement beside those that still hold, and return all. Raises StorageError."""
        known = self.read()
        found = known.with_sample_of(measured) if known else measured
        with os_errors_translated(self._path):
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        atomic_write(self._path, msgspec.json.encode(found))
        return found


def _is_sound(sample: object) -> bool:
    names = ("decode_bytes", "decode_tokens_per_second", "prompt_work", "prompt_tokens_per_second")
    return all(0 < getattr(sample, name) < float("inf") for name in names)
