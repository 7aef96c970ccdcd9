# SPDX-License-Identifier: Apache-2.0
"""The list of prompts that "/" at the beginning of a message opens over the composer."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from leeward.domain.prompts import Prompt, matching
from leeward.i18n import mark, tr
from leeward.ui.chat.composer import Composer
from leeward.ui.controls import plain_tooltip

_MAX_ROWS = 12
_ROW_PX = 24
_MAX_WIDTH_PX = 420
_MAX_TYPED = 40
_EDIT = mark("Edit prompts…")
_STEPS = {int(Qt.Key.Key_Up): -1, int(Qt.Key.Key_Down): 1, int(Qt.Key.Key_PageUp): -5, int(Qt.Key.Key_PageDown): 5}
_TAKE = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)


class PromptMenu(QFrame):
    """Follows what is typed into the composer, which keeps the focus.

    Signals:
        edit_requested()   the library is to be shown
    """

    edit_requested = Signal()

    def __init__(self, composer: Composer, prompts: Callable[[], Sequence[Prompt]], parent: QWidget) -> None:
        """`parent`: over which it is shown."""
        super().__init__(parent)
        self.setObjectName("promptMenu")
        self._composer = composer
        self._over = parent
        self._prompts = prompts
        self._found: list[Prompt] = []
        self._is_dismissed = False  # until "/" is typed anew
        self.list = QListWidget()
        self.list.setProperty("kind", "parts")
        self.list.setAccessibleName(tr("Prompts"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the arrow keys reach it from the composer
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.list)
        self.hide()
        composer.field.key_takers.insert(0, self._take)
        composer.text_shown.connect(self.follow)
        composer.field.focus_changed.connect(self._on_focus_changed)
        self.list.itemClicked.connect(self._choose)

    @Slot()
    def follow(self) -> None:
        """Show what fits what is typed now, or nothing."""
        typed = self._composer.field.toPlainText()
        is_meant = typed.startswith("/") and "\n" not in typed and len(typed) <= _MAX_TYPED
        if not is_meant:
            self._is_dismissed = False
            self.hide()
        elif self._composer.field.hasFocus() and not self._is_dismissed:
            self._found = matching(self._prompts(), typed[1:])
            self._fill(is_whole=typed == "/")

    def _fill(self, *, is_whole: bool) -> None:
        names = [each.name for each in self._found] + ([tr(_EDIT)] if is_whole else [])
        if not names:
            self.hide()
            return
        self.list.clear()
        for number, name in enumerate(names):
            item = QListWidgetItem(name)
            if number < len(self._found):
                item.setToolTip(plain_tooltip(self._found[number].text))
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self._place(min(len(names), _MAX_ROWS))
        self.show()
        self.raise_()

    def _place(self, n_rows: int) -> None:
        composer = self._composer
        frame = composer.frame
        corner = frame.mapTo(self._over, QPoint(0, 0))
        row_px = max(_ROW_PX, self.list.sizeHintForRow(0))
        height = min(n_rows * row_px + 12, max(row_px + 12, corner.y() - 8))
        width = min(frame.width(), _MAX_WIDTH_PX)
        x = corner.x() + (frame.width() - width if self.isRightToLeft() else 0)
        self.setGeometry(x, corner.y() - height - 4, width, height)

    def _take(self, event: QKeyEvent) -> bool:
        if not self.isVisible():
            return False
        if event.key() in _STEPS:
            row = self.list.currentRow() + _STEPS[event.key()]
            self.list.setCurrentRow(min(max(0, row), self.list.count() - 1))
        elif event.key() in _TAKE and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._choose(self.list.currentItem())
        elif event.key() == Qt.Key.Key_Escape:
            self._is_dismissed = True
            self.hide()
        else:
            return False
        return True

    @Slot(object)
    def _choose(self, item: QListWidgetItem) -> None:
        row = self.list.row(item)
        self.hide()
        if row < len(self._found):
            self._composer.set_typed(self._found[row].text)
            self._composer.field.begin_filling()
        else:
            self._composer.set_typed("")
            self.edit_requested.emit()

    @Slot(bool)
    def _on_focus_changed(self, has_focus: bool) -> None:  # noqa: FBT001 - a signal's value
        if has_focus:
            self.follow()
        else:
            self.hide()
