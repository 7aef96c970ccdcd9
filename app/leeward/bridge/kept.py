# SPDX-License-Identifier: Apache-2.0
"""What the model has read of chats, as it is kept on disk: brought back, measured, deleted."""

import logging
from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Signal, Slot

from leeward.bridge.tasks import TaskThread
from leeward.domain.ids import ConversationId
from leeward.domain.kv import kv_name
from leeward.engine.protocol import Engine
from leeward.storage.kv_folder import KvFolder, KvSizes

log = logging.getLogger(__name__)


class KeptReading(QObject):
    """Signals:
    measured(KvSizes)

    Attributes:
        sizes: As measured last.
    """

    measured = Signal(object)

    def __init__(self, folder: KvFolder, engine: Engine, thread: TaskThread, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._engine = engine
        self._thread = thread
        self.sizes = KvSizes({})

    @Slot(object)
    def recall(self, conversation_id: ConversationId | None) -> None:
        """Have what was read of a chat brought back, before anything is asked. None: of no chat."""
        name = kv_name(conversation_id) if conversation_id is not None else ""
        if name:
            self._engine.recall(name)

    @Slot(object)
    def forget(self, conversation_id: ConversationId) -> None:
        self.forget_all((conversation_id,))

    @Slot(object)
    def forget_all(self, conversation_ids: Iterable[ConversationId]) -> None:
        """Keep nothing of chats that are deleted."""
        names = {name for name in map(kv_name, conversation_ids) if name}
        for name in names:
            self._engine.forget(name)
        self._run(lambda: self._folder.delete(names))

    @Slot()
    def clear(self) -> None:
        """Delete all that is kept; `measured` follows. What is in memory stays there, and is kept again later."""
        self._run(self._folder.delete)
        self.measure()

    @Slot()
    def measure(self) -> None:
        """Count what is kept; `measured` follows."""
        self._thread.run(self._folder.sizes, self._on_measured, self._on_failed)

    def _on_measured(self, sizes: KvSizes) -> None:
        self.sizes = sizes
        self.measured.emit(sizes)

    def _run(self, call: Callable[[], None]) -> None:
        self._thread.run(call, lambda _: None, self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        log.warning("what was read of chats could not be looked after: %r", error)
