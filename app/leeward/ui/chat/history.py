# SPDX-License-Identifier: Apache-2.0
"""Earlier messages of the user, brought back into an empty composer by the arrow keys."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextCursor

if TYPE_CHECKING:
    from leeward.ui.chat.composer import Composer


class History:
    """Takes the arrow keys of a composer that is empty, or shows what it brought back unchanged."""

    def __init__(self, composer: "Composer", entries: Callable[[], Sequence[str]]) -> None:
        """`entries`: the messages, oldest first."""
        self._composer = composer
        self._entries = entries
        self._steps_back = 0
        self._recalled = ""

    def take(self, event: QKeyEvent) -> bool:
        """Bring back the message before or after; return whether the key was for that."""
        steps = {int(Qt.Key.Key_Up): 1, int(Qt.Key.Key_Down): -1}.get(event.key(), 0)
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if not steps or modifiers != Qt.KeyboardModifier.NoModifier:
            return False
        text = self._composer.text
        if text and text != self._recalled:
            return False
        if not text:
            self._steps_back = 0
        elif not self._is_at_edge(steps):
            return False
        return self._go(self._steps_back + steps)

    def _go(self, steps_back: int) -> bool:
        entries = self._entries()
        if steps_back < 0 or steps_back > len(entries):
            return bool(self._recalled and steps_back > len(entries))  # the oldest one stays
        self._steps_back = steps_back
        self._recalled = entries[-steps_back] if steps_back else ""
        self._composer.set_text(self._recalled)
        self._composer.field.moveCursor(QTextCursor.MoveOperation.End)
        self._composer.text_edited.emit(self._recalled)
        return True

    def _is_at_edge(self, steps: int) -> bool:
        """Whether the cursor cannot go further that way inside the text."""
        cursor = self._composer.field.textCursor()
        way = QTextCursor.MoveOperation.Up if steps > 0 else QTextCursor.MoveOperation.Down
        return not cursor.movePosition(way)
