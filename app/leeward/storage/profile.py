# SPDX-License-Identifier: Apache-2.0
"""Where everything lies, and the lock that lets one Leeward at a time write there."""

import logging
import os
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

import platformdirs
from filelock import FileLock, Timeout

from leeward.domain.errors import ProfileInUse, StorageReadOnly
from leeward.storage.atomic import os_errors_translated

log = logging.getLogger(__name__)

PORTABLE_FOLDER = "leeward-data"
ENVIRONMENT = "LEEWARD_PROFILE"


@dataclass(frozen=True, slots=True)
class Profile:
    """The one folder that holds all a user has in Leeward."""

    root: Path

    @property
    def database(self) -> Path:
        return self.root / "chats.db"

    @property
    def settings_file(self) -> Path:
        return self.root / "settings.toml"

    @property
    def state_file(self) -> Path:
        return self.root / "state.toml"

    @property
    def lock_file(self) -> Path:
        return self.root / "profile.lock"

    @property
    def backups(self) -> Path:
        return self.root / "backups"

    @property
    def models(self) -> Path:
        return self.root / "models"

    @property
    def library_file(self) -> Path:
        return self.root / "library.json"

    @property
    def library_snapshot(self) -> Path:
        return self.root / "library-scan.json"

    @property
    def logs(self) -> Path:
        return self.root / "logs"

    @property
    def plans_file(self) -> Path:
        return self.root / "plans.json"

    @property
    def machine_file(self) -> Path:
        return self.root / "machine.json"

    @property
    def speed_file(self) -> Path:
        return self.root / "speed.json"

    @property
    def readings_file(self) -> Path:
        return self.root / "readings.json"

    @property
    def tunings_file(self) -> Path:
        return self.root / "tunings.json"

    @property
    def token_file(self) -> Path:
        return self.root / "hub.token"

    @property
    def downloads_file(self) -> Path:
        return self.root / "downloads.json"

    @property
    def personas(self) -> Path:
        return self.root / "personas"

    @property
    def prompts_file(self) -> Path:
        return self.root / "prompts.toml"

    @property
    def kv(self) -> Path:
        return self.root / "kv"

    def create(self) -> None:
        """Make the folders that are missing, readable by their owner only, whatever the umask.

        An existing folder that holds something keeps its mode: `--profile` may name a folder that is also used otherwise.

        Raises:
            StorageReadOnly: They cannot be made or written.
            StorageFull: No room for them.
        """
        with os_errors_translated(self.root):
            self.root.parent.mkdir(parents=True, exist_ok=True)
        for folder in (self.root, self.backups, self.models, self.logs, self.kv):
            with os_errors_translated(folder):
                try:
                    folder.mkdir(mode=0o700)
                except FileExistsError:
                    if any(folder.iterdir()):
                        continue
                folder.chmod(0o700)
        if not os.access(self.root, os.R_OK | os.W_OK | os.X_OK):
            raise StorageReadOnly(self.root)


def find_profile(explicit: Path | None, *, program_folder: Path) -> Profile:
    """Return the profile to use; nothing is created.

    The first of: `explicit` (--profile), the environment's LEEWARD_PROFILE, a folder `leeward-data` beside the program
    (portable use from a stick), the platform's folder for user data.
    """
    portable = program_folder / PORTABLE_FOLDER
    if explicit is not None:
        root = explicit
    elif os.environ.get(ENVIRONMENT):
        root = Path(os.environ[ENVIRONMENT])
    elif portable.is_dir():
        root = portable
    else:
        root = Path(platformdirs.user_data_dir("leeward", appauthor=False))
    return Profile(root.expanduser().absolute())


class ProfileLock:
    """The right to write in a profile: held by at most one process.

    A lock of the kernel on an open file: it ends with the process however that ends, so there is no stale lock and
    no process id to be mistaken for another's. The empty file stays.
    """

    def __init__(self, profile: Profile) -> None:
        self._profile = profile
        # Not per thread: whoever closes the program need not be the thread that started it.
        self._lock = FileLock(profile.lock_file, timeout=0, mode=0o600, thread_local=False)

    def acquire(self) -> None:
        """Take the lock at once or fail.

        Raises:
            ProfileInUse: Another process (or another ProfileLock of this one) holds it.
            StorageReadOnly: The lock file cannot be made, or the file system has no locks.
        """
        with os_errors_translated(self._profile.lock_file):
            try:
                self._lock.acquire()
            except Timeout as error:  # an OSError too: it must not reach the translation
                raise ProfileInUse(self._profile.root) from error
            except NotImplementedError as error:  # filelock: the file system has no locks
                raise StorageReadOnly(self._profile.lock_file) from error

    def release(self) -> None:
        """Give the lock back; without effect when it is not held."""
        self._lock.release()

    def __enter__(self) -> Self:
        self.acquire()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()
