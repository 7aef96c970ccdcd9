# SPDX-License-Identifier: Apache-2.0
"""What happens to a fault of the program: a report without chat text, one notice, and the program goes on."""

import datetime as dt
import logging
import os
import platform
import sys
import threading
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QObject, Qt, QtMsgType, Signal, qInstallMessageHandler, qVersion

from leeward import __version__
from leeward.logs import shorten_home

log = logging.getLogger(__name__)
qt_log = logging.getLogger("leeward.qt")

_MAX_REPORTS = 20
# The interpreter makes the messages of these from names and types. Messages of others may hold what the user typed.
_SAFE_MESSAGES = (AttributeError, NameError, ImportError, TypeError, RecursionError, MemoryError, ZeroDivisionError)

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


@dataclass(frozen=True, slots=True)
class CrashReport:
    """One fault. `path` is None when the report could not be written."""

    kind: str
    place: str
    path: Path | None


class CrashReporter(QObject):
    """Catches what nobody caught: in slots, in overrides such as paintEvent, and in threads.

    The same fault (by type and place) is reported once, however often it comes: a broken paintEvent comes sixty
    times a second.

    Signals:
        crashed(CrashReport)   on the thread this object lives in; once for each fault
    """

    crashed = Signal(object)
    _caught = Signal(object)

    def __init__(self, logs_folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = logs_folder
        self._seen: set[tuple[str, str]] = set()
        self._n_reports = 0
        self._lock = threading.Lock()
        self._is_handling = threading.local()
        self._restore: list[Callable[[], object]] = []
        # Always queued: a notice must not be built in the middle of a paintEvent.
        self._caught.connect(self.crashed, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take the hooks of the interpreter and of Qt; `close` gives them back."""
        old_hook, old_thread_hook, old_unraisable = sys.excepthook, threading.excepthook, sys.unraisablehook
        old_handler = qInstallMessageHandler(_log_qt_message)
        sys.excepthook = self._on_exception
        threading.excepthook = lambda args: self._on_exception(args.exc_type, args.exc_value, args.exc_traceback)
        sys.unraisablehook = lambda args: self._on_exception(args.exc_type, args.exc_value, args.exc_traceback)

        def restore() -> None:
            sys.excepthook, threading.excepthook, sys.unraisablehook = old_hook, old_thread_hook, old_unraisable
            qInstallMessageHandler(old_handler)

        self._restore.append(restore)

    def close(self) -> None:
        while self._restore:
            self._restore.pop()()

    def _on_exception(
        self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, (KeyboardInterrupt, SystemExit)):
            sys.__excepthook__(kind, error or kind(), trace)
            return
        if getattr(self._is_handling, "now", False):
            return  # a fault in here must not call for itself
        self._is_handling.now = True
        try:
            self._report(kind, error, trace)
        except Exception:  # noqa: BLE001 - the last resort may not fail
            sys.stderr.write("leeward: a fault could not be reported\n")
        finally:
            self._is_handling.now = False

    def _report(self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
        place = _place(trace)
        with self._lock:
            if (kind.__name__, place) in self._seen or len(self._seen) >= _MAX_REPORTS:
                return
            self._seen.add((kind.__name__, place))
            self._n_reports += 1
            number = self._n_reports
        path = self._write(report_text(kind, error, trace), number)
        log.critical("a fault: %s at %s; report %s", kind.__name__, place, path.name if path else "not written")
        self._caught.emit(CrashReport(kind.__name__, place, path))

    def _write(self, text: str, number: int) -> Path | None:
        moment = dt.datetime.now(dt.UTC)
        path = self._folder / f"crash-{moment:%Y%m%dT%H%M%SZ}-{os.getpid()}-{number}.txt"
        try:
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with open(descriptor, "w", encoding="utf-8", errors="backslashreplace") as file:  # noqa: PTH123 - a descriptor
                file.write(text)
        except OSError as failure:
            log.warning("a crash report cannot be written: %s", failure.strerror)
            return None
        _remove_old(self._folder)
        return path


def report_text(kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> str:
    """Return the report: where it happened, and on what. No values of variables, no messages that may hold a text."""
    lines = [
        f"Leeward {__version__}, Python {platform.python_version()}, Qt {qVersion()}",
        f"{platform.platform()} {platform.machine()}",
        f"thread {threading.current_thread().name}",
        "",
    ]
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        lines.append(_headline(error))
        lines += [line.rstrip("\n") for line in traceback.format_tb(error.__traceback__)]
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
        if error is not None:
            lines.append("caused by")
    if not seen:
        lines.append(kind.__name__)
        lines += [line.rstrip("\n") for line in traceback.format_tb(trace)]
    return shorten_home("\n".join(lines) + "\n")


def _headline(error: BaseException) -> str:
    name = type(error).__name__
    if isinstance(error, OSError) and error.strerror:
        return f"{name}: {error.strerror}"
    return f"{name}: {error}" if type(error) in _SAFE_MESSAGES else name


def _place(trace: TracebackType | None) -> str:
    frames = traceback.extract_tb(trace)
    return f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "unknown"


def _remove_old(folder: Path) -> None:
    reports = sorted(folder.glob("crash-*.txt"))
    for path in reports[:-_MAX_REPORTS]:
        path.unlink(missing_ok=True)


def _log_qt_message(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    category = context.category or "qt"
    qt_log.log(_LEVELS.get(kind, logging.WARNING), "%s: %s", category, message)
    if kind == QtMsgType.QtFatalMsg:
        for handler in logging.getLogger().handlers:
            handler.flush()  # Qt ends the process after this
