# SPDX-License-Identifier: Apache-2.0
"""What stands over the composer: which message is being edited, and what is sent when the answer has ended."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from leeward.i18n import tr
from leeward.ui import icons
from leeward.ui.controls import ElidedLabel, IconButton, PlainLabel, TextButton
from leeward.ui.theme import Theme

_MAX_ROWS = 3


class TaskBar(QFrame):
    """Says what the text in the composer is, when it is not a new message.

    Signals:
        cancel_requested()
    """

    cancel_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("composerBar")
        self._icon = QLabel()
        self.label = ElidedLabel("", "muted")
        self.cancel = TextButton(tr("Cancel"), "quiet")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 2, 4, 2)
        layout.setSpacing(8)
        layout.addWidget(self._icon)
        layout.addWidget(self.label, 1)
        layout.addWidget(self.cancel)
        self.cancel.clicked.connect(self.cancel_requested)
        self.set_theme(theme)
        self.hide()

    def show_task(self, text: str) -> None:
        """Show it; "" is none."""
        self.label.set_full_text(text)
        self.setAccessibleName(text)
        self.cancel.setAccessibleName(tr("Cancel. {text}", text=text))
        self.setVisible(bool(text))

    def set_theme(self, theme: Theme) -> None:
        self._icon.setPixmap(icons.pixmap("pencil", theme.accent, 16, self.devicePixelRatioF()))


class QueueBar(QFrame):
    """The messages that wait, the next one first.

    Signals:
        edit_requested(int)     which one is to go back into the composer
        remove_requested(int)
    """

    edit_requested = Signal(int)
    remove_requested = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("composerBar")
        self.setAccessibleName(tr("Sent after this answer"))
        self._theme = theme
        self._texts: tuple[str, ...] = ()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(12, 2, 4, 2)
        self._layout.setSpacing(0)
        self._rows: list[QWidget] = []
        self.hide()

    def show_texts(self, texts: Sequence[str]) -> None:
        self._texts = tuple(texts)
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = [self._row(number) for number in range(min(len(texts), _MAX_ROWS))]
        if len(texts) > _MAX_ROWS:
            self._rows.append(PlainLabel(tr("and {n} more", n=len(texts) - _MAX_ROWS), "muted"))
        for row in self._rows:
            self._layout.addWidget(row)
        self.setVisible(bool(texts))

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.show_texts(self._texts)

    def _row(self, number: int) -> QWidget:
        text = " ".join(self._texts[number].split())
        row = QWidget()
        label = ElidedLabel(tr("Next: {text}", text=text) if number == 0 else tr("Then: {text}", text=text), "muted")
        edit = IconButton("pencil", tr("Edit this waiting message"), self._theme)
        remove = IconButton("x", tr("Do not send this waiting message"), self._theme)
        for button in (edit, remove):
            button.setAccessibleDescription(text[:200])
        edit.clicked.connect(lambda: self.edit_requested.emit(number))
        remove.clicked.connect(lambda: self.remove_requested.emit(number))
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(label, 1)
        layout.addWidget(edit)
        layout.addWidget(remove)
        return row
