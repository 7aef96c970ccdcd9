# SPDX-License-Identifier: Apache-2.0
"""How much of what models have read is kept on disk, and how to delete it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from leeward.i18n import plural, tr
from leeward.library.in_words import size_text
from leeward.ui.controls import TextButton
from leeward.ui.settings_fields import SettingRow

if TYPE_CHECKING:
    from leeward.bridge.kept import KeptReading
    from leeward.storage.kv_folder import KvSizes


class KeptRow(SettingRow):
    def __init__(self, kept: "KeptReading") -> None:
        delete = TextButton(tr("Delete"), "outline")
        super().__init__(tr("Kept now"), tr("Without it chats are read again when they are opened."), delete)
        self.delete = delete
        self.delete.setAccessibleName(tr("Delete what was read"))
        self.delete.setAutoDefault(False)
        self.delete.setEnabled(False)
        self.delete.clicked.connect(kept.clear)
        kept.measured.connect(self._on_measured)
        kept.measure()

    @Slot(object)
    def _on_measured(self, sizes: "KvSizes") -> None:
        n = len(sizes.by_name)
        of_chats = plural("Of {n:,} chat: {size}.", "Of {n:,} chats: {size}.", n, size=size_text(sizes.total))
        self.set_remark(of_chats if n else tr("Nothing is kept."))
        self.delete.setEnabled(n > 0)
