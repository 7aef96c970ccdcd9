# SPDX-License-Identifier: Apache-2.0
"""Where log messages go. Never chat text, prompts or document contents, at any level: the callers see to that."""

import contextlib
import faulthandler
import io
import logging
import logging.handlers
import os
import re
import sys
from pathlib import Path
from types import TracebackType
from typing import Final, Self

MAX_BYTES: Final = 2 * 1000**2
N_OLD_FILES: Final = 3  # with the current one and the crash file, under 5 x 2 MB: the program may live on an SD card
MAX_MESSAGE_CHARACTERS: Final = 20_000
_FORMAT = "%(asctime)s %(levelname)-7s %(name)s [%(threadName)s] %(message)s"


class Logs:
    """The open log files. Close it last."""

    def __init__(self) -> None:
        self._handlers: list[logging.Handler] = []
        self._crash_file: io.FileIO | None = None

    def add(self, handler: logging.Handler) -> None:
        handler.setFormatter(HomeShortened(_FORMAT))
        self._handlers.append(handler)
        logging.getLogger().addHandler(handler)

    def watch_crashes(self, path: Path) -> None:
        """Have the stacks of all threads written to `path` when native code ends the process."""
        if path.exists() and path.stat().st_size > MAX_BYTES:
            path.unlink()
        self._crash_file = io.FileIO(_open_private(path, os.O_APPEND), "a")
        faulthandler.enable(self._crash_file)

    def close(self) -> None:
        for handler in self._handlers:
            logging.getLogger().removeHandler(handler)
            handler.close()
        self._handlers.clear()
        if self._crash_file is not None:
            faulthandler.disable()
            self._crash_file.close()
            self._crash_file = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def configure(folder: Path | None, *, verbose: bool, name: str = "leeward") -> Logs:
    """Send log messages to `folder`/`name`.log, and with `verbose` the detailed ones too and all of them to stderr.

    Never fails: where no file can be written, the program runs without.

    Args:
        folder: Exists; None writes no file.
        name: A second process that writes at the same time takes another one.
    """
    logs = Logs()
    # Foreign packages only from WARNING on: what they say at lower levels may hold what passes through them.
    logging.getLogger().setLevel(logging.WARNING)
    logging.getLogger("leeward").setLevel(logging.DEBUG if verbose else logging.INFO)
    if folder is not None:
        try:
            logs.add(_PrivateRotatingFile(folder / f"{name}.log"))
            logs.watch_crashes(folder / f"{name}-crash.log")
        except OSError as error:
            logging.getLogger(__name__).warning("no log file: %s", error)
    if verbose and sys.stderr is not None:  # None in a windowed program on Windows
        logs.add(logging.StreamHandler())
    return logs


class HomeShortened(logging.Formatter):
    """Writes ~ for the home folder, which holds the user's name, and cuts a message without end."""

    def format(self, record: logging.LogRecord) -> str:
        text = super().format(record)
        if len(text) > MAX_MESSAGE_CHARACTERS:
            text = text[:MAX_MESSAGE_CHARACTERS] + f" [{len(text) - MAX_MESSAGE_CHARACTERS} more characters]"
        return shorten_home(text)


def shorten_home(text: str) -> str:
    """Return `text` with ~ for the path of the home folder."""
    with contextlib.suppress(RuntimeError):  # no home folder is known
        home = str(Path.home())
        if len(home) > 1:
            return re.sub(re.escape(home) + r"(?![\w.-])", "~", text)  # not in /home/anna for /home/ann
    return text


class _PrivateRotatingFile(logging.handlers.RotatingFileHandler):
    def __init__(self, path: Path) -> None:
        super().__init__(path, maxBytes=MAX_BYTES, backupCount=N_OLD_FILES, encoding="utf-8", errors="backslashreplace")

    def _open(self) -> io.TextIOWrapper:
        descriptor = _open_private(Path(self.baseFilename), os.O_APPEND)
        return io.TextIOWrapper(
            io.FileIO(descriptor, "a"), encoding="utf-8", errors="backslashreplace", write_through=True
        )

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - name of the standard library
        """Drop the message: a full disk must not become a second failure."""


def _open_private(path: Path, flags: int) -> int:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | flags, 0o600)
    path.chmod(0o600)  # whatever the umask, and for files of an older version
    return descriptor
