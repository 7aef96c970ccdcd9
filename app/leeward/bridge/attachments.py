# SPDX-License-Identifier: Apache-2.0
"""Reads text files that are attached to a message, on the storage thread."""

import logging
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from leeward.domain.attachment import MAX_FILES, Attachment
from leeward.domain.errors import AppError, TooManyAttachments
from leeward.domain.ids import ConversationId
from leeward.storage.text_file import read_attachment

if TYPE_CHECKING:
    from leeward.bridge.tasks import TaskThread

log = logging.getLogger(__name__)


class AttachmentReader(QObject):
    """Signals:
    taken_in(ConversationId | None, Attachment)   for which chat, and a file that was read
    refused(Exception)                            an AppError, or another exception when it is a bug
    """

    taken_in = Signal(object, object)
    refused = Signal(object)

    def __init__(self, thread: "TaskThread", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread = thread

    def read(self, paths: Iterable[Path], conversation_id: ConversationId | None) -> None:
        """Read files for a message of this chat; `taken_in` or `refused` follows for each."""
        wanted = list(paths)

        def taken_in(attachment: Attachment) -> None:
            self.taken_in.emit(conversation_id, attachment)

        for path in wanted[:MAX_FILES]:
            self._thread.run(partial(read_attachment, path), taken_in, self._on_failed)
        if len(wanted) > MAX_FILES:
            self.refused.emit(TooManyAttachments(MAX_FILES))

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, AppError):
            log.error("a file could not be attached: %s", type(error).__name__)
        self.refused.emit(error)
