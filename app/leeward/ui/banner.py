# SPDX-License-Identifier: Apache-2.0
"""Messages that do not block: the banner for errors, with a next step, and the snackbar with Undo."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from leeward.error_text import ErrorText, Remedy
from leeward.i18n import tr
from leeward.ui import icons
from leeward.ui.controls import IconButton, PlainLabel, TextButton, restyle
from leeward.ui.theme import Theme

UNDO_MS = 10_000
_MAX_WAITING = 5
_BESIDE_PX = 600


@dataclass(frozen=True, slots=True)
class Notice:
    """One banner.

    Attributes:
        topic: What it is about ("model", "storage"); notices of a topic can be taken back together.
        remedy: None for a notice without a button.
    """

    text: ErrorText
    topic: str
    remedy: Remedy | None
    is_serious: bool = True


class Banner(QFrame):
    """Shows one notice at a time, the newest; closing it brings back the one before.

    Signals:
        remedy_requested(Remedy, str)   the button was pressed; with the notice's topic
    """

    remedy_requested = Signal(object, str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("banner")
        self._theme = theme
        self._notices: list[Notice] = []
        self._is_compact = False
        self._icon = QLabel()
        self.sentence = PlainLabel("", "strong", is_wrapped=True)
        self.next_step = PlainLabel("", "muted", is_wrapped=True)
        self.button = TextButton("", "outline")
        self.close_button = IconButton("x", tr("Close this message"), theme)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.sentence)
        words.addWidget(self.next_step)
        self._middle = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._middle.setSpacing(8)
        self._middle.addLayout(words, 1)
        self._middle.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 6, 8)
        layout.setSpacing(10)
        layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(self._middle, 1)
        layout.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self.button.clicked.connect(self._on_button_clicked)
        self.close_button.clicked.connect(self.dismiss)
        self.hide()

    @property
    def notice(self) -> Notice | None:
        """The notice that is shown."""
        return self._notices[-1] if self._notices else None

    def show_notice(self, notice: Notice) -> None:
        """Show this one in front of those that wait. The same notice is not kept twice."""
        self._notices = [each for each in self._notices if each.text != notice.text][-_MAX_WAITING:]
        self._notices.append(notice)
        self._show_newest()

    def replace_topic(self, notice: Notice) -> None:
        """Show this one instead of all notices of its topic."""
        self._notices = [each for each in self._notices if each.topic != notice.topic]
        self.show_notice(notice)

    def take_back(self, topic: str) -> None:
        """Drop all notices of a topic: what they say is not true any more."""
        self._notices = [each for each in self._notices if each.topic != topic]
        self._show_newest()

    @Slot()
    def dismiss(self) -> None:
        if self._notices:
            self._notices.pop()
        self._show_newest()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.close_button.set_theme(theme)
        self._show_newest()

    def set_compact(self, *, is_compact: bool) -> None:
        """Leave the second sentence out where there is little room; it stays in the tooltip and the description."""
        self._is_compact = is_compact
        self.next_step.setVisible(not is_compact)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # The button goes below the words where both side by side would leave too little room for them.
        is_beside = self.width() >= _BESIDE_PX or self._is_compact
        self._middle.setDirection(QBoxLayout.Direction.LeftToRight if is_beside else QBoxLayout.Direction.TopToBottom)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def _show_newest(self) -> None:
        notice = self.notice
        if notice is None:
            self.hide()
            return
        is_new = self.sentence.text() != notice.text.sentence or not self.isVisible()
        self.sentence.setText(notice.text.sentence)
        self.next_step.setText(notice.text.next_step)
        self.setProperty("severity", "danger" if notice.is_serious else "warning")
        restyle(self)
        color = self._theme.danger if notice.is_serious else self._theme.warning
        name = "circle-alert" if notice.is_serious else "info"
        self._icon.setPixmap(icons.pixmap(name, color, 20, self.devicePixelRatioF()))
        self.button.setVisible(notice.remedy is not None)
        if notice.remedy is not None:
            self.button.setText(tr(notice.remedy.value))
        self.setAccessibleName(notice.text.sentence)
        self.setAccessibleDescription(notice.text.next_step)
        self.show()
        if is_new:
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    @Slot()
    def _on_button_clicked(self) -> None:
        notice = self.notice
        if notice is not None and notice.remedy is not None:
            self.dismiss()
            self.remedy_requested.emit(notice.remedy, notice.topic)


class Snackbar(QFrame):
    """A line over the chat with an Undo button; goes away after ten seconds."""

    def __init__(self, parent: QWidget, duration_ms: int = UNDO_MS) -> None:
        super().__init__(parent)
        self.setObjectName("snackbar")
        self._undo: Callable[[], None] | None = None
        self.label = PlainLabel()
        self.button = QPushButton(tr("&Undo"))
        self.button.setAccessibleName(tr("Undo"))
        self.button.setIconSize(QSize(16, 16))
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 6, 8, 6)
        layout.addWidget(self.label)
        layout.addWidget(self.button)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(duration_ms)
        self._timer.timeout.connect(self.close_now)
        self.button.clicked.connect(self._on_undo_clicked)
        self.hide()

    def offer(self, text: str, undo: Callable[[], None]) -> None:
        """Show `text` and run `undo` when the button is pressed in time."""
        self._undo = undo
        self.label.setText(text)
        self.setAccessibleName(text)
        self.adjustSize()
        self.show()
        self.raise_()
        self._timer.start()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    @Slot()
    def close_now(self) -> None:
        self._timer.stop()
        self._undo = None
        self.hide()

    @Slot()
    def _on_undo_clicked(self) -> None:
        undo = self._undo
        self.close_now()
        if undo is not None:
            undo()
