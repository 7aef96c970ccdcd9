# SPDX-License-Identifier: Apache-2.0
"""Conversations of other programs, and of Leeward itself, come into the database: each one whole or not at all."""

import logging
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from leeward.chat.transfer.found import Found, Refused
from leeward.chat.transfer.reading import Entry, NotUnderstood, entries
from leeward.chat.transfer.sources import Document, Unusable, documents
from leeward.domain.errors import ImportUnreadable
from leeward.domain.ids import ConversationId
from leeward.storage.database import Database
from leeward.storage.whole_conversations import add_whole, settle_order

log = logging.getLogger(__name__)

MAX_REFUSALS: Final = 100
"""More are counted, not kept."""

OnProgress = Callable[[int, int], bool]
"""Gets how many conversations of the current file are done, and how many it has; returns False to stop."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """One conversation, or a whole file of a folder or zip file, that was left out.

    Attributes:
        where: The file in the folder or zip file, and which conversation of it.
        reason: In English, without a full stop.
    """

    where: str
    reason: str


@dataclass(slots=True)
class Report:
    """What an import did.

    Attributes:
        programs: Where conversations came from, and how many.
        n_there: Conversations that were there already.
        omitted: Parts of messages that were left out, by kind.
        refusals: The first ones of `n_refused`.
        is_stopped: The user stopped it; what was added stays.
    """

    added: list[ConversationId] = field(default_factory=list)
    programs: Counter[str] = field(default_factory=Counter)
    n_there: int = 0
    n_empty: int = 0
    omitted: Counter[str] = field(default_factory=Counter)
    refusals: list[Refusal] = field(default_factory=list)
    n_refused: int = 0
    is_stopped: bool = False

    def refuse(self, where: str, reason: str) -> None:
        self.n_refused += 1
        if len(self.refusals) < MAX_REFUSALS:
            self.refusals.append(Refusal(where, reason))


def import_path(
    path: Path, database: Database, now_s: float, on_progress: OnProgress = lambda _done, _all: True
) -> Report:
    """Add the conversations in a file, a zip file or a folder. Blocking.

    Raises:
        ImportUnreadable: There is none that could be added; nothing was.
        StorageError: What was added before it stays, each conversation whole.
    """
    report = Report()
    reason = "there is no file with conversations in it"
    n_understood = 0
    try:
        for document in documents(path):
            if isinstance(document, Unusable):
                report.refuse(document.name, document.reason)
                continue
            try:
                found = entries(document.data, document.thread, now_s)
            except NotUnderstood as error:
                reason = str(error) if not document.name else reason
                continue
            except Refused as error:
                report.refuse(document.name, str(error))
                reason = str(error)
                continue
            n_understood += 1
            _add(found, document, database, report, on_progress)
            if report.is_stopped:
                break
    except ImportUnreadable as error:
        if not report.added:
            raise
        report.refuse("", error.reason)  # a folder or zip file that ends badly
    finally:
        if report.added:
            settle_order(database)
    if not n_understood or (report.n_refused and not report.added and not report.n_there):
        raise ImportUnreadable(path, _why(report, reason))
    return report


def _add(
    found: Sequence[Entry], document: Document, database: Database, report: Report, on_progress: OnProgress
) -> None:
    for number, entry in enumerate(found):
        if not on_progress(number, len(found)):
            report.is_stopped = True
            return
        where = f"{document.name}, {entry.where}" if document.name else entry.where
        try:
            program, conversation = entry.read()
        except Refused as error:
            report.refuse(where, str(error))
        else:
            _add_one(program, conversation, database, report)
    on_progress(len(found), len(found))


def _add_one(program: str, found: Found, database: Database, report: Report) -> None:
    if not found.whole.messages and not found.whole.draft:
        report.n_empty += 1
        return
    conversation_id = add_whole(database, found.whole, is_dated=found.is_dated)
    if conversation_id is None:
        report.n_there += 1
        return
    report.added.append(conversation_id)
    report.programs[program] += 1
    report.omitted += found.omitted


def _why(report: Report, reason: str) -> str:
    if not report.refusals:
        return reason
    first = report.refusals[0]
    more = f", and {report.n_refused - 1} more cannot be used either" if report.n_refused > 1 else ""
    return f"{first.where}: {first.reason}{more}" if first.where else f"{first.reason}{more}"
