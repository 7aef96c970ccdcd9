# SPDX-License-Identifier: Apache-2.0
"""Chats out of the profile and into it for the window, and backups of all of it, on a thread of their own."""

import logging
import threading
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from leeward.bridge.tasks import TaskThread
from leeward.chat.transfer.exporting import ExportFormat, check_outside, export, export_each, file_names, targets_of
from leeward.chat.transfer.importing import MAX_REFUSALS, Refusal, Report, import_path
from leeward.domain.conversation import Conversation
from leeward.domain.errors import AppError, ImportUnreadable, NothingToTake
from leeward.domain.ids import ConversationId
from leeward.domain.whole_conversation import WholeConversation
from leeward.storage.backup_file import make_backup_file
from leeward.storage.database import Database
from leeward.storage.profile import Profile
from leeward.storage.whole_conversations import StoredConversations, opened_conversations

log = logging.getLogger(__name__)

T = TypeVar("T")

PdfOf = Callable[[WholeConversation], bytes]
_REPORT_EVERY_S = 0.1


@dataclass(frozen=True, slots=True)
class ExportWish:
    """What is to be exported, and where.

    Attributes:
        conversation_ids: None for all chats but those in the bin.
        target: A file; or a folder, made when it is not there, where several chats go in a format that has a file for each.
        may_replace: Files of the same names may be replaced.
    """

    conversation_ids: tuple[ConversationId, ...] | None
    target: Path
    form: ExportFormat
    may_replace: bool = False


@dataclass(frozen=True, slots=True)
class Exported:
    """What an export or a backup made."""

    files: tuple[Path, ...]
    n_conversations: int


@dataclass(frozen=True, slots=True)
class ImportProgress:
    """How far an import is: `n_done` of the `n_all` chats of a file, `number` of `n_files`."""

    name: str
    n_done: int
    n_all: int
    number: int
    n_files: int


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did, all its files together.

    Attributes:
        programs: Where chats came from, and how many.
        n_there: Chats that were there already.
        n_empty: Chats without a message, left out.
        omitted: Parts of messages that were left out, by kind.
        refusals: The first ones of `n_refused` chats that cannot be used.
        errors: Of files that gave nothing, and the one that ended all of it.
        is_stopped: The user stopped it; what was added stays.
    """

    n_added: int
    programs: tuple[tuple[str, int], ...] = ()
    n_there: int = 0
    n_empty: int = 0
    omitted: tuple[tuple[str, int], ...] = ()
    refusals: tuple[Refusal, ...] = ()
    n_refused: int = 0
    errors: tuple[AppError, ...] = ()
    is_stopped: bool = False


class TransferBridge(QObject):
    """Every call ends in exactly one of `exported`, `backed_up`, `imported`, or `failed`. Files are made outside the profile only.

    Signals:
        exported(Exported)
        backed_up(Exported)
        progressed(ImportProgress)    about ten times a second
        imported(Imported)
        failed(Exception)             an AppError, or another exception when it is a bug
    """

    exported = Signal(object)
    backed_up = Signal(object)
    progressed = Signal(object)
    imported = Signal(object)
    failed = Signal(object)
    _moved = Signal(object)

    def __init__(self, profile: Profile, database: Database, pdf_of: PdfOf, parent: QObject | None = None) -> None:
        """`database`: that of the profile, open. `pdf_of`: makes a PDF file; called on the thread."""
        super().__init__(parent)
        self._profile = profile
        self._database = database
        self._pdf_of = pdf_of
        self._stops: set[threading.Event] = set()  # of imports that have not ended
        self._thread = TaskThread("transfer")
        self._moved.connect(self.progressed, Qt.ConnectionType.QueuedConnection)

    def export(self, wish: ExportWish) -> None:
        """Write chats into files; `exported` follows, or `failed`."""
        self._run(lambda: self._export(wish), self.exported.emit)

    def back_up(self, target: Path, *, may_replace: bool) -> None:
        """Write all that is the user's own into one file; `backed_up` follows, or `failed`."""

        def make() -> Exported:
            check_outside(target, self._profile)
            contents = make_backup_file(self._profile, target, time.time(), may_replace=may_replace)
            return Exported((target,), contents.n_conversations)

        self._run(make, self.backed_up.emit)

    def import_files(self, paths: Sequence[Path]) -> None:
        """Add the chats in these files; `imported` follows, whatever became of them."""
        files, stop = tuple(paths), threading.Event()
        self._stops.add(stop)

        def on_done(done: Imported) -> None:
            self._stops.discard(stop)
            self.imported.emit(done)

        self._run(lambda: self._import(files, stop), on_done)

    def cancel_import(self) -> None:
        """Stop all imports before their next chat; `imported` follows, and what was added stays."""
        for stop in self._stops:
            stop.set()

    def close(self) -> None:
        """Stop an import, finish the rest and end the thread. Blocking."""
        self.cancel_import()
        self._thread.close()

    # On the thread

    def _export(self, wish: ExportWish) -> Exported:
        with opened_conversations(self._profile) as stored:
            there = stored.all()
            ids = wish.conversation_ids
            chosen = there if ids is None else [each for each in there if each.id in ids]
            if not chosen:
                raise NothingToTake(self._profile.root)
            paths = _paths(wish, chosen)
            for path in paths:
                check_outside(path, self._profile)
            made = self._written(stored, chosen, paths, wish)
        return Exported(tuple(made), len(chosen))

    def _written(
        self, stored: StoredConversations, chosen: list[Conversation], paths: list[Path], wish: ExportWish
    ) -> list[Path]:
        if wish.form is ExportFormat.PDF:
            return export_each(stored, chosen, paths, self._pdf_of, may_replace=wish.may_replace)
        target = paths[0] if len(paths) == 1 else wish.target
        return export(stored, chosen, target, wish.form, now_s=time.time(), may_replace=wish.may_replace)

    def _import(self, paths: Sequence[Path], stop: threading.Event) -> Imported:
        reports: list[Report] = []
        errors: list[AppError] = []
        for number, path in enumerate(paths, start=1):
            if stop.is_set():
                break
            try:
                reports.append(
                    import_path(path, self._database, time.time(), self._teller(path, number, len(paths), stop))
                )
            except ImportUnreadable as error:
                errors.append(error)
            except AppError as error:  # the profile cannot take more
                errors.append(error)
                break
        return _summed(reports, errors, is_stopped=stop.is_set())

    def _teller(self, path: Path, number: int, n_files: int, stop: threading.Event) -> Callable[[int, int], bool]:
        last_s = 0.0

        def tell(n_done: int, n_all: int) -> bool:
            nonlocal last_s
            now_s = time.monotonic()
            if now_s - last_s >= _REPORT_EVERY_S:
                last_s = now_s
                self._moved.emit(ImportProgress(path.name, n_done, n_all, number, n_files))
            return not stop.is_set()

        return tell

    def _run(self, call: Callable[[], T], on_done: Callable[[T], None]) -> None:
        self._thread.run(call, on_done, self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, AppError):
            log.error("chats could not be carried over", exc_info=error)
        self.failed.emit(error)


def _paths(wish: ExportWish, chosen: Sequence[Conversation]) -> list[Path]:
    if wish.conversation_ids is None and not wish.form.holds_many:  # also where there is one chat only
        return [wish.target / name for name in file_names([each.title for each in chosen], wish.form)]
    return targets_of(chosen, wish.target, wish.form)


def _summed(reports: Sequence[Report], errors: Sequence[AppError], *, is_stopped: bool) -> Imported:
    programs: Counter[str] = sum((each.programs for each in reports), Counter())
    omitted: Counter[str] = sum((each.omitted for each in reports), Counter())
    refusals = [refusal for each in reports for refusal in each.refusals]
    return Imported(
        n_added=sum(len(each.added) for each in reports),
        programs=tuple(programs.most_common()),
        n_there=sum(each.n_there for each in reports),
        n_empty=sum(each.n_empty for each in reports),
        omitted=tuple(sorted(omitted.items())),
        refusals=tuple(refusals[:MAX_REFUSALS]),
        n_refused=sum(each.n_refused for each in reports),
        errors=tuple(errors),
        is_stopped=is_stopped,
    )
