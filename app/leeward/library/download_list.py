# SPDX-License-Identifier: Apache-2.0
"""What is to be downloaded, kept in a file of the profile so that it goes on after a restart."""

import logging
from collections.abc import Iterable
from pathlib import Path

import msgspec

from leeward.domain.paths import decode_path, encode_path
from leeward.library.pull import PullPlan
from leeward.storage.atomic import atomic_write

log = logging.getLogger(__name__)

_MAX_BYTES = 16 * 1024**2


class DownloadList:
    """One file. Blocking. A file that cannot be read is as good as none: parts on the disk stay where they are."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def load(self) -> list[PullPlan]:
        """Return the plans in their order. Never fails."""
        try:
            if self._path.stat().st_size > _MAX_BYTES:
                return []
            return msgspec.json.decode(self._path.read_bytes(), type=list[PullPlan], dec_hook=decode_path)
        except FileNotFoundError:
            return []
        except (OSError, ValueError, RecursionError) as error:  # msgspec's errors are ValueErrors
            log.warning("the list of downloads cannot be read: %s", type(error).__name__)
            return []

    def save(self, plans: Iterable[PullPlan]) -> None:
        """Replace the list. Raises StorageError."""
        atomic_write(self._path, msgspec.json.encode(list(plans), enc_hook=encode_path))
