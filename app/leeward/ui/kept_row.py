# SPDX-License-Identifier: Apache-2.0
"""How much of what models have read is kept on disk, and how to delete it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from leeward.domain.ids import ConversationId
from leeward.domain.kv import conversation_of
from leeward.i18n import plural, tr
from leeward.library.in_words import size_text
from leeward.ui.controls import TextButton
from leeward.ui.settings_fields import SettingRow

if TYPE_CHECKING:
    from leeward.bridge.kept import KeptReading
    from leeward.storage.kv_folder import KvSizes


_MAX_TITLE = 40


class KeptRow(SettingRow):
    def __init__(self, kept: "KeptReading", title_of: Callable[[ConversationId | None], str]) -> None:
        """`title_of`: the title of a chat, "" where it has none."""
        self._title_of = title_of
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
        self.set_remark(" ".join((of_chats, *self._largest(sizes))) if n else tr("Nothing is kept."))
        self.delete.setEnabled(n > 0)

    def _largest(self, sizes: "KvSizes") -> list[str]:
        """Return a sentence with the chat of which most is kept; none where there is but one."""
        name = max(sizes.by_name, key=sizes.by_name.__getitem__)
        title = " ".join(self._title_of(conversation_of(name)).split())
        if len(sizes.by_name) < 2 or not title:
            return []
        title = title if len(title) <= _MAX_TITLE else title[: _MAX_TITLE - 1] + "…"
        return [tr("Most of “{title}”: {size}.", title=title, size=size_text(sizes.by_name[name]))]
