# SPDX-License-Identifier: Apache-2.0
"""In the menu of a chat: how much of what models have read of it is kept on disk, and how to delete it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from leeward.domain.ids import ConversationId
from leeward.domain.kv import kv_name
from leeward.i18n import tr
from leeward.library.in_words import size_text
from leeward.ui import icons

if TYPE_CHECKING:
    from leeward.bridge.kept import KeptReading
    from leeward.storage.kv_folder import KvSizes


class KeptAction(QAction):
    """It counts anew when the menu is made: an answer may have ended since."""

    def __init__(self, menu: QMenu, conversation_id: ConversationId, kept: "KeptReading", color: str) -> None:
        super().__init__(icons.icon("hard-drive", color), "", menu)
        self._conversation_id = conversation_id
        self._kept = kept
        self.setToolTip(tr("The chat stays. The model reads it again when it is asked something in it."))
        self.triggered.connect(self._on_triggered)
        self._show(kept.sizes)
        kept.measured.connect(self._show)
        kept.measure()

    @Slot(object)
    def _show(self, sizes: "KvSizes") -> None:
        n_bytes = sizes.by_name.get(kv_name(self._conversation_id), 0)
        self.setEnabled(n_bytes > 0)
        words = tr("Forget what was read ({size} on disk)", size=size_text(n_bytes))
        self.setText(words if n_bytes else tr("Nothing that was read is kept on disk"))

    @Slot()
    def _on_triggered(self) -> None:
        self._kept.forget(self._conversation_id)
        self._kept.measure()
