# SPDX-License-Identifier: Apache-2.0
"""What is asked over the composer before a message is sent that does not fit into the model's memory."""

import enum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QFrame, QHBoxLayout, QLabel, QVBoxLayout

from leeward.chat.context_parts import ContextParts
from leeward.i18n import number, tr
from leeward.ui import icons
from leeward.ui.controls import PlainLabel, TextButton
from leeward.ui.theme import Theme

_BESIDE_PX = 640
_LOW_PX = 420


class Trouble(enum.Enum):
    """What is wrong, and what can be done."""

    CHAT_TOO_LONG = "the oldest messages can leave"
    MESSAGE_TOO_LONG = "it cannot be sent at all"
    LITTLE_ROOM = "it can be sent, but the answer will be short"


class FullPanel(QFrame):
    """Signals:
    kept_back()               do not send
    slide_chosen(bool)        the oldest messages may leave; whether in every chat from now on
    summary_chosen()          let the model summarise the chat, and go on from that
    anyway_chosen()           send it as it is
    settings_requested()
    """

    kept_back = Signal()
    slide_chosen = Signal(bool)
    summary_chosen = Signal()
    anyway_chosen = Signal()
    settings_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("banner")
        self.setProperty("severity", "warning")
        self.trouble: Trouble | None = None
        self._icon = QLabel()
        self.sentence = PlainLabel("", "strong", is_wrapped=True)
        self.next_step = PlainLabel("", "muted", is_wrapped=True)
        self.always = QCheckBox(tr("In every chat"))
        self.stop = TextButton(tr("Do not send"), "outline")
        self.slide = TextButton(tr("Forget the oldest"), "primary")
        self.summarise = TextButton(tr("Summarise it"), "outline")
        self.anyway = TextButton(tr("Send anyway"), "primary")
        self.settings = TextButton(tr("Open settings"), "outline")
        self._lay_out()
        self.stop.clicked.connect(self.kept_back)
        self.slide.clicked.connect(lambda: self.slide_chosen.emit(self.always.isChecked()))
        self.summarise.clicked.connect(self.summary_chosen)
        self.anyway.clicked.connect(self.anyway_chosen)
        self.settings.clicked.connect(self.settings_requested)
        self.set_theme(theme)
        self.hide()

    def ask(self, trouble: Trouble, parts: ContextParts, *, can_summarise: bool = False) -> None:
        """Say what is wrong and show the ways out; the focus goes to the first of them."""
        alone = parts.alone + parts.system
        n_tokens = {
            Trouble.CHAT_TOO_LONG: parts.total,
            Trouble.MESSAGE_TOO_LONG: alone,
            Trouble.LITTLE_ROOM: parts.n_ctx - alone,
        }[trouble]
        n = number(n_tokens) if parts.is_exact else tr("about {n:,}", n=n_tokens)
        sentence, next_step = {
            Trouble.CHAT_TOO_LONG: (
                tr("This does not fit: the chat would take {n} of the model's {size:,} tokens.", n=n, size=parts.n_ctx),
                _way_out(parts.room, can_summarise=can_summarise),
            ),
            Trouble.MESSAGE_TOO_LONG: (
                tr("This message alone has {n} tokens; the model takes {size:,}.", n=n, size=parts.n_ctx),
                tr("Shorten it, take files off, or set a larger context length. Nothing was sent."),
            ),
            Trouble.LITTLE_ROOM: (
                tr("This leaves {n} tokens for the answer, which will be cut.", n=n),
                tr("Shorten the message, or send it as it is."),
            ),
        }[trouble]
        self.trouble = trouble
        self.sentence.setText(sentence)
        self.next_step.setText(next_step)
        self.setAccessibleName(sentence)
        self.setAccessibleDescription(next_step)
        self.always.setChecked(False)
        for button in (self.slide, self.always):
            button.setVisible(trouble is Trouble.CHAT_TOO_LONG)
        self.summarise.setVisible(trouble is Trouble.CHAT_TOO_LONG and can_summarise)
        self.next_step.setVisible(self.window().height() >= _LOW_PX)
        self.anyway.setVisible(trouble is Trouble.LITTLE_ROOM)
        self.settings.setVisible(trouble is Trouble.MESSAGE_TOO_LONG)
        self.show()
        self.stop.setFocus()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def put_away(self) -> None:
        self.trouble = None
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        self._icon.setPixmap(icons.pixmap("info", theme.warning, 20, self.devicePixelRatioF()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_beside = self.width() >= _BESIDE_PX
        self._buttons.setDirection(QBoxLayout.Direction.LeftToRight if is_beside else QBoxLayout.Direction.TopToBottom)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.kept_back.emit()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self.summarise.setAccessibleDescription(tr("The summary is a message of the chat that you can read and edit"))
        self.always.setAccessibleDescription(tr("Let the oldest messages leave in every chat, without asking"))
        row = QHBoxLayout()
        row.setSpacing(6)
        for button in (self.slide, self.summarise, self.anyway, self.settings, self.stop):
            button.setAutoDefault(True)
            row.addWidget(button)
        row.addStretch(1)
        self._buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._buttons.setSpacing(4)
        self._buttons.addLayout(row, 1)
        self._buttons.addWidget(self.always)
        words = QVBoxLayout()
        words.setSpacing(3)
        words.addWidget(self.sentence)
        words.addWidget(self.next_step)
        words.addSpacing(3)
        words.addLayout(self._buttons)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(10)
        layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)


def _way_out(room: int, *, can_summarise: bool) -> str:
    if can_summarise:
        return tr(
            "An answer needs some {room:,} more. The oldest messages can leave the model's memory: they stay in the chat, "
            "and a line shows where its memory begins. Or it goes on from a summary, which it writes into the chat.",
            room=room,
        )
    return tr(
        "An answer needs some {room:,} more. The oldest messages can leave the model's memory: they stay in the chat, "
        "and a line shows where its memory begins.",
        room=room,
    )
