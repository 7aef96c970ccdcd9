# SPDX-License-Identifier: Apache-2.0
"""The bar over a chat in which one says what to find in it."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit

from leeward.i18n import tr
from leeward.ui.chat.find import MAX_HITS, ChatFinder
from leeward.ui.chat.view import ChatView
from leeward.ui.controls import IconButton, PlainLabel
from leeward.ui.theme import Theme

_WIDTH_PX = 400
_MARGIN_PX = 8
_TYPING_MS = 120


class FindBar(QFrame):
    """Stands over the upper corner of the chat at which a line ends; Escape closes it."""

    def __init__(self, view: ChatView, theme: Theme) -> None:
        super().__init__(view)
        self.setObjectName("findBar")
        self.setAccessibleName(tr("Find in this chat"))
        self._view = view
        self._finder: ChatFinder = view.finder
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("Find in this chat"))
        self.field.setAccessibleName(tr("Find in this chat"))
        self.count = PlainLabel("", "muted")
        self.previous = IconButton("chevron-up", tr("Previous match"), theme, "Shift+F3")
        self.next = IconButton("chevron-down", tr("Next match"), theme, "F3")
        self.close_button = IconButton("x", tr("Close the search"), theme, "Esc")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 4, 4, 4)
        layout.setSpacing(4)
        layout.addWidget(self.field, 1)
        layout.addWidget(self.count)
        for button in (self.previous, self.next, self.close_button):
            layout.addWidget(button)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_TYPING_MS)
        self._timer.timeout.connect(self._find)
        self.field.textChanged.connect(lambda _: self._timer.start())
        self.previous.clicked.connect(lambda: self.step(-1))
        self.next.clicked.connect(lambda: self.step(1))
        self.close_button.clicked.connect(self.close_bar)
        self._finder.progressed.connect(self._on_progressed)
        self._finder.chat_left.connect(self.hide)
        self._finder.end_requested.connect(self.close_bar)
        view.resized.connect(self._on_view_resized)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        for button in (self.previous, self.next, self.close_button):
            button.set_theme(theme)

    def open_bar(self) -> None:
        """Show the bar, with the text that is selected in the chat if that is one line."""
        if not self._view.isVisible():
            return
        selected = self._view.selected_text()
        if selected and "\n" not in selected and len(selected) <= 100:
            self.field.setText(selected)
        self._place()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self._find()

    def close_bar(self) -> None:
        if self.isVisible():
            self._timer.stop()
            self.hide()
            self._finder.stop()
            self._view.setFocus()

    def step(self, step: int) -> None:
        if self.isHidden():
            self.open_bar()
        elif self._timer.isActive():
            self._find()
        else:
            self._finder.step(step)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)

    def _on_view_resized(self) -> None:
        if self.isVisible():
            self._place()

    def _place(self) -> None:
        room = self._view.viewport().width() - 2 * _MARGIN_PX
        width = min(_WIDTH_PX, room)
        # Not over the scroll bar, which in a mirrored window stands at the left.
        x = self._view.viewport().x() + _MARGIN_PX if self.isRightToLeft() else room + _MARGIN_PX - width
        self.setGeometry(x, _MARGIN_PX, width, self.sizeHint().height())

    def _find(self) -> None:
        self._timer.stop()
        self._finder.find(self.field.text())

    def _on_progressed(self, n_hits: int, current: int, is_done: bool) -> None:  # noqa: FBT001 - of the signal
        self.count.setText(count_text(n_hits, current, is_done=is_done) if self.field.text().strip() else "")
        for button in (self.previous, self.next):
            button.setEnabled(n_hits > 0)


def count_text(n_hits: int, current: int, *, is_done: bool) -> str:
    """Say which match is shown: "3 of 17"; "3 of 17…" while the search goes on."""
    if not n_hits:
        return tr("No match") if is_done else "…"
    found = tr("{current:,} of {n:,}", current=current, n=n_hits)
    return found if is_done and n_hits < MAX_HITS else f"{found}+" if is_done else f"{found}…"
